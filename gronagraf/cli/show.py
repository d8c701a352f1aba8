"""Answers on their way out: to the terminal, into a pipe or into a file, and what must be said beside them."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from gronagraf.cli.command import Call
from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Result
from gronagraf.schema import Term
from gronagraf.views.files import write_whole
from gronagraf.views.tables import FORMS, ONE_TABLE, Form, Rendered
from gronagraf.views.words import alphabetical, number, one_line

WROTE = Term("Skrev {path} ({size}).", "Wrote {path} ({size}).")
MORE = Term("och {count} till", "and {count} more")
BY_SUFFIX: dict[str, Form] = {f".{form}": form for form in FORMS if form != "table"}

SPREADSHEET = "name it .xlsx, which every spreadsheet opens"
DOCUMENT = "name it .html, which browsers open and print"
NO_FORM = {
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".ods"), SPREADSHEET),
    **dict.fromkeys((".pdf", ".docx", ".doc", ".odt"), DOCUMENT),
}


def show(call: Call, result: Result, title: str = "") -> None:
    """The answer in the form asked for; what csv and jsonl cannot hold is said on standard error."""
    from gronagraf.model import MODEL
    from gronagraf.views.notes import notes
    from gronagraf.views.tables import render

    form = form_of(call)
    width = None if call.values["out"] else terminal_width()
    text = render(result, form, call.language, MODEL, width, title)
    put(call, text)
    if form == "json" or form in ONE_TABLE:
        for note in notes(result, call.language):
            click.echo(note, err=True)


def form_of(call: Call) -> Form:
    """The form that was asked for, else the one that the name of the file says, else a table.

    Raises UsageError where the name says a form that there is none of, where a manner of CSV is asked of another form,
    and where a workbook would go to a terminal.
    """
    form = _manner(call, _asked(call))
    if form == "xlsx" and not call.values["out"] and sys.stdout.isatty():
        raise click.UsageError("a workbook cannot be shown on a terminal; write it to a file: --out answer.xlsx")
    return form


def _asked(call: Call) -> Form:
    asked = call.values["form"]
    for form in FORMS:
        if asked == form:
            return form
    ending = call.values["out"].suffix.lower() if call.values["out"] else ""
    if ending in NO_FORM:
        raise click.UsageError(f"--out {call.values['out']}: no answer has the form {ending}; {NO_FORM[ending]}")
    return BY_SUFFIX.get(ending, "table")


def _manner(call: Call, form: Form) -> Form:
    """The manner of CSV that --excel or --raw-text asks for."""
    excel, verbatim = call.values["excel"], call.values["verbatim"]
    if not (excel or verbatim):
        return form
    if excel and verbatim:
        raise click.UsageError("a spreadsheet would run what --raw-text leaves as it is; leave out that or --excel")
    if form != "csv":
        option = "--excel" if excel else "--raw-text"
        raise click.UsageError(f"{option} belongs to the form csv; give --as csv too, or name the file .csv")
    return "csv_excel" if excel else "csv_raw"


def put(call: Call, content: Rendered) -> None:
    """An answer to where --out says, or to standard output: as it is, but on a terminal it can steer nothing."""
    if call.values["out"]:
        save(call, call.values["out"], content)
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    elif sys.stdout.isatty():
        click.echo("\n".join(map(one_line, content.split("\n"))), nl=False)
    else:
        click.echo(content, nl=False, color=True)  # as it is: click would else take away what looks like a colour


def save(call: Call, path: Path, content: Rendered) -> None:
    """An answer into a file, whole or not at all, and a line on standard error that says so. Raises GronagrafError."""
    try:
        write_whole(path, content)
    except BrokenPipeError:  # --out /dev/stdout | head
        raise
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        remedy = "check the path, your rights and the space left, or name another file"
        raise GronagrafError([Problem(str(path), what, remedy)]) from error
    click.echo(
        call.say(
            WROTE,
            path=one_line(str(path)),
            size=size_of(len(content.encode() if isinstance(content, str) else content)),
        ),
        err=True,
    )


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
