"""Tables of relation types into edges: ends that exist and fit, no relation twice, no circle where none may be."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gronagraf.errors import SeedError
from gronagraf.graph import Edge, Node, Value
from gronagraf.reading.circles import circles
from gronagraf.reading.columns import Header, begin, clean, fits, read_facts
from gronagraf.reading.known import Known, either
from gronagraf.reading.report import Report
from gronagraf.reading.table import Row, Table
from gronagraf.schema import EdgeType, Field
from gronagraf.values import UnreadableValueError, quote


def read_edges(tables: Iterable[tuple[EdgeType, Table]], seed: str, known: Known, report: Report) -> Iterator[Edge]:
    """Every edge of these tables, sorted within its type by start, end and key fields."""
    for kind, table in tables:
        edges: list[Edge] = []
        lines = array("Q")
        try:
            for line, edge in _read_table(kind, table, seed, known, report):
                edges.append(edge)
                lines.append(line)
        except SeedError as error:
            report.extend(error.problems)
        if kind.acyclic:
            _check_circles(table, edges, lines, report)
        yield from _sorted(kind, table, edges, lines, report)


def _read_table(kind: EdgeType, table: Table, seed: str, known: Known, report: Report) -> Iterator[tuple[int, Edge]]:
    begun = begin(table, report)
    if not begun:
        return
    header, rows = begun
    references = [each for each in kind.columns.values() if each.kind.labels]
    for row in rows:
        before = report.count
        if not fits(header, table, row, report):
            continue
        ends = _read_ends(kind, header, table, row, known, report)
        facts = read_facts(header, table, row, report)
        _check_references(references, facts, table, row, known, report)
        if ends and report.count == before:
            start, end = sorted(ends) if kind.symmetric else ends
            yield row[0], Edge(kind.type, start, end, facts, seed)


def _read_ends(
    kind: EdgeType, header: Header, table: Table, row: Row, known: Known, report: Report
) -> tuple[str, str] | None:
    line, cells = row
    start = _read_end(cells[header.keys["from"]], kind.starts, table.place(line, "from"), known, report)
    end = _read_end(cells[header.keys["to"]], kind.targets, table.place(line, "to"), known, report)
    if start is None or end is None:
        return None
    if (start.label, end.label) not in kind.ends:
        pairs = ", ".join(f"{a} → {b}" for a, b in kind.ends)
        what = f"leads from {known.a(start.label)} to {known.a(end.label)}, but {kind.type} joins {pairs}"
        report.add(table.place(line), what, "mend one of the ends")
    if start.id == end.id and (kind.symmetric or kind.acyclic):
        what = f"joins {quote(start.id)} with itself"
        report.add(table.place(line), what, f"{kind.type} needs two different ends")
    return start.id, end.id


def _read_end(cell: str, labels: tuple[str, ...], where: str, known: Known, report: Report) -> Node | None:
    node = known.get(cell)
    if node and node.label in labels:
        return node
    try:
        id_ = clean(cell)
    except UnreadableValueError as error:
        report.add(where, error.what, error.remedy)
        return None
    if not id_:
        report.add(where, "is empty", f"give the id of {either(map(known.a, labels))}")
        return None
    return known.resolve(id_, labels, where, report)


def _check_references(
    fields: list[Field], facts: dict[str, Value], table: Table, row: Row, known: Known, report: Report
) -> None:
    for each in fields:
        if each.name in facts:
            where = table.place(row[0], each.name)
            known.resolve(str(facts[each.name]), each.kind.labels, where, report)


def _check_circles(table: Table, edges: list[Edge], lines: "array[int]", report: Report) -> None:
    line_of = {(edge.start, edge.end): line for edge, line in zip(edges, lines, strict=True)}
    for circle in circles(line_of):
        line = max(line_of[pair] for pair in pairwise(circle))
        what = f"leads back to where it began: {' → '.join(circle)}"
        report.add(table.place(line), what, f"remove one of these rows: {table.type.name} may not go in a circle")


def _sorted(kind: EdgeType, table: Table, edges: list[Edge], lines: "array[int]", report: Report) -> Iterator[Edge]:
    """The edges in order; those that have the same ends and key fields as an earlier row are reported."""
    keys = [_key(kind, edge) for edge in edges]
    order = sorted(range(len(edges)), key=keys.__getitem__)
    first = -1
    for index in order:
        if first >= 0 and keys[first] == keys[index]:
            what, remedy = _twice(kind, edges[index], table.places.line(lines[first]))
            report.add(table.place(lines[index]), what, remedy)
        else:
            first = index
        yield edges[index]


def _key(kind: EdgeType, edge: Edge) -> tuple[str, ...]:
    return (edge.start, edge.end, *(str(edge.facts.get(name, "")) for name in kind.key))


def _twice(kind: EdgeType, edge: Edge, first: str) -> tuple[str, str]:
    ends = f"{quote(edge.start)} and {quote(edge.end)}"
    apart = either(kind.key)
    return (
        f"is the same relation between {ends} as on {first}",
        f"remove one of them, or tell them apart by {apart}" if apart else "remove one of them",
    )
