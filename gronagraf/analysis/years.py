"""The measures and the structure year by year, and how much of what they rest on has no date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gronagraf.analysis.measures import How, Measure, measure
from gronagraf.analysis.measures.measure import DEFAULT, Tell
from gronagraf.analysis.projection import Projection, Related, Selection, Shared, project
from gronagraf.analysis.projection.arenas import LABELS, participations, who_meets
from gronagraf.analysis.projection.selection import select
from gronagraf.analysis.structure import Structure, structure
from gronagraf.errors import AnalysisError
from gronagraf.graph import Graph, Node
from gronagraf.schema import Model, Term


@dataclass(frozen=True, slots=True)
class Undated:
    """How many of the nodes and relations that the network is made of have no date, and so hold in every year."""

    nodes: int
    all_nodes: int
    relations: int
    all_relations: int

    @property
    def dated_nodes(self) -> int:
        return self.all_nodes - self.nodes

    @property
    def dated_relations(self) -> int:
        return self.all_relations - self.relations


NOTHING = Undated(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Years:
    """By year the structure, and by measure and year the value of each node by its id.

    A node that does not exist in a year has no value then; `nodes` are all that exist in any of them. `reasons` says
    why a measure is empty, for the first year in which it is. `undated` is of all that holds at any time, `undated_in`
    of what holds in each year.
    """

    years: tuple[int, ...]
    nodes: tuple[Node, ...]
    measures: tuple[Measure, ...]
    values: Mapping[str, Mapping[int, Mapping[str, float | None]]]
    structures: Mapping[int, Structure]
    undated: Undated
    undated_in: Mapping[int, Undated]
    name: Term
    remarks: tuple[Term, ...]
    reasons: Mapping[str, Term]


def year_by_year(
    graph: Graph,
    model: Model,
    way: Shared | Related,
    selection: Selection,
    years: Sequence[int],
    measures: Sequence[Measure],
    how: How = DEFAULT,
    tell: Tell | None = None,
) -> Years:
    """Every measure and the structure in each year: what holds on any day of it counts, and what is undated always.

    A year in which there is no node has a structure of zeros and no values. Raises AnalysisError as `project` does.
    """
    whole = project(graph, model, way, replace(selection, at=None))
    values: dict[str, dict[int, dict[str, float | None]]] = {each.name: {} for each in measures}
    structures: dict[int, Structure] = {}
    undated: dict[int, Undated] = {}
    nodes: dict[str, Node] = {}
    reasons: dict[str, Term] = {}
    for done, year in enumerate(years):
        held = replace(selection, at=f"{year:04}")
        structures[year], undated[year] = Structure(), NOTHING
        if _has_nodes(graph, way, held):
            projection = project(graph, model, way, held)
            structures[year], undated[year] = structure(projection), _undated(graph, projection, held)
            found = measure(projection, measures, how)
            nodes |= {node.id: node for node in projection.nodes}
            for name, row in found.values.items():
                values[name][year] = {node.id: value for node, value in zip(projection.nodes, row, strict=True)}
            reasons = {**found.reasons, **reasons}
        if tell:
            tell(done + 1, len(years))
    kept, ever = tuple(nodes.values()), _undated(graph, whole, replace(selection, at=None))
    told = (whole.name, whole.remarks, reasons)
    return Years(tuple(years), kept, tuple(measures), values, structures, ever, undated, *told)


def _has_nodes(graph: Graph, way: Shared | Related, selection: Selection) -> bool:
    """Whether anything is left to project: `project` refuses a network without nodes."""
    left, _ = select(graph, selection)
    if isinstance(way, Shared):
        return any(node.label == who_meets(way.through) for node in left.nodes)
    return any(node.label == way.label for node in left.nodes) if way.label else bool(left.nodes)


def _undated(graph: Graph, whole: Projection, selection: Selection) -> Undated:
    """Of the selection that was projected. A relation that joins a dated node, such as an event, is dated by it."""
    way = whole.way
    left, _ = select(graph, selection)
    if isinstance(way, Shared):
        labels = (who_meets(way.through), *LABELS[way.through])
        ids = {node.id for node in left.nodes if node.label in labels}
        edges = [edge for _, _, edge in participations(left, way.through)]
    else:
        types, ids = frozenset(each.type for each in way.relations), {node.id for node in whole.nodes}
        edges = [edge for edge in left.edges if edge.type in types and {edge.start, edge.end} <= ids]
    dated = {node.id for node in left.nodes if node.id in ids and _is_dated(node.facts, "valid_from", "valid_to")}
    loose = [
        edge for edge in edges if not _is_dated(edge.facts, "since", "until") and not {edge.start, edge.end} & dated
    ]
    return Undated(len(ids - dated), len(ids), len(loose), len(edges))


def _is_dated(facts: Mapping[str, object], *names: str) -> bool:
    return any(facts.get(name) for name in names)


def parse_years(text: str) -> tuple[int, ...]:
    """`2015..2025` or `2020` as years in order. Raises AnalysisError."""
    first, dots, last = text.partition("..")
    ends = (first, last if dots else first)
    if not all(len(end.strip()) == 4 and end.strip().isascii() and end.strip().isdigit() for end in ends):
        raise AnalysisError(f"--years {text}: write two years with dots between, such as 2015..2025")
    begin, end = map(int, ends)
    if begin > end:
        raise AnalysisError(f"--years {text}: the first year comes after the last; did you mean {end}..{begin}?")
    if end - begin >= 200:
        raise AnalysisError(f"--years {text}: at most 200 years at a time")
    return tuple(range(begin, end + 1))
