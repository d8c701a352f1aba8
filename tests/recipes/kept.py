"""A seed as it stood on a day, or as far as its sources state it, for the answers that are asked so."""

from dataclasses import replace

from rows import Row, Seed, alive, holds


def kept(seed: Seed, at: str | None = None, stated_only: bool = False) -> Seed:
    """The seed without nodes and ties that did not hold then, and without ties that are inferred when asked so."""
    nodes = {node["id"]: node for node in seed.nodes.values() if alive(node, at)}
    edges = [
        edge
        for edge in seed.edges
        if holds(edge, at) and {edge["from"], edge["to"]} <= nodes.keys() and not (stated_only and inferred(edge))
    ]
    return replace(seed, nodes=nodes, edges=edges)


def inferred(row: Row) -> bool:
    return row.get("basis") == "inferred"


def listed(seed: Seed, label: str, stated_only: bool = False) -> list[Row]:
    """The nodes of a label, without those that are inferred when asked so."""
    return [node for node in seed.of(label) if not (stated_only and inferred(node))]


def above(seed: Seed, goal: str) -> dict[str, int]:
    """A goal and all that it is part of, with how many links of the surest way there are inferred."""
    found = {goal: 0}
    for _ in range(4):
        for tie in seed.ties("PART_OF"):
            if tie["from"] in found and seed.nodes[tie["from"]]["type"] == "Goal":
                doubt = found[tie["from"]] + inferred(tie)
                found[tie["to"]] = min(doubt, found.get(tie["to"], doubt))
    return found


def served(seed: Seed, kind: str) -> dict[tuple[str, str], int]:
    """Whatever is tied to a goal or a goal below it, by (goal, thing), with the inferred links of the surest way."""
    found: dict[tuple[str, str], int] = {}
    for tie in seed.ties(kind):
        if seed.nodes[tie["to"]]["type"] == "Goal":
            for goal, doubt in above(seed, tie["to"]).items():
                pair = (goal, tie["from"])
                found[pair] = min(doubt + inferred(tie), found.get(pair, 99))
    return found
