"""The vocabulary in which a model is written: terms, kinds, fields, node types, edge types; and the model itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gronagraf.errors import ModelError
from gronagraf.schema.faults import faults
from gronagraf.schema.fields import (
    BASIS,
    BOOLEAN,
    DATE,
    EDGE_FIELDS,
    IDENTIFIER,
    INTEGER,
    NAME,
    NO_TERM,
    NODE_FIELDS,
    NOTE,
    NUMBER,
    PERIODS,
    RESERVED,
    TEXT,
    Choice,
    Field,
    Kind,
    Language,
    Scheme,
    Term,
    between,
    bounded,
    choice,
    identifier,
    reference,
)
from gronagraf.schema.types import SHAPES, EdgeType, NodeType, snake_case

__all__ = [
    "BASIS",
    "BOOLEAN",
    "DATE",
    "EDGE_FIELDS",
    "IDENTIFIER",
    "INTEGER",
    "NAME",
    "NODE_FIELDS",
    "NOTE",
    "NO_TERM",
    "NUMBER",
    "PERIODS",
    "RESERVED",
    "SHAPES",
    "TEXT",
    "Choice",
    "EdgeType",
    "Field",
    "Kind",
    "Language",
    "Model",
    "NodeType",
    "Scheme",
    "Term",
    "between",
    "bounded",
    "choice",
    "identifier",
    "reference",
    "snake_case",
]


@dataclass(frozen=True)
class Model:
    """All node types and edge types of a graph; one that contradicts itself raises ModelError with every fault."""

    nodes: tuple[NodeType, ...]
    edges: tuple[EdgeType, ...]

    def __post_init__(self) -> None:
        if problems := sorted(set(faults(self.nodes, self.edges))):
            raise ModelError(problems)

    @property
    def all(self) -> tuple[NodeType | EdgeType, ...]:
        return (*self.nodes, *self.edges)

    @cached_property
    def labels(self) -> dict[str, NodeType]:
        return {node.label: node for node in self.nodes}

    @cached_property
    def types(self) -> dict[str, EdgeType]:
        return {edge.type: edge for edge in self.edges}

    @cached_property
    def files(self) -> dict[str, NodeType | EdgeType]:
        return {each.file: each for each in self.all}

    def fields(self) -> Iterator[tuple[NodeType | EdgeType, Field]]:
        """Every field with the type that it belongs to."""
        for each in self.all:
            for field in each.columns.values():
                yield each, field
