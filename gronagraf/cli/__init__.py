"""The command line: one command is one call of the library, and its answer shown."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NoReturn

import click

from gronagraf import __version__
from gronagraf.cli.command import help_option, language_option, option
from gronagraf.cli.outcome import outcome
from gronagraf.cli.words import BEGIN, PURPOSES, SUMMARY, language_of
from gronagraf.schema import Language, Term

MODULES: Mapping[str, str] = {
    "demo": "demonstration",
    "check": "seeds",
    "load": "loading",
    "diff": "comparing",
    "forget": "forgetting",
    "merge": "merging",
    "template": "templates",
    "recipes": "recipe_book",
    "run": "questions",
    "query": "questions",
    "thread": "verdict",
    "influence": "influence",
    "network": "network",
    "whatif": "whatif",
    "assessment": "assessing",
    "crossimpact": "crossimpact",
    "chart": "charts",
    "map": "pages",
    "import": "importing",
    "export": "exports",
    "status": "inspection",
    "schema": "inspection",
}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The program `gronagraf`: does what the arguments (else those of the process) ask and exits with the code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and give the exit code: that of the error, 2 for a wrong usage, 130 after Ctrl-C."""
    language = language_of(arguments, os.environ)
    wanted = next((argument for argument in arguments if argument in MODULES), None)
    program = build(language, wanted)
    return outcome(lambda: program.main(list(arguments), "gronagraf", standalone_mode=False), language)


def build(language: Language, wanted: str | None) -> click.Group:
    """The program with one command in full and the others by name and purpose: to ask for help costs no import."""
    commands = {name: _full(name, language) if name == wanted else _named(name, language) for name in MODULES}
    return click.Group(
        "gronagraf",
        commands=commands,
        params=[_version_option(language), language_option(language, expose_value=False), help_option(language)],
        help=SUMMARY[language],
        epilog=BEGIN[language],
        add_help_option=False,
        no_args_is_help=True,
    )


def _full(name: str, language: Language) -> click.Command:
    command: click.Command = getattr(import_module(f"gronagraf.cli.{MODULES[name]}"), f"{name}_command")(language)
    return command


def _named(name: str, language: Language) -> click.Command:
    return click.Command(name, help=PURPOSES[name][language], short_help=PURPOSES[name][language])


def _version_option(language: Language) -> click.Option:
    def show(context: click.Context, _: click.Parameter, wanted: object) -> None:
        if wanted and not context.resilient_parsing:
            click.echo(f"gronagraf {__version__}")
            context.exit()

    text = Term("Visa versionen.", "Show the version.")
    return option(language, "--version", text, is_flag=True, is_eager=True, expose_value=False, callback=show)
