"""What the method asks of each node: the checks of the five parts, each with what it rests on and who shows more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from gronagraf.graph import Node
from gronagraf.thread.index import Index
from gronagraf.thread.verdict import State
from gronagraf.values import is_before


@dataclass(frozen=True, slots=True)
class Asking:
    """The graph that is asked, and the day from which on an event or a value is fresh; empty: any day."""

    index: Index
    since: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a node, and what is known to be missing: either no `carriers` or any `missing` is a gap."""

    carriers: Sequence[Node]
    missing: Sequence[Node] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One question to every node of a label. `look` gives None where it does not apply to a node.

    A gap is broken where the node's seed covers all the types in `rests_on`, else unknown. `recipe` shows more, and
    `asks` is its parameter that takes the node, where it needs one. `one_leg` says that a single carrier makes it thin.
    """

    strand: str
    name: str
    label: str
    look: Callable[[Asking, Node], Found | None]
    rests_on: tuple[str, ...]
    recipe: str
    asks: str = field(default="")
    one_leg: bool = field(default=False)


def state_of(index: Index, check: Check, node: Node, found: Found) -> State:
    """The state of a node in the eyes of a check."""
    count = 0 if found.missing else len(found.carriers)
    return state_by_count(index, node, count, check.rests_on, one_leg=check.one_leg)


def state_by_count(index: Index, node: Node, count: int, rests_on: Iterable[str], *, one_leg: bool) -> State:
    """Whole or thin by the number of carriers; without any, broken where the node's seed covers what it rests on."""
    if count == 0:
        return "broken" if index.covers(node, rests_on) else "unknown"
    return "thin" if one_leg and count == 1 else "whole"


def contributing(index: Index, goal: Node) -> list[Node]:
    """The projects that contribute to a goal or to one that belongs under it."""
    found = {project.id: project for each in index.below(goal) for project in index.behind(each, "CONTRIBUTES_TO")}
    return list(found.values())


def is_sought(index: Index, goal: Node) -> bool:
    """Whether a goal has not been succeeded by another."""
    return not index.ahead(goal, "SUCCEEDED_BY")


def is_leaf(index: Index, goal: Node) -> bool:
    """Whether a goal is sought and no other that is sought belongs under it, so that it must be measured itself."""
    return is_sought(index, goal) and not any(is_sought(index, part) for part in index.below(goal)[1:])


def _ahead(relation: str, *labels: str) -> Callable[[Asking, Node], Found]:
    return lambda asking, node: Found(asking.index.ahead(node, relation, *labels))


def _behind(relation: str, *labels: str) -> Callable[[Asking, Node], Found]:
    return lambda asking, node: Found(asking.index.behind(node, relation, *labels))


def _of_leaf(look: Callable[[Asking, Node], Found | None]) -> Callable[[Asking, Node], Found | None]:
    return lambda asking, goal: look(asking, goal) if is_leaf(asking.index, goal) else None


def _aim(look: Callable[[Asking, Node], Found | None]) -> Callable[[Asking, Node], Found | None]:
    """What is asked of a goal that is to be SMART: of none that only gathers others or points far ahead."""
    return lambda asking, goal: None if goal.facts.get("level") in NOT_SMART else _of_leaf(look)(asking, goal)


def _goal_projects(asking: Asking, goal: Node) -> Found | None:
    return Found(contributing(asking.index, goal)) if is_leaf(asking.index, goal) else None


def _means(asking: Asking, project: Node) -> Found:
    return Found([*asking.index.ahead(project, "USES"), *asking.index.ahead(project, "RUNS")])


def _onward(asking: Asking, effect: Node) -> Found:
    """A short or medium effect leads to a further effect, any other to a further effect or to a goal."""
    labels = ("Effect",) if effect.facts.get("horizon") in ("short", "medium") else ("Effect", "Goal")
    return Found(asking.index.ahead(effect, "LEADS_TO", *labels))


def _measured(field_name: str) -> Callable[[Asking, Node], Found | None]:
    """Whether a goal's measure has a baseline or a target; does not apply to a goal without a measure."""

    def look(asking: Asking, goal: Node) -> Found | None:
        measures = asking.index.out(goal, "MEASURED_BY")
        having = [edge.end for edge in measures if field_name in edge.facts]
        nodes = [node for node in map(asking.index.get, having) if node]
        return Found(nodes) if measures else None

    return look


def _target_year(asking: Asking, goal: Node) -> Found | None:
    measures = asking.index.out(goal, "MEASURED_BY")
    dated = "target_year" in goal.facts or any("target_year" in edge.facts for edge in measures)
    return Found([goal] if dated else []) if measures else None


def _fresh_value(asking: Asking, goal: Node) -> Found | None:
    indicators = asking.index.ahead(goal, "MEASURED_BY")
    fresh = [
        each
        for each in indicators
        if any(_is_fresh(asking, str(edge.facts.get("date", ""))) for edge in asking.index.into(each, "HAS_VALUE"))
    ]
    return Found(fresh) if indicators else None


def _is_fresh(asking: Asking, date: str) -> bool:
    """Whether a day lies in the years that count: neither before them nor after the day that is asked of."""
    return bool(date) and not is_before(date, asking.since) and not is_before(asking.index.latest, date)


def _analyses(asking: Asking, issue: Node) -> Found:
    """Stakeholder analyses of an issue, of its projects and of the challenges that these address."""
    index = asking.index
    projects = contributing(index, issue) if issue.label == "Goal" else index.behind(issue, "ADDRESSES")
    challenges = [each for project in projects for each in index.ahead(project, "ADDRESSES")]
    about = {each.id: each for each in (issue, *projects, *challenges)}
    found = {each.id: each for node in about.values() for each in index.behind(node, "CONCERNS")}
    return Found(list(found.values()))


def _actions(asking: Asking, analysis: Node) -> Found | None:
    """Whether an action is planned for everyone who was assessed."""
    index = asking.index
    assessed = index.into(analysis, "ASSESSED_IN")
    lacking = [index.get(edge.start) for edge in assessed if "action" not in edge.facts]
    planned = [index.get(edge.start) for edge in assessed if "action" in edge.facts]
    if not assessed:
        return None
    return Found([node for node in planned if node], sorted((n for n in lacking if n), key=lambda node: node.name))


def _owner_sits(asking: Asking, issue: Node) -> Found | None:
    """Whether those who own the issue sit in the networks that work on it, themselves or by a body of theirs.

    Does not apply without both.
    """
    index = asking.index
    owners, networks = index.behind(issue, "OWNS_ISSUE"), index.behind(issue, "WORKS_ON")
    if not owners or not networks:
        return None
    members = [member for network in networks for member in index.behind(network, "MEMBER_OF")]
    sitting = {each.id for each in index.closure(members, "PART_OF", forward=True)}
    return Found([each for each in owners if each.id in sitting], [each for each in owners if each.id not in sitting])


def _followed_up(asking: Asking, node: Node) -> Found:
    """Fresh learning events about a node; about a goal also those of its projects."""
    index = asking.index
    about = (node, *contributing(index, node)) if node.label == "Goal" else (node,)
    events = {event.id: event for each in about for event in index.behind(each, "FOLLOWS_UP")}
    return Found([event for event in events.values() if _is_fresh(asking, str(event.facts.get("valid_from", "")))])


def _mandates(asking: Asking, goal: Node) -> Found:
    """The mandates that serve a goal, one that it is part of, or one that belongs under it."""
    index = asking.index
    near = {each.id: each for each in (*index.above(goal), *index.below(goal))}
    found = {each.id: each for node in near.values() for each in index.behind(node, "SERVES")}
    return Found(list(found.values()))


LOGIC, AIMS, PEOPLE, MEETING, LEARNING, LEADING = (
    "change_logic",
    "goals",
    "stakeholders",
    "networks",
    "learning",
    "leadership",
)
NOT_SMART = frozenset({"vision", "area", "programme", "framework", "substrategy"})  # as in the recipe smart
ISSUES = ("CONCERNS", "CONTRIBUTES_TO", "ADDRESSES")
SEATS = ("WORKS_ON", "MEMBER_OF", "PART_OF")  # an owner is absent only where every way to a seat is known
STRANDS = (LOGIC, AIMS, PEOPLE, MEETING, LEARNING, LEADING)
CHECKS = (
    Check(LOGIC, "project", "Challenge", _behind("ADDRESSES"), ("ADDRESSES", "Project"), "thread_breaks", one_leg=True),
    Check(LOGIC, "owner", "Challenge", _behind("OWNS_ISSUE"), ("OWNS_ISSUE",), "thread_breaks"),
    Check(LOGIC, "challenge", "Project", _ahead("ADDRESSES"), ("ADDRESSES",), "thread_breaks"),
    Check(LOGIC, "goal", "Project", _ahead("CONTRIBUTES_TO"), ("CONTRIBUTES_TO",), "thread_breaks"),
    Check(LOGIC, "means", "Project", _means, ("USES", "RUNS"), "thread_breaks"),
    Check(LOGIC, "activity", "Resource", _ahead("LEADS_TO", "Activity"), ("LEADS_TO",), "thread_breaks"),
    Check(LOGIC, "resource", "Activity", _behind("LEADS_TO", "Resource"), ("LEADS_TO",), "thread_breaks"),
    Check(LOGIC, "effect", "Activity", _ahead("LEADS_TO", "Effect"), ("LEADS_TO",), "thread_breaks"),
    Check(LOGIC, "onward", "Effect", _onward, ("LEADS_TO",), "thread_breaks"),
    Check(LOGIC, "project", "Goal", _goal_projects, ("CONTRIBUTES_TO", "Project"), "thread_breaks", one_leg=True),
    Check(AIMS, "owner", "Goal", _aim(_behind("OWNS_ISSUE")), ("OWNS_ISSUE",), "smart"),
    Check(AIMS, "indicator", "Goal", _aim(_ahead("MEASURED_BY")), ("MEASURED_BY",), "smart"),
    Check(AIMS, "baseline", "Goal", _aim(_measured("baseline")), ("MEASURED_BY",), "smart"),
    Check(AIMS, "target", "Goal", _aim(_measured("target")), ("MEASURED_BY",), "smart"),
    Check(AIMS, "target_year", "Goal", _aim(_target_year), ("MEASURED_BY",), "smart"),
    Check(AIMS, "fresh_value", "Goal", _aim(_fresh_value), ("HAS_VALUE",), "stale_goals"),
    Check(PEOPLE, "analysis", "Challenge", _analyses, ("CONCERNS", "ADDRESSES"), "invite", asks="issue"),
    Check(PEOPLE, "analysis", "Goal", _of_leaf(_analyses), ISSUES, "invite", asks="issue"),
    Check(PEOPLE, "assessed", "StakeholderAnalysis", _behind("ASSESSED_IN"), ("ASSESSED_IN",), "assessment"),
    Check(PEOPLE, "actions", "StakeholderAnalysis", _actions, ("ASSESSED_IN",), "without_action"),
    Check(MEETING, "network", "Goal", _of_leaf(_behind("WORKS_ON")), ("WORKS_ON",), "goal_cover", one_leg=True),
    Check(MEETING, "owner_sits", "Goal", _owner_sits, SEATS, "representative_and_owner"),
    Check(MEETING, "owner_sits", "Challenge", _owner_sits, SEATS, "representative_and_owner"),
    Check(MEETING, "issue", "Network", _ahead("WORKS_ON"), ("WORKS_ON",), "idle_networks"),
    Check(MEETING, "host", "Network", _behind("HOSTS"), ("HOSTS",), "idle_networks"),
    Check(MEETING, "followed_up", "Network", _followed_up, ("FOLLOWS_UP",), "idle_networks"),
    Check(LEARNING, "followed_up", "Goal", _of_leaf(_followed_up), ("FOLLOWS_UP", "CONTRIBUTES_TO"), "not_followed_up"),
    Check(LEARNING, "used", "Lesson", _ahead("INFORMS"), ("INFORMS",), "lessons"),
    Check(LEADING, "practised", "Principle", _behind("PRACTISES"), ("PRACTISES",), "principles"),
    Check(LEADING, "holder", "Mandate", _behind("HOLDS"), ("HOLDS",), "mandates"),
    Check(LEADING, "serves", "Mandate", _ahead("SERVES"), ("SERVES",), "mandates"),
    Check(LEADING, "mandate", "Goal", _of_leaf(_mandates), ("SERVES", "PART_OF"), "goals_without_mandate"),
)
