"""The TOML in a recipe's opening comment: its words and its parameters."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from gronagraf.errors import Problem
from gronagraf.graph import Value
from gronagraf.recipes.recipe import Parameter
from gronagraf.recipes.shared import ONLY_SEED, SHARED
from gronagraf.schema import BOOLEAN, DATE, IDENTIFIER, INTEGER, NUMBER, TEXT, Kind, Model, Term, reference
from gronagraf.values import CONTROL, UnreadableValueError, did_you_mean, is_text, nearest, parse, quote

KINDS: Mapping[str, Kind] = {
    "integer": INTEGER,
    "number": NUMBER,
    "text": TEXT,
    "date": DATE,
    "boolean": BOOLEAN,
    "id": reference(),
    "choice": Kind("choice"),
}
WORDS = ("title", "title_en", "question", "question_en")
TOP_KEYS = (*WORDS, "view", "rests_on", "params", "returns")
PARAMETER_KEYS = ("kind", "default", "required", "doc", "doc_en", "labels", "choices", "lowest", "highest")
VIEWS = ("table", "map")
SHARED_OPTIONS = frozenset(
    {
        "around",
        "as",
        "connect_timeout",
        "database",
        "db",
        "help",
        "lang",
        "limit",
        "only_seed",
        "out",
        "param",
        "password",
        "password_file",
        "quiet",
        "recipe",
        "recipes",
        "steps",
        "timeout",
        "user",
        "verbose",
        "version",
    }
)
TYPES: Mapping[str, type | tuple[type, ...]] = {
    "required": bool,
    "labels": list,
    "lowest": (int, float),
    "highest": (int, float),
}


@dataclass
class Header:
    """A header being read: its text, which begins on line `first`, as TOML, and the problems met so far."""

    file: str
    model: Model
    raw: str
    first: int
    toml: Mapping[str, object]
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def lines(self) -> dict[str, int]:
        return key_lines(self.raw, self.first)

    def line(self, key: str) -> int:
        """The line where a dotted key stands, or the nearest thing above it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, self.lines[""])

    def fault(self, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(f"{self.file}:{self.line(key)}", what, remedy))

    def keys(self, owner: str, table: Mapping[str, object], known: tuple[str, ...], needed: tuple[str, ...]) -> None:
        """Notes every key that nobody reads and every one that is missing."""
        meant = set()
        for key in table:
            if key not in known:
                full = f"{owner}.{key}".lstrip(".")
                meant.add(nearest(key, known))
                self.fault(full, f"the key {full} is unknown", did_you_mean(key, known, f"use {', '.join(known)}"))
        for key in needed:
            if key not in table and key not in meant:
                full = f"{owner}.{key}".lstrip(".")
                self.fault(owner, f"the key {full} is missing", "add it")

    def text(self, owner: str, table: Mapping[str, object], key: str) -> str:
        value = table.get(key, "")
        full = f"{owner}.{key}".lstrip(".")
        if isinstance(value, str) and (value.strip() or key not in table):
            if control := CONTROL.search(value):
                self.fault(full, f"{full} holds the control character U+{ord(control[0]):04X}", "remove it")
            return value.strip()
        self.fault(full, f"{full} is no text" if not isinstance(value, str) else f"{full} is empty", "write a text")
        return ""

    def term(self, owner: str, table: Mapping[str, object], key: str) -> Term:
        return Term(self.text(owner, table, key), self.text(owner, table, f"{key}_en"))

    def tables(self, name: str) -> Iterator[tuple[str, str, Mapping[str, object]]]:
        """The (name, dotted key, table) of each parameter or column."""
        group = self.toml.get(name, {})
        if not isinstance(group, dict):
            self.fault(name, f"{name} is no table", f"begin each with [{name}.name]")
            return
        for key, table in group.items():
            if isinstance(table, dict):
                yield key, f"{name}.{key}", table
            else:
                self.fault(f"{name}.{key}", f"{name}.{key} is no table", f"begin it with [{name}.{key}]")


def read_header(text: str, first: int, file: str, model: Model) -> Header:
    """The header whose text begins on line `first`; broken TOML is one problem with its line."""
    try:
        return Header(file, model, text, first, tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # broken TOML, a number of 5,000 digits, 1,000 brackets
        return Header(file, model, text, first, {}, [_toml_problem(str(error), text, first, file)])


def _toml_problem(message: str, text: str, first: int, file: str) -> Problem:
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    what = message[: place.start()] if place else message
    if place and place[1]:
        where = f"{file}:{first + int(place[1]) - 1}:{place[2]}"
    else:
        where = f"{file}:{first + text.count(chr(10))}"
    return Problem(where, f"the header is no TOML: {what}", 'mend it as TOML, such as title = "…"')


def key_lines(text: str, first: int) -> dict[str, int]:
    """The line of each key and table, dotted; the whole header is the empty key."""
    lines, table = {"": first}, ""
    for number, line in enumerate(text.splitlines(), first):
        if match := re.match(r"\s*\[\s*([\w.\" -]+?)\s*\]", line):
            table = match[1].replace('"', "").replace(" ", "")
            lines.setdefault(table, number)
        elif match := re.match(r"\s*([\w.\"-]+)\s*=", line):
            key = match[1].replace('"', "")
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines


def check_words(header: Header) -> None:
    """Notes what is wrong with the keys at the top."""
    header.keys("", header.toml, TOP_KEYS, (*WORDS, "view", "returns"))
    view = header.toml.get("view", "table")
    if view not in VIEWS:
        header.fault("view", f"the view is {quote(str(view))}", did_you_mean(str(view), VIEWS, "write table or map"))


def read_parameters(header: Header) -> tuple[Parameter, ...]:
    """The declared parameters; those with a problem are left as nearly right as they can be."""
    return tuple(_parameter(header, name, key, table) for name, key, table in header.tables("params"))


def _parameter(header: Header, name: str, key: str, table: Mapping[str, object]) -> Parameter:
    if name == ONLY_SEED or name in SHARED:
        header.fault(key, f"{name} is shared by all recipes", f"use ${name} without declaring it")
    elif name in SHARED_OPTIONS:
        header.fault(key, f"the parameter {name} has the name of a shared option", "choose another name")
    elif not IDENTIFIER.fullmatch(name):
        header.fault(key, f"the parameter {quote(name)} is not in snake_case ASCII", "rename it")
    header.keys(key, table, PARAMETER_KEYS, ("kind", "doc", "doc_en"))
    for part, expected in TYPES.items():
        if part in table and (not isinstance(table[part], expected) or (part[-3:] == "est" and table[part] is True)):
            header.fault(f"{key}.{part}", f"{key}.{part} is of the wrong type", "see another recipe")
            table = {name: value for name, value in table.items() if name != part}
    kind = _kind(header, key, table)
    default = _default(header, key, kind, table) if kind else None
    required = table.get("required", "default" not in table) is True
    if required and "default" in table:
        header.fault(f"{key}.required", f"{key} is required and has a default", "keep one of them")
    return Parameter(name, kind or TEXT, default, required, header.term(key, table, "doc"))


def _kind(header: Header, key: str, table: Mapping[str, object]) -> Kind | None:
    name = header.text(key, table, "kind")
    if name and name not in KINDS:
        header.fault(f"{key}.kind", f"{quote(name)} is no kind", did_you_mean(name, KINDS, f"use {', '.join(KINDS)}"))
    if name not in KINDS:
        return None
    for part, owners in {"labels": {"id"}, "choices": {"choice"}, "lowest": {"integer", "number"}}.items():
        if part in table and name not in owners:
            header.fault(f"{key}.{part}", f"{part} does not go with the kind {name}", "leave it out")
    if name == "id":
        return _reference(header, key, table)
    if name == "choice":
        return _choices(header, key, table)
    return _bounded(header, key, table, KINDS[name])


def _reference(header: Header, key: str, table: Mapping[str, object]) -> Kind:
    labels = table.get("labels", list(header.model.labels))
    names = tuple(str(label) for label in labels) if isinstance(labels, list) else ()
    for name in names:
        if name not in header.model.labels:
            remedy = did_you_mean(name, header.model.labels, "name a node type")
            header.fault(f"{key}.labels", f"{quote(name)} is no label of the model", remedy)
    return reference(*names)


def _choices(header: Header, key: str, table: Mapping[str, object]) -> Kind | None:
    name = header.text(key, table, "choices")
    fields = {
        f"{owner.name}.{each.name}": each.kind for owner, each in header.model.fields() if each.kind.name == "choice"
    }
    if name not in fields:
        remedy = did_you_mean(name, fields, 'name a field with choices, such as "Actor.sector"')
        header.fault(f"{key}.choices", f"{quote(name)} is no field of the model with choices", remedy)
    return fields.get(name)


def _bounded(header: Header, key: str, table: Mapping[str, object], kind: Kind) -> Kind:
    lowest, highest = table.get("lowest"), table.get("highest")
    if (lowest is None) != (highest is None):
        header.fault(key, f"{key} has one bound only", "give both lowest and highest, or neither")
    elif isinstance(lowest, int | float) and isinstance(highest, int | float):
        if lowest > highest:
            header.fault(f"{key}.lowest", f"{key}.lowest is above highest", "turn them round")
        return replace(kind, lowest=lowest, highest=highest)
    return kind


def _default(header: Header, key: str, kind: Kind, table: Mapping[str, object]) -> Value | None:
    if "default" not in table:
        return None
    value = table["default"]
    if isinstance(value, dt.date):
        value = value.isoformat()
    try:
        return typed(kind, value)
    except UnreadableValueError as error:
        header.fault(f"{key}.default", f"the default of {key} does not fit: {error.what}", error.remedy)
        return None


def typed(kind: Kind, value: object) -> Value:
    """A value from a program or from a text as one of this kind. Raises UnreadableValueError."""
    if isinstance(value, str):
        if not is_text(value):
            raise UnreadableValueError(f"{quote(value)} is not UTF-8 text", "write it in UTF-8")
        return parse(kind, value)
    if isinstance(value, bool):
        fits = kind.name == "boolean"
    else:
        fits = isinstance(value, int | float) and kind.name in {"integer", "number"}
    if not fits or not isinstance(value, bool | int | float):
        raise UnreadableValueError(f"{quote(str(value))} is not of the kind {kind.name}", "give a value of that kind")
    return value if isinstance(value, bool) else parse(kind, repr(value))
