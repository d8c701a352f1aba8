"""Every figure with one defined value, on 200 random graphs, against networkx or the definition."""

import math
import statistics

import igraph
import networkx as nx
import pytest

from gronagraf.analysis.whole import Settings, describe
from tests.pure.measures.whole_networks import from_networkx, network, random_graph, two_mode

SEEDS = range(200)
SHAPE = ("shape", "closure", "centralisation", "cuts")


def close(found, wanted):
    return found == wanted or math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)


def shape(graph):
    """What networkx gives by name; None where it is not defined."""
    undirected = graph.to_undirected()
    parts = sorted(nx.connected_components(undirected), key=lambda part: (-len(part), min(part)))
    wanted = {
        "nodes": len(graph),
        "ties": graph.number_of_edges(),
        "isolates": nx.number_of_isolates(graph),
        "components": len(parts),
        "largest": len(parts[0]) if parts else 0,
        "density": nx.density(graph) if len(graph) > 1 else None,
    }
    if graph.is_directed():
        wanted["strong_components"] = nx.number_strongly_connected_components(graph)
        wanted["reciprocity"] = nx.overall_reciprocity(graph) if graph.number_of_edges() else None
    if graph.number_of_edges():
        wanted |= distances(graph.subgraph(parts[0])) | cuts(graph, parts[0])
    return wanted


def distances(part):
    far = [
        d for start, reached in nx.all_pairs_shortest_path_length(part) for end, d in reached.items() if start != end
    ]
    return {"diameter": max(far), "mean_distance": statistics.fmean(far)}


def cuts(graph, largest):
    undirected = graph.to_undirected()
    lone = [pair for pair in nx.bridges(undirected) if not (graph.has_edge(*pair) and graph.has_edge(*pair[::-1]))]
    bridges = lone if graph.is_directed() else list(nx.bridges(undirected))
    part = nx.Graph(undirected.subgraph(largest))
    for a, b in part.edges:
        part[a][b]["weight"] = graph.has_edge(a, b) + graph.has_edge(b, a) if graph.is_directed() else 1
    return {
        "bridges": len(bridges),
        "cut_nodes": len(list(nx.articulation_points(undirected))),
        "tie_connectivity": nx.stoer_wagner(part)[0],
        "node_connectivity": nx.node_connectivity(part),
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_shape_and_cuts(seed):
    graph = random_graph(seed)
    figures = describe(from_networkx(graph), families=("shape", "closure", "cuts")).figures
    for name, wanted in shape(graph).items():
        found = figures[name].value
        assert found is wanted is None or close(found, wanted), name


@pytest.mark.parametrize("seed", SEEDS)
def test_closure(seed):
    graph = random_graph(seed)
    figures = describe(from_networkx(graph), families=("closure",)).figures
    some = [node for node, degree in graph.degree if degree > 1]
    if graph.is_directed() or not some:
        assert figures["transitivity"].value is figures["clustering"].value is None
        assert figures["transitivity"].reason.sv
        return
    assert close(figures["transitivity"].value, nx.transitivity(graph))
    assert close(figures["clustering"].value, statistics.fmean(nx.clustering(graph, some).values()))


def freeman(values, most):
    return sum(max(values) - value for value in values) / most


@pytest.mark.parametrize("seed", SEEDS)
def test_centralisation(seed):
    graph = random_graph(seed)
    figures = describe(from_networkx(graph), families=("centralisation",)).figures
    n = len(graph)
    if n < 3 or not graph.number_of_edges():
        assert {figure.value for name, figure in figures.items() if name.startswith("centralisation")} == {None}
        return
    betweenness = list(nx.betweenness_centrality(graph, normalized=False).values())
    most = (n - 1) ** 2 * (n - 2) / (1 if graph.is_directed() else 2)
    assert close(figures["centralisation_betweenness"].value, freeman(betweenness, most))
    if graph.is_directed():
        degrees = [degree for _, degree in graph.in_degree]
        assert close(figures["centralisation_in_degree"].value, freeman(degrees, (n - 1) ** 2))
        assert figures["centralisation_closeness"].value is None
        return
    degrees = [degree for _, degree in graph.degree]
    assert close(figures["centralisation_degree"].value, freeman(degrees, (n - 1) * (n - 2)))
    part = graph.subgraph(max(nx.connected_components(graph), key=lambda part: (len(part), -min(part))))
    if (n := len(part)) > 2:
        near = list(nx.closeness_centrality(part).values())
        assert close(figures["centralisation_closeness"].value, freeman(near, (n - 1) * (n - 2) / (2 * n - 3)))


@pytest.mark.parametrize("seed", range(60))
def test_lengths_are_one_over_the_weight(seed):
    graph = random_graph(seed)
    if not graph.number_of_edges():
        return
    for place, (a, b) in enumerate(graph.edges):
        graph[a][b]["weight"] = 0.5 + place % 4
        graph[a][b]["length"] = 1 / graph[a][b]["weight"]
    ties = [(a, b, graph[a][b]["weight"]) for a, b in graph.edges]
    figures = describe(network(len(graph), ties, directed=graph.is_directed()), families=("shape",)).figures
    largest = max(nx.connected_components(graph.to_undirected()), key=lambda part: (len(part), -min(part)))
    lengths = dict(nx.all_pairs_dijkstra_path_length(graph.subgraph(largest), weight="length"))
    far = [d for start, reached in lengths.items() for end, d in reached.items() if start != end]
    if {weight for *_, weight in ties} != {1.0}:
        assert close(figures["diameter_length"].value, max(far))
        assert close(figures["mean_length"].value, statistics.fmean(far))


@pytest.mark.parametrize("seed", range(40))
def test_closure_in_two_modes(seed):
    graph = nx.bipartite.random_graph(8, 6, 0.3, seed=seed)
    arenas = [sorted(graph[8 + place]) for place in range(6)]
    found = describe(two_mode(8, arenas), families=("closure",)).figures["two_mode_closure"].value
    wanted = nx.bipartite.robins_alexander_clustering(graph)
    assert close(found or 0, wanted)


def test_sigma_is_the_quotient_of_the_figures_beside_it():
    club = from_networkx(nx.karate_club_graph())
    figures = describe(club, families=("shape", "closure", "small_world")).figures
    clustered = figures["transitivity"].value / figures["random_transitivity"].value
    near = figures["mean_distance"].value / figures["random_distance"].value
    assert close(figures["small_world"].value, clustered / near)
    # a random graph with 34 nodes and 78 ties closes as many of its paths as it has of its ties, on average
    assert figures["random_transitivity"].value == pytest.approx(figures["density"].value, rel=0.2)


@pytest.mark.slow
def test_large_networks_are_sampled_and_say_so():
    large = from_networkx(nx.gnm_random_graph(5200, 12000, seed=2))
    quick = Settings(samples=300)
    sampled = describe(large, quick, ("shape", "centralisation")).figures
    exact = igraph.Graph(5200, large.network.get_edgelist())
    assert sampled["mean_distance"].estimated
    assert "300" in sampled["mean_distance"].note.sv
    assert sampled["mean_distance"].value == pytest.approx(exact.average_path_length(), rel=0.02)
    assert sampled["diameter"].value <= exact.diameter()
    assert sampled["centralisation_betweenness"].estimated
