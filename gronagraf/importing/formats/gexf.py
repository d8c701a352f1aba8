"""GEXF 1.1 to 1.3 into a table of nodes and one of relations (https://gexf.net), read as it comes."""

from dataclasses import dataclass, field
from pathlib import Path

from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.elements import Form, cells, of_each_kind, seeds_in, tables_of
from gronagraf.importing.formats.markup import SAVE, End, Start
from gronagraf.importing.formats.tables import unlike
from gronagraf.importing.source import Source
from gronagraf.reading.report import one_problem, place
from gronagraf.values import quote

OWN = {
    "node": ("id", "label", "start", "end", "x", "y"),
    "edge": ("id", "source_id", "target_id", "direction", "label", "weight", "edge_kind", "start", "end"),
}
PARTS = {
    "node": ("id", "label", "start", "end", "x", "y"),
    "edge": ("id", "source", "target", "type", "label", "weight", "kind", "start", "end"),
}


@dataclass(slots=True)
class Declared:
    """What a file declares: for nodes and relations the column of each attribute and its default, and its seeds."""

    columns: dict[str, dict[str, str]] = field(default_factory=of_each_kind)
    defaults: dict[str, dict[str, str]] = field(default_factory=of_each_kind)
    direction: str = "undirected"
    seeds: str = ""
    what: str = ""
    at: str = ""

    def begin(self, event: Start) -> None:
        if event.name == "graph":
            self.direction = event.facts.get("defaultedgetype", self.direction)
        elif event.name == "attributes":
            self.what = event.facts.get("class", "node")
        elif event.name == "attribute" and self.what in OWN:
            self.at = event.facts.get("id", "")
            names = self.columns[self.what]
            names[self.at] = unlike(event.facts.get("title") or self.at, (*OWN[self.what], *names.values()))

    def end(self, event: End) -> None:
        if event.name == "default" and self.what in OWN:
            self.defaults[self.what][self.at] = event.text


@dataclass(slots=True)
class Row:
    """A row that is being read: its line, what GEXF itself says of it, and its attributes."""

    line: int
    own: dict[str, str]
    facts: dict[str, str]


@dataclass(slots=True)
class Rows:
    """The rows of one kind as they are met; what is nested in a node stands among the others."""

    what: str
    declared: Declared
    file: str
    open: list[Row] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def begin(self, event: Start) -> None:
        if event.name in OWN:
            self.inside.append(event.name)
        if event.name == self.what:
            own = {"type": self.declared.direction} if self.what == "edge" else {}
            self.open.append(Row(event.line, own | dict(event.facts), dict(self.declared.defaults[self.what])))
        elif self.inside[-1:] == [self.what]:
            self._take(event, self.open[-1])

    def end(self, event: End) -> tuple[int, list[str]] | None:
        """The row that ends here, if one does."""
        if event.name not in OWN:
            return None
        self.inside.pop()
        if event.name != self.what:
            return None
        row = self.open.pop()
        return row.line, cells(
            self.declared, self.what, (row.own.get(part, "") for part in PARTS[self.what]), row.facts
        )

    def _take(self, event: Start, row: Row) -> None:
        """What an element inside a node or a relation says of it; of values that change over time the last."""
        if event.name == "position":
            row.own |= {axis: event.facts[axis] for axis in ("x", "y") if axis in event.facts}
        elif event.name == "spell":
            row.own |= {end: event.facts[end] for end in ("start", "end") if end in event.facts}
        elif event.name == "attvalue":
            key = event.facts.get("for") or event.facts.get("id", "")
            if key not in self.declared.columns[self.what]:
                what = f"uses the attribute {quote(key)}, which is not declared"
                raise one_problem(place(self.file, event.line), what, SAVE)
            row.facts[key] = event.facts.get("value", "")


FORM = Form("GEXF", "gexf", OWN, Declared, Rows)


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The nodes and the relations, with what GEXF itself says of them first, then the attributes by their titles.

    A relation that does not say which way it goes has the file's own default. Raises SeedError where the file cannot
    be read or is no GEXF.
    """
    return tables_of(FORM, path, file)


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    return seeds_in(FORM, path, file)
