"""What if: the same as taking the rows out of the seed; the reverse the same as trying every tie."""

import itertools
import random
from collections import defaultdict

import networkx as nx
import pytest

from gronagraf.analysis import Related, Selection, Shared, find, measure, project, suggest, what_if
from gronagraf.analysis.projection import Weighed
from gronagraf.analysis.structure import structure
from gronagraf.analysis.whatif import Change, after_change
from gronagraf.analysis.whatif.reaching import closure, places, within
from gronagraf.data import seed_folder
from gronagraf.errors import AnalysisError
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.views.measures.whatif import whatif_addition
from gronagraf.views.measures.whatif.suggestions import suggestions_addition
from tests.pure.measures.drawn import related
from tests.pure.measures.meeting import by_chance, circle, folded, graph, peer

ALL = Selection()
USUAL = find(["degree", "betweenness"])
NETWORKS = Shared("networks", "none")
BARBELL = {"left": "a b c", "bridge": "c d", "right": "d e f"}


def ask(asked: Graph, change: Change, way=NETWORKS, selection: Selection = ALL):
    return what_if(asked, MODEL, way, selection, change, USUAL)


@pytest.fixture(scope="module")
def kronoberg() -> Graph:
    return read_seed(seed_folder("kronoberg"), MODEL)


@pytest.fixture(scope="module")
def exempel() -> Graph:
    return read_seed(seed_folder("exempel"), MODEL)


@pytest.mark.parametrize("gone", [("lnu",), ("region_kronoberg", "kommun_vaxjo"), ("energikontor_sydost",)])
@pytest.mark.parametrize("way", [Shared("all"), Shared("networks", "jaccard"), Shared("all", two_mode=True)])
def test_it_is_what_the_seed_without_those_rows_gives(kronoberg: Graph, gone: tuple[str, ...], way: Shared) -> None:
    nodes = tuple(node for node in kronoberg.nodes if node.id not in gone)
    edges = tuple(edge for edge in kronoberg.edges if edge.start not in gone and edge.end not in gone)
    rows = project(Graph(nodes, edges), MODEL, way)
    found = ask(kronoberg, Change(without=gone), way)
    assert found.structures == (structure(project(kronoberg, MODEL, way)), structure(rows))
    values = measure(rows, USUAL).values
    for each in found.moved:
        assert each.after == values[each.measure.name][rows.places[each.node.id]]
    assert {each.node.id for each in found.moved} == {node.id for node in rows.nodes}


def test_a_closed_network_is_what_leaving_it_out_gives(kronoberg: Graph) -> None:
    network = next(node.id for node in kronoberg.nodes if node.label == "Network")
    _, _, after = after_change(kronoberg, MODEL, NETWORKS, Selection(), Change(close=(network,)))
    same = project(kronoberg, MODEL, NETWORKS, Selection(without=(network,)))
    assert after.network.get_edgelist() == same.network.get_edgelist()
    assert after.nodes == same.nodes


def test_who_ends_up_apart_from_whom_is_told_by_name() -> None:
    found = ask(graph(BARBELL), Change(close=("bridge",)))
    (split,) = found.splits
    assert split.size == 6
    assert [{node.id for node in part} for part in split.parts] == [set("abc"), set("def")]
    assert (found.apart.count, found.apart.of) == (9, 15)
    assert found.apart.notable[0][0].id == "c"
    assert found.apart.notable[0][1].id == "d"
    said = whatif_addition(found, "sv", 5).sentence.sv
    assert "BRIDGE läggs ned" in said
    assert "Nätet faller isär: D, E och F skiljs från resten." in said
    assert "9 av 15 par som hade en väg mellan sig mister den" in said


def test_one_pair_is_told_in_the_singular() -> None:
    lost = whatif_addition(ask(graph({"n": "a b"}), Change(close=("n",))), "en", 5).sentence.en
    assert "1 of 1 pair that had a path loses it, and 1 of 1 pair is no longer within 2 steps." in lost
    several = whatif_addition(ask(graph(BARBELL), Change(close=("bridge",))), "en", 5).sentence.en
    assert "9 of 15 pairs that had a path lose it, and 5 of 11 pairs are no longer within 2 steps." in several


def test_who_is_gone_is_not_counted_as_lost() -> None:
    found = ask(graph(BARBELL), Change(without=("c",)))
    assert (found.apart.count, found.apart.of) == (6, 10)  # a, b from d, e, f
    assert [{node.id for node in part} for part in found.splits[0].parts] == [set("def"), set("ab")]


def test_a_detour_is_out_of_reach_but_not_out_of_contact() -> None:
    found = ask(graph({f"n{at}": f"a{at} a{(at + 1) % 6}" for at in range(6)}), Change(close=("n0",)))
    assert found.apart.count == 0
    assert (found.out_of_reach.count, found.out_of_reach.of) == (3, 12)  # a0-a1, a5-a1, a0-a2 in two steps
    assert {tuple(node.id for node in pair) for pair in found.out_of_reach.notable} == {
        ("a0", "a1"),
        ("a1", "a5"),
        ("a0", "a2"),
    }


@pytest.mark.parametrize("number", range(25))
def test_lost_pairs_are_those_that_networkx_loses(number: int) -> None:
    rng = random.Random(number)
    before = by_chance(number)
    seats = {arena.node.id: " ".join(before.nodes[at].id for at in arena.members) for arena in before.arenas}
    asked = graph(seats, nodes={node.id: "Actor" for node in before.nodes})
    gone = rng.choice(before.nodes).id
    found = ask(asked, Change(without=(gone,)))
    old, new = peer(found.before), peer(found.after)
    left = sorted(new.nodes)
    for lost, most in ((found.apart, len(old)), (found.out_of_reach, 2)):
        was, now = (dict(nx.all_pairs_shortest_path_length(each, most)) for each in (old, new))
        pairs = [pair for pair in itertools.combinations(left, 2) if pair[1] in was[pair[0]]]
        assert lost.of == len(pairs)
        assert lost.count == sum(b not in now[a] for a, b in pairs)


def test_along_the_ties_where_they_have_a_direction() -> None:
    edges = [("INFLUENCES", "a", "b"), ("INFLUENCES", "b", "c")]
    found = ask(graph({"n": "a b c d"}, edges), Change(without=("b",)), Related((Weighed("INFLUENCES"),)))
    assert (found.apart.count, found.apart.of) == (1, 1)
    assert [node.id for node in found.apart.notable[0]] == ["a", "c"]


def test_who_is_merged_meets_whom_the_other_met() -> None:
    found = ask(graph({"n1": "a b", "n2": "c d", "n3": "a c"}), Change(merge=(("a", "c"),)))
    assert {node.id for node in found.after.nodes} == set("abd")
    assert found.after.network.ecount() == 2
    assert found.apart.count == 0
    degree = {each.node.id: each.after for each in found.moved if each.measure.name == "degree"}
    assert degree == {"a": 2, "b": 1, "d": 1}
    chain = ask(graph({"n": "a b c d"}), Change(merge=(("b", "c"), ("a", "b"))))
    assert {node.id for node in chain.after.nodes} == set("ad")


def test_networks_can_be_merged_too() -> None:
    found = ask(graph({"n1": "a b", "n2": "c d"}), Change(merge=(("n1", "n2"),)))
    assert found.after.network.ecount() == 6


def test_several_changes_are_made_together() -> None:
    found = ask(graph({**BARBELL, "more": "a f"}), Change(without=("e",), merge=(("a", "b"),), close=("bridge",)))
    assert {node.id for node in found.after.nodes} == set("acdf")
    assert peer(found.after).has_edge("a", "f")
    assert not peer(found.after).has_edge("c", "d")


def test_goals_lose_their_last_carrier_of_a_kind() -> None:
    """g1: one project, led by a only, and owned by b. g2: a network of a alone. g3 is part of g2 and has no carrier.
    g4: two projects, one of which nobody is known to lead."""
    more = [
        *(("LEADS", "a", project) for project in ("p1", "p3")),
        ("CONTRIBUTES_TO", "p1", "g1"),
        ("OWNS_ISSUE", "b", "g1"),
        ("WORKS_ON", "alone", "g3"),
        ("PART_OF", "g3", "g2"),
        ("CONTRIBUTES_TO", "p2", "g4"),
        ("CONTRIBUTES_TO", "p3", "g4"),
    ]
    labels = {**dict.fromkeys(("g1", "g2", "g3", "g4"), "Goal"), **dict.fromkeys(("p1", "p2", "p3"), "Project")}
    asked = graph({"alone": "a", "n": "a b c"}, more, labels)
    found = {each.goal.id: each for each in ask(asked, Change(without=("a",))).bereft}
    assert set(found) == {"g1", "g2", "g3"}
    assert (found["g1"].leg, [node.id for node in found["g1"].silent], found["g1"].left) == ("Project", ["p1"], 1)
    assert (found["g2"].leg, [node.id for node in found["g2"].lost], found["g2"].left) == ("Network", ["alone"], 0)
    assert [each.leg for each in ask(asked, Change(without=("b",))).bereft] == ["Actor"]
    assert ask(asked, Change(without=("c",))).bereft == ()
    said = whatif_addition(ask(asked, Change(without=("a",))), "sv", 5).sentence.sv
    assert "Utan någon bärare alls står G2 och G3." in said
    assert "Målet G1 mister sitt sista projekt." in said


def test_the_goals_of_the_example_agree_with_their_rows(exempel: Graph) -> None:
    """Every network closed: the goals that lose networks are all those that had one, themselves or below."""
    networks = tuple(node.id for node in exempel.nodes if node.label == "Network")
    above = defaultdict(set)
    for edge in exempel.edges:
        if edge.type == "PART_OF":
            above[edge.start].add(edge.end)
    goals = {node.id for node in exempel.nodes if node.label == "Goal"}
    had = {edge.end for edge in exempel.edges if edge.type == "WORKS_ON"} & goals
    while more := {up for id_ in had for up in above[id_]} - had:
        had |= more
    found = ask(exempel, Change(close=networks), Shared("projects"))
    assert {each.goal.id for each in found.bereft if each.leg == "Network"} == had


def test_new_brokers_are_who_gain_betweenness() -> None:
    square = graph({"n1": "a b", "n2": "b c", "n3": "c d", "n4": "d a", "n5": "a c"})
    found = ask(square, Change(without=("a",)))
    assert [each.node.id for each in found.brokers] == ["c"]
    first = found.brokers[0]
    assert (first.rank_before, first.rank_after, first.after) == (1, 1, 1.0)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(without=("aa",)), 'no node has the id "aa"'),
        (Change(merge=(("a", "a"),)), "cannot be merged with itself"),
        (Change(merge=(("a", "left"),)), "they are Actor and Network"),
        (Change(merge=(("left", "right"),), close=("left",)), '"left" is to be merged and stands in --close too'),
        (Change(merge=(("a", "b"),), without=("b",)), '"b" is to be merged and stands in --without too'),
        (Change(close=("a",)), '"a" is no network, project or event but Actor; take it away with --without'),
        (Change(without=("left",), close=("left",)), "stands in both --without and --close"),
        (Change(without=tuple("abcdef")), "nothing is left to measure"),
    ],
)
def test_what_cannot_be_is_told(change: Change, words: str) -> None:
    with pytest.raises(AnalysisError) as caught:
        ask(graph(BARBELL), change)
    assert words in str(caught.value)


def test_all_that_is_wrong_is_told_at_once_with_what_may_be_meant() -> None:
    with pytest.raises(AnalysisError) as caught:
        ask(graph(BARBELL), Change(without=("lefft",), close=("brigde",)))
    assert [problem.remedy for problem in caught.value.problems] == ['did you mean "left"?', 'did you mean "bridge"?']


def test_who_the_selection_has_left_out_is_not_called_unknown() -> None:
    asked = graph({"n": "a b c"}, [("PART_OF", "c", "a")])
    with pytest.raises(AnalysisError, match='"c" is not in what is measured; see what --at, --roll-up'):
        ask(asked, Change(without=("c",)), selection=Selection(roll_up=True))


def test_an_undertaking_that_closes_by_half_is_told() -> None:
    asked = graph({"n": "a b"}, [("CARRIES", "n", "p"), ("LEADS", "a", "p")], {"p": "Project"})
    found = ask(asked, Change(close=("n",)))
    assert [(one.id, other.id) for one, other in found.half_closed] == [("n", "p")]
    assert "samma insats (CARRIES)" in whatif_addition(found, "sv", 5).remarks[0].sv
    assert ask(asked, Change(close=("n", "p"))).half_closed == ()


def test_nothing_lost_is_said_so() -> None:
    found = ask(graph({"n": "a b c", "m": "a b"}), Change(close=("m",)))
    said = whatif_addition(found, "en", 5)
    assert "Nobody is cut off" in said.sentence.en
    assert "No goal loses its only carrier" in said.sentence.en
    assert all(section.otherwise for section in said.sections if not section.words.rows)


@pytest.mark.parametrize("number", range(20))
def test_reach_is_what_networkx_says(number: int) -> None:
    same = nx.gnp_random_graph(9, 0.2, seed=number, directed=number % 2 == 1)
    levels = within([sorted(same.adj[at]) for at in same])
    for steps, level in enumerate(levels):
        for at in same:
            assert set(places(level[at])) == set(nx.single_source_shortest_path_length(same, at, steps))
    assert closure([sorted(same.adj[at]) for at in same]) == levels[-1]


def figures(same: nx.Graph, had: list[tuple]) -> tuple[float, float | None, int]:
    """Efficiency, mean distance over the ordered pairs that had a path, and how many have one: by the definitions."""
    far = dict(nx.all_pairs_shortest_path_length(same))
    steps = [far[a][b] for a in same for b in same if a != b and b in far[a]]
    pairs = len(same) * (len(same) - 1)
    mean = sum(far[a][b] for a, b in had) / len(had) if had else None
    return sum(1 / each for each in steps) / pairs, mean, len(steps)


def reached(same: nx.Graph) -> list[tuple]:
    far = dict(nx.all_pairs_shortest_path_length(same))
    return [(a, b) for a in same for b in far[a] if a != b]


def check(found, every: dict[tuple, nx.Graph], same: nx.Graph, ids: list[tuple]) -> None:
    """The suggestions have the figures of their own network, and nothing that is left out is better."""
    had = reached(same)
    now = figures(same, had)
    tried = {key: figures(other, had) for key, other in every.items()}
    best = {
        "efficiency": lambda each: each[0],
        "distance": lambda each: -(each[1] or 0.0),
        "reach": lambda each: each[2],
    }
    value = best[found.aim]
    assert (found.tried, found.possible) == (len(every), len(every))
    for key, each in zip(ids, found.suggestions, strict=True):
        told = (each.then.efficiency, each.then.distance, each.then.reached)
        assert told == pytest.approx(tried[key])
    worth = sorted((value(each) for each in tried.values() if value(each) > value(now) + 1e-9), reverse=True)
    assert [value(tried[key]) for key in ids] == pytest.approx(worth[: len(ids)])
    assert len(ids) == min(4, len(worth))


@pytest.mark.parametrize("aim", ["efficiency", "distance", "reach"])
@pytest.mark.parametrize("number", range(30))
def test_the_best_ties_are_those_of_trying_every_one(number: int, aim) -> None:
    projection = by_chance(number)
    same = peer(projection)
    every = {}
    for a, b in nx.non_edges(same):
        every[frozenset((a, b))] = other = same.copy()
        other.add_edge(a, b)
    found = suggest(projection, 4, "tie", aim)
    check(found, every, same, [frozenset(node.id for node in each.nodes) for each in found.suggestions])


@pytest.mark.parametrize("aim", ["efficiency", "distance", "reach"])
@pytest.mark.parametrize("number", range(15))
def test_the_best_directed_ties_are_too(number: int, aim) -> None:
    same = nx.gnp_random_graph(8, 0.15, seed=number, directed=True)
    projection = related(same.nodes, [(0, 1), *same.edges], directed=True)
    same = peer(projection)
    every = {}
    for a, b in nx.non_edges(same):
        every[a, b] = other = same.copy()
        other.add_edge(a, b)
    found = suggest(projection, 4, "tie", aim)
    check(found, every, same, [tuple(node.id for node in each.nodes) for each in found.suggestions])


@pytest.mark.parametrize("aim", ["efficiency", "distance", "reach"])
@pytest.mark.parametrize("number", range(30))
def test_the_best_memberships_are_those_of_trying_every_one(number: int, aim) -> None:
    projection = by_chance(number)
    same = peer(projection)
    every = {}
    for arena in projection.arenas:
        members = [projection.nodes[at].id for at in arena.members]
        for who in same.nodes - set(members):
            every[who, arena.node.id] = other = same.copy()
            other.add_edges_from((who, member) for member in members)
    found = suggest(projection, 4, "membership", aim)
    check(found, every, same, [(each.nodes[0].id, each.arena.id) for each in found.suggestions])


@pytest.mark.parametrize("number", range(12))
def test_a_new_network_has_the_figures_of_its_own(number: int) -> None:
    projection = by_chance(number)
    same = peer(projection)
    had = reached(same)
    for each in suggest(projection, 3, "network", size=4).suggestions:
        ids = [node.id for node in each.nodes]
        assert len(set(ids)) == 4
        other = same.copy()
        other.add_edges_from(itertools.combinations(ids, 2))
        assert (each.then.efficiency, each.then.distance, each.then.reached) == pytest.approx(figures(other, had))


def test_a_network_of_two_is_a_tie() -> None:
    ties, pairs = (suggest(circle(8), 5, kind, size=2) for kind in ("tie", "network"))
    told = [[each.then.efficiency for each in found.suggestions] for found in (ties, pairs)]
    assert told[0] == pytest.approx(told[1])
    assert [each.then.reached for each in pairs.suggestions] == [56] * 5


def test_the_tie_across_a_ring_is_the_best_and_the_others_like_it_are_counted() -> None:
    found = suggest(circle(8), 1)
    (one,) = found.suggestions
    first, second = (int(node.id[1:]) for node in one.nodes)
    assert (second - first) % 8 == 4
    assert found.alike == 3


def test_where_nothing_helps_it_is_said() -> None:
    found = suggest(folded({"n": "a b c"}), 3)
    assert found.suggestions == ()
    assert suggestions_addition(found).sentence.sv == "Inget nytt skulle förbättra detta."
    assert suggest(circle(5), 3, "tie", "reach").suggestions == ()


def test_a_large_network_is_tried_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gronagraf.analysis.whatif.suggesting.MOST_WORK", 600)
    for kind in ("tie", "membership", "network"):
        found = suggest(circle(30), 2, kind)
        assert found.tried < found.possible
        assert "är prövade, bland noderna med flest band" in " ".join(
            each.sv for each in suggestions_addition(found).remarks
        )
    whole = suggest(circle(30), 2, exact=True)
    assert whole.tried == whole.possible == 30 * 29 // 2 - 30


@pytest.mark.parametrize(
    ("projection", "kind", "words"),
    [
        (project(graph({"n": "a b"}), MODEL, Shared("networks", two_mode=True)), "tie", "leave out --two-mode"),
        (related("ab", [("a", "b", -1.0)]), "tie", "no meaning over negative ties"),
        (related("ab", [("a", "b")]), "membership", "a new membership needs networks"),
        (folded({"n": "a b"}), "network", "a network of 5 cannot be made; there are 2"),
    ],
)
def test_what_has_no_suggestion_is_refused(projection, kind, words: str) -> None:
    with pytest.raises(AnalysisError, match=words):
        suggest(projection, 1, kind)


def test_ties_are_suggested_only_between_labels_that_the_relation_joins(exempel: Graph) -> None:
    projection = project(exempel, MODEL, Related((Weighed("LEADS"),)))
    for each in suggest(projection, 10).suggestions:
        assert [node.label for node in each.nodes] == ["Actor", "Project"]
