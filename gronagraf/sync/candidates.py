"""Which names are worth comparing: those that share all words of one of them, and a few ways in beside that."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import product

from gronagraf.sync.forms import Form, initials
from gronagraf.sync.nearness import near_wholes, near_words, told_apart

MOST = 25
"""How many candidates one form is compared with, those with the fewest words first: beyond them hundreds share it."""


def near_stems(forms: Sequence[Form]) -> dict[str, dict[str, int]]:
    """For each stem in these forms the others that may be a misspelling of it, as they are or with their endings."""
    every = {(word.plain, word.stem, form.at) for form in forms for word in form.words.content}
    counts = Counter(text for text, _ in {(text, at) for plain, stem, at in every for text in (plain, stem)})
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for plain, stem, _ in every:
        stems[plain].add(stem)
        stems[stem].add(stem)
    near: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for one, others in near_words(counts).items():
        for other, distance in others.items():
            for a, b in product(stems[one], stems[other]):
                if a != b and not told_apart(a, b):
                    near[a][b] = min(distance, near[a].get(b, distance))
    return dict(near)


def by_words(forms: Sequence[Form], near: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of places among the forms where every word of the first, or one near it, stands in the second."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        places[form.stems].append(place)
    names = [stems for stems in places if stems]
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, stems in enumerate(names):
        for word in stems:
            holders[word].add(number)
    for stems in names:
        wanted = [[holders[each] for each in (word, *near.get(word, ())) if each in holders] for word in set(stems)]
        alike = nsmallest(MOST, _holding_all(wanted), key=lambda other: (len(names[other]), other))
        others = [place for other in alike for place in places[names[other]][:MOST]][: 2 * MOST]
        yield from ((one, other) for one in places[stems] for other in others if one != other)


def _holding_all(wanted: list[list[set[int]]]) -> set[int]:
    """The places that stand in a set of each list; the list with the fewest first, so that the rest is quick."""
    first, *others = sorted(wanted, key=lambda sets: sum(map(len, sets)))
    found = set().union(*first)
    for sets in others:
        if len(found) > 1:
            found = {place for place in found if any(place in each for each in sets)}
    return found


def by_whole(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pairs that are one text, or one letter from it, when their words are written together."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        places[form.squashed].append(place)
    near = near_wholes(places)
    for text, own in places.items():
        others = [*own, *(place for each in near.get(text, ()) for place in places[each])]
        for one in own:
            yield from ((one, other) for other in others[:MOST] if one != other)


def by_initials(forms: Sequence[Form]) -> tuple[list[tuple[int, int]], Counter[str]]:
    """Pairs of an abbreviation and a name with those initials, and how many nodes have each initials."""
    short = {form.abbreviation for form in forms} - {""}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        for letters in initials(form.text) & short:
            holders[letters].append(place)
    owners = Counter({letters: len({forms[place].at for place in places}) for letters, places in holders.items()})
    pairs = [
        (place, other)
        for place, form in enumerate(forms)
        if form.abbreviation
        for other in holders[form.abbreviation][:MOST]
    ]
    return pairs, owners
