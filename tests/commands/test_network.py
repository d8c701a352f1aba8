"""`network`: a whole network described, its parts and forms, and what is refused."""

import csv
import io
import json

import pytest

PART = ("--only-seed", "kronoberg", "--permutations", "19", "--runs", "3")


@pytest.fixture
def network(gronagraf, both_seeds):
    """The command on the seeds that are loaded."""
    return lambda *arguments: gronagraf("network", "--db", both_seeds, *arguments)


def test_it_begins_with_what_the_network_looks_like(network):
    shown = network(*PART)
    assert shown.code == 0
    title, _, sentence, *_ = shown.out.splitlines()
    assert title == "Nätet som helhet"
    assert sentence.startswith("Aktörer genom gemensamma nätverk, projekt och lärtillfällen, vikt 1/(medlemmar−1): 121")
    assert "hänger ihop, i snitt" in sentence
    for heading in ("Nätet i siffror", "Kärnan", "Klungor i nätet (Leiden)", "Broar: band som ensamma håller ihop"):
        assert heading in shown.out
    assert "Finns inte här: Ömsesidighet (riktade band behövs)." in shown.out
    assert "slutenhet, täthet och liten värld blir därför högre" in shown.out


def test_json_holds_it_all_and_no_nan(network):
    whole = json.loads(network(*PART, "--as", "json").out, parse_constant=pytest.fail)
    assert {"figures", "groups", "mixing", "core", "communities", "members", "bridges", "cuts"} <= set(whole)
    figures = {row["figure"]: row for row in whole["figures"]}
    assert figures["nodes"]["value"] == 121
    assert figures["reciprocity"]["reason"] == "directed ties are needed"
    assert len(whole["members"]) == 121
    assert {row["permutations"] for row in whole["groups"]} == {19}
    assert (whole["seed"], whole["resolution"], whole["runs"]) == (1, 1.0, 3)


def test_one_value_for_each_node_goes_to_csv(network):
    rows = list(csv.DictReader(io.StringIO(network(*PART, "--part", "members", "--as", "csv").out)))
    assert list(rows[0]) == ["name", "community", "in_core", "id"]
    assert {row["community"] for row in rows} > {"", "1", "2"}


def test_the_same_question_has_the_same_answer(network):
    asked = (*PART, "--as", "json", "--seed", "7")
    assert network(*asked).out == network(*asked).out


def test_groups_are_chosen(network):
    rows = json.loads(network(*PART, "--part", "groups", "--group", "kind", "--as", "json").out)["groups"]
    assert [(row["by"], row["figure"]) for row in rows] == [("kind", "assortativity"), ("kind", "e_i")]


def test_weight_goes_between_groups_too(network):
    shown = network(*PART, "--part", "mixing_weight", "--group", "sector", "--lang", "en")
    assert "Weight of ties from group to group" in shown.out
    assert "public sector" in shown.out


def test_two_modes_directed_and_signed(network):
    two = network(*PART, "--two-mode", "--lang", "en")
    assert two.code == 0
    reason = "the network is two-mode, for which there is no established reading; measure without --two-mode"
    themes = "closure; small world; core and periphery; centralisation"
    assert f"figures are not here ({reason}): {themes}. Each of them is in --as json." in two.out
    signed = network(
        "--only-seed", "exempel", "--relation", "INFLUENCES=strength", "--type", "Actor", "--lang", "en", "--as", "md"
    )
    assert signed.code == 0
    assert "Cannot be tested: the network has negative ties, which have no meaning here." in signed.out
    assert "FICTIONAL" in signed.out


def test_a_network_without_ties_says_so(network):
    shown = network(*PART, "--relation", "LEADS", "--type", "Actor")
    assert shown.code == 0
    assert "121 noder, 0 band. Nätet har inga band, bara ensamma noder." in shown.out
    untied = (*PART, "--relation", "COLLABORATES_WITH")
    shown = network(*untied)
    themes = "avstånden; slutenhet; liten värld; kärna och periferi; klungor; broar och brytpunkter; centralisering"
    assert f"27 mått finns inte här (nätet har inga band): {themes}. Vart och ett står i --as json." in shown.out
    whole = json.loads(network(*untied, "--as", "json").out)
    reasons = [row["reason"] for row in (*whole["figures"], *whole["centralisation"])]
    assert reasons.count("the network has no ties") == 27


def test_figures_of_a_theme_that_is_there_in_part_are_told_by_name(network):
    asked = ("--only-seed", "exempel", "--relation", "INFLUENCES=strength", "--type", "Actor")
    said = network(*asked, "--part", "all", "--runs", "3").out
    assert "kärna och periferi; klungor; centralisering: Mellanhand. Vart" in said


def test_what_holds_parts_together_is_counted_in_any_number(network):
    assert "hålls ihop av enskilda band (9) och enskilda noder (3)." in network(*PART, "--part", "all").out


def test_what_counts_ties_and_not_weights_says_so(gronagraf):
    shown = gronagraf("network", "--explain", "--lang", "en").out
    texts = dict(each.split("\n", 1) for each in shown.split("\n\n") if "\n" in each)
    for name in ("Bridges", "Articulation points", "Tie connectivity", "Node connectivity", "E-I index"):
        assert "each tie counts as one, whatever it weighs" in " ".join(texts[name].lower().split())


def test_explained_without_a_graph(gronagraf, folder):
    shown = gronagraf("network", "--explain", "--db", folder / "none")
    assert shown.code == 0
    assert "Humphries & Gurney 2008, PLoS ONE 3: e0002051" in shown.out
    page = gronagraf("network", "--explain", "--lang", "en", "--out", "how.html")
    assert page.code == 0
    assert "<h1>How the network is measured</h1>" in (folder / "how.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--part", "gropus"], 2, "--part"),
        (["--resolution", "0"], 2, "--resolution"),
        (["--permutations", "0"], 2, "--permutations"),
        (["--group", "colour"], 2, "--group"),
        (["--relation", "NOTHING"], 7, 'no relation is called "NOTHING"'),
    ],
)
def test_what_is_refused(network, arguments, code, words):
    ended = network(*arguments)
    assert ended.code == code
    assert words in ended.err
