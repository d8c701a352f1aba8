"""GraphML 1.1, for igraph, networkx, Cytoscape and yEd (http://graphml.graphdrawing.org/).

Every relation is written as directed, since networkx reads no file with both kinds; those read both ways have the mark
`symmetric`. Our own writer: igraph's writes a text or false for what is unknown, networkx' builds the whole document
in memory, and both refuse a text with a character that XML forbids.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gronagraf.exporting.columns import Column, cell_text, columns_of, type_of, with_ids, words_of
from gronagraf.exporting.export import Export
from gronagraf.exporting.telling import about
from gronagraf.exporting.writing import write_pieces
from gronagraf.exporting.xml_text import attribute, text, token
from gronagraf.graph import Edge, Node
from gronagraf.interchange import SEED, SYMMETRIC, TYPE, WORDS, seeds_text
from gronagraf.schema import EdgeType

SPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"text": "string", "integer": "long", "number": "double", "boolean": "boolean"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<graphml xmlns="{SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    f' xsi:schemaLocation="{SPACE} {SPACE}/1.1/graphml.xsd">\n'
)
FOR_NODES = (("label", "string"), (TYPE, "string"), (WORDS, "string"), (SEED, "string"), ("x", "double"))
FOR_EDGES = (("label", "string"), (TYPE, "string"), (SEED, "string"), (SYMMETRIC, "boolean"))


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as one file; the paths written. Raises GronagrafError."""
    return write_pieces(path, _document(export))


def _document(export: Export) -> Iterator[str]:
    nodes = columns_of(export.graph.nodes, export.model)
    edges = columns_of(export.graph.edges, export.model)
    yield HEAD
    yield f"<desc>{text(about(export))}</desc>\n"
    yield '<key id="g_seeds" for="graph" attr.name="seeds" attr.type="string"/>\n'
    yield from _keys("node", (*FOR_NODES, ("y", "double")), nodes, export)
    yield from _keys("edge", FOR_EDGES, edges, export)
    yield '<graph id="G" edgedefault="directed">\n'
    yield f'<data key="g_seeds">{text(seeds_text(export.graph.seeds))}</data>\n'
    yield from _nodes(export, nodes)
    yield from _edges(export, edges)
    yield "</graph>\n</graphml>\n"


def _keys(what: str, own: Iterable[tuple[str, str]], columns: Iterable[Column], export: Export) -> Iterator[str]:
    for name, kind in own:
        yield f'<key id="{what[0]}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>\n'
    for column in columns:
        name, kind = token(column.name), TYPES[column.store]
        words = f"<desc>{text(column.words(export.language))}</desc>" if column.terms else ""
        yield f'<key id="{what[0]}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}">{words}</key>\n'


def _nodes(export: Export, columns: tuple[Column, ...]) -> Iterator[str]:
    words = words_of(export)
    keys = [(column.field, f"n_{token(column.name)}") for column in columns]
    for node in export.counted(export.graph.nodes):
        own = _data("n_label", node.name) + _data(f"n_{TYPE}", node.label)
        own += _data(f"n_{WORDS}", words.get(node.label, node.label)) + _data(f"n_{SEED}", node.seed)
        if place := export.positions.get(node.id):
            own += f'<data key="n_x">{place[0]:.2f}</data><data key="n_y">{-place[1]:.2f}</data>'  # upwards, as Gephi
        yield f'<node id="{token(node.id)}">{own}{_facts(node, keys)}</node>\n'


def _edges(export: Export, columns: tuple[Column, ...]) -> Iterator[str]:
    words = words_of(export)
    keys = [(column.field, f"e_{token(column.name)}") for column in columns]
    numbered = with_ids(export.graph.edges, export.model)
    for id_, edge in export.counted(numbered, len(export.graph.nodes)):
        own = _data("e_label", words.get(edge.type, edge.type)) + _data(f"e_{TYPE}", edge.type)
        own += _data(f"e_{SEED}", edge.seed)
        kind = type_of(edge, export.model)
        if isinstance(kind, EdgeType) and kind.symmetric:
            own += f'<data key="e_{SYMMETRIC}">true</data>'
        ends = f'source="{token(edge.start)}" target="{token(edge.end)}"'
        yield f'<edge id="{attribute(id_)}" {ends}>{own}{_facts(edge, keys)}</edge>\n'


def _facts(item: Node | Edge, keys: Iterable[tuple[str, str]]) -> str:
    facts = item.facts
    return "".join(f'<data key="{key}">{text(cell_text(facts[name]))}</data>' for name, key in keys if name in facts)


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{text(value)}</data>' if value else ""
