"""Tables of node types into nodes."""

from collections.abc import Iterable

from gronagraf.errors import SeedError
from gronagraf.graph import Node
from gronagraf.reading.columns import begin, clean, fits, read_facts
from gronagraf.reading.known import Register
from gronagraf.reading.report import Report
from gronagraf.reading.table import Row, Table
from gronagraf.schema import TEXT
from gronagraf.values import UnreadableValueError, parse_id, quote


def read_nodes(tables: Iterable[Table], seed: str, others: Register, report: Report) -> Register:
    """Every node of these tables; one whose cells have faults still counts as known."""
    register = Register()
    for table in tables:
        register.places[seed, table.type.name] = table.places
        try:
            _read_table(table, seed, register, others, report)
        except SeedError as error:
            report.extend(error.problems)
            register.unread.add(table.type.name)
    return register


def _read_table(table: Table, seed: str, register: Register, others: Register, report: Report) -> None:
    begun = begin(table, report)
    if not begun:
        register.unread.add(table.type.name)
        return
    header, rows = begun
    at = header.keys["id"]
    for row in rows:
        line, cells = row
        if not fits(header, table, row, report):
            register.broken.update(cells[at : at + 1])
            continue
        id_ = _read_id(table, row, at, register, report)
        facts = read_facts(header, table, row, report)
        node = Node(table.type.name, id_, facts, seed)
        if id_ and _is_new(table, line, node, register, others, report):
            register.nodes[id_] = node
            register.lines[id_] = line


def _read_id(table: Table, row: Row, at: int, register: Register, report: Report) -> str:
    line, cells = row
    try:
        text = clean(cells[at])
        if text:
            return str(parse_id(TEXT, text))
        what, remedy = "is empty", "give the node an id that is unique in the whole graph"
    except UnreadableValueError as error:
        register.broken.add(cells[at].strip())
        what, remedy = error.what, error.remedy
    report.add(table.place(line, "id"), what, remedy)
    return ""


def _is_new(table: Table, line: int, node: Node, register: Register, others: Register, report: Report) -> bool:
    where = table.place(line, "id")
    if first := register.nodes.get(node.id):
        what = f"{quote(node.id)} is already the id of {register.place(first)}"
        report.add(where, what, "give one of them another id: ids are unique in the whole graph")
        _excuse(register, node, first)
        return False
    if other := others.nodes.get(node.id):
        what = f"{quote(node.id)} is already defined by the seed {quote(other.seed)}, {others.place(other)}"
        report.add(where, f"{what}, {_difference(node, other)}", "remove the row or give it another id")
        _excuse(register, node, other)
    return True


def _excuse(register: Register, node: Node, first: Node) -> None:
    """Rows that name an id of two types may mean either: they are no faults of their own."""
    if node.label != first.label:
        register.broken.add(node.id)


def _difference(node: Node, other: Node) -> str:
    """In words, what one definition of an id says that another does not."""
    if node.label != other.label:
        return f"as {other.label}, not {node.label}"
    names = dict.fromkeys((*other.facts, *node.facts))
    unlike = [name for name in names if node.facts.get(name) != other.facts.get(name)]
    if not unlike:
        return "with the same values"
    return "with " + ", ".join(f"{name} {_shown(other, name)}, not {_shown(node, name)}" for name in unlike)


def _shown(node: Node, name: str) -> str:
    return quote(str(node.facts[name])) if name in node.facts else "empty"
