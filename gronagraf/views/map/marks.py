"""What a map marks: what is new, gone and changed since an older graph, and where the thread breaks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from gronagraf.changes import Changed, Changes, Item, compare
from gronagraf.discretion import without_assessments
from gronagraf.graph import Graph, Node
from gronagraf.schema import Language, Model, Term
from gronagraf.thread import Gap, Mender, Verdict
from gronagraf.views.map.vocabulary import Plain, both
from gronagraf.views.map.words import WORDS
from gronagraf.views.verdict.words import GAPS, REASONS, STRANDS


@dataclass(frozen=True, slots=True)
class Marks:
    """What a map is to mark: how it differs from an older graph, what a verdict found, or both."""

    old: Graph | None = None
    verdict: Verdict | None = None


NO_MARKS = Marks()
COMPARED = both(WORDS["compared_with"])


@dataclass(frozen=True)
class Marked:
    """The graph to draw, ghosts of what is gone included, and what is said of its nodes and relations.

    `nodes` is by id and `edges` by the identity of the relation in this graph. `before` holds what changed as it was,
    `compared` says with what the graph was compared.
    """

    graph: Graph
    nodes: Mapping[str, Plain] = field(default_factory=dict)
    edges: Mapping[int, Plain] = field(default_factory=dict)
    before: Graph = field(default_factory=Graph)
    about: Mapping[str, object] = field(default_factory=dict)
    compared: Term | None = None

    @property
    def told(self) -> bool:
        """Whether there is anything that a node or a relation may be marked as."""
        return self.compared is not None or "breaks" in self.about


def marked(graph: Graph, model: Model, marks: Marks, *, with_assessments: bool) -> Marked:
    """The graph with its marks. Assessments are in neither the graph nor in what was, unless they are asked for.

    A relation that is gone is drawn where both its ends can be: among what is there now and what is gone.
    """
    new = graph if with_assessments else without_assessments(graph, model)
    found = Marked(new, about={"assessments": _judged(graph, model, shown=with_assessments)})
    if marks.old is not None:
        old = marks.old if with_assessments else without_assessments(marks.old, model)
        found = _with_changes(found, old, model)
    return found if marks.verdict is None else _with_breaks(found, marks.verdict)


def _judged(graph: Graph, model: Model, *, shown: bool) -> str:
    """Whether the page shows assessments or leaves them out; empty where there are none."""
    if without_assessments(graph, model) == graph:
        return ""
    return "shown" if shown else "left_out"


def _with_changes(found: Marked, old: Graph, model: Model) -> Marked:
    comparison = compare(old, found.graph, model)
    nodes = {node.id: plain for node, plain in _marks_of(comparison.nodes)}
    edges = {id(edge): plain for edge, plain in _marks_of(comparison.edges)}
    everyone = (*found.graph.nodes, *comparison.nodes.removed)
    known = {node.id for node in everyone}
    ghosts = tuple(edge for edge in comparison.edges.removed if edge.start in known and edge.end in known)
    union = replace(found.graph, nodes=everyone, edges=(*found.graph.edges, *ghosts))
    before = Graph(
        tuple(each.old for each in comparison.nodes.changed), tuple(each.old for each in comparison.edges.changed)
    )
    return Marked(union, nodes, edges, before, {**found.about, "compared": True}, _described(old))


def _marks_of(changes: Changes[Item]) -> Iterator[tuple[Item, Plain]]:
    for item in changes.created:
        yield item, {"change": "new"}
    for item in changes.removed:
        yield item, {"change": "gone"}
    for changed in changes.changed:
        yield changed.new, {"change": "changed", "was": _was(changed)}


def _was(changed: Changed[Item]) -> Plain:
    """The old value of each field that differs, None where there was none; a node's former label as `id`.

    No field is called `id`, which names what a node is known by.
    """
    was: Plain = {each.name: each.old for each in changed.fields}
    return was | {"id": changed.old.label} if changed.relabelled and isinstance(changed.old, Node) else was


def _described(old: Graph) -> Term:
    """That the map is compared with the older graph: its seeds, each with its date."""
    swedish = ((seed.title or seed.name, seed.date) for seed in old.seeds)
    english = ((seed.title_en or seed.title or seed.name, seed.date) for seed in old.seeds)
    told = (" · ".join(", ".join(filter(None, part)) for part in parts) for parts in (swedish, english))
    return Term(*(sentence.format(seeds) for sentence, seeds in zip(COMPARED, told, strict=True)))


def _with_breaks(found: Marked, verdict: Verdict) -> Marked:
    """The gaps of those nodes that are drawn, in the verdict's order: what is broken first, then what is unknown."""
    drawn = {node.id for node in found.graph.nodes}
    gaps = [gap for gap in verdict.gaps if gap.node.id in drawn]
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, gap in enumerate(gaps):
        numbers[gap.node.id].append(number)
    nodes = {**found.nodes, **{id_: {**found.nodes.get(id_, {}), "breaks": own} for id_, own in numbers.items()}}
    about = {**found.about, "breaks": [_break(gap, drawn) for gap in gaps]}
    return replace(found, nodes=nodes, about=about)


def _break(gap: Gap, drawn: set[str]) -> Plain:
    """A gap as the page has it; `of` is its node. What is not drawn is named only."""
    plain: Plain = {
        "of": gap.node.id,
        "state": gap.state,
        "text": both(GAPS[gap.node.label, gap.check]),
        "strand": both(STRANDS[gap.strand]),
    }
    if gap.missing:
        plain["missing"] = [_named(node, drawn) for node in gap.missing]
    if gap.menders:
        plain["menders"] = [_mender(mender, drawn) for mender in gap.menders]
    return plain


def _mender(mender: Mender, drawn: set[str]) -> Plain:
    through = {"through": _named(mender.through, drawn)} if mender.through else {}
    return {"who": _named(mender.actor, drawn), "why": both(REASONS[mender.reason]), **through}


def _named(node: Node, drawn: set[str]) -> Sequence[str]:
    """The id of a node that is drawn; else nothing and its name."""
    return [node.id] if node.id in drawn else ["", node.name]


def every_item(found: Marked) -> Graph:
    """All that words are needed for: what is drawn, and what changed as it was."""
    return Graph(
        tuple(chain(found.graph.nodes, found.before.nodes)), tuple(chain(found.graph.edges, found.before.edges))
    )


def told(own: Plain, found: Marked, language: Language) -> str:
    """The marks of a node or a relation in words, for readers without scripts; empty where it has none."""
    words = [WORDS[f"is_{own['change']}"][language]] if "change" in own else []
    breaks, numbers = found.about.get("breaks"), own.get("breaks")
    if isinstance(breaks, list) and isinstance(numbers, list):
        place = ("sv", "en").index(language)
        words += [f"{WORDS[breaks[number]['state']][language]}: {breaks[number]['text'][place]}" for number in numbers]
    return "; ".join(words)
