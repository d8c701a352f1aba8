"""A merge written into the seed's folder, what it replaces kept first; and where else the ids that went are named."""

import errno
import re
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Searched:
    """The files in which an id stands, and the files and folders that could not be read, or are too large."""

    naming: list[Path]
    unread: list[Path]


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


def naming(folder: Path, seed: str, ids: Collection[str]) -> Searched:
    """Files beside the tables, and tables of seeds beside this one that extend it, in which one of these ids stands."""
    whole = re.compile(rf"(?<![\w.:-])(?:{'|'.join(map(re.escape, ids))})(?![\w.:-])")
    searched = Searched([], [])
    own = (path for path in _files(folder, searched) if path.suffix != ".csv" or path.name.startswith("not_"))
    beside = (each for each in _beside(folder, searched) if _extends(each, seed, searched))
    for path in (*own, *(path for each in beside for path in _files(each, searched))):
        try:
            if whole.search(_text(path)):
                searched.naming.append(path)
        except (OSError, UnicodeDecodeError):
            searched.unread.append(path)
    return searched


def _files(folder: Path, searched: Searched) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in READABLE and path.is_file())
    except OSError:
        searched.unread.append(folder)
        return []


def _beside(folder: Path, searched: Searched) -> Iterator[Path]:
    """The seed folders beside this one."""
    home = folder.absolute()
    try:
        found = sorted(home.parent.iterdir())
    except OSError:
        searched.unread.append(home.parent)
        return
    yield from (path for path in found if path != home and holds_manifest(path))


def _extends(folder: Path, seed: str, searched: Searched) -> bool:
    try:
        names = parse_manifest(folder / MANIFEST, shown(folder)).values.get("extends")
    except SeedError:
        searched.unread.append(folder / MANIFEST)
        return False
    return isinstance(names, list) and seed in names


def _text(path: Path) -> str:
    """A text file. Raises OSError, for one that is too large to be searched too, and UnicodeDecodeError."""
    if path.stat().st_size > LARGEST:
        raise OSError(errno.EFBIG, "is too large to be searched")
    return path.read_text(encoding="utf-8")
