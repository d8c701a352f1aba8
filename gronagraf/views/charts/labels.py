"""Where names stand beside their marks: none over another, none over a mark, none outside the plot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gronagraf.views.charts.picture import Anchor, Text
from gronagraf.views.lettering import text_width, wrapped

SIZE = 12.0
LEADING = 15.0
WIDEST = 24
MOST = 80


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have any area in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that wants a name."""

    x: float
    y: float
    radius: float
    name: str


def place_names(
    spots: Sequence[Spot], order: Sequence[int], room: Box, taken: Sequence[Box] = ()
) -> list[tuple[tuple[Text, ...], bool]]:
    """For each spot the lines of its name, and whether they fit: the first in `order` choose first, MOST at most.

    A name that does not fit anywhere still gets a place, where it is shown when its mark is pointed at.
    """
    occupied = [*taken, *(_around(spot) for spot in spots)]
    found: dict[int, tuple[tuple[Text, ...], bool]] = {}
    for rank, place in enumerate(order):
        spot = spots[place]
        lines = wrapped(spot.name, WIDEST)
        options = list(_options(spot, lines))
        own = _around(spot)
        free = (
            option
            for option in options
            if room.holds(option[0]) and not any(option[0].meets(other) for other in occupied if other != own)
        )
        chosen = next(free, None) if rank < MOST else None
        if chosen:
            occupied.append(chosen[0])
        else:
            fallback = next((option for option in options if room.holds(option[0])), options[0])
        box, anchor = chosen or fallback
        found[place] = _lines(box, anchor, lines), chosen is not None
    return [found[place] for place in range(len(spots))]


def _around(spot: Spot) -> Box:
    return Box(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)


def _options(spot: Spot, lines: Sequence[str]) -> Iterator[tuple[Box, Anchor]]:
    """To the right, to the left, above, below, and slantwise."""
    width, height = max(text_width(line, SIZE) for line in lines), LEADING * len(lines)
    away, slant = spot.radius + 4, 0.7 * spot.radius + 2
    middle = spot.y - height / 2
    corners: tuple[tuple[float, float, Anchor], ...] = (
        (spot.x + away, middle, "start"),
        (spot.x - away - width, middle, "end"),
        (spot.x - width / 2, spot.y - away - height, "middle"),
        (spot.x - width / 2, spot.y + away, "middle"),
        (spot.x + slant, spot.y - slant - height, "start"),
        (spot.x + slant, spot.y + slant, "start"),
        (spot.x - slant - width, spot.y - slant - height, "end"),
        (spot.x - slant - width, spot.y + slant, "end"),
    )
    for left, top, anchor in corners:
        yield Box(left, top, left + width, top + height), anchor


def _lines(box: Box, anchor: Anchor, lines: Sequence[str]) -> tuple[Text, ...]:
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
    return tuple(Text(x, box.top + LEADING * at + 11.5, line, "name", anchor) for at, line in enumerate(lines))
