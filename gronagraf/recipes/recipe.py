"""A recipe as a value: a question in two languages, its typed parameters, its columns and its Cypher."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gronagraf.graph import Column, Value
from gronagraf.schema import Kind, Term

View = Literal["table", "map"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker gives. An optional one without a default is null in the query when it is left out."""

    name: str
    kind: Kind
    default: Value | None
    required: bool
    doc: Term


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer rests on: a relation or a field of a label's nodes; `test` is the Cypher that finds it on `n`."""

    label: str
    name: str
    plural: Term
    term: Term
    test: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question that can be asked by name; `cypher` begins on line `line` of the file at `path`."""

    name: str
    theme: str
    title: Term
    question: Term
    view: View
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    path: Path
    line: int = 1
    takes_seed: bool = False
    grounds: tuple[Ground, ...] = ()
