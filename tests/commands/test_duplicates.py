"""`check --duplicates`: a table of pairs, what to do with them, and those that somebody has told apart."""

import csv
import io
import shutil

import pytest

from gronagraf.data import seed_folder


@pytest.fixture
def example(folder):
    """The fictional seed with the energy company in it a second time."""
    copy = shutil.copytree(seed_folder("exempel"), folder / "mitt")
    table = copy / "actor.csv"
    commas = table.read_text("utf-8").split("\n", 1)[0].count(",") - 1
    with table.open("a", encoding="utf-8") as file:
        file.write(f"ex_energi_igen,Lyre Energi Aktiebolag{',' * commas}\n")
    return copy


def test_pairs_stand_in_a_table_with_the_reason_in_words(gronagraf, example):
    ended = gronagraf("check", "mitt", "--duplicates")
    assert ended.code == 0
    assert "Lyre Energi Aktiebolag" in ended.out
    assert "bolagsformen skriven på två sätt" in ended.out
    assert "1 par." in ended.err
    assert "gronagraf merge SEED KEEP GONE" in ended.err
    assert "legal form written in two ways" in gronagraf("check", "mitt", "--duplicates", "--lang", "en").out


def test_programs_get_ids_and_codes(gronagraf, example):
    [row] = csv.DictReader(io.StringIO(gronagraf("check", "mitt", "--duplicates", "--as", "csv").out))
    assert row == {
        "score": "98",
        "type": "Actor",
        "first": "Lyre Energi AB",
        "first_id": "ex_energibolaget",
        "second": "Lyre Energi Aktiebolag",
        "second_id": "ex_energi_igen",
        "reason": "legal_written",
    }


def test_none_is_said_and_a_threshold_is_kept(gronagraf, example):
    assert gronagraf("check", "kronoberg", "--duplicates").out == "Inga par når 80 poäng.\n"
    assert gronagraf("check", "mitt", "--duplicates", "--threshold", "99").out == "Inga par når 99 poäng.\n"
    assert gronagraf("check", "kronoberg", "--duplicates", "--as", "csv").out.startswith("score,type,first")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_those_told_apart_do_not_come_again(gronagraf, example, sign):
    apart = example / "not_the_same.csv"
    rows = (("one", "other", "note"), ("ex_energi_igen", "ex_energibolaget", "dotterbolag"))
    apart.write_text("\r\n".join(map(sign.join, rows)), encoding="utf-8-sig")
    assert gronagraf("check", "mitt").code == 0
    assert gronagraf("check", "mitt", "--duplicates").out == "Inga par når 80 poäng.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one,other\nex_energi_ige,ex_energibolaget\n", '2: one: no node has the id "ex_energi_ige"; did you mean'),
        ("one,other\nex_energi_igen,ex_energi_igen\n", "2: names one node twice"),
        ("a,b\nx,y\n", 'lacks the column "one"; begin with one,other,note'),
        ("", 'lacks the column "one"'),
        ("one,other\nex_energi_igen\n", '2: other: no node has the id ""'),
    ],
)
def test_a_file_of_pairs_that_is_wrong_is_told(gronagraf, example, text, told):
    (example / "not_the_same.csv").write_text(text, encoding="utf-8")
    ended = gronagraf("check", "mitt", "--duplicates")
    assert ended.code == 3
    assert told in ended.err


def test_options_of_the_table_need_the_question(gronagraf):
    for given, name in (("--threshold=80", "--threshold"), ("--as=csv", "--as"), ("--out=x.csv", "--out")):
        ended = gronagraf("check", "kronoberg", given)
        assert ended.code == 2
        assert f"{name} belongs to --duplicates" in ended.err
