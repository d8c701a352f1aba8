"""GraphML into a table of nodes and one of relations (http://graphml.graphdrawing.org/), read as it comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.markup import SAVE, End, Start, events
from gronagraf.importing.formats.tables import unlike
from gronagraf.importing.source import Source
from gronagraf.interchange import seeds_from, unspelt
from gronagraf.reading.report import one_problem, place

OWN = {"node": ("id",), "edge": ("id", "source_id", "target_id", "directed")}
PARTS = {"node": ("id",), "edge": ("id", "source", "target", "directed")}
SEEDS = "seeds"


@dataclass(slots=True)
class Keys:
    """What a file declares: for nodes and relations the column of each key, its default, and whether we made it."""

    columns: dict[str, dict[str, str]] = field(default_factory=lambda: {"node": {}, "edge": {}})
    defaults: dict[str, dict[str, str]] = field(default_factory=lambda: {"node": {}, "edge": {}})
    names: dict[str, str] = field(default_factory=dict)
    seeds: str = ""

    def spelling(self, text: str) -> str:
        return unspelt(text) if self.seeds else text


def read(path: Path, file: str) -> tuple[Source, ...]:
    """The nodes and the relations. Columns: `id`, of relations also `source_id`, `target_id` and `directed`, then keys.

    Raises SeedError where the file cannot be read or is no GraphML.
    """
    keys = _keys(path, file)
    return tuple(
        Source(f"{what}s", file, (*OWN[what], *map(keys.spelling, keys.columns[what].values())), _rows(path, file, keys, what))
        for what in ("node", "edge")
    )


def seeds_of(path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    text = _keys(path, file).seeds
    return seeds_from(unspelt(text), file) if text else ()


def _keys(path: Path, file: str) -> Keys:
    keys, at = Keys(), ""
    for number, event in enumerate(events(path, file)):
        if number == 0 and (not isinstance(event, Start) or event.name != "graphml"):
            raise one_problem(file, "is no GraphML", "give a file that begins with <graphml>")
        if isinstance(event, Start):
            if event.name in ("node", "edge"):
                break
            if event.name in ("key", "data"):
                at = event.facts.get("id" if event.name == "key" else "key", "")
            if event.name == "key":
                _declare(keys, at, event.facts)
        elif isinstance(event, End) and event.name == "default":
            for what, columns in keys.columns.items():
                if at in columns:
                    keys.defaults[what][at] = event.text
        elif isinstance(event, End) and event.name == "data" and keys.names.get(at) == SEEDS:
            keys.seeds = event.text
    return keys


def _declare(keys: Keys, key: str, facts: Mapping[str, str]) -> None:
    name = facts.get("attr.name") or facts.get("yfiles.type") or key
    of = facts.get("for", "all")
    if of == "graph":
        keys.names[key] = name
    for what, columns in keys.columns.items():
        if of in (what, "all"):
            columns[key] = unlike(name, (*OWN[what], *columns.values()))


def _rows(path: Path, file: str, keys: Keys, what: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of one kind; what is nested in a node stands among the others."""
    columns, open_rows = keys.columns[what], list[tuple[Start, dict[str, str]]]()
    inside, key = list[str](), ""
    for event in events(path, file):
        if isinstance(event, Start):
            if event.name in ("hyperedge", "port"):
                raise one_problem(place(file, event.line), f"holds a {event.name}, which no table holds", SAVE)
            if event.name in ("node", "edge", "graph"):
                inside.append(event.name)
            if event.name == what:
                open_rows.append((event, dict(keys.defaults[what])))
            elif event.name == "data":
                key = event.facts.get("key", "")
                if inside[-1:] == [what] and key not in columns:
                    raise one_problem(place(file, event.line), f"uses the key {key!r:.60}, which is not declared", SAVE)
        elif isinstance(event, End):
            if event.name == "data" and inside[-1:] == [what]:
                open_rows[-1][1][key] = event.text
            elif event.name in ("node", "edge", "graph"):
                inside.pop()
                if event.name == what:
                    start, facts = open_rows.pop()
                    own = [start.facts.get(part, "") for part in PARTS[what]]
                    yield start.line, [keys.spelling(text) for text in (*own, *(facts.get(each, "") for each in columns))]
