"""One way to reach a graph database over Bolt: a server by its URL, or the embedded engine by its folder."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeVar

import neo4j

from gronagraf.embedded import Endpoint
from gronagraf.store.line import Line
from gronagraf.store.translation import is_lost, translated
from gronagraf.store.watch import ended_after

T = TypeVar("T")
Engine = Literal["embedded", "neo4j"]
Params = Mapping[str, object]
SECONDS_TO_ASK = 30.0
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
            return self._again_when_lost(Line.about)

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
            return self._again_when_lost(ask)

    def write(self, work: Work[T]) -> T:
        """What `work` makes of one transaction with the rights of the writer; it may be called more than once.

        When the connection was lost, all of it or nothing has been written.
        """
        with translated(self.place), self._writing() as session:
            return session.execute_write(work)

    def apply(self, statements: Iterable[str]) -> None:
        """Run schema statements one by one with the rights of the writer."""
        with translated(self.place), self._writing() as session:
            for statement in statements:
                session.run(statement).consume()

    def close(self) -> None:
        """Hang up, and stop the embedded engine when this process serves it; others that use it go on."""
        with self._turn:
            self._line.hang_up()

    def _watched(self, line: Line, asked: str, timeout: float) -> contextlib.AbstractContextManager[None]:
        if line.endpoint is None or not asked:
            return contextlib.nullcontext()
        return ended_after(timeout, asked, lambda: self._session(line, "READ"))

    def _writing(self) -> neo4j.Session:
        """A session on a line that was whole a moment ago."""
        return self._session(self._again_when_lost(Line.tested), "WRITE")

    def _session(self, line: Line, access: Literal["READ", "WRITE"]) -> neo4j.Session:
        driver = line.writer if access == "WRITE" else line.reader
        return driver.session(database=line.database, default_access_mode=access, bookmark_manager=self._bookmarks)

    def _again_when_lost(self, step: Callable[[Line], T]) -> T:
        """Take the step, and once more on a new line when the owner of an embedded database has ended."""
        line = self._line
        try:
            return step(line)
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
            if line.endpoint is None or not is_lost(error):
                raise
        return step(self._redial(line))

    def _redial(self, dead: Line) -> Line:
        with self._turn:
            if self._line is dead:
                dead.hang_up()
                self._line = self._dial()
            return self._line
