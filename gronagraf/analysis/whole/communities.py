"""Communities: groups with more ties inside than chance would give, and whether they are found again."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.chance import seeded
from gronagraf.analysis.whole.figure import (
    DEFAULT,
    SAMPLED_FROM,
    Explained,
    Figure,
    Settings,
    Tick,
    refusal,
    refused,
    times,
)
from gronagraf.errors import AnalysisError
from gronagraf.schema import Term

LARGE_ROUNDS = 10
FIGURES = ("communities", "modularity", "same_nmi", "same_ari", "agreeing_runs")
ALONE = Term("det behövs minst två försök att jämföra", "at least two runs are needed to compare")
OF_RUNS = Term("av {runs} försök", "of {runs} runs")
RESOLVED = Term("upplösning {resolution}", "resolution {resolution}")


@dataclass(frozen=True, slots=True)
class Community:
    """A community: its number, its members' places (most ties first), and ties within and to others."""

    number: int
    members: tuple[int, ...]
    within: int
    to_others: int


@dataclass(frozen=True, slots=True)
class Communities:
    """The best of the runs. `membership` holds for each node its community, 1 the largest, None where it has no tie."""

    membership: tuple[int | None, ...]
    found: tuple[Community, ...]
    runs: int


@dataclass(frozen=True, slots=True)
class _Task:
    """What Leiden is to do: a network of the nodes with ties, and what each node weighs in what chance would give.

    The quality of a partition is the sum over pairs in one community of (weight - resolution x out x in / total), over
    the total.
    """

    network: igraph.Graph
    weights: list[float]
    out: list[float]
    into: list[float]
    total: float


def communities(projection: Projection, settings: Settings, tick: Tick) -> tuple[Communities | None, list[Figure]]:
    """Leiden (Traag, Waltman & van Eck 2019, Scientific Reports 9: 5233), the best of several seeded runs.

    By modularity: Newman & Girvan's, Leicht & Newman's where ties are directed, Barber's in two modes. Weights count as
    strengths. Nodes without ties are in no community.
    """
    if reason := refusal(projection, two_mode=True, signed=False):
        return None, refused(FIGURES, reason)
    tied = [place for place, degree in enumerate(projection.network.degree()) if degree]
    task = _task(projection, tied)
    runs = _runs(task, times("runs", projection.network.vcount(), settings), settings, tick)
    best = max(runs, key=lambda run: _quality(task, run, settings.resolution))
    found = _described(projection, tied, best, len(runs))
    quality = _quality(task, best, settings.resolution)
    note = RESOLVED.filled(resolution=f"{settings.resolution:g}")
    return found, [
        Figure("communities", len(found.found), note=note),
        Figure("modularity", quality, note=note),
        *_sameness(runs, best),
    ]


def membership(projection: Projection, settings: Settings = DEFAULT) -> tuple[int | None, ...]:
    """The community of each node, 1 the largest; None where it has no tie. Raises AnalysisError if there are none."""
    found, figures = communities(projection, settings, lambda: None)
    if found is None:
        reason = next(figure.reason for figure in figures if figure.reason)
        raise AnalysisError(f"there are no communities: {reason.en}")
    return found.membership


def steps(projection: Projection, settings: Settings) -> int:
    """How many runs there are."""
    refused_ = refusal(projection, two_mode=True, signed=False)
    return 0 if refused_ else times("runs", projection.network.vcount(), settings)


def _task(projection: Projection, tied: Sequence[int]) -> _Task:
    part = projection.network.induced_subgraph(tied)
    weights = list(part.es["weight"])
    total = math.fsum(weights)
    if projection.first_mode is not None:
        actors = [place < projection.first_mode for place in tied]
        strength = part.strength(weights=weights)
        ordered = [(min(tie.tuple), max(tie.tuple)) for tie in part.es]
        out = [value if first else 0.0 for value, first in zip(strength, actors, strict=True)]
        into = [0.0 if first else value for value, first in zip(strength, actors, strict=True)]
        return _Task(igraph.Graph(len(tied), ordered, directed=True), weights, out, into, total)
    if projection.directed:
        return _Task(
            part, weights, part.strength(weights=weights, mode="out"), part.strength(weights=weights, mode="in"), total
        )
    strength = part.strength(weights=weights)
    return _Task(part, weights, strength, strength, 2 * total)


def _runs(task: _Task, runs: int, settings: Settings, tick: Tick) -> list[list[int]]:
    found = []
    for run in range(runs):
        with seeded(settings.seed + run):
            found.append(_run(task, settings.resolution))
        tick()
    return found


def _run(task: _Task, resolution: float) -> list[int]:
    """igraph's general form of the quality takes what chance gives as node weights and one factor.

    Until a round betters nothing; in a large network, where such rounds are many and better little, LARGE_ROUNDS.
    """
    directed = {"node_in_weights": task.into} if task.network.is_directed() else {}
    clustering = task.network.community_leiden(
        objective_function="CPM",
        weights=task.weights,
        node_weights=task.out,
        resolution=resolution / task.total,
        n_iterations=LARGE_ROUNDS if task.network.vcount() > SAMPLED_FROM else -1,
        **directed,
    )
    return _by_size(clustering.membership)


def _by_size(membership: Sequence[int]) -> list[int]:
    """The same partition with communities numbered from the largest, those as large by their first member."""
    sizes = Counter(membership)
    first: dict[int, int] = {}
    for place, each in enumerate(membership):
        first.setdefault(each, place)
    number = {each: n for n, each in enumerate(sorted(sizes, key=lambda each: (-sizes[each], first[each])))}
    return [number[each] for each in membership]


def _quality(task: _Task, membership: Sequence[int], resolution: float) -> float:
    """Modularity by its definition, with the resolution before what chance would give."""
    parts = max(membership) + 1
    out, into = [0.0] * parts, [0.0] * parts
    for place, part in enumerate(membership):
        out[part] += task.out[place]
        into[part] += task.into[place]
    each_way = 1 if task.network.is_directed() else 2
    within = math.fsum(
        weight * each_way
        for (a, b), weight in zip(task.network.get_edgelist(), task.weights, strict=True)
        if membership[a] == membership[b]
    )
    chance = math.fsum(a * b for a, b in zip(out, into, strict=True)) / task.total
    return (within - resolution * chance) / task.total


def _sameness(runs: Sequence[Sequence[int]], best: Sequence[int]) -> list[Figure]:
    """How alike the runs are, pair by pair, and in how many of them the very same communities came out."""
    agreeing = Figure("agreeing_runs", sum(run == best for run in runs), note=OF_RUNS.filled(runs=len(runs)))
    if len(runs) == 1:
        return [*refused(FIGURES[2:4], ALONE), agreeing]
    counted = Counter(tuple(run) for run in runs)
    pairs = math.comb(len(runs), 2)
    same = sum(math.comb(count, 2) for count in counted.values())
    means = []
    for method in ("nmi", "adjusted_rand"):
        others = [
            counted[a] * counted[b] * igraph.compare_communities(list(a), list(b), method=method)
            for a, b in combinations(counted, 2)
        ]
        means.append((same + math.fsum(others)) / pairs)
    note = OF_RUNS.filled(runs=len(runs))
    return [Figure(name, mean, note=note) for name, mean in zip(FIGURES[2:4], means, strict=True)] + [agreeing]


def _described(projection: Projection, tied: Sequence[int], membership: Sequence[int], runs: int) -> Communities:
    number: list[int | None] = [None] * len(projection.nodes)
    for place, community in zip(tied, membership, strict=True):
        number[place] = community + 1
    degree = projection.network.degree()
    strength = projection.network.strength(weights=projection.weights)
    within: Counter[int] = Counter()
    to_others: Counter[int] = Counter()
    for a, b in projection.network.get_edgelist():
        for end in {number[a], number[b]}:
            if end is not None:
                (within if number[a] == number[b] else to_others)[end] += 1
    members: dict[int, list[int]] = {}
    for place in sorted(tied, key=lambda place: (-strength[place], -degree[place], place)):
        members.setdefault(number[place] or 0, []).append(place)
    found = (Community(each, tuple(members[each]), within[each], to_others[each]) for each in sorted(members))
    return Communities(tuple(number), tuple(found), runs)


DANON = "Danon, Díaz-Guilera, Duch & Arenas 2005, Journal of Statistical Mechanics: P09008"
RUNS = Term(
    "Medel över alla par av försök; 1: samma varje gång.", "Mean over all pairs of runs; 1: the same each time."
)
EXPLAINED = (
    Explained(
        "communities",
        Term("Klungor (Leiden)", "Communities (Leiden)"),
        Term(
            "Klungor med fler band inom sig än slumpen skulle ge. Noder utan band är inte med.",
            "Groups with more ties inside than chance would give. Nodes without ties are in none.",
        ),
        Term("Vikten används som styrka. Högre upplösning ger fler klungor.", "Weights are strengths. Higher: more."),
        "Traag, Waltman & van Eck 2019, Scientific Reports 9: 5233",
    ),
    Explained(
        "modularity",
        Term("Modularitet", "Modularity"),
        Term(
            "Andelen bandvikt inom klungorna, minus den som slumpen skulle ge.",
            "The share of weight within the communities, minus what chance would give.",
        ),
        Term(
            "Med upplösningen som faktor före slumpens andel; riktat och tvådelat har var sin slump.",
            "With the resolution before the share of chance; directed and two-mode have a chance of their own.",
        ),
        "Newman & Girvan 2004, Physical Review E 69: 026113; Leicht & Newman 2008, Physical Review Letters 100: 118703;"
        " Barber 2007, Physical Review E 76: 066102",
    ),
    Explained(
        "same_nmi",
        Term("Försökens likhet, NMI", "Likeness of runs, NMI"),
        Term(
            "Normerad ömsesidig information mellan två försöks grupper.", "Normalised mutual information of two runs."
        ),
        RUNS,
        DANON,
    ),
    Explained(
        "same_ari",
        Term("Försökens likhet, ARI", "Likeness of runs, ARI"),
        Term("Justerat Rand-index mellan två försöks klungor.", "The adjusted Rand index of two runs."),
        RUNS,
        "Hubert & Arabie 1985, Journal of Classification 2: 193-218",
    ),
    Explained(
        "agreeing_runs",
        Term("Försök med samma klungor", "Runs that agree"),
        Term("Hur många försök som gav exakt de klungor som visas.", "How many runs gave just the communities shown."),
        Term("Ingen: som räknat.", "None: as counted."),
        "Traag, Waltman & van Eck 2019, Scientific Reports 9: 5233",
    ),
)
