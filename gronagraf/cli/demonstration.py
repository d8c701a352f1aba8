"""The command that shows it all: `demo`."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.options import FILE
from gronagraf.cli.show import size_of, terminal_width
from gronagraf.data import seed_folder
from gronagraf.demo import Demo, run_demo
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term

FOLDER = "gronagraf-demo"
SEED = "kronoberg"
FILES = Term("Filer i {folder}", "Files in {folder}")
DATABASE = Term("databasen, {count} filer", "the database, {count} files")
NEXT = Term(
    "Pröva sedan\n"
    "  gronagraf recipes                                       alla frågor\n"
    "  gronagraf run funding --db {db}         en av dem\n"
    "  gronagraf run bridges --help                            vilka val den har\n"
    "  gronagraf influence --db {db}           vem håller ihop länet\n"
    "  gronagraf load kronoberg                                din egen graf, i .gronagraf/\n"
    "  gronagraf demo --help",
    "Try next\n"
    "  gronagraf recipes                                       every question\n"
    "  gronagraf run funding --db {db}         one of them\n"
    "  gronagraf run bridges --help                            what it takes\n"
    "  gronagraf influence --db {db}           who holds it together\n"
    "  gronagraf load kronoberg                                a graph of your own, in .gronagraf/\n"
    "  gronagraf demo --help",
)


def demo_command(language: Language) -> click.Command:
    out = Term("Mapp där allt sparas.", "The folder for all that is made.")
    more = Term(
        "Allt hamnar i en egen mapp; din egen databas rörs inte.",
        "Everything goes into a folder of its own; your own database is not touched.",
    )
    params = [option(language, "--out", out, type=FILE, default=FOLDER, show_default=True, metavar="DIR")]
    return command(language, "demo", _demo, params, "gronagraf demo", "gronagraf demo --lang en --out prova", more=more)


def _demo(call: Call) -> None:
    folder = call.values["out"]
    demo = run_demo(seed_folder(SEED), folder, MODEL, call.language, click.echo, terminal_width())
    for line in _files(call, demo, folder):
        click.echo(line)
    click.echo(f"\n{call.say(NEXT, db=shlex.quote(str(demo.database)))}")


def _files(call: Call, demo: Demo, folder: Path) -> Iterator[str]:
    """Every file with its size; those of the database, which are the engine's own, counted together."""
    yield f"\n{call.say(FILES, folder=folder.resolve())}"
    for path in demo.files:
        yield f"  {size_of(path.stat().st_size):>8}  {path.relative_to(folder).as_posix()}"
    inside = [path for path in demo.database.rglob("*") if path.is_file()]
    size = size_of(sum(path.stat().st_size for path in inside))
    yield f"  {size:>8}  {demo.database.relative_to(folder).as_posix()}/  ({call.say(DATABASE, count=len(inside))})"
