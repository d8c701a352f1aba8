"""Burt's structural holes: how far a node's contacts are tied to each other and so can do without it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values, once
from gronagraf.analysis.measures.phrases import NO_MATTER
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

Ties = Sequence[Mapping[int, float]]
"""For each node its contacts with the strength between the two, both ways together."""


@dataclass(frozen=True, slots=True)
class Ego:
    """What is known of a node with contacts: effective size, and the constraint that each contact puts on it."""

    effective_size: float
    constraints: tuple[float, ...]


def constraint(projection: Projection, _: How) -> Values:
    """Sum over contacts j of (p_ij + sum over q of p_iq p_qj)², p_ij the share of i's strength spent on j (Burt 1992).

    The strength between two is what is tied both ways, a_ij + a_ji.
    """
    found = projection.network.constraint(weights=projection.weights or None)
    return [value if value == value else None for value in found]


def effective_size(projection: Projection, _: How) -> Values:
    """Contacts less redundancy: sum over j of (1 - sum over q of p_iq m_jq), q other than i and j (Burt 1992).

    m_jq is the strength between j and q over the largest that j has with anyone. Without weights this is n - 2t/n, with
    n contacts and t ties among them (Borgatti 1997).
    """
    return [each.effective_size if each else None for each in _egos(projection)]


def efficiency(projection: Projection, _: How) -> Values:
    """Effective size over the number of contacts (Burt 1992)."""
    return [each.effective_size / len(each.constraints) if each else None for each in _egos(projection)]


def hierarchy(projection: Projection, _: How) -> Values:
    """How far constraint comes from one contact: the Coleman-Theil index of the c_ij (Burt 1992).

    Sum of r ln r over N ln N, with N contacts and r = c_ij over the mean c_ij: 0 where all are equal. None for N < 2.
    """
    return [_concentration(each.constraints) if each else None for each in _egos(projection)]


def _concentration(shares: Sequence[float]) -> float | None:
    size = len(shares)
    if size < 2:
        return None
    mean = math.fsum(shares) / size
    ratios = [share / mean for share in shares]
    return max(math.fsum(ratio * math.log(ratio) for ratio in ratios) / (size * math.log(size)), 0.0)


def _egos(projection: Projection) -> Sequence[Ego | None]:
    return once(projection, "egos", lambda: _all_egos(_ties(projection)))


def _ties(projection: Projection) -> Ties:
    ties: list[dict[int, float]] = [{} for _ in projection.nodes]
    for (start, end), weight in zip(projection.network.get_edgelist(), projection.weights, strict=True):
        ties[start][end] = ties[start].get(end, 0.0) + weight
        ties[end][start] = ties[end].get(start, 0.0) + weight
    return ties


def _all_egos(ties: Ties) -> list[Ego | None]:
    totals = [math.fsum(own.values()) for own in ties]
    largest = [max(own.values(), default=0.0) for own in ties]
    return [_ego(node, ties, totals, largest) if ties[node] else None for node in range(len(ties))]


def _ego(node: int, ties: Ties, totals: Sequence[float], largest: Sequence[float]) -> Ego:
    """For each contact j: what the contacts q in common give of redundancy, and of constraint by way of them."""
    own = ties[node]
    total = totals[node]
    passed = {q: strength / total / totals[q] for q, strength in own.items()}
    redundancy = 0.0
    constraints = []
    for j, strength in own.items():
        near = ties[j]
        common = own.keys() & near.keys()
        between = list(map(near.__getitem__, common))
        redundancy += sum(map(mul, map(own.__getitem__, common), between)) / (total * largest[j])
        indirect = sum(map(mul, map(passed.__getitem__, common), between))
        constraints.append((strength / total + indirect) ** 2)
    return Ego(len(own) - redundancy, tuple(constraints))


NO_CONTACT = Term("den som inte har något band har inget värde", "one without a tie has no value")
TOO_FEW = Term(
    "den som har färre än två kontakter har inget värde", "one that has fewer than two contacts has no value"
)
PROPORTIONS = Term(
    "Används som styrka: hur stor del av nodens sammanlagda styrka som läggs på kontakten.",
    "Used as a strength: the share of the node's whole strength that is spent on the contact.",
)
TOGETHER = Term(
    "Det som går åt båda håll mellan två läggs ihop, som hos Burt.",
    "What goes both ways between two is added, as Burt does.",
)
EMPTY = Term("Tomt: utan kontakter inga hål.", "Empty: without contacts no holes.")
BURT = "Burt 1992, Structural Holes, ch. 2"
CONSTRAINT = Measure(
    "constraint",
    Term("Bundenhet", "Constraint"),
    constraint,
    Explanation(
        Term(
            "Hur bunden noden är av kontakter som även är knutna till varandra; lågt är fritt, med hål att överbrygga.",
            "How bound the node is by contacts that are tied to each other too; low is free, with holes to bridge.",
        ),
        Term(
            "Ingen: vanligen mellan 0 och 1; i små täta nät kan det bli något över 1.",
            "None: usually between 0 and 1; in small dense networks it may be somewhat above 1.",
        ),
        PROPORTIONS,
        TOGETHER,
        EMPTY,
        NO_MATTER,
        BURT,
    ),
    empty=NO_CONTACT,
    two_mode=False,
    central="low",
)
EFFECTIVE_SIZE = Measure(
    "effective_size",
    Term("Effektiv storlek", "Effective size"),
    effective_size,
    Explanation(
        Term(
            "Antalet kontakter minus det som de överlappar varandra.",
            "The number of contacts less what they are redundant with each other.",
        ),
        Term("Ingen; se efficiency för andelen.", "None; see efficiency for the share."),
        PROPORTIONS,
        TOGETHER,
        EMPTY,
        NO_MATTER,
        f"{BURT}; Borgatti 1997, Connections 20(1): 35-38",
    ),
    empty=NO_CONTACT,
    two_mode=False,
    central="high",
)
EFFICIENCY = Measure(
    "efficiency",
    Term("Effektivitet", "Efficiency"),
    efficiency,
    Explanation(
        Term(
            "Effektiv storlek delad med antalet kontakter: 1 när ingen kontakt är knuten till en annan.",
            "Effective size over the number of contacts: 1 when no contact is tied to another.",
        ),
        Term("Delat med antalet kontakter.", "Divided by the number of contacts."),
        PROPORTIONS,
        TOGETHER,
        EMPTY,
        NO_MATTER,
        BURT,
    ),
    empty=NO_CONTACT,
    two_mode=False,
)
HIERARCHY = Measure(
    "hierarchy",
    Term("Hierarki", "Hierarchy"),
    hierarchy,
    Explanation(
        Term(
            "Om bundenheten kommer från en enda kontakt (nära 1) eller lika mycket från alla (0).",
            "Whether constraint comes from a single contact (near 1) or equally from all (0).",
        ),
        Term(
            "Delat med det största som antalet kontakter medger (Coleman-Theil).",
            "Divided by the largest that the number of contacts allows (Coleman-Theil).",
        ),
        PROPORTIONS,
        TOGETHER,
        Term("Tomt, liksom för den som har en enda kontakt.", "Empty, as for one with a single contact."),
        NO_MATTER,
        BURT,
    ),
    empty=TOO_FEW,
    two_mode=False,
)
MEASURES = (CONSTRAINT, EFFECTIVE_SIZE, EFFICIENCY, HIERARCHY)
