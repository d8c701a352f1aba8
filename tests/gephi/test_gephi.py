"""What Gephi itself holds of a GEXF file of ours: every field of every node and relation, their places and times.

Gephi's own toolkit, from Maven, reads the file as its window does. `GRONAGRAF_TEST_GEPHI` may name the jar.
"""

import datetime as dt
import math
import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from gronagraf.exporting import format_named, write_export
from gronagraf.exporting.columns import with_ids
from gronagraf.exporting.spans import span
from gronagraf.graph import Edge, Node, Value
from gronagraf.interchange import field_of, unspelt
from gronagraf.model import MODEL
from tests.conftest import absent
from tests.exported import NAMES, export_of, graph_of

TOOLKIT = "org.gephi:gephi-toolkit:0.10.1:jar:all"
IN_MAVEN = ".m2/repository/org/gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar"
Told = dict[str, list[list[str]]]

pytestmark = [pytest.mark.slow, pytest.mark.gephi]


@pytest.fixture(scope="session")
def toolkit() -> Path:
    """The jar of Gephi's toolkit, fetched where it is not here."""
    path = Path(os.environ.get("GRONAGRAF_TEST_GEPHI") or Path.home() / IN_MAVEN)
    if not shutil.which("javac"):
        absent("gephi", "no JDK is on the PATH")
    if not path.is_file():
        if not shutil.which("mvn"):
            absent("gephi", "neither its toolkit nor Maven is here")
        fetch = ["mvn", "-q", "-B", "dependency:get", f"-Dartifact={TOOLKIT}", "-Dtransitive=false"]
        got = subprocess.run(fetch, capture_output=True, text=True, check=False)
        if got.returncode:
            absent("gephi", f"Maven could not fetch its toolkit: {got.stdout[-300:]}")
    return path


def read_by_gephi(toolkit: Path, path: Path) -> Told:
    """What it tells, by its first word."""
    program = Path(__file__).with_name("ReadGraph.java")
    command = ["java", "-Djava.awt.headless=true", "-cp", str(toolkit), str(program), str(path)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    told: Told = defaultdict(list)
    for line in lines:
        kind, *cells = (bytes.fromhex(cell[1:]).decode("utf-16-be", "surrogatepass") for cell in line.split(" "))
        told[kind].append(cells)
    return told


def facts_of(told: Told, kind: str) -> dict[str, dict[str, Value]]:
    """The fields of each element as Gephi has typed them."""
    found: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for id_, column, type_, text in told[kind]:
        if name := field_of(column):
            found[id_][name] = {
                "String": unspelt,
                "Long": int,
                "Double": float,
                "Boolean": "true".__eq__,
            }[type_](text)
    return found


def times_of(told: Told, kind: str) -> dict[str, str]:
    return {id_: text for id_, column, _, text in told[kind] if column == "timeset"}


@pytest.mark.parametrize("name", NAMES)
def test_gephi_holds_every_field_place_and_period(toolkit: Path, name: str, tmp_path: Path) -> None:
    export, path = export_of(name, placed=True), tmp_path / "graph.gexf"
    write_export(format_named("gexf"), export, path)
    told, graph = read_by_gephi(toolkit, path), graph_of(name)
    assert not told["issue"]

    nodes = {node.id: node for node in graph.nodes}
    assert {unspelt(id_) for id_, *_ in told["node"]} == nodes.keys()
    for id_, label, x, y in told["node"]:
        assert unspelt(label) == nodes[id_].name
        assert math.dist((float(x), -float(y)), export.positions[id_]) < 0.01
    assert facts_of(told, "node-fact") == {node.id: _known(node) for node in graph.nodes}
    _same_times(times_of(told, "node-fact"), nodes, "valid_from", "valid_to")

    edges = dict(with_ids(graph.edges, MODEL))
    assert sorted(id_ for id_, *_ in told["edge"]) == sorted(edges)
    for id_, start, end, directed, _, label in told["edge"]:
        kind = MODEL.types[edges[id_].type]
        ends = (edges[id_].start, edges[id_].end)
        assert (start, end) == ends or (kind.symmetric and (end, start) == ends)
        assert (directed, label) == ("false" if kind.symmetric else "true", kind.term.sv)
    found = facts_of(told, "edge-fact")
    assert {id_: found.get(id_, {}) for id_ in edges} == {id_: _known(edge) for id_, edge in edges.items()}
    _same_times(times_of(told, "edge-fact"), edges, "since", "until")


def _known(item: Node | Edge) -> dict[str, Value]:
    """Gephi takes the word null for nothing."""
    return {name: value for name, value in item.facts.items() if value != "null"}


def _same_times(found: dict[str, str], items: "dict[str, Node] | dict[str, Edge]", first: str, last: str) -> None:
    expected = {}
    for id_, item in items.items():
        start, end = span(item.facts, first, last)
        if start or end:
            bounds = (_moment(start, "-Infinity"), _moment(end, "Infinity"))
            expected[id_] = f"<[{', '.join(bounds)}]>"
    assert found == expected


def _moment(day: str, otherwise: str) -> str:
    """A day as Gephi holds it: milliseconds since 1970."""
    return str(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp() * 1000) if day else otherwise
