"""The expected answers of the recipes in `cypher/networks` about Samverkanstrappan, the collaboration ladder."""

from collections import defaultdict
from itertools import pairwise

from rows import Row, Seed, Table, alive, holds

COLUMNS = {
    "ladder": "first second issue step rung since until basis source first_id second_id issue_id",
    "ladder_moves": "moved first second issue from_step to_step up rungs held_until inferred source "
    "first_id second_id issue_id",
    "ladder_still": "first second issue step since years counted_to inferred source first_id second_id issue_id",
}
LADDER = ("samtal", "samsyn", "samarbete", "samverkan")
Held = dict[tuple[str, str, str | None], list[Row]]


def held(ties: list[Row]) -> Held:
    """The periods of each pair on each issue, in the order in which they began."""
    found: Held = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: (tie["since"] or "", tie["until"] or "9999")):
        found[tie["from"], tie["to"], tie["about"]].append(tie)
    return found


def collaborations(seed: Seed, actor: str | None, stated_only: bool) -> list[Row]:
    ties = seed.ties("COLLABORATES_WITH")
    told = [tie for tie in ties if not (stated_only and tie["basis"] == "inferred")]
    return [tie for tie in told if actor is None or actor in (tie["from"], tie["to"])]


def both_alive(seed: Seed, tie: Row, at: str | None) -> bool:
    return alive(seed.nodes[tie["from"]], at) and alive(seed.nodes[tie["to"]], at)


def issue_name(seed: Seed, issue: str | None) -> str | None:
    return None if issue is None else seed.name(issue)


def ladder(
    seed: Seed, actor: str | None = None, issue: str | None = None, at: str | None = None, stated_only: bool = False
) -> Table:
    ties = [tie for tie in collaborations(seed, actor, stated_only) if holds(tie, at) and both_alive(seed, tie, at)]
    table = []
    for (first, second, about), periods in held(ties).items():
        now = periods[-1]
        if issue in (None, about):
            rung = LADDER.index(now["step"]) + 1
            known = (now["step"], rung, now["since"], now["until"], now["basis"], now["source"])
            names = (seed.name(first), seed.name(second), issue_name(seed, about))
            table.append((*names, *known, first, second, about))
    return sorted(table, key=lambda row: (-row[4], row[0], row[1], row[2] or "", row[9], row[10], row[11] or ""))


def ladder_moves(
    seed: Seed, actor: str | None = None, earliest: str = "", at: str | None = None, stated_only: bool = False
) -> Table:
    table = []
    for (first, second, about), periods in held(collaborations(seed, actor, stated_only)).items():
        for before, after in pairwise(periods):
            rungs = LADDER.index(after["step"]) - LADDER.index(before["step"])
            late = after["since"][: len(earliest)] >= earliest[: len(after["since"])]
            if rungs and late and holds(after, at) and both_alive(seed, after, at):
                names = (seed.name(first), seed.name(second), issue_name(seed, about))
                steps = (before["step"], after["step"], rungs > 0, rungs, before["until"])
                doubt = [before["basis"], after["basis"]].count("inferred")
                table.append((after["since"], *names, *steps, doubt, after["source"], first, second, about))
    return sorted(table, key=lambda row: (*row[:3], row[3] or "", row[11], row[12], row[13] or "", row[4]))


def ladder_still(
    seed: Seed, years: int = 3, actor: str | None = None, at: str | None = None, stated_only: bool = False
) -> Table:
    day = at or max((tie["since"] for tie in collaborations(seed, None, stated_only) if tie["since"]), default="")
    begun = [tie for tie in collaborations(seed, actor, stated_only) if holds({**tie, "until": None}, day)]
    table = []
    for (first, second, about), periods in held(begun).items():
        now = periods[-1]
        still = [now]
        for period in reversed(periods[:-1]):
            if period["step"] != now["step"]:
                break
            still.insert(0, period)
        since = still[0]["since"]
        stood = whole_years(since, day) if since else -1
        if stood >= years and holds(now, day) and both_alive(seed, now, day):
            names = (seed.name(first), seed.name(second), issue_name(seed, about))
            doubt = sum(period["basis"] == "inferred" for period in still)
            table.append(
                (*names, now["step"], since, stood, day, doubt, now["source"], first, second, about),
            )
    return sorted(
        table, key=lambda row: (-row[5], row[4], row[0], row[1], row[2] or "", row[9], row[10], row[11] or "")
    )


def whole_years(since: str, day: str) -> int:
    """From the one to the other, as far as both are known: from 2019-03 to 2024 are five."""
    begun, ended = ([int(part) for part in date.split("-")] for date in (since, day))
    shared = min(len(begun), len(ended))
    return ended[0] - begun[0] - (begun[1:shared] > ended[1:shared])
