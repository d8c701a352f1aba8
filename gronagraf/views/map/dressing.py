"""Size and colour of the map's nodes by what was measured of them, with what its legend says."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gronagraf.errors import AnalysisError
from gronagraf.schema import NO_TERM, Term
from gronagraf.views.map.vocabulary import Plain, both

if TYPE_CHECKING:
    from gronagraf.analysis import Measured

STEPS = 5
GROUPS = 8
"""So many communities have a colour of their own; the smaller ones share one."""

COMMUNITY = Term("Klunga (Leiden)", "Community (Leiden)")
ESTIMATED = Term("mellanhand är skattad", "betweenness is estimated")


@dataclass(frozen=True)
class Scale:
    """A measure on the map: its value for each measured node by id, never negative."""

    term: Term
    values: Mapping[str, float]

    @cached_property
    def most(self) -> float:
        """The largest value."""
        return max(self.values.values())

    @cached_property
    def bounds(self) -> list[float]:
        """The upper bounds of at most STEPS classes: 0 by itself, the rest with about as many different values each."""
        positive = sorted({value for value in self.values.values() if value > 0})
        zero = [0.0] if len(positive) < len(set(self.values.values())) else []
        count = min(STEPS - len(zero), len(positive))
        return [*zero, *(positive[math.ceil(len(positive) * step / count) - 1] for step in range(1, count + 1))]


@dataclass(frozen=True, slots=True)
class Dressing:
    """By what nodes are sized and coloured; `grouped` says that the colours are communities, numbered from 1.

    `network` says what was measured, in words. Nodes without a value are small, and of a neutral colour.
    """

    network: Term = NO_TERM
    size: Scale | None = None
    colour: Scale | None = None
    grouped: bool = False


PLAIN = Dressing()


def scale_of(measured: "Measured", name: str) -> Scale:
    """A measure of all that has a value. Raises AnalysisError where none has, or one is negative."""
    term = next(each.term for each in measured.measures if each.name == name)
    if all(value is None for value in measured.values[name]):
        raise AnalysisError(f"{name} cannot be drawn: {measured.reasons[name].en}")
    nodes = measured.projection.nodes
    values = {node.id: value for node, value in zip(nodes, measured.values[name], strict=True) if value is not None}
    if min(values.values()) < 0:
        raise AnalysisError(f"{name} cannot be drawn: it has negative values here, which no size or shade shows")
    return Scale(term, values)


def measured_on(measured: "Measured") -> Term:
    """The network that was measured, what was left out of it, and whether a measure is estimated."""
    projection = measured.projection
    told = [projection.name, *projection.remarks, *([ESTIMATED] if measured.estimated else [])]
    return Term("; ".join(each.sv for each in told), "; ".join(each.en for each in told))


def communities_of(nodes: Sequence[str], membership: Sequence[int | None]) -> Scale:
    """The number of its community for each node that has one, by the node's id."""
    found = zip(nodes, membership, strict=True)
    return Scale(COMMUNITY, {node: float(number) for node, number in found if number is not None})


def radius(scale: Scale, value: float | None, smallest: float, widest: float) -> float:
    """The area grows with the value, from the smallest mark at 0 to the widest at the largest value."""
    if value is None or not scale.most:
        return smallest
    return math.sqrt(smallest**2 + (widest**2 - smallest**2) * value / scale.most)


def class_of(dressing: Dressing, id_: str) -> int | None:
    """The shade of a node from 1, the last for the largest; or its community, GROUPS + 1 for one of the small ones."""
    if dressing.colour is None or id_ not in dressing.colour.values:
        return None
    value = dressing.colour.values[id_]
    if dressing.grouped:
        return min(int(value), GROUPS + 1)
    found = dressing.colour.bounds
    return shade(bisect_left(found, value), len(found))


def shade(place: int, count: int) -> int:
    """Of fewer classes than STEPS: shades as far apart as can be."""
    return STEPS if count == 1 else 1 + round(place * (STEPS - 1) / (count - 1))


def described(dressing: Dressing, drawn: Sequence[str], sizes: tuple[float, float]) -> Plain | None:
    """What the page needs for legend, details and table; None where nothing is. `sizes` are those of radius."""
    if dressing.size is None and dressing.colour is None:
        return None
    plain: Plain = {"network": both(dressing.network)}
    if scale := dressing.size:
        shown = dict.fromkeys((scale.most, scale.most / 4, 0.0))
        samples = [[value, round(radius(scale, value, *sizes), 1)] for value in shown]
        plain["size"] = {"term": both(scale.term), "samples": samples}
    if scale := dressing.colour:
        classes = _communities(scale, drawn) if dressing.grouped else _classes(dressing, scale, drawn)
        missing = sum(id_ not in scale.values for id_ in drawn)
        plain["colour"] = {
            "term": both(scale.term), "classes": classes, "grouped": dressing.grouped, "missing": missing
        }  # fmt: skip
    return plain


def _classes(dressing: Dressing, scale: Scale, drawn: Sequence[str]) -> list[list[float]]:
    """For each class its shade, its lowest and highest value, and how many of those drawn are in it."""
    found = scale.bounds
    counts = Counter(class_of(dressing, id_) for id_ in drawn)
    lowest = [
        min(value for value in scale.values.values() if bisect_left(found, value) == at) for at in range(len(found))
    ]
    shades = [shade(place, len(found)) for place in range(len(found))]
    return [[each, low, high, counts[each]] for each, low, high in zip(shades, lowest, found, strict=True)]


def _communities(scale: Scale, drawn: Sequence[str]) -> list[list[float]]:
    """As `_classes`, for communities: the small ones together, last."""
    counts = Counter(int(scale.values[id_]) for id_ in drawn if id_ in scale.values)
    every = sorted({int(value) for value in scale.values.values()})
    own: list[list[float]] = [[number, number, number, counts[number]] for number in every if number <= GROUPS]
    rest = [number for number in every if number > GROUPS]
    if rest:
        own.append([GROUPS + 1, rest[0], rest[-1], sum(counts[number] for number in rest)])
    return own


def of_node(dressing: Dressing, id_: str) -> Plain:
    """What is measured of a node, empty where nothing is."""
    plain: Plain = {}
    if dressing.size and id_ in dressing.size.values:
        plain["size"] = dressing.size.values[id_]
    if dressing.colour and id_ in dressing.colour.values:
        plain["colour"] = dressing.colour.values[id_]
        plain["class"] = class_of(dressing, id_)
    return plain
