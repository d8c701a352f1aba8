"""What the graph holds: read back as a Graph, counted, or one seed of it removed."""

import uuid
from collections.abc import Iterator
from functools import partial

from neo4j import ManagedTransaction

from gronagraf.errors import Problem, StoreError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Model
from gronagraf.store import bookkeeping
from gronagraf.store.connection import Connection
from gronagraf.store.gathering import gathered
from gronagraf.values import quote

OWNED = "($seed IS NULL OR {0}.seed = $seed)"
REMOVED_AT_ONCE = 10_000


def read_graph(connection: Connection, model: Model, seed: str | None = None) -> Graph:
    """Every node and edge of the model's types, of one seed or of all, in the order of a seed file.

    Raises StoreError, also for a seed that the graph does not hold.
    """
    records = bookkeeping.seeds(connection)
    infos = tuple(record.info for record in records if seed in (None, record.info.name))
    if seed is not None and not infos:
        held = ", ".join(record.info.name for record in records) or "none"
        raise StoreError(f"the graph holds no seed called {quote(seed)}; it holds: {held}")
    return connection.read_transaction(
        lambda tx: Graph(tuple(_nodes(tx, model, seed)), tuple(_edges(tx, model, seed)), infos)
    )


def count(connection: Connection, model: Model) -> dict[str, int]:
    """How many nodes of each label and edges of each relation type the graph holds, in the model's order."""

    def work(tx: ManagedTransaction) -> dict[str, int]:
        nodes = {label: _count(tx, f"MATCH (x:{label})") for label in model.labels}
        return nodes | {type_: _count(tx, f"MATCH ()-[x:{type_}]->()") for type_ in model.types}

    return connection.read_transaction(work)


def forget(connection: Connection, model: Model, seed: str) -> tuple[int, int]:
    """Remove every node and edge of a seed; the numbers of nodes and edges removed.

    It goes in batches, edges before nodes; after a stop it can be run again to the same end. Raises StoreError where
    the graph does not hold the seed, or where edges of other seeds hang on its nodes: then nothing is removed.
    """
    token = uuid.uuid4().hex
    connection.write(lambda tx: _begin_removal(tx, model, seed, token))

    def removed(match: str) -> int:
        """Batches of what the pattern matches as x, each under the lock and only while this removal holds the seed."""
        query = f"{match} WHERE x.seed = $seed WITH x LIMIT {REMOVED_AT_ONCE} DELETE x RETURN count(*) AS removed"
        total = 0
        while count := connection.write(lambda tx: _remove(tx, query, model, seed, token)):
            total += count
        return total

    edges = sum(removed(f"MATCH ()-[x:{type_}]->()") for type_ in model.types)
    nodes = sum(removed(f"MATCH (x:{label})") for label in model.labels)
    connection.write(lambda tx: _end_removal(tx, seed, token))
    return nodes, edges


def _begin_removal(tx: ManagedTransaction, model: Model, seed: str, token: str) -> None:
    bookkeeping.lock(tx)
    record = bookkeeping.find(tx, seed)
    if record is None:
        raise StoreError(f"the graph holds no seed called {quote(seed)}; `gronagraf status` lists them")
    _refuse_hangers(tx, model, seed)
    bookkeeping.begin_removal(tx, seed, token)


def _remove(tx: ManagedTransaction, query: str, model: Model, seed: str, token: str) -> int:
    """One batch. What another seed has hung on the nodes meanwhile stays, and so do the nodes."""
    bookkeeping.go_on(tx, seed, token)
    _refuse_hangers(tx, model, seed)
    return int(tx.run(query, seed=seed).single(strict=True)["removed"])


def _end_removal(tx: ManagedTransaction, seed: str, token: str) -> None:
    bookkeeping.go_on(tx, seed, token)
    bookkeeping.remove(tx, seed)


def _refuse_hangers(tx: ManagedTransaction, model: Model, seed: str) -> None:
    if problems := sorted(_hangers(tx, model, seed)):
        raise StoreError(problems)


def _hangers(tx: ManagedTransaction, model: Model, seed: str) -> Iterator[Problem]:
    for type_ in model.types:
        query = (
            f"MATCH (a)-[r:{type_}]->(b) WHERE (a.seed = $seed OR b.seed = $seed) AND r.seed <> $seed "
            "RETURN r.seed AS seed, count(*) AS held"
        )
        for other, held in tx.run(query, seed=seed):
            yield Problem(type_, f"{held} relations of the seed {other} hang on it", f"forget {other} first")


def _count(tx: ManagedTransaction, match: str) -> int:
    return int(tx.run(f"{match} RETURN count(x) AS total").single(strict=True)["total"])


def _nodes(tx: ManagedTransaction, model: Model, seed: str | None) -> Iterator[Node]:
    match = f"MATCH (n:{'|'.join(model.labels)}) WHERE {OWNED.format('n')} AND n.id IS NOT NULL"
    found: dict[str, list[Node]] = {label: [] for label in model.labels}
    label = "[label IN labels(n) WHERE label IN $labels][0]"
    for name, facts in gathered(tx, match, label, "properties(n)", seed=seed, labels=list(model.labels)):
        found[name].append(Node(name, str(facts.pop("id")), facts, str(facts.pop("seed", ""))))
    for nodes in found.values():
        yield from sorted(nodes, key=lambda node: node.id)


def _edges(tx: ManagedTransaction, model: Model, seed: str | None) -> Iterator[Edge]:
    match = f"MATCH (a)-[r:{'|'.join(model.types)}]->(b) WHERE {OWNED.format('r')}"
    found: dict[str, list[Edge]] = {type_: [] for type_ in model.types}
    for type_, (start, end, facts) in gathered(tx, match, "type(r)", "[a.id, b.id, properties(r)]", seed=seed):
        found[type_].append(Edge(type_, str(start), str(end), facts, str(facts.pop("seed", ""))))
    for type_, edges in found.items():
        yield from sorted(edges, key=partial(_place, model.types[type_].key))


def _place(key: tuple[str, ...], edge: Edge) -> tuple[str, ...]:
    return edge.start, edge.end, *(str(edge.facts.get(name, "")) for name in key)
