"""How long each recipe takes, slowest first: `python -m benchmarks.recipes [RECIPE …]`.

On the packaged seed of Kronoberg and on a synthetic region, on the embedded engine and on Neo4j. Each is asked once so
that it is planned, and then three times; the median is told. Where a recipe must be given a node it gets the one with
the most relations, so that the figure is the worst case.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import print_table
from benchmarks.region import region
from gronagraf.data import recipe_folder, seed_folder
from gronagraf.graph import Graph, Node, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.recipes import Parameter, Recipe, read_recipes, run_recipe
from gronagraf.store import Store, open_store
from tests.servers import running_neo4j

HEADING = ("recipe", "Kronoberg ms", "rows", "region ms", "rows")
TEXTS: Mapping[str, Value] = {"text": "a", "date": "2020", "integer": 1, "number": 1.0, "boolean": True}


@dataclass(frozen=True)
class Figure:
    """Milliseconds of a recipe on one graph, and how many rows it answered with."""

    milliseconds: float
    rows: int


def measured(store: Store, recipe: Recipe, given: Mapping[str, Value]) -> Figure:
    run_recipe(store, recipe, given, timeout=120)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        rows = len(run_recipe(store, recipe, given, timeout=120).rows)
        times.append(1000 * (time.perf_counter() - began))
    return Figure(statistics.median(times), rows)


def needed(recipe: Recipe, graph: Graph) -> dict[str, Value]:
    """A value for each parameter that must be given: of a node, the one with the most relations not yet taken."""
    degrees = Counter(end for edge in graph.edges for end in (edge.start, edge.end))
    ranked = sorted(graph.nodes, key=lambda node: (-degrees[node.id], node.id))
    values: dict[str, Value] = {}
    for parameter in recipe.params:
        if parameter.required:
            values[parameter.name] = _value(parameter, ranked, set(values.values()))
    return values


def _value(parameter: Parameter, ranked: Sequence[Node], taken: set[Value]) -> Value:
    kind = parameter.kind
    if kind.name == "reference":
        return next(node.id for node in ranked if node.label in kind.labels and node.id not in taken)
    return kind.values[0] if kind.values else TEXTS[kind.name]


def figures(store: Store, graph: Graph, recipes: Sequence[Recipe]) -> dict[str, Figure]:
    """By recipe, of a store that holds this graph and nothing else."""
    store.load(graph)
    found = {}
    for recipe in recipes:
        found[recipe.name] = measured(store, recipe, needed(recipe, graph))
        print(f"  {recipe.name}: {found[recipe.name].milliseconds:.0f} ms", file=sys.stderr, flush=True)
    return found


def print_figures(engine: str, small: Mapping[str, Figure], large: Mapping[str, Figure]) -> None:
    rows = [
        (name, *(text for at in (small, large) for text in (f"{at[name].milliseconds:.0f}", f"{at[name].rows}")))
        for name in sorted(large, key=lambda name: -large[name].milliseconds)
    ]
    print(f"\n{engine}\n")
    print_table(HEADING, rows)


def on_embedded(recipes: Sequence[Recipe], graphs: Sequence[Graph]) -> None:
    found = []
    for graph in graphs:
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "graph", MODEL) as store:
            found.append(figures(store, graph, recipes))
    print_figures("Embedded engine", *found)


def on_neo4j(recipes: Sequence[Recipe], graphs: Sequence[Graph]) -> None:
    found = []
    with running_neo4j() as server, open_store(server.address, MODEL, server.account) as store:
        for graph in graphs:
            server.wipe()
            found.append(figures(store, graph, recipes))
    print_figures("Neo4j", *found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="RECIPE")
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--ratio", type=float, default=2.5, help="relations for each node")
    parser.add_argument("--on", choices=("neo4j", "embedded", "both"), default="both")
    given = parser.parse_args()
    known = read_recipes([recipe_folder()], MODEL)
    recipes = [recipe for recipe in known if not given.names or recipe.name in given.names]
    graphs = (read_seed(seed_folder("kronoberg"), MODEL), region(given.nodes, given.ratio))
    print(f"the region has {len(graphs[1].nodes)} nodes and {len(graphs[1].edges)} relations", flush=True)
    if given.on != "neo4j":
        on_embedded(recipes, graphs)
    if given.on != "embedded":
        on_neo4j(recipes, graphs)


if __name__ == "__main__":
    main()
