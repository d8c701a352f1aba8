"""What a network breaks at: ties and nodes without which it falls apart, and how many it takes where none does."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.figure import EACH_TIE_ONE, Explained, Figure, Settings, refusal, refused
from gronagraf.analysis.whole.shape import LARGEST, largest_component
from gronagraf.schema import Term

FIGURES = ("bridges", "cut_nodes", "tie_connectivity", "node_connectivity")
SLOW_FROM = 1500
"""With more nodes than this in a component that no single tie or node breaks, its connectivity is only asked for."""

TOO_LONG = Term(
    "det tar lång tid i ett nät av denna storlek som inget enskilt band bryter; --exact räknar det",
    "it takes long in a network of this size that no single tie breaks; --exact works it out",
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie (by place) between two nodes (by place) without which its component falls into two of these sizes."""

    tie: int
    first: int
    second: int
    beyond_first: int
    beyond_second: int

    @property
    def cut_off(self) -> int:
        return min(self.beyond_first, self.beyond_second)


@dataclass(frozen=True, slots=True)
class CutNode:
    """A node without which its component falls into pieces of these sizes, the largest first."""

    place: int
    pieces: tuple[int, ...]

    @property
    def cut_off(self) -> int:
        return sum(self.pieces[1:])


@dataclass(frozen=True, slots=True)
class MinimumCut:
    """Fewest ties (by place) that take the largest component apart, and how many nodes are then on the smaller side."""

    ties: tuple[int, ...]
    smaller_side: int


@dataclass(frozen=True, slots=True)
class Cuts:
    """Bridges and cut nodes, those that cut off most first, and a minimum cut where it was worked out."""

    bridges: tuple[Bridge, ...]
    nodes: tuple[CutNode, ...]
    minimum: MinimumCut | None


def cuts(projection: Projection, settings: Settings) -> tuple[Cuts | None, list[Figure]]:
    """Bridges, articulation points and connectivity; directed ties are read both ways, signs do not matter.

    Bridges and articulation points follow from the biconnected components (Hopcroft & Tarjan 1973). A tie each way
    between two nodes is no bridge: one of them may go. Connectivity and the minimum cut are of the largest component.
    """
    if reason := refusal(projection, two_mode=True, signed=True):
        return None, refused(FIGURES, reason)
    network = projection.network.as_undirected(mode="each")
    tree = _tree(network)
    bridges = sorted(_bridges(network, tree), key=lambda each: (-each.cut_off, each.first, each.second))
    nodes = sorted(_cut_nodes(tree), key=lambda each: (-each.cut_off, -len(each.pieces), each.place))
    minimum, connectivity = _connectivity(network, bridges, nodes, settings)
    figures = [Figure(FIGURES[0], len(bridges)), Figure(FIGURES[1], len(nodes)), *connectivity]
    return Cuts(tuple(bridges), tuple(nodes), minimum), figures


@dataclass(frozen=True, slots=True)
class _Tree:
    """Each component as a tree of nodes and biconnected components (blocks), rooted in its first node.

    `blocks` holds each block's nodes; `above` for each block the node that it hangs on; `hanging` for each node the
    blocks that hang on it; `under` how many nodes there are in and under each node; `component` how many in all.
    """

    blocks: list[list[int]]
    above: dict[int, int]
    hanging: list[list[int]]
    under: list[int]
    component: list[int]


def _tree(network: igraph.Graph) -> _Tree:
    blocks = [list(block) for block in network.biconnected_components()]
    blocks_of: defaultdict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for place in block:
            blocks_of[place].append(number)
    size = network.vcount()
    tree = _Tree(blocks, {}, [[] for _ in range(size)], [1] * size, [1] * size)
    seen = [False] * size
    for root in range(size):
        if not seen[root]:
            order = _hang(tree, blocks_of, root, seen)
            _count(tree, order)
    return tree


def _hang(tree: _Tree, blocks_of: dict[int, list[int]], root: int, seen: list[bool]) -> list[int]:
    """Hang every block of the root's component on the node through which it is reached; nodes in that order."""
    seen[root] = True
    order = [root]
    for place in order:
        for number in blocks_of.get(place, ()):
            if number in tree.above:
                continue
            tree.above[number] = place
            tree.hanging[place].append(number)
            below = [other for other in tree.blocks[number] if other != place]
            for other in below:
                seen[other] = True
            order.extend(below)
    return order


def _count(tree: _Tree, order: list[int]) -> None:
    """How many nodes are in and under each node of one component, from the last to the root."""
    for place in reversed(order):
        tree.under[place] = 1 + sum(_under(tree, number) for number in tree.hanging[place])
    for place in order:
        tree.component[place] = len(order)


def _under(tree: _Tree, block: int) -> int:
    return sum(tree.under[place] for place in tree.blocks[block] if place != tree.above[block])


def _bridges(network: igraph.Graph, tree: _Tree) -> Iterator[Bridge]:
    below = {}
    for block, first in tree.above.items():
        if len(tree.blocks[block]) == 2:
            (second,) = (place for place in tree.blocks[block] if place != first)
            below[min(first, second), max(first, second)] = second
    for tie in network.bridges():
        first, second = sorted(network.es[tie].tuple)
        lower = below[first, second]
        under, rest = tree.under[lower], tree.component[lower] - tree.under[lower]
        yield Bridge(tie, first, second, *((under, rest) if lower == first else (rest, under)))


def _cut_nodes(tree: _Tree) -> Iterator[CutNode]:
    for place, hanging in enumerate(tree.hanging):
        pieces = [_under(tree, number) for number in hanging]
        rest = tree.component[place] - tree.under[place]
        pieces += [rest] if rest else []
        if len(pieces) > 1:
            yield CutNode(place, tuple(sorted(pieces, reverse=True)))


def _connectivity(
    network: igraph.Graph, bridges: list[Bridge], nodes: list[CutNode], settings: Settings
) -> tuple[MinimumCut | None, list[Figure]]:
    """How many ties, and how many nodes, must go before the largest component falls apart (White & Harary 2001)."""
    places = largest_component(network)
    inside = set(places)
    slow = len(places) > SLOW_FROM and not settings.exact
    part = network.induced_subgraph(places)
    breaking = next((each for each in bridges if each.first in inside), None)
    minimum = MinimumCut((breaking.tie,), breaking.cut_off) if breaking else None
    if minimum is None and not slow:
        minimum = _minimum(network, part)
    of_nodes: int | None = 1 if any(each.place in inside for each in nodes) else None
    if of_nodes is None and not slow:
        of_nodes = part.simplify().vertex_connectivity()
    return minimum, [
        Figure(FIGURES[2], len(minimum.ties), note=LARGEST) if minimum else Figure(FIGURES[2], None, TOO_LONG),
        Figure(FIGURES[3], of_nodes, note=LARGEST) if of_nodes else Figure(FIGURES[3], None, TOO_LONG),
    ]


def _minimum(network: igraph.Graph, part: igraph.Graph) -> MinimumCut:
    """One of the minimum cuts (Stoer & Wagner 1997); `part` keeps the order of the network's ties."""
    inside = set(largest_component(network))
    ties = [tie.index for tie in network.es if tie.source in inside]
    cut = part.mincut()
    return MinimumCut(tuple(ties[place] for place in cut.cut), min(map(len, cut.partition)))


HOPCROFT = "Hopcroft & Tarjan 1973, Communications of the ACM 16: 372-378"
WHITE = "White & Harary 2001, Sociological Methodology 31: 305-359"
EXPLAINED = (
    Explained(
        "bridges",
        Term("Broar", "Bridges"),
        Term(
            "Band som ensamma håller ihop två delar. Riktade band läses åt båda håll.",
            "Ties that alone hold two parts together. Directed ties are read both ways.",
        ),
        EACH_TIE_ONE,
        HOPCROFT,
    ),
    Explained(
        "cut_nodes",
        Term("Brytpunkter", "Articulation points"),
        Term("Noder som ensamma håller ihop delar.", "Nodes that alone hold parts together."),
        EACH_TIE_ONE,
        HOPCROFT,
    ),
    Explained(
        "tie_connectivity",
        Term("Band som måste bort", "Tie connectivity"),
        Term(
            "Det minsta antal band som måste bort för att största delen ska falla isär: ett minsta snitt.",
            "The least number of ties that must go for the largest component to fall apart: a minimum cut.",
        ),
        EACH_TIE_ONE,
        f"{WHITE}; Stoer & Wagner 1997, Journal of the ACM 44: 585-591",
    ),
    Explained(
        "node_connectivity",
        Term("Noder som måste bort", "Node connectivity"),
        Term(
            "Det minsta antal noder som måste bort för att största delen ska falla isär (n−1 där alla har band).",
            "The least number of nodes that must go for the largest component to fall apart (n−1 where all are tied).",
        ),
        EACH_TIE_ONE,
        WHITE,
    ),
)
