"""What must hold of every measure whatever the network: names do not matter, and one who stands alone hardly does."""

import math
import random
from dataclasses import replace

import pytest

from gronagraf.analysis import MEASURES, How, Projection, measure
from gronagraf.analysis.measures import paths
from gronagraf.analysis.measures.brokerage import brokerage, by_group
from gronagraf.analysis.projection.projection import draw_related
from tests.pure.measures.drawn import SECTORS, drawn, related

NUMBERS = range(0, 200, 5)
BY_SHARE_OF_OTHERS = {"harmonic": 1, "reach": 1, "closeness": 1, "betweenness": 2}
SUMS_TO_ONE = {"pagerank"}
SQUARES_TO_SIZE = {"bonacich"}
EXACTNESS = {"eigenvector": 1e-6, "pagerank": 1e-6, "katz": 1e-6, "bonacich": 1e-6}


def redrawn(projection: Projection, order: list[int], extra: int = 0) -> Projection:
    """The same network with its nodes in another order, and with some that stand alone at its end."""
    place = {old: new for new, old in enumerate(order)}
    links = [replace(each, start=place[each.start], end=place[each.end]) for each in projection.links]
    lonely = [replace(projection.nodes[0], id=f"lonely{number}", facts={}) for number in range(extra)]
    nodes = (*(projection.nodes[old] for old in order), *lonely)
    random.Random(1).shuffle(links)
    return draw_related(
        nodes, tuple(links), projection.way, projection.symmetric, projection.name, directed=projection.directed
    )


def alike(one: float | None, other: float | None, exactness: float) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=exactness, abs_tol=exactness)


@pytest.mark.parametrize("name", MEASURES)
def test_the_order_of_nodes_and_ties_does_not_matter(name):
    for number in NUMBERS:
        projection = drawn(number).projection
        order = list(range(len(projection.nodes)))
        random.Random(number).shuffle(order)
        before = measure(projection, [MEASURES[name]])
        after = measure(redrawn(projection, order), [MEASURES[name]])
        assert before.reasons == after.reasons
        for new, old in enumerate(order):
            assert alike(after.values[name][new], before.values[name][old], EXACTNESS.get(name, 1e-9))


@pytest.mark.parametrize("name", sorted(set(MEASURES) - SUMS_TO_ONE - SQUARES_TO_SIZE))
def test_one_who_stands_alone_changes_only_the_share_of_others(name):
    for number in NUMBERS:
        projection = drawn(number).projection
        size = len(projection.nodes)
        if size < 3 or not projection.network.ecount():
            continue
        before = measure(projection, [MEASURES[name]]).values[name]
        after = measure(redrawn(projection, list(range(size)), extra=1), [MEASURES[name]]).values[name]
        power = BY_SHARE_OF_OTHERS.get(name, 0)
        factor = {0: 1.0, 1: (size - 1) / size, 2: (size - 2) / size}[power]
        for one, other in zip(before, after, strict=False):
            assert alike(other, one if one is None else one * factor, EXACTNESS.get(name, 1e-9))


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        *((name, 0) for name in ("degree", "strength", "betweenness", "closeness", "harmonic", "reach", "core")),
        ("katz", 1),
    ],
)
def test_one_who_stands_alone_has_the_value_that_its_explanation_gives(name, alone):
    found = MEASURES[name].compute(redrawn(drawn(4).projection, [0], extra=1), How(raw=True))
    assert found[-1] == alone


def test_a_path_of_weights_is_as_long_as_they_are_weak():
    # From a to c straight weighs 1 (length 1); over b it weighs 4 and 4 (length 1/2), so b stands between.
    projection = related("abc", [("a", "b", 4), ("b", "c", 4), ("a", "c", 1)])
    assert list(MEASURES["betweenness"].compute(projection, How())) == [0, 1, 0]
    assert MEASURES["closeness"].compute(projection, How())[0] == pytest.approx(2 / (1 / 4 + 1 / 2))


def test_directed_roles_by_hand():
    ties = [("a", "b"), ("b", "c"), ("d", "b"), ("b", "e"), ("a", "c")]
    projection = related("abcde", ties, directed=True, sectors=("x", "x", "y", "y", "x"))
    found = brokerage(projection, "sector")
    # a→b→e x x x, d→b→c y x y, d→b→e y x x; a→b→c is closed.
    assert found.roles[1] == {"coordinator": 1, "itinerant": 1, "representative": 0, "gatekeeper": 1, "liaison": 0}
    assert [(row.group, row.nodes, row.brokers) for row in by_group(found)] == [("x", 3, 1), ("y", 2, 0)]


def test_undirected_roles_count_each_triad_once():
    projection = related("abc", [("a", "b"), ("b", "c")], sectors=("x", "x", "y"))
    roles = brokerage(projection, "sector").roles[1]
    assert roles == {"coordinator": 0, "itinerant": 0, "representative": 1, "gatekeeper": 1, "liaison": 0}


def test_nodes_without_a_group_are_told_and_their_triads_not_counted():
    projection = related("abcd", [("a", "b"), ("b", "c"), ("b", "d")], sectors=("x", "x", None, "x"))
    found = brokerage(projection, "sector")
    assert found.groups[2] is None
    assert found.roles[2] is None
    assert found.uncounted == 2
    assert found.roles[1]["coordinator"] == 1
    assert set(SECTORS) >= {row.group for row in by_group(found)} - {"x"}


def test_an_estimate_tells_its_error_and_holds_the_truth_in_it(monkeypatch):
    monkeypatch.setattr(paths, "SAMPLED_FROM", 100)
    rng = random.Random(5)
    ties = {(rng.randrange(node), node) for node in range(1, 400)} | {(0, node) for node in range(1, 60)}
    ties |= {tuple(sorted(rng.sample(range(400), 2))) for _ in range(600)}
    projection = related(range(400), sorted(ties))
    exact = measure(projection, [MEASURES["betweenness"]], How(exact=True))
    assert not exact.errors
    estimated = measure(projection, [MEASURES["betweenness"]], How(samples=200))
    assert estimated.samples == 200
    assert estimated.estimated == {"betweenness"}
    rows = zip(
        exact.values["betweenness"], estimated.values["betweenness"], estimated.errors["betweenness"], strict=True
    )
    largest = sorted(rows, reverse=True)[:50]
    assert sum(abs(value - truth) <= 2 * error for truth, value, error in largest) >= 40
    assert all(0 < error < truth / 2 for truth, _, error in largest[:20])
    assert measure(projection, [MEASURES["betweenness"]], How(samples=200)).values == estimated.values
