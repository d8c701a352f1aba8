"""What a mapping says: which tables it takes, and what nodes and relations their rows become."""

from collections.abc import Mapping as Words
from dataclasses import dataclass, field

from gronagraf.graph import SeedInfo
from gronagraf.importing.cells.amounts import Numbers
from gronagraf.importing.cells.dates import DateForm
from gronagraf.importing.mapping.patterns import Pattern
from gronagraf.schema import EdgeType, NodeType

WAYS = ("key", "id", "name", "casefold", "also_known_as")
BY_NAME = ("name", "casefold", "also_known_as")


@dataclass(frozen=True, slots=True)
class Find:
    """Where a text is looked for: among the nodes of these rules and labels, in these ways, the first that answers."""

    rules: tuple[str, ...]
    labels: tuple[str, ...]
    by: tuple[str, ...] = BY_NAME


@dataclass(frozen=True, slots=True)
class Cell:
    """How a text comes out of a row: the first filled of some columns, a constant or a template; then what it becomes.

    `empty` stands for cells that are all empty. `values` turns their words, case aside, into ours; a word that is not
    there becomes `otherwise` and is listed, or is left out and listed where that is None.
    """

    columns: tuple[str, ...] = ()
    empty: str = ""
    constant: str = ""
    template: Pattern | None = None
    values: Words[str, str] = field(default_factory=dict)
    otherwise: str | None = None
    dates: tuple[DateForm, ...] = ()
    numbers: Numbers | None = None
    find: Find | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every column that it reads."""
        return (*self.columns, *(self.template.names if self.template else ()))


@dataclass(frozen=True, slots=True)
class When:
    """A condition on one cell: among some words (case aside), not among some, filled or empty."""

    columns: tuple[str, ...]
    among: frozenset[str] | None = None
    not_among: frozenset[str] = frozenset()
    filled: bool | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A cell that is a list: each part between the separators is read by the first pattern that fits it."""

    columns: tuple[str, ...]
    by: tuple[str, ...]
    patterns: tuple[Pattern, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that its patterns give, which the rule uses like columns."""
        return tuple(dict.fromkeys(name for pattern in self.patterns for name in pattern.names))


@dataclass(frozen=True, slots=True)
class Identity:
    """How a node gets its id: the text of a cell as it is, or a slug made of several, with something before it.

    `own` is the id that the table itself gives a thing: where two are not the same, neither are the things.
    """

    cells: tuple[Cell, ...]
    slug: bool
    prefix: str = ""
    own: Cell | None = None


@dataclass(frozen=True, slots=True)
class NodeRule:
    """What makes nodes of one type; `key` is what relations find them by, `reuse` how an extended seed's are found.

    With `otherwise` it takes only what no rule above it on the same source has taken; the type of a choosable rule can
    be chosen when the mapping is used.
    """

    name: str
    type: NodeType
    source: str
    id: Identity
    key: Cell | None
    fields: Words[str, Cell]
    when: tuple[When, ...]
    split: Split | None
    otherwise: bool
    choosable: bool
    reuse: tuple[str, ...]

    def cells(self) -> tuple[Cell, ...]:
        """Every cell that it reads."""
        more = filter(None, (self.id.own, self.key))
        return (*self.id.cells, *more, *self.fields.values())


@dataclass(frozen=True, slots=True)
class End:
    """An end of a relation: the node that a rule makes of the same row, or one that is looked for."""

    rule: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class EdgeRule:
    """What makes relations of one type; with `either_way` one that fits only the other way round is turned."""

    name: str
    type: EdgeType
    source: str
    start: End
    end: End
    fields: Words[str, Cell]
    when: tuple[When, ...]
    split: Split | None
    otherwise: bool
    choosable: bool
    either_way: bool

    def cells(self) -> tuple[Cell, ...]:
        """Every cell that it reads."""
        ends = (end.cell for end in (self.start, self.end) if end.cell)
        return (*ends, *self.fields.values())


@dataclass(frozen=True, slots=True)
class Join:
    """Columns of another source, as `source.column`, from its row whose `key` is what stands in our `column`."""

    source: str
    column: str
    key: str


@dataclass(frozen=True, slots=True)
class SourceRule:
    """Which tables it takes: by name of file and sheet, and by the columns that must be there."""

    name: str
    files: tuple[str, ...] = ("*",)
    sheets: tuple[str, ...] = ("*",)
    columns: tuple[str, ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ""
    skip: tuple[str, ...] = ()
    skip_rows: tuple[When, ...] = ()
    join: Join | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping: the seed that it makes, the tables that it takes, what it makes of them."""

    file: str
    seed: SeedInfo
    sources: tuple[SourceRule, ...]
    nodes: tuple[NodeRule, ...]
    edges: tuple[EdgeRule, ...]

    def rules(self, source: str) -> tuple[NodeRule | EdgeRule, ...]:
        """Every rule on a source, nodes first."""
        every: tuple[NodeRule | EdgeRule, ...] = (*self.nodes, *self.edges)
        return tuple(rule for rule in every if rule.source == source)
