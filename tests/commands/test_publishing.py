"""`export` in linked data and `--public`: what is written, what is told, and what is refused."""

import csv
import json
from pathlib import Path

import pytest
import rdflib

from gronagraf.data import seed_folder
from gronagraf.importing.formats.linked import read_linked
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.commands.conftest import Command


@pytest.mark.parametrize(("form", "ending"), [("turtle", "ttl"), ("jsonld", "jsonld")])
def test_linked_data_is_written_under_the_base_and_read_back(
    gronagraf: Command, both_seeds: str, folder: Path, form: str, ending: str
) -> None:
    done = gronagraf("export", form, "--base", "https://data.example.se/id/", "--db", both_seeds)
    assert (done.code, done.out) == (0, "")
    path = folder / f"exempel-kronoberg.{ending}"
    assert f"Skrev {path.name}" in done.err
    assert "https://data.example.se/id/" in path.read_text(encoding="utf-8")
    graph = read_linked(path, MODEL)
    assert [(seed.name, seed.fictional) for seed in graph.seeds] == [("exempel", True), ("kronoberg", False)]
    assert (len(graph.nodes), len(graph.edges)) == (366, 915)


@pytest.mark.parametrize(("form", "name"), [("turtle", "a.ttl"), ("jsonld", "a.jsonld")])
def test_a_seed_comes_back_byte_for_byte(gronagraf: Command, folder: Path, form: str, name: str) -> None:
    assert gronagraf("export", form, "--from", "exempel", "--out", name).code == 0
    assert gronagraf("import", "gronagraf", name, "--out", "back").code == 0
    before = {path.name: path.read_bytes() for path in seed_folder("exempel").glob("*.csv")}
    manifest = (seed_folder("exempel") / "seed.toml").read_bytes()
    after = {path.name: path.read_bytes() for path in (folder / "back").iterdir()}
    assert after == before | {"seed.toml": manifest}


@pytest.mark.parametrize("base", ["region", "https://a.se/id", "http://a b/", "https://å.se/", 'x:">/', "http://a#b#"])
def test_what_no_uri_begins_with_is_refused(gronagraf: Command, both_seeds: str, folder: Path, base: str) -> None:
    done = gronagraf("export", "turtle", "--base", base, "--db", both_seeds)
    assert done.code == 2
    assert "is not the beginning of a URI" in done.err
    assert list(folder.iterdir()) == []


def test_a_format_without_uris_has_no_base(gronagraf: Command, both_seeds: str) -> None:
    done = gronagraf("export", "seed", "--base", "http://a/", "--db", both_seeds)
    assert done.code == 2
    assert "seed has no URIs" in done.err


def test_the_rules_of_the_model_need_no_graph(gronagraf: Command, folder: Path) -> None:
    done = gronagraf("export", "shacl", "--db", "nowhere")
    assert done.code == 0
    rules = rdflib.Graph().parse(folder / "gronagraf.shacl.ttl", format="turtle")
    assert len(set(rules.subjects(rdflib.RDF.type, rdflib.SH.NodeShape))) == len(MODEL.all)


CATALOGUE = ("--access-url", "https://data.example.se/d/", "--publisher-type", "RegionalAuthority", "--theme", "REGI")
BASE = ("--base", "https://data.example.se/id/")


def test_a_seed_is_described_for_the_data_portal(gronagraf: Command, both_seeds: str, folder: Path) -> None:
    asked = ("--only-seed", "kronoberg", "--db", both_seeds)
    assert gronagraf("export", "turtle", *asked).code == 0
    done = gronagraf(
        "export", "dcat", *CATALOGUE, *BASE, "--contact", "data@example.se", "--file", "kronoberg.ttl", *asked
    )
    assert done.code == 0
    told = rdflib.Graph().parse(folder / "kronoberg.dcat.rdf", format="xml")
    size = (folder / "kronoberg.ttl").stat().st_size
    assert [int(each) for each in told.objects(None, rdflib.DCAT.byteSize)] == [size]


def test_what_a_catalogue_says_of_a_person_is_told(gronagraf: Command, folder: Path) -> None:
    asked = ("export", "dcat", *CATALOGUE, *BASE, "--from", "exempel", "--lang", "en")
    done = gronagraf(*asked, "--contact", "anna.andersson@example.se", "--contact-name", "Data, 070-123 45 67")
    assert done.code == 0
    assert "--contact: a***.*********@*******.*e looks like a person's address" in done.err
    assert "--contact-name: 0**-*** ** *7 looks like a telephone number" in done.err
    assert "looks like" not in gronagraf(*asked, "--contact", "data@example.se").err


def test_a_file_of_something_else_is_not_described(gronagraf: Command, folder: Path) -> None:
    asked = ("export", "dcat", *CATALOGUE, *BASE, "--from", "exempel", "--lang", "en")
    for form, name in (("graphml", "kronoberg"), ("workbook", "exempel"), ("kumu", "exempel")):
        assert gronagraf("export", form, "--from", name).code == 0
    other = gronagraf(*asked, "--file", "kronoberg.graphml")
    assert other.code == 1
    assert "--file kronoberg.graphml: holds kronoberg, and the catalogue is of exempel" in other.err
    files = ("--file", "exempel.xlsx", "--file", "exempel.kumu.json")
    assert gronagraf(*asked, *files).code == 0
    whole = gronagraf(*asked, *files, "--public")
    assert whole.code == 1
    assert whole.err.count("values that --public leaves out") == 2
    assert gronagraf("export", "kumu", "--from", "exempel", "--public").code == 0
    assert gronagraf(*asked, *files[2:], "--public").code == 0
    (folder / "annat.csv").write_text("a,b\n")
    assert "annat.csv is nothing that can be read back" in gronagraf(*asked, "--file", "annat.csv").err


def test_what_a_catalogue_requires_is_asked_for(gronagraf: Command, both_seeds: str, folder: Path) -> None:
    done = gronagraf("export", "dcat", "--only-seed", "exempel", "--db", both_seeds)
    assert done.code == 1
    assert [line.partition(":")[0] for line in done.err.splitlines()] == [
        "--base",
        "--access-url",
        "--publisher-type",
        "Fel",
    ]
    assert "give --only-seed" in gronagraf("export", "dcat", *CATALOGUE, "--db", both_seeds).err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("options", [CATALOGUE[:2], CATALOGUE[4:], ("--file", "x.ttl")])
def test_only_a_catalogue_takes_what_a_catalogue_needs(
    gronagraf: Command, both_seeds: str, options: tuple[str, ...]
) -> None:
    done = gronagraf("export", "turtle", *options, "--db", both_seeds)
    assert done.code == 2
    assert f"leave out {options[0]}" in done.err


def test_what_is_public_is_written_without_the_rest_and_the_rest_is_told(
    gronagraf: Command, both_seeds: str, folder: Path
) -> None:
    asked = ("export", "seed", "--public", "--only-seed", "kronoberg", "--out", "ut", "--db", both_seeds)
    done = gronagraf(*asked, "--report", "r.csv")
    assert (done.code, done.out) == (0, "")
    graph = read_seed(folder / "ut", MODEL)
    assert len(graph.nodes) == 266
    assert {name for item in (*graph.nodes, *graph.edges) for name in item.facts} & {"note", "role_text"} == set()
    assert "Utelämnat ur Actor: kind_text 11, note 107, date_text 2, source_year_text 15." in done.err
    assert "Ser ut som gatuadress: LearningEvent e_run_rus_2020, place: N****** *0 (utelämnat)." in done.err
    assert "ingen garanti" in done.err
    assert "Personers namn känner den inte igen: de kan stå kvar i name, also_known_as, source" in done.err
    with (folder / "r.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(int(row["count"]) for row in rows if row["what"] == "left_out") == 813
    assert {row["id"] for row in rows if row["what"] == "found"} == {
        "e_kompetensdagen_2019",
        "e_run_projekt_2019",
        "e_run_rus_2020",
    }


def test_that_somebody_was_assessed_is_not_published(gronagraf: Command, folder: Path) -> None:
    done = gronagraf("export", "seed", "--from", "exempel", "--public", "--out", "ut", "--report", "r.json")
    assert done.code == 0
    graph = read_seed(folder / "ut", MODEL)
    assert not (folder / "ut" / "assessed_in.csv").exists()
    assert any(node.label == "StakeholderAnalysis" for node in graph.nodes)
    left = len((seed_folder("exempel") / "assessed_in.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert f"Utelämnat helt: ASSESSED_IN {left} (vilka som bedömdes;" in done.err
    rows = json.loads((folder / "r.json").read_text(encoding="utf-8"))["rows"]
    assert {row["type"]: row["count"] for row in rows if row["field"] is None} == {"ASSESSED_IN": left}


def named_after_a_person(folder: Path) -> None:
    (folder / "eget").mkdir()
    (folder / "eget" / "seed.toml").write_text('name = "eget"\ntitle = "Eget"\n', encoding="utf-8")
    rows = "id,name,source\na,Fråga anna@exempel.se,\nb,B,tel 070-123 45 67\n"
    (folder / "eget" / "actor.csv").write_text(rows, encoding="utf-8")


def test_what_cannot_be_left_out_stops_the_export_unless_it_is_kept(gronagraf: Command, folder: Path) -> None:
    named_after_a_person(folder)
    assert gronagraf("load", "eget", "--db", "db").code == 0
    asked = ("export", "turtle", "--public", "--db", "db", "--report", "r.json", "--lang", "en")
    done = gronagraf(*asked)
    assert done.code == 1
    assert "Actor a: name: looks like an e-mail address (a***@*******.*e)" in done.err
    assert not (folder / "eget.ttl").exists()
    found = json.loads((folder / "r.json").read_text(encoding="utf-8"))["rows"]
    assert {(row["what"], row["type"], row["field"], row["left_out"]) for row in found} == {
        ("left_out", "Actor", "source", True),
        ("found", "Actor", "name", False),
        ("found", "Actor", "source", True),
    }
    done = gronagraf(*asked, "--keep-found")
    assert done.code == 0
    assert "name: a***@*******.*e (stays)" in done.err
    written = (folder / "eget.ttl").read_text(encoding="utf-8")
    assert "anna@exempel.se" in written
    assert "070" not in written


@pytest.mark.parametrize("options", [["--report", "r.csv"], ["--keep-found"], ["--public", "--report", "r.txt"]])
def test_options_without_a_meaning_are_refused(gronagraf: Command, both_seeds: str, options: list[str]) -> None:
    assert gronagraf("export", "seed", "--db", both_seeds, *options).code == 2
