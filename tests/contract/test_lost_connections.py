"""Neo4j goes away in the middle of a load or a question: one sentence, and the same load ends the same later."""

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from gronagraf.errors import StoreError
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.store import Store, open_store
from gronagraf.store.target import parse_target
from tests.contract.loader import SMALL, graph
from tests.relay import Relay
from tests.servers import Neo4jServer

pytestmark = pytest.mark.neo4j
WANTED = graph(2_000, 6_000)
LONG = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN count(*) AS x"
GIVES_UP = 20.0  # the driver tries again for a while, with growing pauses


@pytest.fixture
def relay(neo4j_server: Neo4jServer) -> Relay:
    url = parse_target(neo4j_server.address)
    assert not isinstance(url, Path)
    neo4j_server.wipe()
    return Relay((url.host, url.port))


@pytest.fixture
def store(relay: Relay, neo4j_server: Neo4jServer) -> Iterator[Store]:
    with (
        relay.running() as port,
        open_store(f"bolt://127.0.0.1:{port}", MODEL, neo4j_server.account, connect_timeout=1.0) as opened,
    ):
        yield opened


def content(found: Graph) -> Counter[object]:
    nodes = Counter((node.label, node.id, *sorted(node.facts.items())) for node in found.nodes)
    return nodes + Counter((edge.type, edge.start, edge.end, *sorted(edge.facts.items())) for edge in found.edges)


def cut_when_asked(relay: Relay, neo4j_server: Neo4jServer, asked: str) -> None:
    """Cut the line as soon as the server is at work on a question with this text."""
    running = "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH $asked RETURN count(*) AS held"
    with neo4j_server.driver.session() as session:
        until = time.monotonic() + 20
        while not session.run(running, asked=asked).single(strict=True)["held"] and time.monotonic() < until:
            pass
    relay.cut()


@pytest.mark.slow
@pytest.mark.parametrize("one_transaction", [1, 1_000_000])
@pytest.mark.parametrize("at", [1, 100_000, 300_000])
def test_a_load_that_lost_its_server_can_be_run_again(
    relay: Relay, store: Store, at: int, one_transaction: int
) -> None:
    relay.cut_after = relay.passed + at
    began = time.monotonic()
    with pytest.raises(StoreError) as raised:
        store.load(WANTED, one_transaction=one_transaction)
    assert time.monotonic() - began < GIVES_UP
    assert "\n" not in str(raised.value)
    assert "connection was lost" in str(raised.value)
    assert "run the same load again" in str(raised.value)
    relay.mend()
    if one_transaction > 1:
        assert store.graph() == Graph()
    assert all(not record.finished for record in store.seeds())
    store.load(WANTED, one_transaction=one_transaction)
    assert content(store.graph()) == content(WANTED)
    assert [record.finished for record in store.seeds()] == [True]
    assert store.load(WANTED).edges.unchanged == len(WANTED.edges)


@pytest.mark.slow
def test_a_load_goes_on_when_the_line_is_back_at_once(relay: Relay, store: Store) -> None:
    cut: list[int] = []

    def blink(done: int, _: int) -> None:
        if not cut:
            cut.append(done)
            relay.cut()
            relay.mend()

    store.load(graph(*SMALL), blink, one_transaction=1)
    assert cut
    assert content(store.graph()) == content(graph(*SMALL))


@pytest.mark.slow
def test_a_question_that_lost_its_server_can_be_asked_again(
    relay: Relay, store: Store, neo4j_server: Neo4jServer
) -> None:
    cutting = threading.Thread(target=cut_when_asked, args=(relay, neo4j_server, LONG))
    cutting.start()
    began = time.monotonic()
    with pytest.raises(StoreError, match="the connection was lost; see that the server runs, then ask again"):
        store.run(LONG, timeout=30.0)
    cutting.join()
    assert time.monotonic() - began < 20.0
    relay.mend()
    assert store.run("RETURN 1 AS x").rows == ((1,),)


def test_status_says_that_the_server_is_gone(relay: Relay, store: Store) -> None:
    relay.cut()
    with pytest.raises(StoreError, match="the connection was lost; see that the server runs, then ask again"):
        store.status()
    relay.mend()
    assert store.status().database == "neo4j"
    with contextlib.suppress(StoreError):
        store.forget("nosuch")
    assert store.status().seeds == ()
