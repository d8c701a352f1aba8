"""The model as a vocabulary in RDF: classes, properties and concepts, with the words that people read."""

from collections.abc import Iterator

from gronagraf.exporting.linked.standard import CLASSES, FORWARD
from gronagraf.rdf.names import (
    FROM,
    OWN,
    TO,
    TYPE,
    class_of,
    concepts,
    direct,
    property_of,
    scheme_of,
)
from gronagraf.rdf.statements import Iri, Literal, Name, Resource, Statement
from gronagraf.schema import EdgeType, Field, Model, NodeType, Term

LABEL, COMMENT, PREFERRED = Name("rdfs", "label"), Name("rdfs", "comment"), Name("skos", "prefLabel")
RANGES = {"integer": "integer", "boolean": "boolean", "text": "string"}
SEED_WORDS = (
    ("licence", "DatatypeProperty", Term("licens, med fröets egna ord", "licence, in the seed's own words")),
    ("fictional", "DatatypeProperty", Term("påhittad", "fictional")),
    ("extends", "ObjectProperty", Term("bygger på fröna", "builds on the seeds")),
    ("complete", "ObjectProperty", Term("täcker helt typerna", "covers the types fully")),
)


def vocabulary(model: Model) -> Iterator[Resource]:
    """Every class, property and concept of a model's own; what a standard says in full is named there only."""
    yield Resource(Iri(OWN), tuple(_worded(Term("Gronagrafs ord", "The words of Gronagraf"), (_a("owl", "Ontology"),))))
    yield from _ends()
    for name, kind, term in SEED_WORDS:
        yield Resource(Name("gg", name), tuple(_worded(term, (_a("owl", kind),))))
    for node in model.nodes:
        yield _class(node)
    for edge in model.edges:
        yield _class(edge)
        yield _direct(edge)
    yield from _once(each for kind in model.all for field in kind.columns.values() for each in _field(kind, field))


def _once(resources: Iterator[Resource]) -> Iterator[Resource]:
    """Each name once: a field that all types have is described by the first of them."""
    seen: set[Name | Iri] = set()
    for each in resources:
        if each.subject not in seen:
            seen.add(each.subject)
            yield each


def _a(prefix: str, local: str) -> Statement:
    return TYPE, Name(prefix, local)


def _worded(term: Term, first: tuple[Statement, ...], doc: Term | None = None) -> Iterator[Statement]:
    yield from first
    for predicate, words in ((LABEL, term), (COMMENT, doc)):
        if words and words.sv:
            yield predicate, Literal(words.sv, language="sv")
            yield predicate, Literal(words.en, language="en")


def _ends() -> Iterator[Resource]:
    for name, term, above in ((FROM, Term("från", "from"), "subject"), (TO, Term("till", "to"), "object")):
        first = (_a("owl", "ObjectProperty"), (Name("rdfs", "subPropertyOf"), Name("rdf", above)))
        yield Resource(name, tuple(_worded(term, first)))


def _class(kind: NodeType | EdgeType) -> Resource:
    above = list(CLASSES.get(kind.name, ()))
    if isinstance(kind, EdgeType):
        above.append(Name("rdf", "Statement"))
    first = (_a("owl", "Class"), *((Name("rdfs", "subClassOf"), name) for name in above))
    return Resource(class_of(kind), tuple(_worded(kind.term, first, kind.doc)))


def _direct(kind: EdgeType) -> Resource:
    """The relation as a bare property, a narrower one of the standard's where that holds for all its ends."""
    first = [_a("owl", "ObjectProperty")]
    if kind.symmetric:
        first.append(_a("owl", "SymmetricProperty"))
    above = {FORWARD.get((kind.type, label)) for label in kind.starts}
    first.extend((Name("rdfs", "subPropertyOf"), name) for name in above if name and len(above) == 1)
    for side, labels in (("domain", kind.starts), ("range", kind.targets)):
        if len(labels) == 1:
            first.append((Name("rdfs", side), Name("gg", labels[0])))
    return Resource(direct(kind), tuple(_worded(kind.term, tuple(first), kind.doc)))


def _field(kind: NodeType | EdgeType, field: Field) -> Iterator[Resource]:
    name = property_of(kind, field)
    if name.prefix == "gg":
        yield Resource(name, tuple(_worded(field.term, tuple(_property(kind, field, name)), field.doc)))
    if field.kind.name == "choice":
        yield from _scheme(kind, field)


def _property(kind: NodeType | EdgeType, field: Field, name: Name) -> Iterator[Statement]:
    names_things = field.kind.name in ("choice", "reference")
    yield _a("owl", "ObjectProperty" if names_things else "DatatypeProperty")
    if name.local.startswith(f"{kind.name}-"):
        yield Name("rdfs", "domain"), class_of(kind)
    if field.kind.name in RANGES:
        yield Name("rdfs", "range"), Name("xsd", RANGES[field.kind.name])
    if field.kind.name == "choice":
        yield Name("rdfs", "range"), Name("skos", "Concept")


def _scheme(kind: NodeType | EdgeType, field: Field) -> Iterator[Resource]:
    scheme = scheme_of(kind, field)
    yield Resource(scheme, tuple(_worded(field.term, (_a("skos", "ConceptScheme"),))))
    known = concepts(kind, field)
    for choice in field.kind.choices:
        types = [_a("skos", "Concept")]
        if scheme.local == "MEMBER_OF-role-choices":
            types.append(_a("org", "Role"))
        words = [(PREFERRED, Literal(choice.term[language], language=language)) for language in ("sv", "en")]
        placed = (Name("skos", "inScheme"), scheme), (Name("skos", "notation"), Literal(choice.value))
        yield Resource(known[choice.value], (*types, *words, *placed))
