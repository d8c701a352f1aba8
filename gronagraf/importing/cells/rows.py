"""Rows of a source as a mapping sees them: every column by its name, conditions, lists, and texts made of cells."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TypeAlias

from gronagraf.importing.mapping.patterns import Pattern
from gronagraf.importing.mapping.rules import Cell, Split, When

Row: TypeAlias = Sequence[str]
TextOf: TypeAlias = Callable[[Row], str]
ANY = "*"
AMOUNT = re.compile(
    r"""(?! \( (?:19|20)\d\d \) )             # but not C (2024)
        (?: [:=(] \s* -? (?:\d[\d\s.,'’]*)?  # C: 5 · C = · C (5 000
          | \s [-–—] \s* \d[\d\s.,'’]*      # C - 5
          | \s \d[\d\s.,'’]* (?=kr|sek|tkr|mnkr|mkr|eur|€)  # C 5 kr
        ) (?:kr|sek|tkr|mnkr|mkr|euro?|€|%)? \.? \s* \)? $""",
    re.IGNORECASE | re.VERBOSE,
)
LONGEST_AMOUNT = 40
FILE, SHEET, NUMBER = ":file", ":sheet", ":row"


def fold(text: str) -> str:
    """A text as it is compared where case and spaces do not count."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column stands in a row; `twice` names the columns that cannot be told apart.

    A column is found by its name, else by one that differs in case and spaces alone; `*` stands for any text in it.
    """

    at: Mapping[str, int]
    folded: Mapping[str, int] = field(default_factory=dict)
    twice: frozenset[str] = frozenset()

    def place(self, name: str) -> int | None:
        """The place of the column that a name in a mapping means, or None."""
        if name in self.at:
            return self.at[name]
        if ANY in name:
            return next((at for each, at in self.folded.items() if fnmatchcase(each, fold(name))), None)
        return self.folded.get(fold(name))

    def named(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that these columns have in the table; as they are where it has none of them."""
        every = {at: name for name, at in self.at.items() if name}
        given = tuple(names)
        found = dict.fromkeys(every[at] for name in given if (at := self.place(name)) in every)
        return tuple(found) or given

    def with_parts(self, names: Iterable[str]) -> "Layout":
        """The layout of a row with the parts of a list after its cells."""
        size = max(self.at.values(), default=-1) + 1
        parts = {name: size + number for number, name in enumerate(names)}
        return Layout(
            {**self.at, **parts}, {**self.folded, **{fold(name): at for name, at in parts.items()}}, self.twice
        )


def layout_of(columns: Sequence[str]) -> Layout:
    """The layout of rows with these columns; of two with one name the first is meant."""
    at: dict[str, int] = {}
    folded: dict[str, int] = {}
    twice = set()
    for number, name in enumerate(columns):
        if name and name in at:
            twice.add(name)
        elif name:
            at[name] = number
            folded.setdefault(fold(name), number)
    at[""] = len(columns) - 1  # so that parts come after every column, also after nameless ones
    return Layout(at, folded, frozenset(twice))


def text_of(cell: Cell, layout: Layout) -> TextOf:
    """What reads the text of a cell, before it is turned into anything."""
    if cell.template:
        pattern = cell.template
        places = {name: layout.place(name) for name in pattern.names}
        return lambda row: pattern.filled({n: "" if at is None else row[at] for n, at in places.items()})
    if cell.constant:
        return lambda _: cell.constant
    text = first_filled(cell.columns, layout)
    return (lambda row: text(row) or cell.empty) if cell.empty else text


def first_filled(columns: Iterable[str], layout: Layout) -> TextOf:
    """What reads the first filled of some columns."""
    found = [at for name in columns if (at := layout.place(name)) is not None]
    if len(found) == 1:
        only = found[0]
        return lambda row: row[only]
    return lambda row: next((row[at] for at in found if row[at]), "")


def holds(whens: Iterable[When], layout: Layout) -> Callable[[Row], bool]:
    """What says whether a row fulfils every condition."""
    checks = [_check(when, first_filled(when.columns, layout)) for when in whens]
    if len(checks) == 1:
        return checks[0]
    return lambda row: all(check(row) for check in checks)


def _check(when: When, text: TextOf) -> Callable[[Row], bool]:
    def check(row: Row) -> bool:
        found = text(row)
        word = found.casefold()
        if when.filled is not None and bool(found) != when.filled:
            return False
        return (when.among is None or word in when.among) and word not in when.not_among

    return check


def _amount_in_name(split: Split, pattern: Pattern, part: str) -> bool:
    """Whether a part that is read as a name alone ends in an amount, which another of the patterns would have."""
    more = any(len(other.names) > len(pattern.names) for other in split.patterns)
    return more and len(pattern.names) == 1 and AMOUNT.search(part[-LONGEST_AMOUNT:]) is not None


def parts_of(split: Split, text: str) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """Each part of a list, and what stands at each name of the split; None where no pattern fits the part."""
    parts = [text]
    for sign in split.by:
        parts = [piece for part in parts for piece in part.split(sign)]
    names = split.names
    for part in filter(None, map(str.strip, parts)):
        for pattern in split.patterns:
            taken = pattern.taken(part)
            if taken is not None and not _amount_in_name(split, pattern, part):
                values = dict(zip(pattern.names, taken, strict=True))
                yield part, tuple(values.get(name, "") for name in names)
                break
        else:
            yield part, None
