"""A story in the map: told step by step from a file, and made in the page into a file that can be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gronagraf.schema import Term
from gronagraf.views.map import read_story
from gronagraf.views.map.story import Step, Story
from tests.browser.map_page import REGION, drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALL = sorted(node.id for node in REGION.nodes)
STORY = Story(
    Term("Vår berättelse", "Our story"),
    (
        Step(Term("Allt", "All"), Term("Hela bygden.", "The whole."), ""),
        Step(Term("Nätet", "The net"), Term("<b>Inte</b> fetstil", "<b>Not</b> bold"), "node=natet&hide=Principle"),
        Step(Term("Målet", "The goal"), Term("Sist.\n\nSlut.", "Last.\n\nEnd."), "node=vaxjo&to=malet"),
    ),
)


def step(page: Page) -> str:
    return page.locator("#story h2").inner_text()


def test_the_story_opens_at_its_first_step_and_is_told_by_keys(opened: Open) -> None:
    page = opened(REGION, story=STORY)
    assert page.locator("#story .kind").inner_text() == "Vår berättelse · Steg 1 av 3"
    page.keyboard.press("PageDown")
    assert step(page) == "Nätet"
    assert page.locator("#story").inner_text().count("<b>Inte</b> fetstil") == 1
    assert drawn(page)[0] == [id_ for id_ in ALL if id_ != "ensam"]
    assert page.locator("#details h2").text_content() == "Kompetensnätet"
    assert page.evaluate("document.activeElement.id") == "story"
    assert "Steg 2 av 3. Nätet" in str(page.locator("#status").text_content())
    page.keyboard.press("ArrowRight")
    assert step(page) == "Målet"
    assert drawn(page)[0] == ALL
    assert page.get_by_role("button", name="Nästa steg").is_disabled()
    page.keyboard.press("ArrowLeft")
    assert step(page) == "Nätet"
    page.keyboard.press("Escape")
    assert page.locator("#story").is_hidden()
    page.get_by_role("button", name="Berättelse: Vår berättelse").click()
    assert step(page) == "Allt"


def test_steps_are_in_the_history_and_the_address(opened: Open) -> None:
    page = opened(REGION, story=STORY)
    page.get_by_role("button", name="Nästa steg").click()
    page.get_by_role("button", name="Nästa steg").click()
    assert step(page) == "Målet"
    page.go_back()
    page.locator("#story h2", has_text="Nätet").wait_for()
    assert "step=2" in page.url
    page.reload()
    assert step(page) == "Nätet"
    assert drawn(page)[0] == [id_ for id_ in ALL if id_ != "ensam"]


def test_the_story_is_told_in_the_language_of_the_page(opened: Open) -> None:
    page = opened(REGION, story=STORY)
    page.locator("#language").click()
    page.keyboard.press("PageDown")
    assert page.locator("#story .kind").inner_text() == "Our story · Step 2 of 3"
    assert step(page) == "The net"


def test_an_address_without_a_step_is_shown_as_it_is(opened: Open) -> None:
    page = opened(REGION, "hide=Actor", story=STORY)
    assert page.locator("#story").is_hidden()
    assert page.locator("#open-story").is_visible()
    assert drawn(page)[0] == ["ensam", "malet", "natet"]


def add(page: Page, title: str, text: str) -> None:
    page.locator("#take summary").click()
    page.locator("#tell-view").click()
    page.fill("#telling-title", title)
    page.fill("#telling-text", text)
    page.get_by_role("button", name="Lägg till", exact=True).click()


def test_a_story_made_in_the_page_is_a_file_that_is_told(opened: Open, tmp_path: Path) -> None:
    page = opened(REGION)
    hard = 'Citat " och \\ bakåt\nny rad \x7f = [step] <i>'
    add(page, "Först", hard.replace("\n", " "))
    page.keyboard.press("Escape")
    page.locator("#by-edge-types > summary").click()
    page.locator("[data-none=edges]").click()
    add(page, "Sedan", "Utan relationer")
    page.keyboard.press("Escape")
    page.locator("#clear").click()
    add(page, "Bort", "")
    page.get_by_role("button", name="Ta bort Bort").click()
    page.get_by_role("button", name="Flytta Sedan uppåt").click()
    page.fill("#telling-name", "Min berättelse")
    with page.expect_download() as download:
        page.locator("#telling-save").click()
    assert download.value.suggested_filename == "Lyrebygd-2026-01-02-berättelse.toml"
    file = tmp_path / "story.toml"
    file.write_bytes(Path(download.value.path()).read_bytes())
    story = read_story(file)
    assert [each.title.sv for each in story.steps] == ["Sedan", "Först"]
    assert story.title.sv == "Min berättelse"
    assert story.steps[1].text.sv == hard.replace("\n", " ")
    told = opened(REGION, story=story)
    assert step(told) == "Sedan"
    assert drawn(told) == [ALL, 0]
    told.keyboard.press("PageDown")
    assert drawn(told) == [ALL, 7]


def test_a_step_that_is_removed_is_left(opened: Open) -> None:
    page = opened(REGION, "step=3", story=STORY)
    assert step(page) == "Målet"
    page.locator("#take summary").click()
    page.locator("#tell-view").click()
    page.get_by_role("button", name="Ta bort Målet").click()
    page.keyboard.press("Escape")
    assert page.locator("#story").is_hidden()
