"""The rows of an assessment: what is said of each actor, and what the form has no place for."""

from collections.abc import Iterator, Mapping, Sequence

from gronagraf.errors import SeedError
from gronagraf.reading.books.headings import column_words, plain, translate
from gronagraf.reading.forms.asked import ACTOR
from gronagraf.reading.forms.making import Spot
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet
from gronagraf.reading.table import Row
from gronagraf.schema import EdgeType
from gronagraf.values import quote

EMPTY_COLUMN = "move what is to be kept into a column of the form, and empty this one"
EMPTY_IT = "empty the cell; what is to be kept goes into a column of the form"
ID_COLUMN = 0
ACTOR_HEADINGS = frozenset({plain(ACTOR.sv), plain(ACTOR.en)})


def read_rows(
    sheet: Sheet, rows: Sequence[Row], actors: Mapping[str, str], kind: EdgeType, report: Report
) -> list[dict[str, Spot]]:
    """The cells of each actor of whom anything is said, the headings first; rows left empty are nothing.

    Reported are filled columns that the form does not know, and actors whose name is not that of their id in `actors`.
    """
    line, headings = rows[0]
    try:
        names = translate(headings, line, column_words(kind), SheetPlaces(sheet.place))
    except SeedError as error:
        report.extend(error.problems)
        return []
    named = next((at for at, heading in enumerate(headings) if plain(heading) in ACTOR_HEADINGS), -1)
    columns = {at: name for at, name in enumerate(names) if name in kind.columns}
    spots = [list(_spots(sheet, row)) for row in rows]
    _refuse_strangers(spots, {ID_COLUMN, named, *columns}, report)
    said = []
    for row in spots[1:]:
        found = {columns[spot.column]: spot for spot in row if spot.column in columns and spot.text}
        if found:
            said.append({"from": row[ID_COLUMN], **found})
            if named >= 0:
                _refuse_torn(row[ID_COLUMN], row[named], actors, report)
    return said


def _spots(sheet: Sheet, row: Row) -> Iterator[Spot]:
    line, cells = row
    return (Spot(cell.strip(), sheet.place, line, at) for at, cell in enumerate(cells))


def _refuse_strangers(rows: Sequence[Sequence[Spot]], known: set[int], report: Report) -> None:
    """Report each column that holds something and is none of the form's, by its heading or else its first cell."""
    for at in range(len(rows[0])):
        filled = [row[at] for row in rows[1:] if row[at].text]
        if at in known or not filled:
            continue
        heading = rows[0][at]
        where = heading if heading.text else filled[0]
        name = f"{quote(heading.text)} is" if heading.text else "stands in a column that has no heading and is"
        what = f"{name} not a column of the form, and {len(filled)} of its cells are filled in"
        report.add(where.place, what, EMPTY_COLUMN)


def _refuse_torn(id_: Spot, name: Spot, actors: Mapping[str, str], report: Report) -> None:
    """Report a row in which the name is another actor's than the id: someone sorted or filled down one column."""
    made = actors.get(id_.text)
    if made and name.text and plain(name.text) != plain(made):
        what = f"{quote(name.text)} is not {quote(id_.text)}, which is {quote(made)}: this row may be of another actor"
        report.add(name.place, what, "sort whole rows only; put the name or the id back as it was")
