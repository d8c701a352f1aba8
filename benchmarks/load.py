"""Loading a large region against the bare driver, graphio and py2neo: `python -m benchmarks.load`.

Each contender writes the same properties to the same server under the same constraints; only the load is timed. First
loads begin on an empty graph, second loads write the same rows again.
"""

import argparse
import pickle
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.measuring import ROOT, Figures, ask, compared, print_table, python_without_rust, rounds
from benchmarks.region import region
from gronagraf.embedded import start_or_join
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.store.constraints import schema_statements
from tests.servers import Neo4jServer, running_neo4j

OURS = "Gronagraf"
IN_PROCESS = "Gronagraf, engine in its own process"
BARE = "driver without Rust, a transaction a batch"
HEADING = ("contender", "seconds", "range", "Gronagraf / it")


@dataclass(frozen=True)
class Material:
    """The same region as a pickled Graph for Gronagraf and as pickled dicts for the others."""

    graph: Path
    rows: Path
    batch: int
    plain: Path
    python: Path

    def job(self, uri: str, user: str, password: str) -> dict[str, object]:
        given = {"graph": str(self.graph), "rows": str(self.rows), "batch": self.batch, "database": "neo4j"}
        return given | {"uri": uri, "target": uri, "user": user, "password": password}

    def ours(self, job: dict[str, object]) -> Figures:
        return ask([str(self.python), "-m", "benchmarks.ours"], job)

    def peer(self, name: str, job: dict[str, object], python: Path | None = None) -> Figures:
        figures = ask([str(python or self.python), str(ROOT / "benchmarks" / "peers.py"), name], job)
        if figures["rust"] == (python == self.plain):
            raise SystemExit(f"{python}: the Rust extension is where it should not be, or the other way round")
        return figures


def as_rows(graph: Graph) -> dict[str, dict[object, list[dict[str, object]]]]:
    """A graph as dicts by label and by relation type with the labels of its ends."""
    nodes: dict[object, list[dict[str, object]]] = defaultdict(list)
    edges: dict[object, list[dict[str, object]]] = defaultdict(list)
    labels = {node.id: node.label for node in graph.nodes}
    for node in graph.nodes:
        nodes[node.label].append({**node.facts, "id": node.id, "seed": node.seed})
    for edge in graph.edges:
        row: dict[str, object] = {"start": edge.start, "end": edge.end, "facts": {**edge.facts, "seed": edge.seed}}
        edges[edge.type, labels[edge.start], labels[edge.end]].append(row)
    return {"nodes": dict(nodes), "edges": dict(edges)}


def on_neo4j(material: Material, server: Neo4jServer, count: int) -> None:
    """First and second loads on Neo4j."""
    job = material.job(server.address, server.account.user, server.account.password)
    for statement in schema_statements(MODEL):
        server.driver.execute_query(statement)

    def fresh(load: Callable[[], Figures]) -> Figures:
        server.wipe()
        return load()

    ours = partial(material.ours, job)
    bare = partial(material.peer, "driver-batches", job, material.plain)
    first = {
        OURS: ours,
        BARE: bare,
        "driver without Rust, one transaction": partial(material.peer, "driver-one", job, material.plain),
        "driver with Rust, a transaction a batch": partial(material.peer, "driver-batches", job),
        "driver with Rust, one transaction": partial(material.peer, "driver-one", job),
        "graphio": partial(material.peer, "graphio", job),
        "py2neo.bulk": partial(material.peer, "py2neo", job),
    }
    fresh(bare)  # the server's own warming up is nobody's time
    print("\nNeo4j, first load on an empty graph\n", flush=True)
    print_table(HEADING, compared(rounds(count, {name: partial(fresh, load) for name, load in first.items()}), OURS))
    fresh(ours)
    second = {
        OURS: ours,
        BARE: bare,
        "driver with Rust, a transaction a batch": first["driver with Rust, a transaction a batch"],
    }
    print("\nNeo4j, second load, nothing changed\n", flush=True)
    print_table(HEADING, compared(rounds(count, second), OURS))


@contextmanager
def served(material: Material) -> Iterator[dict[str, object]]:
    """A job on a new, empty embedded database that this process serves."""
    with tempfile.TemporaryDirectory() as folder:
        endpoint = start_or_join(Path(folder) / "graph", schema_statements(MODEL))
        try:
            job = material.job(endpoint.uri, endpoint.writer.user, endpoint.writer.password)
            yield job | {"folder": str(endpoint.folder)}
        finally:
            endpoint.close()


def joined(job: dict[str, object]) -> dict[str, object]:
    """The same database as Gronagraf opens it."""
    return job | {"target": job["folder"], "user": ""}


def on_embedded(material: Material, count: int) -> None:
    """First and second loads on the embedded engine: served by this process, but for one contender."""

    def fresh(load: Callable[[dict[str, object]], Figures]) -> Figures:
        with served(material) as job:
            return load(job)

    def alone() -> Figures:
        with tempfile.TemporaryDirectory() as folder:
            return material.ours(material.job(str(Path(folder) / "graph"), "", ""))

    first: dict[str, Callable[[dict[str, object]], Figures]] = {
        OURS: lambda job: material.ours(joined(job)),
        BARE: lambda job: material.peer("driver-batches", job, material.plain),
        "driver with Rust, a transaction a batch": lambda job: material.peer("driver-batches", job),
        "driver with Rust, one transaction": lambda job: material.peer("driver-one", job),
    }
    print("\nEmbedded engine, first load on an empty graph\n", flush=True)
    contenders: dict[str, Callable[[], Figures]] = {name: partial(fresh, load) for name, load in first.items()}
    print_table(HEADING, compared(rounds(count, contenders | {IN_PROCESS: alone}), OURS))
    with served(material) as job:
        first[OURS](job)
        second = {name: partial(first[name], job) for name in (OURS, BARE, "driver with Rust, a transaction a batch")}
        print("\nEmbedded engine, second load, nothing changed\n", flush=True)
        print_table(HEADING, compared(rounds(count, second), OURS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--ratio", type=float, default=5.0, help="relations for each node")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=5_000, help="rows in a batch of the others")
    parser.add_argument("--on", choices=("neo4j", "embedded", "both"), default="both")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "gronagraf-benchmarks")
    given = parser.parse_args()
    plain = python_without_rust(given.cache)
    graph = region(given.nodes, given.ratio)
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} relations, median of {given.rounds}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        material = Material(Path(folder) / "graph", Path(folder) / "rows", given.batch, plain, Path(sys.executable))
        material.graph.write_bytes(pickle.dumps(graph))
        material.rows.write_bytes(pickle.dumps(as_rows(graph)))
        if given.on != "embedded":
            with running_neo4j() as server:
                on_neo4j(material, server, given.rounds)
        if given.on != "neo4j":
            on_embedded(material, given.rounds)


if __name__ == "__main__":
    main()
