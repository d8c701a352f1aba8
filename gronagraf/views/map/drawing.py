"""A graph as a pyvis network: a place, a size, a shape and a group for every node, a line for every relation."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gronagraf.graph import Edge, Node
from gronagraf.schema import Model
from gronagraf.views.map.dressing import PLAIN, Dressing, of_node, radius
from gronagraf.views.map.layouts import Layout, layouts
from gronagraf.views.map.layouts.network import Blocks, place
from gronagraf.views.map.marks import Marked
from gronagraf.views.map.places import Places, keep

if TYPE_CHECKING:
    from pyvis.network import Network

OPTIONS: Mapping[str, object] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"chosen": False},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.42}},
        "chosen": False,
        "hoverWidth": 0,
        "selectionWidth": 0,
        "smooth": False,
        "width": 1,
    },
}
INTERACTION: Mapping[str, object] = {
    "dragNodes": False,
    "hover": False,
    "keyboard": {"enabled": False},
    "selectable": False,
    "zoomSpeed": 0.7,
}
SIZE_FACTORS: Mapping[str, float] = {"square": 0.86, "star": 1.3, "triangle": 1.08, "triangleDown": 1.08}
"""What makes shapes of one size look equally large."""

SMALLEST, GROWTH, WIDEST = 6.5, 2.6, 32.0
MANY = 1500
"""From this many relations on, lines are hidden while the map moves."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pyvis network with the layout that it was drawn by, the layouts beside it, and the sources named by number."""

    network: "Network"
    layout: Blocks
    layouts: tuple[Layout, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is said of many and therefore by number: seeds and sources."""

    seeds: Mapping[str, int]
    sources: Mapping[str, int]


def draw(marked: Marked, model: Model, dressing: Dressing = PLAIN, places: Places | None = None) -> Drawing:
    """The graph as a pyvis network; what is ours lies under the one key `own` of each node and relation.

    Nodes and relations stand in the order of their ids, so that the same graph in another order is drawn the same.
    Those that an earlier map gave places keep them.
    """
    from pyvis.network import Network

    graph = marked.graph

    nodes = sorted(graph.nodes, key=lambda node: node.id)
    edges = in_order(graph.edges)
    index = {node.id: number for number, node in enumerate(nodes)}
    pairs = [(index[edge.start], index[edge.end]) for edge in edges]
    radii = _dressed(nodes, dressing) or radii_by_neighbours(len(nodes), pairs)
    rooms = [room_of(wide) for wide in radii]
    layout = place(rooms, pairs)
    if places:
        layout = keep(layout, [node.id for node in nodes], rooms, pairs, places)
    network = Network(directed=True)
    network.options = _options(len(edges))
    sources = sources_of(nodes, edges)
    numbers = Numbers(
        {seed.name: at for at, seed in enumerate(graph.seeds)}, {text: at for at, text in enumerate(sources)}
    )
    network.nodes = [
        _node(node, model, wide, point, _own(node, numbers) | _measured(node, dressing) | marked.nodes.get(node.id, {}))
        for node, wide, point in zip(nodes, radii, layout.points, strict=True)
    ]
    network.edges = [
        _edge(edge, model, bend, _own(edge, numbers) | marked.edges.get(id(edge), {}))
        for edge, bend in zip(edges, _bends(edges), strict=True)
    ]
    return Drawing(network, layout, tuple(layouts(nodes, edges, model)), sources)


def sources_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> tuple[str, ...]:
    """Every source that these nodes and relations name, once each, in order."""
    facts = (*(node.facts for node in nodes), *(edge.facts for edge in edges))
    return tuple(sorted({str(each["source"]) for each in facts if "source" in each}))


def _options(edges: int) -> dict[str, object]:
    hidden = {"hideEdgesOnDrag": edges >= MANY, "hideEdgesOnZoom": edges >= MANY}
    return {**OPTIONS, "interaction": {**INTERACTION, **hidden}}


def in_order(edges: Sequence[Edge]) -> list[Edge]:
    """By ends, type and seed; by what they tell only where these are the same, since writing facts out takes time."""
    alike = Counter(_place(edge) for edge in edges)
    return sorted(edges, key=lambda edge: (_place(edge), _told(edge) if alike[_place(edge)] > 1 else []))


def _place(edge: Edge) -> tuple[str, str, str, str]:
    return edge.start, edge.end, edge.type, edge.seed


def _told(edge: Edge) -> list[tuple[str, str]]:
    return sorted((name, str(value)) for name, value in edge.facts.items())


def radii_by_neighbours(count: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Larger for a node with more neighbours: the area grows with their number."""
    neighbours: list[set[int]] = [set() for _ in range(count)]
    for start, end in pairs:
        neighbours[start].add(end)
        neighbours[end].add(start)
    return [min(WIDEST, SMALLEST + GROWTH * math.sqrt(len(near))) for near in neighbours]


def _dressed(nodes: Sequence[Node], dressing: Dressing) -> list[float]:
    """By what was measured; nothing where size is not to show it."""
    if (scale := dressing.scale(dressing.size)) is None:
        return []
    return [radius(scale, scale.values.get(node.id), SMALLEST, WIDEST) for node in nodes]


def _measured(node: Node, dressing: Dressing) -> dict[str, object]:
    found = of_node(dressing, node.id)
    return {"measured": found} if found else {}


def room_of(wide: float) -> float:
    """What a node takes of the map: more than its shape where it is large, so that its name fits beside it."""
    return wide * 1.1 + 2.4 * (wide - SMALLEST)


def _node(
    node: Node, model: Model, wide: float, point: tuple[float, float], own: dict[str, object]
) -> dict[str, object]:
    from pyvis.node import Node as Mark

    shape = model.labels[node.label].shape
    mark = Mark(
        node.id,
        shape,
        node.name,
        group=node.label,
        x=round(point[0], 1),
        y=round(point[1], 1),
        size=round(wide * SIZE_FACTORS.get(shape, 1.0), 1),
        own=own,
    )
    return dict(mark.options)


def _edge(edge: Edge, model: Model, bend: float, own: dict[str, object]) -> dict[str, object]:
    from pyvis.edge import Edge as Line

    line = Line(edge.start, edge.end, directed=not model.types[edge.type].symmetric, own=own)
    line.options["own"]["type"] = edge.type
    if edge.facts.get("basis") == "inferred":
        line.options["dashes"] = True
    if bend:
        way = "curvedCW" if bend > 0 else "curvedCCW"
        line.options["smooth"] = {"enabled": True, "type": way, "roundness": round(abs(bend), 2)}
    return dict(line.options)


def _own(item: Node | Edge, numbers: Numbers) -> dict[str, object]:
    """The facts but the name, which is the label; the source by number, the seed too where there are several."""
    facts: dict[str, object] = {name: value for name, value in item.facts.items() if name != "name"}
    if "source" in facts:
        facts["source"] = numbers.sources[str(facts["source"])]
    own: dict[str, object] = {"facts": facts}
    if len(numbers.seeds) > 1 and item.seed in numbers.seeds:
        own["seed"] = numbers.seeds[item.seed]
    return own


def _bends(edges: Sequence[Edge]) -> list[float]:
    """How much each relation is curved: 0 unless others join the same two nodes; then evenly to both sides."""
    parallel: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        parallel[min(edge.start, edge.end), max(edge.start, edge.end)].append(number)
    bends = [0.0] * len(edges)
    for (low, high), numbers in parallel.items():
        for position, number in enumerate(numbers):
            side = position - (len(numbers) - 1) / 2
            turn = 1.0 if edges[number].start == low else -1.0
            bends[number] = 0.0 if low == high else turn * side * min(0.22, 1.2 / len(numbers))
    return bends
