"""The command `export`: the graph in a format that other programs read."""

from pathlib import Path

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.linking import base_of, linked_options, publication_of
from gronagraf.cli.opening import whole_graph
from gronagraf.cli.options import FILE, only_seed_option, store_options
from gronagraf.cli.publishing import made_public, public_options
from gronagraf.cli.show import WROTE, size_of
from gronagraf.exporting.export import Export
from gronagraf.exporting.formats import FORMATS, Format, format_named, write_export
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.views.words import one_line

FORMS = Term("Formaten:", "The formats:")
UNFINISHED = Term(
    "Inläsningen av {seeds} är inte avslutad: det som skrevs är inte helt.",
    "The load of {seeds} has not ended: what was written is not whole.",
)


def export_command(language: Language) -> click.Command:
    out = Term("Fil eller mapp att skriva till.", "File or folder to write to.")
    params = [
        click.Argument(["form"], metavar="FORMAT", type=click.Choice([each.name for each in FORMATS])),
        option(language, "--out", out, type=FILE),
        *public_options(language),
        *linked_options(language),
        only_seed_option(language),
        *store_options(language),
    ]
    lines = [f"  {each.name:<12} {each.purpose[language]}" for each in FORMATS]
    more = Term(*("\b\n" + "\n".join([FORMS[language], *lines]) for _ in range(2)))
    return command(
        language,
        "export",
        _export,
        params,
        "gronagraf export seed --out ./kopia",
        "gronagraf export turtle --public",
        more=more,
    )


def _export(call: Call) -> None:
    graph, unfinished = whole_graph(call)
    form = format_named(call.values["form"])
    base, publication = base_of(call, form), publication_of(call, form)
    names = [seed.name for seed in graph.seeds]
    export = Export(made_public(call, graph), MODEL, call.language, base=base, publication=publication)
    written = write_export(form, export, call.values["out"] or _place(form, names))
    for path in written:
        size = size_of(path.stat().st_size)
        click.echo(call.say(WROTE, path=one_line(str(path)), size=size), err=True)
    if unfinished:
        click.echo(call.say(UNFINISHED, seeds=", ".join(unfinished)), err=True)


def _place(form: Format, seeds: list[str]) -> Path:
    """Where the export goes when nobody says: named after its seeds, in the working folder."""
    name = "-".join(seeds) or "gronagraf"
    return Path(f"{name}{form.ending}" if form.ending else f"{name}-{form.name}")
