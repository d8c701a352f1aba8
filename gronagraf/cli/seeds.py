"""The command `check`, which folder or workbook a name means, and the seeds that a command is given."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command
from gronagraf.cli.duplicates import duplicate_options, refuse_without_duplicates, show_duplicates
from gronagraf.cli.options import form_options
from gronagraf.data import data_folder, seed_folder
from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading.extending import FindNodes
from gronagraf.reading.formulas import formula_remarks
from gronagraf.reading.report import shown
from gronagraf.reading.seeds import Reading, read_source
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
MOST_TAKEN = 5
EMPTY = Term(
    "Tabellerna har inga rader än: fyll i dem, en rad för varje sak.",
    "The tables have no rows yet: fill them in, a row for each thing.",
)


def seed_argument() -> click.Argument:
    return click.Argument(["seed"])


def seeds_argument() -> click.Argument:
    return click.Argument(["seeds"], nargs=-1, required=True, metavar="SEED...")


def refuse_several(call: Call, *options: str) -> None:
    """Raises UsageError for an option of one seed where several are given."""
    if len(call.values["seeds"]) > 1 and options:
        raise click.UsageError(f"{options[0]} takes one SEED; give them one at a time, or leave it out")


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


def read_given(call: Call, find: FindNodes | None = None) -> list[Reading]:
    """Every seed that is given, read; one may extend those before it, and `find` gives the nodes of others.

    Raises SeedError with the problems of them all, and with what they contradict in one another.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    for seed in call.values["seeds"]:
        try:
            readings.append(read_source(seed_path(seed), MODEL, _before(readings, find), teller(call)))
        except SeedError as error:
            problems += error.problems
    problems += _clashes(readings)
    if problems:
        raise SeedError(problems)
    return readings


def _before(readings: Sequence[Reading], find: FindNodes | None) -> FindNodes:
    """Finds the nodes of a seed among those read before, then where `find` does."""

    def found(name: str) -> Iterable[Node] | None:
        for reading in readings:
            if reading.name == name:
                return (*reading.graph.nodes, *reading.others.values())
        return find(name) if find else None

    return found


def _clashes(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Seeds of one name, which would overwrite each other, and ids that several seeds define."""
    first: dict[str, Reading] = {}
    owners: dict[str, Reading] = {}
    for reading in readings:
        where = shown(reading.path)
        same = first.setdefault(reading.name, reading)
        if same is not reading:
            apart = "assessor or date, or another project's name," if reading.is_form else "name"
            remedy = f"give one of them another {apart} or leave one out"
            yield Problem(where, f"is the seed {quote(reading.name)}, as is {shown(same.path)}", remedy)
            continue
        taken = [node.id for node in reading.graph.nodes if owners.setdefault(node.id, reading) is not reading]
        for id_ in taken[:MOST_TAKEN]:
            what = f"{quote(id_)} is already an id of {shown(owners[id_].path)}"
            yield Problem(where, what, "give one of them another id: ids are unique in the whole graph")


def check_command(language: Language) -> click.Command:
    params = [seeds_argument(), *duplicate_options(language), *form_options(language)]
    examples = ("gronagraf check kronoberg", "gronagraf check ./mitt --duplicates", "gronagraf check analyser/*.xlsx")
    return command(language, "check", _check, params, *examples, more=SEED_IS)


def _check(call: Call) -> None:
    refuse_without_duplicates(call)
    refuse_several(call, *(["--duplicates"] if call.values["duplicates"] else []))
    for reading in read_given(call):
        if call.values["duplicates"]:
            show_duplicates(call, reading.graph, reading.path)
        else:
            _tell_contents(call, reading.graph)


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
