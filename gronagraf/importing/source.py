"""What every format is read into: a table of texts, whose rows know their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One table of a file: `name` tells it apart from the others there, `file` names it in messages.

    Each row is its number and its cells as text, as many as there are columns. Rows come lazily and can be gone
    through once; the iteration raises GronagrafError where the file cannot be read on.
    """

    name: str
    file: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[int, list[str]]]
