"""GEXF 1.3 with dynamics, for Gephi (https://gexf.net).

Periods are whole days, so that a timeline runs over them; beside them stand the dates as precise as they are known.
Gephi makes one of two relations with the same ends and kind: those are given kinds of their own, `FUNDS`, `FUNDS 2`.
It drops undirected ones where the default is directed. Our own writer: networkx' builds the whole document in memory,
leaves characters in it that XML forbids, and knows no kinds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from gronagraf.exporting.columns import Column, cell_text, columns_of, type_of, with_ids, words_of
from gronagraf.exporting.export import Export
from gronagraf.exporting.positions import sizes
from gronagraf.exporting.spans import span
from gronagraf.exporting.telling import about, title_of
from gronagraf.exporting.writing import write_pieces
from gronagraf.exporting.xml_text import attribute, instruction, text
from gronagraf.graph import Edge, Node
from gronagraf.interchange import MADE_BY, SEED, SYMMETRIC, TYPE, WORDS, seeds_text
from gronagraf.schema import EdgeType, NodeType

TYPES = {"text": "string", "integer": "long", "number": "double", "boolean": "boolean"}
HEAD = (
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
)
GRAPH = '<graph mode="dynamic" timeformat="date" timerepresentation="interval"{}>\n'
DIRECTED = ' defaultedgetype="directed"'
FOR_NODES = ((TYPE, "string"), (WORDS, "string"), (SEED, "string"))
FOR_EDGES = ((TYPE, "string"), (SEED, "string"), (SYMMETRIC, "boolean"))


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as one file; the paths written. Raises GronagrafError."""
    return write_pieces(path, _document(export))


def _document(export: Export) -> Iterator[str]:
    nodes = columns_of(export.graph.nodes, export.model)
    edges = columns_of(export.graph.edges, export.model)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<?{MADE_BY} {instruction(seeds_text(export.graph.seeds))}?>\n"
    yield HEAD
    yield f"<meta><creator>Gronagraf</creator><keywords>{text(title_of(export))}</keywords>"
    yield f"<description>{text(about(export))}</description></meta>\n"
    mixed = any(_symmetric(edge, export) for edge in export.graph.edges)
    yield GRAPH.format("" if mixed else DIRECTED)
    yield from _attributes("node", FOR_NODES, nodes)
    yield from _attributes("edge", FOR_EDGES, edges)
    yield f'<nodes count="{len(export.graph.nodes)}">\n'
    yield from _nodes(export, nodes)
    yield f'</nodes>\n<edges count="{len(export.graph.edges)}">\n'
    yield from _edges(export, edges, mixed=mixed)
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(what: str, own: Iterable[tuple[str, str]], columns: Iterable[Column]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    for name, kind in (*own, *((column.name, TYPES[column.store]) for column in columns)):
        name = attribute(name)
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _nodes(export: Export, columns: tuple[Column, ...]) -> Iterator[str]:
    words, keys = words_of(export), _keys(columns)
    wide = sizes(export.graph) if export.positions else {}
    for node in export.counted(export.graph.nodes):
        own = _value(TYPE, node.label) + _value(WORDS, words.get(node.label, node.label)) + _value(SEED, node.seed)
        head = f'id="{attribute(node.id)}" label="{attribute(node.name)}"{_period(node, "valid_from", "valid_to")}'
        yield f"<node {head}><attvalues>{own}{_facts(node, keys)}</attvalues>{_look(node, export, wide)}</node>\n"


def _look(node: Node, export: Export, wide: dict[str, float]) -> str:
    kind = type_of(node, export.model)
    look = _colour(kind.colour) if isinstance(kind, NodeType) else ""
    if place := export.positions.get(node.id):
        x, y = place[0], -place[1]  # Gephi's y goes upwards
        look += f'<viz:position x="{x:.2f}" y="{y:.2f}" z="0"/><viz:size value="{wide[node.id]:.2f}"/>'
    return look


def _colour(hexadecimal: str) -> str:
    """In three numbers: networkx reads no other."""
    red, green, blue = (int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _symmetric(edge: Edge, export: Export) -> bool:
    kind = type_of(edge, export.model)
    return isinstance(kind, EdgeType) and kind.symmetric


def _edges(export: Export, columns: tuple[Column, ...], *, mixed: bool) -> Iterator[str]:
    """Gephi drops what is undirected where the default is directed: each says what it is where there are both."""
    words, keys = words_of(export), _keys(columns)
    alike: Counter[tuple[str, str, str]] = Counter()
    numbered = with_ids(export.graph.edges, export.model)
    for id_, edge in export.counted(numbered, len(export.graph.nodes)):
        symmetric = _symmetric(edge, export)
        own = _value(TYPE, edge.type) + _value(SEED, edge.seed) + (_value(SYMMETRIC, "true") if symmetric else "")
        start, end = sorted((edge.start, edge.end)) if symmetric else (edge.start, edge.end)
        alike[edge.type, start, end] += 1
        name = edge.type if alike[edge.type, start, end] == 1 else f"{edge.type} {alike[edge.type, start, end]}"
        direction = f' type="{"undirected" if symmetric else "directed"}"' if mixed else ""
        ends = f'source="{attribute(edge.start)}" target="{attribute(edge.end)}"{direction}'
        about_it = f'kind="{attribute(name)}" label="{attribute(words.get(edge.type, edge.type))}"'
        yield f'<edge id="{id_}" {ends} {about_it}{_period(edge, "since", "until")}>'
        yield f"<attvalues>{own}{_facts(edge, keys)}</attvalues></edge>\n"


def _keys(columns: Iterable[Column]) -> list[tuple[str, str]]:
    return [(column.field, attribute(column.name)) for column in columns]


def _period(item: Node | Edge, first: str, last: str) -> str:
    start, end = span(item.facts, first, last)
    return (f' start="{start}"' if start else "") + (f' end="{end}"' if end else "")


def _facts(item: Node | Edge, keys: Iterable[tuple[str, str]]) -> str:
    facts = item.facts
    return "".join(_value(key, cell_text(facts[name])) for name, key in keys if name in facts)


def _value(key: str, value: str) -> str:
    return f'<attvalue for="{key}" value="{attribute(value)}"/>' if value else ""
