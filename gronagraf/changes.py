"""What differs between two graphs: what is new, what is gone, and which fields of the rest have other values."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeAlias, TypeVar

from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.schema import EdgeType, Model

Item = TypeVar("Item", Node, Edge)
Pair: TypeAlias = tuple[Item, Item]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its value before and after; None where it had, or has, none."""

    name: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Changed(Generic[Item]):
    """One and the same node or relation before and after, with the fields that differ, by name.

    A node may have got another label instead, or too: `relabelled` says so.
    """

    old: Item
    new: Item
    fields: tuple[FieldChange, ...]

    @property
    def relabelled(self) -> bool:
        return isinstance(self.old, Node) and isinstance(self.new, Node) and self.old.label != self.new.label


@dataclass(frozen=True, slots=True)
class Changes(Generic[Item]):
    """What became of the nodes, or of the relations, each kind in the order of its graph, and how many are the same."""

    created: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[Changed[Item], ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one graph differs from another."""

    nodes: Changes[Node]
    edges: Changes[Edge]

    @property
    def same(self) -> bool:
        return not any((*_differing(self.nodes), *_differing(self.edges)))


def compare(old: Graph, new: Graph, model: Model) -> Comparison:
    """How the new graph differs from the old one.

    A node is known by its id, whatever its label; a relation by its type, its ends and the fields that the model says
    tell parallel ones apart, as when a seed is loaded. So a relation with another value in such a field is a new one,
    and the former is gone. Values are the same where the store takes them for the same: 3 and 3.0 are. From which seed
    something comes is no difference; where several seeds state one relation, those of the same seed are compared.
    """
    before = {node.id: node for node in old.nodes}
    after = {node.id: node for node in new.nodes}
    nodes = _changes(
        [(before[id_], node) for id_, node in after.items() if id_ in before],
        (node for id_, node in after.items() if id_ not in before),
        (node for id_, node in before.items() if id_ not in after),
    )
    return Comparison(nodes, _edge_changes(old.edges, new.edges, model))


def fingerprint(graph: Graph) -> str:
    """A checksum (SHA-256) of all that a graph says, with what its seeds say of themselves, in whatever order."""
    rows = sorted(_line(item) for items in (graph.nodes, graph.edges) for item in items)
    return sha256("\n".join((*sorted(map(repr, graph.seeds)), *rows)).encode("utf-8", "surrogatepass")).hexdigest()


def _line(item: Node | Edge) -> str:
    place = (item.label, item.id) if isinstance(item, Node) else (item.type, item.start, item.end)
    return repr((*place, sorted((name, _number(value)) for name, value in item.facts.items())))


def _number(value: Value) -> Value:
    """A number as the store takes it: 3.0 is 3."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def edge_key(edge_type: EdgeType, start: str, end: str, facts: Mapping[str, Value]) -> tuple[object, ...]:
    """What tells this relation apart from every other of its type and seed."""
    return (start, end, *(facts.get(name) for name in edge_type.key))


def _differing(changes: Changes[Item]) -> tuple[object, ...]:
    return changes.created, changes.removed, changes.changed


def _changes(pairs: Iterable[Pair[Item]], created: Iterable[Item], removed: Iterable[Item]) -> Changes[Item]:
    compared = [changed_from(one, other) for one, other in pairs]
    changed = tuple(each for each in compared if each.fields or each.relabelled)
    return Changes(tuple(created), tuple(removed), changed, len(compared) - len(changed))


def changed_from(old: Item, new: Item) -> Changed[Item]:
    """One and the same node or relation before and after, with the fields that differ, if any."""
    same = old.facts is new.facts or old.facts == new.facts
    return Changed(old, new, () if same else tuple(_fields(old.facts, new.facts)))


def _fields(old: Mapping[str, Value], new: Mapping[str, Value]) -> Iterator[FieldChange]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield FieldChange(name, old.get(name), new.get(name))


def _edge_changes(old: Iterable[Edge], new: Iterable[Edge], model: Model) -> Changes[Edge]:
    before = _by_key(old, model)
    order: dict[int, tuple[Edge, Edge | None]] = {}
    for key, edges in _by_key(new, model).items():
        order |= _paired(edges, before.get(key, []))
    matched = [order[id(edge)] for edge in new]
    left = {id(other) for _, other in matched if other}
    return _changes(
        [(other, edge) for edge, other in matched if other],
        (edge for edge, other in matched if other is None),
        (edge for edge in old if id(edge) not in left),
    )


def _by_key(edges: Iterable[Edge], model: Model) -> dict[tuple[object, ...], list[Edge]]:
    found: defaultdict[tuple[object, ...], list[Edge]] = defaultdict(list)
    for edge in edges:
        found[_key(edge, model)].append(edge)
    return found


def _key(edge: Edge, model: Model) -> tuple[object, ...]:
    """A symmetric relation is the same from either end; one of a type that the model lacks is known by its ends."""
    if (edge_type := model.types.get(edge.type)) is None:
        return edge.type, edge.start, edge.end
    start, end = sorted((edge.start, edge.end)) if edge_type.symmetric else (edge.start, edge.end)
    return edge.type, *edge_key(edge_type, start, end, edge.facts)


def _paired(new: list[Edge], old: list[Edge]) -> dict[int, tuple[Edge, Edge | None]]:
    """Each of these relations, which share a key, by identity, with the one that it was: of its seed, else any left."""
    if len(new) == len(old) == 1:  # nearly all: no time for a search
        return {id(new[0]): (new[0], old[0])}
    pairs: dict[int, tuple[Edge, Edge | None]] = {}
    rest = list(old)
    for same_seed in (True, False):
        for edge in new:
            if id(edge) not in pairs or pairs[id(edge)][1] is None:
                place = next((at for at, each in enumerate(rest) if not same_seed or each.seed == edge.seed), None)
                pairs[id(edge)] = edge, None if place is None else rest.pop(place)
    return pairs
