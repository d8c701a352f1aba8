"""Reading a large graph from the store into igraph, against the bare driver: `python -m benchmarks.reading`.

Both end with an igraph graph of all nodes and relations. The driver reads what Gronagraf reads (every
property), a record for each row, and once more only ids and types, which is the least that a graph can be made of.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import igraph
import neo4j

from benchmarks.measuring import ask, compared, print_table, rounds
from benchmarks.region import region
from gronagraf.accounts import Account
from gronagraf.analysis.projection import Related, Weighed, project
from gronagraf.embedded import start_or_join
from gronagraf.model import MODEL
from gronagraf.store import open_store
from gronagraf.store.constraints import schema_statements
from tests.servers import running_neo4j

OURS = "Gronagraf: store.graph and project"
HEADING = ("contender", "seconds", "range", "Gronagraf / it")


def ours(job: dict[str, Any]) -> igraph.Graph:
    """As the commands do it: the whole graph, then a network of all its relations."""
    account = Account(job["user"], job["password"]) if job["user"] else None
    with open_store(job["target"], MODEL, account) as store:
        graph = store.graph()
    every = tuple(Weighed(type_) for type_ in MODEL.types)
    return project(graph, MODEL, Related(every)).network


def everything(job: dict[str, Any]) -> igraph.Graph:
    """The bare driver with every property."""
    nodes = "MATCH (n) WHERE n.id IS NOT NULL RETURN n.id, labels(n), properties(n)"
    edges = "MATCH (a)-[r]->(b) RETURN a.id, b.id, type(r), properties(r)"
    return by_driver(job, nodes, edges)


def ids(job: dict[str, Any]) -> igraph.Graph:
    """The bare driver with ids and types only."""
    return by_driver(
        job, "MATCH (n) WHERE n.id IS NOT NULL RETURN n.id", "MATCH (a)-[r]->(b) RETURN a.id, b.id, type(r)"
    )


def by_driver(job: dict[str, Any], nodes: str, edges: str) -> igraph.Graph:
    account = (job["reader"], job["secret"])
    with (
        neo4j.GraphDatabase.driver(job["uri"], auth=account) as driver,
        driver.session(database=job["database"]) as session,
    ):
        found = session.execute_read(lambda tx: [record.values() for record in tx.run(nodes)])
        ties = session.execute_read(lambda tx: [record.values() for record in tx.run(edges)])
    place = {row[0]: number for number, row in enumerate(found)}
    pairs = [(place[row[0]], place[row[1]]) for row in ties]
    return igraph.Graph(len(place), pairs, directed=True, edge_attrs={"type": [row[2] for row in ties]})


CONTENDERS: dict[str, Callable[[dict[str, Any]], igraph.Graph]] = {
    OURS: ours,
    "driver, every property": everything,
    "driver, ids and types": ids,
}


def one(name: str) -> None:
    """Reads a job as JSON on stdin and prints the time of one contender as JSON."""
    job = json.load(sys.stdin)
    began = time.perf_counter()
    network = CONTENDERS[name](job)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "nodes": network.vcount(), "ties": network.ecount()}))


def measured(job: dict[str, Any], count: int) -> None:
    def contender(name: str) -> Callable[[], dict[str, Any]]:
        return lambda: ask([sys.executable, "-m", "benchmarks.reading", "--one", name], job)

    print_table(HEADING, compared(rounds(count, {name: contender(name) for name in CONTENDERS}), OURS))


@contextmanager
def on_neo4j(_: Path, size: int, ratio: float) -> Iterator[dict[str, Any]]:
    with running_neo4j() as server:
        user, password = server.account.user, server.account.password
        with open_store(server.address, MODEL, server.account) as store:
            server.wipe()
            store.load(region(size, ratio))
        account = {"user": user, "password": password, "reader": user, "secret": password}
        yield {"target": server.address, "uri": server.address, "database": "neo4j", **account}


@contextmanager
def on_embedded(folder: Path, size: int, ratio: float) -> Iterator[dict[str, Any]]:
    with open_store(folder / "graph", MODEL) as store:
        store.load(region(size, ratio))
    endpoint = start_or_join(folder / "graph", schema_statements(MODEL))
    try:
        account = {"user": "", "password": "", "reader": endpoint.reader.user, "secret": endpoint.reader.password}
        yield {"target": str(folder / "graph"), "uri": endpoint.uri, "database": endpoint.database, **account}
    finally:
        endpoint.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--ratio", type=float, default=5.0, help="relations for each node")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=list(CONTENDERS), help="be one contender, with a job on stdin")
    given = parser.parse_args()
    if given.one:
        return one(given.one)
    for name, served in {"Neo4j": on_neo4j, "Embedded engine": on_embedded}.items():
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), given.nodes, given.ratio) as job:
            print(
                f"\n{name}: {given.nodes} nodes, {given.ratio} relations for each, median of {given.rounds}\n",
                flush=True,
            )
            measured(job, given.rounds)
    return None


if __name__ == "__main__":
    main()
