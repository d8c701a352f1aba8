"""The largest eigenvalue of a network, and which of its parts it comes from."""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import igraph

from gronagraf.analysis.measures.measure import once
from gronagraf.analysis.projection import Projection
from gronagraf.errors import AnalysisError

SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Spectrum:
    """The spectral radius of the weighted ties, 0 without a ring of directed ties, and the parts that have it.

    The parts are components; where ties are directed, strongly connected ones, since ties between those add nothing.
    """

    radius: float
    leading: tuple[tuple[int, ...], ...]


def spectrum(projection: Projection) -> Spectrum:
    """Worked out once for a projection, whose ties must all weigh more than 0. Raises AnalysisError."""
    return once(projection, "spectrum", lambda: _spectrum(projection))


def _spectrum(projection: Projection) -> Spectrum:
    """Part by part from the one that could have the largest; those that cannot reach what is found are passed by."""
    radius = 0.0
    found: list[tuple[float, tuple[int, ...]]] = []
    for bound, part in sorted(_bounds(projection), reverse=True):
        if bound < radius * (1 - SAME):
            break
        found.append((principal(projection, part)[1], part))
        radius = max(radius, found[-1][0])
    leading = tuple(part for value, part in found if value >= radius * (1 - SAME))
    return Spectrum(radius, leading)


def _bounds(projection: Projection) -> Iterable[tuple[float, tuple[int, ...]]]:
    """No eigenvalue is larger than the largest sum of weights into a node, nor than the largest out of one."""
    network = projection.network
    sums = [network.strength(mode=mode, weights=projection.weights or None) for mode in ("in", "out")]
    for part in network.connected_components(mode="strong"):
        if len(part) > 1:
            yield min(max(each[node] for node in part) for each in sums), tuple(part)


def principal(projection: Projection, part: Sequence[int]) -> tuple[list[float], float]:
    """The eigenvector to the largest eigenvalue of a part, by its ties inward, and the eigenvalue.

    Raises AnalysisError where the iterations do not settle.
    """
    network = projection.network.induced_subgraph(part) if len(part) < len(projection.nodes) else projection.network
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # on values near 0, which a part downstream rightly may have
        try:
            vector, value = network.eigenvector_centrality(scale=True, weights="weight", return_eigenvalue=True)
        except igraph.InternalError as error:
            raise AnalysisError(
                "the largest eigenvalue of the network cannot be found; leave out eigenvector, katz and bonacich"
            ) from error
    return [max(each, 0.0) for each in vector], float(value)
