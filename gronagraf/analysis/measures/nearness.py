"""How near a node is to all others: closeness, harmonic closeness and reach in steps."""

from collections.abc import Callable, Sequence
from functools import partial

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values
from gronagraf.analysis.measures.phrases import LENGTHS, NOT_USED, ZERO
from gronagraf.analysis.measures.two_mode import least_distances
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

PIECE = 256


def closeness(projection: Projection, how: How) -> Values:
    """(r/(n-1)) times r over the sum of the distances to the r others that a node reaches (Wasserman & Faust 1994).

    `raw` is 1 over that sum alone (Sabidussi 1966). In a two-mode network the second r is the smallest sum that a node
    of its mode can have (Borgatti & Everett 1997).
    """
    ask = partial(projection.network.closeness, mode="out", weights=projection.lengths, normalized=False)
    inverse = _in_pieces(projection, ask)
    if how.raw:
        return inverse
    reached = _reached(projection)
    best = reached if projection.first_mode is None else least_distances(projection)
    others = len(projection.nodes) - 1
    return [
        value * least * count / others if count else 0.0
        for value, least, count in zip(inverse, best, reached, strict=True)
    ]


def _reached(projection: Projection) -> Sequence[int]:
    """How many others a node has a path to."""
    if projection.directed:
        size = len(projection.nodes)
        return [count - 1 for count in projection.network.neighborhood_size(order=size, mode="out")]
    components = projection.network.connected_components()
    sizes = components.sizes()
    return [sizes[own] - 1 for own in components.membership]


def harmonic(projection: Projection, how: How) -> Values:
    """The mean of 1/distance to all others, 0 to those without a path (Rochat 2009); `raw` is the sum."""
    ask = projection.network.harmonic_centrality
    return _in_pieces(projection, partial(ask, mode="out", weights=projection.lengths, normalized=not how.raw))


def _in_pieces(projection: Projection, ask: Callable[[range], Sequence[float]]) -> list[float]:
    """The answers for some nodes after the other: within a call igraph cannot be interrupted here.

    One that reaches nobody, for whom igraph has no number, has 0.
    """
    size = len(projection.nodes)
    pieces = (range(start, min(start + PIECE, size)) for start in range(0, size, PIECE))
    return [value if value == value else 0.0 for piece in pieces for value in ask(piece)]


def reach(projection: Projection, how: How) -> Values:
    """The share of all others that are at most `how.steps` ties away; `raw` is their number."""
    counts = projection.network.neighborhood_size(order=how.steps, mode="out")
    others = 1 if how.raw else max(len(projection.nodes) - 1, 1)
    return [(count - 1) if how.raw else (count - 1) / others for count in counts]


OUTWARD = Term(
    "Vägar följer banden dit de pekar, från noden till de andra.",
    "Paths follow ties the way they point, from the node to the others.",
)
CLOSENESS = Measure(
    "closeness",
    Term("Närhet", "Closeness"),
    closeness,
    Explanation(
        Term(
            "Hur nära noden är dem den når: antalet nådda delat med summan av avstånden, gånger hur stor del av alla"
            " andra de är.",
            "How near the node is to those it reaches: their number over the sum of distances, times how large a share"
            " of all others they are.",
        ),
        Term(
            "1 när noden är knuten till alla andra med vikt 1; i ett tvådelat nät när den är knuten till hela det andra"
            " slaget. --raw ger 1 delat med summan av avstånden till de nådda.",
            "1 when the node is tied to all others with weight 1; in a two-mode network when tied to the whole other"
            " mode. --raw gives 1 over the sum of the distances to those reached.",
        ),
        LENGTHS,
        OUTWARD,
        ZERO,
        Term(
            "Bara de som nås räknas, och värdet minskas i samma mån som de är få (Wasserman & Faust).",
            "Only those reached count, and the value is lowered as they are few (Wasserman & Faust).",
        ),
        "Sabidussi 1966, Psychometrika 31: 581-603; Wasserman & Faust 1994, Social Network Analysis, ch. 5;"
        " Borgatti & Everett 1997, Social Networks 19: 243-269",
    ),
    all_paths=True,
    central="high",
)
HARMONIC = Measure(
    "harmonic",
    Term("Harmonisk närhet", "Harmonic closeness"),
    harmonic,
    Explanation(
        Term("Medelvärdet av 1/avståndet till alla andra.", "The mean of 1/distance to all others."),
        Term(
            "Delat med antalet andra; --raw ger summan. Kan överstiga 1 när band väger mer än 1.",
            "Divided by the number of others; --raw gives the sum. May exceed 1 where ties weigh more than 1.",
        ),
        LENGTHS,
        OUTWARD,
        ZERO,
        Term("Den som inte nås bidrar med 0.", "One that is not reached adds 0."),
        "Marchiori & Latora 2000, Physica A 285: 539-546; Rochat 2009, ASNA; Boldi & Vigna 2014, Internet Mathematics"
        " 10: 222-262",
    ),
    two_mode=False,
    all_paths=True,
    central="high",
)
REACH = Measure(
    "reach",
    Term("Räckvidd", "Reach"),
    reach,
    Explanation(
        Term(
            "Hur stor del av alla andra som nås i högst så många steg som --steps säger (annars 2).",
            "The share of all others that are reached in at most as many steps as --steps says (else 2).",
        ),
        Term(
            "Delat med antalet andra; --raw ger antalet nådda.", "Divided by the number of others; --raw counts them."
        ),
        NOT_USED,
        OUTWARD,
        ZERO,
        Term("Den som inte nås räknas inte.", "One that is not reached does not count."),
        "Borgatti 2006, Computational & Mathematical Organization Theory 12: 21-34",
    ),
    two_mode=False,
    central="high",
)
MEASURES = (CLOSENESS, HARMONIC, REACH)
