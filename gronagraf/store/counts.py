"""How many rows a load or a removal created, changed, left alone and took away."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows created, changed, found as they should be; rows that left the seed but stay in the graph; rows removed."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    left: int = 0
    removed: int = 0

    @property
    def done(self) -> int:
        return self.created + self.changed + self.unchanged

    @property
    def held(self) -> int:
        """What the graph held of the seed before."""
        return self.changed + self.unchanged + self.left + self.removed


def summed(counts: Iterable[Counts]) -> Counts:
    """The counts added up."""
    return Counts(*(sum(column) for column in zip(*map(astuple, (Counts(), *counts)), strict=True)))


def less(counts: Counts, removed: int) -> Counts:
    """The counts once so many of what left were removed."""
    return replace(counts, left=counts.left - removed, removed=removed)
