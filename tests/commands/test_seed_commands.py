"""`check`, `load`, `forget` and `template`: what they say, what they leave, and how they end."""

import shutil

import pytest

from gronagraf.data import seed_folder


@pytest.fixture
def example(folder):
    """A copy of the fictional seed that a test may spoil."""
    return shutil.copytree(seed_folder("exempel"), folder / "exempel")


def drop_last_row(file):
    """Take the last row out of a CSV file; the row."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")
    return lines[-1]


def test_check_needs_no_database_and_counts_what_a_seed_holds(gronagraf, folder):
    ended = gronagraf("check", "kronoberg", "--lang", "en")
    assert ended.code == 0
    assert "(kronoberg) has no problem: 266 nodes, 583 relations." in ended.out
    assert "41  Project  Project" in ended.out
    assert list(folder.iterdir()) == []


def test_check_marks_what_is_fictional(gronagraf):
    assert "PÅHITTAD" in gronagraf("check", "exempel").out


def test_check_tells_every_problem_on_a_line_of_its_own_and_counts_them(gronagraf, example):
    with (example / "actor.csv").open("a", encoding="utf-8") as file:
        file.write("two words,A\nx_ok,\n")
    ended = gronagraf("check", "exempel")
    *problems, count = ended.err.splitlines()
    assert ended.code == 3
    assert ended.out == ""
    assert len(problems) >= 2
    assert all(line.startswith("exempel/actor.csv:") for line in problems)
    assert count == f"Fel: {len(problems)} problem."


def test_check_of_what_is_no_seed_ends_with_3(gronagraf, folder):
    (folder / "tom").mkdir()
    (folder / "fil").write_text("x")
    for seed in ("tom", "fil", "finns/inte", "inte"):
        ended = gronagraf("check", seed)
        assert ended.code == 3
        assert "Traceback" not in ended.err
    assert 'did you mean "kronoberg"' in gronagraf("check", "kronobreg").err


def test_a_problem_cannot_steer_the_terminal(gronagraf, example):
    with (example / "actor.csv").open("a", encoding="utf-8") as file:
        file.write("x_evil,A,\x1b[31mred\n")
    ended = gronagraf("check", "exempel")
    assert ended.code == 3
    assert "\x1b" not in ended.err


def test_load_makes_the_default_database_and_a_second_load_changes_nothing(gronagraf, folder):
    first = gronagraf("load", "exempel", "--lang", "en")
    assert first.code == 0
    assert first.err == ""
    assert (folder / ".gronagraf").is_dir()
    nodes, edges = (line.split() for line in first.out.splitlines()[1:3])
    assert nodes[2:] == ["new", "0", "changed", "0", "unchanged"]
    second = gronagraf("load", "exempel", "--lang", "en").out.splitlines()
    assert second[1].split() == ["nodes", "0", "new", "0", "changed", nodes[1], "unchanged"]
    assert second[2].split() == ["relations", "0", "new", "0", "changed", edges[1], "unchanged"]


def test_load_counts_and_names_what_left_the_seed(gronagraf, example):
    assert gronagraf("load", "exempel").code == 0
    row = drop_last_row(example / "practises.csv")
    ended = gronagraf("load", "exempel", "--lang", "en")
    assert ended.code == 0
    left = next(line for line in ended.out.splitlines() if "no longer in the seed" in line)
    assert left.startswith("1 remain in the graph")
    assert row.split(",")[0] in left


def test_nothing_is_loaded_nor_made_when_anything_is_wrong(gronagraf, example, folder):
    (example / "actor.csv").write_text("id,nmae\nx,y\n", encoding="utf-8")
    assert gronagraf("load", "exempel").code == 3
    assert not (folder / ".gronagraf").exists()


def test_a_seed_may_extend_one_that_only_the_graph_holds(gronagraf, example, folder):
    assert gronagraf("load", "exempel").code == 0
    actor = (example / "actor.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    network = (example / "network.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    manifest = (example / "seed.toml").read_text("utf-8").replace('name = "exempel"', 'name = "in_graph"')
    (example / "seed.toml").write_text(manifest, encoding="utf-8")
    assert gronagraf("load", "exempel", "--db", "other").code == 0
    more = folder / "more"
    more.mkdir()
    head = 'name = "more"\ntitle = "Mer"\npublisher = "Test"\nlicence = "CC0-1.0"\ndate = "2025-01-01"\n'
    (more / "seed.toml").write_text(head + 'extends = ["in_graph"]\n', encoding="utf-8")
    (more / "hosts.csv").write_text(f"from,to\n{actor},{network}\n", encoding="utf-8")
    assert gronagraf("load", "more").code == 3
    ended = gronagraf("load", "more", "--db", "other")
    assert (ended.code, ended.err) == (0, "")


def test_forget_asks_first_and_refuses_where_nobody_can_answer(gronagraf):
    assert gronagraf("load", "exempel").code == 0
    refused = gronagraf("forget", "exempel")
    assert refused.code == 2
    assert "give --yes" in refused.err
    assert "exempel" in gronagraf("status").out
    assert gronagraf("forget", "exempel", "--yes", "--lang", "en").out.startswith("Took out exempel: ")
    assert "exempel" not in gronagraf("status").out
    assert gronagraf("forget", "exempel", "--yes").code == 5


def test_forget_of_an_unknown_seed_suggests_the_nearest(gronagraf, both_seeds):
    ended = gronagraf("forget", "exempl", "--db", both_seeds)
    assert ended.code == 5
    assert 'did you mean "exempel"' in ended.err


def test_template_makes_files_that_check_finds_and_never_overwrites(gronagraf, folder):
    ended = gronagraf("template", "mitt")
    assert ended.code == 0
    assert all((folder / line).is_file() for line in ended.out.splitlines())
    assert (folder / "mitt" / "actor.csv").read_text("utf-8").startswith("id,name")
    assert gronagraf("template", "mitt").code != 0


@pytest.mark.parametrize("name", ["~ingen_alls", "~ingen_alls/fro", "", " ", "x" * 5000])
def test_what_can_be_no_folder_is_a_problem_of_the_seed(gronagraf, name):
    ended = gronagraf("check", name)
    assert ended.code == 3
    assert "no folder" in ended.err or "does not exist" in ended.err
    assert len(ended.err) < 300


def test_a_template_calls_a_seed_by_its_swedish_word_and_is_said_to_be_empty(gronagraf, folder):
    assert gronagraf("template", "min").code == 0
    for name in ("seed.toml", "README.md"):
        text = (folder / "min" / name).read_text(encoding="utf-8")
        assert "frö" in text
        assert not any(word in text for word in ("seeden", "seedar", "En seed"))
    assert "Tabellerna har inga rader än" in gronagraf("check", "min").out
    assert "rader än" not in gronagraf("check", "exempel").out
