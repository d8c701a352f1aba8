"""A seed into a graph: manifest, tables of nodes, the seeds that it extends, tables of relations."""

from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.graph import Graph, SeedInfo
from gronagraf.reading.edges import read_edges
from gronagraf.reading.extending import FindNodes, read_others
from gronagraf.reading.folder import Folder, open_folder
from gronagraf.reading.known import Known, Register, check_references
from gronagraf.reading.manifest import MANIFEST, describe, parse_manifest
from gronagraf.reading.nodes import read_nodes
from gronagraf.reading.report import Report, shown
from gronagraf.schema import Model

NO_INFO = SeedInfo("", "")


def read_seed(path: Path, model: Model, find_nodes: FindNodes | None = None) -> Graph:
    """The graph of a seed folder: only its own rows, nodes by label and id, edges by type, ends and key fields.

    `find_nodes` gives the nodes of a seed that this one extends (with those that it extends in turn), or None where it
    does not know the seed: then its folder is looked for beside `path`, and among the packaged seeds.
    Raises SeedError with every problem found, root causes only, sorted by file and line.
    """
    path = Path(path)
    report = Report()
    folder = open_folder(path, model, report)
    info, others, whole = _read_manifest(folder, model, find_nodes, report)
    register = read_nodes(folder.nodes(model), info.name, others, report)
    register.unread |= folder.misnamed
    words = {node.label: node.term.en.lower() for node in model.nodes}
    known = Known(register, others, words, whole)
    check_references(model, known, report)
    edges = tuple(read_edges(folder.edges(model), info.name, known, report))
    report.raise_any()
    order = {label: number for number, label in enumerate(model.labels)}
    nodes = sorted(register.nodes.values(), key=lambda node: (order[node.label], node.id))
    return Graph(tuple(nodes), edges, (info,))


def _read_manifest(
    folder: Folder, model: Model, find_nodes: FindNodes | None, report: Report
) -> tuple[SeedInfo, Register, bool]:
    """What the seed says of itself, the nodes it builds on, and whether these are all that its rows may name."""
    if not folder.manifest:
        what = "is missing"
        report.add(shown(folder.path / MANIFEST), what, 'write one with name = "…" and title = "…"')
        return NO_INFO, Register(), False
    try:
        manifest = parse_manifest(folder.manifest, shown(folder.manifest))
    except SeedError as error:
        report.extend(error.problems)
        return NO_INFO, Register(), False
    before = report.count
    info = describe(manifest, model, report)
    sound = "extends" not in manifest.values or report.count == before
    others, whole = read_others(folder.path, info, manifest.place("extends"), model, find_nodes, report)
    return info, others, whole and sound
