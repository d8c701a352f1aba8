"""A merge written into the seed's folder, what it replaces kept first; and where else the ids that went are named."""

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.graph import Graph, Node
from gronagraf.reading import read_seed, write_seed
from gronagraf.reading.extending import FindNodes, read_others
from gronagraf.reading.lines import unreadable
from gronagraf.reading.manifest import MANIFEST, holds_manifest, parse_manifest
from gronagraf.reading.report import Report, shown
from gronagraf.reading.writing import write_files
from gronagraf.schema import Model
from gronagraf.sync.keeping import keep, refuse_filled
from gronagraf.sync.merging import Merge

READABLE = (".csv", ".toml", ".json", ".md")
LARGEST = 20_000_000


def extended_nodes(path: Path, graph: Graph, model: Model) -> dict[str, Node]:
    """By id the nodes of the seeds that the seed at this path builds on."""
    report = Report()
    others, _ = read_others(path, graph.seeds[0], shown(path), model, None, report)
    report.raise_any()
    return others.nodes


def rewrite(merge: Merge, folder: Path, backup: Path, model: Model, find_nodes: FindNodes) -> None:
    """Keep the seed as it was in the folder `backup`, then write every table of it anew; `seed.toml` stays as it is.

    The new tables are read before they take the place of the old ones. Raises SeedError, and then the old ones stand.
    """
    refuse_filled(backup)
    texts = _checked_tables(merge.after, model, find_nodes)
    keep(merge.before, merge.before.seeds[0], backup, model, find_nodes)
    write_files(folder, texts)
    for kind in model.all:
        if (name := f"{kind.file}.csv") not in texts:
            _remove(folder / name)


def write_anew(merge: Merge, folder: Path, model: Model, find_nodes: FindNodes) -> None:
    """Write the merged seed into an empty folder. Raises SeedError."""
    keep(merge.after, merge.after.seeds[0], folder, model, find_nodes)


def _checked_tables(graph: Graph, model: Model, find_nodes: FindNodes) -> dict[str, str]:
    """The text of each table by the name of its file, read once to see that it is a seed."""
    with tempfile.TemporaryDirectory() as name:
        draft = Path(name)
        write_seed(graph, draft, model)
        read_seed(draft, model, find_nodes)
        return {path.name: path.read_bytes().decode() for path in sorted(draft.glob("*.csv"))}


def _remove(path: Path) -> None:
    """A table that has no row left; without it a seed has no such rows."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unreadable(shown(path), error) from None


def naming(folder: Path, seed: str, ids: Collection[str]) -> Iterator[Path]:
    """Files beside the tables, and tables of seeds beside this one that extend it, in which one of these ids stands."""
    whole = re.compile(rf"(?<![\w.:-])(?:{'|'.join(map(re.escape, ids))})(?![\w.:-])")
    own = (path for path in _files(folder) if path.suffix != ".csv" or path.name.startswith("not_"))
    extending = (path for each in _beside(folder) if _extends(each, seed) for path in _files(each))
    yield from (path for path in (*own, *extending) if whole.search(_text(path)))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in READABLE and path.is_file())
    except OSError:
        return []


def _beside(folder: Path) -> Iterable[Path]:
    try:
        found = sorted(folder.absolute().parent.iterdir())
    except OSError:
        return ()
    return (path for path in found if path != folder.absolute() and holds_manifest(path))


def _extends(folder: Path, seed: str) -> bool:
    try:
        names = parse_manifest(folder / MANIFEST, shown(folder)).values.get("extends")
    except SeedError:
        return False
    return isinstance(names, list) and seed in names


def _text(path: Path) -> str:
    """A text file that is not too large to be searched; of others nothing."""
    try:
        return path.read_text(encoding="utf-8") if path.stat().st_size <= LARGEST else ""
    except (OSError, UnicodeDecodeError):
        return ""
