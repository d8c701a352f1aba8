"""What nodes are chosen by on the map: fields, communities, years, a measure, what is stated; and the search."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import Term
from gronagraf.views.map.dressing import Dressing, Scale
from tests.browser.map_page import SEED, drawn, search

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REGION = Graph(
    (
        Node("Actor", "kommun", {"name": "Kommunen", "sector": "public", "level": "local"}),
        Node("Actor", "regionen", {"name": "Regionen", "sector": "public", "level": "regional", "basis": "inferred"}),
        Node("Actor", "bolaget", {"name": "Bolaget", "sector": "private", "level": "local"}),
        Node("Actor", "okand", {"name": "Okända föreningen", "note": "Hör av sig om skogen ibland"}),
        Node("Network", "natet", {"name": "Nätet", "form": "task", "since": "2015", "until": "2019"}),
        Node("Network", "radet", {"name": "Rådet", "form": "awareness", "since": "2018"}),
        Node("Project", "projektet", {"name": "Projektet", "total_sek": 400}),
        Node("Project", "bygget", {"name": "Bygget", "total_sek": 9000}),
    ),
    (
        Edge("MEMBER_OF", "kommun", "natet", {"since": "2015", "until": "2016"}),
        Edge("MEMBER_OF", "regionen", "natet", {"since": "2017"}),
        Edge("MEMBER_OF", "bolaget", "radet", {"since": "2020"}),
        Edge("MEMBER_OF", "kommun", "radet", {"basis": "inferred"}),
        Edge("PART_OF", "kommun", "regionen", {}),
    ),
    (SEED,),
)
ALL = sorted(node.id for node in REGION.nodes)


def without(*gone: str) -> list[str]:
    return [each for each in ALL if each not in gone]


def chips(page: Page) -> list[str]:
    return page.locator("#chips li").all_inner_texts()


def facet(page: Page, key: str) -> Locator:
    section = page.locator(f'[data-facet="{key}"]')
    if not section.evaluate("section => section.open"):
        section.locator("summary").click()
    return section


def test_fields_hide_and_chips_say_so_in_words(opened: Open) -> None:
    page = opened(REGION)
    sectors = facet(page, "Actor.sector")
    rows = [" ".join(row.split()) for row in sectors.locator("li").all_inner_texts()]
    assert rows == ["offentlig sektor 2", "näringsliv 1", "uppgift saknas 1"]
    sectors.get_by_label("näringsliv").uncheck()
    assert drawn(page)[0] == without("bolaget")
    assert chips(page) == ["Sektor: utan näringsliv"]
    assert sectors.locator(".said").text_content() == "2 av 3"
    assert page.locator("#shown").text_content() == "7 av 8 noder, 4 av 5 relationer visas"
    sectors.get_by_label("uppgift saknas").uncheck()
    assert chips(page) == ["Sektor: offentlig sektor"]
    page.get_by_role("button", name="Ta bort valet Sektor: offentlig sektor").click()
    assert drawn(page)[0] == ALL
    assert chips(page) == []


def test_a_field_is_chosen_by_keyboard_alone(opened: Open) -> None:
    page = opened(REGION)
    page.locator('[data-facet="Actor.sector"] summary').focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert drawn(page)[0] == without("kommun", "regionen")
    page.locator("#chips button").focus()
    page.keyboard.press("Enter")
    assert drawn(page)[0] == ALL
    assert page.evaluate("document.activeElement.id") == "map"


def test_fields_with_one_value_are_left_out_and_none_hides_all_of_a_type(opened: Open) -> None:
    page = opened(REGION)
    assert page.locator('[data-facet="Project.status"]').count() == 0
    facet(page, "Network.form").get_by_role("button", name="Inga").click()
    assert drawn(page)[0] == without("natet", "radet")
    assert chips(page) == ["Samhandlingsform: inga"]


def test_choices_combine_and_one_click_leads_back(opened: Open) -> None:
    page = opened(REGION)
    page.get_by_label("Bara det som sägs av källan").check()
    assert drawn(page) == [without("regionen"), 2]
    facet(page, "Actor.level").get_by_label("lokal").uncheck()
    assert drawn(page)[0] == without("regionen", "kommun", "bolaget")
    assert chips(page) == ["Nivå: utan lokal", "Bara det som sägs av källan"]
    page.locator("#language").click()
    assert chips(page)[-1] == "Only what is stated"
    page.locator("#clear").click()
    assert drawn(page)[0] == ALL
    assert not page.locator("#stated").is_checked()


def test_of_many_communities_the_small_are_one_row(opened: Open) -> None:
    nodes = [Node("Actor", f"a{number:02}", {"name": f"Aktör {number}"}) for number in range(30)]
    values = {node.id: float(1 + min(number, 19)) for number, node in enumerate(nodes)}
    scale = Scale("community", Term("Klunga i nätet", "Community"), values, grouped=True)
    page = opened(Graph(tuple(nodes)), dressing=Dressing(scales=(scale,)))
    section = facet(page, "community")
    rows = section.locator("li")
    assert rows.count() == 9
    assert rows.last.inner_text().split() == ["12", "till", "12"]
    rows.last.get_by_role("checkbox").uncheck()
    assert len(drawn(page)[0]) == 18
    rows.last.get_by_role("checkbox").check()
    assert len(drawn(page)[0]) == 30


def test_the_years_slide_and_the_undated_stay(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#by-year > summary").click()
    assert page.locator("#undated").text_content() == "Utan år, visas alltid: 6 noder och 2 relationer."
    page.locator("#year-from").fill("2020")
    assert drawn(page) == [without("natet"), 3]
    assert chips(page) == ["Tid: 2020"]
    page.locator("#year-to").fill("2016")
    assert page.locator("#year-from").input_value() == "2016"
    assert drawn(page) == [without("radet"), 2]
    page.locator("#year-to").focus()
    page.keyboard.press("ArrowRight")
    assert chips(page) == ["Tid: 2016–2017"]
    assert "Tid: 2016–2017" in (page.locator("#status").text_content() or "")
    page.locator("#year-from").press("Home")
    page.locator("#year-to").press("End")
    assert chips(page) == []


def test_sliding_is_one_step_of_the_way_back(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#by-year > summary").click()
    before = page.evaluate("history.length")
    page.locator("#year-to").evaluate(
        """slider => { for (const year of [2019, 2018, 2017]) {
        slider.value = year; slider.dispatchEvent(new Event('input', {bubbles: true})); } }"""
    )
    page.locator("#years-said", has_text="2015–2017").wait_for()
    assert page.evaluate("location.hash") == ""
    page.locator("#year-to").evaluate("slider => slider.dispatchEvent(new Event('change', {bubbles: true}))")
    assert "years=2015_2017" in page.evaluate("location.hash")
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    assert drawn(page)[0] == ALL
    assert page.locator("#year-to").input_value() == "2020"
    page.go_forward()
    assert page.locator("#year-to").input_value() == "2017"


def test_the_years_play_by_themselves_or_one_by_one_where_motion_is_unwanted(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#by-year > summary").click()
    page.locator("#year-from").fill("2018")
    page.get_by_role("button", name="Spela upp år för år").click()
    page.get_by_role("button", name="Pausa").wait_for()
    page.get_by_role("button", name="Spela upp år för år").wait_for()
    assert chips(page) == ["Tid: 2018–2020"] or chips(page) == ["Tid: 2020"]
    page.emulate_media(reduced_motion="reduce")
    page.locator("#clear").click()
    page.get_by_role("button", name="Nästa år").click()
    assert chips(page) == ["Tid: 2015"]
    page.keyboard.press("Enter")
    assert chips(page) == ["Tid: 2016"]


def test_a_threshold_hides_what_has_less(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#by-least > summary").click()
    page.locator("#least-measure").select_option("ties")
    page.locator("#least").fill("2")
    assert drawn(page)[0] == ["kommun", "natet", "radet", "regionen"]
    assert chips(page) == ["Kopplingar på kartan: minst 2"]
    page.locator("#least-measure").select_option("Project.total_sek")
    assert drawn(page)[0] == ALL
    assert page.locator("#least-note").text_content() == "Andra typer av noder står kvar."
    page.locator("#least-number").fill("500")
    page.keyboard.press("Enter")
    assert drawn(page)[0] == without("projektet")
    page.locator("#least-measure").select_option("")
    assert drawn(page)[0] == ALL


def test_what_an_address_cannot_mean_is_left_out(opened: Open) -> None:
    page = opened(REGION, "without=Actor.sector:nowhere.private,No.field:x&least=nothing:3&years=a_b")
    assert drawn(page)[0] == without("bolaget")
    assert chips(page) == ["Sektor: utan näringsliv"]


def test_size_and_colour_are_grouped_told_and_explained(opened: Open) -> None:
    page = opened(REGION)
    groups = page.locator("#choose-colour optgroup").evaluate_all("all => all.map(each => each.label)")
    assert groups == ["Mått", "Aktör", "Nätverk", "Projekt"]
    page.locator("#choose-colour").select_option("Actor.sector")
    assert page.locator("#status").text_content() == "Färg: Sektor (Aktör)"
    legend = page.locator("#scale-legend li").all_inner_texts()
    assert [re.sub(r"\s+", " ", row).strip() for row in legend] == [
        "offentlig sektor 2",
        "näringsliv 1",
        "uppgift saknas, eller annan typ 5",
    ]
    page.locator("#choose-size").select_option("ties")
    assert page.locator("#scale-legend .samples li").count() == 3


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ("skogen", "Okända föreningen", "Aktör · Anmärkning: Hör av sig om skogen ibland"),
        ("näringsliv", "Bolaget", "Aktör · Sektor: näringsliv"),
        ("private", "Bolaget", "Aktör · Sektor: näringsliv"),
        ("bygget", "Bygget", "Projekt"),
        ("kommun", "Kommunen", "Aktör"),
    ],
)
def test_a_hit_says_why_it_is_one(opened: Open, words: str, name: str, told: str) -> None:
    page = opened(REGION)
    assert search(page, words)[0] == name
    assert page.locator("#hits .hit-type").first.text_content() == told


def test_a_hidden_hit_is_offered_last_and_shown_when_chosen(opened: Open) -> None:
    page = opened(REGION, "without=Actor.sector:public")
    assert search(page, "aktör") == ["Bolaget", "Okända föreningen", "Kommunen", "Regionen"]
    assert page.locator("#hits .is-hidden").all_inner_texts() == [" (dold)", " (dold)"]
    search(page, "kommunen")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").text_content() == "Kommunen"
    assert "kommun" in drawn(page)[0]
    page.go_back()
    assert page.locator("#details").is_hidden()
    assert drawn(page)[0] == without("kommun", "regionen")
