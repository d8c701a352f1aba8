"""Measures of the shortest paths between nodes."""

import math
import random

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

SAMPLED_FROM = 5000
LENGTHS = Term(
    "Vikten är en styrka och görs om till längd: 1/vikt (Newman 2001). Utan vikt räknas steg.",
    "The weight is a strength and is turned into a length: 1/weight (Newman 2001). Without weights, steps count.",
)


def is_estimated(projection: Projection, how: How) -> bool:
    """Whether betweenness is estimated from sampled sources, not worked out from all."""
    return not how.exact and projection.network.vcount() > SAMPLED_FROM


def betweenness(projection: Projection, how: How) -> Values:
    """The share of shortest paths between two others that go through a node, summed over pairs (Freeman 1977).

    Normalised by the number of pairs of others: (n-1)(n-2)/2, twice that where ties are directed.
    """
    network = projection.network
    size = network.vcount()
    sources = None
    scale = 1.0
    if is_estimated(projection, how):
        sources = random.Random(how.seed).sample(range(size), how.samples)  # noqa: S311
        scale = size / how.samples
    found = network.betweenness(directed=projection.directed, weights=projection.lengths, sources=sources)
    pairs = (size - 1) * (size - 2) / (1 if projection.directed else 2)
    norm = 1.0 if how.raw else pairs
    return [value * scale / norm if norm else 0.0 for value in map(_whole, found)]


def _whole(value: float) -> float:
    """igraph adds up fractions of paths: 47.49999999 is 47.5."""
    return 0.0 if math.isclose(value, 0.0, abs_tol=1e-9) else value


BETWEENNESS = Measure(
    "betweenness",
    Term("Mellanhand", "Betweenness"),
    betweenness,
    Explanation(
        Term(
            "Hur stor del av de kortaste vägarna mellan två andra som går genom noden, summerat över paren.",
            "The share of the shortest paths between two others that go through the node, summed over pairs.",
        ),
        Term("Delat med antalet par av andra.", "Divided by the number of pairs of others."),
        LENGTHS,
        Term("Vägar följer banden dit de pekar.", "Paths follow ties the way they point."),
        ZERO := Term("0.", "0."),
        Term("Par utan väg räknas inte.", "Pairs without a path do not count."),
        "Freeman 1977, Sociometry 40: 35-41; Brandes 2001, Journal of Mathematical Sociology 25: 163-177",
    ),
)
MEASURES = (BETWEENNESS,)
