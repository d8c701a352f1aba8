"""One load of the same rows by the bare driver, by graphio or by py2neo, timed in a process of its own.

`python benchmarks/peers.py NAME` reads a job as JSON on stdin (`uri`, `user`, `password`, `database`, `rows`, `batch`)
and prints its time as JSON. It imports nothing of Gronagraf, so that it also runs where only the driver is installed.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Rows = dict[str, dict[Any, list[dict[str, Any]]]]
Job = dict[str, Any]


def chunks(rows: list[Any], size: int) -> Iterator[list[Any]]:
    return (rows[first : first + size] for first in range(0, len(rows), size))


def statements(rows: Rows, batch: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """UNWIND + MERGE for every batch of every label and relation type."""
    for label, nodes in rows["nodes"].items():
        cypher = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row"
        yield from ((cypher, chunk) for chunk in chunks(nodes, batch))
    for (relation, start, end), edges in rows["edges"].items():
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"MERGE (a)-[r:{relation}]->(b) SET r += row.facts"
        )
        yield from ((cypher, chunk) for chunk in chunks(edges, batch))


def driver_batches(job: Job, rows: Rows) -> Callable[[], None]:
    """The bare driver, one transaction for each batch."""
    session = _session(job)

    def load() -> None:
        for cypher, chunk in statements(rows, job["batch"]):
            session.execute_write(lambda tx, cypher=cypher, chunk=chunk: tx.run(cypher, rows=chunk).consume())

    return load


def driver_one(job: Job, rows: Rows) -> Callable[[], None]:
    """The bare driver, all batches in one transaction."""
    session = _session(job)

    def work(tx: Any) -> None:
        for cypher, chunk in statements(rows, job["batch"]):
            tx.run(cypher, rows=chunk).consume()

    return lambda: session.execute_write(work)


def graphio(job: Job, rows: Rows) -> Callable[[], None]:
    """graphio's node sets and relationship sets."""
    from graphio import NodeSet, RelationshipSet

    driver, sets = _driver(job), []
    for label, nodes in rows["nodes"].items():
        sets.append(NodeSet([label], merge_keys=["id"]))
        sets[-1].add_nodes(nodes)
    for (relation, start, end), edges in rows["edges"].items():
        sets.append(RelationshipSet(relation, [start], [end], ["id"], ["id"]))
        for edge in edges:
            sets[-1].add_relationship({"id": edge["start"]}, {"id": edge["end"]}, edge["facts"])

    def load() -> None:
        for each in sets:
            each.merge(driver, batch_size=job["batch"], database=job["database"])

    return load


def py2neo(job: Job, rows: Rows) -> Callable[[], None]:
    """py2neo's bulk operations."""
    from py2neo import Graph
    from py2neo.bulk import merge_nodes, merge_relationships

    graph = Graph(job["uri"], auth=(job["user"], job["password"]), name=job["database"])
    ties = {
        ends: [(edge["start"], edge["facts"], edge["end"]) for edge in edges] for ends, edges in rows["edges"].items()
    }

    def load() -> None:
        for label, nodes in rows["nodes"].items():
            for chunk in chunks(nodes, job["batch"]):
                merge_nodes(graph.auto(), chunk, (label, "id"), labels={label})
        for (relation, start, end), edges in ties.items():
            for chunk in chunks(edges, job["batch"]):
                merge_relationships(graph.auto(), chunk, relation, (start, "id"), (end, "id"))

    return load


def _driver(job: Job) -> Any:
    from neo4j import GraphDatabase

    driver = GraphDatabase.driver(job["uri"], auth=(job["user"], job["password"]))
    driver.verify_connectivity()
    return driver


def _session(job: Job) -> Any:
    return _driver(job).session(database=job["database"])


PEERS = {"driver-batches": driver_batches, "driver-one": driver_one, "graphio": graphio, "py2neo": py2neo}


def main() -> None:
    job = json.load(sys.stdin)
    rows: Rows = pickle.loads(Path(job["rows"]).read_bytes())
    load = PEERS[sys.argv[1]](job, rows)
    began = time.perf_counter()
    load()
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "rust": find_spec("neo4j._rust") is not None}))


if __name__ == "__main__":
    main()
