"""Rules fitted to the columns of one table: what a row becomes, before anything is looked up in the rest."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from gronagraf.graph import Value
from gronagraf.importing.building.drafts import Place, Wish
from gronagraf.importing.cells.converting import Converter
from gronagraf.importing.cells.rows import Layout, Row, TextOf, first_filled, fold, holds, parts_of, text_of
from gronagraf.importing.cells.slugs import shortened, slug
from gronagraf.importing.leftovers import Leftovers
from gronagraf.importing.mapping.rules import Cell, EdgeRule, End, Find, NodeRule, Split
from gronagraf.reading.report import place as shown_place
from gronagraf.schema import Field
from gronagraf.values import ID_PATTERN, LONGEST_ID

MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Sought:
    """A text that must mean a node, once all nodes are made."""

    find: Find
    labels: tuple[str, ...]
    text: str
    column: str


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """One field of a rule: its text in a row, and the value of that or the node that it means."""

    fact: Field
    column: str
    text: TextOf
    convert: Converter
    find: Find | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows that a rule sees of one row of the file: itself, or itself with each part of a list in it."""

    split: Split | None
    text: TextOf
    column: str
    tells: bool

    def of(self, row: Row, place: Place, left: Leftovers) -> Iterator[Row]:
        if self.split is None:
            yield row
            return
        for part, values in parts_of(self.split, self.text(row)):
            if values is not None:
                yield [*row, *values]
            elif self.tells:
                patterns = " or ".join(pattern.text for pattern in self.split.patterns)
                left.add("value", place.file, place.row, self.column, f"a part does not look like {patterns}", part)


@dataclass(frozen=True, slots=True)
class NodeMaker:
    """A rule of nodes on the columns of a table."""

    rule: NodeRule
    holds: Callable[[Row], bool]
    parts: Parts
    ids: tuple[TextOf, ...]
    own: TextOf | None
    key: TextOf | None
    fields: tuple[FieldMaker, ...]
    wishes: dict[tuple[tuple[str, ...], str], Wish | None] = field(default_factory=dict)

    def wish(self, row: Row) -> Wish | None:
        """The id that the row asks for; None where the cells that it is made of are empty or make none."""
        texts = tuple([text(row) for text in self.ids])
        own = self.own(row) if self.own else ""
        if (texts, own) not in self.wishes:
            if len(self.wishes) == MOST_REMEMBERED:
                self.wishes.clear()
            self.wishes[texts, own] = self._wish(texts, own)
        return self.wishes[texts, own]

    def _wish(self, texts: tuple[str, ...], own: str) -> Wish | None:
        """What is asked for; things are told apart by their own id alone, where they have one."""
        if not any(texts):
            return None
        each = self.own is not None
        thing = f"id {own}" if own else "\n".join(map(fold, texts))
        if not self.rule.id.slug:
            made = self.rule.id.prefix + "".join(texts)
            return Wish(made, thing, each) if ID_PATTERN.fullmatch(made) and len(made) <= LONGEST_ID else None
        made = "_".join(filter(None, map(slug, texts)))
        return Wish(self.rule.id.prefix + shortened(made, thing), thing, each) if made else None


@dataclass(frozen=True, slots=True)
class EndMaker:
    """An end of a relation: the node that another rule makes of the row, or the text of one to look for."""

    node: NodeMaker | None
    text: TextOf | None
    find: Find | None
    labels: tuple[str, ...]
    column: str

    def of(self, row: Row) -> "tuple[str, Wish] | Sought | None":
        if self.node:
            wish = self.node.wish(row) if self.node.holds(row) else None
            return (self.node.rule.type.label, wish) if wish else None
        text = self.text(row) if self.text else ""
        return Sought(self.find, self.labels, text, self.column) if text and self.find else None


@dataclass(frozen=True, slots=True)
class EdgeMaker:
    """A rule of relations on the columns of a table."""

    rule: EdgeRule
    holds: Callable[[Row], bool]
    parts: Parts
    start: EndMaker
    end: EndMaker
    fields: tuple[FieldMaker, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a row: values, texts that mean nodes, and whether a field that must be there is missing."""

    values: dict[str, Value]
    sought: dict[str, Sought]
    missing: str = ""


def facts_of(makers: tuple[FieldMaker, ...], row: Row, place: Place, left: Leftovers) -> Facts:
    """What the fields of a rule say in a row; what cannot be turned into a value is listed."""
    values: dict[str, Value] = {}
    sought: dict[str, Sought] = {}
    missing = ""
    for each in makers:
        text = each.text(row)
        if text and each.find:
            sought[each.fact.name] = Sought(each.find, each.fact.kind.labels, text, each.column)
        elif text:
            made = each.convert(text)
            if made.value is not None:
                values[each.fact.name] = made.value
            if made.told:
                left.add("value", place.file, place.row, each.column, made.told, text)
        if each.fact.required and each.fact.name not in values:
            missing = each.column or each.fact.name
    return Facts(values, sought, missing)


def node_maker(rule: NodeRule, layout: Layout, *, tells: bool) -> NodeMaker:
    """A rule of nodes fitted to the layout of a table; with `tells` it lists parts of its list that do not fit."""
    parts, seen = _parts(rule, layout, tells=tells)
    key = text_of(rule.key, seen) if rule.key else None
    ids = tuple(text_of(cell, seen) for cell in rule.id.cells)
    own = text_of(rule.id.own, seen) if rule.id.own else None
    return NodeMaker(rule, holds(rule.when, seen), parts, ids, own, key, _fields(rule, seen))


def edge_maker(rule: EdgeRule, layout: Layout, nodes: Mapping[str, NodeMaker], *, tells: bool) -> EdgeMaker:
    """A rule of relations fitted to the layout of a table."""
    parts, seen = _parts(rule, layout, tells=tells)
    start = _end(rule.start, rule.type.starts, seen, nodes, rule.split)
    end = _end(rule.end, rule.type.targets, seen, nodes, rule.split)
    return EdgeMaker(rule, holds(rule.when, seen), parts, start, end, _fields(rule, seen))


def _end(
    end: End, labels: tuple[str, ...], layout: Layout, nodes: Mapping[str, NodeMaker], split: Split | None
) -> EndMaker:
    if end.cell is None:
        return EndMaker(nodes[end.rule], None, None, labels, "")
    return EndMaker(None, text_of(end.cell, layout), end.cell.find, labels, _columns(end.cell, layout, split))


def _parts(rule: NodeRule | EdgeRule, layout: Layout, *, tells: bool) -> tuple[Parts, Layout]:
    """The parts that a rule goes through, and the layout of each."""
    if rule.split is None:
        return Parts(None, lambda _: "", "", tells=False), layout
    column = ", ".join(layout.named(rule.split.columns))
    parts = Parts(rule.split, first_filled(rule.split.columns, layout), column, tells=tells)
    return parts, layout.with_parts(rule.split.names)


def _columns(cell: Cell, layout: Layout, split: Split | None) -> str:
    """The columns of the table that a cell is read from, as it calls them; of a part of a list, those of the list."""
    parts = frozenset(split.names if split else ())
    names = [name for each in cell.names for name in (split.columns if split and each in parts else (each,))]
    return ", ".join(layout.named(names))


def speaks(cell: Cell, layout: Layout) -> bool:
    """Whether a cell can say anything in a table: it has one of its columns, or needs none."""
    return not cell.names or bool(cell.empty) or any(layout.place(name) is not None for name in cell.names)


def _fields(rule: NodeRule | EdgeRule, layout: Layout) -> tuple[FieldMaker, ...]:
    makers = []
    for name, cell in rule.fields.items():
        fact = rule.type.columns[name]
        if not fact.required and not speaks(cell, layout):
            continue
        find = cell.find or (Find((), fact.kind.labels, ("id",)) if fact.kind.labels else None)
        column = _columns(cell, layout, rule.split)
        makers.append(FieldMaker(fact, column, text_of(cell, layout), Converter(cell, fact), find))
    return tuple(makers)


def at(place: Place) -> str:
    """`file:row`."""
    return shown_place(place.file, place.row)
