"""The map as tables for readers without scripts: its nodes, its relations, what was measured, and the sources."""

from collections.abc import Mapping, Sequence

from gronagraf.graph import Edge, Node
from gronagraf.schema import Language, Model
from gronagraf.views.map.drawing import in_order, sources_of
from gronagraf.views.map.dressing import Dressing
from gronagraf.views.map.inwords import period
from gronagraf.views.map.marks import Marked, told
from gronagraf.views.words import alphabetical, number

MOST_ROWS = 2000
"""Rows of both tables together that are there for readers without scripts."""


def tables(found: Marked, model: Model, language: Language) -> Mapping[str, object]:
    """The rows for readers without scripts, MOST_ROWS at most, how many are missing, and the sources they cite."""
    graph = found.graph
    names = {node.id: node.name for node in graph.nodes}
    place = {node_id: alphabetical(name) for node_id, name in names.items()}
    room = max(MOST_ROWS // 2, MOST_ROWS - len(graph.edges)), max(MOST_ROWS // 2, MOST_ROWS - len(graph.nodes))
    nodes = sorted(graph.nodes, key=lambda node: (place[node.id], node.id))[: room[0]]
    by_start = sorted(in_order(graph.edges), key=lambda edge: (place[edge.start], edge.start, edge.type, edge.end))
    edges = by_start[: room[1]]
    sources = sources_of(nodes, edges)
    numbers = {source: number for number, source in enumerate(sources, 1)}
    return {
        "nodes": [_node_row(node, found, model, language, numbers) for node in nodes],
        "edges": [_edge_row(edge, names, found, model, language, numbers) for edge in edges],
        "sources": sources,
        "missing_nodes": len(graph.nodes) - len(nodes),
        "missing_edges": len(graph.edges) - len(edges),
    }


Row = tuple[object, ...]
Numbers = Mapping[str, int]


def _node_row(node: Node, found: Marked, model: Model, language: Language, numbers: Numbers) -> Row:
    kind, note = model.labels[node.label].term[language], node.facts.get("note", "")
    marks = told(found.nodes.get(node.id, {}), found, language)
    return node.id, node.name, kind, note, period(node), _basis(node, model, language), _cited(node, numbers), marks


def _edge_row(
    edge: Edge, names: Mapping[str, str], found: Marked, model: Model, language: Language, numbers: Numbers
) -> Row:
    kind = model.types[edge.type].term[language]
    marks = told(found.edges.get(id(edge), {}), found, language)
    known = period(edge), _basis(edge, model, language), _cited(edge, numbers)
    return names[edge.start], kind, names[edge.end], *known, marks


def _basis(item: Node | Edge, model: Model, language: Language) -> str:
    """Whether it is stated or inferred, in the model's words."""
    columns = (model.labels[item.label] if isinstance(item, Node) else model.types[item.type]).columns
    found = str(item.facts.get("basis", ""))
    terms = {each.value: each.term[language] for each in columns["basis"].kind.choices} if "basis" in columns else {}
    return terms.get(found, found)


def _cited(item: Node | Edge, numbers: Numbers) -> int | None:
    return numbers.get(str(item.facts.get("source")))


def measures(dressing: Dressing, language: Language) -> Sequence[tuple[str, Mapping[str, str]]]:
    """For readers without scripts: each measure with its values by id, in words."""
    return [
        (scale.term[language], {node: number(value, language) for node, value in scale.values.items()})
        for scale in dressing.scales
    ]
