"""Kumu's JSON, blueprints and backups of projects, into a table of elements and one of connections.

(https://docs.kumu.io/guides/import/blueprints). Several values of one field stand in a cell with `|` between, as in
Kumu's own spreadsheets.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from gronagraf.graph import SeedInfo
from gronagraf.importing.source import Source
from gronagraf.interchange import MADE_BY, seeds_from
from gronagraf.reading.lines import unreadable
from gronagraf.reading.report import one_problem, place

LARGEST_FILE = 500_000_000
TABLES = ("elements", "connections")
SAVE = "export it from Kumu as a JSON blueprint"
SAVE_TEXT = "save it as UTF-8, or export it again"
WORDS = {"element type": "type", "connection type": "type"}


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The elements and the connections, with a column for each field in use. Raises SeedError."""
    data = _parsed(path, file)
    return tuple(_source(name, data, file) for name in TABLES)


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    told = _parsed(path, file).get(MADE_BY)
    return seeds_from(json.dumps(told), file) if told is not None else ()


def _source(name: str, data: Mapping[str, object], file: str) -> Source:
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise one_problem(f"{file}: {name}", "is no list of objects", SAVE)
    flat = [_flat(row) for row in rows]
    columns = tuple(dict.fromkeys(key for row in flat for key in row))
    return Source(name, file, columns, _rows(flat, columns))


def _rows(rows: list[dict[str, object]], columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, 1):
        yield number, [_cell(row.get(name)) for name in columns]


def _flat(row: Mapping[str, object]) -> dict[str, object]:
    """A backup keeps the fields that people see under `attributes`, and its own ids as `_id`."""
    inner = row.get("attributes")
    if not isinstance(inner, dict):
        return {"id" if name == "_id" and "id" not in row else name: value for name, value in row.items()}
    own = {name.removeprefix("_"): row[name] for name in ("_id", "id", "from", "to", "direction") if name in row}
    return own | {WORDS.get(str(name), str(name)): value for name, value in inner.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "|".join(map(_cell, value))
    return json.dumps(value, ensure_ascii=False)


def _text(octets: bytes, file: str) -> str:
    """The text of a file. Raises SeedError for another encoding than UTF-8."""
    if b"\0" in octets[:4]:
        raise one_problem(file, "is UTF-16 or UTF-32, not UTF-8", SAVE_TEXT)
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte 0x{octets[error.start : error.start + 1].hex()}"
        raise one_problem(place(file, line), what, SAVE_TEXT) from None


def _parsed(path: Path, file: str) -> Mapping[str, object]:
    def constant(name: str) -> NoReturn:
        raise one_problem(file, f"holds {name}, which is no number", SAVE)

    try:
        with path.open("rb") as source:
            octets = source.read(LARGEST_FILE + 1)
    except OSError as error:
        raise unreadable(file, error) from error
    if len(octets) > LARGEST_FILE:
        raise one_problem(file, f"is larger than {LARGEST_FILE // 1_000_000} MB", "export a part of it")
    try:
        data = json.loads(_text(octets, file), parse_constant=constant)
    except json.JSONDecodeError as error:
        raise one_problem(place(file, error.lineno), f"is not JSON: {error.msg}", SAVE) from None
    except RecursionError:
        raise one_problem(file, "is nested deeper than any map", SAVE) from None
    except ValueError as error:
        raise one_problem(file, f"is not JSON that can be read: {error}", SAVE) from None
    if not isinstance(data, dict) or not any(name in data for name in TABLES):
        raise one_problem(file, "holds neither elements nor connections", SAVE)
    return data
