"""A graph as the verdict walks it: neighbours by relation type and direction, at one day or over all time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from gronagraf.graph import Edge, Graph, Node
from gronagraf.values import holds


class Index:
    """Nodes and relations that hold at a day, where one is given; what is undated always holds.

    `stated_only` leaves out what is inferred. A type that loses a row so is then no longer covered by its seed: what
    only an inference tells of is unknown, not missing.
    """

    def __init__(self, graph: Graph, at: str | None = None, *, stated_only: bool = False) -> None:
        self.at = at
        self.links = self.inferred = 0
        doubted: set[tuple[str, str]] = set()
        if stated_only:
            doubted |= {(node.seed, node.label) for node in graph.nodes if _is_inferred(node)}
            doubted |= {(edge.seed, edge.type) for edge in graph.edges if _is_inferred(edge)}
        self._nodes = {
            node.id: node
            for node in graph.nodes
            if holds(node.facts, at, "valid_from", "valid_to") and not (stated_only and _is_inferred(node))
        }
        self._out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._into: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._touching: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            ends = edge.start in self._nodes and edge.end in self._nodes
            if ends and holds(edge.facts, at, "since", "until") and not (stated_only and _is_inferred(edge)):
                self.links += 1
                self.inferred += _is_inferred(edge)
                self._out[edge.type, edge.start].append(edge)
                self._into[edge.type, edge.end].append(edge)
                self._touching[edge.start].append(edge)
                self._touching[edge.end].append(edge)
        self._complete = {
            seed.name: frozenset(each for each in seed.complete if (seed.name, each) not in doubted)
            for seed in graph.seeds
        }

    def get(self, id_: str) -> Node | None:
        return self._nodes.get(id_)

    def of(self, label: str) -> list[Node]:
        return [node for node in self._nodes.values() if node.label == label]

    def out(self, node: Node, relation: str) -> list[Edge]:
        """The relations of a type that start in a node."""
        return self._out.get((relation, node.id), [])

    def into(self, node: Node, relation: str) -> list[Edge]:
        """The relations of a type that end in a node."""
        return self._into.get((relation, node.id), [])

    def ahead(self, node: Node, relation: str, *labels: str) -> list[Node]:
        """The nodes that a relation leads to, once each; of these labels where any are named."""
        return self._distinct((edge.end for edge in self.out(node, relation)), labels)

    def behind(self, node: Node, relation: str, *labels: str) -> list[Node]:
        """The nodes that a relation comes from, once each; of these labels where any are named."""
        return self._distinct((edge.start for edge in self.into(node, relation)), labels)

    def below(self, goal: Node) -> list[Node]:
        """A node and all that are part of it, in any number of steps."""
        return self.closure([goal], "PART_OF", forward=False)

    def above(self, goal: Node) -> list[Node]:
        """A node and all that it is part of, nearest first."""
        return self.closure([goal], "PART_OF", forward=True)

    def closure(self, start: Iterable[Node], relation: str, *, forward: bool) -> list[Node]:
        """These nodes and all that can be reached by a relation, nearest first; circles end."""
        found = {node.id: node for node in start}
        waiting = list(found.values())
        for node in waiting:
            for other in self.ahead(node, relation) if forward else self.behind(node, relation):
                if other.id not in found:
                    found[other.id] = other
                    waiting.append(other)
        return list(found.values())

    def neighbours(self, node: Node) -> list[Node]:
        """All nodes that any relation joins to this one, once each."""
        ends = (end for edge in self._touching.get(node.id, ()) for end in (edge.start, edge.end))
        return [other for other in self._distinct(ends, ()) if other.id != node.id]

    def degree(self, node: Node) -> int:
        return len(self._touching.get(node.id, ()))

    def covers(self, node: Node, types: Iterable[str]) -> bool:
        """Whether the node's seed says that it covers all these types fully, so that what is missing is not there."""
        return set(types) <= self._complete.get(node.seed, frozenset())

    def heir(self, node: Node) -> Node:
        """The node that took over last, the node itself where none did."""
        return self.closure([node], "SUCCEEDED_BY", forward=True)[-1]

    @cached_property
    def latest(self) -> str:
        """The day asked of, else the latest of a learning event or an observed value; empty where none is dated."""
        return self.at or max(self._dates(), default="")

    def _dates(self) -> Iterator[str]:
        for event in self.of("LearningEvent"):
            if "valid_from" in event.facts:
                yield str(event.facts["valid_from"])
        for indicator in self.of("Indicator"):
            for edge in self.into(indicator, "HAS_VALUE"):
                if "date" in edge.facts:
                    yield str(edge.facts["date"])

    def _distinct(self, ids: Iterable[str], labels: tuple[str, ...]) -> list[Node]:
        nodes = (self._nodes[id_] for id_ in dict.fromkeys(ids))
        return [node for node in nodes if not labels or node.label in labels]


def _is_inferred(item: Node | Edge) -> bool:
    return item.facts.get("basis") == "inferred"
