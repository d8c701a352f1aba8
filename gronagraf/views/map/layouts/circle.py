"""The circle: actors in wedges by sector and rings by level, the networks where they meet in the middle."""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gronagraf.graph import Edge, Node
from gronagraf.schema import Model, Term
from gronagraf.views.map.layouts.layout import Box, Guide, Layout, Point, Side, Text

TERM = Term("Cirkel: sektor och nivå", "Circle: sector and level")
NO_SECTOR = Term("sektor okänd", "sector unknown")
NO_LEVEL = Term("nivå okänd", "level unknown")

ARC, DEPTH = 100.0, 88.0
"""What a node takes along the circle and outwards, before all is widened."""
WIDEN = 1.35
"""Names are wider than they are high, and so are windows."""
HOLLOW = 70.0
"""The radius that is left free in the middle where there are no networks."""
RIM = 26.0
"""Between the last row of a ring and its line, where the ring's name stands."""
LEAST = 0.13
"""The least part of the whole turn that a sector takes."""
ARCS = 90
TOP = -math.pi / 2


@dataclass(frozen=True, slots=True)
class Wedge:
    """A sector: from one angle to another, clockwise from the top."""

    term: Term
    start: float
    turn: float


@dataclass(frozen=True, slots=True)
class Ring:
    """A level: between two distances from the middle."""

    term: Term
    inner: float
    outer: float


Cells = dict[tuple[str, str], list[int]]


def circle(nodes: Sequence[Node], edges: Iterable[Edge], model: Model) -> Layout | None:
    """The circle of the actors among these nodes; None where no actor's sector or level is known."""
    cells: Cells = defaultdict(list)
    middle = [at for at, node in enumerate(nodes) if node.label == "Network"]
    for at in _most_tied_first(nodes, edges):
        if nodes[at].label == "Actor":
            cells[str(nodes[at].facts.get("sector", "")), str(nodes[at].facts.get("level", ""))].append(at)
    if not cells or set(cells) == {("", "")}:
        return None
    sectors = _values(model, "sector", NO_SECTOR, {sector for sector, _ in cells})
    levels = _values(model, "level", NO_LEVEL, {level for _, level in cells})
    wedges = _wedges(sectors, cells)
    points, inner = _heart(sorted(middle, key=lambda at: nodes[at].id))
    rings: list[Ring] = []
    for level, term in levels.items():
        placed, outer = _ring({sector: cells.get((sector, level), []) for sector in sectors}, wedges, inner)
        points |= placed
        rings.append(Ring(term, inner, outer))
        inner = outer
    heart = model.labels["Network"].plural if middle else None
    widened = {node: (x * WIDEN, y) for node, (x, y) in points.items()}
    return Layout("circle", TERM, widened, _guide(list(wedges.values()), rings, heart))


def _most_tied_first(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[int]:
    ties = Counter(end for edge in edges for end in (edge.start, edge.end))
    return sorted(range(len(nodes)), key=lambda at: (-ties[nodes[at].id], nodes[at].id))


def _values(model: Model, name: str, unknown: Term, used: set[str]) -> dict[str, Term]:
    """The values of an actor's field in the model's order, used or not; what is unknown last, where it occurs."""
    choices = {each.value: each.term for each in model.labels["Actor"].columns[name].kind.choices}
    others = {value: Term(value, value) for value in sorted(used - set(choices) - {""})}
    return choices | others | ({"": unknown} if "" in used else {})


def _wedges(sectors: dict[str, Term], cells: Cells) -> dict[str, Wedge]:
    """Each sector's part of the turn: by the number of its actors, LEAST at the least."""
    counts = {sector: sum(len(found) for (own, _), found in cells.items() if own == sector) for sector in sectors}
    total = sum(counts.values())
    least = min(LEAST, 0.8 / len(sectors))
    wedges: dict[str, Wedge] = {}
    start = TOP
    for sector, term in sectors.items():
        turn = 2 * math.pi * (least + (1 - least * len(sectors)) * counts[sector] / total)
        wedges[sector] = Wedge(term, start, turn)
        start += turn
    return wedges


def _heart(networks: Sequence[int]) -> tuple[dict[int, Point], float]:
    """The networks on rings round the middle, and how far out they reach."""
    if not networks:
        return {}, HOLLOW
    whole = Wedge(TERM, TOP, 2 * math.pi)
    start = 0.0 if len(networks) == 1 else ARC * min(1.0, len(networks) / 6) - DEPTH / 2
    rows = _rows(len(networks), whole, max(0.0, start))
    points = dict(zip(networks, _spots(len(networks), whole, rows), strict=True))
    return points, rows[-1] + DEPTH / 2 + RIM


def _ring(found: dict[str, list[int]], wedges: dict[str, Wedge], inner: float) -> tuple[dict[int, Point], float]:
    """The places of a level's actors, and where its ring ends; one without actors is narrow."""
    points: dict[int, Point] = {}
    outer = inner + DEPTH / 2
    for sector, actors in found.items():
        if not actors:
            continue
        rows = _rows(len(actors), wedges[sector], inner)
        points |= dict(zip(actors, _spots(len(actors), wedges[sector], rows), strict=True))
        outer = max(outer, rows[-1] + DEPTH / 2)
    return points, outer + RIM


def _rows(count: int, wedge: Wedge, inner: float) -> list[float]:
    """The distances of as many rows, from the middle outwards, as hold so many nodes."""
    rows: list[float] = []
    room = 0
    while room < count:
        rows.append(inner + (len(rows) + 0.5) * DEPTH)
        room += _capacity(rows[-1], wedge)
    return rows


def _capacity(distance: float, wedge: Wedge) -> int:
    return int(distance * wedge.turn / ARC)


def _spots(count: int, wedge: Wedge, rows: Sequence[float]) -> Iterator[Point]:
    """So many places on the rows, each row as full as the others, evenly apart and off the wedge's sides."""
    left, room = count, sum(_capacity(row, wedge) for row in rows)
    for row in rows:
        capacity = _capacity(row, wedge)
        here = min(capacity, -(-left * capacity // room)) if room else 0
        for at in range(here):
            angle = wedge.start + wedge.turn * (at + 0.5) / here
            yield row * math.cos(angle), row * math.sin(angle)
        left, room = left - here, room - capacity


def _guide(wedges: Sequence[Wedge], rings: Sequence[Ring], heart: Term | None) -> Guide:
    inner, outer = rings[0].inner, rings[-1].outer
    lines = [line for edge in (inner, *(ring.outer for ring in rings)) for line in _round(edge)]
    for wedge in wedges:
        x, y = math.cos(wedge.start), math.sin(wedge.start)
        lines.append((inner * x * WIDEN, inner * y, outer * x * WIDEN, outer * y))
    texts = [Text(8, -ring.outer + 20, _capital(ring.term), "left", "axis") for ring in rings]
    texts += [_beside(wedge, outer) for wedge in wedges]
    if heart:
        texts.append(Text(8, -inner + 20, heart, "left", "axis"))
    return Guide((), tuple(lines), tuple(texts))


def _round(distance: float) -> Iterator[Box]:
    """A ring as many short lines."""
    spots = [(math.cos(2 * math.pi * at / ARCS), math.sin(2 * math.pi * at / ARCS)) for at in range(ARCS + 1)]
    for (x1, y1), (x2, y2) in itertools.pairwise(spots):
        yield distance * x1 * WIDEN, distance * y1, distance * x2 * WIDEN, distance * y2


def _beside(wedge: Wedge, outer: float) -> Text:
    """A sector's name outside the circle, in the middle of its wedge."""
    angle = wedge.start + wedge.turn / 2
    x, y = math.cos(angle), math.sin(angle)
    side: Side = "center" if abs(x) < 0.2 else "left" if x > 0 else "right"
    away = outer + 24
    return Text(away * x * WIDEN, away * y + 6 + 8 * y, _capital(wedge.term), side, "heading")


def _capital(term: Term) -> Term:
    return Term(term.sv[:1].upper() + term.sv[1:], term.en[:1].upper() + term.en[1:])
