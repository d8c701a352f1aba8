"""What the map marks and keeps: the options that ask for it, and what they name on the disk or in a database."""

from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.named import graph_named
from gronagraf.cli.options import FILE
from gronagraf.graph import Graph
from gronagraf.schema import Language, Term
from gronagraf.views.words import number

if TYPE_CHECKING:
    from gronagraf.views.map.marks import Marks
    from gronagraf.views.map.places import Places

NOT_THERE = Term(
    "{path}: {count} av de sparade lägena är för noder som inte finns på kartan.",
    "{path}: {count} of the saved positions are for nodes that are not on the map.",
)


def marking_options(language: Language) -> list[click.Parameter]:
    """What is marked, where nodes stand, and whether assessments are let into the page."""
    compare = Term(
        "Märk vad som är nytt, borta och ändrat sedan OLD: ett frö, dess mapp eller en annan databas.",
        "Mark what is new, gone and changed since OLD: a seed, its folder or another database.",
    )
    thread = Term("Märk var tråden brister, som thread bedömer den.", "Mark where the thread breaks, as thread judges.")
    positions = Term(
        "Låt noderna stå som i denna fil, som en tidigare karta har sparat.",
        "Keep nodes where this file, saved from an earlier map, has them.",
    )
    assessments = Term(
        "Ta med intressentanalysernas bedömningar, som makt och motiv.",
        "Let in what stakeholder analyses judge, such as power and motives.",
    )
    return [
        option(language, "--compare", compare, metavar="OLD"),
        option(language, "--thread", thread, is_flag=True),
        option(language, "--positions", positions, type=FILE, metavar="FILE"),
        option(language, "--with-assessments", assessments, is_flag=True),
    ]


def refuse_parts(call: Call) -> None:
    """Raises UsageError where a part of the graph is to be compared with the whole of another."""
    for name in ("recipe", "around"):
        if call.values["compare"] and call.values[name]:
            raise click.UsageError(
                f"--compare marks the whole graph, and --{name} draws a part of it; give one of them"
            )


def marks_of(call: Call, whole: Graph) -> "Marks":
    """What the options ask to be marked; `whole` is everything in the graph. Raises GronagrafError."""
    from gronagraf.thread.judging import judge
    from gronagraf.views.map.marks import Marks

    named = call.values["compare"]
    old = graph_named(call, named, "--compare") if named else None
    return Marks(old, judge(whole) if call.values["thread"] else None)


def places_of(call: Call, graph: Graph) -> "Places | None":
    """The places of an earlier map; says how many are of nodes that are not drawn now. Raises GronagrafError."""
    from gronagraf.views.map.places import read_places

    if (path := call.values["positions"]) is None:
        return None
    places = read_places(path)
    if strangers := len(places.points.keys() - graph.by_id().keys()):
        click.echo(call.say(NOT_THERE, path=path, count=number(strangers, call.language)), err=True)
    return places
