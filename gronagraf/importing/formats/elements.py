"""What GEXF and GraphML share: a head that declares columns, then nodes and relations, each read as it comes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.markup import End, Note, Start, events
from gronagraf.importing.source import Source
from gronagraf.interchange import MADE_BY, seeds_from, unspelt
from gronagraf.reading.report import one_problem

KINDS = ("node", "edge")


def of_each_kind() -> dict[str, dict[str, str]]:
    return {kind: {} for kind in KINDS}


class Head(Protocol):
    """What a file declares: for nodes and relations the column of each key and its default, and the seeds it holds."""

    columns: dict[str, dict[str, str]]
    defaults: dict[str, dict[str, str]]
    seeds: str

    def begin(self, event: Start) -> None: ...

    def end(self, event: End) -> None: ...


class Rows(Protocol):
    """The rows of one kind as they are met; the end of an element may end a row, which is given with its line."""

    def begin(self, event: Start) -> None: ...

    def end(self, event: End) -> tuple[int, list[str]] | None: ...


Declared = TypeVar("Declared", bound=Head)


@dataclass(frozen=True, slots=True)
class Form(Generic[Declared]):
    """A format: its name, its first element, the columns that it has by itself, and how its head and rows are read."""

    name: str
    root: str
    own: Mapping[str, tuple[str, ...]]
    head: Callable[[], Declared]
    rows: Callable[[str, Declared, str], Rows]


def tables_of(form: Form[Declared], path: Path, file: str) -> tuple[Source, ...]:
    """The nodes and the relations: what the format itself says of them first, then what the file has declared.

    Raises SeedError where the file cannot be read or is of another format.
    """
    head = _head(form, path, file)
    return tuple(
        Source(f"{kind}s", file, _columns(form, head, kind), _rows(path, file, form.rows(kind, head, file)))
        for kind in KINDS
    )


def seeds_in(form: Form[Declared], path: Path, file: str) -> tuple[SeedInfo, ...]:
    """The seeds that a file of our own says it holds; none where it is another's."""
    text = _head(form, path, file).seeds
    return seeds_from(unspelt(text), file) if text else ()


def cells(head: Head, kind: str, own: Iterable[str], facts: Mapping[str, str]) -> list[str]:
    """A row: what the format itself says, then each key that the file has declared, in the order of the columns."""
    return [_spelling(head, cell) for cell in (*own, *(facts.get(key, "") for key in head.columns[kind]))]


def _spelling(head: Head, text: str) -> str:
    return unspelt(text) if head.seeds else text


def _columns(form: Form[Declared], head: Head, kind: str) -> tuple[str, ...]:
    return (*form.own[kind], *(_spelling(head, name) for name in head.columns[kind].values()))


def _head(form: Form[Declared], path: Path, file: str) -> Declared:
    """What stands before the first node or relation."""
    head, root = form.head(), ""
    for event in events(path, file):
        if isinstance(event, Note):
            head.seeds = event.text if event.name == MADE_BY else head.seeds
        elif isinstance(event, End):
            head.end(event)
        else:
            root = root or event.name
            if root != form.root:
                raise one_problem(file, f"is no {form.name}", f"give a file that begins with <{form.root}>")
            if event.name in KINDS:
                break
            head.begin(event)
    return head


def _rows(path: Path, file: str, rows: Rows) -> Iterator[tuple[int, list[str]]]:
    for event in events(path, file):
        if isinstance(event, Start):
            rows.begin(event)
        elif isinstance(event, End) and (row := rows.end(event)):
            yield row
