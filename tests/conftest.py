"""Engines, stores and a browser for the tests: what is found, what is started and what is skipped.

`GRONAGRAF_TEST_NEO4J` (an address, with `GRONAGRAF_TEST_NEO4J_USER` and `GRONAGRAF_TEST_NEO4J_PASSWORD`) names a Neo4j
that the tests may wipe; without it a container is started from `GRONAGRAF_TEST_NEO4J_IMAGE` where a Docker engine
answers. What `GRONAGRAF_TEST_REQUIRE` lists (`neo4j,browser,node,office`) may not be skipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from gronagraf.accounts import Account
from gronagraf.data import seed_folder
from gronagraf.model import MODEL

if TYPE_CHECKING:  # pure tests need neither a driver nor an engine
    from playwright.sync_api import Browser, Page

    from gronagraf.store import Store
    from tests.servers import Neo4jServer

OFFICE_NAMES = ("soffice", "libreoffice")
Convert = Callable[[Path, str], Path]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ENGINES = ("embedded", pytest.param("neo4j", marks=pytest.mark.neo4j))


@dataclass(frozen=True)
class Place:
    """Where a test's graph lies: the target of `open_store` and of `--db`, and who opens it."""

    target: str
    account: Account | None = None

    def open(self) -> Store:
        from gronagraf.store import open_store

        return open_store(self.target, MODEL, self.account)


def pytest_configure(config: pytest.Config) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so does a shell's `&`, and what the tests start inherits it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("dist", "no") not in ("no", "loadgroup"):
        raise pytest.UsageError("the tests share one Neo4j: with -n, also give --dist loadgroup")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
            if item.get_closest_marker("slow_on_neo4j"):
                item.add_marker(pytest.mark.slow)


def absent(what: str, why: str) -> NoReturn:
    """Skip a test that needs what is not here, or fail it where GRONAGRAF_TEST_REQUIRE says that it must be."""
    if what in os.environ.get("GRONAGRAF_TEST_REQUIRE", "").replace(" ", "").split(","):
        pytest.fail(f"{what} is required and not available: {why}", pytrace=False)
    pytest.skip(f"{what} is not available: {why}")


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """A Neo4j that answers, empty at first."""
    from tests.servers import NoServerError, running_neo4j

    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_neo4j())
        except NoServerError as error:
            absent("neo4j", str(error))
        yield server


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine in turn."""
    return str(request.param)


@pytest.fixture
def place(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty graph database of one's own on the engine: nothing is opened yet."""
    if engine == "embedded":
        return Place(str(tmp_path / "graph"))
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    server.wipe()
    return Place(server.address, server.account)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An open, empty store that the test may do anything to."""
    with place.open() as opened:
        yield opened


@pytest.fixture
def target(place: Place) -> str:
    """What `--db` takes."""
    return place.target


@pytest.fixture
def account(place: Place) -> Account | None:
    return place.account


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have settings of their own; no test sees them."""
    for name in list(os.environ):
        if name.startswith("GRONAGRAF_") and not name.startswith("GRONAGRAF_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture
def environment(place: Place, no_settings: None) -> dict[str, str]:
    """The whole environment of a command that works on the test's own database."""
    settings = {"GRONAGRAF_DB": place.target}
    if place.account:
        settings |= {"GRONAGRAF_USER": place.account.user, "GRONAGRAF_PASSWORD": place.account.password}
    return dict(os.environ) | settings


@dataclass
class LoadedStores:
    """Stores that hold one packaged seed each, opened and loaded once for all tests that only read."""

    folder: Path
    opened: dict[tuple[str, str], Store] = field(default_factory=dict)

    def embedded(self, seed: str) -> Store:
        if ("embedded", seed) not in self.opened:
            self.opened["embedded", seed] = self._load(Place(str(self.folder / seed)).open(), seed)
        return self.opened["embedded", seed]

    def neo4j(self, seed: str, server: Neo4jServer) -> Store:
        """The same Neo4j for every seed: what it holds changes when another is asked for."""
        store = self.opened.get(("neo4j", "")) or Place(server.address, server.account).open()
        self.opened["neo4j", ""] = store
        if server.holds != seed:
            server.wipe()
            self._load(store, seed)
            server.holds = seed
        return store

    @staticmethod
    def _load(store: Store, seed: str) -> Store:
        from gronagraf.reading import read_seed

        store.load(read_seed(seed_folder(seed), MODEL))
        return store


@pytest.fixture(scope="session")
def loaded_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoadedStores]:
    stores = LoadedStores(tmp_path_factory.mktemp("loaded"))
    yield stores
    for store in stores.opened.values():
        store.close()


@pytest.fixture
def loaded(engine: str, loaded_stores: LoadedStores, request: pytest.FixtureRequest) -> Callable[[str], Store]:
    """`loaded("kronoberg")`: a store on the engine with that packaged seed in it, shared, for reading only."""
    if engine == "embedded":
        return loaded_stores.embedded
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return lambda seed: loaded_stores.neo4j(seed, server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of the machine's own, without a window, through playwright."""
    from playwright.sync_api import sync_playwright

    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        absent("browser", f"none of {', '.join(CHROMIUM_NAMES)} is on the PATH; install Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a context of its own, in Swedish and in light colours."""
    context = browser.new_context(locale="sv-SE", color_scheme="light", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice Calc without a window: `convert(file, "ods")` opens a file and saves it in another form, elsewhere.

    The ending may name a filter with its options, as `soffice --convert-to` takes it.
    """
    program = next(filter(None, map(shutil.which, OFFICE_NAMES)), None)
    if program is None:
        absent("office", f"none of {', '.join(OFFICE_NAMES)} is on the PATH; install LibreOffice Calc")
    profile = tmp_path_factory.mktemp("office-profile").as_uri()

    def saved(file: Path, ending: str) -> Path:
        out = tmp_path_factory.mktemp("office")
        command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", ending, "--outdir", out]
        done = subprocess.run([*command, file], capture_output=True, text=True, check=False, timeout=180)
        found = list(out.iterdir())
        assert len(found) == 1, f"{done.stdout}{done.stderr}"
        return found[0]

    return saved
