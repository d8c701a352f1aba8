"""The map page in a real Chromium: nothing leaves it, nothing hostile runs in it, and everything in it works."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gronagraf.graph import Graph, Node
from gronagraf.model import MODEL
from gronagraf.views.map import write_map
from gronagraf.views.map.words import WORDS
from tests.browser.map_page import REGION, SOURCE, drawn, search, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_relations_are_drawn_by_what_they_are(opened: Open) -> None:
    looks = opened(REGION).evaluate(
        """() => gronagraf.data.edges.map(({type, index}) => {
        const {arrows, dashes, smooth} = gronagraf.picture.network().body.edges[index].options;
        return [type, arrows.to.enabled, dashes !== false, smooth.enabled]; })"""
    )
    assert ["COLLABORATES_WITH", False, False, False] in looks
    assert ["OWNS_ISSUE", True, False, False] in looks
    assert [look[2] for look in looks if look[0] == "MEMBER_OF"] == [True, False, False]


def test_the_map_is_drawn_and_named(opened: Open) -> None:
    page = opened(REGION)
    assert page.title() == "Lyrebygd"
    assert page.locator("#map canvas").count() == 1
    assert drawn(page) == [sorted(node.id for node in REGION.nodes), len(REGION.edges)]
    assert page.locator(".is-fictional").is_visible()
    assert page.locator("#shown").text_content() == "6 av 6 noder, 7 av 7 relationer visas"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vaxjo", ["Växjö kommun"]),
        ("ÄLMHULT", ["Älmhults kommun"]),
        ("linneuni", ["Linnéuniversitetet"]),
        ("lnu", ["Linnéuniversitetet"]),
        ("kommun", ["Växjö kommun", "Älmhults kommun"]),
        ("ofta", ["Kompetensnätet"]),
        ("nätverk", ["Kompetensnätet"]),
        ("finns inte", []),
    ],
)
def test_search_forgives_case_and_accents(opened: Open, words: str, found: list[str]) -> None:
    assert search(opened(REGION), words) == found


def test_enter_goes_to_the_first_hit_and_arrows_to_others(opened: Open) -> None:
    page = opened(REGION)
    search(page, "kommun")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "hit-1"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").text_content() == "Älmhults kommun"
    assert page.evaluate("document.activeElement.id") == "details-heading"
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()


def test_details_say_everything_with_its_source(opened: Open) -> None:
    page = opened(REGION)
    search(page, "vaxjo")
    page.keyboard.press("Enter")
    panel = page.locator("#details")
    said = panel.inner_text()
    for part in (
        "Aktör",
        "Växjö kommun",
        "kommun",
        "enligt källan",
        "är med i",
        "sammankallande",
        "2018",
        "samsyn",
        "äger frågan",
    ):
        assert part in said
    links = panel.locator("a")
    assert links.evaluate_all("all => all.map(a => [a.href, a.rel, a.textContent])") == [
        [SOURCE, "noopener noreferrer", "example.org/källa"],
        ["https://example.org/m", "noopener noreferrer", "example.org"],
    ]
    panel.get_by_role("button", name="Kompetensnätet").click()
    said = panel.inner_text()
    assert "Träffas <b>ofta</b> & gärna" in said
    assert "”adjungerad”" in said
    assert "härlett" in said


def test_a_source_that_is_no_web_address_is_no_link(opened: Open) -> None:
    page = opened(REGION)
    search(page, "lnu")
    page.keyboard.press("Enter")
    assert "javascript:void(0)" in page.locator("#details").inner_text()
    assert page.locator("#details a").count() == 0


def test_a_reference_is_a_way_to_the_node(opened: Open) -> None:
    page = opened(REGION)
    search(page, "almhult")
    page.keyboard.press("Enter")
    page.locator("#details .facts").get_by_role("button", name="Växjö kommun").click()
    assert page.locator("#details h2").text_content() == "Växjö kommun"


def test_a_click_on_a_node_opens_it_and_a_click_beside_closes_it(opened: Open) -> None:
    page = opened(REGION)
    at = spot(page, "natet")
    page.mouse.move(at["x"], at["y"])
    page.locator("#tip", has_text="Kompetensnätet").wait_for()
    page.mouse.click(at["x"], at["y"])
    page.locator("#details h2", has_text="Kompetensnätet").wait_for()
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + 8, box["y"] + box["height"] - 8)
    page.locator("#details").wait_for(state="hidden")


def test_a_click_on_a_relation_tells_of_it(opened: Open) -> None:
    page = opened(REGION)
    start, end = spot(page, "natet"), spot(page, "malet")
    page.mouse.click((start["x"] + end["x"]) / 2, (start["y"] + end["y"]) / 2)
    page.locator("#details h2", has_text="arbetar med").wait_for()
    assert page.locator("#details .ends").inner_text().split("\n") == ["Kompetensnätet", "Fler i arbete"]


def test_boxes_in_the_legend_hide_and_show(opened: Open) -> None:
    page = opened(REGION)
    actors = page.get_by_role("checkbox", name=re.compile("^Aktörer"))
    actors.uncheck()
    assert drawn(page) == [["ensam", "malet", "natet"], 1]
    assert page.locator("#shown").text_content() == "3 av 6 noder, 1 av 7 relationer visas"
    assert page.locator("#status").text_content() == "3 av 6 noder, 1 av 7 relationer visas"
    actors.check()
    page.locator("#by-edge-types > summary").click()
    page.get_by_role("checkbox", name=re.compile("^är med i")).uncheck()
    assert drawn(page)[1] == 4
    page.locator("[data-none=edges]").click()
    assert drawn(page)[1] == 0
    page.locator("#clear").click()
    assert drawn(page) == [sorted(node.id for node in REGION.nodes), 7]
    assert page.locator("#clear").is_hidden()


def test_the_legend_counts_every_type(opened: Open) -> None:
    page = opened(REGION)
    rows = page.locator("#node-types li").all_inner_texts()
    assert [re.sub(r"\s+", " ", row).strip() for row in rows] == [
        "Aktörer 3",
        "Nätverk 1",
        "Mål 1",
        "Ledarskapsprinciper 1",
    ]


def test_the_language_changes_in_place(opened: Open) -> None:
    page = opened(REGION)
    search(page, "vaxjo")
    page.keyboard.press("Enter")
    page.locator("#language").click()
    assert page.get_attribute("html", "lang") == "en"
    assert page.title() == "Lyre region"
    assert "Actors" in page.locator("#node-types").inner_text()
    assert "municipality" in page.locator("#details").inner_text()
    assert page.get_attribute("#search", "aria-label") == WORDS["search"].en
    page.locator("#language").click()
    assert page.title() == "Lyrebygd"


def test_light_and_dark_follow_the_system_until_somebody_chooses(opened: Open) -> None:
    page = opened(REGION)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(paper)
    assert dark != light
    page.locator("#theme").click()
    assert page.evaluate(paper) == light
    page.locator("#theme").click()
    assert page.evaluate(paper) == dark


def test_the_table_says_the_same_as_the_picture(opened: Open) -> None:
    page = opened(REGION)
    page.get_by_role("checkbox", name=re.compile("^Ledarskapsprinciper")).uncheck()
    page.locator("#open-tables").click()
    rows = page.locator("#tables tbody")
    assert rows.nth(0).locator("tr").count() == 5
    assert rows.nth(1).locator("tr").count() == 7
    assert "Linnéuniversitetet samarbetar med Växjö kommun" in " ".join(rows.nth(1).inner_text().split())
    page.locator("#tables").get_by_role("button", name="Fler i arbete").first.click()
    assert page.locator("#tables").is_hidden()
    assert page.locator("#details h2").text_content() == "Fler i arbete"


def test_keys_move_and_zoom_the_map(opened: Open) -> None:
    page = opened(REGION)
    page.emulate_media(reduced_motion="reduce")
    page.locator("#map").focus()
    before = spot(page, "natet")
    page.keyboard.press("Shift+ArrowRight")
    assert spot(page, "natet")["x"] < before["x"]
    scale = page.evaluate("gronagraf.picture.network().getScale()")
    page.keyboard.press("+")
    assert page.evaluate("gronagraf.picture.network().getScale()") > scale
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.locator("#print").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "print"


@pytest.mark.parametrize("width", [320, 420, 760, 1280])
def test_no_width_scrolls_sideways(opened: Open, width: int) -> None:
    page = opened(REGION)
    page.set_viewport_size({"width": width, "height": 700})
    page.reload()
    for act in (lambda: None, lambda: (search(page, "vaxjo"), page.keyboard.press("Enter"))):
        act()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 760:
        assert page.evaluate("document.getElementById('filters').open") is False
        below = page.locator("#filters").bounding_box()
        above = page.locator("#map").bounding_box()
        assert below and above and above["y"] < below["y"]  # noqa: PT018


@pytest.mark.parametrize("graph", [Graph(), Graph((Node("Goal", "g", {"name": "Ett mål"}),))])
def test_little_or_nothing_still_opens(opened: Open, graph: Graph) -> None:
    page = opened(graph)
    assert page.locator("#map").count() == len(graph.nodes)
    assert page.locator("h2", has_text=WORDS["empty_heading"].sv).count() == 1 - len(graph.nodes)


def test_without_scripts_there_is_a_table(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(write_map(REGION, MODEL), encoding="utf-8", newline="\n")
    browser = page.context.browser
    assert browser
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(file.as_uri())
    assert still.locator("table").count() == 2
    assert "Kompetensnätet" in still.locator("table").first.inner_text()
    assert still.locator("#app").is_hidden()
    still.context.close()
