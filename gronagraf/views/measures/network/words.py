"""What the figures of a whole network say, in words: a reading aid for each, and the sentence to read first."""

from collections.abc import Mapping
from typing import get_args

from gronagraf.analysis.whole import EXPLAINED, Figure, Tested, Whole
from gronagraf.schema import Language, Term
from gronagraf.views.measures.addition import joined
from gronagraf.views.words import number

SURE = 0.05
LANGUAGES: tuple[Language, ...] = get_args(Language)
READINGS: Mapping[str, Term] = {
    "nodes": Term("alla i urvalet, också de utan band", "all that were selected, also those without ties"),
    "arenas": Term("nätverk, projekt och möten i nätet", "networks, projects and events in it"),
    "ties": Term("i snitt {per_node} band per nod", "on average {per_node} per node"),
    "isolates": Term("{share} av noderna står utanför", "{share} of the nodes stand outside"),
    "density": Term("{share} av de band som kunde finnas finns", "{share} of the ties that could exist do"),
    "components": Term("1: allt hänger ihop", "1: all hangs together"),
    "largest": Term("{share} av noderna hänger ihop", "{share} of the nodes hang together"),
    "strong_components": Term("1: alla når alla längs bandens riktning", "1: all reach all the way ties point"),
    "diameter": Term("så långt är det som mest", "so far it is at most"),
    "mean_distance": Term("1: alla har band med alla; 2: en mellanhand räcker", "1: all are tied; 2: one in between"),
    "diameter_length": Term("svaga band är långa; jämför med medel", "weak ties are long; compare with the mean"),
    "mean_length": Term("jämför bara inom samma sorts nät", "compare within the same kind of network only"),
    "reciprocity": Term(
        "{share} av banden är besvarade; slumpen: tätheten", "{share} of ties returned; chance: density"
    ),
    "transitivity": Term("i {share} av fallen har mina grannar band", "my neighbours are tied in {share} of cases"),
    "clustering": Term("samma sak nod för nod; alla noder väger lika", "the same node by node; all nodes weigh alike"),
    "two_mode_closure": Term("{share}: två möts igen på en annan plats", "{share}: two meet again in another place"),
    "small_world": Term("över 1: tätare än slumpen men lika nära", "above 1: more clustered than chance, and as near"),
    "random_transitivity": Term("så slutet vore nätet av en slump", "so closed it would be by chance"),
    "random_distance": Term("så långt vore det av en slump", "so far it would be by chance"),
    "core_fit": Term("1: en kärna och en periferi; 0: inget sådant", "1: a core and a periphery; 0: nothing like it"),
    "core_size": Term("{share} av noderna", "{share} of the nodes"),
    "core_density": Term("hög: kärnan håller ihop", "high: the core hangs together"),
    "between_density": Term("hög: kärnan når ut", "high: the core reaches out"),
    "periphery_density": Term("låg: periferin möts bara genom kärnan", "low: it meets through the core only"),
    "communities": Term("klungor med tätare band inom sig", "groups with denser ties inside"),
    "modularity": Term("0: som slumpen; närmare 1: tydliga klungor", "0: as chance; nearer 1: distinct groups"),
    "same_nmi": Term("1: samma klungor varje gång", "1: the same communities each time"),
    "same_ari": Term("1: samma klungor varje gång; 0: som slumpen", "1: the same each time; 0: as chance"),
    "agreeing_runs": Term("så många gav exakt dessa klungor", "so many gave just these communities"),
    "bridges": Term("enskilda band som håller ihop delar", "single ties that hold parts together"),
    "cut_nodes": Term("enskilda noder som håller ihop delar", "single nodes that hold parts together"),
    "tie_connectivity": Term("1: ett enda band räcker för att bryta", "1: a single tie is enough to break it"),
    "node_connectivity": Term("1: en enda nod räcker för att bryta", "1: a single node is enough to break it"),
    "centralisation_degree": Term("hög: få har de flesta banden", "high: few have most ties"),
    "centralisation_in_degree": Term("hög: få får de flesta banden", "high: few receive most ties"),
    "centralisation_out_degree": Term("hög: få ger de flesta banden", "high: few send most ties"),
    "centralisation_betweenness": Term("hög: få är mellanhänder för de andra", "high: few broker for the others"),
    "centralisation_closeness": Term("hög: få är mycket närmare alla andra", "high: few are much nearer to all others"),
    "centralisation_eigenvector": Term("hög: få är knutna till de väl knutna", "high: few are tied to the well tied"),
}
WITHIN = Term("oftare inom grupperna än av en slump", "within groups more often than by chance")
BETWEEN = Term("oftare mellan grupperna än av en slump", "between groups more often than by chance")
UNSURE = Term("skiljer sig inte säkert från slumpen", "not surely different from chance")

NO_TIES = Term("Nätet har inga band, bara ensamma noder.", "The network has no ties, only nodes alone.")
EMPTY = Term("Nätet är tomt.", "The network is empty.")
ALL = Term("Alla noder hänger ihop", "All nodes hang together")
SOME = Term("{largest} av {nodes} hänger ihop", "{largest} of {nodes} hang together")
READ_BOTH_WAYS = Term(" om banden läses åt båda håll", " when ties are read both ways")
APART = Term(", i snitt {steps} steg från varandra", ", at a mean distance of {steps}")
OUTSIDE = Term("; {isolates} har inget band alls", "; {isolates} have no tie at all")
MOST_TIES = Term(" Flest band har {name}, {ties}.", " Most ties has {name}, {ties}.")
GROUPED = Term(
    " Det faller i {communities} klungor, som kom ut lika i {agreeing} av {runs} försök.",
    " It falls into {communities} communities, the same in {agreeing} of {runs} runs.",
)
ONE_GROUP = Term(
    " Det är en enda klunga, så i {agreeing} av {runs} försök.",
    " It is a single community, so in {agreeing} of {runs} runs.",
)
HELD = Term(
    " Delar som annars faller isär hålls ihop av enskilda band ({bridges}) och enskilda noder ({cut_nodes}).",
    " Parts that would else fall apart are held together by single ties ({bridges}) and single nodes ({cut_nodes}).",
)
UNBROKEN = Term(
    " Inget enskilt band och ingen enskild nod kan bryta det.", " No single tie and no single node can break it."
)


def in_words(value: float) -> Term:
    """A number as each language writes it."""
    return Term(number(value, "sv"), number(value, "en"))


def reading(figure: Figure, whole: Whole) -> Term:
    """What a figure says, or why there is none."""
    if figure.value is None:
        return figure.reason
    nodes = max(len(whole.projection.nodes), 1)
    counted = figure.name in ("isolates", "largest", "core_size")
    share = figure.value / nodes if counted else figure.value
    ends = 1 if whole.projection.directed else 2
    percent = round(100 * share, 1 if share < 0.1 else None)
    return READINGS[figure.name].filled(
        share=Term(f"{number(percent, 'sv')} %", f"{number(percent, 'en')}%"),
        per_node=in_words(round(ends * whole.projection.network.ecount() / nodes, 1)),
    )


def tested_reading(tested: Tested) -> Term:
    """Whether ties keep within groups more than chance says, or why it cannot be said."""
    own, expected = tested.figure.value, tested.expected
    if own is None or expected is None or tested.p is None:
        return tested.figure.reason
    if tested.p > SURE:
        return UNSURE
    return WITHIN if (own > expected) == (tested.figure.name == "assortativity") else BETWEEN


def first_sentence(whole: Whole) -> Term:
    """What the network looks like, in plain words, from what was worked out."""
    figures, network = whole.figures, whole.projection.network
    nodes, largest, isolates = (_count(whole, name) for name in ("nodes", "largest", "isolates"))
    if not network.ecount():
        return NO_TIES if nodes else EMPTY
    said = [ALL if largest == nodes else SOME.filled(largest=largest, nodes=nodes)]
    said += [READ_BOTH_WAYS] if whole.projection.directed else []
    if (far := figures.get("mean_distance")) and far.value is not None:
        said.append(APART.filled(steps=in_words(round(far.value, 1))))
    said += [OUTSIDE.filled(isolates=isolates)] if isolates else []
    said.append(Term(".", "."))
    degrees = network.degree()
    top = max(range(len(degrees)), key=lambda place: (degrees[place], -place))
    said.append(MOST_TIES.filled(name=whole.projection.nodes[top].name, ties=degrees[top]))
    return joined([*said, *_grouped(whole), *_held(whole)], "")


def _grouped(whole: Whole) -> list[Term]:
    if not whole.communities:
        return []
    counts = {"communities": _count(whole, "communities"), "agreeing": _count(whole, "agreeing_runs")}
    said = ONE_GROUP if counts["communities"] == 1 else GROUPED
    return [said.filled(**counts, runs=whole.communities.runs)]


def _held(whole: Whole) -> list[Term]:
    if not whole.cuts:
        return []
    bridges, cut_nodes = (_count(whole, name) for name in ("bridges", "cut_nodes"))
    if bridges or cut_nodes:
        return [HELD.filled(bridges=bridges, cut_nodes=cut_nodes)]
    return [UNBROKEN]


def _count(whole: Whole, name: str) -> int:
    return int(whole.figures[name].value or 0)


def term_of(name: str) -> Term:
    return EXPLAINED[name].term
