"""What of a graph is measured: at a day, stated only, without some, with an organisation's bodies rolled up into it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gronagraf.errors import AnalysisError, Problem
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, holds, quote

AT = Term("som det var {at}", "as of {at}")
STATED = Term("bara det som källor säger", "only what sources state")
WITHOUT = Term("utan {names}", "without {names}")
NOT_AS = Term("utan rollen {names}", "without the role {names}")
COUNTY_WIDE = Term(
    "utan nätverk som har alla regionens kommuner (nätverk: {count}, kommuner: {total}): {names}",
    "without networks that hold all municipalities of the region (networks: {count}, municipalities: {total}): {names}",
)
NO_COUNTY_WIDE = Term(
    "inget nätverk har alla regionens kommuner (antal: {total}), så inget är undantaget",
    "no network holds all municipalities of the region (number: {total}), so none is left out",
)
ROLLED = Term(
    "organ är inräknade i den organisation som de hör till (antal: {count})",
    "bodies are counted as their organisation (number: {count})",
)
TORN = Term(
    "organ som hör till flera organisationer är inte inräknade i någon (antal: {count}): {names}",
    "bodies that belong to several organisations are counted as none of them (number: {count}): {names}",
)


@dataclass(frozen=True, slots=True)
class Selection:
    """`at` is an ISO date at any precision; what is undated always holds. `without` names nodes, `not_as` roles.

    `skip_county_wide` leaves out networks that hold all of the region's municipalities; `roll_up` counts an actor that
    is part of another as that other one, in any number of steps.
    """

    at: str | None = None
    stated_only: bool = False
    without: tuple[str, ...] = ()
    not_as: tuple[str, ...] = ()
    skip_county_wide: bool = False
    roll_up: bool = False


def select(graph: Graph, selection: Selection) -> tuple[Graph, tuple[Term, ...]]:
    """The part of the graph that is to be measured, and what was done to it. Raises AnalysisError on an unknown id."""
    _refuse_unknown(graph, selection.without)
    remarks: list[Term] = []
    left = _kept(graph, selection)
    if selection.at:
        remarks.append(AT.filled(at=selection.at))
    if selection.stated_only:
        remarks.append(STATED)
    if selection.without:
        remarks.append(WITHOUT.filled(names=names(graph.by_id()[id_] for id_ in selection.without)))
    if selection.not_as:
        remarks.append(NOT_AS.filled(names=", ".join(selection.not_as)))
    if selection.skip_county_wide:
        left, remark = _without_county_wide(left)
        remarks.append(remark)
    if selection.roll_up:
        left, more = _rolled_up(left)
        remarks.extend(more)
    return left, tuple(remarks)


def names(nodes: Iterable[Node], most: int = 6) -> str:
    """The names of nodes as they stand in a sentence; how many more there are at its end."""
    found = [node.name for node in nodes]
    return ", ".join(found[:most]) + (f" + {len(found) - most}" if len(found) > most else "")


def _refuse_unknown(graph: Graph, ids: Sequence[str]) -> None:
    known = graph.by_id()
    problems = [
        Problem("", f"no node has the id {quote(id_)}", did_you_mean(id_, known, "`gronagraf run find` finds ids"))
        for id_ in ids
        if id_ not in known
    ]
    if problems:
        raise AnalysisError(problems)


def _kept(graph: Graph, selection: Selection) -> Graph:
    left_out = frozenset(selection.without)
    nodes = tuple(
        node
        for node in graph.nodes
        if node.id not in left_out and holds(node.facts, selection.at, "valid_from", "valid_to")
    )
    ids = {node.id for node in nodes}
    edges = tuple(
        edge
        for edge in graph.edges
        if edge.start in ids
        and edge.end in ids
        and not (selection.stated_only and edge.facts.get("basis") == "inferred")
        and edge.facts.get("role") not in selection.not_as
        and holds(edge.facts, selection.at, "since", "until")
    )
    return replace(graph, nodes=nodes, edges=edges)


def _without_county_wide(graph: Graph) -> tuple[Graph, Term]:
    """Networks with every municipality of the region as a member are left out; where there is none, so it is said."""
    own = {
        node.id
        for node in graph.nodes
        if node.label == "Actor" and node.facts.get("kind") == "municipality" and node.facts.get("in_region") is True
    }
    seats = {(edge.end, edge.start) for edge in graph.edges if edge.type == "MEMBER_OF" and edge.start in own}
    held = Counter(network for network, _ in seats)
    wide = {network for network, count in held.items() if count == len(own)}
    if not wide:
        return graph, NO_COUNTY_WIDE.filled(total=len(own))
    listed = names(node for node in graph.nodes if node.id in wide)
    nodes = tuple(node for node in graph.nodes if node.id not in wide)
    edges = tuple(edge for edge in graph.edges if edge.start not in wide and edge.end not in wide)
    return replace(graph, nodes=nodes, edges=edges), COUNTY_WIDE.filled(count=len(wide), total=len(own), names=listed)


def _rolled_up(graph: Graph) -> tuple[Graph, list[Term]]:
    """Every relation of a body as one of the organisation at the top; relations between the two of them vanish."""
    actors = {node.id for node in graph.nodes if node.label == "Actor"}
    parents: dict[str, set[str]] = {}
    for edge in graph.edges:
        if edge.type == "PART_OF" and edge.start in actors:
            parents.setdefault(edge.start, set()).add(edge.end)
    torn = {body for body, above in parents.items() if len(above) > 1}
    found = {body: _top(body, parents, torn) for body in parents if body not in torn}
    top = {body: organisation for body, organisation in found.items() if organisation}
    moved = (
        replace(edge, start=top.get(edge.start, edge.start), end=top.get(edge.end, edge.end)) for edge in graph.edges
    )
    edges = tuple(edge for edge in moved if edge.start != edge.end)
    nodes = tuple(node for node in graph.nodes if node.id not in top)
    remarks = [ROLLED.filled(count=len(top))]
    if torn:
        remarks.append(TORN.filled(count=len(torn), names=names(node for node in graph.nodes if node.id in torn)))
    return replace(graph, nodes=nodes, edges=edges), remarks


def _top(body: str, parents: Mapping[str, set[str]], torn: set[str]) -> str | None:
    """None where the way up goes in a circle: seeds are checked for that, a graph from elsewhere is not."""
    seen = {body}
    while body in parents and body not in torn:
        (body,) = parents[body]
        if body in seen:
            return None
        seen.add(body)
    return body


def edge_basis(edges: Iterable[Edge]) -> tuple[int, int]:
    """How many of these relations are inferred, and how many there are."""
    every = [edge.facts.get("basis") == "inferred" for edge in edges]
    return sum(every), len(every)
