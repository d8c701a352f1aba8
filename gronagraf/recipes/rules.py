"""What the Cypher of a recipe may hold: named columns, no write, one dialect, and no name that the model lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gronagraf.errors import Problem
from gronagraf.recipes.names import Vocabulary, unknown_names, unknown_properties
from gronagraf.recipes.tokens import Token, in_arrow, is_name, opening_of, place, text_after, tokenize

WRITES = frozenset(
    {
        "ALTER",
        "CREATE",
        "DELETE",
        "DENY",
        "DETACH",
        "DROP",
        "FOREACH",
        "GRANT",
        "INSERT",
        "LOAD",
        "MERGE",
        "REMOVE",
        "REVOKE",
        "SET",
        "TERMINATE",
    }
)
LIBRARIES = frozenset({"apoc", "gds"})
AFTER_RETURN = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", "NEXT"})


@dataclass(frozen=True, slots=True)
class Query:
    """A recipe's Cypher, read: its tokens, the parameters that it uses and the names of its result's columns.

    `columns` is None where the last RETURN does not say them (`RETURN *`).
    """

    tokens: list[Token]
    parameters: dict[str, int]
    columns: tuple[str, ...] | None
    line: int


def read_query(cypher: str, line: int) -> Query:
    """The query that begins on this line of its file."""
    tokens = tokenize(cypher, line)
    parameters: dict[str, int] = {}
    for token in tokens:
        if token.kind == "parameter":
            parameters.setdefault(token.text, token.line)
    returns = [i for i, token in enumerate(tokens) if token.upper == "RETURN" and token.depth == 0]
    columns = _columns(tokens, returns[-1]) if returns else None
    return Query(tokens, parameters, columns, tokens[returns[-1]].line if returns else line)


def query_problems(query: Query, file: str, words: Vocabulary) -> Iterator[Problem]:
    """Everything in a query that a recipe may not hold, with file and line."""
    tokens = query.tokens
    for check in (_unended, _forbidden, _lengths, _returns):
        yield from check(tokens, file)
    yield from unknown_names(tokens, file, words)
    yield from unknown_properties(tokens, file, words)


def _is_key(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a property, a map's key, a label or an alias, and so no keyword."""
    before = tokens[index - 1] if index else None
    named = before is not None and (before.text in {".", ":", "|", "&", "!"} or before.upper == "AS")
    return named or (tokens[index].inside == "{" and text_after(tokens, index) == ":")


def _unended(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    if not tokens:
        yield Problem(file, "has no Cypher after its header", "write the question as a query")
    for token in tokens:
        if token.kind == "open":
            yield Problem(place(file, token), f"{token.text} is opened and never closed", "close it")


def _forbidden(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    """Words that may write, procedures, and what not every engine has."""
    for index, token in enumerate(tokens):
        if token.text == "$" and token.kind == "sign":
            yield Problem(place(file, token), "puts a label or property together", "write names out, values as $name")
        if token.text == ";" and token.kind == "sign" and index + 1 < len(tokens):
            yield Problem(place(file, token), "ends the question before its end", "a recipe is one query: keep one")
        if token.upper in WRITES and not _is_key(tokens, index):
            yield Problem(place(file, token), f"{token.upper} may change the graph", "a recipe only asks: leave it out")
        elif token.upper == "CALL" and text_after(tokens, index) not in {"{", "("} and not _is_key(tokens, index):
            yield Problem(place(file, token), "calls a procedure", "a recipe keeps to MATCH and subqueries")
        elif token.upper == "SHORTEST" and not _is_key(tokens, index):
            yield Problem(place(file, token), "SHORTEST is not known on every engine", "use shortestPath()")
        elif is_name(token) and token.text.lower() in LIBRARIES and text_after(tokens, index) == ".":
            yield Problem(place(file, token), f"uses {token.text}, which not every engine has", "use plain Cypher")


def _lengths(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    for index, token in enumerate(tokens):
        if token.kind != "sign" or token.text not in {"*", "+", "{"}:
            continue
        following = [each.text for each in tokens[index + 1 : index + 4]]
        if token.text == "{":
            endless = following[:2] == [",", "}"] or following[1:] == [",", "}"]
        else:
            endless = _is_endless_relation(tokens, index, following) or _repeats_pattern(tokens, index)
        if endless:
            what = "a pattern without a longest length may never end"
            yield Problem(place(file, token), what, "write the longest length, such as *1..3")


def _is_endless_relation(tokens: Sequence[Token], index: int, following: list[str]) -> bool:
    star = tokens[index].text == "*" and tokens[index].inside == "["
    return star and in_arrow(tokens, index) and _is_open(following)


def _is_open(after_star: list[str]) -> bool:
    """Whether what stands after `*` lacks a longest length: nothing, or `1..` and nothing."""
    numbers = [text.isdecimal() for text in (*after_star, "", "", "")]
    if numbers[0]:
        return after_star[1:2] == [".."] and not numbers[2]
    return not (after_star[:1] == [".."] and numbers[1])


def _repeats_pattern(tokens: Sequence[Token], index: int) -> bool:
    """Whether `+` or `*` repeats a relation (`-[r]->+`) or a group of them (`((a)-->(b))+`)."""
    before = [token.text for token in tokens[max(0, index - 3) : index]]
    if before[-2:] in (["]", "-"], ["-", ">"]) or before[-3:] in (["]", "-", ">"], ["-", "-", ">"]):
        return True
    if before[-1:] != [")"]:
        return False
    opening = opening_of(tokens, index, tokens[index - 1].depth)
    inner = [token.text for token in tokens[opening + 1 : index - 1]]
    dashes = any(a == "-" and b in {"[", "-", ">"} for a, b in pairwise(inner))
    return inner[:1] == ["("] and dashes


def _returns(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    returns = [i for i, token in enumerate(tokens) if token.upper == "RETURN" and token.depth == 0]
    if tokens and not returns:
        yield Problem(place(file, tokens[-1]), "has no RETURN", "say which columns the question answers with")
    for start in returns:
        for item in _items(tokens, start):
            if item[0].text == "*":
                yield Problem(place(file, item[0]), "RETURN * does not name its columns", "name each, as in the header")
            elif _column(item) is None:
                yield Problem(place(file, item[0]), "a column has no name of its own", "name it with AS")


def _columns(tokens: Sequence[Token], start: int) -> tuple[str, ...] | None:
    names = [_column(item) for item in _items(tokens, start)]
    return tuple(name for name in names if name) if all(names) else None


def _items(tokens: Sequence[Token], start: int) -> list[list[Token]]:
    """The expressions of the RETURN at this index, each as its tokens."""
    items: list[list[Token]] = [[]]
    for token in tokens[start + 1 :]:
        if token.depth == 0 and (token.upper in AFTER_RETURN or token.text == ";"):
            break
        if token.depth == 0 and token.text == ",":
            items.append([])
        elif token.upper != "DISTINCT" or items[-1] or len(items) > 1:
            items[-1].append(token)
    return [item for item in items if item]


def _column(item: Sequence[Token]) -> str | None:
    if len(item) == 1 and is_name(item[0]):
        return item[0].text
    named = len(item) > 2 and item[-2].upper == "AS" and is_name(item[-1])
    return item[-1].text if named else None
