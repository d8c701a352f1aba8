"""The options of `export --public`: what is left out of what is made public, told and written to a report."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.options import FILE
from gronagraf.cli.show import save
from gronagraf.discretion import Hit, PublicGraph, for_the_public
from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Cell, Column, Graph, Result
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.words import number, one_line

LEFT = Term("Utelämnat ur {type}: {fields}.", "Left out of {type}: {fields}.")
WHOLE = Term(
    "Utelämnat helt: {type} {count} (vilka som bedömdes; att en analys gjordes, av vad och när står kvar).",
    "Left out whole: {type} {count} (who was assessed; that an analysis was made, of what and when, stays).",
)
NOTHING = Term("Inget utelämnades.", "Nothing was left out.")
FOUND = Term(
    "Ser ut som {kind}: {type} {id}, {field}: {shown} ({fate}).",
    "Looks like {kind}: {type} {id}, {field}: {shown} ({fate}).",
)
FATES = {True: Term("utelämnat", "left out"), False: Term("står kvar", "stays")}
MORE = Term("… och {count} till; --report FIL visar alla.", "… and {count} more; --report FILE shows all.")
AID = Term(
    "Sökningen efter personuppgifter är en hjälp, ingen garanti: läs igenom det som skrevs innan det publiceras.",
    "The search for persons' particulars is an aid, no guarantee: read what was written before it is published.",
)
BLIND = Term(
    "Personers namn känner den inte igen: de kan stå kvar i name, also_known_as, source och i seed.toml.",
    "It does not know persons' names: they may stay in name, also_known_as, source and seed.toml.",
)
MOST = 20
REPORTS = (".csv", ".json")
COLUMNS = (
    Column("what", Term("Vad", "What")),
    Column("type", Term("Typ", "Type")),
    Column("id", Term("Id", "Id")),
    Column("field", Term("Fält", "Field")),
    Column("kind", Term("Ser ut som", "Looks like")),
    Column("shown", Term("Dolt värde", "Masked value")),
    Column("count", Term("Antal", "Count")),
    Column("left_out", Term("Utelämnat", "Left out")),
)


def public_options(language: Language) -> list[click.Parameter]:
    public = Term(
        "Utelämna anmärkningar, bedömningar och fri text, och det i resten som ser ut som personuppgifter.",
        "Leave out notes, assessments and free text, and what in the rest looks like persons' particulars.",
    )
    report = Term(
        "Med --public: skriv vad som utelämnades och hittades hit (.csv eller .json).",
        "With --public: write what was left out and found here (.csv or .json).",
    )
    keep = Term(
        "Med --public: skriv även om något som ser ut som personuppgifter inte kan utelämnas.",
        "With --public: write even if what looks like persons' particulars cannot be left out.",
    )
    return [
        option(language, "--public", public, is_flag=True),
        option(language, "--report", report, type=FILE, metavar="FILE"),
        option(language, "--keep-found", keep, is_flag=True),
    ]


def made_public(call: Call, graph: Graph) -> Graph:
    """The graph as --public wants it, and what became of the rest told; the graph itself where it is not asked for.

    Raises GronagrafError where something found stands in a name or an id, or where else nothing can be left out, and
    UsageError for options that have no meaning.
    """
    report: Path | None = call.values["report"]
    if not call.values["public"]:
        if report or call.values["keep_found"]:
            raise click.UsageError("--report and --keep-found are for --public: give that too")
        return graph
    if report and report.suffix.lower() not in REPORTS:
        raise click.UsageError(f"--report {report}: name it {' or '.join(REPORTS)}")
    public = for_the_public(graph, MODEL)
    if report:
        save(call, report, _report(public, report.suffix.lower(), call.language))
    if public.staying and not call.values["keep_found"]:
        raise GronagrafError([_problem(hit) for hit in public.staying])
    for line in _lines(call, public):
        click.echo(one_line(line), err=True)
    return public.graph


def _problem(hit: Hit) -> Problem:
    what = f"looks like {hit.kind.term.en} ({hit.shown}), and nothing can be left out there"
    remedy = "mend it in the seed, or give --keep-found if it is no person's"
    return Problem(f"{hit.type} {hit.id}: {hit.field}", what, remedy)


def _lines(call: Call, public: PublicGraph) -> Iterator[str]:
    by_type: defaultdict[str, list[str]] = defaultdict(list)
    for left in public.left:
        count = number(left.count, call.language)
        if left.field:
            by_type[left.type].append(f"{left.field} {count}")
        else:
            yield call.say(WHOLE, type=left.type, count=count)
    for type_, fields in by_type.items():
        yield call.say(LEFT, type=type_, fields=", ".join(fields))
    if not public.left:
        yield call.say(NOTHING)
    for hit in public.hits[:MOST]:
        kind, fate = call.say(hit.kind.term), call.say(FATES[hit.left_out])
        yield call.say(FOUND, kind=kind, type=hit.type, id=hit.id, field=hit.field, shown=hit.shown, fate=fate)
    if len(public.hits) > MOST:
        yield call.say(MORE, count=number(len(public.hits) - MOST, call.language))
    yield call.say(AID)
    yield call.say(BLIND)


def _report(public: PublicGraph, ending: str, language: Language) -> str | bytes:
    from gronagraf.views.tables import render

    left: list[tuple[Cell, ...]] = [
        ("left_out", each.type, None, each.field or None, None, None, each.count, True) for each in public.left
    ]
    found: list[tuple[Cell, ...]] = [
        ("found", hit.type, hit.id, hit.field, hit.kind.name, hit.shown, 1, hit.left_out) for hit in public.hits
    ]
    return render(Result(COLUMNS, (*left, *found)), "json" if ending == ".json" else "csv", language, MODEL)
