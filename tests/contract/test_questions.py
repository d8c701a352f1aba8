"""Questions on every engine: they change nothing, they end in time, and every kind of value comes back."""

import math
import time

import neo4j
import pytest

from gronagraf.cli import run
from gronagraf.errors import RecipeError, StoreError
from gronagraf.graph import Edge, Graph, Node, Path, SeedInfo
from gronagraf.store import Store
from tests.conftest import Place

SEED = Graph(
    (
        Node("Actor", "a1", {"name": "Åsa-bolaget", "in_region": True}),
        Node("Actor", "a2", {"name": "Öbo 🌲"}),
        Node("Network", "n1", {"name": "Nätverket"}),
    ),
    (Edge("MEMBER_OF", "a1", "n1", {"role": "member"}), Edge("MEMBER_OF", "a2", "n1", {})),
    (SeedInfo("prov", "Prov"),),
)
WRITES = [
    "CREATE (:Actor {id: 'x'})",
    "CREATE (a:Actor {id: 'x'}) RETURN a.id",
    "MERGE (a:Actor {id: 'x'}) RETURN a.id",
    "MERGE (a:Actor {id: 'a1'}) ON MATCH SET a.name = 'x' RETURN a.id",
    "MATCH (a:Actor) SET a.name = 'x'",
    "MATCH (a:Actor) SET a += {name: 'x'} RETURN a",
    "MATCH (a:Actor) SET a:Network",
    "MATCH (a:Actor) REMOVE a.name",
    "MATCH (a:Actor) REMOVE a:Actor",
    "MATCH ()-[r:MEMBER_OF]->() DELETE r",
    "MATCH (a:Actor) DETACH DELETE a",
    "MATCH (a:Actor {id: 'a1'}), (n:Network) CREATE (a)-[:HOSTS]->(n)",
    "MATCH (a:Actor) FOREACH (x IN [1] | SET a.name = 'x')",
    "UNWIND [1, 2] AS x CREATE (:Actor {id: toString(x)})",
    "CALL { CREATE (a:Actor {id: 'x'}) RETURN a } RETURN a.id",
    "MATCH (b:Actor) CALL { WITH b CREATE (a:Actor {id: 'x'}) RETURN a } RETURN a.id",
    "UNWIND [1] AS x CALL { WITH x CREATE (:Actor {id: 'x'}) } IN TRANSACTIONS OF 1 ROWS",
    "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (:Actor {id: 'x'})",
    "CREATE INDEX hittad IF NOT EXISTS FOR (a:Actor) ON (a.name)",
    "CREATE CONSTRAINT hittad IF NOT EXISTS FOR (a:Actor) REQUIRE a.name IS UNIQUE",
    "DROP CONSTRAINT actor_id",
    "DROP CONSTRAINT actor_id IF EXISTS",
    "DROP INDEX actor_id",
    "CREATE USER ond SET PASSWORD 'hemligt-ord' CHANGE NOT REQUIRED",
    "ALTER USER neo4j SET PASSWORD 'hemligt-ord'",
    "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'hemligt-ord'",
    "DROP USER neo4j",
    "CREATE DATABASE ond",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "USE system CREATE USER ond SET PASSWORD 'hemligt-ord'",
    "CALL db.createLabel('Ond')",
    "CALL db.createRelationshipType('OND')",
    "CALL db.createProperty('ond')",
    "CALL dbms.setConfigValue('db.transaction.timeout', '1s')",
    "CALL db.clearQueryCaches()",
    "MATCH (a) RETURN a; MATCH (a) DETACH DELETE a",
    "MATCH (a) DETACH DELETE a; MATCH (a) RETURN a",
    "RETURN 1; CREATE (:Actor {id: 'x'})",
    "EXPLAIN CREATE (:Actor {id: 'x'}) RETURN 1; CREATE (:Actor {id: 'y'})",
    "PROFILE CREATE (:Actor {id: 'x'})",
    "CREATE VERTEX TYPE Ond",
    "DELETE FROM Actor",
    "TRUNCATE TYPE Actor UNSAFE",
    "INSERT INTO Actor SET id = 'x'",
]
HARMLESS = {"CALL db.clearQueryCaches()"}  # changes neither graph nor settings: either answer will do
RUNAWAYS = [
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN count(*) AS x",
    f"MATCH {', '.join(f'({name})' for name in 'abcdefghijklmnopqrs')} WITH *, rand() AS y WHERE y < 0 RETURN count(*)",
    "UNWIND range(1, 100000) AS a CALL { WITH a UNWIND range(1, 100000) AS b RETURN count(b) AS c } RETURN sum(c) AS x",
]


@pytest.fixture
def filled(store: Store) -> Store:
    store.load(SEED)
    return store


def picture(store: Store) -> tuple[object, ...]:
    """Everything that a question could have changed."""
    nodes, edges = (store.connection.read(text) for text in (ALL_NODES, ALL_EDGES))
    seen = [[row.data() for row in rows] for rows in (nodes, edges)]
    rules = store.connection.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name") if is_neo4j(store) else []
    users = users_of(store) if is_neo4j(store) else []
    return seen, [tuple(rule) for rule in rules], users


ALL_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS facts ORDER BY labels(n)[0], n.id, n.name"
ALL_EDGES = (
    "MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS type, properties(r) AS facts ORDER BY a, b, type"
)


def is_neo4j(store: Store) -> bool:
    return store.connection.endpoint is None


def users_of(store: Store) -> list[str]:
    driver = store.connection._line.writer
    with driver.session(database="system", default_access_mode="READ") as session:
        return sorted(row["user"] for row in session.run("SHOW USERS YIELD user RETURN user"))


def test_no_question_changes_anything(filled: Store) -> None:
    before = picture(filled)
    answers = {cypher: answer(filled, cypher) for cypher in WRITES}
    assert picture(filled) == before
    assert {cypher for cypher, said in answers.items() if said is None} <= HARMLESS
    assert [cypher for cypher, said in answers.items() if said and "\n" in said] == []


def answer(store: Store, cypher: str) -> str | None:
    """What a question is refused with, or None."""
    try:
        store.run(cypher, timeout=10)
    except RecipeError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    "cypher",
    ["MATCH (a:Actor) SET a.name = 'x'", "CREATE INDEX i FOR (a:Actor) ON (a.name)", "RETURN 1; RETURN 2", "RETRN 1"],
)
def test_a_command_refuses_them_with_4(
    filled: Store, place: Place, cypher: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if place.account:
        monkeypatch.setenv("GRONAGRAF_PASSWORD", place.account.password)
    assert run(["query", cypher, "--db", place.target, "--lang", "en"]) == 4
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)


def test_a_question_that_writes_is_told_that_questions_only_read(filled: Store) -> None:
    for cypher in ("CREATE (:Actor {id: 'x'})", "MATCH (a:Actor) DETACH DELETE a", "MATCH (a:Actor) SET a.name = 'x'"):
        with pytest.raises(RecipeError, match=r"^a question may only read, and this one writes or changes settings"):
            filled.run(cypher)


@pytest.mark.parametrize("cypher", RUNAWAYS, ids=["unwind", "match", "call"])
def test_a_runaway_question_ends_in_time_and_the_next_one_is_answered(filled: Store, cypher: str) -> None:
    began = time.monotonic()
    with pytest.raises(RecipeError) as raised:
        filled.run(cypher, timeout=1.0)
    assert str(raised.value) == "the question did not end within 1 s; narrow it, or give it more time (--timeout)"
    assert time.monotonic() - began < 1.0 + 3.0
    began = time.monotonic()
    assert filled.run("RETURN 1 AS x").rows == ((1,),)
    assert time.monotonic() - began < 1.0


def test_an_ended_question_leaves_others_alone(filled: Store) -> None:
    import threading

    answers: list[object] = []
    cypher = "UNWIND range(1, 2000) AS a UNWIND range(1, 1000) AS b RETURN sum(a % 7 + b % 3) AS x"
    patient = threading.Thread(target=lambda: answers.append(filled.run(cypher, timeout=60.0).rows))
    patient.start()
    with pytest.raises(RecipeError, match="did not end within"):
        filled.run(RUNAWAYS[0], timeout=0.5)
    patient.join()
    assert answers == [((expected_sum(),),)]


def expected_sum() -> int:
    return sum(a % 7 for a in range(1, 2001)) * 1000 + sum(b % 3 for b in range(1, 1001)) * 2000


PLAIN_VALUES = [
    ("null", None),
    ("true", True),
    ("false", False),
    ("0", 0),
    ("9223372036854775807", 2**63 - 1),
    ("-9223372036854775807", -(2**63) + 1),
    ("1.5", 1.5),
    ("1e300", 1e300),
    ("'å ä ö 🌲 \\'citat\\' \"två\"\\n'", "å ä ö 🌲 'citat' \"två\"\n"),
    ("''", ""),
    ("[]", []),
    ("[1, 'två', null, true, 2.5, [3, [4]]]", [1, "två", None, True, 2.5, [3, [4]]]),
    ("{a: 1, ö: {c: [1, {d: null}]}}", {"a": 1, "ö": {"c": [1, {"d": None}]}}),
    ("date('2018-01-17')", "2018-01-17"),
    ("datetime('2018-01-17T10:11:12Z')", "2018-01-17T10:11:12.000000000+00:00"),
    ("datetime('2018-01-17T10:11:12+02:00')", "2018-01-17T10:11:12.000000000+02:00"),
    ("localdatetime('2018-01-17T10:11:12')", "2018-01-17T10:11:12.000000000"),
    ("time('10:11:12+01:00')", "10:11:12.000000000+01:00"),
    ("localtime('10:11:12')", "10:11:12.000000000"),
    ("duration('P1Y2M3DT4H5M6S')", "P1Y2M3DT4H5M6S"),
    ("[date('2018-01-17')]", ["2018-01-17"]),
    ("{d: duration('P1D')}", {"d": "P1D"}),
]


def test_every_plain_value_comes_back(filled: Store) -> None:
    for text, value in PLAIN_VALUES:
        (row,) = filled.run(f"RETURN {text} AS x").rows
        assert (text, row) == (text, (value,))
        assert type(row[0]) is type(value)


def test_numbers_that_are_none_come_back(filled: Store) -> None:
    ((none, more, less),) = filled.run("RETURN 0.0 / 0.0 AS a, 1.0 / 0.0 AS b, -1.0 / 0.0 AS c").rows
    assert isinstance(none, float)
    assert math.isnan(none)
    assert (more, less) == (math.inf, -math.inf)


def test_a_point_comes_back_as_its_coordinates(filled: Store) -> None:
    for text, numbers in (
        ("{x: 1.5, y: 2.5}", ("1.5", "2.5")),
        ("{latitude: 56.9, longitude: 14.8}", ("56.9", "14.8")),
    ):
        ((point, inside),) = filled.run(f"RETURN point({text}) AS x, [point({text})] AS y").rows
        assert inside == [point]
        assert all(number in str(point) for number in numbers)


def test_nodes_relations_and_paths_come_back_with_their_ids(filled: Store) -> None:
    found = filled.run(
        "MATCH p = (a:Actor {id: 'a1'})-[r:MEMBER_OF]->(n:Network) RETURN a, r, n, p, [a, r] AS l, {m: n} AS m"
    )
    ((actor, member, network, path, listed, named),) = found.rows
    assert actor == Node("Actor", "a1", {"name": "Åsa-bolaget", "in_region": True}, "prov")
    assert network == Node("Network", "n1", {"name": "Nätverket"}, "prov")
    assert member == Edge("MEMBER_OF", "a1", "n1", {"role": "member"}, "prov")
    assert path == Path((actor, network), (member,))
    assert (listed, named) == ([actor, member], {"m": network})
    assert found.graph() == Graph((actor, network), (member,), (SeedInfo("prov", "Prov"),))


def test_a_relation_alone_names_its_ends(filled: Store) -> None:
    for cypher in (
        "MATCH ()-[r:MEMBER_OF {role: 'member'}]->() RETURN r",
        "MATCH ()<-[r:MEMBER_OF {role: 'member'}]-() RETURN r",
        "MATCH ()-[r:MEMBER_OF {role: 'member'}]->() RETURN [r] AS r",
        "MATCH ()-[r:MEMBER_OF {role: 'member'}]->() RETURN {r: [r]} AS r",
    ):
        assert filled.run(cypher).graph().edges == (Edge("MEMBER_OF", "a1", "n1", {"role": "member"}, "prov"),)


def test_a_path_walked_backwards_keeps_directions(filled: Store) -> None:
    cypher = "MATCH p = (:Actor {id: 'a1'})-[:MEMBER_OF]->()<-[:MEMBER_OF]-(:Actor {id: 'a2'}) RETURN p"
    ((path,),) = filled.run(cypher).rows
    assert isinstance(path, Path)
    assert [node.id for node in path.nodes] == ["a1", "n1", "a2"]
    assert [(edge.start, edge.end) for edge in path.edges] == [("a1", "n1"), ("a2", "n1")]


def test_parameters_of_every_kind_go_there_and_back(filled: Store) -> None:
    for value in (None, True, 0, 2**63 - 1, -(2**63), 1.5, "å ä ö 🌲", "", [1, "två", None], {"a": [1]}):
        assert filled.run("RETURN $x AS x", {"x": value}).rows == ((value,),)


@pytest.mark.parametrize("value", [object(), 2**63, -(2**63) - 1, {1: 2}, {"a": object()}, [2**70], "\ud800", 1j])
def test_a_parameter_that_no_graph_can_hold_is_refused(filled: Store, value: object) -> None:
    with pytest.raises(RecipeError):
        filled.run("RETURN $x AS x", {"x": value})
    assert filled.run("RETURN 1 AS x").rows == ((1,),)


def test_a_parameter_of_the_wrong_kind_or_missing_is_refused(filled: Store) -> None:
    for cypher, params in (
        ("UNWIND range(1, $n) AS x RETURN x", {"n": "tre"}),
        ("MATCH (a:Actor) RETURN a LIMIT $n", {"n": "tre"}),
        ("MATCH (a:Actor) RETURN a LIMIT $n", {"n": -1}),
        ("RETURN $saknas AS x", {}),
    ):
        with pytest.raises(RecipeError) as raised:
            filled.run(cypher, params)
        assert "\n" not in str(raised.value)


def test_what_is_wrong_with_a_question_is_said_in_a_line(filled: Store) -> None:
    for cypher in ("RETRN 1", "RETURN x", "RETURN nosuch(1)", "MATCH (a", "", "RETURN 1 / 0", "RETURN date('igår')"):
        with pytest.raises(RecipeError) as raised:
            filled.run(cypher)
        assert str(raised.value).strip()
        assert "\n" not in str(raised.value)


def test_status_says_what_there_is(filled: Store, place: Place) -> None:
    status = filled.status()
    assert (status.counts["Actor"], status.counts["MEMBER_OF"]) == (2, 2)
    assert [record.info.name for record in status.seeds] == ["prov"]
    assert status.database == "neo4j"
    assert status.version[0].isdigit()
    if is_neo4j(filled):
        assert (status.engine, status.address, status.reader, status.folder) == ("Neo4j", place.target, None, None)
    else:
        assert (status.engine, str(status.folder)) == ("ArcadeDB", place.target)
        assert status.address.startswith("bolt://127.0.0.1:")
        assert status.reader is not None


@pytest.mark.parametrize("engine", ["embedded"])
def test_others_read_with_the_reader_account_and_cannot_write(filled: Store, engine: str) -> None:
    status = filled.status()
    assert status.reader is not None
    assert status.reader_file is not None
    assert status.reader.password in status.reader_file.read_text()
    before = picture(filled)
    auth = (status.reader.user, status.reader.password)
    with neo4j.GraphDatabase.driver(status.address, auth=auth) as driver:
        records, _, _ = driver.execute_query("MATCH (n:Actor) RETURN n.id AS id ORDER BY id", database_=status.database)
        assert [record["id"] for record in records] == ["a1", "a2"]
        allowed = [cypher for cypher in WRITES if is_allowed(driver, cypher)]
    assert set(allowed) <= HARMLESS | {"PROFILE CREATE (:Actor {id: 'x'})"}  # it does not say so, but writes nothing
    assert picture(filled) == before
    with (
        neo4j.GraphDatabase.driver(status.address, auth=(auth[0], "fel")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


def is_allowed(driver: neo4j.Driver, cypher: str) -> bool:
    try:
        with driver.session(database="neo4j") as session:
            session.run(cypher).consume()
    except neo4j.exceptions.Neo4jError:
        return False
    return True


def test_a_closed_store_says_so(place: Place) -> None:
    store = place.open()
    store.close()
    with pytest.raises(StoreError) as raised:
        store.run("RETURN 1")
    assert "\n" not in str(raised.value)
