"""The map page's scripts by themselves, without a browser: what computes gives the right answers, and all is linted."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import absent

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGES = HERE / "node_modules" / ".bin"
SCRIPTS = "gronagraf/views/map/scripts"
OURS = "tests/scripts"


def node() -> str:
    found = shutil.which("node")
    return found or absent("node", "there is no node on the PATH; install Node 18 or later")


def tool(name: str) -> list[str]:
    """The command of a package that the lock file names."""
    program = node()
    if not (PACKAGES / name).exists():
        absent("node", f"{name} is not installed; run: npm ci --prefix tests/scripts")
    return [program, str(PACKAGES / name)]


def run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name.partition(".")[0])
def test_what_the_scripts_compute(file: Path) -> None:
    run([node(), "--test", str(file)])


def test_the_scripts_are_linted() -> None:
    run([*tool("eslint"), "--config", f"{OURS}/eslint.config.mjs", "--max-warnings", "0", SCRIPTS, OURS])


def test_the_scripts_are_formatted() -> None:
    config = f"{OURS}/.prettierrc.json"
    run([*tool("prettier"), "--config", config, "--check", f"{SCRIPTS}/**/*.js", f"{OURS}/*.mjs"])


@pytest.mark.parametrize(
    "wrong", ["app.x.innerHTML = text", "document.write(text)", "eval(text)", "fetch(text)", "app.x.unsaid = other"]
)
def test_the_linter_bites(wrong: str, tmp_path: Path) -> None:
    script = f'"use strict";\n((app, text) => {{\n  {wrong};\n}})(window.gronagraf, window.text);\n'
    linter = [
        *tool("eslint"),
        "--config",
        f"{OURS}/eslint.config.mjs",
        "--stdin",
        "--stdin-filename",
        f"{SCRIPTS}/x.js",
    ]
    done = subprocess.run(linter, cwd=ROOT, input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
