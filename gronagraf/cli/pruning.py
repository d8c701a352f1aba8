"""`load --prune`: what left the seed is shown in numbers, asked about, kept as a seed folder, and then removed."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call
from gronagraf.cli.loading import agreed, loaded
from gronagraf.errors import StoreError
from gronagraf.graph import Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading.seeds import Reading
from gronagraf.schema import Term
from gronagraf.sync.keeping import Keepable, describe_removal, keep, keepable, refuse_filled, removed_from
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
KEPT_ANYWAY = Term("Det som skulle tas bort är sparat i {folder}.", "What was to be removed is kept in {folder}.")


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
    refuse_filled(folder)
    if not _agreed(call, graph, found):
        click.echo(call.say(NOT_LOADED))
        return None, None
    gone = {node.id for node in found.graph.nodes}

    def staying(name: str) -> list[Node] | None:
        nodes = store.nodes_of(name)
        return None if nodes is None else [node for node in nodes if node.id not in gone]

    keep(found.graph, info, folder, MODEL, staying)
    describe_removal(folder, info, graph.seeds[0].name, moment)
    try:
        return loaded(call, store, graph, found.graph), folder
    except StoreError:
        click.echo(call.say(KEPT_ANYWAY, folder=folder), err=True)
        raise


def _place(reading: Reading) -> Path:
    """The working folder; where that is the seed itself, the one above, for a seed has no folder inside it."""
    return Path("..") if reading.path.resolve() == Path.cwd() else Path()


def _agreed(call: Call, graph: Graph, found: Keepable) -> bool:
    nodes, edges = len(found.graph.nodes), len(found.graph.edges)
    sizes = {"nodes": number(nodes, call.language), "edges": number(edges, call.language)}
    question = call.say(ASK, title=seed_title(graph.seeds[0], call.language), **sizes)
    return agreed(call, question, f"this would remove {nodes} nodes and {edges} relations that left the seed")
