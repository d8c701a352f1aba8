"""Kumu's JSON blueprint (https://docs.kumu.io/guides/import/blueprints).

What Kumu shows of everything is in the language of the export: `type` is a type in words, `model_type` its stable name.
A note is the description. Positions are left out: a blueprint holds none.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.exporting.kumu_rows import connections, elements
from gronagraf.exporting.telling import about
from gronagraf.exporting.writing import write_pieces
from gronagraf.graph import Value
from gronagraf.interchange import MADE_BY, seeds_text


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as one file; the paths written. Raises GronagrafError."""
    return write_pieces(path, _document(export))


def _document(export: Export) -> Iterator[str]:
    yield '{\n"elements": ['
    yield from _listed(elements(export))
    yield '\n],\n"connections": ['
    yield from _listed(connections(export))
    told = json.loads(seeds_text(export.graph.seeds)) | {"about": about(export)}
    yield f'\n],\n"{MADE_BY}": {_plain(told)}\n}}\n'


def _listed(rows: Iterator[dict[str, Value]]) -> Iterator[str]:
    before = "\n"
    for row in rows:
        yield before + _plain(row)
        before = ",\n"


def _plain(value: object) -> str:
    """JSON in which half a surrogate pair, which UTF-8 cannot hold, is written as a reference."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text) else json.dumps(value)
