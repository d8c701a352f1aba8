"""What a load would do, found with rights to read only, by the same comparison that the load itself makes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gronagraf.changes import Changes, Comparison, Item, changed_from
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Model
from gronagraf.store.connection import Connection
from gronagraf.store.counts import Counts, less, summed
from gronagraf.store.differences import Difference, places
from gronagraf.store.gathering import Within, in_nothing, within
from gronagraf.store.loading import compared, outcome, single_seed
from gronagraf.store.pruning import Pruning, owners_on, refuse_large_share

SECONDS_TO_PLAN = 600.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a load would create and change; `removed` in its comparison is what left the seed.

    `hangers` gives, by id of a node that left, the seeds whose relations hang on it ("" is what belongs to none): it
    cannot be removed. `nodes` and `edges` are the counts that the load would report, had it not removed anything.
    """

    seed: str
    comparison: Comparison
    nodes: Counts
    edges: Counts
    hangers: dict[str, tuple[str, ...]]

    def removable(self) -> Graph:
        """What left the seed and hangs on nothing but itself."""
        nodes = tuple(node for node in self.comparison.nodes.removed if node.id not in self.hangers)
        return Graph(nodes, self.comparison.edges.removed)

    def counts(self, removing: Graph) -> tuple[Counts, Counts]:
        """What the load would report of nodes and of relations, were this removed."""
        return less(self.nodes, len(removing.nodes)), less(self.edges, len(removing.edges))

    def refuse_share(self, removing: Graph, most: float) -> None:
        """Raises SeedError where this is a larger share, in percent, than may be removed: the load would too."""
        refuse_large_share(Pruning(removing, most), (self.nodes, self.edges), self.seed)


def plan(connection: Connection, model: Model, graph: Graph) -> Plan:
    """What the load of a graph would do to the database now; nothing is written.

    Raises SeedError where the load would, and StoreError.
    """
    return connection.read_transaction(lambda tx: _planned(within(tx), model, graph), SECONDS_TO_PLAN)


def plan_anew(model: Model, graph: Graph) -> Plan:
    """What the load of a graph would do where there is no database yet. Raises SeedError where the load would."""
    return _planned(in_nothing, model, graph)


def _planned(here: Within, model: Model, graph: Graph) -> Plan:
    seed = single_seed(graph).name
    known = places(here, model, graph, seed)
    found = list(compared(here, model, graph, known))
    nodes, edges = found[: len(model.nodes)], found[len(model.nodes) :]
    left = [held for difference in nodes for held in difference.left]
    return Plan(
        seed,
        Comparison(_changes(nodes, Node), _changes(edges, Edge)),
        summed(outcome(each).counts for each in nodes),
        summed(outcome(each).counts for each in edges),
        owners_on(here, model, left, seed),
    )


def _changes(found: Sequence[Difference], kind: type[Item]) -> Changes[Item]:
    pairs = [pair for each in found for some in each.changed.values() for pair in some]
    olds, news = _only((held.item for _, held in pairs), kind), _only((new for new, _ in pairs), kind)
    return Changes(
        tuple(_only((item for each in found for some in each.created.values() for item in some), kind)),
        tuple(_only((held.item for each in found for held in each.left), kind)),
        tuple(changed_from(old, new) for old, new in zip(olds, news, strict=True)),
        sum(each.unchanged for each in found),
    )


def _only(items: Iterable[Node | Edge], kind: type[Item]) -> Iterator[Item]:
    """The items, which are all of this kind."""
    return (item for item in items if isinstance(item, kind))
