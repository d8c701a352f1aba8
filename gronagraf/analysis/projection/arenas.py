"""Where actors meet: networks, projects and learning events with those who take part, an undertaking counted once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Term

Through = Literal["networks", "projects", "events", "all", "actors"]
THROUGH: tuple[Through, ...] = get_args(Through)
TAKES_PART: Mapping[str, tuple[str, ...]] = {
    "networks": ("MEMBER_OF",),
    "projects": ("LEADS", "PARTNERS_IN"),
    "events": ("ORGANISES", "TOOK_PART_IN"),
}
"""Which relations say that an actor takes part; hosting and funding alone do not."""

ARENAS: Mapping[Through, Term] = {
    "networks": Term("gemensamma nätverk", "shared networks"),
    "projects": Term("gemensamma projekt", "shared projects"),
    "events": Term("gemensamma lärtillfällen", "shared learning events"),
    "all": Term("gemensamma nätverk, projekt och lärtillfällen", "shared networks, projects and learning events"),
    "actors": Term("gemensamma medlemmar", "shared members"),
}
LABELS: Mapping[Through, tuple[str, ...]] = {
    "networks": ("Network",),
    "projects": ("Project",),
    "events": ("LearningEvent",),
    "all": ("Network", "Project", "LearningEvent"),
    "actors": ("Actor",),
}


def who_meets(through: Through) -> str:
    """The label of the nodes that are tied."""
    return "Network" if through == "actors" else "Actor"


def takes_part(through: Through) -> tuple[str, ...]:
    """The relation types that count as taking part."""
    if through == "all":
        return tuple(type_ for types in TAKES_PART.values() for type_ in types)
    return TAKES_PART["networks" if through == "actors" else through]


def participations(graph: Graph, through: Through) -> Iterator[tuple[str, str, Edge]]:
    """Who, where, and the relation that says so; a participant of another label than those tied is left out."""
    labels = {node.id: node.label for node in graph.nodes}
    types = frozenset(takes_part(through))
    for edge in graph.edges:
        if edge.type in types and labels[edge.start] == "Actor":
            yield (edge.end, edge.start, edge) if through == "actors" else (edge.start, edge.end, edge)


def undertakings(graph: Graph, through: Through) -> dict[str, str]:
    """For each network or project that CARRIES joins with another: the id that stands for the whole undertaking.

    It is the first network by id. Only where both networks and projects are looked at; else there is nothing to join.
    """
    if through != "all":
        return {}
    near: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "CARRIES":
            near[edge.start].append(edge.end)
            near[edge.end].append(edge.start)
    label = {node.id: node.label for node in graph.nodes}
    stands_for: dict[str, str] = {}
    for start in sorted(near, key=lambda id_: (label[id_] != "Network", id_)):
        waiting = [start] if start not in stands_for else []
        while waiting:
            id_ = waiting.pop()
            if id_ not in stands_for:
                stands_for[id_] = start
                waiting.extend(near[id_])
    return stands_for


def arena_nodes(graph: Graph, through: Through) -> list[Node]:
    """Every node that could be an arena, in the order of the graph."""
    return [node for node in graph.nodes if node.label in LABELS[through]]
