"""What is measured of a seed is measured of the graph that it was loaded into, on every engine."""

import pytest

from gronagraf.analysis import Selection, Shared, find, measure, project
from gronagraf.analysis.projection import Related, Weighed
from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

NETWORKS = {
    "shared": (Shared(), Selection()),
    "two modes": (Shared("networks", two_mode=True), Selection(at="2020")),
    "stated, rolled up": (Shared("projects", "jaccard"), Selection(stated_only=True, roll_up=True)),
    "directed, signed": (Related((Weighed("INFLUENCES", "strength"),)), Selection()),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_a_graph_from_the_store_is_measured_as_its_seed(name, loaded):
    way, selection = NETWORKS[name]
    seed = project(read_seed(seed_folder("exempel"), MODEL), MODEL, way, selection)
    stored = project(loaded("exempel").graph(), MODEL, way, selection)
    assert {node.id for node in stored.nodes} == {node.id for node in seed.nodes}
    assert [remark.sv for remark in stored.remarks] == [remark.sv for remark in seed.remarks]
    assert by_id(stored) == by_id(seed)


def by_id(projection):
    """Every value of four measures, with empty ones, by the node's id."""
    found = measure(projection, find(["degree", "strength", "betweenness", "core"])).values
    places = {node.id: place for place, node in enumerate(projection.nodes)}
    return {id_: [pytest.approx(values[place]) for values in found.values()] for id_, place in places.items()}
