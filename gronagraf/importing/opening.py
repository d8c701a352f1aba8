"""A file into sources, by how its name ends: each format is read by the module that knows it."""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from gronagraf.importing.formats.text import text_source
from gronagraf.importing.source import Source
from gronagraf.reading.remarks import Tell, book_remarks, nobody, sheet_remarks
from gronagraf.reading.report import one_problem

TEXT = (".csv", ".tsv", ".tab", ".txt")
WORKBOOK = (".xlsx", ".xlsm", ".ods")
FORMATS = {".graphml": "graphml", ".gexf": "gexf", ".json": "kumu"}
OLD = {".xls": "save it as .xlsx", ".numbers": "export it as .xlsx or CSV", ".xlsb": "save it as .xlsx"}


def open_sources(
    path: Path, file: str, encoding: str, delimiter: str, known: Sequence[str], tell: Tell = nobody
) -> Iterable[Source]:
    """The tables of a file; `tell` gets what a workbook hides. Raises SeedError when it cannot be read."""
    ending = path.suffix.casefold()
    if ending in FORMATS:
        sources: Iterable[Source] = import_module(f"gronagraf.importing.formats.{FORMATS[ending]}").read(path, file)
        return sources
    if ending in WORKBOOK:
        return _sheets(path, tell)
    if ending in TEXT:
        return (text_source(path, file, encoding, delimiter, known),)
    endings = ", ".join((*TEXT, *WORKBOOK, *FORMATS))
    remedy = OLD.get(ending, f"these are: {endings}")
    raise one_problem(file, f"has an ending that is not read: {ending or 'none'}", remedy)


def _sheets(path: Path, tell: Tell) -> Iterator[Source]:
    """The sheets of a workbook; the first row that is not blank names the columns."""
    from gronagraf.reading.sheets import open_workbook

    book = open_workbook(path)
    for remark in book_remarks(book):
        tell(remark)
    for sheet in book.sheets:
        for remark in sheet_remarks(sheet):
            tell(remark)
        rows = sheet.rows()
        _, header = next(rows, (0, []))
        yield Source(sheet.name, sheet.place, tuple(cell.strip() for cell in header), rows)
