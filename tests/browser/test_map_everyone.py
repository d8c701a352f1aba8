"""The map page for everybody: by keyboard and accessibility tree alone, in words, in forced colours, by touch."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.views.map import write_map
from tests.browser.map_page import REGION, drawn, search, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def told(page: Page) -> str:
    return page.locator("#status").text_content() or ""


def tab_to(page: Page, id_: str) -> None:
    """Presses tab until the element has the keyboard."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id_:
            return
    pytest.fail(f"#{id_} is not reached by tab")


def test_an_actor_is_found_read_and_left_for_a_neighbour_without_seeing_the_picture(opened: Open) -> None:
    page = opened(REGION)
    page.evaluate("document.querySelector('#map canvas').style.visibility = 'hidden'")
    tab_to(page, "search")
    page.keyboard.type("vaxjo")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="Detaljer")
    assert re.search(r'heading "Växjö kommun" \[level=2\]', panel.aria_snapshot())
    assert re.search(r"term: Slag\s+- definition: kommun", panel.aria_snapshot())
    neighbour = panel.get_by_role("button", name="Kompetensnätet")
    neighbour.focus()
    page.keyboard.press("Enter")
    assert 'heading "Kompetensnätet"' in panel.aria_snapshot()
    assert told(page).startswith("Kompetensnätet, Nätverk")
    page.keyboard.press("Escape")
    box = page.get_by_role("checkbox", name=re.compile("^Aktörer"))
    box.focus()
    page.keyboard.press("Space")
    assert drawn(page)[0] == ["ensam", "malet", "natet"]
    assert "3 av 6 noder" in told(page)


def test_the_way_between_two_is_found_by_keyboard(opened: Open) -> None:
    page = opened(REGION)
    page.evaluate("document.querySelector('#map canvas').style.visibility = 'hidden'")
    tab_to(page, "search")
    page.keyboard.type("almhult")
    page.keyboard.press("Enter")
    tab_to(page, "way-to")
    page.keyboard.press("Enter")
    page.keyboard.type("fler i arbete")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "way-heading"
    way = page.get_by_role("region", name=re.compile("Fler i arbete"))
    steps = way.get_by_role("listitem").all_inner_texts()
    assert steps == ["Älmhults kommun", "är med i", "Kompetensnätet", "arbetar med", "Fler i arbete"]
    assert "Fler i arbete" in told(page)


def test_the_map_is_walked_along_relations_and_every_step_is_told(opened: Open) -> None:
    page = opened(REGION)
    tab_to(page, "map")
    page.keyboard.press("ArrowRight")
    assert told(page) == "Kompetensnätet, Nätverk, 4 grannar"
    seen = []
    for _ in range(4):
        page.keyboard.press("n")
        seen.append(told(page))
        assert page.evaluate("document.activeElement.id") == "map"
    found = sorted(text.partition(",")[0] for text in seen)
    assert found == ["Fler i arbete", "Linnéuniversitetet", "Växjö kommun", "Älmhults kommun"]
    assert [text[-6:] for text in seen] == ["1 av 4", "2 av 4", "3 av 4", "4 av 4"]
    assert any("Fler i arbete, Mål. Kompetensnätet arbetar med." in text for text in seen)
    page.keyboard.press("p")
    assert told(page) == seen[2]
    page.keyboard.press("Space")
    assert "grannar" in told(page)


def test_an_arrow_leads_to_the_neighbour_on_that_side(opened: Open) -> None:
    page = opened(REGION)
    page.focus("#map")
    page.evaluate("gronagraf.details.follow(gronagraf.data.byId.get('natet'), '')")
    here = spot(page, "natet")
    sides = {key: spot(page, key) for key in ("vaxjo", "almhult", "lnu", "malet")}
    at = {key: (place["x"] - here["x"], place["y"] - here["y"]) for key, place in sides.items()}
    far = max(at, key=lambda key: abs(at[key][0]) / (abs(at[key][1]) + 1))
    page.keyboard.press("ArrowRight" if at[far][0] > 0 else "ArrowLeft")
    assert (at[page.evaluate("gronagraf.state.get().node")][0] > 0) == (at[far][0] > 0)


def test_enter_goes_into_the_details_and_escape_back_and_out(opened: Open) -> None:
    page = opened(REGION)
    page.focus("#map")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details-heading"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "map"
    assert page.locator("#details").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()


def test_a_search_keeps_the_keyboard_when_it_closes_the_details(opened: Open) -> None:
    page = opened(REGION)
    page.focus("#map")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("/")
    page.keyboard.type("vaxjo")
    assert page.input_value("#search") == "vaxjo"
    page.keyboard.press("Enter")
    assert page.locator("#details h2").text_content() == "Växjö kommun"


def test_keys_of_one_letter_count_on_the_map_only_and_are_listed_on_demand(opened: Open) -> None:
    page = opened(REGION)
    page.focus("#print")
    for key in ("n", "p", "/", "?", "0"):
        page.keyboard.press(key)
    assert page.evaluate("gronagraf.state.get().node") is None
    assert page.evaluate("document.activeElement.id") == "print"
    page.focus("#map")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Hjälp och om kartan")
    assert dialog.is_visible()
    assert dialog.locator("kbd").count() > 10
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert page.evaluate("document.activeElement.id") == "map"


def test_there_is_one_heading_of_the_page_and_one_of_each_landmark(opened: Open) -> None:
    page = opened(REGION)
    assert page.get_by_role("heading", level=1).count() == 1
    for role in ("banner", "main", "search"):
        assert page.get_by_role(role).count() == 1, role


def test_tables_are_sorted_and_searched(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#open-tables").click()
    first = page.locator("#tables tbody").first.locator("tr")
    names = first.locator("th")
    assert names.all_text_contents()[0] == "Fler i arbete"
    head = page.locator("#tables thead").first.get_by_role("button", name="Namn")
    head.click()
    assert names.all_text_contents()[0] == "Älmhults kommun"
    assert page.locator("#tables th[aria-sort=descending]").count() == 1
    assert page.locator("#tables-told").text_content() == "Sorterat efter Namn, fallande"
    ties = page.locator("#tables thead").first.get_by_role("button", name="Kopplingar på kartan")
    ties.click()
    ties.click()
    assert names.all_text_contents()[-1] == "Helhetssyn"
    page.fill("#tables-filter", "vaxjo kommun")
    page.locator("#tables-count", has_text="1 av 6 noder, 3 av 7 relationer").wait_for()
    assert names.all_text_contents() == ["Växjö kommun"]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("seed", ["exempel", "kronoberg"])
def test_the_map_in_words_is_the_same_with_and_without_scripts(opened: Open, seed: str, language: str) -> None:
    graph = read_seed(seed_folder(seed), MODEL)
    page = opened(graph, language=language)
    page.locator("#open-tables").click()
    with_scripts = page.locator("#in-words p").all_text_contents()
    still = write_map(graph, MODEL, language=language).split("<noscript>")[1].split("</noscript>")[0]
    lines = re.findall(r"<p>(.*?)</p>", still.split("</h2>")[1].split("<table>")[0])
    without = [html.unescape(line) for line in lines]
    assert with_scripts == without
    assert len(without) >= 7


def test_the_map_in_words_is_of_what_is_shown(opened: Open) -> None:
    page = opened(REGION)
    page.get_by_role("checkbox", name=re.compile("^Aktörer")).uncheck()
    page.locator("#open-tables").click()
    lines = page.locator("#in-words p").all_text_contents()
    assert lines[:2] == [
        "Kartan visar 3 noder och 1 relation.",
        "Det är ett urval: hela kartan har 6 noder och 7 relationer.",
    ]
    assert "Utan koppling (1): Helhetssyn." in lines


def test_forced_colours_are_the_systems(opened: Open) -> None:
    page = opened(REGION)
    usual = page.evaluate("gronagraf.theme.colour('paper')")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.wait_for_function("paper => gronagraf.theme.colour('paper') !== paper", arg=usual)
    assert page.evaluate("[gronagraf.theme.colour('paper'), gronagraf.theme.colour('ink')]") == ["#000000", "#ffffff"]
    search(page, "vaxjo")
    page.keyboard.press("ArrowDown")
    assert page.locator("#hits [aria-selected=true]").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("width", [320, 640])
def test_dialogs_fit_a_narrow_window(opened: Open, width: int) -> None:
    page = opened(read_seed(seed_folder("exempel"), MODEL))
    page.set_viewport_size({"width": width, "height": 640})
    for dialog in ("tables", "about"):
        page.locator(f"#open-{dialog}").click()
        page.locator(f"#{dialog} summary").first.click()
        assert page.locator(f"#{dialog}").evaluate("e => e.scrollWidth <= e.clientWidth"), dialog
        page.locator(f"#close-{dialog}").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(opened: Open, width: int) -> None:
    page = opened(REGION)
    page.set_viewport_size({"width": width, "height": 800})
    search(page, "vaxjo")
    page.keyboard.press("Enter")
    small = page.evaluate(
        """[...document.querySelectorAll('button, select, summary, input[type=search], label:has(input)')]
        .filter(e => e.checkVisibility()).map(e => [e.id || e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
        .map(([name, box]) => `${name} ${box.width} ${box.height}`)"""
    )
    assert small == []


def test_touch_opens_pinches_and_scrolls_past(opened: Open, page: Page) -> None:
    browser = page.context.browser
    assert browser
    address = opened(REGION).url
    phone = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 780}).new_page()
    phone.goto(address)
    at = spot(phone, "natet")
    phone.touchscreen.tap(at["x"], at["y"])
    phone.locator("#details h2", has_text="Kompetensnätet").wait_for()
    phone.locator("#details").get_by_role("button", name="Stäng").tap()
    session = phone.context.new_cdp_session(phone)
    before = phone.evaluate("gronagraf.picture.network().getScale()")
    points = [({"x": 190 - d, "y": 400, "id": 0}, {"x": 200 + d, "y": 400, "id": 1}) for d in range(10, 90, 10)]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": list(points[0])})
    for pair in points[1:]:
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": list(pair)})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for_function("before => gronagraf.picture.network().getScale() > before", arg=before)
    assert phone.evaluate("document.documentElement.scrollHeight > innerHeight")
    room = phone.evaluate("innerHeight - document.getElementById('map').getBoundingClientRect().height")
    assert room >= 120
    phone.context.close()
