"""Who carries each goal, and which goals lose the last that did."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from gronagraf.graph import Graph, Node

Leg = Literal["Project", "Network", "Actor"]
LEGS: tuple[Leg, ...] = get_args(Leg)
CARRY: Mapping[str, Leg] = {"CONTRIBUTES_TO": "Project", "WORKS_ON": "Network", "OWNS_ISSUE": "Actor"}
KEPT_UP_BY: Mapping[str, Leg] = {"LEADS": "Project", "MEMBER_OF": "Network"}
"""Which relation from an actor keeps up a project (somebody leads it) and a network (somebody is in it)."""


@dataclass(frozen=True, slots=True)
class Bereft:
    """A goal that loses all its carriers of one kind; `left` is how many carriers it has of all kinds afterwards.

    `silent` are those of the lost that are still there, but that nobody leads or is a member of any more.
    """

    goal: Node
    leg: Leg
    lost: tuple[Node, ...]
    silent: tuple[Node, ...]
    left: int


def bereft(before: Graph, after: Graph) -> tuple[Bereft, ...]:
    """Each goal and kind of carrier where there was one or more and is none, the goals left with fewest first.

    A goal is carried by the projects that contribute to it, the networks that work on it and the actors that own it,
    and by those of the goals that are part of it. A project that loses its only lead and a network that loses its last
    member carry no longer; those of which no lead or member was known at first still do.
    """
    silent = frozenset(_kept_up(before) - _kept_up(after))
    was, now = _carriers(before, frozenset()), _carriers(after, silent)
    nodes, kept = before.by_id(), after.by_id()
    found = []
    for id_ in (node.id for node in after.nodes if node.label == "Goal"):
        for leg in LEGS:
            if was[id_][leg] and not now[id_][leg]:
                lost = tuple(nodes[each] for each in sorted(was[id_][leg]))
                still = tuple(node for node in lost if node.id in kept and node.id in silent)
                found.append(Bereft(nodes[id_], leg, lost, still, sum(map(len, now[id_].values()))))
    return tuple(sorted(found, key=lambda each: (each.left, each.goal.name, each.goal.id)))


def _kept_up(graph: Graph) -> set[str]:
    """The projects with a lead and the networks with a member."""
    labels = {node.id: node.label for node in graph.nodes}
    return {
        edge.end
        for edge in graph.edges
        if KEPT_UP_BY.get(edge.type) == labels[edge.end] and labels[edge.start] == "Actor"
    }


def _carriers(graph: Graph, silent: frozenset[str]) -> defaultdict[str, dict[Leg, set[str]]]:
    """By goal and kind the ids of its carriers, those of the goals below it among them."""
    labels = {node.id: node.label for node in graph.nodes}
    above: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "PART_OF" and labels[edge.start] == "Goal":
            above[edge.start].append(edge.end)
    found: defaultdict[str, dict[Leg, set[str]]] = defaultdict(lambda: {leg: set() for leg in LEGS})
    for edge in graph.edges:
        leg = CARRY.get(edge.type)
        if leg and labels[edge.end] == "Goal" and labels[edge.start] == leg and edge.start not in silent:
            for goal in _upward(edge.end, above):
                found[goal][leg].add(edge.start)
    return found


def _upward(goal: str, above: Mapping[str, list[str]]) -> set[str]:
    """The goal and all that it is part of, in any number of steps."""
    seen, waiting = set[str](), [goal]
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen:
            seen.add(id_)
            waiting.extend(above.get(id_, ()))
    return seen
