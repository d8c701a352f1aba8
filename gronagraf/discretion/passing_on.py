"""A graph as it may be passed on: without what stakeholder analyses say of those they assess."""

from dataclasses import replace
from typing import TypeVar

from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Model

Item = TypeVar("Item", Node, Edge)


def without_assessments(graph: Graph, model: Model) -> Graph:
    """The graph without any value of a field that the model says is an assessment; all else is as it was.

    Nodes and relations stay: that somebody was assessed is told, not how.
    """
    nodes = {each.label: each.assessments for each in model.nodes if each.assessments}
    edges = {each.type: each.assessments for each in model.edges if each.assessments}
    return replace(
        graph,
        nodes=tuple(_without(node, nodes.get(node.label, frozenset())) for node in graph.nodes),
        edges=tuple(_without(edge, edges.get(edge.type, frozenset())) for edge in graph.edges),
    )


def _without(item: Item, names: frozenset[str]) -> Item:
    if names.isdisjoint(item.facts):
        return item
    return replace(item, facts={name: value for name, value in item.facts.items() if name not in names})
