"""`status`, `schema` and `map`: what is where, the model in words, and the page that is drawn."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gronagraf.model import MODEL
from gronagraf.views.glossary import MODEL_FORMS

ROOT = Path(__file__).resolve().parents[2]


def test_status_says_what_is_where_and_how_to_look_in(gronagraf, both_seeds):
    shown = gronagraf("status", "--db", both_seeds, "--lang", "en")
    assert shown.code == 0
    assert f"Folder: {both_seeds}" in shown.out
    assert "Address: bolt://127.0.0.1:" in shown.out
    assert "(kronoberg): 266 nodes, 583 relations, loaded 20" in shown.out
    assert "[Fictional]" in shown.out
    assert "cypher-shell -a bolt://127.0.0.1:" in shown.out


def test_the_password_of_the_reader_is_shown_only_when_asked_for(gronagraf, both_seeds):
    shown = gronagraf("status", "--db", both_seeds, "--show-reader").out
    password = shown.split("lösenord: ")[1].split()[0]
    assert len(password) > 10
    assert password not in gronagraf("status", "--db", both_seeds).out


@pytest.mark.parametrize("arguments", [["status"], ["run", "bridges"], ["query", "RETURN 1"], ["map"], ["forget", "x"]])
def test_only_load_makes_a_database(gronagraf, folder, arguments):
    ended = gronagraf(*arguments)
    assert ended.code == 5
    assert "there is no graph in .gronagraf yet; make one with: gronagraf load kronoberg" in ended.err
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_status_can_keep_the_database_open_until_it_is_interrupted(both_seeds):
    command = [
        sys.executable,
        "-m",
        "gronagraf",
        "status",
        "--open",
        "--show-reader",
        "--db",
        both_seeds,
        "--lang",
        "en",
    ]
    settings = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as opened:
        assert opened.stderr.readline() == "Open until you press Ctrl-C.\n"
        os.set_blocking(opened.stdout.fileno(), False)
        shown = opened.stdout.read()
        address = shown.split("Address: ")[1].split()[0]
        reader = shown.split("Reader: ")[1].split()
        assert _names(address, reader[0].rstrip(","), reader[2]) > 100
        opened.send_signal(signal.SIGINT)
        os.set_blocking(opened.stdout.fileno(), True)
        assert opened.stderr.read() == ""
    assert opened.returncode == 0


def _names(address, user, password):
    from neo4j import GraphDatabase

    with GraphDatabase.driver(address, auth=(user, password)) as driver:
        return driver.execute_query("MATCH (a:Actor) RETURN count(a) AS n").records[0]["n"]


@pytest.mark.parametrize("form", MODEL_FORMS)
def test_schema_needs_no_database_and_names_every_label(gronagraf, folder, form):
    shown = gronagraf("schema", "--form", form)
    assert shown.code == 0
    assert all(node.label in shown.out for node in MODEL.nodes)
    assert gronagraf("schema", "--form", form, "--out", "modell").out == ""
    assert (folder / "modell").read_text("utf-8") == shown.out


def test_map_of_the_whole_graph_is_named_after_its_seeds(gronagraf, folder, both_seeds):
    drawn = gronagraf("map", "--db", both_seeds, "--only-seed", "kronoberg")
    assert (drawn.code, drawn.out) == (0, "")
    page = (folder / "kronoberg-map.html").read_text("utf-8")
    assert "Skrev kronoberg-map.html (" in drawn.err
    assert '<html lang="sv"' in page
    assert "Länsstyrelsen i Kronobergs län" in page


def test_map_of_the_surroundings_holds_what_is_near(gronagraf, folder, both_seeds):
    near, far = folder / "near.html", folder / "far.html"
    for out, steps in ((near, 1), (far, 2)):
        assert gronagraf("map", "--db", both_seeds, "--around", "lnu", "--steps", steps, "--out", out).code == 0
    assert "Omgivningen till Linnéuniversitetet" in near.read_text("utf-8")
    assert far.stat().st_size > near.stat().st_size
    ended = gronagraf("map", "--db", both_seeds, "--around", "lnuu", "--out", near)
    assert ended.code == 4
    assert "lnu" in ended.err


def test_map_of_a_recipe_takes_its_parameters(gronagraf, folder, both_seeds):
    drawn = gronagraf(
        "map", "--db", both_seeds, "--recipe", "surroundings", "--param", "node=lnu", "--lang", "en", "--out", "a.html"
    )
    assert drawn.code == 0
    assert '<html lang="en"' in (folder / "a.html").read_text("utf-8")


def test_map_of_a_recipe_that_answers_with_words_is_refused(gronagraf, folder, both_seeds):
    refused = gronagraf("map", "--db", both_seeds, "--recipe", "bridges")
    assert refused.code == 4
    assert "answers with words" in refused.err
    wrong = gronagraf("map", "--db", both_seeds, "--recipe", "bridges", "--param", "at_laest=2")
    assert wrong.code == 4
    assert 'did you mean "at_least"' in wrong.err
    assert list(folder.iterdir()) == []


def test_the_map_names_its_own_options(gronagraf, both_seeds):
    drawn = gronagraf("map", "--around", "kommun_vaxj", "--db", both_seeds)
    assert drawn.code == 4
    assert drawn.err.startswith('--around: no node has the id "kommun_vaxj"; did you mean "kommun_vaxjo"?')
    drawn = gronagraf("map", "--recipe", "members", "--param", "network=n_borta_helt", "--db", both_seeds)
    assert drawn.code == 4
    assert drawn.err.startswith('--param network: no Network has the id "n_borta_helt"')
