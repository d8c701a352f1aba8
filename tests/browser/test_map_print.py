"""The map on paper: what stands on the sheet, that the legend is whole, and that the tables follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gronagraf.data import seed_folder
from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.browser.map_page import REGION

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module", params=["exempel", "kronoberg"])
def seed(request: pytest.FixtureRequest) -> Graph:
    return read_seed(seed_folder(request.param), MODEL)


def laid(page: Page) -> None:
    """As the browser does before it prints."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


OUTSIDE = """() => { const sheet = document.querySelector('#paper figure svg').getBoundingClientRect();
return [...document.querySelectorAll('#paper .legend text, #paper .head text, #paper .foot text')]
  .filter(each => { const box = each.getBoundingClientRect();
    return box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1 || box.left < sheet.left - 1; })
  .map(each => each.textContent); }"""


def test_the_legend_is_whole_on_the_first_page(opened: Open, seed: Graph) -> None:
    page = opened(seed)
    page.set_viewport_size({"width": 1032, "height": 703})
    laid(page)
    said = page.locator("#paper .legend text").all_text_contents()
    labels = {node.label for node in seed.nodes}
    for each in MODEL.nodes:
        assert (each.plural.sv in said) == (each.label in labels)
    assert "av källan." in " ".join(said)
    assert page.evaluate(OUTSIDE) == []
    assert page.locator("#paper tbody tr").count() == len(seed.nodes) + len(seed.edges)


def test_pages_are_landscape_and_few(opened: Open, seed: Graph) -> None:
    page = opened(seed)
    document = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(842, 595)}
    assert len(boxes) < (len(seed.nodes) + len(seed.edges)) / 20
    assert page.locator("#paper").count() == 0


def test_paper_is_light_and_says_what_is_shown_and_opened(opened: Open) -> None:
    page = opened(REGION, "hide=Principle&node=natet")
    page.emulate_media(color_scheme="dark")
    laid(page)
    assert page.locator(".app").is_hidden()
    assert page.locator("#paper figure svg > rect").get_attribute("fill") == "#ffffff"
    assert "Helhetssyn" not in page.locator("#paper").inner_text()
    assert "Träffas <b>ofta</b> & gärna" in page.locator("#paper .opened").inner_text()
    assert page.locator("#paper thead").count() == 2
    assert page.evaluate("getComputedStyle(document.querySelector('#paper thead')).display") == "table-header-group"
    assert page.locator("#paper ol li").all_inner_texts() == [
        "javascript:void(0)",
        "https://example.org/k%C3%A4lla",
        "https://example.org/m",
    ]
    assert page.locator("#paper a[href^='javascript']").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#paper").count() == 0
    assert page.locator("#details h2").text_content() == "Kompetensnätet"
