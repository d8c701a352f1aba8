"""Ranks of the nodes in the network as recorded and in every run, and what follows from them."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.analysis.measures import Measure, Values, standing
from gronagraf.graph import Node

SURE = 0.95
FEWEST = 100
"""With fewer runs a share of them is too rough to say that a rank is supported."""

ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Ranks:
    """The rank of each node, 1 + how many stand before it, and how many have as much (itself included)."""

    rank: Sequence[int]
    tied: Sequence[int]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a node stands: its value and rank as recorded, and its rank over the runs.

    `low` and `high` hold the middle 95 % of its ranks. `in_top` and `first` are the shares of the runs (0 to 1) where
    it is among the top, and at the top; a run in which several share the last place counts for each of them in part.
    `mixed` is how many of those next below it cannot be told from it: it stands before each of them in fewer than 95 %
    of the runs (a tie counts half); None below the top. `rank` is None where the measure is not defined for the node.
    """

    node: Node
    value: float | None
    rank: int | None
    tied: int
    low: int
    high: int
    in_top: float
    first: float
    mixed: int | None = None


@dataclass(frozen=True, slots=True)
class Stable:
    """One measure over all runs, `placed` in the order of the list."""

    measure: Measure
    placed: tuple[Placed, ...]

    @property
    def first_is_first(self) -> bool:
        """Whether number one is so alone, and in at least 95 % of the runs."""
        return bool(self.placed) and self.placed[0].tied == 1 and self.placed[0].first >= SURE

    @property
    def neighbours(self) -> tuple[int, int]:
        """Of how many neighbours in the top list one can tell which stands first, and how many such pairs there are."""
        judged = [each.mixed == 0 for each in self.placed if each.mixed is not None][: len(self.placed) - 1]
        return sum(judged), len(judged)

    @property
    def supported(self) -> bool:
        """Whether the whole top list is: number one stands, and no two neighbours are mixed up."""
        apart, pairs = self.neighbours
        return self.first_is_first and apart == pairs


def ranks(measure: Measure, values: Values) -> Ranks:
    """The rank of each node, from the measure's central end; one without a value stands last.

    Values within 1e-9 of each other are equal.
    """
    keyed = [-math.inf if value is None else value for value in standing(measure, values)]
    order = sorted(range(len(keyed)), key=lambda place: -keyed[place])
    rank, tied = array("l", [0] * len(order)), array("l", [0] * len(order))
    begin = 0
    for at in range(1, len(order) + 1):
        if at < len(order) and _alike(keyed[order[at - 1]], keyed[order[at]]):
            continue
        for place in order[begin:at]:
            rank[place], tied[place] = begin + 1, at - begin
        begin = at
    return Ranks(rank, tied)


def _alike(more: float, less: float) -> bool:
    return more == less or more - less <= ALIKE * max(1.0, abs(more))


def placed(nodes: Sequence[Node], values: Values, now: Ranks, runs: Sequence[Ranks], top: int) -> tuple[Placed, ...]:
    """Each node with its rank now and over the runs, the first first."""
    order = sorted(range(len(nodes)), key=lambda place: (now.rank[place], nodes[place].name, nodes[place].id))
    return tuple(
        _placed(
            nodes[place], values[place], now, runs, place, top, _mixed(order[number:], runs) if number < top else None
        )
        for number, place in enumerate(order)
    )


def _placed(
    node: Node, value: float | None, now: Ranks, runs: Sequence[Ranks], place: int, top: int, mixed: int | None
) -> Placed:
    held = sorted(run.rank[place] for run in runs)
    low, high = held[math.floor(0.025 * (len(held) - 1))], held[math.ceil(0.975 * (len(held) - 1))]
    in_top, first = (sum(_credit(run, place, size) for run in runs) / len(runs) for size in (top, 1))
    return Placed(
        node, value, None if value is None else now.rank[place], now.tied[place], low, high, in_top, first, mixed
    )


def _mixed(order: Sequence[int], runs: Sequence[Ranks]) -> int:
    """How many follow the first of these places before the first that it can be told from."""
    first, *below = order
    told = (
        number
        for number, then in enumerate(below)
        if sum(_before(run, first, then) for run in runs) >= SURE * len(runs)
    )
    return next(told, len(below))


def _credit(run: Ranks, place: int, size: int) -> float:
    """How far a node is among the `size` first: in part where more share the last places than there are."""
    return min(1.0, max(0.0, (size - run.rank[place] + 1) / run.tied[place]))


def _before(run: Ranks, first: int, then: int) -> float:
    if run.rank[first] == run.rank[then]:
        return 0.5
    return float(run.rank[first] < run.rank[then])
