"""`assessment`, `crossimpact`, `chart` and the map by measures: every form, both languages, and what is refused."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from tests.map_data import data

FORMS = ("table", "md", "html", "csv", "json", "jsonl")


@pytest.mark.parametrize("command", ["assessment", "crossimpact"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_report_comes_in_every_form_and_language(gronagraf, both_seeds, command, form, language):
    done = gronagraf(command, "--db", both_seeds, "--only-seed", "exempel", "--as", form, "--lang", language)
    assert done.code == 0, done.err
    assert "NaN" not in done.out
    if form == "json":
        whole = json.loads(done.out)
        assert {"nodes", "sentence", "remarks"} <= set(whole)
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(done.out)))) == 10
    if form in ("table", "md", "html"):
        assert {"sv": "påhittat exempel", "en": "made-up example"}[language] in done.out


def test_the_analysis_is_chosen_by_its_id_and_an_unknown_one_is_refused(gronagraf, both_seeds):
    done = gronagraf("assessment", "--db", both_seeds, "--analysis", "ex_s_unga_2023_unga", "--as", "json")
    whole = json.loads(done.out)
    assert {row["analysis"] for row in whole["nodes"]} == {"Unga och arbete 2023, de ungas bild"}
    assert len(whole["agreement"]) == 9
    wrong = gronagraf("assessment", "--db", both_seeds, "--analysis", "ex_s_unga")
    assert (wrong.code, "no stakeholder analysis has the id" in wrong.err) == (7, True)


def test_a_graph_without_assessments_or_influence_says_so(gronagraf, both_seeds):
    done = gronagraf("assessment", "--db", both_seeds, "--only-seed", "kronoberg", "--lang", "en")
    assert done.code == 0
    assert "No actor is rated in any stakeholder analysis" in done.out
    done = gronagraf("crossimpact", "--db", both_seeds, "--only-seed", "kronoberg", "--type", "Actor", "--lang", "en")
    assert (done.code, "No influence among actors is known." in done.out) == (0, True)
    done = gronagraf("crossimpact", "--db", both_seeds, "--only-seed", "kronoberg", "--lang", "en")
    assert "Ties without a known strength: 1 of 1" in done.out
    assert "cut at the means" not in done.out
    done = gronagraf("chart", "grid", "--db", both_seeds, "--only-seed", "kronoberg")
    assert (done.code, "no grid to draw" in done.err) == (7, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["grid"],
        ["scatter"],
        ["scatter", "--x", "power", "--y", "betweenness", "--without-county-wide"],
        ["scatter", "--x", "interest", "--y", "power", "--analysis", "ex_s_unga_2025_region"],
        ["crossimpact", "--type", "Goal"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_chart_is_a_picture_or_a_page(gronagraf, both_seeds, folder, arguments, ending):
    out = folder / f"chart.{ending}"
    done = gronagraf("chart", *arguments, "--db", both_seeds, "--only-seed", "exempel", "--out", out)
    assert done.code == 0, done.err
    text = out.read_text("utf-8")
    assert "påhittad" in text.lower()
    if ending == "svg":
        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["chart", "grid", "--x", "degree"], 2, "--x says nothing about the chart grid"),
        (["chart", "crossimpact", "--relation", "LEADS"], 2, "--relation says nothing"),
        (["chart", "scatter", "--x", "degre"], 7, "did you mean"),
        (["chart", "grid", "--out", "grid.png"], 2, "name it grid.svg"),
        (["chart", "pie"], 2, "pie"),
        (["crossimpact", "--at", "igår"], 2, "--at"),
        (["network", "--resolution", "nan"], 2, "is no number"),
        (["assessment", "--top-share", "nan"], 2, "is no number"),
        (["influence", "--alpha", "nan"], 2, "is no number"),
        (["influence", "--stability", "10", "--drop", "nan"], 2, "is no number"),
        (["map", "--size", "degre"], 7, "did you mean"),
        (["map", "--size", "community"], 2, "give it to --colour"),
        (["map", "--at", "2020"], 2, "--at says in which network a measure is worked out"),
        (["map", "--size", "degree", "--without", "nobody"], 7, "nobody"),
        (
            ["map", "--colour", "eigenvector", "--relation", "INFLUENCES=strength", "--type", "Goal"],
            7,
            "eigenvector cannot be drawn: the network has negative ties",
        ),
        (
            ["chart", "scatter", "--x", "core", "--y", "betweenness", "--relation", "INFLUENCES=strength"],
            7,
            "in both (core, betweenness: the network has negative ties, which have no meaning here); there is nothing",
        ),
        (["assessment", "--relation", "INFLUENCES", "--type", "Goal"], 7, "rate actors"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_do(gronagraf, both_seeds, folder, arguments, code, said):
    done = gronagraf(*arguments, "--db", both_seeds)
    assert (done.code, said in done.err) == (code, True), done.err
    assert list(folder.iterdir()) == []


def test_a_chart_without_a_name_is_a_page_named_by_its_seed(gronagraf, both_seeds, folder):
    assert gronagraf("chart", "grid", "--db", both_seeds, "--only-seed", "exempel").code == 0
    assert [path.name for path in folder.iterdir()] == ["exempel-grid.html"]


def test_the_map_is_coloured_by_any_network_that_can_be_measured(gronagraf, both_seeds, folder):
    asked = ["map", "--db", both_seeds, "--only-seed", "exempel", "--out", folder / "map.html"]
    relation = ("--relation", "INFLUENCES", "--type", "Goal", "--without", "ex_g_sjoar")
    assert gronagraf(*asked, "--size", "in_degree", *relation).code == 0
    page = (folder / "map.html").read_text("utf-8")
    (scale,) = data(page, "about")["scales"]
    assert "utan Levande sjöar" in scale["network"][0]
    nodes = {node["id"]: node["own"] for node in data(page, "nodes")}
    assert nodes["ex_g_vaxande"]["measured"] == {"in_degree": 1}
    assert not {"ex_g_sjoar", "ex_region"} & {id_ for id_, own in nodes.items() if "measured" in own}


def test_the_map_is_sized_and_coloured_by_what_was_measured(gronagraf, both_seeds, folder):
    asked = ["map", "--db", both_seeds, "--only-seed", "exempel", "--size", "degree", "--out", folder / "map.html"]
    assert gronagraf(*asked, "--colour", "community").code == 0
    page = (folder / "map.html").read_text("utf-8")
    about = data(page, "about")
    size, colour = about["scales"]
    assert size["network"][0].startswith("Aktörer genom gemensamma nätverk")
    assert [size["kind"], colour["kind"]] == ["amount", "group"]
    assert about["start"] == {"size": "degree", "colour": "community"}
    nodes = {node["id"]: node for node in data(page, "nodes")}
    assert nodes["ex_kommun_vindmala"]["own"]["measured"]["degree"] == 14
    assert "measured" not in nodes["ex_g_vaxande"]["own"]
    around = ["map", "--db", both_seeds, "--around", "ex_region", "--colour", "degree", "--out", folder / "a.html"]
    assert gronagraf(*around).code == 0
