"""`load --prune`: what left the seed is shown in numbers, asked about, kept as a seed folder, and then removed."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.changing import agreed, loaded
from gronagraf.cli.command import Call
from gronagraf.graph import Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading.seeds import Reading
from gronagraf.schema import Term
from gronagraf.sync.keeping import Keepable, describe_removal, is_kept, keep, keepable, refuse_filled, removed_from
from gronagraf.views.notes import seed_title
from gronagraf.views.removing import remarks_on
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import LoadReport, Store

ASK = Term(
    "Läs in {title} och ta bort det som lämnat fröet: {nodes} noder och {edges} relationer?",
    "Load {title} and remove what left the seed: {nodes} nodes and {edges} relations?",
)
NOT_LOADED = Term("Inget lästes in och inget togs bort.", "Nothing was loaded and nothing was removed.")
KEPT_ANYWAY = Term(
    "Det som skulle tas bort är sparat i {folder}. Kör samma kommando igen med:  --keep {folder}",
    "What was to be removed is kept in {folder}. Run the same command again with:  --keep {folder}",
)


def load_and_prune(call: Call, store: "Store", reading: Reading) -> "tuple[LoadReport | None, Path | None]":
    """Load and remove: what was done, and where what was removed is kept; nothing of both where nobody agreed.

    Raises UsageError where nobody can be asked, and GronagrafError.
    """
    graph = reading.graph
    plan = store.plan(graph)
    found = keepable(plan.removable(), MODEL)
    for remark in remarks_on(plan.hangers, found.rest):
        click.echo(remark[call.language], err=True)
    plan.refuse_share(found.graph, call.values["max_share"])
    if not (found.graph.nodes or found.graph.edges):
        return loaded(call, store, graph), None
    moment = dt.datetime.now(dt.UTC)
    info = removed_from(graph.seeds[0], moment)
    folder = call.values["keep"] or _place(reading) / info.name
    gone = {node.id for node in found.graph.nodes}

    def staying(name: str) -> list[Node] | None:
        nodes = store.nodes_of(name)
        return None if nodes is None else [node for node in nodes if node.id not in gone]

    if not (kept := is_kept(found.graph, info, folder, MODEL, staying, rest=_stopped(store, graph))):
        refuse_filled(folder)
    if not _agreed(call, graph, found):
        click.echo(call.say(NOT_LOADED))
        return None, None
    if not kept:
        keep(found.graph, info, folder, MODEL, staying)
    with _telling(call, folder):
        if not kept:
            describe_removal(folder, info, graph.seeds[0].name, moment)
        return loaded(call, store, graph, found.graph), folder


@contextmanager
def _telling(call: Call, folder: Path) -> Iterator[None]:
    """Whatever ends this before its time, Ctrl-C too: say where what was to be removed is, and how to go on."""
    ended = False
    try:
        yield
        ended = True
    finally:
        if not ended:
            click.echo(call.say(KEPT_ANYWAY, folder=folder), err=True)


def _stopped(store: "Store", graph: Graph) -> bool:
    """Whether an earlier load, or removal, of this seed did not come to its end."""
    return any(not record.finished for record in store.seeds() if record.info.name == graph.seeds[0].name)


def _place(reading: Reading) -> Path:
    """The working folder; where that is the seed itself, the one above, for a seed has no folder inside it."""
    return Path("..") if reading.path.resolve() == Path.cwd() else Path()


def _agreed(call: Call, graph: Graph, found: Keepable) -> bool:
    nodes, edges = len(found.graph.nodes), len(found.graph.edges)
    sizes = {"nodes": number(nodes, call.language), "edges": number(edges, call.language)}
    question = call.say(ASK, title=seed_title(graph.seeds[0], call.language), **sizes)
    return agreed(call, question, f"this would remove {nodes} nodes and {edges} relations that left the seed")
