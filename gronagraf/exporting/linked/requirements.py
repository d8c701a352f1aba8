"""What DCAT-AP-SE requires, and which of it is not known: everything that is missing is told at once."""

import re
from collections.abc import Iterator

from gronagraf.errors import GronagrafError, Problem
from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.authorities import PUBLISHER_TYPES
from gronagraf.exporting.linked.seeds import licence_uri
from gronagraf.graph import SeedInfo
from gronagraf.values import quote

UNKNOWN = "is required and not known"
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
EMAIL = re.compile(r"[\w.%+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def the_seed(export: Export) -> SeedInfo:
    """The one seed that is described. Raises GronagrafError with everything that is required and not known."""
    seeds = export.graph.seeds
    if len(seeds) != 1:
        names = ", ".join(seed.name for seed in seeds) or "none"
        raise GronagrafError(f"a catalogue describes one seed, and the graph holds {names}; give --only-seed")
    if problems := [*_missing(export, seeds[0]), *_unfit(export)]:
        raise GronagrafError(problems)
    return seeds[0]


def _missing(export: Export, seed: SeedInfo) -> Iterator[Problem]:
    said = export.publication
    if not export.base.startswith(("http://", "https://")):
        what = "is required: what a data portal lists has an address of its own"
        yield Problem("--base", what, "give the beginning of yours, such as https://data.region.se/id/")
    if not said.access_url:
        yield Problem("--access-url", UNKNOWN, "say where the data is found, as https://…")
    if not (said.publisher or seed.publisher):
        yield Problem("--publisher", UNKNOWN, "name who publishes, or write it in seed.toml")
    if not said.publisher_type:
        yield Problem("--publisher-type", UNKNOWN, f"choose among {', '.join(PUBLISHER_TYPES)}")
    if not (said.licence or licence_uri(seed.licence)):
        told = (
            f"{quote(seed.licence)} in seed.toml is no licence with a known address" if seed.licence else "is not known"
        )
        yield Problem("--licence", told, "give the address of the licence, as http://creativecommons.org/…")
    if not seed.description:
        yield Problem("seed.toml: description", "is required and empty", "say in a sentence what the seed holds")


def _unfit(export: Export) -> Iterator[Problem]:
    said = export.publication
    addresses = [
        ("--access-url", said.access_url),
        ("--licence", said.licence),
        ("--publisher-uri", said.publisher_uri),
    ]
    for name, address in (*addresses, *(("--spatial", each) for each in said.spatial)):
        if address and not ADDRESS.fullmatch(address):
            yield Problem(name, f"{quote(address)} is not a web address", "write it whole, as https://…")
    if said.contact and not EMAIL.fullmatch(said.contact):
        yield Problem("--contact", f"{quote(said.contact)} is not an e-mail address", "give one that is nobody's own")
