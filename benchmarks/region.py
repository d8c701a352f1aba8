"""A synthetic region of any size: communities, a few actors with very many ties, every label and relation of the model.

`python -m benchmarks.region NODES FOLDER [--ratio 2.5] [--seed 7]` writes it as a seed. The same arguments always give
the same region.
"""

import argparse
import bisect
import itertools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corners import with_corners
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.model import MODEL
from gronagraf.schema import EdgeType, snake_case

SHARES = {
    "Actor": 0.42,
    "Network": 0.07,
    "Goal": 0.08,
    "Project": 0.15,
    "LearningEvent": 0.08,
    "Challenge": 0.03,
    "Resource": 0.03,
    "Activity": 0.04,
    "Effect": 0.04,
    "Lesson": 0.02,
    "StakeholderAnalysis": 0.01,
    "Mandate": 0.01,
    "Indicator": 0.01,
    "Principle": 0.01,
}
COMMON = {"MEMBER_OF": 10, "COLLABORATES_WITH": 5, "PARTNERS_IN": 3, "TOOK_PART_IN": 3, "CONTRIBUTES_TO": 2}
FIRST = {
    "Actor": ("Region", "Kommun", "Science Park", "Högskola", "Stiftelse", "Bolag", "Inkubator", "Förening"),
    "Network": ("Nätverket", "Klustret", "Alliansen", "Samverkan"),
    "Goal": ("Fossilfritt", "Livslångt lärande", "Folkhälsa", "Öppna livsmiljöer"),
    "Project": ("Projekt", "Förstudie", "Pilot"),
    "LearningEvent": ("Forum", "Hearing", "Workshop", "Rådslag"),
}
WORDS = (
    "Östra",
    "Västra",
    "Åbo",
    "Älvsered",
    "Ödesjö",
    "Skärby",
    "grön",
    "omställning",
    "vätgas",
    "livsmedel",
    "trähus",
    "hälsa",
    "logistik",
    "cirkulär",
    "kompetens",
    "skog",
    "energi",
    "turism",
    "kultur",
    "e-hälsa",
)
SECTORS = {
    "municipality": "public",
    "region_body": "public",
    "state_agency": "public",
    "university": "academia",
    "company": "private",
    "civil_society": "civil",
    "foundation": "civil",
    "cluster": "private",
}
LEVELS = ("local", "regional", "national", "international")
BASES = ("stated", "stated", "inferred")
INSIDE = 0.82


@dataclass(frozen=True)
class Ties:
    """A degree-corrected block model: every node has a community and a weight that says how often it is drawn."""

    rng: random.Random
    group: Sequence[int]
    weights: Sequence[float]
    members: Sequence[Sequence[int]]
    member_weights: Sequence[Sequence[float]]

    def pair(self) -> tuple[int, int]:
        a = self._draw(self.weights)
        if self.rng.random() >= INSIDE:
            return a, self._draw(self.weights)
        own = self.group[a]
        return a, self.members[own][self._draw(self.member_weights[own])]

    def _draw(self, totals: Sequence[float]) -> int:
        return min(bisect.bisect(totals, self.rng.random() * totals[-1]), len(totals) - 1)


def region(nodes: int, ratio: float = 2.5, seed: int = 7) -> Graph:
    """About `nodes` nodes and `ratio` times as many relations; fictional."""
    rng = random.Random(seed)
    labels = [label for label, share in SHARES.items() for _ in range(round(share * nodes))]
    info = SeedInfo(
        name=f"synthetic_{nodes}",
        title=f"Syntetisk region, {nodes} noder",
        title_en=f"Synthetic region, {nodes} nodes",
        description="Gjord av ett program för att mäta.",
        publisher="Gronagraf",
        licence="CC0-1.0",
        date="2026-11-01",
        fictional=True,
    )
    made = tuple(_node(rng, label, number, info.name) for number, label in enumerate(labels))
    return with_corners(Graph(made, tuple(_edges(rng, made, int(ratio * nodes), info.name)), (info,)))


def _node(rng: random.Random, label: str, number: int, seed: str) -> Node:
    year = rng.randrange(2010, 2025)
    facts: dict[str, Value] = {
        "name": f"{rng.choice(FIRST.get(label, (label,)))} {rng.choice(WORDS)} {number}",
        "note": " ".join(rng.choice(WORDS) for _ in range(12)),
        "valid_from": str(year),
        "valid_to": str(min(2030, year + rng.randrange(1, 10))),
        "source": f"https://example.org/nod/{number}",
        "source_year": year,
        "basis": rng.choice(BASES),
    }
    if label == "Actor":
        kind = rng.choice(tuple(SECTORS))
        facts |= {"kind": kind, "sector": SECTORS[kind], "level": rng.choice(LEVELS)}
    if label == "Effect":
        facts["horizon"] = rng.choice(("short", "medium", "long"))
    if label == "LearningEvent":
        facts["phase"] = rng.choice(("plan", "apply", "evaluate", "improve"))
    if label == "StakeholderAnalysis":
        facts["date"] = str(year)
    return Node(label, f"{snake_case(label)}_{number}", facts, seed)


def _edges(rng: random.Random, nodes: Sequence[Node], wanted: int, seed: str) -> Iterator[Edge]:
    """At most one relation of a type between two nodes; acyclic ones lead from the larger number to the smaller."""
    joining = _joining()
    ties = _ties(rng, len(nodes))
    seen: set[tuple[str, int, int]] = set()
    for _ in range(60 * wanted):
        if len(seen) == wanted:
            return
        a, b = ties.pair()
        types = joining.get((nodes[a].label, nodes[b].label))
        if a == b or types is None:
            continue
        edge = rng.choice(types)
        if nodes[a].label == nodes[b].label and a < b:
            a, b = b, a
        if (edge.type, a, b) not in seen:
            seen.add((edge.type, a, b))
            start, end = nodes[a].id, nodes[b].id
            if edge.symmetric and end < start:
                start, end = end, start
            yield Edge(edge.type, start, end, _facts(rng, edge.type), seed)


def _joining() -> dict[tuple[str, str], list[EdgeType]]:
    """The relation types that may join two labels, common ones several times."""
    found: dict[tuple[str, str], list[EdgeType]] = defaultdict(list)
    for edge in MODEL.edges:
        for ends in edge.ends:
            found[ends].extend([edge] * COMMON.get(edge.type, 1))
    return found


def _ties(rng: random.Random, count: int) -> Ties:
    groups = max(4, int(count**0.5 / 2))
    group = [min(int(rng.paretovariate(1.2)) - 1, groups - 1) for _ in range(count)]
    weight = [min(rng.paretovariate(1.6), 2 * count**0.5) for _ in range(count)]
    members: list[list[int]] = [[] for _ in range(groups)]
    for number, own in enumerate(group):
        members[own].append(number)
    totals = [list(itertools.accumulate(weight[number] for number in each)) for each in members]
    return Ties(rng, group, list(itertools.accumulate(weight)), members, totals)


def _facts(rng: random.Random, relation: str) -> dict[str, Value]:
    year = rng.randrange(2012, 2024)
    facts: dict[str, Value] = {
        "since": str(year),
        "source": "https://example.org/relation",
        "source_year": year,
        "basis": rng.choice(BASES),
    }
    if rng.random() < 1 / 3:
        facts["until"] = str(year + 5)
    return facts | _own_facts(rng, relation, year)


def _own_facts(rng: random.Random, relation: str, year: int) -> dict[str, Value]:
    match relation:
        case "FUNDS":
            return {"amount_sek": rng.randrange(50_000, 20_000_000, 1000), "amount_kind": "granted"}
        case "COLLABORATES_WITH":
            return {"step": rng.choice(("samtal", "samsyn", "samarbete", "samverkan"))}
        case "OWNS_SHARE_OF":
            return {"share": 1}
        case "INFLUENCES":
            return {"strength": rng.choice((-3, -2, -1, 1, 2, 3))}
        case "ASSESSED_IN":
            return {score: rng.randrange(1, 6) for score in ("power", "relevance", "interest")}
        case "HAS_VALUE":
            return {"value": rng.randrange(100, 100_000), "date": f"{year}-12-31"}
        case "MEASURED_BY":
            return {"baseline": rng.randrange(1, 50), "target": rng.randrange(50, 100), "target_year": 2030}
        case _:
            return {}


def main() -> None:
    from gronagraf.reading import write_seed

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nodes", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ratio", type=float, default=2.5)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write_seed(region(given.nodes, given.ratio, given.seed), given.folder, MODEL)


if __name__ == "__main__":
    main()
