"""Cross-impact: sums of two orders, fields and loops, against the recipes' tables and a direct definition."""

import csv
import random
from itertools import permutations
from pathlib import Path

import networkx as nx
import pytest

from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.analysis.crossimpact import cross_impact
from gronagraf.analysis.projection import Selection
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node

TABLES = Path(__file__).resolve().parents[2] / "recipes"
ASKED = [
    ("exempel", "", Selection()),
    ("exempel", "_in_2020", Selection(at="2020")),
    ("exempel", "_stated", Selection(stated_only=True)),
    ("kronoberg", "", Selection()),
]


def table(seed: str, name: str) -> list[dict[str, str]]:
    with (TABLES / seed / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(value: float | None) -> str:
    return "" if value is None else f"{round(value, 1):g}"


@pytest.mark.parametrize(("seed", "how", "selection"), [each for each in ASKED if each[1] != "_in_2020"])
def test_sums_are_those_of_the_recipe_goal_influence(seed, how, selection):
    found = cross_impact(read_seed(seed_folder(seed), MODEL), MODEL, ["Goal"], selection)
    rows = {row["id"]: row for row in table(seed, f"goal_influence{how}")}
    assert {each.node.id for each in found.elements} == set(rows)
    for each in found.elements:
        row = rows[each.node.id]
        assert int(row["links"]) == each.gives.ways + each.receives.ways
        assert int(row["unknown"]) == each.gives.unknown + each.receives.unknown
        for name in ("gives", "gives_second", "receives", "receives_second"):
            sums = getattr(each, name)
            expected = float(row[name]) if row[name] else None
            # Where the recipe has nothing there is no way, or none of known strength.
            assert (expected is None) == (not sums.ways or sums.net is None)
            assert expected is None or round(sums.net, 1) == expected


@pytest.mark.parametrize(("seed", "how", "selection"), [each for each in ASKED if each[0] == "exempel"] + ASKED[3:])
def test_pairs_are_those_of_the_recipe_influence_pairs(seed, how, selection):
    found = cross_impact(read_seed(seed_folder(seed), MODEL), MODEL, ["Goal"], selection)
    rows = {(row["id"], row["influenced_id"]): row for row in table(seed, f"influence_pairs{how}")}
    assert set(found.by_ends) == set(rows)
    for ends, pair in found.by_ends.items():
        direct, second = (sums.net if sums.ways else None for sums in (pair.direct, pair.second))
        assert (rows[ends]["direct"], rows[ends]["through"]) == (
            shown(direct),
            " | ".join(sorted(node.name for node in pair.through)),
        )
        assert (float(rows[ends]["second"]) if rows[ends]["second"] else None) == (second and round(second, 1))


@pytest.mark.parametrize(("seed", "how", "selection"), ASKED)
def test_loops_are_those_of_the_recipe_influence_loops(seed, how, selection):
    found = cross_impact(read_seed(seed_folder(seed), MODEL), MODEL, ["Goal"], selection)
    signs = {1: "+", -1: "−", None: ""}
    mine = [
        (" | ".join(n.id for n in loop.nodes), " | ".join(map(shown, loop.strengths)), signs[loop.sign])
        for loop in found.loops
    ]
    assert mine == [(row["ids"], row["strength"], row["sign"]) for row in table(seed, f"influence_loops{how}")]


def graph_of(ties: list[tuple[str, str, float | None]]) -> Graph:
    nodes = tuple(Node("Goal", id_, {"name": id_}) for id_ in sorted({end for tie in ties for end in tie[:2]}))
    edges = (Edge("INFLUENCES", a, b, {} if s is None else {"strength": s}) for a, b, s in ties)
    return Graph(nodes, tuple(edges))


@pytest.mark.parametrize("seed", range(40))
def test_sums_and_loops_are_those_of_the_matrix(seed):
    chance = random.Random(seed)
    ids = [f"g{number}" for number in range(chance.randint(2, 7))]
    every = [(a, b, chance.choice([-3, -2, -1, 0, 1, 2, 3])) for a, b in permutations(ids, 2)]
    ties = [tie for tie in every if chance.random() < 0.4] or every[:1]
    found = cross_impact(graph_of(ties), MODEL, ["Goal"], Selection(), longest=7)
    matrix = {(a, b): s for a, b, s in ties}
    for each in found.elements:
        own = each.node.id
        gives = [s for (a, _), s in matrix.items() if a == own]
        second = [
            matrix[own, m] * matrix[m, b] / 3
            for m, b in permutations(ids, 2)
            if b != own and (own, m) in matrix and (m, b) in matrix
        ]
        assert (each.gives.net, each.gives.absolute) == (sum(gives), sum(map(abs, gives)))
        assert each.gives_second.net == pytest.approx(sum(second))
        assert each.gives_second.absolute == pytest.approx(sum(map(abs, second)))
    circuits = {frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in nx.simple_cycles(nx.DiGraph(list(matrix)))}
    mine = [frozenset((edge.start, edge.end) for edge in loop.edges) for loop in found.loops]
    assert len(mine) == len(set(mine))
    assert set(mine) == circuits
    for loop in found.loops:
        product = 1.0
        for edge in loop.edges:
            product *= matrix[edge.start, edge.end]
        assert loop.sign == ((product > 0) - (product < 0) or None)


def test_the_four_fields_lie_on_either_side_of_the_means():
    ties = [("drive", "relay", 3), ("drive", "end", -3), ("relay", "end", 3), ("relay", "aside", 1)]
    found = cross_impact(graph_of(ties), MODEL, ["Goal"], Selection())
    assert found.cuts == (2.5, 2.5)
    fields = {each.node.id: each.field for each in found.elements}
    assert fields == {"drive": "driver", "relay": "relay", "end": "dependent", "aside": "autonomous"}


def test_a_missing_strength_is_told_and_never_guessed():
    found = cross_impact(graph_of([("a", "b", None), ("b", "a", 2), ("a", "c", 1)]), MODEL, ["Goal"], Selection())
    a, b, _ = found.elements
    assert (a.gives.ways, a.gives.unknown, a.gives.net) == (2, 1, 1)
    assert (b.receives.ways, b.receives.net, b.field) == (1, None, None)
    assert [loop.sign for loop in found.loops] == [None]
    assert any("ties without a known strength: 1 of 3" in remark.en for remark in found.remarks)


def test_parallel_ties_add_up_and_a_tie_to_oneself_is_left_out():
    graph = graph_of([("a", "b", 2), ("a", "b", -1), ("a", "a", 3)])
    (pair,) = cross_impact(graph, MODEL, ["Goal"], Selection()).pairs
    assert (pair.direct.ways, pair.direct.net, pair.direct.absolute) == (2, 1, 3)


def test_relabelling_changes_nothing_and_what_is_not_there_is_refused():
    ties = [("a", "b", 2), ("b", "c", -1), ("c", "a", 3)]
    names = {"a": "x", "b": "k", "c": "d"}
    one = cross_impact(graph_of(ties), MODEL, ["Goal"], Selection())
    other = cross_impact(graph_of([(names[a], names[b], s) for a, b, s in ties]), MODEL, ["Goal"], Selection())
    assert {(names[e.node.id], e.field, e.gives.net) for e in one.elements} == {
        (e.node.id, e.field, e.gives.net) for e in other.elements
    }
    assert [loop.sign for loop in one.loops] == [loop.sign for loop in other.loops] == [-1]
    with pytest.raises(AnalysisError, match="there is no Effect"):
        cross_impact(graph_of(ties), MODEL, ["Effect"], Selection())
    nothing = cross_impact(Graph((Node("Goal", "g", {"name": "G"}),)), MODEL, ["Goal"], Selection())
    assert (nothing.elements, nothing.loops, nothing.cuts) == ((), (), (None, None))
