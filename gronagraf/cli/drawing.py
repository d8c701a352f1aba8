"""The map that a command draws beside its answer, with what differs marked: `--map FILE`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.options import FILE
from gronagraf.cli.show import save
from gronagraf.graph import Graph, Node
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.words import number

PAGES = (".html", ".htm")
LOOSE = Term(
    "Kartan utelämnar {count} relationer vars ändar inte finns här.",
    "The map leaves out {count} relations whose ends are not here.",
)


def map_option(language: Language) -> click.Option:
    text = Term(
        "Rita också en karta med skillnaderna märkta, utan bedömningar.",
        "Draw a map too, with the differences marked, without assessments.",
    )
    return option(language, "--map drawing", text, type=FILE, metavar="FILE")


def refuse_other_than_pages(call: Call) -> None:
    """Raises UsageError where the map is to have a name that no web page has."""
    file = call.values["drawing"]
    if file and file.suffix.lower() not in PAGES:
        raise click.UsageError(f"the map is a web page: name it {file.with_suffix('.html')}")


def draw_changes(call: Call, old: Graph, new: Graph, everyone: Iterable[Node], title: Term) -> None:
    """Draw the new graph with what changed since the old one, where --map asks for it.

    `everyone` holds the nodes that relations may hang on beside those that are compared.
    """
    if not call.values["drawing"]:
        return
    from gronagraf.views.map import write_map
    from gronagraf.views.map.marks import Marks

    known = {node.id: node for node in everyone}
    own = {node.id for graph in (old, new) for node in graph.nodes}
    shared = {
        end: known[end]
        for graph in (old, new)
        for edge in graph.edges
        for end in (edge.start, edge.end)
        if end in known and end not in own
    }
    before, after = _joined(old, shared), _joined(new, shared)
    page = write_map(after, MODEL, title=title, language=call.language, marks=Marks(before))
    save(call, call.values["drawing"], page)
    if loose := len(new.edges) - len(after.edges):
        click.echo(call.say(LOOSE, count=number(loose, call.language)), err=True)


def _joined(graph: Graph, shared: Mapping[str, Node]) -> Graph:
    """The graph with the nodes that both sides share, without relations that lead nowhere."""
    nodes = (*graph.nodes, *shared.values())
    ids = {node.id for node in nodes}
    return replace(graph, nodes=nodes, edges=tuple(e for e in graph.edges if e.start in ids and e.end in ids))
