"""One recipe as a command of its own: its parameters become options, its question the help."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, help_option, language_option, option
from gronagraf.cli.options import ask_options, form_options, only_seed_option, recipes_option, store_options
from gronagraf.cli.words import EXAMPLE
from gronagraf.data import recipe_folder
from gronagraf.errors import Problem, RecipeError
from gronagraf.graph import Column, Result, Value
from gronagraf.recipes import Parameter, Recipe, parameter_value, read_recipes, run_recipe
from gronagraf.schema import Language, Model, Term
from gronagraf.values import did_you_mean, quote

if TYPE_CHECKING:
    from gronagraf.store import Store

METAVARS: Mapping[str, Term] = {
    "integer": Term("HELTAL", "INTEGER"),
    "number": Term("TAL", "NUMBER"),
    "text": Term("TEXT", "TEXT"),
    "date": Term("DATUM", "DATE"),
    "boolean": Term("JA|NEJ", "YES|NO"),
    "reference": Term("ID", "ID"),
}
ANSWER = Term("Svaret har kolumnerna:", "The answer has the columns:")
DEFAULT = Term("förval", "default")
REQUIRED = Term("måste anges", "required")


def known_recipes(folders: Iterable[Path], model: Model) -> tuple[Recipe, ...]:
    """The packaged recipes and those of the user's own folders. Raises RecipeError."""
    packaged = recipe_folder()
    return read_recipes([packaged, *(folder for folder in folders if folder.resolve() != packaged)], model)


def find_recipe(name: str, recipes: Iterable[Recipe]) -> Recipe:
    """The recipe called `name` or `theme/name`. Raises RecipeError that suggests the nearest one."""
    known = {recipe.name: recipe for recipe in recipes}
    theme, _, short = name.rpartition("/")
    recipe = known.get(short)
    if recipe and theme in ("", recipe.theme):
        return recipe
    remedy = did_you_mean(short, known, "gronagraf recipes lists them")
    raise RecipeError([Problem("", f"there is no recipe {quote(name)}", remedy)])


def recipe_command(recipe: Recipe, language: Language, verb: Callable[..., object]) -> click.Command:
    """The command that asks one recipe; `verb` gets the value of every option by name."""
    columns = (f"  {column_line(column, language)}" for column in recipe.columns)
    return click.Command(
        recipe.name,
        callback=verb,
        params=[
            *(_parameter_option(parameter, language) for parameter in recipe.params),
            *ask_options(language, None),
            only_seed_option(language),
            *form_options(language),
            recipes_option(language),
            *store_options(language),
            language_option(language),
            help_option(language),
        ],
        help="\n\n".join((recipe.title[language], recipe.question[language])),
        epilog="\n".join(("\b", ANSWER[language], *columns, "", "\b", EXAMPLE[language], f"  {example(recipe)}")),
        add_help_option=False,
    )


def column_line(column: Column, language: Language) -> str:
    """What a column of the answer holds."""
    return f"{column.name}: {'. '.join(filter(None, (column.term[language], column.doc[language])))}"


def example(recipe: Recipe) -> str:
    """The command that asks a recipe, with what it must be given."""
    return f"gronagraf run {recipe.name}{''.join(map(_example, recipe.params))}"


def _example(parameter: Parameter) -> str:
    if not parameter.required:
        return ""
    value = parameter.kind.values[0] if parameter.kind.values else METAVARS[parameter.kind.name].en
    return f" --{parameter.name.replace('_', '-')} {value}"


def kind_of(parameter: Parameter, language: Language) -> str:
    """Which values a parameter takes."""
    return "|".join(parameter.kind.values) if parameter.kind.values else METAVARS[parameter.kind.name][language]


def explained(parameter: Parameter, language: Language) -> str:
    """What a parameter means, and what it is when it is left out."""
    note = ""
    if parameter.default is not None:
        note = f"[{DEFAULT[language]}: {_written(parameter.default)}]"
    elif parameter.required:
        note = f"[{REQUIRED[language]}]"
    return " ".join(filter(None, (parameter.doc[language], note)))


def _parameter_option(parameter: Parameter, language: Language) -> click.Option:
    names = f"--{parameter.name.replace('_', '-')} {parameter.name}"
    if parameter.default is False:
        return option(language, names, parameter.doc, is_flag=True, flag_value="true", default=None)
    doc = explained(parameter, language)
    return option(language, names, Term(doc, doc), metavar=kind_of(parameter, language))


def _written(value: Value) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def ask(call: Call, store: "Store", recipe: Recipe, given: Mapping[str, Value]) -> Result:
    """The recipe's answer within the limits of the call; one that keeps to a seed names only that seed."""
    limits = {name: call.values[name] for name in ("timeout", "limit") if name in call.values}
    seed = call.values["only_seed"]
    result = run_recipe(store, recipe, given, only_seed=seed, **limits)
    if seed is None:
        return result
    kept = tuple(info for info in result.seeds if info.name == seed)
    return replace(result, seeds=kept, unfinished=tuple(name for name in result.unfinished if name == seed))


def typed_parameters(recipe: Recipe, texts: Mapping[str, str | None]) -> dict[str, Value]:
    """The values that were given, by parameter; an empty text is no value. Raises RecipeError with every problem."""
    known = {parameter.name: parameter for parameter in recipe.params}
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, text in texts.items():
        if not text:
            continue
        if name not in known:
            remedy = did_you_mean(name, known, f"it takes {', '.join(known)}" if known else "it takes none")
            problems.append(Problem("--param", f"{recipe.name} has no parameter {quote(name)}", remedy))
            continue
        try:
            values[name] = parameter_value(known[name], text)
        except RecipeError as error:
            problems += error.problems
    if problems:
        raise RecipeError(problems)
    return values
