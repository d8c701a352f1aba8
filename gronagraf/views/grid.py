"""A grid of cells: which cell each item stands in, its place there beside the others, and the grid's own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gronagraf.schema import Term

PADDING = 10.0
GAP = 6.0
FLATNESS = 1.5
"""A cell's items are stacked so that its width comes near this many times its height."""

FIELDS: tuple[Term, Term, Term, Term] = (
    Term("Håll nöjda", "Keep satisfied"),
    Term("Nyckelaktörer", "Key players"),
    Term("Bevaka", "Minimal effort"),
    Term("Håll informerade", "Keep informed"),
)
"""Mendelow 1991, by power and interest: high and low, high and high, low and low, low and high."""

AXES = {
    "power": Term("Makt (bedömd, 1–5)", "Power (assessed, 1–5)"),
    "interest": Term("Intresse (bedömt, 1–5)", "Interest (assessed, 1–5)"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be placed: its cell, columns from the left and rows from the top, and the size it takes."""

    column: int
    row: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """A column or a row of the grid: where it starts and how wide or high it is."""

    start: float
    size: float

    @property
    def end(self) -> float:
        return self.start + self.size


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns from the left, rows from the top, and the upper left corner of each item, in the items' order."""

    columns: tuple[Band, ...]
    rows: tuple[Band, ...]
    corners: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The items of a cell in stacks, by their numbers, and what the stacks take together."""

    stacks: tuple[tuple[int, ...], ...]
    widths: tuple[float, ...]
    width: float
    height: float


def lay_out(items: Sequence[Item], columns: int, rows: int, least: tuple[float, float]) -> Grid:
    """A grid whose columns and rows are as wide and high as their fullest cells need, and `least` at the least.

    The items of a cell stand in stacks beside each other, in the order given, in the middle of the cell. No two items
    overlap, and the same items give the same grid.
    """
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        cells[item.column, item.row].append(number)
    blocks = {cell: _block(items, numbers) for cell, numbers in cells.items()}
    wide = _bands(columns, least[0], ((column, block.width) for (column, _), block in blocks.items()))
    high = _bands(rows, least[1], ((row, block.height) for (_, row), block in blocks.items()))
    corners: dict[int, tuple[float, float]] = {}
    for (column, row), block in blocks.items():
        corners.update(_corners(items, block, wide[column], high[row]))
    return Grid(wide, high, tuple(corners[number] for number in range(len(items))))


def _bands(count: int, least: float, needs: Iterable[tuple[int, float]]) -> tuple[Band, ...]:
    sizes = [least] * count
    for place, need in needs:
        sizes[place] = max(sizes[place], need + 2 * PADDING)
    return tuple(Band(sum(sizes[:place]), size) for place, size in enumerate(sizes))


def _block(items: Sequence[Item], numbers: Sequence[int]) -> _Block:
    """The number of stacks that brings the cell nearest to its shape; the fewest of equals."""
    best: _Block | None = None
    for count in range(1, len(numbers) + 1):
        block = _stacked(items, numbers, count)
        if best is not None and block.width >= _extent(best):
            break  # more stacks are hardly ever less wide
        if best is None or _extent(block) < _extent(best):
            best = block
    return best or _Block((), (), 0.0, 0.0)


def _extent(block: _Block) -> float:
    return max(block.width, FLATNESS * block.height)


def _stacked(items: Sequence[Item], numbers: Sequence[int], count: int) -> _Block:
    deep = -(-len(numbers) // count)
    stacks = tuple(tuple(numbers[start : start + deep]) for start in range(0, len(numbers), deep))
    widths = tuple(max(items[number].width for number in stack) for stack in stacks)
    height = max(sum(items[number].height for number in stack) + GAP * (len(stack) - 1) for stack in stacks)
    return _Block(stacks, widths, sum(widths) + 2 * GAP * (len(stacks) - 1), height)


def _corners(
    items: Sequence[Item], block: _Block, column: Band, row: Band
) -> Iterator[tuple[int, tuple[float, float]]]:
    x = column.start + (column.size - block.width) / 2
    for stack, width in zip(block.stacks, block.widths, strict=True):
        y = row.start + (row.size - block.height) / 2
        for number in stack:
            yield number, (x, y)
            y += items[number].height + GAP
        x += width + 2 * GAP
