"""The constraints that a graph of a model has: an id names one node of its label."""

from gronagraf.schema import Model, snake_case

SEED_LABEL = "GronagrafSeed"
LOCK_LABEL = "GronagrafLock"
JOURNAL_LABEL = "GronagrafJournal"


def schema_statements(model: Model) -> tuple[str, ...]:
    """One Cypher statement for each label, safe to run again; the bookkeeping of loads has names instead of ids."""
    return (
        *(_unique(node.label, "id") for node in model.nodes),
        *(_unique(label, "name") for label in (SEED_LABEL, LOCK_LABEL, JOURNAL_LABEL)),
    )


def _unique(label: str, key: str) -> str:
    name = f"{snake_case(label)}_{key}"
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
