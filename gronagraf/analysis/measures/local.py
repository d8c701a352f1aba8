"""Measures of a node's own ties: how many there are and how strong."""

import math
from collections.abc import Sequence
from functools import partial
from typing import Literal

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values
from gronagraf.analysis.measures.phrases import NO_MATTER, NOT_USED, USED, ZERO
from gronagraf.analysis.measures.two_mode import other_mode
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

Mode = Literal["all", "in", "out"]
DIGITS = 14


def degree(projection: Projection, how: How, mode: Mode = "all") -> Values:
    """How many ties a node has, in and out together where ties are directed (Freeman 1978).

    In a two-mode network divided by the number of nodes of the other mode (Borgatti & Everett 1997).
    """
    counts = projection.network.degree(mode=mode)
    if projection.first_mode is None or how.raw:
        return list(counts)
    return [count / most if most else 0.0 for count, most in zip(counts, other_mode(projection), strict=True)]


def strength(projection: Projection, _: How, mode: Mode = "all") -> Values:
    """The sum of the weights of a node's ties (Barrat et al. 2004)."""
    own: list[list[float]] = [[] for _ in projection.nodes]
    for (start, end), weight in zip(projection.network.get_edgelist(), projection.weights, strict=True):
        if mode != "in":
            own[start].append(weight)
        if mode != "out":
            own[end].append(weight)
    return list(map(total, own))


def total(weights: Sequence[float]) -> float:
    """The sum, to 14 digits of the sum of sizes: fourteen times 1/14 is 1, and 0.1 + 0.2 - 0.3 is 0."""
    size = math.fsum(map(abs, weights))
    return round(math.fsum(weights), DIGITS - 1 - math.floor(math.log10(size))) if size else 0.0


AS_COUNTED = Term(
    "Ingen: antalet som det är. I ett tvådelat nät delat med antalet noder av det andra slaget; --raw ger antalet.",
    "None: the number as it is. In a two-mode network divided by the number of nodes of the other mode;"
    " --raw gives the number.",
)
AS_SUMMED = Term("Ingen: summan som den är.", "None: the sum as it is.")
BOTH = Term(
    "Band in och ut räknas båda; ett par som är knutet åt båda håll har två.",
    "Ties in and ties out both count; a pair that is tied each way has two.",
)
INWARD = Term("Bara band som pekar på noden.", "Only ties that point to the node.")
OUTWARD = Term("Bara band som pekar från noden.", "Only ties that point from the node.")
FREEMAN = "Freeman 1978, Social Networks 1: 215-239; Borgatti & Everett 1997, Social Networks 19: 243-269"
BARRAT = "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101: 3747-3752"


def _degree(name: str, term: Term, mode: Mode, definition: Term, direction: Term) -> Measure:
    return Measure(
        name,
        term,
        partial(degree, mode=mode),
        Explanation(definition, AS_COUNTED, NOT_USED, direction, ZERO, NO_MATTER, FREEMAN),
        signed=True,
        directed="any" if mode == "all" else "only",
        central="high",
    )


def _strength(name: str, term: Term, mode: Mode, definition: Term, direction: Term) -> Measure:
    return Measure(
        name,
        term,
        partial(strength, mode=mode),
        Explanation(definition, AS_SUMMED, USED, direction, ZERO, NO_MATTER, BARRAT),
        signed=True,
        directed="any" if mode == "all" else "only",
        central="high",
    )


MEASURES = (
    _degree(
        "degree",
        Term("Grad", "Degree"),
        "all",
        Term("Antalet band som noden har.", "How many ties the node has."),
        BOTH,
    ),
    _degree(
        "in_degree",
        Term("Ingrad", "In-degree"),
        "in",
        Term("Antalet band som pekar på noden.", "How many ties point to the node."),
        INWARD,
    ),
    _degree(
        "out_degree",
        Term("Utgrad", "Out-degree"),
        "out",
        Term("Antalet band som pekar från noden.", "How many ties point from the node."),
        OUTWARD,
    ),
    _strength(
        "strength",
        Term("Styrka", "Strength"),
        "all",
        Term("Summan av vikterna på nodens band.", "The sum of the weights of the node's ties."),
        BOTH,
    ),
    _strength(
        "in_strength",
        Term("Styrka in", "In-strength"),
        "in",
        Term("Summan av vikterna på banden som pekar på noden.", "The sum of the weights of the ties to the node."),
        INWARD,
    ),
    _strength(
        "out_strength",
        Term("Styrka ut", "Out-strength"),
        "out",
        Term("Summan av vikterna på banden som pekar från noden.", "The sum of the weights of the ties from the node."),
        OUTWARD,
    ),
)
