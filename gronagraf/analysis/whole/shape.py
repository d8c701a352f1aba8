"""The shape of a network: how large it is, how dense, in how many parts, and how far it is across."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.figure import (
    NONE_AS_IS,
    SAMPLED,
    TOO_SMALL,
    Explained,
    Figure,
    Settings,
    Tick,
    is_sampled,
    pieces,
    refusal,
    refused,
)
from gronagraf.schema import Term

PATHS = ("diameter", "mean_distance", "diameter_length", "mean_length")
NO_LENGTHS = Term("banden har ingen vikt att räkna längder av", "the ties have no weight to take lengths from")
AT_LEAST = Term("minst så långt; {sampled}", "at least so far; {sampled}")
LARGEST = Term("i den största delen", "in the largest component")
REACHED = Term(
    "i den största delen, bland de {pairs} av {all} ordnade par som har en väg",
    "in the largest component, over the {pairs} of {all} ordered pairs that have a path",
)


@dataclass(frozen=True, slots=True)
class Distances:
    """Over ordered pairs with a path: the sum, how many pairs, the longest."""

    total: float
    pairs: int
    longest: float


def sizes(projection: Projection) -> list[Figure]:
    """Nodes, ties, isolates, density and components (of a directed network the weak ones and the strong ones)."""
    network = projection.network
    parts = network.connected_components(mode="weak").sizes() if network.vcount() else []
    figures = [Figure("nodes", network.vcount())]
    if projection.first_mode is not None:
        figures.append(Figure("arenas", network.vcount() - projection.first_mode))
    figures += [
        Figure("ties", network.ecount()),
        Figure("isolates", sum(1 for degree in network.degree() if not degree)),
        density(projection),
        Figure("components", len(parts)),
        Figure("largest", max(parts, default=0)),
    ]
    if projection.directed:
        figures.append(Figure("strong_components", len(network.connected_components(mode="strong"))))
    return figures


def density(projection: Projection) -> Figure:
    """Ties over the pairs that could have one: n(n-1)/2, twice that directed, n1 n2 between two modes."""
    network, first = projection.network, projection.first_mode
    nodes = network.vcount()
    one_mode = nodes * (nodes - 1) // (1 if projection.directed else 2)
    pairs = one_mode if first is None else first * (nodes - first)
    return Figure("density", network.ecount() / pairs) if pairs else Figure("density", None, TOO_SMALL)


def largest_component(network: igraph.Graph) -> list[int]:
    """The places of the largest (weak) component's nodes; of several as large the one with the first node."""
    parts = network.connected_components(mode="weak")
    return max(parts, key=len, default=[]) if network.vcount() else []


def steps(projection: Projection, settings: Settings) -> int:
    """How many pieces the distances are worked out in."""
    if refusal(projection, two_mode=True, signed=False):
        return 0
    size = len(largest_component(projection.network))
    sources = settings.samples if is_sampled(size, settings) else size
    return math.ceil(sources / 50) * (2 if projection.weighted else 1)


def paths(projection: Projection, settings: Settings, tick: Tick) -> list[Figure]:
    """Diameter and mean distance of the largest component, in steps and, where ties have weights, in lengths."""
    if reason := refusal(projection, two_mode=True, signed=False):
        return refused(PATHS, reason)
    part = projection.network.induced_subgraph(largest_component(projection.network))
    found = _figures(part, None, PATHS[:2], settings, tick)
    if not projection.weighted:
        return [*found, *refused(PATHS[2:], NO_LENGTHS)]
    return [*found, *_figures(part, [1 / weight for weight in part.es["weight"]], PATHS[2:], settings, tick)]


def _figures(
    part: igraph.Graph, lengths: Sequence[float] | None, names: Sequence[str], settings: Settings, tick: Tick
) -> list[Figure]:
    size = part.vcount()
    sources: Sequence[int] = range(size)
    sampled = is_sampled(size, settings)
    note = LARGEST
    if sampled:
        sources = random.Random(settings.seed).sample(range(size), settings.samples)  # noqa: S311
        note = SAMPLED.filled(samples=settings.samples, nodes=size)
    found = distances(part, sources, lengths, tick)
    if not sampled and found.pairs < size * (size - 1):
        note = REACHED.filled(pairs=found.pairs, all=size * (size - 1))
    far = AT_LEAST.filled(sampled=note) if sampled else note
    return [
        Figure(names[0], found.longest, note=far, estimated=sampled),
        Figure(names[1], found.total / found.pairs, note=note, estimated=sampled),
    ]


def distances(network: igraph.Graph, sources: Sequence[int], lengths: Sequence[float] | None, tick: Tick) -> Distances:
    """The shortest paths from these nodes to all others that they reach, the way ties point."""
    total: float = 0.0
    pairs = 0
    longest: float = 0
    for piece in pieces(sources):
        for row in network.distances(source=piece, weights=lengths, mode="out"):
            reached = [length for length in row if length < math.inf]
            total += math.fsum(reached)
            pairs += len(reached) - 1  # a node reaches itself
            longest = max(longest, *reached)
        tick()
    return Distances(total, pairs, longest)


WASSERMAN = "Wasserman & Faust 1994, Social Network Analysis (Cambridge University Press)"
IN_STEPS = Term("Räknat i steg: varje band är ett steg.", "In steps: each tie is one step.")
IN_LENGTHS = Term("Räknat i längder: 1/vikt.", "In lengths: 1/weight.")
LENGTHS = "Newman 2001, Physical Review E 64: 016132"
EXPLAINED = (
    Explained(
        "nodes",
        Term("Noder", "Nodes"),
        Term("Alla noder, också de utan band.", "All nodes, also those without ties."),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "arenas",
        Term("Därav mötesplatser", "Of which arenas"),
        Term("Noder i det tvådelade nätets andra del.", "Nodes of the second mode of a two-mode network."),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "ties",
        Term("Band", "Ties"),
        Term(
            "Par av noder med band; riktade band räknas åt vart håll för sig.",
            "Pairs of nodes with a tie; directed ties count each way.",
        ),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "isolates",
        Term("Utan band", "Isolates"),
        Term("Noder utan ett enda band.", "Nodes without any tie."),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "density",
        Term("Täthet", "Density"),
        Term("Andelen av alla möjliga band som finns.", "The share of all possible ties that exist."),
        Term(
            "Delat med n(n−1)/2, riktat med n(n−1), tvådelat med n₁n₂.",
            "Divided by n(n−1)/2, directed by n(n−1), in two modes by n₁n₂.",
        ),
        WASSERMAN,
    ),
    Explained(
        "components",
        Term("Delar", "Components"),
        Term(
            "Delar som inte hänger ihop med varandra; en ensam nod är en del. Riktade band läses åt båda håll.",
            "Parts that are not joined to each other; a node alone is one. Directed ties are read both ways.",
        ),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "largest",
        Term("Noder i största delen", "Nodes in the largest component"),
        Term("Hur många noder den största delen har.", "How many nodes the largest component has."),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "strong_components",
        Term("Starka delar", "Strong components"),
        Term(
            "Delar där varje nod når varje annan längs bandens riktning.",
            "Parts in which every node reaches every other the way ties point.",
        ),
        NONE_AS_IS,
        WASSERMAN,
    ),
    Explained(
        "diameter",
        Term("Längsta avstånd, steg", "Diameter, steps"),
        Term(
            "Det längsta av de kortaste avstånden i den största delen.",
            "The longest of the shortest distances in the largest component.",
        ),
        IN_STEPS,
        WASSERMAN,
    ),
    Explained(
        "mean_distance",
        Term("Medelavstånd, steg", "Mean distance, steps"),
        Term(
            "Medelvärdet av de kortaste avstånden i den största delen, över de par som har en väg.",
            "The mean of the shortest distances in the largest component, over pairs that have a path.",
        ),
        IN_STEPS,
        WASSERMAN,
    ),
    Explained(
        "diameter_length",
        Term("Längsta avstånd, längd", "Diameter, length"),
        Term(
            "Som längsta avstånd, men starka band är korta.",
            "As the diameter, but strong ties are short.",
        ),
        IN_LENGTHS,
        LENGTHS,
    ),
    Explained(
        "mean_length",
        Term("Medelavstånd, längd", "Mean distance, length"),
        Term("Som medelavstånd, men starka band är korta.", "As the mean distance, but strong ties are short."),
        IN_LENGTHS,
        LENGTHS,
    ),
)
