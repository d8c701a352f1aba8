"""Measures for people and for programs: tables in every form, each with the network that it was measured on."""

from gronagraf.views.measures.assessment import render_assessment
from gronagraf.views.measures.crossimpact import render_crossimpact
from gronagraf.views.measures.explaining import render_explanation
from gronagraf.views.measures.influence import PARTS, Part, render_influence

__all__ = ["PARTS", "Part", "render_assessment", "render_crossimpact", "render_explanation", "render_influence"]
