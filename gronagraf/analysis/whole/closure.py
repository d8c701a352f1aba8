"""Closure: whether ties are returned, whether friends of friends are tied, and whether that makes a small world."""

import math
import statistics
from collections import Counter
from itertools import combinations

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.chance import seeded
from gronagraf.analysis.whole.figure import (
    FOR_TWO_MODE,
    SHARE,
    Explained,
    Figure,
    Settings,
    Tick,
    is_sampled,
    refusal,
    refused,
)
from gronagraf.analysis.whole.shape import distances, largest_component
from gronagraf.schema import Term

NO_PATHS = Term("ingen nod har två grannar", "no node has two neighbours")
NO_LONG_PATHS = Term("nätet har ingen väg med tre band", "the network has no path of three ties")
SMALL_WORLD = ("small_world", "random_transitivity", "random_distance")
PEER_SOURCES = 200
CLUSTERED = Term(
    "medel över de {nodes} noder som har minst två grannar", "mean over the {nodes} nodes with at least two neighbours"
)
FLAT = Term("slumpnäten har inga trianglar att jämföra med", "the random networks have no triangles to compare with")
BESIDE = Term(
    "i den största delen, mot {peers} slumpnät med lika många noder och band",
    "in the largest component, against {peers} random networks with as many nodes and ties",
)
FROM_SOME = Term(
    "{beside}; vägar från {samples} av {nodes} noder; --exact räknar alla",
    "{beside}; paths from {samples} of {nodes} nodes; --exact works them all out",
)


def closure(projection: Projection) -> list[Figure]:
    """Reciprocity, transitivity, mean local clustering; in two modes the closure of paths of three ties."""
    return [_reciprocity(projection), *_transitivity(projection), _two_mode_closure(projection)]


def _reciprocity(projection: Projection) -> Figure:
    if reason := refusal(projection, directed="only", two_mode=False, signed=True):
        return Figure("reciprocity", None, reason)
    return Figure("reciprocity", projection.network.reciprocity())


def _transitivity(projection: Projection) -> list[Figure]:
    names = ("transitivity", "clustering")
    if reason := refusal(projection, directed="never", two_mode=False, signed=False):
        return refused(names, reason)
    local = [value for value in projection.network.transitivity_local_undirected(mode="nan") if value == value]
    if not local:
        return refused(names, NO_PATHS)
    note = CLUSTERED.filled(nodes=len(local))
    return [
        Figure(names[0], projection.network.transitivity_undirected()),
        Figure(names[1], statistics.fmean(local), note=note),
    ]


def _two_mode_closure(projection: Projection) -> Figure:
    """Four times the circles of four ties over the paths of three (Robins & Alexander 2004)."""
    if projection.first_mode is None:
        return Figure("two_mode_closure", None, FOR_TWO_MODE)
    degree = projection.network.degree()
    long_paths = sum((degree[tie.source] - 1) * (degree[tie.target] - 1) for tie in projection.network.es)
    if not long_paths:
        return Figure("two_mode_closure", None, NO_LONG_PATHS)
    shared = Counter(pair for arena in projection.arenas for pair in combinations(sorted(arena.members), 2))
    circles = sum(math.comb(count, 2) for count in shared.values())
    return Figure("two_mode_closure", 4 * circles / long_paths)


def steps(projection: Projection, settings: Settings) -> int:
    """How many pieces the random networks are drawn in."""
    return 0 if refusal(projection, directed="never", two_mode=False, signed=False) else settings.peers


def small_world(projection: Projection, settings: Settings, tick: Tick) -> list[Figure]:
    """sigma = (C / C of random networks) / (L / L of them), with C the transitivity and L the mean distance in steps.

    Of the largest component, against networks with the same number of nodes and ties drawn at random (Humphries &
    Gurney 2008, PLoS ONE 3: e0002051); the means of theirs stand beside. Undefined where these have no triangles.
    """
    if reason := refusal(projection, directed="never", two_mode=False, signed=False):
        return refused(SMALL_WORLD, reason)
    part = projection.network.induced_subgraph(largest_component(projection.network))
    transitivity = part.transitivity_undirected()
    if transitivity != transitivity:
        return refused(SMALL_WORLD, NO_PATHS)
    with seeded(settings.seed):
        peers = [_peer(part, settings, tick) for _ in range(settings.peers)]
    by_chance = statistics.fmean(peer[0] for peer in peers)
    far = statistics.fmean(peer[1] for peer in peers)
    sampled = is_sampled(part.vcount(), settings)
    triangles = BESIDE.filled(peers=settings.peers)
    note = _noted(triangles, part.vcount(), settings) if sampled else triangles
    beside = [
        Figure(SMALL_WORLD[1], by_chance, note=triangles),
        Figure(SMALL_WORLD[2], far, note=note, estimated=sampled),
    ]
    if not by_chance:
        return [Figure(SMALL_WORLD[0], None, FLAT), *beside]
    own = _mean_distance(part, settings)
    return [Figure(SMALL_WORLD[0], (transitivity / by_chance) / (own / far), note=note, estimated=sampled), *beside]


def _noted(beside: Term, size: int, settings: Settings) -> Term:
    return FROM_SOME.filled(beside=beside, samples=len(_sources(size, settings)), nodes=size)


def _peer(part: igraph.Graph, settings: Settings, tick: Tick) -> tuple[float, float]:
    """The transitivity and mean distance of one random network of the same size."""
    drawn = igraph.Graph.Erdos_Renyi(n=part.vcount(), m=part.ecount())
    found = drawn.transitivity_undirected(mode="zero"), _mean_distance(drawn, settings)
    tick()
    return found


def _mean_distance(network: igraph.Graph, settings: Settings) -> float:
    """Over pairs with a path; in a large network from evenly spread nodes only."""
    found = distances(network, _sources(network.vcount(), settings), None, _nothing)
    return found.total / found.pairs


def _sources(size: int, settings: Settings) -> range:
    return range(0, size, size // PEER_SOURCES) if is_sampled(size, settings) else range(size)


def _nothing() -> None:
    """One random network is one piece of the work."""


TRIANGLES = Term("Vikt används inte.", "Weights are not used.")
BY_CHANCE = Term(
    "Medel över slumpnät med lika många noder och band (Erdős–Rényi).",
    "Mean over random networks with as many nodes and ties (Erdős–Rényi).",
)
HUMPHRIES = "Humphries & Gurney 2008, PLoS ONE 3: e0002051"
EXPLAINED = (
    Explained(
        "reciprocity",
        Term("Ömsesidighet", "Reciprocity"),
        Term("Andelen riktade band som är besvarade.", "The share of directed ties that are returned."),
        SHARE,
        "Wasserman & Faust 1994, Social Network Analysis (Cambridge University Press)",
    ),
    Explained(
        "transitivity",
        Term("Slutenhet", "Transitivity"),
        Term(
            "Andelen vägar a–b–c där också a och c har band: 3 × trianglar / vägar med två band.",
            "The share of paths a–b–c where a and c are tied too: 3 × triangles / paths of two ties.",
        ),
        TRIANGLES,
        "Newman, Strogatz & Watts 2001, Physical Review E 64: 026118",
    ),
    Explained(
        "clustering",
        Term("Lokal slutenhet, medel", "Mean local clustering"),
        Term(
            "Hur stor andel av en nods grannpar som själva har band, medel över noder med minst två grannar.",
            "What share of a node's pairs of neighbours are tied, mean over nodes with at least two neighbours.",
        ),
        TRIANGLES,
        "Watts & Strogatz 1998, Nature 393: 440-442",
    ),
    Explained(
        "two_mode_closure",
        Term("Slutenhet i två delar", "Two-mode closure"),
        Term(
            "Andelen vägar med tre band som sluts till en fyrkant: två aktörer som delar två mötesplatser.",
            "The share of paths of three ties that close to a circle of four: two actors who share two arenas.",
        ),
        SHARE,
        "Robins & Alexander 2004, Computational & Mathematical Organization Theory 10: 69-94",
    ),
    Explained(
        "small_world",
        Term("Liten värld, sigma", "Small world, sigma"),
        Term(
            "Slutenheten mot slumpens, delat med medelavståndet mot slumpens. Över 1: liten värld.",
            "Transitivity against chance, over mean distance against chance. Above 1: a small world.",
        ),
        BY_CHANCE,
        HUMPHRIES,
    ),
    Explained(
        "random_transitivity",
        Term("Slutenhet av slump", "Transitivity by chance"),
        Term("Slumpnätens slutenhet.", "The transitivity of the random networks."),
        BY_CHANCE,
        HUMPHRIES,
    ),
    Explained(
        "random_distance",
        Term("Medelavstånd av slump", "Mean distance by chance"),
        Term("Slumpnätens medelavstånd i steg.", "The mean distance of the random networks, in steps."),
        BY_CHANCE,
        HUMPHRIES,
    ),
)
