"""Taking a whole seed out of the graph: whatever there is of it, or exactly what has been kept."""

import time
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from neo4j import ManagedTransaction

from gronagraf.errors import Problem, StoreError
from gronagraf.graph import Graph, Node
from gronagraf.schema import Model
from gronagraf.store import bookkeeping, journal
from gronagraf.store.connection import Connection
from gronagraf.store.constraints import schema_statements
from gronagraf.store.counts import Counts
from gronagraf.store.differences import Batch, Held, edge_difference, node_difference, places
from gronagraf.store.gathering import gathered, within
from gronagraf.store.hanging import Hanger, hangers
from gronagraf.store.pruning import content_of, removals
from gronagraf.values import quote

REMOVED_AT_ONCE = 10_000


def forget(
    connection: Connection, model: Model, seed: str, who: str = "", kept: Graph | None = None
) -> tuple[int, int]:
    """Remove every node and edge of a seed; the numbers of nodes and edges removed.

    It goes in batches, edges before nodes; after a stop it can be run again to the same end. Where `kept` is given
    exactly that is removed, row by row as it was kept. Raises StoreError where the graph does not hold the seed, where
    edges or fields of others hang on its nodes, or where it is not as it was kept: then nothing is removed.
    """
    began, token = time.perf_counter(), uuid.uuid4().hex
    entry = journal.Entry("forget", seed, journal.now(), who=who)
    connection.apply(schema_statements(model))
    batches = connection.write(lambda tx: _begin(tx, model, token, entry, kept))
    if kept is None:
        nodes, edges = _remove_all(connection, model, seed, token)
    else:
        nodes, edges = len(kept.nodes), len(kept.edges)
        for number, batch in enumerate(batches, 1):
            connection.write(partial(_remove_exactly, number=number, batch=batch, model=model, seed=seed, token=token))
    gone = Counts(removed=nodes), Counts(removed=edges)
    done = replace(entry, finished=True, seconds=time.perf_counter() - began, nodes=gone[0], edges=gone[1])
    connection.write(lambda tx: _end(tx, model, token, done))
    return nodes, edges


def _begin(tx: ManagedTransaction, model: Model, token: str, entry: journal.Entry, kept: Graph | None) -> list[Batch]:
    """Mark the seed as being removed; the statements that remove exactly what was kept of it."""
    seed = entry.seed
    bookkeeping.lock(tx)
    if bookkeeping.find(tx, seed) is None:
        raise StoreError(f"the graph holds no seed called {quote(seed)}; `gronagraf status` lists them")
    _refuse_hangers(tx, model, seed)
    batches = [] if kept is None else _exactly(tx, model, seed, kept)
    bookkeeping.begin_removal(tx, seed, token)
    journal.write(tx, token, entry)
    return batches


def _exactly(tx: ManagedTransaction, model: Model, seed: str, kept: Graph) -> list[Batch]:
    """The statements that remove what was kept. Raises StoreError where the seed is not that, no less and no more."""
    here = within(tx)
    held: list[Held] = []
    for node_type in model.nodes:
        held += node_difference(here, node_type, (), seed).left
    for edge_type in model.edges:
        held += edge_difference(here, edge_type, (), {}, seed).left
    if Counter(content_of(item) for items in (kept.nodes, kept.edges) for item in items) != Counter(
        content_of(each.item) for each in held
    ):
        raise StoreError(f"{seed} changed after it was kept; nothing was removed, keep it anew in another folder")
    if _size(tx, model, seed) != len(held):
        raise StoreError(f"{seed} has nodes without an id, which cannot be kept; nothing was removed, mend them first")
    labels = {id_: place.label for id_, place in places(here, model, Graph(), seed).items()}
    labels |= {each.item.id: each.item.label for each in held if isinstance(each.item, Node)}
    return list(removals(held, labels, seed))


def _remove_exactly(tx: ManagedTransaction, *, number: int, batch: Batch, model: Model, seed: str, token: str) -> None:
    bookkeeping.go_on(tx, seed, token)
    if bookkeeping.step(tx, seed, token, number):
        _refuse_hangers(tx, model, seed)
        if tx.run(batch.cypher, rows=batch.rows).single(strict=True)["done"] != len(batch.rows):
            raise StoreError(f"{seed} changed while it was removed; the rest is still there: keep it in another folder")


def _remove_all(connection: Connection, model: Model, seed: str, token: str) -> tuple[int, int]:
    def removed(match: str) -> int:
        """Batches of what the pattern matches as x, each under the lock and only while this removal holds the seed."""
        query = f"{match} WHERE x.seed = $seed WITH x LIMIT {REMOVED_AT_ONCE} DELETE x RETURN count(*) AS removed"
        total = 0
        while count := connection.write(lambda tx: _remove(tx, query, model, seed, token)):
            total += count
        return total

    edges = sum(removed(f"MATCH ()-[x:{type_}]->()") for type_ in model.types)
    return sum(removed(f"MATCH (x:{label})") for label in model.labels), edges


def _remove(tx: ManagedTransaction, query: str, model: Model, seed: str, token: str) -> int:
    """One batch. What another seed has hung on the nodes meanwhile stays, and so do the nodes."""
    bookkeeping.go_on(tx, seed, token)
    _refuse_hangers(tx, model, seed)
    return int(tx.run(query, seed=seed).single(strict=True)["removed"])


def _end(tx: ManagedTransaction, model: Model, token: str, entry: journal.Entry) -> None:
    bookkeeping.go_on(tx, entry.seed, token)
    if _size(tx, model, entry.seed):
        raise StoreError(f"something was added to {entry.seed} while it was removed, and is there; forget it again")
    bookkeeping.remove(tx, entry.seed)
    journal.write(tx, token, entry)


def _size(tx: ManagedTransaction, model: Model, seed: str) -> int:
    """How many nodes and edges the seed has."""
    patterns: Sequence[str] = [f"(x:{'|'.join(model.labels)})", f"()-[x:{'|'.join(model.types)}]->()"]
    counts = (f"MATCH {pattern} WHERE x.seed = $seed RETURN count(x) AS total" for pattern in patterns)
    return sum(int(tx.run(count, seed=seed).single(strict=True)["total"]) for count in counts)


def _refuse_hangers(tx: ManagedTransaction, model: Model, seed: str) -> None:
    """Raises StoreError where relations or fields of other seeds, or of none, hang on nodes of this one."""
    found = {(each.what, each.owner, each.element): each for each in hangers(partial(gathered, tx), model, seed)}
    alike = Counter(replace(each, id="", element="") for each in found.values())
    if alike:
        raise StoreError(sorted(_hanger(each, count) for each, count in alike.items()))


def _hanger(each: Hanger, count: int) -> Problem:
    owner = f"the seed {each.owner}" if each.owner else "no seed"
    remedy = f"forget {each.owner} first" if each.owner else "remove them where they were made first"
    what = f"{count} rows of {owner} name its nodes" if each.is_field else f"{count} relations of {owner} hang on it"
    return Problem(each.what, what, remedy)
