"""Answers as a workbook: a sheet for each table, numbers as numbers, and a last sheet with what must be known."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gronagraf.graph import Cell, Result, SeedInfo, Value
from gronagraf.schema import Language, Model, Term
from gronagraf.views.cells import Reader
from gronagraf.views.notes import FICTIONAL_MARK, notes, seed_title
from gronagraf.views.workbook.book import MOST_ROWS, WIDEST, Book, Sheet, column_width, open_book, too_many

UNTITLED = Term("Svar", "Answer")
ABOUT = Term("Om svaret", "About")
SOURCES = Term("Underlag", "Sources")
SOURCE_HEADINGS = (
    Term("Frö", "Seed"),
    Term("Utgivare", "Publisher"),
    Term("Licens", "Licence"),
    Term("Datum", "Date"),
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST_DAY = dt.date(1900, 3, 1)  # before this day Excel and LibreOffice count differently
SAMPLED = 2_000
NUMBER = 14
BIG = 20_000
WIDE = 100


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption."""

    caption: str
    result: Result


def answer_workbook(
    tables: Sequence[Table], told: Result, language: Language, model: Model, title: str = "", said: Sequence[str] = ()
) -> bytes:
    """The bytes of a workbook: cells in words, typed; `said` and the notes of `told` stand on the last sheet.

    A column of nothing but whole days holds dates, any other date is text, as precise as it is known. Raises
    GronagrafError for a table with more rows, or a text longer, than a workbook holds.
    """
    out = io.BytesIO()
    mark = FICTIONAL_MARK[language] if any(seed.fictional for seed in told.seeds) else ""
    title = title or UNTITLED[language]
    with open_book(out, big=sum(len(each.result.rows) for each in tables) > BIG, title=title) as book:
        for table in tables:
            if table.result.columns:
                _write_table(book, table, language, model, mark)
        _write_about(book, title, [*said, *notes(told, language)], told.seeds, language)
    return out.getvalue()


def _write_table(book: Book, table: Table, language: Language, model: Model, mark: str) -> None:
    result, caption = table.result, table.caption or UNTITLED[language]
    if len(result.rows) >= MOST_ROWS:
        raise too_many(caption, len(result.rows))
    sheet = book.sheet(f"{mark} {caption.partition(':')[0]}".strip())
    headings = [column.term[language] or column.name for column in result.columns]
    rows = list(_typed_rows(result, language, model))
    samples = [[_sample(row[at]) for row in rows[:SAMPLED] if row[at] is not None] for at in range(len(headings))]
    numeric = [
        bool(known) and not any(isinstance(row[at], str | dt.date) for row in rows) for at, known in enumerate(samples)
    ]
    widths = [
        column_width(texts, heading, NUMBER if fixed else WIDEST)
        for texts, heading, fixed in zip(samples, headings, numeric, strict=True)
    ]
    sheet.widths(widths)
    sheet.headings(headings, widths)
    for number, row in enumerate(rows, 1):
        sheet.tall(number, [value if isinstance(value, str) else "" for value in row], widths)
        for at, value in enumerate(row):
            sheet.put(number, at, value, _look(value))
    sheet.page.autofilter(0, 0, max(1, len(rows)), len(headings) - 1)
    sheet.paper(caption, mark)


def _sample(value: Value | dt.date | None) -> str:
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def _look(value: Value | dt.date | None) -> str:
    if isinstance(value, str):
        return "wrapped"
    return "date" if isinstance(value, dt.date) else "number"


def _typed_rows(result: Result, language: Language, model: Model) -> Iterator[list[Value | dt.date | None]]:
    reader = Reader(result, language, model)
    names = [column.name for column in result.columns]
    dated = [_is_dated([row[at] for row in result.rows]) for at in range(len(names))]
    for row in result.rows:
        yield [_typed(cell, name, reader, dated=days) for cell, name, days in zip(row, names, dated, strict=True)]


def _is_dated(cells: Sequence[Cell]) -> bool:
    """Whether a column holds whole days and nothing else."""
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, str) and _day(cell) is not None for cell in known)


def _day(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day >= FIRST_DAY else None


def _typed(cell: Cell, name: str, reader: Reader, *, dated: bool) -> Value | dt.date | None:
    if dated and isinstance(cell, str):
        return _day(cell)
    return cell if cell is None or isinstance(cell, bool | int | float) else reader.words(cell, name)


def _write_about(book: Book, title: str, said: Sequence[str], seeds: Sequence[SeedInfo], language: Language) -> None:
    sheet = book.sheet(ABOUT[language])
    sheet.widths([WIDE, 30, 20, 12])
    sheet.page.set_row(0, 24)
    sheet.put(0, 0, title, "title")
    row = 1
    if any(seed.fictional for seed in seeds):
        sheet.put(row, 0, FICTIONAL_MARK[language].upper(), "warning")
        row += 1
    for text in said:
        sheet.tall(row, [text], [WIDE])
        sheet.put(row, 0, text, "wrapped")
        row += 1
    if seeds:
        _write_sources(sheet, row + 1, seeds, language)
    sheet.paper(title)


def _write_sources(sheet: Sheet, row: int, seeds: Sequence[SeedInfo], language: Language) -> None:
    sheet.put(row, 0, SOURCES[language], "subtitle")
    for at, heading in enumerate(SOURCE_HEADINGS):
        sheet.put(row + 1, at, heading[language], "heading")
    for number, seed in enumerate(seeds, row + 2):
        for at, text in enumerate((seed_title(seed, language), seed.publisher, seed.licence, seed.date)):
            sheet.put(number, at, text or None, "wrapped")
