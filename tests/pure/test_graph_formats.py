"""GraphML, GEXF and Kumu's JSON as other programs write them, into tables; and files that mean harm."""

import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from gronagraf.errors import GronagrafError, SeedError
from gronagraf.importing.formats import gexf, graphml, kumu
from gronagraf.importing.own import own_seeds, read_own
from gronagraf.model import MODEL

READERS = {"graphml": graphml.read, "gexf": gexf.read, "json": kumu.read}
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}</graphml>'
GEXF = '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">{}</gexf>'


def table(source) -> list[dict[str, str]]:
    return [dict(zip(source.columns, cells, strict=True)) for _, cells in source.rows]


def tables(path: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    nodes, edges = READERS[path.suffix[1:]](path, path.name)
    return table(nodes), table(edges)


def written(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(SeedError) as refused:
        tables(path)
    assert len(refused.value.problems) == 1
    return str(refused.value.problems[0])


def drawn() -> nx.MultiDiGraph:
    """A graph as a user of networkx has it."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="Åsa & <Co>", size=3, share=0.5, member=True)
    graph.add_node("b", label="rad ett\nrad två", size=4)
    graph.add_node("ensam")
    graph.add_edge("a", "b", kind="likes", weight=2.5)
    graph.add_edge("a", "b", kind="knows")
    return graph


def test_graphml_of_networkx_becomes_two_tables(tmp_path):
    path = tmp_path / "graph.graphml"
    nx.write_graphml(drawn(), path)
    nodes, edges = tables(path)
    assert [(node["id"], node["label"]) for node in nodes] == [
        ("a", "Åsa & <Co>"),
        ("b", "rad ett\nrad två"),
        ("ensam", ""),
    ]
    assert (nodes[0]["size"], nodes[0]["share"], nodes[0]["member"]) == ("3", "0.5", "True")
    assert [(edge["source_id"], edge["target_id"], edge["kind"], edge["weight"]) for edge in edges] == [
        ("a", "b", "likes", "2.5"),
        ("a", "b", "knows", ""),
    ]


@pytest.mark.parametrize("version", ["1.1draft", "1.2draft", "1.3"])
def test_gexf_of_networkx_becomes_two_tables(tmp_path, version):
    path = tmp_path / "graph.gexf"
    graph = drawn()
    graph.nodes["a"]["viz"] = {"position": {"x": 1.5, "y": -2, "z": 0}}
    nx.write_gexf(graph, path, version=version)
    nodes, edges = tables(path)
    assert [(node["id"], node["label"], node["size"]) for node in nodes] == [
        ("a", "Åsa & <Co>", "3"),
        ("b", "rad ett\nrad två", "4"),
        ("ensam", "ensam", ""),
    ]
    assert (nodes[0]["x"], nodes[0]["y"], nodes[1]["x"]) == ("1.5", "-2", "")
    assert [(edge["source_id"], edge["target_id"], edge["direction"], edge["weight"]) for edge in edges] == [
        ("a", "b", "directed", "2.5"),
        ("a", "b", "directed", ""),
    ]


def test_graphml_with_defaults_nested_graphs_and_labels_of_yed(tmp_path):
    text = GRAPHML.format(
        '<key id="d0" for="node" attr.name="colour"><default>yellow</default></key>'
        '<key id="d1" for="all" attr.name="id" attr.type="string"/><key id="d2" for="node" yfiles.type="nodegraphics"/>'
        '<graph edgedefault="undirected"><node id="n0"><data key="d0">green</data><data key="d1">own</data>'
        '<graph edgedefault="directed"><node id="n0::n1"><data key="d2"><y:ShapeNode xmlns:y="http://yworks.com">'
        '<y:Fill color="#fff"/><y:NodeLabel x="1">Inre ö</y:NodeLabel></y:ShapeNode></data></node></graph></node>'
        '<edge source="n0" target="n0::n1" directed="false"/></graph>'
    )
    nodes, edges = tables(written(tmp_path, "yed.graphml", text))
    assert nodes == [
        {"id": "n0::n1", "colour": "yellow", "id 2": "", "nodegraphics": "Inre ö"},
        {"id": "n0", "colour": "green", "id 2": "own", "nodegraphics": ""},
    ]
    assert edges == [{"id": "", "source_id": "n0", "target_id": "n0::n1", "directed": "false", "id 2": ""}]


def test_gexf_with_spells_defaults_and_nested_nodes(tmp_path):
    text = GEXF.format(
        '<graph defaultedgetype="mutual"><attributes class="node"><attribute id="0" title="stad" type="string">'
        '<default>Växjö</default></attribute></attributes><nodes><node id="a" label="A"><nodes><node id="b"><attvalues>'
        '<attvalue for="0" value="Älmhult"/></attvalues></node></nodes></node></nodes><edges>'
        '<edge source="a" target="b" kind="känner">'
        '<spells><spell start="2001" end="2002"/><spell start="2004"/></spells></edge></edges></graph>'
    )
    nodes, edges = tables(written(tmp_path, "graph.gexf", text))
    assert [(node["id"], node["stad"]) for node in nodes] == [("b", "Älmhult"), ("a", "Växjö")]
    assert [edges[0][name] for name in ("direction", "edge_kind", "start", "end")] == [
        "mutual",
        "känner",
        "2004",
        "2002",
    ]


def test_a_backup_of_a_kumu_project_is_read_as_a_blueprint_is(tmp_path):
    blueprint = {
        "elements": [{"label": "A", "type": "Person", "tags": ["en", "två"], "Favorite Dessert": "is"}, {"label": "B"}],
        "connections": [{"from": "A", "to": "B", "direction": "mutual"}],
    }
    backup = {
        "version": 1,
        "elements": [{"_id": "elem-1", "attributes": {"label": "A", "element type": "Person", "tags": ["en", "två"]}}],
        "connections": [{"_id": "conn-1", "from": "elem-1", "to": "elem-1", "attributes": {"connection type": "x"}}],
    }
    nodes, edges = tables(written(tmp_path, "blueprint.json", json.dumps(blueprint)))
    assert nodes[0] == {"label": "A", "type": "Person", "tags": "en|två", "Favorite Dessert": "is"}
    assert edges == [{"from": "A", "to": "B", "direction": "mutual"}]
    nodes, edges = tables(written(tmp_path, "backup.json", "\ufeff" + json.dumps(backup)))
    assert nodes == [{"id": "elem-1", "label": "A", "type": "Person", "tags": "en|två"}]
    assert edges == [{"id": "conn-1", "from": "elem-1", "to": "elem-1", "type": "x"}]


@pytest.mark.parametrize("name", ["graph.graphml", "graph.gexf", "graph.json"])
def test_a_file_of_another_program_is_not_taken_for_ours(tmp_path, name):
    texts = {"graphml": GRAPHML.format(""), "gexf": GEXF.format(""), "json": '{"elements": []}'}
    assert own_seeds(written(tmp_path, name, texts[name.rpartition(".")[2]])) == ()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HARM = {
    "laughs": (f'<!DOCTYPE graphml [<!ENTITY l0 "ha">{LAUGHS}]>' + GRAPHML.format("&l9;"), "declares a document type"),
    "remote": (
        '<!DOCTYPE graphml SYSTEM "http://127.0.0.1:9/graphml.dtd">' + GRAPHML.format(""),
        "declares a document type",
    ),
    "file": (
        '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + GRAPHML.format("&x;"),
        "declares a document type",
    ),
    "unknown entity": (GRAPHML.format("&x;"), "is not XML"),
    "deep": ("<graphml>" + "<node>" * 100_000, "is nested deeper than 100 elements"),
    "half": ("<graphml><graph><node id='a'>", "is not XML"),
    "empty": ("", "is not XML"),
    "csv": ("id,name\na,b\n", "is not XML"),
    "binary": (bytes(range(256)) * 100, "is not XML"),
    "encoding": (b'<?xml version="1.0" encoding="UTF-99"?><graphml/>', "is not XML"),
    "control": (GRAPHML.format("\x01"), "is not XML"),
    "other": ("<html/>", "is no"),
    "long text": (
        "<graphml><key id='k'/><graph><node id='a'><data key='k'>" + "x" * 2_000_000,
        "holds a text of more than 1,000,000 characters",
    ),
    "long attribute": ("<graphml a='" + "x" * 40_000_000, "holds one tag of more than 16,777,216 octets"),
}


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
@pytest.mark.parametrize("harm", HARM)
def test_xml_that_means_harm_is_one_clear_error(tmp_path, harm, ending):
    text, said = HARM[harm]
    if isinstance(text, str):
        text = text.replace("graphml", ending)
    assert said in refusal(written(tmp_path, f"harm.{ending}", text))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a.graphml",
            GRAPHML.format('<graph><node id="a"><data key="k">x</data></node></graph>'),
            'uses the key "k", which',
        ),
        ("a.graphml", GRAPHML.format("<graph><hyperedge/></graph>"), "holds a hyperedge"),
        (
            "a.gexf",
            GEXF.format(
                '<graph><nodes><node id="a"><attvalues><attvalue for="9" value=""/></attvalues></node></nodes></graph>'
            ),
            'uses the attribute "9", which',
        ),
        ("a.json", "[" * 100_000, "is nested deeper than any map"),
        ("a.json", '{"elements": ' + "[" * 100_000 + "]" * 100_000 + "}", "is nested deeper than any map"),
        ("a.json", '{"a":' * 100_000, "is nested deeper than any map"),
        ("a.json", '{"elements": [NaN]}', "holds NaN, which is no number"),
        ("a.json", '{"elements": [1]}', "is no list of objects"),
        ("a.json", '{"elements": {}}', "is no list of objects"),
        ("a.json", "[]", "holds neither elements nor connections"),
        ("a.json", "{", "is not JSON"),
        ("a.json", b"\xff\xfe", "is not UTF-8"),
        ("a.json", "{}".encode("utf-16"), "is UTF-16"),
        ("a.json", '{"elements": [], "x": ' + "9" * 10_000 + "}", "is not JSON"),
    ],
)
def test_what_cannot_be_a_table_is_one_clear_error(tmp_path, name, text, said):
    assert said in refusal(written(tmp_path, name, text))


@pytest.mark.parametrize("name", ["none.graphml", "none.gexf", "none.json"])
def test_a_file_that_is_not_there_is_one_clear_error(tmp_path, name):
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / name)


@pytest.mark.parametrize("said", ["{}", "[]", '{"gronagraf": 2, "seeds": []}', '{"gronagraf": 1, "seeds": [1]}'])
def test_a_file_that_only_says_it_is_ours_is_told_so(tmp_path, said):
    path = written(tmp_path, "a.gexf", f"<?gronagraf {said}?>" + GEXF.format("<graph/>"))
    with pytest.raises(GronagrafError, match=r"a\.gexf: (is of version 2|says of its seeds what cannot be read)"):
        own_seeds(path)


def test_types_and_fields_that_the_model_lacks_are_told_each(tmp_path):
    element = {"id": "a", "node_id": "a", "model_type": "Aktor", "label": "A"}
    connection = {"from": "a", "to": "a", "source_id": "a", "target_id": "a", "model_type": "PART_OF", "sinse": "2018"}
    data = {"elements": [element], "connections": [connection], "gronagraf": {"gronagraf": 1, "seeds": []}}
    with pytest.raises(SeedError) as refused:
        read_own(written(tmp_path, "a.json", json.dumps(data)), MODEL)
    assert len(refused.value.problems) == 2
    assert 'did you mean "since"?' in str(refused.value)


@pytest.mark.slow
def test_a_great_file_is_read_in_little_memory(tmp_path):
    path = tmp_path / "great.graphml"
    with path.open("w", encoding="utf-8") as file:
        file.write('<graphml><key id="n" for="node" attr.name="name"/><graph edgedefault="directed">')
        for number in range(300_000):
            file.write(f'<node id="n{number}"><data key="n">Aktör {number} {"x" * 200}</data></node>\n')
        file.write("</graph></graphml>")
    program = (
        "import sys; from pathlib import Path; from gronagraf.importing.formats import graphml\n"
        "nodes, _ = graphml.read(Path(sys.argv[1]), 'great')\n"
        "print(sum(1 for _ in nodes.rows), *Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[:1])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    rows, kilobytes = map(int, done.stdout.split())
    assert rows == 300_000
    assert path.stat().st_size > 70_000_000
    assert kilobytes < 60_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.graphml", GRAPHML.format('<graph><node id="a"/></graph>')),
        ("a.gexf", GEXF.format("<graph><nodes><node id='a'/></nodes></graph>")),
    ],
)
def test_what_is_meant_for_another_program_may_stand_first(tmp_path: Path, name: str, text: str) -> None:
    nodes, edges = tables(written(tmp_path, name, f'<?xml-stylesheet href="a.xsl"?>{text}'))
    assert ([node["id"] for node in nodes], edges) == (["a"], [])
