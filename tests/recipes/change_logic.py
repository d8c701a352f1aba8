"""The expected answers of the recipes in `cypher/change_logic` that follow the chain from challenge to goal."""

from collections import defaultdict
from collections.abc import Iterator

from kept import above, inferred, kept, listed, served
from rows import Row, Seed, Table

COLUMNS = {
    "thread_breaks": "type name missing horizon basis id",
    "chains": "goal challenge project resource activity effects horizon contributes inferred ids",
    "one_leg": "goal level leg carrier projects networks actors inferred carrier_id id",
}


def thread_breaks(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)

    def ends(kind: str, here: str, label: str) -> set[str]:
        """The nodes at one end of a relation whose other end has a label."""
        there = {"from": "to", "to": "from"}[here]
        return {tie[here] for tie in then.ties(kind) if then.nodes[tie[there]]["type"] == label}

    onward, goals = ends("LEADS_TO", "from", "Effect"), ends("LEADS_TO", "from", "Goal")
    served_goals = {goal for goal, _ in served(then, "CONTRIBUTES_TO")}
    far = {node["id"] for node in then.of("Effect") if node.get("horizon") not in ("short", "medium")}
    near = {node["id"] for node in then.of("Effect")} - far
    whole = (
        ("Challenge", 1, "Project", ends("ADDRESSES", "to", "Project")),
        ("Challenge", 1, "Actor", ends("OWNS_ISSUE", "to", "Actor")),
        ("Project", 2, "Challenge", ends("ADDRESSES", "from", "Challenge")),
        ("Project", 2, "Resource", ends("USES", "from", "Resource")),
        ("Project", 2, "Activity", ends("RUNS", "from", "Activity")),
        ("Project", 2, "Goal", ends("CONTRIBUTES_TO", "from", "Goal")),
        ("Resource", 3, "Activity", ends("LEADS_TO", "from", "Activity")),
        ("Activity", 4, "Resource", ends("LEADS_TO", "to", "Resource")),
        ("Activity", 4, "Effect", onward),
        ("Effect", 5, "Effect", onward | far),
        ("Effect", 5, "Goal", onward | goals | near),
        ("Goal", 6, "Project", served_goals | ends("SUCCEEDED_BY", "from", "Goal")),
    )
    table = [
        (place, missing, node["name"], node["id"], label, node.get("horizon"), node.get("basis"))
        for label, place, missing, linked in whole
        for node in listed(then, label, stated_only)
        if node["id"] not in linked
    ]
    table.sort(key=lambda row: row[:4])
    return [(label, name, missing, *facts, node) for _, missing, name, node, label, *facts in table]


def chains(seed: Seed, goal: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    leads = defaultdict(list)
    for tie in then.ties("LEADS_TO"):
        leads[tie["from"]].append(tie)
    table = []
    for (project, activity), means in carried(then, leads).items():
        for ties in onward(then, leads, activity, []):
            if len(ties) > 1 and (goal is None or goal in above(then, ties[-1]["to"])):
                table += [chain(then, project, ties, start, way) for start in starts(then, project) for way in means]
    return [row for _, row in sorted(table, key=lambda item: item[0])]


def carried(seed: Seed, leads: dict[str, list[Row]]) -> dict[tuple[str, str], list[list[Row]]]:
    """Each project and activity of it, with every set of ties between them: its run, a use, where that leads."""
    runs = {(tie["from"], tie["to"]): tie for tie in seed.ties("RUNS")}
    found: dict[tuple[str, str], list[list[Row]]] = {}
    for use in seed.ties("USES"):
        for tie in leads[use["to"]]:
            pair = (use["from"], tie["to"])
            if pair in runs:
                found.setdefault(pair, []).append([runs[pair], use, tie])
            elif not any(activity == tie["to"] for _, activity in runs):
                found.setdefault(pair, []).append([use, tie])
    return {pair: [[tie]] for pair, tie in runs.items()} | found


def onward(seed: Seed, leads: dict[str, list[Row]], here: str, ties: list[Row]) -> Iterator[list[Row]]:
    """Every way on from here over at most four effects to a goal, none of them walked twice."""
    for tie in leads[here]:
        if seed.nodes[tie["to"]]["type"] == "Goal":
            yield [*ties, tie]
        elif tie not in ties and len(ties) < 4:
            yield from onward(seed, leads, tie["to"], [*ties, tie])


def starts(seed: Seed, project: str) -> list[list[Row]]:
    """Each tie from the project to a challenge, or one empty start."""
    return [[tie] for tie in seed.ties("ADDRESSES") if tie["from"] == project] or [[]]


def chain(
    seed: Seed, project: str, ties: list[Row], start: list[Row], means: list[Row]
) -> tuple[tuple[str, ...], tuple[object, ...]]:
    challenge = [tie["to"] for tie in start]
    resource = [tie["to"] for tie in means if tie["type"] == "USES"]
    activity, goal = ties[0]["from"], ties[-1]["to"]
    effects = [tie["to"] for tie in ties[:-1]]
    ids = [*challenge, project, *resource, activity, *effects, goal]
    says = any((tie["from"], tie["to"]) == (project, goal) for tie in seed.ties("CONTRIBUTES_TO"))
    names = [seed.name(node) for node in (goal, project, activity)]
    row = (
        names[0],
        *(seed.names(challenge) or [None]),
        names[1],
        *(seed.names(resource) or [None]),
        names[2],
        [seed.name(each) for each in effects],
        [seed.nodes[each].get("horizon") for each in effects],
        says,
        sum(map(inferred, [*ties, *start, *means])),
        ids,
    )
    return (names[0], goal, names[1], project, names[2], "".join(f"{each} " for each in ids)), row


def one_leg(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    projects = served(then, "CONTRIBUTES_TO")
    leaders: dict[tuple[str, str], int] = {}
    for (goal, project), doubt in projects.items():
        for tie in then.ties("LEADS"):
            if tie["to"] == project:
                pair = (goal, tie["from"])
                leaders[pair] = min(doubt + inferred(tie), leaders.get(pair, 99))
    legs = {"Project": projects, "Network": served(then, "WORKS_ON"), "Actor": leaders}
    table = []
    for node in then.of("Goal"):
        held = {leg: {who: n for (goal, who), n in all_.items() if goal == node["id"]} for leg, all_ in legs.items()}
        for leg, carriers in held.items():
            if len(carriers) == 1:
                [(who, doubt)] = carriers.items()
                counts = [len(held[each]) for each in ("Project", "Network", "Actor")]
                row = (node["name"], node.get("level"), leg, then.name(who), *counts, doubt, who, node["id"])
                table.append(row)
    return sorted(table, key=lambda row: (row[0], row[9], row[2]))
