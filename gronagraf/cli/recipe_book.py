"""The command `recipes`: the questions listed, searched, shown whole, printed as Cypher, and one's own checked."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click

from gronagraf.cli.asking import (
    ANSWER,
    column_line,
    example,
    explained,
    find_recipe,
    kind_of,
    known_recipes,
    typed_parameters,
)
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.options import FILE, form_options, name_and_text, param_option, recipes_option
from gronagraf.cli.show import form_of, put, show
from gronagraf.cli.words import PURPOSES
from gronagraf.errors import Problem, RecipeError
from gronagraf.graph import Column, Result, Value
from gronagraf.model import MODEL
from gronagraf.recipes import Parameter, Recipe, script
from gronagraf.recipes.shared import ONLY_SEED
from gronagraf.schema import NO_TERM, Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.words import alphabetical, one_line

THEMES: Mapping[str, Term] = {
    "overview": Term("Överblick", "Overview"),
    "networks": Term("Nätverk", "Networks"),
    "change_logic": Term("Förändringslogik", "Change logic"),
    "stakeholders": Term("Intressenter", "Stakeholders"),
    "learning": Term("Lärande", "Learning"),
    "leadership": Term("Ledarskap", "Leadership"),
}
COLUMNS = (
    Column("theme", Term("Tema", "Theme")),
    Column("name", Term("Namn", "Name")),
    Column("title", Term("Titel", "Title")),
    Column("question", Term("Fråga", "Question")),
)
PARTS = (
    Column("part", Term("Del", "Part")),
    Column("name", Term("Namn", "Name")),
    Column("kind", Term("Slag", "Kind")),
    Column("usual", Term("Förval", "Default")),
    Column("required", Term("Måste anges", "Required")),
    Column("term", Term("Rubrik", "Heading")),
    Column("doc", Term("Förklaring", "Explanation")),
)
HOW_TO_ASK = Term(
    "Ställ en fråga:  gronagraf run NAMN      Se vad den tar:  gronagraf run NAMN --help",
    "Ask one:  gronagraf run NAME      See what it takes:  gronagraf run NAME --help",
)
NOTHING = Term("Ingen fråga passar. Alla frågor:  gronagraf recipes", "No recipe fits. All of them:  gronagraf recipes")
TAKES = Term("Den tar:", "It takes:")
SEED = Term("Bara detta frö i grafen.", "Only this seed of the graph.")
RESTS_ON = Term("Svaret vilar på:", "The answer rests on:")
ASK_IT = Term("Ställ den:  {command}", "Ask it:  {command}")
AS_CYPHER = Term("Som Cypher:  gronagraf recipes {name} --cypher", "As Cypher:  gronagraf recipes {name} --cypher")
LIES_IN = Term("Fil:  {path}", "File:  {path}")
GIVE = Term(
    "{name} är null i frågan tills det får ett värde: --param {name}=… ({doc})",
    "{name} is null in the question until it gets a value: --param {name}=… ({doc})",
)
FINE = Term("Inga fel i {folder}. Frågor: {count}.", "No problems in {folder}. Recipes: {count}.")
BELONGS = {  # an option, and what it cannot do without
    "cypher": "recipe",
    "param": "cypher",
}
APART = {  # an option, and what it cannot stand beside
    "recipe": ("theme", "search", "check"),
    "check": ("theme", "search", "form", "out"),
    "cypher": ("form",),
}


def recipes_command(language: Language) -> click.Command:
    theme = Term("Bara frågorna i ett tema.", "Only the recipes of a theme.")
    search = Term(
        "Bara frågor med orden i namn, titel eller fråga; versaler och accenter spelar ingen roll.",
        "Only recipes with these words in name, title or question; case and accents aside.",
    )
    cypher = Term(
        "Skriv frågan som ren Cypher, med :param-rader, för Neo4j Browser och cypher-shell.",
        "Print the recipe as pure Cypher, with :param lines, for Neo4j Browser and cypher-shell.",
    )
    check = Term("Granska en mapp med egna frågor.", "Find every problem of a folder of your own recipes.")
    param = Term("Ett värde till --cypher.", "A value for --cypher.")
    params = [
        click.Argument(["recipe"], required=False, metavar="[NAME]"),
        option(language, "--theme", theme, metavar="THEME"),
        option(language, "--search", search, metavar="WORDS"),
        option(language, "--cypher", cypher, is_flag=True),
        param_option(language, param),
        option(language, "--check", check, type=FILE, metavar="DIR"),
        recipes_option(language),
        *form_options(language),
    ]
    examples = (
        "gronagraf recipes --theme networks",
        "gronagraf recipes --search kommun",
        "gronagraf recipes members --cypher --param network=n_klimatkommission",
    )
    more = Term("NAME är en fråga som ska visas hel.", "NAME is a recipe to show whole.")
    return command(language, "recipes", _recipes, params, *examples, more=more)


def _recipes(call: Call) -> None:
    _refuse_what_does_not_go_together(call)
    if folder := call.values["check"]:
        _check(call, folder)
        return
    recipes = known_recipes(call.values["recipes"], MODEL)
    if not call.values["recipe"]:
        _list(call, _chosen(call, in_order(recipes, call.language)))
    elif call.values["cypher"]:
        _print(call, find_recipe(call.values["recipe"], recipes))
    else:
        _show(call, find_recipe(call.values["recipe"], recipes))


def _refuse_what_does_not_go_together(call: Call) -> None:
    """Raises UsageError."""
    names = {"recipe": "NAME", "form": "--as"}
    for name, needed in BELONGS.items():
        if call.values[name] and not call.values[needed]:
            raise click.UsageError(f"--{name} belongs to {names.get(needed, f'--{needed}')}; give both")
    for name, others in APART.items():
        for other in others:
            if call.values[name] and call.values[other]:
                first, second = (names.get(each, f"--{each}") for each in (name, other))
                raise click.UsageError(f"give {first} or {second}, not both")


def in_order(recipes: Iterable[Recipe], language: Language) -> list[Recipe]:
    """By theme as the method goes, the user's own themes last, then by title as in a word list."""
    themes = list(THEMES)
    place = {recipe.theme: themes.index(recipe.theme) if recipe.theme in themes else len(themes) for recipe in recipes}
    return sorted(recipes, key=lambda r: (place[r.theme], r.theme, alphabetical(r.title[language])))


def listing(recipes: Sequence[Recipe], language: Language) -> Iterator[str]:
    """The recipes as lines for people, under their themes."""
    width = max(len(recipe.name) for recipe in recipes) if recipes else 0
    for theme, members in groupby(recipes, key=lambda recipe: recipe.theme):
        yield THEMES[theme][language] if theme in THEMES else theme
        for recipe in members:
            yield f"  {recipe.name:{width}}  {recipe.title[language]}"
            yield f"  {'':{width}}  {recipe.question[language]}"
        yield ""
    yield HOW_TO_ASK[language] if recipes else NOTHING[language]


def _list(call: Call, recipes: Sequence[Recipe]) -> None:
    if form_of(call) == "table":
        put(call, "\n".join(map(one_line, listing(recipes, call.language))) + "\n")
    else:
        rows = ((r.theme, r.name, r.title[call.language], r.question[call.language]) for r in recipes)
        show(call, Result(COLUMNS, tuple(rows)), PURPOSES["recipes"][call.language])


def _chosen(call: Call, recipes: Sequence[Recipe]) -> list[Recipe]:
    """Those of the theme and with every word that was asked for. Raises RecipeError for an unknown theme."""
    theme = _theme(call.values["theme"], recipes) if call.values["theme"] else None
    words = _plain(call.values["search"] or "").split()
    return [r for r in recipes if theme in (None, r.theme) and all(word in _words_of(r) for word in words)]


def _theme(wanted: str, recipes: Iterable[Recipe]) -> str:
    """The theme that a name, or its heading in either language, stands for."""
    known = {_plain(recipe.theme): recipe.theme for recipe in recipes}
    headings = {_plain(text): name for name, term in THEMES.items() for text in (term.sv, term.en)}
    found = (headings | known).get(_plain(wanted))
    if found is None:
        remedy = did_you_mean(wanted, known.values(), f"the themes are {', '.join(sorted(known.values()))}")
        raise RecipeError([Problem("--theme", f"there is no theme {quote(wanted)}", remedy)])
    return found


def _words_of(recipe: Recipe) -> str:
    terms = (recipe.title, recipe.question, THEMES.get(recipe.theme, NO_TERM))
    return _plain("\n".join((recipe.name, *(text for term in terms for text in (term.sv, term.en)))))


def _plain(text: str) -> str:
    """A text without what a search does not mind: case, accents, and `_` or `-` for a space."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("_", " ").replace("-", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _show(call: Call, recipe: Recipe) -> None:
    if form_of(call) == "table":
        put(call, "\n".join(map(one_line, _whole(call, recipe))) + "\n")
    else:
        show(call, Result(PARTS, tuple(_parts(recipe, call.language))), recipe.title[call.language])


def _whole(call: Call, recipe: Recipe) -> Iterator[str]:
    yield f"{recipe.theme}/{recipe.name}: {recipe.title[call.language]}"
    yield recipe.question[call.language]
    yield ""
    if recipe.params or recipe.takes_seed:
        yield call.say(TAKES)
        for parameter in recipe.params:
            kind = kind_of(parameter, call.language)
            yield f"  {parameter.name} ({kind}): {explained(parameter, call.language)}"
        if recipe.takes_seed:
            yield f"  {ONLY_SEED} (SEED): {call.say(SEED)}"
        yield ""
    yield call.say(ANSWER)
    yield from (f"  {column_line(column, call.language)}" for column in recipe.columns)
    yield ""
    if recipe.grounds:
        yield call.say(RESTS_ON)
        for ground in recipe.grounds:
            yield f"  {ground.label}.{ground.name}: {ground.plural[call.language]}, {ground.term[call.language]}"
        yield ""
    yield call.say(ASK_IT, command=example(recipe))
    yield call.say(AS_CYPHER, name=recipe.name)
    yield call.say(LIES_IN, path=recipe.path)


def _parts(recipe: Recipe, language: Language) -> Iterator[tuple[Value | None, ...]]:
    for each in recipe.params:
        kind = each.kind.name
        yield ("parameter", each.name, kind, _text(each), each.required, None, each.doc[language])
    for column in recipe.columns:
        yield ("column", column.name, None, None, None, column.term[language], column.doc[language] or None)


def _text(parameter: Parameter) -> str | None:
    return None if parameter.default is None else str(parameter.default)


def _print(call: Call, recipe: Recipe) -> None:
    texts = dict(map(name_and_text, call.values["param"]))
    seed = {ONLY_SEED: texts.pop(ONLY_SEED)} if recipe.takes_seed and ONLY_SEED in texts else {}
    values = typed_parameters(recipe, texts)
    put(call, script(recipe, {**values, **seed}, call.language))
    for parameter in recipe.params:
        if parameter.required and parameter.name not in values:
            click.echo(call.say(GIVE, name=parameter.name, doc=parameter.doc[call.language]), err=True)


def _check(call: Call, folder: Path) -> None:
    """Raises RecipeError with every problem of the folder, names that packaged recipes have among them."""
    found = known_recipes([*call.values["recipes"], folder], MODEL)
    own = [recipe for recipe in found if recipe.path.resolve().is_relative_to(folder.resolve())]
    click.echo(call.say(FINE, folder=folder, count=len(own)))
