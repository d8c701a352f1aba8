"""The scripts and the style of the map page in their order, and the hashes by which its policy knows them."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRIPTS = (
    "core/dom",
    "reckoning/scales",
    "reckoning/marking",
    "reckoning/visible",
    "reckoning/ways",
    "reckoning/matching",
    "reckoning/choosing",
    "reckoning/walking",
    "reckoning/summary",
    "reckoning/ordering",
    "reckoning/delimited",
    "reckoning/toml",
    "reckoning/together",
    "core/data",
    "core/values",
    "core/groups",
    "core/address",
    "core/state",
    "core/language",
    "core/text",
    "core/theme",
    "core/placing",
    "core/shown",
    "picture/looks",
    "picture/shapes",
    "picture/guide",
    "picture/picture",
    "picture/closed",
    "picture/lines",
    "picture/marks",
    "picture/labels",
    "picture/focus",
    "picture/framing",
    "picture/tooltip",
    "panels/changes",
    "panels/breaks",
    "panels/legend",
    "panels/appearance",
    "panels/filters",
    "panels/years",
    "panels/least",
    "panels/chips",
    "panels/search",
    "panels/way",
    "panels/details",
    "panels/inwords",
    "panels/tables",
    "panels/about",
    "panels/walk",
    "panels/keyboard",
    "panels/moving",
    "taking/pen",
    "taking/scene",
    "taking/lettering",
    "taking/key",
    "taking/sheet",
    "taking/rows",
    "taking/files",
    "taking/link",
    "taking/menu",
    "taking/paper",
    "telling/story",
    "telling/telling",
    "panels/communities",
    "main",
)
STYLES = ("colours", "frame", "parts", "filters", "marks", "reading", "taking", "narrow", "contrast", "print")
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"


@cache
def parts() -> Mapping[str, object]:
    """The style and the scripts of the page, and the hashes by which its policy knows them.

    What is ours goes without comments and indents, which are a third of it; others' parts stand as they were given out.
    """
    from rcssmin import cssmin
    from rjsmin import jsmin

    style = cssmin("\n".join((HERE / "style" / f"{name}.css").read_text("utf-8") for name in STYLES))
    ours = "\n".join((HERE / "scripts" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    scripts = [_vis_network(), jsmin(ours)]
    return {
        "style": style,
        "scripts": scripts,
        "style_hash": _hash(style),
        "script_hashes": " ".join(f"'{_hash(script)}'" for script in scripts),
    }


def _vis_network() -> str:
    """vis-network as pyvis carries it, with its licence notice, without the address of its source map.

    Its style sheet stays out: it dresses controls that this page does not use.
    """
    text = files("pyvis").joinpath(VIS_NETWORK).read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", text)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
