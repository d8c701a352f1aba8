"""Recipe files: what is read out of a right one, and every refusal of a wrong one with its place."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gronagraf.data import recipe_folder
from gronagraf.errors import RecipeError
from gronagraf.model import MODEL
from gronagraf.recipes import parameter_value, read_recipe, read_recipes
from gronagraf.recipes.shared import AT, STATED_ONLY
from gronagraf.schema import Term

RIGHT = """/*
title = "Medlemmar"
title_en = "Members"
question = "Vilka är med?"
question_en = "Who takes part?"
view = "table"

[params.network]
kind = "id"
labels = ["Network"]
doc = "Nätverkets id."
doc_en = "The network's id."

[returns.actor]
term = "Aktör"
term_en = "Actor"
doc = "Namnet."
doc_en = "The name."
*/
MATCH (a:Actor)-[m:MEMBER_OF]->(n:Network)
WHERE n.id = $network
RETURN a.name AS actor
ORDER BY actor, a.id
"""
CYPHER = RIGHT.partition("*/\n")[2]
FIRST_LINE_OF_CYPHER = 20


def problems_of(folder: Path, text: str | bytes, name: str = "wrong.cypher") -> list[str]:
    """What reading this file refuses, each without the folder's name."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RecipeError) as raised:
        read_recipe(path, MODEL)
    assert raised.value.exit_code == 4
    return [str(problem).replace(f"{folder}{os.sep}", "") for problem in raised.value.problems]


def with_cypher(cypher: str) -> str:
    return RIGHT.replace(CYPHER, cypher)


def test_a_recipe_is_read_whole(tmp_path):
    folder = tmp_path / "networks"
    folder.mkdir()
    path = folder / "members.cypher"
    path.write_text(RIGHT, encoding="utf-8")
    recipe = read_recipe(path, MODEL)
    assert (recipe.name, recipe.theme, recipe.view) == ("members", "networks", "table")
    assert recipe.title == Term("Medlemmar", "Members")
    assert recipe.question == Term("Vilka är med?", "Who takes part?")
    [network] = recipe.params
    assert (network.name, network.required, network.default) == ("network", True, None)
    assert (network.kind.name, network.kind.labels) == ("reference", ("Network",))
    [actor] = recipe.columns
    assert (actor.name, actor.term.en, actor.doc.sv) == ("actor", "Actor", "Namnet.")
    assert recipe.cypher == CYPHER.strip()
    assert recipe.line == FIRST_LINE_OF_CYPHER
    assert not recipe.takes_seed


def test_shared_parameters_are_used_without_being_declared(tmp_path):
    path = tmp_path / "members.cypher"
    path.write_text(RIGHT.replace("ORDER BY", "ORDER BY $at, $stated_only,"), encoding="utf-8")
    assert read_recipe(path, MODEL).params[1:] == (AT, STATED_ONLY)


def test_a_column_of_codes_has_their_words(tmp_path):
    path = tmp_path / "members.cypher"
    for name, code, word in (("Actor.sector", "civil", "civil society"), ("ASSESSED_IN", "power", "Power")):
        path.write_text(RIGHT.replace('term = "Aktör"', f'of = "{name}"\nterm = "Aktör"'), encoding="utf-8")
        assert read_recipe(path, MODEL).columns[0].words[code].en == word


def test_what_an_answer_rests_on(tmp_path):
    path = tmp_path / "members.cypher"
    words = 'rests_on = ["LearningEvent.TOOK_PART_IN", "Network.form"]'
    path.write_text(RIGHT.replace('view = "table"', f'view = "table"\n{words}'), encoding="utf-8")
    took_part, form = read_recipe(path, MODEL).grounds
    assert took_part.test == "EXISTS { (n)<-[:TOOK_PART_IN]-() }"
    assert (form.plural.en, form.test) == ("Networks", "n.form IS NOT NULL")


@pytest.mark.parametrize("change", ["\ufeff", "\n\n", "\r\n"])
def test_bom_blank_lines_and_crlf_are_read(tmp_path, change):
    text = RIGHT.replace("\n", "\r\n") if change == "\r\n" else change + RIGHT
    path = tmp_path / "members.cypher"
    path.write_bytes(text.encode())
    assert [column.name for column in read_recipe(path, MODEL).columns] == ["actor"]


WRONG_HEADERS = [
    ('title = "Medlemmar"', 'titel = "Medlemmar"', 'wrong.cypher:2: the key titel is unknown; did you mean "title"?'),
    ('title_en = "Members"\n', "", "wrong.cypher:1: the key title_en is missing; add it"),
    ('question_en = "Who takes part?"', 'question_en = " "', "wrong.cypher:5: question_en is empty; write a text"),
    ('title = "Medlemmar"', "title = 7", "wrong.cypher:2: title is no text; write a text"),
    ('title = "Medlemmar"', 'title = "Medlemmar', "wrong.cypher:2:19: the header is no TOML: "),
    ('title = "Medlemmar"', "title = " + 5000 * "[", "wrong.cypher:"),
    ('title = "Medlemmar"', "title = " + 5000 * "9", "wrong.cypher:"),
    ('view = "table"', 'view = "mapp"', 'wrong.cypher:6: the view is "mapp"; did you mean "map"?'),
    ('view = "table"', 'view = "table"\nview = "map"', "wrong.cypher:7:13: the header is no TOML: "),
    ('kind = "id"', 'kind = "idd"', 'wrong.cypher:9: "idd" is no kind; did you mean "id"?'),
    ('kind = "id"\n', "", "wrong.cypher:8: the key params.network.kind is missing; add it"),
    ('["Network"]', '["Netwrk"]', 'wrong.cypher:10: "Netwrk" is no label of the model; did you mean "Network"?'),
    ('labels = ["Network"]', "labels = 3", "wrong.cypher:10: params.network.labels is of the wrong type"),
    ('doc_en = "The network\'s id."', 'dok_en = "x"', "wrong.cypher:12: the key params.network.dok_en is unknown"),
    ('kind = "id"', 'kind = "text"', "wrong.cypher:10: labels does not go with the kind text; leave it out"),
    ('term_en = "Actor"\n', "", "wrong.cypher:14: the key returns.actor.term_en is missing; add it"),
    ("[returns.actor]", "[returns]\nactor = 3\n[retur.actor]", "wrong.cypher:15: returns.actor is no table"),
    ("[params.network]", "[params.only_seed]", "wrong.cypher:8: only_seed is shared by all recipes"),
    ("[params.network]", "[params.at]", "wrong.cypher:8: at is shared by all recipes; use $at without declaring it"),
    (
        'term = "Aktör"',
        'term = "Aktör"\nof = "Actor.sektor"',
        'wrong.cypher:16: "Actor.sektor" is no type of the model',
    ),
    ('view = "table"', 'view = "table"\nrests_on = "Actor"', "wrong.cypher:7: rests_on is no list"),
    (
        'view = "table"',
        'view = "table"\nrests_on = ["Actor.sector", "Goal.MEMBER_OF"]',
        'wrong.cypher:7: "Goal.MEMBER_OF" is no relation and no field of a label',
    ),
    ("[params.network]", "[params.limit]", "wrong.cypher:8: the parameter limit has the name of a shared option"),
    ("[params.network]", "[params.Network]", 'wrong.cypher:8: the parameter "Network" is not in snake_case ASCII'),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), WRONG_HEADERS)
def test_a_wrong_header_is_refused_with_its_line(tmp_path, right, wrong, expected):
    assert right in RIGHT
    found = problems_of(tmp_path, RIGHT.replace(right, wrong, 1))
    assert any(problem.startswith(expected) for problem in found), found


def with_parameter(lines: str) -> str:
    declared = f'[params.more]\n{lines}\ndoc = "Mer."\ndoc_en = "More."\n\n[params.network]'
    return RIGHT.replace("[params.network]", declared).replace("ORDER BY", "LIMIT $more //")


WRONG_PARAMETERS = [
    ('kind = "integer"\ndefault = "två"', 'wrong.cypher:10: the default of params.more does not fit: "två" is not'),
    ('kind = "integer"\ndefault = 1.5', 'wrong.cypher:10: the default of params.more does not fit: "1.5" is not a'),
    ('kind = "integer"\ndefault = true', 'wrong.cypher:10: the default of params.more does not fit: "True" is not'),
    ('kind = "date"\ndefault = "2018-13"', 'wrong.cypher:10: the default of params.more does not fit: "2018-13"'),
    ('kind = "boolean"\ndefault = 1', 'wrong.cypher:10: the default of params.more does not fit: "1" is not of the'),
    ('kind = "integer"\nlowest = 1', "wrong.cypher:8: params.more has one bound only"),
    ('kind = "integer"\nlowest = 3\nhighest = 1', "wrong.cypher:10: params.more.lowest is above highest"),
    (
        'kind = "integer"\nlowest = 1\nhighest = 3\ndefault = 4',
        'wrong.cypher:12: the default of params.more does not fit: "4" is outside 1 to 3',
    ),
    ('kind = "integer"\ndefault = 1\nrequired = true', "wrong.cypher:11: params.more is required and has a default"),
    ('kind = "choice"', 'wrong.cypher:8: "" is no field of the model with choices'),
    ('kind = "choice"\nchoices = "Actor.sektor"', 'wrong.cypher:10: "Actor.sektor" is no field of the model with'),
    ('kind = "choice"\nchoices = "Actor.sector"\ndefault = "publik"', "wrong.cypher:11: the default of params.more"),
    ('kind = "text"\nchoices = "Actor.sector"', "wrong.cypher:10: choices does not go with the kind text"),
]


@pytest.mark.parametrize(("lines", "expected"), WRONG_PARAMETERS)
def test_a_wrong_parameter_is_refused_with_its_line(tmp_path, lines, expected):
    found = problems_of(tmp_path, with_parameter(lines))
    assert any(problem.startswith(expected) for problem in found), found


RIGHT_PARAMETERS = [
    ('kind = "integer"\ndefault = 2', 2, False),
    ('kind = "number"\ndefault = 0.5', 0.5, False),
    ('kind = "text"\ndefault = ""', "", False),
    ('kind = "date"\ndefault = 2018-01-17', "2018-01-17", False),
    ('kind = "date"\nrequired = false', None, False),
    ('kind = "boolean"\ndefault = false', False, False),
    ('kind = "id"', None, True),
    ('kind = "choice"\nchoices = "Actor.sector"\ndefault = "public"', "public", False),
]


@pytest.mark.parametrize(("lines", "default", "required"), RIGHT_PARAMETERS)
def test_each_kind_of_parameter_has_its_typed_default(tmp_path, lines, default, required):
    path = tmp_path / "right.cypher"
    path.write_text(with_parameter(lines), encoding="utf-8")
    parameter = read_recipe(path, MODEL).params[0]
    assert (parameter.default, type(parameter.default), parameter.required) == (default, type(default), required)


def test_an_id_without_labels_may_name_any_node(tmp_path):
    path = tmp_path / "right.cypher"
    path.write_text(with_parameter('kind = "id"'), encoding="utf-8")
    assert read_recipe(path, MODEL).params[0].kind.labels == tuple(MODEL.labels)


WRONG_CYPHER = [
    ("MATCH (a:Aktor) WHERE a.id = $network\nRETURN a.name AS actor", '20: "Aktor" is no label of the model; did you'),
    ("MATCH (a:Actor)-[:MEMBR_OF]->() WHERE a.id = $network\nRETURN a.name AS actor", '20: "MEMBR_OF" is no relation'),
    ("MATCH (a:Actor|Netwrk) WHERE a.id = $network\nRETURN a.name AS actor", '20: "Netwrk" is no label of the model'),
    ("MATCH (a:Actor) WHERE a:Gool OR a.id = $network\nRETURN a.name AS actor", '20: "Gool" is no label or relation'),
    ("MATCH (a:`Nobody`) WHERE a.id = $network\nRETURN a.name AS actor", '20: "Nobody" is no label of the model'),
    ("MATCH (a) WHERE a IS Nobody OR a.id = $network\nRETURN a.name AS actor", '20: "Nobody" is no label or relation'),
    ("MATCH (a)-[:LEADS|HEADS]->() WHERE a.id = $network\nRETURN a.name AS actor", '20: "HEADS" is no relation type'),
    (
        "MATCH (a) WHERE EXISTS { (a)-->(:Nobody) } AND a.id = $network\nRETURN a.name AS actor",
        '20: "Nobody" is no label',
    ),
    ("MATCH (a:Actor)\nWHERE a.id = $nettwork\nRETURN a.name AS actor", "21: $nettwork is used but not declared; did"),
    ("MATCH (a:Actor)\nRETURN a.name AS actor", "8: the parameter network is declared but not used"),
    ("MATCH (a:Actor) // $network\nRETURN a.name AS actor", "8: the parameter network is declared but not used"),
    ("MATCH (a:Actor) WHERE a.name = '$network'\nRETURN a.name AS actor", "8: the parameter network is declared but"),
    ("MATCH (`$network`:Actor)\nRETURN 1 AS actor", "8: the parameter network is declared but not used"),
    ("MATCH (a {id: $network})\nRETURN a.name AS actr", '21: the column "actr" is returned but not described; did you'),
    ("MATCH (a {id: $network})\nRETURN a.name AS name", "14: the column actor is described but not returned; return"),
    ("MATCH (a {id: $network})\nRETURN a.name", "21: a column has no name of its own; name it with AS"),
    ("MATCH (a {id: $network})\nWITH a.name AS actor", "21: has no RETURN"),
    ("MATCH (a {id: $network}) SET a.name = 'x'\nRETURN a.name AS actor", "20: SET may change the graph"),
    ("merge (a:Actor {id: $network})\nRETURN a.name AS actor", "20: MERGE may change the graph"),
    ("CREATE (a:Actor {id: $network})\nRETURN a.name AS actor", "20: CREATE may change the graph"),
    ("MATCH (a {id: $network}) DETACH DELETE a\nRETURN 1 AS actor", "20: DELETE may change the graph"),
    ("MATCH (a {id: $network}) REMOVE a.name\nRETURN 1 AS actor", "20: REMOVE may change the graph"),
    ("FOREACH (x IN [$network] | CREATE (:Actor))\nRETURN 1 AS actor", "20: FOREACH may change the graph"),
    ("LOAD CSV FROM $network AS row\nRETURN row AS actor", "20: LOAD may change the graph"),
    (
        "CALL {\n  CREATE (a:Actor {id: $network}) RETURN a\n}\nRETURN a.name AS actor",
        "21: CREATE may change the graph",
    ),
    ("CALL db.labels() YIELD label\nRETURN label + $network AS actor", "20: calls a procedure"),
    ("MATCH (actor {id: $network})\nRETURN *", "21: RETURN * does not name its columns; name each, as in the header"),
    ("MATCH (actor {id: $network})\nRETURN DISTINCT *, 1 AS one", "21: RETURN * does not name its columns"),
    ("CALL db.index.fulltext.queryNodes('x', $network) YIELD node\nRETURN node AS actor", "20: calls a procedure"),
    ("RETURN apoc.text.join([$network], '') AS actor", "20: uses apoc, which not every engine has"),
    ("RETURN gds.version() + $network AS actor", "20: uses gds, which not every engine has"),
    ("MATCH p = SHORTEST 1 (a {id: $network})-[:LEADS]->(b)\nRETURN p AS actor", "20: SHORTEST is not known on every"),
    ("MATCH (a {id: $network})-[*]->(b)\nRETURN b AS actor", "20: a pattern without a longest length may never end"),
    ("MATCH (a {id: $network})-[*2..]->(b)\nRETURN b AS actor", "20: a pattern without a longest length may never"),
    ("MATCH (a {id: $network})<-[:PART_OF*0..]-(b)\nRETURN b AS actor", "20: a pattern without a longest length may"),
    (
        "MATCH (a {id: $network})-[:PART_OF]->+(b)\nRETURN b AS actor",
        "20: a pattern without a longest length may never",
    ),
    (
        "MATCH (a {id: $network}) ((x)-->(y))* (b)\nRETURN b AS actor",
        "20: a pattern without a longest length may never",
    ),
    ("MATCH (a {id: $network})-->{2,}(b)\nRETURN b AS actor", "20: a pattern without a longest length may never end"),
    ("MATCH (a:$($network))\nRETURN a AS actor", "20: puts a label or property together"),
    ("MATCH (a {id: $network})\nRETURN a.nmae AS actor", '21: no type of the model has a field "nmae"; did you mean'),
    (
        "MATCH (a:Actor {id: $network,\nnmae: 'X'})\nRETURN a.name AS actor",
        '21: no type of the model has a field "nmae"',
    ),
    (
        "MATCH (a {id: $network})\nWHERE (a)-->({nmae: 1}) RETURN a.nmae AS actor",
        "21: no type of the model has a field",
    ),
    (
        "MATCH (a {id: $network})\n-[m:LEADS {rol: 'x'}]->() RETURN 1 AS actor",
        '21: no type of the model has a field "rol"',
    ),
    (
        "MATCH (a {id: $network}) RETURN a.name AS actor;\nMATCH (b) RETURN b.name AS actor",
        "20: ends the question before",
    ),
    ("MATCH (a {id: $network})\nWHERE a.name = 'x\nRETURN a AS actor", "21: ' is opened and never closed; close it"),
    ("MATCH (a {id: $network})\n/* no end\nRETURN a AS actor", "21: /* is opened and never closed; close it"),
    ("", "wrong.cypher: has no Cypher after its header"),
]


@pytest.mark.parametrize(("cypher", "expected"), WRONG_CYPHER)
def test_wrong_cypher_is_refused_with_its_line(tmp_path, cypher, expected):
    found = problems_of(tmp_path, with_cypher(cypher))
    start = expected if expected.startswith("wrong") else f"wrong.cypher:{expected}"
    assert any(problem.startswith(start) for problem in found), found


RIGHT_CYPHER = [
    "// CREATE in a comment, $nothing\nMATCH (a {id: $network}) /* SET\n MERGE */ RETURN a.name AS actor",
    "MATCH (a {id: $network}) WHERE a.note <> 'DELETE \\' $x // y' RETURN a.name AS actor",
    'MATCH (a {id: $network}) RETURN a.note + "it\'s `SET`" AS actor',
    "MATCH (a {id: $network}) WITH {set: a.name, create: 1} AS row RETURN row.set AS actor",
    "MATCH (a {id: $network})-[:PART_OF*1..3]->(b) RETURN DISTINCT b.name AS `actor`",
    "MATCH (a {id: $network})-[:PART_OF*..2]->(b) RETURN b.name AS actor ORDER BY actor SKIP 1 LIMIT 2",
    "MATCH (a {id: $network})-[:PART_OF*2]->(b) RETURN b.name AS actor;",
    "MATCH (a)-[:LEADS|FUNDS]->(:Project) WHERE (a:Actor|Network) AND a.id = $network RETURN a.name AS actor",
    "MATCH (a:Actor) RETURN [x IN collect(a) WHERE x:Actor | x.name][0] + $network AS actor",
    "MATCH (a {id: $network}) CALL (a) { MATCH (a)-->(b:Goal) RETURN b } RETURN a {.name, extra: b.note} AS actor",
    "MATCH (a {id: $network}) WHERE COUNT { (a)-->(:Goal) } * (2 + 1) > 1 * 2 RETURN a.name AS actor",
    "MATCH (a {id: $network}) WHERE a.name IS NOT NULL AND a.note IS NULL RETURN a.name AS actor",
    "MATCH p = shortestPath((a {id: $network})-[*..3]-(b:Goal)) RETURN length(p) AS actor",
    "MATCH (a {id: $network}) CALL (a) { MATCH (a)-->(b:Goal) RETURN * } RETURN b.name AS actor",
    "MATCH (a:Actor {id: $network}) RETURN a.name AS actor UNION MATCH (b:Goal) RETURN b.name AS actor",
    "MATCH (a {id: $network}) WITH collect({extra: a.name}) AS x UNWIND x AS y RETURN y.extra AS actor",
    "MATCH (a {id: $network}) WITH [{extra: a.name}] AS x, size([{more: 1}]) AS y RETURN x[0].extra AS actor",
    "MATCH (a {id: $network}) WITH collect(a {.name, extra: 1}) AS x RETURN x[0].extra AS actor",
    "MATCH (a {id: $network}) WITH collect(CASE WHEN a:Actor THEN {extra: 1} END) AS x RETURN x[0].extra AS actor",
    "UNWIND [$network] AS x WITH x, date('2020-01-01').year AS y RETURN toString(y) + x AS actor",
]


@pytest.mark.parametrize("cypher", RIGHT_CYPHER)
def test_right_cypher_is_not_refused(tmp_path, cypher):
    path = tmp_path / "right.cypher"
    path.write_text(with_cypher(cypher), encoding="utf-8")
    assert read_recipe(path, MODEL).params[0].name == "network"


@pytest.mark.parametrize("junk", ["/*", "{", "(){", "[", "'", "`", "$", ":", "*", "-[*"])
def test_a_file_full_of_junk_is_refused_soon(tmp_path, junk):
    began = time.process_time()
    assert problems_of(tmp_path, with_cypher(junk * 9000))
    assert time.process_time() - began < 5


def test_columns_stand_in_the_order_of_the_header(tmp_path):
    header = RIGHT.replace("*/", '[returns.id]\nterm = "Id"\nterm_en = "Id"\n*/')
    text = header.replace("a.name AS actor\n", "a.id AS id, a.name AS actor\n")
    assert problems_of(tmp_path, text) == [
        "wrong.cypher:25: the columns stand in another order than in the header; use actor, id"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (RIGHT.encode("utf-16"), "wrong.cypher:1: is not UTF-8; save the file as UTF-8"),
        (RIGHT.encode("cp1252"), "wrong.cypher:4: is not UTF-8; save the file as UTF-8"),
        (b"", "wrong.cypher:1: has no header; begin the file with /* and a header in TOML, then */"),
        (b"MATCH (n) RETURN n", "wrong.cypher:1: has no header; begin the file with /* and a header in TOML, then */"),
        (b"/*\n" + b"x" * 100_001, "wrong.cypher: is larger than 100,000 bytes; a recipe is one question"),
    ],
)
def test_a_file_that_is_no_recipe_is_refused(tmp_path, content, expected):
    assert problems_of(tmp_path, content) == [expected]


def test_a_recipe_has_a_plain_name(tmp_path):
    [problem] = problems_of(tmp_path, RIGHT, "Mina medlemmar.cypher")
    assert problem == 'Mina medlemmar.cypher: "Mina medlemmar" is no name for a recipe; name it in snake_case ASCII'


def test_all_problems_of_all_files_come_at_once(tmp_path):
    for theme in ("one", "two"):
        (tmp_path / theme).mkdir()
        text = with_cypher("MATCH (a:Aktor) SET a.x = 1\nRETURN a.name AS aktor").replace("view = ", "vie = ")
        (tmp_path / theme / f"{theme}.cypher").write_text(text, encoding="utf-8")
    with pytest.raises(RecipeError) as raised:
        read_recipes([tmp_path], MODEL)
    wheres = [Path(problem.where).name for problem in raised.value.problems]
    for name in ("one", "two"):
        assert {f"{name}.cypher:{line}" for line in (6, 8, 20, 21)} <= set(wheres)


def test_two_recipes_may_not_have_one_name(tmp_path):
    for theme in ("one", "two"):
        (tmp_path / theme).mkdir()
        (tmp_path / theme / "members.cypher").write_text(RIGHT, encoding="utf-8")
    with pytest.raises(RecipeError) as raised:
        read_recipes([tmp_path / "one", tmp_path / "two"], MODEL)
    [problem] = raised.value.problems
    assert problem.where == str(tmp_path / "two" / "members.cypher")
    assert str(tmp_path / "one" / "members.cypher") in problem.what


def test_a_folder_of_ones_own_is_added(tmp_path):
    (tmp_path / "own.cypher").write_text(RIGHT, encoding="utf-8")
    names = {recipe.name for recipe in read_recipes([recipe_folder(), tmp_path, tmp_path], MODEL)}
    assert {"own", "bridges"} <= names


def folder_problem(folder: Path) -> str:
    with pytest.raises(RecipeError) as raised:
        read_recipes([folder], MODEL)
    [problem] = raised.value.problems
    assert problem.where.startswith(str(folder))
    return str(problem).removeprefix(str(folder))


def test_a_folder_that_is_none_is_refused(tmp_path):
    assert folder_problem(tmp_path) == ": holds no recipe; put files that end in .cypher there"
    assert folder_problem(tmp_path / "nothing") == ": does not exist; name a folder of recipes"
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert folder_problem(file) == ": is a file; name a folder of recipes"


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "elsewhere.cypher").write_text(RIGHT, encoding="utf-8")
    folder = tmp_path / "recipes"
    folder.mkdir()
    (folder / "members.cypher").symlink_to(tmp_path / "elsewhere.cypher")
    assert folder_problem(folder) == f"{os.sep}members.cypher: leads out of its folder; copy the file instead"


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "members.cypher").mkdir()
    assert folder_problem(tmp_path).startswith(f"{os.sep}members.cypher: cannot be read: ")


def test_packaged_recipes_cover_every_part_of_the_method():
    recipes = read_recipes([recipe_folder()], MODEL)
    themes = {recipe.theme for recipe in recipes}
    assert themes == {"overview", "networks", "change_logic", "stakeholders", "learning", "leadership"}
    assert len(recipes) >= 12
    assert all(recipe.takes_seed for recipe in recipes)
    assert any(recipe.view == "map" for recipe in recipes)


@pytest.mark.parametrize("recipe", read_recipes([recipe_folder()], MODEL), ids=lambda recipe: recipe.name)
def test_a_packaged_recipe_asks_a_question_and_orders_its_answer(recipe):
    assert recipe.question.sv.endswith("?")
    assert recipe.question.en.endswith("?")
    order = recipe.cypher.rpartition("ORDER BY ")[2]
    assert "\n" not in order, "the last line is the order"
    assert re.search(r"\b(id|\w+_id|year|seed|source|other_id)\b|\.id\b", order)


def test_parameters_are_read_from_text():
    recipes = {recipe.name: recipe for recipe in read_recipes([recipe_folder()], MODEL)}
    at_least, least_overlap, at, _ = recipes["overlap"].params
    assert parameter_value(at_least, "3") == 3
    assert parameter_value(least_overlap, "0,75") == 0.75
    assert parameter_value(at, "2018-01") == "2018-01"
    with pytest.raises(RecipeError, match=r'^--least-overlap: "2" is outside 0 to 1; give a value between them$'):
        parameter_value(least_overlap, "2")


def test_reading_recipes_takes_no_driver_along():
    code = "import gronagraf.recipes, sys; sys.exit('neo4j' in sys.modules or 'arcadedb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_expected_tables_are_what_the_rows_give():
    """The tables are worked out by a program that knows nothing of gronagraf; a seed that changed must change them."""
    script = Path(__file__).parent.parent / "recipes" / "expected.py"
    found = subprocess.run([sys.executable, str(script), "--check"], check=False, capture_output=True, text=True)
    assert found.stdout == ""
    assert found.returncode == 0


def test_a_name_that_is_spelt_wrong_is_one_problem(tmp_path):
    assert problems_of(tmp_path, RIGHT.replace("AS actor", "AS actr").replace("BY actor", "BY actr")) == [
        'wrong.cypher:22: the column "actr" is returned but not described; did you mean "actor"?'
    ]
    assert problems_of(tmp_path, RIGHT.replace("$network", "$netwrk")) == [
        'wrong.cypher:21: $netwrk is used but not declared; did you mean "network"?'
    ]
    assert problems_of(tmp_path, RIGHT.replace('title = "', 'titel = "')) == [
        'wrong.cypher:2: the key titel is unknown; did you mean "title"?'
    ]


def test_control_characters_are_refused(tmp_path):
    assert problems_of(tmp_path, RIGHT.replace('"Medlemmar"', r'"\u001b[31mMedlemmar"')) == [
        "wrong.cypher:2: title holds the control character U+001B; remove it"
    ]
    assert problems_of(tmp_path, RIGHT.replace("a.name", "a.na\0me")) == [
        "wrong.cypher:22: holds the control character U+0000; remove it"
    ]
