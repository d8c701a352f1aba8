"""What the Cypher of a recipe may hold: names of the model, named columns, no write, one dialect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gronagraf.errors import Problem
from gronagraf.recipes.tokens import Token, is_name, tokenize
from gronagraf.schema import Model
from gronagraf.values import did_you_mean, quote

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
NO_TYPE_TEST = frozenset({"NULL", "NOT", "TYPED", "NORMALIZED", "NFC", "NFD", "NFKC", "NFKD"})
JOINS = frozenset({"|", "&", "!", ":", "%"})
OWN_PROPERTIES = frozenset({"id", "seed"})


@dataclass(frozen=True, slots=True)
class Query:
    """A recipe's Cypher, read: its tokens, the parameters that it uses and the names of its result's columns.

    `columns` is None where the last RETURN does not say them (`RETURN *`).
    """

    tokens: list[Token]
    parameters: dict[str, int]
    columns: tuple[str, ...] | None
    line: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query may name: labels, relation types, and the fields of any of them."""

    labels: tuple[str, ...]
    types: tuple[str, ...]
    fields: frozenset[str]


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


def vocabulary(model: Model) -> Vocabulary:
    fields = {field.name for _, field in model.fields()} | OWN_PROPERTIES
    return Vocabulary(tuple(model.labels), tuple(model.types), frozenset(fields))


def strangers(cypher: str, model: Model) -> tuple[Problem, ...]:
    """The labels, relation types and fields in a free question that the model lacks, each with what may be meant."""
    tokens, words = tokenize(cypher), vocabulary(model)
    found = (*_unknown_names(tokens, "", words), *_unknown_properties(tokens, "", words))
    return tuple(dict.fromkeys(replace(each, where="") for each in found))


def query_problems(query: Query, file: str, words: Vocabulary) -> Iterator[Problem]:
    """Everything in a query that a recipe may not hold, with file and line."""
    tokens = query.tokens
    for check in (_unended, _forbidden, _lengths, _returns):
        yield from check(tokens, file)
    yield from _unknown_names(tokens, file, words)
    yield from _unknown_properties(tokens, file, words)


def _at(file: str, token: Token) -> str:
    return f"{file}:{token.line}"


def _next(tokens: Sequence[Token], index: int) -> str:
    return tokens[index + 1].text if index + 1 < len(tokens) else ""


def _is_key(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a property, a map's key, a label or an alias, and so no keyword."""
    before = tokens[index - 1] if index else None
    named = before is not None and (before.text in {".", ":", "|", "&", "!"} or before.upper == "AS")
    return named or (tokens[index].inside == "{" and _next(tokens, index) == ":")


def _unended(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    if not tokens:
        yield Problem(file, "has no Cypher after its header", "write the question as a query")
    for token in tokens:
        if token.kind == "open":
            yield Problem(_at(file, token), f"{token.text} is opened and never closed", "close it")


def _forbidden(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    """Words that may write, procedures, and what not every engine has."""
    for index, token in enumerate(tokens):
        if token.text == "$" and token.kind == "sign":
            yield Problem(_at(file, token), "puts a label or property together", "write names out, values as $name")
        if token.upper in WRITES and not _is_key(tokens, index):
            yield Problem(_at(file, token), f"{token.upper} may change the graph", "a recipe only asks: leave it out")
        elif token.upper == "CALL" and _next(tokens, index) not in {"{", "("} and not _is_key(tokens, index):
            yield Problem(_at(file, token), "calls a procedure", "a recipe keeps to MATCH and subqueries")
        elif token.upper == "SHORTEST" and not _is_key(tokens, index):
            yield Problem(_at(file, token), "SHORTEST is not known on every engine", "use shortestPath()")
        elif is_name(token) and token.text.lower() in LIBRARIES and _next(tokens, index) == ".":
            yield Problem(_at(file, token), f"uses {token.text}, which not every engine has", "use plain Cypher")


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
            yield Problem(_at(file, token), what, "write the longest length, such as *1..3")


def _is_endless_relation(tokens: Sequence[Token], index: int, following: list[str]) -> bool:
    star = tokens[index].text == "*" and tokens[index].inside == "["
    return star and _in_arrow(tokens, index) and _is_open(following)


def _in_arrow(tokens: Sequence[Token], index: int) -> bool:
    """Whether the square bracket around a token is a relation's, which stands after a dash."""
    opening = _opening(tokens, index, tokens[index].depth - 1)
    return opening > 0 and tokens[opening - 1].text == "-"


def _opening(tokens: Sequence[Token], index: int, depth: int) -> int:
    return next((i for i in range(index - 1, -1, -1) if tokens[i].depth == depth and tokens[i].text in {"(", "["}), 0)


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
    opening = _opening(tokens, index, tokens[index - 1].depth)
    inner = [token.text for token in tokens[opening + 1 : index - 1]]
    dashes = any(a == "-" and b in {"[", "-", ">"} for a, b in pairwise(inner))
    return inner[:1] == ["("] and dashes


def _returns(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    returns = [i for i, token in enumerate(tokens) if token.upper == "RETURN" and token.depth == 0]
    if tokens and not returns:
        yield Problem(_at(file, tokens[-1]), "has no RETURN", "say which columns the question answers with")
    for start in returns:
        for item in _items(tokens, start):
            if _column(item) is None and item[0].text != "*":
                yield Problem(_at(file, item[0]), "a column has no name of its own", "name it with AS")


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


def _unknown_names(tokens: Sequence[Token], file: str, words: Vocabulary) -> Iterator[Problem]:
    for index, token in enumerate(tokens):
        colon = token.kind == "sign" and token.text == ":" and token.inside != "{"
        test = token.upper == "IS" and index + 1 < len(tokens) and tokens[index + 1].upper not in NO_TYPE_TEST
        if not colon and not (test and is_name(tokens[index + 1])):
            continue
        what, known = _known_names(tokens, index, words)
        bar = token.inside != "[" or _in_arrow(tokens, index)
        for name in _named(tokens[index + 1 :], JOINS if bar else JOINS - {"|"}):
            if name.text not in known:
                remedy = did_you_mean(name.text, known, f"the model's {what}s are listed by `gronagraf schema`")
                yield Problem(_at(file, name), f"{quote(name.text)} is no {what} of the model", remedy)


def _known_names(tokens: Sequence[Token], index: int, words: Vocabulary) -> tuple[str, Sequence[str]]:
    if tokens[index].inside == "[" and _in_arrow(tokens, index):
        return "relation type", words.types
    opening = _opening(tokens, index, tokens[index].depth - 1)
    if tokens[index].inside == "(" and index - opening <= 2:
        return "label", words.labels
    return "label or relation type", (*words.labels, *words.types)


def _named(tokens: Sequence[Token], joins: frozenset[str]) -> Iterator[Token]:
    """The names of a label expression such as `A|B`, `A&!B` or `(A|B)`, which begins here."""
    opened, joined = 0, True
    for token in tokens:
        if is_name(token) and joined:
            joined = False
            yield token
        elif token.text in joins:
            joined = True
        elif token.text == "(" and joined:
            opened += 1
        elif token.text == ")" and opened:
            opened -= 1
        else:
            return


def _unknown_properties(tokens: Sequence[Token], file: str, words: Vocabulary) -> Iterator[Problem]:
    """A property that no type of the model has and that is no key of a map made in the query."""
    made = {
        token.text
        for index, token in enumerate(tokens)
        if is_name(token) and token.inside == "{" and _next(tokens, index) == ":"
    }
    for index, token in enumerate(tokens):
        # What a function answers with may be a date or a map: its parts are not the model's.
        after_dot = index > 1 and tokens[index - 1].text == "." and tokens[index - 2].text != ")"
        if (
            is_name(token)
            and after_dot
            and _next(tokens, index) != "("
            and token.text not in words.fields
            and token.text not in made
        ):
            remedy = did_you_mean(token.text, sorted(words.fields), "fields are listed by `gronagraf schema`")
            yield Problem(_at(file, token), f"no type of the model has a field {quote(token.text)}", remedy)
