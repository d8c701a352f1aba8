"""A file that is written piece by piece and stands there whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from gronagraf.errors import GronagrafError, Problem
from gronagraf.views.files import whole_file

CHUNK = 500


def write_pieces(path: Path, pieces: Iterable[str]) -> tuple[Path, ...]:
    """Write pieces of text as UTF-8; the old file stays until all are on the disk. Raises GronagrafError."""
    try:
        with whole_file(path) as file:
            waiting: list[str] = []
            for piece in pieces:
                waiting.append(piece)
                if len(waiting) == CHUNK:
                    file.write("".join(waiting).encode())
                    waiting.clear()
            file.write("".join(waiting).encode())
    except BrokenPipeError:  # --out /dev/stdout | head
        raise
    except OSError as error:
        raise refused(path, error) from error
    return (path,)


def refused(path: Path, error: OSError) -> GronagrafError:
    """What the system said about a file to be written, as a problem."""
    what = f"cannot be written ({error.strerror or error})"
    return GronagrafError([Problem(str(path), what, "check the path, your rights and the space left, or name another")])
