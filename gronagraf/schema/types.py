"""Node types and edge types, with the names of files, columns and headers that follow from them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gronagraf.schema.fields import EDGE_FIELDS, NAME, NODE_FIELDS, NOTE, Field, Term

SHAPES = ("dot", "diamond", "square", "star", "triangle", "triangleDown", "hexagon")


def assessments_among(columns: Mapping[str, Field]) -> frozenset[str]:
    """The fields that hold assessments; where there are any, the note beside them may tell them in other words."""
    found = {name for name, field in columns.items() if field.assessment}
    return frozenset(found | {NOTE.name} if found else ())


def private_among(columns: Mapping[str, Field]) -> frozenset[str]:
    """The fields that are never made public: assessments, notes and what else is written in words of one's own."""
    return assessments_among(columns) | {name for name, field in columns.items() if field.free}


def snake_case(label: str) -> str:
    """`LearningEvent` as `learning_event`, `MEMBER_OF` as `member_of`: the name of its file."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", label).lower()


@dataclass(frozen=True)
class NodeType:
    """A label: its words, its look and its own fields beside those that every node has."""

    label: str
    term: Term
    plural: Term
    doc: Term
    colour: str
    shape: str
    fields: tuple[Field, ...] = ()

    @property
    def name(self) -> str:
        return self.label

    @cached_property
    def file(self) -> str:
        return snake_case(self.label)

    @cached_property
    def columns(self) -> dict[str, Field]:
        """Every field in the order of the seed file, twins and common fields included; the id is not among them."""
        own = (twin for field in (NAME, *self.fields) for twin in field.with_twins())
        return {field.name: field for field in (*own, *NODE_FIELDS)}

    @cached_property
    def assessments(self) -> frozenset[str]:
        """The names of the fields that are left out of what is passed on, unless they are asked for."""
        return assessments_among(self.columns)

    @cached_property
    def private(self) -> frozenset[str]:
        """The names of the fields that are left out of what is made public."""
        return private_among(self.columns)

    @cached_property
    def header(self) -> tuple[str, ...]:
        return ("id", *self.columns)


@dataclass(frozen=True)
class EdgeType:
    """A relation type: its sentence, the labels it may join, its own fields and those that tell parallel ones apart.

    `term` reads from start to end, `inverse` from end to start. A symmetric relation is stored once, from the lower id
    to the higher, and read both ways. An acyclic one may not lead back to where it began. One that is a `judgement`
    tells by being there that somebody was assessed: what is made public leaves it out whole.
    """

    type: str
    term: Term
    inverse: Term
    doc: Term
    ends: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()
    symmetric: bool = False
    acyclic: bool = False
    judgement: bool = False

    @property
    def name(self) -> str:
        return self.type

    @cached_property
    def file(self) -> str:
        return self.type.lower()

    @cached_property
    def starts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(start for start, _ in self.ends))

    @cached_property
    def targets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(end for _, end in self.ends))

    @cached_property
    def columns(self) -> dict[str, Field]:
        """Every field in the order of the seed file, twins and common fields included; the ends are not among them."""
        own = (twin for field in self.fields for twin in field.with_twins())
        return {field.name: field for field in (*own, *EDGE_FIELDS)}

    @cached_property
    def assessments(self) -> frozenset[str]:
        """The names of the fields that are left out of what is passed on, unless they are asked for."""
        return assessments_among(self.columns)

    @cached_property
    def private(self) -> frozenset[str]:
        """The names of the fields that are left out of what is made public."""
        return private_among(self.columns)

    @cached_property
    def header(self) -> tuple[str, ...]:
        return ("from", "to", *self.columns)
