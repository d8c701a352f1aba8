"""Small graphs of the real model, written by hand: who is in what, who leads what, what carries which goal."""

import random
from collections.abc import Mapping, Sequence

import networkx as nx

from gronagraf.analysis import Projection, Shared, project
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL


def graph(
    networks: Mapping[str, str], more: Sequence[tuple[str, str, str]] = (), nodes: Mapping[str, str] | None = None
) -> Graph:
    """`{"n1": "a b"}` has actors a and b in network n1; `more` are relations, `nodes` further ids with their labels."""
    labels = dict.fromkeys((who for members in networks.values() for who in members.split()), "Actor")
    labels |= dict.fromkeys(networks, "Network") | dict(nodes or {})
    seats = [("MEMBER_OF", who, where) for where, members in networks.items() for who in members.split()]
    edges = tuple(Edge(type_, start, end, {}) for type_, start, end in (*seats, *more))
    return Graph(tuple(Node(label, id_, {"name": id_.upper()}) for id_, label in sorted(labels.items())), edges)


def folded(networks: Mapping[str, str], weighting: str = "none", nodes: Mapping[str, str] | None = None) -> Projection:
    """Actors tied by shared networks, all alike unless weighed."""
    return project(graph(networks, (), nodes), MODEL, Shared("networks", weighting))


def star(leaves: int) -> Projection:
    """A centre `c` that shares a network with each of the others."""
    return folded({f"n{number}": f"c l{number:02}" for number in range(leaves)})


def circle(size: int) -> Projection:
    return folded({f"n{at:02}": f"a{at:02} a{(at + 1) % size:02}" for at in range(size)})


def by_chance(number: int) -> Projection:
    """Some 4 to 12 actors in a few networks, often in several components, with isolates."""
    rng = random.Random(number)
    size = rng.randint(4, 12)
    ids = [f"a{at:02}" for at in range(size)]
    networks = {f"n{at}": " ".join(rng.sample(ids, rng.randint(2, 3))) for at in range(rng.randint(1, size))}
    return folded(networks, nodes=dict.fromkeys(ids, "Actor"))


def peer(projection: Projection) -> nx.Graph:
    """The same ties as networkx has them, by id."""
    found: nx.Graph = nx.DiGraph() if projection.directed else nx.Graph()
    found.add_nodes_from(node.id for node in projection.nodes)
    ids = [node.id for node in projection.nodes]
    found.add_edges_from((ids[a], ids[b]) for a, b in projection.network.get_edgelist())
    return found
