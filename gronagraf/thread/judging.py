"""Judging a graph: the thread of every goal, and every gap of the method with those who can mend it."""

from collections.abc import Iterable, Iterator

from gronagraf.errors import RecipeError
from gronagraf.graph import Graph, Node
from gronagraf.thread.chain import thread_of
from gronagraf.thread.checks import CHECKS, Asking, Check, Found, is_sought, state_of
from gronagraf.thread.index import Index
from gronagraf.thread.mending import menders
from gronagraf.thread.verdict import CheckCount, Gap, State, Thread, Verdict
from gronagraf.values import did_you_mean, quote

YEARS = 4
"""How old an event or a value may be and still count: the method follows up every fourth year at the latest."""


def judge(
    graph: Graph,
    *,
    goal: str | None = None,
    project: str | None = None,
    at: str | None = None,
    years: int = YEARS,
    stated_only: bool = False,
) -> Verdict:
    """The verdict on a graph: whole, thin, broken or unknown, link by link for each goal, and the gaps behind it.

    `goal` keeps to one goal and what hangs on it, `project` to one project's own chain, `at` to what held then (ISO
    8601, at any precision; else over all time, without goals that were succeeded), `stated_only` to what no one has
    inferred. An event or a value counts for `years` years back from `at`, else from the latest day that the graph
    knows. Raises RecipeError where there is no such goal or project, or none to judge at that day.
    """
    index = Index(graph, at, stated_only=stated_only)
    asking = Asking(index, _years_before(index.latest, years))
    goals, within = _scope(index, graph, goal, project)
    gaps: list[Gap] = []
    counts: list[CheckCount] = []
    for check in CHECKS:
        looked = list(_looked(asking, check, within))
        counts.append(_counted(check, [state for _, _, state in looked]))
        gaps += (
            _gap(index, check, node, found, state) for node, found, state in looked if state in ("broken", "unknown")
        )
    threads = sorted((thread_of(asking, each) for each in goals), key=lambda thread: _thread_order(index, thread))
    order = {(check.strand, check.name, check.label): number for number, check in enumerate(CHECKS)}
    gaps.sort(key=lambda gap: (gap.state, order[gap.strand, gap.check, gap.node.label], gap.node.name, gap.node.id))
    links = (index.links, index.inferred)
    return Verdict(tuple(threads), tuple(gaps), tuple(counts), at, years, asking.since, graph.seeds, links)


def _years_before(date: str, years: int) -> str:
    """The same day some years earlier, at the precision given; empty for an empty date."""
    return f"{max(int(date[:4]) - years, 0):04d}{date[4:].replace('-02-29', '-02-28')}" if date else ""


def _scope(index: Index, graph: Graph, goal: str | None, project: str | None) -> tuple[list[Node], set[str] | None]:
    """The goals to judge, and the ids that a gap may be about; None where it may be about any."""
    if project is not None:
        node = _project(index, graph, project)
        goals = [each for each in index.ahead(node, "CONTRIBUTES_TO", "Goal") if is_sought(index, each)]
        return goals, _chain(index, node)
    if goal is None:
        return [each for each in index.of("Goal") if is_sought(index, each)], None
    goals = _goals(index, graph, goal)
    return goals, _hanging_on(index, goals)


def _project(index: Index, graph: Graph, project: str) -> Node:
    ids = {node.id: node.name for node in graph.nodes if node.label == "Project"}
    if project not in ids:
        named = next((id_ for id_, name in ids.items() if name.casefold() == project.casefold()), project)
        remedy = did_you_mean(named, ids, "look it up with: gronagraf run find --text WORD")
        raise RecipeError(f"no project has the id {quote(project)}; {remedy}")
    node = index.get(project)
    if node is None:
        raise RecipeError(f"the project {quote(project)} did not hold at {index.at}; give --at a day when it did")
    return node


def _chain(index: Index, project: Node) -> set[str]:
    """The ids of a project and of what its change logic runs through, up to the goals."""
    first = [node for relation in OF_A_PROJECT for node in index.ahead(project, relation)]
    chain = index.closure(first, "LEADS_TO", forward=True)
    return {project.id, *(node.id for node in (*first, *chain) if node.label != "Goal")}


def _goals(index: Index, graph: Graph, goal: str) -> list[Node]:
    """One goal and those below it that are still sought."""
    ids = {node.id: node.name for node in graph.nodes if node.label == "Goal"}
    if goal not in ids:
        named = next((id_ for id_, name in ids.items() if name.casefold() == goal.casefold()), goal)
        remedy = did_you_mean(named, ids, "look it up with: gronagraf run find --text WORD")
        raise RecipeError(f"no goal has the id {quote(goal)}; {remedy}")
    node = index.get(goal)
    if node is None:
        raise RecipeError(f"the goal {quote(goal)} did not hold at {index.at}; give --at a day when it did")
    if not is_sought(index, node):
        heir = index.heir(node)
        what = f"the goal {quote(goal)} was succeeded by {quote(heir.id)}"
        raise RecipeError(f"{what}; ask for that one, or give --at a day when the first one held")
    return [node, *(each for each in index.below(node)[1:] if is_sought(index, each))]


def _hanging_on(index: Index, goals: Iterable[Node]) -> set[str]:
    """The ids of all that the thread of these goals runs through: everything that a gap may be about."""
    found = {goal.id for goal in goals}
    nearest = [node for goal in goals for relation in ON_A_GOAL for node in index.behind(goal, relation)]
    projects = [node for node in nearest if node.label == "Project"]
    further = [node for each in projects for relation in OF_A_PROJECT for node in index.ahead(each, relation)]
    effects = index.closure(further, "LEADS_TO", forward=True)
    events = [
        node for node in (*nearest, *projects, *further) for relation in ABOUT for node in index.behind(node, relation)
    ]
    lessons = [node for event in events for node in (*index.ahead(event, "PRODUCED"), *index.ahead(event, "PRACTISES"))]
    return found | {node.id for node in (*nearest, *further, *effects, *events, *lessons) if node.label != "Goal"}


ON_A_GOAL = ("CONTRIBUTES_TO", "WORKS_ON", "SERVES", "CONCERNS", "FOLLOWS_UP", "LEADS_TO")
OF_A_PROJECT = ("ADDRESSES", "USES", "RUNS")
ABOUT = ("CONCERNS", "FOLLOWS_UP")


def _looked(asking: Asking, check: Check, within: set[str] | None) -> Iterator[tuple[Node, Found, State]]:
    """Every node that the check applies to, with what it found."""
    for node in asking.index.of(check.label):
        if within is None or node.id in within:
            found = check.look(asking, node)
            if found is not None:
                yield node, found, state_of(asking.index, check, node, found)


def _counted(check: Check, states: list[State]) -> CheckCount:
    numbers = {state: states.count(state) for state in ("whole", "thin", "broken", "unknown")}
    return CheckCount(check.strand, check.name, check.label, **numbers)


def _gap(index: Index, check: Check, node: Node, found: Found, state: State) -> Gap:
    mending = tuple(menders(index, node))
    return Gap(check.strand, check.name, node, state, tuple(found.missing), mending, check.recipe, check.asks)


def _thread_order(index: Index, thread: Thread) -> tuple[object, ...]:
    """Goals below the one that they are part of, as in a table of contents."""
    way = [(each.name, each.id) for each in reversed(index.above(thread.goal)) if each.id != thread.goal.id]
    return (*way, (thread.goal.name, thread.goal.id))
