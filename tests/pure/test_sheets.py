"""Workbooks as sheets of text: what each kind of cell becomes, and what is said of a sheet beside its values."""

import datetime as dt
import re
from pathlib import Path

import pytest
import xlsxwriter

from gronagraf.reading.sheets import Look, read_sheets
from tests.pure.books import SHEETS, ods_with, parts_of, saved_by_libreoffice, with_parts, write_book


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


@pytest.mark.slow
def test_libreoffice_saves_what_is_read_alike(typed: Path, tmp_path: Path) -> None:
    [(_, wanted)] = [row for row in next(read_sheets(typed)).rows() if row[0] == 3]
    sheet = next(read_sheets(saved_by_libreoffice(typed, "ods", tmp_path)))
    [(_, cells)] = [row for row in sheet.rows() if row[0] == 3]
    assert (wanted.pop(5), cells.pop(5)) == ("true", "1")  # LibreOffice makes =TRUE() of it, shown as a number
    assert cells == wanted
    assert (sheet.look.hidden_rows, sheet.look.hidden_columns) == ([(3, 3)], [(3, 4)])
    assert (sheet.look.merged, sheet.look.formulas) == ([(5, 2, 6, 3)], 3)


def ods_cell(said: str, inside: str = "") -> str:
    return f"<table:table-cell {said}>{inside}</table:table-cell>"


ODS_ROWS = (
    '<table:table-row table:number-rows-repeated="2" table:visibility="collapse">'
    + ods_cell('office:value-type="percentage" office:value="0.07"')
    + ods_cell(
        'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"', "<text:p>#DIV/0!</text:p>"
    )
    + ods_cell('table:formula="of:=A1"')
    + '</table:table-row><table:table-row table:visibility="filter">'
    + ods_cell('office:value-type="boolean" office:boolean-value="true"')
    + ods_cell('office:value-type="date" office:date-value="2018-01-17T14:30:00"')
    + ods_cell(
        'office:value-type="float" office:value="2018" table:number-columns-spanned="2" table:number-rows-spanned="3"'
    )
    + "</table:table-row><table:table-row>"
    + ods_cell("", "<office:annotation><text:p>en kommentar</text:p></office:annotation>")
    + "</table:table-row>"
)


def test_opendocument_says_the_same_in_its_own_words(tmp_path: Path) -> None:
    [sheet] = read_sheets(ods_with(tmp_path / "bok.ods", {"Blad": [["a", "b", "c"]]}, ODS_ROWS))
    assert list(sheet.rows()) == [
        (1, ["a", "b", "c"]),
        (2, ["7", "#DIV/0!", "#NO VALUE!"]),
        (3, ["7", "#DIV/0!", "#NO VALUE!"]),
        (4, ["true", "2018-01-17 14:30", "2018"]),
    ]
    look = sheet.look
    assert (look.hidden_rows, look.merged) == ([(2, 4)], [(4, 2, 6, 3)])
    assert (look.cells, look.formulas, look.percents) == (12, 4, 2)


def test_parts_are_found_by_relations_wherever_they_lie(tmp_path: Path) -> None:
    usual = parts_of(write_book(tmp_path / "usual.xlsx", SHEETS))
    flat = {name.removeprefix("xl/"): content for name, content in usual.items()}
    flat["_rels/.rels"] = flat["_rels/.rels"].replace(b"xl/workbook.xml", b"workbook.xml")
    windows = {name.replace("/", "\\"): content for name, content in usual.items()}
    rows = [list(sheet.rows()) for sheet in read_sheets(tmp_path / "usual.xlsx")]
    for name, parts in {"flat.xlsx": flat, "windows.xlsx": windows}.items():
        assert [list(sheet.rows()) for sheet in read_sheets(with_parts(tmp_path / name, parts))] == rows


def test_a_prefix_on_every_element_changes_nothing(tmp_path: Path) -> None:
    parts = parts_of(write_book(tmp_path / "usual.xlsx", SHEETS))
    part = "xl/worksheets/sheet3.xml"
    text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", parts[part].decode()).replace("xmlns=", "xmlns:x=")
    path = with_parts(tmp_path / "prefixed.xlsx", {**parts, part: text.encode()})
    assert [list(sheet.rows()) for sheet in read_sheets(path)] == [
        list(sheet.rows()) for sheet in read_sheets(tmp_path / "usual.xlsx")
    ]
