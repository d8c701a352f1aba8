"""The command that measures nodes: `influence`."""

import click

from gronagraf.analysis.measures import GROUPS, MEASURES, ROLES, SHOWN, How, Measure, find, measure
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.grounds import explained_grounds, grounds, grounds_options
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import NumberRange, form_options, only_seed_option, store_options
from gronagraf.cli.progress import MEASURING, progress_bar
from gronagraf.cli.projecting import projected, projection_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures import PARTS, render_explanation, render_influence


def influence_command(language: Language) -> click.Command:
    params = [
        *measure_options(language),
        *_shown_options(language),
        *grounds_options(language),
        *projection_options(language),
        only_seed_option(language),
        *form_options(language, raw=False),
        *store_options(language),
    ]
    examples = (
        "gronagraf influence --top 10",
        "gronagraf influence --measures all --as csv --out influence.csv",
        "gronagraf influence --part brokerage --by municipality",
        "gronagraf influence --explain --measures constraint",
        "gronagraf influence --carriers 10",
        "gronagraf influence --stability 200 --measures betweenness",
        "gronagraf influence --years 2015..2025",
    )
    return command(language, "influence", _influence, params, *examples)


def measure_options(language: Language) -> list[click.Parameter]:
    """Which measures, and how they are worked out."""
    measures = Term("Vilka mått, med komma mellan; all ger alla.", "Which measures, with commas; all gives every one.")
    raw = Term("Som räknat, inte normerat.", "As counted, not normalised.")
    exact = Term("Räkna alla vägar, också i stora nät.", "Work out every path, also in large networks.")
    steps = Term("Så många steg räcker reach.", "How many steps reach reaches.")
    group = Term("Vad som skiljer grupper åt för förmedlare.", "What tells groups apart for brokers.")
    alpha = Term(
        "Hur mycket ett steg till räknas i katz och bonacich, som andel av det mesta.",
        "How much a further step counts in katz and bonacich, as a share of the most.",
    )
    return [
        option(language, "--measures", measures, default=",".join(SHOWN), show_default=True, metavar="NAMES"),
        option(language, "--raw", raw, is_flag=True),
        option(language, "--exact", exact, is_flag=True),
        option(language, "--steps", steps, type=click.IntRange(1, 100), default=How().steps, show_default=True),
        option(language, "--by", group, type=click.Choice(GROUPS), default=How().group, show_default=True),
        option(language, "--alpha", alpha, type=NumberRange(0.01, 0.99), default=How().alpha, show_default=True),
    ]


def _shown_options(language: Language) -> list[click.Parameter]:
    explain = Term(
        "Förklara mått och metoder i stället; kräver ingen graf.",
        "Explain measures and methods instead; needs no graph.",
    )
    sort = Term(
        "Störst av detta mått först (i constraint lägst); annars av det första.",
        "Largest of this first (of constraint the lowest); else of the first one.",
    )
    top = Term("Högsta antal rader.", "Largest number of rows.")
    part = Term(
        "Bara en del av svaret; csv och jsonl ger annars noderna.", "One part only; csv and jsonl else give nodes."
    )
    return [
        option(language, "--explain", explain, is_flag=True),
        option(language, "--sort", sort, type=click.Choice(list(MEASURES)), metavar="MEASURE"),
        option(language, "--top", top, type=click.IntRange(min=1)),
        option(language, "--part", part, type=click.Choice(PARTS), default="all", show_default=True),
    ]


def _influence(call: Call) -> None:
    if call.values["explain"]:
        named = _is_given("measures")
        wanted, methods = _wanted(call) if named else tuple(MEASURES.values()), explained_grounds(call, every=not named)
        width = None if call.values["out"] else terminal_width()
        put(call, render_explanation(wanted, form_of(call), call.language, MODEL, width, methods=methods))
        return
    wanted = find(ROLES) if call.values["part"] == "brokerage" and not _is_given("measures") else _wanted(call)
    graph, unfinished = whole_graph(call)
    projection = projected(call, graph)
    how = how_of(call)
    with progress_bar(MEASURING[call.language]) as tell:
        measured = measure(projection, wanted, how, tell)
    text = render_influence(
        measured,
        form_of(call),
        call.language,
        MODEL,
        None if call.values["out"] else terminal_width(),
        seeds=graph.seeds,
        unfinished=unfinished,
        sort=call.values["sort"],
        top=call.values["top"],
        part=call.values["part"],
        brokers=_is_given("by") or any(each.name in ROLES for each in wanted),
        more=grounds(call, graph, projection, wanted, how),
    )
    put(call, text)


def how_of(call: Call) -> How:
    """How the options say that measures are worked out."""
    values = call.values
    return How(
        raw=values["raw"], exact=values["exact"], steps=values["steps"], group=values["by"], alpha=values["alpha"]
    )


def _wanted(call: Call) -> tuple[Measure, ...]:
    """The measures named, and the one to sort by where it is not among them. Raises AnalysisError."""
    named = measures_of(call)
    return find([*(each.name for each in named), *([call.values["sort"]] if call.values["sort"] else [])])


def measures_of(call: Call) -> tuple[Measure, ...]:
    """The measures named. Raises UsageError where none is, AnalysisError for an unknown one."""
    names = [name.strip() for name in call.values["measures"].split(",") if name.strip()]
    if not names:
        raise click.UsageError("--measures names no measure; give some, such as degree,betweenness, or all")
    return find(names)


def _is_given(name: str) -> bool:
    return click.get_current_context().get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
