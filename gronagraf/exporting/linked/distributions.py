"""The distributions of a dataset: the files that were given, or the one place where it is found."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from gronagraf.errors import GronagrafError, Problem
from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.authorities import MEDIA, MEDIA_TYPE
from gronagraf.exporting.linked.seeds import licence_uri
from gronagraf.exporting.linked.standard import date_literal
from gronagraf.graph import SeedInfo
from gronagraf.rdf.names import TYPE, encoded
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Resource, Statement
from gronagraf.schema import Term

WHOLE = Term("Hela datamängden som {form}.", "The whole dataset as {form}.")
CHUNK = 1 << 20


def distributions(export: Export, seed: SeedInfo) -> Iterator[Resource]:
    """One for each file, with its size, form and checksum, else one that only says where. Raises GronagrafError."""
    shared = tuple(_shared(export, seed))
    for number, file in enumerate(export.publication.files, 1):
        yield Resource(_name(seed, number), (*shared, *_file(export, file)))
    if not export.publication.files:
        yield Resource(_name(seed, 1), shared)


def media_of(file: Path) -> str:
    """The address of a file's media type at IANA, as its name says; an empty text for another name."""
    return MEDIA_TYPE + MEDIA[file.suffix.lower()][0] if file.suffix.lower() in MEDIA else ""


def _name(seed: SeedInfo, number: int) -> Name:
    return Name("distribution", f"{encoded(seed.name)}-{number}")


def _shared(export: Export, seed: SeedInfo) -> Iterator[Statement]:
    yield TYPE, Name("dcat", "Distribution")
    yield Name("dcat", "accessURL"), Iri(export.publication.access_url)
    yield Name("dcterms", "license"), Iri(export.publication.licence or licence_uri(seed.licence))
    if seed.date:
        yield Name("dcterms", "modified"), date_literal(seed.date)


def _file(export: Export, file: Path) -> Iterator[Statement]:
    """Sweden's profile wants the media type as a text in dcterms:format; DCAT-AP as a resource: that is mediaType."""
    size, checksum = _measured(file)
    yield Name("dcterms", "title"), Literal(file.name)
    if export.publication.access_url.endswith("/"):
        yield Name("dcat", "downloadURL"), Iri(export.publication.access_url + quote(file.name))
    yield Name("dcat", "byteSize"), Literal(str(size), Name("xsd", "nonNegativeInteger"))
    yield Name("spdx", "checksum"), checksum
    if known := MEDIA.get(file.suffix.lower()):
        media, form = known
        yield Name("dcterms", "format"), Literal(media)
        yield Name("dcat", "mediaType"), Iri(media_of(file))
        for language in ("sv", "en"):
            text = (WHOLE.en if language == "en" else WHOLE.sv).format(form=form)
            yield Name("dcterms", "description"), Literal(text, language=language)


def _measured(file: Path) -> tuple[int, Blank]:
    """The size of a file and its checksum, by SHA-1: the only one that Sweden's data portal takes."""
    digest, size = hashlib.sha1(usedforsecurity=False), 0
    try:
        with file.open("rb") as source:
            while piece := source.read(CHUNK):
                digest.update(piece)
                size += len(piece)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise GronagrafError([Problem(str(file), what, "give a file that you have exported")]) from error
    value = Literal(digest.hexdigest(), Name("xsd", "hexBinary"))
    algorithm = Name("spdx", "checksumAlgorithm_sha1")
    said = ((TYPE, Name("spdx", "Checksum")), (Name("spdx", "algorithm"), algorithm))
    return size, Blank((*said, (Name("spdx", "checksumValue"), value)))
