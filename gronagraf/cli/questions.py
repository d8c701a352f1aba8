"""The commands that ask: `run` and `query`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from gronagraf.cli.asking import ask, find_recipe, known_recipes, recipe_command, typed_parameters
from gronagraf.cli.command import Call, command, language_option
from gronagraf.cli.opening import open_graph
from gronagraf.cli.options import (
    ask_options,
    form_options,
    name_and_text,
    param_option,
    recipes_option,
    store_options,
)
from gronagraf.cli.recipe_book import in_order, listing
from gronagraf.cli.show import form_of, show
from gronagraf.cli.words import EXAMPLE, PURPOSES, in_language
from gronagraf.graph import Result
from gronagraf.model import MODEL
from gronagraf.recipes import Recipe, strangers
from gronagraf.schema import Language, Term
from gronagraf.values import is_text, quote
from gronagraf.views.words import one_line

PARAM = Term(
    'Värde till $NAME i frågan. Det som är JSON tas så (12, 2.5, true, null, "12", ["a"]); allt annat är text.',
    'A value for $NAME in the question. What is JSON is taken so (12, 2.5, true, null, "12", ["a"]); the rest is text.',
)
NOTE = Term("Obs", "Note")
LARGEST_INTEGER = 2**63


def run_command(language: Language) -> click.Command:
    """`run RECIPE [OPTIONS]`: what follows the name is read as the recipe's own options."""
    return click.Command(
        "run",
        callback=lambda recipe, options, recipes: _run(language, recipe, options, recipes),
        params=[
            click.Argument(["recipe"], required=False),
            click.Argument(["options"], nargs=-1, type=click.UNPROCESSED),
            recipes_option(language),
            language_option(language, expose_value=False),
        ],
        help=PURPOSES["run"][language],
        epilog=f"\b\n{EXAMPLE[language]}\n  gronagraf run bridges\n  gronagraf run bridges --help",
        context_settings={"ignore_unknown_options": True},
        add_help_option=False,
    )


def _run(language: Language, recipe: str | None, options: tuple[str, ...], recipes: tuple[Path, ...]) -> object:
    found = known_recipes(recipes, MODEL)
    context = click.get_current_context()
    if recipe == "--help":
        names = "\n".join(listing(in_order(found, language), language))
        click.echo(f"{in_language(context.get_help(), language)}\n\n{names}")
        return 0
    if recipe is None or recipe.startswith("-"):
        raise click.UsageError("name the recipe first, then its options; gronagraf recipes lists them", context)
    wanted = find_recipe(recipe, found)
    asked = recipe_command(wanted, language, lambda **values: _ask(wanted, Call(language, values)))
    return asked.main(list(options), f"gronagraf run {recipe}", standalone_mode=False)


def _ask(recipe: Recipe, call: Call) -> None:
    given = typed_parameters(recipe, {parameter.name: call.values[parameter.name] for parameter in recipe.params})
    form_of(call)
    with open_graph(call) as store:
        result = ask(call, store, recipe, given)
    show(call, result, recipe.title[call.language])


def query_command(language: Language) -> click.Command:
    params = [
        click.Argument(["cypher"]),
        param_option(language, PARAM),
        *ask_options(language, 1000),
        *form_options(language),
        *store_options(language),
    ]
    more = Term(
        "CYPHER är frågan själv, eller - för att läsa den från standard in.",
        "CYPHER is the question, or - to read it from standard input.",
    )
    return command(
        language,
        "query",
        _query,
        params,
        'gronagraf query "MATCH (a:Actor) RETURN a.name, a.sector LIMIT 5"',
        "gronagraf query 'MATCH (n:Network {id: $id}) RETURN n' --param id=n_klimat --as json",
        more=more,
    )


def _query(call: Call) -> None:
    cypher = _question(call.values["cypher"])
    values = dict(_typed(given) for given in call.values["param"])
    form_of(call)
    with open_graph(call) as store:
        result = store.run(cypher, values, timeout=call.values["timeout"], limit=call.values["limit"])
    show(call, result)
    if _lacks_something(result):
        for problem in strangers(cypher, MODEL):
            click.echo(one_line(f"{call.say(NOTE)}: {problem}"), err=True)


def _lacks_something(result: Result) -> bool:
    """Whether an answer has no row, or a column without a value: a name may be wrong."""
    return any(all(cell is None for cell in column) for column in zip(*result.rows, strict=True)) or not result.rows


def _question(cypher: str) -> str:
    if cypher == "-":
        try:
            cypher = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise click.UsageError("what stands on standard input is not UTF-8 text") from None
    if not cypher.strip():
        raise click.UsageError("the question is empty; write it in Cypher, such as MATCH (a:Actor) RETURN a.name")
    return _encodable(cypher)


def _typed(given: str) -> tuple[str, object]:
    """The name and the value of NAME=VALUE: JSON where it is JSON, else the text itself. Raises UsageError."""
    name, text = name_and_text(given)
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return name, _encodable(text)
    if any(abs(number) >= LARGEST_INTEGER for number in _integers(value)):
        raise click.UsageError(f"--param {quote(given)} holds a whole number that no graph database can hold")
    return name, value


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _integers(value: object) -> Iterator[int]:
    match value:
        case int():
            yield value
        case list():
            for item in value:
                yield from _integers(item)
        case dict():
            for item in value.values():
                yield from _integers(item)


def _encodable(text: str) -> str:
    """The same text. Raises UsageError where it holds bytes that are no text."""
    if not is_text(text):
        raise click.UsageError(f"{quote(text)} is not UTF-8 text")
    return text
