"""Places of nodes that an earlier map saved, as JSON, and a new layout that keeps to them.

The file is an object: `gronagraf` is "map positions" and `version` 1; `layout` names the layout that it is of, so far
"network"; `places` gives [x, y] in map units, y downwards, for the id of each node; `pinned` lists the ids of those
that a reader has moved. `blocks`, ellipses as [x, y, half width, half height], and `tray`, the height of a line, are
the picture's background, and may be left out.
"""

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeGuard

from gronagraf.errors import GronagrafError, Problem
from gronagraf.values import quote
from gronagraf.views.map.layouts.network import GAP, WIDEN, Blocks, Pair
from gronagraf.views.map.layouts.packing import GOLDEN_ANGLE, Disc, Point

FORM, VERSION = "map positions", 1
LARGEST_FILE = 20_000_000
FARTHEST = 1_000_000.0
SAVE = "save them anew from a map, with its button Save positions"
STEP = 0.5
"""How tightly free room is looked for, in turns of a spiral each as wide as a node with its gap."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where nodes stood on an earlier map, by id, which of them a reader had moved, and its background."""

    points: Mapping[str, Point]
    pinned: frozenset[str] = frozenset()
    discs: tuple[Disc, ...] = ()
    tray: float | None = None


def read_places(path: Path) -> Places:
    """The places in a file that a map saved. Raises GronagrafError, with the first thing that is wrong with it."""
    data = _parsed(path, _text(path))
    if not isinstance(data, dict) or data.get("gronagraf") != FORM:
        _refuse(path, "holds no positions of a map", SAVE)
    if data.get("version") != VERSION:
        _refuse(path, f"is of version {data.get('version')!r:.20}, and this program reads {VERSION}", SAVE)
    if data.get("layout") != "network":
        _refuse(path, "is not of the network, the only layout whose places are kept", SAVE)
    points = _points(path, data.get("places"))
    pinned = data.get("pinned", [])
    if not isinstance(pinned, list) or not all(isinstance(each, str) for each in pinned):
        _refuse(path, "has a list of pinned nodes that is none of ids", SAVE)
    return Places(points, frozenset(pinned), *_background(path, data.get("blocks", []), data.get("tray")))


def _points(path: Path, given: object) -> dict[str, Point]:
    if not isinstance(given, dict):
        _refuse(path, "has no places", SAVE)
    for id_, point in given.items():
        if not _numbers(point, 2):
            _refuse(path, f"gives {quote(id_)} no place of two numbers, at most {FARTHEST:,.0f} from the middle", SAVE)
    return {id_: (float(x), float(y)) for id_, (x, y) in given.items()}


def _background(path: Path, blocks: object, tray: object) -> tuple[tuple[Disc, ...], float | None]:
    if not isinstance(blocks, list) or not all(_numbers(each, 4) for each in blocks):
        _refuse(path, "has a background that is none of blocks of four numbers", SAVE)
    line = [] if tray is None else [tray]
    if not _numbers(line, len(line)):
        _refuse(path, "has a line above the tray that is no number", SAVE)
    return tuple(Disc(x / WIDEN, y, high) for x, y, _, high in blocks), line[0] if line else None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            octets = file.read(LARGEST_FILE + 1)
    except OSError as error:
        _refuse(path, f"cannot be read ({error.strerror or error})", "check the path and your rights to it")
    if len(octets) > LARGEST_FILE:
        _refuse(path, f"is larger than {LARGEST_FILE // 1_000_000} MB, which no map's positions are", SAVE)
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(path, "is not UTF-8 text", SAVE)


def _parsed(path: Path, text: str) -> object:
    def constant(name: str) -> NoReturn:
        _refuse(path, f"holds {name}, which is no place", SAVE)

    try:
        return json.loads(text, parse_constant=constant)
    except json.JSONDecodeError as error:
        _refuse(path, f"is not JSON (line {error.lineno}, column {error.colno}: {error.msg})", SAVE)
    except (ValueError, RecursionError):
        _refuse(path, "is JSON of a kind that no map saves", SAVE)


def _numbers(value: object, count: int) -> TypeGuard[list[float]]:
    """Whether this is a list of so many finite numbers, none too large."""
    return (
        isinstance(value, list)
        and len(value) == count
        and all(isinstance(each, int | float) and not isinstance(each, bool) for each in value)
        and all(abs(each) <= FARTHEST for each in value)
    )


def _refuse(path: Path, what: str, remedy: str) -> NoReturn:
    raise GronagrafError([Problem(str(path), what, remedy)])


def keep(layout: Blocks, ids: Sequence[str], radii: Sequence[float], pairs: Sequence[Pair], places: Places) -> Blocks:
    """The layout with the known nodes where they stood, and each other one in free room near its neighbours.

    What has no way to a known node stands below the rest, as near to each other as it is tied. The background is that
    of the earlier map.
    """
    points = {at: places.points[id_] for at, id_ in enumerate(ids) if id_ in places.points}
    if not points:
        return layout
    room = Room(max(radii) * 2 + GAP)
    for at, point in points.items():
        room.take(point, radii[at])
    near = _neighbours(len(ids), pairs)
    for at in _order(near, set(points)):
        known = [points[other] for other in near[at] if other in points]
        wish = _middle(known) if known else (_middle(list(points.values()))[0], _below(points, radii))
        points[at] = room.nearest(wish, radii[at])
        room.take(points[at], radii[at])
    placed = tuple(points[at] for at in range(len(ids)))
    return Blocks(placed, places.discs, places.tray, tuple(_disc_of(point, places.discs) for point in placed))


def _disc_of(point: Point, discs: Sequence[Disc]) -> int | None:
    """The number of the disc that a point lies in, if there is one."""
    within = (at for at, disc in enumerate(discs) if _is_in(disc, point))
    return next(within, None)


def _is_in(disc: Disc, point: Point) -> bool:
    return math.hypot(point[0] / WIDEN - disc.x, point[1] - disc.y) <= disc.radius


def _neighbours(count: int, pairs: Sequence[Pair]) -> list[list[int]]:
    near: list[set[int]] = [set() for _ in range(count)]
    for start, end in pairs:
        if start != end:
            near[start].add(end)
            near[end].add(start)
    return [sorted(each) for each in near]


def _order(near: Sequence[Sequence[int]], placed: set[int]) -> list[int]:
    """Those without a place, each after a neighbour that has one where it can be; else the most tied one first."""
    order: list[int] = []
    waiting = [other for at in sorted(placed) for other in near[at] if other not in placed]
    rest = iter(sorted(set(range(len(near))) - placed, key=lambda at: (-len(near[at]), at)))
    place = 0
    while len(placed) < len(near):
        if place < len(waiting):
            at = waiting[place]
            place += 1
        else:
            at = next(rest)
        if at not in placed:
            placed.add(at)
            order.append(at)
            waiting += [other for other in near[at] if other not in placed]
    return order


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _below(points: Mapping[int, Point], radii: Sequence[float]) -> float:
    return max(y + radii[at] for at, (_, y) in points.items()) + 6 * GAP


class Room:
    """Which room of the map is taken, in cells as wide as two of the largest nodes stand apart."""

    def __init__(self, cell: float) -> None:
        self.cell = cell
        self.taken: defaultdict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)

    def take(self, point: Point, radius: float) -> None:
        self.taken[self._cell(point)].append((*point, radius))

    def nearest(self, wish: Point, radius: float) -> Point:
        """The free place for a node of this radius that is nearest to the wish, along a spiral."""
        wide = (radius * 2 + GAP) * STEP
        step = 0
        while True:
            reach, angle = wide * math.sqrt(step), step * GOLDEN_ANGLE
            point = wish[0] + reach * math.cos(angle), wish[1] + reach * math.sin(angle)
            if self._is_free(point, radius):
                return point
            step += 1

    def _is_free(self, point: Point, radius: float) -> bool:
        column, row = self._cell(point)
        return all(
            math.dist(point, (x, y)) >= radius + other + GAP
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for x, y, other in self.taken.get((column + across, row + down), ())
        )

    def _cell(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / self.cell), math.floor(point[1] / self.cell)
