"""Cypher as tokens with their lines: enough to tell names, parameters and brackets from comments and quoted text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "quoted", "text", "parameter", "number", "sign", "open"]
PATTERN = re.compile(
    r"""
    (?P<skip>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | (?P<quoted>`(?:``|[^`])*`)
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?)
  | (?P<open>/\*|['"`])
  | (?P<sign>::|\.\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
PAIRS = {")": "(", "]": "[", "}": "{"}
SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT", "CALL"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher: `text` without backticks or dollar, `depth` and `inside` say in which bracket it stands.

    `inside` is `(`, `[`, `{` for a map or a quantifier, `{}` for a subquery, or empty at the top.
    """

    kind: TokenKind
    text: str
    line: int
    depth: int = 0
    inside: str = ""

    @property
    def upper(self) -> str:
        """The word in capitals; empty for everything that is no bare word, so that quoted names are no keywords."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def is_name(self) -> bool:
        return self.kind in {"word", "quoted"}


def tokenize(cypher: str, line: int = 1) -> tuple[Token, ...]:
    """The tokens of a query that begins on this line; comments and spaces are left out.

    Quoted text or a comment that never ends is a token of kind `open`. A closing bracket has the depth of its opening.
    """
    return tuple(_nested(_flat(cypher, line)))


def _flat(cypher: str, line: int) -> Iterator[Token]:
    for match in PATTERN.finditer(cypher):
        kind, text = match.lastgroup, match.group()
        if kind != "skip":
            yield Token(kind, _bare(text), line)  # type: ignore[arg-type]
        line += text.count("\n")


def _bare(text: str) -> str:
    name = text.removeprefix("$")
    return name[1:-1].replace("``", "`") if len(name) > 1 and name[0] == "`" else name or text


def _nested(tokens: Iterator[Token]) -> Iterator[Token]:
    opened: list[str] = []
    before: list[Token] = []
    for token in tokens:
        sign = token.text if token.kind == "sign" else ""
        if sign in PAIRS and opened:
            opened.pop()
        placed = Token(token.kind, token.text, token.line, len(opened), opened[-1] if opened else "")
        if sign and sign in "([{":
            opened.append("{}" if sign == "{" and _opens_subquery(before) else sign)
        before.append(placed)
        yield placed


def _opens_subquery(before: list[Token]) -> bool:
    """Whether a `{` after these tokens begins a subquery: `EXISTS {`, `CALL {`, `CALL (n) {`."""
    if not before:
        return False
    last = before[-1]
    if last.upper in SUBQUERIES:
        return True
    opening = next((i for i in range(len(before) - 1, -1, -1) if _matches(before[i], last)), 0)
    return last.text == ")" and opening > 0 and before[opening - 1].upper == "CALL"


def _matches(token: Token, closing: Token) -> bool:
    return token.kind == "sign" and token.text == "(" and token.depth == closing.depth
