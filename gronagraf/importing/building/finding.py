"""Nodes found by what others call them: a key, an id, a name, a name that they are also known by."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Value
from gronagraf.importing.cells.rows import fold
from gronagraf.importing.mapping.rules import Find
from gronagraf.values import quote

ASIDE = re.compile(r" \([^()]*\)$")
ANY = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The id that was found, or why there is none; `missing` says that nothing answered at all."""

    id: str = ""
    why: str = ""
    missing: bool = False


@dataclass(slots=True)
class Names:
    """What nodes are called, by the way of finding them and their label: each text with the ids it may mean."""

    labels: dict[str, str] = field(default_factory=dict)
    words: dict[tuple[str, str], dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, label: str, id_: str, facts: Mapping[str, Value]) -> None:
        """Let a node be found by its id, its name and what it is also known as."""
        name = str(facts.get("name", ""))
        self.labels[id_] = label
        self._word("id", label, id_, id_)
        self._word("name", label, name, id_)
        self._word("casefold", label, fold(name), id_)
        for other in str(facts.get("also_known_as", "")).split(";"):
            self._word("also_known_as", label, fold(other), id_)
            self._word("also_known_as", label, fold(ASIDE.sub("", other.strip())), id_)

    def add_key(self, rule: str, key: str, id_: str) -> None:
        """Let a node be found by the key that its rule gives it."""
        self._word("key", rule, key, id_)

    def _word(self, way: str, owner: str, text: str, id_: str) -> None:
        if text:
            ids = self.words[way, owner].setdefault(text, [])
            if id_ not in ids:
                ids.append(id_)

    def find(self, find: Find, labels: Iterable[str], text: str) -> Found:
        """The node that a text means: the first way that answers counts, and several answers are none."""
        for way in find.by:
            owners = find.rules if way == "key" else dict.fromkeys((*labels, *find.labels))
            word = fold(text) if way in ("casefold", "also_known_as") else text
            ids = dict.fromkeys(id_ for owner in owners for id_ in self.words[way, owner].get(word, ()))
            if len(ids) == 1:
                return Found(next(iter(ids)))
            if ids:
                return Found(why=f"means {len(ids)} of the nodes: {', '.join(map(quote, list(ids)[:5]))}")
        return Found(why=f"was not found by {' or '.join(find.by)}", missing=True)
