"""The drawn graph as the page reads it: a row for each node and relation, without what the model already says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Mark = Mapping[str, Any]
Row = list[object]


def node_rows(nodes: Iterable[Mark]) -> list[Row]:
    """`[id, name, label, x, y, size, facts, more]` for each node of a pyvis network; `more` is left out where empty."""
    return [
        _row([node["id"], node["label"], node["group"], node["x"], node["y"], node["size"]], node["own"], ())
        for node in nodes
    ]


def edge_rows(edges: Iterable[Mark], nodes: Sequence[Mark]) -> list[Row]:
    """`[number of the one end, number of the other, type, bend, facts, more]` for each relation of a pyvis network.

    The bend is 0 for a straight line, else how round it is, negative where it turns against the clock.
    """
    numbers = {node["id"]: number for number, node in enumerate(nodes)}
    return [
        _row(
            [numbers[edge["from"]], numbers[edge["to"]], edge["own"]["type"], _bend(edge.get("smooth"))],
            edge["own"],
            ("type",),
        )
        for edge in edges
    ]


def _row(start: Row, own: Mark, said: Sequence[str]) -> Row:
    more = {name: value for name, value in own.items() if name != "facts" and name not in said}
    return [*start, own["facts"], *([more] if more else [])]


def _bend(smooth: Mark | None) -> float:
    if not smooth:
        return 0
    roundness: float = smooth["roundness"]
    return roundness if smooth["type"] == "curvedCW" else -roundness
