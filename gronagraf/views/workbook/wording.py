"""What a workbook calls its sheets and columns, in one language and so that they are read back."""

from collections.abc import Iterator, Mapping

from gronagraf.reading.books.headings import column_words, plain, sheet_words
from gronagraf.schema import EdgeType, Field, Kind, Language, Model, NodeType, Term
from gronagraf.views.workbook.book import LONGEST_NAME, sheet_name

ID = Term("Id", "Id")
ENDS = {"from": Term("Från", "From"), "to": Term("Till", "To")}
ID_IS = Term(
    "Ett id som är unikt i hela grafen: bokstäver, siffror och _ . : - (inga mellanslag).",
    "An id that is unique in the whole graph: letters, digits and _ . : - (no spaces).",
)
END_IS = Term("Id för: {labels}.", "The id of: {labels}.")
REQUIRED = Term("Måste fyllas i.", "Required.")
CHOICES = Term("Ett av:", "One of:")
KINDS: Mapping[str, Term] = {
    "integer": Term("Ett heltal.", "A whole number."),
    "number": Term("Ett tal, utan enhet.", "A number, with no unit."),
    "date": Term(
        "Så noga som det är känt: 2018, 2018-01 eller 2018-01-17.",
        "As precisely as known: 2018, 2018-01 or 2018-01-17.",
    ),
    "boolean": Term("ja eller nej.", "yes or no."),
}
BETWEEN = Term("Från {lowest:g} till {highest:g}.", "From {lowest:g} to {highest:g}.")
YES_NO = Term("ja,nej", "yes,no")
STAR = " *"


def sheet_title(kind: NodeType | EdgeType, language: Language, model: Model) -> str:
    """The type's term, where it means nothing else as the name of a sheet; else the name of its file."""
    title = sheet_name(kind.term[language], set())
    return title if sheet_words(model).get(plain(title)) == (kind.file,) else kind.file[:LONGEST_NAME]


def headings(kind: NodeType | EdgeType, language: Language) -> dict[str, str]:
    """The heading of each column by its name: the field's term, or the name itself where the term is not its alone."""
    words = column_words(kind)
    terms = {"id": ID} | ENDS | {name: field.term for name, field in kind.columns.items()}
    found = {}
    for name in kind.header:
        text = terms[name][language]
        found[name] = text if words.get(plain(text), (name,)) == (name,) else name
    return found


def is_required(kind: NodeType | EdgeType, name: str) -> bool:
    return name in ("id", "from", "to") or kind.columns[name].required


def choice_words(kind: Kind, language: Language) -> dict[str, str]:
    """The word that people read for each value of a choice."""
    return {each.value: each.term[language] for each in kind.choices}


def note(kind: NodeType | EdgeType, name: str, language: Language, model: Model) -> str:
    """What a column is for and what may stand in it."""
    return "\n".join(_note(kind, name, language, model))


def _note(kind: NodeType | EdgeType, name: str, language: Language, model: Model) -> Iterator[str]:
    yield name
    if name == "id":
        yield ID_IS[language]
    elif isinstance(kind, EdgeType) and name in ENDS:
        labels = kind.starts if name == "from" else kind.targets
        yield END_IS[language].format(labels=_labels(labels, language, model))
    else:
        yield from _of_field(kind.columns[name], language, model)
    if is_required(kind, name):
        yield REQUIRED[language]


def _of_field(own: Field, language: Language, model: Model) -> Iterator[str]:
    if own.doc[language]:
        yield own.doc[language]
    if own.kind.choices:
        yield CHOICES[language]
        yield from (f"  {word}" for word in choice_words(own.kind, language).values())
    elif own.kind.labels:
        yield END_IS[language].format(labels=_labels(own.kind.labels, language, model))
    elif own.kind.lowest is not None and own.kind.highest is not None:
        yield BETWEEN[language].format(lowest=own.kind.lowest, highest=own.kind.highest)
    elif own.kind.name in KINDS:
        yield KINDS[own.kind.name][language]


def _labels(labels: tuple[str, ...], language: Language, model: Model) -> str:
    return ", ".join(model.labels[label].term[language].lower() for label in labels)
