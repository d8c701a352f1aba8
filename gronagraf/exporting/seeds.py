"""Seed folders: the project's own form, which is read back to the same graph and written to the same bytes."""

from dataclasses import replace
from pathlib import Path

from gronagraf.errors import GronagrafError
from gronagraf.exporting.export import Export
from gronagraf.reading import write_seed


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The one seed of the graph into this folder, several each into a folder of its name there; the files written.

    Raises GronagrafError for a graph without a seed, and what `write_seed` raises.
    """
    graph = export.graph
    if not graph.seeds:
        raise GronagrafError("the graph holds no seed, so there is none to write; load one first")
    folders = {info.name: path if len(graph.seeds) == 1 else path / info.name for info in graph.seeds}
    return tuple(
        file
        for info in graph.seeds
        for file in write_seed(replace(graph, seeds=(info,)), folders[info.name], export.model)
    )
