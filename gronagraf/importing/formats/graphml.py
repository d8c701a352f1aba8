"""GraphML into a table of nodes and one of relations (http://graphml.graphdrawing.org/), read as it comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.elements import Form, cells, of_each_kind, seeds_in, tables_of
from gronagraf.importing.formats.markup import SAVE, End, Start
from gronagraf.importing.formats.tables import unlike
from gronagraf.importing.source import Source
from gronagraf.reading.report import one_problem, place
from gronagraf.values import quote

OWN = {"node": ("id",), "edge": ("id", "source_id", "target_id", "directed")}
PARTS = {"node": ("id",), "edge": ("id", "source", "target", "directed")}
PARTED = ("node", "edge", "graph")
SEEDS = "seeds"


@dataclass(slots=True)
class Keys:
    """What a file declares: for nodes and relations the column of each key, its default, and whether we made it."""

    columns: dict[str, dict[str, str]] = field(default_factory=of_each_kind)
    defaults: dict[str, dict[str, str]] = field(default_factory=of_each_kind)
    of_graph: dict[str, str] = field(default_factory=dict)
    at: str = ""
    seeds: str = ""
    directed: str = ""

    def begin(self, event: Start) -> None:
        if event.name == "graph":
            self.directed = {"directed": "true", "undirected": "false"}.get(event.facts.get("edgedefault", ""), "")
        elif event.name == "key":
            self.at = event.facts.get("id", "")
            self._declare(event.facts.get("attr.name") or event.facts.get("yfiles.type") or self.at, event.facts)
        elif event.name == "data":
            self.at = event.facts.get("key", "")

    def end(self, event: End) -> None:
        if event.name == "data" and self.of_graph.get(self.at) == SEEDS:
            self.seeds = event.text
        elif event.name == "default":
            for what, columns in self.columns.items():
                if self.at in columns:
                    self.defaults[what][self.at] = event.text

    def _declare(self, name: str, facts: Mapping[str, str]) -> None:
        of = facts.get("for", "all")
        if of == "graph":
            self.of_graph[self.at] = name
        for what, columns in self.columns.items():
            if of in (what, "all"):
                columns[self.at] = unlike(name, (*OWN[what], *columns.values()))


@dataclass(slots=True)
class Rows:
    """The rows of one kind as they are met; what is nested in a node stands among the others."""

    what: str
    keys: Keys
    file: str
    open: list[tuple[Start, dict[str, str]]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    key: str = ""

    def begin(self, event: Start) -> None:
        where = place(self.file, event.line)
        if event.name in ("hyperedge", "port"):
            raise one_problem(where, f"holds a {event.name}, which no table holds", SAVE)
        if event.name in PARTED:
            self.inside.append(event.name)
        if event.name == self.what:
            self.open.append((event, dict(self.keys.defaults[self.what])))
        elif event.name == "data":
            self.key = event.facts.get("key", "")
            if self.inside[-1:] == [self.what] and self.key not in self.keys.columns[self.what]:
                raise one_problem(where, f"uses the key {quote(self.key)}, which is not declared", SAVE)

    def end(self, event: End) -> tuple[int, list[str]] | None:
        """The row that ends here, if one does."""
        if event.name == "data" and self.inside[-1:] == [self.what]:
            self.open[-1][1][self.key] = event.text
        elif event.name in PARTED:
            self.inside.pop()
            if event.name == self.what:
                return self._row(*self.open.pop())
        return None

    def _row(self, start: Start, facts: Mapping[str, str]) -> tuple[int, list[str]]:
        default = {} if self.keys.seeds else {"directed": self.keys.directed}
        own = (start.facts.get(part, default.get(part, "")) for part in PARTS[self.what])
        return start.line, cells(self.keys, self.what, own, facts)


FORM = Form("GraphML", "graphml", OWN, Keys, Rows)


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The nodes and the relations. Columns: `id`, of relations also `source_id`, `target_id` and `directed`, then keys.

    A relation that does not say whether it is directed is as the graph says of all, in files that are not our own.

    Raises SeedError where the file cannot be read or is no GraphML.
    """
    return tables_of(FORM, path, file)


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    return seeds_in(FORM, path, file)
