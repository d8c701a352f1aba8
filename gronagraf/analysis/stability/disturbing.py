"""A network as it might have been recorded: participations or relations dropped and added, arenas drawn anew."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.analysis.projection import Projection, Shared
from gronagraf.analysis.projection.folding import Arena
from gronagraf.analysis.projection.relating import Link

TRIES = 20


@dataclass(frozen=True, slots=True)
class Disturbance:
    """What is done to the records in each of `runs` runs.

    `drop` and `add` are shares (0 to 1) of the participations, or of the relations where ties are relations; added ones
    are drawn among those that are not there. `bootstrap` draws as many arenas as there are, with replacement, before
    that. `seed` is what chance begins from.
    """

    runs: int = 200
    drop: float = 0.1
    add: float = 0.1
    bootstrap: bool = False
    seed: int = 1


def disturbed(projection: Projection, how: Disturbance, chance: random.Random) -> Projection:
    """The network that one disturbance leaves, with the same nodes."""
    if isinstance(projection.way, Shared):
        return projection.redrawn(arenas=_arenas(projection, how, chance))
    return projection.redrawn(links=_links(projection, how, chance))


def _arenas(projection: Projection, how: Disturbance, chance: random.Random) -> list[Arena]:
    arenas: Sequence[Arena] = projection.arenas
    if how.bootstrap and arenas:
        arenas = chance.choices(arenas, k=len(arenas))
    actors = len(projection.nodes[: projection.first_mode])
    seats = [place * actors + member for place, arena in enumerate(arenas) for member in arena.members]
    gone = chance.sample(range(len(seats)), _about(how.drop * len(seats), chance))
    left = set(seats).difference([seats[place] for place in gone])
    left.update(_absent(len(arenas) * actors, set(seats), _about(how.add * len(seats), chance), chance))
    members: list[list[int]] = [[] for _ in arenas]
    for seat in sorted(left):
        members[seat // actors].append(seat % actors)
    return [Arena(arena.node, tuple(own)) for arena, own in zip(arenas, members, strict=True)]


def _about(share: float, chance: random.Random) -> int:
    """A whole number that is `share` on average: a tenth of four is none six times in ten, else one."""
    least = math.floor(share)
    return least + (chance.random() < share - least)


def _absent(total: int, taken: set[int], wanted: int, chance: random.Random) -> list[int]:
    """So many of the numbers below `total` that are not taken, all equally likely; fewer where there are not as many.

    Among any `wanted` + `len(taken)` different numbers at least `wanted` are free.
    """
    drawn = chance.sample(range(total), min(total, wanted + len(taken))) if wanted else []
    return [number for number in drawn if number not in taken][:wanted]


def _links(projection: Projection, how: Disturbance, chance: random.Random) -> list[Link]:
    links = projection.links
    gone = set(chance.sample(range(len(links)), _about(how.drop * len(links), chance)))
    left = [link for place, link in enumerate(links) if place not in gone]
    return left + _more_links(projection, _about(how.add * len(links), chance), chance)


def _more_links(projection: Projection, wanted: int, chance: random.Random) -> list[Link]:
    """New links, each of the type and weight of an old one, between nodes of the labels that the old one joins."""
    alike: dict[str, list[int]] = {}
    for place, node in enumerate(projection.nodes):
        alike.setdefault(node.label, []).append(place)
    taken = {pair for link in projection.links for pair in _pairs(projection, link)}
    found: list[Link] = []
    for _ in range(wanted * TRIES):
        if len(found) == wanted:
            break
        old = chance.choice(projection.links)
        start, end = (chance.choice(alike[projection.nodes[place].label]) for place in (old.start, old.end))
        new = Link(old.type, start, end, old.weight)
        if start != end and (old.type, start, end) not in taken:
            found.append(new)
            taken.update(_pairs(projection, new))
    return found


def _pairs(projection: Projection, link: Link) -> list[tuple[str, int, int]]:
    """The link as it is known when it is looked for: either way round where it has no direction."""
    there = (link.type, link.start, link.end)
    if projection.directed and link.type not in projection.symmetric:
        return [there]
    return [there, (link.type, link.end, link.start)]
