"""Measures of every node: a registry in the order in which people read them, and the verb that works them out."""

from collections.abc import Mapping, Sequence

from gronagraf.analysis.measures import local, paths
from gronagraf.analysis.measures.measure import Explanation, Group, How, Measure, Measured, Values
from gronagraf.analysis.projection import Projection
from gronagraf.errors import AnalysisError
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote

__all__ = ["MEASURES", "SHOWN", "Explanation", "Group", "How", "Measure", "Measured", "Values", "find", "measure"]

MEASURES: Mapping[str, Measure] = {each.name: each for each in (*local.MEASURES, *paths.MEASURES)}
SHOWN = ("degree", "strength", "betweenness")
"""Those that are shown when none is asked for: degree and brokerage side by side, for they name different actors."""

DEFAULT = How()


def find(names: Sequence[str]) -> tuple[Measure, ...]:
    """The measures with these names, `all` for every one, in the order given. Raises AnalysisError."""
    wanted = list(MEASURES) if "all" in names else list(dict.fromkeys(names))
    for name in wanted:
        if name not in MEASURES:
            otherwise = "`gronagraf influence --explain` lists them"
            raise AnalysisError(f"no measure is called {quote(name)}; {did_you_mean(name, MEASURES, otherwise)}")
    return tuple(MEASURES[name] for name in wanted)


def measure(projection: Projection, measures: Sequence[Measure], how: How = DEFAULT) -> Measured:
    """Every measure of every node; one that does not hold for such a network is empty, with the reason."""
    values: dict[str, Values] = {}
    reasons: dict[str, Term] = {}
    for each in measures:
        refusal = each.refusal(projection)
        values[each.name] = [None] * len(projection.nodes) if refusal else each.compute(projection, how)
        if refusal or None in values[each.name]:
            reasons[each.name] = refusal or each.empty
    estimated = frozenset({"betweenness"} if paths.is_estimated(projection, how) else ()) & set(values)
    return Measured(projection, tuple(measures), values, reasons, estimated)
