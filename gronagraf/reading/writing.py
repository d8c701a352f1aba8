"""A graph as a seed folder in canonical form: the same graph always gives the same bytes."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.reading.manifest import MANIFEST
from gronagraf.reading.report import Report, one_problem, place, shown
from gronagraf.schema import EdgeType, Model, NodeType

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_seed(graph: Graph, folder: Path, model: Model) -> tuple[Path, ...]:
    """Write the one seed of a graph, and only what belongs to it; the files written, `seed.toml` first.

    UTF-8, comma, LF, only columns in use, nodes by id, edges by ends and key fields. Each file replaces the old one
    whole or not at all. Raises SeedError for a graph with more or less than one seed or with types that the model
    lacks, for a table in the folder that the graph has no rows for, and for what the system refuses.
    """
    folder = Path(folder)
    if len(graph.seeds) != 1:
        what = f"the graph holds {len(graph.seeds)} seeds, and a folder holds one"
        raise one_problem(shown(folder), what, "write one seed at a time")
    info = graph.seeds[0]
    rows = _rows(graph, info.name)
    _check(rows, folder, model)
    texts = {MANIFEST: manifest_text(info)}
    for kind in model.all:
        if kind.name in rows:
            texts[f"{kind.file}.csv"] = _table_text(kind, rows[kind.name])
    return write_files(folder, texts)


def write_files(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write UTF-8 files into a folder, made when it is missing; old ones stay until all the new ones are on the disk.

    Raises SeedError for what the system refuses.
    """
    drafts = {name: folder / f".{name}.writing" for name in texts}
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            path = folder / name
            drafts[name].write_text(text, encoding="utf-8", newline="\n")
        for name, draft in drafts.items():
            path = folder / name
            draft.replace(path)
    except OSError as error:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()
        what = f"cannot be written ({error.strerror or error})"
        raise one_problem(
            shown(path), what, "check the path, your rights and the space left, then write again"
        ) from None
    return tuple(folder / name for name in texts)


def _rows(graph: Graph, seed: str) -> dict[str, list[Node | Edge]]:
    """What belongs to the seed, by type."""
    rows: dict[str, list[Node | Edge]] = defaultdict(list)
    for node in graph.nodes:
        if node.seed in ("", seed):
            rows[node.label].append(node)
    for edge in graph.edges:
        if edge.seed in ("", seed):
            rows[edge.type].append(edge)
    return rows


def _check(rows: Mapping[str, object], folder: Path, model: Model) -> None:
    report = Report()
    for name in sorted(set(rows) - {each.name for each in model.all}):
        report.add(
            place(shown(folder), 0, name), "is not a type of the model", "write with the model that it was made by"
        )
    for kind in model.all:
        path = folder / f"{kind.file}.csv"
        if kind.name not in rows and path.exists():
            what = f"lies there already, but the graph has no {kind.name}"
            report.add(shown(path), what, "remove it, or write to an empty folder")
    report.raise_any()


def _table_text(kind: NodeType | EdgeType, rows: Iterable[Node | Edge]) -> str:
    lines = sorted(
        (_cells(kind, row) for row in rows), key=lambda cells: [cells.get(name, "") for name in _order(kind)]
    )
    used = {name for cells in lines for name in cells}
    always = ("id", "name") if isinstance(kind, NodeType) else ("from", "to")
    return table_text([name for name in kind.header if name in used or name in always], lines)


def table_text(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table as canonical CSV text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return text.getvalue()


def _order(kind: NodeType | EdgeType) -> tuple[str, ...]:
    return ("id",) if isinstance(kind, NodeType) else ("from", "to", *kind.key)


def _cells(kind: NodeType | EdgeType, row: Node | Edge) -> dict[str, str]:
    facts = {name: _text(value) for name, value in row.facts.items() if name in kind.columns}
    if isinstance(row, Node):
        return {"id": row.id, **facts}
    start, end = sorted((row.start, row.end)) if isinstance(kind, EdgeType) and kind.symmetric else (row.start, row.end)
    return {"from": start, "to": end, **facts}


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def manifest_text(info: SeedInfo) -> str:
    """The `seed.toml` of a seed: name and title always, the rest where it says something."""
    texts = ("name", "title", "title_en", "description", "description_en", "publisher", "licence")
    lines = [f"{key} = {_toml(getattr(info, key))}" for key in texts if getattr(info, key) or key in ("name", "title")]
    if info.date:
        lines.append(f"date = {info.date if FULL_DATE.fullmatch(info.date) else _toml(info.date)}")
    if info.fictional:
        lines.append("fictional = true")
    for key, names in (("extends", info.extends), ("complete", info.complete)):
        if names:
            lines.append(f"{key} = [{', '.join(map(_toml, names))}]")
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
