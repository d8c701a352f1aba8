"""Items in columns: in order, apart, and with few ties that cross."""

import itertools
import random

import pytest

from gronagraf.views.columns import Measures, Pair, crossings, lay_out

MEASURES = Measures(width=200.0, height=80.0, empty=150.0, shape=1.5)


def a_thread(seed: int, columns: int, deep: int) -> tuple[list[int], list[Pair]]:
    rng = random.Random(seed)
    homes = [rng.randrange(columns) for _ in range(columns * deep)]
    ties = [(rng.randrange(len(homes)), rng.randrange(len(homes))) for _ in range(2 * len(homes))]
    return homes, [(one, other) for one, other in ties if one != other and abs(homes[one] - homes[other]) < 3]


def crossed(homes: list[int], ties: list[Pair], points: tuple[tuple[float, float], ...]) -> int:
    """How often ties of the same columns cross as drawn, by looking at every pair of them."""
    ends = [sorted((one, other), key=lambda at: homes[at]) for one, other in ties if homes[one] != homes[other]]
    return sum(
        (points[a][1] - points[c][1]) * (points[b][1] - points[d][1]) < 0
        for (a, b), (c, d) in itertools.combinations(ends, 2)
        if homes[a] == homes[c] and homes[b] == homes[d]
    )


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("deep", [1, 4, 30])
def test_items_stand_in_their_columns_and_apart(seed: int, deep: int) -> None:
    homes, ties = a_thread(seed, 6, deep)
    laid = lay_out(homes, 6, ties, MEASURES)
    for home, (x, y) in zip(homes, laid.points, strict=True):
        assert laid.bands[home].start < x < laid.bands[home].end
        assert 0 < y < laid.height + MEASURES.height
    for (x1, y1), (x2, y2) in itertools.combinations(laid.points, 2):
        assert abs(x1 - x2) >= MEASURES.width - 1e-6 or abs(y1 - y2) >= MEASURES.height - 1e-6


def test_columns_stand_side_by_side_and_an_empty_one_keeps_its_place() -> None:
    bands = lay_out([0, 2], 3, [(0, 1)], MEASURES).bands
    assert [(band.start, band.size) for band in bands] == [(0.0, 200.0), (200.0, 150.0), (350.0, 200.0)]


@pytest.mark.parametrize("seed", range(6))
def test_ties_cross_less_than_in_the_order_given(seed: int) -> None:
    homes, ties = a_thread(seed, 4, 12)
    given = [[item for item, home in enumerate(homes) if home == column] for column in range(4)]
    laid = lay_out(homes, 4, ties, Measures(200.0, 80.0, 150.0, 0.01))
    assert crossed(homes, ties, laid.points) < 0.9 * crossings(given, homes, ties)


def test_a_tangle_of_chains_is_untangled() -> None:
    rng = random.Random(5)
    rows = [rng.sample(range(9), 9) for _ in range(3)]
    ties = [
        (9 * column + rows[column][at], 9 * column + 9 + rows[column + 1][at]) for column in (0, 1) for at in range(9)
    ]
    homes = [0] * 9 + [1] * 9 + [2] * 9
    laid = lay_out(homes, 3, ties, MEASURES)
    assert crossed(homes, ties, laid.points) == 0
    assert all(laid.points[one][1] == laid.points[other][1] for one, other in ties)


def test_crossings_are_counted_as_ties_cross() -> None:
    homes, ties = a_thread(3, 4, 8)
    orders = [[item for item, home in enumerate(homes) if home == column] for column in range(4)]
    points = tuple((0.0, float(orders[home].index(item))) for item, home in enumerate(homes))
    assert crossings(orders, homes, ties) == crossed(homes, ties, points) > 0


def test_nothing_has_columns_too() -> None:
    assert lay_out([], 2, [], MEASURES).points == ()
