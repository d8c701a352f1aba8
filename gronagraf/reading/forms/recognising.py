"""Which form a workbook is, if any."""

from pathlib import Path

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import plain
from gronagraf.reading.forms.analysis import AnalysisForm, read_analysis
from gronagraf.reading.forms.asked import READ_ME
from gronagraf.reading.forms.marker import MARKER, read_marker
from gronagraf.reading.forms.project import ProjectForm, left_open, read_projects
from gronagraf.reading.remarks import Tell
from gronagraf.reading.sheets import Workbook
from gronagraf.schema import Model


def form_of(path: Path, book: Workbook, model: Model, tell: Tell) -> AnalysisForm | ProjectForm | None:
    """The form that a workbook is, read; None where it is none. What a form leaves open is told.

    Raises SeedError for one that cannot be read.
    """
    marked = next((sheet for sheet in book.sheets if sheet.name == MARKER), None)
    if marked is None:
        return None
    marker = read_marker(marked)
    beside = {plain(READ_ME.sv), plain(READ_ME.en)}
    sheets = [each for each in book.sheets if not each.name.startswith("_") and plain(each.name) not in beside]
    if marker.form == "analysis":
        return read_analysis(path, marker, sheets, model)
    if marker.form == "project":
        lists = next((sheet for sheet in book.sheets if sheet.name == "_lists"), None)
        projects = read_projects(path, marker, sheets, lists)
        for remark in left_open(projects):
            tell(remark)
        return projects
    what = f"is a form of an unknown kind, {marker.form!r}"
    raise SeedError([Problem(marked.place, what, "read it with the version of gronagraf that made it")])
