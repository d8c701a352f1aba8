"""How many contacts two nodes have in common, counted by group: quick also where everyone knows everyone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HUBS = 4096
"""So many nodes with the most ties have a bit each: contacts among them are counted at once, others one by one."""


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Of each node its contacts: those who are hubs as the bits of a number, the others as a set.

    `groups` has the group of each node, `members` the hubs of each group as bits, `known` those who have a group.
    """

    bits: Sequence[int]
    others: Sequence[frozenset[int]]
    groups: Sequence[str | None]
    members: Mapping[str | None, int]
    known: int


def overlaps_of(contacts: Sequence[Sequence[int]], groups: Sequence[str | None]) -> Overlaps:
    """The contacts made ready to be compared; each list of contacts names a node once."""
    named = [0] * len(contacts)
    for each in contacts:
        for node in each:
            named[node] += 1
    hubs = sorted(range(len(contacts)), key=named.__getitem__, reverse=True)[:HUBS]
    place = {node: bit for bit, node in enumerate(hubs)}
    members: dict[str | None, int] = {}
    for node, bit in place.items():
        members[groups[node]] = members.get(groups[node], 0) | 1 << bit
    return Overlaps(
        bits=[_bits([place[node] for node in each if node in place]) for each in contacts],
        others=[frozenset(node for node in each if node not in place) for each in contacts],
        groups=groups,
        members=members,
        known=sum(bits for group, bits in members.items() if group is not None),
    )


def _bits(places: Sequence[int]) -> int:
    octets = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def common(
    overlaps: Overlaps, one: int, other: int, first: str | None, second: str | None
) -> tuple[int, int, int, int]:
    """How many contacts the two share, how many of them have a group, and how many are in each of two groups."""
    bits = overlaps.bits[one] & overlaps.bits[other]
    members = overlaps.members
    total = bits.bit_count()
    known = (bits & overlaps.known).bit_count()
    in_first = (bits & members.get(first, 0)).bit_count()
    in_second = (bits & members.get(second, 0)).bit_count()
    shared = overlaps.others[one]
    if shared and (shared := shared & overlaps.others[other]):
        groups = [overlaps.groups[node] for node in shared]
        total += len(groups)
        known += len(groups) - groups.count(None)
        in_first += groups.count(first)
        in_second += groups.count(second)
    return total, known, in_first, in_second
