"""GEXF 1.1 to 1.3 into a table of nodes and one of relations (https://gexf.net), read as it comes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.markup import SAVE, End, Note, Start, events
from gronagraf.importing.formats.tables import unlike
from gronagraf.importing.source import Source
from gronagraf.interchange import MADE_BY, seeds_from, unspelt
from gronagraf.reading.report import one_problem, place

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

    columns: dict[str, dict[str, str]] = field(default_factory=lambda: {"node": {}, "edge": {}})
    defaults: dict[str, dict[str, str]] = field(default_factory=lambda: {"node": {}, "edge": {}})
    direction: str = "undirected"
    seeds: str = ""

    def spelling(self, text: str) -> str:
        return unspelt(text) if self.seeds else text


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The nodes and the relations, with what GEXF itself says of them first, then the attributes by their titles.

    A relation that does not say which way it goes has the file's own default. Raises SeedError where the file cannot
    be read or is no GEXF.
    """
    declared = _declared(path, file)
    return tuple(
        Source(
            f"{what}s",
            file,
            (*OWN[what], *map(declared.spelling, declared.columns[what].values())),
            _rows(path, file, declared, what),
        )
        for what in ("node", "edge")
    )


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    text = _declared(path, file).seeds
    return seeds_from(unspelt(text), file) if text else ()


def _declared(path: Path, file: str) -> Declared:
    declared, what, at, first = Declared(), "", "", True
    for event in events(path, file):
        if isinstance(event, Note):
            declared.seeds = event.text if event.name == MADE_BY else declared.seeds
        elif isinstance(event, Start):
            if first and event.name != "gexf":
                raise one_problem(file, "is no GEXF", "give a file that begins with <gexf>")
            first = False
            if event.name in ("node", "edge"):
                break
            if event.name == "graph":
                declared.direction = event.facts.get("defaultedgetype", "undirected")
            elif event.name == "attributes":
                what = event.facts.get("class", "node")
            elif event.name == "attribute" and what in OWN:
                at = event.facts.get("id", "")
                names = declared.columns[what]
                names[at] = unlike(event.facts.get("title") or at, (*OWN[what], *names.values()))
        elif event.name == "default" and what in OWN:
            declared.defaults[what][at] = event.text
    return declared


def _rows(path: Path, file: str, declared: Declared, what: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of one kind; what is nested in a node stands among the others."""
    columns, open_rows = declared.columns[what], list[tuple[int, dict[str, str], dict[str, str]]]()
    inside = list[str]()
    for event in events(path, file):
        if isinstance(event, Start):
            if event.name in ("node", "edge"):
                inside.append(event.name)
            if event.name == what:
                own = ({"type": declared.direction} if what == "edge" else {}) | dict(event.facts)
                open_rows.append((event.line, own, dict(declared.defaults[what])))
            elif inside[-1:] == [what]:
                _take(event, open_rows[-1], columns, file)
        elif isinstance(event, End) and event.name in ("node", "edge"):
            inside.pop()
            if event.name == what:
                line, own, facts = open_rows.pop()
                cells = (*(own.get(part, "") for part in PARTS[what]), *(facts.get(each, "") for each in columns))
                yield line, [declared.spelling(cell) for cell in cells]


def _take(event: Start, row: tuple[int, dict[str, str], dict[str, str]], columns: dict[str, str], file: str) -> None:
    """What an element inside a node or a relation says of it; of values that change over time the last."""
    _, own, facts = row
    if event.name == "position":
        own |= {axis: event.facts[axis] for axis in ("x", "y") if axis in event.facts}
    elif event.name == "attvalue":
        key = event.facts.get("for") or event.facts.get("id", "")
        if key not in columns:
            what = f"uses the attribute {key!r:.60}, which is not declared"
            raise one_problem(place(file, event.line), what, SAVE)
        facts[key] = event.facts.get("value", "")
    elif event.name == "spell":
        own |= {end: event.facts[end] for end in ("start", "end") if end in event.facts}
