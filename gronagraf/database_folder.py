"""The folder of an embedded database: its marker, its accounts, who serves it, and the lock that one process holds."""

import contextlib
import json
import os
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gronagraf.accounts import Account
from gronagraf.errors import StoreError

FORMAT = 1
WRITER = "root"
READER = "reader"
OURS = "gronagraf."


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may write and who may only read; made once for a folder."""

    writer: Account
    reader: Account


@dataclass(frozen=True, slots=True)
class DatabaseFolder:
    """Where the files of an embedded database lie. Every method raises StoreError where the disk refuses."""

    path: Path

    @property
    def marker(self) -> Path:
        return self.path / "gronagraf.json"

    @property
    def lock(self) -> Path:
        return self.path / "gronagraf.lock"

    @property
    def accounts_file(self) -> Path:
        return self.path / "accounts.json"

    @property
    def server_file(self) -> Path:
        return self.path / "server.json"

    def prepare(self) -> None:
        """Make the folder, or refuse one that holds something else than a database of this format."""
        with refusals(self.path):
            if self.path.exists() and not self.path.is_dir():
                raise StoreError(f"{self.path}: is a file; name a folder, and a database is made in it")
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            strangers = [each.name for each in self.path.iterdir() if not each.name.startswith(OURS)]
            if strangers and not self.marker.exists():
                raise StoreError(
                    f"{self.path}: holds other files ({min(strangers)}) and no database of Gronagraf; "
                    "name a folder that is empty or does not exist"
                )

    def read_marker(self, engine: str) -> tuple[str, ...]:
        """The schema statements that the database has seen; the marker is made when there is none.

        `engine` is the version of ArcadeDB that runs. A database of another format or a later engine is refused.
        """
        with refusals(self.path):
            if not self.marker.exists():
                self.write_marker(engine, ())
            found = _read_json(self.marker)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise StoreError(
                f"{self.path}: the database has a format that this version of Gronagraf does not know; "
                "use the version that made it, or name another folder and load the seeds there"
            )
        if _version(str(found.get("arcadedb", ""))) > _version(engine):
            raise StoreError(
                f"{self.path}: the database was used with ArcadeDB {found['arcadedb']}, this is {engine}; "
                "install that version or a later one, or name another folder and load the seeds there"
            )
        return tuple(map(str, found.get("schema", ())))

    def write_marker(self, engine: str, schema: Iterable[str]) -> None:
        write_private(self.marker, {"format": FORMAT, "arcadedb": engine, "schema": list(schema)})

    def read_accounts(self) -> Accounts | None:
        """The accounts, or None when they have not been made or cannot be read."""
        found = _read_json(self.accounts_file)
        if not isinstance(found, dict) or not {"writer", "reader"} <= found.keys():
            return None
        try:
            return Accounts(Account(**found["writer"]), Account(**found["reader"]))
        except TypeError:
            return None

    def write_accounts(self, accounts: Accounts) -> None:
        who = {"writer": accounts.writer, "reader": accounts.reader}
        write_private(self.accounts_file, {k: {"user": v.user, "password": v.password} for k, v in who.items()})

    def read_port(self) -> int | None:
        """The Bolt port that the serving process wrote down, or None."""
        found = _read_json(self.server_file)
        port = found.get("bolt") if isinstance(found, dict) else None
        return port if isinstance(port, int) else None


def new_accounts() -> Accounts:
    return Accounts(Account(WRITER, secrets.token_urlsafe(24)), Account(READER, secrets.token_urlsafe(24)))


def write_private(path: Path, content: Mapping[str, object]) -> None:
    """Write JSON that only this user can read; the file is whole or not there."""
    part = path.with_name(f"{OURS}{path.name}.{os.getpid()}.part")
    with contextlib.suppress(FileNotFoundError):
        part.unlink()
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def hold_lock(path: Path) -> Callable[[], None] | None:
    """Take the lock of a folder until the returned call or the end of this process; None when somebody has it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(handle)
    except OSError:
        os.close(handle)
        return None
    return lambda: os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Say what the disk refused in one sentence."""
    try:
        yield
    except PermissionError as error:
        raise StoreError(
            f"{path}: may not be read and written by this user; choose another folder with --db"
        ) from error
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}; choose another folder with --db") from error


def _read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)[:3]))
