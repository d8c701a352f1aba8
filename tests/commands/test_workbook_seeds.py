"""A workbook wherever a seed is named: `check`, `load`, `map --compare` and `diff`."""

import pytest
import xlsxwriter

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.pure.books import as_sheets, fill


@pytest.fixture
def book(folder):
    """The fictional seed as a workbook, one row hidden."""
    path = folder / "exempel-bok.xlsx"
    with xlsxwriter.Workbook(path) as made:
        fill(made, as_sheets(read_seed(seed_folder("exempel"), MODEL)))
        made.get_worksheet_by_name("actor").set_row(4, None, None, {"hidden": True})
    return path


def test_check_counts_a_workbook_as_its_folder_and_tells_what_is_hidden(gronagraf, book):
    by_folder, by_book = gronagraf("check", "exempel"), gronagraf("check", book.name)
    assert (by_book.code, by_book.out) == (0, by_folder.out)
    assert by_book.err == "exempel-bok.xlsx: sheet actor: dolda rader läses som de andra: 5\n"


def test_a_workbook_is_loaded_as_the_folder_is(gronagraf, book):
    assert gronagraf("load", "exempel").code == 0
    ended = gronagraf("load", book, "--lang", "en")
    assert ended.code == 0
    assert [line.split()[1:4:2] for line in ended.out.splitlines()[1:3]] == [["0", "0"], ["0", "0"]]
    assert "hidden rows are read like the others: 5" in ended.err


def test_a_map_marks_what_differs_from_a_workbook(gronagraf, book, folder):
    assert gronagraf("load", "exempel").code == 0
    ended = gronagraf("map", "--compare", book.name, "--out", "karta.html")
    assert (ended.code, (folder / "karta.html").exists()) == (0, True)


def test_a_broken_workbook_is_a_problem_of_the_seed(gronagraf, folder):
    (folder / "frö.xlsx").write_text("id;name\n", encoding="utf-8")
    ended = gronagraf("check", "frö.xlsx")
    assert ended.code == 3
    assert ended.err.startswith("frö.xlsx: is text, such as CSV, with the name of a workbook; ")


def test_a_workbook_that_is_not_there_is_told_as_a_seed_that_is_not_there(gronagraf):
    ended = gronagraf("check", "borta.xlsx", "--lang", "en")
    assert ended.code == 3
    assert 'there is no folder, workbook or packaged seed "borta.xlsx"' in ended.err
