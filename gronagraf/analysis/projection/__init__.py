"""From the graph to a network that can be measured, with its name and with what was done to get there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from gronagraf.analysis.projection.arenas import (
    ARENAS,
    arena_nodes,
    participations,
    undertakings,
    who_meets,
)
from gronagraf.analysis.projection.folding import Arena
from gronagraf.analysis.projection.projection import Projection, Related, Shared, draw_related, draw_shared
from gronagraf.analysis.projection.relating import Found, Weighed, links_of
from gronagraf.analysis.projection.selection import Selection, edge_basis, select
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import EdgeType, Model, Term

__all__ = ["Projection", "Related", "Selection", "Shared", "Weighed", "project"]

EVERYTHING = Selection()
BY_ARENAS = Term("{nodes} genom {arenas}, {weighting}", "{nodes} through {arenas}, {weighting}")
TWO_MODE = Term("{nodes} och {arenas} som tvådelat nät, utan vikt", "{nodes} and {arenas} in two modes, unweighted")
BY_RELATIONS = Term("{nodes} genom »{relations}«, {direction}", "{nodes} through “{relations}”, {direction}")
WEIGHED = Term("{relation} × {weight}", "{relation} × {weight}")
DIRECTED = Term("riktat", "directed")
UNDIRECTED = Term("oriktat", "undirected")
WEIGHTINGS: Mapping[str, Term] = {
    "newman": Term("vikt 1/(medlemmar−1)", "weight 1/(members−1)"),
    "count": Term("vikt antal gemensamma", "weighted by how many are shared"),
    "jaccard": Term("vikt Jaccard (gemensamma av alla)", "weighted by Jaccard (shared of all)"),
    "none": Term("utan vikt", "unweighted"),
}
JOINED = Term(
    "det som är både nätverk och projekt räknas som en enda insats (antal insatser: {count})",
    "what is both network and project counts as one undertaking (undertakings: {count})",
)
BASIS = Term("härledda relationer: {inferred} av {total}", "inferred relations: {inferred} of {total}")
MERGED = Term("relationer: {links}; band som de ger: {ties}", "relations: {links}; ties that they make: {ties}")
LOOPS = Term(
    "relationer från en nod till sig själv är utelämnade (antal: {count})",
    "relations to oneself are left out (number: {count})",
)
WEIGHTLESS = Term(
    "relationer utan vikt, eller med vikten 0, är utelämnade (antal: {count})",
    "relations without a weight, or with 0, are left out (number: {count})",
)
BOTH_WAYS = Term(
    "relationer som har en riktning är lästa åt båda hållen", "relations that have a direction are read both ways"
)
MIRRORED = Term(
    "»{relations}« har ingen riktning och är ett band åt vardera hållet",
    "“{relations}” has no direction and is a tie each way",
)


def project(graph: Graph, model: Model, way: Shared | Related, selection: Selection = EVERYTHING) -> Projection:
    """The network that `way` makes of the selected part of a graph; nodes without a tie stay in.

    Raises AnalysisError where no node is left, or a selection names an unknown one.
    """
    left, done = select(graph, selection)
    if isinstance(way, Shared):
        return _shared(left, model, way, done)
    return _related(left, model, way, done)


def _shared(graph: Graph, model: Model, way: Shared, done: tuple[Term, ...]) -> Projection:
    nodes = tuple(node for node in graph.nodes if node.label == who_meets(way.through))
    _refuse_empty(nodes, who_meets(way.through), model)
    found = list(participations(graph, way.through))
    stands_for = undertakings(graph, way.through)
    arenas = _arenas(arena_nodes(graph, way.through), nodes, found, stands_for)
    joined = len(set(stands_for.values()))
    remarks = [*done]
    if joined:
        remarks.append(JOINED.filled(count=joined))
    remarks.extend(_doubt(edge for _, _, edge in found))
    return draw_shared(nodes, arenas, way, _shared_name(model, way), tuple(remarks))


def _arenas(
    places: Iterable[Node], nodes: tuple[Node, ...], found: list[tuple[str, str, Edge]], stands_for: Mapping[str, str]
) -> tuple[Arena, ...]:
    """Each arena with its members; one that another stands for is counted as that one."""
    place = {node.id: number for number, node in enumerate(nodes)}
    members: defaultdict[str, set[int]] = defaultdict(set)
    for who, where, _ in found:
        members[stands_for.get(where, where)].add(place[who])
    kept = (node for node in places if stands_for.get(node.id, node.id) == node.id)
    return tuple(Arena(node, tuple(sorted(members[node.id]))) for node in kept)


def _shared_name(model: Model, way: Shared) -> Term:
    nodes = model.labels[who_meets(way.through)].plural
    template = TWO_MODE if way.two_mode else BY_ARENAS
    return template.filled(nodes=nodes, arenas=ARENAS[way.through], weighting=WEIGHTINGS[way.weighting])


def _related(graph: Graph, model: Model, way: Related, done: tuple[Term, ...]) -> Projection:
    types = [model.types[each.type] for each in way.relations]
    labels = {label for type_ in types for pair in type_.ends for label in pair}
    if way.label:
        if way.label not in labels:
            raise AnalysisError(f"none of these relations joins {way.label}; they join {', '.join(sorted(labels))}")
        labels = {way.label}
    nodes = tuple(node for node in graph.nodes if node.label in labels)
    _refuse_empty(nodes, ", ".join(sorted(labels)), model)
    found = links_of(graph, way.relations, {node.id: number for number, node in enumerate(nodes)})
    symmetric = frozenset(type_.type for type_ in types if type_.symmetric)
    directed = not way.undirected and len(symmetric) < len(types)
    name = BY_RELATIONS.filled(
        nodes=_either(" + ", [model.labels[label].plural for label in model.labels if label in labels]),
        relations=_either(", ", [_weighed(model.types[each.type], each) for each in way.relations]),
        direction=DIRECTED if directed else UNDIRECTED,
    )
    drawn = draw_related(nodes, found.links, way, symmetric, name, directed=directed)
    turned = way.undirected and len(symmetric) < len(types)
    remarks = (*done, *_about_links(found, drawn, model, symmetric if directed else frozenset(), turned=turned))
    return replace(drawn, remarks=remarks)


def _weighed(type_: EdgeType, relation: Weighed) -> Term:
    """The relation, and what it is weighed by: the field in words, or a number as each language writes it."""
    if isinstance(relation.weight, str):
        field = type_.columns[relation.weight].term
        return WEIGHED.filled(relation=type_.term, weight=Term(field.sv.lower(), field.en.lower()))
    if relation.weight == 1.0:
        return type_.term
    number = f"{relation.weight:.10g}"
    return WEIGHED.filled(relation=type_.term, weight=Term(number.replace(".", ","), number))


def _about_links(
    found: Found, drawn: Projection, model: Model, mirrored: frozenset[str], *, turned: bool
) -> Iterable[Term]:
    if turned:
        yield BOTH_WAYS
    if mirrored:
        yield MIRRORED.filled(relations=_either(", ", [model.types[each].term for each in sorted(mirrored)]))
    if len(found.links) != drawn.network.ecount():
        yield MERGED.filled(links=len(found.links), ties=drawn.network.ecount())
    if found.loops:
        yield LOOPS.filled(count=found.loops)
    if found.weightless:
        yield WEIGHTLESS.filled(count=found.weightless)
    yield from _doubt(found.edges)


def _doubt(edges: Iterable[Edge]) -> Iterable[Term]:
    inferred, total = edge_basis(edges)
    if inferred:
        yield BASIS.filled(inferred=inferred, total=total)


def _refuse_empty(nodes: tuple[Node, ...], label: str, model: Model) -> None:
    if not nodes:
        term = model.labels[label].plural.en.lower() if label in model.labels else label
        raise AnalysisError(f"there are no {term} to measure; see with `gronagraf status` what the graph holds")


def _either(sign: str, terms: list[Term]) -> Term:
    return Term(sign.join(term.sv for term in terms), sign.join(term.en for term in terms))
