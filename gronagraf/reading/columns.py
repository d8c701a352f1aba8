"""A header as columns with their fields, and a row's cells as typed facts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from gronagraf.graph import Value
from gronagraf.reading.cells import ERRORS, NO_VALUE, OFFICE_ERROR
from gronagraf.reading.report import Report
from gronagraf.reading.suggestions import column_names, meant
from gronagraf.reading.table import Row, Table, begin_with
from gronagraf.schema import PERIODS, EdgeType, Field, NodeType
from gronagraf.values import CONTROL, UnreadableValueError, is_before, parse, quote

LINE_END = re.compile(r"\r\n?")
MOST_REMEMBERED = 20_000
LONGEST_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Column:
    """Where a field's cells stand in a row; `seen` remembers parsed texts, so that equal values are one object."""

    at: int
    fact: Field
    seen: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in model order, where its id or ends stand, and what must be empty."""

    width: int
    keys: dict[str, int]
    columns: tuple[Column, ...]
    unnamed: tuple[int, ...]


def key_names(kind: NodeType | EdgeType) -> tuple[str, ...]:
    return ("id",) if isinstance(kind, NodeType) else ("from", "to")


def read_header(table: Table, row: Row, report: Report) -> Header | None:
    """The header of a table, its faults reported; None when the rows below it cannot be understood."""
    line, cells = row
    names = [cell.strip().strip("﻿") for cell in cells]
    words = column_names(table.type)
    alike = [name for name in names if meant(name, words)]
    if not alike or (len(names) == 1 and names[0] not in table.type.header):
        remedy = f"{begin_with(table.type.header)}, {table.places.between}"
        report.add(table.place(line), f"has none of the columns of {table.type.name}", remedy)
        return None
    at: dict[str, int] = {}
    renamed = {_known_column(table, line, name, at, index, report) for index, name in enumerate(names)}
    _missing(table, line, set(at) | renamed, report)
    keys = {name: at[name] for name in key_names(table.type) if name in at}
    if len(keys) < len(key_names(table.type)):
        return None
    columns = tuple(Column(at[name], own) for name, own in table.type.columns.items() if name in at)
    return Header(len(names), keys, columns, tuple(i for i, name in enumerate(names) if not name))


def _known_column(table: Table, line: int, name: str, at: dict[str, int], index: int, report: Report) -> str:
    """Note where a column stands, or report it; the known name that an unknown one may stand for."""
    if name in at:
        report.add(table.place(line, name), "stands twice in the header", "keep one of the two columns")
    elif name in table.type.header:
        at[name] = index
    elif name:
        near = meant(name, column_names(table.type))
        remedy = f"did you mean {quote(near)}?" if near else f"the columns are {', '.join(table.type.header)}"
        report.add(table.place(line, index), f"{quote(name)} is not a column of {table.type.name}", remedy)
        return near
    return ""


def _missing(table: Table, line: int, present: set[str], report: Report) -> None:
    required = (name for name, each in table.type.columns.items() if each.required)
    for name in (*key_names(table.type), *required):
        if name not in present:
            report.add(table.place(line), f"the column {quote(name)} is missing", "add it to the header")


def fits(header: Header, table: Table, row: Row, report: Report) -> bool:
    """Whether a row has the header's number of cells, and none below a column without a name; reported if not."""
    line, cells = row
    if len(cells) != header.width:
        what = f"has {len(cells)} cells, but the header has {header.width}"
        remedy = "give each column one cell; a cell with the delimiter or a newline in it needs quotes around it"
        report.add(table.place(line), what, remedy)
        return False
    for at in header.unnamed:
        if cells[at].strip():
            what = f"has text in column {at + 1}, which has no name in the header"
            report.add(table.place(line, at), what, "name the column or empty the cell")
            return False
    return True


def read_facts(header: Header, table: Table, row: Row, report: Report) -> dict[str, Value]:
    """The typed values of a row's cells, empty ones left out; what cannot be read is reported."""
    line, cells = row
    facts: dict[str, Value] = {}
    for column in header.columns:
        cell = cells[column.at]
        if cell and (value := column.seen.get(cell)) is not None:
            facts[column.fact.name] = value
        elif cell or column.fact.required:
            value = _read_cell(table, line, cell, column, report)
            if value is not None:
                facts[column.fact.name] = value
    _check_periods(table, line, facts, report)
    return facts


def _read_cell(table: Table, line: int, cell: str, column: Column, report: Report) -> Value | None:
    own = column.fact
    try:
        text = clean(cell)
        if text:
            value = parse(own.kind, text)
            if len(cell) <= LONGEST_REMEMBERED and len(column.seen) < MOST_REMEMBERED:
                column.seen[cell] = value
            return value
    except UnreadableValueError as error:
        report.refuse(table.place(line, own.name), error)
        return None
    if own.required:
        remedy = f"give the {own.term.en.lower()} of the {table.type.term.en.lower()}"
        if isinstance(table.type, EdgeType):
            remedy = f"give the {own.term.en.lower()}"
        report.add(table.place(line, own.name), "is empty", remedy)
    return None


def clean(cell: str) -> str:
    """A cell without the spaces around it, in one Unicode form, with LF line ends. Raises UnreadableValueError."""
    text = cell.strip()
    if "\r" in text:
        text = LINE_END.sub("\n", text)
    if text[:1] in "#EF" and (text in ERRORS or OFFICE_ERROR.fullmatch(text)):
        raise UnreadableValueError(*_fault(text))
    if control := CONTROL.search(text):
        raise UnreadableValueError(f"{quote(text)} holds the control character U+{ord(control[0]):04X}", "remove it")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _fault(error: str) -> tuple[str, str]:
    """What an error in a cell of a spreadsheet is, and what to do."""
    if error == NO_VALUE:
        return "is a formula that was never computed", "open the file in a spreadsheet program and save it again"
    return f"is the error {error}", "mend the formula that it comes from, or empty the cell"


def _check_periods(table: Table, line: int, facts: dict[str, Value], report: Report) -> None:
    for first, last in PERIODS:
        if last in facts and first in facts and is_before(str(facts[last]), str(facts[first])):
            what = f"{facts[last]} is before {first}, {facts[first]}"
            report.add(table.place(line, last), what, "swap them or mend one of them")


def begin(table: Table, report: Report) -> tuple[Header, Iterator[Row]] | None:
    """The header of a table and the rows below it; None, reported, when they cannot be understood.

    Raises SeedError where the table cannot be read.
    """
    rows = iter(table.rows)
    header = read_header(table, next(rows), report)
    return (header, rows) if header else None
