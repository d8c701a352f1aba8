"""What the graph holds: read back as a Graph, or counted."""

from collections.abc import Callable, Iterator
from functools import partial

from neo4j import ManagedTransaction

from gronagraf.errors import StoreError
from gronagraf.graph import Edge, Graph, Node, SeedInfo, built_on
from gronagraf.schema import Model
from gronagraf.store import bookkeeping
from gronagraf.store.connection import Connection
from gronagraf.store.gathering import T, gathered
from gronagraf.values import quote

OWNED = "($seeds IS NULL OR {0}.seed IN $seeds)"
READINGS = 3


def read_graph(connection: Connection, model: Model, seed: str | None = None) -> Graph:
    """Every node and edge of the model's types, of one seed or of all, in the order of a seed file.

    Raises StoreError, also for a seed that the graph does not hold.
    """

    def read(tx: ManagedTransaction, infos: tuple[SeedInfo, ...]) -> Graph:
        if seed is None:
            return Graph(tuple(_nodes(tx, model, None)), tuple(_edges(tx, model, None)), infos)
        if not (own := tuple(info for info in infos if info.name == seed)):
            held = ", ".join(info.name for info in infos) or "none"
            raise StoreError(f"the graph holds no seed called {quote(seed)}; it holds: {held}")
        return Graph(tuple(_nodes(tx, model, [seed])), tuple(_edges(tx, model, [seed])), own)

    return _undisturbed(connection, read)


def read_nodes(connection: Connection, model: Model, seed: str) -> list[Node] | None:
    """The nodes of a seed and of all that it extends here; None where the graph does not hold it. Raises StoreError."""

    def read(tx: ManagedTransaction, infos: tuple[SeedInfo, ...]) -> list[Node] | None:
        wanted = list(built_on([seed], {info.name: info.extends for info in infos}.get))
        return list(_nodes(tx, model, wanted)) if wanted else None

    return _undisturbed(connection, read)


def _undisturbed(connection: Connection, read: Callable[[ManagedTransaction, tuple[SeedInfo, ...]], T]) -> T:
    """What is read of the seeds that are there, in one transaction with what they say of themselves.

    In it each question sees what has been committed by then, so it is read again where a load or a removal was
    written meanwhile; at last as it is, for then one in many steps is under way and its seed is marked as unfinished.
    """

    def work(tx: ManagedTransaction) -> tuple[T, bool]:
        before = bookkeeping.raw(tx)
        found = read(tx, tuple(bookkeeping.read_record(each).info for each in before))
        return found, bookkeeping.raw(tx) == before

    for _ in range(READINGS - 1):
        found, same = connection.read_transaction(work)
        if same:
            return found
    return connection.read_transaction(work)[0]


def count(connection: Connection, model: Model) -> dict[str, int]:
    """How many nodes of each label and edges of each relation type the graph holds, in the model's order."""

    def work(tx: ManagedTransaction) -> dict[str, int]:
        nodes = {label: _count(tx, f"MATCH (x:{label})") for label in model.labels}
        return nodes | {type_: _count(tx, f"MATCH ()-[x:{type_}]->()") for type_ in model.types}

    return connection.read_transaction(work)


def _count(tx: ManagedTransaction, match: str) -> int:
    return int(tx.run(f"{match} RETURN count(x) AS total").single(strict=True)["total"])


def _nodes(tx: ManagedTransaction, model: Model, seeds: list[str] | None) -> Iterator[Node]:
    match = f"MATCH (n:{'|'.join(model.labels)}) WHERE {OWNED.format('n')} AND n.id IS NOT NULL"
    found: dict[str, list[Node]] = {label: [] for label in model.labels}
    label = "[label IN labels(n) WHERE label IN $labels][0]"
    for name, facts in gathered(tx, match, label, "properties(n)", seeds=seeds, labels=list(model.labels)):
        found[name].append(Node(name, str(facts.pop("id")), facts, str(facts.pop("seed", ""))))
    for nodes in found.values():
        yield from sorted(nodes, key=lambda node: node.id)


def _edges(tx: ManagedTransaction, model: Model, seeds: list[str] | None) -> Iterator[Edge]:
    match = f"MATCH (a)-[r:{'|'.join(model.types)}]->(b) WHERE {OWNED.format('r')}"
    found: dict[str, list[Edge]] = {type_: [] for type_ in model.types}
    for type_, (start, end, facts) in gathered(tx, match, "type(r)", "[a.id, b.id, properties(r)]", seeds=seeds):
        found[type_].append(Edge(type_, str(start), str(end), facts, str(facts.pop("seed", ""))))
    for type_, edges in found.items():
        yield from sorted(edges, key=partial(_place, model.types[type_].key))


def _place(key: tuple[str, ...], edge: Edge) -> tuple[str, ...]:
    return edge.start, edge.end, *(str(edge.facts.get(name, "")) for name in key)
