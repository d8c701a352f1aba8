"""What is taken out of a graph, kept as a seed folder that can be loaded back."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gronagraf.changes import compare
from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.reading import read_seed, write_seed
from gronagraf.reading.extending import FindNodes
from gronagraf.reading.known import Register
from gronagraf.reading.nodes import read_nodes
from gronagraf.reading.report import Report
from gronagraf.reading.source import open_source
from gronagraf.reading.writing import write_files
from gronagraf.schema import Model
from gronagraf.values import UnreadableValueError, parse

README = "README.md"
REMOVED = "-removed-"
ABOUT = """# {title}

Det som togs bort ur fröet {seed} {moment} (UTC).
Läs in det igen med `gronagraf load` och den här mappen, medan fröet {seed} är i grafen.

*What was taken out of the seed {seed} at {moment} (UTC).
Load it back with `gronagraf load` and this folder, while the seed {seed} is in the graph.*
"""


@dataclass(frozen=True, slots=True)
class Keepable:
    """What a seed folder can hold of a graph without loss, and what it cannot, such as fields that the model lacks."""

    graph: Graph
    rest: tuple[Node | Edge, ...]


def removed_from(info: SeedInfo, moment: dt.datetime) -> SeedInfo:
    """The seed of what is removed from another at this moment (UTC): it extends that one."""
    said = f"{moment:%Y-%m-%d %H:%M}"
    return replace(
        info,
        name=f"{info.name}{REMOVED}{moment:%Y%m%dT%H%M%S}",
        title=f"{info.title or info.name}: borttaget {said}",
        title_en=f"{info.title_en or info.title or info.name}: removed {said}",
        description="",
        description_en="",
        date=f"{moment:%Y-%m-%d}",
        extends=(info.name,),
        complete=(),
    )


def keepable(graph: Graph, model: Model) -> Keepable:
    """The graph without what no seed could hold. A node on which such a relation hangs is left out too."""
    unfit = [edge for edge in graph.edges if not _fits(edge, model)]
    held = {end for edge in unfit for end in (edge.start, edge.end)}
    stuck = [node for node in graph.nodes if node.id in held or not _fits(node, model)]
    left = {id(edge) for edge in unfit} | {id(node) for node in stuck}
    return Keepable(
        replace(
            graph,
            nodes=tuple(node for node in graph.nodes if id(node) not in left),
            edges=tuple(edge for edge in graph.edges if id(edge) not in left),
        ),
        (*stuck, *unfit),
    )


def _fits(item: Node | Edge, model: Model) -> bool:
    """Whether each value is read back from a table as it is."""
    kind = model.labels.get(item.label) if isinstance(item, Node) else model.types.get(item.type)
    if kind is None or not item.facts.keys() <= kind.columns.keys():
        return False
    try:
        return all(parse(kind.columns[name].kind, _cell(value)) == value for name, value in item.facts.items())
    except UnreadableValueError:
        return False


def _cell(value: Value) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def keep(graph: Graph, info: SeedInfo, folder: Path, model: Model, find_nodes: FindNodes) -> None:
    """Write the graph as the seed `info` into a folder, and read it back to see that nothing is lost.

    `find_nodes` gives the nodes that it may name: see `read_seed`. Raises SeedError where the folder holds something,
    where the system refuses, and where what was written cannot be read back as it was: then nothing may be removed.
    """
    refuse_filled(folder)
    own = Graph(
        tuple(replace(node, seed=info.name) for node in graph.nodes),
        tuple(replace(edge, seed=info.name) for edge in graph.edges),
        (info,),
    )
    write_seed(own, folder, model)
    back = read_seed(folder, model, find_nodes)
    if lost := sorted(set(_lost(own, back, model))):
        raise SeedError(lost)


def keep_once(graph: Graph, info: SeedInfo, folder: Path, model: Model, find_nodes: FindNodes, *, rest: bool) -> None:
    """Keep the graph, unless the folder holds it since a removal that stopped: see `keep` and `is_kept`."""
    if not is_kept(graph, info, folder, model, find_nodes, rest=rest):
        keep(graph, info, folder, model, find_nodes)


def is_kept(graph: Graph, info: SeedInfo, folder: Path, model: Model, find_nodes: FindNodes, *, rest: bool) -> bool:
    """Whether exactly this lies in the folder already, kept from the same seed.

    With `rest` the graph is what a removal that stopped has left, and more may lie there: what went before the stop,
    and what stays by now, since others came to hang on it.
    """
    try:
        own = _ids_in(folder, model)
        back = read_seed(folder, model, lambda name: _without(find_nodes(name), own))
    except SeedError:
        return False
    if _origin(back.seeds[0]) != _origin(info):
        return False
    return compare(graph, back, model).same or (rest and not any(_lost(graph, back, model)))


def _ids_in(folder: Path, model: Model) -> set[str]:
    report = Report()
    return set(read_nodes(open_source(folder, model, report).nodes(model), "", Register(), report).nodes)


def _without(nodes: Iterable[Node] | None, ids: Container[str]) -> Iterable[Node] | None:
    return None if nodes is None else [node for node in nodes if node.id not in ids]


def _origin(info: SeedInfo) -> tuple[str, tuple[str, ...]]:
    return info.name.partition(REMOVED)[0], info.extends


def describe_removal(folder: Path, info: SeedInfo, seed: str, moment: dt.datetime) -> None:
    """Write beside the tables what they are and how to load them back."""
    write_files(folder, {README: ABOUT.format(title=info.title, seed=seed, moment=f"{moment:%Y-%m-%d %H:%M}")})


def refuse_filled(folder: Path) -> None:
    """Raises SeedError where something lies in the folder already, or it is none."""
    try:
        filled = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise SeedError([Problem(str(folder), f"cannot be read ({error.strerror})", "name another folder")]) from error
    if filled:
        raise SeedError([Problem(str(folder), "is there already", "name a folder that is empty or does not exist")])


def _lost(own: Graph, back: Graph, model: Model) -> Iterator[Problem]:
    comparison = compare(own, back, model)
    items: list[Node | Edge] = [*comparison.nodes.removed, *comparison.edges.removed]
    items += [each.old for each in comparison.nodes.changed]
    items += [each.old for each in comparison.edges.changed]
    for item in items:
        where = f"{item.label} {item.id}" if isinstance(item, Node) else f"{item.type} {item.start} → {item.end}"
        yield Problem(where, "could not be kept as it is", "mend it in the graph first; nothing was removed")
