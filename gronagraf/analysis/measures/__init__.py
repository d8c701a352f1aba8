"""Measures of every node: a registry in the order in which people read them, and the verb that works them out."""

from collections.abc import Mapping, Sequence

import igraph

from gronagraf.analysis.measures import brokerage, cohesion, holes, local, nearness, paths, walks
from gronagraf.analysis.measures.measure import (
    DEFAULT,
    GROUPS,
    Explanation,
    Group,
    How,
    Measure,
    Measured,
    Tell,
    Values,
    standing,
)
from gronagraf.analysis.projection import Projection
from gronagraf.errors import AnalysisError
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote

__all__ = [
    "GROUPS",
    "MEASURES",
    "ROLES",
    "SHOWN",
    "Explanation",
    "Group",
    "How",
    "Measure",
    "Measured",
    "Values",
    "find",
    "measure",
    "standing",
]

FAMILIES = (local, paths, nearness, walks, holes, cohesion, brokerage)
MEASURES: Mapping[str, Measure] = {each.name: each for family in FAMILIES for each in family.MEASURES}
ROLES = brokerage.ROLES
SHOWN = ("degree", "strength", "betweenness", "constraint", "core", "articulation")
"""Those that are shown when none is asked for: degree and brokerage side by side, for they name different actors."""


def find(names: Sequence[str]) -> tuple[Measure, ...]:
    """The measures with these names, `all` for every one, in the order given. Raises AnalysisError."""
    wanted = list(MEASURES) if "all" in names else list(dict.fromkeys(names))
    for name in wanted:
        if name not in MEASURES:
            otherwise = "`gronagraf influence --explain` lists them"
            raise AnalysisError(f"no measure is called {quote(name)}; {did_you_mean(name, MEASURES, otherwise)}")
    return tuple(MEASURES[name] for name in wanted)


def measure(
    projection: Projection, measures: Sequence[Measure], how: How = DEFAULT, tell: Tell | None = None
) -> Measured:
    """Every measure of every node; one that does not hold for such a network is empty, with the reason.

    `tell` hears how far the work has come, in hundredths of a measure and of all.
    """
    values: dict[str, Values] = {}
    reasons: dict[str, Term] = {}
    try:
        for done, each in enumerate(measures):
            if tell:
                _pass_on(tell, 100 * done, 100 * len(measures))
            refusal = each.refusal(projection, how)
            values[each.name] = [None] * len(projection.nodes) if refusal else each.compute(projection, how)
            if refusal or None in values[each.name]:
                reasons[each.name] = refusal or each.empty
    finally:
        if tell:
            igraph.set_progress_handler(None)
    errors, samples = _errors(projection, values, reasons, how)
    return Measured(projection, tuple(measures), values, reasons, how, errors, samples)


def _pass_on(tell: Tell, done: int, total: int) -> None:
    """What igraph says of its own progress, in percent, goes on to whoever listens."""
    tell(done, total)
    igraph.set_progress_handler(lambda _, percent: tell(done + int(percent), total))


def _errors(
    projection: Projection, values: Mapping[str, Values], reasons: Mapping[str, Term], how: How
) -> tuple[dict[str, list[float]], int]:
    name = paths.BETWEENNESS.name
    if name not in values or name in reasons or not paths.is_estimated(projection, how):
        return {}, 0
    return {name: paths.betweenness_error(projection, how)}, paths.sample_size(projection, how)
