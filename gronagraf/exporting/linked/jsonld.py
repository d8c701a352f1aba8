"""JSON-LD with its context inside, one thing on each line, written as it comes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.resources import everything
from gronagraf.exporting.writing import write_pieces
from gronagraf.rdf.names import TYPE, prefixes
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Object, Resource, Statement

INTEGER, BOOLEAN = Name("xsd", "integer"), Name("xsd", "boolean")
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json]"


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph with the vocabulary that it is written in. Raises GronagrafError."""
    return write_pieces(path, json_ld(everything(export), prefixes(export.base)))


def json_ld(resources: Iterable[Resource], namespaces: Mapping[str, str]) -> Iterator[str]:
    """The text of a JSON-LD document, piece by piece; nothing outside it needs to be fetched to read it."""
    context = {prefix: {"@id": namespace, "@prefix": True} for prefix, namespace in sorted(namespaces.items())}
    yield f'{{"@context": {json.dumps({"@version": 1.1, **context}, indent=1)},\n"@graph": [\n'
    between, encode = "", json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for each in resources:
        thing = {"@id": _reference(each.subject), **_members(each.statements)}
        yield between + encode(thing)
        between = ",\n"
    yield "\n]}\n"


def _members(statements: Iterable[Statement]) -> dict[str, Json]:
    members: dict[str, list[Json]] = {}
    for predicate, thing in statements:
        if predicate == TYPE and isinstance(thing, Name | Iri):
            members.setdefault("@type", []).append(_reference(thing))
        else:
            members.setdefault(f"{predicate.prefix}:{predicate.local}", []).append(_json(thing))
    return {name: values[0] if len(values) == 1 else values for name, values in members.items()}


def _reference(thing: Name | Iri) -> str:
    return f"{thing.prefix}:{thing.local}" if isinstance(thing, Name) else thing.text


def _json(thing: Object) -> Json:
    if isinstance(thing, Name | Iri):
        return {"@id": _reference(thing)}
    if isinstance(thing, Literal):
        return _literal(thing)
    if isinstance(thing, Blank):
        return _members(thing.statements)
    return {"@list": [_json(each) for each in thing.items]}


def _literal(literal: Literal) -> Json:
    if literal.datatype is None:
        return {"@value": literal.text, "@language": literal.language} if literal.language else literal.text
    if literal.datatype == INTEGER:
        return int(literal.text)
    if literal.datatype == BOOLEAN:
        return literal.text == "true"
    return {"@value": literal.text, "@type": f"{literal.datatype.prefix}:{literal.datatype.local}"}
