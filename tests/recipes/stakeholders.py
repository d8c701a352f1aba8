"""The expected answers of the recipes in `cypher/stakeholders`."""

from typing import Any

from rows import Row, Seed, Table, last

COLUMNS = {
    "assessment": "analysis date assessor actor power relevance interest high_in stake motive action "
    "analysis_id actor_id",
    "to_be_won": "analysis date assessor actor power relevance interest action issues analysis_id actor_id",
}


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
