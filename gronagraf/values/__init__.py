"""Text into typed values, the same way for seed cells, recipe parameters and the command line."""

import datetime as dt
import difflib
import math
import re
from collections.abc import Callable, Iterable, Mapping

from gronagraf.graph import Value
from gronagraf.schema import Kind
from gronagraf.values.identifiers import IDENTIFIERS
from gronagraf.values.unreadable import UnreadableValueError, quote

__all__ = [
    "CONTROL",
    "ID_PATTERN",
    "LONGEST_ID",
    "UnreadableValueError",
    "did_you_mean",
    "holds",
    "is_before",
    "is_text",
    "nearest",
    "overlaps",
    "parse",
    "parse_id",
    "quote",
]

LONGEST_ID = 200
SHORT = 7
"""Words of so few letters share some by chance, and must be more alike for one to be meant by the other."""
SPACES = re.compile("[ \u00a0\u2007\u2009\u202f]+")  # ordinary, no-break, figure, thin and narrow no-break space
NUMBER_PATTERN = re.compile(r"[+-]? ?(\d+|\d{1,3}( \d{3})+)([.,]\d+)?([eE][+-]?\d+)?", re.ASCII)
DATE_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ID_PATTERN = re.compile(r"[\w.:-]+")
FORMULA = re.compile(r"[\s\0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠\t\r]")
TRUE = frozenset({"true", "yes", "ja", "sant", "1"})
FALSE = frozenset({"false", "no", "nej", "falskt", "0"})


def parse(kind: Kind, text: str) -> Value:
    """The value that a non-empty text stands for. Raises UnreadableValueError."""
    return PARSERS[kind.name](kind, text.strip())


def is_text(text: str) -> bool:
    """Whether a text from outside is text all through, and not bytes that could not be read as such."""
    return not any("\ud800" <= c <= "\udfff" for c in text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that opens a file of text may take this one for a formula, and run it.

    So begin `=`, `+`, `-`, `@`, their wide twins, and a tab or a carriage return, also behind blanks and what
    has no width (OWASP, CSV Injection). A number is no text: what is known to be one need not be asked about.
    """
    return FORMULA.match(text) is not None


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, case aside, or an empty text when none is."""
    if len(word) > LONGEST_ID:
        return ""
    cased = {each.casefold(): each for each in reversed(list(known))}
    alike = 0.65 if len(word) <= SHORT else 0.6
    return next((cased[near] for near in difflib.get_close_matches(word.casefold(), cased, 1, alike)), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for a word that is not among the known ones."""
    near = nearest(word, known)
    return f"did you mean {quote(near)}?" if near else otherwise


def overlaps(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two periods of ISO dates at any precision share a day; an empty end is open."""
    (from_a, to_a), (from_b, to_b) = first, second
    return not (from_a and to_b and _begins_after(from_a, to_b)) and not (
        from_b and to_a and _begins_after(from_b, to_a)
    )


def holds(facts: Mapping[str, Value], at: str | None, start: str, end: str) -> bool:
    """Whether what is dated by these two fields holds on a day, or over all time; what is undated always holds."""
    return at is None or overlaps((str(facts.get(start, "")), str(facts.get(end, ""))), (at, at))


def is_before(earlier: str, later: str) -> bool:
    """Whether one ISO date ends before another begins; `2018` is not before `2018-01-17`, nor the other way round."""
    return earlier[: len(later)] < later[: len(earlier)]


def _begins_after(start: str, end: str) -> bool:
    return is_before(end, start)


def _text(kind: Kind, text: str) -> Value:
    return IDENTIFIERS[kind.scheme](text) if kind.scheme else text


def _number(text: str, whole: str) -> float:
    plain = SPACES.sub(" ", text).replace("−", "-")
    if not NUMBER_PATTERN.fullmatch(plain):
        raise UnreadableValueError(f"{quote(text)} is not a {whole}", "write digits only, with no unit")
    number = float(plain.replace(" ", "").replace(",", "."))
    if not math.isfinite(number):
        raise UnreadableValueError(f"{quote(text)} is too large", "give a finite number")
    return number


def _bounded(kind: Kind, text: str, number: float) -> None:
    low = -math.inf if kind.lowest is None else kind.lowest
    high = math.inf if kind.highest is None else kind.highest
    if low <= number <= high:
        return
    if math.isinf(low) or math.isinf(high):
        what, limit = ("above", high) if math.isinf(low) else ("below", low)
        raise UnreadableValueError(f"{quote(text)} is {what} {limit:g}", "give a value within the bound")
    raise UnreadableValueError(f"{quote(text)} is outside {low:g} to {high:g}", "give a value between them")


def _parse_number(kind: Kind, text: str) -> Value:
    number = _number(text, "number")
    _bounded(kind, text, number)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _parse_integer(kind: Kind, text: str) -> Value:
    number = _number(text, "whole number")
    if not number.is_integer():
        raise UnreadableValueError(f"{quote(text)} is not a whole number", "leave out the decimals")
    if abs(number) >= 2**53:
        raise UnreadableValueError(f"{quote(text)} is too large", "give a smaller number")
    _bounded(kind, text, number)
    return int(number)


def _parse_date(_: Kind, text: str) -> Value:
    match = DATE_PATTERN.fullmatch(text)
    if (moment := MOMENT.fullmatch(text)) and text.isascii():
        raise UnreadableValueError(f"{quote(text)} is not a date: it has a time of day", f"write {moment[1]}")
    if not match or not text.isascii():
        raise UnreadableValueError(f"{quote(text)} is not a date", "write 2018, 2018-01 or 2018-01-17")
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        raise UnreadableValueError(f"{quote(text)} does not exist", "check year, month and day") from None
    return text


def _parse_boolean(_: Kind, text: str) -> Value:
    word = text.casefold()
    if word not in TRUE | FALSE:
        raise UnreadableValueError(f"{quote(text)} is neither true nor false", "write true or false (ja or nej)")
    return word in TRUE


def _parse_choice(kind: Kind, text: str) -> Value:
    if text not in kind.values:
        raise UnreadableValueError(f"{quote(text)} is not one of the choices", lambda: _nearest_choice(kind, text))
    return text


def _nearest_choice(kind: Kind, text: str) -> str:
    """The remedy for a text that is no choice: the one that it looks like, in the data or in either language."""
    words = {word.casefold(): each.value for each in kind.choices for word in (each.term.sv, each.term.en)}
    words |= {value.casefold(): value for value in kind.values}
    near = nearest(text, words)
    return f"did you mean {quote(words[near])}?" if near else f"choose among {', '.join(kind.values)}"


def parse_id(_: Kind, text: str) -> Value:
    """An id: letters, digits and `_ . : -`, at most 200 characters. Raises UnreadableValueError."""
    if len(text) > LONGEST_ID:
        raise UnreadableValueError(f"{quote(text)} has {len(text)} characters", f"an id has at most {LONGEST_ID}")
    if not ID_PATTERN.fullmatch(text):
        raise UnreadableValueError(f"{quote(text)} is not an id", "use letters, digits and _ . : - only")
    return text


PARSERS: Mapping[str, Callable[[Kind, str], Value]] = {
    "text": _text,
    "number": _parse_number,
    "integer": _parse_integer,
    "date": _parse_date,
    "boolean": _parse_boolean,
    "choice": _parse_choice,
    "reference": parse_id,
}
