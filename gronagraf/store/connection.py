"""One way to reach a graph database over Bolt: a server by its URL, or the embedded engine by its folder."""

import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeVar

import neo4j

from gronagraf.embedded import Endpoint
from gronagraf.errors import StoreError
from gronagraf.store.line import SECONDS_OF_RETRIES, Line
from gronagraf.store.translation import FULL_DISK, interruptions_first, is_in_the_way, is_lost, translated
from gronagraf.store.watch import ended_after

T = TypeVar("T")
Engine = Literal["embedded", "neo4j"]
Params = Mapping[str, object]
SECONDS_TO_ASK = 30.0
WAIT = 0.05
TRIES = 3
Work = Callable[[neo4j.ManagedTransaction], T]


class Connection:
    """Asks as reader, writes as writer, and opens the embedded engine again when the process that served it has ended.

    All methods may be called from several threads, and raise StoreError for what is wrong with the connection.
    """

    def __init__(self, engine: Engine, dial: Callable[[], Line], place: str) -> None:
        self.engine: Engine = engine
        self.place = place
        self._dial = dial
        self._turn = threading.Lock()
        self._closed = False
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._line = dial()

    @property
    def uri(self) -> str:
        """The Bolt address."""
        return self._line.uri

    @property
    def database(self) -> str | None:
        """The name of the database; None is the one that a server gives when none is named."""
        return self._line.database

    @property
    def endpoint(self) -> Endpoint | None:
        """The embedded engine's address and accounts; None for a server."""
        return self._line.endpoint

    def about(self) -> tuple[str, str]:
        """The engine's version, as `26.10.2`, and the name of the database."""
        with translated(self.place, asking_for=SECONDS_TO_ASK):
            return self._again(Line.about)

    def read(self, cypher: str, params: Params | None = None, *, timeout: float = SECONDS_TO_ASK) -> list[neo4j.Record]:
        """All records of a question; `timeout` in seconds. Raises RecipeError for what is wrong with the question."""
        values = dict(params or {})
        return self.read_transaction(lambda transaction: list(transaction.run(cypher, values)), timeout, asked=cypher)

    def read_transaction(self, work: Work[T], timeout: float = SECONDS_TO_ASK, *, asked: str = "") -> T:
        """What `work` makes of one transaction with the rights of the reader; it may be called more than once.

        `asked` is the question that may take `timeout` seconds; the embedded engine is told to end it by its text.
        """
        limited = neo4j.unit_of_work(timeout=timeout)(work)

        def ask(line: Line) -> T:
            with self._watched(line, asked, timeout), self._session(line, "READ") as session:
                return session.execute_read(limited)

        with translated(self.place, asking_for=timeout):
            return self._again(ask)

    def write(self, work: Work[T]) -> T:
        """What `work` makes of one transaction with the rights of the writer; it may be called more than once.

        When the connection was lost, all of it or nothing has been written.
        """

        def write(line: Line) -> T:
            with self._session(line, "WRITE") as session:
                return session.execute_write(work)

        with translated(self.place), self._disk_named():
            return self._again(write)

    def apply(self, statements: Iterable[str]) -> None:
        """Run schema statements one by one with the rights of the writer."""

        def apply(line: Line) -> None:
            with self._session(line, "WRITE") as session:
                for statement in wanted:
                    session.run(statement).consume()

        wanted = tuple(statements)
        with translated(self.place), self._disk_named():
            self._again(apply)

    def close(self) -> None:
        """Hang up, and stop the embedded engine when this process serves it; others that use it go on."""
        with self._turn:
            self._closed = True
            self._line.hang_up()

    def _watched(self, line: Line, asked: str, timeout: float) -> contextlib.AbstractContextManager[None]:
        if line.endpoint is None or not asked:
            return contextlib.nullcontext()
        return ended_after(timeout, asked, lambda: self._session(line, "READ"))

    def _session(self, line: Line, access: Literal["READ", "WRITE"]) -> neo4j.Session:
        driver = line.writer if access == "WRITE" else line.reader
        return driver.session(database=line.database, default_access_mode=access, bookmark_manager=self._bookmarks)

    def _again(self, step: Callable[[Line], T]) -> T:
        """Take the step; on an embedded engine again when its owner ended or another writer was in the way.

        There the driver does not try again by itself: it would hold on to an address where nobody answers any more.
        """
        until = 0.0
        for tries in itertools.count(1):
            line = self._line
            try:
                with interruptions_first():
                    return step(line)
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
                if line.endpoint is None:
                    raise
                lost = is_lost(error) or not line.endpoint.is_served()
                until = until or time.monotonic() + SECONDS_OF_RETRIES
                if not (lost or is_in_the_way(error)) or (tries >= TRIES and time.monotonic() > until):
                    raise
            if lost:
                self._redial(line)
            else:
                time.sleep(WAIT)
        raise AssertionError

    @contextlib.contextmanager
    def _disk_named(self) -> Iterator[None]:
        """What the engine says where it cannot write for want of room does not name the disk."""
        try:
            yield
        except neo4j.exceptions.Neo4jError as error:
            endpoint = self._line.endpoint
            if endpoint is not None and endpoint.is_out_of_room():
                raise StoreError(f"{self.place}: {FULL_DISK}") from error
            raise

    def _redial(self, dead: Line) -> None:
        with self._turn:
            if self._closed:
                raise StoreError(f"{self.place}: is closed; open it again")
            if self._line is dead:
                dead.hang_up()
                self._line = self._dial()
