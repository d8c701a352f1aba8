"""Assessed against structural: how actors are rated beside the place that they have, never as one score."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.analysis.assessment.correlation import Correlation, same, spearman
from gronagraf.analysis.assessment.ratings import SCORES, Rating, Ratings, Score, date_of, ratings
from gronagraf.analysis.measures import MEASURES, How, Measured, find, measure
from gronagraf.analysis.projection import Projection
from gronagraf.errors import AnalysisError
from gronagraf.graph import Node
from gronagraf.schema import Term

__all__ = [
    "SCORES",
    "Assessed",
    "Beside",
    "Compared",
    "Correlation",
    "Rating",
    "Ratings",
    "Score",
    "Unrated",
    "compare",
    "date_of",
    "ratings",
    "score_of",
    "spearman",
]
CENTRAL = frozenset(each.name for each in MEASURES.values() if each.central == "high")
"""The measures in which more is more central; a low constraint or clustering is nothing peripheral."""

OUTSIDE = Term(
    "bedömda aktörer som inte finns i nätet och därför inte har något mått: {names}",
    "rated actors that are not in the network and therefore have no measure: {names}",
)


@dataclass(frozen=True, slots=True)
class Beside:
    """One score against one measure: their rank correlation over those that have both."""

    score: Score
    measure: str
    correlation: Correlation


@dataclass(frozen=True, slots=True)
class Assessed:
    """A rated actor: its value by measure, empty outside the network, and in which it is rated high but peripheral.

    Peripheral in a measure of CENTRAL is: power of at least `high`, and a value below the median of those rated.
    """

    rating: Rating
    values: dict[str, float | None]
    peripheral_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unrated:
    """An actor among the foremost brokers whom the ratings in use leave out; `rated_in` names other analyses."""

    actor: Node
    betweenness: float
    rank: int
    rated_in: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Ratings beside measures.

    `medians` holds for each measure of CENTRAL the median of those rated, None where nobody has a value.
    `high` is from what score power is high, `top` the share of the network that counts as its foremost brokers, and
    `brokers` how many those are; `reason` says why nobody is, if betweenness does not hold for the network.
    """

    ratings: Ratings
    assessed: tuple[Assessed, ...]
    correlations: tuple[Beside, ...]
    unrated: tuple[Unrated, ...]
    medians: dict[str, float | None]
    high: int
    top: float
    brokers: int
    reason: Term | None
    remarks: tuple[Term, ...]


def score_of(rating: Rating, score: Score) -> int | None:
    """One of the three scores of a rating."""
    return {"power": rating.power, "relevance": rating.relevance, "interest": rating.interest}[score]


def compare(measured: Measured, given: Ratings, how: How, *, high: int = 4, top: float = 0.1) -> Compared:
    """Every rated actor with its measures, how far the orders agree, and where rating and place part ways.

    Raises AnalysisError where the network is not one of actors.
    """
    projection = measured.projection
    if not any(node.label == "Actor" for node in projection.nodes):
        raise AnalysisError("stakeholder analyses rate actors; compare them with a network of actors")
    names = [each.name for each in measured.measures]
    used = sorted(given.used.values(), key=lambda rating: rating.actor.id)
    values = [_values(measured, rating) for rating in used]
    medians = {name: _median([each[name] for each in values]) for name in names if name in CENTRAL}
    assessed = tuple(
        Assessed(rating, own, _peripheral(rating, own, medians, high)) for rating, own in zip(used, values, strict=True)
    )
    beside = tuple(
        Beside(score, name, spearman([score_of(each, score) for each in used], [each[name] for each in values]))
        for score in SCORES
        for name in names
    )
    unrated, brokers, reason = _unrated(projection, measured, given, how, top)
    outside = [rating.actor.name for rating in used if rating.actor.id not in projection.places]
    remarks = (OUTSIDE.filled(count=len(outside), names=", ".join(outside)),) if outside else ()
    return Compared(given, assessed, beside, unrated, medians, high, top, brokers, reason, (*given.remarks, *remarks))


def _values(measured: Measured, rating: Rating) -> dict[str, float | None]:
    place = measured.projection.places.get(rating.actor.id)
    return {name: None if place is None else values[place] for name, values in measured.values.items()}


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(statistics.median(known)) if known else None


def _peripheral(
    rating: Rating, values: dict[str, float | None], medians: dict[str, float | None], high: int
) -> tuple[str, ...]:
    if rating.power is None or rating.power < high:
        return ()
    found = ((name, values[name], median) for name, median in medians.items())
    return tuple(name for name, value, median in found if _is_below(value, median))


def _is_below(value: float | None, median: float | None) -> bool:
    return value is not None and median is not None and value < median and not same(value, median)


def _unrated(
    projection: Projection, measured: Measured, given: Ratings, how: How, top: float
) -> tuple[tuple[Unrated, ...], int, Term | None]:
    """The foremost brokers without a rating in use, how many foremost there are, and why none if so.

    The foremost are the `top` share of the actors by betweenness, at least one, with all that equal the last of them;
    nobody without betweenness is one.
    """
    if "betweenness" not in measured.values:
        measured = measure(projection, find(["betweenness"]), how)
    if all(value is None for value in measured.values["betweenness"]):
        return (), 0, measured.reasons["betweenness"]
    known = {node: value or 0.0 for node, value in enumerate(measured.values["betweenness"])}
    actors = [place for place in known if projection.nodes[place].label == "Actor"]
    order = sorted(actors, key=lambda place: (-known[place], projection.nodes[place].id))
    last = known[order[math.ceil(top * len(order)) - 1]]
    foremost = [place for place in order if known[place] > 0 and (known[place] >= last or same(known[place], last))]
    others: dict[str, list[Node]] = {}
    for rating in given.every:
        others.setdefault(rating.actor.id, []).append(rating.analysis)
    found = (
        Unrated(node, known[place], _rank(known[place], order, known), tuple(others.get(node.id, ())))
        for place in foremost
        if (node := projection.nodes[place]).id not in given.used
    )
    return tuple(found), len(foremost), None


def _rank(value: float, order: Sequence[int], known: dict[int, float]) -> int:
    return 1 + sum(known[place] > value and not same(known[place], value) for place in order)
