"""Answers on their way out: to the terminal, into a pipe or into a file, and what must be said beside them."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from gronagraf.cli.command import Call
from gronagraf.graph import Result
from gronagraf.schema import Term
from gronagraf.views.files import write_whole
from gronagraf.views.tables import FORMS, Form
from gronagraf.views.words import alphabetical, number

WROTE = Term("Skrev {path} ({size}).", "Wrote {path} ({size}).")
MORE = Term("och {count} till", "and {count} more")
BY_SUFFIX: dict[str, Form] = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".html": "html"}


def show(call: Call, result: Result, title: str = "") -> None:
    """The answer in the form asked for; what csv and jsonl cannot hold is said on standard error."""
    from gronagraf.model import MODEL
    from gronagraf.views.notes import notes
    from gronagraf.views.tables import render

    form = form_of(call)
    width = None if call.values["out"] else terminal_width()
    text = render(result, form, call.language, MODEL, width, title)
    put(call, text)
    if form in ("csv", "json", "jsonl"):
        for note in notes(result, call.language):
            click.echo(note, err=True)


def form_of(call: Call) -> Form:
    """The form that was asked for, else the one that the name of the file says, else a table."""
    asked = call.values["form"]
    for form in FORMS:
        if asked == form:
            return form
    return BY_SUFFIX.get(call.values["out"].suffix.lower(), "table") if call.values["out"] else "table"


def put(call: Call, text: str) -> None:
    """A text to where --out says, or to standard output."""
    if call.values["out"]:
        save(call, call.values["out"], text)
    else:
        click.echo(text, nl=False)


def save(call: Call, path: Path, text: str) -> None:
    """A text into a file, whole or not at all, and a line on standard error that says so."""
    write_whole(path, text)
    click.echo(call.say(WROTE, path=path, size=size_of(len(text.encode()))), err=True)


def size_of(octets: int) -> str:
    return (
        f"{octets} B"
        if octets < 1000
        else f"{octets / 1000:.0f} kB"
        if octets < 1_000_000
        else f"{octets / 1e6:.1f} MB"
    )


def terminal_width() -> int | None:
    """The width of the terminal that a person looks at, None for a pipe or a file."""
    return shutil.get_terminal_size(fallback=(100, 24)).columns if sys.stdout.isatty() else None


def enumerated(call: Call, names: Sequence[str], most: int = 10) -> str:
    """Names with commas between, sorted as in a word list, and how many more there are."""
    shown = ", ".join(sorted(names, key=alphabetical)[:most])
    rest = len(names) - most
    return f"{shown} {call.say(MORE, count=number(rest, call.language))}" if rest > 0 else shown
