"""A chart in a real Chromium: nothing is complained of, and names without room are shown to whoever asks."""

import re

import pytest

from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.analysis.assessment import ratings
from gronagraf.analysis.measures import find, measure
from gronagraf.analysis.projection import Selection, Shared, project
from gronagraf.graph import Result
from gronagraf.views.charts import scatter_chart, write_chart

pytestmark = pytest.mark.browser


def test_a_name_that_found_no_room_is_shown_when_its_mark_has_the_focus(page, tmp_path):
    said: list[str] = []
    page.context.route(re.compile("^(https?|wss?):"), lambda route: (said.append(route.request.url), route.abort()))
    page.on("console", lambda message: said.append(message.text))
    graph = read_seed(seed_folder("kronoberg"), MODEL)
    measured = measure(project(graph, MODEL, Shared()), find(["degree", "betweenness"]))
    chart = scatter_chart(measured, ratings(graph, Selection()), ("degree", "betweenness"), "sv", Result((), ((),)))
    path = tmp_path / "chart.html"
    path.write_text(write_chart(chart, "html", "sv", MODEL), "utf-8")
    page.goto(path.as_uri())
    quiet = page.locator(".point.is-quiet").first
    assert quiet.locator(".name").first.evaluate("e => getComputedStyle(e).visibility") == "hidden"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    quiet.focus()
    assert quiet.locator(".name").first.evaluate("e => getComputedStyle(e).visibility") == "visible"
    assert page.get_by_role("img", name=re.compile("Växjö kommun")).count() >= 1
    assert said == []
