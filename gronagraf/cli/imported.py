"""What the command `import` shows: the first rows of what was made, how much it is, and what could not be."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call
from gronagraf.cli.show import terminal_width
from gronagraf.graph import Column, Edge, Graph, Node, Result, Value
from gronagraf.model import MODEL
from gronagraf.schema import EdgeType, NodeType, Term
from gronagraf.values import quote
from gronagraf.views.words import number, one_line

if TYPE_CHECKING:
    from gronagraf.importing import Conversion, Leftover

SHOWN_ROWS = 5
SHOWN_LEFT = 10
MADE = Term(
    "{rows} rader blev {nodes} noder och {edges} relationer.", "{rows} rows became {nodes} nodes and {edges} relations."
)
SKIPPED = Term("{count} rader hoppades över som mappningen säger.", "{count} rows were skipped as the mapping says.")
REUSED = Term("{count} noder fanns redan i {seeds}.", "{count} nodes were there already in {seeds}.")
WHOLE = Term("Allt kunde översättas.", "All could be mapped.")
COULD_NOT = Term("Kunde inte översättas:", "Could not be mapped:")
TWINS = Term("Kan vara samma sak, och är kvar som två:", "May be the same thing, and are kept as two:")
TOLD = Term("Mappningen nämner, men tabellen saknar:", "The mapping names, but the table lacks:")
AND_MORE = Term(
    "  och {count} till; alla skrivs med --report FILE", "  and {count} more; --report FILE writes them all"
)
KINDS = {
    "row": Term("rader", "rows"),
    "value": Term("värden", "values"),
    "lookup": Term("uppslagningar", "lookups"),
    "clash": Term("motsägelser", "clashes"),
    "met": Term("fält som noden i det utökade fröet inte har så", "fields that the extended seed's node has not so"),
    "merge": Term("rader som blev ett med en annan", "rows that became one with another"),
    "twin": Term("par", "pairs"),
    "column": Term("kolumner", "columns"),
    "table": Term("tabeller", "tables"),
    "absent": Term("kolumner", "columns"),
}


def show_preview(call: Call, graph: Graph) -> None:
    """The first rows of each type as a table."""
    from gronagraf.views.tables import render

    for kind, rows in _by_type(graph):
        click.echo(f"{kind.name}  {kind.term[call.language]}: {number(len(rows), call.language)}")
        click.echo(render(_table(kind, rows[:SHOWN_ROWS]), "table", call.language, MODEL, terminal_width()))


def _by_type(graph: Graph) -> "Iterator[tuple[NodeType | EdgeType, list[Node | Edge]]]":
    rows: dict[str, list[Node | Edge]] = {}
    for node in graph.nodes:
        rows.setdefault(node.label, []).append(node)
    for edge in graph.edges:
        rows.setdefault(edge.type, []).append(edge)
    for kind in MODEL.all:
        if kind.name in rows:
            yield kind, rows[kind.name]


def _table(kind: NodeType | EdgeType, rows: list[Node | Edge]) -> Result:
    """Some nodes or relations of one type as rows, only the columns in use."""
    cells = [_cells(row) for row in rows]
    names = [name for name in kind.header if any(name in each for each in cells)]
    terms = {name: kind.columns[name].term if name in kind.columns else Term(name, name) for name in names}
    columns = tuple(Column(name, terms[name]) for name in names)
    return Result(columns, tuple(tuple(each.get(name) for name in names) for each in cells))


def _cells(row: Node | Edge) -> dict[str, Value]:
    if isinstance(row, Node):
        return {"id": row.id, **row.facts}
    return {"from": row.start, "to": row.end, **row.facts}


def tell_conversion(call: Call, conversion: "Conversion", seeds: tuple[str, ...]) -> None:
    """What was made, and what could not be."""
    from gronagraf.importing import ready_mappings
    from gronagraf.importing.leftovers import INNOCENT

    graph, left = conversion.graph, conversion.left

    def n(count: int) -> str:
        return number(count, call.language)

    click.echo(call.say(MADE, rows=n(conversion.rows), nodes=n(len(graph.nodes)), edges=n(len(graph.edges))))
    for kind, rows in _by_type(graph):
        click.echo(f"  {n(len(rows)):>8}  {kind.name}  {kind.term[call.language]}")
    if conversion.skipped:
        click.echo(call.say(SKIPPED, count=n(conversion.skipped)))
    if conversion.reused:
        click.echo(call.say(REUSED, count=n(conversion.reused), seeds=", ".join(seeds)))
    absent = [each for each in left.found if each.kind == "absent"]
    if call.values["mapping"] in ready_mappings():
        absent = []  # a packaged mapping knows more names of columns than any one table has
    _list(call, TOLD, absent, len(absent))
    _list(call, TWINS, [each for each in left.found if each.kind == "twin"], left.counts["twin"])
    _list(call, COULD_NOT, [each for each in left.found if each.kind not in INNOCENT], left.lost)
    if not left.lost:
        click.echo(call.say(WHOLE))


def _list(call: Call, heading: Term, found: "list[Leftover]", count: int) -> None:
    """The first of what was left, on standard error, with how many there are of each kind."""
    if not count:
        return
    kinds: dict[str, int] = {}
    for each in found:
        kinds[each.kind] = kinds.get(each.kind, 0) + 1
    counted = ", ".join(f"{KINDS[kind][call.language]} {number(size, call.language)}" for kind, size in kinds.items())
    click.echo(f"{call.say(heading)} {counted}", err=True)
    for each in found[:SHOWN_LEFT]:
        where = ": ".join(filter(None, (f"{each.file}:{each.row}" if each.row else each.file, each.column)))
        text = f" {quote(each.text)}" if each.text and each.text not in each.what else ""
        click.echo(one_line(f"  {where}:{text} {each.what}"), err=True)
    if count > SHOWN_LEFT:
        click.echo(call.say(AND_MORE, count=number(count - SHOWN_LEFT, call.language)), err=True)
