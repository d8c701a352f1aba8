"""The measures of every node as a report."""

from collections.abc import Sequence

from gronagraf.analysis import Measured
from gronagraf.graph import Cell, Column, Result, SeedInfo
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import Addition, joined
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form
from gronagraf.views.words import alphabetical

TITLE = Term("Inflytande", "Influence")
NAME = Column("name", Term("Namn", "Name"))
ID = Column("id", Term("Id", "Id"))
LABEL = Column("label", Term("Slag", "Type"))
NODES = Term("Mått per nod", "Measures per node")
LEAD = Term("{network}: {nodes} noder, {ties} band.", "{network}: {nodes} nodes, {ties} ties.")
EMPTY = Term("»{measure}« är tomt: {reason}.", "“{measure}” is empty: {reason}.")
ESTIMATED = Term(
    "»{measure}« är skattat från {samples} av {nodes} noder; allt räknas med --exact.",
    "“{measure}” is estimated from {samples} of {nodes} nodes; --exact works it all out.",
)


def render_influence(
    measured: Measured,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    seeds: tuple[SeedInfo, ...] = (),
    unfinished: Sequence[str] = (),
    sort: str | None = None,
    top: int | None = None,
    more: Sequence[Addition] = (),
) -> str:
    """The measures as a table, the largest of `sort` (else of the first measure) first, at most `top` rows.

    What `more` asks for stands before it; csv and jsonl then hold the first table of that.
    """
    table = node_table(measured, sort, top)
    added = [section for each in more for section in each.sections]
    report = Report(
        title=TITLE,
        lead=joined([network_in_words(measured), *(each.sentence for each in more)]),
        sections=(*added, Section("nodes", NODES, table, table)),
        told=Result((), ((),), seeds=seeds, unfinished=tuple(unfinished)),
        first=added[0].name if added else "nodes",
        remarks=(*remarks(measured), *(remark for each in more for remark in each.remarks)),
        facts={name: fact for each in more for name, fact in each.facts.items()},
    )
    return render_report(report, form, language, model, width)


def node_table(measured: Measured, sort: str | None = None, top: int | None = None) -> Result:
    """A row for each node: its name, its values, its id."""
    columns = (NAME, *(Column(each.name, each.term, each.explanation.definition) for each in measured.measures), ID)
    first = sort or measured.measures[0].name
    order = sorted(
        range(len(measured.projection.nodes)),
        key=lambda place: (
            -_sortable(measured.values[first][place]),
            alphabetical(measured.projection.nodes[place].name),
            measured.projection.nodes[place].id,
        ),
    )
    rows = tuple(_row(measured, place) for place in order[:top])
    return Result(columns, rows)


def _sortable(value: float | None) -> float:
    return float("-inf") if value is None else value


def _row(measured: Measured, place: int) -> tuple[Cell, ...]:
    node = measured.projection.nodes[place]
    return (node.name, *(measured.values[each.name][place] for each in measured.measures), node.id)


def network_in_words(measured: Measured) -> Term:
    """The network that was measured, in a sentence."""
    projection = measured.projection
    return LEAD.filled(network=projection.name, nodes=len(projection.nodes), ties=projection.network.ecount())


def remarks(measured: Measured) -> tuple[Term, ...]:
    """What was done to the network, what is empty and why, and what is estimated."""
    said = [_sentence(each) for each in measured.projection.remarks]
    said.extend(
        EMPTY.filled(measure=each.term, reason=measured.reasons[each.name])
        for each in measured.measures
        if each.name in measured.reasons
    )
    return tuple(said)


def _sentence(term: Term) -> Term:
    return Term(term.sv[:1].upper() + term.sv[1:] + ".", term.en[:1].upper() + term.en[1:] + ".")
