"""What carries a node: the part whose removal costs it most, against removing each by hand."""

from collections.abc import Iterator

import pytest

from gronagraf.analysis import Shared, carriers, find, measure, project
from gronagraf.errors import AnalysisError
from gronagraf.graph import Cell, Graph, Result
from gronagraf.model import MODEL
from gronagraf.views.measures.carriers import carriers_addition
from tests.pure.measures.drawn import related
from tests.pure.measures.meeting import by_chance, circle, folded, graph, star

(BETWEENNESS,) = find(["betweenness"])
(DEGREE,) = find(["degree"])
(CONSTRAINT,) = find(["constraint"])


def test_a_broker_hangs_on_the_network_that_is_its_only_way_to_most() -> None:
    """b joins a to the three of the large network: without that it is between nobody."""
    found = carriers(folded({"small": "a b", "large": "b c d e"}), BETWEENNESS, 1)
    (one,) = found.carried
    assert (one.node.id, one.part.arena.id, one.after, one.others) == ("b", "large", 0.0, 1)
    assert one.before == pytest.approx(3 / 6)
    assert found.tried == 2


def test_as_many_that_cost_as_much_are_counted() -> None:
    (one,) = carriers(star(5), DEGREE, 1).carried
    assert (one.node.id, one.before, one.after, one.others) == ("c", 5, 4, 4)


def test_to_be_left_without_a_value_is_the_largest_loss() -> None:
    """b has no constraint without the only network that it is in; a has one without either of its two."""
    found = carriers(folded({"n": "a b", "m": "a c d"}), CONSTRAINT, 4)
    carried = {one.node.id: one for one in found.carried}
    assert (carried["b"].part.arena.id, carried["b"].after, carried["b"].others) == ("n", None, 0)
    assert carried["a"].after > carried["a"].before
    said = carriers_addition(found, MODEL, "sv")
    assert said.sentence.sv.endswith("B på en enda: »Bundenhet« är 1 och har inget värde utan N.")
    alone = carriers_addition(carriers(folded({"n": "a b"}), CONSTRAINT, 1), MODEL, "en").sentence.en
    assert alone == "A loses most if N is gone: “Constraint” is 1 and has no value without it."
    cells = [list(row) for row in said.sections[0].words.rows if row[-1] == "b"]
    assert cells[0][2:6] == ["N", "Nätverk", None, "inget värde utan den"]
    codes = {row["id"]: row for row in named(said.sections[0].codes)}
    assert [codes[id_]["no_value_without"] for id_ in "ab"] == [False, True]
    assert (codes["b"]["after"], codes["b"]["change"], codes["b"]["carrier_id"]) == (None, None, "n")


def named(result: Result) -> Iterator[dict[str, Cell]]:
    names = [column.name for column in result.columns]
    return (dict(zip(names, row, strict=True)) for row in result.rows)


def test_what_no_single_one_carries_has_no_carrier() -> None:
    """a and b share two networks: either is enough for the tie."""
    for one in carriers(folded({"n1": "a b", "n2": "a b"}), DEGREE, 5).carried:
        assert (one.part, one.after, one.others) == (None, None, 0)


@pytest.mark.parametrize("number", range(20))
def test_it_is_what_projecting_without_the_network_gives(number: int) -> None:
    projection = by_chance(number)
    seats = {arena.node.id: " ".join(projection.nodes[at].id for at in arena.members) for arena in projection.arenas}
    ids = {node.id: "Actor" for node in projection.nodes}
    for one in carriers(projection, BETWEENNESS, 3).carried:
        left = {}
        for name in seats:
            other = folded({each: who for each, who in seats.items() if each != name}, nodes=ids)
            left[name] = measure(other, [BETWEENNESS]).values["betweenness"][other.places[one.node.id]]
        least = min(left.values(), default=one.before)
        if one.part is None:
            assert least == pytest.approx(one.before, abs=1e-9)
        else:
            assert one.after == pytest.approx(least, abs=1e-9)
            assert left[one.part.arena.id] == pytest.approx(least, abs=1e-9)
            assert one.others + 1 == sum(value == pytest.approx(least, abs=1e-9) for value in left.values())


def test_where_ties_are_relations_it_is_a_relation() -> None:
    found = carriers(related("abcd", [("a", "b"), ("b", "c"), ("b", "c"), ("c", "d")]), BETWEENNESS, 1)
    (one,) = found.carried
    assert {one.part.start.id, one.part.end.id} in ({"a", "b"}, {"c", "d"})
    assert found.tried == 4


def test_in_two_modes_a_network_does_not_carry_itself() -> None:
    both = project(graph({"n1": "a b", "n2": "b c"}), MODEL, Shared("networks", two_mode=True))
    for one in carriers(both, DEGREE, 5).carried:
        assert one.part is None or one.part.arena.id != one.node.id


def test_nobody_is_carried_where_there_are_no_ties() -> None:
    apart = folded({"n1": "a", "n2": "b"})
    assert [one.part for one in carriers(apart, BETWEENNESS, 9).carried] == [None, None]


def test_a_measure_that_does_not_hold_is_refused() -> None:
    signed = related("ab", [("a", "b", -1.0)])
    with pytest.raises(AnalysisError, match="betweenness cannot be worked out"):
        carriers(signed, BETWEENNESS, 1)


def test_a_circle_has_no_more_to_lose_than_its_own_two() -> None:
    assert {one.after for one in carriers(circle(6), DEGREE, 6).carried} == {1}


def test_nothing_else_of_the_graph_is_touched() -> None:
    projection = star(3)
    before = projection.network.get_edgelist()
    carriers(projection, DEGREE, 2)
    assert projection.network.get_edgelist() == before
    assert isinstance(graph({}), Graph)
