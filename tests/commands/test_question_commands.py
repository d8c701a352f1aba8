"""`recipes`, `run` and `query`: answers in every form, typed parameters, and questions that cannot change anything."""

import csv
import io
import json
import sys

import pytest

from gronagraf.data import recipe_folder

QUERY = "MATCH (n:Network) WHERE n.seed = 'kronoberg' RETURN n.id AS id, n.name AS name ORDER BY id"


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_recipes_are_listed_by_theme_with_title_and_question(gronagraf):
    shown = gronagraf("recipes").out
    assert shown.index("Överblick\n") < shown.index("Nätverk\n") < shown.index("Förändringslogik\n")
    assert "  bridges " in shown
    assert "Broar mellan nätverk" in shown
    assert "Bridges between networks" in gronagraf("recipes", "--lang", "en").out


def test_recipes_for_programs(gronagraf):
    listed = rows(gronagraf("recipes", "--as", "csv").out)
    assert {row["name"] for row in listed} == {path.stem for path in recipe_folder().rglob("*.cypher")}
    whole = json.loads(gronagraf("recipes", "--as", "json", "--lang", "en").out)
    assert {"theme", "name", "title", "question"} == set(whole["columns"])


def test_recipes_of_ones_own_are_added(gronagraf, folder, both_seeds):
    own = folder / "egna"
    own.mkdir()
    text = (recipe_folder() / "networks" / "bridges.cypher").read_text("utf-8")
    (own / "my_bridges.cypher").write_text(text, encoding="utf-8")
    assert "my_bridges" in gronagraf("recipes", "--recipes", "egna").out
    asked = gronagraf("run", "my_bridges", "--recipes", "egna", "--db", both_seeds, "--as", "csv")
    assert asked.out == gronagraf("run", "bridges", "--db", both_seeds, "--as", "csv").out
    (own / "broken.cypher").write_text("RETURN 1", encoding="utf-8")
    broken = gronagraf("recipes", "--recipes", "egna")
    assert broken.code == 4
    assert "broken.cypher:1" in broken.err


def test_run_by_name_and_by_theme_and_name(gronagraf, both_seeds):
    asked = [gronagraf("run", name, "--db", both_seeds, "--as", "csv") for name in ("bridges", "networks/bridges")]
    assert asked[0].code == 0
    assert len(rows(asked[0].out)) > 1
    assert asked[0].out == asked[1].out


def test_run_takes_typed_parameters(gronagraf, both_seeds):
    every = rows(gronagraf("run", "bridges", "--db", both_seeds, "--as", "csv").out)
    few = rows(gronagraf("run", "bridges", "--at-least", "8", "--db", both_seeds, "--as", "csv").out)
    assert [row for row in every if int(row["pairs"]) >= 8] == few
    wrong = gronagraf("run", "bridges", "--at-least", "många", "--at", "2018-13", "--db", both_seeds)
    assert wrong.code == 4
    assert "--at-least: " in wrong.err
    assert "--at: " in wrong.err


@pytest.mark.parametrize("name", ["bridge", "learning/bridges", "finns_inte"])
def test_an_unknown_recipe_ends_with_4(gronagraf, name):
    ended = gronagraf("run", name)
    assert ended.code == 4
    assert "there is no recipe" in ended.err
    assert 'did you mean "bridges"' in gronagraf("run", "bridge").err


def test_an_answer_keeps_to_one_seed_and_names_it_alone(gronagraf, both_seeds):
    whole = json.loads(gronagraf("run", "contents", "--db", both_seeds, "--as", "json").out)
    assert [seed["name"] for seed in whole["seeds"]] == ["exempel", "kronoberg"]
    one = gronagraf("run", "contents", "--db", both_seeds, "--only-seed", "kronoberg", "--as", "json")
    assert [seed["name"] for seed in json.loads(one.out)["seeds"]] == ["kronoberg"]
    assert one.err == ""
    ended = gronagraf("run", "contents", "--db", both_seeds, "--only-seed", "kronobreg")
    assert ended.code == 4
    assert 'did you mean "kronoberg"' in ended.err


def test_people_are_told_of_fiction_and_of_several_seeds(gronagraf, both_seeds):
    table = gronagraf("run", "contents", "--db", both_seeds)
    assert "PÅHITTAD" in table.out
    assert "flera frön" in table.out
    data = gronagraf("run", "contents", "--db", both_seeds, "--as", "csv")
    assert "PÅHITTAD" not in data.out
    assert "PÅHITTAD" in data.err


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "md", "html"])
def test_every_form_goes_to_a_file_whole_and_with_plain_line_feeds(gronagraf, folder, both_seeds, form):
    shown = gronagraf("query", QUERY, "--db", both_seeds, "--as", form)
    saved = gronagraf("query", QUERY, "--db", both_seeds, "--as", form, "--out", "svar")
    assert (shown.code, saved.code) == (0, 0)
    assert saved.out == ""
    assert "Skrev svar (" in saved.err
    assert (folder / "svar").read_bytes() == shown.out.encode()
    assert "\r" not in shown.out
    assert sorted(path.name for path in folder.iterdir()) == ["svar"]


def test_the_form_follows_the_name_of_the_file(gronagraf, folder, both_seeds):
    gronagraf("query", QUERY, "--db", both_seeds, "--out", "svar.json")
    assert len(json.loads((folder / "svar.json").read_text("utf-8"))["rows"]) == 28


def test_a_file_that_cannot_be_written_ends_with_1_and_leaves_nothing(gronagraf, folder, both_seeds):
    (folder / "mapp").mkdir()
    for out in ("finns/inte.csv", "mapp"):
        ended = gronagraf("query", QUERY, "--db", both_seeds, "--out", out)
        assert ended.code == 1
        assert ended.err.startswith(f"{out}: cannot be written (")
        assert "Traceback" not in ended.err
    assert [path.name for path in folder.rglob("*")] == ["mapp"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("12", 12),
        ("2.5", 2.5),
        ("true", True),
        ("null", None),
        ('"12"', "12"),
        ('["a","b"]', ["a", "b"]),
        ("Växjö", "Växjö"),
        ("NaN", "NaN"),
        ("a=b", "a=b"),
        ("", ""),
        ("') RETURN 1 //", "') RETURN 1 //"),
    ],
)
def test_a_value_is_json_where_it_is_json_and_text_elsewhere(gronagraf, both_seeds, given, expected):
    asked = gronagraf("query", "RETURN $x AS x", "--param", f"x={given}", "--db", both_seeds, "--as", "json")
    assert json.loads(asked.out)["rows"] == [{"x": expected}]


def test_query_cuts_at_its_limit_and_says_so(gronagraf, both_seeds):
    asked = gronagraf("query", "UNWIND range(1, 1001) AS n RETURN n", "--db", both_seeds, "--as", "csv", "--lang", "en")
    assert len(rows(asked.out)) == 1000
    assert "cut at 1000" in asked.err
    asked = gronagraf("query", "UNWIND range(1, 3) AS n RETURN n", "--db", both_seeds, "--limit", "3", "--as", "csv")
    assert "avkortat" not in asked.err


def test_query_reads_standard_input(process, both_seeds):
    asked = process("query", "-", "--db", both_seeds, "--as", "csv", stdin="RETURN 'åäö' AS x".encode("utf-8-sig"))
    assert (asked.code, asked.out) == (0, "x\nåäö\n")
    assert process("query", "-", stdin="åäö".encode("utf-16")).code == 2


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Actor {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x'",
        "RETURN nothing",
    ],
)
def test_a_query_that_writes_or_is_wrong_ends_with_4_and_changes_nothing(gronagraf, both_seeds, cypher):
    ended = gronagraf("query", cypher, "--db", both_seeds)
    assert ended.code == 4
    assert ended.out == ""
    assert "Traceback" not in ended.err
    count = gronagraf("query", "MATCH (n:Actor) RETURN count(n) AS n", "--db", both_seeds, "--as", "csv")
    assert int(rows(count.out)[0]["n"]) > 100


def test_no_rows_is_told_on_the_table_and_beside_the_data(gronagraf, both_seeds):
    none = ("run", "bridges", "--at-least", "999", "--db", both_seeds)
    assert gronagraf(*none).out.startswith("Inga rader.")
    data = gronagraf(*none, "--as", "csv")
    assert data.out == gronagraf("run", "bridges", "--db", both_seeds, "--as", "csv").out.splitlines(keepends=True)[0]
    assert "Inga rader." in data.err


@pytest.mark.parametrize("option", ["--timeout", "--connect-timeout"])
def test_not_a_number_is_no_length_of_time(gronagraf, option):
    ended = gronagraf("query", "RETURN 1", option, "nan")
    assert ended.code == 2
    assert "is no number" in ended.err


@pytest.mark.parametrize("file", ["svar.xls", "svar.ODS", "svar.pdf"])
def test_a_file_is_not_named_as_something_else_than_it_is(gronagraf, both_seeds, folder, file):
    ended = gronagraf("run", "bridges", "--db", both_seeds, "--out", file)
    assert ended.code == 2
    assert "no answer has the form" in ended.err
    assert list(folder.iterdir()) == []


def test_a_question_with_a_name_that_the_model_lacks_is_told_what_may_be_meant(gronagraf, both_seeds):
    asked = gronagraf("query", "MATCH (a:Aktor)-[:MEMBR_OF]->(n) RETURN a.name AS name", "--db", both_seeds)
    assert asked.code == 0
    assert 'Obs: "Aktor" is no label of the model; did you mean "Actor"?' in asked.err
    assert 'Obs: "MEMBR_OF" is no relation type of the model; did you mean "MEMBER_OF"?' in asked.err
    asked = gronagraf("query", "MATCH (a:Actor) RETURN a.id AS id, a.nam AS name", "--db", both_seeds)
    assert 'no type of the model has a field "nam"; did you mean "name"?' in asked.err
    asked = gronagraf("query", "MATCH (a:Actor) RETURN a.name AS name", "--db", both_seeds)
    assert "Obs" not in asked.err


def test_bytes_that_are_no_text_are_no_value(gronagraf, both_seeds):
    asked = gronagraf("run", "find", "--text", "\udcff", "--db", both_seeds)
    assert asked.code == 4
    assert asked.err.startswith('--text: "\\udcff" is not UTF-8 text')


def test_a_workbook_is_not_shown_on_a_terminal(gronagraf, both_seeds, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ended = gronagraf("run", "bridges", "--db", both_seeds, "--as", "xlsx")
    assert ended.code == 2
    assert "--out answer.xlsx" in ended.err


def test_csv_is_itself_in_a_pipe_and_steers_no_terminal(gronagraf, both_seeds, monkeypatch):
    question = ("query", "RETURN 'a\x1b[31mb\tc' AS x", "--as", "csv", "--db", both_seeds)
    assert gronagraf(*question).out == "x\na\x1b[31mb\tc\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert gronagraf(*question).out == "x\na\ufffd[31mb c\n"
