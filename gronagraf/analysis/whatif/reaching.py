"""Who reaches whom in how many steps, as sets of bits: bit p of a set stands for the node in place p."""

from collections.abc import Iterable, Iterator, Sequence

Adjacency = Sequence[Sequence[int]]
Levels = list[list[int]]
"""By number of steps and node: the nodes that it reaches in at most so many, itself among them."""


def within(adjacency: Adjacency, most: int | None = None) -> Levels:
    """Every level until nothing more is reached, or until `most` steps.

    A node reaches in k + 1 steps what its neighbours reach in k: a word of the machine holds 64 nodes, so this is far
    quicker than a search from each.
    """
    levels = [[1 << place for place in range(len(adjacency))]]
    while most is None or len(levels) <= most:
        last = levels[-1]
        further = [union((last[place], *(last[near] for near in own))) for place, own in enumerate(adjacency)]
        if further == last:
            break
        levels.append(further)
    return levels


def closure(adjacency: Adjacency, most: int | None = None) -> list[int]:
    """The last of those levels alone."""
    last = [1 << place for place in range(len(adjacency))]
    steps = 0
    while most is None or steps < most:
        further = [union((last[place], *(last[near] for near in own))) for place, own in enumerate(adjacency)]
        if further == last:
            break
        last, steps = further, steps + 1
    return last


def union(sets: Iterable[int]) -> int:
    whole = 0
    for each in sets:
        whole |= each
    return whole


def places(bits: int) -> Iterator[int]:
    """The places in a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def turned(adjacency: Adjacency) -> list[list[int]]:
    """The same ties the other way round."""
    found: list[list[int]] = [[] for _ in adjacency]
    for place, own in enumerate(adjacency):
        for near in own:
            found[near].append(place)
    return found
