"""How a command ends when the world is against it: codes, one clear line, never a traceback, never a password."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gronagraf.cli.outcome import outcome
from gronagraf.errors import GronagrafError, RecipeError, SeedError, StoreError
from gronagraf.views.files import write_whole

ROOT = Path(__file__).resolve().parents[2]

NOBODY = "bolt://127.0.0.1:9"
SECRET = "hemligt-lösenord"


def start(arguments, **streams):
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gronagraf", *arguments]
    return subprocess.run(command, env=settings, check=False, timeout=60, **streams)


@pytest.mark.parametrize(
    ("error", "code"), [(GronagrafError, 1), (SeedError, 3), (RecipeError, 4), (StoreError, 5)], ids=lambda x: str(x)
)
def test_each_error_has_its_code(error, code, capsys):
    def act():
        raise error("it broke; mend it")

    assert outcome(act, "sv") == code
    assert capsys.readouterr().err == "Fel: it broke; mend it\n"


def test_an_interruption_is_one_line_and_130(capsys):
    def act():
        raise KeyboardInterrupt

    assert outcome(act, "en") == 130
    assert capsys.readouterr() == ("", "Interrupted.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_has_gone_ends_it_quietly():
    reading, writing = os.pipe()
    os.close(reading)
    done = start(["recipes"], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_told_in_one_line():
    with Path("/dev/full").open("wb") as full:
        done = start(["recipes"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["Fel: No space left on device"]
    done = start(["schema", "--out", "/dev/full"], stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr


def test_output_is_utf_8_whatever_the_locale(process):
    shown = process("recipes", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "Nätverk" in shown.out


def test_a_server_that_is_down_is_named_and_ends_with_5(gronagraf, monkeypatch):
    monkeypatch.setenv("GRONAGRAF_PASSWORD", SECRET)
    ended = gronagraf("status", "--db", NOBODY)
    assert ended.code == 5
    assert "127.0.0.1" in ended.err
    assert SECRET not in ended.err
    assert "Traceback" not in ended.err


def test_a_password_is_wanted_where_none_is_given_and_nobody_can_be_asked(process):
    ended = process("status", "--db", NOBODY)
    assert ended.code == 5
    assert "GRONAGRAF_PASSWORD_FILE" in ended.err


def test_a_password_may_stand_in_a_file(gronagraf, folder, monkeypatch):
    (folder / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    monkeypatch.setenv("GRONAGRAF_PASSWORD_FILE", "secret")
    ended = gronagraf("status", "--db", NOBODY)
    assert ended.code == 5
    assert "password" not in ended.err
    (folder / "secret").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in gronagraf("status", "--db", NOBODY).err
    assert "cannot be read" in gronagraf("status", "--db", NOBODY, "--password-file", "missing").err


def test_a_password_in_the_address_is_refused_and_not_repeated(gronagraf):
    ended = gronagraf("status", "--db", f"bolt://neo4j:{SECRET}@127.0.0.1:9")
    assert ended.code == 5
    assert SECRET not in ended.err


def test_a_database_that_is_a_file_ends_with_5(gronagraf, folder):
    (folder / "fil").write_text("x")
    assert gronagraf("status", "--db", "fil").code == 5
    assert gronagraf("load", "exempel", "--db", "fil").code == 5
    assert (folder / "fil").read_text() == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_a_table_fits_its_width(both_seeds):
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 60))
    settings = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gronagraf", "run", "bridges", "--db", both_seeds, "--only-seed", "kronoberg"]
    with subprocess.Popen(command, env=settings, stdout=theirs, stdin=theirs) as asked:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
    os.close(ours)
    assert asked.returncode == 0
    lines = shown.partition("Ryms inte i fönstret: ")[0].splitlines()
    assert any(line.startswith("────") for line in lines)
    assert max(map(len, lines)) <= 60
    assert any("…" in line for line in lines[2:])


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end has gone
        return b""


def test_a_file_is_written_whole_or_not_at_all(folder):
    target = folder / "svar.csv"
    write_whole(target, "gammalt\n")
    target.chmod(0o640)
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "nytt \ud800")
    assert target.read_bytes() == b"gammalt\n"
    write_whole(target, "rad\r\nrad\n")
    assert target.read_bytes() == b"rad\r\nrad\n"
    assert [path.name for path in folder.iterdir()] == ["svar.csv"]
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(("arguments", "code"), [(["check", "borta"], 3), (["nope"], 2), (["run", "nope"], 4), ([], 2)])
def test_the_code_is_the_same_where_the_message_cannot_be_written(arguments, code):
    with Path("/dev/full").open("wb") as full:
        assert start(arguments, stdout=subprocess.DEVNULL, stderr=full).returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell there")
@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        (">&-", ["recipes"], 0),
        ("<&-", ["query", "-"], 2),
        ("2>&-", ["check", "borta"], 3),
        ("<&- >&- 2>&-", ["map"], 5),
    ],
)
def test_a_stream_that_is_closed_leads_nowhere(closed, arguments, code):
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    command = ["sh", "-c", f'"$0" -m gronagraf "$@" {closed}', sys.executable, *arguments]
    done = subprocess.run(command, env=settings, check=False, timeout=60, capture_output=True)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["borta/svar.csv", "", "mapp"])
def test_what_cannot_be_written_is_named_as_it_was_given(gronagraf, folder, name):
    (folder / "mapp").mkdir()
    ended = gronagraf("schema", "--out", name)
    assert ended.code == 1
    assert ended.err.startswith(f"{name or '.'}: cannot be written (")
    assert [path.name for path in folder.iterdir()] == ["mapp"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device there")
def test_a_pipe_can_be_named_as_the_file():
    done = start(["schema", "--out", "/dev/stdout"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Ordlista")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
@pytest.mark.parametrize("arguments", [["load", "exempel"], ["template", "x"]])
def test_a_working_folder_that_has_gone_is_said(gronagraf, folder, arguments):
    folder.rmdir()
    ended = gronagraf(*arguments)
    assert ended.code == 1
    assert ended.err == "Fel: the working folder does not exist any more; go to another one\n"


def test_a_database_in_a_closed_folder_ends_with_5(gronagraf, folder, monkeypatch):
    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", closed)
    ended = gronagraf("status", "--db", "stängd/graf")
    assert ended.code == 5
    assert "cannot be read: Permission denied" in ended.err
