"""What carries a node's place: the network, project, event or relation whose removal costs it most."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from gronagraf.analysis.measures import How, Measure, Values, standing
from gronagraf.analysis.measures.measure import DEFAULT, Tell
from gronagraf.analysis.projection import Projection, Shared
from gronagraf.analysis.projection.folding import Arena
from gronagraf.analysis.projection.relating import Link
from gronagraf.errors import AnalysisError
from gronagraf.graph import Node

ALIKE = 1e-9
MOST_WORK = 20_000_000
"""Above so many nodes and ties times parts, only the parts that a node takes part in itself are tried."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a network is made of: an arena, or one relation of a type between two nodes."""

    arena: Node | None = None
    type: str = ""
    start: Node | None = None
    end: Node | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A node's value, and what it is without the part that costs it most.

    `after` is None where it has no value without that part: the largest loss. `others` counts further parts that cost
    it as much. Where no removal costs anything, `part` is None too.
    """

    node: Node
    before: float
    after: float | None = None
    part: Part | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Carriers:
    """The nodes that stand first in a measure, each with what carries it.

    `tried` is how many parts were removed in turn; `own_only` says that for want of time only parts that a node takes
    part in itself were tried for it.
    """

    measure: Measure
    carried: tuple[Carried, ...]
    tried: int
    own_only: bool


def carriers(
    projection: Projection, chosen: Measure, count: int, how: How = DEFAULT, tell: Tell | None = None
) -> Carriers:
    """For each of the `count` nodes that stand first: the part whose removal costs it most.

    What costs lowers the value, or raises that of a measure whose low end is the central one; what leaves the node
    without a value costs most of all. The nodes stay, so that values are comparable: an arena is emptied, a relation is
    taken away. A part may cost a node that is not in it.
    Raises AnalysisError where the measure does not hold for the network.
    """
    if refusal := chosen.refusal(projection, how):
        raise AnalysisError(f"{chosen.name} cannot be worked out: {refusal.en}; choose another measure")
    before = chosen.compute(projection, how)
    top = _largest(standing(chosen, before), count)
    own = {place: frozenset(_own(projection, place)) for place in top}
    size = len(projection.arenas) or len(projection.links)
    own_only = size * (projection.network.vcount() + projection.network.ecount()) > MOST_WORK
    tried = sorted(frozenset[int]().union(*own.values())) if own_only else range(size)
    after: dict[int, Values] = {}
    for done, part in enumerate(tried):
        after[part] = _values(_without(projection, part), chosen, how)
        if tell:
            tell(done + 1, len(tried))
    parts = {place: own[place] if own_only else _others(projection, place, tried) for place in top}
    carried = (_carried(projection, chosen, place, before[place], after, parts[place]) for place in top)
    return Carriers(chosen, tuple(carried), len(tried), own_only)


def _largest(values: Values, count: int) -> list[int]:
    known = [(-value, place) for place, value in enumerate(values) if value is not None]
    return [place for _, place in sorted(known)[:count]]


def _own(projection: Projection, place: int) -> Iterable[int]:
    """The places of the arenas or links that the node takes part in; an arena does not carry itself."""
    if isinstance(projection.way, Shared):
        return (number for number, arena in enumerate(projection.arenas) if place in arena.members)
    return (number for number, link in enumerate(projection.links) if place in (link.start, link.end))


def _others(projection: Projection, place: int, parts: Iterable[int]) -> Sequence[int]:
    """All parts but the one that the node is itself, in a two-mode network."""
    itself = None if projection.first_mode is None else place - projection.first_mode
    return [part for part in parts if part != itself]


def _without(projection: Projection, part: int) -> Projection:
    if isinstance(projection.way, Shared):
        emptied = Arena(projection.arenas[part].node, ())
        return projection.redrawn(arenas=(*projection.arenas[:part], emptied, *projection.arenas[part + 1 :]))
    return projection.redrawn(links=(*projection.links[:part], *projection.links[part + 1 :]))


def _values(projection: Projection, chosen: Measure, how: How) -> Values:
    if chosen.refusal(projection, how):
        return [None] * len(projection.nodes)
    return chosen.compute(projection, how)


def _carried(
    projection: Projection,
    chosen: Measure,
    place: int,
    before: float | None,
    after: dict[int, Values],
    parts: Collection[int],
) -> Carried:
    if emptying := [part for part in parts if after[part][place] is None]:
        return Carried(projection.nodes[place], before or 0.0, None, _part(projection, emptying[0]), len(emptying) - 1)
    sign = -1.0 if chosen.central == "low" else 1.0
    left = {part: sign * value for part in parts if (value := after[part][place]) is not None}
    node, was = projection.nodes[place], sign * (before or 0.0)
    least = min(left.values(), default=was)
    if least >= was - ALIKE * max(1.0, abs(was)):
        return Carried(node, before or 0.0)
    alike = [part for part, value in left.items() if value <= least + ALIKE * max(1.0, abs(least))]
    return Carried(node, before or 0.0, sign * least, _part(projection, alike[0]), len(alike) - 1)


def _part(projection: Projection, part: int) -> Part:
    if isinstance(projection.way, Shared):
        return Part(projection.arenas[part].node)
    link: Link = projection.links[part]
    return Part(None, link.type, projection.nodes[link.start], projection.nodes[link.end])
