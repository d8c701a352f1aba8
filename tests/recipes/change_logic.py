"""The expected answers of the recipes in `cypher/change_logic`."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rows import Row, Seed, Table, half_up, last

COLUMNS = {
    "thread_breaks": "type name missing id",
    "funding": "project funder amount_kind amount_sek amount_sek_text programme basis source project_id funder_id",
    "funding_per_goal": "goal amount_kind amount_sek projects fundings without_amount inferred id",
    "goal_progress": "goal indicator unit actor baseline latest date target target_year progress reached id",
}


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
