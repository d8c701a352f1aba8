"""A load makes every row of its seed hold exactly, once, on every engine."""

from collections import Counter
from dataclasses import replace

import pytest

from gronagraf.errors import SeedError, StoreError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.store import Store, contents, forgetting
from gronagraf.store.loading import Counts

INFO = SeedInfo("prov", "Prov", publisher="Tester", complete=("Actor", "MEMBER_OF"), fictional=True)
NODES = (
    Node("Actor", "a1", {"name": "Åsa-bolaget", "note": "rad ett\nrad två", "in_region": True}),
    Node("Actor", "a2", {"name": 'O\'Brien "& co" `x` $y {z}'}),
    Node("Network", "n1", {"name": "Nätverket", "valid_from": "2018-01"}),
    Node("Project", "p1", {"name": "Projektet", "total_sek": 1.5}),
)
EDGES = (
    Edge("MEMBER_OF", "a1", "n1", {"role": "member", "source_year": 2019}),
    Edge("MEMBER_OF", "a1", "n1", {"role": "funder"}),
    Edge("MEMBER_OF", "a2", "n1", {}),
    Edge("FUNDS", "a1", "p1", {"amount_sek": 100, "amount_kind": "granted"}),
    Edge("FUNDS", "a1", "p1", {"amount_sek": 200, "amount_kind": "applied"}),
)
SEED = Graph(NODES, EDGES, (INFO,))


def owned(graph: Graph, seed: str = "prov") -> Graph:
    """The graph as it comes back: every node and edge names its seed."""
    return Graph(
        tuple(replace(node, seed=seed) for node in graph.nodes),
        tuple(replace(edge, seed=seed) for edge in graph.edges),
        graph.seeds,
    )


def content(graph: Graph) -> tuple[set[object], Counter[object]]:
    nodes = {(node.label, node.id, node.seed, *sorted(node.facts.items())) for node in graph.nodes}
    edges = Counter((e.type, e.start, e.end, e.seed, *sorted(e.facts.items())) for e in graph.edges)
    return nodes, edges


def test_what_is_loaded_comes_back_exactly(store: Store) -> None:
    report = store.load(SEED)
    assert (report.nodes, report.edges, report.left) == (Counts(created=4), Counts(created=5), ())
    assert content(store.graph()) == content(owned(SEED))
    assert store.graph().seeds == (INFO,)


def test_loading_twice_changes_nothing(store: Store) -> None:
    store.load(SEED)
    before = content(store.graph())
    report = store.load(SEED)
    assert (report.nodes, report.edges) == (Counts(unchanged=4), Counts(unchanged=5))
    assert content(store.graph()) == before


def test_an_emptied_cell_empties_the_property_and_a_new_one_fills_it(store: Store) -> None:
    store.load(SEED)
    changed = Graph(
        (replace(NODES[0], facts={"name": "Åsa-bolaget", "place": "Lyre"}), *NODES[1:]),
        (replace(EDGES[0], facts={"role": "member", "note": "ny"}), *EDGES[1:]),
        SEED.seeds,
    )
    report = store.load(changed)
    assert (report.nodes, report.edges) == (Counts(changed=1, unchanged=3), Counts(changed=1, unchanged=4))
    assert content(store.graph()) == content(owned(changed))


def test_what_a_person_changed_in_the_database_is_put_right(store: Store) -> None:
    store.load(SEED)
    store.connection.write(lambda tx: tx.run("MATCH (n:Actor {id: 'a2'}) SET n.name = 'Fel', n.extra = 1").consume())
    store.connection.write(lambda tx: tx.run("MATCH ()-[r:FUNDS {amount_sek: 100}]->() SET r.amount_sek = 1").consume())
    report = store.load(SEED)
    assert (report.nodes.changed, report.edges.changed) == (1, 1)
    assert content(store.graph()) == content(owned(SEED))


def test_rows_that_left_the_seed_stay_and_are_named(store: Store) -> None:
    store.load(SEED)
    smaller = Graph((*NODES[:2], NODES[2]), EDGES[:2], SEED.seeds)
    report = store.load(smaller)
    assert report.left == ("Project p1", "MEMBER_OF a2 → n1", "FUNDS a1 → p1", "FUNDS a1 → p1")
    assert (report.nodes.left, report.edges.left) == (1, 3)
    assert content(store.graph()) == content(owned(SEED))


def test_a_second_seed_may_hang_its_relations_on_the_first(store: Store) -> None:
    store.load(SEED)
    info = SeedInfo("mer", "Mer", extends=("prov",))
    more = Graph((Node("Actor", "b1", {"name": "B"}),), (Edge("MEMBER_OF", "b1", "n1", {}), EDGES[2]), (info,))
    report = store.load(more)
    assert (report.nodes.created, report.edges.created) == (1, 2)
    assert store.load(SEED).nodes == Counts(unchanged=4)
    assert content(store.graph("mer")) == content(owned(more, "mer"))
    with pytest.raises(StoreError, match="2 relations of the seed mer hang on it; forget mer first"):
        store.forget("prov")
    assert store.forget("mer") == (1, 2)
    assert content(store.graph()) == content(owned(SEED))


@pytest.mark.slow_on_neo4j
def test_what_is_read_is_one_state_though_a_load_comes_between(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load(SEED)
    later = Graph((replace(NODES[0], facts={"name": "Ny"}), *NODES[1:]), EDGES[:2], (replace(INFO, title="Nytt"),))
    reads = contents._nodes
    turns = iter(range(1000))

    def another_comes_between(*arguments: object) -> object:
        if next(turns) == 0:
            store.load(later, remove=store.plan(later).removable(), max_share=100)
        return reads(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(contents, "_nodes", another_comes_between)
    found = store.graph("prov")
    assert (content(found), found.seeds) == (content(owned(later)), later.seeds)
    assert next(turns) == 2


@pytest.mark.slow_on_neo4j
def test_the_nodes_that_a_seed_may_name_are_its_own_and_of_all_that_it_builds_on(store: Store) -> None:
    infos = [INFO, SeedInfo("mer", "Mer", extends=("prov",)), SeedInfo("mest", "Mest", extends=("mer", "borta"))]
    store.load(SEED)
    for info in infos[1:]:
        store.load(Graph((Node("Actor", info.name, {"name": info.title}),), (), (info,)))
    own = {node.id for node in NODES}
    found = {name: {node.id for node in store.nodes_of(name) or ()} for name in ("prov", "mer", "mest")}
    assert found == {"prov": own, "mer": {*own, "mer"}, "mest": {*own, "mer", "mest"}}
    assert store.nodes_of("borta") is None


@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (
            Graph((Node("Actor", "a1", {"name": "X"}),), (), (SeedInfo("annan", "A"),)),
            '"a1": is Actor in this seed and already',
        ),
        (
            Graph((Node("Goal", "a1", {"name": "X"}),), (), (SeedInfo("annan", "A"),)),
            '"a1": is Goal in this seed and already',
        ),
        (Graph((Node("Goal", "a1", {"name": "X"}),), (), (INFO,)), '"a1": is Goal in the seed but Actor in the graph'),
        (Graph((), (Edge("MEMBER_OF", "a1", "n9", {}),), (INFO,)), 'no node has the id "n9"'),
        (Graph((), (Edge("MEMBER_OF", "n1", "a1", {}),), (INFO,)), 'cannot join Network "n1" to Actor "a1"'),
        (Graph((Node("Foo", "f", {}),), (), (INFO,)), "the model has no Foo"),
        (Graph((), (Edge("FOO", "a1", "n1", {}),), (INFO,)), "the model has no FOO"),
        (Graph(NODES, (), ()), "takes the graph of one seed, this one has 0"),
    ],
)
def test_what_contradicts_the_graph_is_refused_and_nothing_is_written(store: Store, graph: Graph, words: str) -> None:
    store.load(SEED)
    whole = Graph((*graph.nodes, *(NODES if graph.edges else ())), graph.edges, graph.seeds)
    with pytest.raises(SeedError, match=words.replace("(", r"\(")):
        store.load(whole)
    assert content(store.graph()) == content(owned(SEED))
    assert [record.finished for record in store.seeds()] == [True]


def test_many_rows_go_in_steps_to_the_same_end(store: Store) -> None:
    told: list[tuple[int, int]] = []
    report = store.load(SEED, lambda done, total: told.append((done, total)), one_transaction=1)
    assert (report.nodes, report.edges) == (Counts(created=4), Counts(created=5))
    assert told[-1] == (9, 9)
    assert content(store.graph()) == content(owned(SEED))
    again = store.load(SEED, one_transaction=1)
    assert (again.nodes, again.edges) == (Counts(unchanged=4), Counts(unchanged=5))
    (record,) = store.seeds()
    assert (record.finished, record.nodes, record.edges) == (True, 4, 5)


def test_a_load_that_stopped_says_so_until_it_is_run_again(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        if done >= 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        store.load(SEED, stop, one_transaction=1)
    assert [record.finished for record in store.seeds()] == [False]
    report = store.load(SEED, one_transaction=1)
    assert report.nodes.unchanged >= 2
    assert content(store.graph()) == content(owned(SEED))
    assert [record.finished for record in store.seeds()] == [True]


def test_a_load_that_stops_in_its_transaction_leaves_the_graph_as_it_was(store: Store) -> None:
    store.load(SEED)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    changed = Graph((replace(NODES[0], facts={"name": "Annat"}), *NODES[1:]), EDGES, SEED.seeds)
    with pytest.raises(InterruptedError):
        store.load(changed, stop)
    assert content(store.graph()) == content(owned(SEED))
    assert [record.finished for record in store.seeds()] == [True]


def test_a_load_that_another_took_over_ends(store: Store) -> None:
    def other(done: int, total: int) -> None:
        if done == 2:
            store.load(SEED, one_transaction=1)

    with pytest.raises(StoreError, match="another load of prov took over"):
        store.load(SEED, other, one_transaction=1)
    assert content(store.graph()) == content(owned(SEED))


@pytest.mark.slow_on_neo4j
def test_what_another_seed_hangs_on_it_while_it_is_removed_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load(SEED)
    info = SeedInfo("mer", "Mer", extends=("prov",))
    more = Graph((), (Edge("MEMBER_OF", "a2", "n1", {"role": "associate"}),), (info,))
    removes = forgetting._remove
    turns = iter(range(1000))

    def another_comes_between(*arguments: object) -> int:
        if next(turns) == 1:
            store.load(more)
        return removes(*arguments)

    monkeypatch.setattr(forgetting, "_remove", another_comes_between)
    with pytest.raises(StoreError, match="1 relations of the seed mer hang on it; forget mer first"):
        store.forget("prov")
    assert content(store.graph("mer")) == content(owned(more, "mer"))
    assert [record.finished for record in store.seeds()] == [True, False]
    store.forget("mer")
    store.forget("prov")
    assert content(store.graph()) == (set(), Counter())


def test_a_removal_that_a_load_took_over_ends(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load(SEED)
    removes = forgetting._remove
    turns = iter(range(1000))

    def loaded_again(*arguments: object) -> int:
        if next(turns) == 1:
            store.load(SEED)
        return removes(*arguments)

    monkeypatch.setattr(forgetting, "_remove", loaded_again)
    with pytest.raises(StoreError, match="a load of prov took over"):
        store.forget("prov")
    assert content(store.graph()) == content(owned(SEED))


def test_forgetting_a_seed_leaves_no_trace(store: Store) -> None:
    store.load(SEED)
    assert store.forget("prov") == (4, 5)
    assert content(store.graph()) == (set(), Counter())
    assert store.seeds() == ()
    with pytest.raises(StoreError, match='no seed called "prov"'):
        store.forget("prov")


@pytest.mark.slow_on_neo4j
@pytest.mark.parametrize("extra", [(), (Node("Actor", "b1", {"name": "B"}),)])
def test_exactly_what_was_kept_is_forgotten(store: Store, extra: tuple[Node, ...]) -> None:
    store.load(Graph((*NODES, *extra), EDGES, (INFO,)))
    info = SeedInfo("mer", "Mer", extends=("prov",))
    more = Graph((Node("Actor", "m1", {"name": "M"}),), (Edge("MEMBER_OF", "m1", "n1", {}),), (info,))
    store.load(more)
    assert store.forget("mer", kept=store.graph("mer")) == (1, 1)
    assert store.forget("prov", kept=store.graph("prov")) == (4 + len(extra), 5)
    assert content(store.graph()) == (set(), Counter())
    assert [(entry.act, entry.finished) for entry in store.history(2)] == [("forget", True)] * 2


@pytest.mark.parametrize(
    "meanwhile",
    [
        Graph((replace(NODES[0], facts={"name": "Ny"}), *NODES[1:]), EDGES, (INFO,)),
        Graph((*NODES, Node("Actor", "b1", {"name": "B"})), EDGES, (INFO,)),
        Graph(NODES, (*EDGES, Edge("MEMBER_OF", "a2", "n1", {"role": "funder"})), (INFO,)),
    ],
)
def test_what_was_loaded_after_it_was_kept_is_not_forgotten(store: Store, meanwhile: Graph) -> None:
    store.load(SEED)
    kept = store.graph("prov")
    store.load(meanwhile)
    with pytest.raises(StoreError, match="prov changed after it was kept; nothing was removed"):
        store.forget("prov", kept=kept)
    assert content(store.graph()) == content(owned(meanwhile))
    assert [record.finished for record in store.seeds()] == [True]


@pytest.mark.slow_on_neo4j
@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("MATCH (n:Actor {id: 'a2'}) SET n.name = 'Rört'", "prov changed while it was removed"),
        ("CREATE (:Actor {id: 'b1', name: 'B', seed: 'prov'})", "something was added to prov while it was removed"),
        ("CREATE (:Actor {name: 'B', seed: 'prov'})", "something was added to prov while it was removed"),
    ],
)
def test_what_a_person_wrote_while_a_kept_seed_was_forgotten_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch, cypher: str, told: str
) -> None:
    store.load(SEED)
    kept = store.graph("prov")
    begins = forgetting._begin

    def a_person_comes_after(*arguments: object) -> object:
        batches = begins(*arguments)  # type: ignore[arg-type]
        arguments[0].run(cypher).consume()  # type: ignore[attr-defined]
        return batches

    monkeypatch.setattr(forgetting, "_begin", a_person_comes_after)
    with pytest.raises(StoreError, match=told):
        store.forget("prov", kept=kept)
    monkeypatch.undo()
    names = {row[0] for row in store.run("MATCH (n:Actor) WHERE n.seed = 'prov' RETURN n.name").rows}
    assert names & {"Rört", "B"}
    assert [record.finished for record in store.seeds()] == [False]
    store.forget("prov")
    assert store.seeds() == ()


@pytest.mark.slow_on_neo4j
def test_a_node_without_an_id_cannot_be_kept_and_keeps_its_seed(store: Store) -> None:
    store.load(SEED)
    store.connection.write(lambda tx: tx.run("CREATE (:Actor {name: 'B', seed: 'prov'})").consume())
    assert store.load(SEED).nodes == Counts(unchanged=4)
    with pytest.raises(StoreError, match="prov has nodes without an id, which cannot be kept"):
        store.forget("prov", kept=store.graph("prov"))
    assert content(store.graph()) == content(owned(SEED))
    assert store.forget("prov") == (5, 5)
