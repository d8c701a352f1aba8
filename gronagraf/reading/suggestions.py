"""The known word that somebody may have meant, without letting a large graph make it slow."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from gronagraf.schema import EdgeType, Model, NodeType
from gronagraf.values import LONGEST_ID, nearest, quote

ALWAYS = 3
COMPARISONS = 200_000


def meant(word: str, names: Mapping[str, str]) -> str:
    """The value of the name most like this word, or an empty text; names are compared without regard to case."""
    near = nearest(word.strip().casefold(), names)
    return names.get(near, "")


def file_names(model: Model) -> dict[str, str]:
    """File name for each word that somebody may give a table: its own name and its terms."""
    names: dict[str, str] = {}
    for kind in model.all:
        plural = (kind.plural.sv, kind.plural.en) if isinstance(kind, NodeType) else ()
        for word in (kind.term.sv, kind.term.en, *plural):
            names.setdefault(word.casefold().replace(" ", "_"), kind.file)
    return names | {file: file for file in model.files}


def column_names(kind: NodeType | EdgeType) -> dict[str, str]:
    """Column for each word that somebody may give one: its own name and its terms."""
    names: dict[str, str] = {}
    for field_ in kind.columns.values():
        for word in (field_.term.sv, field_.term.en):
            names.setdefault(word.casefold(), field_.name)
    if isinstance(kind, EdgeType):
        names |= {"från": "from", "till": "to"}
    return names | {name: name for name in kind.header}


@dataclass(slots=True)
class NearIds:
    """Near misses among ids; searches stop when they have cost 200,000 comparisons, but three are always made."""

    left: int = COMPARISONS
    made: int = 0
    found: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def remedy(self, word: str, labels: tuple[str, ...], ids: Callable[[], Iterable[str]], otherwise: str) -> str:
        """The remedy for an id that no node with one of these labels has; `ids` gives theirs."""
        if (word, labels) not in self.found:
            self.found[word, labels] = self._search(word, ids)
        near = self.found[word, labels]
        return f"did you mean {quote(near)}?" if near else otherwise

    def _search(self, word: str, ids: Callable[[], Iterable[str]]) -> str:
        if len(word) > LONGEST_ID or (self.left <= 0 and self.made >= ALWAYS):
            return ""
        reach = max(2, len(word) // 4)
        alike = [each for each in ids() if abs(len(each) - len(word)) <= reach]
        self.made += 1
        self.left -= len(alike)
        return next(islice(difflib.get_close_matches(word, alike, 1, 0.6), 1), "")
