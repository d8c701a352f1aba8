"""Reading a large seed from a workbook and checking it, against the bare libraries: `python -m benchmarks.workbook`.

The region is written as a workbook by Gronagraf, which is timed too, and as a folder. What others do is less: openpyxl
and calamine only turn every cell into a value.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from benchmarks.measuring import ask, compared, median, print_table, rounds
from benchmarks.region import region
from gronagraf.model import MODEL
from gronagraf.reading import read_seed, write_seed
from gronagraf.views.workbook.seeds import write_workbook

OURS = "Gronagraf: workbook, read and checked"
HEADING = ("contender", "seconds", "range", "Gronagraf / it")


def by_openpyxl(book: Path, _: Path) -> None:
    for sheet in openpyxl.load_workbook(book, read_only=True, data_only=True):
        for _cells in sheet.iter_rows(values_only=True):
            pass


def by_calamine(book: Path, _: Path) -> None:
    opened = CalamineWorkbook.from_path(book)
    for name in opened.sheet_names:
        for _cells in opened.get_sheet_by_name(name).iter_rows():
            pass


CONTENDERS: dict[str, Callable[[Path, Path], object]] = {
    OURS: lambda book, _: read_seed(book, MODEL),
    "Gronagraf: folder, read and checked": lambda _, folder: read_seed(folder, MODEL),
    "openpyxl, values only": by_openpyxl,
    "calamine, values only": by_calamine,
}


def one(name: str) -> None:
    """Reads a job as JSON on stdin and prints the time and memory of one contender as JSON."""
    job = json.load(sys.stdin)
    began = time.perf_counter()
    CONTENDERS[name](Path(job["book"]), Path(job["folder"]))
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "mb": peak()}))


def peak() -> float:
    """The most memory that this process has had, in MB; `ru_maxrss` would begin with what its parent had."""
    words = Path("/proc/self/status").read_text("ascii").split()
    return int(words[words.index("VmHWM:") + 1]) / 1000


def measured(job: dict[str, Any], count: int) -> None:
    def contender(name: str) -> Callable[[], dict[str, Any]]:
        return lambda: ask([sys.executable, "-m", "benchmarks.workbook", "--one", name], job)

    found = rounds(count, {name: contender(name) for name in CONTENDERS})
    memory = {name: f"{median(figures, 'mb'):.0f}" for name, figures in found.items()}
    print_table((*HEADING, "MB"), [(*row, memory[row[0]]) for row in compared(found, OURS)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=20_000)
    parser.add_argument("--ratio", type=float, default=5.0, help="relations for each node")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=list(CONTENDERS), help="be one contender, with a job on stdin")
    given = parser.parse_args()
    if given.one:
        return one(given.one)
    graph = region(given.nodes, given.ratio)
    with tempfile.TemporaryDirectory() as place:
        book, folder = Path(place, "region.xlsx"), Path(place, "region")
        write_seed(graph, folder, MODEL)
        began = time.perf_counter()
        write_workbook(graph, book, MODEL, "sv")
        print(f"{given.nodes} nodes, {given.ratio} relations for each, median of {given.rounds}")
        print(f"written in {time.perf_counter() - began:.1f} s, {book.stat().st_size / 1e6:.1f} MB\n", flush=True)
        measured({"book": str(book), "folder": str(folder)}, given.rounds)
    return None


if __name__ == "__main__":
    main()
