"""A load whose process is killed at any moment loses nothing, doubles nothing and can simply be run again."""

import random
import subprocess
import sys
from collections import Counter

import pytest

from gronagraf.graph import Graph
from tests.conftest import Place
from tests.contract.loader import graph, half

MANY = 24_000, 60_000
STEPS = (MANY[0] + MANY[1]) // 5_000
MOMENTS = sorted(random.Random(20261123).sample(range(1, STEPS), 6))


def load_until(place: Place, size: tuple[int, int], one_transaction: int, lines: int, *more: str) -> list[str]:
    """Start a load and kill -9 it once it has said that many lines; what it said until then."""
    user, password = (place.account.user, place.account.password) if place.account else ("", "")
    command = [sys.executable, "-m", "tests.contract.loader", place.target, user, password]
    with subprocess.Popen(
        [*command, *map(str, (*size, one_transaction)), *more], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        said += process.stdout.readlines()
    assert process.returncode == -9
    assert "done\n" not in said
    return said


def held(place: Place) -> tuple[Counter[object], Counter[object], list[bool]]:
    """Every node and edge with how often it is there, and whether each seed's load has ended."""
    with place.open() as store:
        found = store.graph()
        nodes = Counter((n.label, n.id, *sorted(n.facts.items())) for n in found.nodes)
        edges = Counter((e.type, e.start, e.end, *sorted(e.facts.items())) for e in found.edges)
        return nodes, edges, [record.finished for record in store.seeds()]


def expected(size: tuple[int, int]) -> tuple[Counter[object], Counter[object], list[bool]]:
    return told(graph(*size))


def told(wanted: Graph) -> tuple[Counter[object], Counter[object], list[bool]]:
    """The graph as `held` would tell of it."""
    nodes = Counter((n.label, n.id, *sorted(n.facts.items())) for n in wanted.nodes)
    edges = Counter((e.type, e.start, e.end, *sorted(e.facts.items())) for e in wanted.edges)
    return nodes, edges, [True]


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_load_in_steps_keeps_what_it_acknowledged_and_ends_the_same(place: Place, moment: int) -> None:
    said = load_until(place, MANY, one_transaction=1, lines=moment)
    acknowledged = int(said[-1].split()[0])
    nodes, edges, finished = held(place)
    assert sum(nodes.values()) + sum(edges.values()) >= acknowledged
    assert finished == [False]
    whole = expected(MANY)
    assert not nodes - whole[0]
    assert not edges - whole[1]
    with place.open() as store:
        report = store.load(graph(*MANY), one_transaction=1)
    assert report.nodes.unchanged + report.edges.unchanged >= acknowledged
    assert held(place) == whole


@pytest.mark.slow
@pytest.mark.parametrize("moment", [1, 5, 9, 16])
def test_a_load_in_one_transaction_leaves_the_graph_as_it_was(place: Place, moment: int) -> None:
    before = 2_000, 4_000
    with place.open() as store:
        store.load(graph(*before))
    load_until(place, MANY, one_transaction=1_000_000, lines=moment)
    assert held(place) == expected(before)
    with place.open() as store:
        store.load(graph(*MANY))
    nodes, edges, finished = held(place)
    whole = expected(MANY)
    assert (whole[0] - nodes, finished) == (Counter(), [True])
    assert not whole[1] - edges


FEWER = 2_000, 9_000


@pytest.mark.slow
@pytest.mark.parametrize("moment", [1, 2, 3, 4])
def test_removals_in_steps_that_were_killed_go_on_to_the_same_end(place: Place, moment: int) -> None:
    """Of the five steps the first adds the new node, two take relations away and two take nodes."""
    whole, left = graph(*FEWER), half(graph(*FEWER))
    with place.open() as store:
        store.load(whole)
    load_until(place, FEWER, 1, moment, "prune")
    nodes, edges, finished = held(place)
    before, after = told(whole), told(left)
    assert finished == [False]
    assert not after[0] - nodes
    assert not after[1] - edges
    assert not nodes - (before[0] | after[0])
    assert not edges - before[1]
    with place.open() as store:
        store.load(left, one_transaction=1, remove=store.plan(left).removable(), max_share=100)
        assert [entry.finished for entry in store.history()] == [True, False, True]
    assert held(place) == after


@pytest.mark.slow
@pytest.mark.parametrize("moment", [1, 4])
def test_a_removal_in_one_transaction_that_was_killed_took_nothing(place: Place, moment: int) -> None:
    whole, left = graph(*FEWER), half(graph(*FEWER))
    with place.open() as store:
        store.load(whole)
    load_until(place, FEWER, 1_000_000, moment, "prune")
    assert held(place) == told(whole)
    with place.open() as store:
        store.load(left, remove=store.plan(left).removable(), max_share=100)
    assert held(place) == told(left)
