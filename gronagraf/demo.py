"""The whole main job on one seed: check, load, ask the headline questions, write the answers and the map."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.data import recipe_folder
from gronagraf.errors import StoreError
from gronagraf.graph import Graph, Result
from gronagraf.reading import read_seed
from gronagraf.recipes import Recipe, read_recipes, run_recipe
from gronagraf.schema import Language, Model, Term
from gronagraf.views.files import write_whole
from gronagraf.views.notes import FICTIONAL, seed_title
from gronagraf.views.tables import render
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import Store

HEADLINES = ("missing_municipalities", "bridges", "overlap", "thread_breaks", "funding_per_goal", "rhythm")
ROWS_SHOWN = 5
DATABASE = "graph"
ANSWERS = "answers"
MAP = "map.html"

CHECKED = Term(
    "1. Granskade {title}: {nodes} noder, {edges} relationer, inga fel.",
    "1. Checked {title}: {nodes} nodes, {edges} relations, no problems.",
)
LOADED = Term(
    "2. Läste in det i en egen databas på {seconds} s.", "2. Loaded it into a database of its own in {seconds} s."
)
ASKED = Term("3. Ställde {count} frågor till grafen.", "3. Asked the graph {count} questions.")
MORE = Term("… och {count} rader till i {file}", "… and {count} more rows in {file}")
MAPPED = Term(
    "\n4. Ritade kartan. Öppna den i en webbläsare: {path}", "\n4. Drew the map. Open it in a browser: {path}"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A headline question with everything that the graph answered, and the file that holds it."""

    recipe: Recipe
    result: Result
    file: Path


@dataclass(frozen=True, slots=True)
class Demo:
    """What a demonstration did: the graph, the answers and every file made outside the database's own folder."""

    graph: Graph
    answers: tuple[Answer, ...]
    files: tuple[Path, ...]
    database: Path


def run_demo(
    seed: Path,
    folder: Path,
    model: Model,
    language: Language,
    tell: Callable[[str], None],
    width: int | None = None,
) -> Demo:
    """Do the main job on the seed in `folder`, which is made where it is missing; each step is told when it is done.

    The database is the folder's own and is emptied first; a folder whose database holds other seeds is refused. Raises
    SeedError, RecipeError and StoreError as its parts, and OSError where the folder cannot be written.
    """
    graph = read_seed(seed, model)
    tell(_checked(graph, language))
    (folder / ANSWERS).mkdir(parents=True, exist_ok=True)
    with _open(folder / DATABASE, model) as store:
        _empty(store, graph.seeds[0].name)
        seconds = store.load(graph).seconds
        tell(LOADED[language].format(seconds=number(round(seconds, 1), language)))
        answers = tuple(_answers(store, folder / ANSWERS, model))
        tell(ASKED[language].format(count=len(answers)))
        for answer in answers:
            write_whole(answer.file, render(answer.result, "csv", language, model))
            tell(_shown(answer, language, model, width))
        drawn = store.graph()
    _write_map(folder / MAP, drawn, model, language)
    tell(MAPPED[language].format(path=(folder / MAP).resolve()))
    return Demo(drawn, answers, (folder / MAP, *(answer.file for answer in answers)), folder / DATABASE)


def _checked(graph: Graph, language: Language) -> str:
    seed = graph.seeds[0]
    title = seed_title(seed, language)
    sizes = {"nodes": number(len(graph.nodes), language), "edges": number(len(graph.edges), language)}
    text = CHECKED[language].format(title=title, **sizes)
    return f"{text}\n   {FICTIONAL[language].format(seeds=title)}" if seed.fictional else text


def _open(folder: Path, model: Model) -> "Store":
    from gronagraf.store import open_store

    return open_store(folder, model)


def _empty(store: "Store", seed: str) -> None:
    """Take out what an earlier demonstration left. Raises StoreError where other seeds lie there."""
    held = [record.info.name for record in store.seeds()]
    if others := sorted(set(held) - {seed}):
        what = f"the database there holds other seeds ({', '.join(others)}), which a demonstration does not touch"
        raise StoreError(f"{what}; give another folder with --out")
    for name in held:
        store.forget(name)


def _answers(store: "Store", folder: Path, model: Model) -> Iterator[Answer]:
    for recipe in _headlines(read_recipes([recipe_folder()], model)):
        yield Answer(recipe, run_recipe(store, recipe, {}), folder / f"{recipe.name}.csv")


def _headlines(recipes: Iterable[Recipe]) -> Iterator[Recipe]:
    known = {recipe.name: recipe for recipe in recipes}
    return (known[name] for name in HEADLINES)


def _shown(answer: Answer, language: Language, model: Model, width: int | None) -> str:
    """The question as a heading and the first rows of its answer."""
    question = answer.recipe.question[language]
    first = replace(answer.result, rows=answer.result.rows[:ROWS_SHOWN], seeds=())
    lines = [
        "",
        question,
        "=" * min(len(question), width or len(question)),
        render(first, "table", language, model, width),
    ]
    if (rest := len(answer.result.rows) - ROWS_SHOWN) > 0:
        lines[-1] += MORE[language].format(count=rest, file=f"{ANSWERS}/{answer.file.name}") + "\n"
    return "\n".join(lines).removesuffix("\n")


def _write_map(path: Path, graph: Graph, model: Model, language: Language) -> None:
    from gronagraf.views.map import write_map

    write_whole(path, write_map(graph, model, language=language))
