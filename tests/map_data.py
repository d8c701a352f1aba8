"""The graph as a map page holds it, read back for the tests."""

import json
import re
from typing import Any


def data(page: str, name: str) -> Any:
    """One of the page's parts: `about`, `nodes` or `edges`; the rows of the latter two as dicts."""
    found = re.search(rf'<script type="application/json" id="data-{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    rows = json.loads(found[1])
    if name == "nodes":
        return [_node(*row) for row in rows]
    if name == "edges":
        ids = [node["id"] for node in data(page, "nodes")]
        return [_edge(ids, *row) for row in rows]
    return rows


def _node(
    id_: str, label: str, group: str, x: float, y: float, size: float, facts: object, more: Any = None
) -> dict[str, Any]:
    own = {"facts": facts, **(more or {})}
    return {"id": id_, "label": label, "group": group, "x": x, "y": y, "size": size, "own": own}


def _edge(
    ids: list[str], start: int, end: int, kind: str, bend: float, facts: object, more: Any = None
) -> dict[str, Any]:
    return {"from": ids[start], "to": ids[end], "bend": bend, "own": {"type": kind, "facts": facts, **(more or {})}}
