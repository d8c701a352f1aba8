"""The thread, the circle and the stakeholder grids of a map: who stands where, and what is said there."""

import itertools
import math
import random
from dataclasses import replace

import pytest

from benchmarks.region import region
from gronagraf.data import seed_folder
from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.views.map.layouts import Layout, layouts

EXEMPEL = read_seed(seed_folder("exempel"), MODEL)
WIDEST_PAIR = 64.0
"""Two of the largest nodes side by side."""


def laid(graph: Graph) -> dict[str, tuple[Layout, list[Node]]]:
    nodes = sorted(graph.nodes, key=lambda node: node.id)
    return {each.key: (each, nodes) for each in layouts(nodes, graph.edges, MODEL)}


def places(graph: Graph, key: str) -> dict[str, tuple[float, float]]:
    layout, nodes = laid(graph)[key]
    return {nodes[at].id: point for at, point in layout.points.items()}


def node(label: str, id_: str, **facts: Value) -> Node:
    return Node(label, id_, {"name": id_.upper(), **facts})


def edge(type_: str, start: str, end: str, **facts: Value) -> Edge:
    return Edge(type_, start, end, facts)


CHAIN = Graph(
    (
        node("Challenge", "c"),
        node("Project", "p"),
        node("Resource", "r"),
        node("Activity", "a"),
        node("Effect", "e1", horizon="short"),
        node("Effect", "e2", horizon="medium"),
        node("Effect", "e3", horizon="long"),
        node("Goal", "g"),
        node("Actor", "x"),
    ),
    (
        edge("ADDRESSES", "p", "c"),
        edge("USES", "p", "r"),
        edge("LEADS_TO", "r", "a"),
        edge("LEADS_TO", "a", "e1"),
        edge("LEADS_TO", "e1", "e2"),
        edge("LEADS_TO", "e2", "e3"),
        edge("LEADS_TO", "e3", "g"),
        edge("LEADS", "x", "p"),
    ),
)


def test_a_chain_runs_from_its_challenge_to_its_goal_on_one_level() -> None:
    found = places(CHAIN, "thread")
    assert sorted(found, key=lambda id_: found[id_][0]) == ["c", "p", "r", "a", "e1", "e2", "e3", "g"]
    assert len({y for _, y in found.values()}) == 1
    assert laid(CHAIN)["thread"][0].guide.boxes == ()


@pytest.mark.parametrize("missing", ["c", "r", "e1", "e3"])
def test_where_the_chain_breaks_the_column_is_named_and_said_to_be_empty(missing: str) -> None:
    graph = replace(
        CHAIN,
        nodes=tuple(each for each in CHAIN.nodes if each.id != missing),
        edges=tuple(each for each in CHAIN.edges if missing not in (each.start, each.end)),
    )
    guide = laid(graph)["thread"][0].guide
    assert [text.term.en for text in guide.texts if text.look == "heading"] == [
        "Challenges", "Projects", "Resources", "Activities", "Effects", "Effects", "Effects", "Goals"
    ]  # fmt: skip
    assert [text.term.en for text in guide.texts].count("None known") == 1
    assert max(height for _, _, _, height in guide.boxes) > 60


def test_an_empty_place_stands_where_one_link_of_several_is_missing() -> None:
    lonely = Graph((*CHAIN.nodes, node("Resource", "r2")), (*CHAIN.edges, edge("USES", "p", "r2")))
    guide = laid(lonely)["thread"][0].guide
    left, _, width, _ = guide.boxes[0]
    assert len(guide.boxes) == 1
    assert left < places(lonely, "thread")["a"][0] < left + width
    assert "1 ends here" in [text.term.en for text in guide.texts]


def test_every_node_of_the_change_logic_stands_once_in_the_thread() -> None:
    labels = {"Challenge", "Project", "Resource", "Activity", "Effect", "Goal"}
    assert set(places(EXEMPEL, "thread")) == {each.id for each in EXEMPEL.nodes if each.label in labels}


def test_power_is_upwards_interest_to_the_right_and_relevance_the_size() -> None:
    analysis = node("StakeholderAnalysis", "s", date="2025")
    rated = (
        edge("ASSESSED_IN", "a", "s", power=5, interest=1, relevance=5),
        edge("ASSESSED_IN", "b", "s", power=1, interest=5, relevance=1),
        edge("ASSESSED_IN", "c", "s", power=1),
    )
    graph = Graph((analysis, *(node("Actor", each) for each in "abcd")), rated)
    found = places(graph, "grid:s")
    assert set(found) == {"a", "b"}
    assert found["a"][0] < found["b"][0]
    assert found["a"][1] < found["b"][1]
    plain = laid(graph)["grid:s"][0].plain()
    assert plain["sizes"] == [22.0, 9.8]
    assert plain["points"][::3] == [0, 1]  # type: ignore[index]


def test_without_scores_there_is_no_grid_and_without_what_fits_no_layout() -> None:
    bare = Graph(EXEMPEL.nodes, tuple(replace(each, facts={}) for each in EXEMPEL.edges))
    assert [key for key in laid(bare) if key.startswith("grid:")] == []
    assert laid(Graph((node("Lesson", "l"), node("Goal", "g"), node("Actor", "a")))) == {}
    assert laid(Graph()) == {}


def test_actors_stand_in_the_wedge_of_their_sector_and_the_ring_of_their_level() -> None:
    found = {each.id: each for each in EXEMPEL.nodes}
    spots = {id_: (x / 1.35, y) for id_, (x, y) in places(EXEMPEL, "circle").items()}
    away: dict[str, list[float]] = {}
    turns: dict[str, list[float]] = {}
    for id_, (x, y) in spots.items():
        level = str(found[id_].facts.get("level")) if found[id_].label == "Actor" else "network"
        away.setdefault(level, []).append(math.hypot(x, y))
        if found[id_].label == "Actor":
            turns.setdefault(str(found[id_].facts["sector"]), []).append(math.atan2(x, -y) % (2 * math.pi))
    rings = [away[level] for level in ("network", "local", "regional", "national", "international") if level in away]
    wedges = [turns[sector] for sector in ("public", "private", "academia", "civil") if sector in turns]
    for groups in (rings, wedges):
        assert all(max(inner) < min(outer) for inner, outer in itertools.pairwise(groups))


@pytest.mark.parametrize("graph", [EXEMPEL, region(300), region(900, seed=2)], ids=["exempel", "300", "900"])
def test_nodes_overlap_in_no_layout_whatever_their_order(graph: Graph) -> None:
    shuffled = random.Random(1).sample(graph.edges, len(graph.edges))
    again = {key: layout for key, (layout, _) in laid(Graph(graph.nodes[::-1], tuple(shuffled))).items()}
    for key, (layout, _) in laid(graph).items():
        near = min((math.dist(*pair) for pair in itertools.combinations(layout.points.values(), 2)), default=99.0)
        assert near >= WIDEST_PAIR, key
        assert again[key].points == layout.points
