"""Turtle, written as it comes: a graph of any size goes through in little memory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.resources import everything
from gronagraf.exporting.writing import write_pieces
from gronagraf.rdf.names import TYPE, prefixes
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Object, Resource, Statement

LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", re.ASCII)
REMEMBERED = 1 << 14
UNFIT = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph with the vocabulary that it is written in. Raises GronagrafError."""
    return write_pieces(path, turtle(everything(export), prefixes(export.base)))


def turtle(resources: Iterable[Resource], namespaces: Mapping[str, str]) -> Iterator[str]:
    """The text of a Turtle document, piece by piece."""
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(namespaces.items()))
    shown = {prefix: f"{prefix}:" for prefix in namespaces}
    text_of = lru_cache(REMEMBERED)(lambda statement: _statement(statement, namespaces, shown))
    for each in resources:
        said = " ;\n  ".join(map(text_of, each.statements))
        yield f"\n{_object(each.subject, namespaces, shown)} {said} .\n"


def _statement(statement: Statement, namespaces: Mapping[str, str], shown: Mapping[str, str]) -> str:
    predicate, thing = statement
    verb = "a" if predicate == TYPE else f"{predicate.prefix}:{predicate.local}"
    return f"{verb} {_object(thing, namespaces, shown)}"


def _object(thing: Object, namespaces: Mapping[str, str], shown: Mapping[str, str]) -> str:
    if isinstance(thing, Name):
        if LOCAL.fullmatch(thing.local):
            return shown[thing.prefix] + thing.local
        return f"<{namespaces[thing.prefix]}{thing.local}>"
    if isinstance(thing, Literal):
        return _literal(thing)
    if isinstance(thing, Iri):
        return f"<{UNFIT.sub(_escaped, thing.text)}>"
    if isinstance(thing, Blank):
        said = " ; ".join(_statement(each, namespaces, shown) for each in thing.statements)
        return f"[ {said} ]"
    return f"( {' '.join(_object(each, namespaces, shown) for each in thing.items)} )"


def _literal(literal: Literal) -> str:
    """The escapes of JSON are escapes of Turtle too, with the same meaning (Turtle 1.1, ECHAR and UCHAR)."""
    text = encode_basestring(literal.text)
    if literal.datatype:
        return f"{text}^^{literal.datatype.prefix}:{literal.datatype.local}"
    return f"{text}@{literal.language}" if literal.language else text


def _escaped(match: re.Match[str]) -> str:
    """A character that no IRI holds, percent-encoded; those who make IRIs see to it that none is met."""
    return f"%{ord(match[0]):02X}"
