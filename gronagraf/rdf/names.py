"""The namespaces, and how types, fields, choices, nodes and relations of a graph are named in them."""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, unquote

from gronagraf.rdf.statements import Name
from gronagraf.schema import EDGE_FIELDS, NAME, NODE_FIELDS, EdgeType, Field, NodeType

OWN = "urn:gronagraf:ns:"
NAMESPACES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpov": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gg": OWN,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
BASE = re.compile(r"[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*[/#:=]", re.ASCII | re.IGNORECASE)
TYPE = Name("rdf", "type")
FROM, TO = Name("gg", "from"), Name("gg", "to")
SHARED = {field.name: field for field in (NAME, *NODE_FIELDS, *EDGE_FIELDS)}
STANDARD: Mapping[tuple[str, str], Name] = {
    ("", "name"): Name("rdfs", "label"),
    ("", "note"): Name("skos", "note"),
    ("Actor", "also_known_as"): Name("skos", "altLabel"),
    ("LearningEvent", "place"): Name("schema", "location"),
    ("Project", "place"): Name("schema", "location"),
}
"""Fields, by type or of every type, that a standard property says as fully as one of our own would."""


def is_base(text: str) -> bool:
    """Whether a text can begin the URIs of nodes: absolute, ASCII, and ending where an id can follow."""
    return bool(BASE.fullmatch(text)) and text.count("#") <= 1


def prefixes(base: str) -> dict[str, str]:
    """Every prefix with its namespace; nodes lie in the base itself, the rest in folders of it."""
    own = {"id": base, **{name: f"{base}{name}/" for name in ("relation", "scheme", "seed")}}
    return {**NAMESPACES, **own}


def iri(name: Name) -> str:
    """A name of a standard or of our own vocabulary written out."""
    return NAMESPACES[name.prefix] + name.local


def class_of(kind: NodeType | EdgeType) -> Name:
    """`gg:Actor`, `gg:MEMBER_OF`: what a node or a relation as a thing of its own is."""
    return Name("gg", kind.name)


def direct(kind: EdgeType) -> Name:
    """`gg:member_of`: the relation as a property from its start straight to its end."""
    return Name("gg", kind.file)


def property_of(kind: NodeType | EdgeType, field: Field) -> Name:
    """`gg:Actor-kind` for a field of one type, `gg:basis` for one that every type has, or what a standard calls it."""
    shared = field.name in SHARED
    if standard := STANDARD.get(("" if shared else kind.name, field.name)):
        return standard
    return Name("gg", field.name if shared else f"{kind.name}-{field.name}")


def scheme_of(kind: NodeType | EdgeType, field: Field) -> Name:
    """The concept scheme of a field's choices: one for all fields that choose between stated and inferred."""
    same = min((name for name, shared in SHARED.items() if shared.kind == field.kind), key=len, default="")
    return Name("gg", f"{same or f'{kind.name}-{field.name}'}-choices")


def concept_of(scheme: Name, value: str) -> Name:
    return Name("gg", f"{scheme.local.removesuffix('choices')}{encoded(value)}")


def concepts(kind: NodeType | EdgeType, field: Field) -> dict[str, Name]:
    """Each choice of a field with the name of its concept."""
    scheme = scheme_of(kind, field)
    return {value: concept_of(scheme, value) for value in field.kind.values}


@lru_cache(maxsize=1 << 16)
def node_name(id_: str) -> Name:
    return Name("id", encoded(id_))


def relation_name(kind: str, start: str, end: str, key: tuple[object, ...], seed: str) -> Name:
    """A relation's name: the same in every export as long as its ends, its key fields and its seed are."""
    told = "\n".join(["" if part is None else str(part) for part in (kind, start, end, *key, seed)])
    return Name("relation", f"{kind.lower()}-{hashlib.blake2b(told.encode(), digest_size=10).hexdigest()}")


def encoded(text: str) -> str:
    """A text as the last part of an IRI, or of a URN: what is not ASCII or has a meaning there is percent-encoded."""
    return quote(text, safe=":")


def decoded(text: str) -> str:
    return unquote(text)
