"""Ids made from words, and tables made from cells that stand here and there on a form."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gronagraf.reading.books.choices import choice_values
from gronagraf.reading.cells import cell_name
from gronagraf.reading.table import Row, Table
from gronagraf.schema import EdgeType, NodeType

LONGEST = 120
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l"})


def made_id(*parts: str) -> str:
    """An id that says what it stands for; where that takes letters away, a few digits keep it apart from its likes."""
    slugs = [_slug(part) for part in parts]
    made = "_".join(filter(None, slugs))
    plain = all(_folded(part) == slug for part, slug in zip(parts, slugs, strict=True))
    if plain and 0 < len(made) <= LONGEST:
        return made
    digest = hashlib.sha256("\x1f".join(map(_folded, parts)).encode()).hexdigest()[:6]
    return f"{made[:LONGEST]}_{digest}".strip("_")


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFC", text).casefold().strip())


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", _folded(text).translate(LETTERS))
    return re.sub(r"[^a-z0-9]+", "_", "".join(c for c in letters if not unicodedata.combining(c))).strip("_")


@dataclass(frozen=True, slots=True)
class Spot:
    """A text on a form and the cell in which it stands: `sheet` is the place of its sheet, columns count from 0."""

    text: str
    sheet: str
    line: int
    column: int

    @property
    def cell(self) -> str:
        return cell_name(self.line, self.column)

    @property
    def place(self) -> str:
        return f"{self.sheet}, cell {self.cell}"


@dataclass(slots=True)
class SpotPlaces:
    """The places of a table's cells, wherever on the form they stand."""

    form: str
    header: Sequence[str]
    spots: dict[tuple[int, str], Spot] = field(default_factory=dict)
    lines: dict[int, Spot] = field(default_factory=dict)

    @property
    def between(self) -> str:
        return "each in a cell of its own"

    def place(self, line: int = 0, column: str | int = "") -> str:
        name = column if isinstance(column, str) else self.header[column] if column < len(self.header) else ""
        spot = self.spots.get((line, name))
        if spot:
            return spot.place
        if line in self.lines:
            return f"{self.lines[line].sheet}, row {self.lines[line].line}{f': {name}' if name else ''}"
        return self.form

    def line(self, line: int) -> str:
        return f"row {self.lines[line].line}" if line in self.lines else "the form"


def spot_table(kind: NodeType | EdgeType, form: str, rows: Sequence[Mapping[str, Spot]]) -> Table:
    """A table of these rows, each a cell by the name of its column; words of choices become their values."""
    used = {name for row in rows for name in row}
    header = [name for name in kind.header if name in used]
    places = SpotPlaces(form, header)
    for number, row in enumerate(rows, 2):
        places.spots.update({(number, name): spot for name, spot in row.items()})
        places.lines[number] = next(iter(row.values()))
    return Table(kind, places, _rows(kind, header, rows))


def _rows(kind: NodeType | EdgeType, header: list[str], rows: Sequence[Mapping[str, Spot]]) -> Iterator[Row]:
    choices = {name: choice_values(each.kind) for name, each in kind.columns.items() if each.kind.choices}
    yield 1, header
    for number, row in enumerate(rows, 2):
        texts = {name: spot.text for name, spot in row.items()}
        words = {name: choices[name].get(text.casefold(), text) for name, text in texts.items() if name in choices}
        yield number, [(texts | words).get(name, "") for name in header]
