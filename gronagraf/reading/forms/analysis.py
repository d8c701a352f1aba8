"""A stakeholder analysis filled in by one assessor, as a seed: the analysis, its issue, and those who were assessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import plain
from gronagraf.reading.forms.asked import ASSESSMENT, HEAD, ID, meanings
from gronagraf.reading.forms.assessed import EMPTY_IT, read_rows
from gronagraf.reading.forms.making import Spot, made_id, spot_table
from gronagraf.reading.forms.marker import Marker
from gronagraf.reading.manifest import Manifest
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet
from gronagraf.reading.table import Row, Table
from gronagraf.schema import DATE, EdgeType, Model
from gronagraf.values import UnreadableValueError, parse, quote

REMEDIES = {
    "issue": "the hidden sheet of the form says which issue it is about: make a new form with `gronagraf template`",
    "date": "give the day of the analysis, such as 2026-01-31",
    "assessor": "give the role of whoever assesses, not a person's name",
}


@dataclass(frozen=True, slots=True)
class AnalysisForm:
    """A filled-in form: its head and its rows, each an actor's cells by the name of their columns."""

    path: Path
    sheet: Sheet
    marker: Marker
    id: Spot
    head: dict[str, Spot]
    rows: tuple[dict[str, Spot], ...]
    misnamed: frozenset[str] = frozenset()
    is_form: bool = True

    def manifest(self) -> Manifest:
        about = self.marker.issue_name or self.marker.issue
        date, assessor = self.head["date"].text, self.head["assessor"].text
        values: dict[str, object] = {
            "name": self.id.text,
            "title": f"Intressentanalys: {about}, {date}, {assessor}",
            "title_en": f"Stakeholder analysis: {about}, {date}, {assessor}",
            "date": date,
            "fictional": self.marker.fictional,
            "extends": list(self.marker.extends),
        }
        lines = dict.fromkeys(values, 0)
        return Manifest(SheetPlaces(self.sheet.place), values, lines)

    def nodes(self, model: Model) -> Iterator[Table]:
        about = self.marker.issue_name or self.marker.issue
        name = f"{about}: {self.head['assessor'].text}, {self.head['date'].text}"
        given: dict[str, Spot] = {key: self.head[key] for key in ("date", "assessor", "phase") if key in self.head}
        row = {"id": self.id, "name": replace(self.head["assessor"], text=name), **given}
        yield spot_table(model.labels["StakeholderAnalysis"], self.sheet.place, [row])

    def edges(self, model: Model) -> Iterator[tuple[EdgeType, Table]]:
        assessed, concerns = model.types["ASSESSED_IN"], model.types["CONCERNS"]
        rows: list[dict[str, Spot]] = [{"to": replace(self.id, line=_line(row)), **row} for row in self.rows]
        if rows:
            yield assessed, spot_table(assessed, self.sheet.place, rows)
        row = {"from": self.id, "to": replace(self.id, text=self.marker.issue)}
        yield concerns, spot_table(concerns, self.sheet.place, [row])


def _line(row: dict[str, Spot]) -> int:
    return next(iter(row.values())).line


def asks_to_assess(sheet: Sheet) -> bool:
    """Whether a sheet has the heading with which the rows of an assessment begin."""
    return _start(list(sheet.rows())) is not None


def _start(rows: Sequence[Row]) -> int | None:
    return next((at for at, (_, cells) in enumerate(rows) if plain(cells[0]) == plain(ID.en)), None)


def read_analysis(path: Path, marker: Marker, sheets: Sequence[Sheet], model: Model, report: Report) -> AnalysisForm:
    """The analysis on the one sheet that asks for one; what it has no place for is reported.

    Raises SeedError with every problem where there is no such sheet, its head is not whole or nobody is assessed.
    """
    if not sheets:
        what = f"has no sheet with the headings of an assessment, such as {ASSESSMENT.sv}"
        raise SeedError([Problem(str(path), what, "make a new form with `gronagraf template --analysis`")])
    for other in sheets[1:]:
        what = f"is a second assessment, beside {quote(sheets[0].name)}"
        report.add(
            other.place, what, "save it as a form of its own, with another assessor or date, or remove the sheet"
        )
    sheet = sheets[0]
    rows = list(sheet.rows())
    start = _start(rows) or 0
    head = _head(sheet, rows[:start], report)
    whole = _check(marker, sheet, head, report)
    before = report.count
    said = read_rows(sheet, rows[start:], marker.actors, model.types["ASSESSED_IN"], report)
    if not said and report.count == before:
        remedy = "fill in a row for each actor; `gronagraf forget` takes an analysis out of the graph"
        report.add(sheet.place, "assesses nobody yet", remedy)
    if not said or not whole:
        report.raise_any()
    spot = replace(head["date"], text=made_id("analys", marker.issue, head["date"].text, head["assessor"].text))
    return AnalysisForm(path, sheet, marker, spot, head, tuple(said))


def _head(sheet: Sheet, rows: Sequence[Row], report: Report) -> dict[str, Spot]:
    """What stands in column B beside each word that the head has in column A; what stands elsewhere is reported."""
    names = meanings(HEAD)
    found: dict[str, Spot] = {}
    for line, cells in rows:
        name = names.get(plain(cells[0]), "")
        for at, cell in enumerate(cells[1:], 1):
            spot = Spot(cell.strip(), sheet.place, line, at)
            if spot.text and name and at == 1 and name not in found:
                found[name] = spot
            elif spot.text:
                report.add(spot.place, f"{quote(spot.text)} stands where the form asks nothing", EMPTY_IT)
    return found


def _check(marker: Marker, sheet: Sheet, head: dict[str, Spot], report: Report) -> bool:
    """Whether the head says which analysis it is; what it lacks is reported."""
    before = report.count
    if not marker.issue:
        report.add(sheet.place, "does not say which issue it is about", REMEDIES["issue"])
    elif "issue" in head and not head["issue"].text.endswith(f"({marker.issue})"):
        what = f"{quote(head['issue'].text)} is not the issue that the form was made for, {quote(marker.issue)}"
        report.add(head["issue"].place, what, "put it back, or make a form for the other: `gronagraf template`")
    for name in ("date", "assessor"):
        if name not in head:
            report.add(sheet.place, f"{HEAD[name].sv} / {HEAD[name].en} is empty", REMEDIES[name])
    if "date" in head:
        try:
            parse(DATE, head["date"].text)
        except UnreadableValueError as error:
            report.refuse(head["date"].place, error)
    return report.count == before
