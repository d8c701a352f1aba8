"""A process that has a store open and does what it is told, a word a line: it answers each, and closes at the end.

python -m tests.contract.holder TARGET
"""

import sys

from gronagraf.model import MODEL
from gronagraf.store import Store, open_store
from tests.contract.loader import SMALL, graph


def obey(store: Store, word: str) -> object:
    if word == "load":
        return store.load(graph(*SMALL)).nodes.done
    if word == "count":
        return store.run("MATCH (n:Actor) RETURN count(n) AS held").rows[0][0]
    endpoint = store.connection.endpoint
    return endpoint is not None and endpoint.owner


def main(target: str) -> None:
    with open_store(target, MODEL) as store:
        print("ready", flush=True)
        for line in sys.stdin:
            print(obey(store, line.strip()), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
