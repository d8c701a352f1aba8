"""What has no figure says why and is never NaN; what must not change a figure does not."""

import math
import random

import networkx as nx
import pytest

from gronagraf import MODEL
from gronagraf.analysis.whole import EXPLAINED, Settings, describe
from gronagraf.views.measures import render_network
from tests.pure.measures.whole_networks import from_networkx, network, random_graph, two_mode

QUICK = Settings(permutations=5, runs=3, starts=3, peers=3)
HARD = {
    "no node": network(0, []),
    "one node": network(1, []),
    "two nodes": network(2, []),
    "two nodes and a tie": network(2, [(0, 1)]),
    "two nodes and a tie each way": network(2, [(0, 1), (1, 0)], directed=True),
    "edgeless and directed": network(4, [], directed=True),
    "three nodes and a tie": network(3, [(1, 2)]),
    "all tied": network(4, [(a, b) for a in range(4) for b in range(a)]),
    "all tied each way": network(3, [(a, b) for a in range(3) for b in range(3) if a != b], directed=True),
    "signed": network(4, [(0, 1, -1.0), (1, 2, 2.0)]),
    "signed and directed": network(4, [(0, 1, -1.0), (1, 0, 2.0)], directed=True),
    "empty arenas": two_mode(3, [[], []]),
    "no arenas": two_mode(3, []),
    "one arena": two_mode(3, [[0, 1, 2]]),
}

NEGATIVE = "the network has negative ties, which have no meaning here"
TWO_MODE = "the network is two-mode, for which there is no established reading; measure without --two-mode"


@pytest.mark.parametrize("name", HARD)
def test_a_figure_is_a_number_or_a_reason(name):
    found = describe(HARD[name], QUICK)
    assert set(found.figures) <= EXPLAINED.keys()
    for figure in (*found.figures.values(), *(each.figure for each in found.tested)):
        if figure.value is None:
            assert figure.reason.sv, figure.name
            assert figure.reason.en, figure.name
        else:
            assert math.isfinite(figure.value), figure.name
            assert not figure.reason.sv, figure.name


@pytest.mark.parametrize(
    ("name", "figure", "reason"),
    [
        ("no node", "density", "the network has too few nodes"),
        ("one node", "mean_distance", "the network has no ties"),
        ("two nodes and a tie", "centralisation_degree", "the network has too few nodes"),
        ("two nodes and a tie", "transitivity", "no node has two neighbours"),
        ("two nodes and a tie", "core_fit", "the network has too few nodes"),
        ("all tied", "core_fit", "all nodes are tied to all"),
        ("three nodes and a tie", "small_world", "no node has two neighbours"),
        ("signed", "mean_distance", NEGATIVE),
        ("signed", "modularity", NEGATIVE),
        ("one arena", "transitivity", TWO_MODE),
        ("one arena", "centralisation_degree", TWO_MODE),
        ("two nodes", "reciprocity", "directed ties are needed"),
    ],
)
def test_why_there_is_none(name, figure, reason):
    found = describe(HARD[name], QUICK).figures[figure]
    assert (found.value, found.reason.en) == (None, reason)


def test_a_tree_is_no_small_world_against_networks_without_triangles():
    path = describe(network(3, [(0, 1), (1, 2)]), QUICK).figures["small_world"]
    assert path.value is None
    assert "no triangles" in path.reason.en


def test_a_small_world_says_from_how_many_nodes_its_paths_come():
    ring = network(5001, [(a, (a + far) % 5001) for a in range(5001) for far in (1, 2)])
    figures = describe(ring, Settings(peers=1), families=("small_world",)).figures
    for name in ("small_world", "random_distance"):
        assert figures[name].estimated
        assert "paths from 201 of 5001 nodes; --exact works them all out" in figures[name].note.en
    assert not figures["random_transitivity"].estimated


def test_what_is_one_is_told_in_the_singular():
    told = [render_network(describe(network(2, ties), QUICK), "table", "en", MODEL) for ties in ([], [(0, 1)])]
    assert "2 nodes, 0 ties. The network has no ties, only nodes alone." in told[0]
    assert "2 nodes, 1 tie. All nodes hang together, at a mean distance of 1." in told[1]
    assert "It is a single community, so in" in told[1]
    lone = render_network(describe(network(1, []), QUICK), "table", "sv", MODEL)
    assert "1 nod, 0 band. Nätet har inga band" in lone


SIZES = {"nodes", "isolates", "components", "density", "core_size", "core_density", "between_density"}
HEURISTIC = {"small_world", "random_transitivity", "random_distance", "same_nmi", "same_ari", "agreeing_runs"}


@pytest.mark.parametrize("seed", range(40))
def test_other_names_and_another_order_change_nothing(seed):
    graph = random_graph(seed)
    order = list(graph)
    random.Random(seed).shuffle(order)
    other = graph.__class__()
    other.add_nodes_from(order)
    other.add_edges_from(graph.edges)
    families = ("shape", "closure", "centralisation", "cuts")
    one, two = (describe(from_networkx(each), QUICK, families).figures for each in (graph, other))
    sizes = [len(part) for part in nx.connected_components(graph.to_undirected())]
    tied = sizes.count(max(sizes, default=0)) > 1  # which of several as large comes first is the nodes' order
    for name, figure in one.items():
        if not (tied and "largest component" in figure.note.en + two[name].note.en):
            assert figure.value == pytest.approx(two[name].value, abs=1e-9) or figure.value is two[name].value is None


@pytest.mark.parametrize("seed", range(40))
def test_an_isolate_more_changes_only_what_it_must(seed):
    graph = random_graph(seed)
    if not graph.number_of_edges():
        return
    more = graph.copy()
    more.add_node("more")
    families = ("shape", "closure", "cuts", "communities")
    one, two = (describe(from_networkx(each), QUICK, families).figures for each in (graph, more))
    strong = {"strong_components"}
    for name, figure in one.items():
        if name not in SIZES | strong:
            assert figure.value == two[name].value or figure.value == pytest.approx(two[name].value, abs=1e-9), name
    assert two["isolates"].value == one["isolates"].value + 1
    assert two["components"].value == one["components"].value + 1


def test_progress_is_told_to_the_end():
    told = []
    club = from_networkx(nx.karate_club_graph(), [{"sector": "ab"[place % 2]} for place in range(34)])
    describe(club, Settings(("sector",), permutations=7), tell=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
