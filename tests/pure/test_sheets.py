"""Workbooks as sheets of text: what each kind of cell becomes, and what is said of a sheet beside its values."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from gronagraf.reading.sheets import Look, read_sheets


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """A workbook as Excel writes one, its table from C3 on, with a cell of every kind."""
    path = tmp_path / "typed.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Typer")
        forms = {code: book.add_format({"num_format": code}) for code in ("yyyy-mm-dd", "mmm-yy", "yyyy", "0%", "0000")}
        sheet.write_string("C3", "0780")
        sheet.write_number("D3", 2018)
        sheet.write_number("E3", 0.1 + 0.2)
        sheet.write_boolean("F3", True)
        sheet.write_datetime("G3", dt.date(2018, 1, 17), forms["yyyy-mm-dd"])
        sheet.write_datetime("H3", dt.date(2018, 1, 1), forms["mmm-yy"])
        sheet.write_datetime("I3", dt.date(2018, 1, 1), forms["yyyy"])
        sheet.write_datetime("J3", dt.datetime(2018, 1, 17, 14, 30), forms["yyyy-mm-dd"])  # noqa: DTZ001
        sheet.write_number("K3", 0.07, forms["0%"])
        sheet.write_number("L3", 780, forms["0000"])
        sheet.write_formula("M3", '="a"&"b"', value="ab")
        sheet.write_formula("N3", "=1/0", value="#DIV/0!")
        sheet.write_blank("Z99", None, forms["0%"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("D:E", None, None, {"hidden": True})
        sheet.merge_range("C5:D6", "två rader")
        book.add_worksheet("Gömt").hide()
    return path


def test_a_cell_becomes_the_text_that_a_person_sees_in_it(typed: Path) -> None:
    number, cells = next(next(read_sheets(typed)).rows())
    assert (number, cells[:2]) == (3, ["", ""])
    assert cells[2:6] == ["0780", "2018", "0.3", "true"]
    assert cells[6:10] == ["2018-01-17", "2018-01", "2018", "2018-01-17 14:30"]
    assert cells[10:] == ["7", "0780", "ab", "#DIV/0!"]


def test_what_stands_beside_the_values_is_known(typed: Path) -> None:
    first, second = read_sheets(typed)
    assert (first.name, first.hidden, second.name, second.hidden) == ("Typer", False, "Gömt", True)
    assert (first.look.hidden_rows, first.look.hidden_columns) == ([(3, 3)], [(3, 4)])
    assert first.look.merged == [(5, 2, 6, 3)]
    assert (first.look.formulas, first.look.percents, first.look.shortened, first.look.cells) == (2, 1, 2, 13)
    assert second.look == Look()
    assert list(second.rows()) == []
