"""Asking a recipe: its parameters filled in and checked, its answer checked against what it says that it returns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gronagraf.errors import Problem, RecipeError
from gronagraf.graph import Column, Result, Value
from gronagraf.recipes.cover import covers
from gronagraf.recipes.header import typed
from gronagraf.recipes.recipe import Parameter, Recipe
from gronagraf.recipes.shared import ONLY_SEED
from gronagraf.values import UnreadableValueError, did_you_mean, quote

if TYPE_CHECKING:
    from gronagraf.store import Store

MOST_NAMED = 4
# How the engines give a place in a query: `2:8: …` and `… at line 2, column 8`.
PLACE = re.compile(r"^(\d+):\d+: | at line (\d+), column \d+")


def parameter_value(parameter: Parameter, text: str) -> Value:
    """The value that a text from the command line stands for. Raises RecipeError that names the option."""
    try:
        return typed(parameter.kind, text)
    except UnreadableValueError as error:
        raise RecipeError([Problem(_option(parameter.name), error.what, error.remedy)]) from None


def run_recipe(
    store: "Store",
    recipe: Recipe,
    params: Mapping[str, Value | None],
    *,
    only_seed: str | None = None,
    timeout: float = 30.0,
    limit: int | None = None,
) -> Result:
    """What the graph answers, under the recipe's own columns; `timeout` in seconds, at most `limit` rows.

    Raises RecipeError for a parameter that is missing, unknown, of the wrong kind or the id of no node, for a seed that
    the graph lacks and for an answer with other columns than the recipe describes; StoreError as `store.run`.
    """
    values = _filled(recipe, params)
    if only_seed is not None:
        _check_seed(recipe, only_seed, [record.info.name for record in store.seeds()])
    _check_ids(store, recipe, values)
    if recipe.takes_seed:
        values[ONLY_SEED] = only_seed
    try:
        result = store.run(recipe.cypher, values, timeout=timeout, limit=limit)
    except RecipeError as error:
        raise RecipeError([_placed(problem, recipe) for problem in error.problems]) from error
    return replace(result, columns=_columns(recipe, result), covers=tuple(covers(store, recipe.grounds, only_seed)))


def _placed(problem: Problem, recipe: Recipe) -> Problem:
    """What an engine says of a line of the query, with the file and its line."""
    place = PLACE.search(problem.what)
    if problem.where or not place:
        return replace(problem, where=problem.where or str(recipe.path))
    line = int(place[1] or place[2]) + recipe.line - 1
    return replace(problem, where=f"{recipe.path}:{line}", what=PLACE.sub("", problem.what, count=1))


def _filled(recipe: Recipe, params: Mapping[str, Value | None]) -> dict[str, Value | None]:
    """Every declared parameter with its value, its default or null."""
    problems = list(_unknown(recipe, params))
    values: dict[str, Value | None] = {}
    for parameter in recipe.params:
        given = params.get(parameter.name)
        values[parameter.name] = parameter.default
        if given is not None:
            try:
                values[parameter.name] = typed(parameter.kind, given)
            except UnreadableValueError as error:
                problems.append(Problem(_option(parameter.name), error.what, error.remedy))
        elif parameter.required:
            problems.append(Problem(_option(parameter.name), "is missing", f"give it: {parameter.doc.en}"))
    if problems:
        raise RecipeError(problems)
    return values


def _unknown(recipe: Recipe, params: Mapping[str, Value | None]) -> Iterator[Problem]:
    known = [parameter.name for parameter in recipe.params]
    for name in params:
        if name not in known:
            otherwise = f"it takes {', '.join(known)}" if known else "it takes none"
            what = f"the recipe {recipe.name} has no such parameter"
            yield Problem(_option(name), what, did_you_mean(name, known, otherwise))


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _check_seed(recipe: Recipe, only_seed: str, known: list[str]) -> None:
    if not recipe.takes_seed:
        what = f"the recipe {recipe.name} does not use $only_seed"
        raise RecipeError([Problem("--only-seed", what, "ask it of all seeds")])
    if only_seed not in known:
        otherwise = f"it holds {', '.join(known)}" if known else "it is empty: load a seed first"
        remedy = did_you_mean(only_seed, known, otherwise)
        raise RecipeError([Problem("--only-seed", f"the graph has no seed {quote(only_seed)}", remedy)])


def _check_ids(store: "Store", recipe: Recipe, values: Mapping[str, Value | None]) -> None:
    problems = []
    for parameter in recipe.params:
        value = values[parameter.name]
        if parameter.kind.name == "reference" and value is not None:
            problems += _missing_node(store, parameter, str(value))
    if problems:
        raise RecipeError(problems)


def _missing_node(store: "Store", parameter: Parameter, node: str) -> list[Problem]:
    labels = "|".join(parameter.kind.labels)
    found = store.run(f"MATCH (n:{labels}) WHERE n.id = $id RETURN n.id AS id", {"id": node})
    if found.rows:
        return []
    others = store.run(f"MATCH (n:{labels}) RETURN n.id AS id, n.name AS name", {}).rows
    named = {str(name).casefold(): str(key) for key, name in others}
    near = named.get(node.casefold())
    remedy = did_you_mean(near or node, [str(key) for key, _ in others], "look it up with the recipe find")
    what = f"no {_either(parameter.kind.labels)} has the id {quote(node)}"
    return [Problem(_option(parameter.name), what, remedy)]


def _either(labels: Sequence[str]) -> str:
    return " or ".join(labels) if len(labels) <= MOST_NAMED else "node"


def _columns(recipe: Recipe, result: Result) -> tuple[Column, ...]:
    returned = tuple(column.name for column in result.columns)
    described = tuple(column.name for column in recipe.columns)
    if returned != described and (returned or result.rows):
        what = f"returns {', '.join(returned)} where its header describes {', '.join(described)}"
        raise RecipeError([Problem(str(recipe.path), what, "make them the same")])
    return recipe.columns
