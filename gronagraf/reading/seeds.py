"""A seed into a graph: manifest, tables of nodes, the seeds that it extends, tables of relations."""

from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.errors import SeedError
from gronagraf.graph import Graph, SeedInfo
from gronagraf.reading.edges import read_edges
from gronagraf.reading.extending import FindNodes, read_others
from gronagraf.reading.known import Known, Register, check_references
from gronagraf.reading.manifest import describe
from gronagraf.reading.nodes import read_nodes
from gronagraf.reading.report import Report
from gronagraf.reading.source import Source, open_source
from gronagraf.schema import Model

if TYPE_CHECKING:
    from gronagraf.reading.remarks import Tell

NO_INFO = SeedInfo("", "")


def read_seed(path: Path, model: Model, find_nodes: FindNodes | None = None, tell: "Tell | None" = None) -> Graph:
    """The graph of a seed, a folder or a workbook: its own rows only, nodes by label and id, edges by type and ends.

    `find_nodes` gives the nodes of a seed that this one extends (with those that it extends in turn), or None where it
    does not know the seed: then it is looked for beside `path`, as a folder or a workbook, and among the packaged
    seeds. `tell` gets what is no problem but should be known, such as that a workbook's hidden rows are read too.
    Raises SeedError with every problem found, root causes only, sorted by file and line.
    """
    path = Path(path)
    report = Report()
    source = open_source(path, model, report, tell)
    info, others, whole = _read_manifest(source, model, find_nodes, report)
    register = read_nodes(source.nodes(model), info.name, others, report)
    register.unread |= source.misnamed
    words = {node.label: node.term.en.lower() for node in model.nodes}
    known = Known(register, others, words, whole)
    check_references(model, known, report)
    edges = tuple(read_edges(source.edges(model), info.name, known, report))
    report.raise_any()
    order = {label: number for number, label in enumerate(model.labels)}
    nodes = sorted(register.nodes.values(), key=lambda node: (order[node.label], node.id))
    return Graph(tuple(nodes), edges, (info,))


def _read_manifest(
    source: Source, model: Model, find_nodes: FindNodes | None, report: Report
) -> tuple[SeedInfo, Register, bool]:
    """What the seed says of itself, the nodes it builds on, and whether these are all that its rows may name."""
    try:
        manifest = source.manifest()
    except SeedError as error:
        report.extend(error.problems)
        return NO_INFO, Register(), False
    before = report.count
    info = describe(manifest, model, report)
    sound = "extends" not in manifest.values or report.count == before
    others, whole = read_others(source.path, info, manifest.place("extends"), model, find_nodes, report)
    return info, others, whole and sound
