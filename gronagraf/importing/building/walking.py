"""The rows of a table, each shown to every rule: nodes are made at once, relations wait until all nodes are there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Value
from gronagraf.importing.building.choosing import by_word
from gronagraf.importing.building.drafts import Draft, Drafts, Place, Wish
from gronagraf.importing.building.finding import Names
from gronagraf.importing.building.makers import EdgeMaker, NodeMaker, Sought, edge_maker, facts_of, node_maker
from gronagraf.importing.building.meeting import Further, Met
from gronagraf.importing.building.spare import Joined, check_columns, joined_cells, keeper, spare_columns
from gronagraf.importing.building.taking import Taken
from gronagraf.importing.cells.rows import FILE, NUMBER, SHEET, Layout, Row, fold, holds, layout_of
from gronagraf.importing.leftovers import Leftovers
from gronagraf.importing.mapping.rules import EdgeRule, Find, NodeRule, SourceRule
from gronagraf.importing.mapping.rules import Mapping as Rules
from gronagraf.schema import NAME


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a node that must name another node."""

    draft: Draft
    field: str
    sought: Sought
    place: Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that a row may become, once its ends are known."""

    rule: EdgeRule
    start: "tuple[str, Wish] | Sought"
    end: "tuple[str, Wish] | Sought"
    facts: dict[str, Value]
    sought: dict[str, Sought]
    place: Place


@dataclass(slots=True)
class Work:
    """All that is made while the tables are gone through; `others` name the nodes of seeds that this one builds on."""

    rules: Rules
    left: Leftovers
    drafts: Drafts
    others: Names
    met: Met
    names: Names = field(default_factory=Names)
    references: list[Reference] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    joined: dict[str, Joined] = field(default_factory=dict)
    rows: int = 0
    skipped: int = 0
    passed: set[str] = field(default_factory=set)


def walk(work: Work, taken: Taken) -> None:
    """Show every row of a table to every rule on it. Raises SeedError where the table cannot be read on."""
    rule, source = taken.rule, taken.source
    joined = work.joined.get(rule.join.source, Joined()) if rule.join else Joined()
    names = [f"{rule.join.source}.{name}" for name in joined.columns] if rule.join else []
    layout = layout_of((*source.columns, *names, FILE, SHEET, NUMBER))
    check_columns(work.rules, taken, layout, work.left)
    nodes, edges = _makers(work.rules, rule, layout)
    nodes_for, edges_for = by_word(nodes, layout), by_word(edges, layout)
    skips = holds(rule.skip_rows, layout) if rule.skip_rows else None
    spare = spare_columns(work.rules, taken, layout)
    keep = keeper(work.rules, taken, work.joined, work.left)
    more = joined_cells(rule, joined, layout, work.left)
    for place, cells in _rows(work, taken):
        row = [*cells, *more(cells, place), place.origin, source.name, str(place.row)]
        work.rows += 1
        spare.count(cells)
        if keep:
            keep(cells, place)
        if skips and skips(row):
            work.skipped += 1
            work.passed.update(_called(nodes, row))
        elif not (_make_nodes(work, nodes_for(row), row, place) | _propose_edges(work, edges_for(row), row, place)):
            work.left.add("row", place.file, place.row, "", "no rule of the mapping takes this row", _glimpse(cells))
    spare.tell(work.left)


def _rows(work: Work, taken: Taken) -> Iterator[tuple[Place, list[str]]]:
    """The rows with as many cells as there are columns; a row with more or fewer is listed instead."""
    width = len(taken.source.columns)
    for number, cells in taken.source.rows:
        texts = [cell.strip() for cell in cells]
        if len(texts) != width and any(texts[width:]) | (len(texts) < width):
            what = f"has {len(texts)} cells, but there are {width} columns"
            work.left.add("row", taken.source.file, number, "", what, _glimpse(texts))
        else:
            yield Place(taken.source.file, number, taken.origin), texts[:width]


def _glimpse(cells: Iterable[str]) -> str:
    return " | ".join(filter(None, cells))[:200]


def _makers(rules: Rules, rule: SourceRule, layout: Layout) -> tuple[list[NodeMaker], list[EdgeMaker]]:
    splits: set[object] = set()

    def tells(each: NodeRule | EdgeRule) -> bool:
        first = each.split not in splits
        splits.add(each.split)
        return first

    nodes = [node_maker(each, layout, tells=tells(each)) for each in rules.nodes if each.source == rule.name]
    by_name = {maker.rule.name: maker for maker in nodes}
    edges = [edge_maker(each, layout, by_name, tells=tells(each)) for each in rules.edges if each.source == rule.name]
    return nodes, edges


def _called(makers: Iterable[NodeMaker], row: Row) -> Iterator[str]:
    """What a node would be found by that a skipped row does not become."""
    for maker in makers:
        if maker.rule.split is None:
            names = (each.text(row) for each in maker.fields if each.fact.name == NAME.name)
            yield from map(fold, filter(None, (*names, maker.key(row) if maker.key else "")))


def _make_nodes(work: Work, makers: Iterable[NodeMaker], row: Row, place: Place) -> bool:
    """Make what the rules make of a row; whether any of them took it."""
    taken = False
    for maker in makers:
        if maker.rule.otherwise and taken:
            continue
        for seen in maker.parts.of(row, place, work.left):
            wish = maker.wish(seen) if maker.holds(seen) else None
            if wish:
                taken = True
                _make_node(work, maker, seen, wish, place)
    return taken


def _make_node(work: Work, maker: NodeMaker, row: Row, wish: Wish, place: Place) -> None:
    label = maker.rule.type.label
    facts = facts_of(maker.fields, row, place, work.left)
    id_ = work.drafts.id_of(label, wish) or _reuse(work, maker, facts.values, wish, place)
    if not id_ and facts.missing:
        what = f"{maker.rule.name}: {facts.missing} is empty, and a {label} must have it"
        work.left.add("row", place.file, place.row, facts.missing, what, _glimpse(row[:-3]))
        return
    if id_ in work.others.labels:
        work.met.add(id_, wish, place)
        work.met.compare(id_, maker, facts.values, place)
        work.met.further += [Further(id_, name, sought, place) for name, sought in facts.sought.items()]
    else:
        facts.values.setdefault("source", place.origin)
        id_ = work.drafts.add(label, wish, facts.values, place)
        draft = work.drafts.by_id[id_]
        work.references += [Reference(draft, name, sought, place) for name, sought in facts.sought.items()]
    if maker.key and (key := maker.key(row)):
        work.names.add_key(maker.rule.name, key, id_)


def _reuse(work: Work, maker: NodeMaker, facts: Mapping[str, Value], wish: Wish, place: Place) -> str:
    """The node of another seed that a row means, where its rule looks for one; else an empty text."""
    label = maker.rule.type.label
    for way in maker.rule.reuse if work.others.labels else ():
        text = wish.id if way == "id" else str(facts.get("name", ""))
        found = work.others.find(Find((), (label,), (way,)), (), text)
        if found.id:
            work.drafts.use(label, wish, found.id)
            work.met.meet(found.id, way)
            return found.id
        if not found.missing:
            work.left.add("lookup", place.file, place.row, "name", f"{found.why}: made anew", text)
            return ""
    return ""


def _propose_edges(work: Work, makers: Iterable[EdgeMaker], row: Row, place: Place) -> bool:
    """Note the relations that a row may become; whether any rule took it."""
    taken = False
    for maker in makers:
        for seen in maker.parts.of(row, place, work.left):
            start, end = (maker.start.of(seen), maker.end.of(seen)) if maker.holds(seen) else (None, None)
            if start and end:
                taken = True
                facts = facts_of(maker.fields, seen, place, work.left)
                if facts.missing:
                    what = f"{maker.rule.name}: {facts.missing} is empty, and {maker.rule.type.type} must have it"
                    work.left.add("row", place.file, place.row, facts.missing, what, _glimpse(row[:-3]))
                else:
                    facts.values.setdefault("source", place.origin)
                    work.candidates.append(Candidate(maker.rule, start, end, facts.values, facts.sought, place))
    return taken
