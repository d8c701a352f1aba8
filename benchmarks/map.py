"""The map page in a real Chromium, beside pyvis as shipped, gravis and neo4j-viz: `python -m benchmarks.map`.

Every page shows the same network. It is written in a process of its own and opened in a browser of its own, as many
times as there are rounds; the table has medians.
"""

import argparse
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measuring import ROOT, Figures, ask, print_table
from benchmarks.painting import painted
from benchmarks.region import region
from gronagraf.graph import Graph

OURS = "gronagraf"
PEERS = ("pyvis", "gravis", "neo4j-viz")
SIZES = (300, 1_000, 3_000, 10_000, 50_000)
HEADING = (
    "page", "first picture s", "longest task s", "pan fps", "zoom fps", "toggle ms", "search ms", "slide ms",
    "requests", "MB", "Python s",
)  # fmt: skip
COLUMNS = (("first", 2), ("longest", 2), ("pan", 0), ("zoom", 0), ("toggle", 0), ("search", 0), ("slide", 0),
           ("asked", 0), ("mb", 2), ("seconds", 2))  # fmt: skip


def material(graph: Graph, folder: Path) -> Mapping[str, str]:
    """The network as a pickled Graph for Gronagraf and as JSON for the others."""
    nodes = [(node.id, node.name, node.label) for node in graph.nodes]
    edges = [(edge.start, edge.end, edge.type) for edge in graph.edges]
    (folder / "graph").write_bytes(pickle.dumps(graph))
    (folder / "rows").write_text(json.dumps({"nodes": nodes, "edges": edges}), encoding="utf-8")
    return {"graph": str(folder / "graph"), "rows": str(folder / "rows")}


def python_with(package: str, cache: Path) -> Path:
    """An interpreter in an environment of its own that has the package."""
    folder = cache / f"map-{package}"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=True)
    return python


def once(name: str, python: Path, job: Mapping[str, str], patience: float) -> Figures:
    """One page written, opened and measured."""
    figures = ask([str(python), str(ROOT / "benchmarks" / "pages.py"), name], job)
    file = Path(job["out"])
    return figures | {"mb": file.stat().st_size / 1e6} | painted(file, patience)


def row(name: str, runs: Sequence[Figures], patience: float) -> tuple[str, ...]:
    cells = [name]
    for column, places in COLUMNS:
        values = [run[column] for run in runs if column in run]
        cells.append(f"{statistics.median(values):.{places}f}" if values else "–")
    if cells[1] == "–":
        cells[1] = f"none in {patience:.0f}"
    return tuple(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--ratio", type=float, default=2.5, help="relations for each node")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=PEERS)
    parser.add_argument("--most", type=int, default=10_000, help="peers draw so many nodes at most")
    parser.add_argument("--patience", type=float, default=75.0, help="seconds to wait for a first picture")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "gronagraf-benchmarks")
    given = parser.parse_args()
    pythons = {OURS: Path(sys.executable)} | {peer: python_with(peer, given.cache) for peer in given.peers}
    for size in given.nodes:
        graph = region(size, given.ratio)
        print(f"\n{len(graph.nodes)} nodes, {len(graph.edges)} relations, median of {given.rounds}\n", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            job = {**material(graph, Path(folder)), "out": str(Path(folder) / "map.html")}
            names = [name for name in pythons if name == OURS or size <= given.most]
            runs: dict[str, list[Figures]] = {name: [] for name in names}
            for _ in range(given.rounds):
                for name in names:
                    runs[name].append(once(name, pythons[name], job, given.patience))
        print_table(HEADING, [row(name, runs[name], given.patience) for name in names])


if __name__ == "__main__":
    main()
