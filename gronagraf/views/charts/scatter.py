"""A scatter of two values for each node, with names where there is room, and cuts with named fields if asked for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from gronagraf.schema import Language, Term
from gronagraf.views.charts.axes import Axis
from gronagraf.views.charts.labels import Box, Spot, place_names
from gronagraf.views.charts.picture import Area, Line, Mark, Picture, Text, in_words, writable
from gronagraf.views.lettering import text_width

WIDTH, HEIGHT = 960.0, 640.0
LEFT, RIGHT, TOP, BOTTOM = 92.0, 24.0, 44.0, 68.0
INSET = 20.0
"""Between the ends of the axes and the edges of the plot, so that no mark lies over a number."""

ONE, SEVERAL = 6.0, 8.5
"""The radius of a mark that stands for one node, and for several."""

LISTED = 12
MORE = Term("och\u00a0{count}\u00a0till", "and\u00a0{count}\u00a0more")
SPAN = Term("{low} till {high}", "{low} to {high}")
DESCRIPTION = Term(
    "{x} vågrätt och {y} lodrätt för {count} noder. Samma uppgifter står i tabellen.",
    "{x} across and {y} upwards for {count} nodes. The table holds the same.",
)
NEAREST = 4.0
"""Marks about so near each other are drawn as one, with their number in it: apart they would hide each other."""


@dataclass(frozen=True, slots=True)
class Point:
    """A node with its two values."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the plot is divided, and what the fields are called: upper left, upper right, lower left, lower right."""

    x: float
    y: float
    fields: tuple[Term, Term, Term, Term]


def scatter(
    title: str, points: Sequence[Point], x: Axis, y: Axis, language: Language, cut: Cut | None = None
) -> Picture:
    """The picture. Points at about the same place become one mark with their number; the table tells them apart.

    One of several says from which value to which it goes.
    """
    together: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        at = _at(point.x, point.y, x, y)
        together[round(at[0] / NEAREST), round(at[1] / NEAREST)].append(point)
    groups = [sorted(group, key=lambda point: point.name) for _, group in sorted(together.items())]
    fields = _field_names(cut, language) if cut else ()
    cuts = _cut_lines(cut, x, y) if cut else ()
    marks = _marks(groups, x, y, language, tuple(_box(text) for text in fields))
    description = DESCRIPTION.filled(x=x.term, y=y.term, count=len(points))[language]
    grid, texts = _frame(x, y, language)
    plot = Area(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, "plot")
    return Picture(WIDTH, HEIGHT, title, description, (plot,), (*grid, *cuts), (*fields, *texts), marks)


def _at(x_value: float, y_value: float, x: Axis, y: Axis) -> tuple[float, float]:
    wide, high = WIDTH - LEFT - RIGHT - 2 * INSET, HEIGHT - TOP - BOTTOM - 2 * INSET
    return LEFT + INSET + x.share(x_value) * wide, HEIGHT - BOTTOM - INSET - y.share(y_value) * high


def _marks(
    groups: Sequence[Sequence[Point]], x: Axis, y: Axis, language: Language, taken: tuple[Box, ...]
) -> tuple[Mark, ...]:
    spots = []
    for group in groups:
        across, down = _at(fmean(point.x for point in group), fmean(point.y for point in group), x, y)
        radius = ONE if len(group) == 1 else SEVERAL
        spots.append(Spot(across, down, radius, _short(group, language)))
    order = sorted(range(len(spots)), key=lambda at: (-spots[at].x / WIDTH + spots[at].y / HEIGHT, at))
    room = Box(LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM)
    names = place_names(spots, order, room, taken)
    return tuple(
        _mark(group, spot, texts, (x, y), language, shown=shown)
        for group, spot, (texts, shown) in zip(groups, spots, names, strict=True)
    )


def _mark(
    group: Sequence[Point],
    spot: Spot,
    texts: tuple[Text, ...],
    axes: tuple[Axis, Axis],
    language: Language,
    *,
    shown: bool,
) -> Mark:
    values = ", ".join(
        (
            _told(axes[0].term, [point.x for point in group], language),
            _told(axes[1].term, [point.y for point in group], language),
        )
    )
    names = ", ".join(point.name for point in group[:LISTED])
    rest = f" {MORE[language].format(count=len(group) - LISTED)}" if len(group) > LISTED else ""
    if len(group) > 1:
        texts = (*texts, Text(spot.x, spot.y + 4, str(len(group)), "count", "middle"))
    return Mark(spot.x, spot.y, spot.radius, writable(f"{names}{rest}: {values}"), texts, shown=shown)


def _told(term: Term, values: Sequence[float], language: Language) -> str:
    """What is on an axis with its value, or with the lowest and the highest."""
    lowest, highest = in_words(min(values), language), in_words(max(values), language)
    span = lowest if lowest == highest else SPAN.filled(low=lowest, high=highest)[language]
    return f"{term[language].lower()} {span}"


def _short(group: Sequence[Point], language: Language) -> str:
    """The names of two, else the first one and how many more."""
    if len(group) <= 2:
        return " / ".join(point.name for point in group)
    return f"{group[0].name} {MORE[language].format(count=len(group) - 1)}"


def _frame(x: Axis, y: Axis, language: Language) -> tuple[tuple[Line, ...], tuple[Text, ...]]:
    """Lines at the ticks, their numbers, and what the axes are."""
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    lines, texts = [], []
    for tick in x.ticks:
        across, _ = _at(tick, y.low, x, y)
        lines.append(Line(across, TOP, across, bottom, "axis" if tick == 0 else "grid"))
        texts.append(Text(across, bottom + 20, in_words(tick, language), "tick", "middle"))
    for tick in y.ticks:
        _, down = _at(x.low, tick, x, y)
        lines.append(Line(LEFT, down, right, down, "axis" if tick == 0 else "grid"))
        texts.append(Text(LEFT - 10, down + 4, in_words(tick, language), "tick", "end"))
    texts.append(Text((LEFT + right) / 2, HEIGHT - 14, x.term[language], "axis-name", "middle"))
    texts.append(Text(22, (TOP + bottom) / 2, y.term[language], "axis-name", "middle", turned=True))
    return tuple(lines), tuple(texts)


def _cut_lines(cut: Cut, x: Axis, y: Axis) -> tuple[Line, ...]:
    across, down = _at(cut.x, cut.y, x, y)
    return (
        Line(across, TOP, across, HEIGHT - BOTTOM, "cut"),
        Line(LEFT, down, WIDTH - RIGHT, down, "cut"),
    )


def _field_names(cut: Cut, language: Language) -> tuple[Text, ...]:
    left, right = LEFT + INSET + 10, WIDTH - RIGHT - INSET - 10
    top, bottom = TOP + INSET + 20, HEIGHT - BOTTOM - INSET - 10
    names = [term[language] for term in cut.fields]
    return (
        Text(left, top, names[0], "field", "start"),
        Text(right, top, names[1], "field", "end"),
        Text(left, bottom, names[2], "field", "start"),
        Text(right, bottom, names[3], "field", "end"),
    )


def _box(text: Text) -> Box:
    width = text_width(text.text, 15) + 6
    left = text.x - (width if text.anchor == "end" else 0)
    return Box(left, text.y - 16, left + width, text.y + 5)
