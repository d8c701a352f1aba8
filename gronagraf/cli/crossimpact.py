"""The command that shows how goals and effects strengthen and hinder each other: `crossimpact`."""

import click

from gronagraf.analysis.crossimpact import CrossImpact, cross_impact
from gronagraf.analysis.projection import Selection
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import form_options, only_seed_option, parsed_date, store_options
from gronagraf.cli.projecting import projection_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures import render_crossimpact

SELECTING = ("at", "stated_only", "without")


def crossimpact_command(language: Language) -> click.Command:
    longest = Term("Hur många led en ring har som mest.", "How many steps a loop has at most.")
    params = [
        *type_options(language),
        option(language, "--longest", longest, type=click.IntRange(2, 8), default=4, show_default=True),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = ("gronagraf crossimpact", "gronagraf crossimpact --type Goal --at 2025 --as md")
    return command(language, "crossimpact", _crossimpact, params, *examples)


def type_options(language: Language) -> list[click.Parameter]:
    """Of which nodes the matrix is, and what is left out."""
    labels = Term("Noder av detta slag; kan ges flera gånger.", "Nodes of this type; may be given several times.")
    ends = {label for pair in MODEL.types["INFLUENCES"].ends for label in pair}
    types = click.Choice([label for label in MODEL.labels if label in ends], case_sensitive=False)
    chosen = option(
        language, "--type labels", labels, type=types, multiple=True, default=("Goal", "Effect"), show_default=True
    )
    return [chosen, *(each for each in projection_options(language) if each.name in SELECTING)]


def cross_impact_of(call: Call, graph: Graph, longest: int = 4) -> CrossImpact:
    """The cross-impact that the options name."""
    values = call.values
    day = parsed_date(values["at"], "--at")
    selection = Selection(at=day, stated_only=values["stated_only"], without=values["without"])
    return cross_impact(graph, MODEL, tuple(dict.fromkeys(values["labels"])), selection, longest)


def _crossimpact(call: Call) -> None:
    graph, unfinished = whole_graph(call)
    found = cross_impact_of(call, graph, call.values["longest"])
    width = None if call.values["out"] else terminal_width()
    form = form_of(call)
    put(call, render_crossimpact(found, form, call.language, MODEL, width, seeds=graph.seeds, unfinished=unfinished))
