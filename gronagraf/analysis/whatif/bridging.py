"""How much nearer a network comes by one new bridge, without walking it anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from gronagraf.analysis.whatif.reaching import Adjacency, Levels, places, turned, union, within


@dataclass(frozen=True, slots=True)
class Nearness:
    """A network's distances in steps, over its ordered pairs.

    `efficiency` is the mean of 1/steps, 0 without a path (Latora & Marchiori 2001, Physical Review Letters 87: 198701);
    `distance` the mean number of steps over the pairs that had a path at first (None where no pair had); `reached` how
    many pairs have a path.
    """

    efficiency: float
    distance: float | None
    reached: int


@dataclass(frozen=True)
class Reach:
    """Everybody's distances along (`out`) and against (`back`) the ties; the same where ties have no direction."""

    adjacency: Adjacency
    directed: bool

    @cached_property
    def out(self) -> Levels:
        return within(self.adjacency)

    @cached_property
    def back(self) -> Levels:
        return within(turned(self.adjacency)) if self.directed else self.out

    @cached_property
    def counts(self) -> list[int]:
        """By number of steps: how many ordered pairs of two are within so many."""
        return [sum(map(int.bit_count, level)) - len(level) for level in self.out]

    @cached_property
    def pairs(self) -> int:
        return len(self.adjacency) * (len(self.adjacency) - 1)

    @cached_property
    def steps(self) -> int:
        """The sum of all distances between pairs with a path."""
        return sum(self.counts[-1] - count for count in self.counts)


def nearness(reach: Reach, more: Sequence[int] = (), shortened: int = 0) -> Nearness:
    """The figures when `more` further pairs are within so many steps (by number of steps, from 0, the last for good).

    `shortened` is how many steps are saved over the pairs that had a path.
    """
    size = max(len(more), len(reach.counts))
    counts = [_at(reach.counts, steps) + (_at(more, steps) if more else 0) for steps in range(size)]
    last = size - 1
    inverse = sum(counts[steps] * (1 / steps - 1 / (steps + 1)) for steps in range(1, last))
    inverse += counts[last] / last if last else 0.0
    had = reach.counts[-1]
    return Nearness(
        inverse / reach.pairs if reach.pairs else 0.0, (reach.steps - shortened) / had if had else None, counts[-1]
    )


def _at(counts: Sequence[int], steps: int) -> int:
    return counts[min(steps, len(counts) - 1)]


def side(levels: Levels, ends: Sequence[int]) -> list[int]:
    """By number of steps: the nodes within so many of any of these ends."""
    return [union(level[end] for end in ends) for level in levels]


def gained(reach: Reach, ends: Sequence[int], others: Sequence[int]) -> tuple[list[int], int]:
    """What ties from each of `ends` to each of `others` would bring: pairs by number of steps, and steps saved.

    One end is a single node; the others may be several, if each two of them have a tie. The distance from u to v
    becomes d(u, ends) + 1 + d(others, v) where that is less, with the nearest of several; where ties have no direction
    each such pair has one node on either side, so that the side with fewer is enough.
    """
    near, far, off = side(reach.back, ends), side(reach.out, others), side(reach.back, others)
    gaining = _gaining(near, off, several=len(others) > 1)
    if not reach.directed:
        other = _gaining(off, near, several=len(ends) > 1)
        if sum(map(int.bit_count, other)) < sum(map(int.bit_count, gaining)):
            gaining, far = other, near
    more = [0] * (len(near) + len(off) + 1)
    saved = sum(_won(reach, place, steps, far, more) for steps, ring in enumerate(gaining) for place in places(ring))
    if not reach.directed:
        return [2 * count for count in more], 2 * saved
    return more, saved


def _gaining(near: Sequence[int], off: Sequence[int], *, several: bool) -> list[int]:
    """By their distance to the near end, those who could be nearer to somebody over the new bridge.

    They are nearer to that end than to the far one by more than a step; by a step or more where that is several nodes,
    for who is one step from the nearest of these is up to two from the rest.
    """
    slack = 0 if several else 1
    rings, before = [], 0
    for steps, ring in enumerate(near):
        rings.append(ring & ~before & ~off[min(steps + slack, len(off) - 1)])
        before = ring
    return rings


def _won(reach: Reach, place: int, steps: int, far: Sequence[int], more: list[int]) -> int:
    """Add to `more` whom one node, so many steps from the bridge, reaches sooner; how many steps that saves it.

    Once nobody is won within some number of steps, nobody is within more: all that lies behind is as near already.
    """
    saved = 0
    levels = reach.out
    known = levels[-1][place]
    for total in range(steps + 1, len(more)):
        won = far[min(total - steps - 1, len(far) - 1)] & ~levels[min(total, len(levels) - 1)][place]
        if not won:
            break
        more[total] += won.bit_count()
        saved += (won & known).bit_count()
    return saved
