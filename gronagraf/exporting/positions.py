"""Where nodes stand and how large they are, as on the map of the same graph."""

from collections.abc import Mapping

from gronagraf.exporting.export import Point
from gronagraf.graph import Graph
from gronagraf.views.map.drawing import radii_by_neighbours, room_of
from gronagraf.views.map.layouts.network import place
from gronagraf.views.map.places import Places, keep


def positions_of(graph: Graph, places: Places | None = None) -> Mapping[str, Point]:
    """A point for each node, y downwards: those of an earlier map where given, else the map's own network layout."""
    ids, pairs = _order(graph)
    rooms = [room_of(wide) for wide in radii_by_neighbours(len(ids), pairs)]
    layout = place(rooms, pairs)
    if places:
        layout = keep(layout, ids, rooms, pairs, places)
    return dict(zip(ids, layout.points, strict=True))


def sizes(graph: Graph) -> dict[str, float]:
    """The radius of each node, in the units of the positions: larger for one with more neighbours."""
    ids, pairs = _order(graph)
    return dict(zip(ids, radii_by_neighbours(len(ids), pairs), strict=True))


def _order(graph: Graph) -> tuple[list[str], list[tuple[int, int]]]:
    """Ids in order and pairs of their numbers, so that the same graph in another order is laid out alike."""
    ids = sorted(node.id for node in graph.nodes)
    index = {id_: number for number, id_ in enumerate(ids)}
    edges = sorted((edge.start, edge.end, edge.type, edge.seed) for edge in graph.edges)
    return ids, [(index[start], index[end]) for start, end, _, _ in edges if start in index and end in index]
