"""Rounds of contenders in processes of their own, and the table of what they took."""

import json
import statistics
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
Figures = dict[str, Any]


def ask(command: Sequence[str], job: Mapping[str, object]) -> Figures:
    """What a process makes of a job, both as JSON. Ends the program with its complaint when it fails."""
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    figures: Figures = json.loads(done.stdout)
    return figures


def rounds(count: int, contenders: Mapping[str, Callable[[], Figures]]) -> dict[str, list[Figures]]:
    """Every contender once a round, each round beginning with another one, so that none always has the best place."""
    found: dict[str, list[Figures]] = {name: [] for name in contenders}
    names = list(contenders)
    for number in range(count):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            figures = contenders[name]()
            found[name].append(figures)
            print(f"  round {number + 1}: {name}: {figures['seconds']:.2f} s", file=sys.stderr, flush=True)
    return found


def median(figures: Sequence[Figures], name: str = "seconds") -> float:
    return float(statistics.median(each[name] for each in figures))


def compared(found: Mapping[str, Sequence[Figures]], ours: str) -> list[tuple[str, ...]]:
    """Rows of contender, median, range and how long ours took against it, fastest first."""
    own = median(found[ours])
    rows: list[tuple[str, ...]] = []
    for name in sorted(found, key=lambda name: median(found[name])):
        times = [each["seconds"] for each in found[name]]
        middle = statistics.median(times)
        share = "" if name == ours else f"{own / middle:.2f}"
        rows.append((name, f"{middle:.2f}", f"{min(times):.2f}–{max(times):.2f}", share))
    return rows


def print_table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A Markdown table with its columns aligned."""
    widths = [max(len(row[column]) for row in (heading, *rows)) for column in range(len(heading))]
    for row in (heading, ["-" * width for width in widths], *rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |", flush=True)


def python_without_rust(cache: Path) -> Path:
    """An interpreter in an environment of its own with the driver in the version at hand, and no Rust extension."""
    folder = cache / f"neo4j-{version('neo4j')}"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"neo4j=={version('neo4j')}"], check=True)
    return python
