"""A change to a graph: nodes that leave, nodes that become one, arenas that close; all at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gronagraf.errors import AnalysisError, Problem
from gronagraf.graph import Edge, Graph, Node
from gronagraf.values import did_you_mean, quote

CLOSABLE = ("Network", "Project", "LearningEvent")
FINDS = "`gronagraf run find` finds ids"


@dataclass(frozen=True, slots=True)
class Change:
    """Ids of nodes that leave, of pairs of which the second goes into the first, and of arenas that close."""

    without: tuple[str, ...] = ()
    merge: tuple[tuple[str, str], ...] = ()
    close: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that is named, once each."""
        return tuple(dict.fromkeys((*self.without, *(id_ for pair in self.merge for id_ in pair), *self.close)))


def refuse(change: Change, graph: Graph, selected: Graph) -> None:
    """Raise AnalysisError with all that is wrong: unknown ids, or changes that contradict each other.

    `selected` is the part of `graph` that is measured.
    """
    known, left = graph.by_id(), selected.by_id()
    problems = [Problem("", *_unknown(id_, known)) for id_ in change.ids if id_ not in left]
    if not problems:
        problems = [Problem("", what, remedy) for what, remedy in _contradictions(change, left)]
    if problems:
        raise AnalysisError(problems)


def _unknown(id_: str, known: Mapping[str, Node]) -> tuple[str, str]:
    if id_ in known:
        remedy = "see what --at, --roll-up, --without-county-wide and --only-seed leave out"
        return f"{quote(id_)} is not in what is measured", remedy
    return f"no node has the id {quote(id_)}", did_you_mean(id_, known, FINDS)


def _contradictions(change: Change, nodes: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    leaving = {**dict.fromkeys(change.without, "--without"), **dict.fromkeys(change.close, "--close")}
    for id_ in sorted(set(change.without) & set(change.close)):
        yield f"{quote(id_)} stands in both --without and --close", "one of them is enough"
    for id_ in change.close:
        if nodes[id_].label not in CLOSABLE:
            label = nodes[id_].label
            yield f"{quote(id_)} is no network, project or event but {label}", "take it away with --without"
    for first, second in change.merge:
        if first == second:
            yield f"--merge {first} {second}: a node cannot be merged with itself", "name another one"
        elif nodes[first].label != nodes[second].label:
            kinds = f"{nodes[first].label} and {nodes[second].label}"
            yield f"--merge {first} {second}: they are {kinds}", "merge nodes of the same type"
        for id_ in dict.fromkeys((first, second)):
            if id_ in leaving:
                yield f"{quote(id_)} is to be merged and stands in {leaving[id_]} too", "choose one of the two"


def merged(change: Change) -> dict[str, str]:
    """For each id that goes into another: the id that it ends in, also through several mergers."""
    into: dict[str, str] = {}

    def end(id_: str) -> str:
        while id_ in into:
            id_ = into[id_]
        return id_

    for first, second in change.merge:
        if end(first) != end(second):
            into[end(second)] = end(first)
    return {id_: end(id_) for id_ in into}


def changed(graph: Graph, change: Change) -> Graph:
    """The graph after the change.

    What is gone takes its relations with it; what is merged hands its over, but those between the two vanish. Two
    relations that become parallel stay two, as two ties would.
    """
    gone = frozenset((*change.without, *change.close))
    into = merged(change)
    nodes = tuple(node for node in graph.nodes if node.id not in gone and node.id not in into)
    kept = (edge for edge in graph.edges if edge.start not in gone and edge.end not in gone)
    return replace(graph, nodes=nodes, edges=tuple(_moved(kept, into)))


def _moved(edges: Iterable[Edge], into: Mapping[str, str]) -> Iterator[Edge]:
    for edge in edges:
        start, end = into.get(edge.start, edge.start), into.get(edge.end, edge.end)
        if (start, end) == (edge.start, edge.end):
            yield edge
        elif start != end:
            yield replace(edge, start=start, end=end)


def half_closed(graph: Graph, change: Change) -> tuple[tuple[Node, Node], ...]:
    """What closes, with what is the same undertaking (CARRIES) and stays."""
    nodes = graph.by_id()
    gone = frozenset((*change.close, *change.without))
    pairs = Counter((edge.start, edge.end) for edge in graph.edges if edge.type == "CARRIES")
    both = [(one, other) for start, end in pairs for one, other in ((start, end), (end, start))]
    return tuple((nodes[one], nodes[other]) for one, other in both if one in gone and other not in gone)
