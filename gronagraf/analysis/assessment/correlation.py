"""Rank correlation of two measures, with an interval, refused where there is too little to rank."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.schema import NO_TERM, Term

FEWEST = 4
FEW = Term(
    "antalet par är {count}, och under {fewest} finns ingen rangkorrelation att tala om",
    "the number of pairs is {count}, and under {fewest} there is no rank correlation to speak of",
)
CONSTANT = Term("alla har samma värde i den ena, så ingen ordning finns", "all are equal in one, so there is no order")
PERFECT = Term(
    "ordningen är fullständig, och då ger formeln inget intervall",
    "the order is perfect, for which the formula gives no interval",
)
NORMAL_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Correlation:
    """Spearman's rho of `pairs` pairs, from -1 to 1, with a 95 % interval; None where `reason` says why."""

    pairs: int
    rho: float | None = None
    low: float | None = None
    high: float | None = None
    reason: Term = NO_TERM


def spearman(first: Sequence[float | None], second: Sequence[float | None]) -> Correlation:
    """How far two measures put the same nodes in the same order; a pair that lacks either value is left out.

    Spearman 1904, American Journal of Psychology 15: 72-101: Pearson's correlation of the ranks, ties at the mean of
    the ranks that they share. The interval is Fisher's z with the standard error sqrt((1 + rho**2 / 2) / (n - 3)) of
    Bonett & Wright 2000, Psychometrika 65: 23-28. It holds for independent pairs and is rough where they are few or
    many are tied; nodes of one network are never quite independent.
    """
    pairs = [(x, y) for x, y in zip(first, second, strict=True) if x is not None and y is not None]
    if len(pairs) < FEWEST:
        return Correlation(len(pairs), reason=FEW.filled(count=len(pairs), fewest=FEWEST))
    rho = pearson(midranks([x for x, _ in pairs]), midranks([y for _, y in pairs]))
    if rho is None:
        return Correlation(len(pairs), reason=CONSTANT)
    if abs(rho) >= 1.0:
        return Correlation(len(pairs), rho, reason=PERFECT)
    reach = NORMAL_95 * math.sqrt((1 + rho**2 / 2) / (len(pairs) - 3))
    return Correlation(len(pairs), rho, math.tanh(math.atanh(rho) - reach), math.tanh(math.atanh(rho) + reach))


def midranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, the lowest 1; those that are equal share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and same(values[order[end]], values[order[start]]):
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + 1 + end) / 2
        start = end
    return ranks


def same(first: float, second: float) -> bool:
    """Whether two values differ by no more than the rounding of their sums."""
    return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-12)


def pearson(first: Sequence[float], second: Sequence[float]) -> float | None:
    """The product-moment correlation; None where all values of one are the same."""
    means = math.fsum(first) / len(first), math.fsum(second) / len(second)
    from_mean = [(x - means[0], y - means[1]) for x, y in zip(first, second, strict=True)]
    spread = math.fsum(x * x for x, _ in from_mean) * math.fsum(y * y for _, y in from_mean)
    if not spread:
        return None
    rho = math.fsum(x * y for x, y in from_mean) / math.sqrt(spread)
    return math.copysign(1.0, rho) if abs(rho) > 1 - 1e-12 else rho
