"""How every command is made: its words in one language, its options, and one verb that gets what was asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from gronagraf.cli.words import EXAMPLE, LANGUAGES, PURPOSES, in_language
from gronagraf.schema import NO_TERM, Language, Term


@dataclass(frozen=True, slots=True)
class Call:
    """What one invocation asks for: its language, and the value of each argument and option by name."""

    language: Language
    values: Mapping[str, Any]

    def say(self, term: Term, **values: object) -> str:
        return term[self.language].format(**values)


def command(
    language: Language,
    name: str,
    verb: Callable[[Call], None],
    params: Iterable[click.Parameter],
    *examples: str,
    more: Term = NO_TERM,
) -> click.Command:
    """A command of the program; `more` is told in its help below the purpose, the examples stand last."""

    def callback(**values: object) -> None:
        verb(Call("en" if values.pop("lang") == "en" else "sv", values))

    return click.Command(
        name,
        callback=callback,
        params=[*params, language_option(language), help_option(language)],
        help="\n\n".join(filter(None, (PURPOSES[name][language], more[language]))),
        epilog="\n".join(("\b", EXAMPLE[language], *(f"  {example}" for example in examples))),
        add_help_option=False,
    )


def option(language: Language, names: str, text: Term, **settings: object) -> click.Option:
    """An option with its help in the language; `names` as `--limit`, or `--as form` where the value is called form."""
    given: dict[str, Any] = {**settings, "help": text[language]}
    return click.Option(names.split(), **given)


def language_option(language: Language, *, expose_value: bool = True) -> click.Option:
    text = Term("Språk: svenska eller engelska.", "Language: Swedish or English.")
    settings = {"type": click.Choice(LANGUAGES), "envvar": "GRONAGRAF_LANG", "show_envvar": True}
    return option(language, "--lang", text, default=language, expose_value=expose_value, **settings)


def help_option(language: Language) -> click.Option:
    def show(context: click.Context, _: click.Parameter, wanted: object) -> None:
        if wanted and not context.resilient_parsing:
            click.echo(in_language(context.get_help(), language))
            context.exit()

    text = Term("Visa denna hjälp.", "Show this help.")
    return option(language, "--help", text, is_flag=True, is_eager=True, expose_value=False, callback=show)
