"""The expected answers of the recipes in `cypher/networks` about who meets whom, and the ways between."""

from rows import Seed, Table, last

COLUMNS = {
    "surroundings": "step start relation target",
}


def surroundings(seed: Seed, node: str, most_steps: int = 1) -> Table:
    reached, rows, met = {node}, [(0, node, None, None)], set()
    for step in range(1, most_steps + 1):
        here = set(reached)
        for index, edge in enumerate(seed.edges):
            if {edge["from"], edge["to"]} & here and index not in met:
                met.add(index)
                reached |= {edge["from"], edge["to"]}
                rows.append((step, edge["from"], edge["type"], edge["to"]))
    return sorted(rows, key=lambda row: (row[0], last(row[2]), row[1], last(row[3])))
