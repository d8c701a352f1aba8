"""The answers on a project's sheet, and what stands where the form asks nothing."""

from typing import TypeAlias

from gronagraf.reading.books.headings import plain
from gronagraf.reading.forms.asked import ANSWER, DETAIL, FIELDS, HELP, NUMBER, ONWARD, PART, PARTS, SMART, meanings
from gronagraf.reading.forms.making import Spot
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet
from gronagraf.values import quote

Spots: TypeAlias = dict[int, Spot]

GIVEN = frozenset({PART, NUMBER, HELP})
DETAILED = ("resource", "stakeholder")
LEADING = ("resource", "activity", "short", "medium", "long")
NOWHERE = "empty the cell; what is to be kept goes into the column for answers, beside what it answers"
HEADING_ROW = 2


def read_answers(sheet: Sheet, report: Report) -> tuple[dict[str, Spot], list[tuple[str, Spots]]]:
    """The facts of the project, and for each row of a part that is filled in, its cells by column.

    What is filled in where the form asks nothing is reported, and so is a second answer to the same question.
    """
    fields, parts = meanings({**FIELDS, **SMART}), meanings(PARTS)
    facts: dict[str, Spot] = {}
    answers: list[tuple[str, Spots]] = []
    for line, cells in sheet.rows():
        spots = {at: Spot(text.strip(), sheet.place, line, at) for at, text in enumerate(cells) if text.strip()}
        word = plain(cells[PART])
        field, part = fields.get(word, ""), parts.get(word, "")
        if line > HEADING_ROW:
            _refuse_astray(spots, _asked(field, part), report)
        if ANSWER not in spots:
            continue
        if field in facts:
            what = f"answers {quote(cells[PART].strip(' *'))} again, after cell {facts[field].cell}"
            report.add(spots[ANSWER].place, what, "keep one of the two answers")
        elif field:
            facts[field] = spots[ANSWER]
        elif part:
            answers.append((part, spots))
    return facts, answers


def _asked(field: str, part: str) -> set[int]:
    """The columns in which a row asks something."""
    asked = {ANSWER} if field or part else set()
    if part in DETAILED:
        asked.add(DETAIL)
    if part in LEADING:
        asked.add(ONWARD)
    return asked


def _refuse_astray(spots: Spots, asked: set[int], report: Report) -> None:
    """Report cells in which nothing is asked, and what belongs to an answer that is not there."""
    for at, spot in spots.items():
        if at not in GIVEN | asked:
            report.add(spot.place, f"{quote(spot.text)} stands where the form asks nothing", NOWHERE)
        elif at in asked and ANSWER not in spots:
            report.add(spot.place, f"{quote(spot.text)} stands beside an answer that is empty", NOWHERE)
