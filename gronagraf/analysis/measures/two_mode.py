"""What a node of a two-mode network can have at most, for the normalisation of Borgatti & Everett 1997."""

from collections.abc import Callable
from typing import TypeVar

from gronagraf.analysis.projection import Projection

T = TypeVar("T")


def other_mode(projection: Projection) -> list[int]:
    """For each node how many nodes the other mode has. The projection must be in two modes."""
    return _each(projection, lambda _, other: other)


def most_betweenness(projection: Projection) -> list[float]:
    """The largest betweenness that a node can have, with pairs counted once, given the size of both modes.

    Borgatti & Everett 1997, Social Networks 19: 243-269.
    """
    return _each(projection, _most_between)


def least_distances(projection: Projection) -> list[int]:
    """The smallest sum of distances to all others: 1 to each of the other mode and 2 to each of its own."""
    return _each(projection, lambda own, other: other + 2 * (own - 1))


def _each(projection: Projection, of: Callable[[int, int], T]) -> list[T]:
    first = projection.first_mode or 0
    second = len(projection.nodes) - first
    return [of(first, second)] * first + [of(second, first)] * second


def _most_between(own: int, other: int) -> float:
    """A node that joins the whole other mode, whose nodes share out the rest of its own mode as evenly as they can."""
    if not other:
        return 0.0
    share, rest = divmod(own - 1, other)
    return 0.5 * (
        other**2 * (share + 1) ** 2 + other * (share + 1) * (2 * rest - share - 1) - rest * (2 * share - rest + 3)
    )
