"""What the commands that change the graph share: a person is asked first and looks on, and may be remembered."""

import sys
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call
from gronagraf.cli.progress import progress_bar
from gronagraf.schema import Term

if TYPE_CHECKING:
    from gronagraf.graph import Graph
    from gronagraf.store import LoadReport, Store

LOADING = Term("Läser in {seed}", "Loading {seed}")
YES = Term("Fråga inte först.", "Do not ask first.")
WHO = Term("Vem som gör det, att minnas i grafens journal.", "Who does it, to be remembered in the graph's journal.")


def agreed(call: Call, question: str, otherwise: str) -> bool:
    """Whether a person, or --yes, agrees. Raises UsageError where nobody can be asked; `otherwise` says of what."""
    if call.values["yes"]:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError(f"{otherwise}, and nobody can be asked here; give --yes")
    return click.confirm(question, err=True)


def loaded(call: Call, store: "Store", graph: "Graph", remove: "Graph | None" = None) -> "LoadReport":
    """Load, and remove what was agreed on, while a person looks on."""
    name, share, who = graph.seeds[0].name, call.values["max_share"], call.values["who"] or ""
    with progress_bar(call.say(LOADING, seed=name)) as progress:
        return store.load(graph, progress, remove=remove, max_share=share, who=who)
