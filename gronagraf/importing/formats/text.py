"""Delimited text as a source: the encoding that is said, the delimiter that is said or found, true line numbers."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from gronagraf.importing.source import Source
from gronagraf.reading.lines import physical_lines
from gronagraf.reading.report import one_problem, place

ENCODINGS = ("utf-8", "windows-1252")
DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 16_384
REMEDY = (
    'save it as "CSV UTF-8", or give --encoding windows-1252 (in a mapping: encoding = "windows-1252") '
    "if that is what it is"
)


def text_source(path: Path, file: str, encoding: str, delimiter: str, known: Sequence[str]) -> Source:
    """The table of a delimited text; without a delimiter the one that gives most of the known columns.

    Raises SeedError when it cannot be read as such; so does going through its rows.
    """
    codec = "utf-8-sig" if encoding == "utf-8" else "cp1252"
    lines = physical_lines(path, file, REMEDY, codec)
    number, first = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (0, ""))
    if not number:
        raise one_problem(file, "is empty", "give a table with the names of its columns on the first line")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter = delimiter or first.strip()[-1]
        number, first = number + 1, next(lines, "")
    sign = delimiter or _delimiter(first, known)
    rows = _rows(chain([first], lines), sign, file, number)
    header = next(rows, None)
    if header is None:
        raise one_problem(place(file, number), "has no header", "give the names of the columns on the first line")
    if len(header[1]) > MOST_COLUMNS:
        raise one_problem(place(file, number), f"has more than {MOST_COLUMNS:,} columns", "check that it is a table")
    return Source(path.stem, file, tuple(cell.strip().strip("\ufeff") for cell in header[1]), rows)


def _rows(lines: Iterator[str], delimiter: str, file: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line that each begins on; wholly empty ones are left out. Raises SeedError."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    line = first
    try:
        for cells in reader:
            if any(cells) and any(map(str.strip, cells)):
                yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        if "field limit" in str(error):
            what = f"has a cell of more than {csv.field_size_limit():,} characters"
            raise one_problem(place(file, line), what, "close the quote that opens in it") from None
        what = "has a quote that is never closed, or text after a quoted cell"
        raise one_problem(place(file, line), what, 'a quote inside a quoted cell is written ""') from None


def _delimiter(header: str, known: Sequence[str]) -> str:
    """The delimiter that gives most known columns, else most columns; the comma where several do."""
    words = {name.casefold() for name in known}

    def score(delimiter: str) -> tuple[int, int]:
        names = [name.strip().strip('"').strip().casefold() for name in header.split(delimiter)]
        return sum(name in words for name in names), len(names)

    return max(DELIMITERS, key=score)
