"""One map page of the same network by Gronagraf or by a peer, timed in a process of its own.

`python benchmarks/pages.py NAME` reads a job as JSON on stdin (`graph` for Gronagraf, `rows` for the others, `out`) and
prints its time as JSON. Peers import nothing of Gronagraf, so that they also run where only they are installed.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Job = dict[str, Any]


def gronagraf(job: Job) -> Callable[[], str]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from gronagraf.model import MODEL
    from gronagraf.views.map import write_map

    graph = pickle.loads(Path(job["graph"]).read_bytes())
    return lambda: write_map(graph, MODEL)


def pyvis(job: Job) -> Callable[[], str]:
    """As its own guide begins: forces run in the browser."""
    from pyvis.network import Network

    def write() -> str:
        network = Network(directed=True, height="750px", width="100%", cdn_resources="in_line")
        for id_, name, label in job["nodes"]:
            network.add_node(id_, label=name, group=label)
        for start, end, kind in job["edges"]:
            network.add_edge(start, end, title=kind)
        return str(network.generate_html())

    return write


def gravis(job: Job) -> Callable[[], str]:
    """Its figure by vis.js, which draws on a canvas as the others do."""
    import gravis as gv

    def write() -> str:
        nodes = {id_: {"label": name, "metadata": {"type": label}} for id_, name, label in job["nodes"]}
        edges = [{"source": start, "target": end, "label": kind} for start, end, kind in job["edges"]]
        figure = gv.vis({"graph": {"directed": True, "nodes": nodes, "edges": edges}})
        return str(figure.to_html_standalone())

    return write


def neo4j_viz(job: Job) -> Callable[[], str]:
    from neo4j_viz import Node, Relationship, VisualizationGraph

    def write() -> str:
        nodes = [Node(id=id_, caption=name) for id_, name, _ in job["nodes"]]
        ties = [Relationship(source=start, target=end, caption=kind) for start, end, kind in job["edges"]]
        graph = VisualizationGraph(nodes=nodes, relationships=ties)
        return str(graph.render(max_allowed_nodes=len(nodes) + 1, height="750px").data)

    return write


WRITERS = {"gronagraf": gronagraf, "pyvis": pyvis, "gravis": gravis, "neo4j-viz": neo4j_viz}


def main() -> None:
    job = json.load(sys.stdin)
    if "rows" in job:
        job |= json.loads(Path(job["rows"]).read_text(encoding="utf-8"))
    write = WRITERS[sys.argv[1]](job)
    began = time.perf_counter()
    page = write()
    seconds = time.perf_counter() - began
    Path(job["out"]).write_text(page, encoding="utf-8", newline="\n")
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
