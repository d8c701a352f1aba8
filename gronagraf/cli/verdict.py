"""The command that judges: `thread`."""

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import form_options, only_seed_option, parsed_date, store_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.thread.judging import YEARS, judge
from gronagraf.views.verdict import PARTS, render_verdict

BROKEN = 6


def thread_command(language: Language) -> click.Command:
    goal = Term("Bara detta mål och det som hänger på det.", "Only this goal and what hangs on it.")
    project = Term("Bara detta projekt och dess kedja.", "Only this project and its chain.")
    at = Term("Bara det som gällde då, så noga som datumen är kända.", "Only what held then, at the precision known.")
    years = Term(
        "Så många år gäller en uppföljning eller ett värde.", "So many years a follow-up or a value counts as fresh."
    )
    stated = Term(
        "Bara det som en källa säger rent ut; det som bara är härlett blir okänt.",
        "Only what a source states; what is only inferred becomes unknown.",
    )
    part = Term(
        "Bara en del av svaret; csv och jsonl ger annars bristerna.", "One part only; csv and jsonl else give gaps."
    )
    unknown = Term("Ta med det som källorna inte säger.", "List also what the sources do not say.")
    strict = Term(f"Sluta med kod {BROKEN} om något är brutet.", f"End with code {BROKEN} when something is broken.")
    params = [
        option(language, "--goal", goal, metavar="ID"),
        option(language, "--project", project, metavar="ID"),
        option(language, "--at", at, metavar="DATE"),
        option(language, "--years", years, type=click.IntRange(1, 100), default=YEARS, show_default=True),
        option(language, "--stated-only", stated, is_flag=True),
        option(language, "--part", part, type=click.Choice(PARTS), default="all", show_default=True),
        option(language, "--unknown", unknown, is_flag=True),
        option(language, "--strict", strict, is_flag=True),
        only_seed_option(language),
        *form_options(language),
        *store_options(language),
    ]
    examples = (
        "gronagraf thread",
        "gronagraf thread --goal mal_klimat --as html --out trad.html",
        "gronagraf thread --strict",
    )
    return command(language, "thread", _thread, params, *examples)


def _thread(call: Call) -> None:
    if call.values["goal"] and call.values["project"]:
        raise click.UsageError("--goal and --project both say what to judge; give one of the two")
    at = parsed_date(call.values["at"], "--at")
    graph, unfinished = whole_graph(call)
    asked = {name: call.values[name] for name in ("goal", "project", "years", "stated_only")}
    verdict = judge(graph, at=at, **asked)
    width = None if call.values["out"] else terminal_width()
    chosen = {"part": call.values["part"], "unknown": call.values["unknown"], "unfinished": unfinished}
    put(call, render_verdict(verdict, form_of(call), call.language, MODEL, width, **chosen))
    if call.values["strict"] and verdict.broken:
        click.get_current_context().exit(BROKEN)
