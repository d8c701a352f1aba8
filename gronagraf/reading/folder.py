"""A seed folder: which file holds which table, and what does not belong there."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.reading.delimited import open_table
from gronagraf.reading.lines import unreadable
from gronagraf.reading.manifest import MANIFEST, Manifest, holds_manifest, parse_manifest
from gronagraf.reading.report import Report, one_problem, shown
from gronagraf.reading.suggestions import file_names, meant
from gronagraf.reading.table import Table
from gronagraf.schema import EdgeType, Model, NodeType
from gronagraf.values import quote

BESIDE = (
    "readme*",
    "licen[cs]e*",
    "*.md",
    "positions*.json",
    "story*.toml",
    "story*.json",
    "not_the_same.csv",
    "thumbs.db",
    "desktop.ini",
)
WORKBOOKS = (".xlsx", ".ods")
WRITE = "see `gronagraf template` for the files of a seed"


@dataclass(frozen=True, slots=True)
class Folder:
    """The tables of a seed folder by the name of their type, and the labels whose rows may stand in a misnamed file."""

    path: Path
    about: Path | None
    tables: dict[str, Path]
    misnamed: frozenset[str]
    is_form: bool = False

    def manifest(self) -> Manifest:
        if self.about is None:
            raise one_problem(shown(self.path / MANIFEST), "is missing", 'write one with name = "…" and title = "…"')
        return parse_manifest(self.about, shown(self.about))

    def nodes(self, model: Model) -> Iterator[Table]:
        for kind in model.nodes:
            if kind.name in self.tables:
                yield self._table(kind)

    def edges(self, model: Model) -> Iterator[tuple[EdgeType, Table]]:
        for kind in model.edges:
            if kind.name in self.tables:
                yield kind, self._table(kind)

    def _table(self, kind: NodeType | EdgeType) -> Table:
        path = self.tables[kind.name]
        return open_table(path, shown(path), kind)


def open_folder(path: Path, model: Model, report: Report) -> Folder:
    """What lies in a seed folder, its faults reported. Raises SeedError when it is not a folder or cannot be read."""
    try:
        with os.scandir(path) as listing:
            entries = sorted((each for each in listing if not each.name.startswith(".")), key=lambda each: each.name)
        home = path.resolve(strict=True)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    if not entries:
        raise one_problem(shown(path), "is an empty folder", WRITE)
    names = {entry.name for entry in entries}
    if MANIFEST not in names and not any(name.casefold().endswith(".csv") for name in names):
        what = f"is no seed: it holds neither {MANIFEST} nor a table"
        raise one_problem(shown(path), what, _seeds_below(path, entries) or WRITE)
    files = [entry.name for entry in entries if _is_file(entry, home, shown(path / entry.name), report)]
    tables = {kind.name: path / f"{file}.csv" for file, kind in model.files.items() if f"{file}.csv" in files}
    strangers = [name for name in files if name != MANIFEST and path / name not in tables.values()]
    misnamed = {kind for name in strangers for kind in _report_stranger(name, path, tables, model, report)}
    misnamed |= {kind.name for file, kind in model.files.items() if f"{file}.csv" in names - set(files)}
    if not tables and not misnamed:
        report.add(shown(path), "holds no table of a seed", _seeds_below(path, entries) or WRITE)
    return Folder(path, path / MANIFEST if MANIFEST in files else None, tables, frozenset(misnamed))


def _refused(path: Path, error: OSError | ValueError) -> SeedError:
    where = shown(path)
    if isinstance(error, FileNotFoundError):
        return one_problem(where, "does not exist", "give the folder or the workbook of a seed")
    if isinstance(error, NotADirectoryError):
        return one_problem(
            where, "is a file", f"give the folder that holds {MANIFEST} and the tables, or a workbook (.xlsx or .ods)"
        )
    if isinstance(error, OSError):
        return unreadable(where, error)
    return one_problem(where, "is not a path", "give the folder or the workbook of a seed")


def _is_file(entry: "os.DirEntry[str]", home: Path, where: str, report: Report) -> bool:
    """Whether an entry is a plain file inside the folder; what is not is reported."""
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(home):
            report.add(where, "is a link that leads out of the folder", "put the file itself in the folder")
        elif entry.is_dir():
            report.add(where, "is a folder, and a seed has none inside it", "move it out of the seed")
        elif not entry.is_file():
            report.add(where, "is not a file", "remove it from the seed")
        else:
            return True
    except (OSError, RuntimeError):
        report.add(where, "is a link that leads nowhere", "put the file itself in the folder")
    return False


def _report_stranger(name: str, path: Path, tables: Mapping[str, Path], model: Model, report: Report) -> set[str]:
    """Report a file that is neither a table nor allowed beside them; the labels whose rows may stand in it."""
    if any(fnmatchcase(name.casefold(), pattern) for pattern in BESIDE):
        return set()
    stem, _, ending = name.rpartition(".")
    near = meant(stem or name, file_names(model))
    if ending.casefold() != "csv":
        remedy = "a seed holds seed.toml, CSV tables, README, LICENSE, positions*.json and story files: move it out"
        report.add(shown(path / name), "does not belong in a seed", remedy)
        return set()
    known = f"the tables are {', '.join(f'{file}.csv' for file in model.files)}"
    remedy = f"did you mean {quote(f'{near}.csv')}?" if near else known
    report.add(shown(path / name), "is not a table of the model", remedy)
    return set(model.labels) - set(tables)


def _seeds_below(path: Path, entries: Sequence["os.DirEntry[str]"]) -> str:
    seeds = (each.name for each in entries if each.name.endswith(WORKBOOKS) or holds_manifest(path / each.name))
    below = [f'"{shown(path / name)}"' for name in seeds]
    return f"did you mean {' or '.join(below[:3])}?" if below else ""
