"""The same thing twice: pairs of actors, networks or projects that may be one, each with a score and the reasons."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from urllib.parse import urlsplit

from gronagraf.graph import Graph, Node
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
    """Two nodes of one label that may be one, first the one with more relations, then more fields, else the lower id.

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
    labels: Iterable[str] = LABELS,
    apart: Collection[frozenset[str]] = (),
) -> tuple[Pair, ...]:
    """Every pair that reaches the threshold, the surest first; `apart` are pairs of ids known to be two things.

    Two that a relation joins are told apart by whoever wrote it, and so are two with different organisation numbers,
    municipality codes or Wikidata items. Names are compared as `alike` says; those that differ by number, year or
    phase, or have words of their own on both sides, name different things.
    """
    joined = {frozenset((edge.start, edge.end)) for edge in graph.edges} | set(apart)
    ties = Counter(end for edge in graph.edges for end in (edge.start, edge.end))
    found = [
        _better_known_first(pair, ties)
        for label in labels
        for pair in _among([node for node in graph.nodes if node.label == label], model.labels[label].columns)
        if pair.score >= threshold and frozenset((pair.first.id, pair.second.id)) not in joined
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first.name, pair.first.id, pair.second.id)))


def _better_known_first(pair: Pair, ties: Mapping[str, int]) -> Pair:
    first, second = sorted((pair.first, pair.second), key=lambda node: (-ties[node.id], -len(node.facts), node.id))
    return replace(pair, first=first, second=second)


def _among(nodes: list[Node], columns: Mapping[str, Field]) -> Iterator[Pair]:
    best: dict[tuple[int, int], Likeness] = {}
    for pair, alike in (*_named_alike(nodes), *_known_alike(nodes, columns)):
        known = best.get(pair)
        if known is None or alike.score > known.score:
            best[pair] = alike
    for (one, other), alike in best.items():
        if told := _in_context(nodes[one], nodes[other], alike, columns):
            yield Pair(nodes[one], nodes[other], told.score, told.reasons)


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
