"""The command that draws: `map`."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.asking import ask, find_recipe, known_recipes, typed_parameters
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.marking import marking_options, marks_of, places_of, refuse_parts
from gronagraf.cli.opening import open_graph
from gronagraf.cli.options import FILE, name_and_text, only_seed_option, param_option, recipes_option, store_options
from gronagraf.cli.progress import MEASURING, progress_bar
from gronagraf.cli.projecting import chosen_options, projected, projection_options
from gronagraf.cli.show import save
from gronagraf.cli.stories import show_frame, story_of, story_options
from gronagraf.errors import Problem, RecipeError
from gronagraf.graph import Graph, Result, Value
from gronagraf.model import MODEL
from gronagraf.recipes import Recipe
from gronagraf.schema import Language, Term

if TYPE_CHECKING:
    from gronagraf.store import Store
    from gronagraf.views.map.dressing import Dressing

SURROUNDINGS = "surroundings"
MORE = Term(
    "--through till --roll-up säger i vilket nät måtten räknas (annars aktörer genom allt de möts i); kartan ritar"
    " ändå allt.",
    "--through to --roll-up say in which network measures are worked out (else actors by all they meet in); the map"
    " still draws everything.",
)
PAGES = (".html", ".htm")
AROUND = Term("Omgivningen till {name}", "The surroundings of {name}")


def map_command(language: Language) -> click.Command:
    recipe = Term(
        "Rita svaret på en fråga i stället för hela grafen.", "Draw the answer of a recipe, not the whole graph."
    )
    param = Term("Ett värde till frågan.", "A value for the recipe.")
    around = Term("Rita bara omgivningen till noden med detta id.", "Draw only what lies around the node with this id.")
    steps = Term("Hur många steg omgivningen når.", "How many steps the surroundings reach.")
    size = Term("Storlek efter detta mått.", "Size by this measure.")
    colour = Term("Färg efter detta mått, eller community: klungor.", "Colour by this measure, or by community.")
    more = Term(
        "Ett mått att välja i kartan; kan ges flera gånger.", "A measure to choose in the map; may be given repeatedly."
    )
    out = Term(
        "Filen; annars SEED-map.html i mappen där du står.", "The file; else SEED-map.html in the working folder."
    )
    params = [
        option(language, "--recipe", recipe, metavar="NAME"),
        param_option(language, param),
        option(language, "--around", around, metavar="ID"),
        option(language, "--steps", steps, type=click.IntRange(1, 3), default=1, show_default=True),
        option(language, "--size", size, metavar="MEASURE"),
        option(language, "--colour", colour, metavar="MEASURE"),
        option(language, "--measure", more, metavar="MEASURE", multiple=True),
        option(language, "--out", out, type=FILE),
        *marking_options(language),
        *story_options(language),
        *projection_options(language),
        only_seed_option(language),
        recipes_option(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf map --around region_kronoberg --steps 2",
        "gronagraf map --compare ./fjol --positions lagen.json",
        "gronagraf map --thread --only-seed exempel",
        "gronagraf map --story berattelse.toml --embed",
        "gronagraf map --size degree --colour betweenness --measure closeness",
        "gronagraf map --colour community --without-county-wide --roll-up",
    )
    return command(language, "map", _map, params, *examples, more=MORE)


def _map(call: Call) -> None:
    if call.values["recipe"] and call.values["around"]:
        raise click.UsageError("give --recipe or --around, not both")
    if call.values["param"] and not call.values["recipe"]:
        raise click.UsageError("--param belongs to --recipe; name the recipe")
    if (out := call.values["out"]) and out.suffix.lower() not in PAGES:
        raise click.UsageError(f"the map is a web page: name it {out.with_suffix('.html')}")
    refuse_parts(call)
    measured = _asked(call)
    if not measured and (idle := chosen_options(call)):
        what = f"{idle[0]} says in which network a measure is worked out"
        raise click.UsageError(f"{what}; give --size, --colour or --measure too")
    _refuse_unknown(call)
    story = story_of(call)
    with open_graph(call) as store:
        graph, title, unfinished = _drawn(call, store)
        asked = measured or call.values["thread"]
        whole = store.graph(call.values["only_seed"]) if asked and title else graph
    from gronagraf.views.map import write_map

    dressing = _dressing(call, whole)
    page = write_map(
        graph,
        MODEL,
        title=title,
        language=call.language,
        unfinished=unfinished,
        dressing=dressing,
        marks=marks_of(call, whole),
        places=places_of(call, graph),
        with_assessments=call.values["with_assessments"],
        story=story,
    )
    file = out or _file(call, graph)
    save(call, file, page)
    show_frame(call, file, graph, title)


def _refuse_unknown(call: Call) -> None:
    """Raises AnalysisError for a measure that there is none of, and UsageError for communities as a size."""
    from gronagraf.analysis.measures import find
    from gronagraf.views.map.dressing import COMMUNITY

    if call.values["size"] == COMMUNITY:
        raise click.UsageError("a community is no amount, so it has no size; give it to --colour")
    find([name for name in _asked(call) if name != COMMUNITY])


def _asked(call: Call) -> list[str]:
    """The measures asked for, each once: those of size and colour first."""
    names = (call.values["size"], call.values["colour"], *call.values["measure"])
    return list(dict.fromkeys(name for name in names if name))


def _dressing(call: Call, graph: Graph) -> "Dressing":
    """What is asked for, measured in the network of the whole graph that the options name; nothing where none is."""
    from gronagraf.analysis.measures import find, measure
    from gronagraf.analysis.whole.communities import membership
    from gronagraf.views.map.dressing import COMMUNITY, PLAIN, Dressing, communities_of, measured_on, scale_of

    if not (asked := _asked(call)):
        return PLAIN
    projection = projected(call, graph)
    names = [name for name in asked if name != COMMUNITY]
    with progress_bar(MEASURING[call.language]) as tell:
        measured = measure(projection, find(names), tell=tell)
    scales = [scale_of(measured, name) for name in names]
    if COMMUNITY in asked:
        scales.append(communities_of([node.id for node in projection.nodes], membership(projection)))
    return Dressing(measured_on(measured), tuple(scales), call.values["size"], call.values["colour"])


def _drawn(call: Call, store: "Store") -> tuple[Graph, Term | None, tuple[str, ...]]:
    """The graph to draw, its title where it is not the seed's own, and the seeds whose load has not ended."""
    if not (call.values["recipe"] or call.values["around"]):
        unfinished = tuple(record.info.name for record in store.seeds() if not record.finished)
        return store.graph(call.values["only_seed"]), None, unfinished
    result, recipe = _answer(call, store)
    graph = result.graph()
    if result.rows and not graph.nodes:
        raise RecipeError(f"the recipe {recipe.name} answers with words, not with nodes; show it with gronagraf run")
    title = recipe.title
    if around := call.values["around"]:
        node = graph.by_id().get(around)
        title = Term(*(AROUND[language].format(name=node.name if node else around) for language in ("sv", "en")))
    return graph, title, result.unfinished


def _answer(call: Call, store: "Store") -> tuple[Result, Recipe]:
    """The answer to draw and the recipe that gave it. Raises RecipeError that names the options of this command."""
    recipe, given = _question(call)
    try:
        return ask(call, store, recipe, given), recipe
    except RecipeError as error:
        raise RecipeError([_placed(problem, recipe) for problem in error.problems]) from error


def _placed(problem: Problem, recipe: Recipe) -> Problem:
    """A problem with a parameter, which `run` takes as an option of its own."""
    places = {f"--{each.name.replace('_', '-')}": f"--param {each.name}" for each in recipe.params}
    if recipe.name == SURROUNDINGS:
        places["--node"] = "--around"
    return replace(problem, where=places.get(problem.where, problem.where))


def _question(call: Call) -> tuple[Recipe, dict[str, Value]]:
    recipes = known_recipes(call.values["recipes"], MODEL)
    if call.values["around"]:
        return find_recipe(SURROUNDINGS, recipes), {"node": call.values["around"], "most_steps": call.values["steps"]}
    recipe = find_recipe(call.values["recipe"], recipes)
    return recipe, typed_parameters(recipe, dict(map(name_and_text, call.values["param"])))


def _file(call: Call, graph: Graph) -> Path:
    parts = [*(seed.name for seed in graph.seeds), call.values["recipe"], call.values["around"], "map"]
    return Path(re.sub(r"[^\w.-]+", "_", "-".join(filter(None, parts))) + ".html")
