"""What helps whoever fills in a sheet: drop-downs, bounds for numbers and dates, and a note on each heading."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from gronagraf.schema import EdgeType, Kind, Language, Model, NodeType, Term
from gronagraf.views.workbook.book import MOST_ROWS, Book, Sheet
from gronagraf.views.workbook.wording import YES_NO, choice_words, note

LONGEST_LIST = 255  # characters that Excel takes in a list that stands in the validation itself
LAST = MOST_ROWS - 1
UNKNOWN = Term("Inte ett av valen", "Not one of the choices")
CHOOSE = Term("Välj i listan, eller låt cellen vara tom.", "Choose in the list, or leave the cell empty.")
NEW_ID = Term("Inget sådant id på det bladet", "No such id on that sheet")
ASK_ID = Term(
    "Behåll det om id:t finns i ett annat frö som detta bygger på.",
    "Keep it if the id is in another seed that this one extends.",
)
NOT_A_NUMBER = Term("Inte ett sådant tal", "Not such a number")
DIGITS = Term("Skriv bara siffror, utan enhet.", "Write digits only, with no unit.")
NOT_A_DATE = Term("Inte ett datum", "Not a date")
PRECISION = Term("Skriv 2018, 2018-01 eller 2018-01-17.", "Write 2018, 2018-01 or 2018-01-17.")


def add_notes(sheet: Sheet, kind: NodeType | EdgeType, names: list[str], language: Language, model: Model) -> None:
    for column, name in enumerate(names):
        text = note(kind, name, language, model)
        height = 18 * (text.count("\n") + 2 + sum(len(line) // 34 for line in text.split("\n")))
        sheet.page.write_comment(0, column, text, {"width": 250, "height": height, "author": "Gronagraf"})


def guide(
    book: Book, sheet: Sheet, column: int, kind: Kind, language: Language, first: int = 1, last: int = LAST
) -> None:
    """The validation of these rows of a column, as its kind says; without limits of all below the heading."""
    rule = _rule(book, kind, language, column, first)
    if rule:
        sheet.page.data_validation(first, column, last, column, rule)


def guide_ends(book: Book, sheet: Sheet, column: int, labels: tuple[str, ...], language: Language) -> None:
    """A drop-down of the ids on the sheet of the one label that an end may have."""
    if len(labels) == 1 and labels[0] in book.ids:
        sheet.page.data_validation(1, column, MOST_ROWS - 1, column, _of_ids(labels[0], language))


def _rule(book: Book, kind: Kind, language: Language, column: int, first: int) -> Mapping[str, Any] | None:
    match kind.name:
        case "choice":
            return _list(book, list(choice_words(kind, language).values()), language)
        case "boolean":
            return _list(book, YES_NO[language].split(","), language)
        case "reference":
            known = len(kind.labels) == 1 and kind.labels[0] in book.ids
            return _of_ids(kind.labels[0], language) if known else None
        case "integer" if kind.lowest is not None and kind.highest is not None:
            return _list(book, [str(number) for number in range(int(kind.lowest), int(kind.highest) + 1)], language)
        case "integer" | "number":
            return _numbers(kind, language)
        case "date":
            return _dates(language, column, first)
    return None


def _list(book: Book, words: list[str], language: Language) -> Mapping[str, Any]:
    """The words themselves, or where they are too long, or hold a comma, their place on a hidden sheet."""
    plain = len(",".join(words)) <= LONGEST_LIST and not any("," in word for word in words)
    source = words if plain else book.listed(words)
    return {"validate": "list", "source": source, **_said(UNKNOWN, CHOOSE, language)}


def _of_ids(label: str, language: Language) -> Mapping[str, Any]:
    said = _said(NEW_ID, ASK_ID, language)
    return {"validate": "list", "source": f"=ids_{label}", **said, "error_type": "warning"}


def _numbers(kind: Kind, language: Language) -> Mapping[str, Any]:
    low, high = kind.lowest, kind.highest
    form = "integer" if kind.name == "integer" else "decimal"
    bounds = {"minimum": -1e15 if low is None else low, "maximum": 1e15 if high is None else high}
    return {"validate": form, "criteria": "between", **bounds, **_said(NOT_A_NUMBER, DIGITS, language)}


def _dates(language: Language, column: int, first: int) -> Mapping[str, Any]:
    cell = xl_rowcol_to_cell(first, column)
    lengths = f"OR(LEN({cell})=4,LEN({cell})=7,LEN({cell})=10)"
    formula = f"=OR(ISNUMBER({cell}),AND({lengths},ISNUMBER(VALUE(LEFT({cell},4)))))"
    return {"validate": "custom", "value": formula, **_said(NOT_A_DATE, PRECISION, language), "error_type": "warning"}


def _said(title: Term, message: Term, language: Language) -> dict[str, str]:
    return {"error_title": title[language], "error_message": message[language]}
