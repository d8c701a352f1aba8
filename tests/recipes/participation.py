"""The expected answers of the recipes in `cypher/learning` about who takes part and who carries how much."""

from collections import defaultdict

from rows import Row, Seed, Table, alive, holds

COLUMNS = {
    "participation": "actor sector took_part organised own_events not_there latest inferred id",
    "load_per_actor": "actor sector networks projects mandates issues events total inferred id",
}
OWN = ("MEMBER_OF", "HOSTS", "LEADS", "PARTNERS_IN", "OWNS_ISSUE")
ALL = (*OWN, "FUNDS", "HOLDS", "ORGANISES", "TOOK_PART_IN")


def valid(seed: Seed, ties: list[Row], at: str | None, stated_only: bool) -> list[Row]:
    """The relations that count on a day: their own period and those of both ends share it."""
    return [
        tie
        for tie in ties
        if holds(tie, at)
        and all(alive(seed.nodes[tie[end]], at) for end in ("from", "to"))
        and not (stated_only and tie.get("basis") == "inferred")
    ]


def participation(seed: Seed, at_most: int | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    about: dict[str, set[str]] = defaultdict(set)
    for tie in valid(seed, seed.ties("FOLLOWS_UP"), at, stated_only):
        about[tie["to"]].add(tie["from"])
    table = []
    for actor in (each for each in seed.of("Actor") if alive(each, at)):
        mine = [tie for tie in seed.edges if tie["from"] == actor["id"]]
        there = valid(seed, [tie for tie in mine if tie["type"] in ("TOOK_PART_IN", "ORGANISES")], at, stated_only)
        events = {kind: {tie["to"] for tie in there if tie["type"] == kind} for kind in ("TOOK_PART_IN", "ORGANISES")}
        known = events["TOOK_PART_IN"] | events["ORGANISES"]
        ties = valid(seed, [tie for tie in mine if tie["type"] in OWN], at, stated_only)
        own = set().union(*(about[tie["to"]] for tie in ties))
        latest = max((day for event in known if (day := seed.nodes[event].get("valid_from"))), default=None)
        doubt = sum(tie.get("basis") == "inferred" for tie in there)
        counts = (len(events["TOOK_PART_IN"]), len(events["ORGANISES"]), len(own), len(own - known))
        if at_most is None or len(known) <= at_most:
            table.append((actor["name"], actor.get("sector"), *counts, latest, doubt, actor["id"]))
    return sorted(table, key=lambda row: (-row[2], -row[3], -row[5], row[0], row[8]))


def load_per_actor(seed: Seed, at_least: int = 1, at: str | None = None, stated_only: bool = False) -> Table:
    stated: dict[str, dict[str, bool]] = defaultdict(dict)
    for tie in valid(seed, [tie for kind in ALL for tie in seed.ties(kind)], at, stated_only):
        if seed.nodes[tie["from"]]["type"] == "Actor":
            known = stated[tie["from"]]
            known[tie["to"]] = known.get(tie["to"], False) or tie.get("basis") != "inferred"
    table = []
    for actor, places in stated.items():
        types = [seed.nodes[place]["type"] for place in places]
        counts = [types.count(each) for each in ("Network", "Project", "Mandate")]
        counts += [types.count("Goal") + types.count("Challenge"), types.count("LearningEvent")]
        if len(places) >= at_least:
            doubt = list(places.values()).count(False)
            table.append((seed.name(actor), seed.nodes[actor].get("sector"), *counts, len(places), doubt, actor))
    return sorted(table, key=lambda row: (-row[7], row[0], row[9]))
