"""The thread of one goal: how many of its projects each link of the change logic carries, and what holds it up."""

from collections.abc import Callable, Iterator

from gronagraf.graph import Node
from gronagraf.thread.checks import CHECKS, Asking, Check, contributing, is_leaf, is_sought, state_by_count, state_of
from gronagraf.thread.index import Index
from gronagraf.thread.verdict import Link, State, Thread, worst

SUPPORT = ("owner", "indicator", "analysis", "network", "followed_up", "mandate")


def thread_of(asking: Asking, goal: Node) -> Thread:
    """The goal's chain and what holds it up.

    A goal's chain counts the projects that contribute to it. A goal with others below it counts these instead: the
    state of a link is that of the goal that is worst off, and those that have it carry it. Succeeded goals below it are
    not judged; their projects are those of the goal above.
    """
    index = asking.index
    parts = [goal, *(part for part in index.below(goal)[1:] if is_sought(index, part))]
    leaves = [part for part in parts if is_leaf(index, part)] or [goal]
    judged = [part for part in parts if part in leaves or index.behind(part, "CONTRIBUTES_TO")]
    chains = [(part, tuple(_chain(index, part))) for part in judged]
    chain = chains[0][1] if judged == [goal] else tuple(_over_parts(chains))
    area = next(iter(index.ahead(goal, "PART_OF", "Goal")), None)
    support = tuple(_support(asking, leaves))
    return Thread(goal, area, len(parts) - 1, chain, support, worst([link.state for link in chain]))


def _chain(index: Index, goal: Node) -> Iterator[Link]:
    """How many of the goal's own projects each link of the change logic carries."""
    projects = contributing(index, goal) if is_leaf(index, goal) else index.behind(goal, "CONTRIBUTES_TO")
    wanted = {each.id for each in index.below(goal)}

    def state(count: int, *types: str) -> State:
        return state_by_count(index, goal, count, types, one_leg=True)

    yield Link("project", state(len(projects), "CONTRIBUTES_TO", "Project"), tuple(projects), len(projects))
    for name, found, types in LINKS:
        carried = tuple(project for project in projects if found(index, project, wanted))
        yield Link(name, state(len(carried), *types) if projects else None, carried, len(projects))


def _over_parts(chains: list[tuple[Node, tuple[Link, ...]]]) -> Iterator[Link]:
    """How many of the goals have each link, of those where it can be asked."""
    for links in zip(*(chain for _, chain in chains), strict=True):
        having = tuple(part for (part, _), link in zip(chains, links, strict=True) if link.state in ("whole", "thin"))
        states = [link.state for link in links if link.state]
        yield Link(links[0].name, worst(states) if states else None, having, len(states))


def _support(asking: Asking, leaves: list[Node]) -> Iterator[Link]:
    """For each kind of support the goals that have it; the state is that of the goal that is worst off."""
    for name in SUPPORT:
        looked = [(leaf, *_looked(asking, GOAL_CHECKS[name], leaf)) for leaf in leaves]
        having = tuple(leaf for leaf, count, _ in looked if count)
        states = [state for _, _, state in looked if state]
        yield Link(name, worst(states) if states else None, having, len(states))


def _looked(asking: Asking, check: Check, leaf: Node) -> tuple[int, State | None]:
    found = check.look(asking, leaf)
    return (0, None) if found is None else (len(found.carriers), state_of(asking.index, check, leaf, found))


def _activities(index: Index, project: Node) -> list[Node]:
    """What a project runs, and what its resources lead to where no other project runs it; as in the recipe chains."""
    resources = index.ahead(project, "USES")
    reached = [each for node in resources for each in index.ahead(node, "LEADS_TO", "Activity")]
    alone = [each for each in reached if not index.behind(each, "RUNS")]
    return list({each.id: each for each in (*index.ahead(project, "RUNS"), *alone)}.values())


def _effects(index: Index, project: Node) -> list[Node]:
    """The effects of a project's activities, and those that they lead on to."""
    first = [each for activity in _activities(index, project) for each in index.ahead(activity, "LEADS_TO", "Effect")]
    return [each for each in index.closure(first, "LEADS_TO", forward=True) if each.label == "Effect"]


def _reaches(index: Index, project: Node, wanted: set[str]) -> bool:
    """Whether an effect of the project leads to one of these goals."""
    return any(goal.id in wanted for effect in _effects(index, project) for goal in index.ahead(effect, "LEADS_TO"))


GOAL_CHECKS = {check.name: check for check in CHECKS if check.label == "Goal" and check.name in SUPPORT}
MEANS = ("USES", "RUNS", "LEADS_TO")
LINKS: tuple[tuple[str, Callable[[Index, Node, set[str]], object], tuple[str, ...]], ...] = (
    ("challenge", lambda index, project, _: index.ahead(project, "ADDRESSES"), ("ADDRESSES",)),
    ("resource", lambda index, project, _: index.ahead(project, "USES"), ("USES",)),
    ("activity", lambda index, project, _: _activities(index, project), MEANS),
    ("effect", lambda index, project, _: _effects(index, project), MEANS),
    ("reached", _reaches, MEANS),
)
