"""A seed into a graph: manifest, tables of nodes, the seeds that it extends, tables of relations."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.errors import SeedError
from gronagraf.graph import Graph, Node, SeedInfo
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A seed that was read: from where, its graph, the nodes of those that it extends, and whether it was a form."""

    path: Path
    graph: Graph
    others: Mapping[str, Node]
    is_form: bool

    @property
    def name(self) -> str:
        return self.graph.seeds[0].name


def read_seed(path: Path, model: Model, find_nodes: FindNodes | None = None, tell: "Tell | None" = None) -> Graph:
    """The graph of a seed, a folder or a workbook: its own rows only, nodes by label and id, edges by type and ends.

    `find_nodes` gives the nodes of a seed that this one extends (with those that it extends in turn), or None where it
    does not know the seed: then it is looked for beside `path`, as a folder or a workbook, and among the packaged
    seeds. `tell` gets what is no problem but should be known, such as that a workbook's hidden rows are read too.
    Raises SeedError with every problem found, root causes only, sorted by file and line.
    """
    return read_source(path, model, find_nodes, tell).graph


def read_source(path: Path, model: Model, find_nodes: FindNodes | None = None, tell: "Tell | None" = None) -> Reading:
    """What `read_seed` reads, and what it came from."""
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
    return Reading(path, Graph(tuple(nodes), edges, (info,)), others.nodes, source.is_form)


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
