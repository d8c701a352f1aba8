"""GraphML, GEXF and Kumu's formats: valid, read by the tools they are for, and read back to the same graph."""

import json
import math
from pathlib import Path

import igraph
import networkx as nx
import pytest
from lxml import etree
from openpyxl import load_workbook

from gronagraf.exporting import format_named, write_export
from gronagraf.exporting.columns import with_ids
from gronagraf.graph import Edge, Node
from gronagraf.importing.own import own_positions, own_seeds, read_own
from gronagraf.interchange import field_of, seeds_from, unspelt
from gronagraf.model import MODEL
from tests.exported import NAMES, export_of, graph_of

SCHEMAS = Path(__file__).parents[1] / "schemas"
VIZ = "{http://gexf.net/1.3/viz}"
IN_FILES = ("graphml", "gexf", "kumu")


def written(tmp_path: Path, form: str, name: str, *, placed: bool = False) -> Path:
    path = tmp_path / f"{name}{format_named(form).ending}"
    assert write_export(format_named(form), export_of(name, placed=placed), path) == (path,)
    return path


def edges_by_id(name: str) -> dict[str, Edge]:
    return dict(with_ids(graph_of(name).edges, MODEL))


def told(attributes: dict[str, object]) -> dict[str, object]:
    """The fields among what a tool holds of a node or a relation, what is unknown left out."""
    found = {field_of(name): value for name, value in attributes.items() if field_of(name)}
    return {name: unspelt(value) if isinstance(value, str) else value for name, value in found.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", IN_FILES)
def test_what_is_exported_is_read_back_to_the_same_graph(form: str, name: str, tmp_path: Path) -> None:
    path, graph = written(tmp_path, form, name), graph_of(name)
    back = read_own(path, MODEL)
    assert own_seeds(path) == back.seeds == graph.seeds
    assert back == graph
    assert [_types(node) for node in back.nodes] == [_types(node) for node in graph.nodes]


def _types(node: Node) -> dict[str, type]:
    return {name: type(value) for name, value in node.facts.items()}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("name", NAMES)
def test_positions_come_back_with_their_own_way_up(form: str, name: str, tmp_path: Path) -> None:
    path = written(tmp_path, form, name, placed=True)
    asked, back = export_of(name, placed=True).positions, own_positions(path)
    assert back.keys() == asked.keys()
    assert all(math.dist(back[id_], asked[id_]) < 0.01 for id_ in asked)


@pytest.mark.parametrize("name", NAMES)
def test_graphml_follows_its_schema(name: str, tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "graphml/graphml.xsd"))
    schema.assertValid(etree.parse(written(tmp_path, "graphml", name, placed=True), _patient()))


@pytest.mark.parametrize("name", NAMES)
def test_gexf_follows_its_schema(name: str, tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "gexf/gexf.xsd"))
    document = etree.parse(written(tmp_path, "gexf", name, placed=True), _patient())
    looks = [element for element in document.iter() if str(element.tag).startswith(VIZ)]
    assert len(looks) == 3 * len(graph_of(name).nodes)
    for (
        element
    ) in looks:  # the published schema has them in its main namespace, its primer and Gephi in one of their own
        element.tag = str(element.tag).replace(VIZ, "{http://gexf.net/1.3}")
    schema.assertValid(document)


@pytest.mark.parametrize("name", NAMES)
def test_igraph_reads_every_field_of_graphml(name: str, tmp_path: Path) -> None:
    found = igraph.Graph.Read_GraphML(str(written(tmp_path, "graphml", name)))
    graph = graph_of(name)
    assert seeds_from(unspelt(found["seeds"]), "") == graph.seeds
    assert found.vcount() == len(graph.nodes)
    ids = [unspelt(vertex["id"]) for vertex in found.vs]
    for vertex, node in zip(found.vs, graph.nodes, strict=True):
        assert unspelt(vertex["id"]) == node.id
        assert (vertex["model_type"], vertex["seed"]) == (node.label, node.seed)
        _same_in_igraph(vertex.attributes(), node)
    for each, edge in zip(found.es, graph.edges, strict=True):  # igraph 1.0 gives relations the ids of nodes
        assert (each["model_type"], ids[each.source], ids[each.target]) == (edge.type, edge.start, edge.end)
        assert each["seed"] == edge.seed
        _same_in_igraph(each.attributes(), edge)


def _same_in_igraph(attributes: dict[str, object], item: Node | Edge) -> None:
    """igraph holds an empty text, NaN or False for what is unknown: only of the latter it cannot be told apart."""
    held = {name: value for name, value in told(attributes).items() if name in item.facts}
    assert held == {name: float(value) if type(value) is int else value for name, value in item.facts.items()}
    rest = [value for name, value in told(attributes).items() if name not in item.facts]
    assert all(value in ("", False) or value != value for value in rest)


@pytest.mark.parametrize("name", NAMES)
def test_networkx_reads_every_field_of_graphml(name: str, tmp_path: Path) -> None:
    found = nx.read_graphml(written(tmp_path, "graphml", name), force_multigraph=True)
    _same_in_networkx(found, name)


@pytest.mark.parametrize("name", NAMES)
def test_networkx_reads_every_field_of_gexf(name: str, tmp_path: Path) -> None:
    """It reads no file with both directed and undirected relations: of such ones all are made directed first."""
    path = written(tmp_path, "gexf", name, placed=True)
    if any(MODEL.types[edge.type].symmetric for edge in graph_of(name).edges):
        with pytest.raises(nx.NetworkXError, match="Directed edge found in undirected graph"):
            nx.read_gexf(path)
        text = path.read_text("utf-8").replace(' type="undirected"', ' type="directed"')
        path.write_text(text.replace("<graph ", '<graph defaultedgetype="directed" '), "utf-8", newline="\n")
    else:
        assert name == "kronoberg"
    found = nx.read_gexf(path)
    _same_in_networkx(found if found.is_multigraph() else nx.MultiDiGraph(found), name)


def _same_in_networkx(found: nx.MultiDiGraph, name: str) -> None:
    graph, edges = graph_of(name), edges_by_id(name)
    assert [unspelt(id_) for id_ in found.nodes] == [node.id for node in graph.nodes]
    for (_, attributes), node in zip(found.nodes(data=True), graph.nodes, strict=True):
        assert (attributes["model_type"], attributes.get("seed", "")) == (node.label, node.seed)
        assert unspelt(attributes["label"]) == node.name
        _same_facts(attributes, node)
    held = {key: (unspelt(start), unspelt(end), facts) for start, end, key, facts in found.edges(keys=True, data=True)}
    assert held.keys() == edges.keys()
    for key, (start, end, attributes) in held.items():
        assert (attributes["model_type"], start, end) == (edges[key].type, edges[key].start, edges[key].end)
        assert attributes.get("seed", "") == edges[key].seed
        _same_facts(attributes, edges[key])


def _same_facts(attributes: dict[str, object], item: Node | Edge) -> None:
    own = {name: value for name, value in told(attributes).items() if name not in ("viz", "spells")}
    assert own == item.facts


@pytest.mark.parametrize("name", NAMES)
def test_kumu_gets_ids_that_it_can_search_by_and_every_field(name: str, tmp_path: Path) -> None:
    data, graph = json.loads(written(tmp_path, "kumu", name).read_text("utf-8")), graph_of(name)
    kumu_ids = {element["node_id"]: element["id"] for element in data["elements"]}
    assert len(set(kumu_ids.values())) == len(graph.nodes) == len(kumu_ids)
    assert not any("_" in id_ for id_ in kumu_ids.values())
    for connection, edge in zip(data["connections"], graph.edges, strict=True):
        assert (connection["from"], connection["to"]) == (kumu_ids[edge.start], kumu_ids[edge.end])
        assert connection["direction"] == ("undirected" if MODEL.types[edge.type].symmetric else "directed")
        assert connection["type"] == MODEL.types[edge.type].term.sv


@pytest.mark.parametrize("name", NAMES)
def test_the_workbook_for_kumu_says_what_the_json_says_and_runs_nothing(name: str, tmp_path: Path) -> None:
    data = json.loads(written(tmp_path, "kumu", name).read_text("utf-8"))
    book = load_workbook(written(tmp_path, "kumu-xlsx", name))
    assert book.sheetnames == ["Elements", "Connections", "Gronagraf (ignore)"]
    for sheet, rows in ((book["Elements"], data["elements"]), (book["Connections"], data["connections"])):
        header = [str(cell.value) for cell in sheet[1]]
        names = [name.lower() if name.istitle() or name == "ID" else name for name in header]
        assert header[: 4 if "From" in header else 3] == (
            ["ID", "From", "To", "Direction"] if "From" in header else ["ID", "Label", "Type"]
        )
        for cells, row in zip(sheet.iter_rows(min_row=2), rows, strict=True):
            assert all(cell.data_type != "f" for cell in cells)
            held = {name: cell.value for name, cell in zip(names, cells, strict=True) if cell.value is not None}
            said = {name: _from_excel(value) for name, value in held.items()}
            once = {key: row[key] for key in ("name", "seed") if key in row and key not in said}
            assert once.get("name", row.get("label")) == row.get("label")
            assert not once.get("seed") or len(graph_of(name).seeds) == 1
            assert said | once == {key: _line_ends(value) for key, value in row.items()}


def _from_excel(value: object) -> object:
    return _line_ends(unspelt(value)) if isinstance(value, str) else value


def _line_ends(value: object) -> object:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


@pytest.mark.parametrize("form", ["graphml", "gexf", "kumu", "cypher"])
def test_the_same_graph_gives_the_same_bytes_and_fiction_is_said(form: str, tmp_path: Path) -> None:
    one, other = (written(tmp_path / name, form, "exempel") for name in _made(tmp_path, "one", "other"))
    assert one.read_bytes() == other.read_bytes()
    assert "PÅHITTAD" in one.read_text("utf-8")


def _made(tmp_path: Path, *names: str) -> tuple[str, ...]:
    for name in names:
        (tmp_path / name).mkdir()
    return names


def _patient() -> etree.XMLParser:
    return etree.XMLParser(huge_tree=True, resolve_entities=False)
