"""How sure a rank is: the measures again, many times, on the network with records dropped, added or drawn anew."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gronagraf.analysis.measures import How, Measure, measure
from gronagraf.analysis.measures.measure import DEFAULT, Tell
from gronagraf.analysis.projection import Projection, Shared
from gronagraf.analysis.stability.disturbing import Disturbance, disturbed
from gronagraf.analysis.stability.ranking import FEWEST, SURE, Placed, Ranks, Stable, placed, ranks
from gronagraf.errors import AnalysisError
from gronagraf.schema import Term

__all__ = ["FEWEST", "SURE", "Disturbance", "Placed", "Stability", "Stable", "stability"]


@dataclass(frozen=True, slots=True)
class Stability:
    """What the runs say of each measure's top list of `top` nodes; `reasons` names measures that have none."""

    projection: Projection
    disturbance: Disturbance
    top: int
    measures: tuple[Stable, ...]
    reasons: Mapping[str, Term]


def stability(
    projection: Projection,
    measures: Sequence[Measure],
    disturbance: Disturbance,
    how: How = DEFAULT,
    top: int = 10,
    tell: Tell | None = None,
) -> Stability:
    """Each measure in `disturbance.runs` disturbed networks, and how far ranks change.

    Dropping and adding at random follows Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136, though where
    ties come from shared arenas it is participations that are disturbed: a wrong record makes or breaks many ties at
    once. The bootstrap (Efron 1979, Annals of Statistics 7: 1-26) has arenas as its units, which are closer to
    independent than ties; Snijders & Borgatti 1999, Connections 22(2): 161-170, draw nodes instead. The interval is of
    what such errors do to the rank, not of where a true rank lies. Raises AnalysisError for a bootstrap without arenas.
    """
    _refuse(projection, disturbance)
    chance = random.Random(disturbance.seed)  # noqa: S311
    now = measure(projection, measures, how)
    whole = [each for each in measures if any(value is not None for value in now.values[each.name])]
    runs: dict[str, list[Ranks]] = {each.name: [] for each in whole}
    for done in range(disturbance.runs):
        found = measure(disturbed(projection, disturbance, chance), whole, how)
        for each in whole:
            runs[each.name].append(ranks(each, found.values[each.name]))
        if tell:
            tell(done + 1, disturbance.runs)
    top = min(top, len(projection.nodes))
    stable = []
    for each in whole:
        values = now.values[each.name]
        stable.append(Stable(each, placed(projection.nodes, values, ranks(each, values), runs[each.name], top)))
    return Stability(projection, disturbance, top, tuple(stable), now.reasons)


def _refuse(projection: Projection, disturbance: Disturbance) -> None:
    if disturbance.runs < 1:
        raise AnalysisError("stability needs at least one run")
    if not disturbance.bootstrap:
        return
    if not isinstance(projection.way, Shared):
        raise AnalysisError("relations have no networks to draw anew; leave out --bootstrap, and use --drop and --add")
    if projection.way.two_mode:
        raise AnalysisError(
            "in a two-mode network the networks are nodes themselves; leave out --two-mode or --bootstrap"
        )
