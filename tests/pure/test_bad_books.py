"""A workbook that is broken, hostile or no workbook at all is one clear error, in bounded memory and time."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.pure.books import OFFICE, SHEETS, ods_with, parts_of, problems, with_parts, write_book

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "http://127.0.0.1:1/x">]>'
ACTORS = "xl/worksheets/sheet3.xml"
AGAIN = "open it in a spreadsheet program and save it as .xlsx"
NO_STRING = "Cell string index not found in shared strings table"
RIGHT = "empty the cells that stand to the right of the table"
FAR = "empty the cells that stand far away from the table"
TO_CSV = f"{AGAIN}, or put it in a seed folder as .csv"
TOO_MUCH = "a workbook of tables needs no such size: remove what is not data"


@pytest.fixture
def parts(tmp_path: Path) -> Mapping[str, bytes]:
    return parts_of(write_book(tmp_path / "good.xlsx", SHEETS))


def sheet(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def row(line: int, texts: Sequence[str], more: str = "") -> str:
    cells = (f'<c r="{"ABC"[at]}{line}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(texts))
    return f'<row r="{line}">{"".join(cells)}{more}</row>'


def actors(more: str = "") -> bytes:
    """Two good actors, and more cells as XML after those of the first."""
    return sheet(row(1, ["id", "name", "note"]) + row(2, ["alvby", "Älvby"], more) + row(3, ["bolaget", "B"]))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is an empty file; name a workbook"),
        (b"id;name\na;b\n", f"is text, such as CSV, with the name of a workbook; {TO_CSV}"),
        ("id;namn".encode("utf-16"), f"is text, such as CSV, with the name of a workbook; {TO_CSV}"),
        (b"<table><tr><td>id</td></tr></table>", f"is XML or a web page with the name of a workbook; {AGAIN}"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a workbook; name a workbook (.xlsx or .ods) or the folder of a seed"),
        (OLE2 + "Workbook".encode("utf-16-le"), f"is an old Excel file (.xls); {AGAIN}"),
        (
            OLE2 + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password; open it, take the password away and save it again",
        ),
        (b"PK\x03\x04", f"is cut off or damaged; fetch it again, or {AGAIN}"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_told_for_what_it_is(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(content)
    assert problems(path) == [f"bok.xlsx: {problem}"]


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("xl/workbook.bin", f"is a binary workbook (.xlsb); {AGAIN}"),
        ("word/document.xml", f"is a text document (.docx), not a workbook; {AGAIN}"),
        ("brev.txt", "is a zip file, but no workbook; name a workbook (.xlsx or .ods)"),
    ],
)
def test_a_zip_of_something_else(tmp_path: Path, part: str, problem: str) -> None:
    assert problems(with_parts(tmp_path / "bok.xlsx", {part: b"<a/>"})) == [f"bok.xlsx: {problem}"]


def test_a_workbook_that_is_cut_off(tmp_path: Path) -> None:
    path = write_book(tmp_path / "bok.xlsx", SHEETS)
    path.write_bytes(path.read_bytes()[:3000])
    assert problems(path) == [f"bok.xlsx: is cut off or damaged; fetch it again, or {AGAIN}"]


def test_a_damaged_part(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    path = with_parts(tmp_path / "bok.xlsx", parts, zipfile.ZIP_STORED)
    content = path.read_bytes()
    at = content.index(b"<sheetData>")
    path.write_bytes(content[:at] + b"?" + content[at + 1 :])
    assert problems(path) == [f"bok.xlsx: is cut off or damaged; fetch it again, or {AGAIN}"]


def test_a_zip_bomb_is_refused_by_what_its_directory_says(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    bomb = with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: sheet(" " * 200_000_000)})
    assert problems(bomb) == [f"bok.xlsx: would unpack to 200 MB from 0.2 MB; {TOO_MUCH}"]


def test_a_zip_bomb_whose_directory_lies(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    path = with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: actors() + b" " * 100_000_000})
    with zipfile.ZipFile(path) as archive:
        said = archive.getinfo(ACTORS)
    sizes = said.compress_size.to_bytes(4, "little") + said.file_size.to_bytes(4, "little")
    lie = said.compress_size.to_bytes(4, "little") + (5000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(sizes, lie))
    assert problems(path) == [f"bok.xlsx: has a part, {ACTORS}, larger than it says; {AGAIN}"]


def test_too_many_parts(tmp_path: Path) -> None:
    many = with_parts(tmp_path / "bok.xlsx", {f"part{number}": b"" for number in range(10_001)})
    assert problems(many) == [f"bok.xlsx: holds 10,001 parts, more than 10,000; {TOO_MUCH}"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    path = with_parts(tmp_path / "bok.xlsx", parts)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(ACTORS.upper(), actors())
    assert problems(path) == [f"bok.xlsx: holds two parts of one name; {AGAIN}"]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", ACTORS]
)
def test_a_document_type_is_refused_in_every_part_that_is_read(
    tmp_path: Path, parts: Mapping[str, bytes], part: str
) -> None:
    changed = re.sub(rb"\?>\s*", b"?>" + DTD.encode(), parts[part], count=1)
    [problem] = problems(with_parts(tmp_path / "bok.xlsx", {**parts, part: changed}))
    assert problem.endswith(f": declares a document type or entities, which no spreadsheet program does; {AGAIN}")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"hej", f"is not sound XML (syntax error: line 1, column 0); {AGAIN}"),
        (sheet("<c>&skratt;</c>"), f"is not sound XML (undefined entity: line 1, column 91); {AGAIN}"),
        (b'<?xml version="1.0" encoding="latin1"?><worksheet/>', f"is in the encoding latin1, not in UTF-8; {AGAIN}"),
        (b'<?xml version="1.0" encoding="x-mitt"?><worksheet/>', f"is in the encoding x-mitt, not in UTF-8; {AGAIN}"),
        (actors('<c r="XFE2"><v>1</v></c>'), f"names a cell XFE2, which no sheet has; {AGAIN}"),
        (actors('<c r="A99999999999"><v>1</v></c>'), f"names a cell A99999999999, which no sheet has; {AGAIN}"),
        (actors('<c r="C2" t="s"><v>9999</v></c>'), f"holds something that cannot be read ({NO_STRING}); {AGAIN}"),
        (actors('<c r="XFD2"><v>1</v></c>'), f"reaches to cell XFD2: 16,384 columns; {RIGHT}"),
        (sheet(""), "is empty; begin with the names of the columns, such as id,name,kind,kind_text"),
    ],
)  # fmt: skip
def test_a_sheet_that_is_wrong_inside(tmp_path: Path, parts: Mapping[str, bytes], content: bytes, problem: str) -> None:
    assert problems(with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: content})) == [
        f"bok.xlsx: sheet Aktörer: {problem}"
    ]


def test_a_sheet_that_the_workbook_names_and_lacks(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    lacking = {name: content for name, content in parts.items() if name != ACTORS}
    assert problems(with_parts(tmp_path / "bok.xlsx", lacking)) == [f"bok.xlsx: lacks its part {ACTORS}; {AGAIN}"]


def test_a_value_in_every_corner(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    rows = '<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    what = "reaches to cell XFD2 and row 1,048,576, but only 2 cells hold something"
    path = with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: sheet(rows)})
    assert problems(path) == [f"bok.xlsx: sheet Aktörer: {what}; {FAR}"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        (
            "word",
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"},
            "is an OpenDocument file, but no spreadsheet; name a workbook",
        ),
        (
            "secret",
            {"META-INF/manifest.xml": b"<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"},
            "is protected by a password; open it, take the password away and save it again",
        ),
        ("entities", {"content.xml": f"{DTD}<a/>".encode()},
         f"declares a document type or entities, which no spreadsheet program does; {AGAIN}"),
    ],
)  # fmt: skip
def test_an_opendocument_file_that_is_wrong(
    tmp_path: Path, name: str, content: Mapping[str, bytes], problem: str
) -> None:
    path = with_parts(tmp_path / f"{name}.ods", {**OFFICE, **content})
    assert problems(path) == [f"{name}.ods: {problem}"]


@pytest.mark.parametrize(
    ("rows", "columns", "problem"),
    [
        (1_048_575, 16_384, "holds 17,179,852,802 cells, more than 6,000,000; divide it into several"),
        (10, 16_384, f"reaches to cell XFD2: 16,384 columns; {RIGHT}"),
        (2_000_000, 1, "reaches to cell B1 and row 2,000,001, beyond the end of a sheet; shorten it"),
    ],
)
def test_repeated_cells_are_counted_before_they_are_unfolded(
    tmp_path: Path, rows: int, columns: int, problem: str
) -> None:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    filled = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    path = ods_with(tmp_path / "bok.ods", {"Aktörer": [["id", "name"]]}, filled)
    assert f"bok.ods: sheet Aktörer: {problem}" in problems(path)


def test_repeated_blank_cells_are_nothing(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384" table:style-name="x"/>'
    filled = f'<table:table-row table:number-rows-repeated="1048574">{blank}</table:table-row>'
    sheets = {"seed": [["name", "a"], ["title", "A"]], "actor": [["id", "name"], ["a", "A"]]}
    assert problems(ods_with(tmp_path / "bok.ods", sheets, filled)) == []


READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
from pathlib import Path
from tests.pure.books import problems
print(*problems(Path(sys.argv[1])), sep="\\n")
"""


def problems_in_a_gigabyte(path: Path) -> list[str]:
    """The problems as a process finds them that may not have more than 1 GB, nor more than a minute."""
    words = [sys.executable, "-c", READ, path]
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize(
    "rows",
    [
        lambda: "".join(f'<row r="{line}"/>' for line in range(3, 2_000_000)),
        lambda: "".join(f'<row r="{line}" s="1"><c r="A{line}" s="1"/></row>' for line in range(3, 1_048_577)),
        lambda: '<row r="1048576"><c r="B1048576" t="inlineStr"><is><t> </t></is></c></row>',
    ],
)
def test_two_million_empty_rows_cost_little(
    tmp_path: Path, parts: Mapping[str, bytes], rows: Callable[[], str]
) -> None:
    content = actors().replace(b"</sheetData>", rows().encode() + b"</sheetData>")
    path = with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: content})
    assert problems_in_a_gigabyte(path) == [""]


@pytest.mark.slow
def test_a_value_that_would_fill_the_memory(tmp_path: Path, parts: Mapping[str, bytes]) -> None:
    noise = Random(7).randbytes(60_000_000).hex()
    path = with_parts(tmp_path / "bok.xlsx", {**parts, ACTORS: sheet(f'<row r="{noise}"/>')}, zipfile.ZIP_STORED)
    what = "holds a value of more than 8,000,000 bytes; shorten it"
    assert problems_in_a_gigabyte(path)[0].endswith(f"sheet Aktörer: {what}")
