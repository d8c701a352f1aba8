"""Load a graph so that every row of its seed holds exactly, whatever was there and wherever it stops."""

import itertools
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from neo4j import ManagedTransaction

from gronagraf.changes import fingerprint
from gronagraf.errors import SeedError, StoreError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.schema import Model
from gronagraf.store import bookkeeping, journal
from gronagraf.store.connection import Connection
from gronagraf.store.constraints import schema_statements
from gronagraf.store.counts import Counts, less, summed
from gronagraf.store.differences import Batch, Difference, Held, Place, edge_difference, node_difference, places
from gronagraf.store.gathering import Gather, T, Within, within
from gronagraf.store.pruning import Pruning, agreed_among, refuse_hanging, removals

ONE_TRANSACTION = 150_000
Progress: TypeAlias = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one type: its counts and what left the seed."""

    counts: Counts
    left: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: counts of nodes and edges, the names of what left the seed but stays, its time in seconds."""

    seed: str
    nodes: Counts
    edges: Counts
    left: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Task:
    """A graph of one seed that is to be loaded, under a token of its own; `entry` is what the journal says of it."""

    model: Model
    graph: Graph
    info: SeedInfo
    token: str
    progress: Progress
    pruning: Pruning
    entry: journal.Entry
    began: float

    @property
    def rows(self) -> int:
        return len(self.graph.nodes) + len(self.graph.edges) + self.pruning.rows


@dataclass(slots=True)
class Done:
    """What has become of each type of nodes, then of edges, and what was removed in the end."""

    outcomes: list[Outcome]
    removed: list[Held]

    def counts(self, model: Model) -> tuple[Counts, Counts]:
        """Of nodes and of edges."""
        split = len(model.nodes)
        nodes, edges = (summed(each.counts for each in some) for some in (self.outcomes[:split], self.outcomes[split:]))
        gone = sum(isinstance(held.item, Node) for held in self.removed)
        return less(nodes, gone), less(edges, len(self.removed) - gone)

    def left(self) -> tuple[str, ...]:
        """The names of what left and stays."""
        gone = {id(held) for held in self.removed}
        return tuple(held.name for outcome in self.outcomes for held in outcome.left if id(held) not in gone)


NOTHING = Pruning(Graph())


def load(
    connection: Connection,
    model: Model,
    graph: Graph,
    progress: Progress | None = None,
    one_transaction: int = ONE_TRANSACTION,
    pruning: Pruning = NOTHING,
    who: str = "",
) -> LoadReport:
    """Make every row of the graph's seed hold exactly; loading twice changes nothing but the journal.

    Up to `one_transaction` rows it is one transaction: it happens whole or not at all. Above that it goes in batches,
    nodes before edges and all that is new before what is removed, the seed is marked as unfinished until the end, and
    after any stop the same load can be run again to the same end. `progress` is told of rows done and rows in all.
    Of what left the seed that is removed on which `pruning` agrees. Raises SeedError where it contradicts the database
    and StoreError where the database fails; what was there before is still there then.
    """
    began = time.perf_counter()
    info = single_seed(graph)
    entry = journal.Entry("load", info.name, journal.now(), fingerprint(graph), who)
    told = progress or (lambda _done, _all: None)
    task = Task(model, graph, info, uuid.uuid4().hex, told, pruning, entry, began)
    connection.apply(schema_statements(model))
    in_one = task.rows <= one_transaction
    done = _load_in_one(connection, task) if in_one else _load_in_steps(connection, task)
    return LoadReport(info.name, *done.counts(model), done.left(), time.perf_counter() - began)


def single_seed(graph: Graph) -> SeedInfo:
    """The seed that a graph is of. Raises SeedError where it is of none or of several."""
    if len(graph.seeds) != 1:
        raise SeedError(f"a load takes the graph of one seed, this one has {len(graph.seeds)}; load them one by one")
    return graph.seeds[0]


def _load_in_one(connection: Connection, task: Task) -> Done:
    done = Done([], [])

    def work(tx: ManagedTransaction) -> None:
        bookkeeping.lock(tx)
        record = bookkeeping.find(tx, task.info.name)
        if record is not None and record.get("load") == task.token:
            return  # the answer to the commit was lost: it had been written
        done.outcomes.clear()
        here = within(tx)
        known = places(here, task.model, task.graph, task.info.name)
        for difference in compared(here, task.model, task.graph, known):
            _write_all(task, done, difference, lambda batch: _write(tx, batch))
        done.removed = _removing(here, task, done)
        _remove(task, done, known, lambda batch: _write(tx, batch))
        _finish(tx, task, done)

    connection.write(work)
    return done


def _load_in_steps(connection: Connection, task: Task) -> Done:
    done = Done([], [])
    numbers = itertools.count(1)

    def each(work: Callable[[Gather], T]) -> T:
        return connection.write(lambda tx: within(tx)(work))

    def write(batch: Batch) -> None:
        _step(connection, task, next(numbers), batch)

    known = _refuse_first(each, task)
    connection.write(lambda tx: _begin(tx, task))
    for difference in compared(each, task.model, task.graph, known):
        _write_all(task, done, difference, write)
    done.removed = _removing(each, task, done)
    _remove(task, done, known, lambda batch: _step(connection, task, next(numbers), batch, done.removed))
    connection.write(lambda tx: _finish_steps(tx, task, done, next(numbers)))
    return done


def _refuse_first(here: Within, task: Task) -> dict[str, Place]:
    """Where every id lives. Raises what would stop the load or its removals before anything is marked or written."""
    known = places(here, task.model, task.graph, task.info.name)
    if task.pruning.rows:
        done = Done([outcome(each) for each in compared(here, task.model, task.graph, known)], [])
        _removing(here, task, done)
    return known


def _begin(tx: ManagedTransaction, task: Task) -> None:
    bookkeeping.begin(tx, task.info, task.token)
    journal.write(tx, task.token, task.entry)


def _removing(here: Within, task: Task, done: Done) -> list[Held]:
    """What is to be removed, as it was agreed on. Raises StoreError and SeedError: see `agreed_among`."""
    if not task.pruning.rows:
        return []
    left = [held for each in done.outcomes for held in each.left]
    return agreed_among(here, task.model, left, task.pruning, done.counts(task.model), task.info.name)


def _remove(task: Task, done: Done, known: dict[str, Place], write: Callable[[Batch], None]) -> None:
    left = (held.item for each in done.outcomes for held in each.left)
    labels = {item.id: item.label for item in left if isinstance(item, Node)}
    labels |= {id_: place.label for id_, place in known.items()}
    so_far = task.rows - task.pruning.rows
    for batch in removals(done.removed, labels, task.info.name):
        write(batch)
        so_far += len(batch.rows)
        task.progress(so_far, task.rows)


def _finish(tx: ManagedTransaction, task: Task, done: Done) -> None:
    bookkeeping.finish(tx, task.info, task.token, len(task.graph.nodes), len(task.graph.edges))
    nodes, edges = done.counts(task.model)
    seconds = time.perf_counter() - task.began
    entry = replace(task.entry, finished=True, seconds=seconds, nodes=nodes, edges=edges)
    journal.write(tx, task.token, entry)


def _write_all(task: Task, done: Done, difference: Difference, write: Callable[[Batch], None]) -> None:
    so_far = sum(each.counts.done for each in done.outcomes) + difference.unchanged
    for batch in difference.batches():
        write(batch)
        so_far += len(batch.rows)
        task.progress(so_far, task.rows)
    done.outcomes.append(outcome(difference))


def _step(connection: Connection, task: Task, number: int, batch: Batch, removing: Sequence[Held] = ()) -> None:
    """One step, under the lock; what others hang on what is being removed is looked for in the same step."""

    def work(tx: ManagedTransaction) -> None:
        if bookkeeping.step(tx, task.info.name, task.token, number):
            refuse_hanging(within(tx), task.model, removing, task.info.name)
            _write(tx, batch)

    connection.write(work)


def _finish_steps(tx: ManagedTransaction, task: Task, done: Done, number: int) -> None:
    if bookkeeping.step(tx, task.info.name, task.token, number):
        _finish(tx, task, done)


def compared(here: Within, model: Model, graph: Graph, known: dict[str, Place]) -> Iterator[Difference]:
    """The difference of each type of nodes, then of edges, between a graph of one seed and the database.

    `known` is what `places` gives. Raises SeedError for what the model or the database contradicts.
    """
    seed = single_seed(graph).name
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in graph.nodes:
        nodes[node.label].append(node)
    for edge in graph.edges:
        edges[edge.type].append(edge)
    _refuse_unknown(nodes, model.labels)
    _refuse_unknown(edges, model.types)
    for node_type in model.nodes:
        yield node_difference(here, node_type, nodes[node_type.label], seed)
    for edge_type in model.edges:
        yield edge_difference(here, edge_type, edges[edge_type.type], known, seed)


def _refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise SeedError(f"the model has no {', '.join(unknown)}; read the seed with the model that it is loaded with")


def _write(tx: ManagedTransaction, batch: Batch) -> None:
    row = tx.run(batch.cypher, rows=batch.rows).single(strict=True)
    if row["done"] != len(batch.rows):
        raise StoreError("the graph changed while it was loaded; run the same load again")


def outcome(difference: Difference) -> Outcome:
    """What becomes of one type by this difference."""
    created = sum(map(len, difference.created.values()))
    changed = sum(map(len, difference.changed.values()))
    return Outcome(Counts(created, changed, difference.unchanged, len(difference.left)), difference.left)
