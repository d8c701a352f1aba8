"""What `check --duplicates` answers: pairs in a seed that may be one and the same thing."""

from pathlib import Path

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.show import form_of, show
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.sync import THRESHOLD

NONE = Term("Inga par når {threshold} poäng.", "No pair reaches a score of {threshold}.")
FOUND = Term(
    "{count} par. De som är ett går ihop med: gronagraf merge SEED KEEP GONE. De som är två skrivs i not_the_same.csv.",
    "{count} pairs. Those that are one are joined by: gronagraf merge SEED KEEP GONE. Those that are two go into"
    " not_the_same.csv.",
)
NEEDS = {"threshold": "--threshold", "form": "--as", "out": "--out", "excel": "--excel", "verbatim": "--raw-text"}


def duplicate_options(language: Language) -> list[click.Parameter]:
    duplicates = Term(
        "Visa aktörer, nätverk och projekt som kan vara samma sak två gånger.",
        "Show actors, networks and projects that may be the same thing twice.",
    )
    threshold = Term(
        "Lägsta poäng för ett par, 0 till 100; utan valet 80.", "Lowest score of a pair, 0 to 100; 80 where not given."
    )
    return [
        option(language, "--duplicates", duplicates, is_flag=True),
        option(language, "--threshold", threshold, type=click.IntRange(0, 100)),
    ]


def refuse_without_duplicates(call: Call) -> None:
    """Raises UsageError for options that say how pairs are shown where none are asked for."""
    given = [option for name, option in NEEDS.items() if call.values[name] not in (None, False)]
    if given and not call.values["duplicates"]:
        raise click.UsageError(f"{given[0]} belongs to --duplicates; give both")


def show_duplicates(call: Call, graph: Graph, path: Path) -> None:
    """The pairs, surest first, and below them what to do with them. Raises SeedError."""
    from gronagraf.sync.apart import read_apart
    from gronagraf.sync.duplicates import find_duplicates
    from gronagraf.sync.rewriting import extended_nodes
    from gronagraf.sync.telling import pairs_result

    threshold = THRESHOLD if call.values["threshold"] is None else call.values["threshold"]
    beside = extended_nodes(path, graph, MODEL)
    apart = read_apart(path, {*graph.by_id(), *beside})
    pairs = find_duplicates(graph, MODEL, threshold, apart, beside.values())
    if pairs or form_of(call) != "table":
        show(call, pairs_result(pairs, graph))
    told = call.say(FOUND, count=len(pairs)) if pairs else call.say(NONE, threshold=threshold)
    click.echo(told, err=bool(pairs) or form_of(call) != "table")
