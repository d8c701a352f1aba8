"""What is said in RDF, before it is written in one syntax or another."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Name:
    """An IRI in a namespace that has a prefix; `local` is ASCII and may follow the namespace as it is."""

    prefix: str
    local: str


@dataclass(frozen=True, slots=True)
class Iri:
    """An IRI written out."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, with a datatype or a language or neither."""

    text: str
    datatype: Name | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something without a name of its own, described where it is mentioned."""

    statements: "tuple[Statement, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """An ordered, closed list."""

    items: "tuple[Object, ...]"


Object: TypeAlias = Name | Iri | Literal | Blank | Listing
Statement: TypeAlias = tuple[Name, Object]


@dataclass(frozen=True, slots=True)
class Resource:
    """Something with a name, and all that is said of it in one place."""

    subject: Name | Iri
    statements: tuple[Statement, ...]
