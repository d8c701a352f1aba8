"""The command that measures nodes: `influence`."""

import click

from gronagraf.analysis.measures import MEASURES, SHOWN, How, find, measure
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.grounds import grounds, grounds_options
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import form_options, only_seed_option, store_options
from gronagraf.cli.projecting import projected, projection_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures import render_influence


def influence_command(language: Language) -> click.Command:
    measures = Term("Vilka mått, med komma mellan; all ger alla.", "Which measures, with commas; all gives every one.")
    sort = Term("Störst av detta mått först; annars av det första.", "Largest of this first; else of the first one.")
    top = Term("Högsta antal rader.", "Largest number of rows.")
    raw = Term("Som räknat, inte normerat.", "As counted, not normalised.")
    exact = Term("Räkna alla vägar, också i stora nät.", "Work out every path, also in large networks.")
    params = [
        option(language, "--measures", measures, default=",".join(SHOWN), show_default=True, metavar="NAMES"),
        option(language, "--sort", sort, type=click.Choice(list(MEASURES)), metavar="MEASURE"),
        option(language, "--top", top, type=click.IntRange(min=1)),
        option(language, "--raw", raw, is_flag=True),
        option(language, "--exact", exact, is_flag=True),
        *grounds_options(language),
        *projection_options(language),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf influence",
        "gronagraf influence --measures all --as csv --out influence.csv",
        "gronagraf influence --carriers 10",
        "gronagraf influence --stability 200 --measures betweenness",
        "gronagraf influence --years 2015..2025",
    )
    return command(language, "influence", _influence, params, *examples)


def _influence(call: Call) -> None:
    wanted = find([name.strip() for name in call.values["measures"].split(",")])
    graph, unfinished = whole_graph(call)
    projection = projected(call, graph)
    how = How(raw=call.values["raw"], exact=call.values["exact"], seed=call.values["seed"])
    measured = measure(projection, wanted, how)
    width = None if call.values["out"] else terminal_width()
    text = render_influence(
        measured,
        form_of(call),
        call.language,
        MODEL,
        width,
        seeds=graph.seeds,
        unfinished=unfinished,
        sort=call.values["sort"],
        top=call.values["top"],
        more=grounds(call, graph, projection, wanted, how),
    )
    put(call, text)
