"""Writing a large graph in each format, and the whole command: `python -m benchmarks.exports`.

Writing alone has the graph in memory, and for Gephi and GraphML where its nodes stand too. The command reads a seed
folder, works out where nodes stand where the format holds it, and writes. Memory is what writing adds to the peak.
Peers write the same properties from a graph of their own that lies ready: networkx and igraph.
"""

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import igraph
import networkx as nx

from benchmarks.measuring import ask, print_table, rounds
from benchmarks.region import region
from gronagraf.exporting import FORMATS, Export, format_named, write_export
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed

HEADING = (
    "format",
    "written, s",
    "processor, s",
    "the command, s",
    "processor, s",
    "MB",
    "peak before, MB",
    "writing adds, MB",
)
ABOUT = ("shacl", "dcat")
"""Formats that say something of the graph or of the model, as long for any graph."""
PEERS = ("networkx GraphML", "networkx GEXF", "igraph GraphML")


def peak() -> int:
    """The most memory that this process has held, in kilobytes."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])


def by_networkx(graph: Graph) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(node.id, **node.facts, label=node.label)
    for edge in graph.edges:
        network.add_edge(edge.start, edge.end, **edge.facts, kind=edge.type)
    return network


def by_igraph(graph: Graph) -> igraph.Graph:
    index = {node.id: number for number, node in enumerate(graph.nodes)}
    network = igraph.Graph(
        len(graph.nodes), [(index[edge.start], index[edge.end]) for edge in graph.edges], directed=True
    )
    for items, sequence in ((graph.nodes, network.vs), (graph.edges, network.es)):
        for name in {name for item in items for name in item.facts}:
            sequence[name] = [item.facts.get(name) for item in items]
    return network


def work(job: dict[str, Any]) -> dict[str, float]:
    """One writing, timed; what it is written from lies ready."""
    graph, target, who = read_seed(Path(job["seed"]), MODEL), Path(job["target"]), job["who"]
    if who == "igraph GraphML":
        write = by_igraph(graph).write_graphml
        return timed(lambda: write(str(target)))
    if who.startswith("networkx"):
        network = by_networkx(graph)
        write = nx.write_graphml if who.endswith("GraphML") else nx.write_gexf
        return timed(lambda: write(network, target))
    positions: dict[str, tuple[float, float]] = {}
    if format_named(who).placed:
        from gronagraf.exporting.positions import positions_of

        positions = dict(positions_of(graph))
    export = Export(graph, MODEL, "sv", positions)
    return timed(lambda: write_export(format_named(who), export, target))


def timed(write: Any) -> dict[str, float]:
    before, began, worked = peak(), time.perf_counter(), time.process_time()
    write()
    seconds, processor = time.perf_counter() - began, time.process_time() - worked
    return {"seconds": seconds, "processor": processor, "before": before, "after": peak()}


def size_of(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*")) if path.is_dir() else path.stat().st_size


def contender(seed: Path, folder: Path, who: str) -> dict[str, Any]:
    target = folder / f"out-{who.replace(' ', '-')}"
    clear(target)
    job = {"seed": str(seed), "target": str(target), "who": who}
    figures = ask([sys.executable, "-m", "benchmarks.exports", "--work"], job) | {"size": size_of(target)}
    if who in PEERS:
        return figures
    clear(target)
    command = [sys.executable, "-m", "gronagraf", "export", who, "--from", str(seed), "--out", str(target)]
    began, worked = time.perf_counter(), children()
    subprocess.run(command, check=True, capture_output=True)
    return figures | {"command": time.perf_counter() - began, "command_processor": children() - worked}


def children() -> float:
    """The processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def row(name: str, figures: list[dict[str, Any]]) -> tuple[str, ...]:
    def middle(key: str) -> float:
        return float(statistics.median(each[key] for each in figures))

    command = [f"{middle(key):.1f}" if key in figures[0] else "" for key in ("command", "command_processor")]
    adds = statistics.median(each["after"] - each["before"] for each in figures) / 1000
    size, before = middle("size") / 1e6, middle("before") / 1000
    written = [f"{middle(key):.1f}" for key in ("seconds", "processor")]
    return name, *written, *command, f"{size:.0f}", f"{before:.0f}", f"{adds:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--ratio", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="these formats and peers, not all")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        print(json.dumps(work(json.load(sys.stdin))))
        return
    with tempfile.TemporaryDirectory() as place:
        folder, seed = Path(place), Path(place) / "seed"
        write_seed(region(options.nodes, options.ratio), seed, MODEL)
        names = options.only or (*(form.name for form in FORMATS if form.name not in ABOUT), *PEERS)
        found = rounds(options.rounds, {name: lambda name=name: contender(seed, folder, name) for name in names})
    print_table(HEADING, [row(name, figures) for name, figures in found.items()])


if __name__ == "__main__":
    main()
