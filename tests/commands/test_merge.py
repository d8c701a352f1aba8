"""`merge`: what it would change, what it writes, what it keeps first, and when it refuses."""

import shutil

import pytest

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

AGAIN = {"id": "ex_energi_igen", "name": "Lyre Energi Aktiebolag", "sector": "private", "source": "https://x.example"}
PAIR = ("ex_energibolaget", "ex_energi_igen")


def add(table, **row):
    """A row to the end of a table that has its columns."""
    header = table.read_text("utf-8").split("\n", 1)[0].split(",")
    assert row.keys() <= set(header)
    with table.open("a", encoding="utf-8") as file:
        file.write(",".join(row.get(name, "") for name in header) + "\n")


@pytest.fixture
def example(folder):
    """The fictional seed with the energy company in it a second time, in one more network and owning itself."""
    copy = shutil.copytree(seed_folder("exempel"), folder / "mitt")
    add(copy / "actor.csv", **AGAIN)
    add(copy / "member_of.csv", **{"from": "ex_energi_igen", "to": "ex_n_unga", "role": "member", "source": "y"})
    add(copy / "owns_share_of.csv", **{"from": "ex_energi_igen", "to": "ex_energibolaget", "source": "z"})
    return copy


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_writes_the_tables_anew_and_keeps_the_seed_as_it_was(gronagraf, example, folder):
    before, was = contents(example), read_seed(example, MODEL)
    ended = gronagraf("merge", "mitt", *PAIR)
    assert ended.code == 0
    assert "Relationer: 1 bytte ände, 0 blev ett med en annan, 1 föll bort." in ended.out
    assert "Sektor är offentlig sektor; näringsliv står nu i anmärkningen." in ended.err
    assert "Lyre Energi Aktiebolag äger del av Lyre Energi AB." in ended.err
    assert "gronagraf load mitt --prune" in ended.err
    after = contents(example)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"actor.csv", "member_of.csv", "owns_share_of.csv"}
    assert all(b"ex_energi_igen," not in text for text in after.values())
    [kept] = [path for path in folder.iterdir() if path.name.startswith("mitt-before-merge-")]
    assert set(map(str, read_seed(kept, MODEL).edges)) == set(map(str, was.edges))
    assert gronagraf("check", "mitt").code == 0


def test_a_dry_run_writes_nothing(gronagraf, example, folder):
    before = contents(example)
    ended = gronagraf("merge", "mitt", *PAIR, "--dry-run", "--lang", "en")
    assert ended.code == 0
    assert (
        "Relations: 1 get another end, 0 become one with another, 1 are dropped. Nothing has been written." in ended.out
    )
    assert "also known as" in ended.out.lower()
    assert contents(example) == before
    assert [path.name for path in folder.iterdir()] == ["mitt"]
    rows = gronagraf("merge", "mitt", *PAIR, "--dry-run", "--as", "csv").out.splitlines()
    assert rows[0] == "change,type,id,from,to,name,field,old,new"
    assert "removed,Actor,ex_energi_igen,,,Lyre Energi Aktiebolag,,," in rows


def test_a_second_merge_of_a_day_has_a_backup_of_its_own(gronagraf, example, folder):
    assert gronagraf("merge", "mitt", *PAIR).code == 0
    assert gronagraf("merge", "mitt", "ex_n_unga", "ex_n_landsbygd").code == 0
    assert len(list(folder.iterdir())) == 3


def test_a_table_that_has_no_row_left_goes(gronagraf, example):
    (example / "succeeded_by.csv").write_text("from,to\nex_energi_igen,ex_energibolaget\n", encoding="utf-8")
    assert gronagraf("merge", "mitt", *PAIR).code == 0
    assert not (example / "succeeded_by.csv").exists()


def test_to_a_folder_of_its_own_leaves_the_seed_alone(gronagraf, example, folder):
    before = contents(example)
    ended = gronagraf("merge", "mitt", *PAIR, "--to", "nytt")
    assert ended.code == 0
    assert contents(example) == before
    assert gronagraf("check", "nytt").code == 0
    assert len(read_seed(folder / "nytt", MODEL).nodes) == 100
    again = gronagraf("merge", "mitt", *PAIR, "--to", "nytt")
    assert again.code == 3
    assert "is there already" in again.err


def test_files_that_name_what_went_are_told(gronagraf, example, folder):
    (example / "story.toml").write_text('node = "ex_energi_igen"\n', encoding="utf-8")
    other = folder / "annat"
    other.mkdir()
    (other / "seed.toml").write_text('name = "annat"\ntitle = "Annat"\nextends = ["exempel"]\n', encoding="utf-8")
    (other / "actor.csv").write_text("id,name\nx_bolag,Bolag\n", encoding="utf-8")
    (other / "owns_share_of.csv").write_text("from,to\nx_bolag,ex_energi_igen\n", encoding="utf-8")
    ended = gronagraf("merge", "mitt", *PAIR)
    told = [line for line in ended.err.splitlines() if "nämner ett id som är borta" in line]
    assert len(told) == 2
    assert "story.toml" in told[0]
    assert "annat/owns_share_of.csv" in told[1]


def test_files_that_could_not_be_searched_are_told(gronagraf, example, folder):
    (example / "story.toml").write_bytes('title = "Före å"\n'.encode("cp1252"))
    with (example / "positions-stor.json").open("wb") as file:
        file.truncate(20_000_001)
    broken = folder / "annat"
    broken.mkdir()
    (broken / "seed.toml").write_text("name =", encoding="utf-8")
    ended = gronagraf("merge", "mitt", *PAIR, "--lang", "en")
    assert ended.code == 0
    told = [line.partition(" could not be read")[0] for line in ended.err.splitlines() if "was not searched" in line]
    assert [name.rpartition("/")[2] for name in told] == ["seed.toml", "positions-stor.json", "story.toml"]


def test_it_refuses_and_leaves_everything(gronagraf, example, folder):
    before = contents(example)
    refusals = {
        ("kronoberg", "lnu", "sp"): "is a packaged seed, which stays as it is",
        ("mitt", "ex_energibolaget", "ex_energi_igem"): 'did you mean "ex_energi_igen"?',
        ("mitt", "ex_energibolaget", "ex_n_unga"): "only like is merged",
        ("mitt", *PAIR, "--backup", "."): "is there already",
        ("mitt", *PAIR, "--backup", "mitt/fore"): "lies in the seed itself",
        ("mitt", *PAIR, "--to", "mitt/nytt"): "lies in the seed itself",
        ("inte", "a", "b"): "there is no folder",
    }
    for arguments, told in refusals.items():
        ended = gronagraf("merge", *arguments)
        assert (arguments, ended.code) == (arguments, 3)
        assert told in ended.err
    assert gronagraf("merge", "mitt", *PAIR, "--as", "csv").code == 2
    assert gronagraf("merge", "mitt", *PAIR, "--to", "a", "--backup", "b").code == 2
    assert gronagraf("merge", "mitt", "ex_energibolaget").code == 2
    assert contents(example) == before
    assert [path.name for path in folder.iterdir()] == ["mitt"]


def test_two_that_are_noted_as_not_the_same_are_not_merged(gronagraf, example):
    (example / "not_the_same.csv").write_text("one,other\nex_energi_igen,ex_energibolaget\n", encoding="utf-8")
    ended = gronagraf("merge", "mitt", *PAIR)
    assert ended.code == 3
    assert "take its row out first" in ended.err


def test_a_workbook_is_written_as_a_new_folder(gronagraf, folder):
    (folder / "bok.xlsx").write_bytes(b"PK\x03\x04")
    ended = gronagraf("merge", "bok.xlsx", "a", "b")
    assert ended.code == 3
    assert (
        "is a workbook, and a merge writes folders; write the merged seed into a new folder: --to FOLDER" in ended.err
    )


def test_duplicates_are_gone_after_the_merge(gronagraf, example):
    shutil.copy(seed_folder("exempel") / "owns_share_of.csv", example)
    assert "ex_energi_igen" in gronagraf("check", "mitt", "--duplicates").out
    assert gronagraf("merge", "mitt", *PAIR).code == 0
    assert gronagraf("check", "mitt", "--duplicates").out == "Inga par når 80 poäng.\n"
