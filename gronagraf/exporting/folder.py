"""A folder that is written whole or not at all, and takes the place only of what an earlier export left there."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gronagraf.errors import GronagrafError, Problem
from gronagraf.exporting.writing import refused


@contextlib.contextmanager
def whole_folder(path: Path, mark: str) -> Iterator[Path]:
    """A folder to write into, which takes the place of the old one when the block has ended.

    `mark` is a file by which an earlier export is known. Raises GronagrafError where the folder holds anything else,
    and for what the system refuses; the old folder is whole then, and also when the block raises.
    """
    path = path.absolute()
    try:
        _refuse_strangers(path, mark)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent))
    except OSError as error:
        raise refused(path, error) from error
    try:
        yield draft
        draft.chmod(0o755)
        _take_the_place(path, draft)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _refuse_strangers(path: Path, mark: str) -> None:
    if path.is_dir():
        if any(path.iterdir()) and not (path / mark).is_file():
            raise GronagrafError([Problem(str(path), "holds other files", "name a new or an empty folder")])
    elif path.exists() or path.is_symlink():
        raise GronagrafError([Problem(str(path), "is a file, and this format is a folder", "name another place")])


def _take_the_place(path: Path, draft: Path) -> None:
    old = draft.with_suffix(".old")
    if path.exists():
        path.rename(old)
    draft.rename(path)
    shutil.rmtree(old, ignore_errors=True)
