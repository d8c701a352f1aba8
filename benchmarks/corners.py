"""What chance does not make in a synthetic region, so that every question has an answer there."""

from dataclasses import replace

from gronagraf.graph import Edge, Graph, Node, Value

TOWNS = 8
UNSOURCED = 50
"""The region's own municipalities, and which node in so many lacks its source."""


def with_corners(graph: Graph) -> Graph:
    """The region with some facts unsourced, its own municipalities and all but one in a network, a pair that moved up
    the ladder, analyses that differ in time and between assessors, and two goals that influence each other."""
    seed = graph.seeds[0].name
    nodes = [_unsourced(node) if number % UNSOURCED == 0 else node for number, node in enumerate(graph.nodes)]
    goals = [node.id for node in graph.nodes if node.label == "Goal"][:2]
    challenge = next(node.id for node in graph.nodes if node.label == "Challenge")
    made, ties = _towns(seed), _ladder(seed)
    analyses = [_analysis(seed, number, year, who) for number, (year, who) in enumerate(ANALYSES)]
    ties += [_tie("CONCERNS", each.id, challenge, seed) for each in analyses]
    ties += [
        _tie("ASSESSED_IN", "town_0", each.id, seed, power=1 + number, relevance=3, interest=3)
        for number, each in enumerate(analyses)
    ]
    ties += [_tie("INFLUENCES", goals[at], goals[1 - at], seed, strength=2 - 3 * at) for at in (0, 1)]
    known = {(edge.type, edge.start, edge.end) for edge in graph.edges}
    fresh = [tie for tie in ties if (tie.type, tie.start, tie.end) not in known]
    return replace(graph, nodes=(*nodes, *made, *analyses), edges=(*graph.edges, *fresh))


ANALYSES = (("2019", "Staben"), ("2022", "Staben"), ("2022", "Nämnden"))


def _unsourced(node: Node) -> Node:
    return replace(node, facts={name: value for name, value in node.facts.items() if not name.startswith("source")})


def _towns(seed: str) -> list[Node]:
    facts: dict[str, Value] = {"kind": "municipality", "sector": "public", "level": "local", "in_region": True}
    towns = [Node("Actor", f"town_{at}", {"name": f"Kommun {at}", **facts}, seed) for at in range(TOWNS)]
    return [*towns, Node("Network", "towns", {"name": "Kommunerna"}, seed)]


def _ladder(seed: str) -> list[Edge]:
    members = [_tie("MEMBER_OF", f"town_{at}", "towns", seed, role="member") for at in range(TOWNS - 1)]
    steps = (("samtal", {"since": "2015", "until": "2017"}), ("samverkan", {"since": "2018"}))
    moved = [_tie("COLLABORATES_WITH", "town_0", "town_1", seed, step=step, **when) for step, when in steps]
    return [*members, *moved]


def _analysis(seed: str, number: int, year: str, assessor: str) -> Node:
    facts: dict[str, Value] = {"name": f"Analys {number}", "date": year, "assessor": assessor, "phase": "before"}
    return Node("StakeholderAnalysis", f"corner_{number}", facts, seed)


def _tie(kind: str, start: str, end: str, seed: str, **facts: Value) -> Edge:
    return Edge(kind, start, end, {"basis": "stated", **facts}, seed)
