"""`template` beyond folders: an empty workbook, analyses for many assessors, projects; and answers as workbooks."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gronagraf.cli import run
from gronagraf.reading.forms.making import made_id
from tests.commands.conftest import ROOT


@pytest.fixture(scope="module")
def kronoberg(tmp_path_factory):
    database = tmp_path_factory.mktemp("database") / "graph"
    assert run(["load", "kronoberg", "--db", str(database)]) == 0
    return str(database)


def counts(ended):
    """The numbers of new, changed and unchanged nodes and relations that a load told."""
    return [[int(word) for word in line.split() if word.isdigit()] for line in ended.out.splitlines()[1:3]]


def assess(path, power, row=9, column=3):
    book = load_workbook(path)
    book.worksheets[0].cell(row, column).value = power
    book.save(path)


def test_an_empty_workbook_is_made_once_and_is_a_seed(gronagraf, folder):
    ended = gronagraf("template", "--xlsx", "mitt.xlsx")
    assert ended.code == 0
    assert "mitt.xlsx" in ended.err
    assert "rader än" in gronagraf("check", "mitt.xlsx").out
    assert gronagraf("template", "--xlsx", "mitt.xlsx").code == 1
    assert gronagraf("template", "--xlsx", "my.xlsx", "--lang", "en").code == 0
    assert "Read me" in load_workbook("my.xlsx").sheetnames


@pytest.mark.slow
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
    assert counts(gronagraf("load", "kronoberg", "--db", kronoberg)) == [[0, 0, 266], [0, 0, 583]]


def forms_of(gronagraf, kronoberg, *assessors, out="ut"):
    roles = [word for who in assessors for word in ("--assessor", who)]
    asked = ["--analysis", "mal_klimat", *roles, "--date", "2026-11-21", "--db", kronoberg, "--out", out]
    assert gronagraf("template", *asked).code == 0
    return [Path(out) / f"{made_id('analys', 'mal_klimat', '2026-11-21', who)}.xlsx" for who in assessors]


def powers(gronagraf, kronoberg, assessor):
    question = (
        f"MATCH ()-[r:ASSESSED_IN]->(s {{assessor: '{assessor}'}}) RETURN r.power AS power, r.interest AS interest"
    )
    return sorted(gronagraf("query", question, "--db", kronoberg, "--as", "csv").out.splitlines()[1:])


@pytest.mark.slow
def test_a_form_is_never_mixed_with_the_answers_of_an_earlier_load(gronagraf, folder, kronoberg):
    (form,) = forms_of(gronagraf, kronoberg, "utvecklare")
    for row, power in ((9, 5), (10, 4), (11, 3)):
        assess(form, power, row)
    assess(form, 2, 9, column=5)
    assert gronagraf("load", form, "--db", kronoberg).code == 0
    assess(form, 2, 12)
    assert counts(gronagraf("load", form, "--db", kronoberg)) == [[0, 0, 1], [1, 0, 4]]
    for row, power in ((9, 1), (10, None), (11, None)):
        assess(form, power, row)
    assess(form, None, 9, column=5)
    before = powers(gronagraf, kronoberg, "utvecklare")
    for more in ([], ["--dry-run"]):
        ended = gronagraf("load", form, "--db", kronoberg, *more)
        assert ended.code == 3
        assert "with other answers: 1 differ and 2 are not in this form" in ended.err
        assert "--prune" in ended.err
    assert powers(gronagraf, kronoberg, "utvecklare") == before == ["2,", "3,", "4,", "5,2"]
    assert gronagraf("load", form, "--db", kronoberg, "--prune").code == 2  # nobody can be asked here
    assert gronagraf("load", form, "--db", kronoberg, "--prune", "--yes", "--max-share", 20).code == 3
    assert gronagraf("load", form, "--db", kronoberg, "--prune", "--yes").code == 0
    assert powers(gronagraf, kronoberg, "utvecklare") == ["1,", "2,"]
    assert gronagraf("load", form, "--db", kronoberg).code == 0


@pytest.mark.slow
def test_many_forms_are_checked_and_loaded_at_once_and_all_or_none(gronagraf, folder, kronoberg):
    one, two = forms_of(gronagraf, kronoberg, "strateg", "ekonom")
    assess(one, 5)
    refused = gronagraf("load", one, two, "--db", kronoberg)
    assert (refused.code, "assesses nobody yet" in refused.err, refused.out) == (3, True, "")
    assert powers(gronagraf, kronoberg, "strateg") == []
    assess(two, 4)
    checked = gronagraf("check", one, two, "--lang", "en").out
    assert checked.count("has no problem") == 2
    planned = gronagraf("load", one, two, "--dry-run", "--db", kronoberg)
    assert (planned.code, planned.out.count("Om Intressentanalys")) == (0, 2)
    loaded = gronagraf("load", one, two, "--db", kronoberg)
    assert loaded.out.count("Läste in Intressentanalys") == 2
    assert powers(gronagraf, kronoberg, "strateg") + powers(gronagraf, kronoberg, "ekonom") == ["5,", "4,"]
    shutil.copy(one, "igen.xlsx")
    twice = gronagraf("load", one, "igen.xlsx", "--db", kronoberg)
    assert twice.code == 3
    assert 'igen.xlsx: is the seed "analys_mal_klimat_2026_11_21_strateg' in twice.err


def test_a_seed_may_extend_one_given_before_it_and_none_may_take_anothers_ids(gronagraf, folder):
    for name, more, rows in (("a", "", "x,X"), ("b", 'extends = ["grund"]\n', "y,Y"), ("c", "", "x,X")):
        seed = folder / name
        seed.mkdir()
        called = "grund" if name == "a" else name
        (seed / "seed.toml").write_text(f'name = "{called}"\ntitle = "S"\n{more}', encoding="utf-8")
        (seed / "actor.csv").write_text(f"id,name\n{rows}\n", encoding="utf-8")
    (folder / "b" / "part_of.csv").write_text("from,to\ny,x\n", encoding="utf-8")
    assert gronagraf("check", "a", "b").code == 0
    assert gronagraf("check", "b").code == 3
    clash = gronagraf("check", "a", "c")
    assert (clash.code, 'c: "x" is already an id of a' in clash.err) == (3, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "kronoberg", "exempel", "--duplicates"],
        ["load", "kronoberg", "exempel", "--dry-run", "--out", "x.md"],
        ["load", "kronoberg", "exempel", "--prune", "--keep", "x"],
        ["load"],
    ],
)
def test_what_is_for_one_seed_is_refused_for_several(gronagraf, folder, arguments):
    assert gronagraf(*arguments).code == 2
    assert list(folder.iterdir()) == []


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
