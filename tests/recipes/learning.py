"""The expected answers of the recipes in `cypher/learning` about events, phases and lessons."""

from collections import Counter, defaultdict

from rows import Row, Seed, Table, alive, dated, last

COLUMNS = {
    "events": "type name event date kind phase organisers lessons basis id event_id",
    "lessons": "lesson learned_at date used_in closed first_used months years inferred id",
    "rhythm": "year events decisions plan apply evaluate improve phase_unknown inferred",
    "followed_up": "type name events inferred first latest id",
    "not_followed_up": "type name since latest events inferred id",
    "skipped_phases": "type name not_met plan apply evaluate improve phase_unknown inferred id",
}
PHASES = ("plan", "apply", "evaluate", "improve")


def stated(ties: list[Row], stated_only: bool) -> list[Row]:
    return [tie for tie in ties if not (stated_only and tie.get("basis") == "inferred")]


def doubtful(ties: list[Row]) -> int:
    return sum(tie.get("basis") == "inferred" for tie in ties)


def follow_ups(seed: Seed, stated_only: bool) -> dict[str, list[Row]]:
    """By goal, project or network, the relations of the events that followed it up."""
    found: dict[str, list[Row]] = defaultdict(list)
    for tie in stated(seed.ties("FOLLOWS_UP"), stated_only):
        found[tie["to"]].append(tie)
    return found


def events(seed: Seed, node: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for followed, ties in follow_ups(seed, stated_only).items():
        for tie in ties if node in (None, followed) else ():
            event = seed.nodes[tie["from"]]
            who = seed.names({each["from"] for each in seed.ties("ORGANISES") if each["to"] == event["id"]})
            gave = [each for each in stated(seed.ties("PRODUCED"), stated_only) if each["from"] == event["id"]]
            facts = (event.get("valid_from"), event.get("kind"), event.get("phase"), who, len(gave), tie.get("basis"))
            about = (seed.nodes[followed]["type"], seed.name(followed), event["name"])
            table.append((*about, *facts, followed, event["id"]))
    return sorted(table, key=lambda row: (row[0], row[1], row[9], last(row[3]), row[2], row[10]))


def lessons(seed: Seed, stated_only: bool = False) -> Table:
    table = []
    for lesson in seed.of("Lesson"):
        produced = [tie for tie in stated(seed.ties("PRODUCED"), stated_only) if tie["to"] == lesson["id"]]
        informs = [tie for tie in stated(seed.ties("INFORMS"), stated_only) if tie["from"] == lesson["id"]]
        learned = dated(seed, (tie["from"] for tie in produced))
        day = next((event["valid_from"] for event in learned), None)
        used = min((tie["since"] for tie in informs if tie.get("since")), default=None)
        names = ([event["name"] for event in learned], day, seed.names(tie["to"] for tie in informs), bool(informs))
        doubt = doubtful(produced) + doubtful(informs)
        table.append((lesson["name"], *names, used, *took(day, used), doubt, lesson["id"]))
    return sorted(table, key=lambda row: (row[4], row[2] or "", row[0], row[9]))


def took(start: str | None, end: str | None) -> tuple[int | None, int | None]:
    """Months and whole years between two dates; years only where a month is not known."""
    if start is None or end is None:
        return None, None
    if len(start) == 4 or len(end) == 4:
        return None, int(end[:4]) - int(start[:4])
    one, other = (int(date[:4]) * 12 + int(date[5:7]) for date in (start, end))
    return other - one, int((other - one) / 12)


def rhythm(seed: Seed, stated_only: bool = False) -> Table:
    groups: dict[int | None, list[Row]] = defaultdict(list)
    for event in stated(seed.of("LearningEvent"), stated_only):
        day = event.get("valid_from")
        groups[int(day[:4]) if day else None].append(event)
    table = []
    for year, held in groups.items():
        phases = Counter(event.get("phase") for event in held)
        decisions = sum(event.get("kind") == "decision" for event in held)
        table.append((year, len(held), decisions, *(phases[phase] for phase in (*PHASES, None)), doubtful(held)))
    return sorted(table, key=lambda row: last(row[0]))


def followed_up(seed: Seed, at_least: int = 1, stated_only: bool = False) -> Table:
    table, found = [], follow_ups(seed, stated_only)
    for node in seed.of("Goal", "Project", "Network"):
        ties = found.get(node["id"], [])
        days = sorted(day for tie in ties if (day := seed.nodes[tie["from"]].get("valid_from")))
        first, latest = (days[0], days[-1]) if days else (None, None)
        if len(ties) >= at_least:
            table.append((node["type"], node["name"], len(ties), doubtful(ties), first, latest, node["id"]))
    return sorted(table, key=lambda row: (-row[2], row[0], row[1], row[6]))


def not_followed_up(seed: Seed, years: int = 1, at: str | None = None, stated_only: bool = False) -> Table:
    today = at or max((day for event in seed.of("LearningEvent") if (day := event.get("valid_from"))), default=None)
    if today is None:
        return []
    since = f"{int(today[:4]) - years}{today[4:]}"
    table, found = [], follow_ups(seed, stated_only)
    for node in seed.of("Goal", "Project"):
        known = [tie for tie in found.get(node["id"], []) if not surely_after(seed.nodes[tie["from"]], today)]
        days = [day for tie in known if (day := seed.nodes[tie["from"]].get("valid_from"))]
        latest = max(days, default=None)
        if alive(node, today) and (latest is None or surely_before(latest, since)):
            row = (node["type"], node["name"], since, latest, len(known), doubtful(known), node["id"])
            table.append(row)
    return sorted(table, key=lambda row: (row[3] is not None, row[3] or "", row[0], row[1], row[6]))


def surely_before(one: str, other: str) -> bool:
    """Whether a date lies before another at the precision that both have."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def surely_after(event: Row, day: str) -> bool:
    return event.get("valid_from") is not None and surely_before(day, event["valid_from"])


def skipped_phases(seed: Seed, stated_only: bool = False) -> Table:
    table = []
    for node, ties in follow_ups(seed, stated_only).items():
        phases = Counter(seed.nodes[tie["from"]].get("phase") for tie in ties)
        counts = [phases[phase] for phase in PHASES]
        about = (seed.nodes[node]["type"], seed.name(node), counts.count(0))
        table.append((*about, *counts, phases[None], doubtful(ties), node))
    return sorted(table, key=lambda row: (-row[2], row[0], row[1], row[9]))
