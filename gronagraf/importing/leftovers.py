"""What an import could not map, each with file, row and column, to be listed and counted."""

import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from gronagraf.views.delimited import guarded

Kind = Literal["row", "value", "lookup", "clash", "met", "merge", "twin", "column", "table", "absent"]
MOST = 200_000
COLUMNS = ("kind", "file", "row", "column", "what", "text")
INNOCENT: frozenset[Kind] = frozenset({"absent", "twin"})


@dataclass(frozen=True, slots=True)
class Leftover:
    """One thing that was not mapped: `what` says why, `text` is what stood there.

    row: nothing was made of it · value: no word or number of ours · lookup: not found, or several · clash: two that
    say different things, or want one id · met: a node of an extended seed lacks it or says otherwise · column, table:
    the mapping does not name it · merge: became one with another row of a table where each row is a thing of its own ·
    absent: the mapping names a column that the table lacks, twin: two may be the same thing: told, and nothing is lost.
    """

    kind: Kind
    file: str
    row: int
    column: str
    what: str
    text: str = ""


@dataclass(slots=True)
class Leftovers:
    """All of them in the order met; beyond the first 200,000 they are only counted."""

    found: list[Leftover] = field(default_factory=list)
    counts: Counter[Kind] = field(default_factory=Counter)

    def add(self, kind: Kind, file: str, row: int, column: str, what: str, text: str = "") -> None:
        self.counts[kind] += 1
        if len(self.found) < MOST:
            self.found.append(Leftover(kind, file, row, column, what, text))

    @property
    def lost(self) -> int:
        """How many there are that took something away from what was made."""
        return sum(count for kind, count in self.counts.items() if kind not in INNOCENT)

    def text(self) -> str:
        """The list as CSV in the order met, with nothing that a spreadsheet runs; a last row counts the rest."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in self.found:
            told = (each.file, each.column, each.what, each.text)
            file, column, what, text = map(guarded, told)
            writer.writerow((each.kind, file, each.row or "", column, what, text))
        if more := self.counts.total() - len(self.found):
            writer.writerow(("", "", "", "", f"and {more} more, which were only counted", ""))
        return out.getvalue()
