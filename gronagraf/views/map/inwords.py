"""The map in words, for readers without scripts; with scripts the page says the same of what is shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import PERIODS, Language, Model
from gronagraf.views.map.words import WORDS
from gronagraf.views.words import number

MOMENT = ("date", "date")
"""What happens on one day has a date and no period."""

MOST, COMMUNITIES, LEADING, LOOSE = 5, 6, 3, 12
"""How many are named: of the most connected, of communities, of the members of one, of those without ties."""

Near = Mapping[str, AbstractSet[str]]


@dataclass(frozen=True, slots=True)
class Teller:
    """What is told of: a graph by its model in one language, and who is whose neighbour."""

    graph: Graph
    model: Model
    language: Language
    nodes: Mapping[str, Node]
    near: Near

    def say(self, key: str, *values: str) -> str:
        """A sentence of the page with its blanks filled."""
        return WORDS[key][self.language].format(*values)

    def number(self, value: int) -> str:
        """A number as people write it."""
        return number(value, self.language)

    def count(self, key: str, value: int) -> str:
        """So many of something, one or more."""
        return self.say(f"{key}_one") if value == 1 else self.say(key, self.number(value))

    def by_ties(self, ids: Iterable[str]) -> list[str]:
        """The most connected first."""
        return sorted(ids, key=lambda each: (-len(self.near[each]), each))


def in_words(graph: Graph, model: Model, blocks: Sequence[int | None], language: Language) -> list[str]:
    """Sentences; `blocks` has the number of its community for each node in the order of ids."""
    nodes = {node.id: node for node in sorted(graph.nodes, key=lambda node: node.id)}
    teller = Teller(graph, model, language, nodes, _neighbours(nodes, graph.edges))
    return [*_what(teller), *_who(teller, blocks), *_loose(teller), *_doubts(teller)]


def period(item: Node | Edge) -> str:
    """When it is so, as the data has it: a day, or from and to, either of which may not be known."""
    ends = _ends(item)
    return "–".join(ends) if any(ends) else ""


def _ends(item: Node | Edge) -> list[str]:
    for names in (*PERIODS, MOMENT):
        if any(name in item.facts for name in names):
            return [str(item.facts.get(name, "")) for name in dict.fromkeys(names)]
    return []


def _has_year(date: str) -> bool:
    return date[:4].isascii() and date[:4].isdigit()


def _neighbours(nodes: Iterable[str], edges: Iterable[Edge]) -> Near:
    near: dict[str, set[str]] = {node: set() for node in nodes}
    for edge in edges:
        if edge.start != edge.end:
            near[edge.start].add(edge.end)
            near[edge.end].add(edge.start)
    return near


def _what(tell: Teller) -> Iterator[str]:
    nodes, edges = tell.graph.nodes, tell.graph.edges
    yield tell.say("in_words_size", tell.count("nodes_count", len(nodes)), tell.count("relations_count", len(edges)))
    labels = Counter(node.label for node in nodes)
    types = Counter(edge.type for edge in edges)
    if labels:
        found = [(each.plural, labels[each.label]) for each in tell.model.nodes if each.label in labels]
        yield tell.say("in_words_types", _list(f"{term[tell.language]} {tell.number(n)}" for term, n in found))
    if types:
        found = [(each.term, types[each.type]) for each in tell.model.edges if each.type in types]
        yield tell.say("in_words_relations", _list(f"{term[tell.language]} {tell.number(n)}" for term, n in found))


def _who(tell: Teller, blocks: Sequence[int | None]) -> Iterator[str]:
    leaders = [each for each in tell.by_ties(tell.nodes)[:MOST] if tell.near[each]]
    if leaders:
        yield tell.say("in_words_most", _list(_leader(tell, each) for each in leaders))
    members: dict[int, list[str]] = {}
    for each, block in zip(tell.nodes, blocks, strict=True):
        if block is not None:
            members.setdefault(block, []).append(each)
    if len(members) > 1:
        communities = [members[block] for block in sorted(members, key=lambda block: (-len(members[block]), block))]
        told = "; ".join(_community(tell, each) for each in communities[:COMMUNITIES])
        yield tell.say("in_words_communities", tell.number(len(members)), told + _more(tell, len(members), COMMUNITIES))


def _leader(tell: Teller, each: str) -> str:
    node = tell.nodes[each]
    return f"{node.name} ({tell.model.labels[node.label].term[tell.language]}, {tell.number(len(tell.near[each]))})"


def _community(tell: Teller, members: Sequence[str]) -> str:
    names = _list(tell.nodes[each].name for each in tell.by_ties(members)[:LEADING])
    return tell.say("in_words_community", names, tell.count("nodes_count", len(members)))


def _loose(tell: Teller) -> Iterator[str]:
    sizes = sorted(_parts(tell.near), reverse=True)
    if sizes and sizes[0] > 1:
        others = sum(size > 1 for size in sizes[1:])
        key = "in_words_apart" if others else "in_words_together"
        yield tell.say(key, tell.count("nodes_count", sizes[0]), tell.number(others))
    loose = [node.name for key, node in tell.nodes.items() if not tell.near[key]]
    if loose:
        named = _list(loose[:LOOSE]) + _more(tell, len(loose), LOOSE)
        yield tell.say("in_words_loose", tell.number(len(loose)), named)


def _parts(near: Near) -> Iterator[int]:
    """The size of each part that hangs together."""
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        waiting, size = [start], 0
        seen.add(start)
        while waiting:
            size += 1
            new = near[waiting.pop()] - seen
            seen |= new
            waiting.extend(new)
        yield size


def _doubts(tell: Teller) -> Iterator[str]:
    inferred = [sum(each.facts.get("basis") == "inferred" for each in items) for items in _items(tell)]
    if any(inferred):
        yield tell.say("in_words_inferred", *(tell.number(count) for count in inferred))
    undated = sum(not any(map(_has_year, _ends(edge))) for edge in tell.graph.edges)
    if undated:
        yield tell.say("in_words_undated", tell.number(undated), tell.number(len(tell.graph.edges)))
    if tell.graph.fictional:
        yield tell.say("fictional_text")


def _items(tell: Teller) -> tuple[Sequence[Node | Edge], Sequence[Node | Edge]]:
    return tell.graph.nodes, tell.graph.edges


def _more(tell: Teller, count: int, named: int) -> str:
    return " " + tell.say("and_others", tell.number(count - named)) if count > named else ""


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)
