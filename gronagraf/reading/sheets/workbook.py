"""A workbook as its sheets: looked at first, then read by calamine as texts, row by row."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from gronagraf.errors import SeedError
from gronagraf.reading.cells import shown_as, text_of
from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.sheets.container import NO_WORKBOOK, SAVE_AGAIN, Container, open_container
from gronagraf.reading.sheets.excel import look_at_excel, workbook_part
from gronagraf.reading.sheets.look import Look
from gronagraf.reading.sheets.opendocument import CONTENT, look_at_opendocument

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Row: TypeAlias = tuple[int, list[str]]
OPENDOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of text: its `place` in messages, whether it is hidden, and what its XML says beside the values."""

    place: str
    name: str
    hidden: bool
    look: Look
    _open: Callable[[], Iterator[Row]] = field(repr=False)

    def rows(self) -> Iterator[Row]:
        """The number of each row, as people count, and its cells from column A on, all rows of one width.

        Wholly blank rows are left out. Dates are ISO texts at the precision shown, whole numbers have no decimals, a
        cell shown as 51 % is `51`, a formula is its last computed value, an error is its text (`#REF!`).
        Raises SeedError where the sheet cannot be read.
        """
        return self._open()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook in order, charts left out; whether it has macros and links to other workbooks."""

    file: str
    sheets: tuple[Sheet, ...]
    macros: bool
    links: bool


def read_sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of a workbook in order.

    Raises SeedError with one problem for a file that is no `.xlsx`, `.xlsm` or `.ods`, is damaged or protected by a
    password, or would not fit the memory.
    """
    yield from open_workbook(path).sheets


def open_workbook(path: Path) -> Workbook:
    """A workbook whose file is read into memory, checked and looked through. Raises SeedError as `read_sheets`."""
    path = Path(path)
    file = shown(path)
    container = open_container(path, file)
    looks = _look(container)
    book = _calamine(container)
    sheets = []
    if [name for name, _ in looks] != book.sheet_names:
        raise one_problem(file, "names its sheets in a way that can be read as two", SAVE_AGAIN)
    for number, ((name, look), seen) in enumerate(zip(looks, book.sheets_metadata, strict=True)):
        if look:
            hidden = seen.visible != type(seen.visible).Visible
            place = f"{file}: sheet {shown(name)}"
            sheets.append(Sheet(place, name, hidden, look, _opener(book, number, look, place)))
    parts = container.names
    return Workbook(
        file,
        tuple(sheets),
        macros=any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in parts),
        links=any(name.startswith("xl/externallinks/") for name in parts),
    )


def _look(container: Container) -> list[tuple[str, Look | None]]:
    if workbook := workbook_part(container):
        return look_at_excel(container, workbook)
    if CONTENT in container and "mimetype" in container:
        if b"".join(container.part("mimetype")).startswith(OPENDOCUMENT):
            return look_at_opendocument(container)
        raise one_problem(container.file, "is an OpenDocument file, but no spreadsheet", "name a workbook")
    raise one_problem(container.file, *NO_WORKBOOK)


def _calamine(container: Container) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(container.data))
    except PasswordError:
        what, remedy = "is protected by a password", "open it, take the password away and save it again"
        raise one_problem(container.file, what, remedy) from None
    except (CalamineError, OSError, ValueError):
        raise one_problem(container.file, "holds a value or a part that cannot be read", SAVE_AGAIN) from None


def _opener(book: "CalamineWorkbook", number: int, look: Look, place: str) -> Callable[[], Iterator[Row]]:
    return lambda: _rows(book, number, look, place)


def _rows(book: "CalamineWorkbook", number: int, look: Look, place: str) -> Iterator[Row]:
    from python_calamine import CalamineError

    if not look.cells:
        return
    try:
        sheet = book.get_sheet_by_index(number)
    except (CalamineError, OSError, ValueError) as error:
        raise _unread(place, error) from None
    width = look.last_column + 1
    before = [""] * (sheet.start or (0, 0))[1]
    after = [""] * (width - len(before) - sheet.width)
    for line, values in enumerate(sheet.iter_rows(), 1):
        cells = [*before, *(value if type(value) is str else text_of(value) for value in values), *after]
        for column, form in look.forms.get(line, ()):
            at = column - len(before)
            cells[column] = shown_as(values[at] if 0 <= at < len(values) else "", form)
        if any(cells) and any(map(str.strip, cells)):
            yield line, cells


def _unread(place: str, error: Exception) -> SeedError:
    return one_problem(place, f"cannot be read ({shown(error)})", SAVE_AGAIN)
