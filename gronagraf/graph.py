"""The values that move through the program: nodes, edges, graphs with the seeds they came from, and tabular results."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from gronagraf.schema import NO_TERM, Term

Value: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `facts` holds its fields without the id and without empty values, `seed` the seed that owns it."""

    label: str
    id: str
    facts: Mapping[str, Value]
    seed: str = ""

    @property
    def name(self) -> str:
        return str(self.facts.get("name", self.id))


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation from the node with the id `start` to the one with the id `end`; facts and seed as in a node."""

    type: str
    start: str
    end: str
    facts: Mapping[str, Value]
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes and the edges between them in the order walked; an edge may have been walked against its direction."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class SeedInfo:
    """What a seed says of itself in `seed.toml`; `complete` names the types that it covers fully."""

    name: str
    title: str
    title_en: str = ""
    description: str = ""
    description_en: str = ""
    publisher: str = ""
    licence: str = ""
    date: str = ""
    fictional: bool = False
    extends: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges with the seeds that they came from. Ids are unique over all labels."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    seeds: tuple[SeedInfo, ...] = ()

    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @property
    def fictional(self) -> bool:
        return any(seed.fictional for seed in self.seeds)


def built_on(names: Iterable[str], extended: Callable[[str], Iterable[str] | None]) -> Iterator[str]:
    """These seeds and all that they extend, each once; `extended` gives what a seed extends, None where it is not."""
    waiting, seen = list(names), set[str]()
    while waiting:
        if (name := waiting.pop()) not in seen:
            seen.add(name)
            if (more := extended(name)) is not None:
                yield name
                waiting.extend(more)


Cell: TypeAlias = "Value | Node | Edge | Path | list[Cell] | dict[str, Cell] | None"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a result: its stable name, the words that people read, and those for the codes in its cells."""

    name: str
    term: Term
    doc: Term = NO_TERM
    words: Mapping[str, Term] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cover:
    """How far the sources reach: `what`, a field or a relation, is known for `known` of all the `total` `nodes`."""

    nodes: Term
    what: Term
    known: int
    total: int


@dataclass(frozen=True, slots=True)
class Result:
    """Rows in the order of the columns.

    `cut` says that there were more rows than the limit; `seeds` names the seeds that the asked graph holds, and
    `unfinished` those of them whose load has not ended; `covers` says of what the answer rests on how little is known.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False
    seeds: tuple[SeedInfo, ...] = ()
    unfinished: tuple[str, ...] = field(default=())
    covers: tuple[Cover, ...] = ()

    def graph(self) -> Graph:
        """Every node, edge and path in any cell, once each, in the order met."""
        nodes: dict[str, Node] = {}
        edges: dict[tuple[object, ...], Edge] = {}
        for item in _graph_items(cell for row in self.rows for cell in row):
            if isinstance(item, Node):
                nodes.setdefault(item.id, item)
            else:
                edges.setdefault((item.type, item.start, item.end, item.seed, *sorted(item.facts.items())), item)
        return Graph(tuple(nodes.values()), tuple(edges.values()), self.seeds)


def _graph_items(cells: Iterable[Cell]) -> Iterator[Node | Edge]:
    for cell in cells:
        if isinstance(cell, Node | Edge):
            yield cell
        elif isinstance(cell, Path):
            yield from cell.nodes
            yield from cell.edges
        elif isinstance(cell, list):
            yield from _graph_items(cell)
        elif isinstance(cell, dict):
            yield from _graph_items(cell.values())
