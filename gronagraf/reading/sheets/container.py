"""The file around a workbook: what it is, told by its bytes, and its parts, none of them larger than it says."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.reading.lines import unreadable
from gronagraf.reading.report import one_problem, shown

CHUNK = 1 << 18
MOST_BYTES = 200_000_000
MOST_PARTS = 10_000
MOST_UNPACKED = 300_000_000
SMALL = 50_000_000
MOST_RATIO = 250
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx"
NO_WORKBOOK = ("is a zip file, but no workbook", "name a workbook (.xlsx or .ods)")
NOT_DATA = "a workbook of tables needs no such size: remove what is not data"
OTHERS = {
    "xl/workbook.bin": "is a binary workbook (.xlsb)",
    "word/document.xml": "is a text document (.docx), not a workbook",
    "ppt/presentation.xml": "is a presentation (.pptx), not a workbook",
}


@dataclass(frozen=True, slots=True)
class Container:
    """A zip in memory that passed its guards; `names` finds a part whatever its case."""

    file: str
    data: bytes
    archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.names

    def part(self, name: str) -> Iterator[bytes]:
        """The bytes of a part. Raises SeedError where it is missing, damaged, or larger than the zip says."""
        info = self.names.get(_plain(name))
        if info is None:
            raise one_problem(self.file, f"lacks its part {shown(name)}", SAVE_AGAIN)
        said, size = info.file_size, 0
        # zipfile stops at the size that is said; what else may read this part would not
        whole = zipfile.ZipInfo(info.filename)
        for each in ("compress_type", "flag_bits", "header_offset", "CRC", "compress_size", "orig_filename"):
            setattr(whole, each, getattr(info, each))
        whole.file_size = MOST_UNPACKED + CHUNK
        try:
            with self.archive.open(whole) as source:
                while chunk := source.read(CHUNK):
                    size += len(chunk)
                    if size > said:
                        raise one_problem(self.file, f"has a part, {shown(name)}, larger than it says", SAVE_AGAIN)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise _damaged(self.file) from None

    def check(self, name: str) -> None:
        for _ in self.part(name):
            pass


def open_container(path: Path, file: str) -> Container:
    """The zip that a workbook is. Raises SeedError with one problem where it is no workbook or not a safe one."""
    data = _read(path, file)
    if not data.startswith(b"PK"):
        raise one_problem(file, *_what_else(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _damaged(file) from None
    _guard(entries, len(data), file)
    return Container(file, data, archive, {_plain(each.filename): each for each in entries})


def _plain(name: str) -> str:
    """The name of a part as it is compared; some programs write it with the backslashes of Windows."""
    return name.casefold().replace("\\", "/")


def _read(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(file, error) from None
    if len(data) > MOST_BYTES:
        raise one_problem(file, f"is larger than {MOST_BYTES // 1_000_000} MB", NOT_DATA)
    return data


def _what_else(data: bytes) -> tuple[str, str]:
    """What a file is that is no zip, and what to do."""
    if not data:
        return "is an empty file", "name a workbook"
    if data.startswith(OLE2):
        if ENCRYPTED in data:
            return "is protected by a password", "open it, take the password away and save it again"
        return "is an old Excel file (.xls)", SAVE_AGAIN
    if data.lstrip()[:1] == b"<":
        return "is XML or a web page with the name of a workbook", SAVE_AGAIN
    if b"\0" in data[:CHUNK] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is not a workbook", "name a workbook (.xlsx or .ods) or the folder of a seed"
    return "is text, such as CSV, with the name of a workbook", f"{SAVE_AGAIN}, or put it in a seed folder as .csv"


def _guard(entries: list[zipfile.ZipInfo], size: int, file: str) -> None:
    """Refuse what would grow beyond measure, or could be read in two ways."""
    if len(entries) > MOST_PARTS:
        raise one_problem(file, f"holds {len(entries):,} parts, more than {MOST_PARTS:,}", NOT_DATA)
    names = {_plain(each.filename) for each in entries}
    for name, what in OTHERS.items():
        if name in names:
            raise one_problem(file, what, SAVE_AGAIN)
    if len(names) < len(entries):
        raise one_problem(file, "holds two parts of one name", SAVE_AGAIN)
    if any(each.flag_bits & 1 for each in entries):
        raise one_problem(file, "is protected by a password", "take the password away and save it again")
    if any(each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for each in entries):
        raise one_problem(file, "is packed in a way that spreadsheet programs do not use", SAVE_AGAIN)
    total = sum(each.file_size for each in entries)
    if total > MOST_UNPACKED or (total > SMALL and total > MOST_RATIO * size):
        what = f"would unpack to {total / 1e6:,.0f} MB from {size / 1e6:,.1f} MB"
        raise one_problem(file, what, NOT_DATA)


def _damaged(file: str) -> SeedError:
    return one_problem(file, "is cut off or damaged", f"fetch it again, or {SAVE_AGAIN}")
