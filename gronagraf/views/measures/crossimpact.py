"""Cross-impact for people and programs: the matrix, its elements in their fields, and the loops."""

from collections.abc import Mapping, Sequence

from gronagraf.analysis.crossimpact import CrossImpact, Element, Loop, Pair
from gronagraf.graph import Cell, Column, Result, SeedInfo
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import ID, NAME
from gronagraf.views.measures.influence import LABEL
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form, Rendered
from gronagraf.views.words import alphabetical, number

TITLE = Term("Korspåverkan", "Cross-impact")
FIELDS: Mapping[str, Term] = {
    "driver": Term("Drivande", "Driver"),
    "relay": Term("Förmedlande", "Relay"),
    "dependent": Term("Resultat", "Dependent"),
    "autonomous": Term("Fristående", "Autonomous"),
}
SIGNS: Mapping[str, Term] = {"+": Term("+ förstärkande", "+ reinforcing"), "−": Term("− dämpande", "− balancing")}
MATRIX = Term("Matrisen: raden påverkar kolumnen", "The matrix: the row influences the column")
NODES = Term("Vad varje nod ger och tar emot", "What each node gives and receives")
LOOPS = Term("Ringar, högst {longest} led", "Loops of at most {longest} steps")
LEAD = Term(
    "Påverkan mellan {labels}. Noder: {nodes}, direkta kopplingar: {ties}, ringar: {loops}.",
    "Influence among {labels}. Nodes: {nodes}, direct ties: {ties}, loops: {loops}.",
)
NOTHING = Term("Ingen påverkan mellan {labels} är känd.", "No influence among {labels} is known.")
NO_LOOP = Term("Inga ringar: ingen påverkan leder tillbaka.", "No loops: no influence leads back.")
CUT = Term(
    "Fälten (MICMAC; Duperrin & Godet 1973, Godet 1994) delas vid medelvärdena: påverkan {influence}, beroende "
    "{dependence}. Påverkan är summan av vad noden ger och beroende av vad den tar emot, oavsett tecken.",
    "The fields (MICMAC; Duperrin & Godet 1973, Godet 1994) are cut at the means: influence {influence}, dependence "
    "{dependence}. Influence sums what a node gives, dependence what it receives, whatever the sign.",
)
SECOND = Term(
    "I andra ledet räknas vägar genom en tredje nod: styrkorna gånger varandra, delat med 3, så att två starka led "
    "väger som ett. Vägar tillbaka till noden själv står bland ringarna.",
    "Second order counts ways through a third node: the strengths multiplied, divided by 3, so that two strong steps "
    "weigh as one. Ways back to the node itself are among the loops.",
)
FEWEST_FOR_LIST = 21
"""From this many nodes on, the matrix is shown to people too as a list of pairs."""


def render_crossimpact(
    found: CrossImpact,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    seeds: tuple[SeedInfo, ...] = (),
    unfinished: Sequence[str] = (),
) -> Rendered:
    """The report; the elements stand first for programs, the matrix is a list of pairs for them."""
    codes = pair_table(found)
    matrix = codes if len(found.elements) >= FEWEST_FOR_LIST else _square(found, language)
    nodes = element_table(found)
    nothing = NOTHING.filled(labels=_labels(found))
    heading = LOOPS.filled(longest=found.longest)
    report = Report(
        title=TITLE,
        lead=lead(found),
        sections=(
            Section("nodes", NODES, nodes, nodes, nothing),
            Section("matrix", MATRIX, matrix, codes, nothing),
            Section("loops", heading, _loops(found, language), _loop_codes(found), NO_LOOP),
        ),
        told=Result((), ((),), seeds=seeds, unfinished=tuple(unfinished)),
        first="nodes",
        remarks=remarks(found),
        facts={"longest": found.longest, "means": {"influence": found.cuts[0], "dependence": found.cuts[1]}},
    )
    return render_report(report, form, language, model, width)


def remarks(found: CrossImpact) -> tuple[Term, ...]:
    """What was left out or is not known, where the fields are cut, and how second order is counted."""
    told = tuple(Term(f"{e.sv[0].upper()}{e.sv[1:]}.", f"{e.en[0].upper()}{e.en[1:]}.") for e in found.remarks)
    if found.cuts[0] is None or found.cuts[1] is None:
        return told
    sv = CUT.filled(influence=number(found.cuts[0], "sv"), dependence=number(found.cuts[1], "sv")).sv
    en = CUT.filled(influence=number(found.cuts[0], "en"), dependence=number(found.cuts[1], "en")).en
    return (*told, Term(sv, en), SECOND)


def _labels(found: CrossImpact) -> Term:
    terms = found.terms
    return Term(" och ".join(each.sv.lower() for each in terms), " and ".join(each.en.lower() for each in terms))


def lead(found: CrossImpact) -> Term:
    """How much there is, in a sentence."""
    labels = _labels(found)
    if not found.elements:
        return NOTHING.filled(labels=labels)
    ties = sum(pair.direct.ways for pair in found.pairs)
    return LEAD.filled(nodes=len(found.elements), ties=ties, labels=labels, loops=len(found.loops))


def element_table(found: CrossImpact) -> Result:
    """A row for each node, the most influential first: its field, its sums of both orders, how much is unknown."""
    columns = (
        NAME,
        Column("field", Term("Fält", "Field"), words=FIELDS),
        Column("influence", Term("Påverkan", "Influence")),
        Column("dependence", Term("Beroende", "Dependence")),
        Column("gives", Term("Ger, netto", "Gives, net")),
        Column("receives", Term("Tar emot, netto", "Receives, net")),
        Column("influence_second", Term("Påverkan i andra ledet", "Influence, second order")),
        Column("dependence_second", Term("Beroende i andra ledet", "Dependence, second order")),
        Column("gives_second", Term("Ger i andra ledet, netto", "Gives in second order, net")),
        Column("receives_second", Term("Tar emot i andra ledet, netto", "Receives in second order, net")),
        Column("ties", Term("Kopplingar", "Ties")),
        Column("unknown", Term("Utan styrka", "Without strength")),
        LABEL,
        ID,
    )
    order = sorted(found.elements, key=lambda e: (-(e.gives.absolute or 0), alphabetical(e.node.name), e.node.id))
    return Result(columns, tuple(_element(each) for each in order))


def _element(each: Element) -> tuple[Cell, ...]:
    direct, second = (each.gives, each.receives), (each.gives_second, each.receives_second)
    return (
        each.node.name,
        each.field,
        *(sums.absolute for sums in direct),
        *(sums.net for sums in direct),
        *(_rounded(sums.absolute) for sums in second),
        *(_rounded(sums.net) for sums in second),
        sum(sums.ways for sums in direct),
        sum(sums.unknown for sums in direct),
        each.node.label,
        each.node.id,
    )


def _rounded(value: float | None) -> float | None:
    """Thirds to three decimals; -0 is 0."""
    return None if value is None else round(value, 3) + 0.0


def _square(found: CrossImpact, language: Language) -> Result:
    """The direct matrix for people, its columns numbered as its rows; ? for an unknown strength."""
    order = sorted((each.node for each in found.elements), key=lambda node: (alphabetical(node.name), node.id))
    numbers = [str(place) for place in range(1, len(order) + 1)]
    columns = (NAME, *(Column(text, Term(text, text)) for text in numbers))
    rows = tuple(
        (f"{place}. {row.name}", *(_cell(found.by_ends.get((row.id, column.id)), language) for column in order))
        for place, row in enumerate(order, 1)
    )
    return Result(columns, rows)


def _cell(pair: Pair | None, language: Language) -> str | None:
    if pair is None or not pair.direct.ways:
        return None
    if pair.direct.net is None:
        return "?"
    return ("+" if pair.direct.net > 0 else "") + number(pair.direct.net, language)


def pair_table(found: CrossImpact) -> Result:
    """The matrix as a list: what each node does to each other, directly and in second order, and through whom."""
    columns = (
        Column("from", Term("Från", "From")),
        Column("to", Term("Till", "To")),
        Column("direct", Term("Direkt", "Direct")),
        Column("second", Term("I andra ledet", "Second order")),
        Column("through", Term("Genom", "Through")),
        Column("unknown", Term("Utan styrka", "Without strength")),
        Column("from_id", Term("Från, id", "From, id")),
        Column("to_id", Term("Till, id", "To, id")),
    )
    order = sorted(
        found.pairs, key=lambda p: (alphabetical(p.start.name), p.start.id, alphabetical(p.end.name), p.end.id)
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            pair.start.name,
            pair.end.name,
            pair.direct.net if pair.direct.ways else None,
            _rounded(pair.second.net) if pair.second.ways else None,
            [node.name for node in pair.through],
            pair.direct.unknown,
            pair.start.id,
            pair.end.id,
        )
        for pair in order
    )
    return Result(columns, rows)


def _sign(loop: Loop) -> str | None:
    return {1: "+", -1: "−", None: None}[loop.sign]


NODES_OF_LOOP = Column("nodes", Term("Noder i ringen", "Nodes in the loop"))
LENGTH = Column("length", Term("Led", "Steps"))
SIGN = Column("sign", Term("Tecken", "Sign"), words=SIGNS)


def _loops(found: CrossImpact, language: Language) -> Result:
    """The loops for people: each as one line that ends where it began."""
    rows = tuple((_round(loop, language), len(loop.edges), _sign(loop)) for loop in found.loops)
    return Result((NODES_OF_LOOP, LENGTH, SIGN), rows)


def _round(loop: Loop, language: Language) -> str:
    steps = ["?" if each is None else ("+" if each > 0 else "") + number(each, language) for each in loop.strengths]
    ends = [*(node.name for node in loop.nodes[1:]), loop.nodes[0].name]
    return loop.nodes[0].name + "".join(f" →({step}) {end}" for step, end in zip(steps, ends, strict=True))


def _loop_codes(found: CrossImpact) -> Result:
    columns = (
        NODES_OF_LOOP,
        LENGTH,
        Column("strength", Term("Styrka", "Strength")),
        SIGN,
        Column("ids", Term("Id", "Ids")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            [node.name for node in loop.nodes],
            len(loop.edges),
            list(loop.strengths),
            _sign(loop),
            [node.id for node in loop.nodes],
        )
        for loop in found.loops
    )
    return Result(columns, rows)
