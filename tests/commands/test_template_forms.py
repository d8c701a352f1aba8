"""`template` beyond folders: an empty workbook, analyses for many assessors, projects; and answers as workbooks."""

import io
import os
import subprocess
import sys

import pytest
from openpyxl import load_workbook

from gronagraf.cli import run
from tests.commands.conftest import ROOT


@pytest.fixture(scope="module")
def kronoberg(tmp_path_factory):
    database = tmp_path_factory.mktemp("database") / "graph"
    assert run(["load", "kronoberg", "--db", str(database)]) == 0
    return str(database)


def counts(ended):
    """The numbers of new, changed and unchanged nodes and relations that a load told."""
    return [[int(word) for word in line.split() if word.isdigit()] for line in ended.out.splitlines()[1:3]]


def assess(path, power, row=9):
    book = load_workbook(path)
    book.worksheets[0].cell(row, 3).value = power
    book.save(path)


def test_an_empty_workbook_is_made_once_and_is_a_seed(gronagraf, folder):
    ended = gronagraf("template", "--xlsx", "mitt.xlsx")
    assert ended.code == 0
    assert "mitt.xlsx" in ended.err
    assert "rader än" in gronagraf("check", "mitt.xlsx").out
    assert gronagraf("template", "--xlsx", "mitt.xlsx").code == 1
    assert gronagraf("template", "--xlsx", "my.xlsx", "--lang", "en").code == 0
    assert "Read me" in load_workbook("my.xlsx").sheetnames


def test_every_assessor_gets_a_workbook_and_each_becomes_an_analysis_of_its_own(gronagraf, folder, kronoberg):
    asked = ["--analysis", "mal_klimat", "--assessor", "näringschef", "--assessor", "miljöchef", "--date", "2026-11-20"]
    assert gronagraf("template", *asked, "--db", kronoberg, "--out", "ut").code == 0
    forms = sorted((folder / "ut").iterdir())
    assert len(forms) == 2
    for power, form in enumerate(forms, 4):
        assess(form, power)
        assert counts(gronagraf("load", form, "--db", kronoberg)) == [[1, 0, 0], [2, 0, 0]]
        assert counts(gronagraf("load", form, "--db", kronoberg)) == [[0, 0, 1], [0, 0, 2]]
    question = "MATCH (a:Actor)-[r:ASSESSED_IN]->(s:StakeholderAnalysis) RETURN s.assessor AS who, r.power AS power"
    rows = gronagraf("query", question, "--db", kronoberg, "--as", "csv").out.splitlines()
    assert sorted(rows[1:]) == ["miljöchef,4", "näringschef,5"]
    assess(forms[0], 1)
    assert counts(gronagraf("load", forms[0], "--db", kronoberg)) == [[0, 0, 1], [0, 1, 1]]
    assert counts(gronagraf("load", "kronoberg", "--db", kronoberg)) == [[0, 0, 266], [0, 0, 583]]


def test_only_the_members_of_a_network_are_asked_about(gronagraf, folder):
    asked = ["--analysis", "mal_klimat", "--from", "kronoberg", "--assessor", "x", "--actors"]
    assert gronagraf("template", *asked, "klimatkommission", "--out", "ut").code == 1
    assert gronagraf("template", *asked, "n_klimatkommission", "--out", "ut").code == 0
    (form,) = (folder / "ut").iterdir()
    rows = [row[0].value for row in load_workbook(form).worksheets[0].iter_rows(min_row=9) if row[0].value]
    assert 0 < len(rows) < 60


def test_a_project_form_is_made_filled_in_and_loaded(gronagraf, folder, kronoberg):
    assert gronagraf("template", "--project", "--db", kronoberg, "--lang", "en").code == 0
    book = load_workbook("project.xlsx")
    page = book.worksheets[0]
    rows = {str(page.cell(row, 1).value).strip(" *"): row for row in range(60, 2, -1)}
    page.cell(rows["Name of the project"], 3).value = "Bikes"
    page.cell(rows["Activity"], 3).value = "Campaign"
    book.save("project.xlsx")
    ended = gronagraf("load", "project.xlsx", "--db", kronoberg, "--lang", "en")
    assert counts(ended) == [[2, 0, 0], [1, 0, 0]]
    assert "the form leaves open: Challenge, Resource, Short-term effect" in ended.err
    asked = ["thread", "--project", "projekt_bikes", "--part", "gaps", "--as", "csv", "--db", kronoberg]
    gaps = gronagraf(*asked).out
    assert len(gaps.splitlines()) == 5
    assert "change_logic,Project,challenge,broken,projekt_bikes,Bikes" in gaps
    assert "change_logic,Activity,effect,broken,projekt_bikes_activity_campaign,Campaign" in gaps


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["mitt", "--xlsx", "a.xlsx"],
        ["--xlsx", "a.xlsx", "--project"],
        ["--project", "--assessor", "x"],
        ["--analysis", "x", "--sheets", "2"],
        ["mitt", "--out", "b"],
    ],
)
def test_what_does_not_go_together_is_refused(gronagraf, folder, arguments):
    assert gronagraf("template", *arguments).code == 2
    assert list(folder.iterdir()) == []


def test_check_warns_of_text_that_begins_like_a_formula_and_lets_it_be(gronagraf, folder):
    seed = folder / "s"
    seed.mkdir()
    (seed / "seed.toml").write_text('name = "s"\ntitle = "S"\n', encoding="utf-8")
    rows = "".join(f"a{number},=1+1\n" for number in range(12))
    (seed / "actor.csv").write_text(f"id,name\n{rows}b,+46 70\nc,B-1\n", encoding="utf-8")
    before = (seed / "actor.csv").read_bytes()
    ended = gronagraf("check", "s", "--lang", "en")
    assert ended.code == 0
    told = ended.err.splitlines()
    assert told[0].startswith('Actor a0: name: "=1+1" begins like a formula')
    assert told[-1] == "s: and 3 more that begin like formulas"
    assert (seed / "actor.csv").read_bytes() == before


@pytest.mark.slow
def test_every_answer_goes_into_a_file_as_a_workbook(gronagraf, folder, both_seeds):
    ended = gronagraf("run", "bridges", "--db", both_seeds, "--out", "svar.XLSX")
    assert ended.code == 0
    assert load_workbook("svar.XLSX").sheetnames[-1] == "Om svaret"
    for command in ("thread", "network", "influence", "crossimpact", "assessment", "recipes"):
        where = [] if command == "recipes" else ["--db", both_seeds]
        assert gronagraf(command, *where, "--as", "xlsx", "--out", f"{command}.xlsx").code == 0
        assert load_workbook(f"{command}.xlsx").worksheets[0]["A1"].font.bold


@pytest.mark.slow
def test_each_seed_of_the_graph_is_exported_as_a_workbook_that_is_read_back(gronagraf, folder, both_seeds):
    assert gronagraf("export", "workbook", "--db", both_seeds, "--out", "ut.xlsx").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ut-exempel.xlsx", "ut-kronoberg.xlsx"]
    for name in ("exempel", "kronoberg"):
        told = gronagraf("load", f"ut-{name}.xlsx", "--db", both_seeds, "--lang", "en").out.splitlines()
        assert [line.split()[1:5:2] for line in told[1:3]] == [["0", "0"], ["0", "0"]]


def test_a_pipe_gets_the_bytes_of_a_workbook(folder):
    command = [sys.executable, "-m", "gronagraf", "recipes", "--as", "xlsx"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert "Svar" not in load_workbook(io.BytesIO(done.stdout)).sheetnames[0]
