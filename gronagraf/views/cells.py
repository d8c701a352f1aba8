"""One cell of a result in three forms: words for people, text for a spreadsheet, a value for a program."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gronagraf.graph import Cell, Edge, Node, Path, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.words import number

YES_NO = {True: Term("ja", "yes"), False: Term("nej", "no")}


@dataclass(frozen=True)
class Reader:
    """Turns the cells of one result into words: names for nodes, terms for choices, labels and relation types."""

    result: Result
    language: Language
    model: Model
    _names: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", {node.id: node.name for node in self.result.graph().nodes})

    @cached_property
    def _choices(self) -> Mapping[str, Mapping[str, set[Term]]]:
        """By field name and value: the terms that the model gives; several where two types disagree."""
        found: dict[str, dict[str, set[Term]]] = {}
        for _, each in self.model.fields():
            for option in each.kind.choices:
                found.setdefault(each.name, {}).setdefault(option.value, set()).add(option.term)
        return found

    @cached_property
    def _types(self) -> Mapping[str, set[Term]]:
        return {each.name: {each.term} for each in self.model.all}

    @cached_property
    def _typed(self) -> frozenset[str]:
        """The columns whose every text is a label or a relation type."""
        found = set()
        for position, column in enumerate(self.result.columns):
            texts = set(_texts(row[position] for row in self.result.rows))
            if texts and texts <= self._types.keys():
                found.add(column.name)
        return frozenset(found)

    def words(self, cell: Cell, column: str = "") -> str:
        """A cell as a person reads it; a choice in a column of its name becomes its term, and so does a type."""
        match cell:
            case None:
                return ""
            case bool():
                return YES_NO[cell][self.language]
            case int() | float():
                return number(cell, self.language)
            case str():
                return self._term(cell, column)
            case Node():
                return cell.name
            case Edge():
                return f"{self._name(cell.start)} {self._relation(cell)} {self._name(cell.end)}"
            case Path():
                return " ".join(self._walk(cell))
            case list():
                return ", ".join(self.words(item, column) for item in cell)
            case dict():
                return ", ".join(f"{self._field(key)}: {self.words(value, key)}" for key, value in cell.items())

    @cached_property
    def _fields(self) -> Mapping[str, set[Term]]:
        """By name of a field: the terms that the model gives it."""
        found: dict[str, set[Term]] = {}
        for _, each in self.model.fields():
            found.setdefault(each.name, set()).add(each.term)
        return found

    def _field(self, key: str) -> str:
        """A key of a map as a person reads it: a field that has one term everywhere becomes that."""
        terms = self._fields.get(key, set())
        return next(iter(terms))[self.language].lower() if len(terms) == 1 else key

    @cached_property
    def _own_words(self) -> Mapping[str, Mapping[str, Term]]:
        return {column.name: column.words for column in self.result.columns}

    def _term(self, text: str, column: str) -> str:
        if own := self._own_words.get(column, {}).get(text):
            return own[self.language]
        terms = (self._types if column in self._typed else self._choices.get(column, {})).get(text, set())
        return next(iter(terms))[self.language] if len(terms) == 1 else text

    def _name(self, node_id: str) -> str:
        return self._names.get(node_id, node_id)

    def _relation(self, edge: Edge) -> str:
        known = self.model.types.get(edge.type)
        return known.term[self.language] if known else edge.type

    def _walk(self, path: Path) -> Iterator[str]:
        yield from (node.name for node in path.nodes[:1])
        for edge, backwards, node in _legs(path):
            yield f"←{self._relation(edge)}–" if backwards else f"–{self._relation(edge)}→"
            yield node.name


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        if isinstance(cell, str):
            yield cell
        elif isinstance(cell, list):
            yield from _texts(cell)


def plain(cell: Cell) -> str:
    """A cell as data in text: a node is its id, a list its items with `; ` between, other structures are JSON."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return cell
        case int() | float():
            return repr(cell)
        case Node():
            return cell.id
        case Edge():
            return f"{cell.start}-[{cell.type}]->{cell.end}"
        case Path():
            return "".join(_steps(cell))
        case list():
            return "; ".join(plain(item) for item in cell)
        case dict():
            return json.dumps(structure(cell), ensure_ascii=False)


def _steps(path: Path) -> Iterator[str]:
    yield from (node.id for node in path.nodes[:1])
    for edge, backwards, node in _legs(path):
        yield f"<-[{edge.type}]-" if backwards else f"-[{edge.type}]->"
        yield node.id


def _legs(path: Path) -> Iterator[tuple[Edge, bool, Node]]:
    """Each edge of a path, whether it was walked against its direction, and the node that it led to."""
    for before, edge, after in zip(path.nodes, path.edges, path.nodes[1:], strict=False):
        yield edge, edge.end == before.id != after.id, after


def structure(cell: Cell) -> object:
    """A cell as JSON knows it: a node or a relation is an object with its facts beside label, id, ends and seed."""
    match cell:
        case float() if not math.isfinite(cell):
            return None
        case Node():
            return {"label": cell.label, "id": cell.id, "seed": cell.seed, **_facts(cell.facts)}
        case Edge():
            ends = {"type": cell.type, "from": cell.start, "to": cell.end, "seed": cell.seed}
            return {**ends, **_facts(cell.facts)}
        case Path():
            return {
                "nodes": [structure(node) for node in cell.nodes],
                "edges": [structure(edge) for edge in cell.edges],
            }
        case list():
            return [structure(item) for item in cell]
        case dict():
            return {key: structure(value) for key, value in cell.items()}
        case _:
            return cell


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {
        key: None if isinstance(value, float) and not math.isfinite(value) else value for key, value in facts.items()
    }
