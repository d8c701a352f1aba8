"""From a graph to a network: who is tied to whom, how strongly, by what, and what was left out."""

from itertools import combinations

import pytest

from gronagraf.analysis.measures import MEASURES, How
from gronagraf.analysis.measures.local import total
from gronagraf.analysis.projection import Related, Selection, Shared, Weighed, project
from gronagraf.analysis.projection.relating import parse_relation
from gronagraf.data import seed_folder
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

EXEMPEL = read_seed(seed_folder("exempel"), MODEL)
KRONOBERG = read_seed(seed_folder("kronoberg"), MODEL)
LABELS = {"a": "Actor", "n": "Network", "p": "Project", "e": "LearningEvent", "g": "Goal", "f": "Effect"}


def graph(*rows, **facts):
    """A graph of relations written `TYPE start end [field=value …]`; the first letter of an id is its label."""
    edges = []
    for row in rows:
        type_, start, end, *fields = row.split()
        edges.append(Edge(type_, start, end, {k: number(v) for k, v in (each.split("=") for each in fields)}))
    ids = dict.fromkeys([id_ for edge in edges for id_ in (edge.start, edge.end)] + list(facts))
    return Graph(tuple(Node(LABELS[id_[0]], id_, facts.get(id_, {})) for id_ in ids), tuple(edges))


def number(text):
    return int(text) if text.lstrip("-").isdigit() and len(text) < 4 else text


def ties(projection):
    """Each tie as its ends with its weight."""
    names = [node.id for node in projection.nodes]
    return {(names[tie.source], names[tie.target]): round(tie["weight"], 9) for tie in projection.network.es}


CIRCLE = graph("MEMBER_OF a1 n1", "MEMBER_OF a2 n1", "MEMBER_OF a3 n1", "MEMBER_OF a1 n2", "MEMBER_OF a2 n2", a9={})


@pytest.mark.parametrize(
    ("weighting", "expected"),
    [
        ("newman", {("a1", "a2"): 1.5, ("a1", "a3"): 0.5, ("a2", "a3"): 0.5}),
        ("count", {("a1", "a2"): 2, ("a1", "a3"): 1, ("a2", "a3"): 1}),
        ("jaccard", {("a1", "a2"): 1, ("a1", "a3"): 0.5, ("a2", "a3"): 0.5}),
        ("none", {("a1", "a2"): 1, ("a1", "a3"): 1, ("a2", "a3"): 1}),
    ],
)
def test_members_of_a_network_are_tied_with_a_weight(weighting, expected):
    assert ties(project(CIRCLE, MODEL, Shared("networks", weighting))) == expected


def test_a_nodes_strength_is_the_number_of_arenas_where_it_meets_anybody():
    projection = project(KRONOBERG, MODEL, Shared("networks"))
    seats = {(edge.start, edge.end) for edge in KRONOBERG.edges if edge.type == "MEMBER_OF"}
    sizes = {network: sum(other == network for _, other in seats) for _, network in seats}
    met = [sum(who == node.id and sizes[network] > 1 for who, network in seats) for node in projection.nodes]
    assert projection.network.strength(weights=projection.weights) == pytest.approx(met)


def test_who_has_no_tie_stays_in():
    projection = project(CIRCLE, MODEL, Shared("networks"))
    assert [node.id for node in projection.nodes] == ["a1", "a2", "a3", "a9"]
    assert projection.network.degree() == [2, 2, 2, 0]


def test_a_tie_knows_what_it_rests_on():
    projection = project(CIRCLE, MODEL, Shared("networks"))
    carried = {
        tuple(projection.nodes[end].id for end in tie.tuple): [projection.arenas[place].node.id for place in carriers]
        for tie, carriers in zip(projection.network.es, projection.carriers, strict=True)
    }
    assert carried == {("a1", "a2"): ["n1", "n2"], ("a1", "a3"): ["n1"], ("a2", "a3"): ["n1"]}


def test_an_undertaking_that_is_both_network_and_project_counts_once():
    rows = (
        "MEMBER_OF a1 n1",
        "LEADS a2 p1",
        "PARTNERS_IN a1 p1",
        "CARRIES n1 p1",
        "ORGANISES a3 e1",
        "MEMBER_OF a3 n2",
    )
    projection = project(graph(*rows), MODEL, Shared("all", "count"))
    assert ties(projection) == {("a1", "a2"): 1}
    assert [arena.node.id for arena in projection.arenas] == ["n1", "e1", "n2"]
    assert projection.remarks[0].en == "what is both network and project counts as one undertaking (undertakings: 1)"
    assert ties(project(graph(*rows), MODEL, Shared("networks"))) == {}


def test_two_periods_of_one_membership_are_one():
    twice = graph("MEMBER_OF a1 n1 since=2015", "MEMBER_OF a1 n1 since=2019 role=convenor", "MEMBER_OF a2 n1")
    assert ties(project(twice, MODEL, Shared("networks", "count"))) == {("a1", "a2"): 1}


def test_two_modes_keep_the_arenas_as_nodes():
    projection = project(CIRCLE, MODEL, Shared("networks", two_mode=True))
    assert projection.first_mode == 4
    assert [node.id for node in projection.nodes] == ["a1", "a2", "a3", "a9", "n1", "n2"]
    assert projection.network.is_bipartite()
    assert projection.network.ecount() == 5
    assert "tvådelat" in projection.name.sv


def test_networks_are_tied_by_their_members():
    assert ties(project(CIRCLE, MODEL, Shared("actors", "count"))) == {("n1", "n2"): 2}


def test_what_held_at_a_day_is_measured():
    moved = graph(
        "MEMBER_OF a1 n1 until=2018-06", "MEMBER_OF a2 n1", "MEMBER_OF a3 n1 since=2019", a4={"valid_to": "2010"}
    )
    at = {year: project(moved, MODEL, Shared("networks"), Selection(at=year)) for year in ("2009", "2018", "2020")}
    assert [ties(each).keys() for each in at.values()] == [{("a1", "a2")}, {("a1", "a2")}, {("a2", "a3")}]
    assert [len(each.nodes) for each in at.values()] == [4, 3, 3]
    assert at["2018"].remarks[0].sv == "som det var 2018"


def test_what_is_left_out_is_left_out_and_told():
    rows = ("MEMBER_OF a1 n1 basis=inferred", "MEMBER_OF a2 n1 role=applicant", "MEMBER_OF a3 n1", "MEMBER_OF a4 n1")
    everything = project(graph(*rows), MODEL, Shared("networks"))
    assert len(ties(everything)) == 6
    assert everything.remarks[0].en == "inferred relations: 1 of 4"
    selection = Selection(stated_only=True, not_as=("applicant",))
    left = project(graph(*rows), MODEL, Shared("networks"), selection)
    assert ties(left).keys() == {("a3", "a4")}
    assert [remark.en for remark in left.remarks] == ["only what sources state", "without the role applicant"]
    assert ties(project(graph(*rows), MODEL, Shared("networks"), Selection(without=("n1",)))) == {}


def test_an_unknown_node_to_leave_out_is_an_error_with_the_nearest():
    with pytest.raises(AnalysisError, match=r'no node has the id "region_kronberg"; did you mean "region_kronoberg"\?'):
        project(KRONOBERG, MODEL, Shared(), Selection(without=("region_kronberg",)))


def test_networks_with_every_municipality_can_be_left_out():
    own = {"kind": "municipality", "in_region": True}
    rows = ("MEMBER_OF a1 n1", "MEMBER_OF a2 n1", "MEMBER_OF a3 n1", "MEMBER_OF a1 n2", "MEMBER_OF a3 n2")
    region = graph(*rows, a1=own, a2=own)
    left = project(region, MODEL, Shared("networks"), Selection(skip_county_wide=True))
    assert ties(left).keys() == {("a1", "a3")}
    assert left.remarks[0].en == (
        "without networks that hold all municipalities of the region (networks: 1, municipalities: 2): n1"
    )
    none = project(graph(*rows), MODEL, Shared("networks"), Selection(skip_county_wide=True))
    assert len(ties(none)) == 3
    assert "(number: 0), so none is left out" in none.remarks[0].en


def test_a_body_is_counted_as_the_organisation_at_the_top():
    rows = ("PART_OF a2 a1", "PART_OF a3 a2", "MEMBER_OF a3 n1", "MEMBER_OF a1 n1", "MEMBER_OF a4 n1", "PART_OF n1 n2")
    rolled = project(graph(*rows), MODEL, Shared("networks", "count"), Selection(roll_up=True))
    assert ties(rolled) == {("a1", "a4"): 1}
    assert rolled.remarks[0].en == "bodies are counted as their organisation (number: 2)"


def test_a_body_of_two_organisations_is_counted_as_neither_and_told():
    rows = ("PART_OF a2 a1", "PART_OF a2 a3", "MEMBER_OF a2 n1", "MEMBER_OF a1 n1")
    torn = project(graph(*rows), MODEL, Shared("networks"), Selection(roll_up=True))
    assert ties(torn).keys() == {("a1", "a2")} or ties(torn).keys() == {("a2", "a1")}
    assert (
        torn.remarks[1].en == "bodies that belong to several organisations are counted as none of them (number: 1): a2"
    )


def test_bodies_in_a_circle_do_not_go_on_for_ever():
    rows = ("PART_OF a2 a1", "PART_OF a1 a2", "MEMBER_OF a1 n1", "MEMBER_OF a3 n1")
    assert ties(project(graph(*rows), MODEL, Shared("networks"), Selection(roll_up=True))) == {("a1", "a3"): 1}


SIGNED = graph("INFLUENCES g1 g2 strength=2", "INFLUENCES g1 g2 strength=-3", "INFLUENCES g2 g1 strength=1",
               "INFLUENCES g1 g1 strength=1", "INFLUENCES g2 g3", "INFLUENCES f1 g1 strength=0")  # fmt: skip


def test_relations_keep_their_direction_and_sign():
    projection = project(SIGNED, MODEL, Related((Weighed("INFLUENCES", "strength"),)))
    assert projection.directed
    assert projection.signed
    assert ties(projection) == {("g1", "g2"): -1, ("g2", "g1"): 1}
    assert [remark.en for remark in projection.remarks] == [
        "relations: 3; ties that they make: 2",
        "relations to oneself are left out (number: 1)",
        "relations without a weight, or with 0, are left out (number: 2)",
    ]
    assert {node.id for node in projection.nodes} == {"g1", "g2", "g3", "f1"}


def test_a_directed_relation_is_read_both_ways_only_when_asked_and_it_is_told():
    way = Related((Weighed("INFLUENCES"),), label="Goal", undirected=True)
    projection = project(SIGNED, MODEL, way)
    assert not projection.directed
    assert ties(projection) == {("g1", "g2"): 3, ("g2", "g3"): 1}
    assert projection.remarks[0].en == "relations that have a direction are read both ways"


def test_several_relations_with_weights_are_one_tie_that_names_them_all():
    both = graph("COLLABORATES_WITH a1 a2", "INFLUENCES a2 a1", "INFLUENCES a2 a3")
    way = Related((Weighed("COLLABORATES_WITH", 2.0), Weighed("INFLUENCES")), label="Actor")
    projection = project(both, MODEL, way)
    assert ties(projection) == {("a1", "a2"): 2, ("a2", "a1"): 3, ("a2", "a3"): 1}
    kinds = [sorted(projection.links[place].type for place in carriers) for carriers in projection.carriers]
    assert kinds == [["COLLABORATES_WITH"], ["COLLABORATES_WITH", "INFLUENCES"], ["INFLUENCES"]]
    assert "samarbetar med × 2, påverkar" in projection.name.sv
    assert projection.remarks[0].en == "“collaborates with” has no direction and is a tie each way"


def test_a_relation_without_direction_alone_is_undirected():
    projection = project(EXEMPEL, MODEL, Related((Weighed("COLLABORATES_WITH"),)))
    assert not projection.directed
    pairs = {frozenset((e.start, e.end)) for e in EXEMPEL.edges if e.type == "COLLABORATES_WITH"}
    assert {frozenset(pair) for pair in ties(projection)} == pairs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INFLUENCE", 'no relation is called "INFLUENCE"; did you mean "INFLUENCES"?'),
        ("MEMBER_OF=weight", 'MEMBER_OF has no field "weight" that holds a number; it has none: give a number'),
        ("INFLUENCES=power", 'INFLUENCES has no field "power" that holds a number; it has strength'),
        ("INFLUENCES=-1", "INFLUENCES=-1: a tie weighs a number above 0 (from 1e-09 to 1e+09), or what a field"),
        ("INFLUENCES=nan", "INFLUENCES=nan: a tie weighs a number above 0"),
        ("INFLUENCES=1e308", "INFLUENCES=1e308: a tie weighs a number above 0"),
        ("INFLUENCES=inf", "INFLUENCES=inf: a tie weighs a number above 0"),
    ],
)
def test_a_relation_that_cannot_be_a_tie_is_refused(text, message):
    with pytest.raises(AnalysisError) as caught:
        parse_relation(text, MODEL)
    assert message in str(caught.value)


def test_a_relation_is_read_with_its_weight():
    read = [parse_relation(text, MODEL) for text in ("influences", "FUNDS=amount_sek", "MEMBER_OF=0.5")]
    assert read == [Weighed("INFLUENCES"), Weighed("FUNDS", "amount_sek"), Weighed("MEMBER_OF", 0.5)]


def test_without_anybody_there_is_nothing_to_measure():
    with pytest.raises(AnalysisError, match="there are no actors to measure"):
        project(graph("INFLUENCES g1 g2"), MODEL, Shared())
    with pytest.raises(AnalysisError, match="none of these relations joins Lesson"):
        project(SIGNED, MODEL, Related((Weighed("INFLUENCES"),), label="Lesson"))


@pytest.mark.parametrize("through", ["networks", "projects", "events", "all"])
def test_the_projection_of_a_seed_is_that_of_its_rows(through):
    """Worked out a second time: every pair that shares an arena, by sets."""
    types = {"networks": ["MEMBER_OF"], "projects": ["LEADS", "PARTNERS_IN"], "events": ["ORGANISES", "TOOK_PART_IN"]}
    wanted = [type_ for name, each in types.items() if through in ("all", name) for type_ in each]
    label = {node.id: node.label for node in KRONOBERG.nodes}
    same = {e.end: e.start for e in KRONOBERG.edges if e.type == "CARRIES"} if through == "all" else {}
    places = {}
    for edge in KRONOBERG.edges:
        if edge.type in wanted and label[edge.start] == "Actor":
            places.setdefault(same.get(edge.end, edge.end), set()).add(edge.start)
    expected = {frozenset(pair) for members in places.values() for pair in combinations(sorted(members), 2)}
    assert {frozenset(pair) for pair in ties(project(KRONOBERG, MODEL, Shared(through)))} == expected


@pytest.mark.parametrize("members", [4, 7, 15, 50, 99])
def test_strength_is_how_many_arenas_one_meets_others_in_to_the_last_digit(members):
    rows = [f"MEMBER_OF a{number} n{arena}" for arena in range(3) for number in range(arena, members)]
    projection = project(graph(*rows), MODEL, Shared("networks"))
    values = MEASURES["strength"].compute(projection, How())
    assert [values[projection.places[f"a{number}"]] for number in range(members)] == [1.0, 2.0, *[3.0] * (members - 2)]


def test_strengths_that_cancel_out_are_nothing():
    assert total([0.1, 0.2, -0.3]) == 0.0
    assert total([]) == 0.0
    assert total([1e-9, 2e-9]) == 3e-9
