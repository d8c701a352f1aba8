"""The map page as text: the same for the same graph, sealed against what data says, complete."""

import base64
import dataclasses
import hashlib
import html
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from gronagraf.errors import GronagrafError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.schema import Term
from gronagraf.views.map import write_map
from gronagraf.views.map.parts import HERE, SCRIPTS, STYLES
from gronagraf.views.map.words import WORDS
from tests.map_data import data

SEED = SeedInfo("lyr", "Lyrebygd", "Lyre", publisher="Projektet", licence="CC0-1.0", date="2026-01-02")
HOSTILE = (
    "<script>window.__pwned=1</script>",
    "</script><script>window.__pwned=1</script>",
    "</SCRIPT ><img src=x onerror=window.__pwned=1>",
    "</style><style>body{display:none}</style>",
    "<!--<script>",
    "-->",
    "\"><svg onload=window.__pwned=1>",
    "' autofocus onfocus=window.__pwned=1 x='",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.__pwned=1",
    "data:text/html,<script>window.__pwned=1</script>",
    "]]>&lt;&#60;\u2028\u2029\x00\x1b[31m\ud800",
    "https://example.org/\"onmouseover=window.__pwned=1//",
    "__proto__",
)  # fmt: skip


def node(label: str, key: str, /, **facts: str | float | bool) -> Node:
    return Node(label, key, {"name": key.upper(), **facts}, "lyr")


def edge(kind: str, start: str, end: str, /, **facts: str | float | bool) -> Edge:
    return Edge(kind, start, end, facts, "lyr")


SMALL = Graph(
    (
        node("Actor", "a", kind="municipality", source="https://example.org/a", note="En anmärkning"),
        node("Actor", "b", basis="inferred", sector="public", sector_basis="inferred"),
        node("Network", "n", form="thematic"),
        node("Project", "p"),
    ),
    (
        edge("COLLABORATES_WITH", "a", "b", step="samsyn"),
        edge("MEMBER_OF", "a", "n", role="member", source="https://example.org/m"),
        edge("MEMBER_OF", "a", "n", role="convenor", basis="inferred"),
        edge("FUNDS", "a", "p", amount_sek=1.5),
    ),
    (SEED,),
)


class Reader(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[int, str] = {}
        self.open = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open = True

    def handle_endtag(self, tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        at = len(self.elements) - 1
        if self.open:
            self.texts[at] = self.texts.get(at, "") + data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [
            (attributes, self.texts.get(at, "")) for at, (name, attributes) in enumerate(self.elements) if name == tag
        ]


def sha256(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_same_graph_in_any_order_gives_the_same_text() -> None:
    other = Graph(SMALL.nodes[::-1], SMALL.edges[::-1], SMALL.seeds)
    assert write_map(SMALL, MODEL) == write_map(SMALL, MODEL)
    assert data(write_map(other, MODEL), "nodes") == data(write_map(SMALL, MODEL), "nodes")
    assert data(write_map(other, MODEL), "edges") == data(write_map(SMALL, MODEL), "edges")


def test_the_policy_allows_what_the_page_holds_and_nothing_else() -> None:
    page = Reader(write_map(SMALL, MODEL))
    policy = next(a["content"] or "" for a, _ in page.of("meta") if a.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    scripts = [text for attributes, text in page.of("script") if attributes.get("type") != "application/json"]
    assert len(scripts) == 2
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [sha256(text) for text in scripts]
    assert rules["style-src"].split() == [sha256(text) for _, text in page.of("style")]


def test_nothing_is_fetched_from_anywhere() -> None:
    page = Reader(write_map(SMALL, MODEL))
    for tag, attributes in page.elements:
        assert "src" not in attributes, tag
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
        if tag == "link":
            assert str(attributes["href"]).startswith("data:")
    text = write_map(SMALL, MODEL)
    assert "sourceMappingURL" not in text
    assert "@import" not in text
    assert "url(" not in "".join(style for _, style in page.of("style"))


def hostile_graph(text: str) -> Graph:
    """A graph that says this text wherever a graph can say something."""
    fields = {name: text for name, field in MODEL.labels["Actor"].columns.items() if field.kind.name != "boolean"}
    ties = {name: text for name, field in MODEL.types["MEMBER_OF"].columns.items()}
    seed = SeedInfo(text, text, text, text, text, text, text, text, True)
    nodes = (Node("Actor", text, fields, text), Node("Network", f"{text}n", {"name": text, text: text}, text))
    return Graph(nodes, (Edge("MEMBER_OF", text, f"{text}n", {**ties, text: text}, text),), (seed,))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_data_says_stays_text(text: str) -> None:
    harmless = write_map(hostile_graph("ofarligt"), MODEL, title=Term("ofarligt", "ofarligt"), unfinished=["ofarligt"])
    page = write_map(hostile_graph(text), MODEL, title=Term(text, text), unfinished=[text])
    page.encode()
    tags = [(tag, sorted(attributes)) for tag, attributes in Reader(page).elements]
    expected = [(tag, sorted(attributes)) for tag, attributes in Reader(harmless).elements]
    if not text.startswith("https://"):
        assert tags == expected
    assert page.lower().count("<script") == harmless.lower().count("<script")
    assert page.lower().count("</script") == harmless.lower().count("</script")
    assert page.count("<!--") == harmless.count("<!--")
    shown = text.replace("\ud800", "\ufffd")
    assert data(page, "nodes")[0]["label"] in (shown, text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "x"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    page = Reader(write_map(Graph((node("Actor", "a", source=address),)), MODEL))
    assert [a["href"] for a, _ in page.of("a") if not str(a["href"]).startswith("#")] == []


def test_a_source_on_the_web_is_a_link_that_tells_nobody() -> None:
    page = Reader(write_map(SMALL, MODEL))
    links = [a for a, _ in page.of("a") if not str(a["href"]).startswith("#")]
    assert {str(a["href"]) for a in links} == {"https://example.org/a", "https://example.org/m"}
    assert not any("target" in a for a in links)
    assert [meta["content"] for meta, _ in page.of("meta") if meta.get("name") == "referrer"] == ["no-referrer"]


def test_parallel_relations_are_all_there_and_apart() -> None:
    both_ways = Graph(
        (node("Actor", "a"), node("Actor", "b")),
        (edge("INFLUENCES", "a", "b"), edge("INFLUENCES", "b", "a"), edge("OWNS_SHARE_OF", "a", "b")),
    )
    edges = data(write_map(both_ways, MODEL), "edges")
    bends = set()
    for each in edges:
        bends.add(each["bend"] if each["from"] == "a" else -each["bend"])
    assert len(edges) == 3
    assert len(bends) == 3


def test_facts_stand_under_one_key_so_that_none_collides() -> None:
    facts = {"title": "t", "label": "l", "value": "v", "source": "s", "size": 900, "color": "red"}
    drawn = data(write_map(Graph((node("Actor", "a", **facts),)), MODEL), "nodes")[0]
    assert drawn["own"] == {"facts": {**facts, "source": 0}}
    assert set(drawn) == {"id", "label", "group", "x", "y", "size", "own"}


def test_an_empty_graph_gives_a_page_that_says_so() -> None:
    page = write_map(Graph(seeds=(SEED,)), MODEL)
    assert WORDS["empty_heading"].sv in page
    assert 'id="map"' not in page
    assert data(page, "nodes") == []


def test_one_node_is_a_map() -> None:
    drawn = data(write_map(Graph((node("Goal", "g"),)), MODEL), "nodes")
    assert [(each["id"], each["group"]) for each in drawn] == [("g", "Goal")]


def test_the_page_says_where_it_is_from_and_what_it_is() -> None:
    page = html.unescape(write_map(SMALL, MODEL))
    assert all(said in page for said in ("Lyrebygd", "Projektet", "2026-01-02", "CC0-1.0"))
    assert WORDS["fictional"].sv not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    made_up = dataclasses.replace(SMALL, seeds=(dataclasses.replace(SEED, fictional=True),))
    marked = re.sub(r"<script.*?</script>", "", write_map(made_up, MODEL, unfinished=["lyr"]), flags=re.DOTALL)
    assert WORDS["fictional"].sv in marked
    assert WORDS["unfinished"].sv in marked


def test_the_page_begins_in_the_language_asked_for() -> None:
    page = write_map(SMALL, MODEL, language="en")
    assert '<html lang="en">' in page
    assert "<title>Lyre</title>" in page
    assert "<title>Karta över allt</title>" in write_map(SMALL, MODEL, title=Term("Karta över allt", "All"))


def test_readers_without_scripts_get_every_node_and_relation() -> None:
    still = write_map(SMALL, MODEL).split("<noscript>")[1].split("</noscript>")[0]
    assert still.count("<tr>") == 2 + len(SMALL.nodes) + len(SMALL.edges)
    many = Graph(tuple(node("Actor", f"a{number:04}") for number in range(2100)))
    assert "100 rader till" in write_map(many, MODEL)


def test_what_cannot_be_drawn_is_refused_all_at_once() -> None:
    wrong = Graph(
        (node("Actor", "a"), node("Actor", "a"), node("Wizard", "w"), node("Goal", "g", target_year=float("nan"))),
        (
            edge("MEMBER_OF", "a", "nobody"),
            edge("ENCHANTS", "a", "w"),
            edge("FUNDS", "a", "g", amount_sek=float("inf")),
        ),
    )
    with pytest.raises(GronagrafError) as refusal:
        write_map(wrong, MODEL)
    said = str(refusal.value)
    assert all(part in said for part in ("occurs 2 times", '"Wizard"', "nan", '"nobody"', '"ENCHANTS"', "inf"))


def test_every_script_and_style_is_part_of_the_page() -> None:
    scripts = (file.relative_to(HERE / "scripts").with_suffix("") for file in (HERE / "scripts").rglob("*.js"))
    assert sorted(script.as_posix() for script in scripts) == sorted(SCRIPTS)
    assert {file.stem for file in (HERE / "style").iterdir()} == set(STYLES)
    for name in SCRIPTS:
        assert (HERE / "scripts" / f"{name}.js").read_text("utf-8").startswith('"use strict";\n// '), name


def test_big_packages_are_loaded_when_a_map_is_written_and_not_before() -> None:
    check = "import sys, gronagraf.views.map; print({'igraph', 'jinja2', 'pyvis'} & sys.modules.keys())"
    said = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


def test_the_page_of_three_hundred_nodes_can_be_mailed() -> None:
    nodes = tuple(node("Actor", f"a{n}", note="ord " * 20, source=f"https://example.org/{n}") for n in range(300))
    edges = tuple(
        edge("COLLABORATES_WITH", f"a{n % 300}", f"a{(n * 7 + 1) % 300}", since=str(2000 + n // 300))
        for n in range(750)
        if n % 300 != (n * 7 + 1) % 300
    )
    assert len(write_map(Graph(nodes, edges, (SEED,)), MODEL).encode()) < 1_100_000
