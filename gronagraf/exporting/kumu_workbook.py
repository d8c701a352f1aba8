"""Kumu's workbook: a sheet of elements and one of connections (https://docs.kumu.io/guides/import/import).

They say what the JSON says, but each thing once, since cells take time: a name that is the label has no column of its
own, nor has the seed where there is one only. The last sheet, which Kumu is told to ignore, says where it all comes
from. Several values of one cell are what Kumu makes of a text with `|` in it.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gronagraf.exporting.columns import columns_of
from gronagraf.exporting.export import Export
from gronagraf.exporting.kumu_rows import DESCRIPTION, connections, elements
from gronagraf.exporting.telling import about, title_of
from gronagraf.exporting.writing import refused
from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.interchange import SEED, TYPE, field_of, seeds_text
from gronagraf.schema import NAME, NOTE
from gronagraf.views.workbook.book import LONGEST_TEXT, MOST_ROWS, Book, open_book, refuse_long, too_many

ELEMENTS = ("id", "label", "type", DESCRIPTION, "node_id", TYPE)
CONNECTIONS = ("id", "from", "to", "direction", "type", DESCRIPTION, "source_id", "target_id", TYPE)
HEADINGS = {"id": "ID", "label": "Label", "from": "From", "to": "To", "direction": "Direction", "type": "Type"}
IGNORED = "Gronagraf (ignore)"


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as one workbook; the paths written. Raises GronagrafError, also for more than a sheet holds."""
    with _told(path), open_book(path, big=True, title=title_of(export)) as book:
        seed = () if _of_one_seed(export.graph) else (SEED,)
        nodes, edges = _fields(export.graph.nodes, export), _fields(export.graph.edges, export)
        _sheet(book, "Elements", (*ELEMENTS, *seed, *nodes), map(_label_once, elements(export)))
        _sheet(book, "Connections", (*CONNECTIONS, *seed, *edges), connections(export))
        _about(book, export)
    return (path,)


def _of_one_seed(graph: Graph) -> bool:
    """Whether all is of the one seed told of: ends of relations may lie in seeds that it extends."""
    told_of = {node.seed for node in graph.nodes} | {edge.seed for edge in graph.edges}
    return told_of <= {seed.name for seed in graph.seeds[:1]}


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refused(path, error) from error


def _fields(items: "Iterable[Node] | Iterable[Edge]", export: Export) -> list[str]:
    return [column.name for column in columns_of(items, export.model) if column.field != NOTE.name]


def _label_once(row: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in row.items() if name != NAME.name or value != row["label"]}


def _sheet(book: Book, name: str, columns: Sequence[str], rows: Iterable[dict[str, Value]]) -> None:
    sheet = book.sheet(name)
    for at, column in enumerate(columns):
        sheet.put(0, at, HEADINGS.get(column, column))
    for number, row in enumerate(rows, 1):
        if number == MOST_ROWS:
            raise too_many(name, number)
        for at, column in enumerate(columns):
            if column in row:
                _refuse_long(row, column, row[column])
                sheet.put(number, at, row[column])


def _refuse_long(row: dict[str, Value], column: str, value: Value) -> None:
    """Raises GronagrafError that names the node or relation and the field, where no cell can hold the text."""
    if isinstance(value, str) and len(value) * 2 > LONGEST_TEXT:
        who = row["node_id"] if "node_id" in row else f"{row['source_id']} → {row['target_id']}"
        name = NOTE.name if column == DESCRIPTION else field_of(column) or column
        refuse_long(f"{row[TYPE]} {who}: {name}", value)


def _about(book: Book, export: Export) -> None:
    """What the file is, in words and, in as many cells as it takes, as JSON."""
    sheet, text = book.sheet(IGNORED), seeds_text(export.graph.seeds)
    sheet.put(0, 0, about(export)[:LONGEST_TEXT])
    step = LONGEST_TEXT // 2
    for row, start in enumerate(range(0, len(text), step), 1):
        sheet.put(row, 0, text[start : start + step])
