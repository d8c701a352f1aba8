"""A mapping and tables as texts, tried in a folder of their own."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gronagraf.errors import SeedError
from gronagraf.graph import Node
from gronagraf.importing import Conversion, Leftover, convert_tables, parse_mapping
from gronagraf.model import MODEL

DATA = Path(__file__).parent / "data"
HEAD = '[seed]\nname = "a"\ntitle = "A"\n[sources.t]\n'
PROJECT = '[nodes.p]\ntype = "Project"\nfrom = "t"\nid = { slug = "Namn", prefix = "p_" }\nfields = { name = "Namn" }\n'
ACTOR = '[nodes.a]\ntype = "Actor"\nfrom = "t"\nid = { slug = "Ägare" }\nfields = { name = "Ägare" }\n'
LEADS = '[relations.r]\ntype = "LEADS"\nfrom = "t"\nstart = "a"\nend = "p"\n'
Try = Callable[..., Conversion]


def trying(folder: Path) -> Try:
    """What makes a mapping of a text and tries it on tables given as file names and texts."""

    def run(mapping: str, tables: Mapping[str, str | bytes], others: Mapping[str, Node] | None = None) -> Conversion:
        for name, text in tables.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        files = [folder / name for name in tables]
        return convert_tables(parse_mapping(mapping, "m.toml", MODEL), files, MODEL, others)

    return run


def problems(mapping: str) -> list[str]:
    """What is wrong with a mapping."""
    with pytest.raises(SeedError) as error:
        parse_mapping(mapping, "m.toml", MODEL)
    return [str(each) for each in error.value.problems]


def facts(conversion: Conversion, id_: str) -> dict[str, object]:
    return dict(conversion.graph.by_id()[id_].facts)


def left(conversion: Conversion, kind: str) -> list[Leftover]:
    return [each for each in conversion.left.found if each.kind == kind]


def ties(conversion: Conversion) -> set[tuple[str, str, str]]:
    return {(edge.type, edge.start, edge.end) for edge in conversion.graph.edges}
