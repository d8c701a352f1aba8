"""The expected answers of the recipes in `cypher/change_logic` about indicators, values and targets."""

from typing import Any

from kept import inferred, kept, listed
from rows import Row, Seed, Table, half_up, last

COLUMNS = {
    "smart": "goal level indicator baseline target target_text target_year owners missing inferred id",
    "stale_goals": "goal level indicator latest years_since values inferred indicator_id id",
    "goal_progress": "goal indicator unit actor baseline latest date expected on_track target target_year progress"
    " reached inferred id",
}
DIRECTIONS = frozenset({"vision", "area", "programme", "framework", "substrategy"})


def smart(seed: Seed, level: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    table = []
    for goal in listed(then, "Goal", stated_only):
        if goal.get("level") != level if level else goal.get("level") in DIRECTIONS:
            continue
        owned = [tie for tie in then.ties("OWNS_ISSUE") if tie["to"] == goal["id"]]
        owners = list(dict.fromkeys(then.names(tie["from"] for tie in owned)))
        for tie in [tie for tie in then.ties("MEASURED_BY") if tie["from"] == goal["id"]] or [{}]:
            indicator = then.nodes.get(tie.get("to", ""), {})
            baseline, target = tie.get("baseline"), tie.get("target")
            year = goal.get("target_year") if tie.get("target_year") is None else tie.get("target_year")
            missing = [not indicator, baseline is None, target is None, year is None, not owners].count(True)
            words = tie.get("target_text") or goal.get("target_text")
            row = (
                goal["name"],
                goal.get("level"),
                indicator.get("name"),
                baseline,
                target,
                words,
                year,
                owners,
                missing,
            )
            if missing:
                order = (-missing, goal["name"], goal["id"], indicator.get("id") or "", tie.get("target_year") or 0)
                table.append((order, (*row, sum(map(inferred, [tie, *owned])), goal["id"])))
    return [row for _, row in sorted(table, key=lambda item: item[0])]


def by(date: str, day: str | None) -> bool:
    """Whether a date had come on a day, at the precision that both have."""
    return day is None or date[: len(day)] <= day[: len(date)]


def stale_goals(seed: Seed, years: int = 3, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    measured = {tie["to"] for tie in then.ties("MEASURED_BY")}
    day = at or max((tie["date"] for tie in then.ties("HAS_VALUE") if tie["to"] in measured), default="0000")
    limit = f"{int(day[:4]) - years}{day[4:]}"
    table = []
    for tie in then.ties("MEASURED_BY"):
        goal, indicator = then.nodes[tie["from"]], then.nodes[tie["to"]]
        values = [each for each in then.ties("HAS_VALUE") if each["to"] == tie["to"] and by(each["date"], at)]
        latest = max((each["date"] for each in values), default=None)
        if latest is None or not by(limit, latest):
            age = int(day[:4]) - int(latest[:4]) if latest else None
            doubt = sum(map(inferred, [tie, *values]))
            facts = (indicator["name"], latest, age, len(values), doubt, indicator["id"], goal["id"])
            table.append((goal["name"], goal.get("level"), *facts))
    return sorted(table, key=lambda row: (row[3] or "", row[0], row[8], row[2], row[7]))


def goal_progress(seed: Seed, goal: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    table = []
    for node in listed(then, "Goal", stated_only):
        if goal in (None, node["id"]):
            for measure in [tie for tie in then.ties("MEASURED_BY") if tie["from"] == node["id"]] or [{}]:
                latest: dict[str, Row] = {}
                for tie in sorted(then.ties("HAS_VALUE"), key=lambda tie: tie["date"]):
                    if tie["to"] == measure.get("to") and by(tie["date"], at):
                        latest[tie["from"]] = tie
                many = len(latest) > 1
                table += [progress(then, node, measure, tie, many) for tie in latest.values() or [{}]]
    return [row for row, _ in sorted(table, key=lambda item: item[1])]


def better(indicator: Row, value: float, aim: float) -> bool | None:
    return {"higher": value >= aim, "lower": value <= aim}.get(indicator.get("better", ""))


def line(measure: Row, value: Row) -> float | None:
    """Where the straight line from baseline to target stands in the year of a value."""
    start, end, target, first = (measure.get(key) for key in ("baseline", "target_year", "target", "baseline_year"))
    if None in (start, end, target, first) or not value or int(end) <= int(first):
        return None
    return start + (target - start) * (int(value["date"][:4]) - int(first)) / (int(end) - int(first))


def progress(seed: Seed, goal: Row, measure: Row, newest: Row, many: bool) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    indicator = seed.nodes.get(measure.get("to", ""), {})
    who, value = newest.get("from"), newest.get("value")
    baseline, target, year = (measure.get(key) for key in ("baseline", "target", "target_year"))
    expected = line(measure, newest)
    part = reached = on_track = None
    if value is not None and (not many or seed.nodes[who or ""].get("kind") == "region"):
        on_track = None if expected is None else better(indicator, value, expected)
        reached = None if target is None else better(indicator, value, target)
        if None not in (baseline, target) and target != baseline:
            part = half_up(100.0 * (value - baseline) / (target - baseline))
    name = seed.name(who) if who else None
    then = None if expected is None else half_up(10 * expected) / 10
    facts = (indicator.get("name"), indicator.get("unit"), name, baseline, value, newest.get("date"), then, on_track)
    row = (goal["name"], *facts, target, year, part, reached, sum(map(inferred, [measure, newest])), goal["id"])
    return row, (not indicator, goal["name"], goal["id"], last(indicator.get("id")), last(year), last(name), last(who))
