"""The reverse: which one new tie, membership or network would bring the network most together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations, permutations
from typing import Literal, TypeAlias, get_args

from gronagraf.analysis.measures.measure import Tell
from gronagraf.analysis.projection import Projection, Shared
from gronagraf.analysis.whatif.bridging import Nearness, Reach, gained, nearness
from gronagraf.errors import AnalysisError
from gronagraf.graph import Node

Kind = Literal["tie", "membership", "network"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Aim = Literal["efficiency", "distance", "reach"]
AIMS: tuple[Aim, ...] = get_args(Aim)
Key: TypeAlias = tuple[float, float, tuple[int, ...]]
MOST_WORK = 65_000_000
"""So many candidates times nodes are all tried: every tie of a network of 500 nodes. Above that, those of the nodes
with most ties."""

LEAST = 1e-12
SEEDS = 3
"""A new network grows from so many times as many pairs as there are suggestions asked for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who would be tied (in order: from the first to the second where ties are directed), where, and what it brings.

    `arena` is what the one node of a new membership would join.
    """

    nodes: tuple[Node, ...]
    arena: Node | None
    then: Nearness


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The best by their aim, best first. `alike` counts those left out that are as good as the last of them.

    `tried` of `possible` candidates were worked out; all where they are the same. `fruitless` says that nothing helps.
    """

    projection: Projection
    kind: Kind
    aim: Aim
    size: int
    now: Nearness
    suggestions: tuple[Suggestion, ...]
    alike: int
    tried: int
    possible: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bridge to try: one node or more on either side, by place; `arena` by place in the projection's arenas."""

    ends: tuple[int, ...]
    others: tuple[int, ...]
    arena: int | None = None


Found: TypeAlias = tuple[Key, Candidate, Nearness]


def suggest(
    projection: Projection,
    count: int,
    kind: Kind = "tie",
    aim: Aim = "efficiency",
    size: int = 5,
    *,
    exact: bool = False,
    tell: Tell | None = None,
) -> Suggestions:
    """The `count` best new ties, memberships or networks of `size` actors, with distances in steps.

    A new tie (a, b) makes the distance from u to v the least of d(u, v) and d(u, a) + 1 + d(b, v); a membership ties
    its actor to all members. `efficiency` and `distance` are what Nearness says; `reach` is how many pairs without a
    path get one. Ties and memberships are exact unless the network is large (see MOST_WORK) and `exact` is not given; a
    network is grown from the best ties by whom it gains most from, which need not give the best of all. Raises
    AnalysisError for two modes, for negative ties, and for memberships where ties are relations.
    """
    _refuse(projection, kind, size)
    reach = Reach(projection.network.get_adjlist(mode="out"), projection.directed)
    tried, possible = _candidates(projection, "tie" if kind == "network" else kind, exact=exact)
    found = _tried(reach, tried, aim, tell)
    if kind == "network":
        seeds = nsmallest(SEEDS * count if len(tried) == possible else count, found, key=_first)
        some = {place for each in tried for place in (*each.ends, *each.others)}
        among = range(len(projection.nodes)) if len(tried) == possible else sorted(some)
        grown = [_grown(reach, candidate, among, aim, size) for _, candidate, _ in seeds]
        found = list({each[1].ends: each for each in grown}.values())
    now = nearness(reach)
    least = _key(now, aim, Candidate((), ()))[0] - LEAST
    worth = [each for each in found if each[0][0] < least]
    best = nsmallest(count, worth, key=_first)
    alike = sum(each[0][:2] == best[-1][0][:2] for each in worth) if best else 0
    alike -= sum(each[0][:2] == best[-1][0][:2] for each in best)
    suggestions = tuple(_suggestion(projection, candidate, then) for _, candidate, then in best)
    return Suggestions(projection, kind, aim, size, now, suggestions, alike, len(tried), possible)


def _tried(reach: Reach, tried: Sequence[Candidate], aim: Aim, tell: Tell | None) -> list[Found]:
    found: list[Found] = []
    for done, candidate in enumerate(tried):
        then = nearness(reach, *gained(reach, candidate.ends, candidate.others))
        found.append((_key(then, aim, candidate), candidate, then))
        if tell and done % 256 == 255:
            tell(done + 1, len(tried))
    return found


def _refuse(projection: Projection, kind: Kind, size: int) -> None:
    if projection.first_mode is not None:
        raise AnalysisError("suggestions are for one mode; leave out --two-mode")
    if projection.signed:
        raise AnalysisError(
            "a shorter path has no meaning over negative ties; give the relation a weight, such as INFLUENCES=1"
        )
    if kind != "tie" and not isinstance(projection.way, Shared):
        raise AnalysisError(f"a new {kind} needs networks to meet in; leave out --relation, or ask for --new tie")
    if kind == "network" and not 2 <= size <= len(projection.nodes):
        raise AnalysisError(f"a network of {size} cannot be made; there are {len(projection.nodes)} to choose among")


def _first(found: Found) -> Key:
    return found[0]


def _key(then: Nearness, aim: Aim, candidate: Candidate) -> Key:
    """The less, the better; rounded so that equals are equal."""
    efficiency, distance = -round(then.efficiency, 12), round(then.distance or 0.0, 12)
    order = (*candidate.ends, *candidate.others, *(() if candidate.arena is None else (candidate.arena,)))
    if aim == "reach":
        return (-float(then.reached), efficiency, order)
    return (efficiency, distance, order) if aim == "efficiency" else (distance, efficiency, order)


def _candidates(projection: Projection, kind: Kind, *, exact: bool) -> tuple[list[Candidate], int]:
    """The bridges to try, and how many there could be."""
    size = len(projection.nodes)
    rooms = [number for number, arena in enumerate(projection.arenas) if arena.members]
    whole = _bridges(projection, kind, range(size), rooms)
    possible = size * len(rooms) if kind == "membership" else size * (size - 1) // (1 if projection.directed else 2)
    if exact or possible * size <= MOST_WORK:
        tried = list(whole)
        return tried, len(tried)
    some = max(2, int((MOST_WORK / 2 / size) ** 0.5))
    largest = sorted(rooms, key=lambda number: (-len(projection.arenas[number].members), number))[:some]
    return list(_bridges(projection, kind, _central(projection, some), largest)), possible


def _bridges(projection: Projection, kind: Kind, chosen: Sequence[int], rooms: Sequence[int]) -> Iterator[Candidate]:
    return _joining(projection, chosen, rooms) if kind == "membership" else _tying(projection, chosen)


def _central(projection: Projection, count: int) -> list[int]:
    """The nodes with most ties: first one of each component, the largest first, up to half of them; then all over."""
    ties = projection.network.degree()
    components = sorted(projection.network.connected_components(mode="weak"), key=lambda each: (-len(each), each[0]))
    heads = [max(each, key=lambda place: ties[place]) for each in components[: count // 2]]
    rest = sorted(set(range(len(ties))) - set(heads), key=lambda place: (-ties[place], place))
    return sorted([*heads, *rest[: count - len(heads)]])


def _tying(projection: Projection, chosen: Sequence[int]) -> Iterator[Candidate]:
    """Pairs that have no tie; where ties are relations, of types that one of them joins."""
    held = set(projection.network.get_edgelist())
    labels = [node.label for node in projection.nodes]
    joined = {(labels[link.start], labels[link.end]) for link in projection.links}
    if not projection.directed:
        held |= {(second, first) for first, second in held}
        joined |= {(second, first) for first, second in joined}
    for first, second in (permutations if projection.directed else combinations)(chosen, 2):
        fits = not projection.links or (labels[first], labels[second]) in joined
        if fits and (first, second) not in held:
            yield Candidate((first,), (second,))


def _joining(projection: Projection, chosen: Sequence[int], rooms: Sequence[int]) -> Iterator[Candidate]:
    for number in rooms:
        members = projection.arenas[number].members
        inside = frozenset(members)
        for place in chosen:
            if place not in inside:
                yield Candidate((place,), members, number)


def _grown(reach: Reach, seed: Candidate, among: Sequence[int], aim: Aim, size: int) -> Found:
    """A network that begins with a pair and takes in the node that it gains most from, until it is large enough."""
    adjacency = [set(own) for own in reach.adjacency]
    members = [*seed.ends, *seed.others]
    then = reach
    while True:
        for one in members:
            adjacency[one].update(set(members) - {one})
        then = Reach([sorted(own) for own in adjacency], directed=False)
        outside = [place for place in among if place not in members]
        if len(members) == size or not outside:
            break
        members.append(min(outside, key=lambda place: _joined(then, place, members, aim)))
    whole = Candidate(tuple(sorted(members)), ())
    found = _compared(reach, then)
    return _key(found, aim, whole), whole, found


def _joined(reach: Reach, place: int, members: Sequence[int], aim: Aim) -> Key:
    bridge = Candidate((place,), tuple(members))
    return _key(nearness(reach, *gained(reach, bridge.ends, bridge.others)), aim, bridge)


def _compared(before: Reach, after: Reach) -> Nearness:
    """The figures of the network after, its mean distance over the pairs that had a path before."""
    known = before.out[-1]
    short = sum(
        sum(((level[place] ^ (1 << place)) & known[place]).bit_count() for place in range(len(known)))
        for level in after.out
    )
    had = before.counts[-1]
    then = nearness(after)
    return Nearness(then.efficiency, len(after.out) - short / had if had else None, then.reached)


def _suggestion(projection: Projection, candidate: Candidate, then: Nearness) -> Suggestion:
    if candidate.arena is not None:
        return Suggestion((projection.nodes[candidate.ends[0]],), projection.arenas[candidate.arena].node, then)
    return Suggestion(tuple(projection.nodes[place] for place in (*candidate.ends, *candidate.others)), None, then)
