"""The sheet `seed` of a workbook: what `seed.toml` says, a key in column A and its value in column B."""

import re

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import Words, key_words, plain, sheet_words
from gronagraf.reading.manifest import Manifest
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.sheets import Sheet
from gronagraf.schema import BOOLEAN, Model
from gronagraf.values import UnreadableValueError, parse, quote

HEADINGS = frozenset({"key", "nyckel"})
APART = re.compile(r"[,;\n]")


def read_manifest_sheet(sheet: Sheet, model: Model) -> Manifest:
    """Keys and values; columns after the second are for people. Raises SeedError for a key that stands twice."""
    words = key_words()
    places = SheetPlaces(sheet.place)
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for line, cells in sheet.rows():
        key, text = (*(cell.strip() for cell in cells[:2]), "")[:2]
        name = words.get(plain(key), (key,))[0]
        if plain(key) in HEADINGS or not text:
            continue
        if not key:
            problems.append(Problem(places.place(line, 1), "is a value without a key", "write its key in column A"))
        elif name in lines:
            what = f"{quote(key)} stands twice, first on row {lines[name]}"
            problems.append(Problem(places.place(line, 0), what, "keep one of them"))
        else:
            values[name], lines[name] = _value(name, text, model), line
    if problems:
        raise SeedError(problems)
    places.columns.update(dict.fromkeys(lines, 1))
    return Manifest(places, values, lines)


def _value(key: str, text: str, model: Model) -> object:
    """A text as the value that `seed.toml` would hold; what cannot be read so stays as it is, to be reported."""
    if key == "fictional":
        try:
            return parse(BOOLEAN, text)
        except UnreadableValueError:
            return text
    if key in ("extends", "complete"):
        parts = [part.strip() for part in APART.split(text) if part.strip()]
        return [_type(part, sheet_words(model), model) for part in parts] if key == "complete" else parts
    return text


def _type(word: str, words: Words, model: Model) -> str:
    files = words.get(plain(word), ())
    return model.files[files[0]].name if len(files) == 1 else word
