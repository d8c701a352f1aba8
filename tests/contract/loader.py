"""A process that loads a graph and says each step that was done; the tests kill it in the middle.

python -m tests.contract.loader TARGET USER PASSWORD NODES EDGES ONE_TRANSACTION [prune]

With `prune` it loads half of the graph and a node more, and removes what left.
"""

import sys

from gronagraf.accounts import Account
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.store import open_store

SMALL = 300, 1_200


def graph(nodes: int, edges: int) -> Graph:
    """Actors and networks in equal number, and as many different memberships."""
    half = nodes // 2
    actors = [Node("Actor", f"a{i}", {"name": f"Aktör {i}", "note": "x" * 40}) for i in range(half)]
    networks = [Node("Network", f"n{i}", {"name": f"Nätverk {i}"}) for i in range(half)]
    pairs = [(i % half, (i * 7 + i // half) % half) for i in range(edges)]
    ties = [
        Edge("MEMBER_OF", f"a{a}", f"n{b}", {"since": f"{2000 + i % 20}", "role": "member"})
        for i, (a, b) in enumerate(pairs)
    ]
    return Graph((*actors, *networks), tuple(ties), (SeedInfo("stort", "Stort"),))


def half(whole: Graph) -> Graph:
    """The graph without every node of an odd number and what hangs on it, but with a node more."""
    nodes = tuple(node for node in whole.nodes if int(node.id[1:]) % 2 == 0)
    kept = {node.id for node in nodes}
    edges = tuple(edge for edge in whole.edges if edge.start in kept and edge.end in kept)
    return Graph((*nodes, Node("Actor", "ny", {"name": "Ny"})), edges, whole.seeds)


def main(target: str, user: str, password: str, nodes: str, edges: str, one_transaction: str, prune: str = "") -> None:
    account = Account(user, password) if user else None
    wanted = graph(int(nodes), int(edges))
    with open_store(target, MODEL, account) as store:
        wanted = half(wanted) if prune else wanted
        store.load(
            wanted,
            lambda done, total: print(f"{done} of {total}", flush=True),
            one_transaction=int(one_transaction),
            remove=store.plan(wanted).removable() if prune else None,
            max_share=100,
        )
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
