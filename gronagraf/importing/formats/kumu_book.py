"""Kumu's workbook, as our export writes it, into a table of elements and one of connections."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.graph import SeedInfo
from gronagraf.importing.source import Source
from gronagraf.interchange import MADE_BY, seeds_from
from gronagraf.schema import NAME

if TYPE_CHECKING:
    from gronagraf.reading.sheets import Sheet

TABLES = ("elements", "connections")
KUMUS = ("id", "label", "from", "to", "direction", "type")


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The elements and the connections; headings that are Kumu's own are told in lower case. Raises SeedError."""
    sheets = _sheets(path)
    return tuple(_source(sheets[name], name) if name in sheets else Source(name, file, (), ()) for name in TABLES)


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a workbook of our own says it holds; none where it is another's."""
    for name, sheet in _sheets(path).items():
        if name.startswith(MADE_BY):
            text = "".join(cells[0] for _, cells in list(sheet.rows())[1:])
            return seeds_from(text, file) if text.startswith("{") else ()
    return ()


def _sheets(path: Path) -> "dict[str, Sheet]":
    from gronagraf.reading.sheets import read_sheets

    return {sheet.name.casefold(): sheet for sheet in read_sheets(path)}


def _source(sheet: "Sheet", name: str) -> Source:
    rows: Iterator[tuple[int, list[str]]] = sheet.rows()
    _, header = next(rows, (0, []))
    columns = tuple(cell.lower() if cell.lower() in KUMUS else cell for cell in header)
    if name == TABLES[0] and "label" in columns:
        return Source(name, sheet.place, _with_name(columns), _named(columns, rows))
    return Source(name, sheet.place, columns, rows)


def _with_name(columns: tuple[str, ...]) -> tuple[str, ...]:
    return columns if NAME.name in columns else (*columns, NAME.name)


def _named(columns: tuple[str, ...], rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the name of each element, which is its label where nothing else is said."""
    label, name = columns.index("label"), _with_name(columns).index(NAME.name)
    for line, cells in rows:
        whole = cells if len(cells) > name else [*cells, ""]
        whole[name] = whole[name] or whole[label]
        yield line, whole
