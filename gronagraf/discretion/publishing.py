"""A graph as it may be made public: without assessments, notes and free text, and searched for persons' particulars."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from gronagraf.discretion.personal import Kind, look, masked
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.schema import EdgeType, Model, NodeType

Item = TypeVar("Item", Node, Edge)
MANIFEST = "seed.toml"


@dataclass(frozen=True, slots=True)
class Left:
    """How many values of a field were left out; of no field, how many nodes or relations whole."""

    type: str
    field: str
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that looks like a person's particulars: where it stands, of which kind, and masked as it may be told.

    `id` is a node's id or a relation's ends; what could not be left out stands there still.
    """

    type: str
    id: str
    field: str
    kind: Kind
    shown: str
    left_out: bool


@dataclass(frozen=True, slots=True)
class PublicGraph:
    """What may be made public, what was left out of it, and what looked like a person's particulars in the rest."""

    graph: Graph
    left: tuple[Left, ...]
    hits: tuple[Hit, ...]

    @property
    def staying(self) -> tuple[Hit, ...]:
        """What was found where nothing can be left out: in names, ids, what tells relations apart, and `seed.toml`."""
        return tuple(hit for hit in self.hits if not hit.left_out)


def for_the_public(graph: Graph, model: Model) -> PublicGraph:
    """The graph without any value of a field that is an assessment, a note or free text, and without what looks like a
    person's identity number, telephone number, e-mail or street address in the other fields.

    Nodes and relations stay, save the relations that tell who was assessed, and the nodes of other seeds that only they
    brought along. Fields that the model does not know of are left out too. The search is an aid and no guarantee: names
    of persons it does not know, and much that it finds is an organisation's.
    """
    counts: Counter[tuple[str, str]] = Counter()
    hits: list[Hit] = []
    kept = {kind.name: _Kept(kind) for kind in model.all}
    told = _without_judgements(graph, model, counts)
    nodes = tuple(_public(node, node.label, node.id, kept, counts, hits) for node in told.nodes)
    edges = tuple(_public(edge, edge.type, f"{edge.start} → {edge.end}", kept, counts, hits) for edge in told.edges)
    hits.extend(hit for info in graph.seeds for hit in _in_seed(info))
    order = {name: at for at, name in enumerate((k.name, n) for k in model.all for n in ("", *k.columns))}
    left = (Left(type_, name, count) for (type_, name), count in counts.items())
    listed = sorted(left, key=lambda each: order.get((each.type, each.field), len(order)))
    return PublicGraph(replace(told, nodes=nodes, edges=edges), tuple(listed), tuple(hits))


def _without_judgements(graph: Graph, model: Model, counts: Counter[tuple[str, str]]) -> Graph:
    """The graph without the relations that tell who was assessed, nor a seed's word that it has them all."""
    judging = {kind.type for kind in model.edges if kind.judgement}
    edges = tuple(edge for edge in graph.edges if edge.type not in judging)
    if len(edges) == len(graph.edges):
        return graph
    counts.update((edge.type, "") for edge in graph.edges if edge.type in judging)
    brought = {id_ for edge in graph.edges if edge.type in judging for id_ in (edge.start, edge.end)}
    brought -= {id_ for edge in edges for id_ in (edge.start, edge.end)}
    naming = {field.name for _, field in model.fields() if field.kind.name == "reference"}
    facts = (*(node.facts for node in graph.nodes), *(edge.facts for edge in edges))
    brought -= {str(each[name]) for each in facts for name in naming & each.keys()}
    own = {"", *(info.name for info in graph.seeds)}
    gone = {node.id for node in graph.nodes if node.id in brought and node.seed not in own}
    counts.update((node.label, "") for node in graph.nodes if node.id in gone)
    nodes = tuple(node for node in graph.nodes if node.id not in gone)
    seeds = (replace(info, complete=tuple(n for n in info.complete if n not in judging)) for info in graph.seeds)
    return replace(graph, nodes=nodes, edges=edges, seeds=tuple(seeds))


class _Kept:
    """Of a type: the fields that may be public, those of them that are searched, and those that cannot be left out."""

    def __init__(self, kind: NodeType | EdgeType) -> None:
        self.public = kind.columns.keys() - kind.private
        texts = {name for name, field in kind.columns.items() if field.kind.name == "text"}
        self.searched = texts - kind.private
        needed = {name for name, field in kind.columns.items() if field.required}
        self.needed = needed | set(kind.key if isinstance(kind, EdgeType) else ())


def _public(
    item: Item, type_: str, id_: str, kept: Mapping[str, _Kept], counts: Counter[tuple[str, str]], hits: list[Hit]
) -> Item:
    hits.extend(Hit(type_, masked_in(id_), "id", kind, masked(text), left_out=False) for kind, text in look(id_))
    ways = kept.get(type_)
    facts: dict[str, Value] = {}
    for name, value in item.facts.items():
        found = list(look(str(value))) if ways and name in ways.searched else []
        stays = not found or bool(ways and name in ways.needed)
        hits.extend(Hit(type_, masked_in(id_), name, kind, masked(text), not stays) for kind, text in found)
        if ways and name in ways.public and stays:
            facts[name] = value
        else:
            counts[type_, name] += 1
    return item if len(facts) == len(item.facts) else replace(item, facts=facts)


def _in_seed(info: SeedInfo) -> Iterator[Hit]:
    for field in fields(SeedInfo):
        if isinstance(value := getattr(info, field.name), str):
            for kind, text in look(value):
                yield Hit(MANIFEST, info.name, field.name, kind, masked(text), left_out=False)


def masked_in(id_: str) -> str:
    """An id as it may be told: what was found in it masked there too."""
    for _, text in list(look(id_)):
        id_ = id_.replace(text, masked(text))
    return id_
