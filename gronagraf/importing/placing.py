"""The seed that an import makes, checked as every seed is before it takes its place in a folder."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Graph, Node
from gronagraf.reading import read_seed, write_seed
from gronagraf.reading.extending import FindNodes
from gronagraf.reading.manifest import MANIFEST, holds_manifest
from gronagraf.reading.report import one_problem, shown
from gronagraf.schema import Model

MODE = 0o777


def place_seed(
    graph: Graph, folder: Path, model: Model, *, over: bool = False, find_nodes: FindNodes | None = None
) -> tuple[Path, ...]:
    """Write the one seed of a graph to a new or empty folder, or over a seed; the files written.

    It is written beside the folder first and read back through every check; only then it takes the folder's place, all
    at once. With `over` a seed that lies there is replaced; what lies beside its tables, such as a README, stays.
    Raises SeedError for a folder that is not free, for what the checks find and for what the system refuses.
    """
    folder = Path(folder)
    refuse_used(folder, over=over)
    try:
        with _beside(folder) as draft:
            names = [path.name for path in _written(graph, draft, folder, model, find_nodes)]
            _keep_the_rest(folder, draft, model)
            _swap(draft, folder)
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise one_problem(shown(folder), what, "check the path, your rights and the space left") from None
    return tuple(folder / name for name in names)


def refuse_used(folder: Path, *, over: bool) -> None:
    """Raises SeedError for a folder that holds something else than what may be replaced."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir() or folder.is_symlink():
        raise one_problem(shown(folder), "is not a folder", "name a new folder")
    used = any(not each.name.startswith(".") for each in folder.iterdir())
    if used and not over:
        remedy = "name a new folder, or give --replace to write over the seed there"
        raise one_problem(shown(folder), "is not empty", remedy if holds_manifest(folder) else "name a new folder")
    if used and not holds_manifest(folder):
        raise one_problem(shown(folder), "holds something that is no seed", "name a new folder: it is left alone")


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder beside one, gone when the block ends."""
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", suffix=".part", dir=parent))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _written(graph: Graph, draft: Path, folder: Path, model: Model, find_nodes: FindNodes | None) -> tuple[Path, ...]:
    """Write the seed and check it; raises SeedError with its places in the folder that it will lie in."""
    own = draft / "seed"
    try:
        files = write_seed(graph, own, model)
        read_seed(own, model, find_nodes or _looking_beside(folder, model))
    except SeedError as error:
        moved = [_moved(each, draft, folder) for each in error.problems]
        first = Problem("", f"{shown(folder)} would not be a sound seed, so nothing was written", "mend what follows")
        raise SeedError([first, *moved]) from None
    return files


def _moved(problem: Problem, draft: Path, folder: Path) -> Problem:
    """A problem of the draft in the words of the folder that it was to be, and of those beside that."""

    def told(text: str) -> str:
        return text.replace(shown(draft / "seed"), shown(folder)).replace(shown(draft), shown(folder.absolute().parent))

    return Problem(told(problem.where), told(problem.what), told(problem.remedy))


def _looking_beside(folder: Path, model: Model) -> FindNodes:
    """Seeds that this one extends lie beside the folder that it will be in, not beside the draft."""

    def find(name: str) -> Iterable[Node] | None:
        path = folder.absolute().parent / name
        return read_seed(path, model).nodes if holds_manifest(path) else None

    return find


def _keep_the_rest(folder: Path, draft: Path, model: Model) -> None:
    """Copy what lies in the folder and is no part of the seed."""
    own = {MANIFEST, *(f"{name}.csv" for name in model.files)}
    if not folder.is_dir():
        return
    for each in folder.iterdir():
        if each.name not in own:
            target = draft / "seed" / each.name
            if each.is_dir() and not each.is_symlink():
                shutil.copytree(each, target, symlinks=True)
            else:
                shutil.copy2(each, target, follow_symlinks=False)


def _swap(draft: Path, folder: Path) -> None:
    """Let the new folder take the place of the old one, which comes back if that fails."""
    old = draft / "old"
    if folder.is_dir():
        mode = folder.stat().st_mode & MODE
        folder.rename(old)
        (draft / "seed").chmod(mode)
    try:
        (draft / "seed").rename(folder)
    except OSError:
        if old.is_dir():
            old.rename(folder)
        raise
