"""The options of `export` in the formats of linked data: what URIs begin with, and what a catalogue must know."""

from dataclasses import fields
from typing import Any

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.options import FILE
from gronagraf.exporting.export import BASE
from gronagraf.exporting.formats import FORMATS, Format
from gronagraf.exporting.linked.authorities import ACCESS_RIGHTS, PUBLISHER_TYPES, THEMES
from gronagraf.exporting.publication import Publication
from gronagraf.rdf.names import is_base
from gronagraf.schema import Language, Term
from gronagraf.values import quote

NAMED = {"themes": "theme", "files": "file"}
ACCESS_URL_EN = "dcat: where the data is found; end it with / where the files lie below."


def linked_options(language: Language) -> list[click.Parameter]:
    base = Term(
        "Länkade data: vad identifierarna (URI) börjar med, som https://data.region.se/id/.",
        "Linked data: what the identifiers (URIs) begin with, such as https://data.region.se/id/.",
    )
    return [
        option(language, "--base", base, metavar="URI", default=BASE, show_default=True),
        *_catalogue_options(language),
    ]


def _catalogue_options(language: Language) -> list[click.Parameter]:
    texts = {
        "access-url": Term("dcat: var data finns; sluta med / om filerna ligger under.", ACCESS_URL_EN),
        "publisher": Term("dcat: utgivare, om inte fröets.", "dcat: the publisher, if not the seed's."),
        "publisher-uri": Term("dcat: utgivarens URI, helst dataportalens.", "dcat: the publisher's URI."),
        "contact": Term("dcat: e-postadress som inte är någon persons.", "dcat: e-mail address, nobody's own."),
        "contact-name": Term("dcat: den som svarar där, om inte utgivaren.", "dcat: who answers, else the publisher."),
        "licence": Term("dcat: licensens adress, om inte fröets.", "dcat: address of the licence, if not the seed's."),
    }
    kind = Term("dcat: vad utgivaren är, som RegionalAuthority.", "dcat: what the publisher is, as RegionalAuthority.")
    rights = Term("dcat: vem som kommer åt data.", "dcat: who can reach the data.")
    place = Term("dcat: område, om inte länen i grafen.", "dcat: area, if not the counties in the graph.")
    theme = Term("dcat: EU:s tema för data, som REGI eller GOVE.", "dcat: the EU's theme of the data, as REGI or GOVE.")
    file = Term("dcat: fil som publiceras; får en storlek och en form.", "dcat: a file that is published.")
    several = {"multiple": True}
    return [
        *(option(language, f"--{name}", text, metavar="TEXT", default="") for name, text in texts.items()),
        option(language, "--publisher-type", kind, type=click.Choice(list(PUBLISHER_TYPES)), metavar="TYPE"),
        option(language, "--access-rights", rights, type=click.Choice(ACCESS_RIGHTS)),
        option(language, "--spatial", place, metavar="URI", **several),
        option(language, "--theme", theme, type=click.Choice(list(THEMES)), metavar="THEME", **several),
        option(language, "--file", file, type=FILE, metavar="FILE", **several),
    ]


def publication_of(call: Call, form: Format) -> Publication:
    """What a catalogue must know besides the graph. Raises UsageError where another format is asked for."""
    given: dict[str, Any] = {}
    for each in fields(Publication):
        given[each.name] = call.values[NAMED.get(each.name, each.name)] or each.default
    if form.name != "dcat" and any(given.values()):
        names = [f"--{NAMED.get(name, name).replace('_', '-')}" for name, value in given.items() if value]
        raise click.UsageError(f"{form.name} is no catalogue: leave out {', '.join(names)}")
    return Publication(**given)


def base_of(call: Call, form: Format) -> str:
    """What URIs begin with. Raises UsageError for what no URI begins with, or a format that has none."""
    base = str(call.values["base"])
    if base != BASE and not form.linked:
        holders = ", ".join(each.name for each in FORMATS if each.linked)
        raise click.UsageError(f"{form.name} has no URIs: leave out --base; {holders} have them")
    if not is_base(base):
        raise click.UsageError(f"--base {quote(base)} is not the beginning of a URI; end it with / # : or =")
    return base
