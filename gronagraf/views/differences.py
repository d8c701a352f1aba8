"""How two graphs differ, as tables: so many of each type, and a row for each node, relation and field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.changes import Changed, Changes, Comparison
from gronagraf.graph import Cell, Column, Edge, Graph, Node, Result, Value
from gronagraf.schema import EdgeType, Field, Language, Model, NodeType, Term
from gronagraf.views.cells import YES_NO
from gronagraf.views.sections import Section
from gronagraf.views.words import number

SAME = Term(
    "Ingen skillnad: {nodes} noder och {edges} relationer är lika.",
    "No difference: {nodes} nodes and {edges} relations are the same.",
)
DIFFERENT = Term("Noder: {nodes}. Relationer: {edges}.", "Nodes: {nodes}. Relations: {edges}.")
NOTHING = Term("Ingen skillnad.", "No difference.")
COUNTS = Term("Antal av varje typ", "How many of each type")
ROWS = Term("Skillnader", "Differences")
WAYS: Mapping[str, Term] = {
    "created": Term("nya", "new"),
    "changed": Term("ändrade", "changed"),
    "removed": Term("borta", "gone"),
}
EACH: Mapping[str, Term] = {
    "created": Term("ny", "new"),
    "changed": Term("ändrad", "changed"),
    "removed": Term("borta", "gone"),
}
UNCHANGED = Term("lika", "the same")
LABEL = "label"
TYPE = Term("Typ", "Type")
HEADINGS = (
    Column("change", Term("Vad", "What")),
    Column("type", TYPE),
    Column("name", Term("Namn", "Name")),
    Column("field", Term("Fält", "Field")),
    Column("old", Term("Före", "Before")),
    Column("new", Term("Efter", "After")),
    Column("id", Term("Id", "Id")),
)
Rows: TypeAlias = tuple[tuple[Cell, ...], ...]
CODES = ("change", "type", "id", "from", "to", "name", "field", "old", "new")


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: what became of a node or a relation, or of one of its fields."""

    way: str
    item: Node | Edge
    field: str = ""
    old: Value | None = None
    new: Value | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What differences are told with: the model's terms, the names of all nodes by id, and what each way is called.

    `ways` is said of several, above a column of numbers; `each` of one.
    """

    model: Model
    names: Mapping[str, str]
    ways: Mapping[str, Term]
    each: Mapping[str, Term]
    nothing: Term = NOTHING


def differences(comparison: Comparison) -> Iterator[Difference]:
    """A row for each node and relation that is new or gone, and for each field of those that changed."""
    for changes in (comparison.nodes, comparison.edges):
        yield from (Difference("created", item) for item in changes.created)
        for changed in changes.changed:
            yield from _fields(changed)
        yield from (Difference("removed", item) for item in changes.removed)


def _fields(changed: Changed[Node] | Changed[Edge]) -> Iterator[Difference]:
    if isinstance(changed.old, Node) and isinstance(changed.new, Node) and changed.relabelled:
        yield Difference("changed", changed.new, LABEL, changed.old.label, changed.new.label)
    for each in changed.fields:
        yield Difference("changed", changed.new, each.name, each.old, each.new)


def sentence(comparison: Comparison) -> Term:
    """The whole comparison in a sentence with its amounts."""
    if comparison.same:
        return in_numbers(SAME, {"nodes": comparison.nodes.unchanged, "edges": comparison.edges.unchanged})
    nodes, edges = (told(amounts(each), WAYS) for each in (comparison.nodes, comparison.edges))
    return DIFFERENT.filled(nodes=nodes, edges=edges)


def amounts(changes: Changes[Node] | Changes[Edge]) -> dict[str, int]:
    """How many were created, changed and removed, and how many are as they were."""
    return {**{way: len(getattr(changes, way)) for way in WAYS}, "unchanged": changes.unchanged}


def told(numbers: Mapping[str, int], ways: Mapping[str, Term]) -> Term:
    """Amounts with their words: `3 new, 2 changed, 0 gone, 260 the same`."""
    terms = {**ways, "unchanged": UNCHANGED}
    parts = {
        language: ", ".join(f"{number(numbers[way], language)} {term[language]}" for way, term in terms.items())
        for language in ("sv", "en")
    }
    return Term(parts["sv"], parts["en"])


def in_numbers(term: Term, numbers: Mapping[str, int]) -> Term:
    """A sentence with numbers in its places, as each language writes them."""
    return Term(
        term.sv.format(**{name: number(each, "sv") for name, each in numbers.items()}),
        term.en.format(**{name: number(each, "en") for name, each in numbers.items()}),
    )


def difference_sections(
    rows: Iterable[Difference], new: Graph, words: Words, language: Language
) -> tuple[Section, Section]:
    """Two tables: how many of each type, where any differs, and every difference in the order of the model."""
    types = {each.name: place for place, each in enumerate(words.model.all)}
    ways = {way: place for place, way in enumerate(words.ways)}
    ordered = sorted(rows, key=lambda row: (types.get(_type(row.item), len(types)), ways[row.way]))
    counted = _counts(ordered, new, words)
    heads = [Column(way, term) for way, term in {**words.ways, "unchanged": UNCHANGED}.items()]
    in_words: Rows = tuple((_type_words(name, words.model, language), *numbers) for name, numbers in counted)
    codes: Rows = tuple((name, *numbers) for name, numbers in counted)
    return (
        Section(
            "counts",
            COUNTS,
            Result((Column("type", TYPE), *heads), in_words),
            Result(plain_columns(("type", *(head.name for head in heads))), codes),
            words.nothing,
        ),
        Section(
            "differences",
            ROWS,
            Result(HEADINGS, tuple(_told_row(row, words, language) for row in ordered)),
            Result(plain_columns(CODES), tuple(_code_row(row, words.names) for row in ordered)),
            words.nothing,
        ),
    )


def plain_columns(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, Term(name, name)) for name in names)


def _type(item: Node | Edge) -> str:
    return item.label if isinstance(item, Node) else item.type


def _counts(rows: Iterable[Difference], new: Graph, words: Words) -> list[tuple[str, tuple[int, ...]]]:
    """By type in the order of the rows: how many of each way, and how many of those in the new graph are the same."""
    met = {(id(row.item), row.way): row for row in rows}
    found = Counter((_type(row.item), row.way) for row in met.values())
    totals = Counter(_type(item) for items in (new.nodes, new.edges) for item in items)
    counted = []
    for name in dict.fromkeys(name for name, _ in found):
        numbers = [found[name, way] for way in words.ways]
        counted.append((name, (*numbers, totals[name] - found[name, "created"] - found[name, "changed"])))
    return counted


def _told_row(row: Difference, words: Words, language: Language) -> tuple[Cell, ...]:
    name, model = _type(row.item), words.model
    known = model.labels.get(name) or model.types.get(name)
    columns = known.columns if known else {}
    return (
        words.each[row.way][language],
        _type_words(name, model, language),
        _name(row.item, words, language),
        _field_words(row.field, columns, language),
        *(_value_words(row, value, columns, words, language) for value in (row.old, row.new)),
        row.item.id if isinstance(row.item, Node) else f"{row.item.start} → {row.item.end}",
    )


def _type_words(name: str, model: Model, language: Language) -> str:
    known: NodeType | EdgeType | None = model.labels.get(name) or model.types.get(name)
    return known.term[language] if known else name


def _name(item: Node | Edge, words: Words, language: Language) -> str:
    """A node's name; of a relation those of its ends, and what tells it apart from others between them."""
    if isinstance(item, Node):
        return item.name
    ends = f"{words.names.get(item.start, item.start)} → {words.names.get(item.end, item.end)}"
    kind = words.model.types.get(item.type)
    apart = (
        [_choice_words(kind.columns[key], item.facts[key], language) for key in kind.key if key in item.facts]
        if (kind)
        else []
    )
    return f"{ends} ({', '.join(apart)})" if apart else ends


def _field_words(name: str, columns: Mapping[str, Field], language: Language) -> str | None:
    if not name:
        return None
    return TYPE[language] if name == LABEL else columns[name].term[language] if name in columns else name


def _value_words(
    row: Difference, value: Value | None, columns: Mapping[str, Field], words: Words, language: Language
) -> Cell:
    """A value as people read it: the term of a choice, the name of what an id names, else as it is."""
    if row.field == LABEL:
        return _type_words(str(value), words.model, language)
    if value is None or row.field not in columns:
        return value
    if columns[row.field].kind.labels:
        return words.names.get(str(value), str(value))
    if isinstance(value, bool):
        return YES_NO[value][language]
    return _choice_words(columns[row.field], value, language) if columns[row.field].kind.choices else value


def _choice_words(field: Field, value: Value, language: Language) -> str:
    return next((each.term[language] for each in field.kind.choices if each.value == value), str(value))


def _code_row(row: Difference, names: Mapping[str, str]) -> tuple[Cell, ...]:
    item = row.item
    if isinstance(item, Node):
        ends: tuple[Cell, ...] = (item.id, None, None, item.name)
    else:
        ends = (None, item.start, item.end, f"{names.get(item.start, item.start)} → {names.get(item.end, item.end)}")
    return (row.way, _type(item), *ends, row.field or None, row.old, row.new)
