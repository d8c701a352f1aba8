"""The expected answers of the recipes in `cypher/networks` about who is a member of what."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, product

from rows import Row, Seed, Table, alive, half_up, holds

ROLES = ("convenor", "member", "representative", "associate", "funder", "supporter", "applicant")
COLUMNS = {
    "members": "network actor role role_text sector since until basis actor_id network_id",
    "networks_of": "network tie role role_text body since until basis network_id",
    "most_memberships": f"actor sector networks {' '.join(ROLES)} inferred id",
    "bridges": "actor pairs networks memberships inferred id",
    "bridge_pairs": "first second carriers carrier first_roles second_roles first_projects second_projects inferred "
    "carrier_id first_id second_id",
    "overlap": "first second shared first_members second_members overlap jaccard contained same_goals inferred "
    "members_known first_id second_id",
    "by_form": "form network form_text basis members inferred members_known id",
}


def inferred(tie: Row) -> bool:
    return tie.get("basis") == "inferred"


def counted(seed: Seed, kinds: str, at: str | None, stated_only: bool = False) -> list[Row]:
    """The relations of these types that hold then, as do both their ends."""
    return [
        tie
        for kind in kinds.split()
        for tie in seed.ties(kind)
        if not (stated_only and inferred(tie))
        and holds(tie, at)
        and alive(seed.nodes[tie["from"]], at)
        and alive(seed.nodes[tie["to"]], at)
    ]


def members_by_network(ties: Iterable[Row]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        members[tie["to"]].add(tie["from"])
    return members


def doubtful(ties: Iterable[Row]) -> set[tuple[str, str]]:
    """The pairs of nodes that are tied, and no source states it."""
    pairs = {True: set(), False: set()}
    for tie in ties:
        pairs[inferred(tie)].add((tie["from"], tie["to"]))
    return pairs[True] - pairs[False]


def members(seed: Seed, network: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for tie in counted(seed, "MEMBER_OF", at, stated_only):
        if network in (None, tie["to"]):
            who = seed.nodes[tie["from"]]
            facts = (tie["role"], tie.get("role_text"), who.get("sector"))
            dates = (tie.get("since"), tie.get("until"), tie.get("basis"))
            table.append((seed.name(tie["to"]), who["name"], *facts, *dates, who["id"], tie["to"]))
    return sorted(table, key=lambda row: (row[0], row[9], row[1], row[8], row[5] or "", row[2] or ""))


def networks_of(seed: Seed, actor: str, at: str | None = None, stated_only: bool = False) -> Table:
    parts: dict[str, list[Row]] = defaultdict(list)
    for tie in counted(seed, "PART_OF", at, stated_only):
        parts[tie["to"]].append(tie)
    own = [(actor, False)]
    for _ in range(4):
        own += [(tie["from"], doubt or inferred(tie)) for who, doubt in own for tie in parts[who]]
    table = set()
    for tie in counted(seed, "MEMBER_OF HOSTS", at, stated_only):
        for who, doubt in own:
            if who == tie["from"]:
                body = None if who == actor else seed.name(who)
                facts = (tie["type"], tie.get("role"), tie.get("role_text"), body, tie.get("since"), tie.get("until"))
                basis = "inferred" if doubt else tie.get("basis")
                table.add((seed.name(tie["to"]), *facts, basis, tie["to"]))
    ranked = sorted(table, key=lambda row: (row[5] or "", row[2] or ""))
    ranked.sort(key=lambda row: row[1], reverse=True)
    return sorted(ranked, key=lambda row: (row[0], row[8], row[4] or ""))


def most_memberships(
    seed: Seed, at_least: int = 2, role: str | None = None, at: str | None = None, stated_only: bool = False
) -> Table:
    ties = [tie for tie in counted(seed, "MEMBER_OF", at, stated_only) if role in (None, tie["role"])]
    doubt = Counter(who for who, _ in doubtful(ties))
    table = []
    for who in {tie["from"] for tie in ties}:
        own = {(tie["to"], tie["role"]) for tie in ties if tie["from"] == who}
        roles = Counter(taken for _, taken in own)
        networks = len({network for network, _ in own})
        if networks >= at_least:
            row = seed.nodes[who]
            table.append((row["name"], row["sector"], networks, *(roles[each] for each in ROLES), doubt[who], who))
    return sorted(table, key=lambda row: (-row[2], -row[3], row[0], row[-1]))


def bridges(seed: Seed, at_least: int = 1, at: str | None = None, stated_only: bool = False) -> Table:
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    members = members_by_network(ties)
    alone: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, second in combinations(sorted(members), 2):
        shared = members[first] & members[second]
        if len(shared) == 1:
            alone[shared.pop()].append((first, second))
    degree = Counter(who for all_of_it in members.values() for who in all_of_it)
    doubt = Counter(who for who, _ in doubtful(ties))
    table = [
        (seed.name(who), len(pairs), seed.names({end for pair in pairs for end in pair}), degree[who], doubt[who], who)
        for who, pairs in alone.items()
        if len(pairs) >= at_least
    ]
    return sorted(table, key=lambda row: (-row[1], -row[3], row[0], row[5]))


def bridge_pairs(seed: Seed, at_most: int = 1, at: str | None = None, stated_only: bool = False) -> Table:
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    members, doubt = members_by_network(ties), doubtful(ties)
    joint = joint_projects(seed, at, stated_only)
    table = []
    for first, second in combinations(sorted(members), 2):
        shared = members[first] & members[second]
        for who in shared if len(shared) <= at_most else ():
            roles = [
                sorted({tie["role"] for tie in ties if (tie["from"], tie["to"]) == (who, network)})
                for network in (first, second)
            ]
            projects = [joint.get((who, network), {}) for network in (first, second)]
            unsure = sum((who, network) in doubt for network in (first, second))
            unsure += sum(not sure for each in projects for sure in each.values())
            ends = (seed.name(first), seed.name(second), len(shared), seed.name(who))
            table.append((*ends, *roles, *map(seed.names, projects), unsure, who, first, second))
    return sorted(table, key=lambda row: (row[2], row[0], row[1], row[10], row[11], row[3], row[9]))


def joint_projects(seed: Seed, at: str | None, stated_only: bool) -> dict[tuple[str, str], dict[str, bool]]:
    """By actor and network the projects that both have a part in, and whether a source states both parts."""
    carried = counted(seed, "CARRIES PARTNERS_IN", at, stated_only)
    joint: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for own, other in product(counted(seed, "LEADS PARTNERS_IN FUNDS", at, stated_only), carried):
        ends = (seed.nodes[own["from"]]["type"], seed.nodes[other["from"]]["type"])
        if own["to"] == other["to"] and ends == ("Actor", "Network"):
            projects = joint[own["from"], other["from"]]
            sure = not (inferred(own) or inferred(other))
            projects[own["to"]] = projects.get(own["to"], False) or sure
    return joint


def overlap(
    seed: Seed, at_least: int = 2, least_overlap: float = 0.5, at: str | None = None, stated_only: bool = False
) -> Table:
    sits, works = (counted(seed, kind, at, stated_only) for kind in ("MEMBER_OF", "WORKS_ON"))
    members, doubt = members_by_network(sits), doubtful(sits) | doubtful(works)
    issues = defaultdict(set)
    for tie in works:
        issues[tie["from"]].add(tie["to"])
    table = []
    for pair in combinations(sorted(members), 2):
        (one, other), goals = (members[end] for end in pair), issues[pair[0]] & issues[pair[1]]
        both, smaller = one & other, min(len(one), len(other))
        if len(both) >= at_least and len(both) >= least_overlap * smaller:
            shares = [half_up(100.0 * len(both) / whole) / 100 for whole in (smaller, len(one | other))]
            unsure = {who for who in both if {(who, pair[0]), (who, pair[1])} & doubt}
            unsure |= {goal for goal in goals if {(pair[0], goal), (pair[1], goal)} & doubt}
            names = [seed.name(end) for end in pair]
            within = [
                name for name, inner, outer in zip(names, (one, other), (other, one), strict=True) if inner <= outer
            ]
            known = [seed.nodes[end].get("members_known") for end in pair]
            sizes = (len(both), len(one), len(other), *shares)
            table.append((*names, *sizes, within, len(goals), len(unsure), known, *pair))
    return sorted(table, key=lambda row: (-row[5], -row[2], -row[6], row[0], row[1], row[11], row[12]))


def by_form(seed: Seed, form: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    members, doubt = members_by_network(ties), doubtful(ties)
    table = []
    for network, row in seed.nodes.items():
        if row["type"] != "Network" or not alive(row, at) or form not in (None, row["form"]):
            continue
        basis = row.get("form_basis") or row["basis"]
        if not (stated_only and basis == "inferred"):
            unsure = sum(where == network for _, where in doubt)
            facts = (row["form"], row["name"], row["form_text"], basis)
            table.append((*facts, len(members.get(network, ())), unsure, row["members_known"], network))
    return sorted(table, key=lambda row: (row[0] or "unknown", row[1], row[7]))
