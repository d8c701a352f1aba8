"""The options of `influence` that ask what carries a place, how sure it is, and how it has changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from gronagraf.analysis.carriers import carriers
from gronagraf.analysis.measures import How, Measure, find
from gronagraf.analysis.projection import Projection
from gronagraf.analysis.stability import Disturbance, stability
from gronagraf.analysis.years import parse_years, year_by_year
from gronagraf.cli.command import Call, option
from gronagraf.cli.options import NumberRange
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.projecting import selection_of, way_of
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.measures.addition import Addition
from gronagraf.views.measures.carriers import carriers_addition
from gronagraf.views.measures.methods import METHODS, Method
from gronagraf.views.measures.stability import stability_addition
from gronagraf.views.measures.years import years_addition

PARTS = {"carriers": ("carriers",), "stability": ("top_lists", "stability"), "years": ("years", "structure")}
TOP = 10
RATE = 0.1
CARRIERS = Term("Tar bort en i taget", "Removing one at a time")
RUNS = Term("Stör och mäter om", "Disturbing and measuring again")
YEARS = Term("Mäter år för år", "Measuring year by year")


def grounds_options(language: Language) -> list[click.Parameter]:
    """What carries, how sure, over time."""
    carried = Term(
        "För de N främsta (i --sort, annars mellanhand): vilket nätverk, projekt, tillfälle eller band som bär dem.",
        "For the top N (of --sort, else betweenness): which network, project, event or tie carries them.",
    )
    runs = Term(
        "Hur säkra platserna är: stör underlaget så många gånger och mät om.",
        "How sure ranks are: disturb the records so many times and measure again.",
    )
    drop = Term("Andel deltaganden (eller relationer) bort i varje körning.", "Share of records dropped in each run.")
    add = Term("Andel nya i varje körning.", "Share of records added in each run.")
    draw = Term(
        "Dra nätverken på nytt i varje körning; --drop och --add är då 0 om de inte ges.",
        "Draw the networks anew in each run; --drop and --add are then 0 unless given.",
    )
    chance = Term("Vad slumpen utgår från: samma tal ger samma svar.", "What chance begins from: repeatable.")
    years = Term("Varje mått och nätet år för år, som 2015..2025.", "Each measure and the network year by year.")
    share = NumberRange(0, 1)
    return [
        option(language, "--carriers", carried, type=click.IntRange(1, 1000), metavar="N"),
        option(language, "--stability", runs, type=click.IntRange(1, 100_000), metavar="N"),
        option(language, "--drop", drop, type=share, metavar="SHARE", show_default=str(RATE)),
        option(language, "--add", add, type=share, metavar="SHARE", show_default=str(RATE)),
        option(language, "--bootstrap", draw, is_flag=True),
        option(language, "--seed", chance, type=int, default=1, show_default=True),
        option(language, "--years", years, metavar="YEAR..YEAR"),
    ]


def grounds(
    call: Call, graph: Graph, projection: Projection, measures: Sequence[Measure], how: How
) -> tuple[Addition, ...]:
    """What these options add to the report, in the order of the options. Raises UsageError and AnalysisError."""
    values = call.values
    _refuse_alone(values)
    found: list[Addition] = []
    if values["carriers"]:
        (chosen,) = find([values["sort"] or "betweenness"])
        with progress_bar(call.say(CARRIERS)) as tell:
            found.append(
                carriers_addition(carriers(projection, chosen, values["carriers"], how, tell), MODEL, call.language)
            )
    if values["stability"]:
        with progress_bar(call.say(RUNS)) as tell:
            stable = stability(projection, measures, _disturbance(values), how, values["top"] or TOP, tell)
        found.append(stability_addition(stable, call.language))
    if values["years"]:
        years = parse_years(values["years"])
        with progress_bar(call.say(YEARS)) as tell:
            held = year_by_year(graph, MODEL, way_of(call), selection_of(call), years, measures, how, tell)
        found.append(years_addition(held, call.language, values["top"] or TOP))
    return tuple(found)


def explained_grounds(call: Call, *, every: bool) -> tuple[Method, ...]:
    """The methods that --explain is to tell: those whose option is given, or all."""
    return tuple(each for each in METHODS if every or call.values[each.option])


def _refuse_alone(values: Mapping[str, Any]) -> None:
    given = [name for name in ("drop", "add") if values[name] is not None] + ["bootstrap"] * values["bootstrap"]
    if given and not values["stability"]:
        raise click.UsageError(f"--{given[0]} belongs to --stability; say how many runs, such as --stability 200")
    for asked, parts in PARTS.items():
        if values["part"] in parts and not values[asked]:
            raise click.UsageError(f"--part {values['part']} belongs to --{asked}; give that too")
    if values["years"] and values["at"]:
        raise click.UsageError("--years and --at both say when; give one of the two")


def _disturbance(values: Mapping[str, Any]) -> Disturbance:
    usual = 0.0 if values["bootstrap"] else RATE
    drop, add = (usual if values[name] is None else values[name] for name in ("drop", "add"))
    return Disturbance(values["stability"], drop, add, values["bootstrap"], values["seed"])
