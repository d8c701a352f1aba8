"""What is said in RDF, before it is written in one syntax or another.

Tuples with names and no dataclasses: a large graph makes some million of them, and each is looked up by its value.
"""

from typing import NamedTuple, TypeAlias


class Name(NamedTuple):
    """An IRI in a namespace that has a prefix; `local` is ASCII and may follow the namespace as it is."""

    prefix: str
    local: str


class Iri(NamedTuple):
    """An IRI written out."""

    text: str


class Literal(NamedTuple):
    """A text, with a datatype or a language or neither."""

    text: str
    datatype: Name | None = None
    language: str = ""


class Blank(NamedTuple):
    """Something without a name of its own, described where it is mentioned."""

    statements: "tuple[Statement, ...]"


class Listing(NamedTuple):
    """An ordered, closed list."""

    items: "tuple[Object, ...]"


Object: TypeAlias = Name | Iri | Literal | Blank | Listing
Statement: TypeAlias = tuple[Name, Object]


class Resource(NamedTuple):
    """Something with a name, and all that is said of it in one place."""

    subject: Name | Iri
    statements: tuple[Statement, ...]
