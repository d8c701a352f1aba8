"""The expected answers of the recipes in `cypher/stakeholders` about who is involved in what."""

from collections import defaultdict
from dataclasses import dataclass, field

from rows import Row, Seed, Table, alive, holds, last

COLUMNS = {
    "invite": "represented actor reasons through high_in stake sector level municipality inferred id",
    "never_assessed": "issue analyses actor reasons through sector inferred type issue_id actor_id",
    "uninvolved": "actor sector power relevance interest stake analyses inferred id",
}
HOME = ["OWNS_ISSUE", "LEADS", "PARTNERS_IN", "FUNDS", "MEMBER_OF", "HOSTS", "HOLDS", "ORGANISES", "TOOK_PART_IN"]
NEAR = ["WORKS_ON", "ADDRESSES", "CONTRIBUTES_TO", "SERVES", "CARRIES", "PARTNERS_IN", "FOLLOWS_UP"]
SCORES = ("power", "relevance", "interest")
SECTORS = ("public", "private", "academia", "civil")
LEVELS = ("local", "regional", "national", "international")
STAKES = ("issue_owner", "target_group", "funder", "decision_maker", "implementer", "expert", "affected")


@dataclass
class Asked:
    """What counts: on a day, or only what a source states."""

    seed: Seed
    at: str | None
    stated_only: bool

    def counts(self, tie: Row) -> bool:
        return holds(tie, self.at) and not (self.stated_only and tie.get("basis") == "inferred")

    def ties(self, *types: str) -> list[Row]:
        return [tie for tie in self.seed.edges if tie["type"] in types and self.counts(tie)]

    def exists(self, node: str) -> bool:
        """Whether a node's period shares the day; an analysis begins on its date."""
        row = self.seed.nodes[node]
        return alive({**row, "valid_from": row.get("valid_from") or row.get("date")}, self.at)

    def places(self, issue: str, *near: str) -> dict[str, bool]:
        """The issue and what is one step from it, and whether no source states that step."""
        found: dict[str, bool] = {issue: False}
        for tie in self.ties(*near):
            if issue in (tie["from"], tie["to"]):
                other = tie["to"] if tie["from"] == issue else tie["from"]
                if self.exists(other):
                    doubt = tie.get("basis") == "inferred"
                    found[other] = found.get(other, True) and doubt
        return found


@dataclass
class Guest:
    """An actor's reasons: by type and place, whether no source states it; and how it was assessed."""

    reasons: dict[tuple[str, str], bool] = field(default_factory=dict)
    assessments: list[Row] = field(default_factory=list)

    def add(self, tie: Row, doubt: bool) -> None:
        key = (tie["type"], tie["to"])
        self.reasons[key] = self.reasons.get(key, True) and (doubt or tie.get("basis") == "inferred")
        if tie["type"] == "ASSESSED_IN":
            self.assessments.append(tie)

    def shown(self, seed: Seed) -> tuple[list[str], list[str]]:
        keys = sorted(self.reasons, key=lambda key: (key[0], seed.name(key[1]), key[1]))
        return [reason for reason, _ in keys], [seed.name(place) for _, place in keys]


def guests(asked: Asked, places: dict[str, bool], ties: list[Row]) -> dict[str, Guest]:
    found: dict[str, Guest] = defaultdict(Guest)
    for tie in ties:
        if tie["to"] in places and asked.seed.nodes[tie["from"]]["type"] == "Actor" and asked.exists(tie["from"]):
            found[tie["from"]].add(tie, places[tie["to"]])
    return found


def weighty(tie: Row, high: int) -> bool:
    return max(tie.get("power") or 0, tie.get("relevance") or 0) >= high or tie.get("stake") == "target_group"


def invite(seed: Seed, issue: str, high: int = 4, at: str | None = None, stated_only: bool = False) -> Table:
    asked = Asked(seed, at, stated_only)
    ties = asked.ties(*HOME) + [tie for tie in asked.ties("ASSESSED_IN") if weighty(tie, high)]
    table = []
    for who, guest in guests(asked, asked.places(issue, *NEAR, "CONCERNS"), ties).items():
        actor = seed.nodes[who]
        words = [key for key in SCORES if any((tie.get(key) or 0) >= high for tie in guest.assessments)]
        by_analysis = sorted(guest.assessments, key=lambda tie: (seed.name(tie["to"]), tie["to"]))
        stakes = list(dict.fromkeys(tie["stake"] for tie in by_analysis if tie.get("stake")))
        if ("OWNS_ISSUE", issue) in guest.reasons and "issue_owner" not in stakes:
            stakes.append("issue_owner")
        home = seed.name(actor["municipality"]) if actor.get("municipality") else None
        where = (actor.get("sector"), actor.get("level"), home, sum(guest.reasons.values()), who)
        table.append((True, actor["name"], *guest.shown(seed), words, stakes, *where))
    return sorted(table, key=lambda row: (-len(row[2]), row[1], row[10])) + (missing(seed, table) if table else [])


def missing(seed: Seed, invited: Table) -> Table:
    blank = (False, None, None, None, None)
    sectors = sorted(set(SECTORS) - {row[6] for row in invited})
    levels = sorted(set(LEVELS) - {row[7] for row in invited})
    stakes = sorted(set(STAKES) - {stake for row in invited for stake in row[5]})
    if not any("ASSESSED_IN" in row[2] for row in invited):
        stakes = []  # nobody has been assessed: nothing is known of stakes
    homes = {seed.nodes[row[10]].get("municipality") for row in invited}
    own = {node["id"] for node in seed.of("Actor") if node["kind"] == "municipality" and node.get("in_region")}
    empty = sorted(own - homes, key=lambda node: (seed.name(node), node))
    return [
        *((*blank, None, sector, None, None, None, None) for sector in sectors),
        *((*blank, None, None, level, None, None, None) for level in levels),
        *((*blank, [stake], None, None, None, None, None) for stake in stakes),
        *((*blank, None, None, None, seed.name(node), None, node) for node in empty),
    ]


def never_assessed(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    asked = Asked(seed, at, stated_only)
    analyses: dict[str, set[str]] = defaultdict(set)
    for tie in seed.ties("CONCERNS"):
        analyses[tie["to"]].add(tie["from"])
    table = []
    for issue, about in analyses.items():
        done = {tie["from"] for tie in seed.ties("ASSESSED_IN") if tie["to"] in about}
        places = {place: doubt for place, doubt in asked.places(issue, *NEAR).items() if asked.exists(place)}
        for who, guest in guests(asked, places, asked.ties(*HOME)).items():
            if who not in done:
                facts = (
                    seed.nodes[who].get("sector"),
                    sum(guest.reasons.values()),
                    seed.nodes[issue]["type"],
                    issue,
                    who,
                )
                table.append((seed.name(issue), len(about), seed.name(who), *guest.shown(seed), *facts))
    return sorted(table, key=lambda row: (row[0], row[8], -len(row[3]), row[2], row[9]))


def uninvolved(seed: Seed, at: str | None = None, stated_only: bool = False) -> Table:
    asked = Asked(seed, at, stated_only)
    busy: set[str] = set()
    for tie in asked.ties(*HOME, "COLLABORATES_WITH"):
        for one, other in ((tie["from"], tie["to"]), (tie["to"], tie["from"])):
            if alive(seed.nodes[other], at):
                busy.add(one)
    found: dict[str, list[Row]] = defaultdict(list)
    for tie in seed.ties("ASSESSED_IN"):
        if not (stated_only and tie.get("basis") == "inferred") and alive(seed.nodes[tie["from"]], at):
            found[tie["from"]].append(tie)
    table = []
    for who in found.keys() - busy:
        dates = {tie["to"]: seed.nodes[tie["to"]] for tie in found[who]}
        order = sorted(
            found[who], key=lambda tie: (last(dates[tie["to"]].get("date")), seed.name(tie["to"]), tie["to"])
        )
        scores = [max((tie[key] for tie in order if tie.get(key) is not None), default=None) for key in SCORES]
        stakes = list(dict.fromkeys(tie["stake"] for tie in order if tie.get("stake")))
        doubt = sum(tie.get("basis") == "inferred" for tie in order)
        names = [seed.name(tie["to"]) for tie in order]
        table.append((seed.name(who), seed.nodes[who].get("sector"), *scores, stakes, names, doubt, who))
    return sorted(table, key=lambda row: (-sum(filter(None, row[2:4])), row[0], row[8]))
