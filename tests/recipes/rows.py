"""A seed's rows as they stand in its CSV files, read with plain Python for `expected.py`."""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parent.parent.parent / "seed"
SCORES = frozenset({"power", "relevance", "interest", "strength"})
AMOUNTS = frozenset({"amount_sek", "baseline", "share", "source_year", "target", "target_year", "value"})
Row = dict[str, Any]
Table = list[tuple[Any, ...]]


@dataclass
class Seed:
    """A seed's rows: nodes by id, each with its `type`, and edges with their `type`, both in no order that matters."""

    title: str
    nodes: dict[str, Row] = field(default_factory=dict)
    edges: list[Row] = field(default_factory=list)

    def of(self, *labels: str) -> list[Row]:
        return [node for node in self.nodes.values() if node["type"] in labels]

    def ties(self, kind: str) -> list[Row]:
        return [edge for edge in self.edges if edge["type"] == kind]

    def name(self, node: str) -> str:
        return self.nodes[node]["name"]

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of nodes, by name and id."""
        return [self.name(node) for node in sorted(ids, key=lambda node: (self.name(node), node))]


def read(name: str) -> Seed:
    seed = Seed(name)
    for path in sorted((SEEDS / name).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = [{key: value(key, text) for key, text in row.items()} for row in csv.DictReader(file)]
        for row in rows:
            if "id" in row:
                seed.nodes[row["id"]] = {**row, "type": path.stem.title().replace("_", "")}
            else:
                seed.edges.append({**turned(path.stem, row), "type": path.stem.upper()})
    return seed


def turned(stem: str, row: Row) -> Row:
    """A symmetric relation reads from the lower id to the higher."""
    if stem == "collaborates_with" and row["from"] > row["to"]:
        return {**row, "from": row["to"], "to": row["from"]}
    return row


def value(key: str, text: str) -> Any:
    if text == "":
        return None
    if key in SCORES | AMOUNTS:
        number = float(text)
        return int(number) if number.is_integer() else number
    return {"true": True, "false": False}.get(text, text)


def last(item: Any) -> tuple[bool, Any]:
    """A key that sorts unknown values after all others."""
    return (item is None, 0 if item is None else item)


def half_up(number: float) -> int:
    return math.floor(number + 0.5)


def alive(node: Row, at: str | None) -> bool:
    """Whether a node's own period shares a day with a date."""
    return holds(node, at, "valid_from", "valid_to")


def holds(row: Row, at: str | None, start: str = "since", end: str = "until") -> bool:
    """Whether a row's period shares a day with a date, each at the precision that it has; open where it is unknown."""
    since, until = row.get(start), row.get(end)
    if at is None:
        return True
    begun = since is None or since[: len(at)] <= at[: len(since)]
    return begun and (until is None or until[: len(at)] >= at[: len(until)])


def host(source: str | None) -> str | None:
    if source is None or not source.startswith("http"):
        return source
    return source.split("/")[2].replace("www.", "")


def dated(seed: Seed, events: Iterable[str]) -> list[Row]:
    """Events by day, name and id, the undated last."""
    rows = [seed.nodes[event] for event in events]
    return sorted(rows, key=lambda row: (last(row.get("valid_from")), row["name"], row["id"]))
