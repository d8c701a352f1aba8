"""The verdict as a value: a thread for each goal, and the gaps with those who can mend them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from gronagraf.graph import Node, SeedInfo

State = Literal["whole", "thin", "broken", "unknown"]
Reason = Literal["owns", "leads", "holds_mandate", "hosts", "organised", "assessed", "nearest"]
WORST_FIRST: tuple[State, ...] = ("broken", "unknown", "thin", "whole")


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a goal's thread: of `total` projects, or goals below it, the `carriers` have it.

    `state` is None where nothing can be asked: the goal has no project.
    """

    name: str
    state: State | None
    carriers: tuple[Node, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Thread:
    """A goal's thread from challenge to goal, and what holds it up: owner, measure, stakeholders, networks, learning.

    `area` is the goal directly above, `parts` the number of goals below. `state` is the worst of the chain's links.
    """

    goal: Node
    area: Node | None
    parts: int
    chain: tuple[Link, ...]
    support: tuple[Link, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Mender:
    """An actor who can mend a gap, why, and through which node where it is not the gap's own."""

    actor: Node
    reason: Reason
    through: Node | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing at a node: `broken` where its seed says that it covers such links fully, else `unknown`.

    `missing` names the nodes that it is about, where these are known; `recipe` is the question that shows more, and
    `asks` its parameter that takes the node's id, where it needs one.
    """

    strand: str
    check: str
    node: Node
    state: State
    missing: tuple[Node, ...]
    menders: tuple[Mender, ...]
    recipe: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How many nodes of a label a check found in each state."""

    strand: str
    check: str
    label: str
    whole: int
    thin: int
    broken: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The threads by goal, the gaps by strand and check, a count for each check, and what was asked.

    Events and values before `since` did not count. `links` says how many relations were counted, and how many of these
    are inferred.
    """

    threads: tuple[Thread, ...]
    gaps: tuple[Gap, ...]
    checks: tuple[CheckCount, ...]
    at: str | None
    years: int
    since: str
    seeds: tuple[SeedInfo, ...]
    links: tuple[int, int] = (0, 0)

    @property
    def broken(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if gap.state == "broken")

    def counts(self) -> dict[State, int]:
        """How many goals have a thread in each state; those with goals below them are not counted beside these."""
        found = Counter(thread.state for thread in self.threads if not thread.parts)
        return {state: found[state] for state in WORST_FIRST}


def worst(states: Iterable[State | None]) -> State:
    """The worst of the states that are known; `whole` of none."""
    known = set(states)
    return next((state for state in WORST_FIRST if state in known), "whole")
