"""The options of `export` in the formats of linked data: what URIs begin with."""

import click

from gronagraf.cli.command import Call, option
from gronagraf.exporting.export import BASE
from gronagraf.exporting.formats import FORMATS, Format
from gronagraf.rdf.names import is_base
from gronagraf.schema import Language, Term
from gronagraf.values import quote


def linked_options(language: Language) -> list[click.Parameter]:
    base = Term(
        "Länkade data: vad identifierarna (URI) börjar med, som https://data.region.se/id/.",
        "Linked data: what the identifiers (URIs) begin with, such as https://data.region.se/id/.",
    )
    return [option(language, "--base", base, metavar="URI", default=BASE, show_default=True)]


def base_of(call: Call, form: Format) -> str:
    """What URIs begin with. Raises UsageError for what no URI begins with, or a format that has none."""
    base = str(call.values["base"])
    if base != BASE and not form.linked:
        holders = ", ".join(each.name for each in FORMATS if each.linked)
        raise click.UsageError(f"{form.name} has no URIs: leave out --base; {holders} have them")
    if not is_base(base):
        raise click.UsageError(f"--base {quote(base)} is not the beginning of a URI; end it with / # : or =")
    return base
