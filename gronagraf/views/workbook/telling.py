"""The sheets that speak to people: how a workbook is filled in, and what the seed says of itself."""

from collections.abc import Iterator, Mapping, Sequence

from gronagraf.graph import SeedInfo
from gronagraf.reading.books.headings import KEY_TERMS
from gronagraf.schema import EdgeType, Language, NodeType, Term
from gronagraf.views.cells import YES_NO
from gronagraf.views.notes import FICTIONAL, seed_title
from gronagraf.views.workbook.book import Book, Sheet

READ_ME = Term("Läs mig", "Read me")
SEED = Term("Frö", "Seed")
KEY = Term("Nyckel", "Key")
VALUE = Term("Värde", "Value")
MEANS = Term("Vad det är", "What it is")
SHEETS = Term("Bladen", "The sheets")
JOINS = Term("Förenar", "Joins")
HOW = (
    Term(
        "Ett blad för varje slags sak (grön flik) och för varje slags relation (grå flik). En rad är en sak eller en"
        " relation. Blad och kolumner som inte behövs lämnas tomma.",
        "A sheet for each kind of thing (green tab) and each kind of relation (grey tab). A row is a thing or a"
        " relation. Leave sheets and columns that are not needed empty.",
    ),
    Term(
        "Rubriker med stjärna måste fyllas i. Håll pekaren över en rubrik: där står vad kolumnen är till för.",
        "Headings with a star are required. Hold the pointer over a heading: it says what the column is for.",
    ),
    Term(
        "Ge varje sak ett id som är unikt i hela grafen. En relation nämner id:n i kolumnerna Från och Till.",
        "Give each thing an id that is unique in the whole graph. A relation names ids in the columns From and To.",
    ),
    Term(
        "Datum skrivs så noga som de är kända: 2018, 2018-01 eller 2018-01-17. En tom cell betyder okänt, aldrig noll.",
        "Dates are written as precisely as known: 2018, 2018-01 or 2018-01-17. An empty cell means unknown, not zero.",
    ),
    Term(
        "Skriv varifrån varje uppgift kommer i kolumnen Källa. Skriv roller, inte namn på personer.",
        "Write where each fact comes from in the column Source. Write roles, not names of persons.",
    ),
    Term(
        "Börja med bladet Frö. Spara som .xlsx (eller .ods) och pröva:  gronagraf check FIL",
        "Begin with the sheet Seed. Save as .xlsx (or .ods) and try:  gronagraf check FILE",
    ),
)
KEY_DOCS: Mapping[str, Term] = {
    "name": Term("Ett id för fröet: bokstäver, siffror och _ . : -", "An id of the seed: letters, digits and _ . : -"),
    "title": Term("Rubriken som människor läser.", "The title that people read."),
    "title_en": Term("Rubriken på engelska.", "The title in English."),
    "description": Term("Vad fröet handlar om.", "What the seed is about."),
    "description_en": Term("Detsamma på engelska.", "The same in English."),
    "publisher": Term("Vem som ger ut uppgifterna.", "Who publishes the facts."),
    "licence": Term("Hur de får användas, som CC0-1.0.", "How they may be used, such as CC0-1.0."),
    "date": Term("Dagen då uppgifterna senast sågs över.", "The day when the facts were last looked through."),
    "fictional": Term(
        "Är allt påhittat? ja eller nej. Då står det på varje karta och tabell.",
        "Is it all made up? yes or no. Every map and table then says so.",
    ),
    "extends": Term(
        "Andra frön vars id:n raderna får nämna, med komma mellan.",
        "Other seeds whose ids the rows may name, with commas between.",
    ),
    "complete": Term(
        "Typer som fröet täcker helt, med komma mellan: en länk som saknas där är bruten, annars okänd.",
        "Types that the seed covers fully, with commas between: a link missing there is broken, elsewhere unknown.",
    ),
}


def write_instructions(
    book: Book,
    info: SeedInfo,
    kinds: Sequence[NodeType | EdgeType],
    titles: Mapping[str, str],
    language: Language,
    *,
    blank: bool,
) -> None:
    """The first sheet: what this is, how it is filled in, and which sheet is for what."""
    sheet = book.sheet(READ_ME[language])
    sheet.widths([34, 60, 60])
    sheet.page.set_row(0, 26)
    sheet.put(0, 0, seed_title(info, language), "headline")
    row = 1
    if info.fictional:
        sheet.page.merge_range(row, 0, row, 2, "", book.look("warning"))
        sheet.put(row, 0, FICTIONAL[language].format(seeds=seed_title(info, language)), "warning")
        row += 1
    for term in HOW if blank else HOW[1:4]:
        sheet.page.merge_range(row, 0, row, 2, "", book.look("wrapped"))
        sheet.tall(row, [term[language]], [140])
        sheet.put(row, 0, term[language], "wrapped")
        row += 1
    _write_index(book, sheet, row + 1, kinds, titles, language)
    sheet.page.set_tab_color("#b58900")
    sheet.page.hide_gridlines(2)
    sheet.paper(info.title)


def _write_index(
    book: Book,
    sheet: Sheet,
    row: int,
    kinds: Sequence[NodeType | EdgeType],
    titles: Mapping[str, str],
    language: Language,
) -> None:
    for column, term in enumerate((SHEETS, MEANS, JOINS)):
        sheet.put(row, column, term[language], "heading")
    names = {kind.name: kind.term[language] for kind in kinds}
    for number, kind in enumerate(kinds, row + 1):
        joins = "; ".join(_pairs(kind, names)) if isinstance(kind, EdgeType) else ""
        sheet.tall(number, [kind.doc[language], joins], [60, 60])
        place = "'" + titles[kind.name].replace("'", "''") + "'"
        sheet.page.write_url(number, 0, f"internal:{place}!A1", book.look("link"), titles[kind.name])
        sheet.put(number, 1, kind.doc[language], "wrapped")
        sheet.put(number, 2, joins or None, "wrapped")


def _pairs(kind: EdgeType, names: Mapping[str, str]) -> Iterator[str]:
    for start, end in kind.ends:
        yield f"{names.get(start, start)} → {names.get(end, end)}"


def write_seed_sheet(book: Book, info: SeedInfo, keys: Sequence[str], language: Language) -> None:
    """What the seed says of itself: a key, its value, and what it is."""
    sheet = book.sheet(SEED[language])
    widths = [26, 60, 70]
    sheet.widths(widths)
    sheet.headings([KEY[language], VALUE[language], MEANS[language]], widths)
    for row, key in enumerate(keys, 1):
        value = _of(info, key, language)
        sheet.tall(row, [value, KEY_DOCS[key][language]], [58, 68])
        sheet.put(row, 0, KEY_TERMS[key][language] + " *" * (key in ("name", "title")), "label")
        sheet.put(row, 1, value, "answer")
        sheet.put(row, 2, KEY_DOCS[key][language], "given")
    sheet.page.set_tab_color("#b58900")
    sheet.paper(SEED[language])


def _of(info: SeedInfo, key: str, language: Language) -> str:
    value = getattr(info, key)
    if isinstance(value, tuple):
        return ", ".join(value)
    return YES_NO[value][language] if isinstance(value, bool) else str(value)
