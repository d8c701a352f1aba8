"""Files that our own export wrote, known by what they say, back into seeds."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gronagraf.graph import Graph
from gronagraf.importing.formats.linked import names_our_words
from gronagraf.importing.own import LINKED, READERS, own_seeds, read_own
from gronagraf.reading import read_seed
from gronagraf.reading.report import one_problem, shown
from gronagraf.schema import Model

NAME = "gronagraf"
BOOKS = (".xlsx", ".ods", ".xlsm")


def is_exported(path: Path) -> bool:
    """Whether a graph file says that it is one of ours. Raises SeedError where it cannot be read."""
    if path.suffix.casefold() in LINKED:
        return path.is_file() and names_our_words(path)
    return path.suffix.casefold() in READERS and path.is_file() and bool(own_seeds(path))


def read_exported(path: Path, model: Model) -> Graph:
    """The graph of a file that `export` wrote, seeds and all. Raises SeedError."""
    ending = path.suffix.casefold()
    if not path.exists():
        raise one_problem(shown(path), "does not exist", "give a file, with its path")
    if path.is_dir() or (ending in BOOKS and not is_exported(path)):
        return read_seed(path, model)
    if not is_exported(path):
        what = "does not say that gronagraf export wrote it"
        raise one_problem(shown(path), what, "import it as what it is, such as kumu, graphml or gexf")
    return read_own(path, model)


def read_all_exported(paths: Sequence[Path], model: Model) -> tuple[Graph, ...]:
    """A graph for each seed in the files. Raises SeedError for files that hold none, or two that hold the same."""
    found: dict[str, Graph] = {}
    for path in paths:
        graph = read_exported(path, model)
        if not graph.seeds:
            raise one_problem(shown(path), "holds no seed", "load one, and export it again")
        for info in graph.seeds:
            if info.name in found:
                raise one_problem(
                    shown(path), f"holds the seed {info.name}, which another file holds too", "give one of them"
                )
            found[info.name] = replace(graph, seeds=(info,))
    return tuple(found.values())
