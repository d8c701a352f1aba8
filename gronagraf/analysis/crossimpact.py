"""Cross-impact: how goals, effects or actors strengthen and hinder each other, in first and second order, and in loops.

The sums and the four fields are those of MICMAC (Duperrin & Godet 1973, Méthode de hiérarchisation des éléments d'un
système, CEA-R-4541; Godet 1994, From Anticipation to Action, UNESCO), with the signed sums kept beside.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

import igraph

from gronagraf.analysis.projection import Selection
from gronagraf.analysis.projection.selection import select
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Model, Term

Field = Literal["driver", "relay", "dependent", "autonomous"]
STRONGEST = 3
"""What a tie weighs at most; products of two are divided by it, so that two strong steps weigh as one."""

MOST_LOOPS = 1000
LOOPS_LEFT_OUT = Term(
    "fler än {count} ringar finns; bara de första visas", "there are more than {count} loops; only the first are shown"
)
SELF = Term("utelämnad påverkan på sig själv: {count}", "ties to oneself, left out: {count}")
UNCONNECTED = Term(
    "noder utan någon känd påverkan, som därför inte är med i matrisen: {count}",
    "nodes without any tie, which are therefore not in the matrix: {count}",
)
UNKNOWN = Term(
    "kopplingar utan känd styrka: {count} av {total}; de är med som kopplingar men inte i summorna",
    "ties without a known strength: {count} of {total}; they are there as ties but not in the sums",
)
INFERRED = Term("härledda kopplingar: {count} av {total}", "inferred ties: {count} of {total}")


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over some ways: how many ways, how many of unknown effect, and the effect of the known.

    `absolute` adds sizes, `net` adds effects with their sign; both are None where there are ways and none is known.
    """

    ways: int
    unknown: int
    absolute: float | None
    net: float | None


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the matrix: what it gives and receives, directly and in second order, and the field it stands in."""

    node: Node
    gives: Sums
    receives: Sums
    gives_second: Sums
    receives_second: Sums
    field: Field | None


@dataclass(frozen=True, slots=True)
class Pair:
    """What one node does to another: directly, and by way of each of `through`."""

    start: Node
    end: Node
    direct: Sums
    second: Sums
    through: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """An elementary circuit; the last node influences the first. `sign` is 1 where it reinforces itself, -1 where it
    balances itself, None where a strength is unknown or 0."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    strengths: tuple[float | None, ...]

    @property
    def sign(self) -> int | None:
        product = math.prod(0 if each is None else each for each in self.strengths)
        return (product > 0) - (product < 0) or None


@dataclass(frozen=True)
class CrossImpact:
    """The matrix with its nodes in the order of their ids; `cuts` are the means of influence and dependence,
    None where no tie has a known strength.

    `terms` names what its nodes are.
    """

    elements: tuple[Element, ...]
    pairs: tuple[Pair, ...]
    loops: tuple[Loop, ...]
    cuts: tuple[float | None, float | None]
    terms: tuple[Term, ...]
    longest: int
    remarks: tuple[Term, ...]

    @cached_property
    def by_ends(self) -> Mapping[tuple[str, str], Pair]:
        """Each pair by the ids of its start and its end."""
        return {(pair.start.id, pair.end.id): pair for pair in self.pairs}


Ties = Mapping[str, Sequence[Edge]]


def cross_impact(
    graph: Graph, model: Model, labels: Sequence[str], selection: Selection, longest: int = 4
) -> CrossImpact:
    """The cross-impact of the nodes with these labels, on INFLUENCES as directed and signed as it is.

    Influence is the sum of the sizes of what a node gives, dependence of what it receives; a driver has influence
    above the mean and no more dependence than it, a dependent one (a result) the other way round, a relay both above,
    an autonomous one neither. Second order sums over ways of two steps to a third node, their strengths multiplied
    and divided by STRONGEST; ways back to the start are told as loops, of at most `longest` steps, instead (the
    diagonal, which MICMAC's powers of the matrix keep). A missing strength is never guessed. Raises AnalysisError.
    """
    left, remarks = select(graph, selection)
    every = {node.id: node for node in left.nodes if node.label in labels}
    found = [e for e in left.edges if e.type == "INFLUENCES" and e.start in every and e.end in every]
    edges = sorted(
        (e for e in found if e.start != e.end), key=lambda e: (e.start, e.end, str(e.facts.get("since", "")))
    )
    if not every:
        raise AnalysisError(
            f"there is no {' or '.join(labels)} in the graph; see with `gronagraf status` what it holds"
        )
    met = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = {id_: every[id_] for id_ in sorted(met)}
    pairs = tuple(_pairs(nodes, edges))
    elements, cuts = _elements(nodes, pairs)
    terms = tuple(model.labels[label].plural for label in labels)
    loops = sorted(islice(_loops(nodes, edges, longest), MOST_LOOPS + 1), key=_loop_order)
    told = _remarks(edges, len(found) - len(edges), len(every) - len(nodes), len(loops))
    return CrossImpact(elements, pairs, tuple(loops[:MOST_LOOPS]), cuts, terms, longest, (*remarks, *told))


def _remarks(edges: Sequence[Edge], selves: int, unconnected: int, loops: int) -> Iterator[Term]:
    if unknown := sum(strength(edge) is None for edge in edges):
        yield UNKNOWN.filled(count=unknown, total=len(edges))
    if inferred := sum(edge.facts.get("basis") == "inferred" for edge in edges):
        yield INFERRED.filled(count=inferred, total=len(edges))
    if unconnected:
        yield UNCONNECTED.filled(count=unconnected)
    if selves:
        yield SELF.filled(count=selves)
    if loops > MOST_LOOPS:
        yield LOOPS_LEFT_OUT.filled(count=MOST_LOOPS)


def strength(edge: Edge) -> float | None:
    """How strongly it strengthens (+) or hinders (-), None where nobody has said."""
    return float(edge.facts["strength"]) if "strength" in edge.facts else None


def _out_of(edges: Sequence[Edge]) -> Ties:
    out: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        out[edge.start].append(edge)
    return out


def _pairs(nodes: Mapping[str, Node], edges: Sequence[Edge]) -> Iterator[Pair]:
    """Every ordered pair that has a way of one step or of two, in the order of the ids."""
    out = _out_of(edges)
    direct: defaultdict[tuple[str, str], list[float | None]] = defaultdict(list)
    second: defaultdict[tuple[str, str], list[float | None]] = defaultdict(list)
    through: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in edges:
        direct[edge.start, edge.end].append(strength(edge))
        for after in out.get(edge.end, ()):
            if after.end != edge.start:
                second[edge.start, after.end].append(_product(strength(edge), strength(after)))
                through[edge.start, after.end].append(edge.end)
    for start, end in sorted(direct.keys() | second.keys()):
        ends = start, end
        between = tuple(nodes[id_] for id_ in dict.fromkeys(through.get(ends, ())))
        yield Pair(nodes[start], nodes[end], _sums(direct.get(ends, ())), _sums(second.get(ends, ())), between)


def _product(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first * second / STRONGEST


def _sums(effects: Sequence[float | None]) -> Sums:
    known = [each for each in effects if each is not None]
    unknown = len(effects) - len(known)
    if effects and not known:
        return Sums(len(effects), unknown, None, None)
    return Sums(len(effects), unknown, math.fsum(map(abs, known)), math.fsum(known))


def _added(parts: Sequence[Sums]) -> Sums:
    ways, unknown = sum(each.ways for each in parts), sum(each.unknown for each in parts)
    if ways and ways == unknown:
        return Sums(ways, unknown, None, None)
    return Sums(
        ways, unknown, math.fsum(each.absolute or 0 for each in parts), math.fsum(each.net or 0 for each in parts)
    )


def _elements(
    nodes: Mapping[str, Node], pairs: Sequence[Pair]
) -> tuple[tuple[Element, ...], tuple[float | None, float | None]]:
    gives: defaultdict[str, list[Pair]] = defaultdict(list)
    receives: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        gives[pair.start.id].append(pair)
        receives[pair.end.id].append(pair)
    sums = {
        id_: tuple(
            _added([getattr(pair, order) for pair in side[id_]])
            for order in ("direct", "second")
            for side in (gives, receives)
        )
        for id_ in nodes
    }
    known = any(pair.direct.net is not None for pair in pairs if pair.direct.ways)
    gave, got = ([each[side].absolute for each in sums.values()] for side in (0, 1))
    cuts = (_mean(gave), _mean(got)) if known else (None, None)
    elements = (
        Element(nodes[id_], own[0], own[1], own[2], own[3], _field((own[0].absolute, own[1].absolute), cuts))
        for id_, own in sums.items()
    )
    return tuple(elements), cuts


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return math.fsum(known) / len(known) if known else None


def _field(own: tuple[float | None, float | None], cuts: tuple[float | None, float | None]) -> Field | None:
    influence, dependence = own
    if influence is None or dependence is None or cuts[0] is None or cuts[1] is None:
        return None
    if influence > cuts[0]:
        return "relay" if dependence > cuts[1] else "driver"
    return "dependent" if dependence > cuts[1] else "autonomous"


def _loops(nodes: Mapping[str, Node], edges: Sequence[Edge], longest: int) -> Iterator[Loop]:
    """Every circuit of at most so many steps that meets no node twice, begun at its lowest id; the short ones first."""
    out = _out_of(_in_circuits(nodes, edges))
    for length in range(2, longest + 1):
        for start in nodes:
            for way in _circuits(out, start, length):
                yield Loop(tuple(nodes[e.start] for e in way), way, tuple(map(strength, way)))


def _in_circuits(nodes: Mapping[str, Node], edges: Sequence[Edge]) -> list[Edge]:
    """The ties that lie in some circuit: both ends in one strong component. No walk along the others leads back."""
    place = {id_: number for number, id_ in enumerate(nodes)}
    network = igraph.Graph(len(place), [(place[e.start], place[e.end]) for e in edges], directed=True)
    component = network.connected_components(mode="strong").membership
    return [edge for edge in edges if component[place[edge.start]] == component[place[edge.end]]]


def _circuits(out: Ties, start: str, length: int) -> Iterator[tuple[Edge, ...]]:
    waiting: list[tuple[Edge, ...]] = [(edge,) for edge in reversed(out.get(start, ())) if edge.end > start]
    while waiting:
        way = waiting.pop()
        for edge in reversed(out.get(way[-1].end, ())):
            if len(way) + 1 == length:
                if edge.end == start:
                    yield (*way, edge)
            elif edge.end > start and all(edge.end != met.end for met in way):
                waiting.append((*way, edge))


def _loop_order(loop: Loop) -> tuple[int, list[str], list[str]]:
    return len(loop.edges), [node.name for node in loop.nodes], [node.id for node in loop.nodes]
