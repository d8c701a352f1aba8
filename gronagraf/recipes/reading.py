"""Recipe files into recipes: every problem of every file at once, each with file and line."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gronagraf.errors import Problem, RecipeError
from gronagraf.graph import Column
from gronagraf.recipes.columns import read_columns, read_grounds
from gronagraf.recipes.header import Header, check_words, read_header, read_parameters
from gronagraf.recipes.names import Vocabulary, vocabulary
from gronagraf.recipes.recipe import Parameter, Recipe
from gronagraf.recipes.rules import Query, query_problems, read_query
from gronagraf.recipes.shared import ONLY_SEED, SHARED
from gronagraf.schema import IDENTIFIER, Model
from gronagraf.values import CONTROL, did_you_mean, nearest, quote

LARGEST = 100_000
HEADER = re.compile(r"(\s*/\*)(.*?)\*/", re.DOTALL)


def read_recipe(path: Path, model: Model) -> Recipe:
    """The recipe in one file; its folder is its theme. Raises RecipeError with every problem."""
    recipe, problems = _read(path, model, vocabulary(model))
    if recipe is None or problems:
        raise RecipeError(problems)
    return recipe


def read_recipes(folders: Sequence[Path], model: Model) -> tuple[Recipe, ...]:
    """The recipes of these folders and of the theme folders in them, by theme and name.

    Raises RecipeError with every problem of every file.
    """
    recipes: dict[str, Recipe] = {}
    problems: list[Problem] = []
    words = vocabulary(model)
    for folder in dict.fromkeys(folders):
        files, wrong = _files(folder)
        problems += wrong
        for path in files:
            recipe, wrong = _read(path, model, words)
            problems += wrong
            if recipe and (other := recipes.setdefault(recipe.name, recipe)) is not recipe:
                problems.append(Problem(str(path), f"{other.path} has the same name", "rename one of the files"))
    if problems:
        raise RecipeError(problems)
    return tuple(sorted(recipes.values(), key=lambda recipe: (recipe.theme, recipe.name)))


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The recipe files in a folder and its theme folders, and what is wrong with the folder."""
    try:
        if not folder.is_dir():
            what = "is a file" if folder.exists() else "does not exist"
            return [], [Problem(str(folder), what, "name a folder of recipes")]
        files = sorted(
            path
            for each in (folder, *(sub for sub in folder.iterdir() if sub.is_dir()))
            for path in each.iterdir()
            if path.suffix.lower() == ".cypher"
        )
    except OSError as error:
        return [], [Problem(str(folder), f"cannot be read: {error.strerror}", "check the folder and its rights")]
    if not files:
        return [], [Problem(str(folder), "holds no recipe", "put files that end in .cypher there")]
    root = folder.resolve()
    outside = [path for path in files if not path.resolve().is_relative_to(root)]
    return files, [Problem(str(path), "leads out of its folder", "copy the file instead") for path in outside]


def _text(path: Path) -> str | Problem:
    try:
        if path.stat().st_size > LARGEST:
            return Problem(str(path), f"is larger than {LARGEST:,} bytes", "a recipe is one question")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Problem(str(path), f"cannot be read: {error.strerror}", "check the file and its rights")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(f"{path}:{line}", "is not UTF-8", "save the file as UTF-8")
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        return Problem(f"{path}:{line}", f"holds the control character U+{ord(control[0]):04X}", "remove it")
    return text


def _read(path: Path, model: Model, words: Vocabulary) -> tuple[Recipe | None, list[Problem]]:
    text = _text(path)
    if isinstance(text, Problem):
        return None, [text]
    opening = HEADER.match(text)
    if not opening:
        return None, [Problem(f"{path}:1", "has no header", "begin the file with /* and a header in TOML, then */")]
    first = opening[1].count("\n") + 1
    header = read_header(opening[2], first, str(path), model)
    line = first + opening[2].count("\n")
    query = read_query(text[opening.end() :], line)
    problems = [*header.problems, *query_problems(query, str(path), words)]
    if header.problems:
        return None, problems
    recipe = _recipe(path, header, query, text[opening.end() :], line)
    problems = [*header.problems, *_name_problems(path), *_contract(header, recipe, query), *problems]
    return recipe, problems


def _recipe(path: Path, header: Header, query: Query, cypher: str, line: int) -> Recipe:
    check_words(header)
    blank = len(cypher) - len(cypher.lstrip())
    return Recipe(
        name=path.stem,
        theme=path.absolute().parent.name,
        title=header.term("", header.toml, "title"),
        question=header.term("", header.toml, "question"),
        view="map" if header.toml.get("view") == "map" else "table",
        params=(*read_parameters(header), *(each for name, each in SHARED.items() if name in query.parameters)),
        columns=read_columns(header),
        cypher=cypher.strip().rstrip(";").rstrip(),
        path=path,
        line=line + cypher[:blank].count("\n"),
        takes_seed=ONLY_SEED in query.parameters,
        grounds=read_grounds(header),
    )


def _name_problems(path: Path) -> Iterator[Problem]:
    if not IDENTIFIER.fullmatch(path.stem):
        yield Problem(str(path), f"{quote(path.stem)} is no name for a recipe", "name it in snake_case ASCII")


def _contract(header: Header, recipe: Recipe, query: Query) -> Iterator[Problem]:
    yield from _parameter_problems(header, recipe.params, query)
    yield from _column_problems(header, recipe.columns, query)


def _parameter_problems(header: Header, params: Sequence[Parameter], query: Query) -> Iterator[Problem]:
    declared, meant = [parameter.name for parameter in params], set()
    for name, line in query.parameters.items():
        if name not in declared and name != ONLY_SEED:
            meant.add(nearest(name, declared))
            remedy = did_you_mean(name, declared, f"add [params.{name}] to the header")
            yield Problem(f"{header.file}:{line}", f"${name} is used but not declared", remedy)
    for name in declared:
        if name not in query.parameters and name not in meant:
            where = f"{header.file}:{header.line(f'params.{name}')}"
            yield Problem(where, f"the parameter {name} is declared but not used", f"use ${name} or take it away")


def _column_problems(header: Header, columns: Sequence[Column], query: Query) -> Iterator[Problem]:
    if query.columns is None or not columns:
        return
    described, answered = [column.name for column in columns], query.columns
    where = f"{header.file}:{query.line}"
    meant = set()
    for name in answered:
        if name not in described:
            meant.add(nearest(name, described))
            remedy = did_you_mean(name, described, f"add [returns.{name}] to the header")
            yield Problem(where, f"the column {quote(name)} is returned but not described", remedy)
    for name in described:
        if name not in answered and name not in meant:
            line = header.line(f"returns.{name}")
            remedy = did_you_mean(name, answered, "return it or take it away")
            yield Problem(f"{header.file}:{line}", f"the column {name} is described but not returned", remedy)
    if sorted(described) == sorted(answered) and tuple(described) != answered:
        yield Problem(where, "the columns stand in another order than in the header", f"use {', '.join(described)}")
