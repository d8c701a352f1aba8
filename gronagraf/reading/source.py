"""What a seed is read from: a folder or a workbook, alike to all who read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gronagraf.reading.folder import open_folder
from gronagraf.reading.manifest import Manifest, holds_manifest
from gronagraf.reading.report import Report
from gronagraf.reading.table import Table
from gronagraf.schema import EdgeType, Model

if TYPE_CHECKING:
    from gronagraf.reading.remarks import Tell

ENDINGS = (".xlsx", ".ods", ".xlsm")
REFUSED = (".xls", ".xlsb", ".xlt", ".xltx", ".fods", ".ots")


class Source(Protocol):
    """The tables of a seed, and the labels whose rows may stand in a misnamed one."""

    @property
    def path(self) -> Path: ...

    @property
    def misnamed(self) -> frozenset[str]: ...

    @property
    def is_form(self) -> bool:
        """Whether it asks in the words of the method, so that one person's answers stand for the whole seed."""
        ...

    def manifest(self) -> Manifest:
        """What the seed says of itself. Raises SeedError where it does not, or cannot be read."""
        ...

    def nodes(self, model: Model) -> Iterator[Table]: ...

    def edges(self, model: Model) -> Iterator[tuple[EdgeType, Table]]: ...


def open_source(path: Path, model: Model, report: Report, tell: "Tell | None" = None) -> Source:
    """The folder or workbook at a path, its faults reported and what is worth saying told.

    Raises SeedError when it is neither, or cannot be read.
    """
    if not is_workbook(path):
        return open_folder(path, model, report)
    from gronagraf.reading.books.book import open_book

    return open_book(path, model, report, tell) if tell else open_book(path, model, report)


def is_workbook(path: Path) -> bool:
    """Whether a file has the name or the first bytes of a workbook; not so when it cannot be looked at."""
    try:
        if not path.is_file():
            return False
        if path.suffix.casefold() in ENDINGS + REFUSED:
            return True
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except (OSError, ValueError):
        return False


def seeds_at(path: Path) -> Iterator[Path]:
    """What may be the seed of this name: the folder, then workbooks beside it."""
    if holds_manifest(path):
        yield path
    for ending in ENDINGS:
        if is_workbook(book := path.with_name(path.name + ending)):
            yield book
