"""Other people's tables into the graph of a seed, and a list of what could not be."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gronagraf.graph import Graph, Node
from gronagraf.importing.building.drafts import Drafts
from gronagraf.importing.building.finding import Names
from gronagraf.importing.building.meeting import Met
from gronagraf.importing.building.relating import relate
from gronagraf.importing.building.taking import take
from gronagraf.importing.building.walking import Work, walk
from gronagraf.importing.leftovers import Leftovers
from gronagraf.importing.mapping import rules
from gronagraf.reading.remarks import Tell, nobody
from gronagraf.reading.report import one_problem
from gronagraf.schema import Model


@dataclass(frozen=True, slots=True)
class Conversion:
    """What came of an import: the graph of one seed, what was left, rows read and skipped, nodes met in other seeds."""

    graph: Graph
    left: Leftovers
    rows: int
    skipped: int
    reused: int


def convert_tables(
    mapping: "rules.Mapping",
    files: Sequence[Path],
    model: Model,
    others: Mapping[str, Node] | None = None,
    tell: Tell = nobody,
) -> Conversion:
    """What a mapping makes of some files; `others` are the nodes of the seeds that its seed extends, by id.

    `tell` gets what a workbook hides, or shows otherwise than it holds.
    Raises SeedError for files that cannot be read or are not taken, and where nothing could be made of them.
    """
    with unswept():
        return _convert(mapping, files, model, others or {}, tell)


@contextmanager
def unswept() -> Iterator[None]:
    """Look for no circles of objects meanwhile: many are made, all are kept, and none stand in circles."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _convert(
    mapping: "rules.Mapping", files: Sequence[Path], model: Model, others: Mapping[str, Node], tell: Tell
) -> Conversion:
    left = Leftovers()
    taken = take(mapping, files, left, tell)
    names = Names()
    for node in others.values():
        names.add(node.label, node.id, node.facts)
    work = Work(mapping, left, Drafts(left, others), names, Met(others, left))
    for table in taken:
        walk(work, table)
    edges = relate(work)
    nodes = [Node(draft.label, draft.id, draft.facts, mapping.seed.name) for draft in work.drafts.by_id.values()]
    if not nodes and not edges:
        raise _nothing(mapping, work)
    order = {label: number for number, label in enumerate(model.labels)}
    nodes.sort(key=lambda node: (order[node.label], node.id))
    graph = Graph(tuple(nodes), tuple(edges), (mapping.seed,))
    return Conversion(graph, left, work.rows, work.skipped, len(work.met.first))


def _nothing(mapping: "rules.Mapping", work: Work) -> Exception:
    """Why nothing was made, with the first reasons."""
    if not work.rows and not work.left.counts["row"]:
        return one_problem(mapping.file, "made nothing: the tables have no rows", "give files that have rows")
    reasons = [f"{each.file}:{each.row}: {each.column} {each.what}".replace(":0:", ":") for each in work.left.found[:3]]
    what = f"made nothing of {work.rows} rows, for example because {' · '.join(reasons) or 'none was taken'}"
    return one_problem(mapping.file, what, "mend the mapping; --preview shows what it makes")
