"""What is wrong in a seed is told once, where it begins, with what was meant."""

from pathlib import Path

import pytest

from gronagraf.errors import SeedError
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.report import MOST, Report
from gronagraf.values import UnreadableValueError
from tests.pure.small_seed import SmallSeed, write_small_seed


def test_an_id_of_two_types_is_one_problem_and_not_one_for_each_relation(small: SmallSeed) -> None:
    small.add("actor.csv", "kompetens,Kompetens AB,company,\n")
    [problem] = small.problems()
    assert problem == (
        'network.csv:2: id: "kompetens" is already the id of actor.csv:5; '
        "give one of them another id: ids are unique in the whole graph"
    )


def test_an_id_that_another_seed_uses_for_another_type_is_one_problem(small: SmallSeed) -> None:
    other = write_small_seed(small.folder.parent / "andra")
    other.write("seed.toml", 'name = "andra"\ntitle = "x"\nextends = ["liten"]\n')
    for name in ("network", "goal", "member_of", "part_of", "collaborates_with"):
        other.remove(f"{name}.csv")
    other.write("actor.csv", "id,name\nkompetens,Kompetens AB\n")
    other.write("part_of.csv", "from,to\nkompetens,alvby\n")
    [problem] = other.problems()
    assert problem.startswith('actor.csv:2: id: "kompetens" is already defined by the seed "liten"')


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Municipality", "municipality"), ("kommun", "municipality"), ("Företag", "company"), ("compny", "company")],
)
def test_a_choice_in_the_words_of_people_is_recognised(small: SmallSeed, written: str, meant: str) -> None:
    small.write("actor.csv", f"id,name,kind\nalvby,A,{written}\nbolaget,B,\nregionen,C,\n")
    assert small.problems() == [f'actor.csv:2: kind: "{written}" is not one of the choices; did you mean "{meant}"?']


def test_a_choice_like_no_other_is_answered_with_all_of_them(small: SmallSeed) -> None:
    small.write("collaborates_with.csv", "from,to,step\nregionen,alvby,qqq\n")
    [problem] = small.problems()
    assert problem == (
        'collaborates_with.csv:2: step: "qqq" is not one of the choices; '
        "choose among samtal, samsyn, samarbete, samverkan"
    )


def test_a_folder_of_other_things_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"")
    (tmp_path / "mapp").mkdir()
    with pytest.raises(SeedError) as raised:
        read_seed(tmp_path, MODEL)
    what = "is no seed: it holds neither seed.toml nor a table"
    assert str(raised.value) == f"{tmp_path}: {what}; see `gronagraf template` for the files of a seed"


def test_no_remedy_is_looked_for_that_nobody_will_read() -> None:
    looked: list[int] = []
    report = Report()
    for number in range(MOST + 5):
        report.refuse("x", UnreadableValueError("is wrong", lambda number=number: str(looked.append(number))))
    assert (report.count, len(report.problems), len(looked)) == (MOST + 5, MOST, MOST)
