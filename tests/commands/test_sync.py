"""`load --dry-run` and `--prune`, `forget --keep`, `status --history`: nothing is lost, nothing is written unasked."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from gronagraf.data import seed_folder
from gronagraf.errors import SeedError, StoreError
from tests import map_data
from tests.commands.test_endings import ROOT

GONE = "Utvärdering av Ungdomslotsen → Medvetenhet"


def rewrite(file, change):
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def without_last(text):
    return "".join(text.splitlines(keepends=True)[:-1])


@pytest.fixture
def loaded_example(gronagraf, folder):
    """The example, loaded, and then changed: a name, an actor more, a relation and a lesson less."""
    seed = shutil.copytree(seed_folder("exempel"), folder / "ex")
    assert gronagraf("load", seed).code == 0
    rewrite(seed / "actor.csv", lambda text: text.replace("Region Lyrebygd", "Landstinget Lyrebygd", 1))
    rewrite(seed / "practises.csv", without_last)
    for table in ("lesson", "produced", "informs"):
        rewrite(
            seed / f"{table}.csv",
            lambda text: "".join(line for line in text.splitlines(keepends=True) if "ex_k_bjud_in" not in line),
        )
    return seed


def rows(text):
    return [tuple(row) for row in csv.reader(io.StringIO(text))][1:]


def held(gronagraf):
    """All that the graph holds, and what its journal says."""
    found = gronagraf("query", "MATCH (n) WHERE n.seed IS NOT NULL RETURN n ORDER BY n.id", "--as", "jsonl")
    ties = gronagraf("query", "MATCH ()-[r]->() RETURN r", "--as", "jsonl").out.splitlines()
    return found.out, "\n".join(sorted(ties)), gronagraf("status", "--history", "--as", "csv").out


@pytest.mark.slow
@pytest.mark.parametrize("prune", [(), ("--prune", "--max-share", "40")])
def test_a_dry_run_says_what_the_load_then_does(gronagraf, loaded_example, prune):
    before = held(gronagraf)
    told = json.loads(gronagraf("load", loaded_example, "--dry-run", *prune, "--as", "json").out)
    assert held(gronagraf) == before
    assert gronagraf("load", loaded_example, *prune, *(("--yes",) if prune else ())).code == 0
    (done, *_) = json.loads(gronagraf("status", "--history", "--as", "json").out)["rows"]
    ways = [way for way in ("created", "changed", "unchanged", "left", "removed") if way in told["nodes"]]
    assert [told["nodes"][way] + told["edges"][way] for way in ways] == [done[way] for way in ways]
    assert [(row["change"], row["type"]) for row in told["differences"][:2]] == [
        ("changed", "Actor"),
        ("removed" if prune else "left", "Lesson"),
    ]
    after = json.loads(gronagraf("load", loaded_example, "--dry-run", *prune, "--as", "json").out)
    assert after["same"] is bool(prune)


def test_a_dry_run_makes_no_database_and_meets_what_a_load_would(gronagraf, folder, loaded_example):
    ended = gronagraf("load", "exempel", "--dry-run", "--db", "ny", "--as", "csv")
    assert (ended.code, len(rows(ended.out))) == (0, 432)
    assert not (folder / "ny").exists()
    rewrite(loaded_example / "seed.toml", lambda text: text.replace('name = "exempel"', 'name = "annat"'))
    ended = gronagraf("load", loaded_example, "--dry-run")
    assert (ended.code, ended.out) == (3, "")
    assert "already in the graph as Actor of the seed exempel" in ended.err


@pytest.mark.slow
@pytest.mark.parametrize(("options", "lesson"), [((), {}), (("--prune",), {"ex_k_bjud_in": "gone"})])
def test_a_dry_run_draws_what_would_come_of_it(gronagraf, folder, loaded_example, options, lesson):
    assert gronagraf("load", loaded_example, "--dry-run", *options, "--map", "k.html").code == 0
    page = (folder / "k.html").read_text("utf-8")
    marks = {each["id"]: each["own"]["change"] for each in map_data.data(page, "nodes") if "change" in each["own"]}
    assert marks == {"ex_region": "changed", **lesson}


def test_what_left_is_removed_kept_and_loaded_back(gronagraf, folder, loaded_example):
    whole = held(gronagraf)[:2]
    ended = gronagraf("load", loaded_example, "--prune", "--yes", "--keep", "sparat", "--max-share", 40, "--lang", "en")
    assert ended.code == 0
    assert "Removed 1 nodes and 4 relations that left the seed." in ended.out
    assert "gronagraf load sparat" in ended.out
    assert sorted(path.name for path in (folder / "sparat").iterdir()) == [
        "README.md",
        "informs.csv",
        "lesson.csv",
        "practises.csv",
        "produced.csv",
        "seed.toml",
    ]
    assert gronagraf("check", "sparat").code == 3  # the seed that it extends is in the graph only, under that name
    assert gronagraf("diff", ".gronagraf", loaded_example, "--strict").code == 0
    assert gronagraf("load", "sparat").code == 0
    rewrite(loaded_example / "actor.csv", lambda text: text.replace("Landstinget Lyrebygd", "Region Lyrebygd", 1))
    assert gronagraf("load", loaded_example).code == 0
    name = json.loads(gronagraf("status", "--history", "--as", "json").out)["rows"][1]["seed"]
    assert name.startswith("exempel-removed-20")
    nodes, ties, _ = (each.replace(name, "exempel") for each in held(gronagraf))
    assert (nodes, sorted(ties.splitlines())) == (whole[0], sorted(whole[1].splitlines()))


def test_it_keeps_beside_the_working_folder_and_never_over_anything(gronagraf, folder, loaded_example):
    (folder / "sparat").mkdir()
    (folder / "sparat" / "annat").write_text("x")
    ended = gronagraf("load", loaded_example, "--prune", "--yes", "--max-share", 40, "--keep", "sparat")
    assert (ended.code, ended.out) == (3, "")
    assert "sparat: is there already" in ended.err
    assert gronagraf("load", loaded_example, "--prune", "--yes", "--max-share", 40).code == 0
    assert [path.name for path in folder.glob("exempel-removed-20*T*")] != []


@pytest.mark.slow
def test_too_large_a_share_is_refused_before_anything_is_asked_or_written(gronagraf, folder, loaded_example):
    before = held(gronagraf)
    for options in (("--prune",), ("--prune", "--yes"), ("--prune", "--yes", "--max-share", "0.5")):
        rewrite(loaded_example / "has_value.csv", lambda text: text.splitlines(keepends=True)[0])
        ended = gronagraf("load", loaded_example, *options, "--max-share", 5)
        assert (ended.code, ended.out) == (3, "")
        assert "relations in the graph would be removed (12.3 %), and more than 5 % may not" in ended.err
    shown = gronagraf("load", loaded_example, "--prune", "--dry-run", "--max-share", 5)
    assert shown.code == 3
    assert "HAS_VALUE" not in shown.err
    assert "tas bort" in shown.out
    assert held(gronagraf) == before
    assert list(folder.glob("*removed*")) == []


def test_a_seed_whose_rows_are_all_gone_takes_nothing_with_it(gronagraf, folder, loaded_example):
    before = held(gronagraf)
    for table in loaded_example.glob("*.csv"):
        rewrite(table, lambda text: text.splitlines(keepends=True)[0])
    ended = gronagraf("load", loaded_example, "--prune", "--yes")
    assert ended.code == 3
    assert "100 of its 100 nodes in the graph would be removed (100 %)" in ended.err
    assert held(gronagraf) == before


@pytest.mark.slow
def test_what_no_seed_can_hold_stays(gronagraf, loaded_example):
    from gronagraf.model import MODEL
    from gronagraf.store import open_store

    with open_store(".gronagraf", MODEL) as store:
        store.connection.write(
            lambda tx: tx.run("MATCH (n:Lesson {id: 'ex_k_bjud_in'}) SET n.egen = 'viktigt'").consume()
        )
    ended = gronagraf("load", loaded_example, "--prune", "--yes", "--max-share", 40, "--lang", "en")
    assert ended.code == 0
    assert "Stays, because it has values that no seed could hold: ex_k_bjud_in." in ended.err
    assert "1 remain in the graph but are no longer in the seed: Lesson ex_k_bjud_in" in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--max-share", "30"],
        ["--keep", "x"],
        ["--yes"],
        ["--as", "json"],
        ["--out", "x.csv"],
        ["--map", "x.html"],
        ["--dry-run", "--map", "x.csv"],
        ["--prune", "--max-share", "101"],
        ["--prune", "--max-share", "-1"],
        ["--prune", "--max-share", "nan"],
        ["--prune", "--max-share", "mycket"],
    ],
    ids=" ".join,
)
def test_options_that_do_nothing_here_or_make_no_sense_are_refused(gronagraf, folder, arguments):
    ended = gronagraf("load", "exempel", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert list(folder.iterdir()) == []


def test_nobody_to_ask_is_a_usage_error_and_changes_nothing(gronagraf, folder, loaded_example):
    before = held(gronagraf)
    ended = gronagraf("load", loaded_example, "--prune", "--max-share", 40)
    assert ended.code == 2
    assert "this would remove 1 nodes and 4 relations that left the seed, and nobody can be asked" in ended.err
    assert held(gronagraf) == before
    assert list(folder.glob("*removed*")) == []


LATER = [pytest.param(*each, marks=pytest.mark.slow) for each in (("n\n", 0), ("\n", 0), (None, 130))]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), *LATER])
def test_at_a_terminal_it_asks_first(gronagraf, folder, loaded_example, answer, code):
    import pty

    before = held(gronagraf)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "gronagraf", "load", "ex", "--prune", "--max-share", "40"]
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    streams = {"stdin": theirs, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=settings, text=True, **streams) as asked:
        question = read_until(asked.stderr, "[y/N]: ")
        assert "ta bort det som lämnat fröet: 1 noder och 4 relationer? " in question
        os.write(ours, answer.encode()) if answer else interrupt(asked)
        said, _ = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert asked.returncode == code
    if answer == "y\n":
        assert "Tog bort 1 noder och 4 relationer" in said
    else:
        assert said == ("Inget lästes in och inget togs bort.\n" if answer else "")
        assert held(gronagraf) == before
        assert list(folder.glob("*removed*")) == []


def read_until(stream, end):
    text = ""
    while not text.endswith(end) and (letter := stream.read(1)):
        text += letter
    return text


def interrupt(process):
    """Press Ctrl-C, and again where it came just before the process began to wait for an answer."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)


@pytest.mark.slow
def test_forget_may_first_write_what_is_in_the_graph(gronagraf, folder):
    assert gronagraf("load", "exempel").code == 0
    before = held(gronagraf)[:2]
    assert gronagraf("forget", "exempel", "--yes", "--keep", "sparat", "--who", "Åsa").code == 0
    assert gronagraf("diff", "exempel", "sparat", "--strict").code == 0
    assert gronagraf("load", "sparat").code == 0
    assert held(gronagraf)[:2] == before
    rewrite(folder / "sparat" / "actor.csv", lambda text: text.replace("Region Lyrebygd", "Landstinget Lyrebygd", 1))
    refused = gronagraf("forget", "exempel", "--yes", "--keep", "sparat")
    assert refused.code == 3
    assert held(gronagraf)[:2] == before


@pytest.mark.slow
def test_forget_removes_nothing_that_was_written_after_it_was_kept(gronagraf, folder, monkeypatch):
    from gronagraf.model import MODEL
    from gronagraf.store import open_store
    from gronagraf.sync import keeping

    keeps = keeping.keep

    def written_after(*arguments):
        keeps(*arguments)
        with open_store(".gronagraf", MODEL) as store:
            store.connection.write(
                lambda tx: tx.run("MATCH (n:Lesson {id: 'ex_k_bjud_in'}) SET n.name = 'Ny'").consume()
            )

    assert gronagraf("load", "exempel").code == 0
    with monkeypatch.context() as patched:
        patched.setattr(keeping, "keep", written_after)
        ended = gronagraf("forget", "exempel", "--yes", "--keep", "sparat")
    assert ended.code == 5
    assert "exempel changed after it was kept; nothing was removed" in ended.err
    again = gronagraf("forget", "exempel", "--yes", "--keep", "sparat")
    assert (again.code, "is there already" in again.err) == (3, True)
    assert gronagraf("forget", "exempel", "--yes", "--keep", "nytt").code == 0
    assert "ex_k_bjud_in,Ny" in (folder / "nytt" / "lesson.csv").read_text("utf-8")


@pytest.mark.slow
def test_a_forget_that_stopped_goes_on_with_the_same_folder(gronagraf, folder, monkeypatch):
    from gronagraf.store import forgetting

    assert gronagraf("load", "exempel").code == 0
    before = held(gronagraf)[:2]
    removes, turns = forgetting._remove_exactly, iter(range(100))

    def stopped(*arguments, **named):
        if next(turns) == 3:
            raise KeyboardInterrupt
        removes(*arguments, **named)

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, "_remove_exactly", stopped)
        assert gronagraf("forget", "exempel", "--yes", "--keep", "sparat").code == 130
    assert held(gronagraf)[:2] != before
    assert gronagraf("forget", "exempel", "--yes", "--keep", "sparat").code == 0
    assert gronagraf("load", "sparat").code == 0
    assert held(gronagraf)[:2] == before


@pytest.mark.slow
@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (SeedError("nej"), 3), (StoreError("nej"), 5)])
def test_a_pruning_that_stopped_tells_where_and_goes_on_with_the_same_folder(
    gronagraf, folder, loaded_example, monkeypatch, error, code
):
    from gronagraf.cli import pruning

    whole = held(gronagraf)[:2]

    def stopped(call, store, graph, remove):
        def stop(done, total):
            if done > len(graph.nodes) + len(graph.edges):  # the first relations are gone
                raise error

        return store.load(graph, stop, one_transaction=1, remove=remove, max_share=40)

    asked = ("load", loaded_example, "--prune", "--yes", "--max-share", 40, "--lang", "en")
    with monkeypatch.context() as patched:
        patched.setattr(pruning, "loaded", stopped)
        ended = gronagraf(*asked)
    assert ended.code == code
    [kept] = [path.name for path in folder.glob("exempel-removed-*")]
    assert f"What was to be removed is kept in {kept}. Run the same command again with:  --keep {kept}" in ended.err
    assert gronagraf(*asked, "--keep", kept).code == 0
    assert gronagraf("load", kept).code == 0
    rewrite(loaded_example / "actor.csv", lambda text: text.replace("Landstinget Lyrebygd", "Region Lyrebygd", 1))
    assert gronagraf("load", loaded_example).code == 0
    nodes, ties = (each.replace(kept, "exempel") for each in held(gronagraf)[:2])
    assert (nodes, sorted(ties.splitlines())) == (whole[0], sorted(whole[1].splitlines()))


@pytest.mark.slow
def test_a_pruning_goes_on_past_what_others_hung_on_it_meanwhile(gronagraf, folder, loaded_example, monkeypatch):
    from gronagraf.cli import pruning

    def hung_on(call, store, graph, remove):
        def hang(done, total):
            if done > len(graph.nodes) + len(graph.edges):  # the first relations are gone
                store.connection.write(
                    lambda tx: tx.run(
                        "MATCH (k:Lesson {id: 'ex_k_bjud_in'}), (a:Actor {id: 'ex_region'}) CREATE (a)-[:KNOWS]->(k)"
                    ).consume()
                )

        return store.load(graph, hang, one_transaction=1, remove=remove, max_share=40)

    asked = ("load", loaded_example, "--prune", "--yes", "--max-share", 40, "--keep", "sparat", "--lang", "en")
    with monkeypatch.context() as patched:
        patched.setattr(pruning, "loaded", hung_on)
        ended = gronagraf(*asked)
    assert ended.code == 5
    assert "something of no seed came to hang on ex_k_bjud_in while it was to be removed" in ended.err
    again = gronagraf(*asked)
    assert again.code == 0
    assert "Stays, because something of no seed hangs on it: ex_k_bjud_in." in again.err
    assert "1 remain in the graph but are no longer in the seed: Lesson ex_k_bjud_in" in again.out


def test_the_journal_is_shown_the_last_first_and_in_no_answer(gronagraf, folder):
    assert gronagraf("load", "exempel", "--who", "Åsa").code == 0
    counted = gronagraf("run", "contents", "--as", "csv").out, gronagraf("status").out
    assert gronagraf("load", "exempel").code == 0
    assert gronagraf("run", "contents", "--as", "csv").out == counted[0]
    shown = gronagraf("status", "--history", "--as", "json").out
    again, first = json.loads(shown)["rows"]
    assert (first["created"], first["who"], again["unchanged"], again["who"]) == (432, "Åsa", 432, None)
    assert (first["seed"], first["act"], first["finished"]) == ("exempel", "load", True)
    assert first["checksum"] == again["checksum"]
    assert gronagraf("status", "--history", "--limit", 1).out.count("exempel") == 1
    assert rows(gronagraf("status", "--history", "--only-seed", "kronoberg", "--as", "csv").out) == []
    for idle in (("--as", "csv"), ("--out", "x"), ("--only-seed", "exempel")):
        assert gronagraf("status", *idle).code == 2


def test_a_dry_run_names_what_a_relation_hangs_on_in_another_seed(gronagraf, folder):
    assert gronagraf("load", "exempel").code == 0
    more = folder / "mer"
    more.mkdir()
    (more / "seed.toml").write_text('name = "mer"\ntitle = "Mer"\nextends = ["exempel"]\n', "utf-8")
    (more / "hosts.csv").write_text("from,to\nex_region,ex_n_klimat\n", "utf-8")
    ended = gronagraf("load", more, "--dry-run", "--as", "csv")
    assert rows(ended.out) == [
        ("created", "HOSTS", "", "ex_region", "ex_n_klimat", "Region Lyrebygd → Klimatrådet", "", "", "")
    ]


def test_in_the_seeds_own_folder_what_is_removed_is_kept_above_it(gronagraf, folder, loaded_example, monkeypatch):
    monkeypatch.chdir(loaded_example)
    asked = ("load", ".", "--prune", "--yes", "--max-share", 40, "--db", folder / ".gronagraf")
    assert gronagraf(*asked).code == 0
    assert [path.is_dir() for path in folder.glob("exempel-removed-20*")] == [True]
    assert gronagraf("check", ".").code == 0
