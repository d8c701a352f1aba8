"""The gaps of a seed worked out from its CSV rows with plain Python: nothing of gronagraf, over all time.

Every gap is (strand, label, check, id). `python tests/verdict/from_rows.py` writes `exempel.csv` again; read it against
the README of the seed before it is trusted.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seed"
NOT_SMART = ("vision", "area", "programme", "framework", "substrategy")
Gap = tuple[str, str, str, str]
Row = dict[str, str]


class Rows:
    """The tables of a seed; `out` and `into` give the other ends of the relations of a node."""

    def __init__(self, seed: str) -> None:
        self.tables: dict[str, list[Row]] = {}
        for path in (SEEDS / seed).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                self.tables[path.stem] = list(csv.DictReader(file))

    def all(self, table: str) -> list[Row]:
        return self.tables.get(table, [])

    def ids(self, table: str) -> set[str]:
        return {row["id"] for row in self.all(table)}

    def out(self, table: str, node: str) -> set[str]:
        return {row["to"] for row in self.all(table) if row["from"] == node}

    def into(self, table: str, node: str) -> set[str]:
        return {row["from"] for row in self.all(table) if row["to"] == node}

    def leaves(self) -> set[str]:
        ends = {row["to"] for row in self.all("part_of")}
        return self.ids("goal") - ends - {row["from"] for row in self.all("succeeded_by")}

    def with_above(self, nodes: set[str]) -> set[str]:
        """These nodes and all that they are part of, in any number of steps."""
        found = set(nodes)
        while further := {above for node in found for above in self.out("part_of", node)} - found:
            found |= further
        return found

    def fresh(self, date: str, since: str) -> bool:
        shared = min(len(date), len(since))
        return bool(date) and date[:shared] >= since[:shared]


def gaps(seed: str, since: str) -> set[Gap]:
    """Every gap of the seed; events and values before `since` do not count."""
    rows = Rows(seed)
    parts = (logic(rows), goals(rows, since), people(rows), meetings(rows, since), rest(rows))
    return {gap for part in parts for gap in part}


def lacking(rows: Rows, label: str, direction: str, table: str, gap: tuple[str, str]) -> Iterator[Gap]:
    strand, check = gap
    stem = {"StakeholderAnalysis": "stakeholder_analysis"}.get(label, label.lower())
    look = rows.out if direction == "out" else rows.into
    yield from ((strand, label, check, node) for node in rows.ids(stem) if not look(table, node))


def logic(rows: Rows) -> Iterator[Gap]:
    part = "change_logic"
    yield from lacking(rows, "Challenge", "into", "addresses", (part, "project"))
    yield from lacking(rows, "Challenge", "into", "owns_issue", (part, "owner"))
    yield from lacking(rows, "Project", "out", "addresses", (part, "challenge"))
    yield from lacking(rows, "Project", "out", "contributes_to", (part, "goal"))
    for project in rows.ids("project"):
        if not rows.out("uses", project) | rows.out("runs", project):
            yield part, "Project", "means", project
    effects = {row["id"]: row["horizon"] for row in rows.all("effect")}
    yield from lacking(rows, "Resource", "out", "leads_to", (part, "activity"))
    for activity in rows.ids("activity"):
        if not rows.into("leads_to", activity):
            yield part, "Activity", "resource", activity
        if not rows.out("leads_to", activity) & effects.keys():
            yield part, "Activity", "effect", activity
    for effect, horizon in effects.items():
        wanted = effects.keys() if horizon in ("short", "medium") else rows.ids("goal") | effects.keys()
        if not rows.out("leads_to", effect) & wanted:
            yield part, "Effect", "onward", effect
    yield from ((part, "Goal", "project", goal) for goal in rows.leaves() if not rows.into("contributes_to", goal))


def goals(rows: Rows, since: str) -> Iterator[Gap]:
    years = {row["id"]: row["target_year"] for row in rows.all("goal")}
    measures = {row["from"]: row for row in rows.all("measured_by")}
    smart = {row["id"] for row in rows.all("goal") if row["level"] not in NOT_SMART}
    for goal in rows.leaves() & smart:
        if not rows.into("owns_issue", goal):
            yield "goals", "Goal", "owner", goal
        if goal not in measures:
            yield "goals", "Goal", "indicator", goal
            continue
        measure = measures[goal]
        yield from (("goals", "Goal", part, goal) for part in ("baseline", "target") if not measure.get(part))
        if not (years[goal] or measure.get("target_year")):
            yield "goals", "Goal", "target_year", goal
        dates = [row["date"] for row in rows.all("has_value") if row["to"] == measure["to"]]
        if not any(rows.fresh(date, since) for date in dates):
            yield "goals", "Goal", "fresh_value", goal


def people(rows: Rows) -> Iterator[Gap]:
    issues = {challenge: rows.into("addresses", challenge) for challenge in rows.ids("challenge")}
    issues |= {goal: rows.into("contributes_to", goal) for goal in rows.leaves()}
    for issue, projects in issues.items():
        met = {challenge for project in projects for challenge in rows.out("addresses", project)}
        if not any(rows.into("concerns", node) for node in {issue} | projects | met):
            yield "stakeholders", "Goal" if issue in rows.ids("goal") else "Challenge", "analysis", issue
    assessed: dict[str, list[Row]] = defaultdict(list)
    for row in rows.all("assessed_in"):
        assessed[row["to"]].append(row)
    for analysis in rows.ids("stakeholder_analysis"):
        if analysis not in assessed:
            yield "stakeholders", "StakeholderAnalysis", "assessed", analysis
        elif not all(row["action"] for row in assessed[analysis]):
            yield "stakeholders", "StakeholderAnalysis", "actions", analysis


def meetings(rows: Rows, since: str) -> Iterator[Gap]:
    days = {row["id"]: row["valid_from"] for row in rows.all("learning_event")}

    def followed(nodes: set[str]) -> bool:
        return any(rows.fresh(days[event], since) for node in nodes for event in rows.into("follows_up", node))

    yield from lacking(rows, "Network", "out", "works_on", ("networks", "issue"))
    yield from lacking(rows, "Network", "into", "hosts", ("networks", "host"))
    yield from (("networks", "Network", "followed_up", each) for each in rows.ids("network") if not followed({each}))
    for goal in rows.leaves():
        if not rows.into("works_on", goal):
            yield "networks", "Goal", "network", goal
        if not followed({goal} | rows.into("contributes_to", goal)):
            yield "learning", "Goal", "followed_up", goal
    for label, stem in (("Goal", "goal"), ("Challenge", "challenge")):
        for issue in rows.ids(stem):
            owners, networks = rows.into("owns_issue", issue), rows.into("works_on", issue)
            members = {member for network in networks for member in rows.into("member_of", network)}
            if owners and networks and owners - rows.with_above(members):
                yield "networks", label, "owner_sits", issue


def rest(rows: Rows) -> Iterator[Gap]:
    yield from lacking(rows, "Lesson", "out", "informs", ("learning", "used"))
    yield from lacking(rows, "Principle", "into", "practises", ("leadership", "practised"))
    yield from lacking(rows, "Mandate", "into", "holds", ("leadership", "holder"))
    yield from lacking(rows, "Mandate", "out", "serves", ("leadership", "serves"))
    for goal in rows.leaves():
        if not any(rows.into("serves", node) for node in rows.with_above({goal})):
            yield "leadership", "Goal", "mandate", goal


if __name__ == "__main__":
    with (HERE / "exempel.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("strand", "label", "check", "id"))
        writer.writerows(sorted(gaps("exempel", "2021-12-31")))
