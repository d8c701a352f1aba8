"""What must not be imported before it is needed: every command pays for it in start time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"arcadedb", "igraph", "jinja2", "neo4j", "pyvis", "xlsxwriter"}
ASK = """
import json, sys
from gronagraf.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["load", "--help"], ["import", "--help"], ["recipes"]], ids=" ".join)
def test_a_command_that_needs_no_graph_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    run = [sys.executable, "-c", ASK, *arguments]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout.splitlines()[-1])) & HEAVY == set()
