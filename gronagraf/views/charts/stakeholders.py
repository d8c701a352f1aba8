"""The stakeholder grid: power upwards, interest across, relevance as size, each actor named in its cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from gronagraf.analysis.assessment import Rating
from gronagraf.schema import Language, Term
from gronagraf.views.charts.labels import LEADING, SIZE
from gronagraf.views.charts.picture import Area, Line, Mark, Picture, Text, listed, writable
from gronagraf.views.grid import AXES, FIELDS, Grid, Item, lay_out
from gronagraf.views.lettering import text_width, wrapped
from gronagraf.views.measures.assessment import SCORE_TERMS
from gronagraf.views.words import alphabetical

SCORES_HIGH = 5
LEFT, TOP, RIGHT = 64.0, 40.0, 16.0
STRIP = 34.0
BOTTOM = 104.0
CELL = (156.0, 84.0)
LARGEST = 11.0
WIDEST = 22
SAMPLES = Term("Storlek: relevans", "Size: relevance")
NOT_RATED = Term("inte bedömd", "not assessed")
DESCRIPTION = Term(
    "Makt lodrätt och intresse vågrätt för {count} aktörer; storleken är relevansen. Samma uppgifter står i tabellen.",
    "Power upwards and interest across for {count} actors; the size is relevance. The table holds the same.",
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A rating with its name in lines, as it is placed."""

    rating: Rating
    power: int
    interest: int
    lines: tuple[str, ...]

    @property
    def item(self) -> Item:
        width = 2 * LARGEST + 6 + max(text_width(line, SIZE) for line in self.lines)
        height = max(2 * LARGEST, LEADING * len(self.lines))
        return Item(self.interest - 1, SCORES_HIGH - self.power, width, height)


def stakeholder_grid(title: str, ratings: Sequence[Rating], language: Language, high: int = 4) -> Picture:
    """The picture of those whose power and interest are both assessed; from `high` on a score counts as high.

    Within a cell the most relevant stand first, then in order of name.
    """
    placed = _placed(ratings)
    grid = lay_out([each.item for each in placed], SCORES_HIGH, SCORES_HIGH, CELL)
    right, bottom = LEFT + grid.columns[-1].end, TOP + STRIP + grid.rows[-1].end
    marks = tuple(_mark(each, corner, language) for each, corner in zip(placed, grid.corners, strict=True))
    areas, lines = _cells(grid, high)
    texts = (*_axes(grid, language), *_fields(grid, high, language))
    samples = _samples(right, bottom + STRIP + BOTTOM - 22, language)
    description = DESCRIPTION.filled(count=len(placed))[language]
    height = bottom + STRIP + BOTTOM
    return Picture(right + RIGHT, height, title, description, areas, lines, texts, marks, samples)


def _placed(ratings: Sequence[Rating]) -> list[_Placed]:
    order = sorted(ratings, key=lambda each: (-(each.relevance or 0), alphabetical(each.actor.name), each.actor.id))
    return [
        _Placed(each, each.power, each.interest, tuple(map(writable, wrapped(each.actor.name, WIDEST))))
        for each in order
        if each.power is not None and each.interest is not None
    ]


def radius_of(relevance: int | None) -> float:
    """The area grows with relevance; the smallest where it is not assessed."""
    return round(LARGEST * sqrt((relevance or 1) / SCORES_HIGH), 2)


def _mark(each: _Placed, corner: tuple[float, float], language: Language) -> Mark:
    x, y = LEFT + corner[0], TOP + STRIP + corner[1]
    height = each.item.height
    first = y + (height - LEADING * len(each.lines)) / 2 + 11.5
    texts = tuple(
        Text(x + 2 * LARGEST + 6, first + LEADING * at, line, "cell-name") for at, line in enumerate(each.lines)
    )
    scores = [
        (SCORE_TERMS["power"], float(each.power)),
        (SCORE_TERMS["interest"], float(each.interest)),
        (SCORE_TERMS["relevance"], each.rating.relevance),
    ]
    name = writable(f"{each.rating.actor.name}: {listed(scores, language)}")
    look = "mark" if each.rating.relevance is not None else "hollow"
    return Mark(x + LARGEST, y + height / 2, radius_of(each.rating.relevance), name, texts, look)


def _cells(grid: Grid, high: int) -> tuple[tuple[Area, ...], tuple[Line, ...]]:
    """A ground for each cell, that of the key players by itself, and the lines where low becomes high."""
    top = TOP + STRIP
    areas = tuple(
        Area(
            LEFT + column.start + 1,
            top + row.start + 1,
            column.size - 2,
            row.size - 2,
            "key-cell" if interest >= high and power >= high else "cell",
        )
        for interest, column in enumerate(grid.columns, 1)
        for power, row in zip(range(SCORES_HIGH, 0, -1), grid.rows, strict=True)
    )
    if not 1 < high <= SCORES_HIGH:
        return areas, ()
    across, down = LEFT + grid.columns[high - 1].start, top + grid.rows[SCORES_HIGH - high].end
    right, bottom = LEFT + grid.columns[-1].end, top + grid.rows[-1].end
    return areas, (Line(across, TOP, across, bottom + STRIP, "cut"), Line(LEFT, down, right, down, "cut"))


def _fields(grid: Grid, high: int, language: Language) -> tuple[Text, ...]:
    """The four fields by name, above and below the cells: on the side where they lie."""
    names = [term[language] for term in FIELDS]
    cut = LEFT + (grid.columns[high - 1].start if high > 1 else 0)
    below = TOP + STRIP + grid.rows[-1].end + 23
    right = (Text(cut + 12, TOP + 22, names[1], "key-field"), Text(cut + 12, below, names[3], "field"))
    if high == 1:
        return right[:1]
    return (*right, Text(LEFT + 12, TOP + 22, names[0], "field"), Text(LEFT + 12, below, names[2], "field"))


def _axes(grid: Grid, language: Language) -> tuple[Text, ...]:
    top = TOP + STRIP
    numbers = top + grid.rows[-1].end + STRIP + 18
    texts = [
        Text(LEFT + column.start + column.size / 2, numbers, str(score), "tick", "middle")
        for score, column in enumerate(grid.columns, 1)
    ]
    texts.extend(
        Text(LEFT - 12, top + row.start + row.size / 2 + 4, str(score), "tick", "end")
        for score, row in zip(range(SCORES_HIGH, 0, -1), grid.rows, strict=True)
    )
    middle = LEFT + grid.columns[-1].end / 2, top + grid.rows[-1].end / 2
    texts.append(Text(middle[0], numbers + 24, AXES["interest"][language], "axis-name", "middle"))
    texts.append(Text(20, middle[1], AXES["power"][language], "axis-name", "middle", turned=True))
    return tuple(texts)


def _samples(right: float, y: float, language: Language) -> tuple[Mark, ...]:
    """The sizes of relevance 1, 3 and 5, and the mark of one that is not assessed, from the right."""
    missing = NOT_RATED[language]
    x = right - text_width(missing, SIZE) - 8
    marks = [Mark(x - 10, y, radius_of(None), "", (Text(x, y + 4, missing, "tick"),), "hollow")]
    for score in (5, 3, 1):
        x -= 56
        marks.append(Mark(x - 10, y, radius_of(score), "", (Text(x + 6, y + 4, str(score), "tick"),)))
    marks.append(Mark(x, y, 0, "", (Text(x - 32, y + 4, SAMPLES[language], "tick", "end"),)))
    return tuple(marks)
