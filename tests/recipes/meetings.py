"""The expected answers of the recipes in `cypher/networks` about who meets whom, and the ways between."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from rows import Row, Seed, Table, alive, holds, last

COLUMNS = {
    "closed_circles": "actor sector municipality meets other_sectors other_municipalities sector_unknown "
    "municipality_unknown through inferred id",
    "meets": "other sector arenas networks projects events inferred id",
    "shared": "type shared actor relations through outgoing since until basis sources shared_id actor_id",
    "surroundings": "step start relation target",
    "ways": "way step start relation target since until basis source",
}
MEETING = ("MEMBER_OF", "LEADS", "PARTNERS_IN", "ORGANISES", "TOOK_PART_IN")
ARENAS = ("Network", "Project", "LearningEvent")
LEADING_ON = {"MEMBER_OF": "WORKS_ON", "LEADS": "CONTRIBUTES_TO ADDRESSES", "PARTNERS_IN": "CONTRIBUTES_TO ADDRESSES"}
LEADING_ON |= {"HOLDS": "SERVES"}


def told(seed: Seed, at: str | None, stated_only: bool) -> list[Row]:
    """The relations that hold, between nodes that were there."""
    return [
        tie
        for tie in seed.edges
        if holds(tie, at)
        and all(alive(seed.nodes[tie[end]], at) for end in ("from", "to"))
        and not (stated_only and tie.get("basis") == "inferred")
    ]


def present(seed: Seed, at: str | None, stated_only: bool) -> dict[str, dict[str, bool]]:
    """Who is in each arena, and whether no source states it."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for tie in told(seed, at, stated_only):
        if tie["type"] in MEETING and seed.nodes[tie["from"]]["type"] == "Actor":
            doubt = tie.get("basis") == "inferred"
            here = found[tie["to"]]
            here[tie["from"]] = doubt and here.get(tie["from"], True)
    return found


def meetings(seed: Seed, actor: str, here: dict[str, dict[str, bool]]) -> dict[str, dict[str, bool]]:
    """By each other actor: the arenas where the two meet, and whether that is in doubt."""
    met: dict[str, dict[str, bool]] = defaultdict(dict)
    for arena, actors in here.items():
        for other in actors.keys() - {actor} if actor in actors else ():
            met[other][arena] = actors[actor] or actors[other]
    return met


def of_kind(seed: Seed, ids: Iterable[str]) -> list[list[str]]:
    """The names of networks, projects and events among these."""
    ids = list(ids)
    return [seed.names(node for node in ids if seed.nodes[node]["type"] == kind) for kind in ARENAS]


def meets(seed: Seed, actor: str, at: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for other, arenas in meetings(seed, actor, present(seed, at, stated_only)).items():
        who = seed.nodes[other]
        table.append((who["name"], who["sector"], len(arenas), *of_kind(seed, arenas), sum(arenas.values()), other))
    return sorted(table, key=lambda row: (-row[2], row[0], row[7]))


def closed_circles(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    here = present(seed, at, stated_only)
    table = []
    for who in seed.of("Actor"):
        met = meetings(seed, who["id"], here)
        counts, unknown = [], []
        for bound in ("sector", "municipality"):
            theirs = [seed.nodes[other][bound] for other in met]
            unknown.append(theirs.count(None))
            counts.append(len(theirs) - unknown[-1] - theirs.count(who[bound]) if who[bound] else None)
        if met and 0 in counts:
            seat = seed.name(who["municipality"]) if who["municipality"] else None
            through = seed.names({arena for arenas in met.values() for arena in arenas})
            doubt = sum(all(arenas.values()) for arenas in met.values())
            row = (who["name"], who["sector"], seat, len(met), *counts, *unknown, through, doubt, who["id"])
            table.append(row)
    return sorted(table, key=lambda row: (-row[3], row[0], row[10]))


def shared(seed: Seed, first: str, second: str, at: str | None = None, stated_only: bool = False) -> Table:
    ties = told(seed, at, stated_only)
    reached: dict[str, list[tuple[str, list[Row]]]] = defaultdict(list)
    for tie in ties:
        for actor, thing in ((tie["from"], tie["to"]), (tie["to"], tie["from"])):
            if actor in (first, second) and seed.nodes[thing]["type"] != "Indicator":
                reached[thing].append((actor, [tie]))
        if tie["from"] in (first, second):
            for on in ties:
                if on["from"] == tie["to"] and on["type"] in LEADING_ON.get(tie["type"], "").split():
                    reached[on["to"]].append((tie["from"], [tie, on]))
    table = []
    for thing, ways in reached.items():
        if thing == second or len({actor for actor, _ in ways}) == 2:
            table += [shared_row(seed, thing, actor, way) for actor, way in ways]
    return sorted(
        table, key=lambda row: (row[0], row[1], row[10], row[2], row[11], row[4] or "", row[5], row[3], row[6] or "")
    )


def shared_row(seed: Seed, thing: str, actor: str, way: list[Row]) -> tuple[object, ...]:
    through = seed.name(way[0]["to"]) if len(way) == 2 else None
    first = way[0]
    columns = ([tie[key] or "" for tie in way] for key in ("type", "basis", "source"))
    relations, basis, sources = columns
    known = (first["from"] == actor, first.get("since"), first.get("until"), basis, sources)
    return (seed.nodes[thing]["type"], seed.name(thing), seed.name(actor), relations, through, *known, thing, actor)


def surroundings(seed: Seed, node: str, most_steps: int = 1, at: str | None = None, stated_only: bool = False) -> Table:
    reached, rows, met = {node}, [(0, node, None, None)], set()
    ties = told(seed, at, stated_only)
    for step in range(1, most_steps + 1):
        here = set(reached)
        for index, edge in enumerate(ties):
            if {edge["from"], edge["to"]} & here and index not in met:
                met.add(index)
                reached |= {edge["from"], edge["to"]}
                rows.append((step, edge["from"], edge["type"], edge["to"]))
    return sorted(rows, key=lambda row: (row[0], last(row[2]), row[1], last(row[3])))


def ways(seed: Seed, first: str, second: str, at: str | None = None, stated_only: bool = False) -> Table:
    """Breadth first from the one node, then every way back from the other along falling distances."""
    ties = [tie for tie in told(seed, at, stated_only) if tie["type"] != "HAS_VALUE"]
    near: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        near[tie["from"]].add(tie["to"])
        near[tie["to"]].add(tie["from"])
    away, edge = {first: 0}, [first]
    for step in range(1, 5):
        edge = sorted({other for node in edge for other in near[node]} - away.keys())
        away |= dict.fromkeys(edge, step)
    found = [[second]] if away.get(second) else []
    while found and found[0][0] != first:
        found = [[node, *way] for way in found for node in near[way[0]] if away.get(node) == away[way[0]] - 1]
    found.sort(key=lambda way: "".join(f"{seed.name(node)} {node} " for node in way))
    table = []
    for number, way in enumerate(found, 1):
        for step, (start, target) in enumerate(pairwise(way), 1):
            between = [tie for tie in ties if {tie["from"], tie["to"]} == {start, target}]
            for tie in sorted(between, key=lambda tie: (tie["type"], tie["from"], tie.get("since") or "")):
                known = (tie.get("since"), tie.get("until"), tie["basis"], tie["source"])
                table.append((number, step, start, tie["type"], target, *known))
    return table
