"""The map page by axe: no violation in any layout, light and dark, wide and narrow, with panels and dialogs open."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.graph import Graph

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@cache
def region() -> Graph:
    return read_seed(seed_folder("exempel"), MODEL)


def violations(page: Page) -> list[str]:
    """Each violation with the elements that it is about."""
    page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {node['html'][:120]} {node['failureSummary']}" for each in found for node in each["nodes"]]


def layouts(page: Page) -> list[str]:
    keys: list[str] = page.evaluate("[...gronagraf.data.layouts.keys()]")
    return keys


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(opened: Open, page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    opened(region())
    for key in layouts(page):
        page.evaluate("key => gronagraf.state.change({layout: key})", key)
        assert violations(page) == [], key
    page.evaluate("gronagraf.state.change({layout: 'network'})")
    page.evaluate("document.getElementById('filters').open = true")
    assert violations(page) == [], "filters"
    page.fill("#search", "kommun")
    assert violations(page) == [], "search"
    page.keyboard.press("Enter")
    page.locator("#details h2").wait_for()
    assert violations(page) == [], "details"
    page.locator("#way-to").click()
    page.fill("#way-search", "buss")
    assert violations(page) == [], "way"
    page.keyboard.press("Enter")
    page.locator("#way-heading").wait_for()
    assert violations(page) == [], "the way found"
    page.locator("#open-tables").click()
    page.locator("#tables summary").first.click()
    assert violations(page) == [], "tables"
    page.locator("#close-tables").click()
    page.locator("#open-about").click()
    page.locator("#sources-fold summary").click()
    assert violations(page) == [], "about"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_without_scripts(opened: Open, page: Page, scheme: str) -> None:
    """The tables of `noscript`, put in the place of what it replaces: axe itself needs scripts."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened(region())
    page.evaluate(
        """() => { const parts = new DOMParser().parseFromString(document.querySelector('noscript').textContent,
        'text/html').body.childNodes; document.body.replaceChildren(...parts); }"""
    )
    assert page.locator("table").count() == 2
    assert violations(page) == []
