"""Gronagraf: a region's ecosystem as a graph, and whether its green thread is whole."""

__version__ = "0.1.0"
