"""`diff`: what differs between seeds and databases, as tables, for programs and as a map."""

import csv
import io
import json
import shutil

import pytest

from gronagraf.data import seed_folder
from tests import map_data


@pytest.fixture
def newer(folder):
    """The example as it may be next year: a name changed, an actor more, a relation less."""
    seed = shutil.copytree(seed_folder("exempel"), folder / "nytt")
    actors = (seed / "actor.csv").read_text("utf-8").replace("Region Lyrebygd", "Landstinget Lyrebygd", 1)
    commas = "," * (actors.split("\n")[0].count(",") - 1)
    (seed / "actor.csv").write_text(f"{actors.rstrip()}\nex_ny,Nykomlingen{commas}\n", "utf-8")
    rows = (seed / "practises.csv").read_text("utf-8").splitlines(keepends=True)
    (seed / "practises.csv").write_text("".join(rows[:-1]), "utf-8")
    return seed


NEW_NAME = "Landstinget Lyrebygd"
EXPECTED = [
    ("created", "Actor", "ex_ny", "", "", "Nykomlingen", "", "", ""),
    (
        "changed",
        "Actor",
        "ex_region",
        "",
        "",
        "Landstinget Lyrebygd",
        "name",
        "Region Lyrebygd",
        "Landstinget Lyrebygd",
    ),
    (
        "removed",
        "PRACTISES",
        "",
        "ex_l_utvardering_2024",
        "ex_princip_medvetenhet",
        "Utvärdering av Ungdomslotsen → Medvetenhet",
        "",
        "",
        "",
    ),
]


def rows(text):
    return [tuple(row) for row in csv.reader(io.StringIO(text))][1:]


def test_two_seeds_differ_field_by_field(gronagraf, newer):
    ended = gronagraf("diff", "exempel", newer, "--as", "csv")
    assert (ended.code, rows(ended.out)) == (0, EXPECTED)
    counts = gronagraf("diff", "exempel", newer, "--as", "csv", "--part", "counts").out
    assert rows(counts) == [("Actor", "1", "1", "0", "18"), ("PRACTISES", "0", "0", "1", "5")]


def test_a_database_differs_from_a_seed_as_seeds_do_and_only_by_its_own_seed(gronagraf, newer, both_seeds):
    ended = gronagraf("diff", both_seeds, newer, "--as", "csv", "--lang", "en")
    assert rows(ended.out) == EXPECTED
    assert "only the seed exempel is compared: 849 nodes and relations are not of it" in ended.err
    turned = gronagraf("diff", newer, both_seeds, "--as", "json")
    assert [row["change"] for row in json.loads(turned.out)["differences"]] == ["changed", "removed", "created"]


def test_where_nothing_differs_it_says_so(gronagraf, both_seeds):
    for sides in (("exempel", "exempel"), ("kronoberg", both_seeds), (both_seeds, both_seeds)):
        ended = gronagraf("diff", *sides, "--strict", "--lang", "en")
        assert ended.code == 0
        assert "No difference: " in ended.out
        assert "new" not in ended.out
    whole = json.loads(gronagraf("diff", "exempel", "exempel", "--as", "json").out)
    assert (whole["same"], whole["counts"], whole["differences"]) == (True, [], [])


def test_strict_ends_with_a_code_of_its_own(gronagraf, newer):
    assert gronagraf("diff", "exempel", newer, "--strict").code == 8


def test_people_read_the_words_of_the_model(gronagraf, newer):
    shown = gronagraf("diff", "exempel", newer).out
    assert "Noder: 1 nya, 1 ändrade, 0 borta, 99 lika. Relationer: 0 nya, 0 ändrade, 1 borta, 331 lika." in shown
    assert "ändrad  Aktör      Landstinget Lyrebygd" in shown
    assert "PÅHITTAD" in shown


@pytest.mark.slow
def test_two_databases_are_compared_whole_or_by_one_seed(gronagraf, both_seeds, folder):
    assert gronagraf("load", "exempel", "--db", "other").code == 0
    whole = json.loads(gronagraf("diff", both_seeds, "other", "--as", "json").out)
    assert (whole["nodes"]["removed"], whole["edges"]["removed"]) == (266, 583)
    one = gronagraf("diff", both_seeds, "other", "--only-seed", "exempel", "--strict")
    assert (one.code, one.err) == (0, "")


def test_a_seed_that_the_database_does_not_hold_is_refused(gronagraf, newer, both_seeds):
    manifest = newer / "seed.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('name = "exempel"', 'name = "annat"'), "utf-8")
    ended = gronagraf("diff", newer, both_seeds)
    assert (ended.code, ended.out) == (5, "")
    assert "say with --only-seed which one" in ended.err
    assert gronagraf("diff", newer, both_seeds, "--only-seed", "exempel").code == 0


@pytest.mark.parametrize("sides", [("exempel", "finns/inte"), ("exempl", "exempel"), ("~nobody/x", "exempel")])
def test_what_is_not_there_is_told(gronagraf, sides):
    ended = gronagraf("diff", *sides)
    assert (ended.code, ended.out) == (3, "")
    assert "Traceback" not in ended.err


def test_the_map_marks_what_differs(gronagraf, newer, folder):
    ended = gronagraf("diff", "exempel", newer, "--map", "karta.html", "--out", "svar.csv")
    assert ended.code == 0
    page = (folder / "karta.html").read_text("utf-8")
    marks = {each["id"]: each["own"]["change"] for each in map_data.data(page, "nodes") if "change" in each["own"]}
    assert marks == {"ex_ny": "new", "ex_region": "changed"}
    gone = [each["own"]["type"] for each in map_data.data(page, "edges") if each["own"].get("change") == "gone"]
    assert gone == ["PRACTISES"]
    assert gronagraf("diff", "exempel", newer, "--map", "karta.csv").code == 2


def test_what_a_seed_hangs_on_the_one_it_extends_is_drawn(gronagraf, folder, both_seeds):
    more = folder / "mer"
    more.mkdir()
    (more / "seed.toml").write_text('name = "mer"\ntitle = "Mer"\nextends = ["exempel"]\n', "utf-8")
    (more / "hosts.csv").write_text("from,to\nex_region,ex_n_klimat\n", "utf-8")
    database = shutil.copytree(both_seeds, folder / "db")
    assert gronagraf("load", more, "--db", database).code == 0
    (more / "hosts.csv").write_text("from,to,note\nex_region,ex_n_klimat,ny\n", "utf-8")
    ended = gronagraf("diff", database, more, "--map", "karta.html", "--as", "csv")
    assert rows(ended.out) == [
        ("changed", "HOSTS", "", "ex_region", "ex_n_klimat", "Region Lyrebygd → Klimatrådet", "note", "", "ny")
    ]
    page = (folder / "karta.html").read_text("utf-8")
    assert {each["id"] for each in map_data.data(page, "nodes")} == {"ex_region", "ex_n_klimat"}


def test_a_workbook_is_a_side_as_a_folder_is(gronagraf, newer, folder):
    assert gronagraf("export", "workbook", "--from", newer, "--out", "nytt.xlsx").code == 0
    assert gronagraf("diff", newer, "nytt.xlsx", "--strict").code == 0
    assert rows(gronagraf("diff", "exempel", "nytt.xlsx", "--as", "csv").out) == EXPECTED
