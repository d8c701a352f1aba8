"""The embedded engine: starts ArcadeDB in this process, or joins the process that already serves the same folder."""

import atexit
import contextlib
import json
import os
import platform
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, cast

from gronagraf.accounts import Account
from gronagraf.database_folder import Accounts, DatabaseFolder, hold_lock, new_accounts, refusals, write_private
from gronagraf.errors import StoreError

DATABASE = "neo4j"
HOST = "127.0.0.1"
SECONDS_TO_JOIN = 15.0
WAIT = 0.02
TRIES_AT_A_PORT = 5
LEAST_ROOM = 4_000_000
FSYNC = "ALTER DATABASE `arcadedb.txWalFlush` 2"
ENGINE_SETTINGS = {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_NATIVE_ISOLATE_ARGS": "-Xmx1g"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an embedded database answers, and as whom; only the owner can stop it."""

    uri: str
    database: str
    writer: Account
    reader: Account
    owner: bool
    folder: Path
    stop: Callable[[], None]

    def is_served(self) -> bool:
        """Whether the process that was found here still serves it; one that is about to end says so first."""
        return self.uri == f"bolt://{HOST}:{DatabaseFolder(self.folder).read_port()}"

    def is_out_of_room(self) -> bool:
        """Whether there is less room on the disk than the engine takes at a time."""
        return shutil.disk_usage(self.folder).free < LEAST_ROOM

    def close(self) -> None:
        """Stop the engine when this process owns it; otherwise do nothing."""
        self.stop()


def start_or_join(folder: Path, schema: Sequence[str], read_timeout: float = 30.0) -> Endpoint:
    """Serve the database in `folder`, made when there is none, or find the process that serves it.

    `schema` holds Cypher statements that make constraints; those that the database has not yet seen are applied before
    anything is answered. `read_timeout` ends questions, in seconds; that of the serving process holds.
    Raises StoreError.
    """
    home = DatabaseFolder(folder.absolute())
    home.prepare()
    deadline = time.monotonic() + SECONDS_TO_JOIN
    while time.monotonic() < deadline:
        with refusals(home.path):
            release = hold_lock(home.lock)
            if release is not None:
                return _serve(home, schema, read_timeout, release)
            port, accounts = home.read_port(), home.read_accounts()
            if port and accounts and _answers(port):
                return _endpoint(home, port, accounts, None)
        time.sleep(WAIT)
    raise StoreError(
        f"{folder}: another process holds the database but does not answer; end that process and try again"
    )


def _endpoint(home: DatabaseFolder, port: int, accounts: Accounts, stop: Callable[[], None] | None) -> Endpoint:
    uri = f"bolt://{HOST}:{port}"
    owner = stop is not None
    return Endpoint(uri, DATABASE, accounts.writer, accounts.reader, owner, home.path, stop or (lambda: None))


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1.0).close()
    except OSError:
        return False
    return True


def _serve(home: DatabaseFolder, schema: Sequence[str], read_timeout: float, release: Callable[[], None]) -> Endpoint:
    with contextlib.ExitStack() as undo:
        undo.callback(release)
        home.server_file.unlink(missing_ok=True)
        arcadedb = _engine(home)
        seen = home.read_marker(arcadedb.__version__)
        accounts, fresh = _accounts(home)
        _write_groups(home, read_timeout)
        with _engine_refusals(home, arcadedb):
            server, bolt, http = _started(arcadedb, home, accounts.writer)
            undo.callback(server.stop)
            database = server.create_database(DATABASE)
            if fresh:
                _add_reader(http, accounts)
                home.write_accounts(accounts)
            if missing := [statement for statement in schema if statement not in seen]:
                database.command("sql", FSYNC)
                for statement in missing:
                    database.command("opencypher", statement)
                home.write_marker(arcadedb.__version__, (*seen, *missing))
        write_private(home.server_file, {"pid": os.getpid(), "bolt": bolt, "http": http})
        undo.callback(home.server_file.unlink, missing_ok=True)
        return _endpoint(home, bolt, accounts, _stop_once(undo.pop_all()))


def _engine(home: DatabaseFolder) -> ModuleType:
    """The engine's package, told where to log before it is loaded; the first folder in a process gets the log."""
    for name, value in {**ENGINE_SETTINGS, "ARCADEDB_LOG_DIR": str(home.path / "log")}.items():
        os.environ.setdefault(name, value)
    try:
        import arcadedb
    except ImportError as error:
        raise StoreError(
            f"the embedded database has no build for {platform.system()} {platform.machine()} here; "
            "use Neo4j instead: --db bolt://HOST:7687 with GRONAGRAF_USER and GRONAGRAF_PASSWORD"
        ) from error
    return cast("ModuleType", arcadedb)


def _accounts(home: DatabaseFolder) -> tuple[Accounts, bool]:
    """The accounts, and whether they are new: then the engine has to be told."""
    if accounts := home.read_accounts():
        return accounts, False
    (home.path / "config" / "server-users.jsonl").unlink(missing_ok=True)
    return new_accounts(), True


def _write_groups(home: DatabaseFolder, read_timeout: float) -> None:
    """What each group of users may do. The engine reads it when it starts; the limit is in milliseconds there."""
    every = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    admin = {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": every}},
    }
    limit = max(1, round(read_timeout * 1000))
    reader = {"resultSetLimit": -1, "readTimeout": limit, "access": [], "types": {"*": {"access": ["readRecord"]}}}
    nothing = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}}
    config = home.path / "config"
    config.mkdir(exist_ok=True)
    groups = {"admin": admin, "reader": reader, "*": nothing}
    write_private(config / "server-groups.json", {"version": 1, "databases": {"*": {"groups": groups}}})


def _started(arcadedb: ModuleType, home: DatabaseFolder, writer: Account) -> tuple[Any, int, int]:
    """A running server with its Bolt and HTTP ports; other ports are tried when somebody was quicker to take them."""
    for attempt in range(TRIES_AT_A_PORT):
        bolt, http = _free_ports()
        settings = {
            "host": HOST,
            "http_port": http,
            "bolt_port": bolt,
            "mode": "development",
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        }
        server = arcadedb.create_server(str(home.path), root_password=writer.password, config=settings)
        try:
            server.start()
        except arcadedb.ArcadeDBError as error:
            if "Unable to listen" not in str(error) or attempt == TRIES_AT_A_PORT - 1:
                raise
        else:
            break
    return server, bolt, http


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind((HOST, 0))
        second.bind((HOST, 0))
        return first.getsockname()[1], second.getsockname()[1]


def _add_reader(http: int, accounts: Accounts) -> None:
    import base64
    from http.client import HTTPConnection

    user = {"name": accounts.reader.user, "password": accounts.reader.password, "databases": {DATABASE: ["reader"]}}
    token = base64.b64encode(f"{accounts.writer.user}:{accounts.writer.password}".encode()).decode()
    connection = HTTPConnection(HOST, http, timeout=10)
    try:
        body = json.dumps({"command": f"create user {json.dumps(user)}"})
        headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        connection.request("POST", "/api/v1/server", body, headers)
        status = connection.getresponse().status
    finally:
        connection.close()
    if status != 200:
        raise StoreError(f"the embedded database refused to make its read-only account (HTTP status {status})")


@contextlib.contextmanager
def _engine_refusals(home: DatabaseFolder, arcadedb: ModuleType) -> Iterator[None]:
    try:
        yield
    except arcadedb.ArcadeDBError as error:
        raise StoreError(f"{home.path}: {_reason(str(error))}") from error


def _reason(message: str) -> str:
    if "No space left" in message:
        return "the disk is full; make room, or choose a folder on another disk with --db"
    if "locked by another process" in message:
        return "another program has the database open; end that program and try again"
    cause = message.rpartition("caused by ")[2].rstrip(")") or message
    return f"the database could not be opened ({cause}); name another folder and load the seeds there"


def _stop_once(undo: contextlib.ExitStack) -> Callable[[], None]:
    """A call that stops the engine once; it is also made when this process ends or is asked to end."""
    owner, lock = os.getpid(), threading.Lock()

    def stop() -> None:
        with lock:
            if os.getpid() == owner:
                atexit.unregister(stop)
                undo.close()

    atexit.register(stop)
    _stop_on_sigterm()
    return stop


def _stop_on_sigterm() -> None:
    """End as by `sys.exit` on SIGTERM, where nobody else has said what it shall do."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _exit)


def _exit(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
