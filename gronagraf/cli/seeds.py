"""The command `check`, and which folder or workbook a name means."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command
from gronagraf.cli.duplicates import duplicate_options, refuse_without_duplicates, show_duplicates
from gronagraf.cli.options import form_options
from gronagraf.data import data_folder, seed_folder
from gronagraf.errors import SeedError
from gronagraf.graph import Graph, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.formulas import formula_remarks
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.notes import FICTIONAL, seed_title
from gronagraf.views.words import number, one_line

if TYPE_CHECKING:
    from gronagraf.reading.remarks import Tell

SEED_IS = Term(
    "SEED är en mapp med seed.toml och CSV-filer, en arbetsbok (.xlsx, .ods) med samma blad, "
    "eller namnet på ett medföljande frö (kronoberg, exempel).",
    "SEED is a folder with seed.toml and CSV files, a workbook (.xlsx, .ods) with the same sheets, "
    "or the name of a packaged seed (kronoberg, exempel).",
)
FINE = Term(
    "{title} är utan fel: {nodes} noder, {edges} relationer.",
    "{title} has no problem: {nodes} nodes, {edges} relations.",
)
EMPTY = Term(
    "Tabellerna har inga rader än: fyll i dem, en rad för varje sak.",
    "The tables have no rows yet: fill them in, a row for each thing.",
)


def seed_argument() -> click.Argument:
    return click.Argument(["seed"])


def seed_path(seed: str) -> Path:
    """The folder or workbook that is meant: one that exists, or a packaged seed by its name. Raises SeedError."""
    path = Path(os.path.expanduser(seed))  # noqa: PTH111 - Path.expanduser() breaks on a user who does not exist
    if seed.strip() and (os.path.lexists(path) or len(path.parts) != 1):
        return path
    known = [each.name for each in data_folder("seed").iterdir() if each.is_dir()]
    if seed in known:
        return seed_folder(seed)
    remedy = did_you_mean(
        seed, known, f"name a folder, a workbook, or one of the packaged seeds: {', '.join(sorted(known))}"
    )
    raise SeedError(f"there is no folder, workbook or packaged seed {quote(seed)}; {remedy}")


def check_command(language: Language) -> click.Command:
    params = [seed_argument(), *duplicate_options(language), *form_options(language)]
    examples = ("gronagraf check kronoberg", "gronagraf check ./mitt --duplicates")
    return command(language, "check", _check, params, *examples, more=SEED_IS)


def _check(call: Call) -> None:
    refuse_without_duplicates(call)
    path = seed_path(call.values["seed"])
    graph = read_seed(path, MODEL, tell=teller(call))
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
    say_fictional(call, seed)
    for remark in formula_remarks(graph):
        teller(call)(remark)


def teller(call: Call) -> "Tell":
    """Says on standard error what is no problem of a seed but should be known."""
    return lambda remark: click.echo(one_line(remark[call.language]), err=True)


def _contents(graph: Graph, language: Language) -> Iterator[str]:
    """How many of each type, in the model's order."""
    for each in MODEL.all:
        kinds = (
            (item.label for item in graph.nodes) if each.name in MODEL.labels else (item.type for item in graph.edges)
        )
        if count := sum(kind == each.name for kind in kinds):
            yield f"  {number(count, language):>8}  {each.name}  {each.term[language]}"


def say_fictional(call: Call, seed: SeedInfo) -> None:
    if seed.fictional:
        click.echo(call.say(FICTIONAL, seeds=seed_title(seed, call.language)))


def _n(call: Call, count: int) -> str:
    return number(count, call.language)
