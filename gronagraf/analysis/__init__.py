"""Measures of a graph: who holds it together, how it is built, what would change it, and how sure one can be."""

from gronagraf.analysis.measures import MEASURES, How, Measure, Measured, measure
from gronagraf.analysis.projection import Projection, Related, Selection, Shared, project

__all__ = [
    "MEASURES",
    "How",
    "Measure",
    "Measured",
    "Projection",
    "Related",
    "Selection",
    "Shared",
    "measure",
    "project",
]
