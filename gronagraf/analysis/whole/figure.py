"""One figure of a whole network, the words that explain it, and how figures are worked out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from gronagraf.analysis.measures.measure import (
    FOR_DIRECTED,
    FOR_UNDIRECTED,
    NEEDS_TIES,
    NOT_SIGNED,
    NOT_TWO_MODE,
)
from gronagraf.analysis.projection import Projection
from gronagraf.schema import NO_TERM, Term

SAMPLED_FROM = 5000
"""With more nodes than this, paths are followed from sampled nodes unless all are asked for."""

USUAL = {"permutations": (1000, 200), "runs": (20, 10), "starts": (20, 4)}
Grouping = Literal["sector", "level", "municipality", "kind"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
Tick: TypeAlias = Callable[[], None]
"""Told each time that one piece of the work is done."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a whole network is described.

    `groupings` are the fields that tell groups apart (none given: all of them), `permutations` how often they are dealt
    out anew, `resolution` that of the communities, `runs` how often they are sought, `starts` from how many sides the
    core is sought (none given: the first of USUAL, the second above SAMPLED_FROM nodes), `peers` how many random
    networks stand beside, `samples` how many nodes paths are followed from where not `exact`, `seed` what chance begins
    from.
    """

    groupings: tuple[Grouping, ...] = ()
    permutations: int | None = None
    resolution: float = 1.0
    runs: int | None = None
    starts: int | None = None
    peers: int = 20
    samples: int = 1000
    exact: bool = False
    seed: int = 1


DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Explained:
    """What must be known before a figure is read. `source` is a reference in the words of its field."""

    name: str
    term: Term
    definition: Term
    normalisation: Term
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A value by its name, or the reason why there is none; `note` says what it holds for or how it was estimated.

    `most` is the theoretical maximum that a centralisation was divided by.
    """

    name: str
    value: float | None
    reason: Term = NO_TERM
    note: Term = NO_TERM
    most: float | None = None
    estimated: bool = False


NONE_AS_IS = Term("Ingen: som räknat.", "None: as counted.")
EACH_TIE_ONE = Term(
    "Ingen: varje band räknas som ett, vad det än väger.", "None: each tie counts as one, whatever it weighs."
)
SHARE = Term("En andel, 0 till 1.", "A share, 0 to 1.")
TOO_SMALL = Term("nätet har för få noder", "the network has too few nodes")
FOR_TWO_MODE = Term("nätet är inte tvådelat", "the network is not two-mode")
SAMPLED = Term(
    "skattat från {samples} av {nodes} noder; --exact räknar allt",
    "estimated from {samples} of {nodes} nodes; --exact works it all out",
)


def refusal(
    projection: Projection, *, directed: Literal["any", "only", "never"] = "any", two_mode: bool, signed: bool
) -> Term | None:
    """Why a figure of this kind does not hold for such a network: as `Measure.refusal`, for a network without ties."""
    if directed == "only" and not projection.directed:
        return FOR_DIRECTED
    if directed == "never" and projection.directed:
        return FOR_UNDIRECTED
    if projection.signed and not signed:
        return NOT_SIGNED
    if projection.first_mode is not None and not two_mode:
        return NOT_TWO_MODE
    return None if projection.network.ecount() else NEEDS_TIES


def times(what: Literal["permutations", "runs", "starts"], size: int, settings: Settings) -> int:
    """How often a network of so many nodes is dealt out, parted or searched anew."""
    given = {"permutations": settings.permutations, "runs": settings.runs, "starts": settings.starts}[what]
    return USUAL[what][size > SAMPLED_FROM] if given is None else given


def is_sampled(size: int, settings: Settings) -> bool:
    """Whether paths are followed from some of so many nodes only."""
    return not settings.exact and size > max(SAMPLED_FROM, settings.samples)


def refused(names: Sequence[str], reason: Term) -> list[Figure]:
    """The same reason for each figure."""
    return [Figure(name, None, reason) for name in names]


def pieces(places: Sequence[int], size: int = 50) -> Iterator[Sequence[int]]:
    """Places in pieces, so that long work can be followed and stopped."""
    return (places[start : start + size] for start in range(0, len(places), size))
