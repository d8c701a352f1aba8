"""A mapping's TOML as it is read: the line of each key, and every fault at once."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from gronagraf.errors import Problem
from gronagraf.values import CONTROL, did_you_mean, nearest, quote

Table: TypeAlias = Mapping[str, object]
KEY = r"""[\w-]+|"[^"\n]*"|'[^'\n]*'"""
HEADING = re.compile(rf"[ \t]*\[[ \t]*((?:{KEY})(?:[ \t]*\.[ \t]*(?:{KEY}))*)[ \t]*\]")
ENTRY = re.compile(rf"[ \t]*((?:{KEY})(?:[ \t]*\.[ \t]*(?:{KEY}))*)[ \t]*=")
ONE = re.compile(KEY)
AT_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")
DEEP = "is not TOML: it is nested too deep, or holds a number too long"


def dotted(*keys: str) -> str:
    return ".".join(key for key in keys if key)


@dataclass
class Document:
    """A mapping being read: its text as TOML and the faults met so far."""

    file: str
    raw: str
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def toml(self) -> Table:
        """The whole of it; empty, and one fault, where it is no TOML."""
        try:
            return tomllib.loads(self.raw)
        except tomllib.TOMLDecodeError as error:
            at = AT_LINE.search(str(error))
            line = int(at[1]) if at and at[1] else self.raw.rstrip().count("\n") + 1
            what = f"is not TOML: {AT_LINE.sub('', str(error))}"
        except (RecursionError, ValueError):
            line, what = 1, DEEP
        self.problems.append(Problem(f"{self.file}:{line}", what, 'write key = "value", one on each line'))
        return {}

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line of each key and table by its dotted name."""
        lines, owner = {"": 1}, ""
        for number, line in enumerate(self.raw.split("\n"), 1):
            if match := HEADING.match(line):
                owner = _plain(match[1])
                lines.setdefault(owner, number)
            elif match := ENTRY.match(line):
                lines.setdefault(dotted(owner, _plain(match[1])), number)
        return lines

    def fault(self, key: str, what: str, remedy: str) -> None:
        """Note what is wrong at a key, or at the nearest thing above it that has a line."""
        at = key
        while at and at not in self.lines:
            at = at.rpartition(".")[0]
        self.problems.append(Problem(f"{self.file}:{self.lines[at]}: {key}" if key else self.file, what, remedy))

    def keys(self, owner: str, table: Table, known: Iterable[str], needed: Iterable[str] = ()) -> None:
        """Note every key that nobody reads and every one that is missing."""
        known, meant = tuple(known), set()
        for key in table:
            if key not in known:
                meant.add(nearest(key, known))
                remedy = did_you_mean(key, known, f"the keys are {', '.join(known)}")
                self.fault(dotted(owner, key), f"{quote(key)} is not a key here", remedy)
        for key in needed:
            if key not in table and key not in meant:
                self.fault(owner, f"lacks the key {key}", "add it")

    def text(self, owner: str, table: Table, key: str, default: str = "") -> str:
        """The text of a key, empty where it is missing or no text."""
        value = table.get(key, default)
        if isinstance(value, str) and not CONTROL.search(value):
            return value
        self.fault(dotted(owner, key), "is not a text", 'write it in quotes: "…"')
        return default

    def texts(self, owner: str, table: Table, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The texts of a key that may hold one or a list of them."""
        value = table.get(key, list(default))
        given = [value] if isinstance(value, str) else value
        if isinstance(given, list) and all(isinstance(each, str) and each for each in given):
            return tuple(given)
        self.fault(dotted(owner, key), "is neither a text nor a list of texts", 'write "…" or ["…", "…"]')
        return default

    def flag(self, owner: str, table: Table, key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.fault(dotted(owner, key), "is neither true nor false", "write true or false, without quotes")
        return value is True

    def table(self, owner: str, table: Table, key: str) -> Table:
        """The table of a key, empty where it is missing or no table."""
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self.fault(dotted(owner, key), "is no table", f"begin it with [{dotted(owner, key)}]")
        return {}

    def tables(self, key: str) -> Iterator[tuple[str, str, Table]]:
        """The (name, dotted key, table) of each table below a key."""
        group = self.table("", self.toml, key)
        for name in group:
            yield name, dotted(key, name), self.table(key, group, name)

    def known(self, key: str, word: str, names: Iterable[str], what: str) -> bool:
        """Whether a word is among the names that may stand here; noted if not."""
        known = tuple(names)
        if word in known:
            return True
        remedy = did_you_mean(word, known, f"choose among {', '.join(known)}" if known else "there is none yet")
        self.fault(key, f"{quote(word)} is not {what}", remedy)
        return False


def _plain(key: str) -> str:
    return ".".join(part.strip("\"'") for part in ONE.findall(key))
