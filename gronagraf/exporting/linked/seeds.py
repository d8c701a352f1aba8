"""The seeds that a graph came from, as datasets."""

from collections.abc import Iterator

from gronagraf.exporting.linked.standard import date_literal
from gronagraf.graph import Graph, SeedInfo
from gronagraf.rdf.names import TYPE, encoded
from gronagraf.rdf.statements import Blank, Iri, Listing, Literal, Name, Resource, Statement

LICENCES = {
    "CC0-1.0": "http://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "http://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "http://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "http://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-ND-4.0": "http://creativecommons.org/licenses/by-nd/4.0/",
    "CC-BY-NC-SA-4.0": "http://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": "http://creativecommons.org/licenses/by-nc-nd/4.0/",
}
"""SPDX names of licences with the addresses that Sweden's data portal knows them by (DCAT-AP-SE 3.0.1)."""
LANGUAGES = (("", "sv"), ("_en", "en"))


def seed_name(seed: str) -> Name:
    return Name("seed", encoded(seed))


def seeds(graph: Graph, base: str) -> Iterator[Resource]:
    for info in graph.seeds:
        yield Resource(seed_name(info.name), tuple(_seed(info, base)))


def licence_uri(licence: str) -> str:
    """The address of a licence given by its SPDX name or by its address; an empty text for any other words."""
    if licence.startswith(("http://", "https://")) and " " not in licence:
        return licence
    return LICENCES.get(licence, "")


def in_languages(info: SeedInfo, name: str) -> list[Literal]:
    """The title or the description of a seed, in the languages that it has it in."""
    texts = ((str(getattr(info, f"{name}{ending}")), language) for ending, language in LANGUAGES)
    return [Literal(text, language=language) for text, language in texts if text]


def _seed(info: SeedInfo, base: str) -> Iterator[Statement]:
    yield TYPE, Name("void", "Dataset")
    yield TYPE, Name("dcat", "Dataset")
    yield Name("dcterms", "identifier"), Literal(info.name)
    for name in ("title", "description"):
        for text in in_languages(info, name):
            yield Name("dcterms", name), text
    if info.publisher:
        agent = ((TYPE, Name("foaf", "Agent")), (Name("foaf", "name"), Literal(info.publisher)))
        yield Name("dcterms", "publisher"), Blank(agent)
    if info.licence:
        yield Name("gg", "licence"), Literal(info.licence)
    if uri := licence_uri(info.licence):
        yield Name("dcterms", "license"), Iri(uri)
    if info.date:
        yield Name("dcterms", "issued"), date_literal(info.date)
    yield Name("gg", "fictional"), Literal("true" if info.fictional else "false", Name("xsd", "boolean"))
    if info.extends:
        yield Name("gg", "extends"), Listing(tuple(map(seed_name, info.extends)))
    if info.complete:
        yield Name("gg", "complete"), Listing(tuple(Name("gg", encoded(name)) for name in info.complete))
    yield Name("void", "uriSpace"), Literal(base)
