"""The network that is measured: nodes, ties with weights, and what each tie rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import igraph

from gronagraf.analysis.projection.arenas import Through
from gronagraf.analysis.projection.folding import Arena, Folded, Weighting, fold
from gronagraf.analysis.projection.relating import Link, Weighed, join
from gronagraf.graph import Node
from gronagraf.schema import NO_TERM, Term


@dataclass(frozen=True, slots=True)
class Shared:
    """Actors are tied by where they meet; `two_mode` keeps the arenas as nodes instead of folding them away."""

    through: Through = "all"
    weighting: Weighting = "newman"
    two_mode: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Nodes are tied by relations of the graph.

    `label` keeps nodes of one label only; `undirected` reads directed relations both ways.
    """

    relations: tuple[Weighed, ...]
    label: str | None = None
    undirected: bool = False


@dataclass(frozen=True)
class Projection:
    """A simple network: no loops, at most one tie between two nodes in a direction.

    `network` is an igraph graph with a vertex for each of `nodes`, in order, and the edge attribute `weight`, a
    strength; `carriers` names for each edge the arenas or links that it rests on, by place. `first_mode` is how many of
    the nodes come first in a two-mode network (actors, then arenas), None in a one-mode network. `name` says in a
    sentence what was projected and how; `remarks` what was left out, merged or read in another way than it stands.
    `kept` is where measures that share an intermediate result leave it for each other, by a key of their own.
    """

    nodes: tuple[Node, ...]
    network: igraph.Graph
    carriers: tuple[tuple[int, ...], ...]
    way: Shared | Related
    arenas: tuple[Arena, ...] = ()
    links: tuple[Link, ...] = ()
    symmetric: frozenset[str] = frozenset()
    first_mode: int | None = None
    name: Term = NO_TERM
    remarks: tuple[Term, ...] = ()
    kept: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def directed(self) -> bool:
        return bool(self.network.is_directed())

    @cached_property
    def weights(self) -> list[float]:
        """The strength of each tie."""
        return list(self.network.es["weight"]) if self.network.ecount() else []

    @cached_property
    def weighted(self) -> bool:
        """Whether ties differ in strength, or weigh other than 1."""
        return any(weight != 1.0 for weight in self.weights)

    @cached_property
    def signed(self) -> bool:
        return any(weight < 0 for weight in self.weights)

    @cached_property
    def lengths(self) -> list[float] | None:
        """The length of each tie, 1/weight (Newman 2001, Physical Review E 64, 016132); None where all weigh 1."""
        return [1 / weight for weight in self.weights] if self.weighted else None

    @cached_property
    def whole(self) -> igraph.Graph:
        """The ties without their direction, one between two nodes; what is tied each way weighs both together."""
        if not self.directed:
            return self.network
        return self.network.as_undirected(mode="collapse", combine_edges={"weight": "sum"})

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each node by its id."""
        return {node.id: place for place, node in enumerate(self.nodes)}

    def redrawn(self, *, arenas: Sequence[Arena] | None = None, links: Sequence[Link] | None = None) -> "Projection":
        """The same nodes with the ties that follow from other arenas or links."""
        new_arenas = self.arenas if arenas is None else tuple(arenas)
        new_links = self.links if links is None else tuple(links)
        if isinstance(self.way, Shared):
            return draw_shared(self.nodes[: self.first_mode], new_arenas, self.way, self.name, self.remarks)
        return draw_related(
            self.nodes, new_links, self.way, self.symmetric, self.name, self.remarks, directed=self.directed
        )


def draw_shared(
    nodes: tuple[Node, ...], arenas: tuple[Arena, ...], way: Shared, name: Term, remarks: tuple[Term, ...] = ()
) -> Projection:
    """The network of those who meet in these arenas, folded into one mode or with both."""
    if not way.two_mode:
        folded = fold(arenas, way.weighting)
        network = _network(len(nodes), folded, directed=False)
        return Projection(nodes, network, tuple(folded.carriers), way, arenas, name=name, remarks=remarks)
    first = len(nodes)
    pairs = [(member, first + place) for place, arena in enumerate(arenas) for member in arena.members]
    carriers: list[tuple[int, ...]] = [(place,) for place, arena in enumerate(arenas) for _ in arena.members]
    both = (*nodes, *(arena.node for arena in arenas))
    network = _network(len(both), Folded(pairs, [1.0] * len(pairs), carriers), directed=False)
    return Projection(both, network, tuple(carriers), way, arenas, first_mode=first, name=name, remarks=remarks)


def draw_related(
    nodes: tuple[Node, ...],
    links: tuple[Link, ...],
    way: Related,
    symmetric: frozenset[str],
    name: Term,
    remarks: tuple[Term, ...] = (),
    *,
    directed: bool,
) -> Projection:
    """The network of these links."""
    joined = join(links, symmetric, directed=directed)
    network = _network(len(nodes), joined, directed=directed)
    return Projection(
        nodes, network, tuple(joined.carriers), way, links=links, symmetric=symmetric, name=name, remarks=remarks
    )


def _network(size: int, folded: Folded, *, directed: bool) -> igraph.Graph:
    return igraph.Graph(size, folded.pairs, directed=directed, edge_attrs={"weight": folded.weights})
