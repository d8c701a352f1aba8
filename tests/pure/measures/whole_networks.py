"""Networks as projections, for the tests of the whole network."""

import random
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from gronagraf.analysis import Projection, Related, Shared
from gronagraf.analysis.projection import Weighed
from gronagraf.analysis.projection.folding import Arena
from gronagraf.analysis.projection.projection import draw_related, draw_shared
from gronagraf.analysis.projection.relating import Link
from gronagraf.graph import Node
from gronagraf.schema import Term

TYPE = "COLLABORATES_WITH"
NAME = Term("Ett nät", "A network")


def network(
    size: int,
    ties: Iterable[tuple[int, int] | tuple[int, int, float]],
    *,
    directed: bool = False,
    facts: Sequence[Mapping[str, str]] = (),
) -> Projection:
    """A network of actors 0, 1, …, with ties as pairs, or as triples where they weigh other than 1."""
    nodes = tuple(Node("Actor", f"n{place}", facts[place] if facts else {}) for place in range(size))
    links = tuple(Link(TYPE, a, b, *(weight or (1.0,))) for a, b, *weight in ties)
    return draw_related(nodes, links, Related((Weighed(TYPE),)), frozenset(), NAME, directed=directed)


def from_networkx(graph: nx.Graph, facts: Sequence[Mapping[str, str]] = ()) -> Projection:
    """The same network, its nodes in their order and its ties unweighted."""
    place = {node: number for number, node in enumerate(graph)}
    ties = [(place[a], place[b]) for a, b in graph.edges]
    return network(len(place), ties, directed=graph.is_directed(), facts=facts)


def two_mode(size: int, arenas: Sequence[Sequence[int]]) -> Projection:
    """Actors and the arenas where they are, as a two-mode network."""
    nodes = tuple(Node("Actor", f"n{place}", {}) for place in range(size))
    held = tuple(
        Arena(Node("Network", f"a{place}", {}), tuple(sorted(members))) for place, members in enumerate(arenas)
    )
    return draw_shared(nodes, held, Shared("all", "none", two_mode=True), NAME)


def random_graph(seed: int) -> nx.Graph:
    """Up to 14 nodes, directed every third time, often with isolates and in parts."""
    chance = random.Random(seed)
    size = chance.choice((0, 1, 2, *range(3, 15)))
    density = chance.choice((0.08, 0.15, 0.3, 0.6))
    return nx.gnp_random_graph(size, density, seed=seed, directed=seed % 3 == 0)
