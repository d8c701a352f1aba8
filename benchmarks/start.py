"""What a person waits for: whole-process times of commands, beside an empty Python: `python -m benchmarks.start`."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import ROOT, print_table

EMPTY = (sys.executable, "-c", "pass")
RECIPE = "bridges"


def program() -> tuple[str, ...]:
    """The installed command beside this interpreter, else the module in the checkout."""
    installed = shutil.which("gronagraf", path=str(Path(sys.executable).parent))
    return (installed,) if installed else (sys.executable, "-m", "gronagraf")


def seconds(command: tuple[str, ...], folder: Path) -> float:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GRONAGRAF_")}
    began = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--recipe", default=RECIPE)
    parser.add_argument("--seed", default="kronoberg")
    given = parser.parse_args()
    gronagraf = program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"  loading {given.seed}: {seconds((*gronagraf, 'load', given.seed), folder):.2f} s", file=sys.stderr)
        commands = {
            "python -c pass": EMPTY,
            "gronagraf --help": (*gronagraf, "--help"),
            "gronagraf recipes": (*gronagraf, "recipes"),
            f"gronagraf run {given.recipe}": (*gronagraf, "run", given.recipe),
            "gronagraf demo": (*gronagraf, "demo"),
        }
        for command in commands.values():
            seconds(command, folder)  # compiles modules and fills the disk cache
        times = {text: [seconds(command, folder) for _ in range(given.rounds)] for text, command in commands.items()}
    rows = [
        (text, f"{statistics.median(each):.3f}", f"{min(each):.3f}–{max(each):.3f}") for text, each in times.items()
    ]
    print_table(("command", "seconds", "range"), rows)


if __name__ == "__main__":
    main()
