"""`demo`: the whole main job, in a folder of its own, with answers that come from the graph."""

import csv
import io
import re
import shutil

import pytest

from gronagraf.data import seed_folder
from gronagraf.demo import HEADLINES, run_demo
from gronagraf.errors import StoreError
from gronagraf.model import MODEL


@pytest.mark.parametrize(("language", "heading"), [("sv", "Filer i "), ("en", "Files in ")])
def test_demo_answers_draws_and_lists_every_file_that_it_made(gronagraf, folder, language, heading):
    shown = gronagraf("demo", "--lang", language)
    assert (shown.code, shown.err) == (0, "")
    made = folder / "gronagraf-demo"
    listed = re.findall(r"^ +[\d.]+ (?:B|kB|MB)  (\S+)", shown.out.split(heading)[1], re.MULTILINE)
    outside = {p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file() and "graph" not in p.parts}
    assert set(listed) == outside | {"graph/"}
    assert outside == {"map.html", "thread.html", *(f"answers/{name}.csv" for name in HEADLINES)}
    assert str(made / "map.html") in shown.out
    assert [path.name for path in folder.iterdir()] == ["gronagraf-demo"]


def test_demo_never_touches_the_users_own_database(gronagraf, folder, monkeypatch):
    assert gronagraf("load", "exempel", "--db", "mine").code == 0
    monkeypatch.setenv("GRONAGRAF_DB", str(folder / "mine"))
    before = gronagraf("status").out.split("Innehåll")[1].split("Titta")[0]
    assert gronagraf("demo").code == 0
    assert gronagraf("status").out.split("Innehåll")[1].split("Titta")[0] == before


@pytest.mark.slow
def test_demo_can_be_run_again_and_says_the_same(gronagraf, folder):
    first = gronagraf("demo")
    files = {path: path.read_bytes() for path in (folder / "gronagraf-demo" / "answers").iterdir()}
    second = gronagraf("demo")
    assert (first.code, second.code) == (0, 0)
    assert {path: path.read_bytes() for path in files} == files


def test_demo_refuses_a_folder_whose_database_holds_something_else(gronagraf, folder):
    assert gronagraf("load", "exempel", "--db", "here/graph").code == 0
    with pytest.raises(StoreError, match="exempel"):
        run_demo(seed_folder("kronoberg"), folder / "here", MODEL, "sv", lambda _: None)
    assert "exempel" in gronagraf("status", "--db", "here/graph").out


def answers(seed, folder):
    """The rows of every answer of a demonstration on a seed, by recipe."""
    told = []
    demo = run_demo(seed, folder, MODEL, "sv", told.append)
    assert len(told) == len(HEADLINES) + 5
    return {
        answer.recipe.name: list(csv.reader(io.StringIO(answer.file.read_text("utf-8")))) for answer in demo.answers
    }


@pytest.mark.slow
def test_the_answers_come_from_the_seed_take_a_row_away_and_they_change(folder):
    whole = answers(seed_folder("kronoberg"), folder / "whole")
    assert all(len(rows) > 1 for rows in whole.values())
    seed = shutil.copytree(seed_folder("kronoberg"), folder / "kronoberg")
    members = (seed / "member_of.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in members if not line.startswith("kommun_ljungby,n_leader_linne,")]
    assert len(kept) == len(members) - 1
    (seed / "member_of.csv").write_text("".join(kept), encoding="utf-8")
    less = answers(seed, folder / "less")
    assert less["overlap"] != whole["overlap"]
    assert less["bridges"] != whole["bridges"]
    assert less["rhythm"] == whole["rhythm"]
