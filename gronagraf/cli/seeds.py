"""The commands about seeds: `check`, `load`, `forget` and `template`."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.duplicates import duplicate_options, refuse_without_duplicates, show_duplicates
from gronagraf.cli.opening import graph_exists, open_graph
from gronagraf.cli.options import FILE, form_options, store_options
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.show import enumerated
from gronagraf.data import data_folder, seed_folder
from gronagraf.errors import SeedError, StoreError
from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.notes import FICTIONAL, seed_title
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import LoadReport, SeedRecord, Store

SEED_IS = Term(
    "SEED är en mapp med seed.toml och CSV-filer, eller namnet på ett medföljande frö (kronoberg, exempel).",
    "SEED is a folder with seed.toml and CSV files, or the name of a packaged seed (kronoberg, exempel).",
)
FINE = Term(
    "{title} är utan fel: {nodes} noder, {edges} relationer.",
    "{title} has no problem: {nodes} nodes, {edges} relations.",
)
EMPTY = Term(
    "Tabellerna har inga rader än: fyll i dem, en rad för varje sak.",
    "The tables have no rows yet: fill them in, a row for each thing.",
)
LOADED = Term("Läste in {title} på {seconds} s.", "Loaded {title} in {seconds} s.")
ROWS = Term(
    "  {what:<10} {created:>9} nya {changed:>9} ändrade {unchanged:>9} oförändrade",
    "  {what:<10} {created:>9} new {changed:>9} changed {unchanged:>9} unchanged",
)
LEFT = Term(
    "{count} finns kvar i grafen men inte längre i fröet: {names}",
    "{count} remain in the graph but are no longer in the seed: {names}",
)
NODES = Term("noder", "nodes")
EDGES = Term("relationer", "relations")
LOADING = Term("Läser in {seed}", "Loading {seed}")
ASK_TO_FORGET = Term(
    "Ta bort {title} ur grafen: {nodes} noder och {edges} relationer?",
    "Take {title} out of the graph: {nodes} nodes and {edges} relations?",
)
FORGOT = Term(
    "Tog bort {seed}: {nodes} noder och {edges} relationer.", "Took out {seed}: {nodes} nodes and {edges} relations."
)
KEPT = Term("Inget togs bort.", "Nothing was taken out.")
MADE = Term(
    "Fyll i filerna, och granska dem sedan:  gronagraf check {folder}",
    "Fill in the files, then check them:  gronagraf check {folder}",
)


def seed_argument() -> click.Argument:
    return click.Argument(["seed"])


def seed_path(seed: str) -> Path:
    """The folder that is meant: one that exists, or a packaged seed by its name. Raises SeedError."""
    path = Path(os.path.expanduser(seed))  # noqa: PTH111 - Path.expanduser() breaks on a user who does not exist
    if seed.strip() and (os.path.lexists(path) or len(path.parts) != 1):
        return path
    known = [each.name for each in data_folder("seed").iterdir() if each.is_dir()]
    if seed in known:
        return seed_folder(seed)
    remedy = did_you_mean(seed, known, f"name a folder, or one of the packaged seeds: {', '.join(sorted(known))}")
    raise SeedError(f"there is no folder and no packaged seed {quote(seed)}; {remedy}")


def check_command(language: Language) -> click.Command:
    params = [seed_argument(), *duplicate_options(language), *form_options(language)]
    examples = ("gronagraf check kronoberg", "gronagraf check ./mitt --duplicates")
    return command(language, "check", _check, params, *examples, more=SEED_IS)


def _check(call: Call) -> None:
    refuse_without_duplicates(call)
    path = seed_path(call.values["seed"])
    graph = read_seed(path, MODEL)
    if call.values["duplicates"]:
        show_duplicates(call, graph, path)
    else:
        _tell_contents(call, graph)


def _tell_contents(call: Call, graph: Graph) -> None:
    seed = graph.seeds[0]
    sizes = {"nodes": _n(call, len(graph.nodes)), "edges": _n(call, len(graph.edges))}
    click.echo(call.say(FINE, title=seed_title(seed, call.language), **sizes))
    for line in _contents(graph, call.language):
        click.echo(line)
    if not (graph.nodes or graph.edges):
        click.echo(call.say(EMPTY))
    _say_fictional(call, seed)


def _contents(graph: Graph, language: Language) -> Iterator[str]:
    """How many of each type, in the model's order."""
    for each in MODEL.all:
        kinds = (
            (item.label for item in graph.nodes) if each.name in MODEL.labels else (item.type for item in graph.edges)
        )
        if count := sum(kind == each.name for kind in kinds):
            yield f"  {number(count, language):>8}  {each.name}  {each.term[language]}"


def _say_fictional(call: Call, seed: SeedInfo) -> None:
    if seed.fictional:
        click.echo(call.say(FICTIONAL, seeds=seed_title(seed, call.language)))


def _n(call: Call, count: int) -> str:
    return number(count, call.language)


def load_command(language: Language) -> click.Command:
    params = [seed_argument(), *store_options(language)]
    return command(language, "load", _load, params, "gronagraf load kronoberg", "gronagraf load ./mitt", more=SEED_IS)


def _load(call: Call) -> None:
    graph = read_seed(seed_path(call.values["seed"]), MODEL, lambda name: _in_the_graph(call, name))
    seed = graph.seeds[0]
    with open_graph(call, make=True) as store, progress_bar(call.say(LOADING, seed=seed.name)) as progress:
        report = store.load(graph, progress)
    for line in _summary(call, report, seed):
        click.echo(line)
    _say_fictional(call, seed)


def _in_the_graph(call: Call, name: str) -> Iterable[Node] | None:
    """The nodes of a seed that this one extends, where the graph holds it; else it is looked for in folders."""
    if not graph_exists(call):
        return None
    with open_graph(call) as store:
        return store.graph(name).nodes if name in _names(store) else None


def _names(store: "Store") -> set[str]:
    return {record.info.name for record in store.seeds()}


def _summary(call: Call, report: "LoadReport", seed: SeedInfo) -> Iterator[str]:
    seconds = number(round(report.seconds, 1), call.language)
    yield call.say(LOADED, title=seed_title(seed, call.language), seconds=seconds)
    for term, counts in ((NODES, report.nodes), (EDGES, report.edges)):
        sizes = {"created": counts.created, "changed": counts.changed, "unchanged": counts.unchanged}
        yield call.say(ROWS, what=call.say(term), **{name: _n(call, size) for name, size in sizes.items()})
    if report.left:
        names = enumerated(call, report.left)
        yield call.say(LEFT, count=_n(call, report.nodes.left + report.edges.left), names=names)


def forget_command(language: Language) -> click.Command:
    text = Term("Fråga inte först.", "Do not ask first.")
    params = [seed_argument(), option(language, "--yes", text, is_flag=True), *store_options(language)]
    more = Term(
        "SEED är ett frö i grafen; gronagraf status visar vilka.",
        "SEED is a seed in the graph; gronagraf status lists them.",
    )
    return command(
        language, "forget", _forget, params, "gronagraf forget exempel", "gronagraf forget exempel --yes", more=more
    )


def _forget(call: Call) -> None:
    seed = call.values["seed"]
    with open_graph(call) as store:
        known = {record.info.name: record for record in store.seeds()}
        if seed not in known:
            remedy = did_you_mean(seed, known, f"it holds {', '.join(known)}" if known else "it is empty")
            raise StoreError(f"the graph has no seed {quote(seed)}; {remedy}")
        if not call.values["yes"] and not _agreed(call, known[seed]):
            click.echo(call.say(KEPT))
            return
        nodes, edges = store.forget(seed)
    click.echo(call.say(FORGOT, seed=seed, nodes=_n(call, nodes), edges=_n(call, edges)))


def _agreed(call: Call, record: "SeedRecord") -> bool:
    if not sys.stdin.isatty():
        what = f"this would take {record.nodes} nodes and {record.edges} relations out of the graph"
        raise click.UsageError(f"{what}, and nobody can be asked here; give --yes")
    sizes = {"nodes": _n(call, record.nodes), "edges": _n(call, record.edges)}
    question = call.say(ASK_TO_FORGET, title=seed_title(record.info, call.language), **sizes)
    return click.confirm(question, err=True)


def template_command(language: Language) -> click.Command:
    more = Term(
        "FOLDER görs om den saknas; en mapp som inte är tom lämnas orörd.",
        "FOLDER is made where it is missing; one that is not empty is left alone.",
    )
    params = [click.Argument(["folder"], type=FILE)]
    return command(language, "template", _template, params, "gronagraf template mitt", more=more)


def _template(call: Call) -> None:
    from gronagraf.reading import write_template

    folder = call.values["folder"]
    for path in write_template(folder, MODEL):
        click.echo(path)
    click.echo(call.say(MADE, folder=folder), err=True)
