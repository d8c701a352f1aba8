"""A mapping file into a mapping, every problem of it at once, each with its line."""

from collections.abc import Iterator
from pathlib import Path

from gronagraf.errors import SeedError
from gronagraf.graph import SeedInfo
from gronagraf.importing.formats.text import ENCODINGS
from gronagraf.importing.mapping.cells import Names, read_dates, read_numbers, read_whens
from gronagraf.importing.mapping.document import Document, Table, dotted
from gronagraf.importing.mapping.items import read_edge_rule, read_node_rule
from gronagraf.importing.mapping.ready import ready_mapping
from gronagraf.importing.mapping.rules import EdgeRule, Join, Mapping, NodeRule, SourceRule
from gronagraf.reading.lines import physical_lines
from gronagraf.reading.manifest import Manifest, describe
from gronagraf.reading.places import FilePlaces
from gronagraf.reading.report import Report, one_problem, shown
from gronagraf.schema import Model

TOP_KEYS = ("title", "title_en", "seed", "fields", "dates", "numbers", "sources", "nodes", "relations")
SOURCE_KEYS = ("files", "sheets", "columns", "encoding", "delimiter", "skip", "skip_rows", "join")
JOIN_KEYS = ("source", "column", "key")
DELIMITERS = (",", ";", "\t", "|")
LONGEST = 1_000_000


def read_mapping(given: str | Path, model: Model) -> Mapping:
    """The mapping in a file, or a packaged one by its name. Raises SeedError with every problem of it."""
    path = ready_mapping(given)
    file = shown(path if Path(given) == path else f"{given}")
    text = ""
    for line in physical_lines(path, file, "save it as UTF-8"):
        text += line.rstrip("\r\n") + "\n"
        if len(text) > LONGEST:
            raise one_problem(file, f"has more than {LONGEST:,} characters", "keep to what maps your files")
    return parse_mapping(text, file, model)


def parse_mapping(text: str, file: str, model: Model) -> Mapping:
    """The mapping that a text describes. Raises SeedError with every problem of it."""
    document = Document(file, text)
    top = document.toml
    if not document.problems:
        document.keys("", top, TOP_KEYS, ("seed",))
    seed = _seed(document, model)
    sources = tuple(_sources(document))
    names = Names(
        frozenset(document.table("", top, "nodes")),
        frozenset(model.labels),
        read_dates(document, "", top),
        read_numbers(document, "", top),
    )
    known = [each.name for each in sources]
    nodes = tuple(filter(None, (read_node_rule(document, p, known, names, model) for p in document.tables("nodes"))))
    by_name = {rule.name: rule for rule in nodes}
    edges = tuple(
        filter(None, (read_edge_rule(document, p, known, names, by_name, model) for p in document.tables("relations")))
    )
    _check_whole(document, sources, nodes, edges)
    if document.problems:
        raise SeedError(sorted(set(document.problems), key=lambda each: document.problems.index(each)))
    return Mapping(file, seed, sources, nodes, edges)


def _seed(document: Document, model: Model) -> SeedInfo:
    values = document.table("", document.toml, "seed")
    if not values:
        return SeedInfo("", "")
    report = Report()
    lines = {key: document.lines.get(dotted("seed", key), document.lines.get("seed", 1)) for key in values}
    info = describe(Manifest(FilePlaces(document.file), values, lines), model, report)
    document.problems.extend(report.problems)
    return info


def _sources(document: Document) -> Iterator[SourceRule]:
    tables = list(document.tables("sources"))
    for name, key, table in tables:
        document.keys(key, table, SOURCE_KEYS)
        encoding = document.text(key, table, "encoding", "utf-8")
        delimiter = document.text(key, table, "delimiter")
        document.known(dotted(key, "encoding"), encoding, ENCODINGS, "an encoding that is read")
        if delimiter not in ("", *DELIMITERS):
            document.fault(dotted(key, "delimiter"), "is not a delimiter", r'write ",", ";", "|" or "\t"')
        yield SourceRule(
            name,
            files=document.texts(key, table, "files", ("*",)),
            sheets=document.texts(key, table, "sheets", ("*",)),
            columns=document.texts(key, table, "columns"),
            encoding=encoding,
            delimiter=delimiter,
            skip=document.texts(key, table, "skip"),
            skip_rows=read_whens(document, key, table, "skip_rows"),
            join=_join(document, key, table, [name for name, *_ in tables]),
        )


def _join(document: Document, owner: str, table: Table, sources: list[str]) -> Join | None:
    if "join" not in table:
        return None
    key = dotted(owner, "join")
    value = document.table(owner, table, "join")
    document.keys(key, value, JOIN_KEYS, JOIN_KEYS)
    join = Join(*(document.text(key, value, part) for part in JOIN_KEYS))
    if "source" in value:
        document.known(dotted(key, "source"), join.source, sources, "a source of this mapping")
    return join


def _check_whole(
    document: Document, sources: tuple[SourceRule, ...], nodes: tuple[NodeRule, ...], edges: tuple[EdgeRule, ...]
) -> None:
    """Note what no single part shows: nothing to take or make, and sources joined in a circle."""
    if not document.problems and not sources:
        document.fault("", "takes no table", 'add [sources.NAME], with files = ["*.csv"]')
    if not document.problems and not (nodes or edges):
        document.fault("", "maps nothing", "add [nodes.NAME] or [relations.NAME]")
    joins = {each.name: each.join.source for each in sources if each.join}
    for start in joins:
        way = [start]
        while way[-1] in joins and joins[way[-1]] not in way:
            way.append(joins[way[-1]])
        if joins.get(way[-1]) == start:
            document.fault(
                f"sources.{start}.join", f"leads in a circle: {' → '.join([*way, start])}", "join one way only"
            )
