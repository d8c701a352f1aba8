"""Groups: assortativity and E-I index against networkx and the definition, their test, and who mixes with whom."""

import random

import networkx as nx
import pytest

from gronagraf.analysis.whole import Settings, describe
from gronagraf.analysis.whole.groups import mixing
from tests.pure.measures.whole_networks import from_networkx, network, random_graph

SECTORS = ("public", "private", "civil", "")


def dealt(size, seed):
    chance = random.Random(seed)
    return [{"sector": chance.choice(SECTORS)} for _ in range(size)]


def figures_of(projection, **settings):
    given = Settings(("sector",), **{"permutations": 20, **settings})
    return describe(projection, given, ("groups",)).tested


@pytest.mark.parametrize("seed", range(200))
def test_against_networkx_and_the_definition(seed):
    graph = random_graph(seed)
    facts = dealt(len(graph), seed)
    assortativity, e_i = figures_of(from_networkx(graph, facts))
    known = graph.subgraph(node for node in graph if facts[node]["sector"]).copy()
    nx.set_node_attributes(known, {node: facts[node]["sector"] for node in known}, "sector")
    assert assortativity.nodes == len(known)
    assert assortativity.left_out == len(graph) - len(known)
    within = sum(facts[a] == facts[b] for a, b in known.edges)
    total = known.number_of_edges()
    if not total or len({facts[node]["sector"] for node in known}) == 1:
        assert assortativity.figure.value is e_i.figure.value is e_i.p is None
        assert e_i.figure.reason.sv
        return
    assert e_i.figure.value == pytest.approx((total - within - within) / total, abs=1e-9)
    if len({facts[node]["sector"] for pair in known.edges for node in pair}) == 1:
        assert assortativity.figure.value is None
        return
    wanted = nx.attribute_assortativity_coefficient(known, "sector")
    assert assortativity.figure.value == pytest.approx(wanted, abs=1e-9)


def test_two_camps_are_told_from_chance():
    ties = [(a, b) for camp in (range(6), range(6, 12)) for a in camp for b in camp if a < b]
    facts = [{"sector": "public" if place < 6 else "private"} for place in range(12)]
    for each in figures_of(network(12, [*ties, (0, 6)], facts=facts), permutations=499):
        assert each.p <= 0.02
        assert each.permutations == 499
    assert figures_of(network(12, ties, facts=facts))[1].figure.value == -1


def test_the_p_value_is_b_plus_1_over_m_plus_1():
    # four nodes, two ties: any way to deal two and two gives an E-I index of -1 (1 in 3) or +1 (2 in 3)
    facts = [{"sector": "a"}, {"sector": "a"}, {"sector": "b"}, {"sector": "b"}]
    _, e_i = figures_of(network(4, [(0, 1), (2, 3)], facts=facts), permutations=2999)
    assert e_i.figure.value == -1
    assert e_i.expected == pytest.approx(1 / 3, abs=0.05)
    assert e_i.p == pytest.approx(1 / 3, abs=0.03)
    assert round(e_i.p * 3000) == pytest.approx(e_i.p * 3000)


def test_groups_that_mean_nothing_are_not_often_called_sure():
    sure = 0
    for seed in range(60):
        graph = nx.gnm_random_graph(14, 24, seed=seed)
        facts = [{"sector": SECTORS[place % 3]} for place in range(14)]
        sure += figures_of(from_networkx(graph, facts), permutations=99)[1].p <= 0.05
    assert sure <= 9


def test_the_same_seed_gives_the_same_answer():
    graph = nx.karate_club_graph()
    facts = dealt(34, 1)
    assert figures_of(from_networkx(graph, facts)) == figures_of(from_networkx(graph, facts))
    assert figures_of(from_networkx(graph, facts), seed=2) != figures_of(from_networkx(graph, facts))


def test_who_mixes_with_whom():
    facts = [{"sector": "public", "level": "local"}, {"sector": "public"}, {"sector": "civil"}, {}]
    found = mixing(network(4, [(0, 1, 2.0), (1, 2), (2, 3)], facts=facts), ("sector",))
    assert found.groups == (("public",), ("civil",), ("",))
    assert found.nodes == (2, 1, 1)
    assert found.ties == ((1, 1, 0), (1, 0, 1), (0, 1, 0))
    assert found.weights[0] == (2.0, 1.0, 0.0)
    directed = mixing(network(4, [(0, 2), (2, 0), (1, 2)], facts=facts, directed=True), ("sector",))
    assert directed.ties == ((0, 2, 0), (1, 0, 0), (0, 0, 0))


def test_a_municipality_is_in_itself():
    facts = [{"kind": "municipality"}, {"municipality": "n0", "kind": "company"}, {"municipality": "n9"}]
    found = mixing(network(3, [(0, 1), (1, 2)], facts=facts), ("municipality",))
    assert dict(zip(found.groups, found.nodes, strict=True)) == {("n0",): 2, ("n9",): 1}
