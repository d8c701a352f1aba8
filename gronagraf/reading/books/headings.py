"""The words that people give sheets, columns and keys, as the names that the model gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.cells import cell_name
from gronagraf.reading.places import SheetPlaces
from gronagraf.schema import EdgeType, Model, NodeType, Term
from gronagraf.values import quote

Words: TypeAlias = Mapping[str, tuple[str, ...]]

LONGEST_SHEET_NAME = 31
ENDS = {"from": Term("Från", "From"), "to": Term("Till", "To")}
KEY_TERMS = {
    "name": Term("Namn", "Name"),
    "title": Term("Titel", "Title"),
    "title_en": Term("Titel på engelska", "Title in English"),
    "description": Term("Beskrivning", "Description"),
    "description_en": Term("Beskrivning på engelska", "Description in English"),
    "publisher": Term("Utgivare", "Publisher"),
    "licence": Term("Licens", "Licence"),
    "date": Term("Datum", "Date"),
    "fictional": Term("Påhittad", "Fictional"),
    "extends": Term("Bygger på", "Extends"),
    "complete": Term("Täcker helt", "Complete"),
}


def plain(text: str) -> str:
    """A word as it is compared: case, spaces, underscores and the star of a required column aside."""
    return " ".join(text.casefold().replace("_", " ").strip("*\ufeff \t\r\n").split())


def _words(pairs: Iterable[tuple[str, str]], own: Iterable[str]) -> Words:
    """The names that each word may mean; a name's own word means nothing else."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, name in pairs:
        found[plain(word)][name] = None
    return {word: tuple(names) for word, names in found.items()} | {plain(name): (name,) for name in own}


def column_words(kind: NodeType | EdgeType) -> Words:
    """The columns that a heading may mean: field names, Swedish and English terms."""
    terms = {name: field.term for name, field in kind.columns.items()} | (ENDS if isinstance(kind, EdgeType) else {})
    return _words(((word, name) for name, term in terms.items() for word in (term.sv, term.en)), kind.header)


def sheet_words(model: Model) -> Words:
    """The files that the name of a sheet may mean: a file's own name, the type's name, its terms and their plurals."""
    pairs = []
    for kind in model.all:
        plural = (kind.plural.sv, kind.plural.en) if isinstance(kind, NodeType) else ()
        for word in (kind.name, kind.term.sv, kind.term.en, *plural):
            pairs += [(word, kind.file), (word[:LONGEST_SHEET_NAME], kind.file)]
    return _words(pairs, model.files)


def key_words() -> Words:
    """The keys that a word in the sheet for the seed may mean."""
    return _words(((word, key) for key, term in KEY_TERMS.items() for word in (term.sv, term.en)), KEY_TERMS)


def translate(headings: list[str], line: int, words: Words, places: SheetPlaces) -> list[str]:
    """The names of a header's columns, unknown ones as they stand.

    Raises SeedError for each heading that may mean several columns, or means the same as one before it.
    """
    names: list[str] = []
    problems: list[Problem] = []
    for at, heading in enumerate(headings):
        meant = words.get(plain(heading), ())
        if len(meant) > 1:
            what = f"{quote(heading)} may be {' or '.join(meant)}"
            problems.append(Problem(places.place(line, at), what, "write the column's own name"))
        elif meant and meant[0] in names:
            what = f"{quote(heading)} means {meant[0]}, as does cell {cell_name(line, names.index(meant[0]))}"
            problems.append(Problem(places.place(line, at), what, "keep one of the two columns"))
        names.append(meant[0] if meant else heading.strip())
    if problems:
        raise SeedError(problems)
    return names
