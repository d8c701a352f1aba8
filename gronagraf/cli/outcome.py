"""How an invocation ends: every error as a line on standard error and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

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
        _tell(INTERRUPTED[language])
        return BY_HAND
    except BrokenPipeError:
        return _unread()
    except SystemExit as end:
        if end.code == GENERAL:  # what click makes of a reader that has gone
            return _unread()
        _tell(INTERRUPTED[language])  # asked to end, while an embedded database was open
        return int(end.code or 0)
    except OSError as error:
        _let_go_of(sys.stdout)
        return _say(_refused(error), language, GENERAL)
    return code if isinstance(code, int) else 0


def _refused(error: OSError) -> str:
    """What the system said; without a name it is most often the working folder that is no more."""
    if isinstance(error, FileNotFoundError) and not error.filename:
        return "the working folder does not exist any more; go to another one"
    return f"{f'{error.filename}: ' if error.filename else ''}{error.strerror or error}"


def _set_streams() -> None:
    """UTF-8 with plain line feeds into pipes and files; on a terminal a question mark for what it cannot show.

    A stream that was closed from the start leads nowhere, so that no file that is opened later takes its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as we live
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _unread() -> int:
    """The end of a command whose reader has gone, such as `head`: nothing went wrong."""
    _let_go_of(sys.stdout)
    return 0


def _let_go_of(stream: TextIO) -> None:
    """Nobody reads any more, or nothing can be written: keep the interpreter from trying again when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tell(line: str) -> None:
    """A line on standard error; where nobody can read it the exit code still says what happened."""
    try:
        click.echo(line, err=True)
    except OSError:
        _let_go_of(sys.stderr)


def _told(error: GronagrafError, language: Language) -> int:
    placed = [problem for problem in error.problems if problem.where]
    for problem in error.problems:
        if problem.where:
            _tell(one_line(str(problem)))
        else:
            _say(str(problem), language, error.exit_code)
    if placed:
        counted = ONE if len(placed) == 1 else COUNT
        _say(counted[language].format(count=len(placed)), language, error.exit_code)
    return error.exit_code


def _usage(error: click.UsageError, language: Language) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _tell(in_language(error.format_message(), language))
        return USAGE
    if error.ctx:
        _tell(in_language(error.ctx.get_usage(), language))
    return _say(error.format_message(), language, USAGE)


def _say(message: str, language: Language, code: int) -> int:
    _tell(f"{ERROR[language]}: {one_line(message)}")
    return code
