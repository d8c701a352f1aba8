"""Every command says what it is for and shows an example, in both languages, at once."""

import pytest

from gronagraf.cli import MODULES
from gronagraf.cli.words import PURPOSES
from gronagraf.data import recipe_folder
from gronagraf.model import MODEL
from gronagraf.recipes import read_recipes

NAMES = sorted(MODULES)
RECIPES = [recipe.name for recipe in read_recipes([recipe_folder()], MODEL)]


def test_the_commands_are_those_of_the_design():
    asked = "assessment chart crossimpact influence map network query recipes run schema status thread whatif"
    kept = "check demo diff forget load merge template"
    passed_on = "export import"
    assert NAMES == sorted(PURPOSES) == sorted(f"{asked} {kept} {passed_on}".split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "heading"), [("sv", "Exempel:"), ("en", "Example:")])
def test_help_has_a_purpose_and_an_example(gronagraf, name, language, heading):
    shown = gronagraf(name, "--help", "--lang", language)
    assert shown.code == 0
    assert shown.err == ""
    assert PURPOSES[name][language] in shown.out
    assert f"{heading}\n    gronagraf {name}" in shown.out.replace("Exempel:\n  gronagraf", "Exempel:\n    gronagraf")


def test_the_language_of_help_follows_the_option_then_the_environment(gronagraf, monkeypatch):
    assert "Användning: gronagraf" in gronagraf("--help").out
    monkeypatch.setenv("GRONAGRAF_LANG", "en")
    assert "Usage: gronagraf" in gronagraf("--help").out
    assert "Användning: gronagraf" in gronagraf("--lang", "sv", "--help").out
    assert "Användning: gronagraf load" in gronagraf("load", "--lang=sv", "--help").out


def test_help_of_the_program_lists_every_command_with_its_purpose(gronagraf):
    shown = gronagraf("--help").out
    for name in NAMES:
        line = next(line for line in shown.splitlines() if line.startswith(f"  {name} "))
        assert line.split(maxsplit=1)[1] == PURPOSES[name].sv


def test_no_command_takes_a_password(gronagraf):
    for name in NAMES:
        assert "--password " not in gronagraf(name, "--help").out
        assert gronagraf(name, "--password", "x").code in (2, 4)


@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_of_a_recipe_shows_its_question_its_parameters_and_its_columns(gronagraf, name, language):
    recipe = next(each for each in read_recipes([recipe_folder()], MODEL) if each.name == name)
    shown = gronagraf("run", name, "--help", "--lang", language)
    assert shown.code == 0
    assert " ".join(recipe.question[language].split()) in " ".join(shown.out.split())
    for parameter in recipe.params:
        assert f"--{parameter.name.replace('_', '-')} " in shown.out
    for column in recipe.columns:
        assert f"    {column.name}: {column.term[language]}" in shown.out
    assert f"gronagraf run {name}" in shown.out


def test_help_of_run_lists_the_recipes(gronagraf):
    shown = gronagraf("run", "--help")
    assert shown.code == 0
    assert all(f"  {name} " in shown.out for name in RECIPES)


def test_version(gronagraf):
    from gronagraf import __version__

    assert gronagraf("--version").out == f"gronagraf {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["lod"],
        ["load"],
        ["check", "--nonsense"],
        ["recipes", "--as", "xls"],
        ["recipes", "--as", "json", "--excel"],
        ["recipes", "--as", "csv", "--excel", "--raw"],
        ["recipes", "--raw"],
        ["recipes", "--lang", "de"],
        ["query", "RETURN 1", "--limit", "0"],
        ["query", "RETURN 1", "--timeout", "0"],
        ["query", "  "],
        ["query", "RETURN $x", "--param", "x"],
        ["query", "RETURN $x", "--param", "x=9223372036854775808"],
        ["map", "--recipe", "bridges", "--around", "x"],
        ["map", "--param", "a=1"],
        ["map", "--out", "karta.csv"],
        ["map", "--around", "x", "--steps", "4"],
        ["run"],
        ["run", "--at-least", "3", "bridges"],
        ["run", "bridges", "--at-laest", "3"],
        ["schema", "--form", "dot"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_usage_says_so_and_ends_with_2(gronagraf, arguments):
    ended = gronagraf(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert "Användning:" in ended.err
    assert "Traceback" not in ended.err


def test_wrong_usage_suggests_the_nearest_command_and_option(gronagraf):
    assert "load" in gronagraf("lod").err
    assert "--at-least" in gronagraf("run", "bridges", "--at-laest", "3").err


def test_a_wrong_language_in_the_environment_is_told(gronagraf, monkeypatch):
    monkeypatch.setenv("GRONAGRAF_LANG", "de")
    assert gronagraf("recipes").code == 2
