"""Ending a question in time on the embedded engine, which ignores the limit that a driver sends with it."""

import contextlib
import threading
from collections.abc import Callable, Iterator

import neo4j

RUNNING = (
    "SHOW TRANSACTIONS YIELD transactionId, currentQuery, elapsedTime "
    "RETURN transactionId AS id, currentQuery AS text, elapsedTime AS elapsed"
)
SHOWN = 1000


@contextlib.contextmanager
def ended_after(seconds: float, asked: str, session: Callable[[], neo4j.Session]) -> Iterator[None]:
    """End the question `asked` when the block has run for so many seconds."""
    timer = threading.Timer(seconds, _end, (seconds, asked, session))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(seconds: float, asked: str, session: Callable[[], neo4j.Session]) -> None:
    """End each question of the reader with this text that has run this long; by nothing else can it be known."""
    with contextlib.suppress(neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError), session() as line:
        for row in line.run(RUNNING).fetch(SHOWN):
            old = row["elapsed"].seconds + row["elapsed"].nanoseconds / 1e9 >= seconds / 2
            if old and row["text"][:SHOWN] == asked[:SHOWN]:
                line.run(f"TERMINATE TRANSACTION '{row['id']}'").consume()
