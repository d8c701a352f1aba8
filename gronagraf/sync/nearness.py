"""Which words of a vocabulary may be misspellings of each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST, LONG, LONGEST = 5, 9, 60
CROWD = 400
OFTEN = 40
FAMILY = 25
DIRECTIONS = (
    "soder", "sodra", "norr", "norra", "oster", "ostra", "vaster", "vastra", "over", "neder", "nord", "syd", "ost",
    "vast", "stor", "lill", "ny", "gammal", "inre", "yttre", "hog", "lag",
)  # fmt: skip
TOLD_APART = frozenset((
    "linkoping", "lidkoping", "enkoping", "nykoping", "norrkoping", "jonkoping", "soderkoping", "falkoping", "avesta",
    "alvesta", "karlskoga", "karlskrona", "sollentuna", "vallentuna",
))  # fmt: skip
"""Municipalities whose names differ by two letters or fewer."""


def near_words(counts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """For each word the others that it may be a misspelling of, with the letters between (optimal string alignment).

    One letter from five letters on, two from nine. Two words that both occur more than once, and neither of them far
    more often than the other, are words of their own.
    """
    near: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for one, other, distance in _pairs([word for word in counts if SHORTEST <= len(word) <= LONGEST]):
        few, many = sorted((counts[one], counts[other]))
        if few == 1 or few * OFTEN <= many:
            near[one][other] = near[other][one] = distance
    codes = {word for word, others in near.items() if len(others) > FAMILY}
    return {
        word: {other: distance for other, distance in others.items() if other not in codes}
        for word, others in near.items()
        if word not in codes
    }


def near_wholes(texts: Iterable[str]) -> dict[str, list[str]]:
    """For each text the others at one letter from it."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in _one_letter(sorted({text for text in texts if LONG - 1 <= len(text) <= 2 * LONGEST})):
        near[one].append(other)
        near[other].append(one)
    return dict(near)


def _pairs(words: list[str]) -> Iterator[tuple[str, str, int]]:
    seen = set()
    for one, other in _one_letter(words):
        seen.add((one, other))
        yield one, other, 1
    for bucket in _buckets(word for word in words if len(word) >= LONG):
        for at, word in enumerate(bucket):
            for other, distance, _ in process.extract(
                word, bucket[at + 1 :], scorer=OSA.distance, score_cutoff=2, limit=None
            ):
                pair = (min(word, other), max(word, other))
                if distance and pair not in seen:
                    seen.add(pair)
                    yield *pair, int(distance)


def _one_letter(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs at a distance of one: they become one and the same when a letter is taken out of one or of both."""
    shapes: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for shape in {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}:
            shapes[shape].append(word)
    found = set()
    for group in shapes.values():
        for one, other in combinations(sorted(group), 2):
            if (one, other) not in found and OSA.distance(one, other, score_cutoff=1) == 1:
                found.add((one, other))
                yield one, other


def _buckets(words: Iterable[str]) -> Iterator[list[str]]:
    """Long words that begin or end alike: two letters' difference leaves one of the ends whole, mostly."""
    ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for word in words:
        ends["begin", word[:4]].append(word)
        ends["end", word[-5:]].append(word)
    return (sorted(bucket) for bucket in ends.values() if 1 < len(bucket) <= CROWD)


def told_apart(one: str, other: str) -> bool:
    """Whether two words like each other are known to be different: two places, or two directions of one place."""
    if one in TOLD_APART and other in TOLD_APART:
        return True
    if not (one.startswith(DIRECTIONS) and other.startswith(DIRECTIONS)):
        return False
    rests = ((first, one.removeprefix(first)) for first in DIRECTIONS if one.startswith(first))
    return any(
        other.endswith(rest) and (second := other.removesuffix(rest)) != first and second in DIRECTIONS
        for first, rest in rests
    )
