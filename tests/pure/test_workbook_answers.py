"""Answers as workbooks: opened by openpyxl and by LibreOffice, typed, told of, and nothing in them is run."""

import datetime as dt
import io
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from gronagraf.errors import GronagrafError
from gronagraf.graph import Column, Node, Result, SeedInfo
from gronagraf.model import MODEL
from gronagraf.schema import Term
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import render
from gronagraf.views.workbook.book import sheet_name

HOSTILE = ('=HYPERLINK("http://x.se","y")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A0", "{=1+1}", "'=1")
COLUMNS = (Column("actor", Term("Aktör", "Actor")), Column("value", Term("Värde", "Value")))


def opened(result, language="sv", title="Svar"):
    data = render(result, "xlsx", language, MODEL, title=title)
    return load_workbook(io.BytesIO(data))


def test_cells_have_their_own_kinds_under_bold_headings_that_stay():
    rows = (("Växjö", 12), ("Å", 2.5), ("Ö", None))
    page = opened(Result(COLUMNS, rows)).worksheets[0]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [["Aktör", "Värde"], *map(list, rows)]
    assert page.freeze_panes == "A2"
    assert all(cell.font.bold for cell in page[1])
    assert opened(Result(COLUMNS, ((True, 1),)), "en").worksheets[0]["A2"].value is True


def test_choices_types_and_nodes_are_words():
    columns = (Column("sector", Term("Sektor", "Sector")), Column("a", Term("A", "A")))
    page = opened(Result(columns, (("public", Node("Actor", "lst", {"name": "Länsstyrelsen"})),))).worksheets[0]
    assert [cell.value for cell in page[2]] == ["offentlig sektor", "Länsstyrelsen"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2018-01-17", None), [dt.datetime(2018, 1, 17), None]),  # noqa: DTZ001
        (("2018-01-17", "2018-01"), ["2018-01-17", "2018-01"]),
        (("2018-02-30", "2018-01-01"), ["2018-02-30", "2018-01-01"]),
        (("1899-12-31", "2018-01-01"), ["1899-12-31", "2018-01-01"]),
    ],
)
def test_only_a_column_of_whole_days_holds_dates(days, expected):
    page = opened(Result(COLUMNS[:1], tuple((day,) for day in days))).worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=2, max_row=3)] == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_or_a_link(text):
    result = Result((Column(text, Term(text, text)), COLUMNS[1]), ((text, "https://x.se/" + "a" * 3000),))
    page = opened(result, title=text).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type) == (text, "s")
    assert page["A1"].data_type == "s"
    assert page["B2"].hyperlink is None


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.slow
def test_libreoffice_evaluates_nothing(tmp_path):
    rows = tuple((text, 1) for text in HOSTILE)
    (tmp_path / "svar.xlsx").write_bytes(render(Result(COLUMNS, rows), "xlsx", "sv", MODEL))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    filters = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        filters,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "svar.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "svar.csv").read_text("utf-8").splitlines()
    told = [line.rpartition(";")[0].strip('"').replace('""', '"') for line in lines[1:]]
    assert told == list(HOSTILE)


def test_a_second_sheet_tells_what_must_be_known_and_fiction_is_marked():
    seeds = (SeedInfo("ex", "Exempel", "Example", publisher="Ingen", licence="CC0-1.0", fictional=True),)
    book = opened(Result(COLUMNS, (("a", 1),), cut=True, seeds=seeds), "en", "Bridges")
    assert book.sheetnames == ["Fictional Bridges", "About"]
    told = [str(cell.value) for row in book["About"].iter_rows() for cell in row if cell.value]
    assert told[:2] == ["Bridges", "FICTIONAL"]
    assert any("cut at 1" in text for text in told)
    assert {"Example (ex)", "Ingen", "CC0-1.0"} <= set(told)


def test_no_rows_is_an_answer():
    book = opened(Result(COLUMNS, ()))
    assert "Inga rader" in str([cell.value for cell in book["Om svaret"]["A"]])
    assert opened(Result((), ())).sheetnames == ["Om svaret"]


def test_a_report_has_a_sheet_for_each_table_and_says_the_rest():
    tables = [
        Section(name, Term(f"Del: {name}", ""), Result(COLUMNS, rows), Result(COLUMNS, rows), Term("Inget.", ""))
        for name, rows in (("a", (("x", 1),)), ("b", ()))
    ]
    report = Report(
        Term("Titel", ""), Term("Läs detta.", ""), tuple(tables), Result((), ((),)), "a", (Term("Obs.", ""),)
    )
    book = load_workbook(io.BytesIO(render_report(report, "xlsx", "sv", MODEL)))
    assert book.sheetnames == ["Del", "Del 2", "Om svaret"]
    told = [cell.value for cell in book["Om svaret"]["A"]]
    assert told == ["Titel", "Läs detta.", "Del: b: Inget.", "Obs."]


def test_the_same_answer_gives_the_same_bytes():
    result = Result(COLUMNS, (("a", 1.25), ("b", 2)))
    assert render(result, "xlsx", "sv", MODEL) == render(result, "xlsx", "sv", MODEL)


def test_a_text_that_no_cell_holds_is_refused_by_name():
    with pytest.raises(GronagrafError, match=r"Svar, row 2, column 1: has 32,768 characters"):
        render(Result(COLUMNS, (("x" * 32_768, 1),)), "xlsx", "sv", MODEL)
    with pytest.raises(GronagrafError, match=r"has 40,000 characters"):
        render(Result(COLUMNS, (("😀" * 20_000, 1),)), "xlsx", "sv", MODEL)
    assert opened(Result(COLUMNS, (("x" * 32_767, 1),))).worksheets[0]["A2"].value == "x" * 32_767


def test_numbers_keep_every_digit():
    numbers = (0.1 + 0.2, 2**53, -1e-300, 1 / 3)
    page = opened(Result(COLUMNS[:1], tuple((number,) for number in numbers))).worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == list(numbers)
    page = opened(Result(COLUMNS[:1], ((2**60,), (float("nan"),)))).worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == [str(2**60), "nan"]


def test_a_name_of_a_sheet_is_one_that_a_workbook_may_have():
    taken = set()
    for wanted, expected in (
        ("a/b:c[d]*?", "a b c d"),
        ("'x'", "x"),
        ("", "1"),
        ("History", "History 1"),
        ("å" * 40, "å" * 31),
        ("Å" * 40, "Å" * 29 + " 2"),
    ):
        assert sheet_name(wanted, taken) == expected
        taken.add(expected.casefold())
