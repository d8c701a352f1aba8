"""Where each node of a map stands: communities as blocks laid out apart, what hangs loose in a tray below."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gronagraf.views.map.layouts.packing import Disc, Point, fit_on_shelves, pack_discs, spread

if TYPE_CHECKING:
    import igraph

SEED = 20250
GAP = 15.0
"""Least distance between the rims of two nodes, in map units."""

SMALL_COMPONENT = 6
"""Where no component is larger than this, there is no main picture and nothing loose: all stand side by side."""

WIDEN = 1.3
"""All is drawn this much wider in the end: names are wider than they are high, and so are windows."""

MANY = 2000
"""In a block of more nodes, only those near each other repel each other."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A point for each node; the discs that hold the blocks; the height of the line above the tray, if there is one.

    The points are WIDEN times wider than the discs say: on the map, discs are ellipses.
    """

    points: tuple[Point, ...]
    discs: tuple[Disc, ...]
    tray: float | None
    blocks: tuple[int | None, ...] = ()
    """For each node the number of its disc, from 0; None in the tray."""


def place(radii: Sequence[float], pairs: Sequence[Pair]) -> Blocks:
    """Lay out nodes 0, 1, … with these radii and these ties (loops and parallels allowed), x to the right, y down.

    The same input gives the same points: Leiden (modularity) and the forces run from a fixed seed. No two nodes
    overlap: their centres are at least the sum of their radii and GAP apart.
    """
    import igraph

    if not radii:
        return Blocks((), (), None)
    weights = Counter((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
    ties = sorted(weights)
    graph = igraph.Graph(len(radii), ties, edge_attrs={"weight": [float(weights[tie]) for tie in ties]})
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311
    try:
        return _place(graph, radii)
    finally:
        igraph.set_random_number_generator(random)


def _place(graph: "igraph.Graph", radii: Sequence[float]) -> Blocks:
    components = sorted((sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part))
    main = components[0] if len(components[0]) > SMALL_COMPONENT else []
    blocks = _communities(graph, main) if main else []
    shapes = [_block(graph, block, radii) for block in blocks]
    discs = _arrange(graph, blocks, shapes, radii)
    points: dict[int, Point] = {}
    for block, shape, disc in zip(blocks, shapes, discs, strict=True):
        points |= {node: (disc.x + x, disc.y + y) for node, (x, y) in zip(block, shape, strict=True)}
    _turn_blocks(graph, blocks, discs, points)
    loose = components[1:] if main else components
    tray = _fill_tray(graph, loose, radii, discs, points)
    widened = tuple((points[node][0] * WIDEN, points[node][1]) for node in range(len(radii)))
    home = {node: number for number, block in enumerate(blocks) for node in block}
    return Blocks(widened, tuple(discs), tray, tuple(home.get(node) for node in range(len(radii))))


def _communities(graph: "igraph.Graph", component: list[int]) -> list[list[int]]:
    """The Leiden communities of one component, largest first."""
    part = graph.induced_subgraph(component)
    found = part.community_leiden(objective_function="modularity", weights="weight", n_iterations=8)
    blocks = [sorted(component[index] for index in members) for members in found]
    return sorted(blocks, key=lambda block: (-len(block), block))


def _block(graph: "igraph.Graph", block: list[int], radii: Sequence[float]) -> list[Point]:
    """The nodes of one connected block round the origin, laid out by forces and pushed apart."""
    if len(block) == 1:
        return [(0.0, 0.0)]
    part = graph.induced_subgraph(block)
    if len(block) <= 150:
        rough = part.layout_kamada_kawai(maxiter=50 * len(block))
    else:
        rough = part.layout_fruchterman_reingold(niter=_rounds(len(block)), grid=len(block) > MANY)
    own = [radii[node] for node in block]
    points = [(float(x), float(y)) for x, y in rough]
    return _centred(spread(_scaled(points, own), own, GAP))


def _rounds(nodes: int) -> int:
    """Each round of the forces costs the square of the nodes; many nodes are crowded after few rounds as after many."""
    return max(50, min(150, 40_000 // nodes))


def _scaled(points: list[Point], radii: Sequence[float]) -> list[Point]:
    """Blown up so that the nodes together cover a set share of the area that they stand in."""
    if len(points) < 2:
        return points
    points = _centred(points)
    wide = max(max(abs(x), abs(y)) for x, y in points) or 1.0
    room = sum((radius + GAP) ** 2 for radius in radii)
    factor = 1.05 * math.sqrt(room) / wide
    return [(x * factor, y * factor) for x, y in points]


def _centred(points: list[Point]) -> list[Point]:
    middle_x = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    middle_y = (min(y for _, y in points) + max(y for _, y in points)) / 2
    return [(x - middle_x, y - middle_y) for x, y in points]


def _rim(shape: list[Point], radii: Sequence[float]) -> float:
    return max(math.hypot(x, y) + radius for (x, y), radius in zip(shape, radii, strict=True)) + GAP


def _arrange(
    graph: "igraph.Graph", blocks: list[list[int]], shapes: list[list[Point]], radii: Sequence[float]
) -> list[Disc]:
    """A disc for each block, those with many ties between them near each other."""
    home = {node: number for number, block in enumerate(blocks) for node in block}
    ties: list[Counter[int]] = [Counter() for _ in blocks]
    for tie in graph.es:
        first, second = home.get(tie.source), home.get(tie.target)
        if first is not None and second is not None and first != second:
            ties[first][second] += tie["weight"]
            ties[second][first] += tie["weight"]
    rims = [_rim(shape, [radii[node] for node in block]) for block, shape in zip(blocks, shapes, strict=True)]
    return pack_discs(rims, ties)


def _turn_blocks(
    graph: "igraph.Graph", blocks: list[list[int]], discs: Sequence[Disc], points: dict[int, Point]
) -> None:
    """Turn or mirror each block so that its nodes look towards their neighbours in other blocks."""
    outward: defaultdict[int, list[int]] = defaultdict(list)
    home = {node: number for number, block in enumerate(blocks) for node in block}
    for tie in graph.es:
        if home.get(tie.source) != home.get(tie.target):
            outward[tie.source].append(tie.target)
            outward[tie.target].append(tie.source)
    for _ in range(2):
        for block, disc in zip(blocks, discs, strict=True):
            _turn(block, disc, outward, points)


def _turn(block: list[int], disc: Disc, outward: dict[int, list[int]], points: dict[int, Point]) -> None:
    """The turn that brings offsets nearest to their pulls in the least-squares sense (Procrustes), mirrored or not."""
    best = (0.0, 0.0, 1)
    for mirror in (1, -1):
        along = across = 0.0
        for node in block:
            x, y = mirror * (points[node][0] - disc.x), points[node][1] - disc.y
            for other in outward.get(node, ()):
                pull_x, pull_y = points[other][0] - disc.x, points[other][1] - disc.y
                along += x * pull_x + y * pull_y
                across += x * pull_y - y * pull_x
        if math.hypot(along, across) > best[0] * (1 + 1e-9):
            best = (math.hypot(along, across), math.atan2(across, along), mirror)
    _, angle, mirror = best
    cos, sin = math.cos(angle), math.sin(angle)
    for node in block:
        x, y = mirror * (points[node][0] - disc.x), points[node][1] - disc.y
        points[node] = (disc.x + x * cos - y * sin, disc.y + x * sin + y * cos)


def _fill_tray(
    graph: "igraph.Graph",
    loose: list[list[int]],
    radii: Sequence[float],
    discs: Sequence[Disc],
    points: dict[int, Point],
) -> float | None:
    """Set what is not tied to the main picture on shelves below it; the height of the line above them."""
    shapes = [_block(graph, part, radii) for part in loose]
    rims = [_rim(shape, [radii[node] for node in part]) + GAP for part, shape in zip(loose, shapes, strict=True)]
    left = min((disc.x - disc.radius for disc in discs), default=-0.5 * math.sqrt(sum((2 * rim) ** 2 for rim in rims)))
    right = max((disc.x + disc.radius for disc in discs), default=-left)
    line = max((disc.y + disc.radius for disc in discs), default=0.0) + 2 * GAP
    for part, shape, (x, y) in zip(loose, shapes, fit_on_shelves(rims, left, right, line + 4 * GAP), strict=True):
        points |= {node: (x + dx, y + dy) for node, (dx, dy) in zip(part, shape, strict=True)}
    return line if loose and discs else None
