"""What is around a node, the way between two, and the browser's way back, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gronagraf.graph import Edge, Graph, Node
from tests.browser.map_page import REGION, SEED, search, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

CHAIN = Graph(
    (
        *(Node("Actor", f"a{place}", {"name": f"Länk {place}"}) for place in range(6)),
        Node("Network", "borta", {"name": "Borta"}),
    ),
    tuple(Edge("PART_OF", f"a{place}", f"a{place + 1}", {}) for place in range(5)),
    (SEED,),
)
LIT = "gronagraf.focus.lit().nodes.map(node => node.id).sort()"


def opened_at(opened: Open, graph: Graph, key: str) -> Page:
    page = opened(graph)
    page.emulate_media(reduced_motion="reduce")
    search(page, key)
    page.keyboard.press("Enter")
    return page


def way(page: Page) -> list[str]:
    return page.locator(".way ol li").all_inner_texts()


def test_one_to_three_steps_around_a_node(opened: Open) -> None:
    page = opened_at(opened, CHAIN, "länk 0")
    assert page.evaluate(LIT) == ["a0", "a1"]
    page.locator(".steps label", has_text="2").click()
    assert page.evaluate(LIT) == ["a0", "a1", "a2"]
    assert page.locator("#status").text_content() == "2 noder inom 2 steg"
    page.locator(".steps input:checked").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(LIT) == ["a0", "a1", "a2", "a3"]
    assert page.evaluate("document.activeElement.value") == "3"
    page.go_back()
    assert page.locator(".steps input:checked").input_value() == "2"


def test_the_way_to_another_node_by_keyboard_alone(opened: Open) -> None:
    page = opened_at(opened, CHAIN, "länk 0")
    page.locator("#way-to").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "way-search"
    page.keyboard.type("lank 3")
    page.keyboard.press("Enter")
    assert way(page) == ["Länk 0", "är del av", "Länk 1", "är del av", "Länk 2", "är del av", "Länk 3"]
    assert page.evaluate("document.activeElement.id") == "way-heading"
    assert page.locator("#status").text_content() == "Väg till Länk 3: 3 steg"
    assert page.evaluate(LIT) == ["a0", "a1", "a2", "a3"]
    page.locator(".way .go").nth(2).press("Enter")
    assert page.locator("#details h2").text_content() == "Länk 2"
    page.go_back()
    page.locator(".way").wait_for()
    assert page.locator("#details h2").text_content() == "Länk 0"


def test_the_way_to_a_node_that_is_clicked_on_the_map(opened: Open) -> None:
    page = opened_at(opened, REGION, "fler i arbete")
    page.locator("#way-to").click()
    at = spot(page, "lnu")
    page.mouse.click(at["x"], at["y"])
    page.locator(".way").wait_for()
    assert page.locator("#details h2").text_content() == "Fler i arbete"
    names = way(page)
    assert (names[0], names[-1], len(names)) == ("Fler i arbete", "Linnéuniversitetet", 5)
    page.get_by_role("button", name="Avsluta").click()
    assert page.locator(".way").count() == 0
    assert page.evaluate("document.activeElement.id") == "way-to"


def test_escape_leaves_the_choice_of_the_other_node_first(opened: Open) -> None:
    page = opened_at(opened, CHAIN, "länk 0")
    page.locator("#way-to").click()
    page.keyboard.press("Escape")
    assert page.locator("#way-search").count() == 0
    assert page.evaluate("document.activeElement.id") == "way-to"
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()


def test_it_says_clearly_when_there_is_no_way(opened: Open) -> None:
    page = opened(CHAIN, "node=a0&to=borta")
    assert "Ingen väg finns på kartan." in page.locator(".way").inner_text()
    page = opened(CHAIN, "node=a0&to=a2&cut=PART_OF")
    said = page.locator(".way").inner_text()
    assert "Ingen väg bland det som visas." in said
    assert "En väg finns bland det som är dolt." in said
    page.locator(".way").get_by_role("button", name="Visa allt").click()
    assert way(page)[-1] == "Länk 2"


def test_back_and_forward_go_through_what_was_chosen(opened: Open) -> None:
    page = opened_at(opened, REGION, "vaxjo")
    page.locator("#details .go", has_text="Kompetensnätet").first.click()
    page.locator("#node-types input").first.uncheck()
    page.locator("#choose-colour").select_option("block" if page.locator("[value=block]").count() else "ties")
    heading = page.locator("#details h2")
    page.go_back()
    assert page.locator("#choose-colour").input_value() == ""
    page.go_back()
    assert page.locator("#node-types input").first.is_checked()
    page.go_back()
    assert heading.text_content() == "Växjö kommun"
    page.go_back()
    assert page.locator("#details").is_hidden()
    for _ in range(3):
        page.go_forward()
    assert heading.text_content() == "Kompetensnätet"
    assert not page.locator("#node-types input").first.is_checked()


def test_a_skip_link_is_no_step_to_another_state(opened: Open) -> None:
    page = opened(REGION, "hide=Actor")
    page.locator("a.skip").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "search"
    assert not page.locator("#node-types input").first.is_checked()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (420, 800)])
def test_going_to_a_node_shows_what_is_around_it(opened: Open, width: int, height: int) -> None:
    page = opened(REGION)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    search(page, "kompetensnätet")
    page.keyboard.press("Enter")
    panel = page.locator("#details").bounding_box()
    assert panel
    for key in ("natet", "vaxjo", "almhult", "lnu", "malet"):
        at = spot(page, key)
        assert 0 < at["x"] < (panel["x"] if width > 760 else width)
        assert 0 < at["y"] < (height if width > 760 else panel["y"])


def test_what_a_layout_hides_is_not_drawn_as_lit_and_one_button_shows_the_way(opened: Open) -> None:
    placed = [("vaxjo", "public", "local"), ("almhult", "public", "local"), ("lnu", "academia", "national")]
    actors = (Node("Actor", key, {"name": key, "sector": sector, "level": level}) for key, sector, level in placed)
    page = opened(Graph((*actors, *REGION.nodes[3:]), REGION.edges, (SEED,)), "layout=circle&node=vaxjo&to=malet")
    assert page.evaluate("gronagraf.state.get().layout") == "circle"
    assert page.evaluate(LIT) == ["vaxjo"]
    page.locator(".way").get_by_role("button", name="Visa allt").click()
    assert way(page)[-1] == "Fler i arbete"
    assert page.evaluate("document.activeElement.id") == "way-heading"
    assert page.locator("#status").text_content() == "Väg till Fler i arbete: 1 steg"


def test_the_panel_does_not_lie_over_the_node_that_a_link_or_a_click_chooses(opened: Open) -> None:
    def beside(page: Page, key: str) -> bool:
        box = page.locator("#details").bounding_box()
        assert box is not None
        at = spot(page, key)
        return at["x"] < box["x"] or at["y"] < box["y"]

    keys = [str(node.id) for node in REGION.nodes]
    for size in ({"width": 1280, "height": 800}, {"width": 420, "height": 900}):
        page = opened(REGION)
        page.set_viewport_size(size)
        assert all(beside(opened(REGION, f"node={key}"), key) for key in keys)
    page = opened(REGION)
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 800})
    farthest = max(keys, key=lambda key: spot(page, key)["x"])
    page.mouse.click(**spot(page, farthest))
    page.locator("#details").wait_for()
    assert beside(page, farthest)


def test_the_keyboard_stays_on_the_map_when_everything_is_shown_again(opened: Open) -> None:
    page = opened(REGION, "hide=Actor")
    page.locator("#clear").press("Enter")
    page.locator("#clear").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "map"
