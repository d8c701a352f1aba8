"""A page that watches what the map asks for and complains of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gronagraf.graph import Graph
from gronagraf.model import MODEL
from gronagraf.views.map import write_map

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Iterator[Open]:
    """Opens the map of a graph; afterwards nothing may have been asked of the network nor complained of."""
    asked: list[str] = []
    said: list[str] = []
    page.context.route(re.compile("^(https?|wss?):"), lambda route: (asked.append(route.request.url), route.abort()))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    numbers = itertools.count()

    def open_map(graph: Graph, fragment: str = "", **options: Any) -> Page:
        """`options` are those of write_map; `fragment` is the state that the page opens in."""
        file = tmp_path / f"map{next(numbers)}.html"
        file.write_text(write_map(graph, MODEL, **options), encoding="utf-8", newline="\n")
        page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
        return page

    yield open_map
    assert asked == []
    assert said == []
