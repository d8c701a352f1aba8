"""Measures of a graph: who holds it together, how it is built, what would change it, and how sure one can be."""

from gronagraf.analysis.carriers import Carriers, carriers
from gronagraf.analysis.measures import MEASURES, How, Measure, Measured, find, measure
from gronagraf.analysis.projection import Projection, Related, Selection, Shared, project
from gronagraf.analysis.stability import Disturbance, Stability, stability
from gronagraf.analysis.whatif import Change, Consequences, what_if
from gronagraf.analysis.whatif.suggesting import Suggestions, suggest
from gronagraf.analysis.years import Years, year_by_year

__all__ = [
    "MEASURES",
    "Carriers",
    "Change",
    "Consequences",
    "Disturbance",
    "How",
    "Measure",
    "Measured",
    "Projection",
    "Related",
    "Selection",
    "Shared",
    "Stability",
    "Suggestions",
    "Years",
    "carriers",
    "find",
    "measure",
    "project",
    "stability",
    "suggest",
    "what_if",
    "year_by_year",
]
