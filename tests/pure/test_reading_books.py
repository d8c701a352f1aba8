"""A workbook is a seed as a folder is: the same graph, and each problem with its sheet and cell."""

from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.pure.books import SHEETS, as_sheets, problems, saved_by_libreoffice, write_book


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
