"""Networks for the tests of measures: drawn by chance or given, made by `project` from nodes and relations."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from gronagraf.analysis import Projection, Related, Selection, Shared, project
from gronagraf.analysis.projection import Weighed
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import NUMBER, TEXT, EdgeType, Field, Model, NodeType, Term

NONE = Term("", "")
WEIGHT = Field("weight", NUMBER, Term("Vikt", "Weight"))
MODEL = Model(
    nodes=(
        NodeType(
            label="Actor",
            term=Term("Aktör", "Actor"),
            plural=Term("Aktörer", "Actors"),
            doc=Term("En aktör.", "An actor."),
            colour="#000000",
            shape="dot",
            fields=(Field("sector", TEXT, Term("Sektor", "Sector")),),
        ),
        NodeType(
            label="Network",
            term=Term("Nätverk", "Network"),
            plural=Term("Nätverk", "Networks"),
            doc=Term("Ett nätverk.", "A network."),
            colour="#000001",
            shape="square",
        ),
    ),
    edges=tuple(
        EdgeType(
            type=type_,
            term=Term("till", "to"),
            inverse=Term("från", "from"),
            doc=Term("Ett band.", "A tie."),
            ends=(("Actor", end),),
            fields=(WEIGHT,),
            symmetric=symmetric,
        )
        for type_, end, symmetric in (
            ("POINTS_TO", "Actor", False),
            ("LEANS_ON", "Actor", False),
            ("KNOWS", "Actor", True),
            ("MEMBER_OF", "Network", False),
        )
    ),
)
SECTORS = ("a", "b", "c")


@dataclass(frozen=True)
class Drawn:
    """A projection and the same network as networkx has it, with `weight` and `length` on each tie."""

    projection: Projection
    peer: nx.Graph


def actors(ids: Iterable[object], sectors: Sequence[str | None] = ()) -> list[Node]:
    named = [str(id_) for id_ in ids]
    known = [*sectors, *([None] * (len(named) - len(sectors)))]
    return [
        Node("Actor", id_, {"name": id_, **({"sector": sector} if sector else {})})
        for id_, sector in zip(named, known, strict=True)
    ]


def related(
    ids: Iterable[object], ties: Iterable[tuple], *, directed: bool = False, sectors: Sequence[str | None] = ()
) -> Projection:
    """Ties as (start, end) or (start, end, weight)."""
    type_ = "POINTS_TO" if directed else "KNOWS"
    edges = tuple(Edge(type_, str(a), str(b), {"weight": float(w[0]) if w else 1.0}) for a, b, *w in ties)
    graph = Graph(tuple(actors(ids, sectors)), edges)
    return project(graph, MODEL, Related((Weighed(type_, "weight"),)))


def of_peer(peer: nx.Graph, weight: str | None = None) -> Projection:
    ties = [(a, b, data.get(weight, 1.0) if weight else 1.0) for a, b, data in peer.edges(data=True)]
    return related(peer.nodes, ties, directed=peer.is_directed())


def drawn(number: int) -> Drawn:
    """The network of this number: any size from 0 ties and 1 node, with isolates, loops, parallel and opposite ties.

    Weights are powers of two, so that lengths add up exactly and equally long paths are equally long.
    """
    rng = random.Random(number)
    size = rng.choice((1, 2, 3, 5, 8, 12, 18))
    directed, weighted = number % 2 == 1, number % 4 > 1
    density = rng.choice((0.0, 0.08, 0.15, 0.3, 0.6, 1.0))
    peer: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    peer.add_nodes_from(range(size))
    edges: list[Edge] = []
    for a in range(size):
        for b in range(size):
            if rng.random() < (density if directed else density / 2):
                edges.extend(_relations(rng, a, b, peer, directed=directed, weighted=weighted))
    peer.remove_edges_from(list(nx.selfloop_edges(peer)))
    for _, _, data in peer.edges(data=True):
        data["length"] = 1 / data["weight"]
    sectors = [rng.choice((*SECTORS, None) if number % 3 else SECTORS) for _ in range(size)]
    graph = Graph(tuple(actors(range(size), sectors)), tuple(edges))
    return Drawn(project(graph, MODEL, _way(directed=directed), Selection()), peer)


def _way(*, directed: bool) -> Related:
    if directed:
        return Related((Weighed("POINTS_TO", "weight"), Weighed("LEANS_ON", "weight")))
    return Related((Weighed("KNOWS", "weight"), Weighed("POINTS_TO", "weight")), undirected=True)


def _relations(rng: random.Random, a: int, b: int, peer: nx.Graph, *, directed: bool, weighted: bool) -> Iterable[Edge]:
    """One relation from a to b, or two parallel ones that make a tie together; the peer gets what they weigh."""
    if not directed and peer.has_edge(a, b):
        return
    types = ("POINTS_TO", "LEANS_ON") if directed else ("POINTS_TO", "KNOWS")
    double = weighted and rng.random() < 0.2
    weight = 2.0 ** rng.randint(-2, 2) if weighted else 1.0
    for type_ in types if double else (rng.choice(types),):
        yield Edge(type_, str(a), str(b), {"weight": weight})
    peer.add_edge(a, b, weight=2 * weight if double else weight)


def shared(members: Sequence[Sequence[int]], size: int) -> Projection:
    """The two-mode network of actors 0 … size-1 and networks with these members."""
    networks = [Node("Network", f"n{place}", {"name": f"n{place}"}) for place in range(len(members))]
    edges = tuple(
        Edge("MEMBER_OF", str(actor), f"n{place}", {}) for place, each in enumerate(members) for actor in each
    )
    return project(Graph((*actors(range(size)), *networks), edges), MODEL, Shared("networks", two_mode=True))
