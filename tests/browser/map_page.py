"""A small region for the tests of the map page, and what they read from an open page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gronagraf.graph import Edge, Graph, Node, SeedInfo

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOURCE = "https://example.org/k%C3%A4lla"
SEED = SeedInfo("lyr", "Lyrebygd", "Lyre region", publisher="Projektet", date="2026-01-02", fictional=True)
REGION = Graph(
    (
        Node("Actor", "vaxjo", {"name": "Växjö kommun", "kind": "municipality", "source": SOURCE, "basis": "stated"}),
        Node("Actor", "almhult", {"name": "Älmhults kommun", "municipality": "vaxjo", "basis": "inferred"}),
        Node("Actor", "lnu", {"name": "Linnéuniversitetet", "also_known_as": "LNU", "source": "javascript:void(0)"}),
        Node("Network", "natet", {"name": "Kompetensnätet", "note": "Träffas <b>ofta</b> & gärna"}),
        Node("Goal", "malet", {"name": "Fler i arbete"}),
        Node("Principle", "ensam", {"name": "Helhetssyn"}),
    ),
    (
        Edge("MEMBER_OF", "vaxjo", "natet", {"role": "convenor", "since": "2018", "source": "https://example.org/m"}),
        Edge("MEMBER_OF", "almhult", "natet", {"role_text": "adjungerad", "basis": "inferred"}),
        Edge("MEMBER_OF", "lnu", "natet", {}),
        Edge("COLLABORATES_WITH", "lnu", "vaxjo", {"step": "samsyn"}),
        Edge("OWNS_ISSUE", "vaxjo", "malet", {}),
        Edge("WORKS_ON", "natet", "malet", {}),
        Edge("INFLUENCES", "almhult", "lnu", {"strength": -2}),
    ),
    (SEED,),
)


def spot(page: Page, key: str) -> dict[str, float]:
    """Where a node is in the window."""
    found: dict[str, float] = page.evaluate(
        """key => { const node = gronagraf.data.byId.get(key), network = gronagraf.picture.network();
        const at = network.canvasToDOM({x: node.x, y: node.y});
        const box = document.getElementById('map').getBoundingClientRect();
        return {x: box.x + at.x, y: box.y + at.y}; }""",
        key,
    )
    return found


def drawn(page: Page) -> list[Any]:
    """The ids of the nodes that the picture has, and how many relations."""
    found: list[Any] = page.evaluate(
        """(() => { const {body} = gronagraf.picture.network(), {nodes} = gronagraf.data;
        return [body.nodeIndices.map(index => nodes[index].id).sort(), body.edgeIndices.length]; })()"""
    )
    return found


def search(page: Page, words: str) -> list[str]:
    page.fill("#search", words)
    return page.locator("#hits .hit-name").all_text_contents()
