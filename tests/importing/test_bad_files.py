"""Files that cannot be read as what they say they are: one clear problem, little time, nothing written."""

import random
import tracemalloc
from pathlib import Path

import pytest

from gronagraf.errors import SeedError
from gronagraf.importing import convert_tables, parse_mapping, place_seed, read_mapping
from gronagraf.model import MODEL
from tests.importing.trying import HEAD, PROJECT, Try, left

ENTITY = '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "b">]><graphml>&a;</graphml>'
REMOTE = '<?xml version="1.0"?><!DOCTYPE gexf SYSTEM "http://example.invalid/x.dtd"><gexf/>'
DEEP = "[" * 100_000 + "]" * 100_000
TABLE = "Namn;Ägare\n"


@pytest.mark.parametrize(
    ("mapping", "file", "content", "what"),
    [
        ("graphml", "g.graphml", ENTITY, "declares a document type"),
        ("gexf", "g.gexf", REMOTE, "declares a document type"),
        ("graphml", "g.graphml", "<graphml><node", "is not XML"),
        ("graphml", "g.graphml", "<svg/>", "is no GraphML"),
        ("kumu", "k.json", DEEP, "nested deeper"),
        ("kumu", "k.json", '{"elements": ' + DEEP + "}", "nested deeper"),
        ("kumu", "k.json", '{"elements": []}'.encode("utf-16"), "is UTF-16 or UTF-32, not UTF-8"),
        ("kumu", "k.json", '{"elements":\n["å"]}'.encode("cp1252"), "k.json:2: is not UTF-8: byte 0xe5"),
        ("kumu", "k.json", "{}", "holds neither elements nor connections"),
        ("kumu", "k.xlsx", TABLE, "is text, such as CSV"),
        ("project-bank", "p.xls", TABLE, "save it as .xlsx"),
        ("project-bank", "p.csv", random.Random(1).randbytes(100_000), "is not UTF-8"),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare\nÅ;Ä\n".encode("cp1252"), "--encoding windows-1252"),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare\nÅ;Ä\n".encode("utf-16"), "is UTF-16"),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare\n\0;a\n", "NUL byte"),
        ("project-bank", "p.csv", "", "is empty"),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare\n", "no rows"),
        ("project-bank", "p.csv", "a;b\n1;2\n", 'lacks the column "Projektnamn"'),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare;Projektnamn\na;b;c\n", "two columns called"),
        ("project-bank", "p.csv", 'Projektnamn;Stödmottagare\n"a;b\n', "never closed"),
        ("project-bank", "p.csv", "Projektnamn;Stödmottagare\n" + "x" * 1_200_000, "more than 1,000,000 characters"),
        ("project-bank", "p.csv", ";".join(f"c{n}" for n in range(20_000)), "more than 16,384 columns"),
        ("project-bank", "p.pdf", "x", "does not take"),
    ],
)
def test_a_bad_file_is_one_clear_problem(mapping, file, content, what, tmp_path):
    path = tmp_path / file
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SeedError) as error:
        convert_tables(read_mapping(mapping, MODEL), [path], MODEL)
    (problem,) = error.value.problems
    assert what in str(problem)


def test_missing_files_folders_and_the_same_file_twice_are_told_together(tmp_path):
    (tmp_path / "a.csv").write_text("Projektnamn;Stödmottagare\nA;B\n", encoding="utf-8")
    (tmp_path / "b.csv").mkdir()
    files = [tmp_path / "a.csv", tmp_path / "ingen.csv", tmp_path / "b.csv", tmp_path / "a.csv"]
    with pytest.raises(SeedError) as error:
        convert_tables(read_mapping("project-bank", MODEL), files, MODEL)
    assert [each.what for each in error.value.problems] == ["is given twice", "is a folder", "does not exist"]


def test_a_folder_is_called_one_whatever_it_is_called(tmp_path):
    with pytest.raises(SeedError, match="is a folder"):
        convert_tables(read_mapping("project-bank", MODEL), [tmp_path], MODEL)


def test_ragged_rows_are_listed_and_the_others_are_made(convert: Try):
    made = convert(HEAD + PROJECT, {"t.csv": "Namn;X\nA;1\nB\nC;2;3\nD;4;\n"})
    assert {node.name for node in made.graph.nodes} == {"A", "D"}
    assert [(each.row, each.what) for each in left(made, "row")] == [
        (3, "has 1 cells, but there are 2 columns"),
        (4, "has 3 cells, but there are 2 columns"),
    ]


def test_a_declared_encoding_and_delimiter_hold(convert: Try):
    head = HEAD + 'encoding = "windows-1252"\ndelimiter = "|"\n'
    made = convert(head + PROJECT, {"t.csv": "Namn|a;b;c\nÅ|x\n".encode("cp1252")})
    assert [node.name for node in made.graph.nodes] == ["Å"]


def test_a_separator_line_of_excel_is_understood(convert: Try):
    made = convert(HEAD + PROJECT, {"t.csv": "\ufeffsep=;\r\nNamn;a,b,c\r\nÅ;x\r\n"})
    assert [node.name for node in made.graph.nodes] == ["Å"]


def test_control_characters_and_ids_that_cannot_be_are_listed(convert: Try):
    project = PROJECT.replace('{ slug = "Namn", prefix = "p_" }', '"Nr"')
    made = convert(HEAD + project, {"t.csv": "Namn;Nr\nA;1\nB\x07;2\nC;3 4\n"})
    assert [node.id for node in made.graph.nodes] == ["1"]
    assert [each.row for each in left(made, "row")] == [3, 4]
    assert "control character" in left(made, "value")[0].what


def test_what_is_listed_cannot_run_in_a_spreadsheet(convert: Try):
    project = PROJECT.replace('{ name = "Namn" }', '{ name = "Namn", total_sek = "Budget" }')
    made = convert(HEAD + project, {"t.csv": "Namn;Budget;@x\nA;=HYPERLINK(1);y\n"})
    lines = made.left.text().splitlines()
    assert lines[1].endswith(",'=HYPERLINK(1)")
    assert ",'@x," in lines[2]


def test_a_mapping_that_makes_nothing_of_the_rows_says_why(convert: Try):
    with pytest.raises(SeedError, match='no such column; did you mean "Namn"'):
        convert(HEAD + PROJECT.replace('"Namn"', '"Namm"'), {"t.csv": "Namn\nA\n"})


@pytest.mark.slow
def test_rows_are_not_kept(tmp_path):
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Namn;Text\n")
        for number in range(20_000):
            file.write(f"P{number % 10};{'x' * 1000}\n")
    mapping = parse_mapping(HEAD + PROJECT, "m.toml", MODEL)
    tracemalloc.start()
    made = convert_tables(mapping, [path], MODEL)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(made.graph.nodes) == 10
    assert most < 8_000_000, "a file of 20 MB"


def test_nothing_is_written_over_what_is_no_seed(convert: Try, tmp_path):
    made = convert(HEAD + PROJECT, {"t.csv": "Namn\nA\n"})
    used = tmp_path / "used"
    used.mkdir()
    (used / "x.txt").write_text("kvar", encoding="utf-8")
    for over in (False, True):
        with pytest.raises(SeedError):
            place_seed(made.graph, used, MODEL, over=over)
    with pytest.raises(SeedError):
        place_seed(made.graph, used / "x.txt", MODEL)
    assert [each.name for each in used.iterdir()] == ["x.txt"]


def test_a_seed_is_replaced_whole_and_what_lies_beside_it_stays(convert: Try, tmp_path):
    folder = tmp_path / "s"
    place_seed(convert(HEAD + PROJECT, {"t.csv": "Namn\nA\n"}).graph, folder, MODEL)
    (folder / "README.md").write_text("min", encoding="utf-8")
    (folder / "goal.csv").write_text("id,name\ng,G\n", encoding="utf-8")
    with pytest.raises(SeedError, match="--replace"):
        place_seed(convert(HEAD + PROJECT, {"t.csv": "Namn\nB\n"}).graph, folder, MODEL)
    place_seed(convert(HEAD + PROJECT, {"t.csv": "Namn\nB\n"}).graph, folder, MODEL, over=True)
    assert {each.name for each in folder.iterdir()} == {"README.md", "project.csv", "seed.toml"}
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_seed_that_would_not_be_sound_is_not_written(convert: Try, tmp_path):
    graph = convert(
        HEAD.replace('title = "A"\n', 'title = "A"\nextends = ["ingen"]\n') + PROJECT, {"t.csv": "Namn\nA\n"}
    )
    with pytest.raises(SeedError, match="nothing was written") as refused:
        place_seed(graph.graph, Path(tmp_path / "s"), MODEL)
    heading, problem = refused.value.problems
    assert heading.where == ""  # it is not counted among what is to be mended
    assert problem.where == f"{tmp_path}/s/seed.toml:3: extends"
    assert problem.remedy == f"put its folder at {tmp_path}/ingen or a workbook beside it, or mend the name"
    assert not (tmp_path / "s").exists()
