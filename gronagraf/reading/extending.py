"""The seeds that a seed extends: whose nodes its rows may name but not define again."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from gronagraf.data import seed_folder
from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Node, SeedInfo
from gronagraf.reading.known import Register
from gronagraf.reading.manifest import MANIFEST, describe
from gronagraf.reading.nodes import read_nodes
from gronagraf.reading.report import Report, one_problem, shown
from gronagraf.reading.source import open_source, seeds_at
from gronagraf.schema import Model
from gronagraf.values import quote

FindNodes: TypeAlias = Callable[[str], Iterable[Node] | None]


def read_others(
    path: Path, info: SeedInfo, where: str, model: Model, find_nodes: FindNodes | None, report: Report
) -> tuple[Register, bool]:
    """The nodes of every seed that this one builds on, and whether all were found and whole; reported if not.

    `where` is the place of the list in its `seed.toml`.
    """
    others, whole = Register(), True
    asked: set[str] = set()
    wanted = deque(info.extends)
    while wanted:
        name = wanted.popleft()
        if name not in asked:
            asked.add(name)
            try:
                wanted.extend(_add_seed(name, info.name, path, model, find_nodes, others))
            except SeedError as error:
                whole = False
                report.extend([Problem(where, each.what, each.remedy) for each in error.problems])
    return others, whole


def _add_seed(
    name: str, own: str, path: Path, model: Model, find_nodes: FindNodes | None, others: Register
) -> tuple[str, ...]:
    """Add the nodes of one seed; the seeds that it extends in turn. Raises SeedError with one problem."""
    if name == own:
        remedy = "a seed cannot build on itself, nor on one that builds on it: mend one of the lists"
        raise one_problem("", f"leads back to the seed {quote(own)} itself", remedy)
    if find_nodes and (nodes := find_nodes(name)) is not None:
        others.nodes |= {node.id: replace(node, seed=node.seed or name) for node in nodes}
        return ()
    beside = path.absolute().parent / name
    if _is_closed(beside):
        raise one_problem("", f"the seed {quote(name)} cannot be read", f"check your rights to {shown(beside)}")
    for at in (*seeds_at(beside), *seeds_at(seed_folder(name))):
        if found := _read_at(name, at, model, others):
            return found.extends
    remedy = f"put its folder at {shown(beside)} or a workbook beside it, or mend the name"
    raise one_problem("", f"no seed is called {quote(name)}", remedy)


def _is_closed(folder: Path) -> bool:
    try:
        (folder / MANIFEST).stat()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _read_at(name: str, path: Path, model: Model, others: Register) -> SeedInfo | None:
    """The seed at this path if it has this name, its nodes added. Raises SeedError with one problem if it has any."""
    report = Report()
    try:
        source = open_source(path, model, report)
        info = describe(source.manifest(), model, report)
        if info.name and info.name != name:
            return None
        found = read_nodes(source.nodes(model), name, Register(), report)
        report.raise_any()
    except SeedError as error:
        what = f"the seed {quote(name)} has problems of its own, such as {error.problems[0].where}"
        raise one_problem("", what, f"mend it first: `gronagraf check {shown(path)}`") from None
    others.nodes |= found.nodes
    others.lines |= found.lines
    others.places |= found.places
    return info
