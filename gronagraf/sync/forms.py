"""The forms in which one thing may be named: its name, what else it is called, its abbreviation, its short title."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gronagraf.graph import Node
from gronagraf.sync.words import LEGAL, LONGEST, SMALL, Words, fold, words_of

Sort = Literal["name", "alias", "short"]
ALIASES = "also_known_as"
PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
FORMER = re.compile(r"^(?:tidigare|senare|f\.?\s?d\.?|förut|även|formerly|later|also)\s+(.+)$", re.IGNORECASE)
LATER_NOTE = re.compile(r"\s*\((?:tidigare|senare|f\.?\s?d\.?|formerly|later)[^()]*\)\s*$", re.IGNORECASE)
ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9/&-]{1,7}")
MOST = 50
SUBTITLE = re.compile(r"\s+[–—-]\s+|:\s+")


@dataclass(frozen=True)
class Form:
    """One way to name the node at the place `at`; `qualifier` is what stands in parentheses and is no other name."""

    at: int
    sort: Sort
    text: str
    words: Words
    qualifier: frozenset[str]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words.content)

    @cached_property
    def squashed(self) -> str:
        return "".join(word.plain for word in self.words.content)

    @property
    def abbreviation(self) -> str:
        """The letters of a form that is an abbreviation, else an empty text."""
        letters = self.text.strip()
        return letters if ABBREVIATION.fullmatch(letters) and letters.isalpha() else ""


def forms_of(nodes: Iterable[Node]) -> list[Form]:
    """Every form of every node, by place; a short title only where no other name begins with it."""
    found = [form for at, node in enumerate(nodes) for form in _forms(at, node)]
    shared = Counter(form.stems for form in found if form.sort == "short")
    return [form for form in found if form.sort != "short" or (shared[form.stems] == 1 and form.stems)]


def initials(text: str) -> frozenset[str]:
    """The abbreviations that a name of three words or more may have: with and without small words and legal form."""
    words = re.findall(r"[^\W\d_]+", PARENTHESIS.sub("", text))
    big = [word for word in words if fold(word) not in SMALL]
    bare = [word for word in big if word.casefold() not in LEGAL]
    firsts = {"".join(word[0] for word in each) for each in (words, big, bare) if len(each) >= 3}
    with_form = {"".join(word[0] for word in bare) + "AB"} if len(big) > len(bare) >= 2 else set()
    return frozenset(letters.upper() for letters in firsts | with_form)


def _forms(at: int, node: Node) -> Iterator[Form]:
    main, aliases, qualifier = _apart(node.name[:LONGEST])
    yield Form(at, "name", main, words_of(main), qualifier)
    for each in str(node.facts.get(ALIASES, "")).split(";")[:MOST]:
        if text := LATER_NOTE.sub("", each).strip():
            aliases.append(text)
    for text in dict.fromkeys(aliases):
        yield Form(at, "alias", text, words_of(text), frozenset())
    head, *rest = SUBTITLE.split(main, maxsplit=1)
    if rest and head.strip():
        yield Form(at, "short", head, words_of(head), qualifier)


def _apart(name: str) -> tuple[str, list[str], frozenset[str]]:
    """A name without its parentheses, the other names in them, and the words of the rest of them."""
    aliases, qualifier = [], set()
    for text in PARENTHESIS.findall(name):
        if former := FORMER.match(text.strip()):
            aliases.append(former[1])
        elif ABBREVIATION.fullmatch(text.strip()):
            aliases.append(text.strip())
        else:
            words = words_of(text)
            qualifier |= {word.stem for word in words.content} | set(words.numbers)
            qualifier |= {words.legal} if words.legal and not words.content else set()
    main = PARENTHESIS.sub("", name).strip()
    return (main, aliases, frozenset(qualifier)) if fold(main) else (name, [], frozenset())
