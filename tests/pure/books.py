"""Workbooks for tests, made on the spot: a seed as Excel's users would type it, cell by cell."""

import datetime as dt
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
import xlsxwriter

from gronagraf.errors import SeedError
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.remarks import Remark
from gronagraf.schema import Model, NodeType

Value: TypeAlias = str | int | float | bool | dt.date | None
Rows: TypeAlias = Sequence[Sequence[Value]]

SHEETS: Mapping[str, Rows] = {
    "Läs mig": [["Fyll i bladen."]],
    "frö": [["Nyckel", "Värde"], ["Namn", "liten"], ["Titel", "En liten seed"]],
    "Aktörer": [
        ["Id", "Namn", "kind", "Kommun"],
        ["alvby", "Älvby kommun", "municipality", None],
        ["bolaget", "Bolaget Öst AB", "company", "alvby"],
        ["regionen", "Region Å", "region", None],
    ],
    "network": [["id", "name", "Från", "Till"], ["kompetens", "Kompetensforum", 2018, dt.date(2019, 5, 17)]],
    "member_of": [
        ["Från", "till", "role", "Sedan"],
        ["alvby", "kompetens", "member", 2018],
        ["bolaget", "kompetens", None, None],
    ],
}


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets, each cell of the type that its value has."""
    with xlsxwriter.Workbook(path) as book:
        fill(book, sheets)
    return path


def fill(book: xlsxwriter.Workbook, sheets: Mapping[str, Rows]) -> None:
    """Add sheets to a workbook that is being written."""
    day, moment = (book.add_format({"num_format": code}) for code in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, cells in enumerate(rows):
            for column, value in enumerate(cells):
                form = moment if isinstance(value, dt.datetime) else day if isinstance(value, dt.date) else None
                sheet.write(line, column, value, form)


def as_sheets(graph: Graph, model: Model = MODEL) -> dict[str, Rows]:
    """A graph with one seed as the sheets of a workbook, every value as the type that it has."""
    [info] = graph.seeds
    about = {name: getattr(info, name) for name in info.__slots__}
    texts = [(key, ", ".join(value) if isinstance(value, tuple) else value) for key, value in about.items() if value]
    sheets: dict[str, Rows] = {"seed": texts}
    for kind in model.all:
        if isinstance(kind, NodeType):
            rows = [[node.id, *map(node.facts.get, kind.columns)] for node in graph.nodes if node.label == kind.name]
        else:
            rows = [
                [edge.start, edge.end, *map(edge.facts.get, kind.columns)]
                for edge in graph.edges
                if edge.type == kind.name
            ]
        if rows:
            sheets[kind.file] = [kind.header, *rows]
    return sheets


def saved_by_libreoffice(book: Path, ending: str, folder: Path) -> Path:
    """A file opened by LibreOffice and saved in another format; skips the test where there is no LibreOffice."""
    office = shutil.which("soffice") or pytest.skip("needs LibreOffice")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = [office, profile, "--headless", "--convert-to", ending, "--outdir", folder, book]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return folder / f"{book.stem}.{ending}"


OFFICE: Mapping[str, bytes] = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    "content.xml": b"<a/>",
}
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
SPACES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def ods_with(path: Path, sheets: Mapping[str, Rows], last: str = "") -> Path:
    """An OpenDocument workbook of texts, with more rows as XML at the end of its last sheet."""

    def cell(text: Value) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    def row(texts: Sequence[Value]) -> str:
        return f"<table:table-row>{''.join(map(cell, texts))}</table:table-row>"

    tables = [f'<table:table table:name="{name}">{"".join(map(row, rows))}' for name, rows in sheets.items()]
    body = "</table:table>".join([*tables[:-1], tables[-1] + last, ""])
    content = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    text = f"<office:document-content {SPACES}>{content}</office:document-content>"
    return with_parts(path, {**OFFICE, "content.xml": text.encode()})


def parts_of(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(path: Path, parts: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip of these parts."""
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def problems(path: Path, remarks: list[Remark] | None = None) -> list[str]:
    """Every problem of a workbook as people see it, its folder left out; an empty list when it is good."""
    try:
        read_seed(path, MODEL, tell=[].append if remarks is None else remarks.append)
    except SeedError as error:
        return [str(problem).replace(f"{path.parent}/", "") for problem in error.problems]
    return []
