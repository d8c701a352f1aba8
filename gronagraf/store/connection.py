"""One way to reach a graph database over Bolt: a server by its URL, or the embedded engine by its folder."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import neo4j

from gronagraf import __version__
from gronagraf.accounts import Account
from gronagraf.embedded import Endpoint, start_or_join
from gronagraf.store.target import Target, Url, parse_target
from gronagraf.store.translation import LOST, translated

T = TypeVar("T")
Engine = Literal["embedded", "neo4j"]
Params = Mapping[str, object]
SECONDS_OF_RETRIES = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """An open line to a server: a driver with the rights of the reader and one with those of the writer."""

    uri: str
    database: str | None
    reader: neo4j.Driver
    writer: neo4j.Driver
    endpoint: Endpoint | None = None

    def hang_up(self) -> None:
        self.reader.close()
        self.writer.close()
        if self.endpoint is not None:
            self.endpoint.close()


class Connection:
    """Asks as reader, writes as writer, and opens the embedded engine again when the process that served it has ended."""

    def __init__(self, engine: Engine, dial: Callable[[], Line], place: str) -> None:
        self.engine: Engine = engine
        self.place = place
        self._dial = dial
        self._turn = threading.Lock()
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._line = dial()

    @property
    def uri(self) -> str:
        return self._line.uri

    @property
    def database(self) -> str | None:
        return self._line.database

    @property
    def endpoint(self) -> Endpoint | None:
        """The embedded engine's address and accounts; None for a server."""
        return self._line.endpoint

    def read(self, cypher: str, params: Params | None = None, *, timeout: float = 30.0) -> list[neo4j.Record]:
        """All records of a question. Raises RecipeError for what is wrong with it, StoreError for the connection."""
        return self.read_transaction(lambda transaction: list(transaction.run(cypher, dict(params or {}))), timeout)

    def read_transaction(self, work: Callable[[neo4j.ManagedTransaction], T], timeout: float = 30.0) -> T:
        """What `work` makes of one transaction with the rights of the reader; it may be called more than once."""
        limited = neo4j.unit_of_work(timeout=timeout)(work)

        def ask(line: Line) -> T:
            with self._session(line.reader, line, neo4j.READ_ACCESS) as session:
                return session.execute_read(limited)

        with translated(self.place, question=True, seconds=timeout):
            return self._again_when_lost(ask)

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """What `work` makes of one transaction with the rights of the writer; it may be called more than once.

        Raises StoreError. When the connection was lost, all of it or nothing has been written.
        """
        with translated(self.place), self._writing() as session:
            return session.execute_write(work)

    def apply(self, statements: Iterable[str]) -> None:
        """Run schema statements one by one with the rights of the writer. Raises StoreError."""
        with translated(self.place), self._writing() as session:
            for statement in statements:
                session.run(statement).consume()

    def close(self) -> None:
        self._line.hang_up()

    def _writing(self) -> neo4j.Session:
        """A session on a line that was whole a moment ago."""
        self._again_when_lost(lambda line: _ping(line.writer, line.database))
        return self._session(self._line.writer, self._line, neo4j.WRITE_ACCESS)

    def _session(self, driver: neo4j.Driver, line: Line, access: str) -> neo4j.Session:
        return driver.session(database=line.database, default_access_mode=access, bookmark_manager=self._bookmarks)

    def _again_when_lost(self, step: Callable[[Line], T]) -> T:
        """Take the step, and once more on a new line when the owner of an embedded database has ended."""
        line = self._line
        try:
            return step(line)
        except LOST:
            if self.engine != "embedded":
                raise
            return step(self._redial(line))

    def _redial(self, dead: Line) -> Line:
        with self._turn:
            if self._line is dead:
                dead.hang_up()
                self._line = self._dial()
            return self._line


def connect(
    target: Target,
    schema: Iterable[str],
    account: Account | None = None,
    database: str | None = None,
    connect_timeout: float = 10.0,
) -> Connection:
    """Reach the database that `target` names; `schema` is for an embedded one that is made. Raises StoreError."""
    where = parse_target(target)
    statements = tuple(schema)
    if isinstance(where, Path):
        return Connection("embedded", lambda: _dial_embedded(where, statements), str(where))
    return Connection("neo4j", lambda: _dial_server(where, account, database, connect_timeout), where.text)


def _dial_embedded(folder: Path, schema: tuple[str, ...]) -> Line:
    endpoint = start_or_join(folder, schema)
    reader = _driver(endpoint.uri, endpoint.reader, 5.0, retries=0.0)
    writer = _driver(endpoint.uri, endpoint.writer, 5.0)
    return Line(endpoint.uri, endpoint.database, reader, writer, endpoint)


def _dial_server(url: Url, account: Account | None, database: str | None, connect_timeout: float) -> Line:
    driver = _driver(url.text, account, connect_timeout)
    try:
        with translated(url.text):
            _ping(driver, database)
    except BaseException:
        driver.close()
        raise
    return Line(url.text, database, driver, driver)


def _ping(driver: neo4j.Driver, database: str | None) -> None:
    """One answer from the database, without the retries of a transaction."""
    with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        session.run("RETURN 1").consume()


def _driver(
    uri: str, account: Account | None, connect_timeout: float, retries: float = SECONDS_OF_RETRIES
) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri,
        auth=(account.user, account.password) if account else None,
        user_agent=f"gronagraf/{__version__}",
        connection_timeout=connect_timeout,
        connection_acquisition_timeout=connect_timeout + SECONDS_OF_RETRIES,
        max_transaction_retry_time=retries,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        telemetry_disabled=True,
    )
