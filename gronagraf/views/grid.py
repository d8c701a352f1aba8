"""The geometry of a grid of cells: which cell each item stands in, and its place there beside the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PADDING = 10.0
GAP = 6.0
FLATNESS = 1.5
"""A cell's items are stacked so that its width comes near this many times its height."""


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
    tries = (_stacked(items, numbers, count) for count in range(1, len(numbers) + 1))
    return min(tries, key=lambda block: max(block.width, FLATNESS * block.height))


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
