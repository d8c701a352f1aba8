"""What comes over the wire, as the program's own values: the only place that knows the driver's nodes and relations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import neo4j
import neo4j.graph
from neo4j import ManagedTransaction

from gronagraf.graph import Cell, Edge, Node, Path

FIND_IDS = "MATCH (n) WHERE elementId(n) IN $elements RETURN elementId(n) AS element, n.id AS id"


def cells(tx: ManagedTransaction, records: Sequence[neo4j.Record]) -> tuple[tuple[Cell, ...], ...]:
    """The records as rows of cells. A relation that comes without its ends costs one more question for their ids."""
    ids = _ids(tx, records)
    return tuple(tuple(_cell(value, ids) for value in record.values()) for record in records)


def _ids(tx: ManagedTransaction, records: Iterable[neo4j.Record]) -> dict[str, str]:
    """The id of every node that is in the records or at an end of a relation in them, by its element id."""
    ids: dict[str, str] = {}
    wanted: set[str] = set()
    for item in _items(value for record in records for value in record.values()):
        nodes = (item,) if isinstance(item, neo4j.graph.Node) else item.nodes
        for node in filter(None, nodes):
            if "id" in node:
                ids[node.element_id] = str(node["id"])
            else:
                wanted.add(node.element_id)
    if missing := sorted(wanted - ids.keys()):
        ids |= {element: str(id_) for element, id_ in tx.run(FIND_IDS, elements=missing)}
    return ids


def _items(values: Iterable[object]) -> Iterator[neo4j.graph.Node | neo4j.graph.Relationship]:
    for value in values:
        if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
            yield value
        elif isinstance(value, neo4j.graph.Path):
            yield from value.nodes
            yield from value.relationships
        elif isinstance(value, list):
            yield from _items(value)
        elif isinstance(value, dict):
            yield from _items(value.values())


def _cell(value: object, ids: Mapping[str, str]) -> Cell:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [_cell(item, ids) for item in value]
        case dict():
            return {str(name): _cell(item, ids) for name, item in value.items()}
        case neo4j.graph.Node():
            return _node(value)
        case neo4j.graph.Relationship():
            return _edge(value, ids)
        case neo4j.graph.Path():
            return Path(tuple(map(_node, value.nodes)), tuple(_edge(each, ids) for each in value.relationships))
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _node(node: neo4j.graph.Node) -> Node:
    facts = dict(node)
    label = next(iter(sorted(node.labels)), "")
    return Node(label, str(facts.pop("id", node.element_id)), facts, str(facts.pop("seed", "")))


def _edge(edge: neo4j.graph.Relationship, ids: Mapping[str, str]) -> Edge:
    facts = dict(edge)
    start, end = (ids.get(node.element_id, node.element_id) if node else "" for node in edge.nodes)
    return Edge(edge.type, start, end, facts, str(facts.pop("seed", "")))
