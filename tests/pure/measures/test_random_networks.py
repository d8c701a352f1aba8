"""Every measure with one defined value, on 200 networks drawn by chance, against networkx or the definition itself."""

import math
from collections.abc import Callable, Mapping
from functools import cache

import networkx as nx
import numpy as np
import pytest

from gronagraf.analysis import MEASURES, How, measure
from gronagraf.analysis.measures import ROLES, overlap
from gronagraf.analysis.measures.brokerage import brokerage
from tests.pure.measures import definitions
from tests.pure.measures.drawn import Drawn, drawn

NUMBERS = range(200)
LOOSE = {"eigenvector", "pagerank", "katz", "bonacich"}
PEERS: Mapping[str, Callable[[nx.Graph], Mapping]] = {
    "degree": lambda peer: dict(peer.degree),
    "in_degree": lambda peer: dict(peer.in_degree),
    "out_degree": lambda peer: dict(peer.out_degree),
    "strength": lambda peer: dict(peer.degree(weight="weight")),
    "in_strength": lambda peer: dict(peer.in_degree(weight="weight")),
    "out_strength": lambda peer: dict(peer.out_degree(weight="weight")),
    "betweenness": lambda peer: nx.betweenness_centrality(peer, weight="length"),
    "closeness": definitions.wasserman_faust,
    "harmonic": definitions.harmonic,
    "reach": definitions.reach,
    "pagerank": lambda peer: nx.pagerank(peer, weight="weight", tol=1e-14, max_iter=1000),
    "katz": definitions.katz,
    "bonacich": definitions.bonacich,
    "constraint": definitions.constraint,
    "effective_size": definitions.effective_size,
    "efficiency": definitions.efficiency,
    "hierarchy": definitions.hierarchy,
    "core": definitions.core,
    "clustering": definitions.clustering,
    "clustering_weighted": definitions.clustering_weighted,
    "articulation": definitions.articulation,
}


@cache
def network(number: int) -> Drawn:
    return drawn(number)


def test_the_networks_drawn_are_of_every_sort():
    every = [network(number) for number in NUMBERS]
    assert {len(each.peer) for each in every} >= {1, 2}
    for kind in (
        lambda each: each.projection.directed,
        lambda each: each.projection.weighted,
        lambda each: not each.peer.number_of_edges(),
        lambda each: any(degree == 0 for _, degree in each.peer.degree) and each.peer.number_of_edges(),
        lambda each: nx.number_connected_components(each.peer.to_undirected()) > 1,
        lambda each: any("oneself" in remark.en for remark in each.projection.remarks),
        lambda each: any("they make" in remark.en for remark in each.projection.remarks),
        lambda each: each.projection.directed and nx.is_directed_acyclic_graph(each.peer),
    ):
        assert 5 < sum(map(bool, map(kind, every))) < 200


def compare(values, expected, exactness: float) -> None:
    for value, other in zip(values, expected, strict=True):
        assert (value is None) == (other is None)
        if value is not None:
            assert math.isclose(value, other, rel_tol=exactness, abs_tol=exactness)


@pytest.mark.parametrize("name", PEERS)
def test_a_measure_is_what_its_definition_says(name):
    compared = 0
    for number in NUMBERS:
        each = network(number)
        if MEASURES[name].refusal(each.projection) is None:
            values = MEASURES[name].compute(each.projection, How())
            expected = PEERS[name](each.peer)
            compare(values, [expected[node] for node in each.peer], 1e-6 if name in LOOSE else 1e-9)
            compared += 1
    assert compared >= 50


def principal(peer: nx.Graph) -> list[float] | None:
    """The eigenvector to the largest eigenvalue by ties inward, the largest 1; None where there is not just one."""
    values, vectors = np.linalg.eig(definitions.matrix(peer).T)
    parts = [definitions.matrix(peer.subgraph(part)) for part in definitions.parts(peer) if len(part) > 1]
    radii = sorted((max(np.linalg.eigvals(part).real) for part in parts), reverse=True)
    if not radii or (len(radii) > 1 and math.isclose(*radii[:2], rel_tol=1e-7)):
        return None
    vector = vectors[:, values.real.argmax()].real
    return list(vector / vector[abs(vector).argmax()])


def test_the_eigenvector_is_that_of_the_largest_eigenvalue_and_refused_where_there_is_not_just_one():
    refused = 0
    for number in NUMBERS:
        each = network(number)
        expected = principal(each.peer)
        refusal = MEASURES["eigenvector"].refusal(each.projection)
        assert (refusal is None) == (expected is not None), number
        refused += refusal is not None
        if expected:
            compare(MEASURES["eigenvector"].compute(each.projection, How()), expected, 1e-6)
    assert 20 < refused < 150


@pytest.mark.parametrize("hubs", [overlap.HUBS, 2])
def test_brokers_are_counted_as_when_every_triad_is_looked_at(hubs, monkeypatch):
    monkeypatch.setattr(overlap, "HUBS", hubs)
    for number in NUMBERS:
        each = network(number)
        each.projection.kept.clear()
        groups = {int(node.id): node.facts.get("sector") for node in each.projection.nodes}
        expected = definitions.brokered(each.peer, groups)
        for role in ROLES:
            values = MEASURES[role].compute(each.projection, How())
            assert list(values) == [expected[node][role] if groups[node] else None for node in each.peer]
        assert brokerage(each.projection, "sector").uncounted == definitions.uncounted(each.peer, groups)


def test_no_table_holds_what_is_no_number():
    for number in NUMBERS:
        for how in (How(), How(raw=True, exact=True, steps=3)):
            measured = measure(network(number).projection, tuple(MEASURES.values()), how)
            for name, values in measured.values.items():
                assert all(value is None or math.isfinite(value) for value in values), name
                assert (None in values) == (name in measured.reasons), name
                assert name not in measured.reasons or measured.reasons[name].sv
