"""Every recipe on every engine: the answer is the table that was worked out apart from the program."""

import csv
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from gronagraf.data import recipe_folder, seed_folder
from gronagraf.errors import RecipeError
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.recipes import read_recipe, read_recipes, run_recipe
from gronagraf.recipes.cover import covers, ground
from tests.recipes.asked import arguments
from tests.recipes.shown import as_rows

SEEDS = ("exempel", "kronoberg")
TABLES = Path(__file__).parent.parent / "recipes"
ARGUMENTS = {seed: arguments(seed) for seed in SEEDS}
RECIPES = {recipe.name: recipe for recipe in read_recipes([recipe_folder()], MODEL)}
ASKED = {"text": "nobody", "date": "2020", "integer": 1, "number": 1.0, "boolean": True}
EXPECTED = sorted(TABLES.glob("*/*.csv"))


def of_table(path):
    """On Neo4j the larger seed is slow: every question is planned anew; `seed/exempel` uses every type there."""
    marks = [pytest.mark.slow_on_neo4j] if path.parent.name == "kronoberg" else []
    return pytest.param(path, id=f"{path.parent.name}-{path.stem}", marks=marks)


def ask(store, name, only_seed=None, **params):
    return run_recipe(store, RECIPES[name], params, only_seed=only_seed)


@pytest.mark.parametrize("table", [of_table(path) for path in EXPECTED])
def test_the_answer_is_the_expected_table(table, loaded):
    arguments = dict(ARGUMENTS[table.parent.name].get(table.stem, {}))
    recipe = RECIPES[arguments.pop("recipe", table.stem)]
    with table.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    result = run_recipe(loaded(table.parent.name), recipe, arguments)
    assert [column.name for column in result.columns] == header
    assert as_rows(result) == rows
    assert result.columns == recipe.columns
    assert [seed.name for seed in result.seeds] == [table.parent.name]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_recipe_has_a_table_for_every_seed(seed):
    asked = {ARGUMENTS[seed].get(path.stem, {}).get("recipe", path.stem) for path in (TABLES / seed).glob("*.csv")}
    assert asked == set(RECIPES)


def test_thin_cover_is_told(loaded):
    told = ask(loaded("kronoberg"), "rhythm").covers
    assert [(each.what.en, each.known, each.total) for each in told] == [("Phase", 0, 34), ("From", 31, 34)]
    assert [(each.what.sv, each.known, each.total) for each in ask(loaded("exempel"), "rhythm").covers] == [
        ("Fas", 5, 6)
    ]


def test_cover_of_a_relation_that_a_seed_calls_complete_is_not_counted(loaded):
    grounds = [ground("LearningEvent.TOOK_PART_IN", MODEL)]
    [told] = covers(loaded("kronoberg"), grounds, None)
    assert (told.nodes.en, told.what.en, told.known, told.total) == ("Learning events", "had the participant", 9, 34)
    assert list(covers(loaded("exempel"), grounds, None)) == []


def test_a_relation_without_direction_is_known_of_both_its_ends(loaded):
    [told] = covers(loaded("exempel"), [replace(ground("Actor.COLLABORATES_WITH", MODEL), name="not complete")], None)
    assert (told.known, told.total) == (11, 19)


@pytest.mark.slow_on_neo4j
def test_an_empty_graph_answers_every_question_with_nothing(store):
    """Where a node must be named there is none to name."""
    for name, recipe in RECIPES.items():
        needed = {parameter.name: parameter.kind for parameter in recipe.params if parameter.required}
        if any(kind.name == "reference" for kind in needed.values()):
            continue
        given = {each: kind.values[0] if kind.values else ASKED[kind.name] for each, kind in needed.items()}
        result = run_recipe(store, recipe, given)
        assert (name, result.rows) == (name, ())
        assert result.columns == recipe.columns


def test_an_answer_changes_when_a_row_is_taken_out(store, tmp_path):
    """One membership less in `seed/exempel`, and the member who carried the bridge is gone from the answer."""
    folder = tmp_path / "seed"
    shutil.copytree(seed_folder("exempel"), folder)
    members = folder / "member_of.csv"
    text = members.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("ex_unga_lyra,ex_n_kompetens,")]
    assert len(kept) == len(text.splitlines()) - 1
    members.write_text("\n".join(kept) + "\n", encoding="utf-8")
    store.load(read_seed(folder, MODEL))
    whole = (TABLES / "exempel" / "bridges.csv").read_text(encoding="utf-8")
    assert "Unga Lyra" in whole
    assert "Unga Lyra" not in {row[0] for row in as_rows(ask(store, "bridges"))}


def test_only_seed_keeps_to_one_seed(loaded):
    store = loaded("exempel")
    assert as_rows(ask(store, "rhythm", only_seed="exempel")) == as_rows(ask(store, "rhythm"))
    with pytest.raises(RecipeError, match=r'the graph has no seed "exempl"; did you mean "exempel"\?'):
        ask(store, "rhythm", only_seed="exempl")


@pytest.mark.slow_on_neo4j
def test_of_another_seed_there_is_nothing(loaded):
    store = loaded("exempel")
    for name, recipe in RECIPES.items():
        values = {parameter.name: parameter.default for parameter in recipe.params}
        values |= {key: value for key, value in ARGUMENTS["exempel"].get(name, {}).items() if key != "recipe"}
        assert (name, len(store.run(recipe.cypher, values | {"only_seed": None}).rows)) > (name, 0)
        found = as_rows(store.run(recipe.cypher, values | {"only_seed": "another"}))
        assert found == ([["0", values["node"], "", ""]] if name == "surroundings" else [])


def test_a_map_recipe_answers_with_a_graph(loaded):
    graph = ask(loaded("exempel"), "surroundings", node="ex_k_mat_forst", most_steps=1).graph()
    assert "ex_k_mat_forst" in graph.by_id()
    assert {edge.type for edge in graph.edges} == {"INFORMS", "PRODUCED"}


def test_a_node_without_relations_is_its_own_surroundings(store, tmp_path):
    folder = tmp_path / "seed"
    folder.mkdir()
    (folder / "seed.toml").write_text('name = "one"\ntitle = "En"\n', encoding="utf-8")
    (folder / "actor.csv").write_text("id,name\nalone,Ensam\n", encoding="utf-8")
    store.load(read_seed(folder, MODEL))
    assert as_rows(ask(store, "surroundings", node="alone")) == [["0", "alone", "", ""]]


WRONG_PARAMETERS = [
    ({}, "--node: is missing; give it: The node's id."),
    ({"nod": "x", "node": "ex_region"}, '--nod: the recipe surroundings has no such parameter; did you mean "node"?'),
    ({"node": "ex region"}, '--node: "ex region" is not an id; use letters, digits and _ . : - only'),
    ({"node": "ex_regionn"}, 'has the id "ex_regionn"; did you mean "ex_region"?'),
    ({"node": "Klimatrådet"}, 'has the id "Klimatrådet"; did you mean "ex_n_klimat"?'),
    ({"node": "exempel"}, 'has the id "exempel"; look it up with the recipe find'),
    ({"node": "ex_region", "most_steps": "4"}, '--most-steps: "4" is outside 1 to 3; give a value between them'),
    ({"node": "ex_region", "most_steps": True}, '--most-steps: "True" is not of the kind integer; give a value of'),
]


@pytest.mark.parametrize(("given", "expected"), WRONG_PARAMETERS)
def test_a_wrong_parameter_is_refused(given, expected, loaded):
    with pytest.raises(RecipeError) as raised:
        run_recipe(loaded("exempel"), RECIPES["surroundings"], given)
    [problem] = raised.value.problems
    assert expected in str(problem)


def test_every_count_asked_for_has_a_lowest_value():
    for name, recipe in RECIPES.items():
        bounds = {each.name: each.kind.lowest for each in recipe.params if each.kind.name == "integer"}
        assert None not in bounds.values(), (name, bounds)


def test_an_id_of_another_type_is_refused(loaded):
    with pytest.raises(RecipeError, match=r'^--actor: no Actor has the id "ex_n_klimat"'):
        ask(loaded("exempel"), "actor", actor="ex_n_klimat")


OWN = """/*
title = "Egen"
title_en = "Own"
question = "Vad?"
question_en = "What?"
view = "table"

[returns.name]
term = "Namn"
term_en = "Name"
*/
"""


def own_recipe(folder, cypher):
    path = folder / "own.cypher"
    path.write_text(OWN + cypher, encoding="utf-8")
    return read_recipe(path, MODEL)


def test_what_the_engine_says_names_the_file_and_its_line(loaded, tmp_path):
    recipe = own_recipe(tmp_path, "\nMATCH (a:Actor)\nRETRN a.name AS name RETURN a.name AS name")
    assert recipe.line == 13
    with pytest.raises(RecipeError) as raised:
        run_recipe(loaded("exempel"), recipe, {})
    [problem] = raised.value.problems
    assert problem.where == f"{recipe.path}:14"
    assert "RETRN" in problem.what


def test_what_the_engine_says_of_no_line_names_the_file(loaded, tmp_path):
    recipe = own_recipe(tmp_path, "UNWIND range(1, 3) AS x\nRETURN x / 0 AS name")
    with pytest.raises(RecipeError, match="zero") as raised:
        run_recipe(loaded("exempel"), recipe, {})
    assert raised.value.problems[0].where == str(recipe.path)


def test_a_question_that_goes_on_is_ended_in_its_time(loaded):
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN a AS a"
    began = time.monotonic()
    with pytest.raises(RecipeError, match="did not end within 2 s"):
        loaded("exempel").run(endless, {}, timeout=2)
    assert time.monotonic() - began < 20


def test_other_columns_than_described_are_refused(loaded, tmp_path):
    recipe = own_recipe(tmp_path, "MATCH (a:Actor)\nRETURN a.name AS name\n")
    recipe = replace(recipe, cypher="MATCH (a:Actor)\nRETURN a.name AS name, a.id AS id")
    with pytest.raises(RecipeError, match="where its header describes name; make them the same"):
        run_recipe(loaded("exempel"), recipe, {})


def test_a_recipe_without_only_seed_cannot_keep_to_one(loaded, tmp_path):
    recipe = own_recipe(tmp_path, "MATCH (a:Actor) RETURN a.name AS name ORDER BY name")
    assert ["Regionförbundet Lyrebygd"] in as_rows(run_recipe(loaded("exempel"), recipe, {}))
    with pytest.raises(RecipeError, match=r"^--only-seed: the recipe own does not use \$only_seed; ask it of all"):
        run_recipe(loaded("exempel"), recipe, {}, only_seed="exempel")


def test_a_limit_cuts_and_says_so(loaded):
    result = run_recipe(loaded("exempel"), RECIPES["contents"], {}, limit=3)
    assert len(result.rows) == 3
    assert result.cut
