"""What each expected table is asked with, where it is more than the recipe's own defaults: `arguments/<theme>.toml`.

`[seed.table]` holds the parameters; `recipe` is the recipe's name where the table has another.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARGUMENTS = HERE / "arguments"


def arguments(seed: str) -> dict[str, dict[str, Any]]:
    """By table of a seed."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(ARGUMENTS.glob("*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8")).get(seed, {})
    return found


def asked(seed: str, recipe: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each table of a recipe, which asks it of a seed, and with what."""
    given = arguments(seed)
    for table, values in ({recipe: {}} | given).items():
        if values.get("recipe", table) == recipe:
            yield HERE / seed / f"{table}.csv", {key: value for key, value in values.items() if key != "recipe"}
