"""How a model contradicts itself: names, words, looks, fields, kinds and ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gronagraf.errors import Problem
from gronagraf.schema.fields import EDGE_FIELDS, IDENTIFIER, NAME, NODE_FIELDS, RESERVED, Field, Kind
from gronagraf.schema.types import SHAPES, EdgeType, NodeType, snake_case


def faults(nodes: tuple[NodeType, ...], edges: tuple[EdgeType, ...]) -> Iterator[Problem]:
    """What contradicts itself in a model of these types, each with the type and what to do."""
    yield from _name_faults(nodes, edges)
    labels = {node.label for node in nodes}
    for node in nodes:
        yield from _look_faults(node)
        yield from _field_faults(node.label, (NAME, *node.fields), NODE_FIELDS, labels)
    for edge in edges:
        yield from _field_faults(edge.type, edge.fields, EDGE_FIELDS, labels)
        yield from _edge_faults(edge, labels)


def _name_faults(nodes: tuple[NodeType, ...], edges: tuple[EdgeType, ...]) -> Iterator[Problem]:
    every: tuple[NodeType | EdgeType, ...] = (*nodes, *edges)
    for node in nodes:
        if not re.fullmatch(r"([A-Z][a-z0-9]+)+", node.label):
            yield Problem(node.label, "is not a label in CamelCase ASCII", "rename it")
    for edge in edges:
        if not re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", edge.type):
            yield Problem(edge.type, "is not a relation type in UPPER_CASE ASCII", "rename it")
    names = Counter(snake_case(each.name) for each in every)
    for name, count in names.items():
        if count > 1:
            yield Problem(name, f"names {count} types", "labels and relation types share one space of file names")
    for each in every:
        other = each.plural if isinstance(each, NodeType) else each.inverse
        if not all(term.sv and term.en for term in (each.term, other, each.doc)):
            kind = "plural" if isinstance(each, NodeType) else "inverse"
            yield Problem(each.name, f"lacks a term, a doc or its {kind}", "give all in Swedish and in English")


def _look_faults(node: NodeType) -> Iterator[Problem]:
    if not re.fullmatch(r"#[0-9a-f]{6}", node.colour):
        yield Problem(node.label, f"has the colour {node.colour!r}", "write it as #rrggbb in lower case")
    if node.shape not in SHAPES:
        yield Problem(node.label, f"has the shape {node.shape!r}", f"choose among {', '.join(SHAPES)}")


def _field_faults(owner: str, own: Iterable[Field], common: Iterable[Field], labels: set[str]) -> Iterator[Problem]:
    fields = [twin for field in own for twin in field.with_twins()] + list(common)
    for name, count in Counter(field.name for field in fields).items():
        if count > 1:
            yield Problem(owner, f"has {count} fields called {name}", "rename one; twins and common fields count")
    for field in fields:
        where = f"{owner}.{field.name}"
        if not IDENTIFIER.fullmatch(field.name) or field.name in RESERVED:
            yield Problem(where, "is not a free name in snake_case ASCII", "rename it")
        if not (field.term.sv and field.term.en):
            yield Problem(where, "lacks a term", "give it in Swedish and in English")
        yield from _kind_faults(where, field.kind, labels)


def _kind_faults(where: str, kind: Kind, labels: set[str]) -> Iterator[Problem]:
    if kind.name == "choice" and len(set(kind.values)) != max(1, len(kind.values)):
        yield Problem(where, "has no choices or the same one twice", "list each value once")
    for each in kind.choices:
        if not (each.value and each.term.sv and each.term.en):
            yield Problem(where, f"has the choice {each.value!r} without words", "give them in Swedish and in English")
    if kind.name == "reference" and not kind.labels:
        yield Problem(where, "refers to no label", "name a node type")
    if kind.scheme and kind.name != "text":
        yield Problem(where, "has a scheme, but is no text", "make it an identifier")
    for label in kind.labels:
        if label not in labels:
            yield Problem(where, f"refers to {label}, which is no label", "name a node type")
    if kind.lowest is not None and kind.highest is not None and kind.lowest > kind.highest:
        yield Problem(where, "has a lowest value above its highest", "turn them round")


def _edge_faults(edge: EdgeType, labels: set[str]) -> Iterator[Problem]:
    if not edge.ends or len(set(edge.ends)) != len(edge.ends):
        yield Problem(edge.type, "has no ends or the same pair twice", "list each pair of labels once")
    for label in {label for pair in edge.ends for label in pair} - labels:
        yield Problem(edge.type, f"joins {label}, which is no label", "name a node type")
    for name in edge.key:
        if name not in edge.columns:
            yield Problem(edge.type, f"has the key field {name}, which it lacks", "name one of its fields")
    for name in sorted(edge.private & {*edge.key, *(each.name for each in edge.fields if each.required)}):
        what = f"needs the field {name}, which is left out of what is made public"
        yield Problem(edge.type, what, "choose another key, or another kind of field")
    if (edge.symmetric or edge.acyclic) and any(start != end for start, end in edge.ends):
        yield Problem(edge.type, "is symmetric or acyclic between different labels", "both ends must have one label")
    if edge.symmetric and edge.acyclic:
        yield Problem(edge.type, "is both symmetric and acyclic", "choose one")
