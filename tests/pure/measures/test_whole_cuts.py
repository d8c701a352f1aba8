"""What a network breaks at: bridges and cut nodes by taking each away, minimum cuts by taking them away."""

import networkx as nx
import pytest

from gronagraf.analysis.whole import Settings, describe
from tests.pure.measures.whole_networks import from_networkx, network, random_graph


def cuts(projection, **settings):
    return describe(projection, Settings(**settings), ("cuts",))


@pytest.mark.parametrize("seed", range(200))
def test_what_is_left_when_each_is_taken_away(seed):
    graph = random_graph(seed)
    projection = from_networkx(graph)
    found = cuts(projection).cuts
    if not graph.number_of_edges():
        assert found is None
        return
    undirected = graph.to_undirected()
    for bridge in found.bridges:
        left = undirected.copy()
        assert set(projection.network.es[bridge.tie].tuple) == {bridge.first, bridge.second}
        left.remove_edge(bridge.first, bridge.second)
        sizes = [len(nx.node_connected_component(left, end)) for end in (bridge.first, bridge.second)]
        assert [bridge.beyond_first, bridge.beyond_second] == sizes
    assert {each.place for each in found.nodes} == set(nx.articulation_points(undirected))
    for node in found.nodes:
        inside = nx.node_connected_component(undirected, node.place) - {node.place}
        sizes = sorted(map(len, nx.connected_components(undirected.subgraph(inside))), reverse=True)
        assert list(node.pieces) == sizes


@pytest.mark.parametrize("seed", range(40))
def test_the_minimum_cut_takes_the_largest_component_apart(seed):
    graph = nx.gnm_random_graph(12, 30, seed=seed)
    found = cuts(from_networkx(graph))
    largest = max(nx.connected_components(graph), key=len)
    left = nx.Graph(graph.subgraph(largest))
    left.remove_edges_from(from_networkx(graph).network.es[tie].tuple for tie in found.cuts.minimum.ties)
    sizes = sorted(map(len, nx.connected_components(left)))
    assert len(sizes) == 2
    assert sizes[0] == found.cuts.minimum.smaller_side
    assert len(found.cuts.minimum.ties) == nx.edge_connectivity(graph.subgraph(largest))


def test_a_tie_each_way_is_no_bridge():
    found = cuts(network(3, [(0, 1), (1, 0), (1, 2)], directed=True))
    assert [(each.first, each.second) for each in found.cuts.bridges] == [(1, 2)]
    assert [each.place for each in found.cuts.nodes] == [1]


def test_signs_do_not_matter():
    found = cuts(network(3, [(0, 1, -2.0), (1, 2, 1.0)]))
    assert found.figures["bridges"].value == 2
    assert found.figures["cut_nodes"].value == 1


def test_what_takes_long_is_asked_for():
    ring = network(1600, [(place, (place + 1) % 1600) for place in range(1600)])
    assert cuts(ring).figures["tie_connectivity"].reason.en.endswith("--exact works it out")
    assert cuts(ring).cuts.minimum is None
