"""Who ends up apart from whom: components that split, and pairs that can no longer reach each other."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whatif.reaching import closure, places
from gronagraf.graph import Node

NOTABLE = 20


@dataclass(frozen=True, slots=True)
class Split:
    """A component that falls apart: how many nodes it had, and its new parts of those that are left, largest first."""

    size: int
    parts: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Pairs of nodes that lose contact: ordered ones where ties are directed.

    `count` is all of them, `of` how many such pairs had contact before and still have both ends; `notable` are those
    where the end with fewer ties has most.
    """

    count: int
    of: int
    notable: tuple[tuple[Node, Node], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the nodes of a network are after a change: `at` has the place then for each that is left, by place before.

    A node that was merged into another has the place of that one.
    """

    before: Projection
    after: Projection
    at: Mapping[int, int]


def kept(before: Projection, after: Projection, into: Mapping[str, str]) -> Kept:
    """The nodes of one network in another; `into` says which id stands for an id that was merged."""
    found = ((place, after.places.get(into.get(node.id, node.id))) for place, node in enumerate(before.nodes))
    return Kept(before, after, {place: then for place, then in found if then is not None})


def splits(same: Kept) -> tuple[Split, ...]:
    """The components of which what is left stands in two or more, the largest first; weak where ties are directed."""
    after = same.after.network.connected_components(mode="weak").membership
    found = []
    for component in same.before.network.connected_components(mode="weak"):
        parts: defaultdict[int, list[Node]] = defaultdict(list)
        for place in component:
            if place in same.at:
                parts[after[same.at[place]]].append(same.before.nodes[place])
        if len(parts) > 1:
            ordered = sorted(parts.values(), key=lambda part: (-len(part), part[0].id))
            found.append(Split(len(component), tuple(map(tuple, ordered))))
    return tuple(sorted(found, key=lambda split: -split.size))


def lost_contact(same: Kept, steps: int | None = None) -> Lost:
    """The pairs that had a path of at most `steps` (None: of any length) before, and have none now."""
    before = closure(_adjacency(same.before), steps)
    after = closure(_adjacency(same.after), steps)
    now = _as_before(same, after)
    left = sum(1 << place for place in same.at)
    directed = same.before.directed
    had = sum((before[place] & left).bit_count() - 1 for place in same.at)
    gone = {place: before[place] & left & ~now[place] for place in same.at}
    count = sum(bits.bit_count() for bits in gone.values())
    pairs = _pairs(gone, directed=directed)
    ties = same.before.network.degree()
    nodes = same.before.nodes
    most = heapq.nsmallest(NOTABLE, pairs, lambda pair: _standing(pair, ties, nodes))
    halved = 1 if directed else 2
    return Lost(count // halved, had // halved, tuple((nodes[first], nodes[second]) for first, second in most))


def _adjacency(projection: Projection) -> list[list[int]]:
    found: list[list[int]] = projection.network.get_adjlist(mode="out")
    return found


def _as_before(same: Kept, after: Sequence[int]) -> dict[int, int]:
    """What each node that is left reaches afterwards, in the places of before."""
    stands: defaultdict[int, int] = defaultdict(int)
    for place, then in same.at.items():
        stands[then] |= 1 << place
    translated = {then: sum(stands[each] for each in places(after[then])) for then in stands}
    return {place: translated[then] for place, then in same.at.items()}


def _pairs(gone: Mapping[int, int], *, directed: bool) -> Iterator[tuple[int, int]]:
    for place, bits in gone.items():
        for other in places(bits):
            if directed or place < other:
                yield place, other


def _standing(pair: tuple[int, int], ties: Sequence[int], nodes: Sequence[Node]) -> tuple[int, int, str, str]:
    """The pair whose less tied end has most ties first."""
    one, other = pair
    return (-min(ties[one], ties[other]), -ties[one] - ties[other], nodes[one].name, nodes[other].name)
