"""The ends of relations that lie in other seeds: formats of other programs hold no relation without them."""

from collections.abc import Iterable
from dataclasses import replace

from gronagraf.errors import GronagrafError
from gronagraf.graph import Graph, Node
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
