"""The command `load`: seeds into the graph."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.changing import WHO, YES, loaded
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.drawing import map_option, refuse_other_than_pages
from gronagraf.cli.opening import graph_exists, open_graph
from gronagraf.cli.options import FILE, NumberRange, form_options, store_options
from gronagraf.cli.replacing import refuse_mixed, with_share
from gronagraf.cli.seeds import SEED_IS, read_given, refuse_several, say_fictional, seeds_argument
from gronagraf.cli.show import enumerated
from gronagraf.graph import Node, SeedInfo
from gronagraf.reading.extending import FindNodes
from gronagraf.reading.seeds import Reading
from gronagraf.schema import Language, Term
from gronagraf.views.notes import seed_title
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import LoadReport, Store

LOADED = Term("Läste in {title} på {seconds} s.", "Loaded {title} in {seconds} s.")
ROWS = Term(
    "  {what:<10} {created:>9} nya {changed:>9} ändrade {unchanged:>9} oförändrade",
    "  {what:<10} {created:>9} new {changed:>9} changed {unchanged:>9} unchanged",
)
LEFT = Term(
    "{count} finns kvar i grafen men inte längre i fröet: {names}",
    "{count} remain in the graph but are no longer in the seed: {names}",
)
REMOVED = Term(
    "Tog bort {nodes} noder och {edges} relationer som lämnat fröet. De läses in igen med:  gronagraf load {folder}",
    "Removed {nodes} nodes and {edges} relations that left the seed. Load them back with:  gronagraf load {folder}",
)
NODES = Term("noder", "nodes")
EDGES = Term("relationer", "relations")
ONE_EACH = (("drawing", "--map"), ("form", "--as"), ("out", "--out"), ("keep", "--keep"))


def load_command(language: Language) -> click.Command:
    dry = Term("Visa vad som skulle hända, och skriv inget.", "Show what would happen, and write nothing.")
    prune = Term(
        "Ta bort det som lämnat fröet; det som andra skrivit eller hänger på rörs inte.",
        "Remove what left the seed; what others wrote or hang on is not touched.",
    )
    share = Term(
        "Högsta andel av fröets noder, eller relationer, som får tas bort, i procent.",
        "Largest share of the seed's nodes, or relations, that may be removed, in percent.",
    )
    keep = Term(
        "Mapp för det som tas bort; annars FRÖ-removed-TID där du står.",
        "Folder for what is removed; else SEED-removed-TIME in the working folder.",
    )
    params = [
        seeds_argument(),
        option(language, "--dry-run", dry, is_flag=True),
        option(language, "--prune", prune, is_flag=True),
        option(language, "--max-share", share, type=NumberRange(0, 100), default=20.0, show_default=True),
        option(language, "--keep", keep, type=FILE, metavar="FOLDER"),
        option(language, "--yes", YES, is_flag=True),
        option(language, "--who", WHO, metavar="NAME"),
        map_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf load kronoberg",
        "gronagraf load analyser/*.xlsx",
        "gronagraf load ./mitt --dry-run",
        "gronagraf load ./mitt --dry-run --prune --map andringar.html",
        "gronagraf load ./mitt --prune --who 'Analysenheten'",
    )
    return command(language, "load", _load, params, *examples, more=SEED_IS)


def _load(call: Call) -> None:
    _refuse_idle(call)
    readings = read_given(call, _finder(call))
    if call.values["dry_run"]:
        from gronagraf.cli.planning import show_plan

        for reading in readings:
            show_plan(call, reading)
        return
    with open_graph(call, make=True) as store:
        refuse_mixed(call, store, readings)
        for reading in readings:
            _load_one(call, store, reading)


def _load_one(call: Call, store: "Store", reading: Reading) -> None:
    """Load one seed and say what it did."""
    if call.values["prune"]:
        from gronagraf.cli.pruning import load_and_prune

        report, folder = load_and_prune(with_share(call, reading), store, reading)
    else:
        report, folder = loaded(call, store, reading.graph), None
    if report is None:
        return
    seed = reading.graph.seeds[0]
    for line in _summary(call, report, seed, folder):
        click.echo(line)
    say_fictional(call, seed)


def _refuse_idle(call: Call) -> None:
    """Raises UsageError for an option that would do nothing."""
    values = call.values
    refuse_other_than_pages(call)
    for name, option_ in ONE_EACH[:3]:
        if values[name] and not values["dry_run"]:
            raise click.UsageError(f"{option_} belongs to --dry-run; give that too, or load without it")
    refuse_several(call, *(option_ for name, option_ in ONE_EACH if values[name]))
    given = click.get_current_context().get_parameter_source
    for name, option_ in (("max_share", "--max-share"), ("keep", "--keep"), ("yes", "--yes")):
        if given(name) is click.core.ParameterSource.COMMANDLINE and not values["prune"]:
            raise click.UsageError(f"{option_} belongs to --prune; give that too, or load without it")


def _finder(call: Call) -> FindNodes:
    """Finds the nodes of a seed in the graph, which is opened once for each seed."""
    found: dict[str, Iterable[Node] | None] = {}

    def find(name: str) -> Iterable[Node] | None:
        if name not in found:
            found[name] = _in_the_graph(call, name)
        return found[name]

    return find


def _in_the_graph(call: Call, name: str) -> Iterable[Node] | None:
    """The nodes of a seed that this one extends, where the graph holds it; else it is looked for in folders."""
    if not graph_exists(call):
        return None
    with open_graph(call) as store:
        return store.nodes_of(name)


def _summary(call: Call, report: "LoadReport", seed: SeedInfo, folder: Path | None) -> Iterator[str]:
    seconds = number(round(report.seconds, 1), call.language)
    yield call.say(LOADED, title=seed_title(seed, call.language), seconds=seconds)
    for term, counts in ((NODES, report.nodes), (EDGES, report.edges)):
        sizes = {"created": counts.created, "changed": counts.changed, "unchanged": counts.unchanged}
        yield call.say(ROWS, what=call.say(term), **{name: _n(call, size) for name, size in sizes.items()})
    if folder:
        sizes = {"nodes": report.nodes.removed, "edges": report.edges.removed}
        yield call.say(REMOVED, folder=folder, **{name: _n(call, size) for name, size in sizes.items()})
    if report.left:
        names = enumerated(call, report.left)
        yield call.say(LEFT, count=_n(call, report.nodes.left + report.edges.left), names=names)


def _n(call: Call, count: int) -> str:
    return number(count, call.language)
