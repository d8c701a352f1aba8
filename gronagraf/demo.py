"""The whole main job on one seed: check, load, ask the headline questions, write the answers and the map."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.data import recipe_folder
from gronagraf.errors import StoreError
from gronagraf.graph import Cell, Graph, Result
from gronagraf.reading import read_seed
from gronagraf.recipes import Recipe, read_recipes, run_recipe
from gronagraf.schema import Language, Model, Term
from gronagraf.thread import judge
from gronagraf.views.files import write_whole
from gronagraf.views.notes import FICTIONAL, seed_title
from gronagraf.views.tables import for_people, render
from gronagraf.views.verdict import render_verdict, sentence
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import Store

HEADLINES: Mapping[str, tuple[str, ...]] = {
    "bridges": ("actor", "pairs", "networks"),
    "overlap": ("first", "second", "shared", "overlap"),
    "representative_and_owner": ("issue", "networks", "owners", "absent"),
    "funding_per_goal": ("goal", "amount_kind", "amount_sek", "projects"),
    "rhythm": ("year", "events", "decisions", "phase_unknown"),
}
"""The recipes that are asked, and the columns that are shown of each; the files hold all."""

ROWS_SHOWN, LINE, NAMES_SHOWN = 5, 100, 3
DATABASE = "graph"
ANSWERS = "answers"
MAP = "map.html"
VERDICT = "thread.html"

CHECKED = Term(
    "1. Granskade {title}: {nodes} noder, {edges} relationer, inga fel.",
    "1. Checked {title}: {nodes} nodes, {edges} relations, no problems.",
)
LOADED = Term(
    "2. Läste in det i en egen databas på {seconds} s.", "2. Loaded it into a database of its own in {seconds} s."
)
ASKED = Term("3. Ställde {count} frågor till grafen.", "3. Asked the graph {count} questions.")
AND_MORE = Term("{count} till", "{count} more")
MORE = Term("… och {count} rader till i {file}", "… and {count} more rows in {file}")
JUDGED = Term(
    "\n4. Har ni en grön tråd? {sentence}\n   Länk för länk: {path}",
    "\n4. Do you have a green thread? {sentence}\n   Link by link: {path}",
)
MAPPED = Term("5. Ritade kartan. Öppna den i en webbläsare: {path}", "5. Drew the map. Open it in a browser: {path}")


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
    verdict = judge(drawn)
    write_whole(folder / VERDICT, render_verdict(verdict, "html", language, model))
    tell(JUDGED[language].format(sentence=sentence(verdict, language), path=(folder / VERDICT).resolve()))
    _write_map(folder / MAP, drawn, model, language)
    tell(MAPPED[language].format(path=(folder / MAP).resolve()))
    files = (folder / MAP, folder / VERDICT, *(answer.file for answer in answers))
    return Demo(drawn, answers, files, folder / DATABASE)


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
    """The question as a heading and the first rows of its answer, in the columns that a person needs first."""
    question = answer.recipe.question[language]
    lines = [
        "",
        question,
        "=" * min(len(question), width or LINE),
        for_people(_headline(answer, language), "table", language, model, width or LINE),
    ]
    if (rest := len(answer.result.rows) - ROWS_SHOWN) > 0:
        lines[-1] += MORE[language].format(count=rest, file=f"{ANSWERS}/{answer.file.name}") + "\n"
    return "\n".join(lines).removesuffix("\n")


def _headline(answer: Answer, language: Language) -> Result:
    """The first rows and the chosen columns of an answer, long lists shortened."""
    result = answer.result
    names = [column.name for column in result.columns]
    places = [names.index(name) for name in HEADLINES[answer.recipe.name]]
    rows = tuple(tuple(_shortened(row[at], language) for at in places) for row in result.rows[:ROWS_SHOWN])
    return replace(result, columns=tuple(result.columns[at] for at in places), rows=rows, seeds=())


def _shortened(cell: Cell, language: Language) -> Cell:
    if not isinstance(cell, list) or len(cell) <= NAMES_SHOWN:
        return cell
    return [*cell[: NAMES_SHOWN - 1], AND_MORE[language].format(count=len(cell) - NAMES_SHOWN + 1)]


def _write_map(path: Path, graph: Graph, model: Model, language: Language) -> None:
    from gronagraf.views.map import write_map

    write_whole(path, write_map(graph, model, language=language))
