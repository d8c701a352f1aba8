"""The seam between other people's files and a mapping: a table with a name, its columns, and rows as text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A table in a file: `name` is that of the sheet or the part, `file` names the file in messages.

    Each row is its number, as a person would find it in the file, and its cells as text, one for each column. Rows come
    lazily and can be gone through once; the iteration raises SeedError where the file cannot be read on.
    """

    name: str
    file: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[int, list[str]]]
