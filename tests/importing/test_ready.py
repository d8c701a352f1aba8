"""The packaged mappings on files as others make them; what they are and where they come from: data/README.md."""

import datetime as dt
import json
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from igraph import Graph as IGraph

from gronagraf.data import seed_folder
from gronagraf.importing import convert_tables, place_seed, read_mapping, ready_mappings
from gronagraf.importing.converted import Conversion
from gronagraf.importing.mapping.adjusting import with_encoding, with_relation, with_seed, with_type
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.remarks import Remark
from tests.importing.trying import DATA, facts, left, ties


def imported(name: str, *files: Path) -> Conversion:
    return convert_tables(read_mapping(name, MODEL), files, MODEL)


@pytest.mark.parametrize("name", ready_mappings())
def test_every_packaged_mapping_is_sound_and_says_what_it_is_for(name):
    mapping = read_mapping(name, MODEL)
    assert mapping.seed.title
    assert mapping.seed.title_en
    text = ready_mappings()[name].read_text(encoding="utf-8")
    assert f"gronagraf import {name} " in text


def test_a_project_bank_with_cofunders_in_one_cell():
    made = imported("project-bank", DATA / "projektbank.csv")
    assert ("LEADS", "vaxjo_kommun", "p_pahittat_nat_20299001") in ties(made)
    funds = {edge.start: edge.facts for edge in made.graph.edges if edge.end == "p_pahittat_nat_20299001"}
    assert funds["region_kronoberg"]["amount_sek"] == 127450
    assert funds["linneuniversitetet"]["amount_sek"] == 30000.5
    assert funds["region_kronoberg"]["amount_kind"] == "own"
    fund = next(node for node in made.graph.nodes if node.name.endswith("(ERUF)"))
    assert funds[fund.id]["amount_sek"] == 3929285
    assert funds[fund.id]["amount_kind"] == "granted"
    project = facts(made, "p_pahittat_nat_20299001")
    assert project["valid_from"] == "2024-01-02"
    assert project["programme"] == "Småland och öarna"
    assert project["basis"] == "stated"
    assert project["source"] == "projektbank.csv"
    words = " ".join(str(value) for node in made.graph.nodes for value in node.facts.values())
    assert "En Person" not in words
    assert "@" not in words


def test_cofunders_with_an_amount_that_is_not_as_the_pattern_says_are_listed_and_no_names(tmp_path):
    cell = (
        "A = abc || C: 5 || D (5 000 kr) || E - 1,5 mkr || F 500 kr || G = || H 2030 || I-24 || J (del 2) || K (2024)"
    )
    (tmp_path / "p.csv").write_text(f"Projektnamn;Stödmottagare;Medfinansiär\nP;B;{cell}\n", encoding="utf-8")
    made = imported("project-bank", tmp_path / "p.csv")
    names = {edge.start for edge in made.graph.edges if edge.facts.get("amount_kind") == "own"}
    assert names == {"a", "h_2030", "i_24", "j_del_2", "k_2024"}
    told = {each.text: each.column for each in left(made, "value")}
    assert told == dict.fromkeys(("abc", "C: 5", "D (5 000 kr)", "E - 1,5 mkr", "F 500 kr", "G ="), "Medfinansiär")


def test_an_amount_in_euro_is_kept_in_words_and_what_is_wrong_is_listed():
    made = imported("project-bank", DATA / "projektbank.csv")
    other = {edge.start: edge.facts for edge in made.graph.edges if edge.end == "p_granslost_20299002"}
    euro = [each for each in other.values() if "amount_sek_text" in each]
    assert [each["amount_sek_text"] for each in euro] == ["25 000,00 EUR"]
    assert not any(each.get("amount_sek") == 0 for each in other.values())
    assert {each.text for each in left(made, "value")} == {"mycket", "2023-01-31"}


def test_a_project_bank_that_extends_a_seed_meets_its_actors(tmp_path):
    mapping = with_seed(read_mapping("project-bank", MODEL), extends=("kronoberg",))
    others = {node.id: node for node in read_seed(seed_folder("kronoberg"), MODEL).nodes}
    made = convert_tables(mapping, [DATA / "projektbank.csv"], MODEL, others)
    assert [node.name for node in made.graph.nodes if node.label == "Actor"] == ["Påhittade Bolaget AB"]
    assert ("FUNDS", "lnu", "p_granslost_20299002") in ties(made)
    place_seed(made.graph, tmp_path / "ny", MODEL)
    back = read_seed(tmp_path / "ny", MODEL)
    assert len(back.edges) == len(made.graph.edges)


def test_a_list_of_eu_operations_in_windows_1252():
    made = convert_tables(
        with_encoding(read_mapping("eu-grants", MODEL), "windows-1252"), [DATA / "insatser.csv"], MODEL
    )
    assert made.left.lost == 0
    first = "p_gron_vaekst_2_0_24_04_2014_15_414_794"
    assert facts(made, first)["valid_from"] == "2014-04-24"
    assert facts(made, first)["valid_to"] == "2017-02-28"
    assert facts(made, first)["total_sek_text"] == "15.414.794"
    assert "total_sek" not in facts(made, first)
    partners = {start for kind, start, _ in ties(made) if kind == "PARTNERS_IN"}
    assert partners == {"opdigtet_vaeksthus", "pahittad_hogskola", "o_kommunen"}
    assert ("LEADS", "opdigtet_vaeksthus", first) in ties(made)
    fund = facts(made, "eu_fund_r")
    assert (fund["name"], fund["kind"]) == ("Europeiska regionala utvecklingsfonden (ERUF)", "fund")


def test_cordis_projects_and_organisations_as_published():
    made = imported("eu-grants", DATA / "organization.csv", DATA / "project.csv")
    assert ("LEADS", "cordis_org_999905974", "cordis_632927") in ties(made)
    third = next(edge for edge in made.graph.edges if edge.start == "cordis_org_999643007")
    assert (third.type, third.facts["role"], third.facts["role_text"]) == ("PARTNERS_IN", "partner", "thirdParty")
    athens = facts(made, "cordis_org_999643007")
    assert (athens["kind"], athens["sector"], athens["kind_text"]) == ("university", "academia", "HES")
    assert facts(made, "cordis_633053")["source"] == "https://cordis.europa.eu/project/id/633053"
    assert [each.text for each in left(made, "lookup")] == ["792210"], "a project that project.csv lacks"


def test_a_kumu_project_as_json():
    made = imported("kumu", DATA / "karta.json")
    assert {node.id: node.label for node in made.graph.nodes} == {
        "pahittade_region": "Actor",
        "hogskolan_i_pahitt": "Actor",
        "tillit": "Actor",
        "byarna_vaxer": "Project",
    }
    assert facts(made, "hogskolan_i_pahitt")["kind"] == "university"
    assert facts(made, "tillit")["note"] == "Factor"
    assert ties(made) == {
        ("PARTNERS_IN", "pahittade_region", "byarna_vaxer"),
        ("FUNDS", "pahittade_region", "byarna_vaxer"),
        ("COLLABORATES_WITH", "hogskolan_i_pahitt", "pahittade_region"),
        ("INFLUENCES", "hogskolan_i_pahitt", "tillit"),
    }
    assert made.skipped == 1, "a person"
    assert [(each.text, each.what) for each in left(made, "lookup")] == [
        ("elem-4", "stands in a row that the mapping skips")
    ]
    assert [each.column for each in left(made, "column")] == ["tags"]


def kumu(folder: Path, elements: object, connections: object) -> Path:
    (folder / "k.json").write_text(json.dumps({"elements": elements, "connections": connections}), encoding="utf-8")
    return folder / "k.json"


def test_elements_with_one_label_and_ids_of_their_own_stay_two_and_are_told_as_perhaps_the_same(tmp_path):
    elements = [{"id": id_, "label": "Växjö kommun", "type": "kommun"} for id_ in ("e1", "e2", "e2")]
    other = {"id": "e3", "label": "Nätet", "type": "network"}
    ties_ = [{"from": id_, "to": "e3", "direction": "directed"} for id_ in ("e1", "e2", "Växjö kommun")]
    made = imported("kumu", kumu(tmp_path, [*elements, other], ties_))
    first, second = (node.id for node in made.graph.nodes if node.label == "Actor")
    assert first == "vaxjo_kommun"
    assert ties(made) == {("MEMBER_OF", first, "natet"), ("MEMBER_OF", second, "natet")}
    (twin,) = left(made, "twin")
    assert (twin.row, twin.text) == (2, "Växjö kommun")
    assert [each.row for each in left(made, "merge")] == [3], "an element that stands there twice"
    assert left(made, "clash") == []
    assert ["means 2 of the nodes" in each.what for each in left(made, "lookup")] == [True]


def test_elements_without_ids_are_joined_by_label_and_told(tmp_path):
    elements = [{"label": label, "type": "organisation"} for label in ("A", "a", "B")]
    ties_ = [{"from": "A", "to": "B"}, {"from": "B", "to": "A"}, {"from": "A", "to": "B", "direction": "directed"}]
    made = imported("kumu", kumu(tmp_path, elements, ties_))
    assert ties(made) == {("COLLABORATES_WITH", "a", "b"), ("INFLUENCES", "a", "b")}
    assert [(each.row, each.text) for each in left(made, "merge")] == [(2, "a"), (2, "B → A")]


def test_two_elements_that_mean_one_node_of_an_extended_seed_are_told(tmp_path):
    elements = [{"id": id_, "label": "Växjö kommun", "type": "kommun"} for id_ in ("e1", "e2")]
    others = {node.id: node for node in read_seed(seed_folder("kronoberg"), MODEL).nodes}
    path = kumu(tmp_path, [*elements, {"label": "Nytt"}], [])
    made = convert_tables(read_mapping("kumu", MODEL), [path], MODEL, others)
    assert [(each.row, each.text) for each in left(made, "merge")] == [(2, "vaxjo_kommun")]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_parallel_edges_that_become_one_are_told(form, tmp_path):
    drawn = nx.MultiDiGraph()
    drawn.add_node("n1", label="Länet", type="organisation")
    drawn.add_node("n2", label="Nätet", type="network")
    drawn.add_node("N1", label="Länet", type="organisation")
    drawn.add_edges_from([("n1", "n2"), ("n1", "n2"), ("N1", "n2")])
    {"graphml": nx.write_graphml, "gexf": nx.write_gexf}[form](drawn, tmp_path / f"g.{form}")
    made = imported(form, tmp_path / f"g.{form}")
    assert len(made.graph.nodes) == 3, "ids that differ in case are two"
    assert len(made.graph.edges) == 2
    assert [each.text for each in left(made, "merge")] == ["n1 → n2"]
    assert [each.text for each in left(made, "twin")] == ["Länet"]


def test_a_kumu_workbook(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Elements"
    for row in (("Label", "Type", "Size"), ("Länet", "Organisation", 5), ("Nätet", "Network", None), ("X", None, None)):
        book.active.append(row)
    sheet = book.create_sheet("Connections")
    for row in (("From", "To", "Direction"), ("Nätet", "Länet", "undirected"), ("länet", "X", "directed")):
        sheet.append(row)
    book.create_sheet("Annat").append(("a",))
    book.save(tmp_path / "karta.xlsx")
    made = imported("kumu", tmp_path / "karta.xlsx")
    assert ties(made) == {("MEMBER_OF", "lanet", "natet"), ("INFLUENCES", "lanet", "x")}
    assert [each.column for each in left(made, "column")] == ["Size"]
    assert len(left(made, "table")) == 1


def test_a_project_bank_as_a_workbook_with_real_dates_and_numbers_and_what_it_hides(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Projekt"
    book.active.append(("Projektnamn", "Stödmottagare", "Projekt Starttid", "Beviljat belopp - SEK", "Status"))
    book.active.append(("Nätet", "Växjö kommun", dt.date(2024, 3, 1), 1250000.5, "Pågår"))
    book.active.append(("Dolt", "Växjö kommun", None, None, "=1+1"))
    book.active.row_dimensions[3].hidden = True
    book.create_sheet("Förklaring").append(("Text",))
    book.save(tmp_path / "p.xlsx")
    told: list[Remark] = []
    made = convert_tables(read_mapping("project-bank", MODEL), [tmp_path / "p.xlsx"], MODEL, None, told.append)
    assert facts(made, "p_natet")["valid_from"] == "2024-03-01"
    assert facts(made, "p_natet")["source"] == "p.xlsx"
    assert [edge.facts["amount_sek"] for edge in made.graph.edges if edge.type == "FUNDS"] == [1250000.5]
    assert any("hidden rows" in each["en"] for each in told)
    (table,) = left(made, "table")
    assert "Förklaring" in table.what


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_les_miserables_as_networkx_writes_it(form, tmp_path):
    path = tmp_path / f"lesmis.{form}"
    {"graphml": nx.write_graphml, "gexf": nx.write_gexf}[form](nx.les_miserables_graph(), path)
    made = imported(form, path)
    assert {node.name for node in made.graph.nodes} == set(nx.les_miserables_graph())
    assert len(made.graph.edges) == 254
    assert {edge.type for edge in made.graph.edges} == {"COLLABORATES_WITH"}
    assert [each.column for each in left(made, "column")] == ["weight"]


def test_zacharys_club_as_igraph_writes_it(tmp_path):
    IGraph.Famous("Zachary").write_graphml(str(tmp_path / "z.graphml"))
    made = imported("graphml", tmp_path / "z.graphml")
    assert (len(made.graph.nodes), len(made.graph.edges)) == (34, 78)


def test_types_and_directions_in_graph_files_are_told_by_words(tmp_path):
    drawn = nx.DiGraph()
    drawn.add_node("a", label="Länet", type="organisation")
    drawn.add_node("p", label="Projektet", type="project")
    drawn.add_node("b", label="Annat")
    drawn.add_edges_from([("p", "a"), ("a", "b"), ("b", "p")])
    nx.write_graphml(drawn, tmp_path / "g.graphml")
    made = imported("graphml", tmp_path / "g.graphml")
    assert ties(made) == {
        ("PARTNERS_IN", "graphml_a", "graphml_p"),
        ("INFLUENCES", "graphml_a", "graphml_b"),
        ("PARTNERS_IN", "graphml_b", "graphml_p"),
    }


def test_the_types_of_what_is_left_can_be_chosen(tmp_path):
    nx.write_gexf(nx.path_graph(3), tmp_path / "g.gexf")
    mapping = with_relation(with_type(read_mapping("gexf", MODEL), MODEL.labels["Goal"]), MODEL.types["PART_OF"])
    made = convert_tables(mapping, [tmp_path / "g.gexf"], MODEL)
    assert {node.label for node in made.graph.nodes} == {"Goal"}
    assert {edge.type for edge in made.graph.edges} == {"PART_OF"}
