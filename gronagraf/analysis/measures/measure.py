"""What a measure is: its words, what it needs of a network, how it is worked out, and where it comes from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar, get_args

from gronagraf.analysis.projection import Projection
from gronagraf.schema import NO_TERM, Term

Values: TypeAlias = Sequence[float | None]
"""One value for each node, in their order; None where the measure is not defined for that node."""

Group = Literal["sector", "level", "municipality", "kind"]
GROUPS: tuple[Group, ...] = get_args(Group)
SAMPLED_FROM = 5000
"""Larger networks than this have their paths followed from a sample of nodes only, unless every path is asked for."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class How:
    """How measures are worked out.

    `raw` leaves values as counted where a measure is otherwise normalised. `exact` works betweenness out from every
    source, also above SAMPLED_FROM nodes; else it is estimated from `samples` of them (None: as many as the size of the
    network bears, see `paths.sample_size`). `steps` is how far `reach` reaches, `group` the field by which brokers are
    told apart, `alpha` the attenuation of walks as a share of its limit, `seed` what chance begins from.
    """

    raw: bool = False
    exact: bool = False
    samples: int | None = None
    steps: int = 2
    group: Group = "sector"
    alpha: float = 0.5
    seed: int = 1


DEFAULT = How()
Tell: TypeAlias = Callable[[int, int], None]
"""Told of pieces of work done and pieces in all."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What must be known before a value is read. `source` is a reference in the words of its field."""

    definition: Term
    normalisation: Term
    weight: Term
    direction: Term
    isolates: Term
    disconnected: Term
    source: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One value for each node. `compute` may return None for a node; `empty` then says why.

    `directed` says whether it is for directed ties `only`, for undirected ones only (`never`), or for `any`; `signed`
    whether negative ties have a meaning in it; `two_mode` whether a two-mode network has one; `needs_ties` whether a
    network without any tie has none; `all_paths` whether it needs the paths from every node, which a large network gets
    only where How.exact asks for it; `undefined` gives any other reason why there is no such value. `central` says
    which end is the more central one: the `high`, the `low` (constraint), or neither (None); a list begins at the low
    end only where that is it.
    """

    name: str
    term: Term
    compute: Callable[[Projection, How], Values]
    explanation: Explanation
    empty: Term = NO_TERM
    directed: Literal["any", "only", "never"] = "any"
    signed: bool = False
    two_mode: bool = True
    needs_ties: bool = False
    all_paths: bool = False
    undefined: Callable[[Projection], Term | None] | None = None
    central: Literal["high", "low"] | None = None

    def refusal(self, projection: Projection, how: How = DEFAULT) -> Term | None:
        """Why the measure does not hold for such a network; None where it does."""
        if self.directed == "only" and not projection.directed:
            return FOR_DIRECTED
        if self.directed == "never" and projection.directed:
            return FOR_UNDIRECTED
        if projection.signed and not self.signed:
            return NOT_SIGNED
        if projection.first_mode is not None and not self.two_mode:
            return NOT_TWO_MODE
        if self.needs_ties and not projection.network.ecount():
            return NEEDS_TIES
        if self.all_paths and not how.exact and len(projection.nodes) > SAMPLED_FROM:
            return TOO_LARGE.filled(nodes=SAMPLED_FROM)
        return self.undefined(projection) if self.undefined else None


def standing(measure: Measure, values: Values) -> Values:
    """The values such that more stands further up: turned round for a measure whose low end is the central one."""
    if measure.central != "low":
        return values
    return [None if value is None else -value for value in values]


# Reasons are whole clauses that hold of one measure or several: they stand in brackets or after a colon.
FOR_DIRECTED = Term("riktade band behövs", "directed ties are needed")
FOR_UNDIRECTED = Term(
    "oriktade band behövs; läs banden åt båda håll med --undirected",
    "undirected ties are needed; read ties both ways with --undirected",
)
NOT_SIGNED = Term(
    "nätet har band med minustecken, som inte har någon mening här",
    "the network has negative ties, which have no meaning here",
)
NOT_TWO_MODE = Term(
    "nätet är tvådelat, och då finns ingen vedertagen läsning; mät utan --two-mode",
    "the network is two-mode, for which there is no established reading; measure without --two-mode",
)
NEEDS_TIES = Term("nätet har inga band", "the network has no ties")
TOO_LARGE = Term(
    "vägarna från varje nod behövs; i nät med mer än {nodes} noder räknas de bara med --exact",
    "the paths from every node are needed; with more than {nodes} nodes they are worked out with --exact only",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Values by the measure's name, and for each that has any empty one the reason why.

    `errors` holds the standard error of each value of a measure that is estimated, from `samples` of the nodes.
    """

    projection: Projection
    measures: tuple[Measure, ...]
    values: Mapping[str, Values]
    reasons: Mapping[str, Term]
    how: How = DEFAULT
    errors: Mapping[str, Sequence[float]] = field(default_factory=dict)
    samples: int = 0

    @property
    def estimated(self) -> frozenset[str]:
        return frozenset(self.errors)


def once(projection: Projection, key: object, make: Callable[[], T]) -> T:
    """What `make` gives, made only the first time that it is asked for of this projection."""
    if key not in projection.kept:
        projection.kept[key] = make()
    kept: T = projection.kept[key]
    return kept
