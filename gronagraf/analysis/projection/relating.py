"""Relations of the graph as ties: directed as the relation is, parallel ones merged with what each was kept."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.analysis.projection.folding import Folded
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph
from gronagraf.schema import Model
from gronagraf.values import did_you_mean, quote

LIGHTEST, HEAVIEST = 1e-9, 1e9
"""A weight beyond these has lengths and sums that a computer's numbers do not hold."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A relation type with what each of its relations weighs: a number, or the name of the field that holds it."""

    type: str
    weight: float | str = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """One relation as it is drawn, between places in the projection's nodes."""

    type: str
    start: int
    end: int
    weight: float


def parse_relation(text: str, model: Model) -> Weighed:
    """`TYPE`, `TYPE=2.5` or `TYPE=field`. Raises AnalysisError for an unknown type, field or weight."""
    name, equals, weight = text.partition("=")
    type_ = name.strip().upper()
    if type_ not in model.types:
        raise AnalysisError(
            f"no relation is called {quote(name)}; {did_you_mean(type_, model.types, 'see `gronagraf schema`')}"
        )
    if not equals:
        return Weighed(type_)
    try:
        number = float(weight)
    except ValueError:
        return Weighed(type_, _number_field(type_, weight.strip(), model))
    if not LIGHTEST <= number <= HEAVIEST:
        raise AnalysisError(
            f"{type_}={weight}: a tie weighs a number above 0 (from {LIGHTEST:g} to {HEAVIEST:g}),"
            " or what a field of the relation says"
        )
    return Weighed(type_, number)


def _number_field(type_: str, name: str, model: Model) -> str:
    numeric = [each.name for each in model.types[type_].columns.values() if each.kind.name in ("integer", "number")]
    fields = [each for each in numeric if not each.startswith("source_year")]
    if name not in fields:
        known = f"it has {', '.join(fields)}" if fields else "it has none: give a number"
        raise AnalysisError(f"{type_} has no field {quote(name)} that holds a number; {known}")
    return name


@dataclass(frozen=True, slots=True)
class Found:
    """The links, the relations that they came from, and how many were left out for want of a weight or as loops."""

    links: tuple[Link, ...]
    edges: tuple[Edge, ...]
    weightless: int
    loops: int


def links_of(graph: Graph, relations: Sequence[Weighed], place: dict[str, int]) -> Found:
    """Each relation of these types between placed nodes, but those without a weight (or with 0) or to oneself."""
    wanted = {each.type: each.weight for each in relations}
    links: list[Link] = []
    kept: list[Edge] = []
    weightless = loops = 0
    for edge in graph.edges:
        if edge.type not in wanted or edge.start not in place or edge.end not in place:
            continue
        if edge.start == edge.end:
            loops += 1
            continue
        weight = _weight(edge, wanted[edge.type])
        if weight == 0:
            weightless += 1
            continue
        links.append(Link(edge.type, place[edge.start], place[edge.end], weight))
        kept.append(edge)
    return Found(tuple(links), tuple(kept), weightless, loops)


def _weight(edge: Edge, weight: float | str) -> float:
    return float(edge.facts.get(weight, 0)) if isinstance(weight, str) else weight


def join(links: Sequence[Link], symmetric: frozenset[str], *, directed: bool) -> Folded:
    """One tie for all links between two nodes in one direction, or in either where ties have none.

    Its weight is the sum of theirs and its carriers are their places. A symmetric relation in a directed network is a
    tie each way. Links whose weights cancel out leave no tie.
    """
    shared: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, link in enumerate(links):
        ends = (link.start, link.end)
        if not directed:
            shared[min(ends), max(ends)].append(place)
        else:
            shared[ends].append(place)
            if link.type in symmetric:
                shared[ends[::-1]].append(place)
    sums = {pair: math.fsum(links[place].weight for place in places) for pair, places in shared.items()}
    pairs = sorted(pair for pair, weight in sums.items() if weight)
    return Folded(pairs, [sums[pair] for pair in pairs], [tuple(shared[pair]) for pair in pairs])
