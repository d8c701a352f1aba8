"""What differs between two graphs, and a graph without assessments."""

from dataclasses import replace

from gronagraf.changes import FieldChange, compare
from gronagraf.discretion import without_assessments
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL

A = Node("Actor", "a", {"name": "Alvby", "sector": "public"}, "liten")
B = Node("Actor", "b", {"name": "Bolaget"}, "liten")
N = Node("Network", "n", {"name": "Nätet"}, "liten")


def member(start: str, seed: str = "liten", /, **facts: str | float) -> Edge:
    return Edge("MEMBER_OF", start, "n", facts, seed)


OLD = Graph((A, B, N), (member("a", role="member"), member("b", role="member", since="2018")))


def test_a_graph_does_not_differ_from_itself_in_another_order() -> None:
    turned = replace(OLD, nodes=OLD.nodes[::-1], edges=OLD.edges[::-1])
    found = compare(OLD, turned, MODEL)
    assert found.same
    assert (found.nodes.unchanged, found.edges.unchanged) == (3, 2)


def test_nodes_are_known_by_their_id_and_told_field_by_field() -> None:
    moved = replace(A, facts={"name": "Älvby", "place": "Älvby"})
    new = Node("Goal", "g", {"name": "Målet"})
    found = compare(OLD, Graph((moved, N, new)), MODEL).nodes
    assert found.created == (new,)
    assert found.removed == (B,)
    (changed,) = found.changed
    assert changed.fields == (
        FieldChange("name", "Alvby", "Älvby"),
        FieldChange("place", None, "Älvby"),
        FieldChange("sector", "public", None),
    )
    assert not changed.relabelled


def test_a_node_with_another_label_is_the_same_node_changed() -> None:
    found = compare(Graph((B,)), Graph((replace(B, label="Project"),)), MODEL).nodes
    assert [each.relabelled for each in found.changed] == [True]
    assert found.changed[0].fields == ()


def test_a_relation_with_another_key_is_a_new_one_and_with_another_note_a_changed_one() -> None:
    later = member("b", role="member", since="2019")
    noted = member("a", role="member", note="vald")
    found = compare(OLD, replace(OLD, edges=(noted, later)), MODEL).edges
    assert found.created == (later,)
    assert found.removed == (OLD.edges[1],)
    assert [each.fields for each in found.changed] == [(FieldChange("note", None, "vald"),)]


def test_a_symmetric_relation_is_the_same_from_either_end() -> None:
    one, other = Edge("COLLABORATES_WITH", "a", "b", {}), Edge("COLLABORATES_WITH", "b", "a", {})
    assert compare(Graph((A, B), (one,)), Graph((A, B), (other,)), MODEL).same


def test_numbers_are_equal_as_the_store_has_them() -> None:
    one, other = Node("Project", "p", {"total_sek": 3}), Node("Project", "p", {"total_sek": 3.0})
    assert compare(Graph((one,)), Graph((other,)), MODEL).same


def test_of_a_relation_that_several_seeds_state_those_of_one_seed_are_compared() -> None:
    ours, theirs = member("a", "x", note="1"), member("a", "y", note="2")
    assert compare(replace(OLD, edges=(theirs, ours)), replace(OLD, edges=(ours, theirs)), MODEL).same
    found = compare(replace(OLD, edges=(ours, theirs)), replace(OLD, edges=(theirs,)), MODEL).edges
    assert (found.created, found.removed, found.changed) == ((), (ours,), ())


def test_one_seed_under_another_name_is_no_difference() -> None:
    renamed = tuple(replace(edge, seed="annat") for edge in OLD.edges)
    assert compare(OLD, replace(OLD, edges=renamed), MODEL).same


def test_without_assessments_scores_motives_and_notes_beside_them_are_gone_and_nothing_else() -> None:
    facts = {"power": 5, "relevance": 1, "interest": 2, "stake": "funder", "motive": "m", "action": "å", "note": "n"}
    judged = Edge("ASSESSED_IN", "a", "s", {**facts, "expectations": "e", "source": "källa"})
    influence = Edge("INFLUENCES", "a", "b", {"strength": -3, "motive": "m", "since": "2020"})
    noted = replace(A, facts={**A.facts, "note": "n"})
    kept = without_assessments(Graph((noted, B), (judged, influence)), MODEL)
    assert kept.nodes == (noted, B)
    assert [edge.facts for edge in kept.edges] == [{"source": "källa"}, {"since": "2020"}]
