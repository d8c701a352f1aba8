"""How actors are rated in stakeholder analyses: one rating each, of a named analysis or of the latest one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from gronagraf.analysis.projection import Selection
from gronagraf.analysis.projection.selection import select
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote

Score = Literal["power", "relevance", "interest"]
SCORES: tuple[Score, ...] = get_args(Score)
LATEST = Term(
    "bedömningarna är varje aktörs senaste och är inte vägda samman (antal analyser: {count})",
    "each actor's latest rating is used; they are not averaged (number of analyses: {count})",
)
ONE = Term("bedömningarna är ur »{name}«", "the ratings are of “{name}”")
EQUALLY_LATE = Term(
    "aktörer med flera bedömningar från sin senaste dag: {count}; den ur analysen med lägst id används",
    "actors with several ratings of their latest day: {count}; that of the analysis with the lowest id is used",
)


@dataclass(frozen=True, slots=True)
class Rating:
    """One actor in one analysis: each score from 1 to 5, None where it is not given, and what the rating rests on."""

    actor: Node
    analysis: Node
    power: int | None
    relevance: int | None
    interest: int | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Ratings:
    """The one rating that is used of each actor by its id, all that there are, and how the choice was made."""

    used: Mapping[str, Rating]
    every: tuple[Rating, ...]
    remarks: tuple[Term, ...]


def ratings(graph: Graph, selection: Selection, analysis: str | None = None) -> Ratings:
    """The ratings of the analysis with this id, else the latest of each actor; several are never averaged.

    An analysis later than the selection's day is left out. Bodies are not rolled up: a rating is of whom it was given.
    Raises AnalysisError for an id that is no analysis.
    """
    left, _ = select(graph, replace(selection, roll_up=False))
    every = tuple(each for each in _every(left) if _known(each, selection.at))
    if analysis is not None:
        node = _analysis(left, analysis)
        own = {each.actor.id: each for each in every if each.analysis.id == analysis}
        return Ratings(own, every, (ONE.filled(name=node.name),))
    used, doubtful = _latest(every)
    remarks = [_how_many(used.values())] if used else []
    if doubtful:
        remarks.append(EQUALLY_LATE.filled(count=doubtful))
    return Ratings(used, every, tuple(remarks))


def _how_many(used: Iterable[Rating]) -> Term:
    analyses = {each.analysis.id: each.analysis for each in used}
    if len(analyses) > 1:
        return LATEST.filled(count=len(analyses))
    return ONE.filled(name=next(iter(analyses.values())).name)


def _every(graph: Graph) -> Iterable[Rating]:
    nodes = graph.by_id()
    edges = (edge for edge in graph.edges if edge.type == "ASSESSED_IN")
    return (_rating(edge, nodes) for edge in sorted(edges, key=lambda edge: (edge.start, edge.end, edge.seed)))


def _rating(edge: Edge, nodes: Mapping[str, Node]) -> Rating:
    power, relevance, interest = (int(edge.facts[name]) if name in edge.facts else None for name in SCORES)
    basis = str(edge.facts.get("basis", ""))
    return Rating(nodes[edge.start], nodes[edge.end], power, relevance, interest, basis)


def _known(rating: Rating, at: str | None) -> bool:
    """Whether an analysis was made by that day, as far as both dates are known."""
    day = date_of(rating)
    return at is None or not day or day[: len(at)] <= at[: len(day)]


def date_of(rating: Rating) -> str:
    """The day of the analysis as precisely as it is known; empty where it is not."""
    return str(rating.analysis.facts.get("date", ""))


def _latest(every: Iterable[Rating]) -> tuple[dict[str, Rating], int]:
    """The latest rating of each actor, and for how many there are several of that day."""
    by_actor: defaultdict[str, list[Rating]] = defaultdict(list)
    for each in every:
        by_actor[each.actor.id].append(each)
    used: dict[str, Rating] = {}
    doubtful = 0
    for actor, found in by_actor.items():
        day = max(map(date_of, found))
        last = sorted((each for each in found if date_of(each) == day), key=lambda each: each.analysis.id)
        used[actor] = last[0]
        doubtful += len(last) > 1
    return used, doubtful


def _analysis(graph: Graph, wanted: str) -> Node:
    known = {node.id: node for node in graph.nodes if node.label == "StakeholderAnalysis"}
    if wanted in known:
        return known[wanted]
    if not known:
        raise AnalysisError("the graph holds no stakeholder analysis; it has none to compare with")
    otherwise = f"there are {', '.join(sorted(known))}"
    raise AnalysisError(f"no stakeholder analysis has the id {quote(wanted)}; {did_you_mean(wanted, known, otherwise)}")
