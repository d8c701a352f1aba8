"""Linked data in Gronagraf's words, Turtle or JSON-LD, back into a graph: what `export` wrote, and nothing is lost."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.importing.formats.triples import Said, read_text, read_triples
from gronagraf.importing.source import Source
from gronagraf.rdf.names import FROM, NAMESPACES, TO, class_of, concepts, decoded, iri, property_of
from gronagraf.rdf.statements import Name
from gronagraf.reading.report import Report, one_problem, place, shown
from gronagraf.schema import EdgeType, Field, Model, NodeType
from gronagraf.values import UnreadableValueError, parse, quote

IDENTIFIER, PART = iri(Name("dcterms", "identifier")), iri(Name("dcterms", "isPartOf"))
SOURCES = iri(Name("dcterms", "source"))
DATASET = iri(Name("void", "Dataset"))
TYPE = iri(Name("rdf", "type"))
FIRST, REST = iri(Name("rdf", "first")), iri(Name("rdf", "rest"))
SPACE = iri(Name("void", "uriSpace"))


@dataclass(frozen=True)
class Linked:
    """What a file says, by subject and predicate, and the subjects of each class."""

    file: str
    said: Said

    @cached_property
    def of_class(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for subject, statements in self.said.items():
            for each in statements.get(TYPE, ()):
                found[str(each)].append(subject)
        return {name: sorted(subjects) for name, subjects in found.items()}

    @cached_property
    def base(self) -> str:
        """What the names of nodes begin with, as a seed in the file says."""
        return next((str(each) for subject in self.of_class.get(DATASET, ()) for each in self.all(subject, SPACE)), "")

    def all(self, subject: str, predicate: str) -> list[str]:
        return list(self.said.get(subject, {}).get(predicate, ()))

    def id_of(self, name: str) -> str:
        """The id of a node, a seed or what else has one: what is said, else what follows the base; else empty."""
        if told := self.all(name, IDENTIFIER):
            return str(told[0])
        return decoded(name.removeprefix(self.base)) if self.base and name.startswith(self.base) else ""


def read_linked(path: Path, model: Model) -> Graph:
    """The graph of a file that `export turtle` or `export jsonld` wrote, seeds and parallel relations included.

    Nodes by label and id, relations by type, ends and key fields. Raises SeedError with every problem found.
    """
    linked = _open(path, model)
    report = Report()
    nodes = [node for kind in model.nodes for node in _nodes(linked, kind, report)]
    edges = [edge for kind in model.edges for edge in _edges(linked, kind, report)]
    seeds = tuple(_seed(linked, subject) for subject in linked.of_class.get(DATASET, ()))
    report.raise_any()
    return Graph(tuple(nodes), tuple(edges), seeds)


def linked_seeds(path: Path) -> tuple[SeedInfo, ...]:
    """The seeds that a file says it holds; none where it is not in Gronagraf's words. Raises SeedError."""
    linked = _said(path)
    return tuple(_seed(linked, subject) for subject in linked.of_class.get(DATASET, ()))


def names_our_words(path: Path) -> bool:
    """Whether a file mentions our vocabulary at all: told without parsing it. Raises SeedError."""
    return NAMESPACES["gg"] in read_text(path, shown(path))


def read_sources(path: Path, model: Model) -> tuple[Source, ...]:
    """One table for each type that the file holds, named after it, with the columns of a seed and one more, `seed`."""
    linked = _open(path, model)
    report = Report()
    found = [(kind, list(_rows(linked, kind, report))) for kind in model.all]
    report.raise_any()
    return tuple(_source(linked.file, kind, rows) for kind, rows in found if rows)


def _source(file: str, kind: NodeType | EdgeType, rows: list[dict[str, str]]) -> Source:
    columns = (*kind.header, "seed")
    cells = ((number, [row.get(name, "") for name in columns]) for number, row in enumerate(rows, 1))
    return Source(kind.name, file, columns, cells)


def _said(path: Path) -> Linked:
    return Linked(shown(path), read_triples(path))


def _open(path: Path, model: Model) -> Linked:
    linked = _said(path)
    if not any(iri(class_of(kind)) in linked.of_class for kind in model.all):
        what = f"holds nothing of a type in {NAMESPACES['gg']}"
        raise one_problem(linked.file, what, "give a file that `gronagraf export turtle` or `jsonld` wrote")
    return linked


def _nodes(linked: Linked, kind: NodeType, report: Report) -> list[Node]:
    nodes = [
        Node(kind.label, row["id"], _facts(linked, kind, row, report), row["seed"])
        for row in _rows(linked, kind, report)
    ]
    return sorted(nodes, key=lambda node: node.id)


def _edges(linked: Linked, kind: EdgeType, report: Report) -> list[Edge]:
    edges = [
        Edge(kind.type, row["from"], row["to"], _facts(linked, kind, row, report), row["seed"])
        for row in _rows(linked, kind, report)
    ]
    return sorted(edges, key=lambda edge: (edge.start, edge.end, *(str(edge.facts.get(name, "")) for name in kind.key)))


def _facts(linked: Linked, kind: NodeType | EdgeType, row: Mapping[str, str], report: Report) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    for name, field in kind.columns.items():
        if name in row:
            try:
                plain = field.kind.name == "text" and not field.kind.scheme
                facts[name] = row[name] if plain else parse(field.kind, row[name])
            except UnreadableValueError as error:
                report.refuse(place(linked.file, 0, f"{quote(row['iri'])}, {name}"), error)
    return facts


def _rows(linked: Linked, kind: NodeType | EdgeType, report: Report) -> Iterator[dict[str, str]]:
    """The cells of every node or relation of a type by column, empty ones left out, with its IRI and its seed."""
    columns = [_Column(kind, field) for field in kind.columns.values()]
    keys = (("id", ""),) if isinstance(kind, NodeType) else (("from", iri(FROM)), ("to", iri(TO)))
    for subject in linked.of_class.get(iri(class_of(kind)), ()):
        row = {"iri": subject, "seed": _of_seed(linked, subject)}
        for name, predicate in keys:
            ends = [str(each) for each in linked.all(subject, predicate)] if predicate else [subject]
            row[name] = linked.id_of(ends[0]) if len(ends) == 1 else ""
            if not row[name]:
                where = place(linked.file, 0, f"{quote(subject)}, {name}")
                report.add(where, f"names {len(ends)} nodes with an id, and must name one", "mend it in the file")
        for column in columns:
            row |= column.cell(linked, subject, report)
        yield row


class _Column:
    """Where a field is said in triples, and what its concepts stand for."""

    def __init__(self, kind: NodeType | EdgeType, field: Field) -> None:
        self.field = field
        self.predicates = (iri(property_of(kind, field)), *((SOURCES,) if field.name == "source" else ()))
        self.values = {iri(name): value for value, name in concepts(kind, field).items()}

    def cell(self, linked: Linked, subject: str, report: Report) -> dict[str, str]:
        said = linked.said[subject]
        things = [each for predicate in self.predicates for each in said.get(predicate, ())]
        if len(things) > 1:
            where = place(linked.file, 0, f"{quote(subject)}, {self.field.name}")
            report.add(where, f"has {len(things)} values", "keep one of them")
        return {self.field.name: self._text(linked, str(things[0]))} if things else {}

    def _text(self, linked: Linked, text: str) -> str:
        if self.field.kind.name == "choice":
            return self.values.get(text, text)
        if self.field.kind.name == "reference":
            return linked.id_of(text) or text
        return text


def _of_seed(linked: Linked, subject: str) -> str:
    whole = linked.all(subject, PART)
    return linked.id_of(str(whole[0])).removeprefix("seed/") if whole else ""


def _seed(linked: Linked, subject: str) -> SeedInfo:
    def one(prefix: str, name: str) -> str:
        return next((str(each) for each in linked.all(subject, iri(Name(prefix, name)))), "")

    def worded(name: str) -> dict[str, str]:
        said = linked.all(subject, iri(Name("dcterms", name)))
        return {str(getattr(each, "language", "") or "sv"): str(each) for each in said}

    title, description = worded("title"), worded("description")
    return SeedInfo(
        name=one("dcterms", "identifier"),
        title=title.get("sv", ""),
        title_en=title.get("en", ""),
        description=description.get("sv", ""),
        description_en=description.get("en", ""),
        publisher=_publisher(linked, subject),
        licence=one("gg", "licence"),
        date=one("dcterms", "issued"),
        fictional=one("gg", "fictional") == "true",
        extends=tuple(linked.id_of(name).removeprefix("seed/") for name in _listed(linked, subject, "extends")),
        complete=tuple(decoded(name.removeprefix(NAMESPACES["gg"])) for name in _listed(linked, subject, "complete")),
    )


def _publisher(linked: Linked, subject: str) -> str:
    agents = linked.all(subject, iri(Name("dcterms", "publisher")))
    return next(iter(linked.all(agents[0], iri(Name("foaf", "name")))), "") if agents else ""


def _listed(linked: Linked, subject: str, name: str) -> Iterator[str]:
    """The items of a list, in order; one that leads back into itself ends there."""
    waiting, seen = linked.all(subject, iri(Name("gg", name))), set[str]()
    while waiting and waiting[0] not in seen:
        seen.add(waiting[0])
        yield from linked.all(waiting[0], FIRST)
        waiting = linked.all(waiting[0], REST)
