"""Measures for people and for programs: tables in every form, each with the network that it was measured on."""

from gronagraf.views.measures.influence import render_influence
from gronagraf.views.measures.network import render_network

__all__ = ["render_influence", "render_network"]
