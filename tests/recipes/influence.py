"""The expected answers of the recipes in `cypher/change_logic` about goals that influence each other."""

from collections import defaultdict
from itertools import permutations

from kept import inferred, kept
from rows import Row, Seed, Table, half_up

COLUMNS = {
    "goal_influence": "goal gives gives_second receives receives_second links unknown inferred id",
    "influence_pairs": "goal influenced direct second through inferred id influenced_id",
    "influence_loops": "goals length strength sign basis ids",
}
Way = tuple[Row, ...]


def between_goals(seed: Seed) -> list[Row]:
    return [tie for tie in seed.ties("INFLUENCES") if {seed.nodes[tie[e]]["type"] for e in ("from", "to")} == {"Goal"}]


def pairs(seed: Seed) -> dict[tuple[str, str], list[Way]]:
    """The ways of one or two ties between two different goals."""
    found: dict[tuple[str, str], list[Way]] = defaultdict(list)
    ties = between_goals(seed)
    for first in ties:
        found[first["from"], first["to"]].append((first,))
        for then in ties:
            if first["to"] == then["from"] and first["from"] != then["to"]:
                found[first["from"], then["to"]].append((first, then))
    return found


def total(ways: list[Way], steps: int) -> float | None:
    """The sum of the known strengths of the ways of so many steps; two steps multiply and weigh a third."""
    known = [way for way in ways if len(way) == steps and all(tie.get("strength") is not None for tie in way)]
    if steps == 1:
        return sum(int(way[0]["strength"]) for way in known) if known else None
    return half_up(10 * sum(int(a["strength"]) * int(b["strength"]) for a, b in known) / 3) / 10 if known else None


def goal_influence(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    found = pairs(then)
    table = []
    for goal in {goal for pair in found for goal in pair}:
        out = [way for (start, _), ways in found.items() if start == goal for way in ways]
        into = [way for (_, end), ways in found.items() if end == goal for way in ways]
        direct = [way[0] for way in out + into if len(way) == 1]
        unknown = sum(tie.get("strength") is None for tie in direct)
        sums = (total(out, 1), total(out, 2), total(into, 1), total(into, 2))
        table.append((then.name(goal), *sums, len(direct), unknown, sum(map(inferred, direct)), goal))
    return sorted(table, key=lambda row: (-((row[1] or 0) + (row[2] or 0)), row[0], row[8]))


def influence_pairs(seed: Seed, goal: str | None = None, at: str | None = None, stated_only: bool = False) -> Table:
    then = kept(seed, at, stated_only)
    table = []
    for (start, end), ways in pairs(then).items():
        if goal in (None, start, end):
            through = then.names(way[0]["to"] for way in ways if len(way) == 2)
            doubt = sum(any(map(inferred, way)) for way in ways)
            sums = (total(ways, 1), total(ways, 2))
            table.append((then.name(start), then.name(end), *sums, through, doubt, start, end))
    return sorted(table, key=lambda row: (row[0], row[6], row[1], row[7]))


def influence_loops(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    """Every ring of two to four goals, tried in every order that begins with the lowest id."""
    then = kept(seed, at, stated_only)
    ties = {(tie["from"], tie["to"]): tie for tie in between_goals(then)}
    goals = sorted({goal for pair in ties for goal in pair})
    table = []
    for size in (2, 3, 4):
        for ring in permutations(goals, size):
            steps = [ties.get(pair) for pair in zip(ring, [*ring[1:], ring[0]], strict=True)]
            if ring[0] == min(ring) and all(steps):
                table.append(loop(then, ring, [step for step in steps if step]))
    return sorted(table, key=lambda row: (row[1], "".join(f"{name} " for name in row[0]), row[5]))


def loop(seed: Seed, ring: tuple[str, ...], steps: list[Row]) -> tuple[object, ...]:
    strengths = [None if tie.get("strength") is None else int(tie["strength"]) for tie in steps]
    minus = sum(strength < 0 for strength in strengths if strength is not None)
    sign = None if None in strengths or 0 in strengths else "−" if minus % 2 else "+"
    return (
        [seed.name(goal) for goal in ring],
        len(ring),
        strengths,
        sign,
        [tie.get("basis") for tie in steps],
        list(ring),
    )
