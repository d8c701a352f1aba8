"""Relations once every node is there: ends found, relations that the model joins, no two that are the same."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gronagraf.graph import Edge, Value
from gronagraf.importing.building.drafts import PROVENANCE_NAMES, Place, Wish
from gronagraf.importing.building.makers import Sought
from gronagraf.importing.building.walking import Candidate, Work
from gronagraf.importing.cells.rows import fold
from gronagraf.reading.circles import circles
from gronagraf.schema import PERIODS, EdgeType
from gronagraf.values import is_before, quote


def relate(work: Work) -> list[Edge]:
    """Give nodes the nodes that their fields mean, and make every relation that can be; the others are listed."""
    for label, id_, facts in _all_nodes(work):
        work.names.add(label, id_, facts)
    for reference in work.references:
        found = _seek(work, reference.sought, reference.place)
        if found:
            reference.draft.facts.setdefault(reference.field, found)
    for each in work.met.further:
        if found := _seek(work, each.sought, each.place):
            work.met.tell(each.id, each.field, found, each.sought.column, each.place)
    for draft in work.drafts.by_id.values():
        _mend_periods(work, draft.facts, draft.place)
    made: dict[tuple[str, ...], tuple[Edge, Place]] = {}
    for group in _same_ends(work.candidates):
        _make_first(work, group, made)
    edges = [edge for edge, _ in made.values()]
    for kind in {each.rule.type.type: each.rule.type for each in work.candidates}.values():
        if kind.acyclic:
            edges = _without_circles(work, kind, edges, made)
    return edges


def _all_nodes(work: Work) -> Iterator[tuple[str, str, dict[str, Value]]]:
    for draft in work.drafts.by_id.values():
        yield draft.label, draft.id, draft.facts
    for node in work.drafts.taken.values():
        yield node.label, node.id, dict(node.facts)


def _seek(work: Work, sought: Sought, place: Place) -> str:
    """The id of the node that a text means, or an empty text, listed."""
    labels = tuple(node.type.label for node in work.rules.nodes if node.name in sought.find.rules)
    found = work.names.find(sought.find, labels, sought.text)
    if found.id and sought.labels and work.names.labels[found.id] not in sought.labels:
        return found.id if not sought.labels else _misfit(work, sought, place, found.id)
    if not found.id:
        skipped = found.missing and fold(sought.text) in work.passed
        why = "stands in a row that the mapping skips" if skipped else found.why
        work.left.add("lookup", place.file, place.row, sought.column, why, sought.text)
    return found.id


def _misfit(work: Work, sought: Sought, place: Place, id_: str) -> str:
    what = f"is {work.names.labels[id_]}, and {' or '.join(sought.labels)} is needed"
    work.left.add("lookup", place.file, place.row, sought.column, what, sought.text)
    return ""


def _same_ends(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates of one row with the same ends, in the order of the mapping."""
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    place = None
    for each in candidates:
        if place is not None and each.place is not place:
            yield from groups.values()
            groups = {}
        place = each.place
        groups.setdefault((_which(each.start), _which(each.end)), []).append(each)
    yield from groups.values()


def _which(end: "tuple[str, Wish] | Sought") -> tuple[object, ...]:
    return (end.text, end.find) if isinstance(end, Sought) else end


def _make_first(work: Work, group: list[Candidate], made: dict[tuple[str, ...], tuple[Edge, Place]]) -> None:
    """Make the relations of candidates with the same ends; an `otherwise` only where none above it could be."""
    first = group[0]
    ends = [_end(work, each, first) for each in (first.start, first.end)]
    if not all(ends):
        return
    done, refused = False, ""
    for each in group:
        if each.rule.otherwise and done:
            continue
        pair = _turned(work, each, ends)
        if pair:
            done = True
            _add(work, each, pair, made)
        else:
            labels = " to ".join(work.names.labels[id_] for id_ in ends)
            refused = f"leads from {labels}, and {each.rule.type.type} does not join them"
    if refused and not done:
        names = " → ".join(ends)
        work.left.add("row", first.place.file, first.place.row, "", refused, names)


def _end(work: Work, end: "tuple[str, Wish] | Sought", candidate: Candidate) -> str:
    """The id of an end, or an empty text, listed."""
    if isinstance(end, Sought):
        return _seek(work, Sought(end.find, (), end.text, end.column), candidate.place)
    label, wish = end
    found = work.drafts.id_of(label, wish)
    if not found:
        place, what = candidate.place, f"{candidate.rule.name}: no {label} was made of this row"
        work.left.add("lookup", place.file, place.row, "", what, wish.thing.replace("\n", " | "))
    return found


def _turned(work: Work, candidate: Candidate, ends: list[str]) -> tuple[str, str] | None:
    """The ends in the order that the relation joins them, or None where it does not."""
    kind = candidate.rule.type
    start, end = ends
    labels = (work.names.labels[start], work.names.labels[end])
    if labels not in kind.ends:
        if not (candidate.rule.either_way and labels[::-1] in kind.ends):
            return None
        start, end = end, start
    return (min(start, end), max(start, end)) if kind.symmetric else (start, end)


def _add(
    work: Work, candidate: Candidate, ends: tuple[str, str], made: dict[tuple[str, ...], tuple[Edge, Place]]
) -> None:
    """Add a relation, or what it says more of one that is the same; where it says otherwise the first stays."""
    kind, place = candidate.rule.type, candidate.place
    if ends[0] == ends[1] and (kind.symmetric or kind.acyclic):
        work.left.add("row", place.file, place.row, "", f"{kind.type} would join a node with itself", ends[0])
        return
    facts = dict(candidate.facts)
    for name, sought in candidate.sought.items():
        if found := _seek(work, sought, place):
            facts[name] = found
    _mend_periods(work, facts, place)
    key = (kind.type, *ends, *[str(facts.get(name, "")) for name in kind.key])
    if key not in made:
        made[key] = Edge(kind.type, *ends, facts, work.rules.seed.name), place
        return
    edge, first = made[key]
    if _is_row(candidate) or first is place:
        what = f"{kind.type} {' → '.join(ends)} stands in {first.file}:{first.row} already: became one relation"
        work.left.add("merge", place.file, place.row, "", what, _told(candidate))
    merged = dict(edge.facts)
    for name, value in facts.items():
        if merged.setdefault(name, value) != value and name not in PROVENANCE_NAMES:
            what = f"{kind.type} {' → '.join(ends)} has another {name} already ({quote(str(merged[name]))}, "
            work.left.add("clash", place.file, place.row, name, f"{what}{first.file}:{first.row}): kept", str(value))
    made[key] = Edge(kind.type, *ends, merged, work.rules.seed.name), first


def _is_row(candidate: Candidate) -> bool:
    """Whether a row says this relation and nothing else, so that two rows are two relations."""
    return isinstance(candidate.start, Sought) and isinstance(candidate.end, Sought)


def _told(candidate: Candidate) -> str:
    """The ends as the row has them, in its order."""
    ends = (candidate.start, candidate.end)
    return " → ".join(each.text if isinstance(each, Sought) else each[1].id for each in ends)


def _mend_periods(work: Work, facts: dict[str, Value], place: Place) -> None:
    """Leave out, and list, an end that comes before its beginning."""
    for first, last in PERIODS:
        if last in facts and first in facts and is_before(str(facts[last]), str(facts[first])):
            what = f"is before {first}, {facts[first]}: left out"
            work.left.add("value", place.file, place.row, last, what, str(facts.pop(last)))


def _without_circles(
    work: Work, kind: EdgeType, edges: list[Edge], made: dict[tuple[str, ...], tuple[Edge, Place]]
) -> list[Edge]:
    """The relations without those that would lead back to where they began; these are listed."""
    places = {id(edge): place for edge, place in made.values()}
    while found := list(circles((edge.start, edge.end) for edge in edges if edge.type == kind.type)):
        last = {pair: " → ".join(circle) for circle in found for pair in list(pairwise(circle))[-1:]}
        kept = []
        for edge in edges:
            circle = last.get((edge.start, edge.end)) if edge.type == kind.type else None
            if circle is None:
                kept.append(edge)
            else:
                place = places[id(edge)]
                work.left.add("row", place.file, place.row, "", f"{kind.type} would go in a circle: left out", circle)
        edges = kept
    return edges
