"""The fields of nodes and relations as statements: every value, typed, in the order of the model."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from gronagraf.exporting.linked.standard import date_literal
from gronagraf.graph import Value
from gronagraf.rdf.names import concepts, node_name, property_of
from gronagraf.rdf.statements import Iri, Literal, Name, Object, Statement
from gronagraf.schema import EdgeType, Field, NodeType

ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?", re.ASCII)
REMEMBERED = 1024
SOURCE = Name("dcterms", "source")
Say: TypeAlias = Callable[[Value], Statement]


def sayings(kind: NodeType | EdgeType) -> dict[str, Say]:
    """For each field of a type, what turns its value into a statement; equal values become one and the same."""
    return {name: lru_cache(REMEMBERED, typed=True)(_say(kind, field)) for name, field in kind.columns.items()}


def said(facts: Mapping[str, Value], ways: Mapping[str, Say]) -> Iterator[Statement]:
    """The statements of these facts; those of fields that the model lacks are not among them."""
    for name, value in facts.items():
        if name in ways:
            yield ways[name](value)


def is_address(text: str) -> bool:
    """Whether a text is a web address that every reader of RDF takes as it is."""
    return bool(ADDRESS.fullmatch(text)) and "/../" not in text and "/./" not in text


def _say(kind: NodeType | EdgeType, field: Field) -> Say:
    predicate = property_of(kind, field)
    if field.name == "source":
        return lambda value: _sourced(predicate, str(value))
    make = _maker(kind, field)
    return lambda value: (predicate, make(value))


def _sourced(predicate: Name, text: str) -> Statement:
    """A source that has an address is that resource; one in words is a text."""
    return (SOURCE, Iri(text)) if is_address(text) else (predicate, Literal(text))


def _maker(kind: NodeType | EdgeType, field: Field) -> Callable[[Value], Object]:
    if field.kind.name == "choice":
        known = concepts(kind, field)
        return lambda value: known.get(str(value)) or Literal(str(value))
    if field.kind.name == "reference":
        return lambda value: node_name(str(value))
    if field.kind.name == "date":
        return lambda value: date_literal(str(value))
    return _literal


def _literal(value: Value) -> Literal:
    if isinstance(value, bool):
        return Literal("true" if value else "false", Name("xsd", "boolean"))
    if isinstance(value, int):
        return Literal(str(value), Name("xsd", "integer"))
    if isinstance(value, float):
        text = repr(value)
        return Literal(text, Name("xsd", "double" if "e" in text else "decimal"))
    return Literal(value)
