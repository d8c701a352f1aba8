"""A look at a sheet before it is read: its reach, what is hidden, and the cells whose values do not tell all."""

from dataclasses import dataclass, field

from gronagraf.reading.cells import LAST_COLUMN, LAST_ROW, cell_name
from gronagraf.reading.report import one_problem

MOST_CELLS = 6_000_000
MOST_AREA = 12_000_000
MOST_SHEETS = 1_000
MOST_FORMS = 1_000_000
MOST_MERGED = 1_000
MOST_RANGES = 100_000


@dataclass(slots=True)
class Look:
    """What a sheet's XML says beside its values; rows count from 1 as people do, columns from 0.

    `forms` gives for a row its cells that are shown as percent, month, year or with padding zeros, and the texts of
    cells that hold an error or a formula that was never computed. Of merged ranges a thousand are kept,
    of hidden ones 100,000.
    """

    cells: int = 0
    formulas: int = 0
    formed: int = 0
    percents: int = 0
    shortened: int = 0
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    forms: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    first_row: int = LAST_ROW
    last_row: int = 0
    first_column: int = LAST_COLUMN
    last_column: int = -1
    far: str = ""

    def value(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Note that a cell holds something, as do those that repeat it."""
        self.cells += rows * columns
        if row < self.first_row:
            self.first_row = row
        if row + rows - 1 > self.last_row:
            self.last_row = row + rows - 1
        if column < self.first_column:
            self.first_column = column
        if column + columns - 1 > self.last_column:
            self.last_column = column + columns - 1
            self.far = cell_name(row, self.last_column)

    def form(self, row: int, column: int, form: str, rows: int = 1, columns: int = 1) -> None:
        """Note how a cell, and those that repeat it, shows its value."""
        count = rows * columns
        self.formed += count
        if self.formed > MOST_FORMS:
            return
        for each in range(row, row + rows):
            self.forms.setdefault(each, []).extend((at, form) for at in range(column, column + columns))
        if form == "%":
            self.percents += count
        elif form in ("month", "year"):
            self.shortened += count

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if len(self.merged) < MOST_MERGED and 0 < first_row <= last_row and 0 <= first_column <= last_column:
            self.merged.append((first_row, first_column, last_row, last_column))

    def hide_rows(self, row: int, count: int = 1) -> None:
        if row <= LAST_ROW:
            _extend(self.hidden_rows, row, min(row + count - 1, LAST_ROW))

    def hide_columns(self, first: int, last: int) -> None:
        if first < LAST_COLUMN:
            _extend(self.hidden_columns, first, min(last, LAST_COLUMN - 1))

    @property
    def area(self) -> int:
        """The cells of the rectangle around all values: what reading it costs."""
        height, width = self.last_row - self.first_row + 1, self.last_column - self.first_column + 1
        return height * width if self.cells else 0

    def guard(self, place: str) -> None:
        """Raises SeedError where a sheet holds too much, or so far apart that it cannot be held in memory."""
        if self.cells > MOST_CELLS:
            raise one_problem(place, f"holds {self.cells:,} cells, more than {MOST_CELLS:,}", "divide it into several")
        if self.last_row > LAST_ROW or self.last_column >= LAST_COLUMN:
            what = f"reaches to cell {self.far} and row {self.last_row:,}, beyond the end of a sheet"
            raise one_problem(place, what, "shorten it")
        if self.formed > MOST_FORMS:
            what = f"has more than {MOST_FORMS:,} cells with errors, or shown as percent, month or year"
            raise one_problem(place, what, "mend them, or divide the sheet into several")
        if self.area > MOST_AREA:
            what = f"reaches to cell {self.far} and row {self.last_row:,}, but only {self.cells:,} cells hold something"
            raise one_problem(place, what, "empty the cells that stand far away from the table")


def _extend(ranges: list[tuple[int, int]], first: int, last: int) -> None:
    if ranges and ranges[-1][1] == first - 1:
        ranges[-1] = (ranges[-1][0], last)
    elif len(ranges) < MOST_RANGES:
        ranges.append((first, last))
