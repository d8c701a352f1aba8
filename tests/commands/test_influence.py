"""`influence`: measures of nodes in every form, what they mean, and what is said where there are none."""

import csv
import io
import json

import pytest

from gronagraf.analysis.measures import MEASURES, ROLES, SHOWN


def test_measures_stand_side_by_side_with_the_network_they_are_of(gronagraf, both_seeds):
    shown = gronagraf("influence", "--db", both_seeds, "--only-seed", "kronoberg", "--top", "3")
    assert shown.code == 0
    title, _, network, _, _, _, headings, *rows = shown.out.splitlines()
    assert title == "Inflytande"
    assert network.startswith("Aktörer genom gemensamma nätverk, projekt och lärtillfällen, vikt 1/(medlemmar−1): 121 ")
    assert headings.split() == ["Namn", "Grad", "Styrka", "Mellanhand", "Bundenhet", "Kärna", "Brytpunkt", "Id"]
    assert rows[0].startswith("Växjö kommun")
    assert max(map(len, shown.out.splitlines()[6:10])) <= 100
    assert "25 saknar värde i »Bundenhet«: den som inte har något band har inget värde." in shown.out


def test_programs_get_every_measure_whole(gronagraf, both_seeds):
    asked = ("influence", "--db", both_seeds, "--only-seed", "exempel", "--measures", "all")
    rows = list(csv.DictReader(io.StringIO(gronagraf(*asked, "--as", "csv").out)))
    assert list(rows[0]) == ["name", *MEASURES, "id"]
    assert rows[0]["in_degree"] == ""
    whole = json.loads(gronagraf(*asked, "--as", "json").out)
    assert [row["id"] for row in whole["nodes"]] == [row["id"] for row in rows]
    assert whole["network"]["nodes"] == len(rows)
    assert whole["empty"]["in_degree"] == {"sv": "riktade band behövs", "en": "directed ties are needed"}
    assert {row["sector"] for row in whole["brokerage"]} == {"academia", "civil", "private", "public"}


def test_brokers_by_municipality_have_names_for_people_and_ids_for_programs(gronagraf, both_seeds):
    asked = ("influence", "--db", both_seeds, "--only-seed", "kronoberg", "--part", "brokerage", "--by", "municipality")
    shown = gronagraf(*asked)
    assert "Förmedlarroller efter kommun" in shown.out
    assert "Mått per nod" not in shown.out
    assert "Växjö kommun" in shown.out
    assert "Noder utan uppgift om kommun: 88 av 121." in shown.out
    rows = list(csv.DictReader(io.StringIO(gronagraf(*asked, "--as", "csv").out)))
    assert rows[0]["municipality"] == "kommun_vaxjo"
    assert list(rows[0]) == ["municipality", "nodes", "brokers", *ROLES]


def test_what_signed_ties_do_not_have_is_said(gronagraf, both_seeds):
    asked = ("influence", "--db", both_seeds, "--only-seed", "exempel", "--relation", "INFLUENCES=strength")
    shown = gronagraf(*asked, "--lang", "en")
    assert shown.code == 0
    empty = "Nobody has a value in “Betweenness”, “Constraint”, “Core” "
    assert f"{empty}(the network has negative ties, which have no meaning here)." in shown.out
    assert json.loads(gronagraf(*asked, "--as", "json").out)["nodes"][0]["betweenness"] is None


@pytest.mark.parametrize("form", ["table", "md", "html", "json", "csv"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_measure_is_explained_without_a_graph(gronagraf, form, language):
    shown = gronagraf("influence", "--explain", "--as", form, "--lang", language, "--db", "nowhere")
    assert shown.code == 0
    for each in MEASURES.values():
        assert each.term[language] in shown.out
    assert "Burt 1992" in shown.out
    for option in ("--stability", "--carriers", "--years"):
        assert option in shown.out


def test_one_measure_is_explained_within_a_line_of_100(gronagraf):
    lines = gronagraf("influence", "--explain", "--measures", "katz").out.splitlines()
    assert lines[0] == "Katz (katz)"
    assert max(map(len, lines)) <= 100
    assert not any("PageRank" in line or "--stability" in line for line in lines)


def test_steps_alpha_and_raw_are_heeded(gronagraf, both_seeds):
    asked = ("influence", "--db", both_seeds, "--only-seed", "exempel", "--measures", "reach,katz", "--as", "json")

    def first(*more: str) -> dict:
        return json.loads(gronagraf(*asked, *more).out)["nodes"][0]

    assert first("--raw", "--steps", "1")["reach"] < first("--raw", "--steps", "2")["reach"]
    assert first("--raw", "--alpha", "0.9")["katz"] > first("--raw", "--alpha", "0.1")["katz"]
    assert first()["reach"] <= 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--measures", "degre"], 7, 'no measure is called "degre"; did you mean "degree"?'),
        (["--measures", ","], 2, "--measures names no measure"),
        (["--steps", "0"], 2, "--steps"),
        (["--alpha", "1"], 2, "--alpha"),
        (["--by", "colour"], 2, "--by"),
        (["--explain", "--measures", "degre"], 7, "no measure"),
    ],
)
def test_what_cannot_be_measured_is_told(gronagraf, both_seeds, arguments, code, words):
    ended = gronagraf("influence", "--db", both_seeds, *arguments)
    assert ended.code == code
    assert words in ended.err


def test_sorting_by_a_measure_that_is_not_shown_shows_it(gronagraf, both_seeds):
    shown = gronagraf("influence", "--db", both_seeds, "--only-seed", "kronoberg", "--sort", "pagerank", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(shown.out)))
    assert list(rows[0]) == ["name", *SHOWN, "pagerank", "id"]
    ranks = [float(row["pagerank"]) for row in rows]
    assert ranks == sorted(ranks, reverse=True)


def test_where_no_measure_has_a_value_there_is_no_table_of_names(gronagraf, both_seeds):
    asked = ("influence", "--db", both_seeds, "--only-seed", "exempel", "--two-mode", "--measures", "core,katz")
    shown = gronagraf(*asked, "--lang", "en")
    assert shown.code == 0
    assert "None of the measures has a value here." in shown.out
    assert "Nobody has a value in “Core”, “Katz” (the network is two-mode, for which" in shown.out
    assert "Klimatrådet" not in shown.out
