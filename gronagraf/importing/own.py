"""Our own exports back into the graph that they were made from."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.importing.formats.linked import linked_seeds, read_linked
from gronagraf.importing.source import Source
from gronagraf.interchange import SEED, TYPE, field_of
from gronagraf.reading.report import Report, place, shown
from gronagraf.schema import NOTE, EdgeType, Model, NodeType
from gronagraf.values import UnreadableValueError, did_you_mean, parse, quote

LINKED = (".ttl", ".nt", ".jsonld")
READERS = {".graphml": "graphml", ".gexf": "gexf", ".json": "kumu", ".xlsx": "kumu_book"}
"""The module that reads a file, by how its name ends."""


def own_seeds(path: Path) -> tuple[SeedInfo, ...]:
    """The seeds that a file says it holds; none where we did not make it. Raises SeedError where it cannot be read."""
    if path.suffix.casefold() in LINKED:
        return linked_seeds(path)
    reader = READERS.get(path.suffix.casefold())
    if not reader:
        return ()
    found: tuple[SeedInfo, ...] = _module(reader).seeds_of(path, shown(path))
    return found


def read_own(path: Path, model: Model) -> Graph:
    """The graph of a file of our own, in the order of the file. Raises SeedError with every problem found."""
    if path.suffix.casefold() in LINKED:
        return read_linked(path, model)
    report = Report()
    nodes, edges = _module(READERS[path.suffix.casefold()]).read(path, shown(path))
    graph = Graph(tuple(_nodes(nodes, model, report)), tuple(_edges(edges, model, report)), own_seeds(path))
    report.raise_any()
    return graph


def own_positions(path: Path) -> dict[str, tuple[float, float]]:
    """Where the nodes of a file of our own stand, y downwards; empty where it says nothing of that."""
    if path.suffix.casefold() in LINKED:
        return {}
    nodes, _ = _module(READERS[path.suffix.casefold()]).read(path, shown(path))
    if not {"x", "y"} <= set(nodes.columns):
        return {}
    at = {name: nodes.columns.index(name) for name in ("id", "x", "y")}
    placed = ((cells[at["id"]], cells[at["x"]], cells[at["y"]]) for _, cells in nodes.rows)
    return {id_: (float(x), -float(y)) for id_, x, y in placed if x and y}


def _module(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return import_module(f"gronagraf.importing.formats.{name}")


def _nodes(source: Source, model: Model, report: Report) -> Iterator[Node]:
    id_name = "node_id" if "node_id" in source.columns else "id"
    for line, row in _rows(source):
        kind = model.labels.get(row.get(TYPE, ""))
        facts = _facts(row, kind, place(source.file, line), report)
        yield Node(row.get(TYPE, ""), row.get(id_name, ""), facts, row.get(SEED, ""))


def _edges(source: Source, model: Model, report: Report) -> Iterator[Edge]:
    for line, row in _rows(source):
        kind = model.types.get(row.get(TYPE, ""))
        facts = _facts(row, kind, place(source.file, line), report)
        yield Edge(row.get(TYPE, ""), row.get("source_id", ""), row.get("target_id", ""), facts, row.get(SEED, ""))


def _rows(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    for line, cells in source.rows:
        yield line, {name: cell for name, cell in zip(source.columns, cells, strict=True) if cell}


def _facts(row: Mapping[str, str], kind: NodeType | EdgeType | None, where: str, report: Report) -> dict[str, Value]:
    """The fields of a row, typed as the model says; what it does not know of is reported."""
    if kind is None:
        report.add(where, f"{quote(row.get(TYPE, ''))} is not a type of the model", "export it again")
        return {}
    facts: dict[str, Value] = {}
    for column, cell in row.items():
        name = NOTE.name if column == "description" else field_of(column)
        if name in kind.columns:
            try:
                own = kind.columns[name].kind
                facts[name] = cell if own.name == "text" else parse(own, cell)
            except UnreadableValueError as error:
                report.refuse(f"{where}: {name}", error)
        elif name and name != "edge_kind":
            report.add(
                where, f"{quote(name)} is not a field of {kind.name}", did_you_mean(name, kind.columns, "leave it out")
            )
    return facts
