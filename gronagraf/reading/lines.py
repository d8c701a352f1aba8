"""Bytes into physical lines of text: UTF-8 only, in little memory, with the line of what is wrong."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from gronagraf.errors import SeedError
from gronagraf.reading.report import one_problem, place

CHUNK = 1 << 18
LONGEST_LINE = 1_000_000
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")
LINE_END = re.compile(r"\r\n|\r|\n")
UTF_8 = "utf-8-sig"
SAVE_TABLE = 'save it as "CSV UTF-8"'


def physical_lines(path: Path, file: str, remedy: str = SAVE_TABLE, encoding: str = UTF_8) -> Iterator[str]:
    """The lines of a text with their line ends (LF, CRLF or CR), in UTF-8 unless said, a byte order mark removed.

    Raises SeedError for another encoding, a NUL byte, a line above a million characters, or what the system refuses;
    `file` is the name in its message, `remedy` says how to mend the encoding.
    """
    try:
        with path.open("rb") as source:
            for number, line in enumerate(_lines(source, file, remedy, encoding), 1):
                if "\0" in line:
                    raise one_problem(place(file, number), "holds a NUL byte", remedy)
                yield line
    except OSError as error:
        raise unreadable(file, error) from error


def unreadable(where: str, error: OSError) -> SeedError:
    """What the system said about a file or folder, as a problem."""
    return one_problem(where, f"cannot be read ({error.strerror or error})", "check the path and your rights to it")


def _lines(source: BinaryIO, file: str, remedy: str, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    number, pending, ended = 0, "", False
    while not ended:
        chunk = source.read(CHUNK)
        ended = not chunk
        if not number and not pending:
            _refuse_wide(chunk, place(file, 1), remedy)
        try:
            text = pending + decoder.decode(chunk, final=ended)
        except UnicodeDecodeError as error:
            raise _undecodable(error, file, number, pending, remedy, encoding) from None
        lines, pending = _split(text, ended=ended)
        number += len(lines)
        yield from lines
        if len(pending) > LONGEST_LINE:
            what = f"is a line of more than {LONGEST_LINE:,} characters"
            raise one_problem(place(file, number + 1), what, "write one row on each line")


def _split(text: str, *, ended: bool) -> tuple[list[str], str]:
    """The whole lines of a text, and what is left of it; a CR at its end may be half of a line end."""
    whole = max(text.rfind("\n"), text.rfind("\r")) + 1
    lines, rest = LINE.findall(text, 0, whole), text[whole:]
    if ended:
        return [*lines, rest] if rest else lines, ""
    if not rest and text.endswith("\r"):
        rest = lines.pop()
    return lines, rest


def _refuse_wide(start: bytes, where: str, remedy: str) -> None:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start[:4]:
        raise one_problem(where, "is UTF-16, not UTF-8", remedy)


def _undecodable(
    error: UnicodeDecodeError, file: str, number: int, pending: str, remedy: str, encoding: str
) -> SeedError:
    before = pending + error.object[: error.start].decode(encoding, "replace")
    byte = error.object[error.start : error.start + 1]
    other = byte.decode("cp1252", "replace")
    guess = f' ("{other}" in Windows-1252)' if other.isprintable() and other != "�" else ""
    line = number + 1 + len(LINE_END.findall(before))
    name = "UTF-8" if encoding == UTF_8 else "Windows-1252"
    return one_problem(place(file, line), f"is not {name}: byte 0x{byte.hex()}{guess}", remedy)
