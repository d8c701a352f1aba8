"""The Cypher that `recipes NAME --cypher` prints: asked by a bare driver, it answers as the recipe does."""

import re
from contextlib import contextmanager

import neo4j
import pytest
from neo4j.graph import Node, Relationship

from gronagraf.cli import run
from gronagraf.data import recipe_folder
from gronagraf.model import MODEL
from gronagraf.recipes import read_recipes, run_recipe
from tests.recipes.asked import arguments
from tests.recipes.shown import as_rows, shown

ASKED = arguments("exempel")
PARAM = re.compile(r":param (\w+) => (.*);")
RECIPES = read_recipes([recipe_folder()], MODEL)


@contextmanager
def bare_session(store, request):
    """A session of the driver itself, as whoever may only read."""
    status = store.status()
    account = status.reader or request.getfixturevalue("neo4j_server").account
    with (
        neo4j.GraphDatabase.driver(status.address, auth=(account.user, account.password)) as driver,
        driver.session(database=status.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        yield session


def answer(session, text):
    """As Neo4j Browser does it: each value is asked for with RETURN, and the query gets them all."""
    lines = text.splitlines()
    given = [PARAM.fullmatch(line) for line in lines if line.startswith(":param ")]
    assert all(given)
    values = {each[1]: session.run(f"RETURN {each[2]} AS value").single()["value"] for each in given}
    query = "\n".join(lines[len(given) :])
    assert query.endswith(";")
    return [[plain(value) for value in record.values()] for record in session.run(query.removesuffix(";"), values)]


def plain(value):
    match value:
        case Node():
            return value["id"]
        case Relationship():
            return value.type
        case list():
            return " | ".join(map(plain, value))
    return shown(value)


@pytest.mark.slow_on_neo4j
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_printed_cypher_answers_as_the_recipe_does(recipe, loaded, request, capsys):
    given = {key: value for key, value in ASKED.get(recipe.name, {}).items() if key != "recipe"}
    texts = [f"--param={name}={str(value).lower() if value is True else value}" for name, value in given.items()]
    store = loaded("exempel")
    capsys.readouterr()
    assert run(["recipes", recipe.name, "--cypher", *texts]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    with bare_session(store, request) as session:
        rows = answer(session, printed.out)
    assert rows == as_rows(run_recipe(store, recipe, given))
    assert rows
