"""Who can mend a gap: those whose question, project, network or mandate it is, else the actors nearest in the graph."""

from collections.abc import Callable, Iterator, Sequence

from gronagraf.graph import Node
from gronagraf.thread.index import Index
from gronagraf.thread.verdict import Mender, Reason
from gronagraf.values import is_before

MOST = 3
FARTHEST = 4
"""So many actors are named for a gap, and none is looked for further away than this."""


def menders(index: Index, node: Node) -> list[Mender]:
    """The actors who can mend a gap at this node, those with a duty first; never more than MOST."""
    found: dict[str, Mender] = {}
    for mender in WAYS[node.label](index, node):
        found.setdefault(mender.actor.id, mender)
    if not found:
        for mender in _nearest(index, node):
            found.setdefault(mender.actor.id, mender)
    return list(found.values())[:MOST]


def _by(index: Index, node: Node, relation: str, reason: Reason, through: Node | None = None) -> Iterator[Mender]:
    """Those whom a relation ties to the node, by name: those whose time is not over, or else the last ones.

    An organisation that has been succeeded stands back for the one that took over.
    """
    edges = index.into(node, relation)
    current = [edge for edge in edges if not is_before(str(edge.facts.get("until", "")) or "9999", index.latest)]
    actors = {each.id: each for edge in current or edges if (each := index.get(edge.start))}
    heirs = {each.id: each for actor in actors.values() for each in [index.heir(actor)]}
    return (Mender(each, reason, through) for each in sorted(heirs.values(), key=lambda each: (each.name, each.id)))


def _goal(index: Index, goal: Node) -> Iterator[Mender]:
    """The goal's owner, those who hold a mandate that serves it, then the same for the goals that it is part of."""
    for each in index.above(goal):
        through = None if each.id == goal.id else each
        yield from _by(index, each, "OWNS_ISSUE", "owns", through)
        for mandate in index.behind(each, "SERVES"):
            yield from _by(index, mandate, "HOLDS", "holds_mandate", mandate)


def _challenge(index: Index, challenge: Node) -> Iterator[Mender]:
    yield from _by(index, challenge, "OWNS_ISSUE", "owns")
    for project in index.behind(challenge, "ADDRESSES"):
        yield from _project(index, project, project)


def _project(index: Index, project: Node, through: Node | None = None) -> Iterator[Mender]:
    yield from _by(index, project, "LEADS", "leads", through)


def _logic(index: Index, node: Node) -> Iterator[Mender]:
    """Those who lead the projects that a resource, an activity or an effect comes from."""
    for each in index.closure([node], "LEADS_TO", forward=False):
        for project in (*index.behind(each, "USES"), *index.behind(each, "RUNS")):
            yield from _project(index, project, project)


def _network(index: Index, network: Node) -> Iterator[Mender]:
    yield from _by(index, network, "HOSTS", "hosts")
    for issue in index.ahead(network, "WORKS_ON"):
        yield from _by(index, issue, "OWNS_ISSUE", "owns", issue)


def _lesson(index: Index, lesson: Node) -> Iterator[Mender]:
    for event in index.behind(lesson, "PRODUCED"):
        yield from _by(index, event, "ORGANISES", "organised", event)


def _analysis(index: Index, analysis: Node) -> Iterator[Mender]:
    for issue in index.ahead(analysis, "CONCERNS"):
        yield from _by(index, issue, "OWNS_ISSUE", "owns", issue)
        yield from _by(index, issue, "LEADS", "leads", issue)
        yield from _by(index, issue, "ORGANISES", "organised", issue)


def _mandate(index: Index, mandate: Node) -> Iterator[Mender]:
    yield from _by(index, mandate, "HOLDS", "holds_mandate")


def _nobody(_index: Index, _node: Node) -> Iterator[Mender]:
    return iter(())


def _nearest(index: Index, node: Node) -> Iterator[Mender]:
    """The actors fewest steps away, those with most ties first; each with the node by which it is reached.

    An organisation that has been succeeded stands back for the one that took over.
    """
    seen, frontier = {node.id}, [(node, node)]
    for _ in range(FARTHEST):
        step = [(other, here) for here, _ in frontier for other in index.neighbours(here)]
        frontier = [(other, here) for other, here in _first_met(step) if other.id not in seen]
        seen |= {other.id for other, _ in frontier}
        actors = [(other, here) for other, here in frontier if other.label == "Actor"]
        if actors:
            actors.sort(key=lambda pair: (-index.degree(pair[0]), pair[0].name, pair[0].id))
            for actor, here in actors:
                yield Mender(index.heir(actor), "nearest", None if here.id == node.id else here)
            return


def _first_met(pairs: Sequence[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    first: dict[str, tuple[Node, Node]] = {}
    for other, here in pairs:
        first.setdefault(other.id, (other, here))
    return list(first.values())


WAYS: dict[str, Callable[[Index, Node], Iterator[Mender]]] = {
    "Goal": _goal,
    "Challenge": _challenge,
    "Project": _project,
    "Resource": _logic,
    "Activity": _logic,
    "Effect": _logic,
    "Network": _network,
    "Lesson": _lesson,
    "StakeholderAnalysis": _analysis,
    "Mandate": _mandate,
    "Principle": _nobody,
}
