"""`load --dry-run`: what a load would create, change, remove and leave, and nothing written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from gronagraf.cli.command import Call
from gronagraf.cli.comparing import show_changes
from gronagraf.cli.drawing import draw_changes
from gronagraf.cli.opening import graph_exists, open_graph
from gronagraf.cli.replacing import mixed, with_share
from gronagraf.errors import SeedError
from gronagraf.graph import Edge, Graph, Node, Result
from gronagraf.model import MODEL
from gronagraf.reading.seeds import Reading
from gronagraf.schema import Term
from gronagraf.sync.keeping import Keepable, keepable
from gronagraf.views.differences import (
    EACH,
    WAYS,
    Difference,
    Words,
    difference_sections,
    differences,
    in_numbers,
    told,
)
from gronagraf.views.notes import seed_title
from gronagraf.views.removing import remarks_on
from gronagraf.views.sections import Report

if TYPE_CHECKING:
    from gronagraf.store import Plan, Store

TITLE = Term("Om {title} läses in", "If {title} is loaded")
LEAD = Term(
    "Noder: {nodes}. Relationer: {edges}. Inget är skrivet.",
    "Nodes: {nodes}. Relations: {edges}. Nothing has been written.",
)
NOTHING = Term(
    "Inget skulle ändras: {nodes} noder och {edges} relationer är redan som i fröet.",
    "Nothing would change: {nodes} nodes and {edges} relations are as in the seed already.",
)
OTHERWISE = Term("Inget skulle ändras.", "Nothing would change.")
REMOVED = Term("tas bort", "to be removed")
LEFT = Term("lämnas kvar", "left behind")


def show_plan(call: Call, reading: Reading) -> None:
    """Show what the load would do, then end as it would where it would be refused. Raises GronagrafError."""
    from gronagraf.store import plan_anew

    graph = reading.graph
    with open_graph(call) if graph_exists(call) else nullcontext() as store:
        plan = plan_anew(MODEL, graph) if store is None else store.plan(graph)
        unfinished = _unfinished(store)
        before = store.graph() if store and call.values["drawing"] else Graph()
        others = _others(store, graph, plan)
    pruned = keepable(plan.removable(), MODEL) if call.values["prune"] else Keepable(Graph(), ())
    report = _report(call, graph, plan, pruned, others, unfinished)
    show_changes(call, report, same=plan.comparison.same)
    draw_changes(call, before, _after(before, graph, plan, pruned.graph), (), report.title)
    plan.refuse_share(pruned.graph, with_share(call, reading).values["max_share"])
    if not call.values["prune"] and (problems := list(mixed(reading, plan))):
        raise SeedError(problems)


def _unfinished(store: "Store | None") -> tuple[str, ...]:
    return () if store is None else tuple(record.info.name for record in store.seeds() if not record.finished)


def _others(store: "Store | None", graph: Graph, plan: "Plan") -> list[Node]:
    """The nodes of the seeds that this one extends, where what differs hangs on any of them: for their names."""
    edges = plan.comparison.edges
    differing = (*edges.created, *edges.removed, *(changed.new for changed in edges.changed))
    own = {node.id for nodes in (graph.nodes, plan.comparison.nodes.removed) for node in nodes}
    if store is None or all(edge.start in own and edge.end in own for edge in differing):
        return []
    return [node for seed in graph.seeds[0].extends for node in store.nodes_of(seed) or ()]


def _report(
    call: Call, graph: Graph, plan: "Plan", pruned: Keepable, others: Sequence[Node], unfinished: tuple[str, ...]
) -> Report:
    everyone = (others, plan.comparison.nodes.removed, graph.nodes)
    names = {node.id: node.name for nodes in everyone for node in nodes}
    here = {"left": LEFT, **({"removed": REMOVED} if call.values["prune"] else {})}
    ways, each = ({**{way: terms[way] for way in ("created", "changed")}, **here} for terms in (WAYS, EACH))
    rows = list(_rows(plan, pruned.graph))
    counts = {"nodes": plan.counts(pruned.graph)[0], "edges": plan.counts(pruned.graph)[1]}
    amounts = {what: {way: getattr(some, way) for way in (*ways, "unchanged")} for what, some in counts.items()}
    return Report(
        title=TITLE.filled(title=Term(*(seed_title(graph.seeds[0], language) for language in ("sv", "en")))),
        lead=_lead(plan, amounts, ways),
        sections=difference_sections(rows, graph, Words(MODEL, names, ways, each, OTHERWISE), call.language),
        told=Result((), ((),), seeds=graph.seeds, unfinished=unfinished),
        first="differences",
        remarks=tuple(remarks_on(plan.hangers if call.values["prune"] else {}, pruned.rest)),
        facts={"seed": graph.seeds[0].name, "same": plan.comparison.same, **amounts},
    )


def _lead(plan: "Plan", amounts: Mapping[str, Mapping[str, int]], ways: Mapping[str, Term]) -> Term:
    if plan.comparison.same:
        return in_numbers(NOTHING, {"nodes": plan.nodes.unchanged, "edges": plan.edges.unchanged})
    return LEAD.filled(**{what: told(some, ways) for what, some in amounts.items()})


def _rows(plan: "Plan", pruned: Graph) -> Iterator[Difference]:
    """Every difference; what left the seed is removed only where it is among what is pruned."""
    going = _identities(pruned)
    for row in differences(plan.comparison):
        yield replace(row, way="left") if row.way == "removed" and id(row.item) not in going else row


def _identities(graph: Graph) -> set[int]:
    items: list[Node | Edge] = [*graph.nodes, *graph.edges]
    return {id(item) for item in items}


def _after(before: Graph, graph: Graph, plan: "Plan", pruned: Graph) -> Graph:
    """The whole graph as it would be."""
    seed, going = graph.seeds[0].name, _identities(pruned)
    nodes = [node for node in before.nodes if node.seed != seed]
    edges = [edge for edge in before.edges if edge.seed != seed]
    nodes += [node for node in plan.comparison.nodes.removed if id(node) not in going]
    edges += [edge for edge in plan.comparison.edges.removed if id(edge) not in going]
    infos = {info.name: info for info in (*before.seeds, *graph.seeds)}
    return Graph((*nodes, *graph.nodes), (*edges, *graph.edges), tuple(infos.values()))
