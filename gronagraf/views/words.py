"""Order, numbers and safe text for people: å ä ö after z, digits in groups, no character that steers a terminal."""

import math
import unicodedata
from collections.abc import Mapping

from gronagraf.schema import Language

NARROW_SPACE = "\u202f"
MINUS = "\u2212"
LETTERS: Mapping[str, str] = {
    "å": "{",
    "ä": "|",
    "ö": "}",
    "æ": "|",
    "ø": "}",
    "ü": "y",
    "ß": "ss",
    "þ": "th",
    "ð": "d",
}
STEERING = frozenset("\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def alphabetical(text: str) -> tuple[str, str]:
    """The key that sorts a text as in a Swedish word list: case aside, accents aside, å ä ö last."""
    letters = (LETTERS.get(c) or unicodedata.normalize("NFD", c)[0] for c in unicodedata.normalize("NFC", text).lower())
    return "".join(letters), text


def number(value: float, language: Language) -> str:
    """A number as people write it: digits in groups from five on (so that years stay whole), at most three decimals.

    Below 0.01 it keeps two digits that say something.
    """
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    whole, _, decimals = _plain(abs(value)).partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", NARROW_SPACE if language == "sv" else ",")
    point = "," if language == "sv" else "."
    sign = MINUS if value < 0 else ""
    return sign + whole + (point + decimals if decimals else "")


def _plain(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    decimals = 3 if value >= 0.01 else min(12, 1 - math.floor(math.log10(value)))
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") or "0"


def one_line(text: str) -> str:
    """A text that cannot move the cursor, colour the screen or turn the writing round: for a line of a table."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(_shown(c) for c in text)


def _shown(c: str) -> str:
    if c in "\n\r\t\x0b\x0c":
        return " "
    return "\ufffd" if c in STEERING or unicodedata.category(c) in ("Cc", "Cs") else c


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1
