"""How a first load on Neo4j grows: times, log-log slope and client memory: `python -m benchmarks.growth`.

Each size is read from a seed folder and loaded into an empty graph by a process of its own.
"""

import argparse
import math
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Figures, ask, median, print_table
from benchmarks.region import region
from gronagraf.model import MODEL
from gronagraf.reading import write_seed
from tests.servers import Neo4jServer, running_neo4j

SIZES = (10_000, 31_600, 100_000, 316_000, 1_000_000)
HEADING = ("relations", "nodes", "read s", "load s", "µs per row", "peak MB after reading", "peak MB")


def slope(points: list[tuple[float, float]]) -> float:
    """The exponent b of time = a · size^b, by least squares over the logarithms."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean_x, mean_y = (sum(each[axis] for each in logs) / len(logs) for axis in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def measured(server: Neo4jServer, seed: Path, count: int) -> list[Figures]:
    found = []
    for _ in range(count):
        server.wipe()
        job = {"seed": str(seed), "target": server.address}
        job |= {"user": server.account.user, "password": server.account.password}
        found.append(ask([sys.executable, "-m", "benchmarks.ours"], job))
    return found


def row_of(figures: list[Figures], edges: int, nodes: int) -> tuple[str, ...]:
    seconds = median(figures)
    memory = (f"{median(figures, name):.0f}" for name in ("megabytes_read", "megabytes"))
    each = 1e6 * seconds / (edges + nodes)
    return (f"{edges}", f"{nodes}", f"{median(figures, 'read'):.1f}", f"{seconds:.1f}", f"{each:.0f}", *memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of relations")
    parser.add_argument("--ratio", type=float, default=5.0, help="relations for each node")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    points: list[tuple[float, float]] = []
    rows: list[tuple[str, ...]] = []
    with running_neo4j(heap="2g") as server, tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            graph = region(int(size / given.ratio), given.ratio)
            nodes, edges = len(graph.nodes), len(graph.edges)
            seed = Path(folder) / str(size)
            write_seed(graph, seed, MODEL)
            del graph
            if not rows:
                measured(server, seed, 1)  # the server's own warming up
            figures = measured(server, seed, given.rounds)
            points.append((edges, median(figures)))
            rows.append(row_of(figures, edges, nodes))
            print(f"  {edges} relations: {median(figures):.1f} s", file=sys.stderr, flush=True)
    print_table(HEADING, rows)
    print(f"\nlog-log slope of the load: {slope(points):.2f}")


if __name__ == "__main__":
    main()
