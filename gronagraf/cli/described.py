"""What a catalogue would publish besides the graph, looked at first: whom to write to, and the files it tells of."""

from collections.abc import Iterator
from pathlib import Path

import click

from gronagraf.cli.command import Call
from gronagraf.discretion import for_the_public
from gronagraf.discretion.personal import is_named_after_somebody, look, masked
from gronagraf.errors import GronagrafError, Problem, SeedError
from gronagraf.exporting.publication import Publication
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.schema import Term
from gronagraf.views.words import one_line

PERSONS = Term(
    "{option}: {shown} ser ut som en persons adress, och publiceras: ge en funktions.",
    "{option}: {shown} looks like a person's address, and is published: give that of a post.",
)
LOOKS = Term(
    "{option}: {shown} ser ut som {kind}, och publiceras.",
    "{option}: {shown} looks like {kind}, and is published.",
)
UNSEEN = Term(
    "{path} är inget som går att läsa tillbaka: vad den innehåller har inte prövats.",
    "{path} is nothing that can be read back: what it holds was not looked at.",
)
TEXTS = ("contact_name", "publisher", "publisher_uri", "access_url")


def look_at_what_is_described(call: Call, graph: Graph, publication: Publication) -> None:
    """Tell what looks like a person's in the texts of a catalogue, and refuse files that hold something else.

    Raises GronagrafError for a file that holds another seed than the one described, and with --public for one that
    holds what that leaves out.
    """
    for line in _personal(call, publication):
        click.echo(one_line(line), err=True)
    names = [seed.name for seed in graph.seeds]
    if len(names) == 1:
        problems = [each for file in publication.files if file.is_file() for each in _unfit(call, file, names[0])]
        if problems:
            raise GronagrafError(problems)


def _personal(call: Call, publication: Publication) -> Iterator[str]:
    if is_named_after_somebody(publication.contact):
        yield call.say(PERSONS, option="--contact", shown=masked(publication.contact))
    for name in TEXTS:
        option = f"--{name.replace('_', '-')}"
        for kind, text in look(getattr(publication, name)):
            yield call.say(LOOKS, option=option, shown=masked(text), kind=call.say(kind.term))


def _unfit(call: Call, file: Path, seed: str) -> Iterator[Problem]:
    from gronagraf.importing.exported import read_exported

    try:
        graph = read_exported(file, MODEL)
    except SeedError:
        click.echo(one_line(call.say(UNSEEN, path=str(file))), err=True)
        return
    held = ", ".join(each.name for each in graph.seeds)
    if held != seed:
        yield Problem(
            f"--file {file}", f"holds {held or 'no seed'}, and the catalogue is of {seed}", "give its own file"
        )
    elif call.values["public"] and (left := for_the_public(graph, MODEL).left):
        named = f"{left[0].type}.{left[0].field}".removesuffix(".")
        what = f"holds {sum(each.count for each in left)} values that --public leaves out, such as of {named}"
        yield Problem(f"--file {file}", what, "export it with --public too")
