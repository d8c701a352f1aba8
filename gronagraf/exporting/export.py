"""What is exported: a graph with its model, the language of its words, and where its nodes stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gronagraf.exporting.publication import Publication
from gronagraf.graph import Graph
from gronagraf.schema import Language, Model

Point = tuple[float, float]
BASE = "urn:gronagraf:id:"
NOWHERE = Publication()


@dataclass(frozen=True, slots=True)
class Export:
    """A graph on its way out.

    `positions` places some of its nodes, by id, in a plane with y downwards; `base` begins the URIs of all that it
    holds, in the formats that have them; `publication` is for a catalogue.
    """

    graph: Graph
    model: Model
    language: Language
    positions: Mapping[str, Point] = field(default_factory=dict)
    base: str = BASE
    publication: Publication = NOWHERE
