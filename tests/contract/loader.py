"""A process that loads a graph and says each step that was done; the tests kill it in the middle.

python -m tests.contract.loader TARGET USER PASSWORD NODES EDGES ONE_TRANSACTION
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


def main(target: str, user: str, password: str, nodes: str, edges: str, one_transaction: str) -> None:
    account = Account(user, password) if user else None
    with open_store(target, MODEL, account) as store:
        store.load(
            graph(int(nodes), int(edges)),
            lambda done, total: print(f"{done} of {total}", flush=True),
            one_transaction=int(one_transaction),
        )
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
