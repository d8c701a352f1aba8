"""Workbooks: a seed as Excel and LibreOffice open it, which is read back to the same graph."""

from dataclasses import replace
from pathlib import Path

from gronagraf.errors import GronagrafError
from gronagraf.exporting.export import Export


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The one seed of the graph as this file, of several each as a file with its name in it; the files written.

    Raises GronagrafError for a graph without a seed, and what `write_workbook` raises.
    """
    from gronagraf.views.workbook.seeds import write_workbook

    graph = export.graph
    if not graph.seeds:
        raise GronagrafError("the graph holds no seed, so there is none to write; load one first")
    if len(graph.seeds) == 1:
        return write_workbook(graph, path, export.model, export.language)
    return tuple(
        file
        for info in graph.seeds
        for file in write_workbook(
            replace(graph, seeds=(info,)),
            path.with_name(f"{path.stem}-{info.name}{path.suffix}"),
            export.model,
            export.language,
        )
    )
