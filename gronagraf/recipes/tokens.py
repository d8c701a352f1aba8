"""Cypher as tokens with their lines: enough to tell names, parameters and brackets from comments and quoted text."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

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


class Token(NamedTuple):
    """A piece of Cypher; a tuple, since thousands are made each time that recipes are listed.

    `text` is without backticks or dollar; `upper` is a bare word in capitals and empty for all else, so that a quoted
    name is no keyword; `inside` is the bracket around it: `(`, `[`, `{` of a map or a quantifier, `{}` of a subquery,
    or empty.
    """

    kind: TokenKind
    text: str
    upper: str
    line: int
    depth: int
    inside: str


def tokenize(cypher: str, line: int = 1) -> list[Token]:
    """The tokens of a query that begins on this line; comments and spaces are left out.

    Quoted text or a comment that never ends is a token of kind `open`, the last one. A closing bracket has the depth of
    its opening.
    """
    tokens: list[Token] = []
    opened: list[str] = []
    for match in PATTERN.finditer(cypher):
        kind, text = match.lastgroup, match.group()
        if kind == "sign":
            if text in PAIRS and opened:
                opened.pop()
            tokens.append(Token("sign", text, "", line, len(opened), opened[-1] if opened else ""))
            if text in "([{":
                opened.append("{}" if text == "{" and _opens_subquery(tokens) else text)
        elif kind != "skip":
            upper = text.upper() if kind == "word" else ""
            name = _bare(text) if kind in {"quoted", "parameter"} else text
            tokens.append(Token(cast("TokenKind", kind), name, upper, line, len(opened), opened[-1] if opened else ""))
        if kind == "open":
            break
        line += text.count("\n")
    return tokens


def is_name(token: Token) -> bool:
    """Whether it may name something: a bare word or one in backticks."""
    return token.kind in {"word", "quoted"}


def _bare(text: str) -> str:
    name = text.removeprefix("$")
    return name[1:-1].replace("``", "`") if name[0] == "`" else name


def _opens_subquery(tokens: list[Token]) -> bool:
    """Whether the `{` that ends these tokens begins a subquery: `EXISTS {`, `CALL {`, `CALL (n) {`."""
    before = tokens[-2] if len(tokens) > 1 else None
    if before is None or before.text != ")":
        return before is not None and before.upper in SUBQUERIES
    opening = next((i for i in range(len(tokens) - 3, 0, -1) if _opens(tokens[i], before.depth)), 0)
    return tokens[opening - 1].upper == "CALL"


def _opens(token: Token, depth: int) -> bool:
    return token.depth == depth and token.text == "(" and token.kind == "sign"


def text_after(tokens: Sequence[Token], index: int) -> str:
    return tokens[index + 1].text if index + 1 < len(tokens) else ""


def in_arrow(tokens: Sequence[Token], index: int) -> bool:
    """Whether the square bracket around a token is a relation's, which stands after a dash."""
    opening = opening_of(tokens, index, tokens[index].depth - 1)
    return opening > 0 and tokens[opening - 1].text == "-"


def opening_of(tokens: Sequence[Token], index: int, depth: int) -> int:
    return next((i for i in range(index - 1, -1, -1) if tokens[i].depth == depth and tokens[i].text in {"(", "["}), 0)


def place(file: str, token: Token) -> str:
    return f"{file}:{token.line}"
