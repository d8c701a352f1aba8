"""What is taken away from the map: pictures, tables and a link; and the map inside another page."""

from __future__ import annotations

import base64
import csv
import io
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.views.map import Embedded, write_map
from tests.browser.map_page import REGION, drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>window.__pwned=1</script>",
    '"/><image href="x" onerror="window.__pwned=1"/>',
    "]]>&lt;&amp;<!--",
    "=HYPERLINK(\"http://example.org\")",
    "\x01\x0b\ud800 z",
)  # fmt: skip


def taken(page: Page, item: str) -> tuple[str, bytes]:
    """The name and the content of what this item of the menu saves."""
    page.locator("#take summary").click()
    with page.expect_download() as download:
        page.locator(f"#{item}").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows(content: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def words(svg: ET.Element) -> list[str]:
    return [each.text or "" for each in svg.iter(f"{SVG}text") if each.get("aria-hidden") is None]


def test_the_svg_has_shapes_and_words_of_all_that_is_shown(opened: Open) -> None:
    page = opened(REGION)
    name, content = taken(page, "take-svg")
    assert name == "Lyrebygd-2026-01-02-karta.svg"
    svg = ET.fromstring(content)
    groups = [each for each in svg.iter(f"{SVG}g") if each.get("class") == "node"]
    titles = sorted(each.findtext(f"{SVG}title") or "" for each in groups)
    assert titles[0] == "Fler i arbete (Mål)"
    assert len(groups) == len(REGION.nodes)
    assert all(each.findall(f"{SVG}path") for each in groups)
    ties = next(each for each in svg.iter(f"{SVG}g") if each.get("class") == "ties")
    assert len([each for each in ties if each.get("fill") == "none"]) == len(REGION.edges)
    said = " ".join(words(svg))
    for word in ("Lyrebygd", "Sammanställd 2026-01-02", "Påhittad region.", "Kompetensnätet", "Aktörer", "är med i"):
        assert word in said
    assert "6 av 6 noder, 7 av 7 relationer visas" in said
    assert not list(svg.iter(f"{SVG}image"))


def test_the_svg_draws_the_same_in_a_browser(opened: Open, tmp_path: Path) -> None:
    page = opened(REGION)
    _, content = taken(page, "take-svg")
    file = tmp_path / "map.svg"
    file.write_bytes(content)
    page.goto(file.as_uri())
    box = page.evaluate(
        "(() => { const b = document.querySelector('.node path').getBoundingClientRect(); return b.width })()"
    )
    assert box > 5
    assert page.evaluate("document.querySelector('svg').getAttribute('width') | 0") > 900


def test_the_png_is_twice_as_large_and_not_blank(opened: Open) -> None:
    page = opened(REGION)
    _, vector = taken(page, "take-svg")
    name, content = taken(page, "take-png")
    assert name == "Lyrebygd-2026-01-02-karta.png"
    width, height = struct.unpack(">II", content[16:24])
    svg = ET.fromstring(vector)
    assert (width, height) == (2 * int(svg.get("width") or 0), 2 * int(svg.get("height") or 0))
    seen = page.evaluate(
        """async text => { const octets = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([octets]));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height), found = new Set();
        for (let at = 0; at < data.length; at += 4) found.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        return [...found]; }""",
        base64.b64encode(content).decode(),
    )
    assert {0x0072B2, 0x009E73, 0xFBFCFA} & set(seen) != set()
    assert len(seen) > 50


def test_the_picture_says_what_is_filtered_and_how_colour_is_to_be_read(opened: Open) -> None:
    page = opened(REGION, "hide=Actor&colour=ties")
    said = " ".join(words(ET.fromstring(taken(page, "take-svg")[1])))
    assert said.count("Aktörer") == 1
    assert "Noder: utan Aktörer" in said
    assert "3 av 6 noder" in said
    assert "Färg: Kopplingar på kartan" in said


def test_the_tables_hold_what_is_shown(opened: Open) -> None:
    page = opened(REGION)
    page.get_by_role("checkbox", name=re.compile("^Ledarskapsprinciper")).uncheck()
    name, content = taken(page, "take-nodes")
    assert name == "Lyrebygd-2026-01-02-noder.csv"
    nodes = rows(content)
    assert sorted(row["Id"] for row in nodes) == ["almhult", "lnu", "malet", "natet", "vaxjo"]
    assert next(row for row in nodes if row["Id"] == "natet")["Anmärkning"] == "Träffas <b>ofta</b> & gärna"
    edges = rows(taken(page, "take-edges")[1])
    assert len(edges) == 7
    assert {"Från": "Älmhults kommun", "Relation": "påverkar", "Till": "Linnéuniversitetet"}.items() <= edges[0].items()
    assert "2018" in next(row for row in edges if row["Från (Id)"] == "vaxjo" and row["Till (Id)"] == "natet").values()


def test_a_table_in_english_is_parted_by_commas(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#language").click()
    name, content = taken(page, "take-nodes")
    assert name == "Lyre_region-2026-01-02-nodes.csv"
    assert "municipality" in {row["Kind"] for row in rows(content, ",")}


def test_amounts_have_the_comma_that_a_swedish_spreadsheet_reads(opened: Open) -> None:
    graph = Graph((Node("Goal", "g", {"name": "Mål", "target_value": -83.5}),))
    row = rows(taken(opened(graph), "take-nodes")[1])[0]
    assert "-83,5" in row.values()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_text_in_every_file(opened: Open, tmp_path: Path, text: str) -> None:
    seed = SeedInfo("x", text, text, publisher=text, date="2026-01-02")
    nodes = (Node("Actor", "a", {"name": text, "note": text}), Node("Network", "n", {"name": f"n {text}"}))
    page = opened(Graph(nodes, (Edge("MEMBER_OF", "a", "n", {}),), (seed,)))
    name, content = taken(page, "take-svg")
    assert re.fullmatch(r"[\w.-]+\.svg", name)
    svg = ET.fromstring(content)
    assert not [each for each in svg.iter() if each.tag in (f"{SVG}script", f"{SVG}image")]
    assert not [key for each in svg.iter() for key in each.attrib if key.startswith("on")]
    assert taken(page, "take-png")[1].startswith(b"\x89PNG")
    row = next(row for row in rows(taken(page, "take-nodes")[1]) if row["Id"] == "a")
    assert row["Namn"].lstrip("'").replace("\ufffd", "") == text.replace("\ud800", "")
    assert not row["Namn"].startswith("=")
    file = tmp_path / "map.svg"
    file.write_bytes(content)
    page.goto(file.as_uri())
    assert page.evaluate("window.__pwned") is None


def test_the_menu_works_by_keys(opened: Open) -> None:
    page = opened(REGION)
    page.locator("#take summary").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "take-png"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "tell-view"
    page.keyboard.press("Escape")
    assert page.locator("#take-png").is_hidden()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Hämta"


def test_a_link_opens_the_same_view(opened: Open) -> None:
    page = opened(REGION)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("checkbox", name=re.compile("^Aktörer")).uncheck()
    page.locator("#take summary").click()
    page.locator("#copy-link").click()
    page.locator("#take-done", has_text="Länken är kopierad").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    assert drawn(page) == [["ensam", "malet", "natet"], 1]


def test_where_there_is_no_clipboard_the_link_can_be_copied_by_hand(opened: Open) -> None:
    page = opened(REGION, "node=natet")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#take summary").click()
    page.locator("#copy-link").click()
    field = page.locator("#link-text")
    assert field.input_value() == page.url
    assert page.evaluate("document.activeElement.selectionEnd") == len(page.url)
    page.keyboard.press("Escape")
    field.wait_for(state="detached")


def test_the_map_works_in_a_frame_without_an_address(page: Page, tmp_path: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    frame = Embedded(write_map(REGION, MODEL), 'Lyre"bygd', 640)._repr_html_()
    file = tmp_path / "around.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{frame}", encoding="utf-8")
    page.goto(file.as_uri())
    assert page.locator("iframe").get_attribute("title") == 'Lyre"bygd'
    inside = page.frame_locator("iframe")
    inside.get_by_role("checkbox", name=re.compile("^Aktörer")).uncheck()
    assert inside.locator("#shown").text_content() == "3 av 6 noder, 1 av 7 relationer visas"
    inside.locator("#search").fill("kompetens")
    inside.locator("#search").press("Enter")
    assert inside.locator("#details h2").text_content() == "Kompetensnätet"
    inside.locator("#take summary").click()
    assert inside.locator("#copy-link").is_hidden()
    with page.expect_download() as download:
        inside.locator("#take-nodes").click()
    assert download.value.suggested_filename.endswith("noder.csv")
    assert said == []
