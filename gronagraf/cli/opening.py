"""From the options of a command to an open graph database."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.accounts import Account
from gronagraf.cli.command import Call
from gronagraf.errors import StoreError

if TYPE_CHECKING:
    from gronagraf.graph import Graph
    from gronagraf.store import Store

LARGEST_PASSWORD = 4096
EMPTY = "the graph is empty; load a seed first, such as: gronagraf load kronoberg"


def whole_graph(call: Call) -> "tuple[Graph, tuple[str, ...]]":
    """Everything in the graph, or of the seed that --only-seed names, and the seeds whose load has not ended.

    Raises StoreError, also where the graph is empty.
    """
    with open_graph(call) as store:
        graph = store.graph(call.values["only_seed"])
        unfinished = tuple(record.info.name for record in store.seeds() if not record.finished)
    if not graph.nodes:
        raise StoreError(EMPTY)
    return graph, unfinished


def open_graph(call: Call, *, make: bool = False) -> "Store":
    """The store that --db names; an embedded one that does not exist is made only where `make` says so.

    Raises StoreError where there is none, or it cannot be reached, or no password is at hand.
    """
    from gronagraf.model import MODEL
    from gronagraf.store import open_store
    from gronagraf.store.target import parse_target

    target = parse_target(call.values["db"])
    if isinstance(target, Path):
        if not make and not _holds_something(target):
            raise StoreError(
                f"there is no graph in {target} yet; make one with: gronagraf load kronoberg"
                " (or name another with --db or GRONAGRAF_DB)"
            )
        return open_store(target, MODEL, None, call.values["database"], call.values["connect_timeout"])
    return open_store(call.values["db"], MODEL, _account(call), call.values["database"], call.values["connect_timeout"])


def graph_exists(call: Call) -> bool:
    """Whether --db names a server, or a folder in which something lies."""
    from gronagraf.store.target import parse_target

    target = parse_target(call.values["db"])
    return not isinstance(target, Path) or _holds_something(target)


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir()) if folder.is_dir() else folder.exists()
    except OSError as error:
        raise StoreError(f"{folder}: cannot be read: {error.strerror}; check the path and your rights to it") from error


def _account(call: Call) -> Account | None:
    """Who asks a server; None where the password is said to be empty, for a server without accounts."""
    password = _password(call)
    return Account(call.values["user"], password) if password else None


def _password(call: Call) -> str:
    if (known := os.environ.get("GRONAGRAF_PASSWORD")) is not None:
        return known
    if call.values["password_file"]:
        return _first_line(call.values["password_file"])
    if sys.stdin.isatty():
        return str(
            click.prompt(
                f"Password of {call.values['user']}", hide_input=True, default="", show_default=False, err=True
            )
        )
    raise StoreError(
        "Neo4j wants a password; set GRONAGRAF_PASSWORD, or GRONAGRAF_PASSWORD_FILE to a file that holds it"
        " (an empty GRONAGRAF_PASSWORD asks a server without accounts)"
    )


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.read(LARGEST_PASSWORD).partition("\n")[0].rstrip("\r")
    except OSError as error:
        raise StoreError(f"{path}: the password file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise StoreError(f"{path}: the password file is not UTF-8 text") from None
