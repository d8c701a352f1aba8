"""Nodes being made: ids that are stable and tell things apart, and rows that say more of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Node, Value
from gronagraf.importing.cells.slugs import sum_of
from gronagraf.importing.leftovers import Leftovers
from gronagraf.schema.fields import PROVENANCE
from gronagraf.values import quote

PROVENANCE_NAMES = frozenset(each.name for each in PROVENANCE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files something stands; `origin` is the name of the file alone, which the seed may tell."""

    file: str
    row: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """The id that a node would have, and the text that says which thing it is."""

    id: str
    thing: str


@dataclass(slots=True)
class Draft:
    """A node as far as it is known, and the first place that told of it."""

    label: str
    id: str
    facts: dict[str, Value]
    place: Place


@dataclass(slots=True)
class Drafts:
    """The nodes that are made, by id; `taken` holds ids that belong to seeds that this one builds on."""

    left: Leftovers
    taken: Mapping[str, Node] = field(default_factory=dict)
    by_id: dict[str, Draft] = field(default_factory=dict)
    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def id_of(self, label: str, wish: Wish) -> str:
        """The id of the node that was made of this wish, or an empty text."""
        return self.ids.get((label, wish.id, wish.thing), "")

    def use(self, label: str, wish: Wish, id_: str) -> None:
        """Let a wish mean a node that is there already."""
        self.ids[label, wish.id, wish.thing] = id_

    def add(self, label: str, wish: Wish, facts: dict[str, Value], place: Place) -> str:
        """Make a node, or add to the one that is the same thing; its id."""
        key = (label, wish.id, wish.thing)
        known = self.ids.get(key)
        if known is None:
            id_ = self.ids[key] = self._free(label, wish, place)
            self.by_id[id_] = Draft(label, id_, facts, place)
            return id_
        if known in self.by_id:
            self._merge(self.by_id[known], facts, place)
        return known

    def _free(self, label: str, wish: Wish, place: Place) -> str:
        """The id wished for, or one of its own where another thing has it."""
        if wish.id not in self.by_id and wish.id not in self.taken:
            return wish.id
        id_ = f"{wish.id[:190]}_{sum_of(label + wish.thing)}"
        other = (
            f"{self.by_id[wish.id].place.file}:{self.by_id[wish.id].place.row}" if wish.id in self.by_id else "a seed"
        )
        what = f"the id {quote(wish.id)} is that of another thing ({other}): became {quote(id_)}"
        self.left.add("clash", place.file, place.row, "id", what, wish.thing)
        return id_

    def _merge(self, draft: Draft, facts: dict[str, Value], place: Place) -> None:
        """Add what a later row says of the same thing; where it says otherwise, the first stays and it is listed."""
        for name, value in facts.items():
            first = draft.facts.setdefault(name, value)
            if first != value and name not in PROVENANCE_NAMES:
                where = f"{draft.place.file}:{draft.place.row}"
                what = f"{draft.id} has another {name} already ({quote(str(first))}, {where}): kept"
                self.left.add("clash", place.file, place.row, name, what, str(value))
