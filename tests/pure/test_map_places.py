"""Places of an earlier map: what is a good file, and a layout that keeps to it."""

import json
import math
from itertools import combinations
from pathlib import Path

import pytest

from gronagraf.errors import GronagrafError
from gronagraf.views.map.layouts.network import GAP, place
from gronagraf.views.map.places import Places, keep, read_places

GOOD = {"gronagraf": "map positions", "version": 1, "layout": "network", "places": {"a": [1, 2.5]}, "pinned": ["a"]}


def write(folder: Path, content: object) -> Path:
    path = folder / "positions.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_a_good_file_gives_places_pins_and_background(tmp_path: Path) -> None:
    places = read_places(write(tmp_path, {**GOOD, "blocks": [[13, 1, 26, 20]], "tray": 40}))
    assert places.points == {"a": (1.0, 2.5)}
    assert places.pinned == {"a"}
    assert (places.discs[0].x, places.discs[0].radius, places.tray) == (10.0, 20, 40)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON"),
        (b"\xff", "is not UTF-8 text"),
        (b"[]", "holds no positions"),
        (b"[" * 100_000, "no map saves"),
        ({**GOOD, "version": 2}, "is of version 2"),
        ({**GOOD, "layout": "grid"}, "is not of the network"),
        ({**GOOD, "places": []}, "has no places"),
        ({**GOOD, "places": {"a": [1]}}, 'gives "a" no place of two numbers'),
        ({**GOOD, "places": {"a": [1, True]}}, 'gives "a" no place of two numbers'),
        ({**GOOD, "places": {"a": [1, 1e7]}}, 'gives "a" no place of two numbers'),
        (json.dumps(GOOD).replace("2.5", "NaN").encode(), "holds NaN"),
        (json.dumps(GOOD).replace("2.5", "-Infinity").encode(), "holds -Infinity"),
        (json.dumps(GOOD).replace("2.5", "1e999").encode(), "no place of two numbers"),
        (json.dumps(GOOD).replace("2.5", "9" * 5000).encode(), "no map saves"),
        ({**GOOD, "pinned": [1]}, "pinned"),
        ({**GOOD, "blocks": [[1, 2, 3]]}, "background"),
        ({**GOOD, "tray": "x"}, "tray"),
    ],
)
def test_a_bad_file_is_one_clear_error(tmp_path: Path, content: object, said: str) -> None:
    with pytest.raises(GronagrafError, match=said) as caught:
        read_places(write(tmp_path, content))
    assert len(caught.value.problems) == 1


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GronagrafError, match="cannot be read"):
        read_places(tmp_path / "borta.json")
    with pytest.raises(GronagrafError, match="larger than 20 MB"):
        read_places(write(tmp_path, b" " * 20_000_001))


def test_known_nodes_stay_and_new_ones_stand_near_their_neighbours_without_overlap() -> None:
    ids = [f"n{number}" for number in range(40)]
    radii = [8.0 + number % 5 for number in range(40)]
    pairs = [(number, number // 2) for number in range(1, 38)] + [(38, 39)]
    layout = place(radii, pairs)
    known = dict(zip(ids[:30], layout.points, strict=False))
    kept = keep(layout, ids, radii, pairs, Places(known))
    assert kept.points[:30] == layout.points[:30]
    for one, other in combinations(range(40), 2):
        if other >= 30:
            assert math.dist(kept.points[one], kept.points[other]) >= radii[one] + radii[other] + GAP - 1e-9
    assert math.dist(kept.points[30], kept.points[15]) < 250
    assert kept.points[38][1] > max(y for _, y in kept.points[:30])
    assert keep(layout, ids, radii, pairs, Places(known)) == kept


def test_places_of_others_change_nothing() -> None:
    layout = place([8.0, 8.0], [(0, 1)])
    assert keep(layout, ["a", "b"], [8.0, 8.0], [(0, 1)], Places({"x": (0.0, 0.0)})) is layout
