"""Communities for a picture: to which group of closely tied nodes each node belongs."""

import random
from collections import Counter

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.errors import AnalysisError

RUNS = 20
SEED = 1
NO_TIES = "the network has no ties, and so no communities"
SIGNED = "communities have no meaning for negative ties"


def membership(projection: Projection) -> list[int | None]:
    """The community of each node, 1 the largest; None where it has no tie.

    Leiden (Traag, Waltman & van Eck 2019, Scientific Reports 9: 5233) by modularity, weights as strengths: the best of
    RUNS seeded runs. Raises AnalysisError where there are no ties, or negative ones.
    """
    if not projection.network.ecount():
        raise AnalysisError(NO_TIES)
    if projection.signed:
        raise AnalysisError(SIGNED)
    network = projection.network.as_undirected(combine_edges={"weight": "sum"})
    degrees = network.degree()
    try:
        best = max((_run(network, SEED + run) for run in range(RUNS)), key=lambda found: found.modularity)
    finally:
        igraph.set_random_number_generator(random)
    sizes = Counter(group for group, degree in zip(best.membership, degrees, strict=True) if degree)
    order = sorted(sizes, key=lambda group: (-sizes[group], best.membership.index(group)))
    number = {group: place for place, group in enumerate(order, 1)}
    return [number[group] if degree else None for group, degree in zip(best.membership, degrees, strict=True)]


def _run(network: igraph.Graph, seed: int) -> igraph.VertexClustering:
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311
    return network.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
