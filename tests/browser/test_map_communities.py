"""Communities closed to one mark each and opened again, by mouse, by keyboard, from a search and by an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gronagraf.graph import Edge, Graph, Node
from tests.browser.map_page import SEED, drawn, search, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZE = 8
PARTS = "abc"
REGION = Graph(
    (
        *(Node("Actor", f"{part}{at}", {"name": f"Aktör {part}{at}"}) for part in PARTS for at in range(SIZE)),
        Node("Goal", "ensam", {"name": "Ensam"}),
    ),
    (
        *(Edge("COLLABORATES_WITH", f"{part}0", f"{part}{at}", {}) for part in PARTS for at in range(1, SIZE)),
        *(
            Edge("COLLABORATES_WITH", f"{part}{at}", f"{part}{at + 1}", {})
            for part in PARTS
            for at in range(1, SIZE - 1)
        ),
        Edge("FUNDS", "a0", "b0", {}),
        Edge("FUNDS", "a1", "b1", {}),
        Edge("FUNDS", "b0", "c0", {}),
    ),
    (SEED,),
)
COUNTS = "Object.fromEntries(gronagraf.closed.all().map(mark => [mark.group.lead.id, mark.count]))"
TIES = """gronagraf.together.ties(gronagraf.data).map(([one, other, number]) => {
  const name = end => typeof end === 'number' ? `kring ${gronagraf.data.groups[end].lead.id}` : end.id;
  return [...[name(one), name(other)].sort(), number]; }).sort()"""


def members(part: str) -> list[str]:
    return sorted(f"{part}{at}" for at in range(SIZE))


def block(page: Page, key: str) -> int:
    found: int = page.evaluate("key => gronagraf.data.byId.get(key).group", key)
    return found


def mark_at(page: Page, key: str) -> dict[str, float]:
    """Where the mark of the community that a node is inside is in the window."""
    found: dict[str, float] = page.evaluate(
        """key => { const mark = gronagraf.closed.all().find(({at}) => at === gronagraf.data.byId.get(key).inside);
        const at = gronagraf.picture.network().canvasToDOM(mark);
        const box = document.getElementById('map').getBoundingClientRect();
        return {x: box.x + at.x, y: box.y + at.y}; }""",
        key,
    )
    return found


@pytest.fixture
def closed(opened: Open) -> Page:
    page = opened(REGION, "together=1")
    page.emulate_media(reduced_motion="reduce")
    return page


def test_a_small_map_starts_open_and_offers_to_close_its_communities(opened: Open) -> None:
    page = opened(REGION)
    assert len(drawn(page)[0]) == 3 * SIZE + 1
    page.locator("#by-group > summary").click()
    page.get_by_label("Slå ihop klungor").check()
    assert drawn(page) == [[], 0]
    assert page.evaluate(COUNTS) == {"a0": SIZE, "b0": SIZE, "c0": SIZE, "ensam": 1}
    page.go_back()
    assert len(drawn(page)[0]) == 3 * SIZE + 1
    assert page.evaluate(COUNTS) == {}


def test_ties_between_marks_are_counted(closed: Page) -> None:
    assert closed.evaluate(TIES) == [["kring a0", "kring b0", 2], ["kring b0", "kring c0", 1]]
    assert closed.locator("#shown").text_content() == "25 av 25 noder, 42 av 42 relationer visas"


def test_a_double_click_opens_a_mark_and_one_on_its_ground_closes_it(closed: Page) -> None:
    at = mark_at(closed, "b0")
    closed.mouse.dblclick(at["x"], at["y"])
    assert drawn(closed) == [members("b"), 13]
    assert closed.evaluate(TIES) == [["b0", "kring a0", 1], ["b0", "kring c0", 1], ["b1", "kring a0", 1]]
    assert closed.locator("#status").text_content().startswith("Klungan kring Aktör b0 är öppen.")  # type: ignore[union-attr]
    ground = closed.evaluate("key => gronagraf.data.groups[key].disc", block(closed, "b0"))
    corner = closed.evaluate(
        """([x, y, , high]) => { const at = gronagraf.picture.network().canvasToDOM({x, y: y - 0.97 * high});
        const box = document.getElementById('map').getBoundingClientRect();
        return [box.x + at.x, box.y + at.y]; }""",
        ground,
    )
    closed.mouse.dblclick(*corner)
    assert drawn(closed) == [[], 0]


def test_the_keys_of_the_map_step_between_marks_and_open_one(closed: Page) -> None:
    closed.locator("#map").focus()
    closed.keyboard.press("PageDown")
    said = closed.locator("#status").text_content()
    assert said == "Klungan kring Aktör a0, 8 noder. Enter öppnar."
    closed.keyboard.press("PageDown")
    closed.keyboard.press("Enter")
    assert drawn(closed)[0] == members("b")


def test_the_list_opens_and_closes_by_keyboard(closed: Page) -> None:
    box = closed.locator("#groups label", has_text="kring Aktör c0").locator("input")
    box.focus()
    closed.keyboard.press("Space")
    assert drawn(closed)[0] == members("c")
    assert closed.locator("#groups-said").text_content() == "1 öppna"
    closed.keyboard.press("Space")
    assert drawn(closed) == [[], 0]
    assert closed.evaluate("document.activeElement.closest('#groups') !== null")


def test_a_node_found_by_search_opens_its_community(closed: Page) -> None:
    assert search(closed, "aktor c3") == ["Aktör c3"]
    closed.keyboard.press("Enter")
    assert drawn(closed)[0] == members("c")
    assert closed.locator("#details h2").text_content() == "Aktör c3"
    assert f"open={block(closed, 'c3')}" in closed.evaluate("location.hash")
    closed.locator("#details .go", has_text="Aktör c0").first.click()
    closed.locator("#details .go", has_text="Aktör b0").first.click()
    assert drawn(closed)[0] == sorted(members("b") + members("c"))


def test_closing_a_community_lets_go_of_the_node_chosen_in_it(closed: Page) -> None:
    search(closed, "aktor c3")
    closed.keyboard.press("Enter")
    closed.locator("#groups label", has_text="kring Aktör c0").locator("input").uncheck()
    assert closed.locator("#details").is_hidden()
    assert drawn(closed) == [[], 0]


def test_filters_count_inside_closed_communities(closed: Page) -> None:
    closed.locator("#node-types label", has_text="Mål").locator("input").uncheck()
    assert closed.evaluate(COUNTS) == {"a0": SIZE, "b0": SIZE, "c0": SIZE}
    assert closed.locator("#shown").text_content() == "24 av 25 noder, 42 av 42 relationer visas"


def test_an_address_holds_what_is_open(opened: Open) -> None:
    page = opened(REGION, "together=1")
    number = block(page, "b0")
    page = opened(REGION, f"together=1&open={number}")
    assert drawn(page)[0] == members("b")
    page = opened(REGION, "together=1&node=c5")
    assert drawn(page)[0] == members("c")
    page = opened(REGION, "together=1&open=99_-1_0.5")
    assert drawn(page) == [[], 0]


def test_the_pointer_is_told_what_a_mark_is(closed: Page) -> None:
    at = mark_at(closed, "a0")
    closed.mouse.move(at["x"], at["y"])
    closed.locator("#tip").wait_for()
    assert closed.locator("#tip").inner_text().split("\n") == ["kring Aktör a0", "8 noder, dubbelklicka för att öppna"]


def test_an_open_community_answers_to_clicks_as_ever(closed: Page) -> None:
    search(closed, "aktor a0")
    closed.keyboard.press("Enter")
    closed.keyboard.press("Escape")
    at = spot(closed, "a4")
    closed.mouse.click(at["x"], at["y"])
    assert closed.locator("#details h2").text_content() == "Aktör a4"


CROWD = Graph(
    (*(Node("Actor", f"n{at}", {"name": f"Nod {at}"}) for at in range(91)), Node("Goal", "gren", {"name": "Gren"})),
    (
        *(Edge("COLLABORATES_WITH", f"n{one}", f"n{two}", {}) for one in range(91) for two in range(one)),
        Edge("OWNS_ISSUE", "n0", "gren", {"basis": "inferred"}),
    ),
    (SEED,),
)


def test_a_line_among_thousands_is_drawn_and_answers_to_a_click(opened: Open) -> None:
    page = opened(CROWD)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("gronagraf.picture.network().body.edgeIndices.length") == 0
    start, end = spot(page, "n0"), spot(page, "gren")
    x, y = end["x"] + 0.3 * (start["x"] - end["x"]), end["y"] + 0.3 * (start["y"] - end["y"])
    colours = """([x, y]) => { const canvas = document.querySelector('#map canvas');
        const box = canvas.getBoundingClientRect();
        const small = new OffscreenCanvas(6, 6).getContext('2d', {willReadFrequently: true});
        const ratio = canvas.width / canvas.clientWidth, at = [(x - box.x - 3) * ratio, (y - box.y - 3) * ratio];
        small.drawImage(canvas, ...at, 6 * ratio, 6 * ratio, 0, 0, 6, 6);
        return new Set(new Uint32Array(small.getImageData(0, 0, 6, 6).data.buffer)).size; }"""
    assert page.evaluate(colours, [x, y]) > 1
    page.mouse.click(x, y)
    assert page.locator("#details .ends").inner_text().split() == ["Nod", "0", "Gren"]
    page.keyboard.press("Escape")
    page.locator("#edge-types input").evaluate_all("boxes => boxes.forEach(box => box.click())")
    page.wait_for_function(f"at => ({colours})(at) === 1", arg=[x, y])
