"""Files into the sources of a mapping: which rule takes which table, by name and columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.importing.cells.rows import layout_of
from gronagraf.importing.leftovers import Leftovers
from gronagraf.importing.mapping.rules import Mapping, SourceRule
from gronagraf.importing.opening import OLD, open_sources
from gronagraf.importing.source import Source
from gronagraf.reading.remarks import Tell, nobody
from gronagraf.reading.report import Report, one_problem, shown
from gronagraf.values import did_you_mean, quote


@dataclass(frozen=True, slots=True)
class Taken:
    """A table, the rule that takes it, and the name of its file."""

    rule: SourceRule
    source: Source
    origin: str


def take(mapping: Mapping, files: Sequence[Path], left: Leftovers, tell: Tell = nobody) -> tuple[Taken, ...]:
    """The tables of the files that the mapping takes, those that others are joined with first; the others are listed.

    Raises SeedError for every file that cannot be read, holds no table that is taken, or is given twice.
    """
    report = Report()
    taken: list[Taken] = []
    for path in _once(files, report):
        try:
            taken.extend(_take_file(mapping, path, left, tell))
        except SeedError as error:
            report.extend(error.problems)
    report.raise_any()
    order = {name: place for place, name in enumerate(_in_order(mapping.sources))}
    return tuple(sorted(taken, key=lambda each: order[each.rule.name]))


def _once(files: Iterable[Path], report: Report) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in files:
        if path.resolve() in seen:
            report.add(shown(path), "is given twice", "give each file once")
        else:
            seen.add(path.resolve())
            yield path


def _in_order(rules: Sequence[SourceRule]) -> list[str]:
    """Names of sources, each after the one that it is joined with."""
    order: list[str] = []
    joins = {rule.name: rule.join.source for rule in rules if rule.join}
    for rule in rules:
        way = [rule.name]
        while way[-1] in joins:
            way.append(joins[way[-1]])
        order.extend(name for name in reversed(way) if name not in order)
    return order


def _take_file(mapping: Mapping, path: Path, left: Leftovers, tell: Tell) -> Iterator[Taken]:
    rules = [rule for rule in mapping.sources if _matches(path.name, rule.files)]
    if not path.is_file():
        raise one_problem(
            shown(path), "is a folder" if path.is_dir() else "does not exist", "give a file, with its path"
        )
    if not rules:
        known = ", ".join(dict.fromkeys(pattern for rule in mapping.sources for pattern in rule.files))
        remedy = OLD.get(path.suffix.casefold(), f"it takes {known}")
        raise one_problem(shown(path), "is a file that the mapping does not take", remedy)
    first = rules[0]
    names = [name for rule in rules for name in columns_of(mapping, rule)]
    found = False
    for source in open_sources(path, shown(path), first.encoding, first.delimiter, names, tell):
        rule = next((rule for rule in rules if _fits(rule, source)), None)
        if rule:
            found = True
            yield Taken(rule, source, path.name)
        else:
            left.add("table", source.file, 0, "", f"{quote(source.name)}: no source of the mapping takes this table")
            why = _why_not(rules, source)
    if not found:
        raise one_problem(shown(path), *why)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)


def _fits(rule: SourceRule, source: Source) -> bool:
    layout = layout_of(source.columns)
    return _matches(source.name, rule.sheets) and all(layout.place(name) is not None for name in rule.columns)


def _why_not(rules: Sequence[SourceRule], source: Source) -> tuple[str, str]:
    """Why none of the rules takes a table, and what to do."""
    there = [name for name in source.columns if name]
    for rule in rules:
        if _matches(source.name, rule.sheets):
            lacking = [name for name in rule.columns if layout_of(there).place(name) is None]
            remedy = did_you_mean(lacking[0], there, f"its columns are {', '.join(map(shown, there[:20])) or 'none'}")
            return f"lacks the column {quote(lacking[0])}, which the mapping asks for", remedy
    sheets = ", ".join(dict.fromkeys(pattern for rule in rules for pattern in rule.sheets))
    return "has no sheet that the mapping takes", f"it takes {sheets}"


def columns_of(mapping: Mapping, rule: SourceRule) -> list[str]:
    """Every column that the mapping names for a source, parts of lists and joined columns left out."""
    names = [*rule.columns, *(name for when in rule.skip_rows for name in when.columns)]
    names += [rule.join.column] if rule.join else []
    names += [each.join.key for each in mapping.sources if each.join and each.join.source == rule.name]
    for each in mapping.rules(rule.name):
        own = [name for when in each.when for name in when.columns]
        own += [name for cell in each.cells() for name in cell.names]
        parts = set(each.split.names if each.split else ())
        names += [*(each.split.columns if each.split else ()), *(name for name in own if name not in parts)]
    joined = f"{rule.join.source}." if rule.join else "\0"
    return list(dict.fromkeys(name for name in names if not name.startswith((":", joined))))
