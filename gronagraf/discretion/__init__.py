"""What is left out of a graph before others see it: assessments when it is passed on, more when it is made public."""

from gronagraf.discretion.passing_on import without_assessments
from gronagraf.discretion.publishing import Hit, Left, PublicGraph, for_the_public

__all__ = ["Hit", "Left", "PublicGraph", "for_the_public", "without_assessments"]
