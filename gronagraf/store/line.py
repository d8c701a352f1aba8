"""Opening a line: the drivers, what they are told, and the first answer that shows that a server can be used."""

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import neo4j

from gronagraf import __version__
from gronagraf.accounts import Account
from gronagraf.embedded import Endpoint, start_or_join
from gronagraf.store.diagnosis import diagnosed
from gronagraf.store.target import Url

SECONDS_OF_RETRIES = 4.0
SECONDS_TO_CONNECT_HERE = 5.0


@dataclass(frozen=True, slots=True)
class Line:
    """An open line: a driver with the rights of the reader, one with those of the writer; for a server they are one."""

    uri: str
    database: str | None
    reader: neo4j.Driver
    writer: neo4j.Driver
    endpoint: Endpoint | None = None

    def about(self) -> tuple[str, str]:
        """The engine's version and the database's name; the engine says `Neo4j/5.26.0`, or `… (ArcadeDB 26.10.2)`."""
        answer = _ping(self.reader, self.database)
        version = answer.server.agent.rpartition("ArcadeDB ")[2].rstrip(")").removeprefix("Neo4j/")
        return version, self.database or answer.database or ""

    def hang_up(self) -> None:
        """Close the drivers, then the embedded engine if this process serves it."""
        with contextlib.ExitStack() as all_of_it:
            if self.endpoint is not None:
                all_of_it.callback(self.endpoint.close)
            all_of_it.callback(self.writer.close)
            all_of_it.callback(self.reader.close)


def dial_embedded(folder: Path, schema: tuple[str, ...]) -> Line:
    """A line to the engine that serves a folder, started here if need be. Raises StoreError."""
    endpoint = start_or_join(folder, schema)
    reader, writer = (
        _driver(endpoint.uri, account, SECONDS_TO_CONNECT_HERE, retries=0.0)
        for account in (endpoint.reader, endpoint.writer)
    )
    return Line(endpoint.uri, endpoint.database, reader, writer, endpoint)


def dial_server(url: Url, account: Account | None, database: str | None, connect_timeout: float) -> Line:
    """A line to a server that has answered. Raises StoreError."""
    with contextlib.ExitStack() as undo:
        with diagnosed(url, database, has_account=account is not None, seconds=connect_timeout):
            driver = _driver(url.text, account, connect_timeout)
            undo.callback(driver.close)
            _within(connect_timeout, lambda: _ping(driver, database))
        undo.pop_all()
        return Line(url.text, database, driver, driver)


def _ping(driver: neo4j.Driver, database: str | None) -> neo4j.ResultSummary:
    """One answer from the database, without the retries of a transaction. Raises what the driver raises."""
    with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
        return session.run("RETURN 1").consume()


def _within(seconds: float, step: Callable[[], object]) -> None:
    """Take the step, or raise TimeoutError.

    The driver's own limits hold for each address of a host and until the login only: a name server or a server that is
    silent for ever would hold it for ever.
    """
    raised: list[BaseException] = []

    def run() -> None:
        try:
            step()
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError, OSError, ValueError) as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if raised:
        raise raised[0]


def _driver(
    uri: str, account: Account | None, connect_timeout: float, retries: float = SECONDS_OF_RETRIES
) -> neo4j.Driver:
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it logs is also raised, and translated there
    return neo4j.GraphDatabase.driver(
        uri,
        auth=(account.user, account.password) if account else None,
        user_agent=f"gronagraf/{__version__}",
        connection_timeout=connect_timeout,
        connection_acquisition_timeout=connect_timeout,
        max_transaction_retry_time=retries,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        telemetry_disabled=True,
    )
