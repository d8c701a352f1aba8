"""The same thing twice is found by name and by identifier, with a reason; what only looks alike is left in peace."""

from dataclasses import replace
from time import process_time

import pytest

from benchmarks.twice import judged, planted
from gronagraf.data import seed_folder
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.sync.duplicates import Pair, find_duplicates
from gronagraf.sync.telling import REASONS


def nodes(*named: str | dict[str, str], label: str = "Actor") -> tuple[Node, ...]:
    facts = [each if isinstance(each, dict) else {"name": each} for each in named]
    return tuple(Node(label, f"n{number}", each) for number, each in enumerate(facts))


def found(*named: str | dict[str, str], label: str = "Actor", threshold: int = 80) -> list[Pair]:
    return list(find_duplicates(Graph(nodes(*named, label=label)), MODEL, threshold))


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("Växjö kommun", "Växjö kommun", ("same",)),
        ("VÄXJÖ  KOMMUN", "Växjö kommun", ("case",)),
        ("Växjö kommun", "Vaxjo kommun", ("accents",)),
        ("Samtal på residenset", "Samtal pa residenset", ("accents",)),
        ("Älmhults kommun", "Älmhult kommun", ("genitive",)),
        ("Växjö kommun", "Växjö kommuns", ("genitive",)),
        ("Kommunen i Växjö", "Växjö kommun", ("genitive", "order", "small")),
        ("Wexnet AB", "Wexnet Aktiebolag", ("legal_written",)),
        ("AB Wexnet", "Wexnet Ab", ("case",)),
        ("Wexnet", "Wexnet AB (publ)", ("legal_missing", "parenthesis")),
        ("Eneryda Fiber Ekonomisk Förening", "Eneryda fiber ek. för.", ("legal_written",)),
        ("Kompetensforum Kronoberg", "Kronobergs kompetensforum", ("genitive", "order")),
        ("GodaHus", "Goda Hus", ("apart",)),
        ("E.ON", "EON", ("apart",)),
        ("Företagsfabriken Kronoberg", "Företagsfabrikken Kronoberg", ("spelling",)),
        ("Länsstyrelsen i Kronobergs län", "Lst Kronoberg", ("genitive", "small", "generic")),
        ("Växjö Linnæus Science Park AB", "Växjö Linnaeus Science Park", ("accents", "legal_missing")),
        ("Växjö Linnæus Science Park AB", "VLSP", ("initials",)),
        ("Växjö Kommunföretag AB", "VKAB", ("initials",)),
        ("Regionala utvecklingsnämnden (RUN)", "RUN", ("alias",)),
        ("BY2030 – för ett bättre liv på landet", "BY 2030", ("short_title", "case")),
        ("Smart Housing fas II", "Smart Housing fas 2", ("case",)),
        ("Campus Ljungby (tidigare CIL i Ljungby)", "CIL i Ljungby", ("alias",)),
        ("Smålands museum", "Stiftelsen Smålands museum", ("generic",)),
    ],
)
def test_one_thing_under_two_names(one: str, other: str, reasons: tuple[str, ...]) -> None:
    for pair in ((one, other), (other, one)):
        [told] = found(*pair)
        assert set(told.reasons) == set(reasons)
        assert 80 <= told.score <= 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Växjö kommun", "Älmhults kommun"),
        ("Linköpings kommun", "Lidköpings kommun"),
        ("Österlyra kommun", "Västerlyra kommun"),
        ("Region Kronoberg", "Region Kalmar län"),
        ("Region Kronoberg", "Landstinget Kronoberg"),
        ("Kalmar kommun", "Region Kalmar län"),
        ("Länsstyrelsen i Kalmar län", "Länsstyrelsen i Kronobergs län"),
        ("Smart Housing fas 2", "Smart Housing fas 3"),
        ("Smart Housing", "Smart Housing fas 3"),
        ("Bredband Eneryda", "Bredband Tegnaby"),
        ("Kompetensdagen 2019", "Kompetensdagen 2022"),
        ("Wexnet AB", "Wexnet ekonomisk förening"),
        ("Regionfullmäktige (Region Kronoberg)", "Regionfullmäktige (Region Skåne)"),
        ("Region Kronoberg", "Region Kronoberg kulturnämnden"),
        ("WSP", "SP"),
        ("Kulturnämnden", "Trafiknämnden"),
        ("Avdelning A", "Avdelning B"),
        ("???", "!!!"),
        ("AB", "HB"),
    ],
)
def test_two_things_with_names_alike(one: str, other: str) -> None:
    assert found(one, other) == []


def test_an_identifier_tells_more_than_a_name() -> None:
    number = {"organisation_number": "402000-0016"}
    [pair] = found({"name": "Lyre Energi AB", **number}, {"name": "Energibolaget", **number})
    assert (pair.score, pair.reasons) == (100, ("organisation_number",))
    two = {"organisation_number": "402000-0024"}
    assert found({"name": "Lyre Energi", **number}, {"name": "Lyre Energi", **two}) == []
    page = [{"name": "A", "web_page": "https://www.lyre.example/"}, {"name": "B", "web_page": "http://lyre.example"}]
    [pair] = found(*page)
    assert (pair.score, pair.reasons) == (82, ("web_page",))


def test_what_else_is_known_of_two_can_speak_against_them() -> None:
    school = {"name": "Wasaskolan", "kind": "education_provider"}
    assert [pair.score for pair in found(school, school)] == [100]
    places = [{**school, "municipality": "kommun_a"}, {**school, "municipality": "kommun_b"}]
    assert found(*places) == []
    [pair] = found(*places, threshold=70)
    assert (pair.score, pair.reasons) == (75, ("same", "other_place"))
    times = [{**school, "valid_to": "2014"}, {**school, "valid_from": "2015"}]
    assert [pair.reasons for pair in found(*times, threshold=70)] == [("same", "other_time")]
    assert [pair.score for pair in found(school, {**school, "kind": "company"})] == [94]


def test_two_that_a_relation_joins_or_somebody_told_apart_are_two() -> None:
    both = nodes("Region Lyre", "Region Lyre")
    edge = Edge("PART_OF", "n1", "n0", {})
    assert len(find_duplicates(Graph(both), MODEL)) == 1
    assert find_duplicates(Graph(both, (edge,)), MODEL) == ()
    assert find_duplicates(Graph(both), MODEL, apart={frozenset(("n0", "n1"))}) == ()


def test_a_body_shares_the_number_of_what_it_is_part_of() -> None:
    number = {"organisation_number": "402000-0016"}
    region, board, council = nodes(*({"name": name, **number} for name in ("Region Lyre", "Nämnden", "Fullmäktige")))
    parts = [Edge("PART_OF", body.id, region.id, {}) for body in (board, council)]
    assert find_duplicates(Graph((region, board, council), tuple(parts)), MODEL) == ()
    [pair] = find_duplicates(Graph((region, board, council), tuple(parts[:1])), MODEL)
    assert {pair.first.id, pair.second.id} == {region.id, council.id}


def test_what_an_extended_seed_has_already_is_found_and_comes_first() -> None:
    own, other = nodes("Linnéuniversitetet", "Linneuniversitetet")
    [pair] = find_duplicates(Graph((own,)), MODEL, beside=[other])
    assert (pair.first, pair.second) == (other, own)
    assert find_duplicates(Graph(nodes("Skanska")), MODEL, beside=[replace(own, id="x"), other]) == ()


def test_only_things_of_one_type_are_compared() -> None:
    three = (*nodes("Smart Housing", label="Network"), Node("Project", "p", {"name": "Smart Housing"}))
    assert find_duplicates(Graph(three), MODEL) == ()
    events = (Node("LearningEvent", "e", {"name": "Beslut"}), Node("LearningEvent", "f", {"name": "Beslut"}))
    assert find_duplicates(Graph(events), MODEL) == ()


def test_kronoberg_has_no_false_alarm_and_a_second_of_its_own_is_found() -> None:
    graph = read_seed(seed_folder("kronoberg"), MODEL)
    assert find_duplicates(graph, MODEL, 40) == ()
    seconds = {
        "lnu": "Linneuniversitetet",
        "lst_kronoberg": "Länstyrelsen i Kronobergs län",
        "almi_kronoberg": "Almi Företagspartner Kronoberg",
        "kommun_vaxjo": "Växjö kommuns",
        "region_jonkoping": "Region Jönköping",
        "ssam": "SSAM",
        "eu_eruf": "ERUF",
        "n_godahus": "Goda Hus",
        "n_rss": "Regionsamverkan i Sydsverige",
        "p_sekk": "SEKK",
        "p_by2030": "BY 2030",
    }
    labels = {node.id: node.label for node in graph.nodes}
    added = tuple(Node(labels[id_], f"second_{id_}", {"name": name}) for id_, name in seconds.items())
    pairs = find_duplicates(Graph((*graph.nodes, *added), graph.edges), MODEL)
    assert {(pair.first.id, pair.second.id) for pair in pairs} == {(id_, f"second_{id_}") for id_ in seconds}


def test_every_reason_has_words() -> None:
    made = planted(1000)
    told = {reason for pair in find_duplicates(made.graph, MODEL, 0) for reason in pair.reasons}
    assert told <= REASONS.keys()


def test_planted_duplicates_are_found_among_names_alike() -> None:
    made = planted(2000)
    pairs = [frozenset((pair.first.id, pair.second.id)) for pair in find_duplicates(made.graph, MODEL)]
    recall, precision = judged(pairs, made.truth)
    assert len(made.truth) > 60
    assert recall >= 0.98
    assert precision >= 0.9


@pytest.mark.slow
def test_20_000_names_take_20_seconds_at_most() -> None:
    made = planted(20_000)
    began = process_time()
    pairs = [frozenset((pair.first.id, pair.second.id)) for pair in find_duplicates(made.graph, MODEL)]
    assert process_time() - began < 20
    recall, precision = judged(pairs, made.truth)
    assert recall >= 0.98
    assert precision >= 0.98


@pytest.mark.slow
def test_names_made_to_be_slow_are_quick() -> None:
    """A word of a million letters, and 20,000 words two letters from one another."""
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    tangle = [
        "".join(("lärande", one, "forum", other, third)) for one in letters for other in letters for third in letters
    ]
    began = process_time()
    find_duplicates(Graph(nodes("x" * 1_000_000, "x" * 999_999, "ab " * 300_000, *tangle[:20_000])), MODEL)
    assert process_time() - began < 60


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Samma namn", "x", "1", "AB", "Växjö kommun och region i län"])
def test_thousands_of_one_name_end_too(name: str) -> None:
    began = process_time()
    assert len(find_duplicates(Graph(nodes(*[name] * 3000)), MODEL)) <= 3000 * 60
    assert process_time() - began < 20
