"""The seam between file formats and the graph: a table of one type, as rows that know where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.schema import EdgeType, NodeType

Row: TypeAlias = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one type: `file` names them in messages, each row is its line and its cells as text.

    The first row is the header. Rows come lazily and can be gone through once; wholly empty ones are left out. The
    iteration raises SeedError where the table cannot be read on.
    """

    type: NodeType | EdgeType
    file: str
    rows: Iterable[Row]
