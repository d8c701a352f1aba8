"""The expected answers of the recipes in `cypher/networks` about who and what is missing: sectors, levels, owners."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from networks import counted, doubtful, inferred, members_by_network
from rows import Row, Seed, Table, alive

SECTORS = ("public", "private", "academia", "civil")
LEVELS = ("local", "regional", "national", "international")
COUNTS = "local regional national international no_level"
COLUMNS = {
    "missing_municipalities": "network missing present members_known inferred id",
    "who_is_missing": "network sector level members no_sector no_level members_known inferred id",
    "network_cover": f"network sector members {COUNTS} inferred members_known id",
    "goal_cover": f"issue sector actors {COUNTS} owners in_networks in_projects inferred type id",
    "one_sector": "network sector members no_sector members_known inferred id",
    "idle_networks": "network form no_goal no_host no_event hosts latest undated valid_to inferred id",
    "representative_and_owner": "issue networks owners absent by_body representatives actors inferred type id",
}
Known = tuple[str | None, str | None, bool]


def sector_and_level(who: Row, stated_only: bool, unsure: bool = False) -> Known:
    """An actor's sector and level as far as they are known, and whether anything told of it is inferred."""
    doubts = {name for name in ("sector", "level") if who.get(f"{name}_basis") == "inferred"}
    sector, level = (None if stated_only and name in doubts else who.get(name) for name in ("sector", "level"))
    return sector, level, not stated_only and (unsure or bool(doubts))


def known_members(seed: Seed, at: str | None, stated_only: bool) -> dict[str, list[Known]]:
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    doubt = doubtful(ties)
    return {
        network: [sector_and_level(seed.nodes[who], stated_only, (who, network) in doubt) for who in members]
        for network, members in members_by_network(ties).items()
    }


def missing_municipalities(seed: Seed, at_most: int = 3, at: str | None = None, stated_only: bool = False) -> Table:
    own = {
        node["id"]
        for node in seed.of("Actor")
        if node["kind"] == "municipality" and node.get("in_region") and alive(node, at)
    }
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    table = []
    for network, members in members_by_network(ties).items():
        present = own & members
        if present and 1 <= len(own - present) <= at_most:
            missing, certainty = seed.names(own - present), seed.nodes[network].get("members_known")
            unsure = sum((who, network) in doubtful(ties) for who in present)
            table.append((seed.name(network), missing, len(present), certainty, unsure, network))
    return sorted(table, key=lambda row: (len(row[1]), row[0], row[5]))


def who_is_missing(
    seed: Seed,
    at_most: int = 4,
    without_sector: str | None = None,
    without_level: str | None = None,
    at: str | None = None,
    stated_only: bool = False,
) -> Table:
    table = []
    for network, members in known_members(seed, at, stated_only).items():
        sectors, levels, doubts = zip(*members, strict=True)
        missing = [each for each in SECTORS if each not in sectors], [each for each in LEVELS if each not in levels]
        if (
            without_sector in (None, *missing[0])
            and without_level in (None, *missing[1])
            and len(missing[0]) <= at_most
        ):
            row = seed.nodes[network]
            unknown = (sectors.count(None), levels.count(None))
            table.append((row["name"], *missing, len(members), *unknown, row["members_known"], sum(doubts), network))
    return sorted(table, key=lambda row: (len(row[1]), len(row[2]), row[0], row[8]))


def by_sector(members: Iterable[tuple[Known, object]]) -> Iterable[tuple[str | None, list[int], int, list[object]]]:
    """For each sector: how many of each level, the last one unknown, how many in doubt, and the facts beside."""
    found: dict[str | None, list[tuple[Known, object]]] = {sector: [] for sector in SECTORS}
    for known, facts in members:
        found.setdefault(known[0], []).append((known, facts))
    for sector, here in found.items():
        levels = [known[1] for known, _ in here]
        doubts = sum(known[2] for known, _ in here)
        yield sector, [levels.count(level) for level in (*LEVELS, None)], doubts, [facts for _, facts in here]


def network_cover(seed: Seed, network: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for each, members in known_members(seed, at, stated_only).items():
        row = seed.nodes[each]
        for sector, levels, doubts, _ in by_sector((known, None) for known in members):
            if network in (None, each):
                table.append((row["name"], sector, sum(levels), *levels, doubts, row["members_known"], each))
    return sorted(table, key=lambda row: (row[0], row[10], row[1] or "unknown"))


def goal_cover(seed: Seed, issue: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for goal in seed.of("Goal", "Challenge"):
        if issue in (None, goal["id"]) and alive(goal, at):
            ways = ways_to(seed, goal["id"], at, stated_only)
            cover = []
            for who, own in ways.items():
                known = sector_and_level(seed.nodes[who], stated_only, all(unsure for _, unsure in own))
                cover.append((known, {way for way, _ in own}))
            for sector, levels, doubts, found in by_sector(cover):
                by = [sum(way in each for each in found) for way in ("owner", "network", "project")]
                table.append((goal["name"], sector, sum(levels), *levels, *by, doubts, goal["type"], goal["id"]))
    return sorted(table, key=lambda row: (row[0], row[13], row[1] or "unknown"))


def ways_to(seed: Seed, issue: str, at: str | None, stated_only: bool) -> Mapping[str, list[tuple[str, bool]]]:
    """The actors behind an issue, each with the ways that it is known by and whether each rests on what is inferred."""
    ways: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for tie in counted(seed, "OWNS_ISSUE", at, stated_only):
        if tie["to"] == issue:
            ways[tie["from"]].append(("owner", inferred(tie)))
    for way, first, second in (
        ("network", "WORKS_ON", "MEMBER_OF"),
        ("project", "CONTRIBUTES_TO ADDRESSES", "LEADS PARTNERS_IN FUNDS"),
    ):
        between = [tie for tie in counted(seed, first, at, stated_only) if tie["to"] == issue]
        for tie in counted(seed, second, at, stated_only):
            for link in between:
                if link["from"] == tie["to"] and seed.nodes[tie["from"]]["type"] == "Actor":
                    ways[tie["from"]].append((way, inferred(tie) or inferred(link)))
    return ways


def one_sector(seed: Seed, at_least: int = 2, at: str | None = None, stated_only: bool = False) -> Table:
    ties = counted(seed, "MEMBER_OF", at, stated_only)
    table = []
    for network, members in members_by_network(ties).items():
        rows = [{**seed.nodes[who], "level_basis": None} for who in members]
        known = [sector_and_level(row, stated_only, (row["id"], network) in doubtful(ties)) for row in rows]
        sectors = [sector for sector, _, _ in known]
        if len(set(sectors) - {None}) == 1 and len(members) >= at_least:
            [sector], row = set(sectors) - {None}, seed.nodes[network]
            doubts = sum(unsure for _, _, unsure in known)
            facts = (len(members), sectors.count(None), row["members_known"], doubts)
            table.append((row["name"], sector, *facts, network))
    return sorted(table, key=lambda row: (-row[2], row[0], row[6]))


def idle_networks(seed: Seed, years: int = 3, at: str | None = None, stated_only: bool = False) -> Table:
    works, hosts = (counted(seed, kind, at, stated_only) for kind in ("WORKS_ON", "HOSTS"))
    met = counted(seed, "FOLLOWS_UP", None, stated_only)
    events = {
        row["id"]: [seed.nodes[tie["from"]] for tie in met if tie["to"] == row["id"]]
        for row in seed.of("Network")
        if alive(row, at)
    }
    until = at or max(day(event) for each in events.values() for event in each if day(event))
    since = f"{int(until[:4]) - years}{until[4:]}"
    table = []
    for network, own in events.items():
        row = seed.nodes[network]
        hosting = {tie["from"] for tie in hosts if tie["to"] == network}
        before = [day(each) for each in own if day(each) and compared(begun(each), until) <= 0]
        latest = max(before, default=None)
        idle = latest is None or compared(latest, since) < 0
        lacks = (all(tie["from"] != network for tie in works), not hosting, idle)
        if any(lacks):
            unsure = sum(inferred(tie) and network in (tie["from"], tie["to"]) for tie in works + hosts + met)
            facts = (latest, sum(day(each) is None for each in own), row.get("valid_to"), unsure)
            table.append((row["name"], row["form"], *lacks, seed.names(hosting), *facts, network))
    return sorted(table, key=lambda row: (-sum(row[2:5]), row[0], row[10]))


def day(event: Row) -> str | None:
    return event.get("valid_to") or event.get("valid_from")


def begun(event: Row) -> str | None:
    return event.get("valid_from") or event.get("valid_to")


def compared(one: str, two: str) -> int:
    """Below, at or above 0 as the one date is before, with or after the other at the precision that both have."""
    size = min(len(one), len(two))
    return (one[:size] > two[:size]) - (one[:size] < two[:size])


def representative_and_owner(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    works, owns, sits = (counted(seed, kind, at, stated_only) for kind in ("WORKS_ON", "OWNS_ISSUE", "MEMBER_OF"))
    parts = counted(seed, "PART_OF", at, stated_only)
    table = []
    for issue in {tie["to"] for tie in works}:
        networks = {tie["from"] for tie in works if tie["to"] == issue}
        owners = {tie["from"] for tie in owns if tie["to"] == issue}
        seats = [tie for tie in sits if tie["to"] in networks]
        actors = {tie["from"] for tie in seats}
        near = set(actors)
        for _ in range(4):
            near |= {tie["to"] for tie in parts if tie["from"] in near}
        speaking = {tie["from"] for tie in seats if tie["role"] == "representative"}
        unsure = sum(end == issue for _, end in doubtful([*works, *owns]))
        unsure += len(actors - {tie["from"] for tie in seats if not inferred(tie)})
        names = [seed.names(each) for each in (networks, owners, owners - near, (owners & near) - actors, speaking)]
        row = seed.nodes[issue]
        table.append((row["name"], *names, len(actors), unsure, row["type"], issue))
    return sorted(table, key=lambda row: (-len(row[3]), row[0], row[9]))
