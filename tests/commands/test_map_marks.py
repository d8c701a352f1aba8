"""`map` with marks: compared with an older graph, with the thread's breaks, with places kept, with assessments."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests import map_data

SEED = Path(__file__).resolve().parents[2] / "seed" / "exempel"


def data(page: Path, part: str) -> object:
    return map_data.data(page.read_text("utf-8"), part)


@pytest.fixture
def older(tmp_path):
    """The example as it was: an actor more, a network less, another name, a relation less."""
    folder = tmp_path / "fjol"
    shutil.copytree(SEED, folder)
    actors = folder / "actor.csv"
    text = actors.read_text("utf-8").replace("Region Lyrebygd", "Landstinget Lyrebygd", 1)
    actors.write_text(
        text.rstrip("\n") + "\nex_borta,Borta" + "," * (text.split("\n")[0].count(",") - 1) + "\n", "utf-8"
    )
    principles = folder / "practises.csv"
    principles.write_text("".join(principles.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    return folder


def test_compared_with_a_seed_what_is_new_gone_and_changed_is_marked(gronagraf, folder, both_seeds, older):
    drawn = gronagraf("map", "--db", both_seeds, "--only-seed", "exempel", "--compare", older, "--out", "a.html")
    assert drawn.code == 0
    marks = {each["id"]: each["own"].get("change") for each in data(folder / "a.html", "nodes")}
    assert marks["ex_borta"] == "gone"
    changed = [each["own"] for each in data(folder / "a.html", "nodes") if each["own"].get("change") == "changed"]
    assert [own["was"]["name"] for own in changed if "name" in own["was"]] == ["Landstinget Lyrebygd"]
    assert [each["own"]["type"] for each in data(folder / "a.html", "edges") if "change" in each["own"]] == [
        "PRACTISES"
    ]
    page = (folder / "a.html").read_text("utf-8")
    assert "Jämfört med Exempelregionen Lyrebygd (påhittad)" in page
    assert str(older) not in page


def test_compared_with_itself_as_a_database_nothing_is_marked(gronagraf, folder, both_seeds):
    asked = ("map", "--db", both_seeds, "--compare", both_seeds, "--out", "a.html")
    assert gronagraf(*asked).code == 0
    assert not any("change" in each["own"] for part in ("nodes", "edges") for each in data(folder / "a.html", part))


def test_what_to_compare_with_must_be_there(gronagraf, folder, both_seeds):
    ended = gronagraf("map", "--db", both_seeds, "--compare", "exempl")
    assert (ended.code, ended.out) == (3, "")
    assert 'did you mean "exempel"?' in ended.err
    assert gronagraf("map", "--db", both_seeds, "--compare", "exempel", "--around", "lnu").code == 2


def test_the_breaks_are_the_verdicts_own(gronagraf, folder, both_seeds):
    asked = gronagraf("thread", "--db", both_seeds, "--only-seed", "exempel", "--unknown", "--as", "jsonl")
    gaps = [json.loads(line) for line in asked.out.splitlines()]
    assert gronagraf("map", "--db", both_seeds, "--only-seed", "exempel", "--thread", "--out", "a.html").code == 0
    breaks = data(folder / "a.html", "about")["breaks"]
    assert [(each["of"], each["state"]) for each in breaks] == [(gap["id"], gap["state"]) for gap in gaps]
    numbered = {
        number: each["id"] for each in data(folder / "a.html", "nodes") for number in each["own"].get("breaks", [])
    }
    assert numbered == {number: gap["id"] for number, gap in enumerate(gaps)}


def test_assessments_come_into_the_page_only_when_asked_for(gronagraf, folder, both_seeds):
    secrets = ("Har slutat svara.", "överklagar planer", "Får nyhetsbrevet.")
    for more in ((), ("--compare", "exempel"), ("--recipe", "surroundings", "--param", "node=ex_bygderadet")):
        assert gronagraf("map", "--db", both_seeds, *more, "--out", "a.html").code == 0
        page = (folder / "a.html").read_text("utf-8")
        assert not any(secret in page for secret in secrets)
        assert not re.search(r'"(power|interest|relevance|strength)":', page)
        assert data(folder / "a.html", "about")["assessments"] == "left_out"
    assert gronagraf("map", "--db", both_seeds, "--with-assessments", "--out", "a.html").code == 0
    page = (folder / "a.html").read_text("utf-8")
    assert all(secret in page for secret in secrets)
    assert "Innehåller bedömningar" in page


def test_positions_are_kept_and_strangers_counted(gronagraf, folder, both_seeds):
    saved = {"gronagraf": "map positions", "version": 1, "layout": "network", "pinned": ["lnu", "nix"]}
    (folder / "p.json").write_text(json.dumps({**saved, "places": {"lnu": [1234.5, -77], "nix": [0, 0]}}), "utf-8")
    drawn = gronagraf("map", "--db", both_seeds, "--positions", "p.json", "--out", "a.html")
    assert drawn.code == 0
    assert "p.json: 1 av de sparade lägena" in drawn.err
    (lnu,) = (each for each in data(folder / "a.html", "nodes") if each["id"] == "lnu")
    assert (lnu["x"], lnu["y"]) == (1234.5, -77.0)
    assert data(folder / "a.html", "about")["pinned"] == ["lnu"]
    (folder / "p.json").write_text("{", "utf-8")
    ended = gronagraf("map", "--db", both_seeds, "--positions", "p.json")
    assert ended.code == 1
    assert ended.err.startswith("p.json: is not JSON")
