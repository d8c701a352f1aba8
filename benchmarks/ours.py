"""One load by Gronagraf, timed in a process of its own.

`python -m benchmarks.ours` reads a job as JSON on stdin and prints times and memory as JSON: `graph` is a pickled
Graph, or `seed` a folder to read; `target` is what to open, with `user` and `password` where it is a server.
"""

import json
import pickle
import resource
import sys
import time
from pathlib import Path
from typing import Any

from gronagraf.accounts import Account
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.store import open_store


def graph_of(job: dict[str, Any]) -> Graph:
    if "seed" in job:
        return read_seed(Path(job["seed"]), MODEL)
    graph: Graph = pickle.loads(Path(job["graph"]).read_bytes())
    return graph


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    job = json.load(sys.stdin)
    began = time.perf_counter()
    graph = graph_of(job)
    read, megabytes = time.perf_counter() - began, peak_megabytes()
    account = Account(job["user"], job["password"]) if job.get("user") else None
    with open_store(job["target"], MODEL, account) as store:
        began = time.perf_counter()
        report = store.load(graph)
        seconds = time.perf_counter() - began
    changed = report.nodes.created + report.nodes.changed + report.edges.created + report.edges.changed
    print(
        json.dumps(
            {
                "seconds": seconds,
                "read": read,
                "written": changed,
                "megabytes_read": megabytes,
                "megabytes": peak_megabytes(),
            }
        )
    )


if __name__ == "__main__":
    main()
