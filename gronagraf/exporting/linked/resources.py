"""A graph as linked data: vocabulary, seeds, nodes with their plain relations, and each relation in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.facts import Say, said, sayings
from gronagraf.exporting.linked.seeds import seed_name, seeds
from gronagraf.exporting.linked.standard import backward, forward, node_statements, relation_statements
from gronagraf.exporting.linked.vocabulary import vocabulary
from gronagraf.graph import Edge, Graph, Node
from gronagraf.rdf.names import FROM, TO, TYPE, class_of, direct, node_name, relation_name
from gronagraf.rdf.statements import Literal, Name, Resource, Statement
from gronagraf.schema import EdgeType, Model, NodeType

PART = Name("dcterms", "isPartOf")
GOALS = Resource(
    Name("scheme", "goals"),
    (
        (TYPE, Name("skos", "ConceptScheme")),
        (Name("dcterms", "title"), Literal("Mål", language="sv")),
        (Name("dcterms", "title"), Literal("Goals", language="en")),
    ),
)


def everything(export: Export) -> Iterator[Resource]:
    """All that is written of a graph, the vocabulary first, so that a reader understands the rest without asking."""
    yield from vocabulary(export.model)
    yield from seeds(export.graph, export.base)
    if any(node.label == "Goal" for node in export.graph.nodes):
        yield GOALS
    yield from _nodes(export)
    yield from _relations(export)


def _nodes(export: Export) -> Iterator[Resource]:
    plain = _plain_relations(export.graph, export.model)
    ways = {each.label: sayings(each) for each in export.model.nodes}
    for node in export.counted(export.graph.nodes):
        if kind := export.model.labels.get(node.label):
            yield Resource(node_name(node.id), tuple(_node(kind, node, ways[node.label], plain.pop(node.id, []))))
    for id_, statements in plain.items():  # the ends that lie in another seed, which is not written here
        yield Resource(node_name(id_), tuple(statements))


def _node(kind: NodeType, node: Node, ways: dict[str, Say], plain: Iterable[Statement]) -> Iterator[Statement]:
    yield TYPE, class_of(kind)
    yield from node_statements(kind, node)
    yield Name("dcterms", "identifier"), Literal(node.id)
    yield from said(node.facts, ways)
    if node.seed:
        yield PART, seed_name(node.seed)
    yield from plain


def _plain_relations(graph: Graph, model: Model) -> dict[str, list[Statement]]:
    """By node, each relation as a bare property, ours and where there is one the standard's, parallel ones once."""
    found: defaultdict[str, dict[Statement, None]] = defaultdict(dict)
    labels = {node.id: node.label for node in graph.nodes}
    for edge in graph.edges:
        if kind := model.types.get(edge.type):
            found[edge.start][direct(kind), node_name(edge.end)] = None
            if standard := forward(edge, labels.get(edge.start, "")):
                found[edge.start][standard, node_name(edge.end)] = None
            if standard := backward(edge):
                found[edge.end][standard, node_name(edge.start)] = None
    return {id_: list(statements) for id_, statements in found.items()}


def _relations(export: Export) -> Iterator[Resource]:
    ways = {each.type: sayings(each) for each in export.model.edges}
    for edge in export.counted(export.graph.edges, len(export.graph.nodes)):
        if kind := export.model.types.get(edge.type):
            key = tuple(edge.facts.get(name) for name in kind.key)
            subject = relation_name(edge.type, edge.start, edge.end, key, edge.seed)
            yield Resource(subject, tuple(_relation(kind, edge, ways[edge.type])))


def _relation(kind: EdgeType, edge: Edge, ways: dict[str, Say]) -> Iterator[Statement]:
    yield TYPE, class_of(kind)
    yield from relation_statements(edge)
    yield FROM, node_name(edge.start)
    yield TO, node_name(edge.end)
    yield from said(edge.facts, ways)
    if edge.seed:
        yield PART, seed_name(edge.seed)
