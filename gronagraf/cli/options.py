"""The options that commands share: which database, which form of answer, how long and how much."""

import math
import os
from pathlib import Path

import click

from gronagraf.cli.command import option
from gronagraf.schema import DATE, Language, Term
from gronagraf.values import UnreadableValueError, parse, quote
from gronagraf.views.tables import FORMS


class NumberRange(click.FloatRange):
    """A number within limits; a text that says "not a number" is none."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value!r} is no number.", param, ctx)
        return number


class Seconds(NumberRange):
    """A length of time, more than none."""

    def __init__(self, longest: float) -> None:
        super().__init__(min=0, min_open=True, max=longest)


DEFAULT_DB = ".gronagraf"
FILE = click.Path(path_type=Path)


def store_options(language: Language) -> list[click.Parameter]:
    """Which graph database, and as whom."""
    db = Term(
        "Mapp för en inbyggd databas, eller adress till Neo4j (bolt://, bolt+s://, neo4j://, neo4j+s://).",
        "Folder of an embedded database, or the address of a Neo4j (bolt://, bolt+s://, neo4j://, neo4j+s://).",
    )
    user = Term("Användare i Neo4j.", "User in Neo4j.")
    secret = Term(
        "Fil med lösenordet till Neo4j; lösenordet kan också stå i GRONAGRAF_PASSWORD, annars frågas det efter.",
        "File with the password for Neo4j; the password may also stand in GRONAGRAF_PASSWORD, else it is asked for.",
    )
    name = Term("Databas i Neo4j.", "Database in Neo4j.")
    wait = Term("Sekunder att vänta på en server som inte svarar.", "Seconds to wait for a server that is silent.")
    return [
        option(language, "--db", db, envvar="GRONAGRAF_DB", show_envvar=True, default=DEFAULT_DB, show_default=True),
        option(language, "--user", user, envvar="GRONAGRAF_USER", show_envvar=True, default="neo4j", show_default=True),
        option(language, "--password-file", secret, type=FILE, envvar="GRONAGRAF_PASSWORD_FILE", show_envvar=True),
        option(language, "--database", name, envvar="GRONAGRAF_DATABASE", show_envvar=True),
        option(language, "--connect-timeout", wait, type=Seconds(3600), default=10.0, show_default=True),
    ]


def form_options(language: Language, *, raw: bool = True) -> list[click.Parameter]:
    """In which form the answer comes, and where it goes; `raw` is false where --raw already means something else."""
    form = Term(
        "Form: table, md, html och xlsx är för människor; csv, json och jsonl för program. Följer annars filens namn.",
        "Form: table, md, html and xlsx are for people; csv, json and jsonl for programs. Else as the file is named.",
    )
    out = Term("Skriv svaret till en fil.", "Write the answer to a file.")
    excel = Term(
        "CSV som svenska Excel öppnar med ett dubbelklick: semikolon och decimalkomma.",
        "CSV that a Swedish Excel opens by a double click: semicolons and decimal commas.",
    )
    verbatim = Term(
        "CSV utan apostrof före text som ett kalkylprogram tar för en formel.",
        "CSV without the apostrophe before text that a spreadsheet takes for a formula.",
    )
    names = "--raw-text --raw verbatim" if raw else "--raw-text verbatim"
    return [
        option(language, "--as form", form, type=click.Choice(FORMS)),
        option(language, "--out", out, type=FILE),
        option(language, "--excel", excel, is_flag=True),
        option(language, names, verbatim, is_flag=True),
    ]


def ask_options(language: Language, limit: int | None) -> list[click.Parameter]:
    """How long a question may take and how many rows it may give."""
    timeout = Term("Längsta tid för frågan, sekunder.", "Longest time for the question, seconds.")
    rows = Term("Högsta antal rader.", "Largest number of rows.")
    count = click.IntRange(min=1, max=10_000_000)
    return [
        option(language, "--timeout", timeout, type=Seconds(86400), default=30.0, show_default=True),
        option(language, "--limit", rows, type=count, default=limit, show_default=limit is not None),
    ]


def parsed_date(text: str | None, name: str) -> str | None:
    """The date that an option gives, None where it is not given. Raises UsageError."""
    if text is None:
        return None
    try:
        return str(parse(DATE, text))
    except UnreadableValueError as error:
        raise click.UsageError(f"{name}: {error.what}; {error.remedy}") from None


def only_seed_option(language: Language) -> click.Parameter:
    text = Term("Bara detta frö i grafen.", "Only this seed of the graph.")
    return option(language, "--only-seed", text, metavar="SEED")


class Folders(click.Path):
    """A folder, and in the environment several with the system's own sign between, as in PATH."""

    def split_envvar_value(self, rv: str) -> list[str]:
        return [folder for folder in rv.split(os.pathsep) if folder]


def recipes_option(language: Language) -> click.Parameter:
    text = Term(
        "Mapp med egna frågor, utöver de medföljande; kan ges flera gånger.",
        "Folder of your own recipes, beside those packaged; may be given several times.",
    )
    folders = Folders(path_type=Path)
    settings = {"multiple": True, "envvar": "GRONAGRAF_RECIPES", "show_envvar": True}
    return option(language, "--recipes", text, type=folders, metavar="DIR", **settings)


def param_option(language: Language, text: Term) -> click.Parameter:
    return option(language, "--param", text, multiple=True, metavar="NAME=VALUE")


def name_and_text(given: str) -> tuple[str, str]:
    """The two halves of NAME=VALUE. Raises UsageError."""
    name, equals, text = given.partition("=")
    if not equals or not name.isidentifier():
        raise click.UsageError(f"--param {quote(given)} is not NAME=VALUE, such as --param at_least=3")
    return name, text
