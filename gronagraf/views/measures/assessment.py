"""Ratings of stakeholders beside their measured place, as a report of several tables."""

from collections.abc import Mapping, Sequence

from gronagraf.analysis import Measured
from gronagraf.analysis.assessment import SCORES, Compared, date_of, score_of
from gronagraf.graph import Cell, Column, Result, SeedInfo
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import ID, NAME
from gronagraf.views.measures.influence import in_words, network_in_words, remarks
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form, Rendered
from gronagraf.views.words import alphabetical, number

TITLE = Term("Bedömt mot uppmätt", "Assessed against structural")
SCORE_TERMS: Mapping[str, Term] = {
    "power": Term("Makt", "Power"),
    "relevance": Term("Relevans", "Relevance"),
    "interest": Term("Intresse", "Interest"),
}
NODES = Term("Bedömning och mått, sida vid sida", "Rating and measures, side by side")
AGREEMENT = Term("Hur väl ordningarna stämmer överens", "How well the orders agree")
PERIPHERAL = Term("Bedömda som mäktiga men i utkanten", "Rated powerful but peripheral")
UNRATED = Term("Obedömda mellanhänder", "Unrated brokers")
ANALYSES = Term("Alla bedömningar, analys för analys", "Every rating, analysis by analysis")
LEAD = Term(
    "{network} Bedömda aktörer: {rated}, varav mäktiga men i utkanten: {peripheral}. "
    "Främsta mellanhänder i nätet: {brokers}, varav utan bedömning: {unrated}.",
    "{network} Actors rated: {rated}, of whom powerful but peripheral: {peripheral}. "
    "Foremost brokers of the network: {brokers}, of whom not rated: {unrated}.",
)
NOBODY = Term(
    "Ingen aktör är bedömd i någon intressentanalys i urvalet, så det finns inget att jämföra.",
    "No actor is rated in any stakeholder analysis here, so there is nothing to compare.",
)
NONE_PERIPHERAL = Term(
    "Ingen: alla med hög makt har mått i nivå med de bedömdas median eller över.",
    "None: all whose power is high have measures at or above the median of those rated.",
)
NONE_CENTRAL = Term(
    "Kan inte sägas: i inget av de valda måtten är mer också mer centralt, eller så har ingen bedömd något värde.",
    "Cannot be told: in none of the chosen measures is more also more central, or nobody rated has a value.",
)
NONE_UNRATED = Term("Ingen: alla de främsta mellanhänderna är bedömda.", "None: all the foremost brokers are rated.")
NO_BROKERS = Term("Kan inte sägas: ingen mellanhand ({reason}).", "Cannot be told: no betweenness ({reason}).")
NO_BROKER = Term("Ingen: nätet har inga mellanhänder.", "None: the network has no brokers.")
DEFINED = Term(
    "I utkanten är den som har makt {high} eller mer och ett värde under medianen för de bedömda ({medians}).",
    "Peripheral is whoever has a power of {high} or more and a value below the median of those rated ({medians}).",
)
FOREMOST = Term(
    "Främst är de {share} % av aktörerna som har störst mellanhand, med alla som ligger lika, om värdet är över 0.",
    "Foremost are the {share} % of the actors with the largest betweenness, with all who equal them, if above 0.",
)
CAUTION = Term(
    "Korrelationen är Spearmans; intervallet (95 %, Bonett & Wright 2000) gäller oberoende par och är grovt när paren "
    "är få eller många lika. Det säger att ordningarna liknar varandra, inte vilken som är rätt.",
    "The correlation is Spearman's; the interval (95 %, Bonett & Wright 2000) is for independent pairs and rough where "
    "they are few or tied. It tells whether the orders are alike, not which one is right.",
)
ANALYSIS = Column("analysis", Term("Analys", "Analysis"))
DATE = Column("date", Term("Datum", "Date"))
WHY = Column("reason", Term("Varför tomt", "Why empty"))


def render_assessment(
    measured: Measured,
    compared: Compared,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    seeds: tuple[SeedInfo, ...] = (),
    unfinished: Sequence[str] = (),
) -> Rendered:
    """The ratings beside the measures, their rank correlations, and where rating and place part ways."""
    terms = {each.name: each.term for each in measured.measures}
    rated, aside = rated_table(compared, terms), _peripheral(compared, terms)
    report = Report(
        title=TITLE,
        lead=_lead(measured, compared),
        sections=(
            Section("nodes", NODES, in_words(rated), rated, NOBODY),
            Section("agreement", AGREEMENT, _agreement(compared, terms, language), _agreement(compared, terms), NOBODY),
            Section("peripheral", PERIPHERAL, in_words(aside), aside, _no_peripheral(compared)),
            _same("unrated", UNRATED, _unrated(compared), _no_unrated(compared)),
            _same("analyses", ANALYSES, _analyses(compared), NOBODY),
        ),
        told=Result((), ((),), seeds=seeds, unfinished=tuple(unfinished)),
        first="nodes",
        remarks=(*remarks(measured), *_said(compared, terms)),
        facts={"high": compared.high, "top": compared.top, "medians": compared.medians},
    )
    return render_report(report, form, language, model, width)


def _same(name: str, heading: Term, table: Result, otherwise: Term) -> Section:
    return Section(name, heading, table, table, otherwise)


def _lead(measured: Measured, compared: Compared) -> Term:
    network = network_in_words(measured)
    if not compared.assessed:
        return Term(f"{network.sv} {NOBODY.sv}", f"{network.en} {NOBODY.en}")
    peripheral = sum(bool(each.peripheral_in) for each in compared.assessed)
    counts = {"rated": len(compared.assessed), "peripheral": peripheral, "brokers": compared.brokers}
    return LEAD.filled(network=network, unrated=len(compared.unrated), **counts)


def _said(compared: Compared, terms: Mapping[str, Term]) -> tuple[Term, ...]:
    said = tuple(
        Term(f"{each.sv[0].upper()}{each.sv[1:]}.", f"{each.en[0].upper()}{each.en[1:]}.") for each in compared.remarks
    )
    if not compared.assessed:
        return said
    known = [(terms[name], value) for name, value in compared.medians.items() if value is not None]
    medians = Term(
        "; ".join(f"{term.sv.lower()} {number(value, 'sv')}" for term, value in known),
        "; ".join(f"{term.en.lower()} {number(value, 'en')}" for term, value in known),
    )
    if not known:
        return (*said, CAUTION)
    return (
        *said,
        DEFINED.filled(high=compared.high, medians=medians),
        FOREMOST.filled(share=round(100 * compared.top)),
        CAUTION,
    )


def rated_table(compared: Compared, terms: Mapping[str, Term]) -> Result:
    """A row for each rated actor, those with the most power first: its scores, its measures, and whose rating it is."""
    order = sorted(
        compared.assessed,
        key=lambda each: (-(each.rating.power or 0), alphabetical(each.rating.actor.name), each.rating.actor.id),
    )
    rows = tuple(
        (
            each.rating.actor.name,
            *(score_of(each.rating, score) for score in SCORES),
            *(each.values[name] for name in terms),
            each.rating.analysis.name,
            date_of(each.rating) or None,
            each.rating.actor.id,
        )
        for each in order
    )
    return Result((NAME, *_score_columns(), *_measure_columns(terms), ANALYSIS, DATE, ID), rows)


def _score_columns() -> tuple[Column, ...]:
    return tuple(Column(score, SCORE_TERMS[score]) for score in SCORES)


def _measure_columns(terms: Mapping[str, Term]) -> tuple[Column, ...]:
    return tuple(Column(name, term) for name, term in terms.items())


def _agreement(compared: Compared, terms: Mapping[str, Term], language: Language | None = None) -> Result:
    """The correlations; the reason of an empty one in the language, or in English for programs."""
    columns = (
        Column("score", Term("Bedömt", "Assessed"), words=SCORE_TERMS),
        Column("measure", Term("Uppmätt", "Measured"), words=terms),
        Column("pairs", Term("Par", "Pairs")),
        Column("rho", Term("Korrelation", "Correlation")),
        Column("low", Term("Lägst", "Low")),
        Column("high", Term("Högst", "High")),
        WHY,
    )
    found = (
        ((each.score, each.measure, each.correlation) for each in compared.correlations) if compared.assessed else ()
    )
    rows = tuple(
        (score, name, c.pairs, c.rho, c.low, c.high, c.reason[language or "en"] or None) for score, name, c in found
    )
    if language and not any(row[-1] for row in rows):
        return Result(columns[:-1], tuple(row[:-1] for row in rows))
    return Result(columns, rows)


def _peripheral(compared: Compared, terms: Mapping[str, Term]) -> Result:
    below = Column("below_median", Term("Under medianen i", "Below the median in"), words=terms)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.rating.actor.name,
            each.rating.power,
            list(each.peripheral_in),
            *(each.values[name] for name in terms),
            each.rating.actor.id,
        )
        for each in sorted(
            compared.assessed,
            key=lambda each: (
                -len(each.peripheral_in),
                -(each.rating.power or 0),
                alphabetical(each.rating.actor.name),
            ),
        )
        if each.peripheral_in
    )
    return Result((NAME, Column("power", SCORE_TERMS["power"]), below, *_measure_columns(terms), ID), rows)


def _unrated(compared: Compared) -> Result:
    columns = (
        NAME,
        Column("betweenness", Term("Mellanhand", "Betweenness")),
        Column("rank", Term("Plats", "Rank")),
        Column("rated_in", Term("Bedömd i annan analys", "Rated in another analysis")),
        ID,
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.actor.name, each.betweenness, each.rank, [node.name for node in each.rated_in], each.actor.id)
        for each in compared.unrated
    )
    return Result(columns, rows)


def _no_peripheral(compared: Compared) -> Term:
    if not compared.assessed:
        return NOBODY
    return NONE_CENTRAL if all(median is None for median in compared.medians.values()) else NONE_PERIPHERAL


def _no_unrated(compared: Compared) -> Term:
    if compared.reason:
        return NO_BROKERS.filled(reason=compared.reason)
    return NONE_UNRATED if compared.brokers else NO_BROKER


def _analyses(compared: Compared) -> Result:
    """Every rating there is, the analyses of an actor under each other; which one is used is marked."""
    used, basis = Column("used", Term("Används", "Used")), Column("basis", Term("Belägg", "Basis"))
    order = sorted(
        compared.ratings.every,
        key=lambda each: (alphabetical(each.actor.name), each.actor.id, date_of(each), each.analysis.id),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.actor.name,
            each.analysis.name,
            date_of(each) or None,
            *(score_of(each, score) for score in SCORES),
            compared.ratings.used.get(each.actor.id) == each,
            each.basis or None,
            each.actor.id,
            each.analysis.id,
        )
        for each in order
    )
    analysis_id = Column("analysis_id", Term("Analysens id", "Analysis's id"))
    return Result((NAME, ANALYSIS, DATE, *_score_columns(), used, basis, ID, analysis_id), rows)
