"""Nodes that are one and the same made one: its facts and all its relations, with the sources of both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gronagraf.changes import Comparison, compare, edge_key
from gronagraf.errors import Problem, SeedError
from gronagraf.graph import Edge, Graph, Node, Value
from gronagraf.reading.circles import circles
from gronagraf.schema import EdgeType, Field, Language, Model, NodeType, Term
from gronagraf.sync.joining import Disagreement, join, together
from gronagraf.values import did_you_mean, quote

FROM = Term("Ur {id}: {facts}", "From {id}: {facts}")
NOTE = "note"


@dataclass(frozen=True, slots=True)
class Told:
    """A node or relation, as it became, in which two disagreed: the field, the value kept and the other one."""

    item: Node | Edge
    disagreement: Disagreement


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of relations that named what is gone, each as it was.

    `moved` lead to or from the kept node now, `joined` became one with another, `loops` would lead from the kept node
    to itself and are left out.
    """

    moved: list[Edge]
    joined: list[Edge]
    loops: list[Edge]


@dataclass(frozen=True, slots=True)
class Merge:
    """A graph in which nodes became one; how it differs from what it was, and what a reader must be told of that."""

    before: Graph
    kept: Node
    gone: tuple[Node, ...]
    after: Graph
    comparison: Comparison
    disagreements: tuple[Told, ...]
    fates: Fates


def merge_nodes(
    graph: Graph,
    keep: str,
    gone: Sequence[str],
    model: Model,
    language: Language = "sv",
    others: Mapping[str, Node] | None = None,
) -> Merge:
    """The graph with the nodes `gone` merged into `keep`, which has their relations and what it did not know itself.

    What two disagree on is kept as `keep` has it, and the other value stands in the note, in the language. `others` are
    the nodes of seeds that this one extends, which it cannot change. Raises SeedError with everything that speaks
    against it: unknown ids, other labels, a circle in a relation that may not lead back.
    """
    nodes = graph.by_id()
    _refuse(keep, gone, nodes, others or {})
    renamed = dict.fromkeys(gone, keep)
    kept, told = _one_node([nodes[keep], *(nodes[each] for each in gone)], renamed, model, language)
    edges, told_of_edges, fates = _relations(graph.edges, renamed, model, language)
    _refuse_circles(edges, model)
    after = replace(
        graph,
        nodes=tuple(
            kept if node.id == keep else _renamed_node(node, renamed, model)
            for node in graph.nodes
            if node.id not in renamed
        ),
        edges=tuple(edges),
    )
    lost = tuple(nodes[each] for each in gone)
    return Merge(graph, kept, lost, after, compare(graph, after, model), (*told, *told_of_edges), fates)


def _refuse(keep: str, gone: Sequence[str], nodes: Mapping[str, Node], others: Mapping[str, Node]) -> None:
    problems = []
    for id_ in dict.fromkeys((keep, *gone)):
        if id_ in nodes:
            continue
        if id_ in others:
            what = f"belongs to the seed {quote(others[id_].seed)}, which this one extends and cannot change"
            here = " and ".join(quote(each) for each in gone if each in nodes)
            name_it = f"name {quote(id_)} where the tables of relations name {here}, and remove that row"
            problems.append(Problem(id_, what, name_it if id_ == keep and here else "merge in that seed"))
        else:
            problems.append(Problem("", f"no node has the id {quote(id_)}", did_you_mean(id_, nodes, "mend the id")))
    if keep in gone or len(set(gone)) < len(gone):
        problems.append(Problem("", "an id is given twice", "name the node to keep, then each of those that go, once"))
    if not problems:
        problems += [
            Problem(each, f"is {nodes[each].label}, but {quote(keep)} is {nodes[keep].label}", "only like is merged")
            for each in gone
            if nodes[each].label != nodes[keep].label
        ]
    if problems:
        raise SeedError(problems)


def _one_node(
    nodes: list[Node], renamed: Mapping[str, str], model: Model, language: Language
) -> tuple[Node, list[Told]]:
    """The first with what the others add, and where they disagree with it."""
    told: list[Told] = []
    first, *others = (_renamed_node(node, renamed, model) for node in nodes)
    kind = model.labels[first.label]
    for other in others:
        joined = join(kind, first.facts, other.facts)
        first = replace(first, facts=_noted(kind, joined.facts, joined.disagreements, other.id, language))
        told += [Told(first, each) for each in joined.disagreements]
    return first, told


def _noted(
    kind: NodeType | EdgeType,
    facts: dict[str, Value],
    disagreements: Sequence[Disagreement],
    id_: str,
    language: Language,
) -> dict[str, Value]:
    """The facts with the values that were not kept in the note, by the words of their fields."""
    if not disagreements:
        return facts
    values = ", ".join(_in_words(kind.columns[each.field], each.other, language) for each in disagreements)
    noted = {**facts, NOTE: together(facts.get(NOTE), FROM[language].format(id=id_, facts=values))}
    return {name: noted[name] for name in kind.columns if name in noted}


def _in_words(field: Field, value: Value, language: Language) -> str:
    return f"{field.term[language].lower()} {field.kind.word(value)[language]}"


def _renamed_node(node: Node, renamed: Mapping[str, str], model: Model) -> Node:
    facts = _renamed_facts(node.facts, model.labels[node.label], renamed)
    return node if facts is node.facts else replace(node, facts=facts)


def _renamed_facts(
    facts: Mapping[str, Value], kind: NodeType | EdgeType, renamed: Mapping[str, str]
) -> Mapping[str, Value]:
    """Facts that name what is gone, naming what is kept instead; others as they are."""
    names = [name for name, value in facts.items() if value in renamed and kind.columns[name].kind.labels]
    return {**facts, **{name: renamed[str(facts[name])] for name in names}} if names else facts


def _relations(
    edges: Iterable[Edge], renamed: Mapping[str, str], model: Model, language: Language
) -> tuple[list[Edge], list[Told], Fates]:
    """The relations as they become, in which two disagreed, and what became of those that named what is gone."""
    groups: defaultdict[tuple[object, ...], list[tuple[Edge, Edge]]] = defaultdict(list)
    fates = Fates([], [], [])
    for edge in edges:
        new = _renamed_edge(edge, renamed, model)
        if new.start == new.end and edge.start != edge.end:
            fates.loops.append(edge)
        else:
            kind = model.types[edge.type]
            groups[edge.type, edge.seed, *edge_key(kind, new.start, new.end, new.facts)].append((edge, new))
    told: list[Told] = []
    after = [_one_edge(group, model, language, told, fates) for group in groups.values()]
    return after, told, fates


def _one_edge(group: list[tuple[Edge, Edge]], model: Model, language: Language, told: list[Told], fates: Fates) -> Edge:
    """The relation that a group of equal ones becomes: the one that was there already, with what the others add."""
    (_, first), *others = pairs = sorted(group, key=lambda pair: pair[0] is not pair[1])
    kind = model.types[first.type]
    for old, new in others:
        joined = join(kind, first.facts, new.facts)
        first = replace(first, facts=_noted(kind, joined.facts, joined.disagreements, _ends(old), language))
        told += [Told(first, each) for each in joined.disagreements]
        fates.joined.append(old)
    if pairs[0][0] is not pairs[0][1]:
        fates.moved.append(pairs[0][0])
    return first


def _ends(edge: Edge) -> str:
    return f"{edge.start} → {edge.end}"


def _renamed_edge(edge: Edge, renamed: Mapping[str, str], model: Model) -> Edge:
    kind = model.types[edge.type]
    start, end = renamed.get(edge.start, edge.start), renamed.get(edge.end, edge.end)
    facts = _renamed_facts(edge.facts, kind, renamed)
    if (start, end) == (edge.start, edge.end) and facts is edge.facts:
        return edge
    start, end = sorted((start, end)) if kind.symmetric else (start, end)
    return replace(edge, start=start, end=end, facts=facts)


def _refuse_circles(edges: Iterable[Edge], model: Model) -> None:
    """Raises SeedError where relations that may not lead back to where they began now do."""
    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in edges:
        if model.types[edge.type].acyclic:
            pairs[edge.type].append((edge.start, edge.end))
    problems = [
        Problem(type_, f"would lead in a circle: {' → '.join(circle)}", "remove one of these relations first")
        for type_, ends in pairs.items()
        for circle in circles(ends)
    ]
    if problems:
        raise SeedError(problems)
