"""How alike two names are: a score that begins at 100, and each difference with the points that it costs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gronagraf.sync.forms import Form, initials
from gronagraf.sync.words import GENERIC, Word

COSTS: Mapping[str, int] = {
    "case": 1,
    "accents": 3,
    "genitive": 2,
    "small": 3,
    "order": 3,
    "apart": 4,
    "legal_written": 2,
    "legal_missing": 5,
    "legal_other": 30,
    "alias": 3,
    "short_title": 6,
    "parenthesis": 4,
    "parenthesis_other": 30,
    "generic": 8,
    "more": 30,
}
SPELLING = (0, 5, 9, 14)
"""What one, two and three letters of difference cost; more of them make another name."""
ABBREVIATED = 82
ABBREVIATED_LONG = 86
UNSURE = 10
"""What an abbreviation of three letters loses where several names have those initials."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score of 0 to 100 with the reasons: codes of what is the same or differs, the least of it first."""

    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of two names are the same: pairs, what each has beyond them, and the letters that differ."""

    pairs: tuple[tuple[Word, Word], ...]
    more: tuple[Word, ...]
    other_more: tuple[Word, ...]
    letters: int


def likeness(one: Form, other: Form, near: Mapping[str, Mapping[str, int]]) -> Likeness | None:
    """How alike two forms are, None where they name different things: other numbers, or own words on both sides."""
    if "short" in (one.sort, other.sort) and (one.sort, other.sort) != ("short", "name") != (other.sort, one.sort):
        return None
    if one.words.numbers != other.words.numbers:
        return None
    aligned = align(one.words.content, other.words.content, near)
    apart = bool(aligned.more and aligned.other_more)
    if apart and not _written_apart(one, other):
        return None
    if apart:
        aligned = Alignment((), (), (), int(one.squashed != other.squashed))
    if aligned.letters >= len(SPELLING) or not (one.words.content or one.words.numbers):
        return None
    reasons = [*_differences(one, other, aligned), *(("apart",) if apart else ())]
    cost = SPELLING[aligned.letters] + sum(COSTS[reason] for reason in reasons)
    spelled = ("spelling",) if aligned.letters else ()
    told = (*dict.fromkeys(reasons), *spelled)
    return Likeness(max(0, 100 - cost), told or ("same",))


def abbreviated(short: Form, whole: Form, owners: int) -> Likeness | None:
    """Whether an abbreviation stands for a name; `owners` is how many names have those initials."""
    letters = short.abbreviation
    if len(letters) < 3 or letters not in initials(whole.text):
        return None
    score = ABBREVIATED if len(letters) == 3 else ABBREVIATED_LONG
    return Likeness(score - (UNSURE if owners > 1 else 0), ("initials",))


def align(one: tuple[Word, ...], other: tuple[Word, ...], near: Mapping[str, Mapping[str, int]]) -> Alignment:
    """Pair the words of two names: first those with one stem, then those that may be misspellings of each other."""
    free: defaultdict[str, list[Word]] = defaultdict(list)
    for word in other:
        free[word.stem].append(word)
    pairs, left = [], []
    for word in one:
        if free.get(word.stem):
            pairs.append((word, free[word.stem].pop(0)))
        else:
            left.append(word)
    more, letters = [], 0
    for word in left:
        found = next((each for each in sorted(near.get(word.stem, ())) if free.get(each)), "")
        if found:
            pairs.append((word, free[found].pop(0)))
            letters += near[word.stem][found]
        else:
            more.append(word)
    return Alignment(tuple(pairs), tuple(more), tuple(word for rest in free.values() for word in rest), letters)


def _written_apart(one: Form, other: Form) -> bool:
    """Whether two names are one but for where words are split, and a letter at most."""
    if len(one.words.content) == len(other.words.content):
        return False
    return one.squashed == other.squashed or _one_letter_apart(one.squashed, other.squashed)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one of two longer texts is the other with a letter taken out."""
    short, long = sorted((one, other), key=len)
    if len(short) < 8 or len(long) != len(short) + 1:
        return False
    at = next((place for place, letter in enumerate(short) if long[place] != letter), len(short))
    return long[at + 1 :] == short[at:]


def _differences(one: Form, other: Form, aligned: Alignment) -> Iterator[str]:
    """Every difference but spelling, by its code; generic words and others beyond the pairs one by one."""
    same = [(a, b) for a, b in aligned.pairs if a.stem == b.stem]
    small, other_small = ([plain for _, plain in form.words.small] for form in (one, other))
    written = small == other_small and one.words.small != other.words.small
    if written or any(a.plain == b.plain and a.written != b.written for a, b in same):
        yield "accents"
    if any(a.plain != b.plain for a, b in same):
        yield "genitive"
    if _order(one, aligned, 0) != _order(other, aligned, 1):
        yield "order"
    if small != other_small:
        yield "small"
    yield from _legal(one, other)
    yield from _around(one, other)
    for word in (*aligned.more, *aligned.other_more):
        yield "generic" if word.stem in GENERIC else "more"
    if not aligned.letters and one.text != other.text and _alike_but_for_signs(one, other):
        yield "case"


def _alike_but_for_signs(one: Form, other: Form) -> bool:
    words = [[word.written for word in each.words.content] for each in (one, other)]
    beside = [(each.words.legal_text, each.words.small) for each in (one, other)]
    return words[0] == words[1] and beside[0] == beside[1]


def _order(form: Form, aligned: Alignment, side: int) -> list[int]:
    """The pairs in the order in which this side names them."""
    places = {id(pair[side]): number for number, pair in enumerate(aligned.pairs)}
    return [places[id(word)] for word in form.words.content if id(word) in places]


def _legal(one: Form, other: Form) -> Iterator[str]:
    first, second = one.words, other.words
    if first.legal and second.legal and first.legal != second.legal:
        yield "legal_other"
    elif bool(first.legal) != bool(second.legal):
        yield "legal_missing"
    elif first.legal_text != second.legal_text:
        yield "legal_written"


def _around(one: Form, other: Form) -> Iterator[str]:
    if "alias" in (one.sort, other.sort):
        yield "alias"
    if "short" in (one.sort, other.sort):
        yield "short_title"
    if one.qualifier and other.qualifier and one.qualifier != other.qualifier:
        yield "parenthesis_other"
    elif one.qualifier != other.qualifier and "alias" not in (one.sort, other.sort):
        yield "parenthesis"
