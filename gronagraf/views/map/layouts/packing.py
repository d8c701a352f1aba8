"""Geometry of a map: discs that must not overlap, pushed apart, packed together or set on shelves."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush

Point = tuple[float, float]
Pair = tuple[int, int]
Cells = dict[Pair, list[int]]
Size = tuple[float, list[int]]
"""The largest radius of a group of discs, and their numbers."""

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
ANGLES = 48
CALM_ROUNDS = 8
CROWD = 2000
"""More discs than this are blown up sooner and faster: each round over them takes a tenth of a second."""
WINDOW = 1.15
"""Width to height of the heap that is aimed at."""
STRETCHES = (1.0, 1.3, 1.7, 2.3, 3.2)
MANY = 24
"""From this many discs on, one stretch is tried: they fill any shape well."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc in map units."""

    x: float
    y: float
    radius: float


def spread(points: Sequence[Point], radii: Sequence[float], gap: float) -> list[Point]:
    """The points moved apart, and blown up a little where that is not enough, until discs are `gap` apart."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    rounds, sizes = 0, _by_size(radii)
    calm, growth = (CALM_ROUNDS, 1.05) if len(points) <= CROWD else (CALM_ROUNDS // 2, 1.1)
    while _push_apart(xs, ys, radii, sizes, gap):
        rounds += 1
        swell = 1.0 if rounds < calm else growth
        xs, ys = [x * swell for x in xs], [y * swell for y in ys]
    return list(zip(xs, ys, strict=True))


def _push_apart(xs: list[float], ys: list[float], radii: Sequence[float], sizes: Sequence[Size], gap: float) -> bool:
    """One round over all pairs that are too near; whether there was any."""
    moved = False
    for i, j in _near(xs, ys, sizes, gap):
        needed = radii[i] + radii[j] + gap
        dx, dy = xs[j] - xs[i], ys[j] - ys[i]
        square = dx * dx + dy * dy
        if square >= needed * needed:
            continue
        moved, distance = True, math.sqrt(square)
        if distance < 1e-6:
            dx, dy, distance = math.cos(j * GOLDEN_ANGLE), math.sin(j * GOLDEN_ANGLE), 1.0
            push = needed / 2
        else:
            push = (needed - distance) * 0.6 + 0.05
        step_x, step_y = dx / distance * push, dy / distance * push
        xs[i] -= step_x
        ys[i] -= step_y
        xs[j] += step_x
        ys[j] += step_y
    return moved


def _near(xs: Sequence[float], ys: Sequence[float], sizes: Sequence[Size], gap: float) -> Iterator[Pair]:
    """Every pair that overlaps as they stand now, and few others, by a grid for each size of disc.

    A grid as coarse as the largest disc needs would pair nearly all the small ones in it.
    """
    finer: list[tuple[float, Cells]] = []
    for limit, group in sizes:
        reach = 2 * limit + gap
        cells: Cells = defaultdict(list)
        for index in group:
            cells[math.floor(xs[index] / reach), math.floor(ys[index] / reach)].append(index)
        yield from _among(cells)
        for size, others in finer:
            yield from _between(group, others, size, (xs, ys), limit + gap)
        finer.append((reach, cells))


def _by_size(radii: Sequence[float]) -> list[Size]:
    """The discs by size, each group's largest at most about twice its smallest; the smallest first."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index, radius in enumerate(radii):
        groups[max(0, math.ceil(math.log2(max(radius, 1.0))))].append(index)
    return [(max(radii[index] for index in group), group) for _, group in sorted(groups.items())]


def _among(cells: Cells) -> Iterator[Pair]:
    """Pairs in the same cell and in neighbouring ones."""
    for (column, row), here in list(cells.items()):
        for position, i in enumerate(here):
            for j in here[position + 1 :]:
                yield i, j
        for dx, dy in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            for j in cells.get((column + dx, row + dy), ()):
                for i in here:
                    yield i, j


def _between(
    group: Sequence[int], cells: Cells, size: float, at: tuple[Sequence[float], Sequence[float]], reach: float
) -> Iterator[Pair]:
    """Each of a group with those smaller ones in cells of this size that its reach and half a cell touch."""
    xs, ys = at
    wide = reach + size / 2
    for i in group:
        left, right = math.floor((xs[i] - wide) / size), math.floor((xs[i] + wide) / size)
        top, bottom = math.floor((ys[i] - wide) / size), math.floor((ys[i] + wide) / size)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                for j in cells.get((column, row), ()):
                    yield i, j


def pack_discs(radii: Sequence[float], ties: Sequence[Mapping[int, float]]) -> list[Disc]:
    """Discs set one by one where they touch another: near those they are tied to and near the middle.

    `ties[i]` has the weight of the tie between disc i and each other disc. The heap fits the window as well as any
    tried.
    """
    stretches = STRETCHES if len(radii) < MANY else STRETCHES[1:2]
    return min((_heap(radii, ties, stretch) for stretch in stretches), key=_window_height)


def _window_height(discs: Sequence[Disc]) -> float:
    """How high a window of the usual shape must be to hold the discs."""
    if not discs:
        return 0.0
    width = max(disc.x + disc.radius for disc in discs) - min(disc.x - disc.radius for disc in discs)
    height = max(disc.y + disc.radius for disc in discs) - min(disc.y - disc.radius for disc in discs)
    return max(width / WINDOW, height)


def _heap(radii: Sequence[float], ties: Sequence[Mapping[int, float]], stretch: float) -> list[Disc]:
    placed: dict[int, Disc] = {}
    pulls = [0.0] * len(radii)
    waiting = [(0.0, -radius, index) for index, radius in enumerate(radii)]
    heapify(waiting)
    full: dict[int, float] = {}
    while waiting:
        pull, _, index = heappop(waiting)
        if index in placed or -pull != pulls[index]:
            continue
        wish = _wish(ties[index], placed)
        x, y = _free_spot(radii[index], placed, full, partial(_cost, wish=wish, stretch=stretch))
        placed[index] = Disc(x, y, radii[index])
        for other, weight in ties[index].items():
            if other not in placed:
                pulls[other] += weight
                heappush(waiting, (-pulls[other], -radii[other], other))
    return [placed[index] for index in range(len(radii))]


def _wish(ties: Mapping[int, float], placed: Mapping[int, Disc]) -> Point:
    """The middle of the placed discs that this one is tied to, by weight; the origin counts as one tie."""
    known = [(placed[j], weight) for j, weight in ties.items() if j in placed]
    total = 1.0 + sum(weight for _, weight in known)
    return sum(disc.x * weight for disc, weight in known) / total, sum(
        disc.y * weight for disc, weight in known
    ) / total


def _cost(spot: Point, wish: Point, stretch: float) -> float:
    away = math.hypot(spot[0] / stretch, spot[1])
    return round(away**2 + 0.25 * math.dist(spot, wish) ** 2, 6)


def _free_spot(
    radius: float, placed: Mapping[int, Disc], full: dict[int, float], cost: Callable[[Point], float]
) -> Point:
    """The cheapest centre where a disc of this radius touches a placed one and overlaps none.

    `full` keeps the radius from which on no disc fits beside a placed one any more: the heap only grows.
    """
    if not placed:
        return (0.0, 0.0)
    open_ = [(each, disc) for each, disc in placed.items() if radius < full.get(each, math.inf)]
    spots = sorted((cost(spot), spot, each) for each, disc in open_ for spot in _round(disc, radius))
    failed: Counter[int] = Counter()
    last: Disc | None = None
    for _, spot, each in spots:
        if last is None or not _hits(last, spot, radius):
            last = next((disc for disc in placed.values() if _hits(disc, spot, radius)), None)
            if last is None:
                return spot
        failed[each] += 1
        if failed[each] == ANGLES:
            full[each] = radius
    raise AssertionError("the outermost disc has a free side")


def _round(disc: Disc, radius: float) -> Iterator[Point]:
    reach = disc.radius + radius
    for step in range(ANGLES):
        angle = 2 * math.pi * step / ANGLES
        yield disc.x + reach * math.cos(angle), disc.y + reach * math.sin(angle)


def _hits(disc: Disc, spot: Point, radius: float) -> bool:
    return math.hypot(spot[0] - disc.x, spot[1] - disc.y) < radius + disc.radius - 1e-6


def fit_on_shelves(radii: Sequence[float], left: float, right: float, top: float) -> list[Point]:
    """Centres of discs set side by side from left to right, in as many rows as it takes, downwards from `top`."""
    centres: list[Point] = []
    x, y, height = left, top, 0.0
    for radius in radii:
        if x > left and x + 2 * radius > right:
            x, y, height = left, y + height, 0.0
        centres.append((x + radius, y + radius))
        x += 2 * radius
        height = max(height, 2 * radius)
    return centres
