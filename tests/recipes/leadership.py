"""The expected answers of the recipes in `cypher/leadership`."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from rows import Row, Seed, Table, alive, dated, half_up, holds, last

COLUMNS = {
    "principles": "principle events latest practised_at inferred id",
    "mandates": "holder mandate goals inferred_goals since until basis holder_id id",
    "goals_without_mandate": "goal level owners below inferred id",
    "ownership": "owner owned steps direct indirect share ways inferred owner_id owned_id",
    "successors": "type before after steps since chain inferred sources before_id after_id",
}
STEPS = 4
DEPTH = 3


def doubtful(row: Row) -> bool:
    return bool(row.get("basis") == "inferred")


def said(seed: Seed, kind: str, stated_only: bool, at: str | None = None) -> list[Row]:
    """The relations of a type that count: at that time, and stated where only that is asked for."""
    return [tie for tie in seed.ties(kind) if holds(tie, at) and not (stated_only and doubtful(tie))]


def principles(seed: Seed, stated_only: bool = False) -> Table:
    table = []
    for principle in seed.of("Principle"):
        ties = [tie for tie in said(seed, "PRACTISES", stated_only) if tie["to"] == principle["id"]]
        events = dated(seed, (tie["from"] for tie in ties))
        days = [event["valid_from"] for event in events if event.get("valid_from")]
        names = [event["name"] for event in events]
        inferred = sum(map(doubtful, ties))
        table.append((principle["name"], len(events), max(days, default=None), names, inferred, principle["id"]))
    return sorted(table, key=lambda row: (row[1], row[0], row[5]))


def mandates(
    seed: Seed,
    holder: str | None = None,
    without_goal: bool = False,
    at: str | None = None,
    stated_only: bool = False,
) -> Table:
    served: dict[str, list[Row]] = defaultdict(list)
    for tie in said(seed, "SERVES", stated_only, at):
        if alive(seed.nodes[tie["to"]], at):
            served[tie["from"]].append(tie)
    held: dict[str, list[Row]] = defaultdict(list)
    for tie in said(seed, "HOLDS", stated_only, at):
        if alive(seed.nodes[tie["from"]], at):
            held[tie["to"]].append(tie)
    table = []
    for mandate in seed.of("Mandate"):
        links = served[mandate["id"]]
        if not alive(mandate, at) or (without_goal and links):
            continue
        goals = (seed.names(tie["to"] for tie in links), sum(map(doubtful, links)))
        for tie in held[mandate["id"]] or [{}]:
            who = tie.get("from")
            since = tie.get("since") or mandate.get("valid_from")
            until = tie.get("until") or mandate.get("valid_to")
            if holder in (None, who):
                name = seed.name(who) if who else None
                table.append((name, mandate["name"], *goals, since, until, tie.get("basis"), who, mandate["id"]))
    return sorted(table, key=lambda row: (last(row[0]), row[7] or "", row[1], row[8], row[4] or ""))


def goals_without_mandate(
    seed: Seed, level: str | None = None, at: str | None = None, stated_only: bool = False
) -> Table:
    gone = {tie["from"] for tie in seed.ties("SUCCEEDED_BY") if holds({"since": tie.get("since")}, at)}
    owned = said(seed, "OWNS_ISSUE", stated_only, at)
    table = []
    for goal in seed.of("Goal"):
        reached = serving(seed, goal["id"], at, stated_only)
        if (
            not alive(goal, at)
            or goal["id"] in gone
            or level not in (None, goal.get("level"))
            or any(depth == 0 for ways in reached.values() for depth, _ in ways)
        ):
            continue
        owners: dict[str, list[Row]] = defaultdict(list)
        for tie in owned:
            if tie["to"] == goal["id"] and alive(seed.nodes[tie["from"]], at):
                owners[tie["from"]].append(tie)
        inferred = sum(all(map(doubtful, ties)) for ties in owners.values())
        inferred += sum(all(doubt for _, doubt in ways) for ways in reached.values())
        table.append((goal["name"], goal.get("level"), seed.names(owners), seed.names(reached), inferred, goal["id"]))
    return sorted(table, key=lambda row: (len(row[3]), row[0], row[5]))


def serving(seed: Seed, goal: str, at: str | None, stated_only: bool) -> dict[str, list[tuple[int, bool]]]:
    """The mandates that serve a goal or one under it: for each way how far down, and whether it is in doubt."""
    found: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    level = [(goal, False)]
    for depth in range(DEPTH + 1):
        for under, doubt in level:
            for tie in said(seed, "SERVES", stated_only, at):
                if tie["to"] == under and alive(seed.nodes[tie["from"]], at):
                    found[tie["from"]].append((depth, doubt or doubtful(tie)))
        level = [
            (tie["from"], doubt or doubtful(tie))
            for above, doubt in level
            for tie in said(seed, "PART_OF", stated_only, at)
            if tie["to"] == above
        ]
    return found


def walks(ties: list[Row], taken: tuple[Row, ...] = ()) -> Iterator[tuple[Row, ...]]:
    """Every walk of one to four of these relations, none of them twice."""
    if taken:
        yield taken
    if len(taken) < STEPS:
        for tie in ties:
            if tie not in taken and (not taken or tie["from"] == taken[-1]["to"]):
                yield from walks(ties, (*taken, tie))


def rounded(shares: list[Fraction | None]) -> float | None:
    if None in shares:
        return None
    return half_up(float(100 * sum(share for share in shares if share is not None))) / 100


def ownership(
    seed: Seed,
    owner: str | None = None,
    owned: str | None = None,
    at: str | None = None,
    stated_only: bool = False,
) -> Table:
    ties = [
        tie
        for tie in said(seed, "OWNS_SHARE_OF", stated_only, at)
        if alive(seed.nodes[tie["from"]], at) and alive(seed.nodes[tie["to"]], at)
    ]
    ways: dict[tuple[str, str], list[tuple[Row, ...]]] = defaultdict(list)
    for walk in walks(ties):
        first, end = walk[0]["from"], walk[-1]["to"]
        if owner in (None, first) and owned in (None, end):
            ways[first, end].append(walk)
    table = []
    for (first, end), found in ways.items():
        direct = [percent(walk) for walk in found if len(walk) == 1]
        indirect = [percent(walk) for walk in found if len(walk) > 1]
        table.append(
            (
                seed.name(first),
                seed.name(end),
                min(map(len, found)),
                rounded(direct),
                rounded(indirect),
                rounded(direct + indirect),
                [text for _, text in sorted((len(walk), way(seed, walk)) for walk in found)],
                sum(any(map(doubtful, walk)) for walk in found),
                first,
                end,
            )
        )
    return sorted(table, key=lambda row: (row[0], row[8], row[2], row[1], row[9]))


def percent(walk: tuple[Row, ...]) -> Fraction | None:
    """The exact product of the shares of a walk; None when one is unknown."""
    product = Fraction(100)
    for tie in walk:
        if tie.get("share") is None:
            return None
        product *= Fraction(str(tie["share"])) / 100
    return product


def way(seed: Seed, walk: tuple[Row, ...]) -> str:
    links = (f" –{'?' if tie.get('share') is None else tie['share']}→ {seed.name(tie['to'])}" for tie in walk)
    return seed.name(walk[0]["from"]) + "".join(links)


def successors(seed: Seed, node: str | None = None, stated_only: bool = False) -> Table:
    table = []
    for walk in walks(said(seed, "SUCCEEDED_BY", stated_only)):
        ids = [walk[0]["from"], *(tie["to"] for tie in walk)]
        first, end = seed.nodes[ids[0]], seed.nodes[ids[-1]]
        if node in (None, ids[0], ids[-1]):
            chain = [seed.name(each) for each in ids]
            sources = [tie.get("source") for tie in walk]
            facts = (len(walk), walk[-1].get("since"), chain, sum(map(doubtful, walk)), sources)
            table.append(((first["type"], first["name"], end["name"], *facts, ids[0], ids[-1]), ids))
    table.sort(key=lambda pair: (pair[0][0], pair[0][1], pair[0][8], pair[0][3], pair[0][2], pair[0][9], pair[1]))
    return [row for row, _ in table]
