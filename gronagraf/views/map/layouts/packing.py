"""Geometry of a map: discs that must not overlap, pushed apart, packed together or set on shelves."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Cells = dict[tuple[int, int], list[int]]

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
ANGLES = 48
CALM_ROUNDS = 8
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
    rounds = 0
    while _push_apart(xs, ys, radii, gap):
        rounds += 1
        swell = 1.0 if rounds < CALM_ROUNDS else 1.05
        xs, ys = [x * swell for x in xs], [y * swell for y in ys]
    return list(zip(xs, ys, strict=True))


def _push_apart(xs: list[float], ys: list[float], radii: Sequence[float], gap: float) -> bool:
    """One round over all pairs that are too near; whether there was any."""
    moved = False
    for i, j in _near(xs, ys, 2 * max(radii, default=0.0) + gap):
        needed = radii[i] + radii[j] + gap
        dx, dy = xs[j] - xs[i], ys[j] - ys[i]
        distance = math.hypot(dx, dy)
        if distance >= needed:
            continue
        moved = True
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


def _near(xs: Sequence[float], ys: Sequence[float], reach: float) -> Iterator[tuple[int, int]]:
    """Pairs i < j that may be within reach of each other, by a grid of that size."""
    cells: Cells = defaultdict(list)
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[math.floor(x / reach), math.floor(y / reach)].append(index)
    for (column, row), here in list(cells.items()):
        for position, i in enumerate(here):
            for j in here[position + 1 :]:
                yield i, j
        for dx, dy in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            for j in cells.get((column + dx, row + dy), ()):
                for i in here:
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
    while len(placed) < len(radii):
        index = max(
            (i for i in range(len(radii)) if i not in placed),
            key=lambda i: (sum(weight for j, weight in ties[i].items() if j in placed), radii[i], -i),
        )
        wish = _wish(ties[index], placed)
        spots = _free_spots(radii[index], list(placed.values()))
        x, y = min(spots, key=lambda spot: (_cost(spot, wish, stretch), spot))
        placed[index] = Disc(x, y, radii[index])
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


def _free_spots(radius: float, placed: Sequence[Disc]) -> list[Point]:
    """Centres where a disc of this radius touches a placed one and overlaps none."""
    if not placed:
        return [(0.0, 0.0)]
    spots = []
    for disc in placed:
        reach = disc.radius + radius
        for step in range(ANGLES):
            angle = 2 * math.pi * step / ANGLES
            x, y = disc.x + reach * math.cos(angle), disc.y + reach * math.sin(angle)
            if all(math.hypot(x - other.x, y - other.y) >= radius + other.radius - 1e-6 for other in placed):
                spots.append((x, y))
    return spots


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
