"""The verdict: what is whole, thin, broken or unknown, and who can mend it."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from gronagraf.data import recipe_folder, seed_folder
from gronagraf.errors import RecipeError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.recipes import read_recipes
from gronagraf.thread import judge
from gronagraf.thread.checks import CHECKS
from gronagraf.views.tables import FORMS
from gronagraf.views.verdict import render_verdict, sentence
from gronagraf.views.verdict.words import GAPS, STRANDS
from tests.verdict.from_rows import gaps as from_rows

EXPECTED = Path(__file__).parent.parent / "verdict" / "exempel.csv"
EXEMPEL = read_seed(seed_folder("exempel"), MODEL)
KRONOBERG = read_seed(seed_folder("kronoberg"), MODEL)


def found(verdict, state="broken"):
    return {(gap.strand, gap.node.label, gap.check, gap.node.id) for gap in verdict.gaps if gap.state == state}


def without(graph, *edges):
    """The graph without these relations, each given as `TYPE start end`."""
    return replace(graph, edges=tuple(e for e in graph.edges if f"{e.type} {e.start} {e.end}" not in edges))


def small(*edges, complete=("CONTRIBUTES_TO", "Project"), **facts):
    """A graph of one goal `g` and whatever else the relations name, by the first letter of the id."""
    labels = {"a": "Actor", "g": "Goal", "p": "Project", "c": "Challenge", "n": "Network", "m": "Mandate"}
    labels |= {"r": "Resource", "t": "Activity", "e": "Effect"}
    names = dict.fromkeys(["g", *(id_ for _, start, end, *_ in edges for id_ in (start, end))])
    nodes = tuple(Node(labels[id_[0]], id_, {"name": id_} | facts.get(id_, {}), "s") for id_ in names)
    ties = tuple(Edge(kind, start, end, dict(*more), "s") for kind, start, end, *more in edges)
    return Graph(nodes, ties, (SeedInfo("s", "S", complete=tuple(complete)),))


def test_the_breaks_of_the_example_are_those_built_into_it():
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert found(judge(EXEMPEL)) == {tuple(row) for row in rows}
    assert found(judge(EXEMPEL), "unknown") == set()


def test_the_expected_breaks_are_what_the_rows_give():
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert [tuple(row) for row in rows] == sorted(from_rows("exempel", judge(EXEMPEL).since))


def test_what_a_selection_of_sources_lacks_is_unknown_and_never_broken():
    verdict = judge(KRONOBERG)
    broken = {(strand, label, check, id_) for strand, label, check, id_ in found(verdict)}
    assert broken == set()
    assert found(verdict, "unknown") == from_rows("kronoberg", verdict.since)
    assert verdict.counts() == {"broken": 0, "unknown": 13, "thin": 0, "whole": 0}


@pytest.mark.parametrize(
    ("goal", "state", "chain"),
    [
        ("ex_g_sysselsattning", "whole", "3/3 2/3 3/3 3/3 3/3 2/3"),
        ("ex_g_utslapp", "thin", "2/2 2/2 2/2 1/2 1/2 1/2"),
        ("ex_g_kollektiv", "broken", "1/1 1/1 0/1 1/1 1/1 0/1"),
        ("ex_g_sjoar", "broken", "0/0 0/0 0/0 0/0 0/0 0/0"),
        ("ex_g_omrade_manniska", "broken", "3/3 3/3 3/3 3/3 3/3 1/3"),
        ("ex_g_vision", "broken", "5/6 5/5 4/5 5/5 5/5 2/5"),
    ],
)
def test_a_thread_is_judged_link_by_link(goal, state, chain):
    (thread,) = (each for each in judge(EXEMPEL).threads if each.goal.id == goal)
    assert thread.state == state
    assert " ".join(f"{len(link.carriers)}/{link.total}" for link in thread.chain) == chain


def test_each_row_taken_out_breaks_a_link_more():
    before = found(judge(EXEMPEL))
    more = found(
        judge(
            without(EXEMPEL, "RUNS ex_p_klimatlyftet ex_a_energiradgivning", "LEADS_TO ex_e_vanor ex_e_lagre_utslapp")
        )
    )
    assert more - before == {("change_logic", "Effect", "onward", "ex_e_vanor")}
    less = judge(without(EXEMPEL, "OWNS_ISSUE ex_kommun_lyrkoping ex_g_sysselsattning"))
    assert found(less) - before == {("goals", "Goal", "owner", "ex_g_sysselsattning")}


def test_the_same_graph_is_broken_or_unknown_by_what_its_seed_covers():
    silent = replace(EXEMPEL, seeds=(replace(EXEMPEL.seeds[0], complete=()),))
    assert found(judge(silent)) == set()
    assert found(judge(silent), "unknown") == found(judge(EXEMPEL))


def test_one_goal_and_what_hangs_on_it():
    verdict = judge(EXEMPEL, goal="ex_g_kollektiv")
    assert [thread.goal.id for thread in verdict.threads] == ["ex_g_kollektiv"]
    assert found(verdict) < found(judge(EXEMPEL))
    assert ("change_logic", "Activity", "resource", "ex_a_provakort") in found(verdict)
    assert ("change_logic", "Activity", "effect", "ex_a_kvallskurser") not in found(verdict)


def test_a_goal_is_suggested_by_its_name_and_by_a_misspelt_id():
    for wanted in ("halverade utsläpp", "ex_g_utslap"):
        with pytest.raises(RecipeError, match='did you mean "ex_g_utslapp"'):
            judge(EXEMPEL, goal=wanted)


def test_what_is_only_inferred_is_unknown_when_only_the_stated_counts():
    inferred = small(("CONTRIBUTES_TO", "p1", "g", {"basis": "inferred"}), ("CONTRIBUTES_TO", "p2", "g2"))
    both = judge(inferred)
    assert both.links == (2, 1)
    assert "1 av 2 länkar är härledda" in render_verdict(both, "table", "sv", MODEL)
    assert not [gap for gap in both.gaps if gap.check == "project"]
    stated = judge(inferred, stated_only=True)
    assert stated.links == (1, 0)
    assert [(gap.node.id, gap.state) for gap in stated.gaps if gap.check == "project"] == [("g", "unknown")]
    complete = judge(small(("CONTRIBUTES_TO", "p2", "g2", {"basis": "stated"})), stated_only=True)
    assert [(gap.node.id, gap.state) for gap in complete.gaps if gap.check == "project"] == [("g", "broken")]


@pytest.mark.parametrize(
    ("label", "check", "by_way_of"),
    [
        ("Goal", "analysis", "CONTRIBUTES_TO"),
        ("Goal", "analysis", "ADDRESSES"),
        ("Challenge", "analysis", "ADDRESSES"),
        ("Goal", "followed_up", "CONTRIBUTES_TO"),
        ("Goal", "mandate", "PART_OF"),
        ("Goal", "owner_sits", "PART_OF"),
    ],
)
def test_what_may_be_there_by_an_unknown_way_is_not_called_broken(label, check, by_way_of):
    every = EXEMPEL.seeds[0].complete
    less = replace(EXEMPEL, seeds=(replace(EXEMPEL.seeds[0], complete=tuple(set(every) - {by_way_of})),))
    states = [
        {g.state for g in judge(each).gaps if (g.node.label, g.check) == (label, check)} for each in (EXEMPEL, less)
    ]
    assert states == [{"broken"}, {"unknown"}]


def test_no_part_is_said_to_have_most_breaks_where_two_have():
    even = judge(small(complete=("CONTRIBUTES_TO", "Project", "OWNS_ISSUE")))
    assert sentence(even, "sv").startswith("Inte hela vägen. Målet g har en bruten tråd. 2 brister finns att laga. ")


@pytest.mark.parametrize("goal", ["nix", "ex_region"])
def test_what_is_no_goal_is_refused(goal):
    with pytest.raises(RecipeError, match=f'no goal has the id "{goal}"'):
        judge(EXEMPEL, goal=goal)


def test_a_goal_that_was_succeeded_is_not_judged_but_was_at_its_time():
    strategy = "ex_g_strategi_2021"
    assert strategy not in {thread.goal.id for thread in judge(EXEMPEL).threads}
    then = judge(EXEMPEL, at="2020")
    assert {thread.goal.id for thread in then.threads} == {strategy}
    assert then.since == "2016"


def test_a_goal_that_was_succeeded_or_did_not_hold_is_refused():
    with pytest.raises(RecipeError, match='"ex_g_strategi_2021" was succeeded by "ex_g_vision"; ask for that one'):
        judge(EXEMPEL, goal="ex_g_strategi_2021")
    with pytest.raises(RecipeError, match='"ex_g_vision" did not hold at 2010'):
        judge(EXEMPEL, goal="ex_g_vision", at="2010")


def test_a_goal_whose_only_part_was_succeeded_is_judged_itself():
    ties = [("PART_OF", "g2", "g"), ("SUCCEEDED_BY", "g2", "g3")]
    verdict = judge(small(*ties))
    assert [(thread.goal.id, thread.state, thread.parts) for thread in verdict.threads] == [
        ("g", "broken", 0),
        ("g3", "broken", 0),
    ]
    assert len({len(thread.chain) + len(thread.support) for thread in verdict.threads}) == 1
    assert "g3" in render_verdict(verdict, "table", "sv", MODEL)
    helped = judge(small(*ties, ("CONTRIBUTES_TO", "p1", "g2"))).threads[0]
    assert [node.id for node in helped.chain[0].carriers] == ["p1"]


@pytest.mark.parametrize(
    ("date", "at", "gap"), [("2018", "2020", False), ("2024", "2020", True), ("2024", None, False)]
)
def test_a_value_counts_from_its_day_on(date, at, gap):
    nodes = (Node("Goal", "g", {"name": "g"}, "s"), Node("Indicator", "i", {"name": "i"}, "s"))
    ties = (Edge("MEASURED_BY", "g", "i", {}, "s"), Edge("HAS_VALUE", "a", "i", {"date": date}, "s"))
    graph = Graph((*nodes, Node("Actor", "a", {"name": "a"}, "s")), ties, ())
    assert ("fresh_value" in {each.check for each in judge(graph, at=at).gaps}) == gap


def test_years_are_counted_back_to_a_day_that_was():
    assert judge(EXEMPEL, at="2024-02-29", years=1).since == "2023-02-28"


def test_a_network_is_followed_up_within_the_years_that_count():
    gap = ("networks", "Network", "followed_up", "ex_n_naringslivschefer")
    assert gap in found(judge(EXEMPEL, years=4))
    assert gap not in found(judge(EXEMPEL, years=6))


def test_one_leg_is_thin_and_two_are_whole():
    one = judge(small(("CONTRIBUTES_TO", "p1", "g"))).threads[0]
    two = judge(small(("CONTRIBUTES_TO", "p1", "g"), ("CONTRIBUTES_TO", "p2", "g"))).threads[0]
    assert (one.chain[0].state, two.chain[0].state) == ("thin", "whole")


def test_goals_in_a_circle_end():
    verdict = judge(small(("PART_OF", "g", "g2"), ("PART_OF", "g2", "g"), ("CONTRIBUTES_TO", "p1", "g")))
    assert len(verdict.threads) == 2


SITTING = [
    ([("MEMBER_OF", "a1", "n1")], None),
    ([("MEMBER_OF", "a2", "n1"), ("PART_OF", "a2", "a1")], None),
    ([("MEMBER_OF", "a3", "n1"), ("PART_OF", "a3", "a2"), ("PART_OF", "a2", "a1")], None),
    ([("MEMBER_OF", "a2", "n1")], "broken"),
    ([("MEMBER_OF", "a2", "n1"), ("PART_OF", "a1", "a2")], "broken"),
    ([("MEMBER_OF", "a2", "n2"), ("PART_OF", "a2", "a1")], "broken"),
]


@pytest.mark.parametrize(("edges", "state"), SITTING)
def test_an_owner_sits_itself_or_by_its_bodies(edges, state):
    graph = small(("OWNS_ISSUE", "a1", "g"), ("WORKS_ON", "n1", "g"), *edges)
    complete = replace(graph, seeds=(SeedInfo("s", "S", complete=("WORKS_ON", "MEMBER_OF", "PART_OF")),))
    states = {gap.state for gap in judge(complete).gaps if gap.check == "owner_sits"}
    assert states == ({state} if state else set())
    without_bodies = replace(graph, seeds=(SeedInfo("s", "S", complete=("WORKS_ON", "MEMBER_OF")),))
    states = {gap.state for gap in judge(without_bodies).gaps if gap.check == "owner_sits"}
    assert states == ({"unknown"} if state else set())


@pytest.mark.parametrize(("seed", "graph"), [("exempel", EXEMPEL), ("kronoberg", KRONOBERG)])
def test_the_verdict_and_its_recipe_agree_on_which_owners_are_absent(seed, graph):
    table = EXPECTED.parent.parent / "recipes" / seed / "representative_and_owner.csv"
    with table.open(encoding="utf-8", newline="") as file:
        absent = {(row["id"], row["absent"]) for row in csv.DictReader(file) if row["absent"]}
    gaps = [gap for gap in judge(graph).gaps if gap.check == "owner_sits"]
    assert {(gap.node.id, " | ".join(node.name for node in gap.missing)) for gap in gaps} == absent


MENDERS = [
    ([("OWNS_ISSUE", "a1", "g")], [("a1", "owns", None)]),
    ([("OWNS_ISSUE", "a2", "g2"), ("PART_OF", "g", "g2")], [("a2", "owns", "g2")]),
    ([("HOLDS", "a1", "m1"), ("SERVES", "m1", "g")], [("a1", "holds_mandate", "m1")]),
    ([("WORKS_ON", "n1", "g"), ("MEMBER_OF", "a1", "n1")], [("a1", "nearest", "n1")]),
    ([("OWNS_ISSUE", "a1", "g"), ("SUCCEEDED_BY", "a1", "a2")], [("a2", "owns", None)]),
    (
        [("WORKS_ON", "n1", "g"), ("MEMBER_OF", "a1", "n1"), ("SUCCEEDED_BY", "a1", "a2")],
        [("a2", "nearest", "n1")],
    ),
    ([], []),
]


@pytest.mark.parametrize(("edges", "expected"), MENDERS)
def test_who_can_mend_a_goal_without_a_project(edges, expected):
    verdict = judge(small(*edges))
    (gap,) = (gap for gap in verdict.broken if gap.node.id == "g" and gap.check == "project")
    assert [(each.actor.id, each.reason, each.through and each.through.id) for each in gap.menders] == expected


def test_those_whose_time_is_over_stand_back():
    value = ("HOSTS", "a9", "n1")
    graph = small(("HOSTS", "a1", "n1", {"until": "2019"}), value, complete=("WORKS_ON",))
    dated = replace(graph, nodes=(*graph.nodes, Node("LearningEvent", "e", {"valid_from": "2024"}, "s")))
    (gap,) = (gap for gap in judge(dated).broken if gap.check == "issue")
    assert [each.actor.id for each in gap.menders] == ["a9"]


def test_every_check_has_its_words_and_a_recipe_that_shows_more():
    recipes = {recipe.name: recipe for recipe in read_recipes([recipe_folder()], MODEL)}
    for check in CHECKS:
        assert GAPS[check.label, check.name]
        assert check.strand in STRANDS
        assert {check.asks} - {""} <= {parameter.name for parameter in recipes[check.recipe].params}
        assert bool(check.asks) == any(parameter.required for parameter in recipes[check.recipe].params)
        assert set(check.rests_on) <= MODEL.labels.keys() | MODEL.types.keys()
    assert len(GAPS) == len(CHECKS)


def test_the_sentence_says_yes_only_when_all_is_whole():
    empty = judge(Graph())
    assert sentence(empty, "sv") == "Det går inte att säga: det finns inga mål att bedöma."
    assert sentence(judge(EXEMPEL), "sv").startswith("Inte hela vägen. 6 mål är bedömda: 1 med hel tråd, 1 som")
    kronoberg = judge(KRONOBERG)
    assert sentence(kronoberg, "en").endswith(
        "of which the sources know too little. No break is proven. "
        f"The sources say nothing of {len(kronoberg.gaps)} of the links."
    )
    assert sentence(judge(small()), "en").startswith(
        "Not all the way. The goal g has a broken thread. There is one break to mend, in change logic."
    )


def threaded(goal):
    """Relations that make two projects carry a whole thread to the goal."""
    way = [("CONTRIBUTES_TO", "p", goal), ("ADDRESSES", "p", "c"), ("USES", "p", "r"), ("LEADS_TO", "r", "t")]
    way += [("LEADS_TO", "t", "e"), ("LEADS_TO", "e", goal)]
    return [(kind, start + leg, end if end == goal else end + leg) for kind, start, end in way for leg in "12"]


def test_what_is_only_unknown_makes_the_sentence_neither_yes_nor_no():
    one = judge(small(*threaded("g1")), goal="g1")
    assert sentence(one, "sv").startswith(
        "Ja. Målet g1 har en hel tråd. Ingen brist är belagd. Källorna säger inget om "
    )
    two = judge(small(*threaded("g1"), complete=()))
    assert sentence(two, "sv").startswith(
        "Det går inte att säga. 2 mål är bedömda: 1 med hel tråd och 1 som källorna vet för lite om."
    )


@pytest.mark.parametrize(("seed", "graph"), [("exempel", EXEMPEL), ("kronoberg", KRONOBERG)])
def test_the_recipe_of_a_gap_shows_the_node_that_it_is_at(seed, graph):
    folder = EXPECTED.parent.parent / "recipes" / seed
    for gap in judge(graph).gaps:
        if not gap.asks:
            with (folder / f"{gap.recipe}.csv").open(encoding="utf-8", newline="") as file:
                assert gap.node.id in {cell for row in csv.reader(file) for cell in row}, gap


def test_one_project_is_judged_by_its_own_chain_and_its_goals():
    project = next(node.id for node in EXEMPEL.nodes if node.label == "Project")
    verdict = judge(EXEMPEL, project=project)
    goals = {edge.end for edge in EXEMPEL.edges if edge.type == "CONTRIBUTES_TO" and edge.start == project}
    assert {thread.goal.id for thread in verdict.threads} == goals
    found = {(gap.check, gap.node.id) for gap in verdict.gaps}
    assert found <= {(gap.check, gap.node.id) for gap in judge(EXEMPEL).gaps}
    assert {gap.node.label for gap in verdict.gaps} <= {"Project", "Challenge", "Resource", "Activity", "Effect"}
    with pytest.raises(RecipeError, match="no project has the id"):
        judge(EXEMPEL, project="nobody")


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_form_tells_of_every_break(form, language):
    text = render_verdict(judge(EXEMPEL), form, language, MODEL)
    assert text.endswith("\n")
    for gap in judge(EXEMPEL).broken:
        assert gap.node.id in text.replace("\\_", "_")


def test_programs_get_codes_in_either_language():
    verdict = judge(EXEMPEL)
    assert render_verdict(verdict, "csv", "sv", MODEL) == render_verdict(verdict, "csv", "en", MODEL)
    whole = json.loads(render_verdict(verdict, "json", "sv", MODEL))
    assert whole["goals"] == {"broken": 4, "unknown": 0, "thin": 1, "whole": 1}
    assert len(whole["gaps"]) == len(verdict.broken)
    assert {row["state"] for row in whole["threads"]} == {"whole", "thin", "broken", None}


def test_the_unknown_is_listed_only_when_asked_for():
    verdict = judge(KRONOBERG)
    assert "Inget är belagt som brutet" in render_verdict(verdict, "table", "sv", MODEL)
    assert "möter ingen utmaning" in render_verdict(verdict, "table", "sv", MODEL, part="gaps", unknown=True)


def test_text_from_data_is_text_in_the_page():
    hostile = small(("OWNS_ISSUE", "a1", "g"), g={"name": "<script>alert(1)</script>"})
    assert "<script>" not in render_verdict(judge(hostile), "html", "sv", MODEL)
