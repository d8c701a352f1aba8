"""What was measured of the nodes, for size and colour: values by node, and what the page's legend says of them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gronagraf.errors import AnalysisError
from gronagraf.schema import NO_TERM, Term
from gronagraf.views.map.vocabulary import Plain, both

if TYPE_CHECKING:
    from gronagraf.analysis import Measured

COMMUNITY = "community"
COMMUNITY_TERM = Term("Klunga i nätet (Leiden)", "Community in the network (Leiden)")
ESTIMATED = Term("mellanhand är skattad", "betweenness is estimated")


@dataclass(frozen=True)
class Scale:
    """A measure on the map: its value for each measured node by id, never negative.

    `grouped` says that the values are numbers of communities, counted from 1, and no amounts.
    """

    key: str
    term: Term
    values: Mapping[str, float]
    grouped: bool = False

    @cached_property
    def most(self) -> float:
        """The largest value."""
        return max(self.values.values())


@dataclass(frozen=True, slots=True)
class Dressing:
    """What was measured, and by which of it nodes are sized and coloured when the page opens, by key.

    `network` says what was measured, in words. Nodes without a value are small, and of a neutral colour.
    """

    network: Term = NO_TERM
    scales: tuple[Scale, ...] = ()
    size: str | None = None
    colour: str | None = None

    def scale(self, key: str | None) -> Scale | None:
        """The scale with this key, if there is one."""
        return next((scale for scale in self.scales if scale.key == key), None)


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
    return Scale(name, term, values)


def measured_on(measured: "Measured") -> Term:
    """The network that was measured, what was left out of it, and whether a measure is estimated."""
    projection = measured.projection
    told = [projection.name, *projection.remarks, *([ESTIMATED] if measured.estimated else [])]
    return Term("; ".join(each.sv for each in told), "; ".join(each.en for each in told))


def communities_of(nodes: Sequence[str], membership: Sequence[int | None]) -> Scale:
    """The number of its community for each node that has one, by the node's id."""
    found = zip(nodes, membership, strict=True)
    values = {node: float(number) for node, number in found if number is not None}
    return Scale(COMMUNITY, COMMUNITY_TERM, values, grouped=True)


def radius(scale: Scale, value: float | None, smallest: float, widest: float) -> float:
    """The area grows with the value, from the smallest mark at 0 to the widest at the largest value."""
    if value is None or not scale.most:
        return smallest
    return math.sqrt(smallest**2 + (widest**2 - smallest**2) * value / scale.most)


def described(dressing: Dressing) -> list[Plain]:
    """The scales as the page has them: key, term, amounts or groups, and the network that they were measured on."""
    network = both(dressing.network)
    return [
        {
            "key": scale.key,
            "term": both(scale.term),
            "kind": "group" if scale.grouped else "amount",
            "network": network,
        }
        for scale in dressing.scales
    ]


def of_node(dressing: Dressing, id_: str) -> Plain:
    """What is measured of a node by key, empty where nothing is."""
    return {scale.key: scale.values[id_] for scale in dressing.scales if id_ in scale.values}
