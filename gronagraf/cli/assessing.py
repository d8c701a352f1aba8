"""The command that sets ratings beside measures: `assessment`."""

from collections.abc import Sequence

import click

from gronagraf.analysis.assessment import compare, ratings
from gronagraf.analysis.measures import How, find, measure
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import NumberRange, form_options, only_seed_option, store_options
from gronagraf.cli.progress import MEASURING, progress_bar
from gronagraf.cli.projecting import projected, projection_options, selection_of
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures import render_assessment

COMPARED = ("degree", "strength", "betweenness")
"""What ratings are set beside when nothing else is asked for: contacts, how strong they are, and brokerage."""


def assessment_command(language: Language) -> click.Command:
    measures = Term("Vilka mått, med komma mellan; all ger alla.", "Which measures, with commas; all gives every one.")
    high = Term("Från och med vilken makt någon räknas som mäktig.", "From which power somebody counts as powerful.")
    top = Term(
        "Hur stor del av aktörerna som räknas som de främsta mellanhänderna, i procent.",
        "What share of the actors counts as the foremost brokers, in per cent.",
    )
    exact = Term("Räkna alla vägar, också i stora nät.", "Work out every path, also in large networks.")
    params = [
        analysis_option(language),
        option(language, "--measures", measures, default=",".join(COMPARED), show_default=True, metavar="NAMES"),
        option(language, "--high", high, type=click.IntRange(1, 5), default=4, show_default=True),
        option(language, "--top-share", top, type=NumberRange(0, 100, min_open=True), default=10, show_default=True),
        option(language, "--exact", exact, is_flag=True),
        *projection_options(language),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = ("gronagraf assessment", "gronagraf assessment --analysis ID --measures degree,betweenness --as json")
    return command(language, "assessment", _assessment, params, *examples)


def analysis_option(language: Language) -> click.Option:
    text = Term(
        "Bara bedömningarna i denna intressentanalys; annars varje aktörs senaste.",
        "Only the ratings of this stakeholder analysis; else each actor's latest.",
    )
    return option(language, "--analysis", text, metavar="ID")


def _assessment(call: Call) -> None:
    wanted = find(names_of(call.values["measures"]))
    graph, unfinished = whole_graph(call)
    projection = projected(call, graph)
    how = How(exact=call.values["exact"])
    with progress_bar(MEASURING[call.language]) as tell:
        measured = measure(projection, wanted, how, tell)
    given = ratings(graph, selection_of(call), call.values["analysis"])
    share = call.values["top_share"] / 100
    compared = compare(measured, given, how, high=call.values["high"], top=share)
    text = render_assessment(
        measured,
        compared,
        form_of(call),
        call.language,
        MODEL,
        None if call.values["out"] else terminal_width(),
        seeds=graph.seeds,
        unfinished=unfinished,
    )
    put(call, text)


def names_of(text: str) -> Sequence[str]:
    """The names in a list with commas."""
    return [name.strip() for name in text.split(",")]
