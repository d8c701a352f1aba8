"""Taking what left a seed out of the graph: exactly what was agreed on, and never what others wrote or hang on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gronagraf.errors import Problem, SeedError, StoreError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Model
from gronagraf.store.counts import Counts
from gronagraf.store.differences import BATCH, Batch, Held, stored
from gronagraf.store.gathering import Within
from gronagraf.store.hanging import hangers

MOST = 20.0
NAMED = 10
CHANGED = "the graph changed after it was asked what would be removed; nothing was removed, run the same command again"


@dataclass(frozen=True, slots=True)
class Pruning:
    """What a load may remove: exactly this, and at most so many percent of the nodes, or relations, of the seed."""

    agreed: Graph
    most: float = MOST

    @property
    def rows(self) -> int:
        return len(self.agreed.nodes) + len(self.agreed.edges)


def owners_on(within: Within, model: Model, left: Iterable[Held], seed: str) -> dict[str, tuple[str, ...]]:
    """By id of a node that left: the seeds whose relations hang on it or whose fields name it; "" is what has none."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for held in left:
        if isinstance(held.item, Node):
            ids[held.item.label].append(held.item.id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for hanger in within(lambda gather: list(hangers(gather, model, seed, ids))):
        found[hanger.id].add(hanger.owner)
    return {id_: tuple(sorted(owners)) for id_, owners in found.items()}


def refuse_hanging(within: Within, model: Model, removing: Sequence[Held], seed: str) -> None:
    """Raises StoreError where others have come to hang on what is being removed."""
    if on := owners_on(within, model, removing, seed):
        owners = sorted({owner or "something of no seed" for some in on.values() for owner in some})
        raise StoreError(
            f"{', '.join(owners)} came to hang on {', '.join(sorted(on)[:NAMED])} while it was to be removed; "
            "run the same command again, which leaves that where it is"
        )


def agreed_among(
    within: Within, model: Model, left: Sequence[Held], pruning: Pruning, counts: tuple[Counts, Counts], seed: str
) -> list[Held]:
    """What is to be removed as the database holds it, relations first.

    Raises StoreError where it is not there any more as it was agreed on, or where others hang on it by now, and
    SeedError where it is too large a share.
    """
    there: defaultdict[object, list[Held]] = defaultdict(list)
    for held in left:
        there[content_of(held.item)].append(held)
    found = []
    for item in _items(pruning.agreed):
        if not (same := there[content_of(item)]):
            raise StoreError(CHANGED)
        found.append(same.pop())
    if owners_on(within, model, found, seed):
        raise StoreError(CHANGED)
    refuse_large_share(pruning, counts, seed)
    return found


def _items(graph: Graph) -> Iterator[Node | Edge]:
    yield from graph.edges
    yield from graph.nodes


def content_of(item: Node | Edge) -> object:
    """What tells whether this is still what it was, whichever seed it is of."""
    ends = (item.label, item.id) if isinstance(item, Node) else (item.type, item.start, item.end)
    return (*ends, *sorted((name, repr(value)) for name, value in item.facts.items()))


def refuse_large_share(pruning: Pruning, counts: tuple[Counts, Counts], seed: str) -> None:
    """Raises SeedError where more would be removed than may be; `counts` are those of nodes and of relations."""
    agreed = pruning.agreed
    sizes = (len(agreed.nodes), counts[0].held, "nodes"), (len(agreed.edges), counts[1].held, "relations")
    problems = [
        _too_much(seed, removed, held, what, pruning.most)
        for removed, held, what in sizes
        if removed * 100 > held * pruning.most
    ]
    if problems:
        raise SeedError(problems)


def _too_much(seed: str, removed: int, held: int, what: str, most: float) -> Problem:
    share = f"{100 * removed / held:.1f}".removesuffix(".0") if held else "100"
    return Problem(
        seed,
        f"{removed} of its {held} {what} in the graph would be removed ({share} %), and more than {most:g} % may not",
        "see with load --dry-run --prune that the seed is whole; --max-share allows more",
    )


def removals(removing: Iterable[Held], labels: Mapping[str, str], seed: str) -> Iterator[Batch]:
    """The statements that remove, relations before nodes; each removes a row only where it is as it was read."""
    rows: defaultdict[str, list[list[object]]] = defaultdict(list)
    nodes: defaultdict[str, list[list[object]]] = defaultdict(list)
    for held in removing:
        item = held.item
        if isinstance(item, Node):
            nodes[_remove_node(item.label)].append([item.id, stored(item, seed)])
        else:
            statement = _remove_edge(item.type, labels.get(item.start, ""), labels.get(item.end, ""))
            rows[statement].append([item.start, item.end, held.element, stored(item, seed)])
    for cypher, some in (*rows.items(), *nodes.items()):
        for first in range(0, len(some), BATCH):
            yield Batch(cypher, some[first : first + BATCH])


def _remove_node(label: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row[0]}}) WHERE properties(n) = row[1] AND NOT (n)--() "
        "DELETE n RETURN count(*) AS done"
    )


def _remove_edge(relation: str, start: str, end: str) -> str:
    """An end whose label the model lacks is found by its id alone."""
    a, b = (f"{name}:{label}" if label else name for name, label in (("a", start), ("b", end)))
    return (
        f"UNWIND $rows AS row MATCH ({a} {{id: row[0]}})-[r:{relation}]->({b} {{id: row[1]}}) "
        "WHERE elementId(r) = row[2] AND properties(r) = row[3] DELETE r RETURN count(*) AS done"
    )
