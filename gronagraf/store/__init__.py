"""The graph database: load a graph into it, ask it questions that cannot change it, see what it holds."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import neo4j

from gronagraf.accounts import Account
from gronagraf.graph import Cell, Column, Graph, Node, Result
from gronagraf.schema import Model, Term
from gronagraf.store import bookkeeping, contents, forgetting, journal, loading, planning
from gronagraf.store.bookkeeping import SeedRecord
from gronagraf.store.connection import Connection
from gronagraf.store.constraints import schema_statements
from gronagraf.store.counts import Counts
from gronagraf.store.journal import Entry
from gronagraf.store.line import dial_embedded, dial_server
from gronagraf.store.loading import ONE_TRANSACTION, LoadReport, Progress
from gronagraf.store.planning import Plan, plan_anew
from gronagraf.store.pruning import MOST, Pruning
from gronagraf.store.status import Status, status
from gronagraf.store.target import Target, parse_target
from gronagraf.store.wire import read_rows

__all__ = [
    "Counts",
    "Entry",
    "LoadReport",
    "Plan",
    "SeedRecord",
    "Status",
    "Store",
    "Target",
    "open_store",
    "plan_anew",
]

NO_PARAMS: Mapping[str, object] = {}


class Store:
    """A graph database of one model. Every method raises StoreError where the database cannot be reached or refuses."""

    def __init__(self, connection: Connection, model: Model) -> None:
        self.connection = connection
        self.model = model

    def run(
        self,
        cypher: str,
        params: Mapping[str, object] = NO_PARAMS,
        *,
        timeout: float = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The answer to a question, asked with rights to read only; its columns are named as in the question.

        `timeout` is in seconds. At most `limit` rows are fetched, and `cut` says that there were more.
        Raises RecipeError with what the engine says about the question.
        """

        def ask(transaction: neo4j.ManagedTransaction) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
            answer = transaction.run(cypher, dict(params))
            records = list(answer) if limit is None else answer.fetch(limit + 1)
            return tuple(answer.keys()), read_rows(transaction, records, self.model)

        names, rows = self.connection.read_transaction(ask, timeout, asked=cypher)
        held = self.seeds()
        return Result(
            columns=tuple(Column(name, Term(name, name)) for name in names),
            rows=rows[:limit],
            cut=limit is not None and len(rows) > limit,
            seeds=tuple(record.info for record in held),
            unfinished=tuple(record.info.name for record in held if not record.finished),
        )

    def plan(self, graph: Graph) -> Plan:
        """What `load` would do with the graph now; nothing is written. Raises SeedError where it would."""
        return planning.plan(self.connection, self.model, graph)

    def load(
        self,
        graph: Graph,
        progress: Progress | None = None,
        *,
        one_transaction: int = ONE_TRANSACTION,
        remove: Graph | None = None,
        max_share: float = MOST,
        who: str = "",
    ) -> LoadReport:
        """Make every row of the graph's one seed hold exactly: see `gronagraf.store.loading.load`.

        `progress` is told of rows done and rows in all. Of what left the seed only `remove` goes, which
        `plan(graph).removable()` gives, and only while it is as it was then and no more than `max_share` percent of the
        nodes, or of the relations, of the seed; then StoreError and SeedError, and nothing has been done. `who` is
        noted in the journal. Raises SeedError where the graph contradicts what the database holds.
        """
        pruning = Pruning(remove or Graph(), max_share)
        return loading.load(self.connection, self.model, graph, progress, one_transaction, pruning, who)

    def seeds(self) -> tuple[SeedRecord, ...]:
        """The seeds in the graph, sorted by name."""
        return bookkeeping.seeds(self.connection)

    def graph(self, seed: str | None = None) -> Graph:
        """Everything in the graph, or what belongs to one seed."""
        return contents.read_graph(self.connection, self.model, seed)

    def nodes_of(self, seed: str) -> list[Node] | None:
        """The nodes of a seed and of all that it extends here; None where the graph does not hold it."""
        return contents.read_nodes(self.connection, self.model, seed)

    def forget(self, seed: str, who: str = "", kept: Graph | None = None) -> tuple[int, int]:
        """Remove a seed; the numbers of nodes and relations removed. `who` is noted in the journal.

        Where `kept` is given, as `graph(seed)` gave it, exactly that is removed, else StoreError.
        """
        return forgetting.forget(self.connection, self.model, seed, who, kept)

    def history(self, limit: int = 20, seed: str | None = None) -> tuple[Entry, ...]:
        """The latest loads and removals that the graph remembers, of one seed or of all, the last first."""
        return journal.read(self.connection, limit, seed)

    def status(self) -> Status:
        """The engine, its address and what the graph holds."""
        return status(self.connection, self.model)

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(
    target: Target,
    model: Model,
    account: Account | None = None,
    database: str | None = None,
    connect_timeout: float = 10.0,
) -> Store:
    """The graph database that `target` names: the URL of a Neo4j server, or the folder of an embedded database.

    An embedded database is made where there is none. `account` and `database` are for a server; without a name it is
    the server's home database. `connect_timeout`, in seconds, is for a server that does not answer at all.
    Raises StoreError.
    """
    where = parse_target(target)
    if isinstance(where, Path):
        schema = schema_statements(model)
        return Store(Connection("embedded", lambda: dial_embedded(where, schema), str(where)), model)
    name = database or None
    return Store(Connection("neo4j", lambda: dial_server(where, account, name, connect_timeout), where.text), model)
