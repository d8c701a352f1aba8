"""A workbook as a seed: which sheet holds which table, and what does not belong there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from gronagraf.reading.books.choices import in_values
from gronagraf.reading.books.headings import Words, column_words, plain, sheet_words, translate
from gronagraf.reading.books.looking import tell_and_check
from gronagraf.reading.books.manifest import read_manifest_sheet
from gronagraf.reading.forms import AnalysisForm, ProjectForm, form_of
from gronagraf.reading.manifest import Manifest
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.remarks import PASSED_OVER, Remark, Tell, book_remarks, nobody
from gronagraf.reading.report import Report, one_problem
from gronagraf.reading.sheets import Sheet, open_workbook
from gronagraf.reading.suggestions import meant
from gronagraf.reading.table import Row, Table, begin_with
from gronagraf.schema import EdgeType, Model, NodeType
from gronagraf.values import quote

SEED_SHEETS = ("seed", "frö")
INSTRUCTIONS = frozenset(
    {"läs mig", "läsmig", "read me", "readme", "instruktion", "instruktioner", "instructions", "anvisningar"}
)
BESIDE, ABOUT, STRANGER = "beside", "seed", "stranger"
MOST_COLUMNS = 500
MISSING = 'add a sheet "seed" with name and title in column A, and what they are in column B'


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a seed by the name of their type, and the labels whose rows may stand in a misnamed one."""

    path: Path
    file: str
    model: Model
    about: Sheet | None
    tables: dict[str, Sheet]
    misnamed: frozenset[str]
    is_form: bool = False

    def manifest(self) -> Manifest:
        if self.about is None:
            raise one_problem(f"{self.file}: sheet {SEED_SHEETS[0]}", "is missing", MISSING)
        return read_manifest_sheet(self.about, self.model)

    def nodes(self, model: Model) -> Iterator[Table]:
        for kind in model.nodes:
            if kind.name in self.tables:
                yield _table(kind, self.tables[kind.name])

    def edges(self, model: Model) -> Iterator[tuple[EdgeType, Table]]:
        for kind in model.edges:
            if kind.name in self.tables:
                yield kind, _table(kind, self.tables[kind.name])


def open_book(path: Path, model: Model, report: Report, tell: Tell = nobody) -> Book | AnalysisForm | ProjectForm:
    """What a workbook holds, a seed or a form that stands for one, its faults reported.

    Raises SeedError when it is no workbook or cannot be read.
    """
    book = open_workbook(path)
    for remark in book_remarks(book):
        tell(remark)
    if form := form_of(path, book, model, report, tell):
        return form
    words = sheet_words(model)
    found: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in book.sheets:
        found[_role(sheet, words, model)].append(sheet)
    for sheet in found.pop(BESIDE, []):
        if sheet.hidden and sheet.look.cells and not _is_known(sheet):
            tell(Remark(sheet.place, PASSED_OVER))
    for sheet in (strangers := found.pop(STRANGER, [])):
        _report_stranger(sheet, words, model, report)
    twice = {role for role, sheets in found.items() if _report_twice(role, sheets, report)}
    about = found.pop(ABOUT, [])
    tables = {name: sheets[0] for name, sheets in found.items()}
    for sheet in tables.values():
        tell_and_check(sheet, report, tell)
    if not tables and not strangers:
        report.add(book.file, "holds no table of a seed", f"name its sheets as the tables are: {_known(model)}")
    unread = twice | (set(model.labels) - set(tables) if strangers else set())
    return Book(path, book.file, model, about[0] if about else None, tables, frozenset(unread))


def _role(sheet: Sheet, words: Words, model: Model) -> str:
    """The name of the type whose rows a sheet holds, or what else it is."""
    if _is_known(sheet):
        return BESIDE
    if plain(sheet.name) in SEED_SHEETS:
        return ABOUT
    files = words.get(plain(sheet.name), ())
    if len(files) == 1:
        return model.files[files[0]].name
    return BESIDE if sheet.hidden or not sheet.look.cells else STRANGER


def _is_known(sheet: Sheet) -> bool:
    """Whether a sheet says by its name that it is for people, or for drop-down lists, only."""
    return plain(sheet.name) in INSTRUCTIONS or sheet.name.startswith("_")


def _report_twice(role: str, sheets: list[Sheet], report: Report) -> bool:
    """Whether there are several sheets of one meaning; all but the first are reported."""
    what = "what seed.toml says" if role == ABOUT else role
    for sheet in sheets[1:]:
        said = f"is a second sheet of {what}, beside {quote(sheets[0].name)}"
        report.add(sheet.place, said, "put the rows in one of them")
    return len(sheets) > 1


def _report_stranger(sheet: Sheet, words: Words, model: Model, report: Report) -> None:
    files = words.get(plain(sheet.name), ())
    if files:
        report.add(sheet.place, f"may be {' or '.join(files)}", "name it as one of them")
        return
    near = meant(
        plain(sheet.name), {word: file for word, (file, *_) in words.items()} | dict.fromkeys(SEED_SHEETS, "seed")
    )
    remedy = f"did you mean {quote(near)}?" if near else f"the tables are {_known(model)}; hide it or move it out"
    report.add(sheet.place, "is not a table of the model", remedy)


def _known(model: Model) -> str:
    return ", ".join(model.files)


def _table(kind: NodeType | EdgeType, sheet: Sheet) -> Table:
    places = SheetPlaces(sheet.place)
    return Table(kind, places, _rows(kind, sheet, places))


def _rows(kind: NodeType | EdgeType, sheet: Sheet, places: SheetPlaces) -> Iterator[Row]:
    """The rows of a table, its headings as the names of columns, merged cells filled with their first one's text."""
    if (width := sheet.look.last_column + 1) > MOST_COLUMNS:
        what = f"reaches to cell {sheet.look.far}: {width:,} columns"
        raise one_problem(sheet.place, what, "empty the cells that stand to the right of the table")
    rows = sheet.rows()
    first = next(rows, None)
    if first is None:
        raise one_problem(sheet.place, "is empty", begin_with(kind.header))
    line, headings = first
    names = translate(headings, line, column_words(kind), places)
    places.columns.update({name: at for at, name in enumerate(names) if name})
    below = _filled(rows, sheet) if sheet.look.merged else rows
    yield from chain([(line, names)], in_values(kind, names, below))


def _filled(rows: Iterator[Row], sheet: Sheet) -> Iterator[Row]:
    """Rows as they are meant where cells are merged: the problem is told once, not once more for each empty cell."""
    texts: dict[tuple[int, int, int, int], str] = {}
    below = sorted(sheet.look.merged, reverse=True)
    for line, cells in rows:
        while below and below[-1][0] <= line:
            merged = below.pop()
            texts[merged] = "".join(cells[merged[1] : merged[1] + 1])
        for merged in [each for each in texts if each[2] < line]:
            del texts[merged]
        for (_, first_column, _, last_column), text in texts.items():
            for at in range(first_column, min(last_column + 1, len(cells))):
                cells[at] = cells[at] or text
        yield line, cells
