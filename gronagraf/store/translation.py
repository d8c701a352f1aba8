"""What driver and engines say once a line is open, in our words: about the question, or about the connection."""

import contextlib
import re
from collections.abc import Iterator

import neo4j.exceptions as driver

from gronagraf.errors import GronagrafError, RecipeError, StoreError
from gronagraf.store.constraints import LOCK_LABEL

LOST = (driver.ServiceUnavailable, driver.SessionExpired, driver.IncompleteCommit)
NEO4J_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
ARCADEDB_PLACE = re.compile(r"^Syntax error at line (\d+):(\d+) - ")
STOPPING = re.compile(
    r"\b(is|was|been) (closed|closing|stopped|shut ?down)|shutting down|not (open|available)|no database available"
    r"|not expected in state: authentication",
    re.IGNORECASE,
)
FULL_DISK = "the disk is full; make room and run the same command again"
OUT_OF_TIME = ("TransactionTimedOut", "Transaction.Terminated")
NO_WRITES = ("Security.Forbidden", "Statement.AccessMode", "Security.", "Cluster.NotALeader")


@contextlib.contextmanager
def translated(place: str, *, asking_for: float | None = None) -> Iterator[None]:
    """Raise RecipeError for what is wrong with a question, StoreError for all else that the driver raises.

    `asking_for` is the time in seconds that a question may take; None says that something is being written.
    """
    try:
        yield
    except LOST as error:
        raise StoreError(f"{place}: {_lost(asking_for)}") from error
    except driver.Neo4jError as error:
        if is_lost(error):
            raise StoreError(f"{place}: {_lost(asking_for)}") from error
        if asking_for is None or _is_about_the_server(error):
            raise StoreError(f"{place}: {_written(error)}") from error
        raise _about_the_question(error, asking_for) from error
    except driver.DriverError as error:
        raise StoreError(f"{place}: {error}") from error
    except (TypeError, ValueError, OverflowError) as error:
        if asking_for is None or isinstance(error, GronagrafError):
            raise
        raise RecipeError(f"a parameter has a value that no graph database takes ({error})") from error


@contextlib.contextmanager
def interruptions_first() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM through.

    A driver that is interrupted in the middle of an answer cannot tidy up, and what it then raises hides the reason.
    """
    try:
        yield
    except Exception as error:
        below: BaseException | None = error
        while below is not None:
            if isinstance(below, KeyboardInterrupt | SystemExit):
                raise below from None
            below = below.__cause__ or below.__context__
        raise


def is_lost(error: Exception) -> bool:
    """Whether an error says that the server went away, or is about to."""
    return isinstance(error, LOST) or (
        isinstance(error, driver.Neo4jError) and bool(STOPPING.search(error.message or ""))
    )


def is_in_the_way(error: driver.DriverError | driver.Neo4jError) -> bool:
    """Whether an error says that another writer was quicker; of two first loads both make the lock."""
    return error.is_retryable() or (isinstance(error, driver.ConstraintError) and LOCK_LABEL in (error.message or ""))


def _lost(asking_for: float | None) -> str:
    if asking_for is None:
        return "the connection was lost before the end; what was loaded is whole or not there, run the same load again"
    return "the connection was lost; see that the server runs, then ask again"


def _is_about_the_server(error: driver.Neo4jError) -> bool:
    code = error.code or ""
    return ".Database." in code or (code.startswith("Neo.TransientError") and "Memory" not in code)


def _written(error: driver.Neo4jError) -> str:
    message = error.message or ""
    if "No space left" in message:
        return FULL_DISK
    if "Security" in (error.code or ""):
        return f"this user may not write here ({message}); use another account"
    if "Memory" in (error.code or ""):
        return "the server ran out of memory for one transaction; give it more (server.memory.heap.max_size)"
    return message


def _about_the_question(error: driver.Neo4jError, seconds: float) -> RecipeError:
    code, message = error.code or "", error.message or ""
    if any(sign in code for sign in OUT_OF_TIME):
        return RecipeError(
            f"the question did not end within {seconds:g} s; narrow it, or give it more time (--timeout)"
        )
    if any(sign in code for sign in NO_WRITES):
        return RecipeError("a question may only read, and this one writes or changes settings; load data with `load`")
    if "Memory" in code:
        return RecipeError("the question needs more memory than the server has; narrow it, or add a LIMIT")
    return RecipeError(placed(message))


def placed(message: str) -> str:
    """An engine's message with `line:column` first where it says where, and without the question's own text."""
    if found := NEO4J_PLACE.search(message):
        line, column = int(found[1]), int(found[2])
        return f"{line}:{column}: {message[: found.start()].strip()}" if line else message[: found.start()].strip()
    if found := ARCADEDB_PLACE.match(message):
        return f"{found[1]}:{int(found[2]) + 1}: {message[found.end() :]}"
    return " ".join(message.partition('\n"')[0].split())
