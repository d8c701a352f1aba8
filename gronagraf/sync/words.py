"""A name as the words that tell it from others: case, accents, genitive, small words and legal forms set apart."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

Piece: TypeAlias = tuple[str, str]
SMALL = frozenset(
    ("i", "och", "for", "pa", "av", "med", "till", "vid", "om", "den", "det", "de", "en", "ett", "the", "of", "and")
)  # fmt: skip
GENERIC = frozenset(
    ("kommun", "lan", "natverk", "projekt", "forening", "stiftelse", "grupp", "process", "program", "organisation")
)  # fmt: skip
"""Words (stemmed) that say what sort of thing it is: one too many is no other thing."""
STEMS = {
    "kommunen": "kommun", "kommuner": "kommun", "lans": "lan", "lanet": "lan", "lanets": "lan", "natverket": "natverk",
    "projektet": "projekt", "foreningen": "forening", "stiftelsen": "stiftelse", "gruppen": "grupp",
    "processen": "process", "programmet": "program", "regionen": "region", "lansstyrelsen": "lansstyrelse",
    "lst": "lansstyrelse", "organisationen": "organisation",
}  # fmt: skip
"""What cannot be seen from the ending: definite forms of generic words, and what everybody writes short."""
LEGAL = {
    "ab": "ab", "aktiebolag": "ab", "aktiebolaget": "ab", "hb": "hb", "handelsbolag": "hb", "kb": "kb",
    "kommanditbolag": "kb", "publ": "", "inc": "ab", "ltd": "ab",
}  # fmt: skip
LEGAL_PAIRS = {
    "ekonomisk forening": "ef", "ekonomiska forening": "ef", "ek for": "ef", "ek forening": "ef",
    "ideell forening": "if", "ideella forening": "if",
}  # fmt: skip
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
LETTERS = str.maketrans({"æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ß": "ss", "đ": "d", "ł": "l"})
LONGEST = 500
PIECES = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written (case aside), without its accents, and without its genitive or definite ending."""

    written: str
    plain: str
    stem: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a name is made of; `legal` is its legal form, `numbers` every number, year and phase in it, sorted."""

    content: tuple[Word, ...]
    numbers: tuple[str, ...]
    legal: str
    legal_text: str
    small: tuple[Piece, ...]


def fold(text: str) -> str:
    """Lower case and without accents, å ä ö among them."""
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def words_of(text: str) -> Words:
    """The words of a name's first 500 letters in their order: what tells it from others, and what does not."""
    whole = unicodedata.normalize("NFC", text[:LONGEST]).casefold()
    pieces = [(piece, fold(piece)) for piece in PIECES.findall(whole)]
    pieces, legal, legal_text = _without_legal(pieces)
    numbers = tuple(sorted(_number(plain) for _, plain in pieces if plain[0].isdigit() or plain in ROMAN))
    rest = [(written, plain) for written, plain in pieces if not plain[0].isdigit() and plain not in ROMAN]
    small = tuple((written, plain) for written, plain in rest if plain in SMALL)
    content = tuple(Word(written, plain, stem(plain)) for written, plain in rest if plain not in SMALL)
    return Words(content, numbers, legal, legal_text, small)


def stem(plain: str) -> str:
    """A folded word without the s of its genitive, generic words also without their definite ending."""
    if known := STEMS.get(plain):
        return known
    shorter = plain[:-1] if len(plain) >= 5 and plain.endswith("s") and not plain.endswith("ss") else plain
    return STEMS.get(shorter, shorter)


def _number(plain: str) -> str:
    return ROMAN.get(plain) or plain.lstrip("0") or "0"


def _without_legal(pieces: list[Piece]) -> tuple[list[Piece], str, str]:
    """The pieces without words of legal form, the form and how it was written; a name of nothing else keeps them."""
    rest: list[Piece] = []
    forms: list[str] = []
    texts: list[str] = []
    at = 0
    while at < len(pieces):
        length, form = _legal_at([plain for _, plain in pieces[at : at + 2]])
        if form is None:
            rest.append(pieces[at])
        else:
            forms.append(form)
            texts.extend(written for written, _ in pieces[at : at + length])
        at += length
    return (rest, next(filter(None, forms), ""), " ".join(texts)) if rest else (pieces, "", "")


def _legal_at(plains: list[str]) -> tuple[int, str | None]:
    """How many of these two pieces are a legal form, and which one; None where the first is none."""
    pair = LEGAL_PAIRS.get(" ".join(plains))
    return (2, pair) if pair else (1, LEGAL.get(plains[0]))
