"""The expected answers of the recipes in `cypher/overview` about single facts."""

from collections.abc import Iterator
from typing import Any

from rows import Row, Seed, Table, half_up, holds

COLUMNS = {
    "actor": "relation outgoing other other_type facts since until other_from other_to basis source source_year "
    "other_id",
    "unsourced": "type name other without_source without_year year_text without_date basis seed id other_id",
    "changes": "date began type name other basis source id other_id",
    "cover": "type seed relation field known total share inferred",
}
OWN = "kind kind_text sector level municipality place in_region also_known_as valid_from valid_to date_text note"
DOUBTED = {"valid_from": "date_basis", "valid_to": "date_basis"}
OF_A_RELATION = (
    "role role_text step about strength share share_text via amount_sek amount_sek_text amount_kind programme value "
    "date power relevance interest stake expectations motive action date_text note"
)
ORDER = "since date role programme amount_kind about source"
TYPES = (
    "Actor Network Goal Indicator Challenge Project Resource Activity Effect LearningEvent Lesson StakeholderAnalysis "
    "Mandate Principle"
)
KEY_RELATIONS = {
    "Actor": "MEMBER_OF ASSESSED_IN COLLABORATES_WITH",
    "Network": "MEMBER_OF HOSTS WORKS_ON FOLLOWS_UP",
    "Goal": "MEASURED_BY OWNS_ISSUE WORKS_ON CONTRIBUTES_TO LEADS_TO SERVES FOLLOWS_UP",
    "Indicator": "HAS_VALUE",
    "Challenge": "ADDRESSES OWNS_ISSUE CONCERNS",
    "Project": "ADDRESSES USES RUNS CONTRIBUTES_TO LEADS FUNDS FOLLOWS_UP",
    "Resource": "LEADS_TO",
    "Activity": "RUNS",
    "LearningEvent": "TOOK_PART_IN ORGANISES FOLLOWS_UP PRODUCED PRACTISES",
    "Lesson": "INFORMS",
    "StakeholderAnalysis": "CONCERNS ASSESSED_IN",
    "Mandate": "HOLDS SERVES",
    "Principle": "PRACTISES",
}
KEY_FIELDS = {
    "Actor": "sector level municipality in_region",
    "Network": "form members_known governance valid_from",
    "Goal": "target_year",
    "Indicator": "better",
    "Project": "status valid_from",
    "Effect": "horizon",
    "LearningEvent": "phase valid_from participants",
    "StakeholderAnalysis": "date",
    "Mandate": "valid_from",
}


def given(row: Row, names: str) -> list[dict[str, Any]]:
    """The fields of these names that have a value, one by one."""
    return [{name: row[name]} for name in names.split() if row.get(name) is not None]


def period(node: Row) -> tuple[str | None, str | None]:
    """When a node was there: an analysis on its day, a learning event without an end as long as its date says."""
    start, end = node.get("valid_from") or node.get("date"), node.get("valid_to") or node.get("date")
    return start, end or (start if node["type"] == "LearningEvent" else None)


def actor(seed: Seed, actor: str, at: str | None = None, stated_only: bool = False) -> Table:
    found = [
        row
        for row in (*own(seed.nodes[actor]), *seated(seed, actor), *related(seed, actor))
        if not (stated_only and row[9] == "inferred")
    ]
    if not holds(seed.nodes[actor], at, "valid_from", "valid_to"):
        return []
    return [
        row
        for row in found
        if holds({"since": when(row, 5), "until": when(row, 6)}, at) and holds({"since": row[7], "until": row[8]}, at)
    ]


def when(row: tuple[Any, ...], place: int) -> str | None:
    """A relation's start or end; what was measured on a day held on that day."""
    day = next((fact["date"] for fact in row[4] if row[0] and "date" in fact), None)
    return row[place] or day


def own(node: Row) -> Table:
    table = []
    for fact in given(node, OWN):
        [name] = fact
        basis = node.get(DOUBTED.get(name, f"{name}_basis")) or node.get("basis")
        table.append((*[None] * 4, [fact], *[None] * 4, basis, node.get("source"), node.get("source_year"), None))
    return table


def seated(seed: Seed, actor: str) -> Table:
    table = [
        (
            None,
            None,
            node["name"],
            "Actor",
            [{"municipality": actor}],
            None,
            None,
            *period(node),
            node.get("municipality_basis") or node.get("basis"),
            node.get("source"),
            node.get("source_year"),
            node["id"],
        )
        for node in seed.of("Actor")
        if node.get("municipality") == actor != node["id"]
    ]
    return sorted(table, key=lambda row: (row[2], row[12]))


def related(seed: Seed, actor: str) -> Table:
    ties = [tie for tie in seed.edges if actor in (tie["from"], tie["to"])]

    def place(tie: Row) -> tuple[Any, ...]:
        other = far(seed, tie, actor)
        order = [tie.get(name) or "" for name in ORDER.split()]
        return (tie["type"], tie["from"] != actor, other["name"], other["id"], *order)

    return [relation(tie, actor, far(seed, tie, actor)) for tie in sorted(ties, key=place)]


def far(seed: Seed, tie: Row, near: str) -> Row:
    return seed.nodes[tie["to"] if tie["from"] == near else tie["from"]]


def relation(tie: Row, actor: str, other: Row) -> tuple[Any, ...]:
    return (
        tie["type"],
        tie["from"] == actor,
        other["name"],
        other["type"],
        given(tie, OF_A_RELATION),
        tie.get("since"),
        tie.get("until"),
        *period(other),
        tie.get("basis"),
        tie.get("source"),
        tie.get("source_year"),
        other["id"],
    )


def named(seed: Seed) -> Iterator[tuple[str, Row, Row, Row | None]]:
    """Every fact: whether a node or a relation, its row, the node where it is told, and the one that it leads to."""
    for node in seed.nodes.values():
        yield "node", node, node, None
    for tie in seed.edges:
        yield "relation", tie, seed.nodes[tie["from"]], seed.nodes[tie["to"]]


def unsourced(seed: Seed, undated: bool = False, stated_only: bool = False) -> Table:
    rows = []
    for part, fact, node, other in named(seed):
        dates = ("valid_from", "valid_to") if part == "node" else ("since", "until", "date")
        day = next((fact[name] for name in dates if fact.get(name)), None)
        source, year = fact.get("source") is None, fact.get("source_year") is None
        if (source or year or (undated and day is None)) and not (stated_only and fact.get("basis") == "inferred"):
            name, key = (other["name"], other["id"]) if other else (None, None)
            said = (fact.get("source_year_text"), day is None, fact.get("basis"))
            row = (fact["type"], node["name"], name, source, year, *said, seed.title, node["id"], key)
            rows.append((part, day or "", row))
    rows.sort(
        key=lambda each: (
            not each[2][3],
            not each[2][4],
            each[0],
            *(each[2][place] or "" for place in (0, 1, 9, 2, 10)),
            each[1],
            *(each[2][place] or "" for place in (5, 7)),
        )
    )
    return [row for _, _, row in rows]


def changes(seed: Seed, first: str, last: str, stated_only: bool = False) -> Table:
    rows = []
    for part, fact, node, other in named(seed):
        start, end = ("valid_from", "valid_to") if part == "node" else ("since", "until")
        doubt = "inferred" in (fact.get("basis"), fact.get("date_basis"))
        for began, date in ((True, fact.get(start)), (False, fact.get(end))):
            if not date or not within(date, first, last) or (stated_only and doubt):
                continue
            if began or fact["type"] != "LearningEvent":
                name, key = (other["name"], other["id"]) if other else (None, None)
                basis = "inferred" if doubt else fact.get("basis")
                row = (date, began, fact["type"], node["name"], name, basis, fact.get("source"), node["id"], key)
                order = [fact.get(each) or "" for each in ORDER.split()[2:]]
                rows.append(
                    ((date, began, part, fact["type"], node["name"], node["id"], name or "", key or "", order), row)
                )
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def within(date: str, first: str, last: str) -> bool:
    """Whether a date may lie between two others: its own earliest and latest day against theirs."""
    return f"{date}-99-99"[:10] >= first.ljust(10, "-") and date.ljust(10, "-") <= f"{last}-99-99"[:10]


def cover(seed: Seed, stated_only: bool = False) -> Table:
    table = []
    for label in TYPES.split():
        nodes = seed.of(label)
        if not nodes:
            table.append((label, seed.title, None, None, 0, 0, None, 0))
            continue
        for field in KEY_FIELDS.get(label, "").split():
            marks = [mark for node in nodes if (mark := field_mark(node, field))]
            table.append(counted((label, seed.title, None, field), marks, len(nodes), stated_only))
        for kind in KEY_RELATIONS.get(label, "").split():
            marks = [mark for node in nodes if (mark := tie_mark(seed, node["id"], kind))]
            table.append(counted((label, seed.title, kind, None), marks, len(nodes), stated_only))
    return sorted(
        table, key=lambda row: (row[4] / row[5] if row[5] else -1, row[0], row[2] or "", row[3] or "", row[1])
    )


def field_mark(node: Row, field: str) -> str | None:
    """`stated` or `inferred` for a field with a value."""
    if node.get(field) is None:
        return None
    twin = "date_basis" if field == "valid_from" else f"{field}_basis"
    return "inferred" if (node.get(twin) or node.get("basis")) == "inferred" else "stated"


def tie_mark(seed: Seed, node: str, kind: str) -> str | None:
    """`stated` when a relation of this type that is not inferred hangs on the node."""
    bases = [tie.get("basis") for tie in seed.ties(kind) if node in (tie["from"], tie["to"])]
    return None if not bases else "inferred" if set(bases) == {"inferred"} else "stated"


def counted(what: tuple[Any, ...], marks: list[str], total: int, stated_only: bool) -> tuple[Any, ...]:
    inferred = 0 if stated_only else marks.count("inferred")
    known = marks.count("stated") + inferred
    return (*what, known, total, half_up(100 * known / total), inferred)
