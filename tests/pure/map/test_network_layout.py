"""Where nodes stand on the map."""

import itertools
import math
import random

import pytest

from gronagraf.views.map.layouts.network import GAP, place
from gronagraf.views.map.layouts.packing import fit_on_shelves, pack_discs, spread


def a_region(nodes: int, ties: int) -> tuple[list[float], list[tuple[int, int]]]:
    rng = random.Random(3)
    pairs = [(rng.randrange(nodes), min(nodes - 1, int(rng.paretovariate(0.9)))) for _ in range(ties)]
    return [6 + 20 * rng.random() for _ in range(nodes)], pairs


def nearest_rims(points: tuple[tuple[float, float], ...], radii: list[float]) -> float:
    return min(
        math.dist(points[i], points[j]) - radii[i] - radii[j] for i, j in itertools.combinations(range(len(points)), 2)
    )


@pytest.mark.parametrize(("nodes", "ties"), [(2, 1), (7, 3), (60, 0), (90, 140), (400, 900)])
def test_no_two_nodes_overlap(nodes: int, ties: int) -> None:
    radii, pairs = a_region(nodes, ties)
    layout = place(radii, pairs)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in layout.points)
    assert nearest_rims(layout.points, radii) >= GAP - 1e-6


def test_the_same_ties_give_the_same_points_whatever_came_before() -> None:
    radii, pairs = a_region(120, 200)
    first = place(radii, pairs)
    random.random()
    place(*a_region(30, 40))
    assert place(radii, pairs) == first


def test_the_caller_keeps_its_random_numbers() -> None:
    random.seed(11)
    expected = [random.random() for _ in range(3)]
    random.seed(11)
    place(*a_region(40, 60))
    assert [random.random() for _ in range(3)] == expected


def test_communities_are_blocks_and_what_hangs_loose_is_in_a_tray_below() -> None:
    clique = list(itertools.combinations(range(10), 2))
    pairs = clique + [(a + 10, b + 10) for a, b in clique] + [(0, 10), (20, 21)]
    layout = place([8.0] * 24, pairs)
    assert len(layout.discs) == 2
    assert layout.tray is not None
    assert all(layout.points[node][1] < layout.tray for node in range(20))
    assert all(layout.points[node][1] > layout.tray for node in range(20, 24))


def test_nothing_and_one_node_have_a_layout() -> None:
    assert place([], []).points == ()
    assert len(place([9.0], [(0, 0)]).points) == 1


def test_points_on_top_of_each_other_are_pushed_apart() -> None:
    points = spread([(0.0, 0.0)] * 40, [5.0] * 40, 2.0)
    assert nearest_rims(tuple(points), [5.0] * 40) >= 2.0 - 1e-9


def test_discs_touch_but_do_not_overlap_and_those_tied_together_are_near() -> None:
    radii = [50.0, 40.0, 30.0, 20.0, 20.0, 20.0]
    ties = [{5: 9.0}, {}, {}, {}, {}, {0: 9.0}]
    discs = pack_discs(radii, ties)
    gaps = {
        (i, j): math.hypot(discs[i].x - discs[j].x, discs[i].y - discs[j].y) - radii[i] - radii[j]
        for i, j in itertools.combinations(range(6), 2)
    }
    assert min(gaps.values()) >= -1e-6
    assert gaps[0, 5] == pytest.approx(0.0, abs=1e-6)


def test_shelves_run_from_left_to_right_and_on_below() -> None:
    assert fit_on_shelves([1.0, 1.0, 2.0], 0.0, 5.0, 10.0) == [(1.0, 11.0), (3.0, 11.0), (2.0, 14.0)]
