"""Centralisation: how far a network is drawn together round one node, from 0 (all alike) to 1 (a star)."""

import math
import operator
import random
from collections.abc import Callable, Sequence

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.chance import seeded
from gronagraf.analysis.whole.figure import (
    SAMPLED,
    TOO_SMALL,
    Explained,
    Figure,
    Settings,
    Tick,
    is_sampled,
    pieces,
    refusal,
)
from gronagraf.analysis.whole.shape import LARGEST, largest_component
from gronagraf.schema import NO_TERM, Term

SMALLEST = 3


def steps(projection: Projection, settings: Settings) -> int:
    """How many pieces betweenness and closeness are worked out in."""
    whole = projection.network.vcount()
    part = len(largest_component(projection.network))
    followed = [settings.samples if is_sampled(size, settings) else size for size in (whole, part)]
    return sum(math.ceil(size / 50) for size in followed)


def centralisation(projection: Projection, settings: Settings, tick: Tick) -> list[Figure]:
    """Freeman's centralisation of degree (in and out where directed), betweenness, closeness and eigenvector.

    The sum of the differences to the largest value, over the largest sum that any network of as many nodes can have
    (Freeman 1978, Social Networks 1: 215-239). Ties count as steps: the maxima hold for those only.
    """
    of_degree = ["in_degree", "out_degree"] if projection.directed else ["degree"]
    return [
        *(_figure(projection, name, _degree, settings, tick, signed=True) for name in of_degree),
        _figure(projection, "betweenness", _betweenness, settings, tick),
        _figure(projection, "closeness", _closeness, settings, tick, undirected=True),
        _figure(projection, "eigenvector", _eigenvector, settings, tick, undirected=True),
    ]


Found = tuple[Sequence[float], float, Term]


def _figure(
    projection: Projection,
    name: str,
    compute: Callable[[igraph.Graph, str, Settings, Tick], Found],
    settings: Settings,
    tick: Tick,
    *,
    signed: bool = False,
    undirected: bool = False,
) -> Figure:
    code = f"centralisation_{name}"
    if reason := refusal(projection, directed="never" if undirected else "any", two_mode=False, signed=signed):
        return Figure(code, None, reason)
    if projection.network.vcount() < SMALLEST:
        return Figure(code, None, TOO_SMALL)
    values, most, note = compute(projection.network, name, settings, tick)
    if len(values) < SMALLEST:
        return Figure(code, None, TOO_SMALL)
    highest = max(values)
    spread = math.fsum(highest - value for value in values)
    estimated = note not in (NO_TERM, LARGEST)
    return Figure(code, spread / most, note=note, most=most, estimated=estimated)


def _degree(network: igraph.Graph, name: str, _: Settings, __: Tick) -> Found:
    size = network.vcount()
    if name == "degree":
        return network.degree(), float((size - 1) * (size - 2)), NO_TERM
    return network.degree(mode=name.removesuffix("_degree")), float((size - 1) ** 2), NO_TERM


def _betweenness(network: igraph.Graph, _: str, settings: Settings, tick: Tick) -> Found:
    """As counted; the middle of a star lies between all pairs of others and no other node between any."""
    size = network.vcount()
    most = (size - 1) ** 2 * (size - 2) / (1 if network.is_directed() else 2)
    sources, note = _sources(size, settings)
    summed = [0.0] * size
    for piece in pieces(sources):
        part = network.betweenness(sources=list(piece), directed=network.is_directed())
        summed = list(map(operator.add, summed, part))
        tick()
    return [value * size / len(sources) for value in summed], most, note


def _closeness(network: igraph.Graph, _: str, settings: Settings, tick: Tick) -> Found:
    """(n-1) over the sum of a node's distances, in the largest component: elsewhere there is no distance.

    In a large one the sums are estimated from sampled nodes (Eppstein & Wang 2004, Journal of Graph Algorithms and
    Applications 8: 39-45).
    """
    part = network.induced_subgraph(largest_component(network))
    size = part.vcount()
    sources, note = _sources(size, settings)
    farness = [0.0] * size
    for piece in pieces(sources):
        for row in part.distances(source=piece):
            farness = list(map(operator.add, farness, row))
        tick()
    scale = size / len(sources)
    values = [(size - 1) / (far * scale) for far in farness] if size > 1 else []
    return values, (size - 1) * (size - 2) / (2 * size - 3), LARGEST if note is NO_TERM else note


def _eigenvector(network: igraph.Graph, _: str, settings: Settings, __: Tick) -> Found:
    """The largest value set to 1, in the largest component, so that there is one eigenvector only.

    A network with one tie and isolates has the largest sum, n-2: the neighbours of the highest node add up to the
    eigenvalue, which is at least 1.
    """
    part = network.induced_subgraph(largest_component(network))
    with seeded(settings.seed):  # igraph begins the iteration from a random vector: the last digits follow from it
        values = part.eigenvector_centrality(scale=True)
    return values, float(part.vcount() - 2), LARGEST


def _sources(size: int, settings: Settings) -> tuple[Sequence[int], Term]:
    if not is_sampled(size, settings):
        return range(size), NO_TERM
    chosen = random.Random(settings.seed).sample(range(size), settings.samples)  # noqa: S311
    return chosen, SAMPLED.filled(samples=settings.samples, nodes=size)


FREEMAN = "Freeman 1978, Social Networks 1: 215-239"
SUM = Term(
    "Summan av skillnaderna till det högsta värdet ({measure}). 0: alla lika; 1: så samlat som möjligt.",
    "The sum of the differences to the highest value ({measure}). 0: all alike; 1: as centralised as can be.",
)


def _explained(name: str, term: Term, measure: Term, most: Term, source: str = FREEMAN) -> Explained:
    return Explained(f"centralisation_{name}", term, SUM.filled(measure=measure), most, source)


STAR = Term("Delat med stjärnans summa, {most}. Vikt används inte.", "Over the star's sum, {most}. Weights not used.")
EXPLAINED = (
    _explained(
        "degree",
        Term("Grad", "Degree"),
        Term("antal band", "number of ties"),
        STAR.filled(most="(n−1)(n−2)"),
    ),
    _explained(
        "in_degree",
        Term("Grad in", "In-degree"),
        Term("band in", "ties in"),
        STAR.filled(most="(n−1)²"),
    ),
    _explained(
        "out_degree",
        Term("Grad ut", "Out-degree"),
        Term("band ut", "ties out"),
        STAR.filled(most="(n−1)²"),
    ),
    _explained(
        "betweenness",
        Term("Mellanhand", "Betweenness"),
        Term("kortaste vägar genom noden, i steg", "shortest paths through the node, in steps"),
        Term(
            "Delat med stjärnans summa, (n−1)²(n−2)/2, riktat dubbelt. Vikt används inte.",
            "Over the star's sum, (n−1)²(n−2)/2, twice that directed. Weights not used.",
        ),
    ),
    _explained(
        "closeness",
        Term("Närhet", "Closeness"),
        Term("(n−1)/summan av avstånden, i den största delen", "(n−1)/sum of distances, in the largest component"),
        STAR.filled(most="(n−1)(n−2)/(2n−3)"),
    ),
    _explained(
        "eigenvector",
        Term("Egenvektor", "Eigenvector"),
        Term("egenvektor med högsta värdet 1, i den största delen", "eigenvector, highest 1, in the largest component"),
        Term(
            "Delat med n−2, summan för ett enda band och ensamma noder: en stjärna får därför mindre än 1.",
            "Over n−2, the sum for one tie and isolates: a star therefore gets less than 1.",
        ),
        "Bonacich 1972, Journal of Mathematical Sociology 2: 113-120; Freeman 1978, Social Networks 1: 215-239",
    ),
)
