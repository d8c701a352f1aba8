"""The vocabulary in which a model is written: terms, kinds, fields, node types, edge types; and its own check."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gronagraf.errors import ModelError, Problem

Language = Literal["sv", "en"]
SHAPES = ("dot", "diamond", "square", "star", "triangle", "triangleDown", "hexagon")
RESERVED = frozenset({"id", "from", "to", "seed"})
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a sentence that people read, in Swedish and in English."""

    sv: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.sv


NO_TERM = Term("", "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value of a field, with the word that people read."""

    value: str
    term: Term


@dataclass(frozen=True, slots=True)
class Kind:
    """What values a field takes: a storage type, narrowed by choices, bounds or the labels that an id may name."""

    name: Literal["text", "integer", "number", "date", "boolean", "choice", "reference"]
    choices: tuple[Choice, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    labels: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.choices)


TEXT = Kind("text")
INTEGER = Kind("integer")
NUMBER = Kind("number")
DATE = Kind("date")
BOOLEAN = Kind("boolean")


def choice(*choices: tuple[str, str, str]) -> Kind:
    """A kind of the given (value, Swedish, English) and nothing else."""
    return Kind("choice", tuple(Choice(value, Term(sv, en)) for value, sv, en in choices))


def between(lowest: int, highest: int) -> Kind:
    """Whole numbers from lowest to highest, both allowed."""
    return Kind("integer", lowest=lowest, highest=highest)


def reference(*labels: str) -> Kind:
    """The id of a node with one of these labels."""
    return Kind("reference", labels=labels)


BASIS = choice(("stated", "uttalat", "stated"), ("inferred", "härlett", "inferred"))


@dataclass(frozen=True, slots=True)
class Field:
    """One named value of a node or a relation.

    `wording` adds a twin `<name>_text` for the source's own words, `doubt` a twin `<name>_basis` that says whether this
    one value is stated or inferred.
    """

    name: str
    kind: Kind
    term: Term
    doc: Term = NO_TERM
    required: bool = False
    wording: bool = False
    doubt: bool = False

    def with_twins(self) -> Iterator["Field"]:
        yield self
        if self.wording:
            yield Field(
                f"{self.name}_text",
                TEXT,
                Term(f"{self.term.sv}, källans ord", f"{self.term.en}, in the source's words"),
            )
        if self.doubt:
            yield Field(f"{self.name}_basis", BASIS, Term(f"{self.term.sv}, grund", f"{self.term.en}, basis"))


NAME = Field("name", TEXT, Term("Namn", "Name"), required=True)
NOTE = Field("note", TEXT, Term("Anmärkning", "Note"))
DATE_TEXT = Field(
    "date_text",
    TEXT,
    Term("Tid, källans ord", "Time, in the source's words"),
    Term("När källan säger mer eller annat än datumen.", "When the source says more than, or other than, the dates."),
)
DATE_BASIS = Field(
    "date_basis",
    BASIS,
    Term("Tid, grund", "Time, basis"),
    Term("Om datumen är uttalade eller härledda.", "Whether the dates are stated or inferred."),
)
SOURCE = Field(
    "source",
    TEXT,
    Term("Källa", "Source"),
    Term("En webbadress eller en källa i ord.", "A web address, or a source in words."),
)
SOURCE_YEAR = Field(
    "source_year",
    INTEGER,
    Term("Källans år", "Year of the source"),
    Term("Det år då uppgiften gällde.", "The year in which the fact held."),
    wording=True,
    doubt=True,
)
BASIS_FIELD = Field(
    "basis",
    BASIS,
    Term("Grund", "Basis"),
    Term("Om källan säger det eller om det är härlett.", "Whether the source says so or it is inferred."),
)
PROVENANCE = tuple(field for common in (SOURCE, SOURCE_YEAR, BASIS_FIELD) for field in common.with_twins())
NODE_FIELDS = (
    NOTE,
    Field("valid_from", DATE, Term("Från", "From"), Term("Första dag, månad eller år.", "First day, month or year.")),
    Field("valid_to", DATE, Term("Till", "To"), Term("Sista dag, månad eller år.", "Last day, month or year.")),
    DATE_TEXT,
    DATE_BASIS,
    *PROVENANCE,
)
EDGE_FIELDS = (
    Field("since", DATE, Term("Sedan", "Since")),
    Field("until", DATE, Term("Till och med", "Until")),
    DATE_TEXT,
    DATE_BASIS,
    NOTE,
    *PROVENANCE,
)
PERIODS = (("valid_from", "valid_to"), ("since", "until"))


def snake_case(label: str) -> str:
    """`LearningEvent` as `learning_event`, `MEMBER_OF` as `member_of`: the name of its file."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", label).lower()


@dataclass(frozen=True)
class NodeType:
    """A label: its words, its look and its own fields beside those that every node has."""

    label: str
    term: Term
    plural: Term
    doc: Term
    colour: str
    shape: str
    fields: tuple[Field, ...] = ()

    @property
    def name(self) -> str:
        return self.label

    @cached_property
    def file(self) -> str:
        return snake_case(self.label)

    @cached_property
    def columns(self) -> dict[str, Field]:
        """Every field in the order of the seed file, twins and common fields included; the id is not among them."""
        own = (twin for field in (NAME, *self.fields) for twin in field.with_twins())
        return {field.name: field for field in (*own, *NODE_FIELDS)}

    @cached_property
    def header(self) -> tuple[str, ...]:
        return ("id", *self.columns)


@dataclass(frozen=True)
class EdgeType:
    """A relation type: its sentence, the labels it may join, its own fields and those that tell parallel ones apart.

    `term` reads from start to end, `inverse` from end to start. A symmetric relation is stored once, from the lower id
    to the higher, and read both ways. An acyclic one may not lead back to where it began.
    """

    type: str
    term: Term
    inverse: Term
    doc: Term
    ends: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()
    symmetric: bool = False
    acyclic: bool = False

    @property
    def name(self) -> str:
        return self.type

    @cached_property
    def file(self) -> str:
        return self.type.lower()

    @cached_property
    def starts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(start for start, _ in self.ends))

    @cached_property
    def targets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(end for _, end in self.ends))

    @cached_property
    def columns(self) -> dict[str, Field]:
        """Every field in the order of the seed file, twins and common fields included; the ends are not among them."""
        own = (twin for field in self.fields for twin in field.with_twins())
        return {field.name: field for field in (*own, *EDGE_FIELDS)}

    @cached_property
    def header(self) -> tuple[str, ...]:
        return ("from", "to", *self.columns)


@dataclass(frozen=True)
class Model:
    """All node types and edge types of a graph; one that contradicts itself raises ModelError with every fault."""

    nodes: tuple[NodeType, ...]
    edges: tuple[EdgeType, ...]

    def __post_init__(self) -> None:
        if problems := sorted(set(faults(self))):
            raise ModelError(problems)

    @property
    def all(self) -> tuple[NodeType | EdgeType, ...]:
        return (*self.nodes, *self.edges)

    @cached_property
    def labels(self) -> dict[str, NodeType]:
        return {node.label: node for node in self.nodes}

    @cached_property
    def types(self) -> dict[str, EdgeType]:
        return {edge.type: edge for edge in self.edges}

    @cached_property
    def files(self) -> dict[str, NodeType | EdgeType]:
        return {each.file: each for each in self.all}

    def fields(self) -> Iterator[tuple[NodeType | EdgeType, Field]]:
        """Every field with the type that it belongs to."""
        for each in self.all:
            for field in each.columns.values():
                yield each, field


def faults(model: Model) -> Iterator[Problem]:
    """What contradicts itself in a model, each with the type and what to do."""
    yield from _name_faults(model)
    labels = {node.label for node in model.nodes}
    for node in model.nodes:
        yield from _look_faults(node)
        yield from _field_faults(node.label, (NAME, *node.fields), NODE_FIELDS, labels)
    for edge in model.edges:
        yield from _field_faults(edge.type, edge.fields, EDGE_FIELDS, labels)
        yield from _edge_faults(edge, labels)


def _name_faults(model: Model) -> Iterator[Problem]:
    for node in model.nodes:
        if not re.fullmatch(r"([A-Z][a-z0-9]+)+", node.label):
            yield Problem(node.label, "is not a label in CamelCase ASCII", "rename it")
    for edge in model.edges:
        if not re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", edge.type):
            yield Problem(edge.type, "is not a relation type in UPPER_CASE ASCII", "rename it")
    names = Counter(snake_case(each.name) for each in model.all)
    for name, count in names.items():
        if count > 1:
            yield Problem(name, f"names {count} types", "labels and relation types share one space of file names")
    for each in model.all:
        other = each.plural if isinstance(each, NodeType) else each.inverse
        if not all(term.sv and term.en for term in (each.term, other, each.doc)):
            kind = "plural" if isinstance(each, NodeType) else "inverse"
            yield Problem(each.name, f"lacks a term, a doc or its {kind}", "give all in Swedish and in English")


def _look_faults(node: NodeType) -> Iterator[Problem]:
    if not re.fullmatch(r"#[0-9a-f]{6}", node.colour):
        yield Problem(node.label, f"has the colour {node.colour!r}", "write it as #rrggbb in lower case")
    if node.shape not in SHAPES:
        yield Problem(node.label, f"has the shape {node.shape!r}", f"choose among {', '.join(SHAPES)}")


def _field_faults(owner: str, own: Iterable[Field], common: Iterable[Field], labels: set[str]) -> Iterator[Problem]:
    fields = [twin for field in own for twin in field.with_twins()] + list(common)
    for name, count in Counter(field.name for field in fields).items():
        if count > 1:
            yield Problem(owner, f"has {count} fields called {name}", "rename one; twins and common fields count")
    for field in fields:
        where = f"{owner}.{field.name}"
        if not IDENTIFIER.fullmatch(field.name) or field.name in RESERVED:
            yield Problem(where, "is not a free name in snake_case ASCII", "rename it")
        if not (field.term.sv and field.term.en):
            yield Problem(where, "lacks a term", "give it in Swedish and in English")
        yield from _kind_faults(where, field.kind, labels)


def _kind_faults(where: str, kind: Kind, labels: set[str]) -> Iterator[Problem]:
    if kind.name == "choice" and len(set(kind.values)) != max(1, len(kind.values)):
        yield Problem(where, "has no choices or the same one twice", "list each value once")
    for each in kind.choices:
        if not (each.value and each.term.sv and each.term.en):
            yield Problem(where, f"has the choice {each.value!r} without words", "give them in Swedish and in English")
    if kind.name == "reference" and not kind.labels:
        yield Problem(where, "refers to no label", "name a node type")
    for label in kind.labels:
        if label not in labels:
            yield Problem(where, f"refers to {label}, which is no label", "name a node type")
    if kind.lowest is not None and kind.highest is not None and kind.lowest > kind.highest:
        yield Problem(where, "has a lowest value above its highest", "turn them round")


def _edge_faults(edge: EdgeType, labels: set[str]) -> Iterator[Problem]:
    if not edge.ends or len(set(edge.ends)) != len(edge.ends):
        yield Problem(edge.type, "has no ends or the same pair twice", "list each pair of labels once")
    for label in {label for pair in edge.ends for label in pair} - labels:
        yield Problem(edge.type, f"joins {label}, which is no label", "name a node type")
    for name in edge.key:
        if name not in edge.columns:
            yield Problem(edge.type, f"has the key field {name}, which it lacks", "name one of its fields")
    if (edge.symmetric or edge.acyclic) and any(start != end for start, end in edge.ends):
        yield Problem(edge.type, "is symmetric or acyclic between different labels", "both ends must have one label")
    if edge.symmetric and edge.acyclic:
        yield Problem(edge.type, "is both symmetric and acyclic", "choose one")
