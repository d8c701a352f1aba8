"""A core whose members are tied to each other and to the rest, and a periphery that is tied to the core only."""

import heapq
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import igraph

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole.figure import TOO_SMALL, Explained, Figure, Settings, Tick, refusal, refused, times
from gronagraf.schema import Term

FIGURES = ("core_fit", "core_size", "core_density", "between_density", "periphery_density")
ALL_TIED = Term("alla noder har band med alla", "all nodes are tied to all")
STARTS = Term("bäst av {starts} försök", "best of {starts} starts")
SMALL = 300
"""In networks up to this size every other start is anywhere."""

NEAR_BEST = 40
"""How many of the most and the least fitting nodes are tried against each other."""


@dataclass(frozen=True, slots=True)
class Core:
    """The places of the core's members, in order, and the correlation of the network with the ideal pattern."""

    members: tuple[int, ...]
    fit: float


@dataclass(slots=True)
class _Split:
    """A core under search: whether each node is in it, its ties to the periphery, and the ties that it explains not.

    `loose` counts the ties within the periphery; a directed tie each way counts twice.
    """

    near: list[list[int]]
    inside: list[bool]
    outer: list[int]
    loose: int
    size: int
    pairs: int
    ties: int


def core_periphery(projection: Projection, settings: Settings, tick: Tick) -> tuple[Core | None, list[Figure]]:
    """The discrete model of Borgatti & Everett 1999, Social Networks 21: 375-395.

    The core that makes the correlation largest between the ties and a pattern in which two nodes are tied when either
    is in the core. Sought from the best of a greedy order, and from as many random ones as `starts` says.
    """
    reason = refusal(projection, two_mode=False, signed=False) or _reason(projection.network)
    if reason:
        return None, refused(FIGURES, reason)
    starts = times("starts", projection.network.vcount(), settings)
    core = best_core(projection.network, starts, settings.seed, tick)
    return core, _figures(projection.network, core, starts)


def _reason(network: igraph.Graph) -> Term | None:
    size = network.vcount()
    if size < 3:
        return TOO_SMALL
    return ALL_TIED if network.ecount() == _pairs(size, directed=network.is_directed()) else None


def steps(projection: Projection, settings: Settings) -> int:
    """How many starts there are."""
    refused_ = refusal(projection, two_mode=False, signed=False) or _reason(projection.network)
    return 0 if refused_ else times("starts", projection.network.vcount(), settings)


def _pairs(size: int, *, directed: bool) -> int:
    return size * (size - 1) // (1 if directed else 2)


def best_core(network: igraph.Graph, starts: int, seed: int, tick: Tick) -> Core:
    """The best core of a network that has a tie and lacks one, with three nodes or more."""
    chance = random.Random(seed)  # noqa: S311
    best = Core((), -2.0)
    for start in range(starts):
        anywhere = start % 2 == 1 and network.vcount() <= SMALL
        split = _split(network, _start(best.members, network.vcount(), chance, anywhere=anywhere) if start else [])
        if not anywhere:
            _refill(split)
        _climb(split)
        fit = _fit(split, split.size, split.loose)
        if fit > best.fit + 1e-12:
            best = Core(tuple(place for place, inside in enumerate(split.inside) if inside), fit)
        tick()
    return best


def _start(members: tuple[int, ...], size: int, chance: random.Random, *, anywhere: bool) -> list[int]:
    """Half of the best core so far, at random, and some others; or any nodes, which takes a long climb in a large one.

    At most all nodes but two.
    """
    if anywhere:
        return chance.sample(range(size), chance.randint(1, size - 2))
    kept = chance.sample(members, len(members) // 2)
    others = chance.sample(range(size), min(size - 2, 1 + len(members) // 4))
    return sorted({*kept, *others})[: size - 2]


def _split(network: igraph.Graph, members: list[int]) -> _Split:
    size = network.vcount()
    near: list[list[int]] = network.get_adjlist(mode="all")
    split = _Split(
        near,
        [False] * size,
        [len(each) for each in near],
        network.ecount(),
        0,
        _pairs(size, directed=network.is_directed()),
        network.ecount(),
    )
    for place in members:
        _move(split, place)
    return split


def _move(split: _Split, place: int) -> None:
    """From the periphery into the core, or back."""
    joins = not split.inside[place]
    split.loose += -split.outer[place] if joins else split.outer[place]
    split.inside[place] = joins
    split.size += 1 if joins else -1
    for other in split.near[place]:
        split.outer[other] += -1 if joins else 1


def _fit(split: _Split, size: int, loose: int) -> float:
    """The correlation over all pairs of tied or not with explained by the core or not; -2 where there is none."""
    nodes = len(split.near)
    outside = nodes - size
    free = split.pairs * (outside * (outside - 1)) / (nodes * (nodes - 1))
    ideal = (split.pairs - free) / split.pairs
    tied = split.ties / split.pairs
    spread = math.sqrt(ideal * (1 - ideal) * tied * (1 - tied))
    return ((split.ties - loose) / split.pairs - ideal * tied) / spread if spread > 1e-12 else -2.0


def _refill(split: _Split) -> None:
    """Take in the node with most ties to the periphery again and again, and stop where the fit was best."""
    waiting = [(-ties, place) for place, ties in enumerate(split.outer) if not split.inside[place]]
    heapq.heapify(waiting)
    taken: list[int] = []
    best, kept = _fit(split, split.size, split.loose), 0
    while waiting and split.size < len(split.near) - 2:
        ties, place = heapq.heappop(waiting)
        if -ties != split.outer[place]:
            heapq.heappush(waiting, (-split.outer[place], place))
            continue
        _move(split, place)
        taken.append(place)
        fit = _fit(split, split.size, split.loose)
        if fit > best:
            best, kept = fit, len(taken)
    for place in reversed(taken[kept:]):
        _move(split, place)


def _climb(split: _Split) -> None:
    """Move the node, or exchange the two, that better the fit most, until none does."""
    fit = _fit(split, split.size, split.loose)
    while True:
        better, moves = max(_changes(split), key=lambda change: change[0])
        if better <= fit + 1e-12:
            return
        for place in moves:
            _move(split, place)
        fit = better


def _changes(split: _Split) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Changes with the fit that each would give: only nodes at the ends of the order can be the best to move."""
    places = range(len(split.near))
    out = heapq.nlargest(NEAR_BEST, (p for p in places if not split.inside[p]), key=split.outer.__getitem__)
    core = heapq.nsmallest(NEAR_BEST, (p for p in places if split.inside[p]), key=split.outer.__getitem__)
    yield -2.0, ()
    if out:
        yield _fit(split, split.size + 1, split.loose - split.outer[out[0]]), (out[0],)
    if core:
        yield _fit(split, split.size - 1, split.loose + split.outer[core[0]]), (core[0],)
    for leaves in core:
        tied = Counter(split.near[leaves])
        for joins in out:
            loose = split.loose + split.outer[leaves] - split.outer[joins] - tied[joins]
            yield _fit(split, split.size, loose), (leaves, joins)


def _figures(network: igraph.Graph, core: Core, starts: int) -> list[Figure]:
    inside = set(core.members)
    ends = [(a in inside) + (b in inside) for a, b in network.get_edgelist()]
    size, rest = len(inside), network.vcount() - len(inside)
    each_way = 2 if network.is_directed() else 1
    pairs = {2: size * (size - 1) * each_way // 2, 1: size * rest * each_way, 0: rest * (rest - 1) * each_way // 2}
    lone = Term("kärnan är en enda nod", "the core is a single node")
    return [
        Figure("core_fit", core.fit, note=STARTS.filled(starts=starts)),
        Figure("core_size", size),
        *(
            Figure(name, ends.count(kind) / pairs[kind]) if pairs[kind] else Figure(name, None, lone)
            for name, kind in zip(FIGURES[2:], (2, 1, 0), strict=True)
        ),
    ]


BORGATTI = "Borgatti & Everett 1999, Social Networks 21: 375-395"
PATTERN = Term(
    "Mönstret: ett band där minst en ände är i kärnan. Vikt används inte; riktade band räknas åt vart håll.",
    "The pattern: a tie where at least one end is in the core. Weights not used; directed ties count each way.",
)
BLOCK = Term("Band delat med möjliga band.", "Ties over possible ties.")
EXPLAINED = (
    Explained(
        "core_fit",
        Term("Kärna och periferi, passning", "Core and periphery, fit"),
        Term(
            "Korrelationen mellan nätet och ett idealt mönster med kärna och periferi. 1: helt så; 0: inte alls.",
            "The correlation of the network with an ideal pattern of core and periphery. 1: just so; 0: not at all.",
        ),
        PATTERN,
        BORGATTI,
    ),
    Explained(
        "core_size",
        Term("Noder i kärnan", "Nodes in the core"),
        Term("Hur många noder kärnan har.", "How many nodes the core has."),
        PATTERN,
        BORGATTI,
    ),
    Explained(
        "core_density",
        Term("Täthet i kärnan", "Density of the core"),
        Term("Andelen möjliga band inom kärnan.", "The share of possible ties within the core."),
        BLOCK,
        BORGATTI,
    ),
    Explained(
        "between_density",
        Term("Täthet mellan kärna och periferi", "Density between core and periphery"),
        Term("Andelen möjliga band mellan de två.", "The share of possible ties between the two."),
        BLOCK,
        BORGATTI,
    ),
    Explained(
        "periphery_density",
        Term("Täthet i periferin", "Density of the periphery"),
        Term("Andelen möjliga band inom periferin.", "The share of possible ties within the periphery."),
        BLOCK,
        BORGATTI,
    ),
)
