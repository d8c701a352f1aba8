"""The command that asks what a change would do, and which one would do most: `whatif`."""

from dataclasses import replace

import click

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whatif import Change, after_change, what_if
from gronagraf.analysis.whatif.suggesting import AIMS, KINDS, suggest
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.influence import how_of, measure_options, measures_of
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import form_options, only_seed_option, store_options
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.projecting import projection_options, selection_of, way_of
from gronagraf.cli.show import form_of, put, show, terminal_width
from gronagraf.graph import Column, Graph, Result
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures.addition import Addition, joined, made_of, network_in_a_sentence
from gronagraf.views.measures.whatif import whatif_addition
from gronagraf.views.measures.whatif.method import explained
from gronagraf.views.measures.whatif.suggestions import suggestions_addition
from gronagraf.views.sections import Report, render_report

TITLE = Term("Tänk om", "What if")
EXPLANATION = Term("Så räknas det", "How it is worked out")
WORKING = Term("Räknar på förändringen", "Working out the change")
TRYING = Term("Prövar nya band", "Trying new ties")
PARTS = ("all", "splits", "goals", "brokers", "pairs", "measures", "structure", "suggestions")
TOP = 5


def whatif_command(language: Language) -> click.Command:
    merge = Term("Den andra går upp i den första; kan ges flera gånger.", "The second goes into the first; repeatable.")
    close = Term(
        "Lägg ned nätverket (projektet, tillfället); kan ges flera gånger.",
        "Close the network (project, event); may be given several times.",
    )
    count = Term("De N nya som skulle föra nätet närmast samman.", "The N new ones that would bring it most together.")
    new = Term("Vad som är nytt.", "What is new.")
    size = Term("Hur många ett nytt nätverk har.", "How many a new network has.")
    aim = Term(
        "Bäst i vad: effektivitet, medelavstånd eller nya par i kontakt.",
        "Best in what: efficiency, mean distance or new pairs in contact.",
    )
    top = Term("Så många rader av varje.", "So many rows of each.")
    part = Term("Bara en del; csv och jsonl ger annars måtten eller förslagen.", "One part of the answer only.")
    explain = Term("Förklara hur det räknas, med källor.", "Explain how it is worked out, with sources.")
    params = [
        option(language, "--merge", merge, nargs=2, multiple=True, metavar="ID ID", callback=_two_ids),
        option(language, "--close", close, multiple=True, metavar="ID"),
        option(language, "--suggest", count, type=click.IntRange(1, 1000), metavar="N"),
        option(language, "--new", new, type=click.Choice(KINDS), default="tie", show_default=True),
        option(language, "--size", size, type=click.IntRange(2, 50), default=5, show_default=True),
        option(language, "--aim", aim, type=click.Choice(AIMS), default="efficiency", show_default=True),
        option(language, "--top", top, type=click.IntRange(min=1), default=TOP, show_default=True),
        *measure_options(language),
        option(language, "--part", part, type=click.Choice(PARTS), default="all", show_default=True),
        option(language, "--explain", explain, is_flag=True),
        *projection_options(language),
        only_seed_option(language),
        *form_options(language, raw=False),
        *store_options(language),
    ]
    return command(language, "whatif", _whatif, params, *EXAMPLES)


def _two_ids(_: click.Context, __: click.Parameter, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Refuse an option that stands where an id should."""
    for pair in pairs:
        for id_ in pair:
            if id_.startswith("-"):
                raise click.UsageError(f"--merge takes two ids, and {id_} is none; give the one that stays first")
    return pairs


EXAMPLES = (
    "gronagraf whatif --without lnu",
    "gronagraf whatif --merge kommun_vaxjo kommun_alvesta --close n_miljochefer",
    "gronagraf whatif --suggest 5",
    "gronagraf whatif --suggest 3 --new network --size 4 --aim distance",
)
NO_CHANGE = "say what changes: --without ID, --merge ID ID, --close ID; or ask for --suggest N"


def _whatif(call: Call) -> None:
    if call.values["explain"]:
        _explain(call)
        return
    values = call.values
    change = Change(values["without"], values["merge"], values["close"])
    _refuse(call, change)
    graph, unfinished = whole_graph(call)
    projection, additions = _answers(call, graph, change)
    sections = [section for each in additions for section in each.sections]
    first = next(each.name for each in sections if each.name in ("measures", "suggestions"))
    report = Report(
        title=TITLE,
        lead=joined([*(each.sentence for each in additions), network_in_a_sentence(projection)]),
        sections=tuple(sections),
        told=Result((), ((),), seeds=graph.seeds, unfinished=unfinished),
        first=first,
        remarks=(*made_of(projection), *(remark for each in additions for remark in each.remarks)),
        facts={name: fact for each in additions for name, fact in each.facts.items()},
    )
    width = None if values["out"] else terminal_width()
    put(call, render_report(report, form_of(call), call.language, MODEL, width, values["part"]))


def _explain(call: Call) -> None:
    text = explained(call.language)
    if form_of(call) == "table":
        put(call, text)
    else:
        lines = tuple((line,) for line in text.splitlines() if line)
        show(call, Result((Column("explanation", EXPLANATION),), lines), TITLE[call.language])


def _refuse(call: Call, change: Change) -> None:
    values = call.values
    if not change.ids and not values["suggest"]:
        raise click.UsageError(NO_CHANGE)
    source = click.get_current_context().get_parameter_source
    for name in ("new", "size", "aim"):
        if not values["suggest"] and source(name) is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} belongs to --suggest; say how many, such as --suggest 5")
    if values["part"] == "suggestions" and not values["suggest"]:
        raise click.UsageError("--part suggestions belongs to --suggest; say how many, such as --suggest 5")
    if values["part"] not in ("all", "suggestions") and not change.ids:
        raise click.UsageError(f"--part {values['part']} belongs to a change; {NO_CHANGE}")


def _answers(call: Call, graph: Graph, change: Change) -> tuple[Projection, list[Addition]]:
    """What the change does, and then what would do most in what is left."""
    values = call.values
    way, selection = way_of(call), replace(selection_of(call), without=())
    wanted = measures_of(call)
    found: list[Addition] = []
    _, _, projection = after_change(graph, MODEL, way, selection, change)
    if change.ids:
        with progress_bar(call.say(WORKING)) as tell:
            consequences = what_if(graph, MODEL, way, selection, change, wanted, how_of(call), tell)
        found.append(whatif_addition(consequences, call.language, values["top"]))
        projection = consequences.before if not values["suggest"] else projection
    if values["suggest"]:
        with progress_bar(call.say(TRYING)) as tell:
            choice = (values["suggest"], values["new"], values["aim"], values["size"])
            best = suggest(projection, *choice, exact=values["exact"], tell=tell)
        found.append(suggestions_addition(best))
    return projection, found
