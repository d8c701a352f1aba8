"""The graph's own bookkeeping: which seeds it holds, whether their loads have ended, and the lock that loads take."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from neo4j import ManagedTransaction

from gronagraf.errors import StoreError
from gronagraf.graph import SeedInfo
from gronagraf.store.connection import Connection
from gronagraf.store.constraints import LOCK_LABEL, SEED_LABEL

LOCK = f"MERGE (l:{LOCK_LABEL} {{name: 'load'}}) SET l.turn = coalesce(l.turn, 0) + 1"
RECORDS = f"MATCH (s:{SEED_LABEL}) RETURN properties(s) AS record ORDER BY s.name"
FIND = f"MATCH (s:{SEED_LABEL} {{name: $seed}}) RETURN properties(s) AS record"
WRITE = f"MERGE (s:{SEED_LABEL} {{name: $seed}}) SET s = $record"
REMOVE = f"MATCH (s:{SEED_LABEL} {{name: $seed}}) DELETE s"
MARK = f"MATCH (s:{SEED_LABEL} {{name: $seed}}) SET s.finished = false, s.load = $token, s.step = 0"
STEP = f"MATCH (s:{SEED_LABEL} {{name: $seed}}) WHERE s.load = $load SET s.step = $step"


@dataclass(frozen=True, slots=True)
class SeedRecord:
    """A seed in the graph: what it says of itself, its size, when its load ended (UTC, ISO 8601), if it did."""

    info: SeedInfo
    nodes: int
    edges: int
    finished: bool
    loaded_at: str


def seeds(connection: Connection) -> tuple[SeedRecord, ...]:
    """The seeds in the graph, sorted by name."""
    return tuple(read_record(row["record"]) for row in connection.read(RECORDS))


def raw(tx: ManagedTransaction) -> list[Mapping[str, object]]:
    """Every record as it is, which changes with each step of a load or removal; sorted by name."""
    return [row["record"] for row in tx.run(RECORDS)]


def lock(tx: ManagedTransaction) -> None:
    """Take the lock that every load and removal takes first, so that they follow one another."""
    tx.run(LOCK).consume()


def find(tx: ManagedTransaction, seed: str) -> Mapping[str, object] | None:
    """The raw record of a seed, or None where the graph does not hold it."""
    row = tx.run(FIND, seed=seed).single()
    return None if row is None else row["record"]


def begin(tx: ManagedTransaction, info: SeedInfo, load: str) -> None:
    """Mark the seed as unfinished and this load as the one that writes it."""
    record = {**_properties(info), "nodes": 0, "edges": 0, "finished": False, "load": load, "step": 0}
    tx.run(WRITE, seed=info.name, record=record).consume()


def step(tx: ManagedTransaction, seed: str, load: str, number: int) -> bool:
    """Take step `number` of a load in several transactions; False where it was committed before.

    The answer to a commit can be lost on the way, and the driver then tries again: without this the second try would
    write everything twice. Raises StoreError where another load took over.
    """
    lock(tx)
    record = find(tx, seed)
    if record is None or record.get("load") != load:
        raise StoreError(f"another load of {seed} took over while this one was running; run it again")
    if int(str(record["step"])) >= number:
        return False
    tx.run(STEP, seed=seed, load=load, step=number).consume()
    return True


def begin_removal(tx: ManagedTransaction, seed: str, token: str) -> None:
    """Mark the seed as unfinished and this removal as the one that works on it."""
    tx.run(MARK, seed=seed, token=token).consume()


def go_on(tx: ManagedTransaction, seed: str, token: str) -> None:
    """Take the lock for one more step of a removal. Raises StoreError where a load took over."""
    lock(tx)
    record = find(tx, seed)
    if record is None or record.get("load") != token:
        raise StoreError(f"a load of {seed} took over while it was being removed; run the same command again")


def finish(tx: ManagedTransaction, info: SeedInfo, load: str, nodes: int, edges: int) -> None:
    """Note that the load has ended."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    record = {**_properties(info), "nodes": nodes, "edges": edges, "finished": True, "load": load, "loaded_at": now}
    tx.run(WRITE, seed=info.name, record=record).consume()


def remove(tx: ManagedTransaction, seed: str) -> None:
    """Forget that the graph held this seed."""
    tx.run(REMOVE, seed=seed).consume()


def _properties(info: SeedInfo) -> dict[str, object]:
    facts = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(info).items()}
    return {name: value for name, value in facts.items() if value not in ("", [])}


def read_record(raw: Mapping[str, object]) -> SeedRecord:
    """The record in our words."""
    known = {field.name for field in fields(SeedInfo)}
    said = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items() if name in known}
    return SeedRecord(
        info=SeedInfo(**said),  # type: ignore[arg-type]
        nodes=int(str(raw.get("nodes", 0))),
        edges=int(str(raw.get("edges", 0))),
        finished=bool(raw.get("finished")),
        loaded_at=str(raw.get("loaded_at", "")),
    )
