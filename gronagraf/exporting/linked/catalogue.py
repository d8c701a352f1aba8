"""DCAT-AP-SE 3: what an open-data portal needs to know of the dataset, and nothing that nobody said.

https://docs.dataportal.se/dcat/3.0.1/sv/, a profile of DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.1/).
"""

from collections.abc import Iterator
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.authorities import (
    AUTHORITY,
    CC0,
    LANGUAGES,
    PUBLISHER_TYPE,
    PUBLISHER_TYPES,
    THEMES,
)
from gronagraf.exporting.linked.coverage import period_of, places_of
from gronagraf.exporting.linked.distributions import distributions, media_of
from gronagraf.exporting.linked.jsonld import json_ld
from gronagraf.exporting.linked.rdfxml import rdf_xml
from gronagraf.exporting.linked.requirements import the_seed
from gronagraf.exporting.linked.seeds import in_languages, licence_uri, seed_name
from gronagraf.exporting.linked.standard import date_literal
from gronagraf.exporting.linked.turtle import turtle
from gronagraf.exporting.writing import write_pieces
from gronagraf.graph import SeedInfo
from gronagraf.rdf.names import TYPE, encoded, prefixes
from gronagraf.rdf.statements import Iri, Literal, Name, Resource, Statement
from gronagraf.schema import Language, Term
from gronagraf.views.notes import FICTIONAL, seed_title

OWN = ("catalogue", "contact", "distribution", "publisher")
SYNTAXES = {".ttl": turtle, ".jsonld": json_ld}
TITLE = Term("Datakatalog: {title}", "Data catalogue: {title}")
ONLY = Term("Katalog med en datamängd: {title}.", "A catalogue of one dataset: {title}.")


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The metadata of the one seed of the graph, in RDF/XML, or in Turtle or JSON-LD where the file is called so.

    Raises GronagrafError with everything that is required and not known, and for what the system refuses.
    """
    names = prefixes(export.base) | {name: f"{export.base}{name}/" for name in OWN}
    syntax = SYNTAXES.get(path.suffix.lower(), rdf_xml)
    return write_pieces(path, syntax(tuple(catalogue(export)), names))


def catalogue(export: Export) -> Iterator[Resource]:
    """A catalogue, its dataset, the distributions, and who answers for them. Raises GronagrafError."""
    seed = the_seed(export)
    publisher = Iri(export.publication.publisher_uri) if export.publication.publisher_uri else _own("publisher", seed)
    shared = [(Name("dcterms", "publisher"), publisher), *_dates(seed)]
    parts = tuple(distributions(export, seed))
    yield Resource(_own("catalogue", seed), (*_catalogue(seed), *shared))
    yield Resource(seed_name(seed.name), (*_dataset(export, seed, parts), *shared))
    yield from parts
    yield Resource(publisher, tuple(_publisher(export, seed)))
    if export.publication.contact:
        yield Resource(_own("contact", seed), tuple(_contact(export, seed)))
    yield from _typed(export, seed)


def _own(kind: str, seed: SeedInfo) -> Name:
    return Name(kind, encoded(seed.name))


def _dates(seed: SeedInfo) -> Iterator[Statement]:
    if seed.date:
        yield Name("dcterms", "issued"), date_literal(seed.date)
        yield Name("dcterms", "modified"), date_literal(seed.date)


def _languages(seed: SeedInfo) -> list[str]:
    """Those of its title: the first is what its people write in, another one is only translated into."""
    return [text.language for text in in_languages(seed, "title")]


def _catalogue(seed: SeedInfo) -> Iterator[Statement]:
    yield TYPE, Name("dcat", "Catalog")
    for text in in_languages(seed, "title"):
        words = {"title": text.text}
        for name, term in (("title", TITLE), ("description", ONLY)):
            said = (term.en if text.language == "en" else term.sv).format(**words)
            yield Name("dcterms", name), Literal(said, language=text.language)
        yield Name("dcterms", "language"), Iri(f"{AUTHORITY}language/{LANGUAGES[text.language]}")
    yield Name("dcterms", "license"), Iri(CC0)
    yield Name("dcat", "dataset"), seed_name(seed.name)


def _dataset(export: Export, seed: SeedInfo, parts: tuple[Resource, ...]) -> Iterator[Statement]:
    yield TYPE, Name("dcat", "Dataset")
    for text in in_languages(seed, "title"):
        yield Name("dcterms", "title"), text
    for text in in_languages(seed, "description"):
        yield Name("dcterms", "description"), _described(seed, text)
    yield Name("dcterms", "identifier"), Literal(seed.name)
    yield Name("dcterms", "language"), Iri(f"{AUTHORITY}language/{LANGUAGES[_languages(seed)[0]]}")
    for place in places_of(export):
        yield Name("dcterms", "spatial"), Iri(place)
    if period := period_of(export.graph, export.model, seed.date):
        yield Name("dcterms", "temporal"), period
    for theme in export.publication.themes:
        yield Name("dcat", "theme"), Iri(f"{AUTHORITY}data-theme/{theme}")
    if rights := export.publication.access_rights:
        yield Name("dcterms", "accessRights"), Iri(f"{AUTHORITY}access-right/{rights}")
    if export.publication.contact:
        yield Name("dcat", "contactPoint"), _own("contact", seed)
    for each in parts:
        yield Name("dcat", "distribution"), each.subject


def _described(seed: SeedInfo, text: Literal) -> Literal:
    """The description; of what is made up it says so first."""
    if not seed.fictional:
        return text
    language: Language = "en" if text.language == "en" else "sv"
    said = FICTIONAL[language].format(seeds=seed_title(seed, language))
    return Literal(f"{said} {text.text}", language=language)


def _publisher(export: Export, seed: SeedInfo) -> Iterator[Statement]:
    yield TYPE, Name("foaf", "Agent")
    yield Name("foaf", "name"), Literal(export.publication.publisher or seed.publisher)
    yield Name("dcterms", "type"), Iri(PUBLISHER_TYPE + export.publication.publisher_type)


def _contact(export: Export, seed: SeedInfo) -> Iterator[Statement]:
    """Whom to write to: an organisation, or a post there, and no person."""
    yield TYPE, Name("vcard", "Organization")
    yield TYPE, Name("vcard", "Kind")
    name = export.publication.contact_name or export.publication.publisher or seed.publisher
    yield Name("vcard", "fn"), Literal(name)
    yield Name("vcard", "hasEmail"), Iri(f"mailto:{export.publication.contact}")


def _typed(export: Export, seed: SeedInfo) -> Iterator[Resource]:
    """What the addresses of others stand for, so that a validator need not fetch them."""
    types: dict[str, Name] = {CC0: Name("dcterms", "LicenseDocument")}
    types[export.publication.licence or licence_uri(seed.licence)] = Name("dcterms", "LicenseDocument")
    for language in _languages(seed):
        types[f"{AUTHORITY}language/{LANGUAGES[language]}"] = Name("dcterms", "LinguisticSystem")
    types |= dict.fromkeys(places_of(export), Name("dcterms", "Location"))
    if rights := export.publication.access_rights:
        types[f"{AUTHORITY}access-right/{rights}"] = Name("dcterms", "RightsStatement")
    types |= dict.fromkeys(map(media_of, export.publication.files), Name("dcterms", "MediaType"))
    yield from (Resource(Iri(address), ((TYPE, kind),)) for address, kind in sorted(types.items()) if address)
    publisher_type = export.publication.publisher_type
    yield _concept(PUBLISHER_TYPE + publisher_type, PUBLISHER_TYPES[publisher_type])
    for theme in export.publication.themes:
        yield _concept(f"{AUTHORITY}data-theme/{theme}", THEMES[theme])


def _concept(address: str, term: Term) -> Resource:
    words = [(Name("skos", "prefLabel"), Literal(term[word], language=word)) for word in ("sv", "en")]
    return Resource(Iri(address), ((TYPE, Name("skos", "Concept")), *words))
