"""`whatif`, and what `influence` says of its own ground: carriers, stability, years."""

import csv
import io
import json
import resource

import pytest

SECTIONS = ("splits", "goals", "brokers", "pairs", "measures", "structure")


def strict(text: str) -> dict:
    """JSON as the standard has it: no NaN, no Infinity."""
    return json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))


@pytest.fixture
def ask(gronagraf, both_seeds):
    return lambda *arguments: gronagraf(*arguments, "--db", both_seeds, "--only-seed", "exempel")


def test_it_begins_with_what_changes_and_what_follows(ask):
    shown = ask("whatif", "--close", "ex_n_klimat", "--without", "ex_hogskolan")
    assert shown.code == 0
    title, _, sentence, *_ = shown.out.splitlines()
    assert title == "Tänk om"
    assert sentence.startswith(
        "Tänk om: Högskolan i Lyrköping försvinner, Klimatrådet läggs ned. Ingen skiljs från resten."
    )
    assert "Aktörer genom gemensamma nätverk" in sentence
    assert "PÅHITTAD" in shown.out


def test_in_english_too(ask):
    shown = ask("whatif", "--merge", "ex_kommun_aglimmer", "ex_kommun_fjarrvika", "--lang", "en")
    assert "What if: with Fjärrvika kommun merged into Åglimmers kommun." in shown.out
    assert "gains most as a broker" in shown.out


@pytest.mark.parametrize(
    "way", [(), ("--two-mode",), ("--relation", "COLLABORATES_WITH"), ("--relation", "INFLUENCES")]
)
def test_programs_get_every_table_and_no_number_that_is_none(ask, way):
    shown = ask("whatif", "--without", "ex_region", "--as", "json", "--measures", "all", *way)
    assert shown.code == 0, shown.err
    whole = strict(shown.out)
    assert set(SECTIONS) <= set(whole)
    assert whole["change"] == {"without": ["ex_region"], "merge": [], "close": []}
    assert {row["id"] for row in whole["measures"]}.isdisjoint({"ex_region"})


def test_csv_holds_the_measures_and_any_other_part_that_is_asked_for(ask):
    change = ("whatif", "--without", "ex_region", "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(ask(*change).out)))
    assert rows[0].keys() >= {"measure", "before", "after", "rank_before", "rank_after", "id"}
    figures = [row["figure"] for row in csv.DictReader(io.StringIO(ask(*change, "--part", "structure").out))]
    assert figures[:3] == ["nodes", "ties", "density"]


@pytest.mark.parametrize("name", ["om.html", "om.md"])
def test_it_goes_to_a_file_in_every_form(ask, folder, name):
    assert ask("whatif", "--without", "ex_region", "--suggest", "2", "--out", name).code == 0
    page = (folder / name).read_text(encoding="utf-8")
    assert "Nya band som skulle göra mest" in page
    assert "Region Lyrebygd" in page


@pytest.mark.parametrize("new", ["tie", "membership", "network"])
def test_the_reverse_names_what_would_do_most(ask, new):
    shown = ask("whatif", "--suggest", "3", "--new", new, "--size", "3", "--aim", "reach", "--as", "json")
    rows = strict(shown.out)["suggestions"]
    assert 1 <= len(rows) <= 3
    assert all(row["new_pairs"] > 0 for row in rows)


def test_suggestions_come_after_a_change_on_what_is_left(ask):
    shown = ask("whatif", "--without", "ex_region", "--suggest", "3", "--as", "json")
    whole = strict(shown.out)
    assert all("ex_region" not in row["node_ids"] for row in whole["suggestions"])
    assert whole["measures"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "say what changes: --without ID"),
        (["--without", "ex_regionn"], 7, 'no node has the id "ex_regionn"; did you mean "ex_region"?'),
        (["--merge", "ex_region", "ex_region"], 7, "cannot be merged with itself"),
        (["--merge", "ex_n_klimat", "ex_n_kompetens", "--close", "ex_n_klimat"], 7, "is to be merged and stands in"),
        (["--close", "ex_region"], 7, "take it away with --without"),
        (["--merge", "ex_region"], 2, "--merge takes two ids, and --db is none"),
        (["--new", "network", "--without", "ex_region"], 2, "--new belongs to --suggest"),
        (["--part", "suggestions", "--without", "ex_region"], 2, "belongs to --suggest"),
        (["--part", "goals", "--suggest", "1"], 2, "--part goals belongs to a change"),
        (["--suggest", "1", "--two-mode"], 7, "leave out --two-mode"),
        (["--suggest", "1", "--relation", "INFLUENCES=strength", "--type", "Actor"], 7, "negative ties"),
        (["--suggest", "1", "--new", "network", "--relation", "INFLUENCES"], 7, "needs networks to meet in"),
        (["--without", "ex_region", "--measures", "betweennes"], 7, 'did you mean "betweenness"?'),
    ],
)
def test_what_cannot_be_answered_is_told(ask, arguments, code, words):
    ended = ask("whatif", *arguments)
    assert ended.code == code
    assert words in ended.err
    assert "Traceback" not in ended.err


def test_how_it_is_worked_out_needs_no_graph(gronagraf):
    shown = gronagraf("whatif", "--explain", "--lang", "en", "--db", "nowhere")
    assert "Latora" in shown.out
    assert "one at a time" in shown.out
    both = gronagraf("influence", "--explain", "--stability", "1", "--db", "nowhere")
    assert "Borgatti, Carley & Krackhardt 2006" in both.out


def test_what_carries_the_top_is_named(ask):
    shown = ask("influence", "--carriers", "3", "--sort", "degree")
    assert "Vad som bär dem: Grad" in shown.out
    rows = strict(ask("influence", "--carriers", "3", "--as", "json").out)["carriers"]
    assert len(rows) == 3
    assert all(row["measure"] == "betweenness" and row["after"] < row["before"] for row in rows)
    lines = ask("influence", "--carriers", "2", "--relation", "COLLABORATES_WITH", "--as", "csv").out.splitlines()
    assert "-[COLLABORATES_WITH]->" in lines[1]


def test_how_sure_the_ranks_are_is_repeatable(ask):
    runs = ("influence", "--stability", "20", "--as", "json")
    first, same, other = ask(*runs).out, ask(*runs).out, ask(*runs, "--seed", "2").out
    assert first == same != other
    whole = strict(first)
    assert whole["disturbance"] == {"runs": 20, "drop": 0.1, "add": 0.1, "bootstrap": False, "seed": 1, "top": 10}
    assert all(row["rank_low"] <= row["rank_high"] for row in whole["stability"])
    drawn = strict(ask(*runs, "--bootstrap").out)["disturbance"]
    assert (drawn["drop"], drawn["add"], drawn["bootstrap"]) == (0.0, 0.0, True)


def test_it_is_told_what_is_disturbed(ask):
    assert "10 % av deltagandena (inte de vikta banden)" in ask("influence", "--stability", "3").out
    related = ask("influence", "--stability", "3", "--drop", "0.2", "--relation", "COLLABORATES_WITH")
    assert "20 % av relationerna" in related.out


def test_the_years_stand_side_by_side(ask):
    shown = ask("influence", "--years", "2019..2021", "--measures", "degree")
    assert "Nätet år för år" in shown.out
    assert "är odaterade och räknas i alla år" in shown.out
    rows = list(csv.DictReader(io.StringIO(ask("influence", "--years", "2019..2021", "--as", "csv").out)))
    assert {row["year"] for row in rows} == {"2019", "2020", "2021"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--years", "2025..2015"], 7, "did you mean 2015..2025?"),
        (["--years", "2015..2016", "--at", "2015"], 2, "--years and --at both say when"),
        (["--drop", "0.2"], 2, "--drop belongs to --stability"),
        (["--bootstrap"], 2, "--bootstrap belongs to --stability"),
        (["--stability", "0"], 2, "--stability"),
        (["--stability", "5", "--drop", "1.5"], 2, "--drop"),
        (["--stability", "5", "--bootstrap", "--relation", "INFLUENCES"], 7, "leave out --bootstrap"),
        (["--part", "years"], 2, "--part years belongs to --years"),
        (
            ["--carriers", "3", "--sort", "betweenness", "--relation", "INFLUENCES=strength", "--type", "Goal"],
            7,
            "cannot be",
        ),
    ],
)
def test_what_cannot_be_judged_is_told(ask, arguments, code, words):
    ended = ask("influence", *arguments)
    assert ended.code == code
    assert words in ended.err


@pytest.mark.slow
def test_two_hundred_runs_on_kronoberg_take_a_few_seconds(process, both_seeds):
    """Of the processor, so that other work on the machine does not fail it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = process("influence", "--stability", "200", "--db", both_seeds, "--only-seed", "kronoberg", "--as", "json")
    assert done.code == 0, done.err
    assert len(strict(done.out)["top_lists"]) >= 3
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 5


def test_where_ties_are_negative_nobody_is_said_to_gain_or_not(ask):
    changed = ("whatif", "--relation", "INFLUENCES=strength", "--without", "ex_bygderadet", "--lang", "en")
    shown = ask(*changed)
    reason = "the network has negative ties, which have no meaning here"
    assert shown.out.count(f"Betweenness cannot be worked out here ({reason}).") == 2
    assert "read from below" not in shown.out
