"""The expected answers of the recipes in `cypher/networks` about who is a member of what."""

from collections import Counter, defaultdict
from itertools import combinations

from rows import Row, Seed, Table, alive, half_up, holds

COLUMNS = {
    "members": "network actor role role_text sector since until basis actor_id network_id",
    "bridges": "actor pairs networks memberships inferred id",
    "overlap": "first second shared first_members second_members overlap jaccard inferred same_goals "
    "members_known first_id second_id",
    "missing_municipalities": "network missing present members_known inferred id",
    "representative_and_owner": "issue networks owners absent representatives inferred type id",
}


def memberships(seed: Seed, at: str | None) -> list[Row]:
    ends_alive = {node: alive(row, at) for node, row in seed.nodes.items()}
    return [
        tie for tie in seed.ties("MEMBER_OF") if holds(tie, at) and ends_alive[tie["from"]] and ends_alive[tie["to"]]
    ]


def members_by_network(seed: Seed, at: str | None) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for tie in memberships(seed, at):
        members[tie["to"]].add(tie["from"])
    return members


def doubtful(seed: Seed, at: str | None) -> set[tuple[str, str]]:
    """The pairs of actor and network that no source states."""
    stated = {(tie["from"], tie["to"]) for tie in memberships(seed, at) if tie.get("basis") != "inferred"}
    return {(tie["from"], tie["to"]) for tie in memberships(seed, at)} - stated


def members(seed: Seed, network: str | None = None, at: str | None = None) -> Table:
    table = []
    for tie in memberships(seed, at):
        if network in (None, tie["to"]):
            who = seed.nodes[tie["from"]]
            facts = (tie["role"], tie.get("role_text"), who.get("sector"))
            dates = (tie.get("since"), tie.get("until"), tie.get("basis"))
            table.append((seed.name(tie["to"]), who["name"], *facts, *dates, who["id"], tie["to"]))
    return sorted(table, key=lambda row: (row[0], row[9], row[1], row[8], row[5] or "", row[2] or ""))


def bridges(seed: Seed, at_least: int = 1, at: str | None = None) -> Table:
    members = members_by_network(seed, at)
    alone: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, second in combinations(sorted(members), 2):
        shared = members[first] & members[second]
        if len(shared) == 1:
            alone[shared.pop()].append((first, second))
    degree = Counter(who for all_of_it in members.values() for who in all_of_it)
    doubt = Counter(who for who, _ in doubtful(seed, at))
    table = [
        (seed.name(who), len(pairs), seed.names({end for pair in pairs for end in pair}), degree[who], doubt[who], who)
        for who, pairs in alone.items()
        if len(pairs) >= at_least
    ]
    return sorted(table, key=lambda row: (-row[1], -row[3], row[0], row[5]))


def overlap(seed: Seed, at_least: int = 2, least_overlap: float = 0.5, at: str | None = None) -> Table:
    members, doubt = members_by_network(seed, at), doubtful(seed, at)
    issues: dict[str, set[str]] = defaultdict(set)
    for tie in seed.ties("WORKS_ON"):
        issues[tie["from"]].add(tie["to"])
    table = []
    for first, second in combinations(sorted(members), 2):
        one, other = members[first], members[second]
        both, smaller = one & other, min(len(one), len(other))
        if len(both) >= at_least and len(both) >= least_overlap * smaller:
            part, jaccard = (half_up(100.0 * len(both) / whole) / 100 for whole in (smaller, len(one | other)))
            inferred = sum(bool({(who, first), (who, second)} & doubt) for who in both)
            same = (inferred, len(issues[first] & issues[second]), known(seed, first, second), first, second)
            table.append((seed.name(first), seed.name(second), len(both), len(one), len(other), part, jaccard, *same))
    return sorted(table, key=lambda row: (-row[5], -row[2], -row[6], row[0], row[1], row[10], row[11]))


def known(seed: Seed, *networks: str) -> str | None:
    said = [seed.nodes[network].get("members_known") for network in networks]
    if None in said:
        return None
    return "all" if set(said) == {"all"} else "part"


def missing_municipalities(seed: Seed, at_most: int = 3, at: str | None = None) -> Table:
    own = {node["id"] for node in seed.of("Actor") if node["kind"] == "municipality" and node.get("in_region")}
    table = []
    for network, members in members_by_network(seed, at).items():
        present = own & members
        if present and 1 <= len(own - present) <= at_most:
            missing, certainty = seed.names(own - present), seed.nodes[network].get("members_known")
            inferred = sum((who, network) in doubtful(seed, at) for who in present)
            table.append((seed.name(network), missing, len(present), certainty, inferred, network))
    return sorted(table, key=lambda row: (len(row[1]), row[0], row[5]))


def representative_and_owner(seed: Seed, at: str | None = None) -> Table:
    members = members_by_network(seed, at)
    networks: dict[str, set[str]] = defaultdict(set)
    stated: set[tuple[str, str]] = set()
    owners: dict[str, set[str]] = defaultdict(set)
    for tie in seed.ties("WORKS_ON"):
        if holds(tie, at) and alive(seed.nodes[tie["from"]], at):
            networks[tie["to"]].add(tie["from"])
            if tie.get("basis") != "inferred":
                stated.add((tie["from"], tie["to"]))
    for tie in seed.ties("OWNS_ISSUE"):
        if holds(tie, at) and alive(seed.nodes[tie["from"]], at):
            owners[tie["to"]].add(tie["from"])
    table = []
    for issue, working in networks.items():
        sitting = set().union(*(members.get(network, set()) for network in working))
        absent = seed.names(owners[issue] - sitting)
        issue_row = seed.nodes[issue]
        table.append(
            (
                issue_row["name"],
                seed.names(working),
                seed.names(owners[issue]),
                absent,
                len(sitting),
                sum((network, issue) not in stated for network in working),
                issue_row["type"],
                issue,
            )
        )
    return sorted(table, key=lambda row: (-len(row[3]), row[0], row[7]))
