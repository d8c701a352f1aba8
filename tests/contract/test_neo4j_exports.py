"""What is exported for Neo4j, run by Neo4j itself: it then holds every node and relation as the graph has them."""

import os
import re
import shlex
import subprocess
from collections import Counter
from pathlib import Path

import neo4j
import pytest

from gronagraf.exporting import format_named, write_export
from gronagraf.graph import Graph
from tests.conftest import absent
from tests.exported import NAMES, export_of, graph_of
from tests.servers import NoServerError, imported_neo4j

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS facts"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS facts"
SLOW_NAMES = tuple(name if name == "hostile" else pytest.param(name, marks=pytest.mark.slow) for name in NAMES)
"""Neo4j plans every statement of a script anew: a whole seed takes long."""

STATEMENT = re.compile(r";\n")


def held_by(driver: neo4j.Driver) -> tuple[Counter[str], Counter[str]]:
    """What a database holds, each node and each relation as one text that tells types apart."""
    nodes, edges = driver.execute_query(NODES).records, driver.execute_query(EDGES).records
    return (
        Counter(repr((*row["labels"], sorted(row["facts"].items()))) for row in nodes),
        Counter(repr((row["type"], row["start"], row["end"], sorted(row["facts"].items()))) for row in edges),
    )


def expected(graph: Graph, *, doubles: bool) -> tuple[Counter[str], Counter[str]]:
    """A table for neo4j-admin has one type a column: there, a whole number among others is one with decimals."""
    mixed = _mixed(graph) if doubles else set()

    def facts(name: str, item: object) -> list[tuple[str, object]]:
        found = {**item.facts, **({"seed": item.seed} if item.seed else {})}
        return sorted((key, float(value) if (name, key) in mixed else value) for key, value in found.items())

    return (
        Counter(repr((node.label, sorted([("id", node.id), *facts(node.label, node)]))) for node in graph.nodes),
        Counter(repr((edge.type, edge.start, edge.end, facts(edge.type, edge))) for edge in graph.edges),
    )


def _mixed(graph: Graph) -> set[tuple[str, str]]:
    from gronagraf.model import MODEL

    return {(kind.name, field.name) for kind, field in MODEL.fields() if field.kind.name == "number"}


@pytest.mark.neo4j
@pytest.mark.parametrize("name", SLOW_NAMES)
def test_a_cypher_script_makes_the_graph_and_changes_nothing_the_second_time(neo4j_server, name, tmp_path):
    (path,) = write_export(format_named("cypher"), export_of(name), tmp_path / "graph.cypher")
    statements = STATEMENT.split(path.read_text("utf-8"))
    assert statements.pop() == ""
    neo4j_server.wipe()
    with neo4j_server.driver.session() as session:
        for _ in range(2):
            for statement in statements:
                session.run(statement).consume()
            assert held_by(neo4j_server.driver) == expected(graph_of(name), doubles=False)
    neo4j_server.wipe()


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.parametrize("name", NAMES)
def test_neo4j_admin_imports_the_folder_into_the_same_graph(name, tmp_path):
    folder, data = tmp_path / "folder", tmp_path / "data"
    write_export(format_named("neo4j-admin"), export_of(name), folder)
    data.mkdir()
    data.chmod(0o777)
    command = _command(folder)
    try:
        with (
            imported_neo4j(data, folder, command) as (address, account),
            neo4j.GraphDatabase.driver(address, auth=(account.user, account.password)) as driver,
        ):
            assert held_by(driver) == expected(graph_of(name), doubles=True)
            for statement in STATEMENT.split((folder / "constraints.cypher").read_text("utf-8"))[:-1]:
                driver.execute_query(statement)
    except NoServerError as error:
        absent("neo4j", str(error))


def _command(folder: Path) -> list[str]:
    """What the script in the folder runs, as a neo4j-admin of ours is told of it."""
    tools = folder.parent / "tools"
    tools.mkdir()
    told = tools / "neo4j-admin"
    told.write_text('#!/bin/sh\nfor each in neo4j-admin "$@"; do printf "%s\\n" "$each"; done\n')
    told.chmod(0o755)
    environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}"}
    script = ["sh", str(folder / "import.sh")]
    lines = subprocess.run(script, env=environment, check=True, capture_output=True, text=True).stdout.splitlines()
    assert shlex.join(lines[:5]) == "neo4j-admin database import full neo4j"
    return lines
