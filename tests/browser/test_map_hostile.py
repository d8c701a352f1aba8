"""Hostile text in every place that data reaches: opened, searched, filtered, printed, and nothing of it runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.schema import Term
from gronagraf.views.map import write_map
from tests.browser.map_page import REGION, SEED, search, spot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PWN = "window.__pwned=1"
HOSTILE = (
    f"<script>{PWN}</script>",
    f"</script><img src=x onerror={PWN}>",
    f'"><svg onload={PWN}>',
    f"' onfocus={PWN} autofocus '",
    f"javascript:{PWN}",
    f"https://example.org/' onclick={PWN} '",
    f"data:text/html,<script>{PWN}</script>",
    f"</noscript><img src=https://example.org/x onerror={PWN}>",
    f"<iframe srcdoc='<script>parent.{PWN}</script>'>",
    "</style><style>@import 'https://example.org/x';*{display:none}",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}${" + PWN + "}",
    "=HYPERLINK(\"https://example.org\")",
    "\u202egnp.exe\u2066\x1b[31m\x07",
    "$& $1 {0} {1}",
    "__proto__",
    "constructor",
    "toString",
    "å" * 5000,
)  # fmt: skip


def everywhere(text: str) -> Graph:
    """A graph that says this text wherever it can say something, on nodes and relations of every type."""
    nodes = tuple(
        Node(
            each.label,
            text if number == 0 else f"{text}{number}",
            {**dict.fromkeys(each.columns, text), text: text},
            text,
        )
        for number, each in enumerate(MODEL.nodes)
    )
    ids = [node.id for node in nodes]
    edges = tuple(
        Edge(each.type, text, ids[1 + number % (len(ids) - 1)], {**dict.fromkeys(each.columns, text), text: text}, text)
        for number, each in enumerate(MODEL.edges)
    )
    return Graph(nodes, edges, (SeedInfo(text, text, text, text, text, text, text, text, True), SEED))


def assert_nothing_ran(page: Page) -> None:
    assert page.evaluate("window.__pwned") is None
    assert page.evaluate("({}).polluted === undefined && Object.keys(Object.prototype).length === 0")
    assert page.locator("body script").count() == 6
    assert page.locator("iframe, object, embed, form, base, link[rel=stylesheet], svg script").count() == 0
    names = page.evaluate("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())")
    assert [name for name in names if name.startswith("on") or name in ("srcdoc", "formaction")] == []
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => [a.getAttribute('href'), a.rel])")
    web = [rel for address, rel in links if not str(address).startswith("#")]
    assert all(str(address).startswith(("https://", "http://", "#")) for address, _ in links)
    assert all("noopener" in rel for rel in web)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_runs(opened: Open, text: str) -> None:
    page = opened(everywhere(text), title=Term(text, text), unfinished=[text])
    page.emulate_media(reduced_motion="reduce")
    at = spot(page, text)
    page.mouse.move(at["x"], at["y"])
    page.locator("#tip").wait_for()
    search(page, text[:60])
    page.locator("#hits").wait_for()
    page.evaluate("id => gronagraf.details.open(gronagraf.data.byId.get(id))", text)
    assert page.locator("#details h2").text_content() == text
    page.locator("#details .go").first.click()
    page.mouse.click(at["x"], at["y"])
    page.focus("#map")
    for key in ("ArrowRight", "n", "p", " ", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.locator("#open-tables").click()
    page.locator("#tables summary").first.click()
    page.fill("#tables-filter", text[:60])
    page.locator("#tables .sort").nth(1).click()
    assert_nothing_ran(page)
    page.locator("#close-tables").click()
    page.locator("#open-about").click()
    page.locator("#sources-fold summary").click()
    assert_nothing_ran(page)
    page.locator("#close-about").click()
    page.locator("#language").click()
    page.evaluate("for (const fold of document.querySelectorAll('.filters details')) fold.open = true")
    page.locator("#node-types input").first.uncheck()
    page.locator("#edge-types input").first.uncheck()
    for key in page.evaluate("[...gronagraf.data.layouts.keys()]"):
        page.evaluate("key => gronagraf.state.change({layout: key})", key)
    for key in page.evaluate("[...gronagraf.data.scales.keys()].slice(0, 6)"):
        page.evaluate("key => gronagraf.state.change({size: key, colour: key})", key)
    page.emulate_media(media="print")
    page.pdf()
    assert_nothing_ran(page)


@pytest.mark.parametrize("text", [*HOSTILE[:-1], "%", "%E0%A4%A", "1e999", "-0_NaN_1"])
def test_a_hostile_address_is_only_a_state(opened: Open, text: str) -> None:
    words = (
        "layout",
        "node",
        "tie",
        "steps",
        "to",
        "hide",
        "cut",
        "without",
        "years",
        "least",
        "size",
        "colour",
        "view",
    )
    raw, quoted = (
        "&".join(f"{word}={written}" for word in words) + f"&{written}=1&lang={written}"
        for written in (text, quote(text, safe=""))
    )
    page = opened(REGION, fragment=quoted)
    assert_nothing_ran(page)
    page.evaluate("raw => { location.hash = raw }", raw)
    page.reload()
    assert page.locator("#map canvas").count() == 1
    assert_nothing_ran(page)


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE if "/" not in text and "\x07" not in text and len(text) < 200]
)
def test_a_hostile_file_name_is_only_a_name(page: Page, tmp_path: Path, text: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    file = tmp_path / f"{text}.html"
    file.write_text(write_map(REGION, MODEL), encoding="utf-8", newline="\n")
    page.goto(file.as_uri())
    page.locator("#map canvas").wait_for()
    assert_nothing_ran(page)
    assert said == []


WRITE = """
import hashlib, random, sys
from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.graph import Graph
from gronagraf.views.map import write_map
graph = read_seed(seed_folder("exempel"), MODEL)
nodes, edges = list(graph.nodes), list(graph.edges)
random.Random(int(sys.argv[1])).shuffle(nodes)
random.Random(int(sys.argv[1])).shuffle(edges)
sys.stdout.buffer.write(write_map(Graph(tuple(nodes), tuple(edges), graph.seeds), MODEL).encode())
"""


def test_the_same_graph_gives_the_same_bytes_and_nothing_of_the_machine(tmp_path: Path) -> None:
    pages = [
        subprocess.run(
            [sys.executable, "-c", WRITE, seed],
            env={**os.environ, "PYTHONHASHSEED": seed, "HOME": f"/home/{name}", "USER": name, "LOGNAME": name},
            cwd=Path.cwd() if seed == "1" else tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed, name in (("1", "kvasir1"), ("4711", "kvasir2"))
    ]
    assert pages[0] == pages[1]
    text = pages[0].decode()
    assert not re.search(r"kvasir|/home/|/Users/|[A-Z]:\\\\|/tmp/|file://", text)
    for private in (Path.cwd(), Path(sys.prefix), Path(__file__).parents[2]):
        assert str(private) not in text


def test_the_licence_of_what_is_inlined_is_in_the_file_and_on_the_page(opened: Open) -> None:
    text = write_map(REGION, MODEL)
    assert "@copyright (c) 2011-2017 Almende B.V" in text
    assert "MIT License" in text
    page = opened(REGION)
    page.locator("#open-about").click()
    assert "Almende B.V." in page.locator("#about").inner_text()
