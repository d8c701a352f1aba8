"""What is known of ids: the nodes of a seed and of those it extends, and whether a cell may name one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gronagraf.graph import Node
from gronagraf.reading.places import Places
from gronagraf.reading.report import Report
from gronagraf.reading.suggestions import NearIds
from gronagraf.schema import Model
from gronagraf.values import quote


@dataclass(slots=True)
class Register:
    """The nodes of a seed by id, where each stands, and which ids and labels could not be read."""

    nodes: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    places: dict[tuple[str, str], Places] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def place(self, node: Node, column: str = "") -> str:
        """The line or cell of a node, or the name of its seed when it was not read from a table."""
        line = self.lines.get(node.id, 0)
        return self.places[node.seed, node.label].place(line, column) if line else f"the seed {quote(node.seed)}"


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a seed may name: its own and those of the seeds that it extends.

    `words` gives the English word for each label; `whole` says that all the seeds were found.
    """

    own: Register
    others: Register
    words: Mapping[str, str]
    whole: bool = True
    near: NearIds = field(default_factory=NearIds)

    def get(self, id_: str) -> Node | None:
        return self.own.nodes.get(id_) or self.others.nodes.get(id_)

    def a(self, label: str) -> str:
        """The word for a label with its article: `an actor`."""
        word = self.words[label]
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"

    def place(self, node: Node) -> str:
        return (self.own if node.id in self.own.nodes else self.others).place(node)

    def excused(self, id_: str, labels: Iterable[str]) -> bool:
        """Whether an id that is unknown or of another type may be the consequence of something else reported."""
        return not self.whole or id_ in self.own.broken or not self.own.unread.isdisjoint(labels)

    def ids(self, labels: Iterable[str]) -> Iterator[str]:
        wanted = set(labels)
        for register in (self.own, self.others):
            yield from (node.id for node in register.nodes.values() if node.label in wanted)

    def resolve(self, id_: str, labels: Sequence[str], where: str, report: Report) -> Node | None:
        """The node that a cell names; None, reported, when there is none or it has none of these labels."""
        node = self.get(id_)
        if node is None and not self.excused(id_, labels):
            what = f"no {either(self.words[label] for label in labels)} has the id {quote(id_)}"
            report.add(
                where, what, self.near.remedy(id_, tuple(labels), lambda: self.ids(labels), "add it or mend the id")
            )
        elif node is not None and node.label not in labels:
            if id_ not in self.own.broken:
                what = f"{quote(id_)} is {self.a(node.label)} ({self.place(node)})"
                report.add(where, what, f"give the id of {either(map(self.a, labels))}")
            return None
        return node


def either(words: Iterable[str]) -> str:
    return " or ".join(words)


def check_references(model: Model, known: Known, report: Report) -> None:
    """Report cells of nodes that name an id which does not exist or has another label."""
    fields = {node.label: [each for each in node.columns.values() if each.kind.labels] for node in model.nodes}
    for node in known.own.nodes.values():
        for each in fields[node.label]:
            if each.name in node.facts:
                where = known.own.place(node, each.name)
                known.resolve(str(node.facts[each.name]), each.kind.labels, where, report)
