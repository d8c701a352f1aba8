"""The embedded engine: started by the first process, joined by others, taken over when the first one ends."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest

from gronagraf.cli import run
from gronagraf.database_folder import DatabaseFolder, hold_lock
from gronagraf.embedded import start_or_join
from gronagraf.errors import StoreError
from gronagraf.model import MODEL
from gronagraf.store import Store, open_store
from gronagraf.store.constraints import schema_statements
from tests.conftest import absent
from tests.contract.loader import SMALL, graph

ROOT = Path(__file__).resolve().parents[2]
BIG = 6_000, 30_000
GOES_ON = 5.0
ENDINGS = ["clean", "terminated", "killed"]
ACTORS = "MATCH (n:Actor) RETURN count(n) AS held"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "graph"


@pytest.fixture
def other(folder: Path) -> Iterator[Callable[[], "Holder"]]:
    """`other()` is another process that has the same database open."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(Holder(folder))


class Holder(contextlib.AbstractContextManager["Holder"]):
    """A process that has the store open and does what it is told."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.contract.holder", str(folder)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.heard() == "ready"

    def heard(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def told(self, word: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.heard()

    def end(self, how: str) -> None:
        assert self.process.stdin is not None
        if how == "clean":
            self.process.stdin.close()
        else:
            self.process.send_signal(signal.SIGTERM if how == "terminated" else signal.SIGKILL)

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # what was not yet sent to one that is gone
                assert stream is not None
                stream.close()


def actors(store: Store) -> object:
    return store.run(ACTORS).rows[0][0]


def is_owner(store: Store) -> bool:
    return store.connection.endpoint is not None and store.connection.endpoint.owner


def ports(folder: Path) -> tuple[int, int]:
    found = json.loads((folder / "server.json").read_text(encoding="utf-8"))
    return found["bolt"], found["http"]


def listens(host: str, port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((host, port)) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only there a machine has more than one address of its own")
def test_it_listens_on_this_machine_only_at_ports_of_its_own(folder: Path, tmp_path: Path) -> None:
    with open_store(folder, MODEL), open_store(tmp_path / "another", MODEL):
        assert len({*ports(folder), *ports(tmp_path / "another")}) == 4
        for port in ports(folder):
            assert listens("127.0.0.1", port)
            assert not listens("127.0.0.2", port)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given otherwise there")
def test_passwords_lie_in_one_file_that_others_cannot_read(folder: Path) -> None:
    with open_store(folder, MODEL) as store:
        assert store.connection.endpoint is not None
        secrets = [
            store.connection.endpoint.writer.password.encode(),
            store.connection.endpoint.reader.password.encode(),
        ]
        assert actors(store) == 0
        found = [path for path in folder.rglob("*") if path.is_file() and any(s in path.read_bytes() for s in secrets)]
    assert found == [folder / "accounts.json"]
    assert found[0].stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_schema_is_there_before_any_data_and_each_write_reaches_the_disk(folder: Path) -> None:
    with open_store(folder, MODEL) as store:
        assert json.loads((folder / "gronagraf.json").read_text())["schema"] == list(schema_statements(MODEL))
        twice = "CREATE (:Actor {id: 'a'})"
        store.connection.write(lambda tx: tx.run(twice).consume())
        with pytest.raises(StoreError, match=r"(?i)duplicate"):
            store.connection.write(lambda tx: tx.run(twice).consume())
        assert actors(store) == 1
    settings = json.loads((folder / "databases" / "neo4j" / "configuration.json").read_text())
    assert settings["configuration"]["txWalFlush"] == 2


def test_a_clean_stop_frees_files_lock_and_ports_and_it_starts_again(folder: Path) -> None:
    for round_ in range(3):
        with open_store(folder, MODEL) as store:
            assert is_owner(store)
            assert actors(store) == (SMALL[0] // 2 if round_ else 0)
            store.load(graph(*SMALL))
            taken = ports(folder)
            assert hold_lock(folder / "gronagraf.lock") is None
        assert not any(listens("127.0.0.1", port) for port in taken)
        assert not (folder / "server.json").exists()
        release = hold_lock(folder / "gronagraf.lock")
        assert release is not None
        release()
        with pytest.raises(StoreError):
            actors(store)


def test_a_schema_that_grows_is_applied_when_the_folder_is_opened_next(folder: Path) -> None:
    first, *rest = schema_statements(MODEL)
    start_or_join(folder, [first]).close()
    assert json.loads((folder / "gronagraf.json").read_text())["schema"] == [first]
    start_or_join(folder, [first, *rest]).close()
    assert json.loads((folder / "gronagraf.json").read_text())["schema"] == [first, *rest]


def test_a_process_and_commands_share_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "gronagraf", "load", "exempel", "--db", str(folder)]
    with open_store(folder, MODEL) as store:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        held = actors(store)
        assert run(["query", ACTORS, "--db", str(folder), "--as", "csv"]) == 0
        assert capsys.readouterr().out == f"held\n{held}\n"
        assert is_owner(store)
    with open_store(folder, MODEL) as store:
        assert actors(store) == held
        assert held


@pytest.mark.parametrize("how", ENDINGS)
def test_who_joined_asks_on_when_the_owner_ends(folder: Path, other: Callable[[], Holder], how: str) -> None:
    owner, third = other(), other()
    assert (owner.told("owner"), third.told("owner"), owner.told("load")) == ("True", "False", str(SMALL[0]))
    with open_store(folder, MODEL) as store:
        assert (is_owner(store), actors(store)) == (False, SMALL[0] // 2)
        owner.end(how)
        began = time.monotonic()
        assert actors(store) == SMALL[0] // 2
        assert third.told("count") == str(SMALL[0] // 2)
        assert time.monotonic() - began < GOES_ON
        assert owner.process.wait(20) == {"clean": 0, "terminated": 143, "killed": -9}[how]
        assert (is_owner(store), third.told("owner")) in {(True, "False"), (False, "True")}


@pytest.mark.parametrize("how", ENDINGS)
def test_who_joined_loads_when_the_owner_ends(folder: Path, other: Callable[[], Holder], how: str) -> None:
    owner = other()
    with open_store(folder, MODEL) as store:
        assert (is_owner(store), actors(store)) == (False, 0)
        owner.end(how)
        began, reached = time.monotonic(), list[float]()
        report = store.load(graph(*SMALL), lambda _done, _all: reached.append(time.monotonic()))
        assert report.nodes.created == SMALL[0]
        assert reached[0] - began < GOES_ON
        # An owner that was asked to end may serve a small load to its end first; when it is gone, the store goes on.
        owner.process.wait(20)
        assert actors(store) == SMALL[0] // 2
        assert is_owner(store)


@pytest.mark.slow
@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("one_transaction", [1, 1_000_000])
def test_a_load_goes_on_when_the_owner_ends_in_the_middle_of_it(
    folder: Path, other: Callable[[], Holder], how: str, one_transaction: int
) -> None:
    owner = other()
    told: list[int] = []
    with open_store(folder, MODEL) as store:

        def end(done: int, _: int) -> None:
            if not told:
                owner.end(how)
            told.append(done)

        store.load(graph(*SMALL), end, one_transaction=one_transaction)
        found = store.graph()
        assert (len(found.nodes), len(found.edges)) == SMALL
        assert [record.finished for record in store.seeds()] == [True]
        assert store.load(graph(*SMALL)).edges.unchanged == SMALL[1]


def test_two_loads_at_once_follow_one_another(folder: Path, other: Callable[[], Holder]) -> None:
    holders = [other() for _ in range(3)]
    for holder in holders:
        assert holder.process.stdin is not None
        holder.process.stdin.write("load\n")
        holder.process.stdin.flush()
    assert [holder.heard() for holder in holders] == [str(SMALL[0])] * 3
    with open_store(folder, MODEL) as store:
        found = store.graph()
        assert (len(found.nodes), len(found.edges)) == SMALL


def test_without_a_build_of_the_engine_it_says_what_else_there_is(folder: Path) -> None:
    code = "import sys; sys.modules['arcadedb'] = None; from gronagraf.cli import main; main()"
    for arguments in (["load", "exempel", "--db", str(folder)], ["query", "RETURN 1", "--db", str(folder)]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments, "--lang", "en"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (5, "")
        (line,) = done.stderr.splitlines()
        assert "the embedded database has no build for" in line
        assert "use Neo4j instead: --db bolt://HOST:7687" in line
    with open_store(folder, MODEL) as store:
        assert actors(store) == 0


@pytest.mark.parametrize(
    ("marker", "words"),
    [
        (
            {"format": 2, "arcadedb": "26.10.2", "schema": []},
            "has a format that this version of Gronagraf does not know",
        ),
        ({"format": 1, "arcadedb": "99.1.0", "schema": []}, "was used with ArcadeDB 99.1.0"),
        ("none of it", "has a format that this version of Gronagraf does not know"),
        ([1], "has a format that this version of Gronagraf does not know"),
    ],
)
def test_a_database_of_another_version_is_left_alone(
    folder: Path, marker: object, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(folder, MODEL) as store:
        store.load(graph(*SMALL))
    before = (folder / "gronagraf.json").read_bytes()
    other = marker if isinstance(marker, str) else json.dumps(marker)
    (folder / "gronagraf.json").write_text(other, encoding="utf-8")
    assert run(["load", "exempel", "--db", str(folder), "--lang", "en"]) == 5
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{folder}: the database {words}" in line
    assert (folder / "gronagraf.json").read_text(encoding="utf-8") == other
    (folder / "gronagraf.json").write_bytes(before)
    with open_store(folder, MODEL) as store:
        assert actors(store) == SMALL[0] // 2


def refused(folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...] = ("load", "exempel")) -> str:
    capsys.readouterr()
    assert run([*command, "--db", str(folder), "--lang", "en"]) == 5
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


def test_a_folder_that_holds_other_things_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.mkdir()
    (folder / "brev.txt").write_text("kära du")
    assert "holds other files (brev.txt) and no database of Gronagraf" in refused(folder, capsys)
    assert [path.name for path in folder.iterdir()] == ["brev.txt"]
    assert "is a file; name a folder" in refused(folder / "brev.txt", capsys)
    assert "Not a directory" in refused(folder / "brev.txt" / "graf", capsys)
    assert (folder / "brev.txt").read_text() == "kära du"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with 24 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        absent("mount", "there is no such command")
    if done.returncode:
        absent("mount", f"it needs the rights of root: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_disk_that_may_not_be_written(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small_disk / "graph"
    with open_store(folder, MODEL) as store:
        store.load(graph(*SMALL))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert "Read-only file system; choose another folder with --db" in refused(small_disk / "new", capsys)
    assert "Read-only file system; choose another folder with --db" in refused(folder, capsys)
    assert "Read-only file system" in refused(folder, capsys, ("query", "RETURN 1"))
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with open_store(folder, MODEL) as store:
        assert actors(store) == SMALL[0] // 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "may not be read and written by this user" in refused(closed / "graph", capsys)


def fill(disk: Path, left: int) -> Path:
    """Leave so many bytes of the disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while (free := shutil.disk_usage(disk).free) > left:
            file.write(bytes(min(free - left, 65_536)))
    return filler


@pytest.mark.slow
@pytest.mark.parametrize("left", [0, 100_000, 1_500_000])
@pytest.mark.parametrize("one_transaction", [1, 1_000_000])
def test_a_full_disk_in_the_middle_of_a_load(small_disk: Path, left: int, one_transaction: int) -> None:
    folder = small_disk / "graph"
    with open_store(folder, MODEL) as store:
        store.load(graph(*SMALL))
        filler = fill(small_disk, left)
        with pytest.raises(StoreError) as raised:
            store.load(graph(*BIG), one_transaction=one_transaction)
    assert "the disk is full; make room" in str(raised.value)
    filler.unlink()
    with open_store(folder, MODEL) as store:
        found = store.graph()
        if one_transaction > 1:
            assert (len(found.nodes), len(found.edges)) == SMALL
        assert len({node.id for node in found.nodes}) == len(found.nodes) >= SMALL[0]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
@pytest.mark.parametrize(
    ("number", "code", "said"), [(signal.SIGTERM, 143, "Avbrutet."), (signal.SIGINT, 130, "Avbrutet.")]
)
def test_a_command_that_is_ended_in_the_middle_of_a_load(
    folder: Path, tmp_path: Path, number: signal.Signals, code: int, said: str
) -> None:
    from gronagraf.reading.writing import write_seed

    write_seed(graph(*BIG), tmp_path / "seed", MODEL)
    with open_store(folder, MODEL) as store:
        store.load(graph(*SMALL))
    command = [sys.executable, "-m", "gronagraf", "load", str(tmp_path / "seed"), "--db", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        while not DatabaseFolder(folder).read_port():
            assert process.poll() is None
        with open_store(folder, MODEL) as store:
            assert not is_owner(store)
            until_it_writes(store)
            process.send_signal(number)
            assert process.stderr is not None
            assert process.stderr.read().split() == [said]
            assert process.wait() == code
            found = store.graph()
            assert (len(found.nodes), len(found.edges)) == SMALL
            assert is_owner(store)


def until_it_writes(store: Store) -> None:
    assert store.connection.endpoint is not None
    writer = store.connection.endpoint.writer
    with (
        neo4j.GraphDatabase.driver(store.connection.uri, auth=(writer.user, writer.password)) as driver,
        driver.session(database="neo4j") as session,
    ):
        running = "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text"
        while not any("UNWIND" in row["text"] for row in session.run(running).fetch(100)):
            pass
