"""The core: its fit against every possible core of small networks, and against a plain hill climb on larger ones."""

import random
import statistics
from itertools import combinations

import networkx as nx
import pytest

from gronagraf.analysis.whole import describe
from tests.pure.measures.whole_networks import from_networkx, network


def fit(graph, core):
    """The correlation by its definition: over all pairs, tied or not against either end in the core or not."""
    pairs = [(a, b) for a in graph for b in graph if a != b] if graph.is_directed() else list(combinations(graph, 2))
    tied = [float(graph.has_edge(*pair)) for pair in pairs]
    ideal = [float(pair[0] in core or pair[1] in core) for pair in pairs]
    return statistics.correlation(tied, ideal) if len(set(tied)) == len(set(ideal)) == 2 else -2.0


def all_fits(graph):
    return (fit(graph, set(core)) for size in range(1, len(graph) - 1) for core in combinations(graph, size))


def is_fit_for_a_core(graph):
    return 0 < graph.number_of_edges() < len(graph) * (len(graph) - 1) / (1 if graph.is_directed() else 2)


def small_graphs():
    for seed in range(90):
        chance = random.Random(seed)
        graph = nx.gnp_random_graph(chance.randint(3, 8), chance.uniform(0.2, 0.8), seed=seed, directed=seed % 3 == 0)
        if is_fit_for_a_core(graph):
            yield seed, graph


@pytest.mark.parametrize(("seed", "graph"), list(small_graphs()))
def test_no_core_of_a_small_network_fits_better(seed, graph):
    found = describe(from_networkx(graph), families=("core",))
    assert found.core.fit == pytest.approx(fit(graph, set(found.core.members)), abs=1e-9)
    assert found.core.fit == pytest.approx(max(all_fits(graph)), abs=1e-9)


def climbed(graph, seed):
    """The best of a few plain hill climbs that move one node at a time."""
    chance = random.Random(seed)
    best = -2.0
    for _ in range(3):
        core = set(chance.sample(range(len(graph)), len(graph) // 4))
        own = fit(graph, core)
        while True:
            near = [core ^ {node} for node in graph]
            better, moved = max(((fit(graph, each), each) for each in near), key=lambda one: one[0])
            if better <= own:
                break
            own, core = better, moved
        best = max(best, own)
    return best


@pytest.mark.parametrize(
    "graph",
    [
        nx.karate_club_graph(),
        nx.florentine_families_graph(),
        nx.krackhardt_kite_graph(),
        nx.barabasi_albert_graph(40, 3, seed=1),
        nx.gnm_random_graph(40, 90, seed=2),
    ],
)
def test_a_plain_hill_climb_finds_nothing_better(graph):
    graph = nx.convert_node_labels_to_integers(graph)
    assert describe(from_networkx(graph), families=("core",)).core.fit >= climbed(graph, 1) - 1e-9


def test_an_ideal_core_and_periphery_fits_wholly():
    ties = [(a, b) for a in range(3) for b in range(a + 1, 9)]
    found = describe(network(9, ties), families=("core",))
    assert found.core.members == (0, 1, 2)
    assert found.core.fit == pytest.approx(1)
    densities = [found.figures[f"{name}_density"].value for name in ("core", "between", "periphery")]
    assert densities == [1, 1, 0]


def test_a_core_of_one_node_has_no_density():
    found = describe(network(6, [(0, other) for other in range(1, 6)]), families=("core",))
    assert found.core.members == (0,)
    assert found.figures["core_density"].value is None
    assert found.figures["core_density"].reason.en == "the core is a single node"
