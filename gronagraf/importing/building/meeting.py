"""Nodes of extended seeds that rows mean: met instead of made, and what the rows say beyond them is listed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Node, Value
from gronagraf.importing.building.drafts import PROVENANCE_NAMES, Place, Wish
from gronagraf.importing.building.makers import NodeMaker, Sought
from gronagraf.importing.leftovers import Leftovers
from gronagraf.schema import NAME
from gronagraf.values import quote


@dataclass(frozen=True, slots=True)
class Further:
    """A node of another seed that a field of a met node would have to name."""

    id: str
    field: str
    sought: Sought
    place: Place


@dataclass(slots=True)
class Met:
    """The nodes of extended seeds, by id; those that were met, and what was told of them."""

    nodes: Mapping[str, Node]
    left: Leftovers
    first: dict[str, Place] = field(default_factory=dict)
    by_id: set[str] = field(default_factory=set)
    further: list[Further] = field(default_factory=list)
    told: set[tuple[str, str, str]] = field(default_factory=set)

    def meet(self, id_: str, way: str) -> None:
        """Note whether it was its id that told which node a row means; else it was its name."""
        if way == "id":
            self.by_id.add(id_)

    def add(self, id_: str, wish: Wish, place: Place) -> None:
        """Note a row that means a node, and list it where it is a thing of its own and another row meant that too."""
        first = self.first.setdefault(id_, place)
        if wish.each and first is not place:
            what = f"means {id_} of the seed {self.nodes[id_].seed}, as {first.file}:{first.row} does: became one node"
            self.left.add("merge", place.file, place.row, "", what, wish.id)

    def compare(self, id_: str, maker: NodeMaker, facts: Mapping[str, Value], place: Place) -> None:
        """List what a row says of a node and the node does not say itself; the name that it was met by is no news."""
        columns = {each.fact.name: each.column for each in maker.fields}
        for name, value in facts.items():
            if name not in PROVENANCE_NAMES and (name != NAME.name or id_ in self.by_id):
                self.tell(id_, name, value, columns.get(name, ""), place)

    def tell(self, id_: str, name: str, value: Value, column: str, place: Place) -> None:
        """List a value unless the node holds it, once however many rows say it."""
        node = self.nodes[id_]
        held = node.facts.get(name)
        if held == value or (id_, name, str(value)) in self.told:
            return
        self.told.add((id_, name, str(value)))
        lacks = f"lacks {name}" if held is None else f"has another {name} ({quote(str(held))})"
        what = f"{id_} of the seed {node.seed} {lacks}: not carried over"
        self.left.add("met", place.file, place.row, column or name, what, str(value))
