"""The command `export`: what it writes can be read back, and what cannot be written is told."""

import json
from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.exporting import FORMATS, format_named
from gronagraf.importing.own import own_positions, read_own
from gronagraf.model import MODEL
from tests.commands.conftest import Command


def texts(folder: Path) -> dict[str, str]:
    """The tables of a seed folder and what it says of itself; what lies beside them is the author's own."""
    files = (*folder.glob("*.csv"), folder / "seed.toml")
    return {file.name: file.read_text(encoding="utf-8") for file in files}


@pytest.mark.parametrize("seed", ["kronoberg", "exempel"])
def test_a_seed_comes_out_as_it_came_in(gronagraf: Command, folder: Path, seed: str) -> None:
    gronagraf("load", seed)
    assert gronagraf("export", "seed", "--out", "copy").code == 0
    copied, packaged = texts(folder / "copy"), texts(seed_folder(seed))
    assert copied == packaged


def test_several_seeds_come_out_as_a_folder_each(gronagraf: Command, folder: Path) -> None:
    gronagraf("load", "kronoberg")
    gronagraf("load", "exempel")
    assert gronagraf("export", "seed", "--out", "both").code == 0
    assert sorted(each.name for each in (folder / "both").iterdir()) == ["exempel", "kronoberg"]
    assert gronagraf("check", "both/exempel").code == 0


@pytest.mark.parametrize("form", ["graphml", "gexf", "kumu"])
def test_the_database_and_the_seed_give_the_same_file(
    gronagraf: Command, folder: Path, both_seeds: str, form: str
) -> None:
    assert gronagraf("export", form, "--db", both_seeds, "--only-seed", "exempel", "--out", "a").code == 0
    assert gronagraf("export", form, "--from", "exempel", "--out", "b").code == 0
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_without_out_a_file_is_named_after_its_seeds(gronagraf: Command, folder: Path, both_seeds: str) -> None:
    ended = gronagraf("export", "gexf", "--db", both_seeds, "--no-positions")
    assert ended.code == 0
    assert "Skrev exempel-kronoberg.gexf" in ended.err
    graph = read_own(folder / "exempel-kronoberg.gexf", MODEL)
    assert [seed.name for seed in graph.seeds] == ["exempel", "kronoberg"]
    assert own_positions(folder / "exempel-kronoberg.gexf") == {}


def test_nodes_stand_where_an_earlier_map_had_them(gronagraf: Command, folder: Path) -> None:
    places = {"ex_region": [12.5, -700], "ex_kommun_lyrkoping": [300, 40.25]}
    saved = {"gronagraf": "map positions", "version": 1, "layout": "network", "places": places, "pinned": []}
    Path("places.json").write_text(json.dumps(saved))
    assert gronagraf("export", "graphml", "--from", "exempel", "--positions", "places.json").code == 0
    found = own_positions(folder / "exempel.graphml")
    assert {id_: list(found[id_]) for id_ in places} == places
    assert len(found) == 100


def built_on_kronoberg(folder: Path) -> Path:
    own = folder / "eget"
    own.mkdir()
    (own / "seed.toml").write_text('name = "eget"\ntitle = "Eget"\nextends = ["kronoberg"]\n')
    (own / "network.csv").write_text("id,name\nn_eget,Eget\n")
    (own / "member_of.csv").write_text("from,to\nregion_kronoberg,n_eget\n")
    return own


def test_a_seed_that_extends_another_goes_out_with_the_ends_of_its_relations(gronagraf: Command, folder: Path) -> None:
    own = built_on_kronoberg(folder)
    assert gronagraf("export", "graphml", "--from", "eget").code == 0
    graph = read_own(folder / "eget.graphml", MODEL)
    assert [(node.id, node.seed) for node in graph.nodes] == [("n_eget", "eget"), ("region_kronoberg", "kronoberg")]
    assert gronagraf("export", "seed", "--from", "eget", "--out", "kopia").code == 0
    assert texts(folder / "kopia") == texts(own)


@pytest.mark.parametrize("form", ["graphml", "gexf", "kumu", "kumu-xlsx", "turtle", "jsonld"])
def test_a_seed_that_extends_another_comes_back_the_same(gronagraf: Command, folder: Path, form: str) -> None:
    own = built_on_kronoberg(folder)
    file = f"eget{format_named(form).ending}"
    assert gronagraf("export", form, "--from", "eget").code == 0
    assert {node.id for node in read_own(folder / file, MODEL).nodes} == {"n_eget", "region_kronoberg"}
    assert gronagraf("import", "gronagraf", file, "--out", "kopia").code == 0
    assert texts(folder / "kopia") == texts(own)


def test_a_format_that_is_not_there_is_told_with_the_one_that_is_meant(gronagraf: Command, folder: Path) -> None:
    near, far = gronagraf("export", "gefx"), gronagraf("export", "pdf", "--lang", "en")
    assert near.code == far.code == 2
    assert 'there is no format "gefx"; did you mean "gexf"?' in near.err
    assert f"the formats are {', '.join(form.name for form in FORMATS)}" in far.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["kumu", "--no-positions"],
            "kumu does not hold where nodes stand: leave out --no-positions; graphml, gexf do",
        ),
        (["gexf", "--positions", "x.json", "--no-positions"], "give --positions or --no-positions, not both"),
        (["gexf", "--only-seed", "exempel"], "is one seed already: leave out --only-seed"),
    ],
)
def test_options_that_say_nothing_are_refused(gronagraf: Command, arguments: list[str], said: str) -> None:
    ended = gronagraf("export", *arguments, "--from", "exempel")
    assert ended.code == 2
    assert said in ended.err


def test_a_folder_for_neo4j_takes_the_place_of_its_own_kind_only(gronagraf: Command, folder: Path) -> None:
    write = ("export", "neo4j-admin", "--from", "exempel", "--out", "ut", "--lang", "en")
    first = gronagraf(*write)
    assert first.code == 0
    assert "Import it: sh ut/import.sh DATABASE" in first.err
    (folder / "ut" / "import.report").write_text("left by neo4j-admin")
    assert gronagraf(*write).code == 0
    assert not (folder / "ut" / "import.report").exists()
    (folder / "ut" / "import.sh").unlink()
    left = sorted(each.name for each in (folder / "ut").iterdir())
    refused = gronagraf(*write)
    assert refused.code == 1
    assert "holds other files; name a new or an empty folder" in refused.err
    assert sorted(each.name for each in (folder / "ut").iterdir()) == left
    assert [each.name for each in folder.iterdir()] == ["ut"]


@pytest.mark.parametrize("form", ["graphml", "gexf", "kumu", "kumu-xlsx", "cypher"])
def test_a_file_that_cannot_be_written_is_one_error(gronagraf: Command, folder: Path, form: str) -> None:
    ended = gronagraf("export", form, "--from", "exempel", "--out", "nowhere/graph")
    assert ended.code == 1
    assert "cannot be written (No such file or directory)" in ended.err
    assert list(folder.iterdir()) == []


def test_a_text_too_long_for_a_cell_leaves_the_old_workbook_whole(gronagraf: Command, folder: Path) -> None:
    own = folder / "lang"
    own.mkdir()
    (own / "seed.toml").write_text('name = "lang"\ntitle = "Lång"\n')
    (own / "actor.csv").write_text(f"id,name,note\na,A,{'x' * 40_000}\n")
    Path("old.xlsx").write_bytes(b"old")
    ended = gronagraf("export", "kumu-xlsx", "--from", "lang", "--out", "old.xlsx")
    assert ended.code == 1
    assert "Actor a: note: has 40,000 characters" in ended.err
    assert Path("old.xlsx").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("form", "name", "right"),
    [
        ("workbook", "x.csv", "x.xlsx"),
        ("workbook", "x.ods", "x.xlsx"),
        ("kumu-xlsx", "x.kumu.json", "x.kumu.xlsx"),
        ("graphml", "ut/x.gexf", "ut/x.graphml"),
        ("turtle", "x.JSONLD", "x.ttl"),
        ("shacl", "x.rdf", "x.ttl"),
    ],
)
def test_a_file_called_as_another_format_is_refused_with_its_right_name(
    gronagraf: Command, folder: Path, form: str, name: str, right: str
) -> None:
    ended = gronagraf("export", form, "--from", "exempel", "--out", name)
    assert ended.code == 2
    assert f"name it {right}" in ended.err
    assert list(folder.iterdir()) == []


def test_every_format_takes_its_own_ending_and_any_that_no_format_has() -> None:
    names = [(each, Path(f"a{ending}")) for each in FORMATS for ending in (each.ending, ".xml", "", *each.takes)]
    assert [(each.name, path) for each, path in names if each.refuses(path)] == []
