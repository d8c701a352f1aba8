"""The expected answer of every recipe, worked out from a seed's rows with plain Python: no Cypher, no gronagraf.

Run `python tests/recipes/expected.py` to write the tables again after a seed or a question has changed, and read the
difference before it is trusted; `--check` only says which tables differ. What each table is asked with stands in
`arguments/`.
"""

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import change_logic
import facts
import influence
import involvement
import ladder
import leadership
import learning
import meetings
import money
import network_cover
import networks
import overview
import participation
import stakeholders
import targets
from asked import HERE, asked
from rows import SEEDS, Table, read

THEMES = (
    overview,
    facts,
    networks,
    network_cover,
    meetings,
    ladder,
    change_logic,
    targets,
    money,
    influence,
    stakeholders,
    involvement,
    learning,
    participation,
    leadership,
)
"""Modules with a function for each recipe, called the same, and the names of its columns in `COLUMNS`."""


def cell(item: Any) -> str:
    """Unknown is empty, a list is joined by ` | `, a map is `key: value`, a number is as short as it can be."""
    if isinstance(item, list):
        return " | ".join(map(cell, item))
    if isinstance(item, dict):
        return ", ".join(f"{key}: {cell(value)}" for key, value in item.items())
    if isinstance(item, bool):
        return str(item).lower()
    return "" if item is None else str(item)


def as_csv(columns: str, table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns.split())
    writer.writerows([cell(item) for item in row] for row in table)
    return text.getvalue()


def tables() -> Iterable[tuple[Path, str]]:
    """Each expected table: its file and what it holds."""
    for name in sorted(path.name for path in SEEDS.iterdir() if path.is_dir()):
        seed = read(name)
        for theme in THEMES:
            for recipe, columns in theme.COLUMNS.items():
                for path, given in asked(name, recipe):
                    yield path, as_csv(columns, getattr(theme, recipe)(seed, **given))


def main() -> int:
    wanted = dict(tables())
    found = {path: path.read_text(encoding="utf-8") for path in HERE.glob("*/*.csv")}
    different = sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))
    for path in different:
        print(path.relative_to(HERE))
        if "--check" not in sys.argv and path in wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
    return 1 if different and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
