"""A network in a handful of figures, to compare with itself: at another time, or with something changed."""

import math
from dataclasses import dataclass

from gronagraf.analysis.projection import Projection


@dataclass(frozen=True, slots=True)
class Structure:
    """A network in figures. A component is weak where ties are directed.

    `density` is the share of all possible ties that are there (in two modes: of those between the modes);
    `mean_distance` the mean number of steps between two nodes that have a path, along the ties where those have a
    direction; `efficiency` the mean of 1/steps over all pairs, 0 where there is no path (Latora & Marchiori 2001,
    Physical Review Letters 87: 198701). Each is None where there is no pair to take it over.
    """

    nodes: int = 0
    ties: int = 0
    density: float | None = None
    components: int = 0
    largest: int = 0
    mean_distance: float | None = None
    efficiency: float | None = None


def structure(projection: Projection) -> Structure:
    """The figures of a network, with ties as they are and without their weights."""
    network = projection.network
    sizes = network.connected_components(mode="weak").sizes()
    counted = network.path_length_hist(directed=projection.directed)
    lengths = {steps: count for steps, _, count in counted.bins()}
    reached = sum(lengths.values())
    pairs = reached + counted.unconnected
    possible = _possible(projection)
    return Structure(
        network.vcount(),
        network.ecount(),
        network.ecount() / possible if possible else None,
        len(sizes),
        max(sizes, default=0),
        sum(steps * count for steps, count in lengths.items()) / reached if reached else None,
        math.fsum(count / steps for steps, count in lengths.items()) / pairs if pairs else None,
    )


def _possible(projection: Projection) -> int:
    """How many ties there could be."""
    size = len(projection.nodes)
    if projection.first_mode is not None:
        return projection.first_mode * (size - projection.first_mode)
    return size * (size - 1) // (1 if projection.directed else 2)
