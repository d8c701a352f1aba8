"""A workbook on its way to a file: the same content always gives the same bytes, and no text in it is ever run."""

import contextlib
import datetime as dt
import math
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_col_to_name

from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Value
from gronagraf.views.files import whole_file
from gronagraf.views.words import width_of

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
LISTS = "_lists"
LONGEST_PROPERTY = 200
SETTINGS = {"strings_to_urls": False, "strings_to_formulas": False}
WIDEST, NARROWEST = 60, 9
LINE, HIGHEST = 15, 405
LARGEST_INTEGER = 2**53
MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same content gives the same bytes
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
HIGHLIGHT = "#0b5a4a"
LOOKS: dict[str, dict[str, object]] = {
    "heading": {
        "bold": True,
        "font_color": "#ffffff",
        "bg_color": HIGHLIGHT,
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": "#ffffff",
    },
    "required": {
        "bold": True,
        "font_color": "#ffffff",
        "bg_color": "#8a3b12",
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": "#ffffff",
    },
    "plain": {"valign": "top"},
    "number": {"valign": "top", "align": "right", "indent": 1},
    "wrapped": {"valign": "top", "text_wrap": True},
    "text": {"valign": "top", "num_format": "@"},
    "date": {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    "title": {"bold": True, "font_size": 16, "font_color": HIGHLIGHT, "valign": "top", "text_wrap": True},
    "headline": {"bold": True, "font_size": 16, "font_color": HIGHLIGHT, "valign": "top"},
    "link": {"font_color": "#0b57d0", "underline": 1, "valign": "top"},
    "subtitle": {"bold": True, "font_size": 12, "font_color": HIGHLIGHT, "valign": "vcenter"},
    "warning": {"bold": True, "font_color": "#ffffff", "bg_color": "#b3261e", "valign": "top", "text_wrap": True},
    "label": {
        "bold": True,
        "valign": "top",
        "text_wrap": True,
        "bg_color": "#e8f1ee",
        "border": 1,
        "border_color": "#bfbfbf",
    },
    "given": {"valign": "top", "text_wrap": True, "bg_color": "#f2f2f2", "border": 1, "border_color": "#bfbfbf"},
    "answer": {"valign": "top", "text_wrap": True, "num_format": "@", "border": 1, "border_color": "#bfbfbf"},
    "score": {"valign": "top", "align": "center", "border": 1, "border_color": "#bfbfbf"},
}


class Exact(float):
    """A number that is written with all its digits, where the library would keep sixteen."""

    def __format__(self, spec: str, /) -> str:
        return repr(float(self))


@dataclass(slots=True)
class Book:
    """A workbook that is being written: its sheets' names, its looks, and the labels whose ids have a name."""

    file: Any
    names: set[str] = field(default_factory=set)
    looks: dict[str, Any] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)

    def look(self, name: str) -> Any:  # noqa: ANN401 - the library has no types
        if name not in self.looks:
            self.looks[name] = self.file.add_format(LOOKS[name])
        return self.looks[name]

    def listed(self, words: Sequence[str]) -> str:
        """Where these words will stand on a hidden sheet, as a formula; they are written when the book ends."""
        place = f"='{LISTS}'!${_letters(len(self.lists))}$1:${_letters(len(self.lists))}${len(words)}"
        return self.lists.setdefault(tuple(words), place)

    def write_lists(self) -> None:
        """The hidden sheet of what drop-downs offer, where it is needed."""
        if self.lists:
            page = self.sheet(LISTS)
            for row in range(max(map(len, self.lists))):
                for column, words in enumerate(self.lists):
                    page.put(row, column, words[row] if row < len(words) else None)
            page.page.hide()

    def sheet(self, name: str) -> "Sheet":
        """A new sheet under this name, or one near it that a workbook can have."""
        taken = sheet_name(name, self.names)
        self.names.add(taken.casefold())
        return Sheet(self, taken, self.file.add_worksheet(taken))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is being written, row by row where the workbook is big; rows and columns count from 0."""

    book: Book
    name: str
    page: Any

    def put(self, row: int, column: int, value: Value | dt.date | None, look: str = "plain") -> None:
        """A cell of the value's own kind; nothing for None. Raises GronagrafError for what no cell can hold."""
        form = self.book.look(look)
        if isinstance(value, str):
            self.page.write_string(row, column, self._fitting(row, column, value), form)
        elif isinstance(value, bool):
            self.page.write_boolean(row, column, value, form)
        elif isinstance(value, int | float):
            self._number(row, column, value, form)
        elif value is not None:
            self.page.write_datetime(row, column, value, form)

    def blank(self, row: int, column: int, look: str) -> None:
        """An empty cell that looks like one to fill in."""
        self.page.write_blank(row, column, None, self.book.look(look))

    def let_text_be(self) -> None:
        """No green corner on digits that are text on purpose: ids, codes and dates."""
        self.page.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def widths(self, widths: Sequence[float]) -> None:
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)

    def tall(self, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
        """A row as high as its texts need in columns of these widths; to be said before the row is written."""
        lines = max((lines_in(text, width) for text, width in zip(texts, widths, strict=False)), default=1)
        if lines > 1:
            self.page.set_row(row, min(HIGHEST, LINE * lines))

    def headings(self, texts: Sequence[str], widths: Sequence[float], row: int = 0) -> None:
        """Bold headings that stay in sight, over columns of these widths."""
        self.tall(row, texts, [width - 1 for width in widths])
        for column, text in enumerate(texts):
            self.put(row, column, text, "heading")
        self.page.freeze_panes(row + 1, 0)
        self.page.repeat_rows(row)

    def paper(self, title: str, mark: str = "", across: int = 1) -> None:
        """How it is printed: A4 lying, so many pages across and as many down as it takes, title and number on each."""
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(across, 0)
        self.page.set_header(f"&L&B{_printed(title)}&R&B{_printed(mark)}")
        self.page.set_footer("&L&A&R&P/&N")

    def _number(self, row: int, column: int, value: float, form: object) -> None:
        if not math.isfinite(value) or (isinstance(value, int) and abs(value) > LARGEST_INTEGER):
            self.page.write_string(row, column, str(value), form)
        else:
            self.page.write_number(row, column, value if float(f"{value:.16G}") == value else Exact(value), form)

    def _fitting(self, row: int, column: int, text: str) -> str:
        if len(text) * 2 > LONGEST_TEXT:
            refuse_long(f"{self.name}, row {row + 1}, column {column + 1}", text)
        return text


def _letters(column: int) -> str:
    return str(xl_col_to_name(column))


def refuse_long(where: str, text: str) -> None:
    """Raises GronagrafError for a text that no cell can hold, which counts the signs as UTF-16 does."""
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if length > LONGEST_TEXT:
        what = f"has {length:,} characters, and a cell of a workbook holds {LONGEST_TEXT:,}"
        raise GronagrafError([Problem(where, what, "shorten the text, or write CSV or a seed folder instead")])


def too_many(where: str, count: int) -> GronagrafError:
    what = f"has {count:,} rows, and a sheet of a workbook holds {MOST_ROWS:,} with its heading"
    return GronagrafError([Problem(where, what, "ask for fewer, or write CSV or a seed folder instead")])


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name as a workbook may give a sheet: at most 31 characters, none that steer, none twice (case aside)."""
    name = NOT_IN_A_NAME.sub(" ", wanted).strip().strip("'").strip()[:LONGEST_NAME].strip() or "1"
    if name.casefold() == "history":
        name = f"{name} 1"
    number, found = 2, name
    while found.casefold() in taken:
        ending = f" {number}"
        found = name[: LONGEST_NAME - len(ending)] + ending
        number += 1
    return found


def lines_in(text: str, width: float) -> int:
    """How many lines a text takes in a cell that wraps it."""
    return sum(max(1, math.ceil(width_of(line) / max(width - 1, 1))) for line in text.split("\n"))


def column_width(texts: Sequence[str], heading: str, widest: int = WIDEST) -> int:
    """The width that holds these texts, and the longest word of the heading, within bounds."""
    words = max(heading.split() or [""], key=width_of)
    return min(widest, max(NARROWEST, text_width(texts) + 2, width_of(words) + 3))


def text_width(texts: Sequence[str]) -> int:
    """The width of a column, in characters, that these texts fill."""
    return max((width_of(line) for text in texts for line in text.split("\n")), default=0)


@contextlib.contextmanager
def open_book(target: Path | BinaryIO, *, big: bool = False, title: str = "") -> Iterator[Book]:
    """A new workbook for a file, whole or not at all, or a stream. A big one must be written row by row.

    Raises GronagrafError where a file cannot be written.
    """
    try:
        with contextlib.ExitStack() as stack:
            out = stack.enter_context(whole_file(target)) if isinstance(target, Path) else target
            drafts = stack.enter_context(tempfile.TemporaryDirectory(prefix="gronagraf-"))
            file = xlsxwriter.Workbook(out, SETTINGS | {"constant_memory": big, "tmpdir": drafts})
            stack.callback(_let_go_of, file)
            file.set_properties({"created": MADE, "title": title[:LONGEST_PROPERTY]})
            book = Book(file)
            yield book
            book.write_lists()
            file.close()
    except FileCreateError as error:
        raise _refused(target, error.args[0] if error.args else error) from error
    except OSError as error:
        raise _refused(target, error) from error


def _let_go_of(file: Any) -> None:  # noqa: ANN401 - the library has no types
    """Close the drafts of a big workbook, also when it was given up."""
    file.fileclosed = True
    for page in file.worksheets():
        if page.row_data_fh:
            page.row_data_fh.close()


def _refused(target: Path | BinaryIO, error: BaseException) -> GronagrafError:
    said = getattr(error, "strerror", None) or error
    what, remedy = f"cannot be written ({said})", "check the path, your rights and the space left, then write again"
    return GronagrafError([Problem(str(target) if isinstance(target, Path) else "", what, remedy)])


def _printed(text: str) -> str:
    return " ".join(text.split()).replace("&", "&&")[:100]
