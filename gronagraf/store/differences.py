"""What a load must write: the rows of a graph against what the database already holds of the same seed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.changes import edge_key
from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.schema import EdgeType, Model, NodeType
from gronagraf.store.gathering import Gather, Within
from gronagraf.values import quote

Facts: TypeAlias = dict[str, Value]
BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Batch:
    """One statement with the rows that it writes; it must report as many rows as it was given."""

    cypher: str
    rows: list[list[object]]


@dataclass(frozen=True, slots=True)
class Held:
    """A node or a relation as the database holds it; `element` is the engine's own name of a relation."""

    item: Node | Edge
    element: str = ""

    @property
    def name(self) -> str:
        item = self.item
        return f"{item.label} {item.id}" if isinstance(item, Node) else f"{item.type} {item.start} → {item.end}"


@dataclass(frozen=True, slots=True)
class Difference:
    """How one type differs: what to create and change, by statement, how many hold, and what left, by name."""

    seed: str
    created: Mapping[str, Sequence[Node | Edge]]
    changed: Mapping[str, Sequence[tuple[Node | Edge, Held]]]
    unchanged: int
    left: tuple[Held, ...]

    def batches(self) -> Iterator[Batch]:
        """The statements with their rows, made one batch at a time so that they never all stand in memory."""
        for cypher, items in self.created.items():
            for first in range(0, len(items), BATCH):
                yield Batch(cypher, [_row(item, self.seed) for item in items[first : first + BATCH]])
        for cypher, pairs in self.changed.items():
            for first in range(0, len(pairs), BATCH):
                some = pairs[first : first + BATCH]
                yield Batch(cypher, [[*_row(item, self.seed), held.element] for item, held in some])


def stored(item: Node | Edge, seed: str) -> Facts:
    """The properties that a node or an edge has in the database."""
    own = {"id": item.id} if isinstance(item, Node) else {}
    return {**item.facts, **own, "seed": seed}


def _row(item: Node | Edge, seed: str) -> list[object]:
    ends = [item.id, item.id] if isinstance(item, Node) else [item.start, item.end]
    return [*ends, stored(item, seed)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an id lives: its label and the seed that owns it."""

    label: str
    seed: str


def places(within: Within, model: Model, graph: Graph, seed: str) -> dict[str, Place]:
    """The label and seed of every node that the graph defines or that the database holds for other seeds.

    Raises SeedError with every id that another seed or another label already has.
    """
    here = {node.id: Place(node.label, seed) for node in graph.nodes}
    there = within(lambda gather: _elsewhere(gather, model, here, seed))
    clashes = [_clash(id_, here[id_], place, seed) for id_, place in there.items() if id_ in here]
    if clashes:
        raise SeedError(sorted(clashes))
    return {**there, **here}


def _elsewhere(gather: Gather, model: Model, here: Mapping[str, Place], seed: str) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for label in model.labels:
        match = f"MATCH (n:{label}) WHERE n.id IS NOT NULL"
        for owner, id_ in gather(match, "coalesce(n.seed, '')", "n.id"):
            if owner != seed or (id_ in here and here[id_].label != label):
                found[id_] = Place(label, owner)
    return found


def _clash(id_: str, here: Place, there: Place, seed: str) -> Problem:
    if there.seed == seed:
        what = f"is {here.label} in the seed but {there.label} in the graph"
        return Problem(quote(id_), what, f"give it a new id, or run `gronagraf forget {seed}` first")
    owner = f"the seed {there.seed}" if there.seed else "no seed"
    return Problem(
        quote(id_),
        f"is {here.label} in this seed and already in the graph as {there.label} of {owner}",
        "an id belongs to one seed: give it a new one, or extend that seed and leave the row out",
    )


def node_difference(within: Within, node_type: NodeType, nodes: Iterable[Node], seed: str) -> Difference:
    """The difference for one label."""
    wanted = {node.id: node for node in nodes}
    return within(lambda gather: _compare_nodes(gather, node_type.label, dict(wanted), seed))


def _compare_nodes(gather: Gather, label: str, wanted: dict[str, Node], seed: str) -> Difference:
    changed: list[tuple[Node | Edge, Held]] = []
    left: list[Held] = []
    unchanged = 0
    for _, held in gather(
        f"MATCH (n:{label}) WHERE n.seed = $seed AND n.id IS NOT NULL", "n.seed", "properties(n)", seed=seed
    ):
        node = wanted.pop(held["id"], None)
        if node is None:
            left.append(_held_node(label, held))
        elif stored(node, seed) == held:
            unchanged += 1
        else:
            changed.append((node, _held_node(label, held)))
    create = f"UNWIND $rows AS row CREATE (n:{label}) SET n = row[2] RETURN count(*) AS done"
    change = f"UNWIND $rows AS row MATCH (n:{label} {{id: row[0]}}) SET n = row[2] RETURN count(*) AS done"
    return Difference(seed, {create: tuple(wanted.values())}, {change: changed}, unchanged, _by_name(left))


def edge_difference(
    within: Within,
    edge_type: EdgeType,
    edges: Iterable[Edge],
    known: Mapping[str, Place],
    seed: str,
) -> Difference:
    """The difference for one relation type; `known` places every end. Raises SeedError for impossible ends."""
    wanted = {edge_key(edge_type, edge.start, edge.end, edge.facts): edge for edge in edges}
    if problems := sorted({problem for edge in wanted.values() for problem in _end_problems(edge_type, edge, known)}):
        raise SeedError(problems)
    return within(lambda gather: _compare_edges(gather, edge_type, dict(wanted), known, seed))


def _end_problems(edge_type: EdgeType, edge: Edge, known: Mapping[str, Place]) -> Iterator[Problem]:
    ends = known.get(edge.start), known.get(edge.end)
    for id_, place in zip((edge.start, edge.end), ends, strict=True):
        if place is None:
            yield Problem(edge_type.type, f"no node has the id {quote(id_)}", "load the seed that defines it first")
    start, end = ends
    if start and end and (start.label, end.label) not in edge_type.ends:
        yield Problem(
            edge_type.type,
            f"cannot join {start.label} {quote(edge.start)} to {end.label} {quote(edge.end)}",
            "it joins " + ", ".join(f"{a} to {b}" for a, b in edge_type.ends),
        )


def _compare_edges(
    gather: Gather,
    edge_type: EdgeType,
    wanted: dict[tuple[object, ...], Edge],
    known: Mapping[str, Place],
    seed: str,
) -> Difference:
    changed: dict[str, list[tuple[Node | Edge, Held]]] = {}
    left: list[Held] = []
    unchanged = 0
    match = f"MATCH (a)-[r:{edge_type.type}]->(b) WHERE r.seed = $seed"
    for start, (end, held, element) in gather(match, "a.id", "[b.id, properties(r), elementId(r)]", seed=seed):
        edge = wanted.pop(edge_key(edge_type, start, end, held), None)
        if edge is None:
            left.append(_held_edge(edge_type.type, start, end, held, element))
        elif stored(edge, seed) == held:
            unchanged += 1
        else:
            statement = _change(edge_type.type, known[start].label, known[end].label)
            changed.setdefault(statement, []).append((edge, _held_edge(edge_type.type, start, end, held, element)))
    created: dict[str, list[Node | Edge]] = {}
    for edge in wanted.values():
        statement = _create(edge_type.type, known[edge.start].label, known[edge.end].label)
        created.setdefault(statement, []).append(edge)
    return Difference(seed, created, changed, unchanged, _by_name(left))


def _held_node(label: str, held: Mapping[str, Value]) -> Held:
    facts = dict(held)
    return Held(Node(label, str(facts.pop("id")), facts, str(facts.pop("seed"))))


def _held_edge(relation: str, start: str, end: str, held: Mapping[str, Value], element: str) -> Held:
    facts = dict(held)
    return Held(Edge(relation, start, end, facts, str(facts.pop("seed"))), element)


def _by_name(left: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(left, key=lambda held: held.name))


def _create(relation: str, start: str, end: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row[0]}}) MATCH (b:{end} {{id: row[1]}}) "
        f"CREATE (a)-[r:{relation}]->(b) SET r = row[2] RETURN count(*) AS done"
    )


def _change(relation: str, start: str, end: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row[0]}})-[r:{relation}]->(b:{end} {{id: row[1]}}) "
        "WHERE elementId(r) = row[3] SET r = row[2] RETURN count(*) AS done"
    )
