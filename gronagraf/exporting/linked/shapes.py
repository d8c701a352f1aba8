"""SHACL shapes made from the model: what a graph in linked data must hold, so that anybody can check one.

https://www.w3.org/TR/shacl/: every condition on a field or an end that `check` knows, save those between rows.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.facts import SOURCE
from gronagraf.exporting.linked.turtle import turtle
from gronagraf.exporting.writing import write_pieces
from gronagraf.rdf.names import FROM, TO, TYPE, class_of, concepts, prefixes, property_of
from gronagraf.rdf.statements import Blank, Listing, Literal, Name, Object, Resource, Statement
from gronagraf.schema import EdgeType, Field, Kind, Model, NodeType, Scheme

DATATYPES: dict[str, tuple[str, ...]] = {
    "text": ("string",),
    "integer": ("integer",),
    "number": ("integer", "decimal", "double"),
    "date": ("gYear", "gYearMonth", "date"),
    "boolean": ("boolean",),
}
PATTERNS: dict[Scheme, str] = {
    "organisation_number": r"^\d{2}[2-9]\d{3}-\d{4}$",
    "municipality_code": r"^\d{4}$",
    "county_code": r"^\d{2}$",
    "wikidata": r"^Q[1-9]\d*$",
    "web_page": r"^https?://\S+$",
    "sdg": r"^\d{1,2}(\.[0-9a-d]+)?(; \d{1,2}(\.[0-9a-d]+)?)*$",
}
ID = Name("dcterms", "identifier")


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The shapes of the model, whatever the graph holds. Raises GronagrafError."""
    return write_pieces(path, turtle(shapes(export.model), prefixes(export.base)))


def shapes(model: Model) -> Iterator[Resource]:
    """A node shape for each type, with a property shape for each field, and for the ends of a relation."""
    for node in model.nodes:
        yield _shape(node, (_property(ID, minimum=1, more=_datatypes(("string",))), *_fields(node)))
    for edge in model.edges:
        ends = (_end(FROM, edge.starts), _end(TO, edge.targets))
        pairs = () if len(edge.ends) == 1 else (_pairs(edge),)
        yield _shape(edge, (*ends, *_fields(edge)), pairs)


def _sh(name: str) -> Name:
    return Name("sh", name)


def _shape(kind: NodeType | EdgeType, properties: Iterable[Blank], more: Iterable[Statement] = ()) -> Resource:
    statements: list[Statement] = [(TYPE, _sh("NodeShape"))]
    statements += ((Name("rdfs", "label"), Literal(kind.term[word], language=word)) for word in ("sv", "en"))
    statements += ((_sh("targetClass"), class_of(kind)), (_sh("nodeKind"), _sh("IRI")))
    statements += ((_sh("property"), each) for each in properties)
    return Resource(Name("gg", f"{kind.name}-shape"), (*statements, *more))


def _fields(kind: NodeType | EdgeType) -> Iterator[Blank]:
    for field in kind.columns.values():
        conditions = tuple(_conditions(kind, field))
        yield _property(property_of(kind, field), minimum=int(field.required), more=conditions, field=field)
        if field.name == "source":
            yield _property(SOURCE, minimum=0, more=((_sh("nodeKind"), _sh("IRI")),), field=field)


def _property(path: Name, *, minimum: int, more: Iterable[Statement], field: Field | None = None) -> Blank:
    least = ((_sh("minCount"), _integer(minimum)),) if minimum else ()
    words = (Literal(field.term[language], language=language) for language in ("sv", "en")) if field else ()
    named = ((_sh("name"), word) for word in words)
    return Blank(((_sh("path"), path), *least, (_sh("maxCount"), _integer(1)), *more, *named))


def _integer(number: float) -> Literal:
    return Literal(str(int(number)), Name("xsd", "integer"))


def _conditions(kind: NodeType | EdgeType, field: Field) -> Iterator[Statement]:
    if field.kind.name == "choice":
        yield _sh("in"), Listing(tuple(concepts(kind, field).values()))
    elif field.kind.name == "reference":
        yield from _classes(field.kind.labels)
    else:
        yield from _datatypes(DATATYPES[field.kind.name])
        yield from _bounds(field.kind)
    if field.kind.scheme:
        yield _sh("pattern"), Literal(PATTERNS[field.kind.scheme])
    elif field.required and field.kind.name == "text":
        yield _sh("minLength"), _integer(1)


def _datatypes(names: tuple[str, ...]) -> tuple[Statement, ...]:
    return _one_of("datatype", [Name("xsd", name) for name in names])


def _classes(labels: Iterable[str]) -> tuple[Statement, ...]:
    return ((_sh("nodeKind"), _sh("IRI")), *_one_of("class", [Name("gg", label) for label in labels]))


def _one_of(condition: str, things: list[Name]) -> tuple[Statement, ...]:
    """The condition itself, or where there are several things, that one of them fulfils it."""
    if len(things) == 1:
        return ((_sh(condition), things[0]),)
    return ((_sh("or"), Listing(tuple(Blank(((_sh(condition), thing),)) for thing in things))),)


def _bounds(kind: Kind) -> Iterator[Statement]:
    for name, bound in (("minInclusive", kind.lowest), ("maxInclusive", kind.highest)):
        if bound is not None:
            yield _sh(name), _integer(bound)


def _end(path: Name, labels: Iterable[str]) -> Blank:
    return _property(path, minimum=1, more=_classes(labels))


def _pairs(kind: EdgeType) -> Statement:
    """One of the pairs of labels that the relation may join."""
    pairs = tuple(Blank((_ending(FROM, start), _ending(TO, end))) for start, end in kind.ends)
    return _sh("or"), Listing(pairs)


def _ending(path: Name, label: str) -> tuple[Name, Object]:
    return _sh("property"), Blank(((_sh("path"), path), (_sh("class"), Name("gg", label))))
