"""Which figures a network does not have and why: by theme where all of a theme are missing."""

from collections.abc import Collection, Mapping, Sequence

from gronagraf.analysis.whole import Whole
from gronagraf.schema import Term
from gronagraf.views.measures.addition import joined
from gronagraf.views.measures.network.words import term_of

NOT_HERE = Term("Finns inte här: {figures} ({reason}).", "Not here: {figures} ({reason}).")
MANY = Term(
    "{count} mått finns inte här ({reason}): {figures}. Vart och ett står i --as json.",
    "{count} figures are not here ({reason}): {figures}. Each of them is in --as json.",
)
CENTRALISATION = Term("centralisering: {term}", "centralisation: {term}")
MOST = 6
"""More figures than this with the same reason are told by theme."""

THEMES: Mapping[Term, frozenset[str]] = {
    Term("avstånden", "distances"): frozenset({"diameter", "mean_distance", "diameter_length", "mean_length"}),
    Term("slutenhet", "closure"): frozenset({"transitivity", "clustering"}),
    Term("liten värld", "small world"): frozenset({"small_world", "random_transitivity", "random_distance"}),
    Term("kärna och periferi", "core and periphery"): frozenset(
        {"core_fit", "core_size", "core_density", "between_density", "periphery_density"}
    ),
    Term("klungor", "communities"): frozenset({"communities", "modularity", "same_nmi", "same_ari", "agreeing_runs"}),
    Term("broar och brytpunkter", "bridges and articulation points"): frozenset(
        {"bridges", "cut_nodes", "tie_connectivity", "node_connectivity"}
    ),
    Term("centralisering", "centralisation"): frozenset(
        f"centralisation_{of}"
        for of in ("degree", "in_degree", "out_degree", "betweenness", "closeness", "eigenvector")
    ),
}


def missing(whole: Whole) -> list[Term]:
    """Each reason once, with the figures that are empty for it; many of them by theme."""
    empty: dict[Term, list[str]] = {}
    for each in whole.figures.values():
        if each.value is None:
            empty.setdefault(each.reason, []).append(each.name)
    return [_told(reason, names, whole.figures.keys()) for reason, names in empty.items()]


def _told(reason: Term, names: Sequence[str], every: Collection[str]) -> Term:
    if len(names) <= MOST:
        return NOT_HERE.filled(reason=reason, figures=joined([named(name) for name in names], "; "))
    figures = dict.fromkeys(_theme(name, names, every) or named(name) for name in names)
    return MANY.filled(count=len(names), reason=reason, figures=joined(list(figures), "; "))


def _theme(name: str, names: Sequence[str], every: Collection[str]) -> Term | None:
    """The theme of a figure, where nothing of it is there for people to read."""
    whole = [theme for theme, figures in THEMES.items() if name in figures and figures & {*every} <= {*names}]
    return whole[0] if whole else None


def named(name: str) -> Term:
    """A figure by its name, one of centralisation with that before."""
    return CENTRALISATION.filled(term=term_of(name)) if name.startswith("centralisation_") else term_of(name)
