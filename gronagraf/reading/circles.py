"""Circles in a directed relation, found without recursion."""

from collections import defaultdict
from collections.abc import Iterable, Iterator


def circles(pairs: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Circles as ids, the first again at the end: at least one of each tangle, and no two that share an id."""
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in sorted(pairs):
        after[start].append(end)
    done: set[str] = set()
    reported: set[str] = set()
    for root in list(after):
        if root not in done:
            for circle in _back_to_the_way(root, after, done):
                if reported.isdisjoint(circle):
                    reported.update(circle)
                    yield [*circle, circle[0]]


def _back_to_the_way(root: str, after: dict[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """Walk depth first from one id; each time a step meets an id on the way, the way from there on."""
    way, place_on_way = [root], {root: 0}
    branches = [iter(after[root])]
    while way:
        following = next(branches[-1], None)
        if following is None:
            branches.pop()
            done.add(way[-1])
            del place_on_way[way.pop()]
        elif following in place_on_way:
            yield way[place_on_way[following] :]
        elif following not in done:
            place_on_way[following] = len(way)
            way.append(following)
            branches.append(iter(after.get(following, ())))
