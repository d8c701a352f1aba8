"""Which group each node is in, and whether ties keep within groups or go between them."""

import random
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.figure import (
    GROUPINGS,
    Explained,
    Figure,
    Grouping,
    Settings,
    Tick,
    refusal,
    times,
)
from gronagraf.graph import Node
from gronagraf.schema import Term

Key: TypeAlias = tuple[str, ...]
"""The values of the grouping fields, in their order; an empty text where a node has none."""

ONE_GROUP = Term("alla band har båda ändarna i samma grupp", "all ties have both ends in one group")
NO_TIES_BETWEEN = Term("inget band har uppgift om grupp i båda ändarna", "no tie has a known group at both ends")
ALL_ALIKE = Term("alla noder är i samma grupp", "all nodes are in one group")


@dataclass(frozen=True, slots=True)
class Tested:
    """A figure of one grouping beside what chance gives: the mean when groups are dealt out anew, and a p-value."""

    grouping: Grouping
    figure: Figure
    expected: float | None
    p: float | None
    permutations: int
    nodes: int
    left_out: int
    ties: int


@dataclass(frozen=True, slots=True)
class Mixing:
    """How many ties go from group to group: undirected ones stand once in either place, those within a group once.

    `nodes` counts each group's nodes; `ties` and `weights` hold a row for each group in order.
    """

    groupings: tuple[Grouping, ...]
    groups: tuple[Key, ...]
    nodes: tuple[int, ...]
    ties: tuple[tuple[int, ...], ...]
    weights: tuple[tuple[float, ...], ...]


def group_of(node: Node, grouping: Grouping) -> str:
    """The group of a node, an empty text where it is not known; a municipality is in its own municipality."""
    if grouping == "municipality" and node.facts.get("kind") == "municipality":
        return str(node.facts.get(grouping, node.id))
    return str(node.facts.get(grouping, ""))


def groupings_of(settings: Settings) -> tuple[Grouping, ...]:
    return settings.groupings or GROUPINGS


def steps(projection: Projection, settings: Settings) -> int:
    """How many pieces the tests are worked out in, at most."""
    return len(groupings_of(settings)) * times("permutations", projection.network.vcount(), settings)


def tested(projection: Projection, settings: Settings, tick: Tick) -> list[Tested]:
    """Assortativity and the E-I index by each grouping, each with a permutation test."""
    return [each for by in groupings_of(settings) for each in _tested(projection, by, settings, tick)]


@dataclass(frozen=True, slots=True)
class _Known:
    """The nodes with a known group, as numbers of groups, and the ties between them, by place among these nodes."""

    groups: list[int]
    heads: list[int]
    tails: list[int]
    directed: bool


def _tested(projection: Projection, by: Grouping, settings: Settings, tick: Tick) -> list[Tested]:
    known = _known(projection, by)
    found = (len(known.groups), len(projection.nodes) - len(known.groups), len(known.heads))
    reason = refusal(projection, two_mode=False, signed=False) or _reason(known)
    if reason:
        return [Tested(by, Figure(name, None, reason), None, None, 0, *found) for name in ("assortativity", "e_i")]
    permutations = times("permutations", projection.network.vcount(), settings)
    own = _both(known, known.groups)
    dealt = _dealt(known, permutations, random.Random(settings.seed), tick)  # noqa: S311
    ties = Tested(by, Figure("e_i", own[1]), *_beside(own[1], [each[1] for each in dealt]), permutations, *found)
    if own[0] is None:
        return [Tested(by, Figure("assortativity", None, ONE_GROUP), None, None, 0, *found), ties]
    others = [each[0] for each in dealt if each[0] is not None]
    return [
        Tested(by, Figure("assortativity", own[0]), *_beside(own[0], others), len(others), *found),
        ties,
    ]


def _reason(known: _Known) -> Term | None:
    if not known.heads:
        return NO_TIES_BETWEEN
    return ALL_ALIKE if len(set(known.groups)) == 1 else None


def _known(projection: Projection, by: Grouping) -> _Known:
    names = [group_of(node, by) for node in projection.nodes]
    numbers = {name: number for number, name in enumerate(sorted(set(names) - {""}))}
    place = {old: new for new, old in enumerate(old for old, name in enumerate(names) if name)}
    pairs = [(a, b) for a, b in projection.network.get_edgelist() if a in place and b in place]
    return _Known(
        [numbers[name] for name in names if name],
        [place[a] for a, _ in pairs],
        [place[b] for _, b in pairs],
        projection.directed,
    )


def _both(known: _Known, groups: Sequence[int]) -> tuple[float | None, float]:
    """Newman's coefficient (None where all ties touch one group only) and the E-I index, of groups dealt out so."""
    starts = list(map(groups.__getitem__, known.heads))
    ends = list(map(groups.__getitem__, known.tails))
    total = len(starts)
    within = sum(a == b for a, b in zip(starts, ends, strict=True))
    by_start, by_end = Counter(starts), Counter(ends)
    if not known.directed:
        by_start = by_end = by_start + by_end
    halves = total if known.directed else 2 * total
    by_chance = sum(count * by_end[group] for group, count in by_start.items())
    e_i = (total - 2 * within) / total
    if by_chance == halves * halves:
        return None, e_i
    chance = by_chance / (halves * halves)
    return (within / total - chance) / (1 - chance), e_i


def _dealt(known: _Known, permutations: int, chance: random.Random, tick: Tick) -> list[tuple[float | None, float]]:
    """The same figures after the groups were dealt out to the same nodes anew, so many times."""
    groups = list(known.groups)
    found = []
    for _ in range(permutations):
        chance.shuffle(groups)
        found.append(_both(known, groups))
        tick()
    return found


def _beside(own: float, others: Sequence[float]) -> tuple[float | None, float | None]:
    """The mean of the others, and the two-sided p-value: how many are as far from the middle as our own.

    (b+1)/(m+1), for our own is one of the ways to deal (Phipson & Smyth 2010, Statistical Applications in Genetics and
    Molecular Biology 9: 39); the middle is therefore the mean of all m+1.
    """
    if not others:
        return None, None
    middle = statistics.fmean([own, *others])
    as_far = sum(abs(other - middle) >= abs(own - middle) - 1e-12 for other in others)
    return statistics.fmean(others), (as_far + 1) / (len(others) + 1)


def mixing(projection: Projection, groupings: tuple[Grouping, ...]) -> Mixing:
    """Ties and weight between groups; nodes whose group is not known are groups of their own, last."""
    keys = [tuple(group_of(node, by) for by in groupings) for node in projection.nodes]
    counted = Counter(keys)
    groups = tuple(sorted(counted, key=lambda key: ("" in key, -counted[key], key)))
    place = {key: number for number, key in enumerate(groups)}
    ties = [[0] * len(groups) for _ in groups]
    weights = [[0.0] * len(groups) for _ in groups]
    for (a, b), weight in zip(projection.network.get_edgelist(), projection.weights, strict=True):
        for row, column in _cells(place[keys[a]], place[keys[b]], directed=projection.directed):
            ties[row][column] += 1
            weights[row][column] += weight
    return Mixing(
        groupings, groups, tuple(counted[key] for key in groups), tuple(map(tuple, ties)), tuple(map(tuple, weights))
    )


def _cells(a: int, b: int, *, directed: bool) -> Iterable[tuple[int, int]]:
    return [(a, b)] if directed or a == b else [(a, b), (b, a)]


DEALT = Term(
    "Varje band räknas som ett, vad det än väger. Prövat mot grupperna utdelade på nytt bland samma noder; noder utan"
    " grupp är utelämnade.",
    "Each tie counts as one, whatever it weighs. Tested against the groups dealt out anew among the same nodes; nodes"
    " without a group are left out.",
)
EXPLAINED = (
    Explained(
        "assortativity",
        Term("Likhetsbenägenhet", "Assortativity"),
        Term(
            "Hur mycket oftare band går inom en grupp än om ändarna parades av slumpen: 1 bara inom, 0 som slumpen.",
            "How much more ties keep within a group than if ends were paired by chance: 1 within only, 0 as chance.",
        ),
        DEALT,
        "Newman 2003, Physical Review E 67: 026126",
    ),
    Explained(
        "e_i",
        Term("E-I-index", "E-I index"),
        Term(
            "Band mellan grupper minus band inom, delat med alla: −1 bara inom, +1 bara mellan.",
            "Ties between groups minus ties within, over all: −1 within only, +1 between only.",
        ),
        DEALT,
        "Krackhardt & Stern 1988, Social Psychology Quarterly 51: 123-140",
    ),
)
