"""The expected answers of the recipes in `cypher/stakeholders` about assessments."""

from itertools import combinations
from typing import Any

from rows import Row, Seed, Table, last

COLUMNS = {
    "assessment": "analysis date assessor issues actor power relevance interest class stake motive action basis "
    "analysis_id actor_id",
    "to_be_won": "analysis date assessor actor power relevance interest action issues basis analysis_id actor_id",
    "without_action": "analysis date assessor issues actor power relevance interest stake motive basis "
    "analysis_id actor_id",
    "disagreement": "issues actor score difference first_assessor first_score second_assessor second_score first_date "
    "second_date phase inferred first_id second_id actor_id",
    "assessment_change": "issues actor score change earlier later earlier_date later_date assessor earlier_action "
    "inferred earlier_id later_id actor_id",
}
SCORES = ("power", "relevance", "interest")


def assessed(seed: Seed, stated_only: bool) -> list[Row]:
    return [tie for tie in seed.ties("ASSESSED_IN") if not (stated_only and tie.get("basis") == "inferred")]


def issues_of(seed: Seed, analysis: str) -> set[str]:
    return {tie["to"] for tie in seed.ties("CONCERNS") if tie["from"] == analysis}


def heading(seed: Seed, tie: Row) -> tuple[Any, ...]:
    analysis = seed.nodes[tie["to"]]
    return analysis["name"], analysis.get("date"), analysis.get("assessor")


def weight(tie: Row, *scores: str) -> int:
    return -sum(tie.get(score) or 0 for score in scores)


def assessment(seed: Seed, analysis: str | None = None, high: int = 4, stated_only: bool = False) -> Table:
    table = []
    for tie in assessed(seed, stated_only):
        if analysis in (None, tie["to"]):
            scores = [tie.get(score) for score in SCORES]
            high_in = [score for score in SCORES if (tie.get(score) or 0) >= high]
            name, date, assessor = heading(seed, tie)
            issues = seed.names(issues_of(seed, tie["to"]))
            facts = (*scores, None if None in scores else high_in or ["none"], tie.get("stake"), tie.get("motive"))
            own = (seed.name(tie["from"]), *facts, tie.get("action"), tie.get("basis"), tie["to"], tie["from"])
            key = (last(date), name, tie["to"], weight(tie, *SCORES), seed.name(tie["from"]), tie["from"])
            table.append((key, (name, date, assessor, issues, *own)))
    return [row for _, row in sorted(table, key=lambda pair: pair[0])]


def to_be_won(seed: Seed, high: int = 4, low: int = 2, stated_only: bool = False) -> Table:
    table = []
    for tie in assessed(seed, stated_only):
        power, relevance, interest = (tie.get(score) for score in SCORES)
        if interest is not None and interest <= low and max(power or 0, relevance or 0) >= high:
            issues = seed.names(issues_of(seed, tie["to"]))
            who = (*heading(seed, tie), seed.name(tie["from"]), power, relevance, interest)
            table.append((*who, tie.get("action"), issues, tie.get("basis"), tie["to"], tie["from"]))
    return sorted(table, key=lambda row: (-sum(filter(None, row[4:6])), row[6], row[3], row[11], last(row[1]), row[10]))


def without_action(seed: Seed, stated_only: bool = False) -> Table:
    table = []
    for tie in assessed(seed, stated_only):
        if not tie.get("action"):
            issues, actor = seed.names(issues_of(seed, tie["to"])), seed.name(tie["from"])
            facts = [tie.get(fact) for fact in (*SCORES, "stake", "motive", "basis")]
            key = (weight(tie, "power", "relevance"), weight(tie, "interest"), actor, tie["from"])
            date = heading(seed, tie)[1]
            row = (*heading(seed, tie), issues, actor, *facts, tie["to"], tie["from"])
            table.append(((*key, last(date), tie["to"]), row))
    return [row for _, row in sorted(table, key=lambda pair: pair[0])]


def months(date: str) -> range:
    """The months, counted from year 0, that a date can mean."""
    first = 12 * int(date[:4])
    return range(first + 1, first + 13) if len(date) == 4 else range(first + int(date[5:7]), first + int(date[5:7]) + 1)


def months_apart(one: Row, other: Row) -> int | None:
    """None when it is not known."""
    if not (one.get("date") and other.get("date")):
        return None
    return min(abs(a - b) for a in months(one["date"]) for b in months(other["date"]))


def both_assessed(seed: Seed, one: str, other: str, stated_only: bool) -> list[tuple[str, Row, Row]]:
    """The actors that are assessed in both analyses, with the two assessments."""
    found = {(tie["to"], tie["from"]): tie for tie in assessed(seed, stated_only)}
    return [
        (who, tie, found[other, who])
        for (analysis, who), tie in found.items()
        if (other, who) in found and analysis == one
    ]


def differences(one: Row, other: Row) -> list[tuple[str, int, int]]:
    return [
        (score, one[score], other[score])
        for score in SCORES
        if one.get(score) is not None and other.get(score) is not None
    ]


def inferred(*ties: Row) -> int:
    return sum(tie.get("basis") == "inferred" for tie in ties)


def same_phase(one: Row, other: Row) -> bool:
    return len({one.get("phase"), other.get("phase")} - {None}) < 2


def disagreement(
    seed: Seed, months: int = 6, any_phase: bool = False, at_least: int = 1, stated_only: bool = False
) -> Table:
    table = []
    for one, other in combinations(sorted(seed.of("StakeholderAnalysis"), key=lambda row: row["id"]), 2):
        shared = issues_of(seed, one["id"]) & issues_of(seed, other["id"])
        apart = months_apart(one, other)
        assessors = {one.get("assessor"), other.get("assessor")} - {None}
        if (
            not shared
            or apart is None
            or apart > months
            or len(assessors) < 2
            or not (any_phase or same_phase(one, other))
        ):
            continue
        phases = [one.get("phase"), other.get("phase")]
        for who, mine, yours in both_assessed(seed, one["id"], other["id"], stated_only):
            for word, first, second in differences(mine, yours):
                scores = (abs(first - second), one["assessor"], first, other["assessor"], second)
                dates = (one["date"], other["date"], phases, inferred(mine, yours), one["id"], other["id"], who)
                if abs(first - second) >= at_least:
                    table.append((seed.names(shared), seed.name(who), word, *scores, *dates))
    return sorted(table, key=lambda row: (-row[3], row[1], row[14], row[2], row[12], row[13]))


def is_before(one: Row, other: Row) -> bool:
    """Whether one analysis surely is older than the other, at the precision that both dates have."""
    first, second = one.get("date") or "", other.get("date") or ""
    size = min(len(first), len(second))
    return first[:size] < second[:size]


def assessment_change(seed: Seed, at_least: int = 1, stated_only: bool = False) -> Table:
    found: dict[tuple[str, str, str], list[str]] = {}
    for analysis in seed.of("StakeholderAnalysis"):
        later = [
            other
            for other in seed.of("StakeholderAnalysis")
            if is_before(analysis, other) and analysis.get("assessor") == other.get("assessor") is not None
        ]
        for issue in issues_of(seed, analysis["id"]):
            on_it = [other for other in later if issue in issues_of(seed, other["id"])]
            for other in sorted(on_it, key=lambda row: (row["date"], row["id"]), reverse=True):
                for who, *_ in both_assessed(seed, analysis["id"], other["id"], stated_only):
                    found[analysis["id"], who, issue] = [other["id"]]  # the nearest comes last
    return changes(seed, {key: ids[0] for key, ids in found.items()}, at_least, stated_only)


def changes(seed: Seed, following: dict[tuple[str, str, str], str], at_least: int, stated_only: bool) -> Table:
    pairs: dict[tuple[str, str, str], set[str]] = {}
    for (earlier, who, issue), later in following.items():
        pairs.setdefault((earlier, later, who), set()).add(issue)
    ties = {(tie["from"], tie["to"]): tie for tie in assessed(seed, stated_only)}
    table = []
    for (earlier, later, who), issues in pairs.items():
        then, now = ties[who, earlier], ties[who, later]
        one, other = seed.nodes[earlier], seed.nodes[later]
        for word, first, second in differences(then, now):
            dates = (one["date"], other["date"], one["assessor"], then.get("action"), inferred(then, now))
            if abs(second - first) >= at_least:
                change = (word, second - first, first, second, *dates, earlier, later, who)
                table.append((seed.names(issues), seed.name(who), *change))
    return sorted(table, key=lambda row: (-abs(row[3]), row[1], row[13], row[2], row[11], row[12]))
