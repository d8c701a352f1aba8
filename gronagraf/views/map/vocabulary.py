"""The part of a model that a graph uses, as plain values for the page: terms, looks, fields and choices."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gronagraf.graph import Graph
from gronagraf.schema import EdgeType, Field, Model, NodeType, Term

Plain = dict[str, object]


def vocabulary(graph: Graph, model: Model) -> Plain:
    """`nodes` and `edges`: each type that occurs, in the model's order, with the fields that have a value somewhere."""
    labels = _used((node.label, node.facts) for node in graph.nodes)
    types = _used((edge.type, edge.facts) for edge in graph.edges)
    return {
        "nodes": {each.label: _node_type(each, labels[each.label]) for each in model.nodes if each.label in labels},
        "edges": {each.type: _edge_type(each, types[each.type]) for each in model.edges if each.type in types},
    }


def both(term: Term) -> list[str]:
    """A term as the page has it: Swedish, English."""
    return [term.sv, term.en]


def _used(items: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, set[str]]:
    used: defaultdict[str, set[str]] = defaultdict(set)
    for name, facts in items:
        used[name].update(facts)
    return used


def _node_type(each: NodeType, used: set[str]) -> Plain:
    look = {"colour": each.colour, "shape": each.shape}
    words = {"term": both(each.term), "plural": both(each.plural), "doc": both(each.doc)}
    return {**words, **look, "fields": _fields(each.columns, used)}


def _edge_type(each: EdgeType, used: set[str]) -> Plain:
    words = {"term": both(each.term), "inverse": both(each.inverse), "doc": both(each.doc)}
    return {**words, "symmetric": each.symmetric, "fields": _fields(each.columns, used)}


def _fields(columns: Mapping[str, Field], used: set[str]) -> Plain:
    twins = {twin.name for field in columns.values() for twin in field.with_twins() if twin is not field}
    return {
        name: _field(field)
        for name, field in columns.items()
        if name not in twins and any(each.name in used for each in field.with_twins())
    }


def _field(field: Field) -> Plain:
    """What the page needs to show a value: `wording` and `doubt` name the twins `<name>_text` and `<name>_basis`."""
    plain: Plain = {"term": both(field.term), "kind": field.kind.name}
    if field.kind.choices:
        plain["choices"] = {each.value: both(each.term) for each in field.kind.choices}
    if field.wording:
        plain["wording"] = f"{field.name}_text"
    if field.doubt:
        plain["doubt"] = f"{field.name}_basis"
    return plain
