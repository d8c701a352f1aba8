"""What is taken out of a graph is kept as a seed that reads back as it was, or it is not taken out."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from gronagraf.changes import compare
from gronagraf.errors import SeedError
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.sync.keeping import keep, keepable, removed_from

INFO = SeedInfo("prov", "Prov", publisher="Vi", fictional=True, extends=("annat",), complete=("Actor",))
MOMENT = dt.datetime(2026, 11, 29, 21, 30, 5, tzinfo=dt.UTC)
STAYS = Node("Network", "n", {"name": "Nätet"}, "prov")
GONE = Node("Actor", "a", {"name": "Åsa; =1+1", "in_region": True, "note": "rad ett\nrad två"}, "prov")
TIE = Edge("MEMBER_OF", "a", "n", {"role": "member", "since": "2018-01"}, "prov")
MONEY = Node("Project", "p", {"name": "Projektet", "total_sek": 1.5}, "prov")


def find(name: str) -> list[Node] | None:
    return [STAYS] if name == "prov" else None


def test_what_is_removed_is_a_seed_that_extends_the_one_it_left() -> None:
    info = removed_from(INFO, MOMENT)
    assert (info.name, info.extends, info.complete) == ("prov-removed-20261129T213005", ("prov",), ())
    assert (info.publisher, info.fictional, info.date) == ("Vi", True, "2026-11-29")


def test_what_is_kept_reads_back_as_it_was(tmp_path: Path) -> None:
    gone = Graph((GONE, MONEY), (TIE,))
    keep(gone, removed_from(INFO, MOMENT), tmp_path / "sparat", MODEL, find)
    assert compare(gone, read_seed(tmp_path / "sparat", MODEL, find), MODEL).same


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Å", "own_field": "x"},
        {"name": "Å", "in_region": "kanske"},
        {"name": "Å", "kind": "spaceship"},
        {"name": " inledande blanksteg"},
        {"name": "Å", "source_year": "2019"},
        {"name": "Å", "note": ["a", "b"]},
    ],
)
def test_what_a_seed_cannot_hold_is_told_apart_with_what_hangs_together(facts: dict[str, Value]) -> None:
    odd = replace(GONE, facts=facts)
    found = keepable(Graph((odd, MONEY), (TIE,)), MODEL)
    assert (found.graph.nodes, found.graph.edges, found.rest) == ((MONEY,), (TIE,), (odd,))
    odd_tie = replace(TIE, facts={"own_field": 1})
    found = keepable(Graph((GONE, MONEY), (odd_tie,)), MODEL)
    assert (found.graph.nodes, found.graph.edges, found.rest) == ((MONEY,), (), (GONE, odd_tie))


def test_rows_of_several_years_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    one, other = (Node("Actor", id_, {"name": id_}, "prov") for id_ in "xy")
    circle = (Edge("PART_OF", "x", "y", {}, "prov"), Edge("PART_OF", "y", "x", {}, "prov"))
    with pytest.raises(SeedError, match="leads back to where it began"):
        keep(Graph((one, other), circle), removed_from(INFO, MOMENT), tmp_path / "sparat", MODEL, find)


@pytest.mark.parametrize("filled", ["a folder", "a file"])
def test_nothing_is_written_over(tmp_path: Path, filled: str) -> None:
    place = tmp_path / "sparat"
    if filled == "a folder":
        place.mkdir()
        (place / "annat").write_text("x")
    else:
        place.write_text("x")
    with pytest.raises(SeedError, match="is there already"):
        keep(Graph((GONE,)), removed_from(INFO, MOMENT), place, MODEL, find)
