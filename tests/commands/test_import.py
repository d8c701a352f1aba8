"""`gronagraf import`: what it writes, tells and ends with."""

import shutil

import pytest

from gronagraf.cli.importing import LEFT
from gronagraf.importing import ready_mappings
from tests.importing.trying import DATA, HEAD, PROJECT

BANK = DATA / "projektbank.csv"


def test_a_file_becomes_a_seed_that_checks_clean(gronagraf, folder):
    ended = gronagraf("import", "eu-grants", DATA / "insatser.csv", "--encoding", "windows-1252", "--out", "eu")
    assert ended.code == 0
    assert "2 rader blev" in ended.out
    assert "Allt kunde översättas." in ended.out
    assert "Skrev eu" in ended.err
    assert gronagraf("check", "eu").code == 0


def test_what_could_not_be_mapped_is_told_written_and_in_the_exit_code(gronagraf, folder):
    ended = gronagraf("import", "project-bank", BANK, "--extends", "kronoberg", "--out", "s", "--report", "r.csv")
    assert ended.code == LEFT
    assert "Kunde inte översättas: värden 2" in ended.err
    assert "noder fanns redan i kronoberg" in ended.out
    report = (folder / "r.csv").read_text(encoding="utf-8").splitlines()
    assert report[0] == "kind,file,row,column,what,text"
    assert any(line.startswith("value,") and line.endswith(",mycket") for line in report)
    assert gronagraf("check", "s").code == 0


def test_a_preview_writes_nothing(gronagraf, folder):
    ended = gronagraf("import", "project-bank", BANK, "--preview", "--out", "s", "--lang", "en")
    assert ended.code == LEFT
    assert "Project  Project: 2" in ended.out
    assert "Påhittat nät" in ended.out
    assert "Nothing was written" in ended.err
    assert list(folder.iterdir()) == []


def test_a_mapping_is_printed_edited_and_used(gronagraf, folder):
    shown = gronagraf("import", "--show", "project-bank")
    assert shown.out == ready_mappings()["project-bank"].read_text(encoding="utf-8")
    (folder / "min.toml").write_text(shown.out.replace('name = "projektbank"', 'name = "min"'), encoding="utf-8")
    assert gronagraf("import", "min.toml", BANK, "--out", "s").code == LEFT
    assert 'name = "min"' in (folder / "s" / "seed.toml").read_text(encoding="utf-8")


def test_a_seed_is_written_over_only_when_asked(gronagraf, folder):
    (folder / "m.toml").write_text(HEAD + PROJECT, encoding="utf-8")
    (folder / "t.csv").write_text("Namn\nA\n", encoding="utf-8")
    arguments = ("import", "m.toml", "t.csv", "--out", "s", "--name", "mitt", "--title", "Mitt")
    assert gronagraf(*arguments).code == 0
    again = gronagraf(*arguments)
    assert again.code == 3
    assert "--replace" in again.err
    (folder / "t.csv").write_text("Namn\nB\n", encoding="utf-8")
    assert gronagraf(*arguments, "--replace").code == 0
    assert (folder / "s" / "project.csv").read_text(encoding="utf-8") == "id,name,source\np_b,B,t.csv\n"
    assert (folder / "s" / "seed.toml").read_text(encoding="utf-8") == 'name = "mitt"\ntitle = "Mitt"\n'


@pytest.mark.slow
def test_our_own_export_is_known_and_comes_back(gronagraf, folder):
    assert gronagraf("load", "exempel", "--db", "db").code == 0
    assert gronagraf("export", "gexf", "--db", "db", "--out", "e.gexf").code == 0
    ended = gronagraf("import", "gexf", "e.gexf", "--out", "exempel")
    assert ended.code == 0
    assert "skrivits av gronagraf export: exempel" in ended.out
    assert gronagraf("check", "exempel").code == 0
    assert gronagraf("import", "gronagraf", DATA / "karta.json", "--out", "x").code == 3


def test_types_of_what_is_left_can_be_chosen(gronagraf, folder):
    shutil.copy(DATA / "karta.json", "karta.json")
    ended = gronagraf("import", "kumu", "karta.json", "--as-type", "Effect", "--out", "k")
    assert ended.code == LEFT
    assert (folder / "k" / "effect.csv").read_text(encoding="utf-8").splitlines()[1].startswith("tillit,Tillit")
    refused = gronagraf("import", "project-bank", BANK, "--as-type", "Effect", "--out", "x")
    assert refused.code == 3
    assert "choosable" in refused.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "kumu"],
        ["import", "kumu", "x.json"],
        ["import", "--show", "kumu", "x.json"],
        ["import", "kumu", "x.json", "--out", "s", "--as-type", "Aktör"],
        ["import", "kumu", "x.json", "--out", "s", "--name", "a b"],
        ["import", "kumu", "x.json", "--out", "s", "--encoding", "latin"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(gronagraf, arguments):
    assert gronagraf(*arguments).code == 2


def test_an_unknown_mapping_is_told_with_the_nearest(gronagraf):
    ended = gronagraf("import", "project-bnk", BANK, "--out", "s")
    assert ended.code == 3
    assert 'did you mean "project-bank"?' in ended.err


def test_help_names_every_packaged_mapping(gronagraf):
    shown = " ".join(gronagraf("import", "--help", "--lang", "en").out.split())
    assert ", ".join((*ready_mappings(), "gronagraf")) in shown
