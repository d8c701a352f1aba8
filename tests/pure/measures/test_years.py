"""Year by year: the same as asking for each year, with what is undated counted."""

from dataclasses import replace

import networkx as nx
import pytest

from gronagraf.analysis import Related, Selection, Shared, find, measure, project
from gronagraf.analysis.projection import Weighed
from gronagraf.analysis.structure import Structure, structure
from gronagraf.analysis.years import parse_years, year_by_year
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph
from gronagraf.model import MODEL
from gronagraf.views.measures.years import years_addition
from tests.pure.measures.drawn import related
from tests.pure.measures.meeting import by_chance, folded, graph, peer

DEGREE = find(["degree"])
NETWORKS = Shared("networks", "none")


def dated() -> Graph:
    """n1 (a, b) always; c joins n1 in 2016; d exists from 2017, in n2 with a until 2018."""
    plain = graph({"n1": "a b c", "n2": "a d"})
    facts = {("c", "n1"): {"since": "2016-03"}, ("a", "n2"): {"until": "2018"}, ("d", "n2"): {}}
    edges = tuple(Edge(e.type, e.start, e.end, facts.get((e.start, e.end), {})) for e in plain.edges)
    nodes = tuple(replace(n, facts={**n.facts, "valid_from": "2017"}) if n.id == "d" else n for n in plain.nodes)
    return Graph(nodes, edges)


def test_each_year_is_what_asking_for_it_gives() -> None:
    found = year_by_year(dated(), MODEL, NETWORKS, Selection(), range(2014, 2021), DEGREE)
    for year in range(2014, 2021):
        at = project(dated(), MODEL, NETWORKS, Selection(at=str(year)))
        values = dict(zip((node.id for node in at.nodes), measure(at, DEGREE).values["degree"], strict=True))
        assert found.values["degree"][year] == values
        assert found.structures[year] == structure(at)


def test_who_comes_and_goes_is_seen() -> None:
    held = year_by_year(dated(), MODEL, NETWORKS, Selection(), (2015, 2016, 2017, 2019), DEGREE).values["degree"]
    assert held[2015] == {"a": 1, "b": 1, "c": 0}
    assert held[2016] == {"a": 2, "b": 2, "c": 2}
    assert held[2017] == {"a": 3, "b": 2, "c": 2, "d": 1}
    assert held[2019]["a"] == 2
    assert held[2019]["d"] == 0


def test_what_has_no_date_is_counted_and_told() -> None:
    found = year_by_year(dated(), MODEL, NETWORKS, Selection(), (2015, 2019), DEGREE)
    undated = found.undated
    assert (undated.nodes, undated.all_nodes) == (5, 6)
    assert (undated.relations, undated.all_relations) == (2, 5)  # d in n2 is dated by d itself
    said = years_addition(found, "sv", 10)
    assert "5 av 6 noder och 2 av 5 relationer är odaterade" in said.sentence.sv
    assert said.facts["undated"]["relations"] == 2


def test_each_year_tells_how_much_of_it_is_dated() -> None:
    """In 2015 only a's undated seats and a seat that ends in 2018 hold; d and its own seat are dated from 2017."""
    found = year_by_year(dated(), MODEL, NETWORKS, Selection(), (2014, 2015, 2016, 2017, 2019), DEGREE)
    told = {year: (each.dated_nodes, each.all_nodes) for year, each in found.undated_in.items()}
    assert told == {2014: (0, 5), 2015: (0, 5), 2016: (0, 5), 2017: (1, 6), 2019: (1, 6)}
    told = {year: (each.dated_relations, each.all_relations) for year, each in found.undated_in.items()}
    assert told == {2014: (1, 3), 2015: (1, 3), 2016: (2, 4), 2017: (3, 5), 2019: (2, 4)}
    structure_ = years_addition(found, "sv", 10).sections[1]
    assert structure_.words.rows[3][-2:] == ("1 av 6", "3 av 5")
    assert [column.name for column in structure_.codes.columns][-4:] == [
        "dated_nodes", "all_nodes", "dated_relations", "all_relations"
    ]  # fmt: skip
    assert structure_.codes.rows[3][-4:] == (1, 6, 3, 5)


def test_years_that_rest_on_nothing_dated_are_named() -> None:
    plain = graph({"n": "a b c"})
    edges = tuple(replace(e, facts={"since": "2018", "until": "2018"}) if e.start == "c" else e for e in plain.edges)
    found = year_by_year(Graph(plain.nodes, edges), MODEL, NETWORKS, Selection(), range(2015, 2020), DEGREE)
    said = years_addition(found, "sv", 10).sentence
    assert "Inget daterat gäller 2015–2017, 2019: " in said.sv
    assert "Nothing dated holds in 2015–2017, 2019: " in said.en
    one = year_by_year(Graph(plain.nodes, edges), MODEL, NETWORKS, Selection(), [2018], DEGREE)
    assert "Inget daterat" not in years_addition(one, "sv", 10).sentence.sv


def test_a_year_without_nodes_is_empty_and_no_error() -> None:
    nodes = tuple(replace(node, facts={**node.facts, "valid_from": "2017"}) for node in dated().nodes)
    found = year_by_year(Graph(nodes, dated().edges), MODEL, NETWORKS, Selection(), (2016, 2017), DEGREE)
    assert found.structures[2016] == Structure()
    assert 2016 not in found.values["degree"]
    said = years_addition(found, "en", 10)
    assert said.sections[0].words.rows[0][2] is None


def test_relations_have_years_too() -> None:
    plain = graph({"n": "a b c"}, [("COLLABORATES_WITH", "a", "b"), ("COLLABORATES_WITH", "b", "c")])
    edges = tuple(replace(e, facts={"since": "2018"}) if e.start == "b" else e for e in plain.edges)
    way = Related((Weighed("COLLABORATES_WITH"),))
    found = year_by_year(Graph(plain.nodes, edges), MODEL, way, Selection(), (2017, 2018), DEGREE)
    assert [found.structures[year].ties for year in (2017, 2018)] == [1, 2]
    assert (found.undated.relations, found.undated.all_relations) == (1, 2)


@pytest.mark.parametrize("number", range(30))
def test_the_structure_is_what_networkx_says(number: int) -> None:
    projection = by_chance(number)
    known, same = structure(projection), peer(projection)
    lengths = [steps for a, near in nx.all_pairs_shortest_path_length(same) for b, steps in near.items() if a != b]
    assert known.density == pytest.approx(nx.density(same))
    assert known.components == nx.number_connected_components(same)
    assert known.largest == max(map(len, nx.connected_components(same)))
    assert known.efficiency == pytest.approx(nx.global_efficiency(same))
    assert known.mean_distance == pytest.approx(sum(lengths) / len(lengths))


def test_what_a_small_network_has_not_is_left_empty() -> None:
    assert structure(folded({"n": "a"})) == Structure(1, 0, None, 1, 1, None, None)
    assert structure(folded({"n": "a", "m": "b"})) == Structure(2, 0, 0.0, 2, 1, None, 0.0)
    one_way = structure(related("abc", [("a", "b"), ("b", "c")], directed=True))
    assert (one_way.density, one_way.components, one_way.mean_distance) == (2 / 6, 1, pytest.approx(4 / 3))
    both = structure(project(graph({"n": "a b", "m": "b"}), MODEL, Shared("networks", two_mode=True)))
    assert both.density == 3 / 4


@pytest.mark.parametrize(
    ("text", "years"), [("2015..2017", (2015, 2016, 2017)), ("2020", (2020,)), ("2020..2020", (2020,))]
)
def test_years_are_read(text: str, years: tuple[int, ...]) -> None:
    assert parse_years(text) == years


@pytest.mark.parametrize("text", ["", "2015-2017", "2017..2015", "15..17", "2015..", "1000..2000", "20²5"])
def test_what_is_no_span_of_years_is_told(text: str) -> None:
    with pytest.raises(AnalysisError, match="--years"):
        parse_years(text)
