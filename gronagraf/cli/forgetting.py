"""The command `forget`: a seed out of the graph."""

from typing import TYPE_CHECKING

import click

from gronagraf.cli.changing import WHO, YES, agreed
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import open_graph
from gronagraf.cli.options import FILE, store_options
from gronagraf.cli.seeds import seed_argument
from gronagraf.errors import StoreError
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.notes import seed_title
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.store import SeedRecord

ASK_TO_FORGET = Term(
    "Ta bort {title} ur grafen: {nodes} noder och {edges} relationer?",
    "Take {title} out of the graph: {nodes} nodes and {edges} relations?",
)
FORGOT = Term(
    "Tog bort {seed}: {nodes} noder och {edges} relationer.", "Took out {seed}: {nodes} nodes and {edges} relations."
)
KEPT = Term("Inget togs bort.", "Nothing was taken out.")
KEPT_IN = Term("Det ligger kvar i {folder}.", "It is kept in {folder}.")


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
    click.echo(call.say(FORGOT, seed=seed, nodes=number(nodes, call.language), edges=number(edges, call.language)))


def _agreed_to_forget(call: Call, record: "SeedRecord") -> bool:
    sizes = {"nodes": number(record.nodes, call.language), "edges": number(record.edges, call.language)}
    question = call.say(ASK_TO_FORGET, title=seed_title(record.info, call.language), **sizes)
    what = f"this would take {record.nodes} nodes and {record.edges} relations out of the graph"
    return agreed(call, question, what)
