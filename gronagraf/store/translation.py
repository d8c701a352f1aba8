"""What the driver and the engines say, in one sentence of ours: about the question, or about the connection."""

import contextlib
from collections.abc import Iterator

import neo4j.exceptions as driver

from gronagraf.errors import RecipeError, StoreError

LOST = (driver.ServiceUnavailable, driver.SessionExpired, driver.IncompleteCommit)


@contextlib.contextmanager
def translated(place: str, *, question: bool = False, seconds: float | None = None) -> Iterator[None]:
    """Raise RecipeError for what is wrong with a question, StoreError for all else that the driver raises."""
    try:
        yield
    except LOST as error:
        raise StoreError(f"{place}: the connection was lost; run the same command again") from error
    except driver.Neo4jError as error:
        if question:
            raise RecipeError(str(error.message)) from error
        raise StoreError(f"{place}: {error.message}") from error
    except driver.DriverError as error:
        raise StoreError(f"{place}: {error}") from error
