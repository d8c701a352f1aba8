"""The journal of a graph as a table: a row for each load and each removal of a seed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gronagraf.graph import Column, Result
from gronagraf.schema import Term

if TYPE_CHECKING:
    from gronagraf.store import Entry

ACTS = {"load": Term("inläst", "loaded"), "forget": Term("borttaget", "taken out")}
COUNTED = ("created", "changed", "unchanged", "left", "removed")
COLUMNS = (
    Column("when", Term("När (UTC)", "When (UTC)")),
    Column("seed", Term("Frö", "Seed")),
    Column("act", Term("Vad", "What"), words=ACTS),
    Column("created", Term("Nya", "New")),
    Column("changed", Term("Ändrade", "Changed")),
    Column("unchanged", Term("Lika", "Same")),
    Column("left", Term("Kvar", "Left")),
    Column("removed", Term("Borta", "Removed")),
    Column("seconds", Term("Sekunder", "Seconds")),
    Column("finished", Term("Avslutad", "Finished")),
    Column("who", Term("Av", "By")),
    Column("checksum", Term("Kontrollsumma", "Checksum")),
)


def history_result(entries: Iterable["Entry"], *, limit: int) -> Result:
    """The entries, at most `limit`, nodes and relations counted together; one that has not finished has no counts."""
    rows = [_row(entry) for entry in entries]
    return Result(COLUMNS, tuple(rows[:limit]), cut=len(rows) > limit)


def _row(entry: "Entry") -> tuple[str | int | float | bool | None, ...]:
    counts = [getattr(entry.nodes, name) + getattr(entry.edges, name) for name in COUNTED]
    amounts = (*counts, entry.seconds) if entry.finished else (None,) * (len(COUNTED) + 1)
    when = entry.began[:19].replace("T", " ")
    return (when, entry.seed, entry.act, *amounts, entry.finished, entry.who or None, entry.checksum or None)
