"""What is exported: a graph with its model, the language of its words, and where its nodes stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from gronagraf.exporting.publication import Publication
from gronagraf.graph import Graph
from gronagraf.schema import Language, Model

Point = tuple[float, float]
Tell: TypeAlias = Callable[[int, int], None]
Item = TypeVar("Item")
STEP = 1000
BASE = "urn:gronagraf:id:"
NOWHERE = Publication()


@dataclass(frozen=True, slots=True)
class Export:
    """A graph on its way out.

    `positions` places some of its nodes, by id, in a plane with y downwards; `base` begins the URIs of all that it
    holds, in the formats that have them; `publication` is for a catalogue. `tell`, where there is one, is told now and
    then how many nodes and relations are written, and of how many.
    """

    graph: Graph
    model: Model
    language: Language
    positions: Mapping[str, Point] = field(default_factory=dict)
    base: str = BASE
    publication: Publication = NOWHERE
    tell: Tell | None = None

    def counted(self, items: Iterable[Item], before: int = 0) -> Iterator[Item]:
        """The items one by one, told of on the way; `before` is how many were written earlier."""
        total = len(self.graph.nodes) + len(self.graph.edges)
        for number, item in enumerate(items, before):
            if self.tell and number % STEP == 0:
                self.tell(number, total)
            yield item
