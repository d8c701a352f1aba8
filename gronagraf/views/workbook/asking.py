"""Forms to fill in: a stakeholder analysis for one assessor, and the method's form for projects."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gronagraf.graph import Node
from gronagraf.reading.forms.asked import (
    ACTOR,
    ASSESSED,
    ASSESSMENT,
    HEAD,
    ID,
    READ_ME,
)
from gronagraf.reading.forms.marker import MARKER, Marker
from gronagraf.schema import Language, Model, Term
from gronagraf.views.notes import FICTIONAL_MARK
from gronagraf.views.words import alphabetical
from gronagraf.views.workbook.book import Book, Sheet, open_book
from gronagraf.views.workbook.guiding import guide
from gronagraf.views.workbook.wording import headings, note

TITLE = Term("Intressentanalys", "Stakeholder analysis")
TEXT_WIDTH = 28
ACTOR_WIDTHS = (30, 44)
WIDTHS = {"power": 10, "relevance": 11, "interest": 11, "stake": 20}
ROOM = 30
HOW = (
    Term(
        "Du bedömer aktörerna i en fråga: hur mycket makt de har över den, hur relevanta de är för den"
        " (de påverkar eller berörs) och vilket intresse de har visat.",
        "You assess the actors on one issue: how much power they have over it, how relevant they are to it"
        " (they affect it or are affected) and what interest they have shown.",
    ),
    Term(
        "Sätt 1 till 5 i listan: 1 är minst, 5 är störst. Lämna tomt det du inte vet. En rad som lämnas tom blir ingen"
        " bedömning alls.",
        "Choose 1 to 5 in the list: 1 is least, 5 is most. Leave empty what you do not know. A row left empty becomes"
        " no assessment at all.",
    ),
    Term(
        "Bedömare är en roll, inte en persons namn. Datum och bedömare måste fyllas i: tillsammans med frågan skiljer"
        " de din analys från andras.",
        "The assessor is a role, not a person's name. Date and assessor are required: with the issue they tell your"
        " analysis from those of others.",
    ),
    Term(
        "Ändra inte id och namn på aktörerna, och lägg inte till kolumner eller blad: sådant läses inte in.",
        "Do not change ids and names of actors, and add no columns or sheets: such things are not loaded.",
    ),
    Term(
        "Spara och lämna tillbaka filen. Den läses in med:  gronagraf load FIL",
        "Save the file and give it back. It is loaded with:  gronagraf load FILE",
    ),
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a form for an analysis asks about: the issue, the day, the phase, who assesses, and which actors."""

    issue: Node
    actors: tuple[Node, ...]
    date: str
    assessor: str
    phase: str = ""
    fictional: bool = False

    def marker(self) -> Marker:
        seeds = {node.seed: None for node in (self.issue, *self.actors) if node.seed}
        names = {node.id: node.name for node in self.actors}
        return Marker("analysis", self.issue.id, self.issue.name, tuple(seeds), self.fictional, names)


def write_analysis_form(path: Path, asked: Analysis, model: Model, language: Language) -> Path:
    """A workbook for one assessor with the actors filled in; the file written."""
    with open_book(path, title=f"{TITLE[language]}: {asked.issue.name}") as book:
        mark = FICTIONAL_MARK[language] if asked.fictional else ""
        title = f"{TITLE[language]}: {asked.issue.name}"
        sheet = book.sheet(ASSESSMENT[language])
        row = _write_head(sheet, asked, title, mark, model, language)
        _write_rows(book, sheet, asked, row, model, language)
        sheet.let_text_be()
        sheet.paper(title, mark)
        write_how(book, title, HOW, language)
        write_marker(book, asked.marker())
    return path


def _write_head(sheet: Sheet, asked: Analysis, title: str, mark: str, model: Model, language: Language) -> int:
    """Title, mark and head; the row after them."""
    phases = model.labels["StakeholderAnalysis"].columns["phase"].kind
    sheet.page.set_row(0, 26)
    sheet.put(0, 0, title, "headline")
    if mark:
        sheet.put(1, 0, mark.upper(), "warning")
    given = {"issue": f"{asked.issue.name} ({asked.issue.id})", "date": asked.date, "assessor": asked.assessor}
    given["phase"] = next((each.term[language] for each in phases.choices if each.value == asked.phase), "")
    for row, (name, term) in enumerate(HEAD.items(), 2):
        sheet.put(row, 0, term[language] + " *" * (name in ("date", "assessor")), "label")
        sheet.put(row, 1, given[name], "given" if name == "issue" else "answer")
    words = [each.term[language] for each in phases.choices]
    sheet.page.data_validation(4, 1, 4, 1, {"validate": "list", "source": words})
    return len(HEAD) + 3


def _write_rows(book: Book, sheet: Sheet, asked: Analysis, row: int, model: Model, language: Language) -> None:
    kind = model.types["ASSESSED_IN"]
    words = headings(kind, language)
    names = ["", "", *ASSESSED]
    texts = [ID[language], ACTOR[language], *(words[name] for name in ASSESSED)]
    sheet.widths([*ACTOR_WIDTHS, *(WIDTHS.get(name, TEXT_WIDTH) for name in ASSESSED)])
    for column, (name, text) in enumerate(zip(names, texts, strict=True)):
        sheet.put(row, column, text, "heading")
        if name:
            told = note(kind, name, language, model).partition("\n")[2]
            if told:
                sheet.page.write_comment(row, column, told, {"width": 220, "height": 140, "author": "Gronagraf"})
            guide(book, sheet, column, kind.columns[name].kind, language, row + 1, row + len(asked.actors) + ROOM)
    actors = sorted(asked.actors, key=lambda node: alphabetical(node.name))
    for number, actor in enumerate(actors, row + 1):
        sheet.tall(number, [actor.id, actor.name], ACTOR_WIDTHS)
        sheet.put(number, 0, actor.id, "given")
        sheet.put(number, 1, actor.name, "given")
        for column, name in enumerate(ASSESSED, 2):
            sheet.blank(number, column, "score" if name in ("power", "relevance", "interest") else "answer")
    sheet.page.freeze_panes(row + 1, 2)
    sheet.page.repeat_rows(row)
    sheet.page.autofilter(row, 0, row + max(1, len(actors)), len(texts) - 1)


def write_how(book: Book, title: str, how: Sequence[Term], language: Language) -> None:
    """A sheet that says how a form is filled in."""
    sheet = book.sheet(READ_ME[language])
    sheet.widths([100])
    sheet.page.set_row(0, 26)
    sheet.put(0, 0, title, "title")
    for row, term in enumerate(how, 2):
        sheet.tall(row, [term[language]], [100])
        sheet.put(row, 0, term[language], "wrapped")
    sheet.page.hide_gridlines(2)
    sheet.paper(title)


def write_marker(book: Book, marker: Marker) -> None:
    """The hidden sheet by which the form is known again."""
    sheet = book.sheet(MARKER)
    for row, pair in enumerate(marker.cells()):
        for column, text in enumerate(pair):
            sheet.put(row, column, text, "text")
    sheet.page.hide()


def named(nodes: Mapping[str, Node] | Sequence[Node]) -> Iterator[str]:
    """`Name [id]` for each node, as in a word list."""
    each = nodes.values() if isinstance(nodes, Mapping) else nodes
    for node in sorted(each, key=lambda one: alphabetical(one.name)):
        yield f"{node.name} [{node.id}]"
