"""A result as delimited text: as other programs read it, word for word, or as a Swedish Excel opens it."""

import csv
from dataclasses import dataclass

from gronagraf.graph import Cell, Result
from gronagraf.values import is_formula
from gronagraf.views.cells import plain


@dataclass(frozen=True, slots=True)
class Style:
    """How text is delimited; `guarded` puts an apostrophe before what a spreadsheet would take for a formula."""

    delimiter: str = ","
    line_end: str = "\n"
    point: str = "."
    begins_with: str = ""
    guarded: bool = True


BOTH = "\r\n"
PLAIN = Style()
RAW = Style(guarded=False)
EXCEL = Style(delimiter=";", line_end="\r\n", point=",", begins_with="\ufeff")


@dataclass(frozen=True, slots=True)
class _Lines:
    """Takes each line from the csv module, which quotes a lone carriage return only when lines end in CR and LF."""

    end: str
    written: list[str]

    def write(self, line: str) -> None:
        self.written.append(line.removesuffix(BOTH) + self.end)


def delimited(result: Result, style: Style = PLAIN) -> str:
    """A line of stable column names, then a line for each row."""
    lines = _Lines(style.line_end, [style.begins_with])
    writer = csv.writer(lines, lineterminator=BOTH, delimiter=style.delimiter)
    if result.columns:  # the embedded engine does not name the columns of an empty answer
        writer.writerow(guarded(column.name) if style.guarded else column.name for column in result.columns)
    writer.writerows([_written(cell, style) for cell in row] for row in result.rows)
    return "".join(lines.written)


def guarded(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would take it for a formula and run it."""
    return f"'{text}" if is_formula(text) else text


def _written(cell: Cell, style: Style) -> str:
    text = plain(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return text.replace(".", style.point)
    return guarded(text) if style.guarded else text
