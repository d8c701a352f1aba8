"""The map: a graph as one HTML page that can be opened, explored, printed and mailed."""

from gronagraf.views.map.page import write_map

__all__ = ["write_map"]
