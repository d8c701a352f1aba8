"""A database that an earlier version made, without the journal, is used as it is and gets what it lacks."""

from pathlib import Path

import pytest

from gronagraf.embedded import start_or_join
from gronagraf.model import MODEL
from gronagraf.store import open_store
from gronagraf.store.constraints import JOURNAL_LABEL, schema_statements
from tests.contract.test_loading import SEED, content, owned


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The folder of a database that was made before there was a journal."""
    earlier = [statement for statement in schema_statements(MODEL) if JOURNAL_LABEL not in statement]
    assert len(earlier) == len(schema_statements(MODEL)) - 1
    start_or_join(tmp_path / "graph", earlier).close()
    return tmp_path / "graph"


def test_a_database_without_a_journal_shows_an_empty_one_and_gets_it(older: Path) -> None:
    with open_store(older, MODEL) as store:
        assert store.history() == ()
        store.load(SEED)
        assert [entry.act for entry in store.history()] == ["load"]
    with open_store(older, MODEL) as store:
        assert content(store.graph()) == content(owned(SEED))
        store.load(SEED)
        assert len(store.history()) == 2


def test_one_that_an_earlier_version_serves_now_is_joined(older: Path) -> None:
    earlier = [statement for statement in schema_statements(MODEL) if JOURNAL_LABEL not in statement]
    serving = start_or_join(older, earlier)
    with open_store(older, MODEL) as store:
        assert store.history() == ()
        store.load(SEED)
        store.forget("prov")
        assert [entry.act for entry in store.history()] == ["forget", "load"]
    serving.close()
    with open_store(older, MODEL) as store:
        assert len(store.history()) == 2
        store.load(SEED)
        assert len(store.history()) == 3
