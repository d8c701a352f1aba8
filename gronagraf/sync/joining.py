"""Two sets of facts about one thing made one: what is empty is filled, what disagrees is kept as it was and told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gronagraf.graph import Value
from gronagraf.schema import NAME, PERIODS, EdgeType, NodeType
from gronagraf.values import is_before

BETWEEN = "; "
"""What stands between two texts that are both kept."""
ALIASES = "also_known_as"
TEXTS = (ALIASES, "note", "source", "date_text")
DATES = tuple(name for period in PERIODS for name in period)
YEAR, YEAR_TEXT, YEAR_BASIS = "source_year", "source_year_text", "source_year_basis"
APART = frozenset((NAME.name, *TEXTS, *DATES, "date_basis", "basis", YEAR, YEAR_TEXT, YEAR_BASIS))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which two that became one differ: the value that was kept, and the other that was not."""

    field: str
    kept: Value | None
    other: Value


@dataclass(frozen=True, slots=True)
class Joined:
    """The facts of two as those of one, and where they disagreed."""

    facts: dict[str, Value]
    disagreements: tuple[Disagreement, ...]


def join(kind: NodeType | EdgeType, kept: Mapping[str, Value], other: Mapping[str, Value]) -> Joined:
    """The facts of the one that is kept, with those of the other where it has none.

    A field and its twins (`<field>_text`, `<field>_basis`) go together. Notes, sources and other names of both are
    kept, each once; another name becomes one by which it is also known, where the type has a field for that. What one
    of two sources states is stated.
    """
    facts = dict(kept)
    told = list(_fields(kind, facts, kept, other))
    told += _dates(facts, kept, other)
    for name in TEXTS:
        if name in other:
            facts[name] = together(facts.get(name), other[name])
    _provenance(facts, kept, other)
    told += _name(kind, facts, kept, other)
    return Joined({name: facts[name] for name in kind.columns if name in facts}, tuple(told))


def together(one: Value | None, other: Value) -> str:
    """Two texts in one, each part once."""
    parts = [part.strip() for text in (one, other) if text is not None for part in str(text).split(BETWEEN)]
    return BETWEEN.join(dict.fromkeys(filter(None, parts)))


def _fields(
    kind: NodeType | EdgeType, facts: dict[str, Value], kept: Mapping[str, Value], other: Mapping[str, Value]
) -> Iterator[Disagreement]:
    for field in kind.fields:
        names = [each.name for each in field.with_twins() if each.name not in APART]
        if not any(name in kept for name in names):
            facts |= {name: other[name] for name in names if name in other}
            continue
        alike = kept.get(field.name) == other.get(field.name)
        for name in (each for each in names if each in other and kept.get(each) != other[each]):
            if alike and name == f"{field.name}_basis":
                facts[name] = _surer(kept.get(name), other[name])
            elif alike and name not in kept:
                facts[name] = other[name]
            else:
                yield Disagreement(name, kept.get(name), other[name])


def _dates(facts: dict[str, Value], kept: Mapping[str, Value], other: Mapping[str, Value]) -> Iterator[Disagreement]:
    """Dates that are missing, unless a period would then end before it begins."""
    taken = False
    for first, last in PERIODS:
        for name in (first, last):
            if name not in other or kept.get(name) == other[name]:
                continue
            tried = {**facts, name: other[name]}
            backwards = first in tried and last in tried and is_before(str(tried[last]), str(tried[first]))
            if name in kept or backwards:
                yield Disagreement(name, kept.get(name), other[name])
            else:
                facts[name], taken = other[name], True
    if taken and "date_basis" in other:
        had = any(name in kept for name in DATES)
        facts["date_basis"] = "inferred" if had and kept.get("date_basis") == "inferred" else other["date_basis"]


def _provenance(facts: dict[str, Value], kept: Mapping[str, Value], other: Mapping[str, Value]) -> None:
    """The basis of the surer one; the years of two sources both, the kept one's as the number."""
    if "basis" in other:
        facts["basis"] = _surer(kept.get("basis"), other["basis"])
    years = [kept.get(YEAR), other.get(YEAR)]
    if years[0] is None and not (YEAR_TEXT in kept or "source" in kept):
        facts |= {name: other[name] for name in (YEAR, YEAR_TEXT, YEAR_BASIS) if name in other}
    elif years[1] != years[0] or other.get(YEAR_TEXT) != kept.get(YEAR_TEXT):
        texts = [each.get(YEAR_TEXT, each.get(YEAR)) for each in (kept, other)]
        if texts[1] is not None:
            facts[YEAR_TEXT] = together(texts[0], texts[1])


def _surer(one: Value | None, other: Value) -> Value:
    return "stated" if "stated" in (one, other) else other if one is None else one


def _name(
    kind: NodeType | EdgeType, facts: dict[str, Value], kept: Mapping[str, Value], other: Mapping[str, Value]
) -> Iterator[Disagreement]:
    name = other.get(NAME.name)
    if name is None or name == kept.get(NAME.name):
        return
    if ALIASES in kind.columns:
        facts[ALIASES] = together(facts.get(ALIASES), name)
    else:
        yield Disagreement(NAME.name, kept.get(NAME.name), name)
