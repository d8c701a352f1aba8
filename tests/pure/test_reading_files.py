"""Files and folders that cannot be a seed: what is wrong, where, and what to do."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gronagraf.errors import SeedError
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.pure.small_seed import FILES, SmallSeed, write_small_seed

ACTORS = FILES["actor.csv"]
UTF8 = 'save it as "CSV UTF-8"'
EMPTY = "actor.csv: is empty; begin with the names of the columns, such as id,name,kind,kind_text"
LONG = "close the quote that opens in it, or shorten the text"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf\r\n\r\n", EMPTY),
        (ACTORS.encode("utf-16"), f"actor.csv:1: is UTF-16, not UTF-8; {UTF8}"),
        (ACTORS.encode("utf-16-le"), f"actor.csv:1: is UTF-16, not UTF-8; {UTF8}"),
        (ACTORS.encode("utf-16-be"), f"actor.csv:1: is UTF-16, not UTF-8; {UTF8}"),
        (ACTORS.encode("cp1252"), f'actor.csv:2: is not UTF-8: byte 0xc4 ("Ä" in Windows-1252); {UTF8}'),
        (
            ACTORS.replace("\n", "\r").encode("cp1252"),
            f'actor.csv:2: is not UTF-8: byte 0xc4 ("Ä" in Windows-1252); {UTF8}',
        ),
        (ACTORS.encode()[:-1] + b"\xc3", f'actor.csv:4: is not UTF-8: byte 0xc3 ("Ã" in Windows-1252); {UTF8}'),
        (ACTORS.replace("Region", "Reg\0ion").encode(), f"actor.csv:4: holds a NUL byte; {UTF8}"),
        (
            ACTORS.replace("Bolaget Öst", '"Bolaget Öst').encode(),
            'actor.csv:3: has a quote that is never closed; close it; a quote inside a quoted cell is written ""',
        ),
        (
            ACTORS.replace("Bolaget Öst AB", '"Bolaget" Öst').encode(),
            'actor.csv:3: has a quoted cell that goes on after its quote; a quote inside a quoted cell is written ""',
        ),
        (
            ACTORS.replace("Region Å", '"' + "x\n" * 70_000 + '"').encode(),
            f"actor.csv:4: has a cell of more than 131,072 characters; {LONG}",
        ),
        (
            ACTORS.encode() + b"x" * 1_500_000,
            "actor.csv:5: is a line of more than 1,000,000 characters; write one row on each line",
        ),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_the_only_problem(small: SmallSeed, content: bytes, problem: str) -> None:
    small.write("actor.csv", content)
    assert small.problems() == [problem]


def test_the_line_of_a_bad_byte_is_right_far_into_a_file(small: SmallSeed) -> None:
    rows = "".join(f'g{n},"mål {n}\noch en rad till"\r\n' for n in range(20_000))
    small.write("goal.csv", ("id,name\r\n" + rows).encode() + "sist,här: é\n".encode("latin-1"))
    assert small.problems() == [f'goal.csv:40002: is not UTF-8: byte 0xe4 ("ä" in Windows-1252); {UTF8}']


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert failure(tmp_path / "borta") == f"{tmp_path}/borta: does not exist; give the folder or the workbook of a seed"


def test_a_folder_that_is_a_file(small: SmallSeed) -> None:
    path = small.folder / "seed.toml"
    assert (
        failure(path)
        == f"{path}: is a file; give the folder that holds seed.toml and the tables, or a workbook (.xlsx or .ods)"
    )


def test_an_empty_folder(tmp_path: Path) -> None:
    assert failure(tmp_path) == f"{tmp_path}: is an empty folder; see `gronagraf template` for the files of a seed"


def test_a_seed_without_tables(tmp_path: Path) -> None:
    (tmp_path / "seed.toml").write_text(FILES["seed.toml"])
    assert (
        failure(tmp_path) == f"{tmp_path}: holds no table of a seed; see `gronagraf template` for the files of a seed"
    )


def test_the_folder_above_the_seeds(tmp_path: Path) -> None:
    write_small_seed(tmp_path / "liten")
    what = "is no seed: it holds neither seed.toml nor a table"
    assert failure(tmp_path) == f'{tmp_path}: {what}; did you mean "{tmp_path}/liten"?'


@pytest.mark.parametrize("name", ["a" * 5000, "med\0noll"])
def test_a_path_that_no_system_takes(tmp_path: Path, name: str) -> None:
    assert str(tmp_path) in failure(tmp_path / name)


def test_a_missing_manifest(small: SmallSeed) -> None:
    small.remove("seed.toml")
    assert small.problems() == ['seed.toml: is missing; write one with name = "…" and title = "…"']


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("actors.csv", 'did you mean "actor.csv"?'),
        ("Actor.csv", 'did you mean "actor.csv"?'),
        ("aktörer.csv", 'did you mean "actor.csv"?'),
        ("memberof.csv", 'did you mean "member_of.csv"?'),
        ("är_med_i.csv", 'did you mean "member_of.csv"?'),
    ],
)
def test_a_table_with_another_name_is_suggested_and_its_rows_not_missed(
    small: SmallSeed, name: str, remedy: str
) -> None:
    small.remove("actor.csv")
    small.write(name, ACTORS)
    assert small.problems() == [f"{name}: is not a table of the model; {remedy}"]


def test_an_unknown_table_lists_the_known_ones(small: SmallSeed) -> None:
    small.write("xyzzy.csv", "id,name\n")
    [problem] = small.problems()
    assert problem.startswith("xyzzy.csv: is not a table of the model; the tables are actor.csv, network.csv, ")


@pytest.mark.parametrize("name", ["notes.txt", "actor.xlsx", "actor.csv~", "story.txt", "actor", "positions.csv.bak"])
def test_any_other_file_is_named(small: SmallSeed, name: str) -> None:
    small.write(name, "x")
    [problem] = small.problems()
    assert problem.startswith(f"{name}: does not belong in a seed; ")


def test_a_file_name_cannot_write_to_the_terminal(small: SmallSeed) -> None:
    small.write("\x1b[31mröd.txt", "x")
    [problem] = small.problems()
    assert problem.startswith("\\u001b[31mröd.txt: does not belong")


def test_a_subfolder_is_named(small: SmallSeed) -> None:
    (small.folder / "gammalt").mkdir()
    (small.folder / ".git").mkdir()
    assert small.problems() == ["gammalt: is a folder, and a seed has none inside it; move it out of the seed"]


def test_a_table_that_is_a_folder(small: SmallSeed) -> None:
    small.remove("goal.csv")
    (small.folder / "goal.csv").mkdir()
    assert small.problems() == ["goal.csv: is a folder, and a seed has none inside it; move it out of the seed"]


def test_links_out_of_the_folder_are_refused(small: SmallSeed, tmp_path: Path) -> None:
    (tmp_path / "hemligt.csv").write_text("id,name\nhemlig,Hemlig\n")
    (small.folder / "lesson.csv").symlink_to(tmp_path / "hemligt.csv")
    (small.folder / "README").symlink_to("/etc/hostname")
    assert small.problems() == [
        "README: is a link that leads out of the folder; put the file itself in the folder",
        "lesson.csv: is a link that leads out of the folder; put the file itself in the folder",
    ]


def test_broken_links_and_links_in_a_circle(small: SmallSeed) -> None:
    (small.folder / "lesson.csv").symlink_to("borta.csv")
    (small.folder / "effect.csv").symlink_to("effect.csv")
    assert small.problems() == [
        "effect.csv: is a link that leads nowhere; put the file itself in the folder",
        "lesson.csv: is a link that leads nowhere; put the file itself in the folder",
    ]


def test_links_inside_the_folder_and_to_the_folder_are_fine(small: SmallSeed, tmp_path: Path) -> None:
    (small.folder / "lesson.csv").symlink_to("goal.csv")
    (tmp_path / "genväg").symlink_to(small.folder)
    (small.folder / "goal.csv").write_text("id,name\n")
    assert small.problems() == [
        'collaborates_with.csv:2: about: no challenge or goal has the id "gron"; add it or mend the id'
    ]
    small.remove("collaborates_with.csv")
    assert len(read_seed(tmp_path / "genväg", MODEL).nodes) == 4


def test_a_pipe_is_not_opened(small: SmallSeed) -> None:
    os.mkfifo(small.folder / "lesson.csv")
    assert small.problems() == ["lesson.csv: is not a file; remove it from the seed"]


@pytest.mark.parametrize("closed", ["actor.csv", "seed.toml"])
def test_a_file_without_rights_is_the_only_problem(closed: str) -> None:
    with open_to_all() as folder:
        seed = write_small_seed(folder / "liten")
        (seed.folder / closed).chmod(0)
        with somebody_else():
            problems = seed.problems()
    assert problems == [f"{closed}: cannot be read (Permission denied); check the path and your rights to it"]


def test_a_folder_without_rights() -> None:
    with open_to_all() as folder:
        seed = write_small_seed(folder / "liten")
        seed.folder.chmod(0)
        with somebody_else():
            problem = failure(seed.folder)
        seed.folder.chmod(stat.S_IRWXU)
    assert problem == f"{seed.folder}: cannot be read (Permission denied); check the path and your rights to it"


def test_a_seed_to_build_on_that_is_closed_is_not_said_to_be_missing() -> None:
    with open_to_all() as folder:
        closed = write_small_seed(folder / "liten").folder
        seed = write_small_seed(folder / "egen")
        seed.write("seed.toml", 'name = "egen"\ntitle = "x"\nextends = ["liten"]\n')
        closed.chmod(0)
        with somebody_else():
            problems = seed.problems()
        closed.chmod(stat.S_IRWXU)
    assert problems == [f'seed.toml:3: extends: the seed "liten" cannot be read; check your rights to {closed}']


def failure(path: Path) -> str:
    with pytest.raises(SeedError) as caught:
        read_seed(path, MODEL)
    return str(caught.value)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that another user may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Root reads everything: be nobody for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)
