"""A Cypher script that makes the graph in an empty Neo4j, for cypher-shell and Neo4j Browser.

Each statement ends a line with `;`, and holds some rows as literals, which UNWIND takes one by one. It may be run
again: nodes are merged by label and id, and a relation is made only where there is none with the same ends, seed and
key fields. The graph's own bookkeeping of loads is not in it.
"""

import math
import re
from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path

from gronagraf.exporting.columns import one_line
from gronagraf.exporting.export import Export
from gronagraf.exporting.telling import about
from gronagraf.exporting.writing import write_pieces
from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.interchange import SEED
from gronagraf.schema import Term, snake_case

ROWS = 200
"""So many rows a statement: fewer are slower to run, more slower to plan."""

HOW = Term(
    "Kör: cypher-shell -a neo4j://localhost:7687 -u neo4j -f {file}",
    "Run: cypher-shell -a neo4j://localhost:7687 -u neo4j -f {file}",
)
ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
SPECIAL = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
NOT_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as one script; the paths written. Raises GronagrafError."""
    return write_pieces(path, _script(export, path.name))


def constraints(graph: Graph) -> Iterator[str]:
    """A statement for each label in use: an id names one node of it."""
    for label in sorted({node.label for node in graph.nodes}):
        yield (
            f"CREATE CONSTRAINT {name(f'{snake_case(label)}_id')} IF NOT EXISTS"
            f" FOR (n:{name(label)}) REQUIRE n.id IS UNIQUE;\n"
        )


def _script(export: Export, file: str) -> Iterator[str]:
    yield f"// {about(export)}\n// {HOW[export.language].format(file=one_line(file))}\n"
    yield from constraints(export.graph)
    labels = {node.id: node.label for node in export.graph.nodes}
    nodes = sorted(export.graph.nodes, key=lambda node: node.label)
    for label, of_label in groupby(export.counted(nodes), lambda node: node.label):
        for rows in _batches(map(_node, of_label)):
            yield f"UNWIND [\n{rows}\n] AS row\nMERGE (n:{name(label)} {{id: row.id}}) SET n = row;\n"
    edges = sorted(export.graph.edges, key=lambda edge: _place(edge, labels))
    counted = export.counted(edges, len(export.graph.nodes))
    for (kind, start, end), of_kind in groupby(counted, lambda edge: _place(edge, labels)):
        for rows in _batches(map(_edge, of_kind)):
            yield f"UNWIND [\n{rows}\n] AS row\n{_relation(export, kind, start, end)};\n"


def _place(edge: Edge, labels: Mapping[str, str]) -> tuple[str, str, str]:
    return edge.type, labels.get(edge.start, ""), labels.get(edge.end, "")


def _batches(rows: Iterator[str]) -> Iterator[str]:
    while batch := list(islice(rows, ROWS)):
        yield ",\n".join(batch)


def _relation(export: Export, kind: str, start: str, end: str) -> str:
    """Make the relation unless it is there; what is unknown is told apart from every known value."""
    known = export.model.types.get(kind)
    fields = (SEED, *known.key) if known else (SEED,)
    same = " AND ".join(f"(r.{name(key)} = row.facts.{name(key)} OR {_both_unknown(key)})" for key in fields)
    ends = f"MATCH (a{_label(start)} {{id: row.from}}) MATCH (b{_label(end)} {{id: row.to}})"
    pattern = f"(a)-[r:{name(kind)}]->(b)"
    new = f"WITH row, a, b WHERE NOT EXISTS {{ MATCH {pattern} WHERE {same} }}"
    return f"{ends}\n{new}\nCREATE {pattern} SET r = row.facts"


def _both_unknown(key: str) -> str:
    return f"r.{name(key)} IS NULL AND row.facts.{name(key)} IS NULL"


def _label(label: str) -> str:
    return f":{name(label)}" if label else ""


def _node(node: Node) -> str:
    return literal_map({"id": node.id, **_seeded(node)})


def _edge(edge: Edge) -> str:
    return f"{{from: {literal(edge.start)}, to: {literal(edge.end)}, facts: {literal_map(_seeded(edge))}}}"


def _seeded(item: Node | Edge) -> dict[str, Value]:
    return {**item.facts, **({SEED: item.seed} if item.seed else {})}


def literal_map(values: Mapping[str, Value]) -> str:
    return f"{{{', '.join(f'{name(key)}: {literal(value)}' for key, value in values.items())}}}"


def literal(value: Value) -> str:
    """A value as a literal of Cypher, which no text can leave."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{SPECIAL.sub(_escape, value)}'" if SPECIAL.search(value) else f"'{value}'"
    if isinstance(value, float) and not math.isfinite(value):
        return f"toFloat('{NOT_FINITE[str(value)]}')"
    return repr(value).replace("e+", "e")


def _escape(found: re.Match[str]) -> str:
    return ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def name(word: str) -> str:
    """A label, type or property name, quoted where it is no plain word."""
    if PLAIN_NAME.fullmatch(word):
        return word
    plain = SPECIAL.sub(lambda found: "'" if found[0] == "'" else f"\\u{ord(found[0]):04x}", word)
    return f"`{plain.replace('`', '``')}`"
