"""Ids made of names: stable, readable, in plain letters where the name has Latin ones."""

import hashlib
import re
import unicodedata

LONGEST = 80
ACCENTS = re.compile("[\u0300-\u036f]+")
NO_LETTER = re.compile(r"[\W_]+")
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


def slug(text: str) -> str:
    """A name in lower case with `_` between its words: å and ä as a, ö as o, other accents gone; empty if no letter."""
    plain = text.casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.translate(LETTERS))
        plain = unicodedata.normalize("NFC", ACCENTS.sub("", apart))
    return NO_LETTER.sub("_", plain).strip("_")


def shortened(made: str, whole: str) -> str:
    """A long id cut at a word, with a sum of the whole text it was made of, so that it is still its own."""
    if len(made) <= LONGEST:
        return made
    return f"{made[:LONGEST].rpartition('_')[0] or made[:LONGEST]}_{sum_of(whole)}"


def sum_of(text: str) -> str:
    """Six signs that depend on the text and nothing else."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]
