"""Texts of a graph that a spreadsheet would take for formulas: harmless here, but seed files are opened there too."""

from collections.abc import Iterator

from gronagraf.graph import Edge, Graph, Node
from gronagraf.reading.remarks import Remark
from gronagraf.schema import Term
from gronagraf.values import is_formula, quote

MOST = 10
LIKE = Term(
    "{text} börjar som en formel: här är det text, men ett kalkylprogram som öppnar filen kan köra den",
    "{text} begins like a formula: here it is text, but a spreadsheet that opens the file may run it",
)
MORE = Term("och {count} till som börjar som formler", "and {count} more that begin like formulas")


def formula_remarks(graph: Graph) -> Iterator[Remark]:
    """A remark for each text that begins like a formula, at most ten, and how many more there are."""
    found = list(_formulas(graph))
    for where, text in found[:MOST]:
        yield Remark(where, LIKE.filled(text=quote(text)))
    if len(found) > MOST:
        yield Remark(graph.seeds[0].name if graph.seeds else "", MORE.filled(count=len(found) - MOST))


def _formulas(graph: Graph) -> Iterator[tuple[str, str]]:
    items: tuple[Node | Edge, ...] = (*graph.nodes, *graph.edges)
    for item in items:
        for name, value in item.facts.items():
            if isinstance(value, str) and is_formula(value):
                yield f"{_who(item)}: {name}", value


def _who(item: Node | Edge) -> str:
    return f"{item.label} {item.id}" if isinstance(item, Node) else f"{item.type} {item.start} → {item.end}"
