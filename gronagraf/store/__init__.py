"""The graph database: load a graph into it, ask it questions that cannot change it, see what it holds."""

from gronagraf.accounts import Account
from gronagraf.schema import Model
from gronagraf.store.connection import connect
from gronagraf.store.constraints import schema_statements
from gronagraf.store.target import Target


def open_connection(target: Target, model: Model, account: Account | None = None):
    return connect(target, schema_statements(model), account)
