"""The commands that change the graph: `load` and `forget`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.drawing import map_option, refuse_other_than_pages
from gronagraf.cli.opening import graph_exists, open_graph
from gronagraf.cli.options import FILE, NumberRange, form_options, store_options
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.replacing import refuse_mixed, with_share
from gronagraf.cli.seeds import SEED_IS, read_given, refuse_several, say_fictional, seed_argument, seeds_argument
from gronagraf.cli.show import enumerated
from gronagraf.errors import StoreError
from gronagraf.graph import Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading.extending import FindNodes
from gronagraf.reading.seeds import Reading
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.notes import seed_title
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.graph import Graph
    from gronagraf.store import LoadReport, SeedRecord, Store

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
LOADING = Term("Läser in {seed}", "Loading {seed}")
ASK_TO_FORGET = Term(
    "Ta bort {title} ur grafen: {nodes} noder och {edges} relationer?",
    "Take {title} out of the graph: {nodes} nodes and {edges} relations?",
)
FORGOT = Term(
    "Tog bort {seed}: {nodes} noder och {edges} relationer.", "Took out {seed}: {nodes} nodes and {edges} relations."
)
KEPT = Term("Inget togs bort.", "Nothing was taken out.")
KEPT_IN = Term("Det ligger kvar i {folder}.", "It is kept in {folder}.")
ONE_EACH = (("drawing", "--map"), ("form", "--as"), ("out", "--out"), ("keep", "--keep"))
YES = Term("Fråga inte först.", "Do not ask first.")
WHO = Term("Vem som gör det, att minnas i grafens journal.", "Who does it, to be remembered in the graph's journal.")


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


def loaded(call: Call, store: "Store", graph: "Graph", remove: "Graph | None" = None) -> "LoadReport":
    """Load, and remove what was agreed on, while a person looks on."""
    name, share, who = graph.seeds[0].name, call.values["max_share"], call.values["who"] or ""
    with progress_bar(call.say(LOADING, seed=name)) as progress:
        return store.load(graph, progress, remove=remove, max_share=share, who=who)


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


def agreed(call: Call, question: str, otherwise: str) -> bool:
    """Whether a person, or --yes, agrees. Raises UsageError where nobody can be asked; `otherwise` says of what."""
    if call.values["yes"]:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError(f"{otherwise}, and nobody can be asked here; give --yes")
    return click.confirm(question, err=True)


def forget_command(language: Language) -> click.Command:
    keep = Term(
        "Skriv först fröet, som det är i grafen, till denna mapp.",
        "First write the seed, as it is in the graph, to this folder.",
    )
    params = [
        seed_argument(),
        option(language, "--keep", keep, type=FILE, metavar="FOLDER"),
        option(language, "--yes", YES, is_flag=True),
        option(language, "--who", WHO, metavar="NAME"),
        *store_options(language),
    ]
    more = Term(
        "SEED är ett frö i grafen; gronagraf status visar vilka.",
        "SEED is a seed in the graph; gronagraf status lists them.",
    )
    examples = ("gronagraf forget exempel", "gronagraf forget exempel --yes --keep ./exempel-sparat")
    return command(language, "forget", _forget, params, *examples, more=more)


def _forget(call: Call) -> None:
    seed = call.values["seed"]
    with open_graph(call) as store:
        known = {record.info.name: record for record in store.seeds()}
        if seed not in known:
            remedy = did_you_mean(seed, known, f"it holds {', '.join(known)}" if known else "it is empty")
            raise StoreError(f"the graph has no seed {quote(seed)}; {remedy}")
        if not _agreed_to_forget(call, known[seed]):
            click.echo(call.say(KEPT))
            return
        kept = None
        if folder := call.values["keep"]:
            from gronagraf.sync.keeping import keep_once

            kept = store.graph(seed)
            record = known[seed]
            keep_once(kept, record.info, folder, MODEL, store.nodes_of, rest=not record.finished)
            click.echo(call.say(KEPT_IN, folder=folder), err=True)
        nodes, edges = store.forget(seed, call.values["who"] or "", kept)
    click.echo(call.say(FORGOT, seed=seed, nodes=_n(call, nodes), edges=_n(call, edges)))


def _agreed_to_forget(call: Call, record: "SeedRecord") -> bool:
    sizes = {"nodes": _n(call, record.nodes), "edges": _n(call, record.edges)}
    question = call.say(ASK_TO_FORGET, title=seed_title(record.info, call.language), **sizes)
    what = f"this would take {record.nodes} nodes and {record.edges} relations out of the graph"
    return agreed(call, question, what)
