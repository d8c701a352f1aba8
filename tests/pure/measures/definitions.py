"""Measures as their papers define them, written out over matrices and pairs: slow, and another way than the program."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations

import networkx as nx
import numpy as np

Definition = Callable[[nx.Graph], Mapping[object, float | None]]


def matrix(peer: nx.Graph) -> np.ndarray:
    return nx.to_numpy_array(peer, weight="weight") if peer.number_of_edges() else np.zeros((len(peer), len(peer)))


def both_ways(peer: nx.Graph) -> np.ndarray:
    """a_ij + a_ji."""
    found = matrix(peer)
    return found + found.T


def wasserman_faust(peer: nx.Graph) -> dict[object, float]:
    found = {}
    for node in peer:
        lengths = nx.single_source_dijkstra_path_length(peer, node, weight="length")
        count, total = len(lengths) - 1, sum(lengths.values())
        found[node] = count / (len(peer) - 1) * count / total if count else 0.0
    return found


def harmonic(peer: nx.Graph) -> dict[object, float]:
    return {
        node: sum(1 / d for d in nx.single_source_dijkstra_path_length(peer, node, weight="length").values() if d)
        / max(len(peer) - 1, 1)
        for node in peer
    }


def reach(peer: nx.Graph) -> dict[object, float]:
    return {
        node: (len(nx.single_source_shortest_path_length(peer, node, cutoff=2)) - 1) / max(len(peer) - 1, 1)
        for node in peer
    }


def katz(peer: nx.Graph) -> dict[object, float]:
    """The linear equations solved, with alpha half of its limit."""
    ties = matrix(peer)
    radius = max(
        (max(abs(np.linalg.eigvals(matrix(peer.subgraph(sorted(part)))))) for part in parts(peer) if len(part) > 1),
        default=0.0,
    )
    alpha = 0.5 / (radius or max(ties.max(), 0.0) or 1.0)
    solved = np.linalg.solve(np.eye(len(peer)) - alpha * ties.T, np.ones(len(peer)))
    return dict(zip(peer, solved / solved.max(), strict=True))


def parts(peer: nx.Graph) -> Iterator[set[object]]:
    return nx.strongly_connected_components(peer) if peer.is_directed() else nx.connected_components(peer)


def bonacich(peer: nx.Graph) -> dict[object, float]:
    ties = matrix(peer)
    beta = -0.5 / max(np.linalg.eigvalsh(ties))
    solved = np.linalg.solve(np.eye(len(peer)) - beta * ties, ties @ np.ones(len(peer)))
    return dict(zip(peer, solved * np.sqrt(len(peer) / (solved**2).sum()), strict=True))


def constraints(peer: nx.Graph) -> Iterator[tuple[object, list[float]]]:
    """c_ij of each node over its contacts."""
    ties = both_ways(peer)
    sums = ties.sum(axis=1, keepdims=True)
    shares = np.divide(ties, sums, out=np.zeros_like(ties), where=sums > 0)
    whole = (shares + shares @ shares) ** 2
    for node, row in zip(peer, range(len(peer)), strict=True):
        yield node, [whole[row, other] for other in range(len(peer)) if ties[row, other] > 0]


def constraint(peer: nx.Graph) -> dict[object, float | None]:
    return {node: sum(each) if each else None for node, each in constraints(peer)}


def hierarchy(peer: nx.Graph) -> dict[object, float | None]:
    found: dict[object, float | None] = {}
    for node, each in constraints(peer):
        ratios = np.array(each) / np.mean(each) if each else np.array([])
        size = len(each)
        found[node] = (ratios * np.log(ratios)).sum() / (size * np.log(size)) if size > 1 else None
    return found


def effective_size(peer: nx.Graph) -> dict[object, float | None]:
    """Every j and q of Burt's double sum."""
    ties = both_ways(peer)
    found: dict[object, float | None] = {}
    for i, node in enumerate(peer):
        contacts = [j for j in range(len(peer)) if ties[i, j] > 0]
        found[node] = (
            sum(1 - sum(ties[i, q] / ties[i].sum() * ties[j, q] / ties[j].max() for q in contacts) for j in contacts)
            if contacts
            else None
        )
    return found


def efficiency(peer: nx.Graph) -> dict[object, float | None]:
    contacts = peer.to_undirected().degree
    return {node: each / contacts[node] if each is not None else None for node, each in effective_size(peer).items()}


def core(peer: nx.Graph) -> dict[object, float]:
    return nx.core_number(peer.to_undirected())


def clustering(peer: nx.Graph) -> dict[object, float | None]:
    plain = peer.to_undirected()
    found = nx.clustering(plain)
    return {node: found[node] if plain.degree[node] > 1 else None for node in plain}


def clustering_weighted(peer: nx.Graph) -> dict[object, float | None]:
    """Barrat's sum over ordered pairs of contacts."""
    ties = both_ways(peer) if peer.is_directed() else matrix(peer)
    found: dict[object, float | None] = {}
    for i, node in enumerate(peer):
        contacts = [j for j in range(len(peer)) if ties[i, j] > 0]
        total = ties[i].sum() * (len(contacts) - 1)
        closed = sum((ties[i, j] + ties[i, h]) / 2 for j, h in permutations(contacts, 2) if ties[j, h] > 0)
        found[node] = closed / total if len(contacts) > 1 else None
    return found


def articulation(peer: nx.Graph) -> dict[object, float]:
    plain = peer.to_undirected()
    whole = nx.number_connected_components(plain)
    return {
        node: max(
            nx.number_connected_components(plain.subgraph(set(plain) - {node})) - whole if len(plain) > 1 else 0, 0
        )
        for node in plain
    }


def open_triads(peer: nx.Graph) -> Iterator[tuple[object, object, object]]:
    """Every three nodes looked at, in every order; an undirected triad from its first end only."""
    for a, b, c in permutations(peer, 3):
        is_open = peer.has_edge(a, b) and peer.has_edge(b, c) and not peer.has_edge(a, c)
        if is_open and (peer.is_directed() or str(a) < str(c)):
            yield a, b, c


def uncounted(peer: nx.Graph, groups: Mapping[object, str | None]) -> int:
    return sum(None in map(groups.get, triad) for triad in open_triads(peer))


def brokered(peer: nx.Graph, groups: Mapping[object, str | None]) -> dict[object, dict[str, int]]:
    roles = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
    found = {node: dict.fromkeys(roles, 0) for node in peer}
    for a, b, c in open_triads(peer):
        first, own, second = groups[a], groups[b], groups[c]
        if None in (first, own, second):
            continue
        same = (first == own, own == second, first == second)
        if all(same):
            found[b]["coordinator"] += 1
        elif not any(same):
            found[b]["liaison"] += 1
        elif same[2]:
            found[b]["itinerant"] += 1
        else:
            for role, holds in (("representative", same[0]), ("gatekeeper", same[1])):
                found[b][role] += holds or not peer.is_directed()
    return found
