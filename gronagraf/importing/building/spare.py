"""Columns that the mapping names and the table lacks, columns that it does not name, and columns of a joined table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from gronagraf.errors import SeedError
from gronagraf.importing.building.drafts import Place
from gronagraf.importing.building.taking import Taken, columns_of
from gronagraf.importing.cells.rows import Layout, first_filled, layout_of
from gronagraf.importing.leftovers import Leftovers
from gronagraf.importing.mapping.rules import Mapping, SourceRule
from gronagraf.reading.report import Report
from gronagraf.values import did_you_mean, quote


@dataclass(frozen=True, slots=True)
class Joined:
    """The rows of a table by the key that another is joined with, and the columns of those rows."""

    columns: tuple[str, ...] = ()
    rows: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Spare:
    """The columns of a table that nothing in the mapping names, and how many filled cells they have."""

    taken: Taken
    places: list[int]
    counts: list[int]

    def count(self, cells: Sequence[str]) -> None:
        for number, at in enumerate(self.places):
            if cells[at]:
                self.counts[number] += 1

    def tell(self, left: Leftovers) -> None:
        """List those that held something."""
        source = self.taken.source
        for at, count in zip(self.places, self.counts, strict=True):
            if count:
                name = source.columns[at] or f"({at + 1})"
                left.add("column", source.file, 0, name, f"is not mapped: {count} filled cells")


def spare_columns(mapping: Mapping, taken: Taken, layout: Layout) -> Spare:
    """The columns of a table that no rule uses and that the mapping does not skip by name."""
    named = {layout.place(name) for name in columns_of(mapping, taken.rule)}
    skip = [pattern.casefold() for pattern in taken.rule.skip]
    places = [
        at
        for at, name in enumerate(taken.source.columns)
        if at not in named and not any(fnmatchcase(name.casefold(), pattern) for pattern in skip)
    ]
    return Spare(taken, places, [0] * len(places))


def check_columns(mapping: Mapping, taken: Taken, layout: Layout, left: Leftovers) -> None:
    """List columns that the mapping names and the table lacks; raises SeedError for one that it names and is twice."""
    report = Report()
    source = taken.source
    for name in columns_of(mapping, taken.rule):
        if name in layout.twice:
            report.add(
                source.file, f"has two columns called {quote(name)}", "rename one: the mapping cannot tell them apart"
            )
    for names in _alternatives(mapping, taken.rule):
        if all(layout.place(name) is None for name in names):
            remedy = did_you_mean(names[0], [each for each in source.columns if each], "it counts as empty")
            left.add("absent", source.file, 0, " / ".join(names), f"the table has no such column; {remedy}")
    for each in mapping.rules(taken.rule.name):
        for name in each.split.names if each.split else ():
            if layout.place(name) is not None:
                what = f"has a column called {quote(name)}, like a part of the list in {each.name}"
                report.add(source.file, what, "give the part another name in the mapping")
    if report.count:
        raise SeedError(report.problems)


def _alternatives(mapping: Mapping, rule: SourceRule) -> Iterable[tuple[str, ...]]:
    """The columns of each cell and condition on a source, parts of lists left out: one of them is enough."""
    found: dict[tuple[str, ...], None] = {}
    for each in mapping.rules(rule.name):
        parts = set(each.split.names if each.split else ())
        groups = [cell.columns or cell.names for cell in each.cells()] + [when.columns for when in each.when]
        groups += [each.split.columns] if each.split else []
        found |= dict.fromkeys(names for names in groups if names and parts.isdisjoint(names))
    return found


def joined_cells(
    rule: SourceRule, joined: Joined, layout: Layout, left: Leftovers
) -> Callable[[Sequence[str], Place], list[str]]:
    """What gives the cells of the row that a row is joined with; empty ones, listed, where there is no such row."""
    if rule.join is None:
        return lambda *_: []
    key = first_filled((rule.join.column,), layout)
    empty = [""] * len(joined.columns)
    column, source = rule.join.column, rule.join.source

    def cells_of(cells: Sequence[str], place: Place) -> list[str]:
        word = key(cells)
        found = joined.rows.get(word)
        if found is None:
            left.add("lookup", place.file, place.row, column, f"{source} has no row for it", word)
        return found or empty

    return cells_of


def keeper(mapping: Mapping, taken: Taken, kept: dict[str, Joined], left: Leftovers) -> Callable[..., None] | None:
    """What keeps the rows of a table for those that are joined with it, or None where none is; the first row counts."""
    keys = {rule.join.key for rule in mapping.sources if rule.join and rule.join.source == taken.rule.name}
    if not keys:
        return None
    layout = layout_of(taken.source.columns)
    joined = kept.setdefault(taken.rule.name, Joined(taken.source.columns))
    key = first_filled(sorted(keys), layout)

    def keep(cells: list[str], place: Place) -> None:
        word = key(cells)
        if word and joined.rows.setdefault(word, cells) is not cells:
            left.add("clash", place.file, place.row, min(keys), "another row has this key: the first was joined", word)

    return keep
