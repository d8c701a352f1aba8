"""Load a graph so that every row of its seed holds exactly, whatever was there and wherever it stops."""

import itertools
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import TypeAlias

from neo4j import ManagedTransaction

from gronagraf.errors import SeedError, StoreError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.schema import Model
from gronagraf.store import bookkeeping
from gronagraf.store.connection import Connection
from gronagraf.store.constraints import schema_statements
from gronagraf.store.differences import Batch, Difference, Within, edge_difference, node_difference, places

ONE_TRANSACTION = 150_000
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows that a load created, changed, found as they should be, and rows that left the seed but stay in the graph."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    left: int = 0

    @property
    def done(self) -> int:
        return self.created + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one type: its counts and the names of what left the seed."""

    counts: Counts
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: counts of nodes and edges, the names of what left the seed, and its time in seconds."""

    seed: str
    nodes: Counts
    edges: Counts
    left: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Task:
    """A graph of one seed that is to be loaded, under a token of its own."""

    model: Model
    graph: Graph
    info: SeedInfo
    token: str
    progress: Progress

    @property
    def rows(self) -> int:
        return len(self.graph.nodes) + len(self.graph.edges)


def load(
    connection: Connection,
    model: Model,
    graph: Graph,
    progress: Progress | None = None,
    one_transaction: int = ONE_TRANSACTION,
) -> LoadReport:
    """Make every row of the graph's seed hold exactly; loading twice changes nothing but the journal.

    Up to `one_transaction` rows it is one transaction: it happens whole or not at all. Above that it goes in batches,
    nodes before edges, the seed is marked as unfinished until the end, and after any stop the same load can be run
    again to the same end. `progress` is told of rows done and rows in all. Raises SeedError where it contradicts the
    database and StoreError where the database fails; what was there before is still there then.
    """
    began = time.perf_counter()
    task = Task(model, graph, _single_seed(graph), uuid.uuid4().hex, progress or (lambda _done, _all: None))
    connection.apply(schema_statements(model))
    in_one = task.rows <= one_transaction
    found = _load_in_one(connection, task) if in_one else _load_in_steps(connection, task)
    nodes, edges = found[: len(model.nodes)], found[len(model.nodes) :]
    left = tuple(name for outcome in found for name in outcome.left)
    return LoadReport(task.info.name, _sum(nodes), _sum(edges), left, time.perf_counter() - began)


def _single_seed(graph: Graph) -> SeedInfo:
    if len(graph.seeds) != 1:
        raise SeedError(f"a load takes the graph of one seed, this one has {len(graph.seeds)}; load them one by one")
    return graph.seeds[0]


def _load_in_one(connection: Connection, task: Task) -> list[Outcome]:
    kept: list[Outcome] = []

    def work(tx: ManagedTransaction) -> None:
        bookkeeping.lock(tx)
        record = bookkeeping.find(tx, task.info.name)
        if record is not None and record.get("load") == task.token:
            return  # the answer to the commit was lost: it had been written
        kept.clear()
        for difference in _differences(lambda step: step(tx), task):
            _write_all(task, kept, difference, lambda batch: _write(tx, batch))
        bookkeeping.finish(tx, task.info, task.token, len(task.graph.nodes), len(task.graph.edges))

    connection.write(work)
    return kept


def _load_in_steps(connection: Connection, task: Task) -> list[Outcome]:
    kept: list[Outcome] = []
    numbers = itertools.count(1)
    places(connection.write, task.model, task.graph, task.info.name)  # refuses before anything is marked
    connection.write(lambda tx: bookkeeping.begin(tx, task.info, task.token))
    for difference in _differences(connection.write, task):
        _write_all(task, kept, difference, lambda batch: _step(connection, task, next(numbers), batch))
    connection.write(lambda tx: _finish_steps(tx, task, next(numbers)))
    return kept


def _write_all(task: Task, kept: list[Outcome], difference: Difference, write: Callable[[Batch], None]) -> None:
    done = sum(outcome.counts.done for outcome in kept) + difference.unchanged
    for batch in difference.batches():
        write(batch)
        done += len(batch.rows)
        task.progress(done, task.rows)
    kept.append(_outcome(difference))


def _step(connection: Connection, task: Task, number: int, batch: Batch) -> None:
    def work(tx: ManagedTransaction) -> None:
        if bookkeeping.step(tx, task.info.name, task.token, number):
            _write(tx, batch)

    connection.write(work)


def _finish_steps(tx: ManagedTransaction, task: Task, number: int) -> None:
    if bookkeeping.step(tx, task.info.name, task.token, number):
        bookkeeping.finish(tx, task.info, task.token, len(task.graph.nodes), len(task.graph.edges))


def _differences(within: Within, task: Task) -> Iterator[Difference]:
    known = places(within, task.model, task.graph, task.info.name)
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in task.graph.nodes:
        nodes[node.label].append(node)
    for edge in task.graph.edges:
        edges[edge.type].append(edge)
    _refuse_unknown(nodes, task.model.labels)
    _refuse_unknown(edges, task.model.types)
    for node_type in task.model.nodes:
        yield node_difference(within, node_type, nodes[node_type.label], task.info.name)
    for edge_type in task.model.edges:
        yield edge_difference(within, edge_type, edges[edge_type.type], known, task.info.name)


def _refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise SeedError(f"the model has no {', '.join(unknown)}; read the seed with the model that it is loaded with")


def _write(tx: ManagedTransaction, batch: Batch) -> None:
    row = tx.run(batch.cypher, rows=batch.rows).single(strict=True)
    if row["done"] != len(batch.rows):
        raise StoreError("the graph changed while it was loaded; run the same load again")


def _outcome(difference: Difference) -> Outcome:
    created = sum(map(len, difference.created.values()))
    changed = sum(map(len, difference.changed.values()))
    return Outcome(Counts(created, changed, difference.unchanged, len(difference.left)), difference.left)


def _sum(outcomes: Sequence[Outcome]) -> Counts:
    return Counts(*(sum(column) for column in zip(*(astuple(outcome.counts) for outcome in outcomes), strict=True)))
