"""The charts that there are: the stakeholder grid, two measures against each other, cross-impact in its fields."""

from collections.abc import Sequence

from gronagraf.analysis import Measured
from gronagraf.analysis.assessment import SCORES, Correlation, Ratings, date_of, score_of, spearman
from gronagraf.analysis.crossimpact import CrossImpact
from gronagraf.errors import AnalysisError
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.charts.axes import Axis, axis_for, score_axis
from gronagraf.views.charts.scatter import Cut, Point, scatter
from gronagraf.views.charts.stakeholders import stakeholder_grid
from gronagraf.views.charts.writing import Chart
from gronagraf.views.grid import FIELDS
from gronagraf.views.measures import crossimpact as impact
from gronagraf.views.measures.addition import ID, NAME, as_sentence
from gronagraf.views.measures.assessment import SCORE_TERMS
from gronagraf.views.measures.influence import network_in_words, remarks
from gronagraf.views.words import alphabetical, number

GRID_TITLE = Term("Intressenternas makt och intresse", "The stakeholders' power and interest")
GRID_LEAD = Term(
    "{placed} aktörer står efter bedömd makt och bedömt intresse; större cirkel är större relevans.",
    "{placed} actors by assessed power and interest; a larger circle is more relevance.",
)
NOT_PLACED = Term(
    "Utan bedömd makt eller bedömt intresse, och därför bara i tabellen: {names}.",
    "Without assessed power or assessed interest, and therefore in the table only: {names}.",
)
MENDELOW = Term(
    "Fälten är Mendelows (1991); högt är {high} eller mer.", "The fields are Mendelow's (1991); high is {high} or more."
)
RATINGS = Term("Bedömningarna i rutnätet", "The ratings in the grid")
FIELD = Column("field", Term("Fält", "Field"), words={str(at): term for at, term in enumerate(FIELDS)})
TITLE = Term("{y} mot {x}", "{y} against {x}")
VALUES = Term("Värdena i diagrammet", "The values in the chart")
LEAD = Term("{network} {told}", "{network} {told}")
RHO = Term(
    "Rangkorrelationen (Spearman) är {rho} för {pairs} noder{interval}.",
    "The rank correlation (Spearman) is {rho} for {pairs} nodes{interval}.",
)
INTERVAL = Term(", med 95 % intervall {low} till {high}", ", 95 % interval {low} to {high}")
NO_RHO = Term("Ingen rangkorrelation: {reason}.", "No rank correlation: {reason}.")
MISSING = Term(
    "{count} av {total} noder saknar något av värdena och står bara i tabellen.",
    "{count} of {total} nodes lack either value and are in the table only.",
)
TOGETHER = Term(
    "Noder med samma värden, eller så lika att de skulle skymma varandra, är en cirkel med deras antal i.",
    "Nodes with the same values, or so like that they would hide each other, are one circle with their number.",
)
IMPACT_TITLE = Term("Korspåverkan: påverkan mot beroende", "Cross-impact: influence against dependence")
INFLUENCE = Term("Påverkan (summan av vad noden ger)", "Influence (the sum of what the node gives)")
DEPENDENCE = Term("Beroende (summan av vad noden tar emot)", "Dependence (the sum of what the node receives)")
NO_RATINGS = "no actor is rated in a stakeholder analysis here; there is no grid to draw"
NOBODY_PLACED = "no actor has both its power and its interest assessed; there is no grid to draw"
NO_POINTS = "no node has a value in both{why}; there is nothing to draw"
NO_IMPACT = "no influence of known strength joins these nodes; there is nothing to draw"


def grid_chart(given: Ratings, language: Language, told: Result, high: int = 4) -> Chart:
    """The stakeholder grid of the ratings in use. Raises AnalysisError where nobody can be placed."""
    if not given.used:
        raise AnalysisError(NO_RATINGS)
    used = sorted(given.used.values(), key=lambda each: (alphabetical(each.actor.name), each.actor.id))
    without = [each.actor.name for each in used if each.power is None or each.interest is None]
    if len(without) == len(used):
        raise AnalysisError(NOBODY_PLACED)
    picture = stakeholder_grid(GRID_TITLE[language], used, language, high)
    said = [as_sentence(each) for each in given.remarks]
    if without:
        said.append(NOT_PLACED.filled(names=", ".join(without)))
    said.append(MENDELOW.filled(high=high))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.actor.name,
            *(score_of(each, score) for score in SCORES),
            _field(each.power, each.interest, high),
            each.analysis.name,
            date_of(each) or None,
            each.actor.id,
        )
        for each in used
    )
    columns = (NAME, *(Column(each, SCORE_TERMS[each]) for each in SCORES), FIELD)
    table = Result(
        (*columns, Column("analysis", Term("Analys", "Analysis")), Column("date", Term("Datum", "Date")), ID), rows
    )
    lead = GRID_LEAD.filled(placed=len(used) - len(without))
    return Chart(GRID_TITLE, lead, picture, [(RATINGS, table)], said, told)


def _field(power: int | None, interest: int | None, high: int) -> str | None:
    if power is None or interest is None:
        return None
    return str(2 * (power < high) + (interest >= high))


def scatter_chart(
    measured: Measured, given: Ratings, names: tuple[str, str], language: Language, told: Result
) -> Chart:
    """Two measures or scores of every node against each other. Raises AnalysisError where no node has both."""
    nodes = measured.projection.nodes
    x, y = (_values(measured, given, name) for name in names)
    terms = _term(measured, names[0]), _term(measured, names[1])
    points = [
        Point(node.name, across, up)
        for node, across, up in zip(nodes, x, y, strict=True)
        if across is not None and up is not None
    ]
    if not points:
        raise AnalysisError(NO_POINTS.format(why=_why(measured)))
    axes = [
        _axis(name, term, [getattr(point, side) for point in points])
        for name, term, side in zip(names, terms, ("x", "y"), strict=True)
    ]
    title = TITLE.filled(x=Term(terms[0].sv.lower(), terms[0].en.lower()), y=terms[1])
    picture = scatter(title[language], points, axes[0], axes[1], language)
    order = sorted(range(len(nodes)), key=lambda at: (alphabetical(nodes[at].name), nodes[at].id))
    rows = tuple((nodes[at].name, x[at], y[at], nodes[at].id) for at in order)
    table = Result((NAME, Column(names[0], terms[0]), Column(names[1], terms[1]), ID), rows)
    said = [*remarks(measured), *(map(as_sentence, given.remarks) if set(names) & set(SCORES) else ())]
    if missing := len(nodes) - len(points):
        said.append(MISSING.filled(count=missing, total=len(nodes)))
    if len(picture.marks) < len(points):
        said.append(TOGETHER)
    lead = LEAD.filled(network=network_in_words(measured), told=_agreement(spearman(x, y)))
    return Chart(title, lead, picture, [(VALUES, table)], said, told)


def _why(measured: Measured) -> str:
    """In brackets each reason once, with the measures that have no value for it."""
    names: dict[str, list[str]] = {}
    for name, reason in measured.reasons.items():
        names.setdefault(reason.en, []).append(name)
    told = "; ".join(f"{', '.join(alike)}: {reason}" for reason, alike in names.items())
    return f" ({told})" if told else ""


def _values(measured: Measured, given: Ratings, name: str) -> Sequence[float | None]:
    if name in measured.values:
        return measured.values[name]
    scored = {each.actor.id: score_of(each, score) for score in SCORES if score == name for each in given.used.values()}
    return [scored.get(node.id) for node in measured.projection.nodes]


def _term(measured: Measured, name: str) -> Term:
    return next((each.term for each in measured.measures if each.name == name), None) or SCORE_TERMS[name]


def _axis(name: str, term: Term, values: Sequence[float]) -> Axis:
    if name in SCORE_TERMS:
        return score_axis(Term(f"{term.sv} (bedömning, 1–5)", f"{term.en} (assessed, 1–5)"))
    return axis_for(term, values)


def _agreement(found: Correlation) -> Term:
    if found.rho is None:
        return NO_RHO.filled(reason=found.reason)

    def said(language: Language) -> str:
        low, high = (None if each is None else number(each, language) for each in (found.low, found.high))
        interval = "" if low is None else INTERVAL[language].format(low=low, high=high)
        rho = number(found.rho or 0.0, language)
        return RHO[language].format(rho=rho, pairs=found.pairs, interval=interval)

    return Term(said("sv"), said("en"))


def crossimpact_chart(found: CrossImpact, language: Language, told: Result) -> Chart:
    """Influence upwards and dependence across, in the four fields. Raises AnalysisError where no strength is known."""
    known = [
        Point(each.node.name, each.receives.absolute, each.gives.absolute)
        for each in found.elements
        if each.receives.absolute is not None and each.gives.absolute is not None
    ]
    if not known or found.cuts[0] is None or found.cuts[1] is None:
        raise AnalysisError(NO_IMPACT)
    fields = (impact.FIELDS["driver"], impact.FIELDS["relay"], impact.FIELDS["autonomous"], impact.FIELDS["dependent"])
    cut = Cut(found.cuts[1], found.cuts[0], fields)
    x, y = axis_for(DEPENDENCE, [point.x for point in known]), axis_for(INFLUENCE, [point.y for point in known])
    picture = scatter(IMPACT_TITLE[language], known, x, y, language, cut)
    said = list(impact.remarks(found))
    if missing := len(found.elements) - len(known):
        said.append(MISSING.filled(count=missing, total=len(found.elements)))
    if len(picture.marks) < len(known):
        said.append(TOGETHER)
    tables = [(impact.NODES, impact.element_table(found))]
    return Chart(IMPACT_TITLE, impact.lead(found), picture, tables, said, told)


def refuse_unknown(name: str, measures: Sequence[str]) -> None:
    """Raises AnalysisError for a name that is neither a measure nor a score."""
    known = (*measures, *SCORES)
    if name not in known:
        remedy = did_you_mean(name, known, f"choose among {', '.join(known)}")
        raise AnalysisError(f"no measure or score is called {quote(name)}; {remedy}")
