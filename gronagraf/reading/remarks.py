"""What is told of a reading though nothing is wrong: what a workbook hides, or shows otherwise than it holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.reading.cells import column_letters
from gronagraf.reading.sheets import Sheet, Workbook
from gronagraf.schema import Language, Term

MOST_RANGES = 5
HIDDEN_SHEET = Term("bladet är dolt, och läses som de andra", "the sheet is hidden, and is read like the others")
PASSED_OVER = Term("det dolda bladet läses inte", "the hidden sheet is not read")
HIDDEN_ROWS = Term("dolda rader läses som de andra: {those}", "hidden rows are read like the others: {those}")
HIDDEN_COLUMNS = Term("dolda kolumner läses som de andra: {those}", "hidden columns are read like the others: {those}")
FORMULAS = Term("formler läses som sina senast sparade värden: {count}", "formulas are read as last saved: {count}")
PERCENTS = Term(
    "celler i procent läses som de visas, 51 % som 51: {count}",
    "cells in percent are read as shown, 51 % as 51: {count}",
)
SHORTENED = Term(
    "datum som visas utan dag läses utan dag: {count}", "dates shown without a day are read without it: {count}"
)
LINKS = Term(
    "länkar till andra arbetsböcker följs inte, och de senast sparade värdena gäller",
    "links to other workbooks are not followed, and the values last saved hold",
)
MACROS = Term("makron läses inte", "macros are not read")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is no problem, and where."""

    where: str
    what: Term

    def __getitem__(self, language: Language) -> str:
        return f"{self.where}: {self.what[language]}"


Tell: TypeAlias = Callable[[Remark], None]


def nobody(_: Remark) -> None:
    """Told to, does nothing."""


def book_remarks(book: Workbook) -> Iterator[Remark]:
    if book.links:
        yield Remark(book.file, LINKS)
    if book.macros:
        yield Remark(book.file, MACROS)


def sheet_remarks(sheet: Sheet) -> Iterator[Remark]:
    """What is told of a sheet that is read."""
    look = sheet.look
    rows = [(first, min(last, look.last_row)) for first, last in look.hidden_rows if first <= look.last_row]
    columns = [(first, min(last, look.last_column)) for first, last in look.hidden_columns if first <= look.last_column]
    if sheet.hidden:
        yield Remark(sheet.place, HIDDEN_SHEET)
    if rows:
        yield Remark(sheet.place, HIDDEN_ROWS.filled(those=_those(rows, str)))
    if columns:
        yield Remark(sheet.place, HIDDEN_COLUMNS.filled(those=_those(columns, column_letters)))
    for term, count in ((FORMULAS, look.formulas), (PERCENTS, look.percents), (SHORTENED, look.shortened)):
        if count:
            yield Remark(sheet.place, term.filled(count=count))


def _those(ranges: Sequence[tuple[int, int]], name: Callable[[int], str]) -> Term:
    """`5, 7–9`: the first ranges, and how many there are in all where that is more than meets the eye."""
    shown = [name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in ranges[:MOST_RANGES]]
    text = ", ".join(shown) + (" …" if len(ranges) > MOST_RANGES else "")
    count = sum(last - first + 1 for first, last in ranges)
    return Term(f"{text} ({count} st)", f"{text} ({count} in all)") if count > len(shown) else Term(text, text)
