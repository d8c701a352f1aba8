"""What a load would do is what it does; what left a seed goes when asked for, and only that; the journal remembers."""

from dataclasses import replace

import pytest

from gronagraf.changes import FieldChange, fingerprint
from gronagraf.errors import SeedError, StoreError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.store import Store, plan_anew
from gronagraf.store.counts import Counts
from tests.contract.test_loading import EDGES, INFO, NODES, SEED, content, owned

pytestmark = pytest.mark.slow_on_neo4j

WHOLE = 100.0
SMALLER = Graph((replace(NODES[0], facts={"name": "Ny"}), NODES[2]), EDGES[:2], (INFO,))
GONE = Graph((NODES[1], NODES[3]), EDGES[2:])
MORE = SeedInfo("mer", "Mer", extends=("prov",))


def write(store: Store, cypher: str) -> None:
    store.connection.write(lambda tx: tx.run(cypher).consume())


def prune(store: Store, graph: Graph, one_transaction: int = 150_000) -> tuple[Counts, Counts]:
    report = store.load(graph, one_transaction=one_transaction, remove=store.plan(graph).removable(), max_share=WHOLE)
    return report.nodes, report.edges


def test_a_plan_says_what_the_load_then_does_and_writes_nothing(store: Store) -> None:
    store.load(SEED)
    before, remembered = content(store.graph()), store.history()
    plan = store.plan(SMALLER)
    assert (content(store.graph()), store.history()) == (before, remembered)
    (changed,) = plan.comparison.nodes.changed
    assert changed.fields == (
        FieldChange("in_region", True, None),
        FieldChange("name", "Åsa-bolaget", "Ny"),
        FieldChange("note", "rad ett\nrad två", None),
    )
    assert content(plan.removable()) == content(owned(GONE))
    report = store.load(SMALLER)
    assert (report.nodes, report.edges) == (plan.nodes, plan.edges)


def test_where_there_is_no_database_all_is_new_and_clashes_are_met(store: Store) -> None:
    plan = plan_anew(MODEL, SEED)
    assert (plan.comparison.nodes.created, len(plan.comparison.edges.created)) == (NODES, 5)
    report = store.load(SEED)
    assert (report.nodes, report.edges) == (plan.nodes, plan.edges)
    with pytest.raises(SeedError, match='no node has the id "n9"'):
        plan_anew(MODEL, Graph(NODES, (Edge("MEMBER_OF", "a1", "n9", {}),), (INFO,)))


def test_a_plan_meets_the_clashes_that_the_load_refuses(store: Store) -> None:
    store.load(SEED)
    with pytest.raises(SeedError, match="already in the graph as Actor of the seed prov"):
        store.plan(Graph((NODES[0],), (), (SeedInfo("annan", "A"),)))


@pytest.mark.parametrize("one_transaction", [150_000, 1])
def test_what_left_the_seed_is_removed_and_nothing_else(store: Store, one_transaction: int) -> None:
    store.load(SEED)
    store.load(Graph((Node("Actor", "b1", {"name": "B"}),), (Edge("MEMBER_OF", "b1", "n1", {}),), (MORE,)))
    write(store, "CREATE (:Actor {id: 'egen', name: 'Egen'})")
    write(store, "MATCH (a:Actor {id: 'egen'}), (n:Network {id: 'n1'}) CREATE (a)-[:MEMBER_OF]->(n)")
    nodes, edges = prune(store, SMALLER, one_transaction)
    assert (nodes, edges) == (Counts(changed=1, unchanged=1, removed=2), Counts(unchanged=2, removed=3))
    assert content(store.graph("prov")) == content(owned(SMALLER))
    assert {node.id for node in store.graph().nodes} == {"a1", "n1", "b1", "egen"}
    assert len(store.graph().edges) == 4
    assert [(record.info.name, record.finished) for record in store.seeds()] == [("mer", True), ("prov", True)]
    assert prune(store, SMALLER) == (Counts(unchanged=2), Counts(unchanged=2))


def hung(kind: str, store: Store) -> str:
    """Hang something on a2, which leaves the seed; who owns it."""
    if kind == "another seed's relation":
        store.load(Graph((), (Edge("MEMBER_OF", "a2", "n1", {"role": "funder"}),), (MORE,)))
    elif kind == "another seed's field":
        store.load(Graph((Node("Actor", "b1", {"name": "B", "municipality": "a2"}),), (), (MORE,)))
    else:
        write(store, "MATCH (a:Actor {id: 'a2'}), (n:Network {id: 'n1'}) CREATE (a)-[:KNOWS]->(n)")
        return ""
    return "mer"


@pytest.mark.parametrize("kind", ["another seed's relation", "another seed's field", "a person's relation"])
def test_a_node_on_which_others_hang_stays(store: Store, kind: str) -> None:
    store.load(SEED)
    owner = hung(kind, store)
    plan = store.plan(SMALLER)
    assert plan.hangers == {"a2": (owner,)}
    report = store.load(SMALLER, remove=plan.removable(), max_share=WHOLE)
    assert report.left == ("Actor a2",)
    assert (report.nodes.left, report.nodes.removed, report.edges.removed) == (1, 1, 3)
    held = {row[0] for row in store.run("MATCH (a:Actor {id: 'a2'})-[r]-() RETURN type(r)").rows}
    assert held == {"KNOWS"} if kind == "a person's relation" else held <= {"MEMBER_OF"}


@pytest.mark.parametrize("one_transaction", [150_000, 1])
@pytest.mark.parametrize(
    "meanwhile",
    [
        "MATCH (n:Project {id: 'p1'}) SET n.note = 'rört'",
        "MATCH (:Actor {id: 'a2'})-[r:MEMBER_OF]->() DELETE r",
        "MATCH (n:Project {id: 'p1'}) REMOVE n.seed",
        "MATCH (a:Actor {id: 'a1'}), (p:Project {id: 'p1'}) CREATE (a)-[:LEADS]->(p)",
    ],
)
def test_a_graph_that_changed_after_the_question_is_left_as_it_is(
    store: Store, meanwhile: str, one_transaction: int
) -> None:
    store.load(SEED)
    removing = store.plan(SMALLER).removable()
    write(store, meanwhile)
    before = content(store.graph())
    with pytest.raises(StoreError, match="the graph changed after it was asked"):
        store.load(SMALLER, one_transaction=one_transaction, remove=removing, max_share=WHOLE)
    assert content(store.graph()) == before
    assert [record.finished for record in store.seeds()] == [True]


def test_of_two_that_remove_the_same_the_second_is_told(store: Store) -> None:
    store.load(SEED)
    removing = store.plan(SMALLER).removable()
    store.load(SMALLER, remove=removing, max_share=WHOLE)
    with pytest.raises(StoreError, match="nothing was removed"):
        store.load(SMALLER, remove=removing, max_share=WHOLE)


@pytest.mark.parametrize("one_transaction", [150_000, 1])
def test_a_larger_share_than_allowed_is_refused(store: Store, one_transaction: int) -> None:
    store.load(SEED)
    removing = store.plan(SMALLER).removable()
    with pytest.raises(SeedError) as refused:
        store.load(SMALLER, one_transaction=one_transaction, remove=removing)
    assert [str(each).partition(",")[0] for each in refused.value.problems] == [
        "prov: 2 of its 4 nodes in the graph would be removed (50 %)",
        "prov: 3 of its 5 relations in the graph would be removed (60 %)",
    ]
    assert content(store.graph()) == content(owned(SEED))
    report = store.load(SMALLER, one_transaction=one_transaction, remove=removing, max_share=60)
    assert (report.nodes.removed, report.edges.removed) == (2, 3)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("another seed's relation", "MEMBER_OF: 1 relations of the seed mer hang on it; forget mer first"),
        ("another seed's field", "Actor.municipality: 1 rows of the seed mer name its nodes; forget mer first"),
        ("a person's relation", "KNOWS: 1 relations of no seed hang on it"),
    ],
)
def test_a_seed_on_which_others_hang_is_not_forgotten(store: Store, kind: str, told: str) -> None:
    store.load(SEED)
    hung(kind, store)
    with pytest.raises(StoreError, match=told):
        store.forget("prov")
    assert content(store.graph("prov")) == content(owned(SEED))
    assert [record.finished for record in store.seeds()] == [True] * len(store.seeds())


@pytest.mark.parametrize("kind", ["another seed's relation", "another seed's field", "a person's relation"])
def test_what_others_hang_on_a_node_between_the_steps_of_its_removal_keeps_it(store: Store, kind: str) -> None:
    store.load(SEED)
    removing = store.plan(SMALLER).removable()
    owners: list[str] = []

    def another_comes_between(done: int, total: int) -> None:
        if done > total - len(GONE.nodes) - len(GONE.edges) and not owners:  # the first relations are gone
            owners.append(hung(kind, store))

    with pytest.raises(StoreError, match="came to hang on a2 while it was to be removed"):
        store.load(SMALLER, another_comes_between, one_transaction=1, remove=removing, max_share=WHOLE)
    assert owners
    assert {"a2", "p1"} <= store.graph().by_id().keys()
    prune(store, SMALLER, one_transaction=1)
    assert store.plan(SMALLER).hangers == {"a2": tuple(owners)}
    assert store.graph("prov").by_id().keys() == {"a1", "a2", "n1"}


def test_the_journal_remembers_each_load_and_removal_and_nothing_else_shows_it(store: Store) -> None:
    store.load(SEED, who="Åsa")
    store.load(SEED, one_transaction=1)
    prune(store, SMALLER)
    shown = content(store.graph()), store.status().counts
    store.forget("prov", "Örjan")
    forgot, pruned, again, first = store.history()
    assert [each.act for each in (first, again, pruned, forgot)] == ["load", "load", "load", "forget"]
    assert [each.who for each in (first, again, pruned, forgot)] == ["Åsa", "", "", "Örjan"]
    assert (first.nodes, first.edges) == (Counts(created=4), Counts(created=5))
    assert (again.nodes, again.edges) == (Counts(unchanged=4), Counts(unchanged=5))
    assert (pruned.nodes.removed, pruned.edges.removed) == (2, 3)
    assert (forgot.nodes, forgot.edges) == (Counts(removed=2), Counts(removed=2))
    assert first.checksum == again.checksum == fingerprint(SEED) != pruned.checksum
    assert all(each.finished and each.seconds > 0 and each.seed == "prov" for each in store.history())
    assert [each.act for each in store.history(limit=1)] == ["forget"]
    assert store.history(seed="annan") == ()
    assert len(shown[0][0]) == 2
    assert sum(shown[1].values()) == 4
    assert content(store.graph()) == (set(), content(Graph())[1])


def test_a_load_that_stopped_stands_in_the_journal_as_not_finished(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        store.load(SEED, stop, one_transaction=1)
    with pytest.raises(InterruptedError):
        store.load(SEED, stop)
    assert [(each.finished, each.nodes) for each in store.history()] == [(False, Counts())]


def test_removals_come_after_additions_and_end_where_they_stopped(store: Store) -> None:
    store.load(SEED)
    grown = Graph((*SMALLER.nodes, Node("Actor", "a3", {"name": "C"})), SMALLER.edges, (INFO,))
    removing = store.plan(grown).removable()

    def stop(done: int, total: int) -> None:
        assert total == len(grown.nodes) + len(grown.edges) + 5
        if done > len(grown.nodes) + len(grown.edges):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        store.load(grown, stop, one_transaction=1, remove=removing, max_share=WHOLE)
    assert [record.finished for record in store.seeds()] == [False]
    half = store.graph()
    assert "a3" in half.by_id()
    assert len(half.edges) < 5
    prune(store, grown, one_transaction=1)
    assert content(store.graph()) == content(owned(grown))
    assert [record.finished for record in store.seeds()] == [True]


def test_the_checksum_is_of_the_content_in_whatever_order_and_with_what_the_seed_says() -> None:
    turned = Graph(NODES[::-1], EDGES[::-1], (INFO,))
    assert fingerprint(turned) == fingerprint(SEED)
    whole = replace(NODES[3], facts={"name": "Projektet", "total_sek": 2.0})
    same = replace(whole, facts={"total_sek": 2, "name": "Projektet"})
    assert fingerprint(Graph((whole,))) == fingerprint(Graph((same,))) != fingerprint(Graph((NODES[3],)))
    assert fingerprint(replace(SEED, seeds=(replace(INFO, title="Annat"),))) != fingerprint(SEED)
