"""Which form a workbook is, if any."""

from collections.abc import Sequence
from pathlib import Path

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import plain
from gronagraf.reading.books.looking import tell_and_check
from gronagraf.reading.forms.analysis import AnalysisForm, asks_to_assess, read_analysis
from gronagraf.reading.forms.asked import READ_ME
from gronagraf.reading.forms.marker import MARKER, Marker, read_marker
from gronagraf.reading.forms.project import ProjectForm, asks_of_a_project, left_open, read_projects
from gronagraf.reading.remarks import PASSED_OVER, Remark, Tell
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet, Workbook
from gronagraf.schema import Model, Term

LISTS = "_lists"
BESIDE = frozenset({MARKER, LISTS, plain(READ_ME.sv), plain(READ_ME.en)})
NO_PART = Term("bladet hör inte till formuläret och läses inte", "the sheet is no part of the form and is not read")
ASKS = {"analysis": asks_to_assess, "project": asks_of_a_project}


def form_of(path: Path, book: Workbook, model: Model, report: Report, tell: Tell) -> AnalysisForm | ProjectForm | None:
    """The form that a workbook is, read, its faults reported; None where it is none. What it leaves open is told.

    Raises SeedError for one that cannot be read.
    """
    marked = next((sheet for sheet in book.sheets if sheet.name == MARKER), None)
    if marked is None:
        return None
    marker = read_marker(marked)
    if marker.form not in ASKS:
        what = f"is a form of an unknown kind, {marker.form!r}"
        raise SeedError([Problem(marked.place, what, "read it with the version of gronagraf that made it")])
    asking = _asking(book, marker, report, tell)
    if marker.form == "analysis":
        return read_analysis(path, marker, asking, model, report)
    lists = next((sheet for sheet in book.sheets if sheet.name == LISTS), None)
    projects = read_projects(path, marker, asking, lists, report)
    for remark in left_open(projects):
        tell(remark)
    return projects


def _asking(book: Workbook, marker: Marker, report: Report, tell: Tell) -> Sequence[Sheet]:
    """The sheets that ask what the form asks; of the others that hold something it is told that they are not read."""
    asking = []
    for sheet in book.sheets:
        if sheet.name in BESIDE or plain(sheet.name) in BESIDE or not sheet.look.cells:
            continue
        if ASKS[marker.form](sheet):
            tell_and_check(sheet, report, tell)
            asking.append(sheet)
        else:
            tell(Remark(sheet.place, PASSED_OVER if sheet.hidden else NO_PART))
    return asking
