"""What is said of that which left a seed and is not removed: others hang on it, or no seed could hold it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gronagraf.graph import Edge, Node
from gronagraf.schema import Term
from gronagraf.views.words import alphabetical, number

HANGING = Term(
    "Blir kvar, för {owner} hänger på: {names}.",
    "Stays, because {owner} hangs on it: {names}.",
)
OF_SEED = Term("fröet {seed}", "the seed {seed}")
OF_NONE = Term("något som inte hör till något frö", "something of no seed")
UNKEPT = Term(
    "Blir kvar, för det har värden som inget frö kan hålla: {names}.",
    "Stays, because it has values that no seed could hold: {names}.",
)
MORE = Term("{names} och {count} till", "{names} and {count} more")
MOST = 10


def remarks_on(hangers: Mapping[str, Sequence[str]], unkept: Sequence[Node | Edge]) -> Iterator[Term]:
    """A sentence for each owner that others hang on what left, and one for what could not be kept."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for id_, owners in hangers.items():
        for owner in owners:
            held[owner].append(id_)
    for owner, ids in sorted(held.items()):
        yield HANGING.filled(owner=OF_SEED.filled(seed=owner) if owner else OF_NONE, names=_some(ids))
    if unkept:
        yield UNKEPT.filled(names=_some([_named(item) for item in unkept]))


def _named(item: Node | Edge) -> str:
    return item.id if isinstance(item, Node) else f"{item.start} → {item.end}"


def _some(names: Sequence[str]) -> Term:
    shown = ", ".join(sorted(names, key=alphabetical)[:MOST])
    if (rest := len(names) - MOST) <= 0:
        return Term(shown, shown)
    return MORE.filled(names=shown, count=Term(number(rest, "sv"), number(rest, "en")))
