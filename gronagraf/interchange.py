"""What our own files in other programs' formats agree on: names of columns, spelling of texts, what seeds say."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields

from gronagraf.errors import GronagrafError
from gronagraf.graph import SeedInfo

TYPE, WORDS, SEED, SYMMETRIC = "model_type", "model_words", "seed", "symmetric"
"""The label or relation type as in the model and in words, the seed it is of, and whether it is read both ways."""

OWN = frozenset(
    {TYPE, WORDS, SEED, SYMMETRIC, "id", "node_id", "source_id", "target_id", "from", "to", "type", "direction"}
    | {"label", "description", "tags", "weight", "x", "y", "start", "end", "timeset"}
)
"""Columns that are not fields: a field with such a name gets an underscore at its end."""

XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-F]{4}_)")
"""What XML 1.0 cannot hold (production Char), and an underscore that would be read as the start of a spelling of it."""

NOT_A_TOKEN = re.compile("[^A-Za-z0-9._:\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff-]|_(?=x[0-9A-F]{4}_)")
"""What a part of a name in XML may not hold in every edition of it, kept to Latin letters."""

SPELT = re.compile("_x([0-9A-F]{4})_")
MADE_BY = "gronagraf"
VERSION = 1


def spelt(text: str, forbidden: re.Pattern[str] = XML_FORBIDDEN) -> str:
    """The text with what is forbidden spelt as `_x001F_`, the way of Office Open XML (ECMA-376, ST_Xstring)."""
    return forbidden.sub(_spell, text)


def unspelt(text: str) -> str:
    """What `spelt` was given."""
    if "_x" not in text:
        return text
    units = SPELT.sub(lambda found: chr(int(found[1], 16)), text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _spell(found: re.Match[str]) -> str:
    octets = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"_x{octets[at]:02X}{octets[at + 1]:02X}_" for at in range(0, len(octets), 2))


def column_of(field: str) -> str:
    """The column that holds a field."""
    return f"{field}_" if field.rstrip("_") in OWN else field


def field_of(column: str) -> str:
    """The field that a column holds, empty for a column of our own."""
    if column.rstrip("_") not in OWN:
        return column
    return column[:-1] if column.endswith("_") else ""


def seeds_text(seeds: Iterable[SeedInfo]) -> str:
    """What seeds say of themselves, as JSON that needs no line of its own."""
    said = [{name: value for name, value in asdict(seed).items() if value} for seed in seeds]
    return json.dumps({MADE_BY: VERSION, "seeds": said}, ensure_ascii=False)


def seeds_from(text: str, where: str) -> tuple[SeedInfo, ...]:
    """The seeds that a text made by `seeds_text` tells of. Raises GronagrafError."""
    known = {field.name for field in fields(SeedInfo)}
    try:
        data = json.loads(text)
        if data[MADE_BY] != VERSION:
            raise GronagrafError(f"{where}: is of version {data[MADE_BY]!r:.20}, and this program reads {VERSION}")
        return tuple(_seed({name: said[name] for name in said if name in known}) for said in data["seeds"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise GronagrafError(f"{where}: says of its seeds what cannot be read; export it again") from None


def _seed(said: dict[str, object]) -> SeedInfo:
    given = {name: tuple(map(str, value)) if isinstance(value, list) else value for name, value in said.items()}
    return SeedInfo(**{"name": "", "title": "", **given})  # type: ignore[arg-type]
