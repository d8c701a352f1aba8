"""Moving nodes and saving their places, in a real Chromium."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gronagraf.views.map.places import read_places
from tests.browser.map_page import REGION, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def place(page: Page, key: str) -> list[float]:
    found: list[float] = page.evaluate(
        """key => { const {index} = gronagraf.data.byId.get(key);
        const {x, y} = gronagraf.picture.network().body.nodes[index]; return [x, y]; }""",
        key,
    )
    return found


def camera(page: Page) -> Any:
    return page.evaluate("gronagraf.picture.network().getViewPosition()")


def drag(page: Page, start: dict[str, float], by: tuple[int, int]) -> None:
    page.mouse.move(start["x"], start["y"])
    page.mouse.down()
    page.mouse.move(start["x"] + by[0] / 2, start["y"] + by[1] / 2, steps=4)
    page.mouse.move(start["x"] + by[0], start["y"] + by[1], steps=4)
    page.mouse.up()


def test_a_node_is_dragged_only_in_move_mode_and_the_map_otherwise(opened) -> None:
    page = opened(REGION)
    before, seen = place(page, "lnu"), camera(page)
    drag(page, spot(page, "lnu"), (60, 40))
    assert place(page, "lnu") == before
    assert camera(page) != seen
    page.click("#move")
    seen = camera(page)
    drag(page, spot(page, "lnu"), (60, 40))
    page.wait_for_function("gronagraf.state.get().moved.lnu !== undefined")
    scale = page.evaluate("gronagraf.picture.network().getScale()")
    after = place(page, "lnu")
    assert after[0] - before[0] == pytest.approx(60 / scale, abs=12 / scale)
    assert camera(page) == seen
    assert "moved=lnu:" in page.url
    page.reload()
    assert place(page, "lnu") == pytest.approx(after, abs=0.1)


def test_the_map_still_pans_in_move_mode(opened) -> None:
    page = opened(REGION)
    page.click("#move")
    box = page.locator("#map").bounding_box()
    seen = camera(page)
    drag(page, {"x": box["x"] + box["width"] - 30, "y": box["y"] + 30}, (-50, 20))
    assert camera(page) != seen
    assert page.evaluate("gronagraf.state.get().moved") == {}


def test_a_node_is_moved_by_keys_and_moved_back(opened, page) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(REGION, "node=natet")
    before = place(page, "natet")
    page.focus("#move")
    page.keyboard.press("Enter")
    assert page.locator("#move").get_attribute("aria-pressed") == "true"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    after = place(page, "natet")
    assert after[0] > before[0]
    # The second step is five of the first, in a window that may have grown or shrunk a little with the bar below it.
    assert after[1] - before[1] == pytest.approx(5 * (after[0] - before[0]), rel=0.1)
    assert page.locator("#status").text_content() == "Kompetensnätet är flyttad."
    page.keyboard.press("Escape")
    assert page.locator("#move").get_attribute("aria-pressed") == "false"
    assert page.locator("#details").is_visible()
    page.click("#move-back")
    assert place(page, "natet") == before


def test_saved_places_are_what_the_next_map_keeps(opened, tmp_path: Path) -> None:
    page = opened(REGION, "node=natet&moved=natet:111.5_-40")
    with page.expect_download() as downloading:
        page.click("#save-places")
    file = tmp_path / "positions.json"
    downloading.value.save_as(file)
    assert downloading.value.suggested_filename == "positions.json"
    assert json.loads(file.read_text("utf-8"))["pinned"] == ["natet"]
    places = read_places(file)
    assert places.points["natet"] == (111.5, -40)
    others = {node.id: place(page, node.id) for node in REGION.nodes}
    page = opened(REGION, places=places)
    assert {node.id: place(page, node.id) for node in REGION.nodes} == others
    assert page.evaluate("gronagraf.data.pinned") == ["natet"]


def test_places_in_an_address_may_be_anything(opened) -> None:
    page = opened(REGION, "moved=constructor:1_2,lnu:x_y,__proto__:1_1")
    assert page.evaluate("Object.keys(gronagraf.state.get().moved)") == []
