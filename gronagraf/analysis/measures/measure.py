"""What a measure is: its words, what it needs of a network, how it is worked out, and where it comes from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gronagraf.analysis.projection import Projection
from gronagraf.schema import NO_TERM, Term

Values: TypeAlias = Sequence[float | None]
"""One value for each node, in their order; None where the measure is not defined for that node."""

Group = Literal["sector", "level", "municipality", "kind"]


@dataclass(frozen=True, slots=True)
class How:
    """How measures are worked out.

    `raw` leaves values as counted where a measure is otherwise normalised. `exact` works betweenness out from every
    source, also above SAMPLED_FROM nodes; else it is estimated from `samples` of them. `steps` is how far `reach`
    reaches, `group` the field by which brokers are told apart, `seed` what chance begins from.
    """

    raw: bool = False
    exact: bool = False
    samples: int = 1000
    steps: int = 2
    group: Group = "sector"
    seed: int = 1


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
    network without any tie has none.
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

    def refusal(self, projection: Projection) -> Term | None:
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
        return None


FOR_DIRECTED = Term("finns bara för riktade band", "exists for directed ties only")
FOR_UNDIRECTED = Term(
    "finns bara för oriktade band; läs banden åt båda håll med --undirected",
    "exists for undirected ties only; read ties both ways with --undirected",
)
NOT_SIGNED = Term("har ingen mening för band med minustecken", "has no meaning for negative ties")
NOT_TWO_MODE = Term("är inte definierat för ett tvådelat nät", "is not defined for a two-mode network")
NEEDS_TIES = Term("nätet har inga band", "the network has no ties")


@dataclass(frozen=True, slots=True)
class Measured:
    """Values by the measure's name, and for each that has any empty one the reason why."""

    projection: Projection
    measures: tuple[Measure, ...]
    values: Mapping[str, Values]
    reasons: Mapping[str, Term]
    estimated: frozenset[str] = frozenset()
