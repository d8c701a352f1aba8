"""What a layout is: a place for each node that it holds, and the boxes, lines and texts behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gronagraf.schema import Term
from gronagraf.views.map.vocabulary import Plain, both

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height; of a line its two ends."""

Side = Literal["left", "center", "right"]
Look = Literal["heading", "axis", "note"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a point: their base line, and whether they start, stand round it or end there."""

    x: float
    y: float
    term: Term
    side: Side = "left"
    look: Look = "note"


@dataclass(frozen=True, slots=True)
class Guide:
    """What is drawn under the nodes."""

    boxes: tuple[Box, ...] = ()
    lines: tuple[Box, ...] = ()
    texts: tuple[Text, ...] = ()

    def plain(self) -> Plain:
        return {
            "boxes": [[round(each) for each in box] for box in self.boxes],
            "lines": [[round(each) for each in line] for line in self.lines],
            "texts": [[round(text.x), round(text.y), both(text.term), text.side, text.look] for text in self.texts],
        }


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout beside the network: `points` and `sizes` by the node's number, left out where it has no place."""

    key: str
    term: Term
    points: Mapping[int, Point]
    guide: Guide
    sizes: Mapping[int, float] = field(default_factory=dict)

    def plain(self) -> Plain:
        """As the page has it: number, x and y of each node that has a place, one after another, then their sizes."""
        placed = [(node, round(x), round(y)) for node, (x, y) in sorted(self.points.items())]
        points = [number for place in placed for number in place]
        plain: Plain = {"key": self.key, "term": both(self.term), "points": points, "guide": self.guide.plain()}
        if self.sizes:
            plain["sizes"] = [self.sizes[node] for node, _, _ in placed]
        return plain
