"""The command `export`: what it writes can be read back, and what cannot be written is told."""

from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from tests.commands.conftest import Command


def texts(folder: Path) -> dict[str, str]:
    """The tables of a seed folder and what it says of itself; what lies beside them is the author's own."""
    files = (*folder.glob("*.csv"), folder / "seed.toml")
    return {file.name: file.read_text(encoding="utf-8") for file in files}


@pytest.mark.parametrize("seed", ["kronoberg", "exempel"])
def test_a_seed_comes_out_as_it_came_in(gronagraf: Command, folder: Path, seed: str) -> None:
    gronagraf("load", seed)
    assert gronagraf("export", "seed", "--out", "copy").code == 0
    copied, packaged = texts(folder / "copy"), texts(seed_folder(seed))
    assert copied == packaged


def test_several_seeds_come_out_as_a_folder_each(gronagraf: Command, folder: Path) -> None:
    gronagraf("load", "kronoberg")
    gronagraf("load", "exempel")
    assert gronagraf("export", "seed", "--out", "both").code == 0
    assert sorted(each.name for each in (folder / "both").iterdir()) == ["exempel", "kronoberg"]
    assert gronagraf("check", "both/exempel").code == 0
