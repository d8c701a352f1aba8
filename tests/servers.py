"""A real Neo4j for tests and benchmarks: the one that the environment names, else one in a container."""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase

from gronagraf.accounts import Account

OFFICIAL_IMAGE = "neo4j:5.26-community"
PASSWORD = "only-for-tests"
NOTHING: Mapping[str, str] = {}


class NoServerError(Exception):
    """No Neo4j can be had here; says why and what to do."""


@dataclass
class Neo4jServer:
    """A Neo4j that may be wiped; `holds` is the seed that a test which only reads may find in it."""

    address: str
    account: Account
    driver: Driver = field(repr=False)
    holds: str | None = None

    def wipe(self) -> None:
        """Every node and relation goes, constraints stay."""
        self.holds = None
        with self.driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


@contextmanager
def running_neo4j(heap: str = "1g") -> Iterator[Neo4jServer]:
    """An empty Neo4j, wiped again at the end. Raises NoServerError."""
    named = os.environ.get("GRONAGRAF_TEST_NEO4J")
    with (
        _named(named) if named else _container(heap) as (address, account),
        GraphDatabase.driver(address, auth=(account.user, account.password)) as driver,
    ):
        server = Neo4jServer(address, account, driver)
        server.wipe()
        yield server
        server.wipe()


@contextmanager
def _named(address: str) -> Iterator[tuple[str, Account]]:
    user = os.environ.get("GRONAGRAF_TEST_NEO4J_USER", "neo4j")
    yield address, Account(user, os.environ.get("GRONAGRAF_TEST_NEO4J_PASSWORD", ""))


@contextmanager
def encrypted_neo4j(certificate: Path) -> Iterator[tuple[str, Account]]:
    """Host and port of a Neo4j of one's own that wants TLS, with the key pair in the folder. Raises NoServerError."""
    policy = "NEO4J_dbms_ssl_policy_bolt"
    settings = {
        "NEO4J_server_bolt_tls__level": "REQUIRED",
        f"{policy}_enabled": "true",
        f"{policy}_base__directory": "/certificate",
        f"{policy}_private__key": "private.key",
        f"{policy}_public__certificate": "public.crt",
        f"{policy}_client__auth": "NONE",
    }
    with _container("512m", settings, {str(certificate): "/certificate"}, "bolt+ssc") as (address, account):
        yield address.partition("://")[2], account


@contextmanager
def imported_neo4j(data: Path, files: Path, command: Sequence[str]) -> Iterator[tuple[str, Account]]:
    """A Neo4j whose database `command`, of neo4j-admin, has made first, among the files. Raises NoServerError."""
    import docker

    image = os.environ.get("GRONAGRAF_TEST_NEO4J_IMAGE", OFFICIAL_IMAGE)
    volumes = {str(data): {"bind": "/data", "mode": "rw"}, str(files): {"bind": "/files", "mode": "rw"}}
    try:
        with contextlib.closing(docker.from_env()) as engine:
            engine.containers.run(image, list(command), volumes=volumes, working_dir="/files", remove=True)
    except docker.errors.ContainerError as error:
        raise AssertionError(str(error.stderr)[-3000:]) from error
    except docker.errors.DockerException as error:
        raise NoServerError(f"no Docker engine answers, or it lacks {image} ({error})") from error
    with _container("512m", folders={str(data): "/data"}) as server:
        yield server


@contextmanager
def _container(
    heap: str, settings: Mapping[str, str] = NOTHING, folders: Mapping[str, str] = NOTHING, scheme: str = "bolt"
) -> Iterator[tuple[str, Account]]:
    import docker
    from testcontainers.community.neo4j import Neo4jContainer

    class Container(Neo4jContainer):
        def get_connection_url(self) -> str:
            return super().get_connection_url().replace("bolt", scheme)

    image = os.environ.get("GRONAGRAF_TEST_NEO4J_IMAGE", OFFICIAL_IMAGE)
    try:
        docker.from_env().close()
        container = Container(image, password=PASSWORD).with_env("NEO4J_server_memory_heap_max__size", heap)
        for name, value in settings.items():
            container.with_env(name, value)
        for here, there in folders.items():
            container.with_volume_mapping(here, there, "rw")
        container.start()
    except docker.errors.APIError as error:
        raise NoServerError(f"{image} cannot start ({error}); name another in GRONAGRAF_TEST_NEO4J_IMAGE") from error
    except docker.errors.DockerException as error:
        remedy = "start one, or name a server in GRONAGRAF_TEST_NEO4J"
        raise NoServerError(f"no Docker engine answers ({error}); {remedy}") from error
    try:
        yield container.get_connection_url(), Account("neo4j", PASSWORD)
    finally:
        container.stop()
