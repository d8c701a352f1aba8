"""The stakeholder grids: power upwards and interest across for each analysis, relevance as size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from gronagraf.graph import Edge, Node
from gronagraf.schema import Term
from gronagraf.views.grid import AXES, FIELDS, Grid, Item, lay_out
from gronagraf.views.map.layouts.layout import Box, Guide, Layout, Text
from gronagraf.views.words import alphabetical

TERM = Term("Makt × intresse: {name}", "Power × interest: {name}")
SCORES = 5
HIGH = 4
"""From this score on, power and interest are high, as in the chart."""

ITEM = (172.0, 84.0)
"""What an actor takes with its name in two lines under it."""
CELL = (208.0, 116.0)
LARGEST = 22.0
MOST = 12
"""Of more analyses than this, the latest have a grid."""


@dataclass(frozen=True, slots=True)
class Rating:
    """An actor by its number, as assessed in one analysis."""

    actor: int
    power: int
    interest: int
    relevance: int | None

    @property
    def item(self) -> Item:
        return Item(self.interest - 1, SCORES - self.power, *ITEM)


def grids(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[Layout]:
    """A layout for each analysis in which someone's power and interest are both assessed, the latest first."""
    ratings = _ratings(nodes, edges)
    by_name = sorted(ratings, key=lambda at: (alphabetical(nodes[at].name), nodes[at].id))
    latest = sorted(by_name, key=lambda at: str(nodes[at].facts.get("date", "")), reverse=True)
    return [_grid(nodes, nodes[at], list(ratings[at].values())) for at in latest[:MOST]]


def _ratings(nodes: Sequence[Node], edges: Iterable[Edge]) -> Mapping[int, Mapping[int, Rating]]:
    """For each analysis by its number the ratings by actor; the first where an actor is assessed twice."""
    number = {node.id: at for at, node in enumerate(nodes)}
    found: defaultdict[int, dict[int, Rating]] = defaultdict(dict)
    for edge in edges:
        power, interest, relevance = (_score(edge, name) for name in ("power", "interest", "relevance"))
        if edge.type == "ASSESSED_IN" and power is not None and interest is not None:
            actor = number[edge.start]
            found[number[edge.end]].setdefault(actor, Rating(actor, power, interest, relevance))
    return found


def _score(edge: Edge, name: str) -> int | None:
    value = edge.facts.get(name)
    return value if isinstance(value, int) and 1 <= value <= SCORES else None


def _grid(nodes: Sequence[Node], analysis: Node, ratings: Sequence[Rating]) -> Layout:
    """Within a cell the most relevant stand first, then in order of name."""
    order = sorted(
        ratings,
        key=lambda each: (-(each.relevance or 0), alphabetical(nodes[each.actor].name), nodes[each.actor].id),
    )
    grid = lay_out([each.item for each in order], SCORES, SCORES, CELL)
    points = {each.actor: (x + ITEM[0] / 2, y + LARGEST + 4) for each, (x, y) in zip(order, grid.corners, strict=True)}
    sizes = {each.actor: round(LARGEST * sqrt((each.relevance or 1) / SCORES), 1) for each in order}
    return Layout(f"grid:{analysis.id}", TERM.filled(name=analysis.name), points, _guide(grid), sizes)


def _guide(grid: Grid) -> Guide:
    right, bottom = grid.columns[-1].end, grid.rows[-1].end
    across, down = grid.columns[HIGH - 1].start, grid.rows[SCORES - HIGH].end
    boxes: list[Box] = [
        (column.start + 2, row.start + 2, column.size - 4, row.size - 4) for column in grid.columns for row in grid.rows
    ]
    lines = ((across, -44, across, bottom + 44), (0, down, right, down))
    return Guide(tuple(boxes), lines, (*_fields(across, bottom), *_axes(grid)))


def _fields(across: float, bottom: float) -> tuple[Text, ...]:
    """The four fields by name, above and below the cells: on the side where they lie."""
    at = ((8, -16), (across + 10, -16), (8, bottom + 32), (across + 10, bottom + 32))
    return tuple(Text(x, y, term, "left", "heading") for (x, y), term in zip(at, FIELDS, strict=True))


def _axes(grid: Grid) -> list[Text]:
    right, bottom = grid.columns[-1].end, grid.rows[-1].end
    scores = [Term(str(score), str(score)) for score in range(1, SCORES + 1)]
    texts = [
        Text(column.start + column.size / 2, bottom + 72, score, "center", "axis")
        for score, column in zip(scores, grid.columns, strict=True)
    ]
    texts += [
        Text(-16, row.start + row.size / 2 + 5, score, "right", "axis")
        for score, row in zip(reversed(scores), grid.rows, strict=True)
    ]
    texts.append(Text(right / 2, bottom + 104, AXES["interest"], "center", "axis"))
    texts.append(Text(-32, -56, AXES["power"], "left", "axis"))
    return texts
