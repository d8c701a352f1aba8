"""How an invocation ends: every error as a line on standard error and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable

import click

from gronagraf.cli.words import ERROR, in_language
from gronagraf.errors import GronagrafError
from gronagraf.schema import Language, Term
from gronagraf.views.words import one_line

INTERRUPTED = Term("Avbrutet.", "Interrupted.")
COUNT = Term("{count} problem.", "{count} problems.")
ONE = Term("1 problem.", "1 problem.")
USAGE, GENERAL, BY_HAND = 2, 1, 130


def outcome(act: Callable[[], object], language: Language) -> int:
    """Run the act and give the exit code; what went wrong is told on standard error."""
    _set_streams()
    try:
        code = act()
        sys.stdout.flush()
    except GronagrafError as error:
        return _told(error, language)
    except click.UsageError as error:
        return _usage(error, language)
    except click.ClickException as error:
        return _say(error.format_message(), language, error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(INTERRUPTED[language], err=True)
        return BY_HAND
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as end:
        if end.code == GENERAL:  # what click makes of a BrokenPipeError
            return _nobody_reads()
        click.echo(INTERRUPTED[language], err=True)  # SIGTERM, while an embedded database was open
        return int(end.code or 0)
    except OSError as error:
        _let_go_of_output()
        place = f"{error.filename}: " if error.filename else ""
        return _say(f"{place}{error.strerror or error}", language, GENERAL)
    return code if isinstance(code, int) else 0


def _set_streams() -> None:
    """UTF-8 with plain line feeds into pipes and files; on a terminal a question mark for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nobody_reads() -> int:
    _let_go_of_output()
    return 0


def _let_go_of_output() -> None:
    """Nobody reads any more, or nothing can be written: keep the interpreter from trying again when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: GronagrafError, language: Language) -> int:
    placed = [problem for problem in error.problems if problem.where]
    for problem in error.problems:
        if problem.where:
            click.echo(one_line(str(problem)), err=True)
        else:
            _say(str(problem), language, error.exit_code)
    if placed:
        counted = ONE if len(placed) == 1 else COUNT
        _say(counted[language].format(count=len(placed)), language, error.exit_code)
    return error.exit_code


def _usage(error: click.UsageError, language: Language) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(in_language(error.format_message(), language), err=True)
        return USAGE
    if error.ctx:
        click.echo(in_language(error.ctx.get_usage(), language), err=True)
    return _say(error.format_message(), language, USAGE)


def _say(message: str, language: Language, code: int) -> int:
    click.echo(f"{ERROR[language]}: {one_line(message)}", err=True)
    return code
