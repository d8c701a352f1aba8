"""A workbook is a seed as a folder is: the same graph, and each problem with its sheet and cell."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from gronagraf.data import seed_folder
from gronagraf.errors import SeedError
from gronagraf.graph import SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.remarks import Remark
from gronagraf.schema import INTEGER, Field, Model, Term
from tests.pure.books import (
    SHEETS,
    as_sheets,
    fill,
    parts_of,
    problems,
    saved_by_libreoffice,
    with_parts,
    write_book,
)
from tests.pure.small_seed import SmallSeed

ONE = "put the rows in one of them"
NAME_IT = "name the column or empty the cell"
BEGIN = "begin with the names of the columns, such as id,name,level,level_text"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "liten.xlsx", SHEETS)


def changed(tmp_path: Path, sheet: str, *rows: list) -> list[str]:
    """The problems of the small workbook with these rows in one sheet instead."""
    return problems(write_book(tmp_path / "bok.xlsx", {**SHEETS, sheet: rows}))


def test_sheets_and_headings_are_known_by_their_words(book: Path) -> None:
    graph = read_seed(book, MODEL)
    assert (graph.seeds[0].name, graph.seeds[0].title) == ("liten", "En liten seed")
    network = graph.by_id()["kompetens"]
    assert network.facts == {"name": "Kompetensforum", "valid_from": "2018", "valid_to": "2019-05-17"}
    assert [(edge.type, edge.start, edge.facts) for edge in graph.edges] == [
        ("MEMBER_OF", "alvby", {"role": "member", "since": "2018"}),
        ("MEMBER_OF", "bolaget", {}),
    ]


@pytest.mark.parametrize("name", ["exempel", pytest.param("kronoberg", marks=pytest.mark.slow)])
def test_a_seed_and_its_workbook_are_the_same_graph(tmp_path: Path, name: str) -> None:
    graph = read_seed(seed_folder(name), MODEL)
    assert read_seed(write_book(tmp_path / "b.xlsx", as_sheets(graph)), MODEL) == graph


@pytest.mark.slow
@pytest.mark.parametrize("name", ["exempel", "kronoberg"])
def test_a_workbook_saved_by_libreoffice_is_the_same_graph(tmp_path: Path, name: str) -> None:
    graph = read_seed(seed_folder(name), MODEL)
    book = write_book(tmp_path / "b.xlsx", as_sheets(graph))
    for ending, folder in (("ods", tmp_path), ("xlsx", tmp_path / "again")):
        assert read_seed(saved_by_libreoffice(book, ending, folder), MODEL) == graph


def test_a_problem_names_its_sheet_and_cell(tmp_path: Path) -> None:
    twice = (
        'is the same relation between "alvby" and "kompetens" as on row 2; '
        "remove one of them, or tell them apart by since or role"
    )
    rows = [["Från", "till"], ["alvby", "kompetens"], [], ["alvby", "kompetenz"], ["alvby", "kompetens"]]
    assert changed(tmp_path, "member_of", *rows) == [
        'bok.xlsx: sheet member_of, cell B4: no network has the id "kompetenz"; did you mean "kompetens"?',
        f"bok.xlsx: sheet member_of, row 5: {twice}",
    ]


def test_an_error_is_a_problem_and_not_its_followers(tmp_path: Path) -> None:
    rows = [["id", "name"], ["#REF!", "Namn"], ["kompetens", "#N/A"]]
    assert changed(tmp_path, "network", *rows) == [
        "bok.xlsx: sheet network, cell A2: is the error #REF!; mend the formula that it comes from, or empty the cell",
        "bok.xlsx: sheet network, cell B3: is the error #N/A; mend the formula that it comes from, or empty the cell",
    ]


def test_a_time_of_day_is_no_date(tmp_path: Path) -> None:
    moment, day = dt.datetime(2018, 1, 17, 14, 30), dt.datetime(2018, 1, 17)  # noqa: DTZ001
    rows = [["id", "name", "valid_from", "valid_to"], ["kompetens", "Forum", day, moment]]
    assert changed(tmp_path, "network", *rows) == [
        'bok.xlsx: sheet network, cell D2: "2018-01-17 14:30" is not a date: it has a time of day; write 2018-01-17'
    ]


def test_what_a_cell_holds_becomes_the_type_of_its_field(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    with xlsxwriter.Workbook(path) as book:
        fill(book, {**SHEETS, "owns_share_of": [["from", "to", "share"]]})
        shares = book.get_worksheet_by_name("owns_share_of")
        shares.write_row(1, 0, ["alvby", "bolaget"])
        shares.write_number(1, 2, 0.07, book.add_format({"num_format": "0%"}))
        actors = book.get_worksheet_by_name("Aktörer")
        actors.write_row(0, 4, ["in_region", "note", "source_year"])
        actors.write_row(1, 4, [True, 2018, 2018.0])
    graph = read_seed(path, MODEL)
    assert [edge.facts for edge in graph.edges if edge.type == "OWNS_SHARE_OF"] == [{"share": 7}]
    facts = graph.by_id()["alvby"].facts
    assert (facts["in_region"], facts["note"], facts["source_year"]) == (True, "2018", 2018)


def test_what_is_hidden_or_shown_otherwise_is_read_and_told(tmp_path: Path) -> None:
    path, remarks = tmp_path / "bok.xlsx", []
    with xlsxwriter.Workbook(path) as book:
        fill(book, SHEETS)
        actors = book.get_worksheet_by_name("Aktörer")
        for line in (1, 2, 3, 700):
            actors.set_row(line, None, None, {"hidden": True})
        actors.set_column("B:B", None, None, {"hidden": True})
        actors.write_formula("B2", '="Älvby"&" kommun"', value="Älvby kommun")
        network = book.get_worksheet_by_name("network")
        network.write_datetime("C2", dt.date(2018, 1, 1), book.add_format({"num_format": "mmm-yy"}))
        network.hide()
        book.add_worksheet("Räknat").write("A1", "mellanled")
        book.get_worksheet_by_name("Räknat").hide()
        book.add_worksheet("_val").write("A1", "member")
        book.add_worksheet("Blad1")
        book.add_chartsheet("Diagram")
    graph = read_seed(path, MODEL, tell=remarks.append)
    assert graph.by_id()["kompetens"].facts["valid_from"] == "2018-01"
    assert [remark["sv"].replace(f"{path}: ", "") for remark in remarks] == [
        "sheet Räknat: det dolda bladet läses inte",
        "sheet Aktörer: dolda rader läses som de andra: 2–4 (3 st)",
        "sheet Aktörer: dolda kolumner läses som de andra: B",
        "sheet Aktörer: formler läses som sina senast sparade värden: 1",
        "sheet network: bladet är dolt, och läses som de andra",
        "sheet network: datum som visas utan dag läses utan dag: 1",
    ]
    assert remarks[1]["en"].endswith("hidden rows are read like the others: 2–4 (3 in all)")


def test_macros_and_links_to_other_workbooks_are_left_alone_and_told(book: Path) -> None:
    remarks: list[Remark] = []
    parts = {**parts_of(book), "xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<a/>"}
    path = with_parts(book.with_suffix(".xlsm"), parts)
    assert problems(path, remarks) == []
    assert [remark["en"].replace(f"{path}: ", "") for remark in remarks] == [
        "links to other workbooks are not followed, and the values last saved hold",
        "macros are not read",
    ]


def test_merged_cells_are_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    with xlsxwriter.Workbook(path) as book:
        fill(book, SHEETS)
        book.get_worksheet_by_name("member_of").merge_range("B2:B3", "kompetens")
    what = "is merged with the cells to B3; take them apart and write in each cell what is meant"
    assert problems(path) == [f"bok.xlsx: sheet member_of, cell B2: {what}"]


def test_a_formula_that_was_never_computed_is_a_problem(book: Path) -> None:
    made = openpyxl.load_workbook(book)
    made["network"]["B2"] = '="Kompetens"&"forum"'
    made.save(book)
    [problem] = problems(book)
    assert problem == (
        "liten.xlsx: sheet network, cell B2: is a formula that was never computed; "
        "open the file in a spreadsheet program and save it again"
    )


@pytest.mark.parametrize(
    ("name", "rows", "problem"),
    [
        ("Aktor", [["id"]], 'sheet Aktor: is not a table of the model; did you mean "actor"?'),
        ("fro", [["Namn", "x"]], 'sheet fro: is not a table of the model; did you mean "seed"?'),
        ("Actor", [["id", "name"]], f'sheet Actor: is a second sheet of Actor, beside "Aktörer"; {ONE}'),
        ("Seed", [["Namn", "x"]], f'sheet Seed: is a second sheet of what seed.toml says, beside "frö"; {ONE}'),
        ("goal", [], f"sheet goal: is empty; {BEGIN}"),
        ("goal", [["id", "name", "Namn"]],
         'sheet goal, cell C1: "Namn" means name, as does cell B1; keep one of the two columns'),
        ("goal", [["id", "name", "Levl"]],
         'sheet goal, cell C1: "Levl" is not a column of Goal; did you mean "level"?'),
        ("goal", [["id", "name"], ["gron", "Grön", "omställning"]],
         f"sheet goal, cell C2: has text in column 3, which has no name in the header; {NAME_IT}"),
        ("goal", [["gron", "Grön"]],
         f"sheet goal, row 1: has none of the columns of Goal; {BEGIN}, each in a cell of its own"),
    ],
)  # fmt: skip
def test_a_sheet_or_heading_that_is_not_known(tmp_path: Path, name: str, rows: list, problem: str) -> None:
    assert changed(tmp_path, name, *rows) == [f"bok.xlsx: {problem}"]


def test_a_word_that_may_mean_two_things_is_not_guessed(tmp_path: Path) -> None:
    term = Term("Antal", "Count")
    fields = tuple(Field(name, INTEGER, term) for name in ("employees", "members"))
    actor = MODEL.labels["Actor"]
    model = Model((replace(actor, fields=fields), replace(actor, label="Body")), ())
    sheets = {"seed": [["name", "a"], ["title", "A"]], "Aktör": [["id"]], "actor": [["id", "name", "Antal"]]}
    with pytest.raises(SeedError) as raised:
        read_seed(write_book(tmp_path / "bok.xlsx", sheets), model)
    assert [str(each).partition("bok.xlsx: ")[2] for each in raised.value.problems] == [
        "sheet Aktör: may be actor or body; name it as one of them",
        'sheet actor, cell C1: "Antal" may be employees or members; write the column\'s own name',
    ]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([["namn", "x"]], "sheet frö: title: is missing; add a title, such as title = \"Kronoberg\""),
        ([["namn", "två ord"], ["titel", "x"]],
         'sheet frö, cell B1: "två ord" is not an id; use letters, digits and _ . : - only'),
        ([["namn", "x"], ["titel", "x"], ["Name", "y"]],
         'sheet frö, cell A3: "Name" stands twice, first on row 1; keep one of them'),
        ([["namn", "x"], ["titel", "x"], ["utgivaren", "y"]],
         'sheet frö, cell A3: "utgivaren" is not a key of a seed; did you mean "publisher"?'),
        ([["namn", "x"], ["titel", "x"], ["", "y"]],
         "sheet frö, cell B3: is a value without a key; write its key in column A"),
        ([["namn", "x"], ["titel", "x"], ["Täcker helt", "Aktör, Nätvärk"]],
         'sheet frö, cell B3: "Nätvärk" is not a type; did you mean "Network"?'),
        ([["namn", "x"], ["titel", "x"], ["Påhittad", "kanske"]],
         "sheet frö, cell B3: is neither true nor false; write true or false, without quotes"),
    ],
)  # fmt: skip
def test_a_fault_in_what_the_seed_says_of_itself(tmp_path: Path, rows: list, problem: str) -> None:
    assert changed(tmp_path, "frö", *rows) == [f"bok.xlsx: {problem}"]


def test_what_the_seed_says_of_itself_is_typed_from_its_cells(tmp_path: Path) -> None:
    rows = [
        ["Nyckel", "Värde", "Förklaring"],
        ["Namn", "liten", "ett id"],
        ["Titel", "En liten"],
        ["Datum", dt.date(2026, 1, 31)],
        ["Påhittad", True],
        ["Bygger på", "kronoberg; exempel"],
        ["complete", "member_of, Nätverk,\nActor"],
        ["Utgivare", None],
    ]
    book = write_book(tmp_path / "bok.xlsx", {**SHEETS, "frö": rows})
    assert read_seed(book, MODEL).seeds == (
        SeedInfo(
            "liten",
            "En liten",
            date="2026-01-31",
            fictional=True,
            extends=("kronoberg", "exempel"),
            complete=("Actor", "Network", "MEMBER_OF"),
        ),
    )


def test_a_workbook_without_a_sheet_for_the_seed(tmp_path: Path) -> None:
    book = write_book(tmp_path / "bok.xlsx", {"Aktörer": SHEETS["Aktörer"]})
    remedy = 'add a sheet "seed" with name and title in column A, and what they are in column B'
    assert problems(book) == [f"bok.xlsx: sheet seed: is missing; {remedy}"]


def test_a_workbook_of_other_things(tmp_path: Path) -> None:
    found = problems(write_book(tmp_path / "bok.xlsx", {"frö": SHEETS["frö"]}))
    assert [problem.partition("; ")[0] for problem in found] == ["bok.xlsx: holds no table of a seed"]


def test_a_seed_may_extend_a_workbook_that_lies_beside_it(book: Path, small: SmallSeed) -> None:
    other = book.parent / "andra"
    other.mkdir()
    (other / "seed.toml").write_text('name = "andra"\ntitle = "x"\nextends = ["bas"]\n', encoding="utf-8")
    (other / "member_of.csv").write_text("from,to\nalvby,kompetens\nalvby,kompetenz\n", encoding="utf-8")
    base = write_book(book.parent / "bas.xlsx", {**SHEETS, "frö": [["name", "bas"], ["title", "Bas"]]})
    assert problems(other) == [
        'andra/member_of.csv:3: to: no network has the id "kompetenz"; did you mean "kompetens"?'
    ]
    base.write_bytes(base.read_bytes()[:2000])
    [problem] = problems(other)
    assert problem.endswith(
        'andra/seed.toml:3: extends: the seed "bas" has problems of its own, such as bas.xlsx; '
        "mend it first: `gronagraf check bas.xlsx`"
    )


def test_a_workbook_may_extend_a_folder_that_lies_beside_it(tmp_path: Path, small: SmallSeed) -> None:
    sheets = {
        "seed": [["name", "bok"], ["title", "Bok"], ["extends", "liten"]],
        "actor": [["id", "name"], ["alvby", "Annat"]],
        "part_of": [["from", "to"], ["regionen", "alvby"]],
    }
    [problem] = problems(write_book(tmp_path / "bok.xlsx", sheets))
    assert problem.startswith(
        'bok.xlsx: sheet actor, cell A2: "alvby" is already defined by the seed "liten", liten/actor.csv:2'
    )


def test_the_problems_of_a_workbook_stand_by_sheet_and_row(tmp_path: Path) -> None:
    rows = [["from", "to"], *(["alvby", "borta"] for _ in range(12))]
    found = changed(tmp_path, "member_of", *rows)
    assert [problem.partition(", cell ")[2].partition(":")[0] for problem in found] == [f"B{n}" for n in range(2, 14)]


def test_a_folder_of_workbooks_is_told_to_name_one(book: Path) -> None:
    [problem] = problems(book.parent)
    assert problem.endswith(f'nor a table; did you mean "{book.parent.name}/liten.xlsx"?')
