"""The journal of a graph: each load and each removal of a seed, with its counts, as the graph's own bookkeeping."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal

from neo4j import ManagedTransaction

from gronagraf.store.connection import Connection
from gronagraf.store.constraints import JOURNAL_LABEL
from gronagraf.store.counts import Counts

Act = Literal["load", "forget"]
NONE = Counts()
WRITE = f"MERGE (j:{JOURNAL_LABEL} {{name: $name}}) SET j = $entry"
READ = (
    f"MATCH (j:{JOURNAL_LABEL}) WHERE $seed IS NULL OR j.of_seed = $seed "
    "RETURN properties(j) AS entry ORDER BY j.began DESC, j.name LIMIT $limit"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One load, or one removal of a whole seed: when it began (UTC, ISO 8601), of which seed, and what it did.

    `checksum` is that of the seed's content (see `gronagraf.changes.fingerprint`), `who` is empty where nobody said.
    One that has not finished has no counts; it may have been run again later.
    """

    act: Act
    seed: str
    began: str
    checksum: str = ""
    who: str = ""
    finished: bool = False
    seconds: float = 0.0
    nodes: Counts = NONE
    edges: Counts = NONE


def now() -> str:
    """This moment as the journal has it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def write(tx: ManagedTransaction, name: str, entry: Entry) -> None:
    """Write an entry, or write it anew; `name` is that of the load. What names a seed's property may not be `seed`."""
    plain = {"name": name, "act": entry.act, "of_seed": entry.seed, "began": entry.began, "finished": entry.finished}
    told = {"checksum": entry.checksum, "who": entry.who}
    counts = {
        f"{what}_{each}": number for what in ("nodes", "edges") for each, number in asdict(getattr(entry, what)).items()
    }
    amounts = {"seconds": round(entry.seconds, 3), **counts} if entry.finished else {}
    tx.run(WRITE, name=name, entry=plain | {key: text for key, text in told.items() if text} | amounts).consume()


def read(connection: Connection, limit: int, seed: str | None = None) -> tuple[Entry, ...]:
    """The latest entries, of one seed or of all, the last first."""
    return tuple(_entry(row["entry"]) for row in connection.read(READ, {"seed": seed, "limit": limit}))


def _entry(raw: Mapping[str, object]) -> Entry:
    return Entry(
        act="forget" if raw.get("act") == "forget" else "load",
        seed=str(raw.get("of_seed", "")),
        began=str(raw.get("began", "")),
        checksum=str(raw.get("checksum", "")),
        who=str(raw.get("who", "")),
        finished=bool(raw.get("finished")),
        seconds=float(str(raw.get("seconds", 0))),
        nodes=_counts(raw, "nodes"),
        edges=_counts(raw, "edges"),
    )


def _counts(raw: Mapping[str, object], what: str) -> Counts:
    return Counts(*(int(str(raw.get(f"{what}_{field.name}", 0))) for field in fields(Counts)))
