"""What a graph names that lies in other seeds: formats of other programs hold no relation without its ends."""

from collections.abc import Iterable
from dataclasses import replace

from gronagraf.errors import GronagrafError
from gronagraf.graph import Graph, Node
from gronagraf.schema import NAME, Model
from gronagraf.values import quote

MOST_NAMED = 3


def open_ends(graph: Graph) -> set[str]:
    """The ids that relations name and that no node of the graph has."""
    known = {node.id for node in graph.nodes}
    return {id_ for edge in graph.edges for id_ in (edge.start, edge.end) if id_ not in known}


def with_ends(graph: Graph, others: Iterable[Node]) -> Graph:
    """The graph and, after its own, the nodes of other seeds in which its relations end.

    Raises GronagrafError where an end is not among them either.
    """
    wanted = open_ends(graph)
    found = {node.id: node for node in others if node.id in wanted}
    if missing := sorted(wanted - found.keys()):
        named = ", ".join(map(quote, missing[:MOST_NAMED]))
        what = f"{len(missing)} nodes in which relations end are not there, such as {named}"
        raise GronagrafError(f"{what}; load the seeds that they are of, and export the database")
    return replace(graph, nodes=(*graph.nodes, *found.values()))


def with_names(graph: Graph, others: Iterable[Node], model: Model) -> Graph:
    """The graph and, after its own, no more than the type and name of the nodes of other seeds that it refers to.

    So its linked data say of everything that they name what it is, as their rules want, and copy no other seed.
    """
    if not (wanted := open_ends(graph) | _open_references(graph, model)):
        return graph
    found = {node.id: replace(node, facts={NAME.name: node.name}) for node in others if node.id in wanted}
    return replace(graph, nodes=(*graph.nodes, *found.values()))


def _open_references(graph: Graph, model: Model) -> set[str]:
    """The ids that fields name and that no node of the graph has."""
    known = {node.id for node in graph.nodes}
    names = {
        kind.name: [name for name, field in kind.columns.items() if field.kind.name == "reference"]
        for kind in model.all
    }
    found = {str(node.facts[name]) for node in graph.nodes for name in names.get(node.label, ()) if name in node.facts}
    found |= {str(edge.facts[name]) for edge in graph.edges for name in names.get(edge.type, ()) if name in edge.facts}
    return found - known
