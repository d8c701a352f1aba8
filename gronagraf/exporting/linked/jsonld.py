"""JSON-LD with its context inside, one thing on each line, written as it comes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.resources import everything
from gronagraf.exporting.writing import write_pieces
from gronagraf.rdf.names import TYPE, prefixes
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Object, Resource, Statement

REMEMBERED = 1 << 14
INTEGER, BOOLEAN = Name("xsd", "integer"), Name("xsd", "boolean")


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph with the vocabulary that it is written in. Raises GronagrafError."""
    return write_pieces(path, json_ld(everything(export), prefixes(export.base)))


def json_ld(resources: Iterable[Resource], namespaces: Mapping[str, str]) -> Iterator[str]:
    """The text of a JSON-LD document, piece by piece; nothing outside it needs to be fetched to read it."""
    context = {prefix: {"@id": namespace, "@prefix": True} for prefix, namespace in sorted(namespaces.items())}
    yield f'{{"@context": {json.dumps({"@version": 1.1, **context}, indent=1)},\n"@graph": [\n'
    between, member_of = "", lru_cache(REMEMBERED)(_member)
    for each in resources:
        name = encode_basestring(_reference(each.subject))
        yield f'{between}{{"@id":{name},{_joined(map(member_of, each.statements))}}}'
        between = ",\n"
    yield "\n]}\n"


def _joined(members: Iterable[tuple[str, str]]) -> str:
    """Members of an object as text; those of one name as one member with an array."""
    found: dict[str, list[str]] = {}
    for name, text in members:
        found.setdefault(name, []).append(text)
    return ",".join(
        f"{name}:{texts[0]}" if len(texts) == 1 else f"{name}:[{','.join(texts)}]" for name, texts in found.items()
    )


def _member(statement: Statement) -> tuple[str, str]:
    """The name and the value of the member that says a statement, as JSON text."""
    predicate, thing = statement
    if predicate == TYPE and isinstance(thing, Name | Iri):
        return '"@type"', encode_basestring(_reference(thing))
    return encode_basestring(f"{predicate.prefix}:{predicate.local}"), _value(thing)


def _reference(thing: Name | Iri) -> str:
    return f"{thing.prefix}:{thing.local}" if isinstance(thing, Name) else thing.text


def _value(thing: Object) -> str:
    if isinstance(thing, Name | Iri):
        return f'{{"@id":{encode_basestring(_reference(thing))}}}'
    if isinstance(thing, Literal):
        return _literal(thing)
    if isinstance(thing, Blank):
        return f"{{{_joined(map(_member, thing.statements))}}}"
    return f'{{"@list":[{",".join(map(_value, thing.items))}]}}'


def _literal(literal: Literal) -> str:
    """Whole numbers, true and false are JSON's own; Python writes numbers of that type as JSON does."""
    text = encode_basestring(literal.text)
    if literal.datatype in (INTEGER, BOOLEAN):
        return literal.text
    if literal.datatype:
        return f'{{"@value":{text},"@type":"{literal.datatype.prefix}:{literal.datatype.local}"}}'
    return f'{{"@value":{text},"@language":"{literal.language}"}}' if literal.language else text
