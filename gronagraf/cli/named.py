"""The graph that a name on the command line means: a seed, packaged or on the disk, or a graph database."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from gronagraf.cli.command import Call
from gronagraf.cli.opening import open_graph
from gronagraf.cli.seeds import seed_path, teller
from gronagraf.database_folder import DatabaseFolder
from gronagraf.errors import StoreError
from gronagraf.graph import Graph, Node, built_on
from gronagraf.model import MODEL
from gronagraf.reading import read_seed


@dataclass(frozen=True, slots=True)
class Named:
    """A graph, the name that it was asked for by, and the seeds in it whose load has not ended."""

    name: str
    graph: Graph
    unfinished: tuple[str, ...] = ()


def graph_named(call: Call, name: str, where: str = "", beside: Graph | None = None) -> Graph:
    """The graph of a seed or of a database: see `read_named`."""
    return read_named(call, name, where, beside).graph


def read_named(call: Call, name: str, where: str = "", beside: Graph | None = None) -> Named:
    """A seed or a database; of the latter only --only-seed, where the command has it and it is given.

    A name with `://` is an address, the folder of a database is one, all else is a seed. `where` is told of a database
    that cannot be read. A seed may extend what `beside` holds. Raises GronagrafError.
    """
    if not is_database(name):
        find = (lambda seed: nodes_of(beside, seed)) if beside else None
        return Named(name, read_seed(seed_path(name), MODEL, find, teller(call)))
    try:
        with open_graph(Call(call.language, {**call.values, "db": name})) as store:
            unfinished = tuple(record.info.name for record in store.seeds() if not record.finished)
            return Named(name, store.graph(call.values.get("only_seed")), unfinished)
    except StoreError as error:
        raise StoreError([replace(each, where=each.where or where) for each in error.problems]) from error


def is_database(name: str) -> bool:
    """Whether a name is the address of a server or the folder of an embedded database."""
    if "://" in name:
        return True
    folder = Path(os.path.expanduser(name))  # noqa: PTH111 - Path.expanduser() breaks on a user who does not exist
    return os.path.exists(DatabaseFolder(folder).marker)  # noqa: PTH110 - Path.exists() breaks on a closed folder


def nodes_of(graph: Graph, seed: str) -> list[Node] | None:
    """The nodes of a seed in the graph and of those that it extends there; None where the graph does not hold it."""
    wanted = set(built_on([seed], {info.name: info.extends for info in graph.seeds}.get))
    return [node for node in graph.nodes if node.seed in wanted] if wanted else None
