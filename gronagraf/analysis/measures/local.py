"""Measures of a node's own ties: how many there are and how strong."""

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

AS_COUNTED = Term("Ingen: antalet som det är.", "None: the number as it is.")
UNWEIGHTED = Term("Används inte.", "Not used.")
ZERO = Term("0.", "0.")
NO_MATTER = Term("Spelar ingen roll.", "Does not matter.")


def degree(projection: Projection, _: How) -> Values:
    """How many ties a node has, in and out together where ties are directed (Freeman 1978)."""
    return list(projection.network.degree())


def strength(projection: Projection, _: How) -> Values:
    """The sum of the weights of a node's ties (Barrat et al. 2004)."""
    return [float(value) for value in projection.network.strength(weights=projection.weights or None)]


DEGREE = Measure(
    "degree",
    Term("Grad", "Degree"),
    degree,
    Explanation(
        Term("Antalet band som noden har.", "How many ties the node has."),
        AS_COUNTED,
        UNWEIGHTED,
        Term("Band in och ut räknas båda.", "Ties in and ties out both count."),
        ZERO,
        NO_MATTER,
        "Freeman 1978, Social Networks 1: 215-239",
    ),
    signed=True,
)
STRENGTH = Measure(
    "strength",
    Term("Styrka", "Strength"),
    strength,
    Explanation(
        Term("Summan av vikterna på nodens band.", "The sum of the weights of the node's ties."),
        Term("Ingen: summan som den är.", "None: the sum as it is."),
        Term("Används som styrka.", "Used as a strength."),
        Term("Band in och ut räknas båda.", "Ties in and ties out both count."),
        ZERO,
        NO_MATTER,
        "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101: 3747-3752",
    ),
    signed=True,
)
MEASURES = (DEGREE, STRENGTH)
