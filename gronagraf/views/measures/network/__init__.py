"""The whole network as a report: a sentence to read first, tables, and what must be known of them."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from gronagraf.analysis import Shared
from gronagraf.analysis.whole import EXPLAINED, Family, Whole
from gronagraf.graph import Column, Result, SeedInfo
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import joined, made_of, size_in_words
from gronagraf.views.measures.network import tables
from gronagraf.views.measures.network.missing import missing, named
from gronagraf.views.measures.network.words import first_sentence, in_words, term_of
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form, Rendered

Part = Literal[
    "all",
    "figures",
    "centralisation",
    "groups",
    "mixing",
    "mixing_weight",
    "core",
    "communities",
    "members",
    "bridges",
    "cuts",
]
PARTS: tuple[Part, ...] = get_args(Part)
NEEDS: Mapping[Part, tuple[Family, ...]] = {
    "figures": ("shape", "closure", "small_world", "core", "communities", "cuts"),
    "centralisation": ("centralisation",),
    "groups": ("groups",),
    "mixing": ("groups",),
    "mixing_weight": ("groups",),
    "core": ("core",),
    "communities": ("communities",),
    "members": ("core", "communities"),
    "bridges": ("cuts",),
    "cuts": ("cuts",),
}
"""What must be worked out for each part of the answer; `all` needs everything."""

ONLY_ASKED: frozenset[Part] = frozenset({"members", "mixing_weight"})
TITLE = Term("Nätet som helhet", "The whole network")
LEAD = Term("{network}: {size}.", "{network}: {size}.")
HEADINGS: Mapping[Part, Term] = {
    "figures": Term("Nätet i siffror", "The network in figures"),
    "centralisation": Term("Centralisering: hur samlat kring en enda", "Centralisation: drawn together round one"),
    "groups": Term("Inom eller mellan grupper, prövat mot slumpen", "Within or between groups, tested against chance"),
    "mixing": Term("Band från grupp till grupp", "Ties from group to group"),
    "mixing_weight": Term("Bandens vikt från grupp till grupp", "Weight of ties from group to group"),
    "core": Term("Kärnan", "The core"),
    "communities": Term("Klungor i nätet (Leiden)", "Communities (Leiden)"),
    "members": Term("Nod för nod", "Node by node"),
    "bridges": Term("Broar: band som ensamma håller ihop", "Bridges: ties that alone hold parts together"),
    "cuts": Term("Brytpunkter: noder som ensamma håller ihop", "Nodes that alone hold parts together"),
}
NO_TABLE = Term(
    "Ingen sådan tabell: nätet är tvådelat eller har inga band.",
    "There is no such table: the network is two-mode or has no ties.",
)
OTHERWISE: Mapping[Part, Term] = {
    "centralisation": Term("Ingen centralisering finns för detta nät.", "There is no centralisation of this network."),
    "mixing": NO_TABLE,
    "mixing_weight": NO_TABLE,
    "core": Term("Ingen kärna finns att visa.", "There is no core to show."),
    "communities": Term("Inga klungor finns att visa.", "There are no communities to show."),
    "bridges": Term("Inget enskilt band håller ihop delar.", "No single tie holds parts together."),
    "cuts": Term("Ingen enskild nod håller ihop delar.", "No single node holds parts together."),
}
ESTIMATED = Term("»{figure}«: {note}.", "“{figure}”: {note}.")
CUT = Term(
    "Ett minsta snitt: {ties} ({smaller} på den mindre sidan).",
    "A minimum cut: {ties} ({smaller} on the smaller side).",
)
MORE = Term(
    "Visar {shown} av {total} i »{heading}«; fler med --top.",
    "Shows {shown} of {total} in “{heading}”; more with --top.",
)
FOLDED = Term(
    "Alla i samma nätverk eller projekt har band med varandra: slutenhet, täthet och liten värld blir därför högre än"
    " om verkliga samtal räknades. Jämför nät som är gjorda likadant, eller mät det tvådelade nätet med --two-mode.",
    "All in one network or project are tied to each other: closure, density and small world are therefore higher than"
    " if actual talks were counted. Compare networks made alike, or measure the two-mode network with --two-mode.",
)
P_VALUE = Term(
    "p-värdet säger hur ofta grupper som delats ut av en slump ger minst lika stor skillnad, (b+1)/(m+1).",
    "The p-value says how often groups dealt out by chance differ at least as much, (b+1)/(m+1).",
)
UNKNOWN = Term(
    "Band som källorna inte nämner saknas i nätet; att ett band saknas är inte belagt.",
    "Ties that sources do not mention are missing from the network; that a tie is missing is not proven.",
)
EXPLANATION = Term("Så är nätet mätt", "How the network is measured")
EXPLAIN_LEAD = Term(
    "Varje mått: vad det är, hur det är normerat och varifrån det kommer.",
    "Each figure: what it is, how it is normalised and where it comes from.",
)


def render_network(
    whole: Whole,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    part: Part = "all",
    top: int = 20,
    seeds: tuple[SeedInfo, ...] = (),
    unfinished: Sequence[str] = (),
) -> Rendered:
    """The description in one of the forms of a result, ending in a line feed.

    csv and jsonl hold one table: the figures, unless `part` names another. At most `top` bridges and cut nodes.
    """
    shown = [
        each for each in HEADINGS if part == each or (part == "all" and (form == "json" or each not in ONLY_ASKED))
    ]
    network = whole.projection.network
    known = LEAD.filled(network=whole.projection.name, size=size_in_words(network.vcount(), network.ecount()))
    report = Report(
        title=TITLE,
        lead=joined([known, first_sentence(whole)]),
        sections=tuple(_section(each, whole, language, model, top, whole_list=form == "json") for each in shown),
        told=Result((), ((),), seeds=seeds, unfinished=tuple(unfinished)),
        first="figures",
        remarks=tuple(_remarks(whole, top)),
        facts={
            "network": {"sv": whole.projection.name.sv, "en": whole.projection.name.en},
            "seed": whole.settings.seed,
            "resolution": whole.settings.resolution,
            "runs": whole.communities.runs if whole.communities else None,
        },
    )
    return render_report(report, form, language, model, width, part)


def _section(part: Part, whole: Whole, language: Language, model: Model, top: int, *, whole_list: bool) -> Section:
    words, codes = _tables(part, whole, language, model, len(whole.projection.network.es) if whole_list else top)
    return Section(part, HEADINGS[part], words, codes, _otherwise(part, whole), prose=True)


def _otherwise(part: Part, whole: Whole) -> Term | None:
    """What is said of an empty table."""
    if part == "groups" and whole.tested:
        return Term("Går inte att pröva: {reason}.", "Cannot be tested: {reason}.").filled(
            reason=whole.tested[0].figure.reason
        )
    return OTHERWISE.get(part)


def _tables(part: Part, whole: Whole, language: Language, model: Model, top: int) -> tuple[Result, Result]:
    """A part in words and in codes."""
    nothing = Result((), ())
    match part:
        case "figures" | "centralisation":
            central = part == "centralisation"
            return tables.figures(whole, language, central=central), tables.figure_codes(whole, central=central)
        case "groups":
            return tables.groups(whole, language, model), tables.group_codes(whole)
        case "mixing" | "mixing_weight":
            if whole.mixing is None or not whole.projection.network.ecount():
                return nothing, nothing
            weight = part == "mixing_weight"
            words = tables.mixing(whole, whole.mixing, language, model, weight=weight)
            return words, tables.mixing_codes(whole.mixing)
        case "core":
            return tables.core(whole), tables.core(whole)
        case "communities":
            return tables.communities(whole, ids=False), tables.communities(whole, ids=True)
        case "members":
            return tables.members(whole), tables.members(whole)
        case "bridges":
            named = tables.bridges(whole, model, language, top, ids=False)
            return named, tables.bridges(whole, model, language, top, ids=True)
        case _:
            return tables.cut_nodes(whole, top), tables.cut_nodes(whole, top)


def _remarks(whole: Whole, top: int) -> list[Term]:
    """What was done to the network, what does not hold for it, what is estimated, and how the figures mislead."""
    said = list(made_of(whole.projection))
    said += missing(whole)
    said += [
        ESTIMATED.filled(figure=term_of(each.name), note=each.note) for each in whole.figures.values() if each.estimated
    ]
    if whole.cuts:
        said += _about_cuts(whole, top)
    if any(each.p is not None for each in whole.tested):
        said.append(P_VALUE)
    way = whole.projection.way
    if isinstance(way, Shared) and not way.two_mode and whole.projection.network.ecount():
        said.append(FOLDED)
    return [*said, UNKNOWN]


def _about_cuts(whole: Whole, top: int) -> list[Term]:
    cuts = whole.cuts
    if cuts is None:
        return []
    said = []
    if cuts.minimum and 1 < len(cuts.minimum.ties) <= top:
        said.append(CUT.filled(ties=tables.minimum_cut(whole), smaller=cuts.minimum.smaller_side))
    for part, found in (("bridges", len(cuts.bridges)), ("cuts", len(cuts.nodes))):
        if found > top:
            heading = HEADINGS["bridges" if part == "bridges" else "cuts"]
            said.append(MORE.filled(shown=top, total=in_words(found), heading=heading))
    return said


def render_explanations(form: Form, language: Language, model: Model, width: int | None = None) -> Rendered:
    """What each figure is, how it is normalised, and its source."""
    columns = (
        Column("figure", Term("Mått", "Figure")),
        Column("definition", Term("Vad det är", "What it is")),
        Column("normalisation", Term("Normering", "Normalisation")),
        Column("source", Term("Källa", "Source")),
    )
    rows = [
        (named(each.name)[language], each.definition[language], each.normalisation[language], each.source)
        for each in EXPLAINED.values()
    ]
    if form == "table":
        texts = ["\n".join([row[0], *(_indented(text, width) for text in row[1:])]) for row in rows]
        return "\n\n".join([EXPLANATION[language], EXPLAIN_LEAD[language], *texts]) + "\n"
    table = Result(columns, tuple(rows))
    section = Section("explanations", EXPLANATION, table, table)
    report = Report(EXPLANATION, EXPLAIN_LEAD, (section,), Result((), ((),)), "explanations")
    return render_report(report, form, language, model, width)


def _indented(text: str, width: int | None) -> str:
    return textwrap.fill(text, width or 100, initial_indent="  ", subsequent_indent="  ")
