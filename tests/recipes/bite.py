"""Does every condition of every recipe bite? Each is left out in turn, and an expected table must then differ.

`python -m tests.recipes.bite [RECIPE …]` loads both packaged seeds into one embedded graph, and a stranger that hangs
relations of every type on the nodes of `exempel`. It asks each recipe of `exempel` alone, with the arguments of each of
its tables, and prints the conditions that change none of them. A condition is a part of a WHERE between its ANDs, at
any depth, or what stands between WHEN and THEN.
"""

import csv
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from gronagraf.data import recipe_folder, seed_folder
from gronagraf.errors import RecipeError
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.recipes import Recipe, read_recipes
from gronagraf.recipes.tokens import PATTERN, Token, tokenize
from gronagraf.store import Store, open_store
from tests.recipes.asked import asked
from tests.recipes.shown import as_rows

SEED = "exempel"
CLAUSES = {"RETURN", "WITH", "MATCH", "OPTIONAL", "UNWIND", "CALL", "ORDER", "UNION", "SKIP", "LIMIT", "WHERE"}
TIES = 8
KNOWN = {
    "goal_influence": "no dated influence ends, and every one between goals is inferred",
    "influence_loops": "no dated influence ends, and no two rings of two share a goal",
    "influence_pairs": "no dated influence ends, and every one between goals is inferred",
    "stale_goals": "no dated measure ends",
    "goal_progress": "guards against division by zero",
    "smart": "goals, measures and owners are all stated",
    "not_followed_up": "the latest event of all is the example's own",
    "uninvolved": "no assessed actor has ended",
    "ladder_moves": "a stranger's pairs have one step each and never move",
}
"""Recipes with conditions that the example gives nothing to bite on, and why."""

Span = tuple[int, int]
Arguments = dict[str, Value | None]


@dataclass(frozen=True)
class Toothless:
    """A condition that changed no expected table when it was left out."""

    recipe: str
    line: int
    condition: str


def stranger(graph: Graph) -> Graph:
    """A seed of its own: a node of every label, and relations of every type between nodes of this graph."""
    held: dict[str, list[Node]] = {}
    for node in graph.nodes:
        held.setdefault(node.label, []).append(node)
    nodes = [replace(each[0], id=f"stranger_{label}", facts={"name": "Främling"}) for label, each in held.items()]
    joined = {(edge.type, edge.start, edge.end) for edge in graph.edges}
    facts = {edge.type: edge.facts for edge in graph.edges}
    edges = [
        Edge(each.type, start.id, end.id, facts[each.type])
        for each in MODEL.edges
        for first, second in each.ends
        for start, end in product(held[first][:TIES], held[second][-TIES:])
        if start.id != end.id and (each.type, start.id, end.id) not in joined
    ]
    return Graph(tuple(nodes), tuple(edges), (SeedInfo("stranger", "Främling", extends=(SEED,)),))


def tables(recipe: Recipe) -> Iterator[tuple[Arguments, list[list[str]]]]:
    """What each expected table of the recipe is asked with, and its rows."""
    for path, given in asked(SEED, recipe.name):
        with path.open(encoding="utf-8", newline="") as file:
            _, *rows = csv.reader(file)
        yield {each.name: each.default for each in recipe.params} | given | {"only_seed": SEED}, rows


def conditions(cypher: str) -> Iterator[Span]:
    """Where each condition of a query begins and ends."""
    tokens = tokenize(cypher)
    spans = [match.span() for match in PATTERN.finditer(cypher) if match.lastgroup != "skip"]
    for index, token in enumerate(tokens):
        if token.upper == "WHERE":
            parts = _parts(tokens, index + 1, _end(tokens, index))
        elif token.upper == "WHEN":
            then = next(i for i in range(index, len(tokens)) if _is(tokens[i], "THEN", token.depth))
            parts = iter([(index + 1, then)])
        else:
            continue
        for first, after in parts:
            yield spans[first][0], spans[after - 1][1]


def _is(token: Token, word: str, depth: int) -> bool:
    return token.depth == depth and token.upper == word


def _end(tokens: Sequence[Token], where: int) -> int:
    """The index after the last token of the WHERE at this index."""
    depth = tokens[where].depth
    for index in range(where + 1, len(tokens)):
        token = tokens[index]
        if token.depth < depth or (token.depth == depth and (token.upper in CLAUSES or token.text == "|")):
            return index
    return len(tokens)


def _parts(tokens: Sequence[Token], first: int, after: int) -> Iterator[tuple[int, int]]:
    """The parts between the ANDs of an expression, and those within a bracket round one of them."""
    depth = tokens[first].depth
    ors = any(_is(token, word, depth) for token in tokens[first:after] for word in ("OR", "XOR"))
    ands = [i for i in range(first, after) if not ors and _is(tokens[i], "AND", depth)]
    for start, end in zip([first, *(i + 1 for i in ands)], [*ands, after], strict=True):
        yield start, end
        inner = range(start + 1, end - 1)
        if tokens[start].text == "(" and inner and all(tokens[i].depth > depth for i in inner):
            found = list(_parts(tokens, start + 1, end - 1))
            yield from found if len(found) > 1 else ()


def toothless(store: Store, recipe: Recipe) -> Iterator[Toothless]:
    """The conditions of a recipe that no table of it needs."""
    known = list(tables(recipe))
    for given, rows in known:
        if _rows(store, recipe.cypher, given) != rows:
            yield Toothless(recipe.name, recipe.line, f"asked of {SEED} alone it tells of other seeds too: {given}")
    for start, end in dict.fromkeys(conditions(recipe.cypher)):
        without = f"{recipe.cypher[:start]}true{recipe.cypher[end:]}"
        if all(_rows(store, without, given) == rows for given, rows in known):
            line = recipe.line + recipe.cypher.count("\n", 0, start)
            yield Toothless(recipe.name, line, " ".join(recipe.cypher[start:end].split()))


def _rows(store: Store, cypher: str, given: Arguments) -> list[list[str]] | str:
    try:
        return as_rows(store.run(cypher, given, timeout=60))
    except RecipeError as error:
        return str(error)


def main(names: Sequence[str]) -> int:
    recipes = [each for each in read_recipes([recipe_folder()], MODEL) if not names or each.name in names]
    found: list[Toothless] = []
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "graph", MODEL) as store:
        for name in ("kronoberg", SEED):
            store.load(graph := read_seed(seed_folder(name), MODEL))
        store.load(stranger(graph))
        for recipe in recipes:
            count = len(dict.fromkeys(conditions(recipe.cypher)))
            found += (missed := list(toothless(store, recipe)))
            why = f" ({KNOWN[recipe.name]})" if missed and recipe.name in KNOWN else ""
            print(f"{recipe.theme}/{recipe.name}: {count - len(missed)} of {count} bite{why}", flush=True)
            for each in missed:
                print(f"  line {each.line}: {each.condition}")
    return 1 if any(each.recipe not in KNOWN for each in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
