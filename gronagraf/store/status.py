"""What a graph database holds and how others reach it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gronagraf.accounts import Account
from gronagraf.database_folder import DatabaseFolder
from gronagraf.schema import Model
from gronagraf.store.bookkeeping import SeedRecord, seeds
from gronagraf.store.connection import Connection
from gronagraf.store.contents import count

EMBEDDED = "ArcadeDB"


@dataclass(frozen=True, slots=True)
class Status:
    """The engine and its version, its Bolt address, and what is in the graph.

    An embedded database has a `folder`, and a `reader` account for other programs, whose password lies in
    `reader_file`. `counts` gives how many nodes of each label and relations of each type there are, as the model orders
    them.
    """

    engine: str
    version: str
    address: str
    database: str
    reader: Account | None
    reader_file: Path | None
    seeds: tuple[SeedRecord, ...]
    counts: Mapping[str, int]
    folder: Path | None


def status(connection: Connection, model: Model) -> Status:
    """The state of the database now. Raises StoreError."""
    version, database = connection.about()
    held, counts = seeds(connection), count(connection, model)
    endpoint = connection.endpoint
    if endpoint is None:
        return Status("Neo4j", version, connection.uri, database, None, None, held, counts, None)
    folder = endpoint.folder
    file = DatabaseFolder(folder).accounts_file
    return Status(EMBEDDED, version, connection.uri, database, endpoint.reader, file, held, counts, folder)
