"""The expected answers of the recipes on change logic, stakeholders, learning and leadership."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from rows import Row, Seed, Table, alive, half_up, holds, last


def thread_breaks(seed: Seed) -> Table:
    def ends(kind: str, here: str, there: str, label: str) -> set[str]:
        """The nodes at one end of a relation whose other end has a label."""
        return {tie[here] for tie in seed.ties(kind) if seed.nodes[tie[there]]["type"] == label}

    reached = ends("CONTRIBUTES_TO", "to", "from", "Project")
    for _ in range(3):
        reached |= {tie["to"] for tie in seed.ties("PART_OF") if tie["from"] in reached}
    leads = {label: ends("LEADS_TO", "from", "to", label) for label in ("Activity", "Effect", "Goal")}
    succeeded = ends("SUCCEEDED_BY", "from", "to", "Goal")
    whole = (
        ("Challenge", 1, "Project", ends("ADDRESSES", "to", "from", "Project")),
        ("Challenge", 1, "Actor", ends("OWNS_ISSUE", "to", "from", "Actor")),
        ("Project", 2, "Goal", ends("CONTRIBUTES_TO", "from", "to", "Goal")),
        ("Resource", 3, "Activity", leads["Activity"]),
        ("Activity", 4, "Effect", leads["Effect"]),
        ("Effect", 5, "Goal", leads["Effect"] | leads["Goal"]),
        ("Goal", 6, "Project", reached | succeeded),
    )
    table = [
        (place, missing, node["name"], node["id"], label)
        for label, place, missing, linked in whole
        for node in seed.of(label)
        if node["id"] not in linked
    ]
    return [(label, name, missing, node) for _, missing, name, node, label in sorted(table)]


def funding(seed: Seed, project: str | None = None, funder: str | None = None) -> Table:
    table = []
    for tie in seed.ties("FUNDS"):
        if project in (None, tie["to"]) and funder in (None, tie["from"]):
            facts = [
                tie.get(key) for key in ("amount_kind", "amount_sek", "amount_sek_text", "programme", "basis", "source")
            ]
            row = (seed.name(tie["to"]), seed.name(tie["from"]), *facts, tie["to"], tie["from"])
            order = (row[0], row[8], row[1], row[9], row[2] or "", row[5] or "", tie.get("since") or "")
            table.append((order, row))
    return [row for _, row in sorted(table, key=lambda item: item[0])]


def funding_per_goal(seed: Seed) -> Table:
    groups: dict[tuple[str, str | None], list[tuple[Row, Row | None]]] = defaultdict(list)
    for link in seed.ties("CONTRIBUTES_TO"):
        for tie in [tie for tie in seed.ties("FUNDS") if tie["to"] == link["from"]] or [None]:
            groups[link["to"], tie.get("amount_kind") if tie else None].append((link, tie))
    table = []
    for (goal, kind), pairs in groups.items():
        ties = [tie for _, tie in pairs if tie]
        amounts = [tie["amount_sek"] for tie in ties if tie.get("amount_sek") is not None]
        projects = {link["from"] for link, _ in pairs}
        inferred = {link["from"] for link, _ in pairs if link.get("basis") == "inferred"}
        total = sum(amounts) if amounts else None
        counts = (len(projects), len(ties), len(ties) - len(amounts), len(inferred))
        table.append((seed.name(goal), kind, total, *counts, goal))
    return sorted(table, key=lambda row: (row[0], row[7], last(row[1])))


def goal_progress(seed: Seed, goal: str | None = None) -> Table:
    table = []
    for node in seed.of("Goal"):
        if goal in (None, node["id"]):
            for measure in [tie for tie in seed.ties("MEASURED_BY") if tie["from"] == node["id"]] or [{}]:
                table += [progress(seed, node, measure, who) for who in observers(seed, measure)]
    return [row for row, _ in sorted(table, key=lambda item: item[1])]


def observers(seed: Seed, measure: Row) -> Sequence[str | None]:
    return sorted({tie["from"] for tie in seed.ties("HAS_VALUE") if tie["to"] == measure.get("to")}) or [None]


def progress(seed: Seed, goal: Row, measure: Row, who: str | None) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    indicator = seed.nodes.get(measure.get("to", ""), {})
    ties = [tie for tie in seed.ties("HAS_VALUE") if tie["from"] == who and tie["to"] == measure.get("to")]
    newest = max(ties, key=lambda tie: tie["date"], default={})
    latest, baseline, target = newest.get("value"), measure.get("baseline"), measure.get("target")
    part = reached = None
    own = len(observers(seed, measure)) == 1 or seed.nodes[who or ""]["kind"] == "region"
    if own and latest is not None and target is not None:
        reached = {"higher": latest >= target, "lower": latest <= target}.get(indicator.get("better", ""))
        if baseline is not None and target != baseline:
            part = half_up(100.0 * (latest - baseline) / (target - baseline))
    name, year = seed.name(who) if who else None, measure.get("target_year")
    measured = (indicator.get("name"), indicator.get("unit"), name, baseline, latest, newest.get("date"), target, year)
    row = (goal["name"], *measured, part, reached, goal["id"])
    return row, (not indicator, goal["name"], goal["id"], last(indicator.get("id")), last(year), last(name), last(who))


def scores(seed: Seed, tie: Row) -> tuple[Any, ...]:
    analysis = seed.nodes[tie["to"]]
    who = (analysis["name"], analysis.get("date"), analysis.get("assessor"), seed.name(tie["from"]))
    return (*who, tie.get("power"), tie.get("relevance"), tie.get("interest"))


def assessment(seed: Seed, analysis: str | None = None, high: int = 4) -> Table:
    table = []
    for tie in seed.ties("ASSESSED_IN"):
        if analysis in (None, tie["to"]):
            words = (("power", "makt"), ("relevance", "relevans"), ("interest", "intresse"))
            assessed = all(tie.get(key) is not None for key, _ in words)
            high_in = [word for key, word in words if tie[key] >= high] if assessed else None
            facts = (high_in, tie.get("stake"), tie.get("motive"), tie.get("action"))
            table.append((*scores(seed, tie), *facts, tie["to"], tie["from"]))
    return sorted(table, key=lambda row: (last(row[1]), row[0], row[11], -sum(filter(None, row[4:7])), row[3], row[12]))


def to_be_won(seed: Seed, high: int = 4, low: int = 2) -> Table:
    table = []
    for tie in seed.ties("ASSESSED_IN"):
        power, relevance, interest = (tie.get(key) for key in ("power", "relevance", "interest"))
        if interest is not None and interest <= low and max(power or 0, relevance or 0) >= high:
            issues = seed.names(link["to"] for link in seed.ties("CONCERNS") if link["from"] == tie["to"])
            table.append((*scores(seed, tie), tie.get("action"), issues, tie["to"], tie["from"]))
    return sorted(table, key=lambda row: (-sum(filter(None, row[4:6])), row[6], row[3], row[10], last(row[1]), row[9]))


def dated(seed: Seed, events: Iterable[str]) -> list[Row]:
    """Events by day, name and id, the undated last."""
    rows = [seed.nodes[event] for event in events]
    return sorted(rows, key=lambda row: (last(row.get("valid_from")), row["name"], row["id"]))


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


def principles(seed: Seed) -> Table:
    table = []
    for principle in seed.of("Principle"):
        events = dated(seed, (tie["from"] for tie in seed.ties("PRACTISES") if tie["to"] == principle["id"]))
        days = [event["valid_from"] for event in events if event.get("valid_from")]
        names = [event["name"] for event in events]
        table.append((principle["name"], len(events), max(days, default=None), names, principle["id"]))
    return sorted(table, key=lambda row: (row[1], row[0], row[4]))


def mandates(seed: Seed, at: str | None = None) -> Table:
    table = []
    for mandate in seed.of("Mandate"):
        if alive(mandate, at):
            ties = [tie for tie in seed.ties("HOLDS") if tie["to"] == mandate["id"] and holds(tie, at)]
            who = seed.names({tie["from"] for tie in ties if alive(seed.nodes[tie["from"]], at)})
            goals = seed.names(tie["to"] for tie in seed.ties("SERVES") if tie["from"] == mandate["id"])
            period = (mandate.get("valid_from"), mandate.get("valid_to"))
            table.append((mandate["name"], who, goals, *period, mandate["id"]))
    return sorted(table, key=lambda row: (row[0], row[5]))
