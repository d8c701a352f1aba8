"""One map page as a reader meets it in a real headless Chromium: first picture, long tasks, frames, answers."""

import math
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Figures
from tests.conftest import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROBE = (Path(__file__).resolve().parent / "painting.js").read_text(encoding="utf-8")
WINDOW = {"width": 1280, "height": 800}
SETTLING = 1.5
"""Seconds after the first picture during which long tasks still count."""
WATCHED = 2.5
"""Seconds of dragging and of turning the wheel."""


def painted(file: Path, patience: float) -> Figures:
    """Figures of one opening: `first` and `longest` in s, `pan` and `zoom` in frames/s, answers in ms, `asked`.

    Without a picture within `patience` seconds only `asked` is there, the number of requests that were refused.
    """
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable, headless=True, viewport=WINDOW, args=list(CHROMIUM_ARGUMENTS)
        )
        try:
            context.route(
                lambda url: url.startswith(("http", "ws")),
                lambda route: (asked.append(route.request.url), route.abort()),
            )
            page = context.pages[0]
            page.add_init_script(PROBE)
            page.goto(file.resolve().as_uri(), wait_until="commit", timeout=patience * 1000)
            figures = _figures(page, patience)
        finally:
            context.close()
    return figures | {"asked": len(set(asked))}


def _figures(page: "Page", patience: float) -> Figures:
    begun = time.monotonic()
    while page.evaluate("__painting.first") is None:  # waiting inside the page would need eval, which ours forbids
        if time.monotonic() - begun > patience:
            return {}
        page.wait_for_timeout(50)
    page.wait_for_timeout(SETTLING * 1000)
    figures: Figures = page.evaluate(
        "({first: __painting.first / 1000, longest: Math.max(0, ...__painting.long) / 1000})"
    )
    return figures | _moved(page) | _answers(page)


def _moved(page: "Page") -> Figures:
    box = page.evaluate("(() => { const {x, y, width, height} = __painting.largest().getBoundingClientRect();"
                        " return [x + width / 2, y + height / 2]; })()")  # fmt: skip
    x, y = box[0] - 120, box[1] - 100

    def drag(step: int) -> None:
        page.mouse.move(x + 120 + 120 * math.sin(step / 8), y + 100 + 100 * math.cos(step / 8))
        time.sleep(0.008)

    def turn(step: int) -> None:
        page.mouse.wheel(0, -60 if (step // 12) % 2 == 0 else 60)
        time.sleep(0.012)

    page.mouse.move(x, y)
    page.mouse.down()
    pan = _frames(page, drag)
    page.mouse.up()
    page.mouse.move(box[0], box[1])
    return {"pan": pan, "zoom": _frames(page, turn)}


def _frames(page: "Page", act: Callable[[int], None]) -> float:
    """Frames per second while acting; 0 where the picture did not move."""
    page.evaluate("__painting.frames = []; __painting.recording = true")
    begun, step, before, moved = time.monotonic(), 0, page.evaluate("__painting.print()"), False
    while time.monotonic() - begun < WATCHED:
        act(step)
        step += 1
        if step % 20 == 0 and not moved:
            moved = page.evaluate("__painting.print()") != before
    moved = moved or page.evaluate("__painting.print()") != before
    stamps = page.evaluate("(() => { __painting.recording = false; return __painting.frames; })()")
    return float(1000 * (len(stamps) - 1) / (stamps[-1] - stamps[0])) if moved and len(stamps) > 2 else 0.0


def _answers(page: "Page") -> Figures:
    """For each kind of element that the page marks with `data-measure` the slowest answer."""
    found: Figures = {}
    for element in page.query_selector_all("[data-measure]"):
        if took := element.evaluate("element => __painting.react(element)"):
            name = str(element.get_attribute("data-measure"))
            found[name] = max(took, found.get(name, 0))
    return found
