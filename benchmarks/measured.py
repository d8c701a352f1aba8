"""One whole table of measures, timed in a process of its own.

`python -m benchmarks.measured` reads a job as JSON on stdin: `who` is one of WORKERS, `nodes` and `ties` the size of
the network; it prints times and memory as JSON. Only measuring is timed: the network lies there in each one's own form.
"""

import bisect
import itertools
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import networkx as nx

from gronagraf.analysis import MEASURES, How, Projection, Related, measure
from gronagraf.analysis.measures import ROLES
from gronagraf.analysis.projection.projection import draw_related
from gronagraf.analysis.projection.relating import Link
from gronagraf.graph import Node
from gronagraf.schema import NO_TERM

Figures = dict[str, Any]
SECTORS = ("public", "private", "academia", "civil")
REST = ("katz", "bonacich", "effective_size", "efficiency", "hierarchy", *ROLES)
"""What igraph lacks."""

PART = 40
"""Slow ones of networkx are worked out from or for so many nodes, and their time scaled to all."""


def network(nodes: int, ties: int) -> Projection:
    """Ties between nodes drawn with very unequal chances, of four strengths that are powers of two."""
    rng = random.Random(7)
    sums = list(itertools.accumulate(min(rng.paretovariate(1.6), 2 * nodes**0.5) for _ in range(nodes)))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ties:
        one, other = (min(bisect.bisect(sums, rng.random() * sums[-1]), nodes - 1) for _ in range(2))
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    drawn = tuple(Node("Actor", f"a{n}", {"name": f"A {n}", "sector": rng.choice(SECTORS)}) for n in range(nodes))
    links = tuple(Link("KNOWS", *pair, rng.choice((0.25, 0.5, 1.0, 2.0))) for pair in sorted(pairs))
    return draw_related(drawn, links, Related(()), frozenset({"KNOWS"}), NO_TERM, directed=False)


def bare_calls(projection: Projection) -> Mapping[str, Callable[[], object]]:
    """What a user of igraph writes for each measure that it has."""
    graph, lengths = projection.network, projection.lengths
    return {
        "degree": graph.degree,
        "strength": lambda: graph.strength(weights="weight"),
        "betweenness": lambda: graph.betweenness(weights=lengths),
        "closeness": lambda: graph.closeness(weights=lengths),
        "harmonic": lambda: graph.harmonic_centrality(weights=lengths),
        "reach": lambda: graph.neighborhood_size(order=2),
        "eigenvector": lambda: graph.eigenvector_centrality(weights="weight"),
        "pagerank": lambda: graph.pagerank(weights="weight"),
        "constraint": lambda: graph.constraint(weights="weight"),
        "core": graph.coreness,
        "clustering": graph.transitivity_local_undirected,
        "clustering_weighted": lambda: graph.transitivity_local_undirected(weights="weight"),
        "articulation": graph.biconnected_components,
    }


def of_pairs(projection: Projection) -> Figures:
    """Each measure by igraph and by us, one right after the other; then what igraph lacks."""
    pairs = {}
    for name, call in bare_calls(projection).items():
        bare = _seconds(call)
        pairs[name] = (bare, _seconds(partial(measure, projection, [MEASURES[name]], How(exact=True))))
    projection.kept.clear()
    rest = _seconds(partial(measure, projection, [MEASURES[name] for name in REST]))
    return {"seconds": sum(map(sum, pairs.values())) + rest, "pairs": pairs, "rest": rest}


def of_networkx(projection: Projection) -> Figures:
    """The same measures, with Katz and effective size; what goes node by node from PART of them and scaled."""
    peer = nx.Graph()
    peer.add_nodes_from(range(len(projection.nodes)))
    rows = zip(projection.network.get_edgelist(), projection.weights, projection.lengths or [], strict=True)
    peer.add_edges_from((*pair, {"weight": weight, "length": length}) for pair, weight, length in rows)
    some = random.Random(1).sample(list(peer), PART)
    scaled: Mapping[str, Callable[[], object]] = {
        "betweenness": lambda: nx.betweenness_centrality(peer, k=PART, weight="length", seed=1),
        "closeness": lambda: [nx.closeness_centrality(peer, node, distance="length") for node in some],
        "harmonic": lambda: nx.harmonic_centrality(peer, some, distance="length"),
        "reach": lambda: [nx.single_source_shortest_path_length(peer, node, cutoff=2) for node in some],
        "constraint": lambda: nx.constraint(peer, some, weight="weight"),
        "effective_size": lambda: nx.effective_size(peer, some, weight="weight"),
    }
    whole: Mapping[str, Callable[[], object]] = {
        "degree": lambda: dict(peer.degree),
        "strength": lambda: dict(peer.degree(weight="weight")),
        "eigenvector": lambda: nx.eigenvector_centrality_numpy(
            peer.subgraph(max(nx.connected_components(peer), key=len))
        ),
        "pagerank": lambda: nx.pagerank(peer, weight="weight"),
        "core": lambda: nx.core_number(peer),
        "clustering": lambda: nx.clustering(peer),
        "articulation": lambda: list(nx.biconnected_components(peer)),
    }
    times = {name: _seconds(act) * len(peer) / PART for name, act in scaled.items()}
    times |= {name: _seconds(act) for name, act in whole.items()}
    return {"seconds": sum(times.values()), "scaled": sorted(scaled), "each": times}


def of_large(projection: Projection) -> Figures:
    """Every measure as it comes by default: exact where no paths are needed, betweenness sampled."""
    began = time.perf_counter()
    measured = measure(projection, tuple(MEASURES.values()))
    seconds = time.perf_counter() - began
    pairs = zip(measured.values["betweenness"], measured.errors["betweenness"], strict=True)
    largest = sorted(((value, error) for value, error in pairs if value), reverse=True)[:10]
    shares = sorted(error / value for value, error in largest)
    return {
        "seconds": seconds,
        "samples": measured.samples,
        "error": shares[len(shares) // 2],
        "refused": [name for name, reason in measured.reasons.items() if "--exact" in reason.en],
    }


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


WORKERS: Mapping[str, Callable[[Projection], Figures]] = {
    "pairs": of_pairs,
    "networkx": of_networkx,
    "large": of_large,
}


def main() -> None:
    job = json.load(sys.stdin)
    figures = WORKERS[job["who"]](network(job["nodes"], job["ties"]))
    print(json.dumps(figures | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
