"""The command that draws charts: `chart`."""

import re
from collections.abc import Mapping
from pathlib import Path

import click

from gronagraf.analysis.assessment import SCORES, ratings
from gronagraf.analysis.crossimpact import cross_impact
from gronagraf.analysis.measures import MEASURES, How, find, measure
from gronagraf.cli.assessing import analysis_option
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import FILE, only_seed_option, store_options
from gronagraf.cli.progress import MEASURING, progress_bar
from gronagraf.cli.projecting import projected, projection_options, selection_of
from gronagraf.cli.show import save
from gronagraf.graph import Graph, Result
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.charts import (
    Chart,
    ChartForm,
    crossimpact_chart,
    grid_chart,
    refuse_unknown,
    scatter_chart,
    write_chart,
)

MORE = Term(
    "grid: intressenter efter makt och intresse. scatter: två mått mot varandra (--x, --y), också bedömd makt (power), "
    "relevans (relevance) och intresse (interest). crossimpact: påverkan mot beroende bland mål och effekter (eller "
    "--type).",
    "grid: stakeholders by power and interest. scatter: two measures against each other (--x, --y), also assessed "
    "power, relevance and interest. crossimpact: influence against dependence among goals and effects (or --type).",
)
WHOM = {"label", "at", "stated_only", "without"}
NETWORK = {"through", "weight", "two_mode", "relation", "undirected", "without_role", "without_county_wide", "roll_up"}
TAKES: Mapping[str, set[str]] = {
    "grid": {"analysis", "high", "at", "stated_only", "without"},
    "scatter": {"analysis", "x", "y", "exact"} | WHOM | NETWORK,
    "crossimpact": WHOM,
}
"""Which options each chart takes; the rest would say nothing about it."""


def chart_command(language: Language) -> click.Command:
    x = Term(
        "Vågrätt: ett mått, eller power, relevance, interest.", "Across: a measure, or power, relevance, interest."
    )
    y = Term("Lodrätt: som --x.", "Upwards: as --x.")
    high = Term("Från och med vilken bedömning något är högt.", "From which score something is high.")
    exact = Term("Räkna alla vägar, också i stora nät.", "Work out every path, also in large networks.")
    out = Term(
        "Filen, .svg eller .html; annars SEED-KIND.html i mappen där du står.",
        "The file, .svg or .html; else SEED-KIND.html in the working folder.",
    )
    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(list(TAKES))),
        option(language, "--x", x, default="degree", show_default=True, metavar="NAME"),
        option(language, "--y", y, default="betweenness", show_default=True, metavar="NAME"),
        analysis_option(language),
        option(language, "--high", high, type=click.IntRange(1, 5), default=4, show_default=True),
        option(language, "--exact", exact, is_flag=True),
        option(language, "--out", out, type=FILE),
        *projection_options(language),
        only_seed_option(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf chart grid --out grid.html",
        "gronagraf chart scatter --x power --y betweenness --out power.svg",
        "gronagraf chart crossimpact --type Goal",
    )
    return command(language, "chart", _chart, params, *examples, more=MORE)


def _chart(call: Call) -> None:
    _refuse_idle(call)
    if call.values["out"]:
        _form(call.values["out"])
    graph, unfinished = whole_graph(call)
    told = Result((), ((),), seeds=graph.seeds, unfinished=unfinished)
    chart = {"grid": _grid, "scatter": _scatter, "crossimpact": _crossimpact}[call.values["kind"]](call, graph, told)
    out = call.values["out"] or _file(call, graph)
    save(call, out, write_chart(chart, _form(out), call.language, MODEL))


def _refuse_idle(call: Call) -> None:
    """Raises UsageError for an option that the chart does not take."""
    kind = call.values["kind"]
    source = click.get_current_context().get_parameter_source
    every = set().union(*TAKES.values())
    given = [name for name in call.values if name in every and source(name) is click.core.ParameterSource.COMMANDLINE]
    if idle := [name for name in given if name not in TAKES[kind]]:
        names = "--type" if idle[0] == "label" else f"--{idle[0].replace('_', '-')}"
        raise click.UsageError(f"{names} says nothing about the chart {kind}; leave it out")


def _form(out: Path) -> ChartForm:
    """The form that the name of the file says. Raises UsageError."""
    ending = out.suffix.lower()
    if ending not in (".svg", ".html", ".htm"):
        raise click.UsageError(f"a chart is a picture or a page: name it {out.with_suffix('.svg')} or .html")
    return "svg" if ending == ".svg" else "html"


def _file(call: Call, graph: Graph) -> Path:
    parts = [*(seed.name for seed in graph.seeds), call.values["kind"]]
    return Path(re.sub(r"[^\w.-]+", "_", "-".join(parts)) + ".html")


def _grid(call: Call, graph: Graph, told: Result) -> Chart:
    given = ratings(graph, selection_of(call), call.values["analysis"])
    return grid_chart(given, call.language, told, call.values["high"])


def _scatter(call: Call, graph: Graph, told: Result) -> Chart:
    names = call.values["x"], call.values["y"]
    for name in names:
        refuse_unknown(name, list(MEASURES))
    given = ratings(graph, selection_of(call), call.values["analysis"])
    wanted = find([name for name in names if name not in SCORES])
    projection = projected(call, graph)
    with progress_bar(MEASURING[call.language]) as tell:
        measured = measure(projection, wanted, How(exact=call.values["exact"]), tell)
    return scatter_chart(measured, given, names, call.language, told)


def _crossimpact(call: Call, graph: Graph, told: Result) -> Chart:
    labels = (call.values["label"],) if call.values["label"] else ("Goal", "Effect")
    return crossimpact_chart(cross_impact(graph, MODEL, labels, selection_of(call)), call.language, told)
