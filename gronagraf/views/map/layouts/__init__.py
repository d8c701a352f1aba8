"""The ways to lay out a map beside its network: the thread, the circle and the stakeholder grids."""

from collections.abc import Sequence

from gronagraf.graph import Edge, Node
from gronagraf.schema import Model
from gronagraf.views.map.layouts.circle import circle
from gronagraf.views.map.layouts.grid import grids
from gronagraf.views.map.layouts.layout import Layout
from gronagraf.views.map.layouts.thread import thread

__all__ = ["Layout", "layouts"]


def layouts(nodes: Sequence[Node], edges: Sequence[Edge], model: Model) -> list[Layout]:
    """Every layout that something in the graph fits, for nodes in the order in which they are drawn.

    The same nodes and relations give the same layouts; nodes overlap in none, at the largest that they are drawn.
    """
    found = (thread(nodes, edges, model), circle(nodes, edges, model), *grids(nodes, edges))
    return [layout for layout in found if layout is not None]
