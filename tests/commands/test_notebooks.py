"""The notebooks run from first to last cell, on the packaged seed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guard.source import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_output(path: Path) -> None:
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert [cell["outputs"] for cell in cells] == [[]] * len(cells)


def ran(name: str, folder: Path, environment: dict[str, str]) -> str:
    """The notebook after all its cells, as text."""
    copy = folder / f"{name}.ipynb"
    copy.write_bytes((ROOT / "notebooks" / copy.name).read_bytes())
    command = [sys.executable, "-c", "from nbclient.cli import main; main()", "--inplace", str(copy)]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr
    return copy.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_notebook_for_analysts_asks_judges_and_draws(tmp_path: Path) -> None:
    text = ran("gron_trad", tmp_path, dict(os.environ))
    assert "Content-Security-Policy" in text
    assert "Region Kronoberg" in text
    assert "möter ingen utmaning" in text


@pytest.mark.slow
def test_the_notebook_on_influence_says_what_its_text_says(tmp_path: Path) -> None:
    text = ran("inflytande", tmp_path, dict(os.environ))
    assert "121 noder, 592 band" in text
    assert "Mellanhand: ettan st\u00e5r s\u00e4kert: nej" in text
    assert "Styrka: ettan st\u00e5r s\u00e4kert: ja" in text
    assert "skiljs fr\u00e5n resten: ['Familjen Kamprads stiftelse']" in text
    bonds = {match[1]: match[2] for match in re.finditer(r"(20\d\d) +(\d+) +\d+", text)}
    assert (bonds["2014"], bonds["2015"]) == ("358", "507")


@pytest.mark.slow
def test_the_notebook_with_py2neo_gets_the_same_answers_on_every_engine(
    tmp_path: Path, environment: dict[str, str], engine: str
) -> None:
    text = ran("py2neo", tmp_path, environment)
    assert ("ArcadeDB" if engine == "embedded" else "Neo4j 5") in text
    assert "Klimatkommission Kronoberg" in text
