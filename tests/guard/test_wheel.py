"""What the built wheel holds: everything that a command needs, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.guard.source import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names in a wheel of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("gronagraf-*-py3-none-any.whl")
    with zipfile.ZipFile(built) as archive:
        return frozenset(archive.namelist())


def below(folder: str, *suffixes: str) -> set[Path]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT) for path in found if not suffixes or path.suffix in suffixes}


def test_the_wheel_holds_every_file_of_the_package(wheel: frozenset[str]) -> None:
    assert {path.as_posix() for path in below("gronagraf")} - wheel == set()
    assert "gronagraf/py.typed" in wheel


@pytest.mark.parametrize("folder", ["cypher", "seed"])
def test_the_wheel_holds_the_packaged_data(wheel: frozenset[str], folder: str) -> None:
    files = {f"gronagraf/data/{path.as_posix()}" for path in below(folder)}
    assert files, f"{folder}/ is empty"
    assert files - wheel == set()


def test_the_wheel_holds_the_licence_and_no_tests(wheel: frozenset[str]) -> None:
    top = {name.partition("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == {"gronagraf"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
    assert [name for name in wheel if name.rpartition("/")[2].startswith(("test_", "conftest"))] == []
