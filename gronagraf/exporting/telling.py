"""What an exported file says of where it comes from, to people: its seeds, their licences, and what is made up."""

from collections.abc import Iterator

from gronagraf.exporting.columns import one_line
from gronagraf.exporting.export import Export
from gronagraf.graph import SeedInfo
from gronagraf.schema import Language, Term
from gronagraf.views.notes import FICTIONAL, seed_title

MADE = Term("Skriven av Gronagraf.", "Written by Gronagraf.")
DATE = Term("daterat {date}", "dated {date}")
PUBLISHER = Term("utgivare {publisher}", "publisher {publisher}")
LICENCE = Term("licens {licence}", "licence {licence}")


def about(export: Export) -> str:
    """In one paragraph what the file is and whence; what is made up is said first."""
    return " ".join(_sentences(export))


def title_of(export: Export) -> str:
    """What the graph is called: the titles of its seeds."""
    return one_line(", ".join(seed_title(seed, export.language) for seed in export.graph.seeds)) or "Gronagraf"


def _sentences(export: Export) -> Iterator[str]:
    for seed in export.graph.seeds:
        if seed.fictional:
            yield one_line(FICTIONAL[export.language].format(seeds=seed_title(seed, export.language)))
    for seed in export.graph.seeds:
        yield one_line(_origin(seed, export.language))
    yield MADE[export.language]


def _origin(seed: SeedInfo, language: Language) -> str:
    parts = [seed_title(seed, language)]
    for term, name in ((DATE, "date"), (PUBLISHER, "publisher"), (LICENCE, "licence")):
        if value := getattr(seed, name):
            parts.append(term[language].format(**{name: value}))
    return ", ".join(parts) + "."
