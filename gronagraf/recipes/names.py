"""The names in the Cypher of a recipe or a free question: labels, relation types and fields that the model lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gronagraf.errors import Problem
from gronagraf.recipes.tokens import Token, in_arrow, is_name, opening_of, place, text_after, tokenize
from gronagraf.schema import Model
from gronagraf.values import did_you_mean, quote

NO_TYPE_TEST = frozenset({"NULL", "NOT", "TYPED", "NORMALIZED", "NFC", "NFD", "NFKC", "NFKD"})
JOINS = frozenset({"|", "&", "!", ":", "%"})
BEFORE_NODE = frozenset({"MATCH", "WHERE", "AND", "OR", "XOR", "NOT", ",", "-", ">", "=", "(", "[", "{"})
OWN_PROPERTIES = frozenset({"id", "seed"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query may name: labels, relation types, and the fields of any of them."""

    labels: tuple[str, ...]
    types: tuple[str, ...]
    fields: frozenset[str]


def vocabulary(model: Model) -> Vocabulary:
    fields = {field.name for _, field in model.fields()} | OWN_PROPERTIES
    return Vocabulary(tuple(model.labels), tuple(model.types), frozenset(fields))


def strangers(cypher: str, model: Model) -> tuple[Problem, ...]:
    """The labels, relation types and fields in a free question that the model lacks, each with what may be meant."""
    tokens, words = tokenize(cypher), vocabulary(model)
    found = (*unknown_names(tokens, "", words), *unknown_properties(tokens, "", words))
    return tuple(dict.fromkeys(replace(each, where="") for each in found))


def unknown_names(tokens: Sequence[Token], file: str, words: Vocabulary) -> Iterator[Problem]:
    for index, token in enumerate(tokens):
        colon = token.kind == "sign" and token.text == ":" and token.inside != "{"
        test = token.upper == "IS" and index + 1 < len(tokens) and tokens[index + 1].upper not in NO_TYPE_TEST
        if not colon and not (test and is_name(tokens[index + 1])):
            continue
        what, known = _known_names(tokens, index, words)
        bar = token.inside != "[" or in_arrow(tokens, index)
        for name in _named(tokens[index + 1 :], JOINS if bar else JOINS - {"|"}):
            if name.text not in known:
                remedy = did_you_mean(name.text, known, f"the model's {what}s are listed by `gronagraf schema`")
                yield Problem(place(file, name), f"{quote(name.text)} is no {what} of the model", remedy)


def _known_names(tokens: Sequence[Token], index: int, words: Vocabulary) -> tuple[str, Sequence[str]]:
    if tokens[index].inside == "[" and in_arrow(tokens, index):
        return "relation type", words.types
    opening = opening_of(tokens, index, tokens[index].depth - 1)
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


def unknown_properties(tokens: Sequence[Token], file: str, words: Vocabulary) -> Iterator[Problem]:
    """A property that no type of the model has and that is no key of a map made in the query."""
    keys = list(_keys(tokens))
    made = {token.text for token, is_property in keys if not is_property}
    for token, is_property in keys:
        if is_property and token.text not in words.fields:
            yield _stranger(token, file, words)
    for index, token in enumerate(tokens):
        # What a function answers with may be a date or a map: its parts are not the model's.
        after_dot = index > 1 and tokens[index - 1].text == "." and tokens[index - 2].text != ")"
        if (
            is_name(token)
            and after_dot
            and text_after(tokens, index) != "("
            and token.text not in words.fields
            and token.text not in made
        ):
            yield _stranger(token, file, words)


def _stranger(token: Token, file: str, words: Vocabulary) -> Problem:
    remedy = did_you_mean(token.text, sorted(words.fields), "fields are listed by `gronagraf schema`")
    return Problem(place(file, token), f"no type of the model has a field {quote(token.text)}", remedy)


def _keys(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Every key of a map, and whether the map stands in a pattern, where it is a property: `(a {name: 'X'})`."""
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "sign" and token.text in {"(", "[", "{"}:
            opened.append(index)
        elif token.kind == "sign" and token.text in {")", "]", "}"}:
            del opened[-1:]
        elif is_name(token) and token.inside == "{" and text_after(tokens, index) == ":" and opened:
            yield token, _in_pattern(tokens, opened)


def _in_pattern(tokens: Sequence[Token], opened: Sequence[int]) -> bool:
    """Whether the innermost of the opened brackets holds the properties of a node or of a relation."""
    outer, brace = opened[-2] if opened[1:] else 0, opened[-1]
    if outer == 0:
        return False
    before = tokens[outer - 1]
    if tokens[outer].text == "[":
        return before.text == "-"
    named = tokens[outer + 1 : brace]
    is_node = len(named) <= 1 or ":" in {named[0].text, named[1].text}
    return tokens[outer].text == "(" and is_node and (before.upper in BEFORE_NODE or before.text in BEFORE_NODE)
