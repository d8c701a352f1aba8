"""Nodes being made: ids that are stable and tell things apart, and rows that say more of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Node, Value
from gronagraf.importing.cells.rows import fold
from gronagraf.importing.cells.slugs import sum_of
from gronagraf.importing.leftovers import Leftovers
from gronagraf.schema import NAME
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
    """The id that a node would have, and the text that says which thing it is.

    With `each` every row is a thing of its own, and that two became one is told.
    """

    id: str
    thing: str
    each: bool = False


@dataclass(slots=True)
class Draft:
    """A node as far as it is known, and the first place that told of it."""

    label: str
    id: str
    facts: dict[str, Value]
    place: Place

    @property
    def called(self) -> str:
        """Its name, as names are compared."""
        return fold(str(self.facts.get(NAME.name, "")))


@dataclass(slots=True)
class Drafts:
    """The nodes that are made, by id; `taken` holds ids that belong to seeds that this one builds on."""

    left: Leftovers
    taken: Mapping[str, Node] = field(default_factory=dict)
    by_id: dict[str, Draft] = field(default_factory=dict)
    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    called: dict[tuple[str, str], Draft] = field(default_factory=dict)

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
            twin = self._twin(label, facts) if wish.each else None
            id_ = self.ids[key] = self._free(label, wish, place, twin)
            draft = self.by_id[id_] = Draft(label, id_, facts, place)
            if wish.each:
                self._tell_twin(draft, twin)
            return id_
        if known in self.by_id:
            draft = self.by_id[known]
            self._merge(draft, facts, place)
            if wish.each and draft.place is not place:
                what = f"is the same thing as {draft.place.file}:{draft.place.row}: became one node"
                self.left.add("merge", place.file, place.row, "", what, known)
        return known

    def _twin(self, label: str, facts: Mapping[str, Value]) -> Draft | None:
        """The first node of a type that has the name."""
        return self.called.get((label, fold(str(facts.get(NAME.name, "")))))

    def _tell_twin(self, draft: Draft, twin: Draft | None) -> None:
        """List a node that has the name of another; else let it be the first that has its name."""
        if twin is None:
            self.called[draft.label, draft.called] = draft
            return
        name, place = str(draft.facts.get(NAME.name, "")), draft.place
        what = f"{draft.id} has the name of {twin.id} ({twin.place.file}:{twin.place.row}) and another id in the file"
        self.left.add("twin", place.file, place.row, NAME.name, f"{what}: kept as two nodes, may be duplicates", name)

    def _free(self, label: str, wish: Wish, place: Place, twin: Draft | None) -> str:
        """The id wished for, or one of its own where another thing has it; that its twin has it is told otherwise."""
        if wish.id not in self.by_id and wish.id not in self.taken:
            return wish.id
        told = label + wish.thing
        while (id_ := f"{wish.id[:190]}_{sum_of(told)}") in self.by_id or id_ in self.taken:
            told += "'"
        owner = self.by_id.get(wish.id)
        if owner and twin and (owner.label, owner.called) == (label, twin.called):
            return id_
        other = f"{owner.place.file}:{owner.place.row}" if owner else "a seed"
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
