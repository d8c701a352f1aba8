"""The recipe chains and the verdict mean the same by the activities of a project."""

from dataclasses import replace

import pytest

from gronagraf.data import recipe_folder, seed_folder
from gronagraf.graph import Edge
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.recipes import read_recipe, run_recipe
from gronagraf.thread import judge

CHAINS = read_recipe(recipe_folder() / "change_logic" / "chains.cypher", MODEL)
EXEMPEL = read_seed(seed_folder("exempel"), MODEL)
RUN = ("RUNS", "ex_p_klimatlyftet", "ex_a_energiradgivning")
OTHER_RUN = ("RUNS", "ex_p_bussnara", "ex_a_energiradgivning")
SHARE = ("USES", "ex_p_vatgas", "ex_r_klimatteam")

CHANGES = [
    ([], [], {"ex_p_klimatlyftet"}),
    ([RUN], [], {"ex_p_klimatlyftet"}),
    ([], [SHARE], {"ex_p_klimatlyftet"}),
    ([RUN], [SHARE], {"ex_p_klimatlyftet", "ex_p_vatgas"}),
    ([RUN], [SHARE, OTHER_RUN], set()),
]


@pytest.mark.parametrize(("less", "more", "expected"), CHANGES)
def test_the_chains_and_the_verdict_count_the_same_projects(store, less, more, expected):
    """One who runs an activity has it alone; one that nobody runs is of all who use a resource that leads to it."""
    kept = [edge for edge in EXEMPEL.edges if (edge.type, edge.start, edge.end) not in less]
    graph = replace(EXEMPEL, edges=(*kept, *(Edge(*each, {"basis": "stated"}, "exempel") for each in more)))
    store.load(graph)
    assert carriers(store, "ex_g_utslapp", "Project") == expected
    for thread in judge(graph).threads:
        (reached,) = (link for link in thread.chain if link.name == "reached")
        label = "Goal" if thread.parts else "Project"
        assert carriers(store, thread.goal.id, label) == {node.id for node in reached.carriers}, thread.goal.id


def carriers(store, goal, label):
    """The projects, or the goals, of the chains to a goal whose project says that it contributes there."""
    answer = run_recipe(store, CHAINS, {"goal": goal})
    contributes, ids = ([column.name for column in answer.columns].index(name) for name in ("contributes", "ids"))
    labels = {node.id: node.label for node in EXEMPEL.nodes}
    return {id_ for row in answer.rows if row[contributes] for id_ in row[ids] if labels[id_] == label}


def test_each_chain_by_a_resource_is_told_once(store):
    """Two resources that lead to one activity are two chains, whether the project runs it or not, also where two
    ways lead up to the goal that is asked for.
    """
    second = Edge("USES", "ex_p_klimatlyftet", "ex_r_elektrolysor", {"basis": "stated"}, "exempel")
    leads = Edge("LEADS_TO", "ex_r_elektrolysor", "ex_a_energiradgivning", {"basis": "inferred"}, "exempel")
    above = Edge("PART_OF", "ex_g_utslapp", "ex_g_omrade_manniska", {"basis": "stated"}, "exempel")
    for less in ([], [RUN]):
        kept = [edge for edge in EXEMPEL.edges if (edge.type, edge.start, edge.end) not in less]
        store.load(replace(EXEMPEL, edges=(*kept, second, leads, above)))
        answer = run_recipe(store, CHAINS, {"goal": "ex_g_vision"})
        names = [column.name for column in answer.columns]
        rows = [dict(zip(names, row, strict=True)) for row in answer.rows]
        found = [(row["resource"], row["inferred"]) for row in rows if row["project"] == "Klimatlyftet"]
        # One inferred link from the last effect to the goal, and one from the second resource to the activity.
        assert sorted(found) == [("En elektrolysör i provdrift", 2), ("Fyra energirådgivare", 1)]
