"""Axes: where ticks stand so that they are round numbers, and how a value becomes a place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gronagraf.schema import Term

ABOUT = 6


@dataclass(frozen=True, slots=True)
class Axis:
    """What is measured along it, the values at its ends, and those that are marked."""

    term: Term
    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def axis_for(term: Term, values: Sequence[float]) -> Axis:
    """A linear axis from 0, or a round number below it, to a round number above all values, marked evenly."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if low == high:
        high = 1.0
    whole = all(value == int(value) for value in values)
    step = max(round_step((high - low) / ABOUT, whole=whole), 1.0 if whole else 0.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(_clean(place * step) for place in range(first, last + 1))
    return Axis(term, ticks[0], ticks[-1], ticks)


def score_axis(term: Term) -> Axis:
    """The axis of a score from 1 to 5, with room at both ends."""
    return Axis(term, 0.6, 5.4, (1.0, 2.0, 3.0, 4.0, 5.0))


def round_step(rough: float, *, whole: bool = False) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below this; for whole numbers without 2.5."""
    power = 10.0 ** math.floor(math.log10(rough))
    factors = (1, 2, 5, 10) if whole else (1, 2, 2.5, 5, 10)
    return next(factor * power for factor in factors if factor * power >= rough * (1 - 1e-9))


def _clean(value: float) -> float:
    """Without the rounding of the product: 0.3, not 0.30000000000000004."""
    return float(f"{value:.12g}") + 0.0
