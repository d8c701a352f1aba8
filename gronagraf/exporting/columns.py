"""The columns in which nodes or relations go out, their storage types, and an id for every relation."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gronagraf.changes import edge_key
from gronagraf.exporting.export import Export
from gronagraf.graph import Edge, Node, Value
from gronagraf.interchange import column_of
from gronagraf.schema import EdgeType, Field, Language, Model, NodeType, Term
from gronagraf.values import CONTROL

Store: TypeAlias = Literal["text", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it holds, its stable name, how its values are stored, what types call it, in any language."""

    field: str
    name: str
    store: Store
    terms: tuple[Term, ...]

    def words(self, language: Language) -> str:
        return " / ".join(dict.fromkeys(term[language] for term in self.terms))


def columns_of(items: Iterable[Node | Edge], model: Model) -> tuple[Column, ...]:
    """A column for each field in use, in the order of the model; what the model lacks last, by name."""
    used: defaultdict[str, set[type]] = defaultdict(set)
    kinds: set[str] = set()
    for item in items:
        kinds.add(item.label if isinstance(item, Node) else item.type)
        for name, value in item.facts.items():
            used[name].add(type(value))
    known: dict[str, list[Field]] = {}
    for each in model.all:
        for field in each.columns.values() if each.name in kinds else ():
            known.setdefault(field.name, []).append(field)
    order = [*(name for name in known if name in used), *sorted(used.keys() - known.keys())]
    return tuple(
        Column(
            name,
            column_of(name),
            _store(used[name], {field.kind.name for field in known.get(name, ())}),
            tuple(field.term for field in known.get(name, ())),
        )
        for name in order
    )


def _store(types: set[type], kinds: set[str]) -> Store:
    if types == {bool}:
        return "boolean"
    if types <= {int, float}:
        return "number" if float in types or "number" in kinds else "integer"
    return "text"


def cell_text(value: Value) -> str:
    """A value as text that is read back to the same value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def with_ids(edges: Iterable[Edge], model: Model) -> Iterator[tuple[str, Edge]]:
    """Each relation with an id made from what tells it apart: the same in every export while that is the same."""
    seen: defaultdict[str, int] = defaultdict(int)
    for edge in edges:
        kind = model.types.get(edge.type)
        key = edge_key(kind, edge.start, edge.end, edge.facts) if kind else _everything(edge)
        digest = hashlib.blake2b(repr((edge.type, edge.seed, *key)).encode("utf-8", "replace"), digest_size=7)
        id_ = f"e{digest.hexdigest()}"
        seen[id_] += 1
        yield (f"{id_}.{seen[id_]}" if seen[id_] > 1 else id_), edge


def _everything(edge: Edge) -> tuple[object, ...]:
    return (edge.start, edge.end, *sorted(map(repr, edge.facts.items())))


def type_of(item: Node | Edge, model: Model) -> NodeType | EdgeType | None:
    return model.labels.get(item.label) if isinstance(item, Node) else model.types.get(item.type)


def words_of(export: Export) -> dict[str, str]:
    """What each type is called in the language of the export, by its name."""
    return {each.name: each.term[export.language] for each in export.model.all}


def one_line(text: str) -> str:
    """A text on one line, for what a format keeps on one: comments and headings."""
    return CONTROL.sub(" ", " ".join(text.split()))
