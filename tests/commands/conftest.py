"""The command line in the test's own process and in a process of its own, and a graph that tests may ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from gronagraf.cli import run

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it wrote on the two streams."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def gronagraf(capsys: pytest.CaptureFixture[str]) -> Command:
    """`gronagraf("load", "exempel")` in this process, where nobody sits at a terminal."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def process() -> Command:
    """The same in a process of its own; `stdin` is what it can read."""

    def call(*arguments: object, stdin: bytes = b"", **environment: str) -> Outcome:
        command = [sys.executable, "-m", "gronagraf", *map(str, arguments)]
        settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        done = subprocess.run(command, input=stdin, capture_output=True, env=settings, check=False, timeout=120)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture(scope="session")
def both_seeds(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a database that holds kronoberg and exempel, for tests that only read."""
    database = tmp_path_factory.mktemp("database") / "graph"
    for seed in ("kronoberg", "exempel"):
        assert run(["load", seed, "--db", str(database)]) == 0
    return str(database)
