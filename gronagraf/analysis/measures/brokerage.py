"""Gould and Fernandez's five roles of a broker: between whom a node stands, by the groups of the three."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from gronagraf.analysis.measures.measure import Explanation, Group, How, Measure, Values, once
from gronagraf.analysis.measures.overlap import Overlaps, common, overlaps_of
from gronagraf.analysis.measures.phrases import AS_COUNTED, NO_MATTER, NOT_USED, ZERO
from gronagraf.analysis.projection import Projection
from gronagraf.graph import Node
from gronagraf.schema import Term

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


@dataclass(frozen=True, slots=True)
class Brokerage:
    """The group of each node, None where it is not known, and for each node and role the open triads it stands in.

    A node without a group has no roles (None). `uncounted` is how many open triads have somebody without a group.
    """

    groups: tuple[str | None, ...]
    roles: tuple[Mapping[str, int] | None, ...]
    uncounted: int


@dataclass(frozen=True, slots=True)
class GroupRoles:
    """A group's brokers: how many of its nodes stand in any open triad, of how many, and in which roles together."""

    group: str
    nodes: int
    brokers: int
    roles: Mapping[str, int]


def brokerage(projection: Projection, group: Group) -> Brokerage:
    """The roles of every node (Gould & Fernandez 1989).

    An open triad is a tie from a to the broker and one from the broker to c, with none from a to c; c is not a. Where
    ties have no direction each triad counts once, and one with a single end in the broker's group as both gatekeeper
    and representative, since either way round is as true.
    """
    return once(projection, ("brokerage", group), lambda: _brokerage(projection, group))


def group_of(node: Node, group: Group) -> str | None:
    """The group that the node is said to be in."""
    told = node.facts.get(group)
    return None if told is None else str(told)


def by_group(found: Brokerage) -> tuple[GroupRoles, ...]:
    """The roles of each group's nodes added up, the largest number of open triads first."""
    rows = []
    for group in {each for each in found.groups if each is not None}:
        own = [roles for own, roles in zip(found.groups, found.roles, strict=True) if own == group and roles]
        total = {role: sum(roles[role] for roles in own) for role in ROLES}
        rows.append(GroupRoles(group, len(own), sum(any(roles.values()) for roles in own), total))
    return tuple(sorted(rows, key=lambda row: (-sum(row.roles.values()), row.group)))


def _brokerage(projection: Projection, group: Group) -> Brokerage:
    groups = tuple(group_of(node, group) for node in projection.nodes)
    out = projection.network.get_adjlist(mode="out")
    into = projection.network.get_adjlist(mode="in") if projection.directed else out
    overlaps = overlaps_of(out, groups)
    roles: list[Mapping[str, int] | None] = []
    uncounted = 0
    for node, own in enumerate(groups):
        counts, unknown = _roles(node, into[node], out[node], groups, overlaps)
        roles.append(None if own is None else _once_each(counts, directed=projection.directed))
        uncounted += unknown
    return Brokerage(groups, tuple(roles), uncounted if projection.directed else uncounted // 2)


def _roles(
    node: int, into: Sequence[int], out: Sequence[int], groups: Sequence[str | None], overlaps: Overlaps
) -> tuple[dict[str, int], int]:
    """The open triads of a node by role, and how many have somebody without a group.

    For each first end: all second ends, less those that it is tied to itself, and less itself.
    """
    counts = dict.fromkeys(ROLES, 0)
    own = groups[node]
    ends = Counter(groups[each] for each in out)
    known = len(out) - ends[None]
    to = frozenset(out)
    unknown = 0
    for first in into:
        group = groups[first]
        back = first in to
        closed, closed_known, closed_own, closed_first = common(overlaps, node, first, own, group)
        if own is None or group is None:
            unknown += len(out) - closed - back
            continue
        named = known - closed_known - back
        unknown += len(out) - closed - back - named
        in_own = ends[own] - closed_own - (back and group == own)
        in_first = ends[group] - closed_first - back
        if group == own:
            counts["coordinator"] += in_own
            counts["representative"] += named - in_own
        else:
            counts["gatekeeper"] += in_own
            counts["itinerant"] += in_first
            counts["liaison"] += named - in_own - in_first
    return counts, unknown


def _once_each(counts: dict[str, int], *, directed: bool) -> Mapping[str, int]:
    """Where ties have no direction every triad has been met from both ends."""
    if directed:
        return counts
    twice = ("coordinator", "itinerant", "liaison")
    return {role: count // 2 if role in twice else count for role, count in counts.items()}


def in_role(projection: Projection, how: How, role: str) -> Values:
    """How many open triads each node stands in in this role, by `how.group`; None for one without a group."""
    return [roles[role] if roles else None for roles in brokerage(projection, how.group).roles]


WITHOUT_GROUP = Term(
    "den som saknar uppgift om grupp (--by) har ingen roll, och gissas inte ha någon",
    "one whose group (--by) is not known has no role, and none is guessed",
)
DIRECTION = Term(
    "Från a genom noden till c, utan band från a till c. Oriktade öppna triader räknas en gång; en där bara ena änden"
    " är i nodens grupp räknas både som grindvakt och som företrädare.",
    "From a through the node to c, with no tie from a to c. Undirected open triads count once; one with a single end in"
    " the node's group counts both as gatekeeper and as representative.",
)
GOULD = "Gould & Fernandez 1989, Sociological Methodology 19: 89-126"


def _measure(role: str, term: Term, definition: Term) -> Measure:
    return Measure(
        role,
        term,
        partial(in_role, role=role),
        Explanation(definition, AS_COUNTED, NOT_USED, DIRECTION, ZERO, NO_MATTER, GOULD),
        empty=WITHOUT_GROUP,
        two_mode=False,
    )


MEASURES = (
    _measure(
        "coordinator",
        Term("Samordnare", "Coordinator"),
        Term(
            "Öppna triader där noden förmedlar mellan två i sin egen grupp. Grupp enligt --by, annars sektor.",
            "Open triads in which the node stands between two of its own group. Groups by --by, else sector.",
        ),
    ),
    _measure(
        "itinerant",
        Term("Konsult", "Consultant"),
        Term(
            "Öppna triader där noden förmedlar mellan två i samma grupp, som inte är dess egen.",
            "Open triads in which the node stands between two of one group that is not its own.",
        ),
    ),
    _measure(
        "representative",
        Term("Företrädare", "Representative"),
        Term(
            "Öppna triader där noden leder ut från sin egen grupp till en annan.",
            "Open triads in which the node leads from its own group out to another.",
        ),
    ),
    _measure(
        "gatekeeper",
        Term("Grindvakt", "Gatekeeper"),
        Term(
            "Öppna triader där noden leder in från en annan grupp till sin egen.",
            "Open triads in which the node leads from another group into its own.",
        ),
    ),
    _measure(
        "liaison",
        Term("Länk", "Liaison"),
        Term(
            "Öppna triader där alla tre hör till olika grupper.",
            "Open triads in which all three are of different groups.",
        ),
    ),
)
