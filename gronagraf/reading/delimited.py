"""A delimited text file as a table: delimiter found from the header, quoted newlines, true line numbers."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from gronagraf.reading.lines import physical_lines
from gronagraf.reading.places import FilePlaces
from gronagraf.reading.report import one_problem, place
from gronagraf.reading.table import Row, Table, begin_with
from gronagraf.schema import EdgeType, NodeType

DELIMITERS = (",", ";", "\t")


def open_table(path: Path, file: str, kind: NodeType | EdgeType) -> Table:
    """The table of one type in a CSV file, read as its rows are asked for."""
    return Table(kind, FilePlaces(file), _rows(path, file, kind.header))


def _rows(path: Path, file: str, known: Sequence[str]) -> Iterator[Row]:
    lines = physical_lines(path, file)
    blank = 0
    for first in lines:
        if first.strip():
            break
        blank += 1
    else:
        raise one_problem(file, "is empty", begin_with(known))
    reader = csv.reader(chain([first], lines), delimiter=_delimiter(first, known), strict=True, skipinitialspace=True)
    line = blank + 1
    try:
        for cells in reader:
            if any(cells) and any(map(str.strip, cells)):
                yield line, cells
            line = blank + reader.line_num + 1
    except csv.Error as error:
        raise one_problem(place(file, line), *_fault(str(error))) from None


def _delimiter(header: str, known: Sequence[str]) -> str:
    """The delimiter that gives most known columns, else most columns; the comma where several do."""

    def score(delimiter: str) -> tuple[int, int]:
        names = [name.strip().strip('"').strip() for name in header.split(delimiter)]
        return sum(name in known for name in names), len(names)

    return max(DELIMITERS, key=score)


def _fault(said: str) -> tuple[str, str]:
    """What the csv module says, for a person who edits tables."""
    if "field limit" in said:
        return (
            f"has a cell of more than {csv.field_size_limit():,} characters",
            "close the quote that opens in it, or shorten the text",
        )
    if "unexpected end" in said:
        return "has a quote that is never closed", 'close it; a quote inside a quoted cell is written ""'
    return "has a quoted cell that goes on after its quote", 'a quote inside a quoted cell is written ""'
