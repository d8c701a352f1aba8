"""From two modes to one: actors who share an arena are tied, and the tie knows which arenas it rests on."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from gronagraf.graph import Node

Weighting = Literal["newman", "count", "jaccard", "none"]
WEIGHTINGS: tuple[Weighting, ...] = get_args(Weighting)


@dataclass(frozen=True, slots=True)
class Arena:
    """Where actors meet: a network, a project, an event, or one undertaking that is several of them.

    `members` are places in the projection's nodes, each once, in order.
    """

    node: Node
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """The ties (first < second, in order), with a weight and the places of the arenas that carry it for each."""

    pairs: list[tuple[int, int]]
    weights: list[float]
    carriers: list[tuple[int, ...]]


def fold(arenas: Sequence[Arena], weighting: Weighting) -> Folded:
    """Every two members of an arena tied once, however many arenas they share.

    `newman` weighs a tie by the sum of 1/(members - 1) over the shared arenas (Newman 2001, Physical Review E 64,
    016132), so that an actor's strength is the number of arenas where it meets anybody; `count` by their number;
    `jaccard` by their number over the number of arenas where either of the two is; `none` by 1.
    """
    shared: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for place, arena in enumerate(arenas):
        for pair in combinations(arena.members, 2):
            shared[pair].append(place)
    pairs = sorted(shared)
    carriers = [tuple(shared[pair]) for pair in pairs]
    return Folded(pairs, _weights(arenas, pairs, carriers, weighting), carriers)


def _weights(
    arenas: Sequence[Arena], pairs: list[tuple[int, int]], carriers: list[tuple[int, ...]], weighting: Weighting
) -> list[float]:
    if weighting == "none":
        return [1.0] * len(pairs)
    if weighting == "count":
        return [float(len(each)) for each in carriers]
    if weighting == "newman":
        shares = [1 / (len(arena.members) - 1) if len(arena.members) > 1 else 0.0 for arena in arenas]
        return [math.fsum(shares[place] for place in each) for each in carriers]
    held: defaultdict[int, int] = defaultdict(int)
    for arena in arenas:
        for member in arena.members:
            held[member] += 1
    return [
        len(each) / (held[first] + held[second] - len(each))
        for (first, second), each in zip(pairs, carriers, strict=True)
    ]
