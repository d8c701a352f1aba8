"""The measures of every node as a report: a table of nodes, and one of brokers by group."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from gronagraf.analysis import Measure, Measured
from gronagraf.analysis.measures import standing
from gronagraf.graph import Cell, Column, Result, SeedInfo
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import ID, NAME, Addition, joined, low_first, made_of, size_in_words
from gronagraf.views.measures.brokers import brokerage_remarks, brokerage_section
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form, Rendered
from gronagraf.views.words import alphabetical

Part = Literal["all", "nodes", "brokerage", "carriers", "top_lists", "stability", "years", "structure"]
PARTS: tuple[Part, ...] = get_args(Part)
TITLE = Term("Inflytande", "Influence")
LABEL = Column("label", Term("Slag", "Type"))
NODES = Term("Mått per nod", "Measures per node")
ERROR = Term("Medelfel", "Std. error")
ERROR_DOC = Term("Skattningens medelfel.", "The standard error of the estimate.")
LEAD = Term("{network}: {size}.", "{network}: {size}.")
NO_VALUES = Term("Inget av måtten har något värde här.", "None of the measures has a value here.")
EMPTY = Term("Ingen har värde i {measures} ({reason}).", "Nobody has a value in {measures} ({reason}).")
EMPTY_FOR_SOME = Term("{count} saknar värde i {measures}: {reason}.", "{count} have no value in {measures}: {reason}.")
ESTIMATED = Term(
    "»{measure}« är skattat från vägarna från {samples} av {nodes} noder. Medelfelet står bredvid och är {share} % för"
    " den i mitten av de {top} största; rätt värde ligger oftast inom två sådana. Allt räknas med --exact.",
    "“{measure}” is estimated from the paths from {samples} of {nodes} nodes. The standard error stands beside it"
    " and is {share}% for the median of the {top} largest; the true value is mostly within two of it."
    " --exact works it all out.",
)
LARGEST = 10


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
    part: Part = "all",
    brokers: bool = False,
    more: Sequence[Addition] = (),
) -> Rendered:
    """The measures as a table, the first in `sort` (else in the first measure) first, at most `top` rows.

    `brokers` adds a table of the roles of brokers by group, which `part` may also ask for alone. What `more` asks for
    stands before the measures; csv and jsonl then hold the first table of that.
    """
    codes = node_table(measured, sort, top)
    words = in_words(codes) if set(measured.values) - set(wholly_empty(measured)) else Result((), ())
    added = [section for each in more for section in each.sections]
    sections = [*added, Section("nodes", NODES, words, codes, NO_VALUES)]
    said = list(remarks(measured)) if part != "brokerage" else [*made_of(measured.projection)]
    if brokers or part == "brokerage":
        sections.append(brokerage_section(measured))
        said.extend(brokerage_remarks(measured))
    report = Report(
        title=TITLE,
        lead=joined([network_in_words(measured), *(each.sentence for each in more)]),
        sections=tuple(sections),
        told=Result((), ((),), seeds=seeds, unfinished=tuple(unfinished)),
        first=added[0].name if added else "nodes",
        remarks=(*said, *(remark for each in more for remark in each.remarks)),
        facts=facts(measured) | {name: fact for each in more for name, fact in each.facts.items()},
    )
    return render_report(report, form, language, model, width, part)


def node_table(measured: Measured, sort: str | None = None, top: int | None = None) -> Result:
    """A row for each node: its name, its values, its id; its type where there are several."""
    several = len({node.label for node in measured.projection.nodes}) > 1
    columns = (
        NAME,
        *((LABEL,) if several else ()),
        *(each for one in measured.measures for each in _columns(measured, one)),
        ID,
    )
    name = sort or measured.measures[0].name
    values = standing(next(each for each in measured.measures if each.name == name), measured.values[name])
    order = sorted(
        range(len(measured.projection.nodes)),
        key=lambda place: (
            -_sortable(values[place]),
            alphabetical(measured.projection.nodes[place].name),
            measured.projection.nodes[place].id,
        ),
    )
    return Result(columns, tuple(_row(measured, place, several=several) for place in order[:top]))


def _columns(measured: Measured, each: Measure) -> list[Column]:
    """The column of a measure, and of its error where it is estimated."""
    columns = [Column(each.name, each.term, each.explanation.definition)]
    if each.name in measured.errors:
        columns.append(Column(f"{each.name}_error", ERROR, ERROR_DOC))
    return columns


def _row(measured: Measured, place: int, *, several: bool) -> tuple[Cell, ...]:
    node = measured.projection.nodes[place]
    values: list[Cell] = []
    for each in measured.measures:
        values.append(measured.values[each.name][place])
        if each.name in measured.errors:
            values.append(measured.errors[each.name][place])
    return (node.name, *((node.label,) if several else ()), *values, node.id)


def _sortable(value: float | None) -> float:
    return float("-inf") if value is None else value


def in_words(table: Result) -> Result:
    """The table without measures that nobody has, its numbers with as many decimals as a column's largest bears."""
    columns = [
        (column, _rounded(cells))
        for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=False)
        if any(cell is not None for cell in cells)
    ]
    if not columns:
        return table
    return Result(tuple(column for column, _ in columns), tuple(zip(*(cells for _, cells in columns), strict=True)))


def _rounded(column: Sequence[Cell]) -> list[Cell]:
    """Three digits of the largest number; a smaller one that would vanish keeps the first of its own."""
    largest = max((abs(cell) for cell in column if isinstance(cell, float)), default=0.0)
    decimals = _decimals(largest, 3)
    return [
        (round(cell, decimals) or round(cell, _decimals(abs(cell), 1))) if isinstance(cell, float) else cell
        for cell in column
    ]


def _decimals(value: float, digits: int) -> int:
    return max(digits - 1 - math.floor(math.log10(value)), 0) if value else 0


def network_in_words(measured: Measured) -> Term:
    """The network that was measured, in a sentence."""
    projection = measured.projection
    size = size_in_words(len(projection.nodes), projection.network.ecount())
    return LEAD.filled(network=projection.name, size=size)


def facts(measured: Measured) -> dict[str, object]:
    """What a program must know of the table: the network, how it was measured, and why values are missing."""
    how = measured.how
    return {
        "network": {
            "name": {"sv": measured.projection.name.sv, "en": measured.projection.name.en},
            "nodes": len(measured.projection.nodes),
            "ties": measured.projection.network.ecount(),
            "directed": measured.projection.directed,
        },
        "how": {"raw": how.raw, "steps": how.steps, "by": how.group, "alpha": how.alpha},
        "estimated": {name: {"samples": measured.samples, "seed": how.seed} for name in sorted(measured.estimated)},
        "empty": {name: {"sv": reason.sv, "en": reason.en} for name, reason in measured.reasons.items()},
    }


def remarks(measured: Measured) -> tuple[Term, ...]:
    """What was done to the network, what is empty and why, and what is estimated."""
    said = list(made_of(measured.projection))
    said.extend(low_first([each for each in measured.measures if each.name not in wholly_empty(measured)]))
    said.extend(_about_empty(measured))
    said.extend(_about_estimate(measured, each) for each in measured.measures if each.name in measured.errors)
    return tuple(dict.fromkeys(said))


def _about_empty(measured: Measured) -> Iterator[Term]:
    """A sentence for all measures that are empty for as many and for the same reason."""
    alike: defaultdict[tuple[int, Term], list[Term]] = defaultdict(list)
    for each in measured.measures:
        if each.name in measured.reasons:
            missing = sum(value is None for value in measured.values[each.name])
            alike[missing, measured.reasons[each.name]].append(each.term)
    for (missing, reason), terms in alike.items():
        template = EMPTY if missing == len(measured.projection.nodes) else EMPTY_FOR_SOME
        yield template.filled(measures=_listed(terms), count=missing, reason=reason)


def wholly_empty(measured: Measured) -> tuple[str, ...]:
    """The measures that no node has a value of."""
    return tuple(name for name, values in measured.values.items() if all(value is None for value in values))


def _listed(terms: Sequence[Term]) -> Term:
    return Term(", ".join(f"»{term.sv}«" for term in terms), ", ".join(f"“{term.en}”" for term in terms))


def _about_estimate(measured: Measured, each: Measure) -> Term:
    pairs = zip(measured.values[each.name], measured.errors[each.name], strict=True)
    largest = sorted(((value, error) for value, error in pairs if value), reverse=True)[:LARGEST]
    shares = sorted(error / value for value, error in largest)
    return ESTIMATED.filled(
        measure=each.term,
        samples=measured.samples,
        nodes=len(measured.projection.nodes),
        top=len(largest),
        share=round(100 * shares[len(shares) // 2]) if shares else 0,
    )
