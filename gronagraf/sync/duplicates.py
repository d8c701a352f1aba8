"""The same thing twice: pairs of actors, networks or projects that may be one, each with a score and the reasons."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from urllib.parse import urlsplit

from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Field, Model, Scheme
from gronagraf.sync import THRESHOLD
from gronagraf.sync.alike import Likeness, abbreviated, likeness
from gronagraf.sync.candidates import by_initials, by_whole, by_words, near_stems
from gronagraf.sync.forms import forms_of
from gronagraf.values import overlaps

LABELS = ("Actor", "Network", "Project")
IDENTIFYING: Mapping[Scheme | None, int] = {
    "organisation_number": 100,
    "wikidata": 100,
    "municipality_code": 100,
    "web_page": 82,
}
"""How sure it is, by scheme, that two with one identifier are one; bodies of an organisation may share its page."""
OTHER_PLACE, OTHER_TIME, OTHER_KIND = 25, 25, 6
"""What it costs that two name different nodes in one field, were never at one time, or are of different kinds."""
MOST = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes of one label that may be one, first the one to keep: with more relations, more fields, the lower id.

    `reasons` are codes, the score is 0 to 100.
    """

    first: Node
    second: Node
    score: int
    reasons: tuple[str, ...]


def find_duplicates(
    graph: Graph,
    model: Model,
    threshold: int = THRESHOLD,
    apart: Collection[frozenset[str]] = (),
    beside: Iterable[Node] = (),
) -> tuple[Pair, ...]:
    """Every pair that reaches the threshold, the surest first; `apart` are pairs of ids known to be two things.

    `beside` are nodes of seeds that this one extends: one of a pair may be among them. Two that a relation joins are
    told apart by whoever wrote it, and so are two with different organisation numbers, municipality codes or Wikidata
    items. Names are compared as `alike` says; those that differ by number, year or phase, or have words of their own on
    both sides, name different things.
    """
    nodes = {node.id: node for node in (*graph.nodes, *beside)}
    own = {node.id for node in graph.nodes}
    joined = {frozenset((edge.start, edge.end)) for edge in graph.edges} | set(apart)
    ties = Counter(end for edge in graph.edges for end in (edge.start, edge.end))
    compared = _without_inherited(nodes, graph.edges, model)
    found = []
    for label in LABELS:
        alike = _among([node for node in compared if node.label == label], model.labels[label].columns)
        for one, other, likeness_ in alike:
            pair = {one.id, other.id}
            if likeness_.score >= threshold and pair & own and pair not in joined:
                first, second = sorted((nodes[id_] for id_ in pair), key=lambda node: _rank(node, own, ties))
                found.append(Pair(first, second, likeness_.score, likeness_.reasons))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first.name, pair.first.id, pair.second.id)))


def _rank(node: Node, own: Collection[str], ties: Mapping[str, int]) -> tuple[object, ...]:
    """What sorts first the one of two that should be kept: another seed's, else the better known."""
    return node.id in own, -ties[node.id], -len(node.facts), node.id


def _without_inherited(nodes: Mapping[str, Node], edges: Iterable[Edge], model: Model) -> list[Node]:
    """The nodes without the identifiers that they share with what they are a part of, such as a body of a region."""
    inherited: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if model.types[edge.type].acyclic and edge.start in nodes and edge.end in nodes:
            start, end = nodes[edge.start].facts, nodes[edge.end].facts
            inherited[edge.start] |= {name for name in start.keys() & end.keys() if start[name] == end[name]}
    known = {name for label in LABELS for name, _ in _identifying(model.labels[label].columns)}
    return [
        replace(node, facts={name: value for name, value in node.facts.items() if name not in inherited[id_] & known})
        if inherited.get(id_)
        else node
        for id_, node in nodes.items()
    ]


def _among(nodes: list[Node], columns: Mapping[str, Field]) -> Iterator[tuple[Node, Node, Likeness]]:
    best: dict[tuple[int, int], Likeness] = {}
    for pair, alike in (*_named_alike(nodes), *_known_alike(nodes, columns)):
        known = best.get(pair)
        if known is None or alike.score > known.score:
            best[pair] = alike
    for (one, other), alike in best.items():
        if told := _in_context(nodes[one], nodes[other], alike, columns):
            yield nodes[one], nodes[other], told


def _named_alike(nodes: list[Node]) -> Iterator[tuple[tuple[int, int], Likeness]]:
    forms = forms_of(nodes)
    near = near_stems(forms)
    for one, other in {(min(pair), max(pair)) for pair in (*by_words(forms, near), *by_whole(forms))}:
        if forms[one].at != forms[other].at and (alike := likeness(forms[one], forms[other], near)):
            yield _places(forms[one].at, forms[other].at), alike
    pairs, owners = by_initials(forms)
    for short, whole in pairs:
        alike = abbreviated(forms[short], forms[whole], owners[forms[short].abbreviation])
        if alike and forms[short].at != forms[whole].at:
            yield _places(forms[short].at, forms[whole].at), alike


def _known_alike(nodes: list[Node], columns: Mapping[str, Field]) -> Iterator[tuple[tuple[int, int], Likeness]]:
    """Pairs that have one identifier; where many have it, each with the next."""
    for name, scheme in _identifying(columns):
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, node in enumerate(nodes):
            if name in node.facts:
                holders[_comparable(scheme, str(node.facts[name]))].append(place)
        for places in holders.values():
            for pair in combinations(places, 2) if len(places) <= MOST else pairwise(places):
                yield pair, Likeness(IDENTIFYING[scheme], (scheme,))


def _identifying(columns: Mapping[str, Field]) -> list[tuple[str, Scheme]]:
    schemes = ((name, field.kind.scheme) for name, field in columns.items())
    return [(name, scheme) for name, scheme in schemes if scheme and scheme in IDENTIFYING]


def _comparable(scheme: str, value: str) -> str:
    if scheme != "web_page":
        return value
    parts = urlsplit(value)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _places(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _in_context(one: Node, other: Node, alike: Likeness, columns: Mapping[str, Field]) -> Likeness | None:
    """The likeness with what the fields beside the name say against it; None where identifiers tell two apart."""
    surest = [name for name, scheme in _identifying(columns) if IDENTIFYING[scheme] == 100]
    if any(_differ(one, other, name) for name in surest):
        return None
    if alike.score == 100 and alike.reasons[0] in IDENTIFYING:
        return alike
    against = []
    if any(field.kind.labels and _differ(one, other, name) for name, field in columns.items()):
        against.append(("other_place", OTHER_PLACE))
    if not overlaps(_period(one), _period(other)):
        against.append(("other_time", OTHER_TIME))
    if _differ(one, other, "kind"):
        against.append(("other_kind", OTHER_KIND))
    cost = sum(points for _, points in against)
    return Likeness(max(0, alike.score - cost), (*alike.reasons, *(reason for reason, _ in against)))


def _differ(one: Node, other: Node, name: str) -> bool:
    return name in one.facts and name in other.facts and one.facts[name] != other.facts[name]


def _period(node: Node) -> tuple[str, str]:
    return str(node.facts.get("valid_from", "")), str(node.facts.get("valid_to", ""))
