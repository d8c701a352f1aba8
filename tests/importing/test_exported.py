"""What our own export wrote comes back as the same seed, byte by byte."""

from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.errors import SeedError
from gronagraf.exporting import Export, format_named, write_export
from gronagraf.importing import place_seed
from gronagraf.importing.exported import is_exported, read_all_exported
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed
from tests.importing.trying import DATA

FORMS = {"graphml": "graphml", "gexf": "gexf", "kumu": "json", "kumu-xlsx": "xlsx", "turtle": "ttl", "jsonld": "jsonld"}


@pytest.mark.parametrize("seed", ["exempel", pytest.param("kronoberg", marks=pytest.mark.slow)])
@pytest.mark.parametrize("form", FORMS)
def test_a_seed_comes_back_the_same(seed: str, form: str, tmp_path: Path) -> None:
    graph = read_seed(seed_folder(seed), MODEL)
    path = tmp_path / f"{seed}.{FORMS[form]}"
    write_export(format_named(form), Export(graph, MODEL, "sv"), path)
    (back,) = read_all_exported([path], MODEL)
    place_seed(back, tmp_path / "back" / seed, MODEL)
    write_seed(graph, tmp_path / "first", MODEL)
    written = {each.name: each.read_bytes() for each in (tmp_path / "first").iterdir()}
    assert {each.name: each.read_bytes() for each in (tmp_path / "back" / seed).iterdir()} == written


def test_other_peoples_files_are_not_taken_for_ours() -> None:
    assert not is_exported(DATA / "karta.json")
    assert not is_exported(DATA / "projektbank.csv")
    with pytest.raises(SeedError, match="does not say that gronagraf export wrote it"):
        read_all_exported([DATA / "karta.json"], MODEL)
    with pytest.raises(SeedError, match="does not exist"):
        read_all_exported([DATA / "ingen.graphml"], MODEL)
