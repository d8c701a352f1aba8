"""A stakeholder analysis filled in by one assessor, as a seed: the analysis, its issue, and those who were assessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import column_words, plain
from gronagraf.reading.forms.asked import ASSESSED, ASSESSMENT, HEAD, ID, meanings
from gronagraf.reading.forms.making import Spot, made_id, spot_table
from gronagraf.reading.forms.marker import Marker
from gronagraf.reading.manifest import Manifest
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.sheets import Sheet
from gronagraf.reading.table import Row, Table
from gronagraf.schema import DATE, EdgeType, Model
from gronagraf.values import UnreadableValueError, parse

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


def read_analysis(path: Path, marker: Marker, sheets: Sequence[Sheet], model: Model) -> AnalysisForm:
    """The analysis on the first sheet that asks for one. Raises SeedError with every problem of its head."""
    for sheet in sheets:
        rows = list(sheet.rows())
        start = next((at for at, (_, cells) in enumerate(rows) if plain(cells[0]) == plain(ID.en)), None)
        if start is not None:
            head = _head(sheet, rows[:start])
            _check(marker, sheet, head)
            spot = replace(head["date"], text=made_id("analys", marker.issue, head["date"].text, head["assessor"].text))
            return AnalysisForm(path, sheet, marker, spot, head, tuple(_assessed(sheet, rows[start:], model)))
    name = ASSESSMENT.sv
    what = f"has no sheet with the headings of an assessment, such as {name}"
    raise SeedError([Problem(str(path), what, "make a new form with `gronagraf template --analysis`")])


def _head(sheet: Sheet, rows: Sequence[Row]) -> dict[str, Spot]:
    """What stands in column B beside each word that the head has in column A."""
    names = meanings(HEAD)
    found: dict[str, Spot] = {}
    for line, cells in rows:
        name = names.get(plain(cells[0]))
        if name and len(cells) > 1 and cells[1].strip():
            found[name] = Spot(cells[1].strip(), sheet.place, line, 1)
    return found


def _check(marker: Marker, sheet: Sheet, head: dict[str, Spot]) -> None:
    problems = []
    if not marker.issue:
        problems.append(Problem(sheet.place, "does not say which issue it is about", REMEDIES["issue"]))
    problems += [
        Problem(sheet.place, f"{HEAD[name].sv} / {HEAD[name].en} is empty", REMEDIES[name])
        for name in ("date", "assessor")
        if name not in head
    ]
    if "date" in head:
        try:
            parse(DATE, head["date"].text)
        except UnreadableValueError as error:
            problems.append(Problem(head["date"].place, error.what, error.remedy))
    if problems:
        raise SeedError(problems)


def _assessed(sheet: Sheet, rows: Sequence[Row], model: Model) -> Iterator[dict[str, Spot]]:
    """The cells of each actor of whom anything is said; rows left empty are nothing."""
    words = column_words(model.types["ASSESSED_IN"])
    names = [words.get(plain(cell), ("",))[0] for cell in rows[0][1]]
    columns = {at: name for at, name in enumerate(names) if name in ASSESSED}
    for line, cells in rows[1:]:
        said = {
            name: Spot(cells[at].strip(), sheet.place, line, at)
            for at, name in columns.items()
            if at < len(cells) and cells[at].strip()
        }
        if said:
            yield {"from": Spot(cells[0].strip(), sheet.place, line, 0), **said}
