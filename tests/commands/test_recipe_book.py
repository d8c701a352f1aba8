"""`recipes`: found by theme and words, shown whole, printed as Cypher, and a user's own added and checked."""

import csv
import io
import os

import pytest

from gronagraf.data import recipe_folder

BRIDGES = (recipe_folder() / "networks" / "bridges.cypher").read_text("utf-8")


def names(gronagraf, *arguments):
    listed = gronagraf("recipes", *arguments, "--as", "csv")
    assert listed.code == 0
    return {row["name"] for row in csv.DictReader(io.StringIO(listed.out))}


@pytest.fixture
def own(folder):
    """A folder with a recipe of one's own, in a theme of its own."""
    theme = folder / "egna" / "var_region"
    theme.mkdir(parents=True)
    text = BRIDGES.replace('title = "Broar mellan nätverk"', 'title = "Våra broar"')
    (theme / "our_bridges.cypher").write_text(text, encoding="utf-8")
    return folder / "egna"


@pytest.mark.parametrize("theme", ["networks", "Nätverk", "NATVERK", "Networks"])
def test_a_theme_is_named_as_a_folder_or_as_its_heading(gronagraf, theme):
    assert names(gronagraf, "--theme", theme) == {path.stem for path in (recipe_folder() / "networks").iterdir()}


def test_an_unknown_theme_suggests_the_nearest(gronagraf):
    ended = gronagraf("recipes", "--theme", "netwrks")
    assert ended.code == 4
    assert 'there is no theme "netwrks"; did you mean "networks"?' in ended.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("missing_municipalities", "missing_municipalities"),
        ("Missing Municipalities", "missing_municipalities"),
        ("natverk BROAR", "bridges"),
        ("bridges", "bridges"),
        ("Samverkanstrappan stått", "ladder_still"),
        ("learned", "lessons"),
    ],
)
def test_a_search_minds_neither_case_nor_accents_nor_language(gronagraf, words, found):
    assert found in names(gronagraf, "--search", words)
    assert found not in names(gronagraf, "--search", f"{words} zzz")


def test_a_search_keeps_to_the_theme(gronagraf):
    both = names(gronagraf, "--search", "mal")
    assert names(gronagraf, "--search", "mal", "--theme", "learning") < both


def test_a_search_that_finds_nothing_says_so(gronagraf):
    shown = gronagraf("recipes", "--search", "zzz")
    assert (shown.code, shown.out) == (0, "Ingen fråga passar. Alla frågor:  gronagraf recipes\n")
    assert gronagraf("recipes", "--search", "zzz", "--lang", "en").out.startswith("No recipe fits.")


@pytest.mark.parametrize(("language", "takes"), [("sv", "Den tar:"), ("en", "It takes:")])
def test_a_recipe_is_shown_whole(gronagraf, language, takes):
    shown = gronagraf("recipes", "rhythm", "--lang", language).out
    assert "learning/rhythm: " in shown
    assert takes in shown
    assert "  only_seed (SEED): " in shown
    assert "  year: " in shown
    assert "  LearningEvent.phase: " in shown
    assert "gronagraf run rhythm" in shown
    assert str(recipe_folder() / "learning" / "rhythm.cypher") in shown
    assert "gronagraf run ways --first ID --second ID" in gronagraf("recipes", "networks/ways").out


def test_a_recipe_is_shown_whole_for_programs(gronagraf):
    rows = list(csv.DictReader(io.StringIO(gronagraf("recipes", "bridges", "--as", "csv", "--lang", "en").out)))
    parameter = next(row for row in rows if row["name"] == "at_least")
    assert (parameter["part"], parameter["kind"], parameter["usual"]) == ("parameter", "integer", "1")
    assert {row["name"]: row["term"] for row in rows if row["part"] == "column"}["actor"] == "Actor"


def test_cypher_is_printed_with_a_line_for_each_parameter(gronagraf):
    lines = gronagraf("recipes", "bridges", "--cypher").out.splitlines()
    assert lines[:3] == [":param at_least => 1;", ":param at => null;", ":param stated_only => false;"]
    assert lines[3] == ":param only_seed => null;"
    assert lines[4].startswith("// Broar mellan nätverk: Vilka aktörer")
    assert "\n".join(lines[5:]) == BRIDGES.partition("*/\n")[2].rstrip() + ";"
    assert ":param stated_only => false;" in gronagraf("recipes", "ladder", "--cypher").out


def test_cypher_is_printed_with_the_values_that_were_given(gronagraf):
    given = ("--param", "at=2020", "--param", "at_least=3", "--param", "only_seed=exempel")
    lines = gronagraf("recipes", "bridges", "--cypher", *given).out.splitlines()
    assert lines[:4] == [
        ":param at_least => 3;",
        ':param at => "2020";',
        ":param stated_only => false;",
        ':param only_seed => "exempel";',
    ]
    odd = gronagraf("recipes", "find", "--cypher", "--param", 'text=a"b\\c; å').out
    assert odd.splitlines()[0] == ':param text => "a\\"b\\\\c; å";'


def test_what_must_be_given_is_null_until_it_is(gronagraf):
    printed = gronagraf("recipes", "ways", "--cypher", "--param", "first=ex_region")
    assert printed.code == 0
    assert printed.out.startswith(':param first => "ex_region";\n:param second => null;\n')
    assert printed.err == "second är null i frågan tills det får ett värde: --param second=… (Den andra nodens id.)\n"


def test_cypher_goes_to_a_file(gronagraf, folder):
    assert gronagraf("recipes", "bridges", "--cypher", "--out", "bridges.cypher").out == ""
    assert (folder / "bridges.cypher").read_text("utf-8") == gronagraf("recipes", "bridges", "--cypher").out


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("at_least=many", "--at-least: "),
        ("at_least=-3", '--at-least: "-3" is outside 1 to 1000'),
        ("at=2020-13", "--at: "),
        ("at_laest=1", 'did you mean "at_least"'),
    ],
)
def test_a_wrong_value_for_the_cypher_ends_with_4(gronagraf, given, expected):
    ended = gronagraf("recipes", "bridges", "--cypher", "--param", given)
    assert ended.code == 4
    assert ended.out == ""
    assert expected in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--cypher",),
        ("bridges", "--param", "at_least=3"),
        ("bridges", "--theme", "networks"),
        ("bridges", "--search", "bro"),
        ("bridges", "--check", "egna"),
        ("bridges", "--cypher", "--as", "csv"),
        ("--check", "egna", "--search", "bro"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_refused(gronagraf, arguments):
    ended = gronagraf("recipes", *arguments)
    assert ended.code == 2
    assert "Användning: gronagraf recipes" in ended.err


def test_a_recipe_that_is_not_there_suggests_the_nearest(gronagraf):
    ended = gronagraf("recipes", "bridge")
    assert ended.code == 4
    assert 'did you mean "bridges"' in ended.err


def test_folders_of_ones_own_stand_in_the_environment_too(gronagraf, own, folder, both_seeds, monkeypatch):
    more = folder / "fler"
    more.mkdir()
    (more / "my_bridges.cypher").write_text(BRIDGES, encoding="utf-8")
    monkeypatch.setenv("GRONAGRAF_RECIPES", os.pathsep.join(("egna", "", "fler")))
    assert {"our_bridges", "my_bridges", "bridges"} <= names(gronagraf)
    assert names(gronagraf, "--theme", "var_region") == {"our_bridges"}
    assert names(gronagraf, "--search", "vara broar") == {"our_bridges"}
    asked = gronagraf("run", "our_bridges", "--db", both_seeds, "--as", "csv")
    assert asked.out == gronagraf("run", "bridges", "--db", both_seeds, "--as", "csv").out
    assert str(own) in gronagraf("recipes", "our_bridges", "--recipes", own).out
    monkeypatch.setenv("GRONAGRAF_RECIPES", "")
    assert "our_bridges" not in names(gronagraf)


def test_several_folders_may_be_given(gronagraf, own, folder):
    more = folder / "fler"
    more.mkdir()
    (more / "my_bridges.cypher").write_text(BRIDGES, encoding="utf-8")
    assert {"our_bridges", "my_bridges"} <= names(gronagraf, "--recipes", own, "--recipes", more)


def test_a_folder_without_problems_is_counted(gronagraf, own):
    checked = gronagraf("recipes", "--check", own)
    assert (checked.code, checked.out) == (0, f"Inga fel i {own}. Frågor: 1.\n")
    assert gronagraf("recipes", "--check", recipe_folder()).code == 0


def test_a_file_that_ends_in_capitals_is_read_too(gronagraf, own):
    (own / "loud_bridges.CYPHER").write_text(BRIDGES, encoding="utf-8")
    assert {"our_bridges", "loud_bridges"} <= names(gronagraf, "--recipes", own)
    assert gronagraf("recipes", "--check", own).out.endswith("Frågor: 2.\n")


def test_every_problem_of_a_folder_is_told_with_file_and_line(gronagraf, own):
    (own / "broken.cypher").write_text("RETURN 1", encoding="utf-8")
    (own / "bridges.cypher").write_text(BRIDGES, encoding="utf-8")
    wrong = BRIDGES.replace("MATCH (a:Actor)", "MATCH (a:Aktor)").replace("$at_least", "$atleast")
    (own / "wrong.cypher").write_text(wrong, encoding="utf-8")
    checked = gronagraf("recipes", "--check", own)
    assert checked.code == 4
    assert checked.out == ""
    line = wrong[: wrong.index("(a:Aktor)")].count("\n") + 1
    assert "broken.cypher:1: has no header" in checked.err
    assert f'wrong.cypher:{line}: "Aktor" is no label of the model; did you mean "Actor"?' in checked.err
    assert "$atleast is used but not declared" in checked.err
    assert "has the same name; rename one of the files" in checked.err
    assert gronagraf("recipes", "--check", "finns_inte").code == 4
