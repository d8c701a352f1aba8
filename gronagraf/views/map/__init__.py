"""The map: a graph as one HTML page that can be opened, explored, printed and mailed."""

from gronagraf.views.map.embedding import Embedded
from gronagraf.views.map.page import write_map
from gronagraf.views.map.story_file import read_story

__all__ = ["Embedded", "read_story", "write_map"]
