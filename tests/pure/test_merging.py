"""A merge keeps every relation, source and word of both; what it cannot keep in place it tells."""

import itertools
import random
from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.errors import SeedError
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed
from gronagraf.sync.joining import join, together
from gronagraf.sync.merging import Merge, merge_nodes

INFO = SeedInfo("lyre", "Lyre")
ACTOR = MODEL.labels["Actor"]


def actor(id_: str, **facts: Value) -> Node:
    return Node("Actor", id_, {"name": id_, **facts}, "lyre")


def graph(*items: Node | Edge) -> Graph:
    nodes = tuple(item for item in items if isinstance(item, Node))
    return Graph(nodes, tuple(item for item in items if isinstance(item, Edge)), (INFO,))


def tie(type_: str, start: str, end: str, **facts: Value) -> Edge:
    return Edge(type_, start, end, facts, "lyre")


def merged(before: Graph, keep: str = "a", *gone: str) -> Merge:
    return merge_nodes(before, keep, gone or ("b",), MODEL)


def problems(before: Graph, keep: str, *gone: str) -> str:
    with pytest.raises(SeedError) as caught:
        merge_nodes(before, keep, gone, MODEL)
    return str(caught.value)


NETWORK = Node("Network", "n", {"name": "n"}, "lyre")


# --- facts --------------------------------------------------------------------------------------------------------


def test_empty_fields_are_filled_and_the_other_name_is_kept() -> None:
    kept = merged(graph(actor("a", kind="company"), actor("b", place="Lyre", in_region=False, note="Ny."))).kept
    assert kept.facts == {
        "name": "a",
        "kind": "company",
        "place": "Lyre",
        "in_region": False,
        "also_known_as": "b",
        "note": "Ny.",
    }
    assert list(kept.facts) == [name for name in ACTOR.columns if name in kept.facts]


def test_what_two_disagree_on_is_kept_told_and_noted() -> None:
    merge = merged(graph(actor("a", sector="public", note="Gammal."), actor("b", sector="private", note="Ny.")))
    assert merge.kept.facts["sector"] == "public"
    assert merge.kept.facts["note"] == "Gammal.; Ny.; Ur b: sektor näringsliv"
    [told] = merge.disagreements
    assert (told.disagreement.field, told.disagreement.kept, told.disagreement.other) == ("sector", "public", "private")


def test_a_field_and_its_twins_go_together() -> None:
    """Words and doubt of the one that goes are not put beside another value of the one that is kept."""
    one, other = {"name": "a", "level": "local"}, {"name": "b", "level": "regional", "level_basis": "inferred"}
    joined = join(ACTOR, one, other)
    assert "level_basis" not in joined.facts
    assert [each.field for each in joined.disagreements] == ["level", "level_basis"]
    assert join(ACTOR, {"name": "a"}, other).facts["level_basis"] == "inferred"
    same = join(ACTOR, {"name": "a", "kind": "fund"}, {"name": "b", "kind": "fund", "kind_text": "program"})
    assert (same.facts["kind_text"], same.disagreements) == ("program", ())
    doubted = {"name": "a", "level": "local", "level_basis": "inferred"}
    assert join(ACTOR, doubted, {**doubted, "level_basis": "stated"}).facts["level_basis"] == "stated"


def test_sources_are_joined_each_once_and_what_one_states_is_stated() -> None:
    one = {"name": "a", "source": "https://a.example", "source_year": 2018, "basis": "inferred"}
    other = {"name": "a", "source": "https://b.example; https://a.example", "source_year": 2020, "basis": "stated"}
    facts = join(ACTOR, one, other).facts
    assert facts["source"] == "https://a.example; https://b.example"
    assert (facts["source_year"], facts["source_year_text"]) == (2018, "2018; 2020")
    assert facts["basis"] == "stated"
    assert join(ACTOR, {"name": "a"}, other).facts == other
    assert together("x; y", "y; z") == "x; y; z"


def test_a_period_never_ends_before_it_begins() -> None:
    joined = join(
        ACTOR, {"name": "a", "valid_to": "2014"}, {"name": "a", "valid_from": "2015", "date_basis": "inferred"}
    )
    assert joined.facts == {"name": "a", "valid_to": "2014"}
    assert [each.field for each in joined.disagreements] == ["valid_from"]
    filled = join(
        ACTOR, {"name": "a", "valid_to": "2014"}, {"name": "a", "valid_from": "2010", "date_basis": "inferred"}
    )
    assert filled.facts == {"name": "a", "valid_from": "2010", "valid_to": "2014", "date_basis": "inferred"}


def test_a_name_that_no_field_can_hold_is_noted() -> None:
    before = graph(
        Node("Network", "a", {"name": "Rådet"}, "lyre"), Node("Network", "b", {"name": "Klimatrådet"}, "lyre")
    )
    assert merged(before).kept.facts == {"name": "Rådet", "note": "Ur b: namn Klimatrådet"}


def test_three_become_one_in_the_order_given() -> None:
    before = graph(actor("a"), actor("b", place="B"), actor("c", place="C", sector="civil"))
    facts = merged(before, "a", "b", "c").kept.facts
    assert (facts["place"], facts["sector"], facts["also_known_as"]) == ("B", "civil", "b; c")
    assert facts["note"] == "Ur c: säte C"


# --- relations ----------------------------------------------------------------------------------------------------


def test_relations_move_with_all_that_they_say() -> None:
    facts = {"role": "member", "source": "x", "note": "y"}
    merge = merged(graph(actor("a"), actor("b"), NETWORK, tie("MEMBER_OF", "b", "n", **facts)))
    assert merge.after.edges == (tie("MEMBER_OF", "a", "n", **facts),)
    assert [len(each) for each in (merge.fates.moved, merge.fates.joined, merge.fates.loops)] == [1, 0, 0]


def test_relations_that_become_equal_become_one_with_the_sources_of_both() -> None:
    before = graph(
        actor("a"),
        actor("b"),
        NETWORK,
        tie("MEMBER_OF", "b", "n", role="member", role_text="med", source="y", basis="stated"),
        tie("MEMBER_OF", "a", "n", role="member", source="x", basis="inferred"),
        tie("MEMBER_OF", "b", "n", role="convenor", source="z"),
    )
    merge = merged(before)
    joined = tie("MEMBER_OF", "a", "n", role="member", role_text="med", source="x; y", basis="stated")
    assert set(map(str, merge.after.edges)) == set(
        map(str, (joined, tie("MEMBER_OF", "a", "n", role="convenor", source="z")))
    )
    assert merge.fates.joined == [before.edges[0]]


def test_a_relation_from_one_to_the_other_is_dropped_and_told() -> None:
    before = graph(actor("a"), actor("b"), tie("OWNS_SHARE_OF", "a", "b"), tie("OWNS_SHARE_OF", "a", "a", share=5))
    merge = merged(before)
    assert merge.fates.loops == [before.edges[0]]
    assert merge.after.edges == (before.edges[1],)


def test_symmetric_relations_are_stored_from_the_lower_id() -> None:
    before = graph(actor("b"), actor("c"), actor("d"), tie("COLLABORATES_WITH", "c", "d", step="samtal"))
    assert merged(before, "b", "d").after.edges == (tie("COLLABORATES_WITH", "b", "c", step="samtal"),)


def test_fields_that_name_what_went_name_what_is_kept() -> None:
    goals = [Node("Goal", id_, {"name": id_}, "lyre") for id_ in ("g", "h")]
    towns = [actor("x"), actor("y", municipality="h")]
    before = graph(*goals, *towns, tie("COLLABORATES_WITH", "x", "y", about="h", source="1"))
    assert merged(before, "g", "h").after.edges[0].facts["about"] == "g"
    before = graph(actor("a"), actor("b", municipality="b"), actor("c", municipality="b"))
    merge = merged(before)
    assert [node.facts.get("municipality") for node in merge.after.nodes] == ["a", "a"]


# --- refusals -----------------------------------------------------------------------------------------------------


def test_what_cannot_be_merged_is_refused_with_every_reason() -> None:
    before = graph(actor("kommun_a"), actor("kommun_b"), NETWORK)
    told = problems(before, "kommun_a", "kommun_c", "x")
    assert 'no node has the id "kommun_c"; did you mean "kommun_' in told
    assert 'no node has the id "x"; mend the id' in told
    assert 'n: is Network, but "kommun_a" is Actor' in problems(before, "kommun_a", "n")
    assert "an id is given twice" in problems(before, "kommun_a", "kommun_a")
    assert "an id is given twice" in problems(before, "kommun_a", "kommun_b", "kommun_b")


def test_a_node_of_a_seed_that_is_extended_is_not_merged() -> None:
    others = {"lnu": Node("Actor", "lnu", {"name": "Linnéuniversitetet"}, "kronoberg")}
    what = 'belongs to the seed "kronoberg", which this one extends and cannot change; '
    with pytest.raises(SeedError, match=what + "merge in that seed"):
        merge_nodes(graph(actor("a")), "a", ["lnu"], MODEL, others=others)
    with pytest.raises(
        SeedError, match=what + 'name "lnu" where the tables of relations name "a", and remove that row'
    ):
        merge_nodes(graph(actor("a")), "lnu", ["a"], MODEL, others=others)


def test_a_circle_is_refused() -> None:
    before = graph(actor("a"), actor("b"), actor("c"), tie("PART_OF", "a", "c"), tie("PART_OF", "c", "b"))
    assert "PART_OF: would lead in a circle: a → c → a; remove one" in problems(before, "a", "b")


# --- whole seeds --------------------------------------------------------------------------------------------------


def sources(some: Graph) -> set[str]:
    return {part for item in (*some.nodes, *some.edges) for part in str(item.facts.get("source", "")).split("; ")}


def acyclic(before: Graph, ids: set[str]) -> bool:
    """Whether no way along one relation that may not lead back goes from one of these to another by a third."""
    for kind in (each for each in MODEL.edges if each.acyclic):
        steps = {(edge.start, edge.end) for edge in before.edges if edge.type == kind.type}
        reached = {end for start, end in steps if start in ids and end not in ids}
        while further := {end for start, end in steps if start in reached} - reached:
            reached |= further
        if reached & ids:
            return False
    return True


@pytest.mark.parametrize(
    ("name", "times"), [("exempel", 4), pytest.param("kronoberg", 100, marks=pytest.mark.slow)], ids=str
)
def test_any_two_of_a_kind_give_a_seed_without_faults_in_which_nothing_is_lost(
    name: str, times: int, tmp_path: Path
) -> None:
    before = read_seed(seed_folder(name), MODEL)
    pairs = [
        (one, other)
        for one, other in itertools.permutations(before.nodes, 2)
        if one.label == other.label and acyclic(before, {one.id, other.id})
    ]
    for number, (one, other) in enumerate(random.Random(7).sample(pairs, times)):
        merge = merge_nodes(before, one.id, [other.id], MODEL)
        folder = tmp_path / str(number)
        write_seed(merge.after, folder, MODEL)
        back = read_seed(folder, MODEL)
        assert len(back.nodes) == len(before.nodes) - 1
        assert len(back.edges) == len(before.edges) - len(merge.fates.joined) - len(merge.fates.loops)
        assert sources(before) - sources(back) <= sources(Graph(edges=tuple(merge.fates.loops)))
        assert all(other.id not in item.facts.values() for item in (*back.nodes, *back.edges))
        assert all(other.id not in (edge.start, edge.end) for edge in back.edges)
