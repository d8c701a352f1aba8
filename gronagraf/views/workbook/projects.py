"""The method's form for projects: a sheet each, from challenge to goal, in the order in which one thinks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.reading.forms.asked import (
    ANSWER,
    DETAIL,
    FIELDS,
    HELP,
    NUMBER,
    ONWARD,
    PART,
    PARTS,
    PROJECT,
    ROLES,
    SMART,
)
from gronagraf.reading.forms.marker import Marker
from gronagraf.schema import Language, Model, Term
from gronagraf.views.notes import FICTIONAL_MARK
from gronagraf.views.workbook.asking import named, write_how, write_marker
from gronagraf.views.workbook.book import Book, Sheet, open_book
from gronagraf.views.workbook.guiding import guide
from gronagraf.views.workbook.wording import choice_words

TITLE = Term("Projektformulär enligt Gröna tråden", "Project form of the green thread")
HEADINGS = (
    Term("Del", "Part"),
    Term("Nr", "No."),
    Term("Svar", "Answer"),
    Term("Slag eller roll", "Kind or role"),
    Term("Leder till nr", "Leads to no."),
    Term("Så här", "How"),
)
WIDTHS = (28, 6, 62, 22, 14, 58)
ROWS = {"challenge": 2, "resource": 4, "activity": 5, "short": 4, "medium": 3, "long": 2, "goal": 3, "stakeholder": 8}
SECTIONS: tuple[tuple[Term, tuple[str, ...]], ...] = (
    (Term("1. Utmaningen", "1. The challenge"), ("challenge",)),
    (Term("2. Förändringslogiken", "2. The change logic"), ("resource", "activity", "short", "medium", "long", "goal")),
    (Term("4. Intressenter", "4. Stakeholders"), ("stakeholder",)),
)
ABOUT = Term("Projektet", "The project")
SMART_TITLE = Term("3. Är projektets mål SMART?", "3. Is the project's goal SMART?")
OFFERED = {"challenge": ("Challenge",), "goal": ("Goal",), "stakeholder": ("Actor", "Network")}
HOW_PARTS: Mapping[str, Term] = {
    "challenge": Term(
        "Samhällsutmaningen som projektet möter. Välj i listan eller skriv en ny.",
        "The societal challenge that the project addresses. Choose in the list or write a new one.",
    ),
    "resource": Term("Människor, pengar, kunskap: en rad för varje.", "People, money, knowledge: a row for each."),
    "activity": Term("Vad som görs med resurserna.", "What is done with the resources."),
    "short": Term("Resultatet direkt efter aktiviteterna.", "The result right after the activities."),
    "medium": Term("Förändringen något år senare.", "The change a year or so later."),
    "long": Term("Den varaktiga förändringen.", "The lasting change."),
    "goal": Term(
        "Målet som effekterna bidrar till. Välj i listan eller skriv ett nytt.",
        "The goal that the effects contribute to. Choose in the list or write a new one.",
    ),
    "stakeholder": Term(
        "Vem som leder, är part eller finansierar. Välj i listan eller skriv en ny.",
        "Who leads, is a partner or funds. Choose in the list or write a new one.",
    ),
}
HOW = (
    Term(
        "Ett blad för varje projekt. Kopiera ett tomt blad om det behövs fler.",
        "A sheet for each project. Copy an empty sheet when more are needed.",
    ),
    Term(
        "Fyll i kolumnen Svar, uppifrån och ned: utmaning, resurser, aktiviteter, effekter i tre tidshorisonter, mål.",
        "Fill in the column Answer from the top: challenge, resources, activities, effects in three horizons, goal.",
    ),
    Term(
        "»Leder till nr« säger vilka rader i nästa del en rad leder till, som 1, 2. Är den tom leder raden till alla"
        " i nästa del, och det räknas som härlett när de är flera.",
        "“Leads to no.” says which rows of the next part a row leads to, such as 1, 2. Left empty, the row leads to all"
        " of the next part, which counts as inferred when these are several.",
    ),
    Term(
        "Det som redan finns i grafen väljs i listan, och id:t står inom hakparentes. Det som skrivs fritt blir nytt.",
        "What the graph already holds is chosen in the list, with its id in square brackets. What is written freely"
        " becomes new.",
    ),
    Term(
        "Lämna tomt det som inte är bestämt: gronagraf thread visar sedan vad formuläret lämnar öppet.",
        "Leave empty what is not decided: gronagraf thread then shows what the form leaves open.",
    ),
    Term("Skriv roller, inte namn på personer.", "Write roles, not names of persons."),
    Term(
        "Spara och läs in:  gronagraf check FIL  och sedan  gronagraf load FIL",
        "Save and load:  gronagraf check FILE  and then  gronagraf load FILE",
    ),
)


def write_project_form(path: Path, graph: Graph, model: Model, language: Language, sheets: int = 1) -> Path:
    """A workbook with so many empty forms; what the graph holds is offered in drop-downs. The file written."""
    offered = {
        part: [node for node in graph.nodes if node.label in labels and node.seed] for part, labels in OFFERED.items()
    }
    used = {node.seed: None for nodes in offered.values() for node in nodes}
    mark = FICTIONAL_MARK[language] if _fictional(graph.seeds, used) else ""
    with open_book(path, title=TITLE[language]) as book:
        for number in range(1, sheets + 1):
            _write_sheet(book, f"{PROJECT[language]} {number}", offered, mark, model, language)
        write_how(book, TITLE[language], HOW, language)
        write_marker(book, Marker("project", extends=tuple(used), fictional=bool(mark)))
    return path


def _fictional(seeds: Sequence[SeedInfo], used: Mapping[str, None]) -> bool:
    """Whether all that the form offers is made up: a real project may be filled in beside a fictional example."""
    offering = [seed for seed in seeds if seed.name in used]
    return bool(offering) and all(seed.fictional for seed in offering)


def _write_sheet(
    book: Book, name: str, offered: Mapping[str, Sequence[Node]], mark: str, model: Model, language: Language
) -> None:
    sheet = book.sheet(name)
    sheet.widths(WIDTHS)
    sheet.page.set_row(0, 26)
    sheet.put(0, 0, TITLE[language], "headline")
    if mark:
        sheet.put(0, HELP, mark.upper(), "warning")
    for column, term in enumerate(HEADINGS):
        sheet.put(1, column, term[language], "heading")
    row = _write_fields(book, sheet, ABOUT, FIELDS, 2, model, language)
    for title, parts in SECTIONS[:2]:
        row = _write_parts(book, sheet, title, parts, offered, row, model, language)
    row = _write_fields(book, sheet, SMART_TITLE, SMART, row, model, language)
    title, parts = SECTIONS[2]
    _write_parts(book, sheet, title, parts, offered, row, model, language)
    sheet.page.freeze_panes(2, 0)
    sheet.page.hide_gridlines(2)
    sheet.let_text_be()
    sheet.paper(TITLE[language], mark)
    sheet.page.set_portrait()
    sheet.page.repeat_rows(1)


def _write_section(sheet: Sheet, row: int, title: Term, language: Language) -> int:
    sheet.page.set_row(row, 24)
    sheet.put(row, 0, title[language], "subtitle")
    return row + 1


def _write_fields(
    book: Book, sheet: Sheet, title: Term, terms: Mapping[str, Term], row: int, model: Model, language: Language
) -> int:
    """One row for each field of the project; the row after them."""
    columns = model.labels["Project"].columns
    row = _write_section(sheet, row, title, language)
    for name, term in terms.items():
        sheet.put(row, PART, term[language] + " *" * (name == "name"), "label")
        sheet.blank(row, NUMBER, "given")
        sheet.blank(row, ANSWER, "answer")
        for column in (DETAIL, ONWARD):
            sheet.blank(row, column, "given")
        sheet.tall(row, [columns[name].doc[language]], [WIDTHS[HELP]])
        sheet.put(row, HELP, columns[name].doc[language], "given")
        guide(book, sheet, ANSWER, columns[name].kind, language, row, row)
        row += 1
    return row


def _write_parts(
    book: Book,
    sheet: Sheet,
    title: Term,
    parts: Sequence[str],
    offered: Mapping[str, Sequence[Node]],
    row: int,
    model: Model,
    language: Language,
) -> int:
    """The rows of these parts; the row after them."""
    row = _write_section(sheet, row, title, language)
    details = {
        "resource": list(choice_words(model.labels["Resource"].columns["kind"].kind, language).values()),
        "stakeholder": [term[language] for term in ROLES.values()],
    }
    for part in parts:
        count = ROWS[part]
        for number in range(1, count + 1):
            _write_row(sheet, row + number - 1, part, number, language)
        if nodes := offered.get(part):
            listed = {"validate": "list", "source": book.listed(list(named(nodes))), "error_type": "information"}
            sheet.page.data_validation(row, ANSWER, row + count - 1, ANSWER, listed)
        if part in details:
            chosen = {"validate": "list", "source": details[part]}
            sheet.page.data_validation(row, DETAIL, row + count - 1, DETAIL, chosen)
        row += count
    return row


def _write_row(sheet: Sheet, row: int, part: str, number: int, language: Language) -> None:
    leads = part in ("resource", "activity", "short", "medium", "long")
    help_text = HOW_PARTS[part][language] if number == 1 else ""
    sheet.tall(row, [help_text], [WIDTHS[HELP]])
    sheet.put(row, PART, PARTS[part][language], "label")
    sheet.put(row, NUMBER, number, "given")
    sheet.blank(row, ANSWER, "answer")
    sheet.blank(row, DETAIL, "answer" if part in ("resource", "stakeholder") else "given")
    sheet.blank(row, ONWARD, "answer" if leads else "given")
    sheet.put(row, HELP, help_text, "given")
