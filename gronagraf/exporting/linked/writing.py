"""Pieces of text into a file, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from gronagraf.errors import GronagrafError, Problem
from gronagraf.views.files import whole_file

ENOUGH = 1 << 16


def write_pieces(path: Path, pieces: Iterable[str]) -> tuple[Path, ...]:
    """Write the pieces as UTF-8 as they come; the one file written. Raises GronagrafError."""
    waiting: list[str] = []
    size = 0
    try:
        with whole_file(path) as file:
            for piece in pieces:
                waiting.append(piece)
                size += len(piece)
                if size > ENOUGH:
                    file.write("".join(waiting).encode())
                    waiting, size = [], 0
            file.write("".join(waiting).encode())
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        remedy = "check the path, your rights and the space left, or name another file"
        raise GronagrafError([Problem(str(path), what, remedy)]) from error
    return (path,)
