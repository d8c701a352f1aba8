"""Texts with names in them, such as `{name} = {amount}`: to put together, and to take a part of a list apart.

There are no regular expressions in a mapping: a pattern is literal text between names, and is read from the right, each
literal once, so that the time is that of reading the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NAME = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Names with literal text before, between and after them; there is one literal more than there are names."""

    text: str
    names: tuple[str, ...]
    literals: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with values in place of the names; empty when all of them are.

        What stands between two names is left out where one of them is empty.
        """
        filled = [
            (before, values[name]) for before, name in zip(self.literals, self.names, strict=False) if values[name]
        ]
        if self.names and not filled:
            return ""
        between = [before + value if number else value for number, (before, value) in enumerate(filled)]
        last = self.literals[-1] if self.names else ""
        return "".join((self.literals[0], *between, last)).strip()

    def taken(self, text: str) -> tuple[str, ...] | None:
        """What stands at each name, without spaces around; None where the text does not fit.

        A literal between two names is the last such text that leaves room for those before it, and spaces around it are
        not asked for.
        """
        rest = text.strip()
        first, last = self.literals[0].strip(), self.literals[-1].strip()
        if not (rest.startswith(first) and rest.endswith(last) and len(rest) >= len(first) + len(last)):
            return None
        rest = rest[len(first) : len(rest) - len(last)].strip()
        found: list[str] = []
        for literal in reversed(self.literals[1:-1]):
            rest, between, part = rest.rpartition(literal.strip() or literal)
            if not between:
                return None
            found.append(part.strip())
        whole = (rest.strip(), *reversed(found))
        return whole if all(whole) else None


def read_pattern(text: str) -> Pattern | None:
    """The pattern of a text; None for a stray brace, a name twice or two names with nothing between them."""
    pieces = NAME.split(text)
    literals, names = tuple(pieces[::2]), tuple(name.strip() for name in pieces[1::2])
    if any("{" in each or "}" in each for each in literals) or not all(names):
        return None
    return Pattern(text, names, literals)


def takes_apart(pattern: Pattern) -> bool:
    """Whether a pattern can be read backwards: names, each once, and literal text between any two."""
    return bool(pattern.names) and len(set(pattern.names)) == len(pattern.names) and all(pattern.literals[1:-1])
