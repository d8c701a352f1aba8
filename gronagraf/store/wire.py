"""What comes over the wire as our values: nodes, edges with the ids of their ends, paths, and plain cells."""

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import neo4j
from neo4j.graph import Node as WireNode
from neo4j.graph import Path as WirePath
from neo4j.graph import Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from gronagraf.graph import Cell, Edge, Node, Path, Value
from gronagraf.schema import Model

ENDS = "UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element RETURN element, n.id AS id"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of one answer; `ends` holds the ids of nodes that came without their properties."""

    labels: Iterable[str]
    ends: Mapping[str, str]

    def cell(self, value: object) -> Cell:
        """A value from the driver: temporal values as ISO 8601 text, points as coordinates, bytes as base64 text."""
        if isinstance(value, WireNode):
            return self.node(value)
        if isinstance(value, Relationship):
            return self.edge(value)
        if isinstance(value, WirePath):
            return Path(tuple(map(self.node, value.nodes)), tuple(map(self.edge, value.relationships)))
        if isinstance(value, list | tuple) and not isinstance(value, Point | Duration):
            return [self.cell(each) for each in value]
        if isinstance(value, Mapping):
            return {str(key): self.cell(each) for key, each in value.items()}
        return None if value is None else _plain(value)

    def node(self, node: WireNode) -> Node:
        facts = _facts(node)
        identity = str(facts.pop("id", self.ends.get(node.element_id, node.element_id)))
        return Node(self._label(node.labels), identity, facts, str(facts.pop("seed", "")))

    def edge(self, edge: Relationship) -> Edge:
        facts = _facts(edge)
        start, end = (self._id(each) for each in edge.nodes)
        return Edge(edge.type, start, end, facts, str(facts.pop("seed", "")))

    def _id(self, node: WireNode | None) -> str:
        if node is None:
            return ""
        return str(node.get("id", self.ends.get(node.element_id, node.element_id)))

    def _label(self, found: frozenset[str]) -> str:
        """The label that the model knows; of several unknown ones the first by the alphabet."""
        return min(found.intersection(self.labels) or found, default="")


def read_rows(
    transaction: neo4j.ManagedTransaction, records: Iterable[neo4j.Record], model: Model
) -> tuple[tuple[Cell, ...], ...]:
    """The records' values as cells.

    A relation that comes without its end nodes names them by the engine's own numbers only: their ids are asked for in
    the same transaction, where those numbers hold.
    """
    rows = [record.values() for record in records]
    hollow = sorted({node.element_id for node in _ends(rows) if "id" not in node})
    ends: dict[str, str] = {}
    if hollow:
        ends = {row["element"]: str(row["id"] or row["element"]) for row in transaction.run(ENDS, elements=hollow)}
    reader = Reader(frozenset(model.labels), ends)
    return tuple(tuple(reader.cell(value) for value in row) for row in rows)


def _ends(value: object) -> Iterator[WireNode]:
    if isinstance(value, Relationship):
        yield from (node for node in value.nodes if node is not None)
    elif isinstance(value, WirePath):
        for edge in value.relationships:
            yield from _ends(edge)
    elif isinstance(value, list):
        for each in value:
            yield from _ends(each)
    elif isinstance(value, Mapping) and not isinstance(value, WireNode):
        for each in value.values():
            yield from _ends(each)


def _facts(entity: WireNode | Relationship) -> dict[str, Value]:
    return {str(key): _plain(value) for key, value in entity.items() if value is not None}


def _plain(value: object) -> Value:
    if isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode()
    if isinstance(value, list):
        return "; ".join(str(_plain(each)) for each in value)
    return str(value)
