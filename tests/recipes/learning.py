"""The expected answers of the recipes in `cypher/learning`."""

from collections import Counter, defaultdict

from rows import Row, Seed, Table, dated, last

COLUMNS = {
    "lessons": "lesson learned_at date used_in closed id",
    "rhythm": "year events decisions plan apply evaluate improve phase_unknown",
    "followed_up": "type name events inferred first latest id",
}


def lessons(seed: Seed) -> Table:
    table = []
    for lesson in seed.of("Lesson"):
        events = dated(seed, (tie["from"] for tie in seed.ties("PRODUCED") if tie["to"] == lesson["id"]))
        used = seed.names(tie["to"] for tie in seed.ties("INFORMS") if tie["from"] == lesson["id"])
        day = next((event["valid_from"] for event in events), None)
        table.append((lesson["name"], [event["name"] for event in events], day, used, bool(used), lesson["id"]))
    return sorted(table, key=lambda row: (row[4], row[2] or "", row[0], row[5]))


def rhythm(seed: Seed) -> Table:
    groups: dict[int | None, list[Row]] = defaultdict(list)
    for event in seed.of("LearningEvent"):
        day = event.get("valid_from")
        groups[int(day[:4]) if day else None].append(event)
    table = []
    for year, events in groups.items():
        phases = Counter(event.get("phase") for event in events)
        decisions = sum(event.get("kind") == "decision" for event in events)
        counts = (phases[phase] for phase in ("plan", "apply", "evaluate", "improve", None))
        table.append((year, len(events), decisions, *counts))
    return sorted(table, key=lambda row: last(row[0]))


def followed_up(seed: Seed, at_least: int = 1) -> Table:
    table = []
    for node in seed.of("Goal", "Project", "Network"):
        ties = [tie for tie in seed.ties("FOLLOWS_UP") if tie["to"] == node["id"]]
        events = {tie["from"] for tie in ties}
        inferred = sum(tie.get("basis") == "inferred" for tie in ties)
        days = sorted(day for event in events if (day := seed.nodes[event].get("valid_from")))
        first, latest = (days[0], days[-1]) if days else (None, None)
        if len(events) >= at_least:
            table.append((node["type"], node["name"], len(events), inferred, first, latest, node["id"]))
    return sorted(table, key=lambda row: (-row[2], row[0], row[1], row[6]))
