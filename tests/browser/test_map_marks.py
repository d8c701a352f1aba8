"""Marks in a real Chromium: what is new, gone and changed, where the thread breaks, and that assessments stay out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gronagraf.graph import Edge, Graph, Node
from gronagraf.thread import judge
from gronagraf.views.map.marks import Marks
from tests.browser.map_page import REGION, drawn

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GONE = Node("Actor", "borta", {"name": "Nedlagda <b>föreningen</b>"})
OLD = replace(
    REGION,
    nodes=(
        replace(REGION.nodes[0], facts={**REGION.nodes[0].facts, "name": "Wexiö stad", "sector": "public"}),
        *REGION.nodes[1:5],
        GONE,
    ),
    edges=(
        replace(REGION.edges[0], facts={**REGION.edges[0].facts, "note": "förr"}),
        *REGION.edges[1:6],
        Edge("MEMBER_OF", "borta", "natet", {}),
    ),
)
MARKED = Marks(old=OLD)
COVERING = replace(REGION.seeds[0], complete=("CONTRIBUTES_TO", "Project", "OWNS_ISSUE", "WORKS_ON"))
COVERED = replace(
    REGION,
    nodes=tuple(replace(node, seed="lyr") for node in (*REGION.nodes, Node("Goal", "annat", {"name": "Annat mål"}))),
    seeds=(COVERING,),
)


def test_new_gone_and_changed_are_counted_and_can_be_left_out(opened) -> None:
    page = opened(REGION, marks=MARKED)
    assert page.locator("#changes .count").all_text_contents() == ["2", "2", "2"]
    assert "Jämfört med Lyrebygd, 2026-01-02" in page.locator(".provenance").text_content()
    assert "borta" in drawn(page)[0]
    page.click("#changes [data-mark=gone]")
    assert "borta" not in drawn(page)[0]
    page.go_back()
    assert "borta" in drawn(page)[0]


def test_only_what_has_changed_keeps_the_ends_of_marked_relations(opened) -> None:
    page = opened(REGION, marks=MARKED)
    page.focus("#changes [data-mark=same]")
    page.keyboard.press("Space")
    assert drawn(page) == [["almhult", "borta", "ensam", "lnu", "natet", "vaxjo"], 3]
    assert "unmarked=same" in page.url
    assert page.locator("#changes [data-mark=same]").is_checked()


def test_old_and_new_values_stand_in_details_and_in_the_table(opened) -> None:
    page = opened(REGION, "node=vaxjo", marks=MARKED)
    rows = page.locator(".changed > div").all_text_contents()
    assert rows == ["NamnWexiö stad → Växjö kommun", "Sektoroffentlig sektor → inget värde"]
    tie = page.locator(".ties li", has_text="Kompetensnätet")
    assert tie.locator(".changed").text_content() == "Anmärkning: förr → inget värde"
    page.click("#language")
    assert page.locator("#details .change").text_content() == "~Changed"
    page.click("#close-details")
    page.click("#open-tables")
    row = page.locator("#tables tbody tr", has=page.get_by_text("Nedlagda <b>föreningen</b>", exact=True))
    assert "Gone" in row.first.locator("td").all_text_contents()


def test_nothing_changed_is_said(opened) -> None:
    page = opened(REGION, marks=Marks(old=REGION))
    assert page.locator("#changes-none").is_visible()
    assert page.locator("#changes [data-mark=same]").count() == 0


def test_breaks_are_listed_and_each_goes_to_its_node_by_keyboard(opened) -> None:
    verdict = judge(COVERED)
    page = opened(COVERED, marks=Marks(verdict=verdict))
    assert page.locator("#breaks .count").first.text_content() == str(len(verdict.broken))
    page.focus("#breaks-list summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.locator("#details-heading").text_content() == first
    told = page.locator("#details .break.is-broken").all_text_contents()
    assert told
    assert all("Bruten: " in each for each in told)


def test_who_can_mend_is_a_link_and_unknown_is_not_broken(opened) -> None:
    page = opened(COVERED, "node=malet", marks=Marks(verdict=judge(COVERED)))
    assert page.locator("#details .break.is-unknown").count() > 0
    assert "Okänd" in page.locator("#breaks").text_content()
    page.locator("#details .break.is-broken button", has_text="Växjö kommun").first.click()
    assert page.locator("#details-heading").text_content() == "Växjö kommun"


def test_only_where_it_breaks(opened) -> None:
    verdict = judge(COVERED)
    page = opened(COVERED, marks=Marks(verdict=verdict))
    page.click("#breaks-only")
    assert drawn(page)[0] == sorted({gap.node.id for gap in verdict.broken})
    page.click("#clear")
    assert not page.locator("#breaks-only").is_checked()


def test_a_page_with_assessments_says_so_also_on_paper_and_one_without_that_they_are_left_out(opened) -> None:
    page = opened(REGION)
    assert "är inte med på kartan" in page.locator("#filters").text_content()
    assert page.locator(".is-judging").count() == 0
    page = opened(REGION, with_assessments=True)
    assert page.locator(".is-judging").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".is-judging").is_visible()


def test_a_map_of_one_that_is_no_more(opened) -> None:
    page = opened(Graph(seeds=REGION.seeds), marks=MARKED)
    assert len(drawn(page)[0]) == 6


def test_a_grid_says_that_its_sizes_are_relevance_and_the_network_that_they_are_ties(opened) -> None:
    nodes = (Node("Actor", "a", {"name": "A"}), Node("StakeholderAnalysis", "s", {"name": "S"}))
    assessed = Edge("ASSESSED_IN", "a", "s", {"power": 4, "interest": 5, "relevance": 3})
    graph = Graph(nodes, (assessed,), REGION.seeds)
    page = opened(graph, "layout=grid%3As&lang=sv", with_assessments=True)
    first = page.locator("#choose-size option").first
    assert first.text_content() == "efter relevans"
    page.select_option("#choose-layout", "network")
    assert first.text_content() == "efter antal kopplingar"
