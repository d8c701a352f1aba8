"""Measures in which a node counts as its contacts do: eigenvector, PageRank, Katz and Bonacich's power."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import add, itemgetter, mul, sub
from typing import TypeAlias

import igraph

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values, once
from gronagraf.analysis.measures.phrases import USED, ZERO
from gronagraf.analysis.measures.spectrum import principal, spectrum, unsettled
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term

Vector: TypeAlias = Sequence[float]

DAMPING = 0.85
SETTLED = 1e-12
MOST_ROUNDS = 10_000


def eigenvector(projection: Projection, how: How) -> Values:
    """Each node proportional to the weighted sum of those tied to it, by ties inward (Bonacich 1972).

    Scaled so that the largest is 1, in a two-mode network of each mode; `raw` has the sum of squares 1. Only the part
    with the largest eigenvalue, and where ties are directed what it points to, has more than 0.
    """
    part = _with_downstream(projection, spectrum(projection).leading[0])
    values = [0.0] * len(projection.nodes)
    for node, value in zip(part, principal(projection, part)[0], strict=True):
        values[node] = value
    if how.raw:
        return _scaled(values, math.hypot(*values))
    first = projection.first_mode or len(values)
    return [*_scaled(values[:first]), *_scaled(values[first:])]


def _with_downstream(projection: Projection, part: Sequence[int]) -> Sequence[int]:
    if not projection.directed:
        return part
    seen = set(part)
    waiting = list(part)
    while waiting:
        new = set(projection.network.successors(waiting.pop())) - seen
        seen |= new
        waiting.extend(new)
    return sorted(seen)


def _scaled(values: Sequence[float], unit: float | None = None) -> list[float]:
    largest = max(values, default=0.0) if unit is None else unit
    return [value / largest if largest else 0.0 for value in values]


def undefined(projection: Projection) -> Term | None:
    """Why there is no one eigenvector: no ring of directed ties, or several parts that share the largest eigenvalue."""
    if reason := unsettled(projection):
        return reason
    leading = spectrum(projection).leading
    if not leading:
        return ACYCLIC
    return SHARED if len(leading) > 1 else None


def pagerank(projection: Projection, how: How) -> Values:
    """The share of time of a walk that follows ties by weight, and else starts anew anywhere (Brin & Page 1998)."""
    found = projection.network.pagerank(
        directed=projection.directed, damping=DAMPING, weights=projection.weights if projection.weighted else None
    )
    return [value * len(found) for value in found] if how.raw else list(found)


def katz(projection: Projection, how: How) -> Values:
    """1 for each node and alpha for each walk to it by a factor alpha a step, times its weights (Katz 1953).

    alpha is `how.alpha` of its limit 1/lambda, where lambda is the spectral radius; without a ring of directed ties
    there is no limit and it is that share of 1/the largest weight. Scaled so that the largest is 1; `raw` is not.
    """
    limit = spectrum(projection).radius or max(projection.weights, default=1.0)
    values = _attenuated(projection, how.alpha / limit, [1.0] * len(projection.nodes))
    return values if how.raw else _scaled(values)


def bonacich(projection: Projection, how: How) -> Values:
    """c = A(1 + beta c) with a negative beta: contacts who have few others give power (Bonacich 1987).

    beta is minus `how.alpha` of 1/lambda. Scaled so that the sum of squares is the number of nodes; `raw` is not.
    """
    beta = -how.alpha / spectrum(projection).radius
    values = _attenuated(projection, beta, _inward(projection)([1.0] * len(projection.nodes)))
    return values if how.raw else _scaled(values, math.hypot(*values) / math.sqrt(len(values)))


def _attenuated(projection: Projection, factor: float, start: Vector) -> list[float]:
    """x = start + factor times the weighted sums of x over those tied to each node; |factor| is below 1/lambda."""
    inward = _inward(projection)
    if projection.directed:
        return _settled(lambda now: list(map(add, start, _times(factor, inward(now)))), start)
    return _solved(lambda now: list(map(sub, now, _times(factor, inward(now)))), start)


def _settled(step: Callable[[Vector], list[float]], start: Vector) -> list[float]:
    """The values that the step leaves as they are, by doing it over and over."""
    values = list(start)
    for _ in range(MOST_ROUNDS):
        before, values = values, step(values)
        if max(map(abs, map(sub, values, before)), default=0.0) <= SETTLED * max(map(abs, values), default=0.0):
            break
    return values


def _solved(apply: Callable[[Vector], list[float]], right: Vector) -> list[float]:
    """The values that `apply`, symmetric and positive definite, turns into `right`.

    By conjugate gradients (Hestenes & Stiefel 1952, Journal of Research of the National Bureau of Standards 49:
    409-436): a third of the rounds that doing a step over and over takes.
    """
    values = [0.0] * len(right)
    rest = way = list(right)
    size = first = _dot(rest, rest)
    for _ in range(MOST_ROUNDS):
        if size <= SETTLED**2 * first:
            break
        turned = apply(way)
        length = size / _dot(way, turned)
        values = list(map(add, values, _times(length, way)))
        rest = list(map(sub, rest, _times(length, turned)))
        before, size = size, _dot(rest, rest)
        way = list(map(add, rest, _times(size / before, way)))
    return values


def _dot(one: Vector, other: Vector) -> float:
    return float(sum(map(mul, one, other)))


def _times(factor: float, values: Vector) -> Iterator[float]:
    return map(mul, repeat(factor), values)


def _inward(projection: Projection) -> Callable[[Vector], list[float]]:
    """What turns values into the weighted sums of the values of those that are tied to each node."""
    return once(projection, "inward", lambda: _sums(projection))


def _sums(projection: Projection) -> Callable[[Vector], list[float]]:
    """Strength inward, where each tie weighs its weight times the value at its start: no loop over ties in Python."""
    ties = projection.network.get_edgelist()
    if not ties:
        return lambda values: [0.0] * len(values)
    both = [] if projection.directed else [(end, start) for start, end in ties]
    network = igraph.Graph(len(projection.nodes), ties + both, directed=True)
    weights = projection.weights * (2 if both else 1)
    starts = [start for start, _ in ties + both]
    first = itemgetter(*starts, starts[0])  # one too many, since a getter of a single item gives no tuple
    return lambda values: list(network.strength(mode="in", weights=list(map(mul, first(values), weights))))


ACYCLIC = Term(
    "banden går aldrig runt till någon som de utgått från, så egenvärdet är 0",
    "no ties lead round to where they began, so the eigenvalue is 0",
)
SHARED = Term(
    "flera åtskilda delar av nätet har samma största egenvärde, så värdena är inte bestämda",
    "several separate parts of the network share the largest eigenvalue, so the values are not determined",
)
INWARD = Term(
    "Det som pekar på noden räknas, inte det som den pekar på.",
    "What points to the node counts, not what it points to.",
)
TAKEN_ONCE = Term("Spelar ingen roll: varje del räknas för sig.", "Does not matter: each part counts by itself.")
EIGENVECTOR = Measure(
    "eigenvector",
    Term("Egenvektor", "Eigenvector"),
    eigenvector,
    Explanation(
        Term(
            "Den är central som är knuten till centrala: värdet är proportionellt mot summan av kontakternas värden.",
            "Central is who is tied to the central: the value is proportional to the sum of the contacts' values.",
        ),
        Term(
            "Det största är 1, i ett tvådelat nät av vardera slaget; --raw ger kvadratsumman 1.",
            "The largest is 1, in a two-mode network of each mode; --raw gives the sum of squares 1.",
        ),
        USED,
        INWARD,
        ZERO,
        Term(
            "Bara den del som har det största egenvärdet får värden över 0; har flera det är måttet inte bestämt.",
            "Only the part with the largest eigenvalue has values above 0; where several have it, there is no value.",
        ),
        "Bonacich 1972, Journal of Mathematical Sociology 2: 113-120",
    ),
    needs_ties=True,
    undefined=undefined,
    central="high",
)
PAGERANK = Measure(
    "pagerank",
    Term("PageRank", "PageRank"),
    pagerank,
    Explanation(
        Term(
            f"Hur stor del av tiden en vandrare är hos noden som i {100 * DAMPING:.0f} % av stegen följer ett band"
            " och annars börjar om var som helst.",
            f"The share of time spent at the node by a walker who in {DAMPING:.0%} of the steps follows a tie"
            " and else starts anew anywhere.",
        ),
        Term("Summan är 1; --raw ger medelvärdet 1.", "The sum is 1; --raw gives the mean 1."),
        Term("Band väljs i proportion till vikten.", "Ties are chosen in proportion to their weight."),
        Term(
            "Vandraren följer band dit de pekar; där inget band leder vidare börjar den om.",
            "The walker follows ties the way they point; where none leads on, it starts anew.",
        ),
        Term("Nås bara av omstarterna: det minsta värdet.", "Reached by new starts only: the least value."),
        Term("Omstarterna når alla delar.", "New starts reach every part."),
        "Brin & Page 1998, Computer Networks and ISDN Systems 30: 107-117",
    ),
    two_mode=False,
    central="high",
)
KATZ = Measure(
    "katz",
    Term("Katz", "Katz"),
    katz,
    Explanation(
        Term(
            "Alla vandringar som leder till noden, där varje steg till räknas mindre. --alpha säger hur mycket: en"
            " andel (annars 0,5) av det mesta som går, 1 delat med nätets största egenvärde.",
            "All walks that lead to the node, where each further step counts less. --alpha says how much: a share (else"
            " 0.5) of the most that is possible, 1 over the largest eigenvalue of the network.",
        ),
        Term(
            "Det största är 1; --raw ger summan, där noden själv räknas som 1.",
            "The largest is 1; --raw gives the sum, in which the node itself is 1.",
        ),
        Term("Används som styrka: vikterna längs en vandring multipliceras.", "Used as a strength: weights multiply."),
        INWARD,
        Term("Det minsta värdet: bara noden själv.", "The least value: only the node itself."),
        Term(
            "Varje del räknas för sig, med samma alpha. Utan ringar av riktade band är alpha en andel av 1 delat med"
            " den största vikten.",
            "Each part counts by itself, with the same alpha. Without rings of directed ties alpha is a share of 1 over"
            " the largest weight.",
        ),
        "Katz 1953, Psychometrika 18: 39-43",
    ),
    two_mode=False,
    undefined=unsettled,
    central="high",
)
BONACICH = Measure(
    "bonacich",
    Term("Förhandlingsmakt", "Bargaining power"),
    bonacich,
    Explanation(
        Term(
            "Den har makt vars kontakter har få andra att vända sig till. --alpha säger hur mycket kontakternas egna"
            " kontakter drar ner (annars 0,5 av det mesta som går).",
            "Power is with those whose contacts have few others to turn to. --alpha says how much the contacts' own"
            " contacts take away (else 0.5 of the most that is possible).",
        ),
        Term(
            "Kvadratsumman är antalet noder, så 1 är en vanlig storlek; --raw ger c = A(1 + βc) som det är.",
            "The sum of squares is the number of nodes, so 1 is a usual size; --raw gives c = A(1 + βc) as it is.",
        ),
        USED,
        Term("Bara oriktade band.", "Undirected ties only."),
        ZERO,
        TAKEN_ONCE,
        "Bonacich 1987, American Journal of Sociology 92: 1170-1182",
    ),
    directed="never",
    two_mode=False,
    needs_ties=True,
    undefined=unsettled,
    central="high",
)
MEASURES = (EIGENVECTOR, PAGERANK, KATZ, BONACICH)
