"""How sure ranks are: nothing disturbed is nothing changed, and a list without ground is said to have none."""

import random

import pytest

from gronagraf.analysis import MEASURES, Shared, carriers, find, measure, project
from gronagraf.analysis.stability import Disturbance, Stable, stability
from gronagraf.analysis.stability.disturbing import disturbed
from gronagraf.analysis.stability.ranking import ranks
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL
from gronagraf.views.measures.stability import stability_addition
from tests.pure.measures.drawn import related
from tests.pure.measures.meeting import by_chance, circle, folded, graph, star

DEGREE = find(["degree"])
USUAL = find(["degree", "strength", "betweenness"])
STILL = Disturbance(runs=5, drop=0.0, add=0.0)


def only(projection, disturbance: Disturbance, top: int = 5) -> Stable:
    (one,) = stability(projection, DEGREE, disturbance, top=top).measures
    return one


def test_ranks_are_one_and_how_many_stand_before() -> None:
    found = ranks(MEASURES["degree"], [3.0, 1.0, 3.0 + 1e-12, None, 2.0])
    assert list(found.rank) == [1, 4, 1, 5, 3]
    assert list(found.tied) == [2, 1, 2, 1, 1]


def test_constraint_is_ranked_from_the_low_end_where_one_is_free() -> None:
    found = ranks(MEASURES["constraint"], [3.0, 1.0, 3.0 + 1e-12, None, 2.0])
    assert list(found.rank) == [3, 1, 3, 5, 2]


@pytest.mark.parametrize("number", range(15))
def test_with_nothing_disturbed_every_interval_is_a_point(number: int) -> None:
    for one in stability(by_chance(number), USUAL, STILL).measures:
        values = measure(by_chance(number), [one.measure]).values[one.measure.name]
        assert [each.value for each in one.placed] == sorted(values, reverse=True)
        assert all(each.low == each.high == each.rank for each in one.placed)


def test_the_same_seed_gives_the_same_and_another_one_another() -> None:
    first, same, other = (stability(by_chance(9), USUAL, Disturbance(40, seed=seed)).measures for seed in (1, 1, 2))
    assert first == same
    assert first != other


def test_the_centre_of_a_star_stays_number_one() -> None:
    one = only(star(12), Disturbance(100))
    assert one.placed[0].node.id == "c"
    assert one.placed[0].first == 1.0
    assert (one.placed[0].low, one.placed[0].high) == (1, 1)
    assert one.first_is_first
    assert not one.supported  # the leaves are all alike


@pytest.mark.parametrize("disturbance", [STILL, Disturbance(60)])
def test_the_list_of_a_circle_is_not_supported(disturbance: Disturbance) -> None:
    found = stability(circle(10), DEGREE, disturbance, top=3)
    (one,) = found.measures
    assert not one.first_is_first
    assert not one.supported
    assert one.neighbours == (0, 3)
    assert sum(each.in_top for each in one.placed) == pytest.approx(3)
    said = stability_addition(found, "sv").sentence
    assert "topplistan har inte stöd i underlaget. 10 noder delar första platsen" in said.sv
    assert "is not supported by the data" in said.en


def test_a_few_runs_do_not_say_whether_a_list_is_supported() -> None:
    told = {}
    for runs in (99, 100):
        added = stability_addition(stability(star(12), DEGREE, Disturbance(runs)), "en")
        told[runs] = added.sections[0].codes.rows[0][4], added.sentence.en
    assert told[99][0] is None
    assert "99 are too few to say whether the top list is supported; take at least 100" in told[99][1]
    assert told[100][0] is True
    assert "so first place is supported" in told[100][1]


def test_a_list_whose_steps_are_wide_is_supported() -> None:
    """a is in twelve networks of two, b in six and c in two, each with somebody of its own."""
    seats = {
        f"{who}{at}": f"{who} {who}{at}x" for who, count in (("a", 30), ("b", 15), ("c", 5)) for at in range(count)
    }
    found = stability(folded(seats), DEGREE, Disturbance(100, 0.05, 0.05), top=2)
    assert found.measures[0].supported
    assert found.measures[0].neighbours == (2, 2)
    assert stability_addition(found, "en").sentence.en.startswith("Degree: the top list is supported. A is number one")


@pytest.mark.parametrize(("drop", "add"), [(0.5, 0.0), (0.0, 0.5), (0.25, 0.25), (1.0, 0.0)])
def test_so_many_participations_go_and_come(drop: float, add: float) -> None:
    projection = folded({f"n{at}": f"a{at} b{at}" for at in range(10)})
    seats = {(arena.node.id, member) for arena in projection.arenas for member in arena.members}
    for seed in range(10):
        after = disturbed(projection, Disturbance(1, drop, add), random.Random(seed))
        left = {(arena.node.id, member) for arena in after.arenas for member in arena.members}
        assert len(seats - left) == drop * len(seats)
        assert len(left - seats) == add * len(seats)
        assert after.nodes == projection.nodes


def test_a_share_of_few_is_none_or_one_and_right_on_average() -> None:
    projection = folded({"n1": "a b", "n2": "c d"})
    counts = [
        sum(len(arena.members) for arena in disturbed(projection, Disturbance(1, 0.1, 0.0), random.Random(seed)).arenas)
        for seed in range(2000)
    ]
    assert set(counts) == {3, 4}
    assert sum(4 - count for count in counts) / 2000 == pytest.approx(0.4, abs=0.05)


def test_what_is_full_takes_no_more() -> None:
    full = folded({"n1": "a b c"})
    assert [arena.members for arena in disturbed(full, Disturbance(1, 0.0, 1.0), random.Random(1)).arenas] == [
        (0, 1, 2)
    ]


def test_where_ties_are_relations_these_are_dropped_and_added() -> None:
    projection = related(range(12), [(at, (at + 1) % 12, 2.0) for at in range(12)], directed=True)
    before = set(projection.links)
    for seed in range(10):
        after = disturbed(projection, Disturbance(1, 0.25, 0.5), random.Random(seed))
        new = [link for link in after.links if link not in before]
        assert len(before - set(after.links)) == 3
        assert len(new) == 6
        assert all(link.start != link.end and link.weight == 2.0 for link in new)
        assert len({(link.start, link.end) for link in after.links}) == len(after.links)


def test_the_bootstrap_draws_networks_as_they_are() -> None:
    projection = folded({f"n{at}": f"a{at} b{at} c{at}" for at in range(8)})
    known = {arena.members for arena in projection.arenas}
    drawn = disturbed(projection, Disturbance(1, 0.0, 0.0, bootstrap=True), random.Random(3)).arenas
    assert len(drawn) == 8
    assert {arena.members for arena in drawn} < known


def test_the_bootstrap_is_refused_where_there_is_nothing_to_draw() -> None:
    draw = Disturbance(3, bootstrap=True)
    with pytest.raises(AnalysisError, match="relations have no networks"):
        stability(related("ab", [("a", "b")]), DEGREE, draw)
    with pytest.raises(AnalysisError, match="leave out --two-mode"):
        stability(project(graph({"n": "a b"}), MODEL, Shared("networks", two_mode=True)), DEGREE, draw)
    with pytest.raises(AnalysisError, match="at least one run"):
        stability(star(2), DEGREE, Disturbance(0))


def test_one_node_and_no_ties_are_told_without_a_list() -> None:
    alone = stability(folded({"n": "a"}), DEGREE, Disturbance(5))
    assert "är den enda noden" in stability_addition(alone, "sv").sentence.sv
    apart = stability(folded({"n": "a", "m": "b"}), DEGREE, STILL)
    assert not apart.measures[0].supported


def test_a_measure_that_does_not_hold_has_its_reason_and_no_list() -> None:
    found = stability(related("abc", [("a", "b", -1.0)]), find(["betweenness"]), STILL)
    assert found.measures == ()
    assert "betweenness" in found.reasons
    assert stability_addition(found, "sv").sentence.sv == "Inget av måtten finns för nätet."


def test_what_carries_a_free_place_is_what_would_bind_it() -> None:
    """A broker between two triangles is freest; without one of them it is as bound as the rest of the other."""
    rows = [Edge("MEMBER_OF", who, where, {}, "") for where, own in (("n1", "abm"), ("n2", "cdm")) for who in own]
    nodes = [Node("Actor", id_, {"name": id_}, "") for id_ in "abcdm"]
    nodes += [Node("Network", id_, {"name": id_}, "") for id_ in ("n1", "n2")]
    projection = project(Graph(tuple(nodes), tuple(rows), ()), MODEL, Shared("networks"))
    first, *_ = carriers(projection, MEASURES["constraint"], 5).carried
    assert first.node.id == "m"
    assert first.others == 1
    assert first.after == pytest.approx(1.125)  # two contacts tied to each other: 2 (1/2 + 1/4)^2
    assert first.after > first.before


def test_a_measure_that_nobody_has_a_value_of_has_no_list() -> None:
    alone = project(Graph((Node("Actor", "a", {"name": "a"}, ""),), (), ()), MODEL, Shared())
    found = stability(alone, find(["degree", "constraint"]), Disturbance(runs=3))
    assert [each.measure.name for each in found.measures] == ["degree"]
    lists = stability_addition(found, "sv").sections[0]
    assert lists.words.rows == (("Grad", "a", None, None, None),)
    assert lists.codes.rows[0][4:6] == (None, None)
