"""The graph database: load a graph into it, ask it questions that cannot change it, see what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from neo4j import ManagedTransaction

from gronagraf.accounts import Account
from gronagraf.graph import Column, Graph, Result
from gronagraf.schema import Model, Term
from gronagraf.store import bookkeeping, contents
from gronagraf.store.bookkeeping import SeedRecord
from gronagraf.store.connection import Connection, connect
from gronagraf.store.constraints import schema_statements
from gronagraf.store.loading import ONE_TRANSACTION, Counts, LoadReport, Progress, load
from gronagraf.store.target import Target
from gronagraf.store.wire import cells

__all__ = ["Counts", "LoadReport", "SeedRecord", "Status", "Store", "Target", "open_store"]

ABOUT = "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version"


@dataclass(frozen=True, slots=True)
class Status:
    """Where the graph lies, what serves it and what it holds; `reader` may look in, its password lies in the folder."""

    engine: str
    version: str
    address: str
    database: str | None
    reader: Account | None
    folder: Path | None
    seeds: tuple[SeedRecord, ...]
    counts: Mapping[str, int]


class Store:
    """An open graph database; a context manager that closes itself."""

    def __init__(self, connection: Connection, model: Model) -> None:
        self.connection = connection
        self.model = model

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    def run(
        self,
        cypher: str,
        params: Mapping[str, object] | None = None,
        *,
        timeout: float = 30.0,
        limit: int | None = None,
    ) -> Result:
        """Ask a question that cannot change the graph, for `timeout` seconds and `limit` rows at most.

        Raises RecipeError for what the engine says of the question, StoreError for the connection.
        """

        def work(tx: ManagedTransaction) -> Result:
            answer = tx.run(cypher, dict(params or {}))
            records = list(answer) if limit is None else answer.fetch(limit + 1)
            columns = tuple(map(_column, answer.keys()))
            rows = cells(tx, records[:limit])
            return Result(columns, rows, limit is not None and len(records) > limit)

        result = self.connection.read_transaction(work, timeout)
        held = self.seeds()
        unfinished = tuple(record.info.name for record in held if not record.finished)
        return Result(result.columns, result.rows, result.cut, tuple(record.info for record in held), unfinished)

    def load(
        self, graph: Graph, progress: Progress | None = None, *, one_transaction: int = ONE_TRANSACTION
    ) -> LoadReport:
        """Make every row of the graph's seed hold exactly: see `gronagraf.store.loading.load`."""
        return load(self.connection, self.model, graph, progress, one_transaction)

    def graph(self, seed: str | None = None) -> Graph:
        """Everything that the database holds of the model's types, or of one seed. Raises StoreError."""
        return contents.read_graph(self.connection, self.model, seed)

    def seeds(self) -> tuple[SeedRecord, ...]:
        """The seeds in the graph, sorted by name."""
        return bookkeeping.seeds(self.connection)

    def forget(self, seed: str) -> tuple[int, int]:
        """Remove a seed; the numbers of nodes and edges removed. Raises StoreError where other seeds hang on it."""
        return contents.forget(self.connection, self.model, seed)

    def status(self) -> Status:
        """What serves the graph, where, and what it holds."""
        endpoint = self.connection.endpoint
        name, version = self.connection.read(ABOUT)[0]
        return Status(
            engine="ArcadeDB" if endpoint else str(name),
            version=str(version),
            address=self.connection.uri,
            database=self.connection.database,
            reader=endpoint.reader if endpoint else None,
            folder=endpoint.folder if endpoint else None,
            seeds=self.seeds(),
            counts=contents.count(self.connection, self.model),
        )


def _column(name: str) -> Column:
    return Column(name, Term(name, name))


def open_store(
    target: str | Path,
    model: Model,
    account: Account | None = None,
    database: str | None = None,
    connect_timeout: float = 10.0,
) -> Store:
    """Open the graph that `target` names: a folder (embedded, made when it is not there) or a Neo4j address.

    Raises StoreError, within `connect_timeout` seconds where nobody answers at all.
    """
    return Store(connect(target, schema_statements(model), account, database, connect_timeout), model)
