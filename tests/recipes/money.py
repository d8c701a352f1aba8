"""The expected answers of the recipes in `cypher/change_logic` about money and how projects are spread."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kept import inferred, kept, listed, served
from rows import Row, Seed, Table, half_up, last

COLUMNS = {
    "funding": "project funder amount_kind amount_sek amount_sek_text programme since basis source project_id"
    " funder_id",
    "funding_per_goal": "goal amount_kind amount_sek projects fundings without_amount inferred inferred_fundings id",
    "area_totals": "area amount_kind amount_sek projects fundings without_amount inferred inferred_fundings id",
    "money": "funder programme year amount_kind amount_sek projects shared fundings without_amount inferred_fundings"
    " funder_id",
    "portfolio": "first_year last_year goal level projects times_mean amount_sek without_amount inferred id",
}


def funding(
    seed: Seed,
    project: str | None = None,
    funder: str | None = None,
    at: str | None = None,
    stated_only: bool = False,
) -> Table:
    facts = ("amount_kind", "amount_sek", "amount_sek_text", "programme", "since", "basis", "source")
    table = [
        (seed.name(tie["to"]), seed.name(tie["from"]), *map(tie.get, facts), tie["to"], tie["from"])
        for tie in kept(seed, at, stated_only).ties("FUNDS")
        if project in (None, tie["to"]) and funder in (None, tie["from"])
    ]
    return sorted(table, key=lambda row: (row[0], row[9], row[1], row[10], row[2] or "", row[5] or "", row[6] or ""))


def known_sum(ties: Iterable[Row]) -> Any:
    amounts = [tie["amount_sek"] for tie in ties if tie.get("amount_sek") is not None]
    return sum(amounts) if amounts else None


def totals(seed: Seed, places: dict[tuple[str | None, str], int]) -> list[tuple[Any, ...]]:
    """For each place and kind of amount what its projects hold: places by (place, project), with inferred links."""
    groups: dict[tuple[str | None, str | None], list[tuple[str, int, Row | None]]] = defaultdict(list)
    for (place, project), doubt in places.items():
        for tie in [tie for tie in seed.ties("FUNDS") if tie["to"] == project] or [None]:
            groups[place, tie.get("amount_kind") if tie else None].append((project, doubt, tie))
    table = []
    for (place, kind), held in groups.items():
        ties = [tie for _, _, tie in held if tie]
        without = sum(tie.get("amount_sek") is None for tie in ties)
        doubted = len({project for project, doubt, _ in held if doubt})
        counts = (len({project for project, _, _ in held}), len(ties), without, doubted, sum(map(inferred, ties)))
        table.append((seed.name(place) if place else None, kind, known_sum(ties), *counts, place))
    return sorted(table, key=lambda row: (row[8] is None, last(row[0]), last(row[8]), last(row[1])))


def funding_per_goal(seed: Seed, goal: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    links = {(tie["to"], tie["from"]): int(inferred(tie)) for tie in then.ties("CONTRIBUTES_TO")}
    return totals(then, {pair: doubt for pair, doubt in links.items() if goal in (None, pair[0])})


def area_totals(seed: Seed, level: str = "area", at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    areas = {node["id"] for node in then.of("Goal") if node.get("level") == level}
    places: dict[tuple[str | None, str], int] = {
        pair: doubt for pair, doubt in served(then, "CONTRIBUTES_TO").items() if pair[0] in areas
    }
    placed = {project for _, project in places}
    projects = [node["id"] for node in listed(then, "Project", stated_only)]
    return totals(then, places | {(None, project): 0 for project in projects if project not in placed})


def money(seed: Seed, funder: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    funders = defaultdict(set)
    groups = defaultdict(list)
    for tie in then.ties("FUNDS"):
        project = then.nodes[tie["to"]]
        funders[tie["to"]].add(tie["from"])
        begun = tie.get("since") or project.get("decided") or project.get("valid_from")
        year = int(begun[:4]) if begun else None
        if funder in (None, tie["from"]):
            groups[tie["from"], tie.get("programme"), year, tie.get("amount_kind")].append(tie)
    table = []
    for (who, programme, year, kind), ties in groups.items():
        projects = {tie["to"] for tie in ties}
        shared = sum(len(funders[project]) > 1 for project in projects)
        without = sum(tie.get("amount_sek") is None for tie in ties)
        counts = (len(projects), shared, len(ties), without, sum(map(inferred, ties)))
        table.append((then.name(who), programme, year, kind, known_sum(ties), *counts, who))
    return sorted(table, key=lambda row: (row[0], row[10], last(row[1]), last(row[2]), last(row[3])))


def portfolio(
    seed: Seed,
    level: str | None = None,
    amount_kind: str = "granted",
    years: int = 4,
    at: str | None = None,
    stated_only: bool = False,
) -> Table:
    then = kept(seed, at, stated_only)
    goals = [node for node in listed(then, "Goal", stated_only) if level in (None, node.get("level"))]
    served_by = served(then, "CONTRIBUTES_TO")
    names = {goal["id"] for goal in goals}
    periods = {period(then.nodes[project], years) for goal, project in served_by if goal in names}
    table = []
    for first in periods:
        held = {
            goal["id"]: [
                project for of, project in served_by if of == goal["id"] and period(then.nodes[project], years) == first
            ]
            for goal in goals
        }
        for goal in goals:
            peers = [len(held[each["id"]]) for each in goals if each.get("level") == goal.get("level")]
            table.append(share(then, goal, held[goal["id"]], peers, amount_kind, served_by))
            table[-1] = (first, None if first is None else first + years - 1, *table[-1])
    return sorted(table, key=lambda row: (last(row[0]), -row[4], row[2], row[9]))


def period(project: Row, years: int) -> int | None:
    begun = project.get("valid_from") or project.get("decided")
    return int(begun[:4]) // years * years if begun else None


def share(
    seed: Seed, goal: Row, projects: list[str], peers: list[int], kind: str, doubts: dict[tuple[str, str], int]
) -> tuple[Any, ...]:
    ties = [tie for tie in seed.ties("FUNDS") if tie["to"] in projects and tie.get("amount_kind") == kind]
    known = [tie for tie in ties if tie.get("amount_sek") is not None]
    times = half_up(10.0 * len(projects) / (sum(peers) / len(peers))) / 10 if sum(peers) else None
    without = len(set(projects) - {tie["to"] for tie in known})
    doubted = sum(doubts[goal["id"], project] > 0 for project in projects)
    return goal["name"], goal.get("level"), len(projects), times, known_sum(known), without, doubted, goal["id"]
