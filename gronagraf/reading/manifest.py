"""`seed.toml`: what a seed says of itself."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gronagraf.graph import SeedInfo
from gronagraf.reading.books.headings import key_words
from gronagraf.reading.columns import clean
from gronagraf.reading.lines import physical_lines
from gronagraf.reading.places import FilePlaces, Places
from gronagraf.reading.report import Report, one_problem, place
from gronagraf.reading.suggestions import file_names, meant
from gronagraf.schema import DATE, TEXT, Model
from gronagraf.values import UnreadableValueError, parse, parse_id, quote

MANIFEST = "seed.toml"
TEXT_KEYS = ("title", "title_en", "description", "description_en", "publisher", "licence")
KEYS = ("name", *TEXT_KEYS, "date", "fictional", "extends", "complete")
REQUIRED = {"name": 'add an id, such as name = "kronoberg"', "title": 'add a title, such as title = "Kronoberg"'}
LONGEST = 1_000_000
WRITE = 'write key = "value", one on each line'
AT_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The keys and values of a `seed.toml`, or of a sheet that stands for it, and the line of each key."""

    places: Places
    values: Mapping[str, object]
    lines: Mapping[str, int]

    def place(self, key: str) -> str:
        return self.places.place(self.lines.get(key, 0), key)


def holds_manifest(folder: Path) -> bool:
    """Whether a folder looks like a seed; not so when it cannot be looked into."""
    try:
        return (folder / MANIFEST).is_file()
    except OSError:
        return False


def parse_manifest(path: Path, file: str) -> Manifest:
    """The keys of a `seed.toml`. Raises SeedError when it cannot be read or is not TOML."""
    text = ""
    for line in physical_lines(path, file, "save it as UTF-8"):
        text += line.rstrip("\r\n") + "\n"
        if len(text) > LONGEST:
            raise one_problem(file, f"has more than {LONGEST:,} characters", "keep to what the seed says of itself")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = AT_LINE.search(str(error))
        number = int(at[1]) if at and at[1] else text.rstrip().count("\n") + 1
        raise one_problem(place(file, number), f"is not TOML: {AT_LINE.sub('', str(error))}", WRITE) from None
    except (RecursionError, ValueError):
        raise one_problem(file, "holds a number too long, or lists too deep, to be read", WRITE) from None
    return Manifest(FilePlaces(file), values, {key: _line_of(key, text) for key in values})


def _line_of(key: str, text: str) -> int:
    match = re.search(rf"""^[ \t\[]*["']?{re.escape(key)}["']?[ \t]*[=.\]]""", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 0


def describe(manifest: Manifest, model: Model, report: Report) -> SeedInfo:
    """What a seed says of itself; each fault is reported and its value left empty."""
    _check_keys(manifest, report)

    def read(key: str, convert: Callable[[object], Read], default: Read) -> Read:
        try:
            return convert(manifest.values[key]) if key in manifest.values else default
        except UnreadableValueError as error:
            report.add(manifest.place(key), error.what, error.remedy)
            return default

    texts = {key: read(key, _required if key in REQUIRED else _text, "") for key in TEXT_KEYS}
    return SeedInfo(
        name=read("name", _name, ""),
        date=read("date", _date, ""),
        fictional=read("fictional", _boolean, default=False),
        extends=read("extends", _names, ()),
        complete=read("complete", lambda value: _types(value, model), ()),
        **texts,
    )


def _check_keys(manifest: Manifest, report: Report) -> None:
    present = set(manifest.values)
    words = {word: names[0] for word, names in key_words().items()} | {name: name for name in KEYS}
    for key in manifest.values:
        if key not in KEYS:
            near = meant(key, words)
            present.add(near)
            remedy = f"did you mean {quote(near)}?" if near else f"the keys are {', '.join(KEYS)}"
            report.add(manifest.places.place(manifest.lines[key], 0), f"{quote(key)} is not a key of a seed", remedy)
    for key, remedy in REQUIRED.items():
        if key not in present:
            report.add(manifest.places.place(0, key), "is missing", remedy)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnreadableValueError("is not a text", 'write it in quotes: "…"')
    return clean(value)


def _required(value: object) -> str:
    if text := _text(value):
        return text
    raise UnreadableValueError("is empty", "give the seed a title that people read")


def _name(value: object) -> str:
    text = str(parse_id(TEXT, _text(value)))
    if text.startswith("."):
        raise UnreadableValueError(f"{quote(text)} begins with a dot", "begin with a letter")
    return text


def _date(value: object) -> str:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise UnreadableValueError("is not a date", 'write 2026-01-31, or "2026" or "2026-01" in quotes')
    text = clean(value)
    return str(parse(DATE, text)) if text else ""


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnreadableValueError("is neither true nor false", "write true or false, without quotes")
    return value


def _list(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UnreadableValueError("is not a list of texts", 'write ["…", "…"]')
    return [clean(each) for each in value]


def _names(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_name(each) for each in _list(value)))


def _types(value: object, model: Model) -> tuple[str, ...]:
    """Names of types, in the order of the model."""
    names = {each.name for each in model.all}
    given = _list(value)
    for name in given:
        if name not in names:
            words = {word: model.files[file].name for word, file in file_names(model).items()}
            near = meant(name, words | {each.name.casefold(): each.name for each in model.all})
            remedy = f"did you mean {quote(near)}?" if near else "name labels and relation types of the model"
            raise UnreadableValueError(f"{quote(name)} is not a type", remedy)
    return tuple(each.name for each in model.all if each.name in given)
