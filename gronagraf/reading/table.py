"""The seam between file formats and the graph: a table of one type, as rows that know where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.reading.places import Places
from gronagraf.schema import EdgeType, NodeType

Row: TypeAlias = tuple[int, list[str]]


def begin_with(header: Sequence[str]) -> str:
    """The remedy for a table without a usable header."""
    return f"begin with the names of the columns, such as {','.join(header[:4])}"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one type: `places` names them in messages, each row is its line and its cells as text.

    The first row is the header. Rows come lazily and can be gone through once; wholly empty ones are left out. The
    iteration raises SeedError where the table cannot be read on.
    """

    type: NodeType | EdgeType
    places: Places
    rows: Iterable[Row]

    def place(self, line: int = 0, column: str | int = "") -> str:
        return self.places.place(line, column)
