"""A result in words, before it is laid out: headings, rows of text, and which columns hold numbers."""

from dataclasses import dataclass

from gronagraf.graph import Result
from gronagraf.schema import Language, Model
from gronagraf.views.cells import Reader


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings, rows of text, and for each column whether it holds only numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


def sheet(result: Result, language: Language, model: Model) -> Sheet:
    """The words of a result, cell by cell."""
    reader = Reader(result, language, model)
    names = [column.name for column in result.columns]
    rows = tuple(tuple(reader.words(cell, name) for cell, name in zip(row, names, strict=True)) for row in result.rows)
    return Sheet(
        tuple(column.term[language] or column.name for column in result.columns),
        rows,
        tuple(_is_numeric(result, position) for position in range(len(names))),
    )


def _is_numeric(result: Result, position: int) -> bool:
    cells = [row[position] for row in result.rows if row[position] is not None]
    return bool(cells) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells)
