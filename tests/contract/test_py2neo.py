"""py2neo, a client that shares no code with the program, reads what a load wrote and agrees with the seed's rows."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from py2neo import Graph, NodeMatcher, RelationshipMatcher

from gronagraf.data import seed_folder
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.schema import snake_case
from gronagraf.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers import Neo4jServer

pytestmark = pytest.mark.neo4j
SEEDS = ("kronoberg", "exempel")


def rows(seed: str, name: str) -> list[dict[str, str]]:
    """The rows of one of the seed's files as they stand; none where there is no file."""
    path = seed_folder(seed) / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", params=SEEDS)
def seed(request: pytest.FixtureRequest, neo4j_server: Neo4jServer) -> Iterator[str]:
    """A packaged seed that is in Neo4j, loaded by the program."""
    neo4j_server.wipe()
    with open_store(neo4j_server.address, MODEL, neo4j_server.account) as store:
        store.load(read_seed(seed_folder(request.param), MODEL))
    yield request.param
    neo4j_server.wipe()


@pytest.fixture(scope="module")
def py2neo_graph(neo4j_server: Neo4jServer) -> Iterator[Graph]:
    account = neo4j_server.account
    graph = Graph(neo4j_server.address, auth=(account.user, account.password))
    yield graph
    graph.service.connector.close()


def test_it_counts_as_many_nodes_of_each_label_as_the_seed_has_rows(seed: str, py2neo_graph: Graph) -> None:
    nodes = NodeMatcher(py2neo_graph)
    found = {node.label: nodes.match(node.label, seed=seed).count() for node in MODEL.nodes}
    assert found == {node.label: len(rows(seed, snake_case(node.label))) for node in MODEL.nodes}
    assert sum(found.values()) > 0


def test_it_counts_as_many_relations_of_each_type_as_the_seed_has_rows(seed: str, py2neo_graph: Graph) -> None:
    relations = RelationshipMatcher(py2neo_graph)
    found = {edge.type: relations.match(r_type=edge.type, seed=seed).count() for edge in MODEL.edges}
    assert found == {edge.type: len(rows(seed, edge.type.lower())) for edge in MODEL.edges}
    assert sum(found.values()) > 0


def test_it_reads_every_filled_cell_of_an_actor_and_no_empty_one(seed: str, py2neo_graph: Graph) -> None:
    for row in rows(seed, "actor"):
        node = NodeMatcher(py2neo_graph).match("Actor", id=row["id"]).first()
        assert set(node) == {name for name, cell in row.items() if cell.strip()} | {"seed"}
        assert (node["id"], node["name"], node.get("source", "")) == (row["id"], row["name"], row.get("source", ""))


def test_it_walks_from_every_network_to_the_members_that_the_seed_names(seed: str, py2neo_graph: Graph) -> None:
    cypher = "MATCH (a:Actor)-[:MEMBER_OF {seed: $seed}]->(n:Network) RETURN a.id, n.id"
    found = Counter(tuple(record) for record in py2neo_graph.run(cypher, seed=seed))
    assert found == Counter((row["from"], row["to"]) for row in rows(seed, "member_of"))
    assert found
