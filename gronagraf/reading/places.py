"""Where in a seed something stands, as people find it: a line of a file, or a cell of a sheet."""

from dataclasses import dataclass, field
from typing import Protocol

from gronagraf.reading.cells import cell_name
from gronagraf.reading.report import place


class Places(Protocol):
    """The places of one table: `line` counts from 1 and is 0 for all of it, `column` is a name or an index."""

    @property
    def between(self) -> str:
        """What keeps the columns apart, as a remedy."""
        ...

    def place(self, line: int = 0, column: str | int = "") -> str: ...

    def line(self, line: int) -> str:
        """A line of the same table, in words."""
        ...


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """`file:line: column`, or as much of it as is given."""

    file: str

    @property
    def between(self) -> str:
        return "with comma, semicolon or tab between"

    def place(self, line: int = 0, column: str | int = "") -> str:
        return place(self.file, line, column if isinstance(column, str) else "")

    def line(self, line: int) -> str:
        return f"line {line}"


@dataclass(frozen=True, slots=True)
class SheetPlaces:
    """`file.xlsx: sheet member_of, cell C7`; `columns` tells where the column of each name stands."""

    sheet: str
    columns: dict[str, int] = field(default_factory=dict)

    @property
    def between(self) -> str:
        return "each in a cell of its own"

    def place(self, line: int = 0, column: str | int = "") -> str:
        if not line:
            return f"{self.sheet}: {column}" if column and isinstance(column, str) else self.sheet
        at = self.columns.get(column, -1) if isinstance(column, str) else column
        if at >= 0:
            return f"{self.sheet}, cell {cell_name(line, at)}"
        return f"{self.sheet}, row {line}{f': {column}' if column else ''}"

    def line(self, line: int) -> str:
        return f"row {line}"
