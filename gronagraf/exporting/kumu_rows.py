"""Nodes and relations as Kumu's elements and connections (https://docs.kumu.io/guides/import/import)."""

from collections.abc import Iterable, Iterator

from gronagraf.exporting.columns import type_of, with_ids, words_of
from gronagraf.exporting.export import Export
from gronagraf.graph import Edge, Node, Value
from gronagraf.interchange import SEED, TYPE, column_of
from gronagraf.schema import NOTE, EdgeType

DESCRIPTION = "description"


def elements(export: Export) -> Iterator[dict[str, Value]]:
    """Each node as an element: what Kumu knows first, then our id, type and seed, then its fields."""
    words, ids = words_of(export), kumu_ids(node.id for node in export.graph.nodes)
    for node in export.counted(export.graph.nodes):
        row: dict[str, Value] = {"id": ids[node.id], "label": node.name, "type": words.get(node.label, node.label)}
        yield row | {"node_id": node.id, TYPE: node.label} | _facts(node)


def connections(export: Export) -> Iterator[dict[str, Value]]:
    """Each relation as a connection, directed unless it is read both ways."""
    words, ids = words_of(export), kumu_ids(node.id for node in export.graph.nodes)
    for id_, edge in export.counted(with_ids(export.graph.edges, export.model), len(export.graph.nodes)):
        kind = type_of(edge, export.model)
        both = isinstance(kind, EdgeType) and kind.symmetric
        row: dict[str, Value] = {
            "id": id_,
            "from": ids.get(edge.start, edge.start),
            "to": ids.get(edge.end, edge.end),
            "direction": "undirected" if both else "directed",
            "type": words.get(edge.type, edge.type),
            "source_id": edge.start,
            "target_id": edge.end,
        }
        yield row | {TYPE: edge.type} | _facts(edge)


def kumu_ids(ids: Iterable[str]) -> dict[str, str]:
    """An id without underscores for each id, which Kumu's search needs: hyphens, and a number where that is taken."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in sorted(ids):
        plain = wanted = id_.replace("_", "-")
        number = 1
        while plain in taken:
            number += 1
            plain = f"{wanted}-{number}"
        taken.add(plain)
        found[id_] = plain
    return found


def _facts(item: Node | Edge) -> dict[str, Value]:
    facts: dict[str, Value] = {SEED: item.seed} if item.seed else {}
    for name, value in item.facts.items():
        facts[DESCRIPTION if name == NOTE.name else column_of(name)] = value
    return facts
