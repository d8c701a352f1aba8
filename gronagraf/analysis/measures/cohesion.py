"""How a node holds its surroundings together: k-core, local clustering and articulation points."""

from collections import Counter

from gronagraf.analysis.measures.measure import Explanation, How, Measure, Values
from gronagraf.analysis.measures.phrases import AS_COUNTED, IGNORED, NO_MATTER, NOT_USED, ZERO
from gronagraf.analysis.projection import Projection
from gronagraf.schema import Term


def core(projection: Projection, _: How) -> Values:
    """The largest k such that the node is in a group where each is tied to at least k others of it (Seidman 1983)."""
    return list(projection.whole.coreness())


def clustering(projection: Projection, _: How) -> Values:
    """The share of a node's pairs of contacts that are tied to each other (Watts & Strogatz 1998)."""
    return [value if value == value else None for value in projection.whole.transitivity_local_undirected(mode="nan")]


def clustering_weighted(projection: Projection, _: How) -> Values:
    """The same with each pair weighing the mean of the node's two ties to it (Barrat et al. 2004)."""
    if not projection.network.ecount():
        return [None] * len(projection.nodes)
    found = projection.whole.transitivity_local_undirected(mode="nan", weights="weight")
    return [value if value == value else None for value in found]


def articulation(projection: Projection, _: How) -> Values:
    """How many more components the network has when the node is gone: its biconnected components less one."""
    blocks = Counter(node for block in projection.network.biconnected_components() for node in block)
    return [max(blocks[node] - 1, 0) for node in range(len(projection.nodes))]


TOO_FEW = Term("den som är knuten till färre än två har inget värde", "one that is tied to fewer than two has no value")
BARRAT = "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101: 3747-3752"
CORE = Measure(
    "core",
    Term("Kärna", "Core"),
    core,
    Explanation(
        Term(
            "Det största k för vilket noden hör till en grupp där var och en är knuten till minst k av de andra.",
            "The largest k for which the node is in a group where each is tied to at least k of the others.",
        ),
        AS_COUNTED,
        NOT_USED,
        IGNORED,
        ZERO,
        NO_MATTER,
        "Seidman 1983, Social Networks 5: 269-287",
    ),
    two_mode=False,
    central="high",
)
CLUSTERING = Measure(
    "clustering",
    Term("Klustring", "Clustering"),
    clustering,
    Explanation(
        Term(
            "Hur stor del av paren av nodens kontakter som är knutna till varandra.",
            "The share of the pairs of the node's contacts that are tied to each other.",
        ),
        Term("Delat med antalet par av kontakter.", "Divided by the number of pairs of contacts."),
        NOT_USED,
        IGNORED,
        Term("Tomt, liksom för den som har en enda kontakt.", "Empty, as for one with a single contact."),
        NO_MATTER,
        "Watts & Strogatz 1998, Nature 393: 440-442",
    ),
    empty=TOO_FEW,
    two_mode=False,
)
CLUSTERING_WEIGHTED = Measure(
    "clustering_weighted",
    Term("Viktad klustring", "Weighted clustering"),
    clustering_weighted,
    Explanation(
        Term(
            "Som klustring, men varje par av kontakter väger medelvärdet av nodens två band till dem.",
            "As clustering, but each pair of contacts weighs the mean of the node's two ties to them.",
        ),
        Term(
            "Delat med vad det vore om alla par vore knutna.",
            "Divided by what it would be if all pairs were tied.",
        ),
        Term(
            "Används som styrka; band åt vardera hållet läggs ihop.",
            "Used as a strength; ties each way are added up.",
        ),
        IGNORED,
        Term("Tomt, liksom för den som har en enda kontakt.", "Empty, as for one with a single contact."),
        NO_MATTER,
        BARRAT,
    ),
    empty=TOO_FEW,
    two_mode=False,
)
ARTICULATION = Measure(
    "articulation",
    Term("Brytpunkt", "Articulation"),
    articulation,
    Explanation(
        Term(
            "Hur många fler åtskilda delar nätet faller i om noden försvinner; 0 om det håller.",
            "How many more separate parts the network falls into if the node goes; 0 if it holds.",
        ),
        AS_COUNTED,
        NOT_USED,
        IGNORED,
        Term("0: ingen annan skiljs åt.", "0: nobody else is parted."),
        Term("Räknas inom den del där noden är.", "Counted within the part where the node is."),
        "Hopcroft & Tarjan 1973, Communications of the ACM 16: 372-378",
    ),
    signed=True,
)
MEASURES = (CORE, CLUSTERING, CLUSTERING_WEIGHTED, ARTICULATION)
