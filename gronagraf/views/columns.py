"""The geometry of a thread: columns from left to right, what is tied near each other, ties crossing seldom."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.views.grid import Band

SWEEPS = 12
SETTLINGS = 6

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measures:
    """The room that an item takes, how wide an empty column is, and width to height of what is aimed at."""

    width: float
    height: float
    empty: float
    shape: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Each column's band, the height of them all, and the middle of each item, in the items' order."""

    bands: tuple[Band, ...]
    height: float
    points: tuple[tuple[float, float], ...]


def lay_out(homes: Sequence[int], count: int, ties: Sequence[Pair], measures: Measures) -> Columns:
    """Items 0, 1, … in the columns that `homes` names, of `count`; `ties` join items, those within a column too.

    Where a column has more items than fit the shape, it is that many items wide. No two items overlap, and the same
    items give the same columns.
    """
    near = _neighbours(len(homes), ties)
    columns = _ordered(homes, count, near)
    deep = _depth([len(column) for column in columns], measures)
    wide = [-(-len(column) // deep) for column in columns]
    bands = _bands(wide, measures)
    height = max(1, deep) * measures.height
    levels = _settled(columns, wide, near, homes, measures.height, height)
    points: dict[int, tuple[float, float]] = {}
    for column, many, band in zip(columns, wide, bands, strict=True):
        for at, item in enumerate(column):
            x = band.start + (at % many + 0.5) * band.size / many
            points[item] = x, levels[item] + (at % many) * measures.height / many
    return Columns(bands, height, tuple(points[item] for item in range(len(homes))))


def crossings(columns: Sequence[Sequence[int]], homes: Sequence[int], ties: Sequence[Pair]) -> int:
    """How often ties cross that join the same two columns, when their items stand in these orders."""
    place = {item: at for column in columns for at, item in enumerate(column)}
    between: defaultdict[Pair, list[Pair]] = defaultdict(list)
    for first, second in ties:
        left, right = (first, second) if homes[first] < homes[second] else (second, first)
        if homes[left] != homes[right]:
            between[homes[left], homes[right]].append((place[left], place[right]))
    return sum(_inversions([right for _, right in sorted(pairs)]) for pairs in between.values())


def _inversions(numbers: Sequence[int]) -> int:
    seen: list[int] = []
    found = 0
    for number in numbers:
        found += len(seen) - bisect_right(seen, number)
        insort(seen, number)
    return found


def _neighbours(count: int, ties: Sequence[Pair]) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in range(count)]
    for first, second in ties:
        near[first].append(second)
        near[second].append(first)
    return near


def _ordered(homes: Sequence[int], count: int, near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Each column in the order that crosses least of those that sweeps by barycentre to and fro come to."""
    columns = _as_walked(homes, count, near)
    ties = [(item, other) for item, others in enumerate(near) for other in others if homes[item] < homes[other]]
    best, least = columns, crossings(columns, homes, ties)
    for sweep in range(SWEEPS):
        if not least:
            break
        columns = _swept(columns, homes, near, forward=sweep % 2 == 0)
        if (found := crossings(columns, homes, ties)) < least:
            best, least = columns, found
    return best


def _as_walked(homes: Sequence[int], count: int, near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Items by the walks that reach them from the left, so that what hangs together stands together."""
    columns: list[list[int]] = [[] for _ in range(count)]
    seen: set[int] = set()
    for start in sorted(range(len(homes)), key=lambda item: (not near[item], homes[item], item)):
        waiting = [start]
        while waiting:
            item = waiting.pop()
            if item not in seen:
                seen.add(item)
                columns[homes[item]].append(item)
                waiting.extend(sorted(near[item], reverse=True))
    return columns


def _swept(
    columns: Sequence[Sequence[int]], homes: Sequence[int], near: Sequence[Sequence[int]], *, forward: bool
) -> list[list[int]]:
    """Each column by the mean place of the neighbours on the side that was swept before; a tie turns what is equal."""
    place = {item: (at + 0.5) / len(column) for column in columns for at, item in enumerate(column)}
    swept: list[list[int]] = [list(column) for column in columns]
    for number in range(len(columns)) if forward else reversed(range(len(columns))):
        wishes: dict[int, float] = {}
        for item in columns[number]:
            known = [place[each] for each in near[item] if homes[each] != number and (homes[each] < number) == forward]
            wishes[item] = sum(known) / len(known) if known else place[item]
        swept[number].sort(key=lambda item: wishes[item])
        place |= {item: (at + 0.5) / len(swept[number]) for at, item in enumerate(swept[number])}
    return swept


def _depth(sizes: Sequence[int], measures: Measures) -> int:
    """How many rows bring the columns nearest to the shape, none deeper than the longest column."""
    few, many = 1, max((1, *sizes))
    while few < many:
        rows = (few + many) // 2
        width = sum(band.size for band in _bands([-(-size // rows) for size in sizes], measures))
        few, many = (few, rows) if width <= measures.shape * rows * measures.height else (rows + 1, many)
    return few


def _bands(wide: Sequence[int], measures: Measures) -> tuple[Band, ...]:
    sizes = [many * measures.width or measures.empty for many in wide]
    return tuple(Band(sum(sizes[:number]), size) for number, size in enumerate(sizes))


def _settled(
    columns: Sequence[Sequence[int]],
    wide: Sequence[int],
    near: Sequence[Sequence[int]],
    homes: Sequence[int],
    step: float,
    height: float,
) -> dict[int, float]:
    """The height of each item: its row as near the middle of its neighbours as order and room allow."""
    rows = [
        [column[start : start + many] for start in range(0, len(column), many)] if many else []
        for column, many in zip(columns, wide, strict=True)
    ]
    levels = {
        item: height / 2 + (at - (len(column) - 1) / 2) * step
        for column in rows
        for at, row in enumerate(column)
        for item in row
    }
    for settling in range(SETTLINGS):
        for column in rows if settling % 2 == 0 else reversed(rows):
            wishes = [_wish(row, near, homes, levels) for row in column]
            for row, level in zip(column, _in_room(wishes, step, height), strict=True):
                levels |= dict.fromkeys(row, level)
    return levels


def _wish(row: Sequence[int], near: Sequence[Sequence[int]], homes: Sequence[int], levels: dict[int, float]) -> float:
    """The mean height of the neighbours in other columns; where there are none, that of the row now."""
    found = [levels[other] for item in row for other in near[item] if homes[other] != homes[item]]
    return sum(found) / len(found) if found else levels[row[0]]


def _in_room(wishes: Sequence[float], step: float, height: float) -> list[float]:
    """Heights in the order given, a step apart and within the whole, nearest to the wishes by least squares.

    Neighbours that are too near are pooled and stand round their common mean (pool adjacent violators).
    """
    pools: list[tuple[float, int]] = []
    for number, wish in enumerate(wishes):
        total, count = wish - number * step, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            total, count = total + pools[-1][0], count + pools[-1][1]
            pools.pop()
        pools.append((total, count))
    low, high = step / 2, height - step / 2 - (len(wishes) - 1) * step
    shifts = [min(high, max(low, total / count)) for total, count in pools for _ in range(count)]
    return [shift + number * step for number, shift in enumerate(shifts)]
