"""What the types of the method are in the words of others, and what can be said of them there besides.

W3C ORG (https://www.w3.org/TR/vocab-org/), SEMIC CPOV 2.1.1 (http://data.europa.eu/m8g/), schema.org, SKOS.
"""

from collections.abc import Iterator, Mapping

from gronagraf.graph import Edge, Node, Value
from gronagraf.rdf.names import TYPE, node_name
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Statement
from gronagraf.schema import NodeType
from gronagraf.values.identifiers import uris_of

FORMAL, UNIT, PUBLIC = Name("org", "FormalOrganization"), Name("org", "OrganizationalUnit"), "PublicOrganisation"
CPOV = Name("cpov", PUBLIC)
GOVERNMENT = (FORMAL, CPOV, Name("schema", "GovernmentOrganization"))
BUSINESS = (FORMAL, Name("schema", "Corporation"))
CLASSES: Mapping[str, tuple[Name, ...]] = {
    "Actor": (Name("org", "Organization"), Name("schema", "Organization")),
    "Network": (Name("org", "OrganizationalCollaboration"),),
    "Goal": (Name("skos", "Concept"),),
    "Challenge": (Name("skos", "Concept"),),
    "Principle": (Name("skos", "Concept"),),
    "Indicator": (Name("schema", "StatisticalVariable"),),
    "Project": (Name("schema", "Project"), Name("foaf", "Project")),
    "LearningEvent": (Name("schema", "Event"),),
    "HAS_VALUE": (Name("schema", "Observation"),),
}
ACTORS: Mapping[Value | None, tuple[Name, ...]] = {
    "municipality": GOVERNMENT,
    "region": GOVERNMENT,
    "state_agency": GOVERNMENT,
    "region_body": (UNIT, CPOV),
    "university": (FORMAL, Name("schema", "CollegeOrUniversity")),
    "research_institute": (FORMAL, Name("schema", "ResearchOrganization")),
    "education_provider": (Name("schema", "EducationalOrganization"),),
    "public_company": BUSINESS,
    "company": BUSINESS,
    "cooperative": BUSINESS,
    "civil_society": (FORMAL, Name("schema", "NGO")),
    "foundation": (FORMAL, Name("schema", "NGO")),
}
"""What an actor is besides, by its kind; a publicly owned company is no public organisation in CPOV's sense."""
CONCEPTS = ("Goal", "Challenge", "Principle")
LABELS = dict.fromkeys(("Actor", "Network", *CONCEPTS), Name("skos", "prefLabel")) | dict.fromkeys(
    ("Project", "LearningEvent", "Indicator"), Name("schema", "name")
)
DATED = ("Project", "LearningEvent")
NO_MEMBER = ("applicant",)
TIMES = {4: Name("time", "inXSDgYear"), 7: Name("time", "inXSDgYearMonth"), 10: Name("time", "inXSDDate")}
FORWARD = {
    ("PART_OF", "Goal"): Name("skos", "broader"),
    ("PART_OF", "Actor"): Name("org", "subOrganizationOf"),
    ("PART_OF", "Network"): Name("org", "subOrganizationOf"),
    ("SUCCEEDED_BY", "Actor"): Name("dcterms", "isReplacedBy"),
    ("SUCCEEDED_BY", "Goal"): Name("dcterms", "isReplacedBy"),
}
BACKWARD = {
    ("FUNDS", None): Name("schema", "funder"),
    ("PARTNERS_IN", "funder"): Name("schema", "funder"),
    ("PARTNERS_IN", "partner"): Name("schema", "member"),
    ("ORGANISES", None): Name("schema", "organizer"),
    ("TOOK_PART_IN", None): Name("schema", "attendee"),
}
"""What the start of a relation is said to be to its end, by the relation's type and its role."""
LASTING = ("PART_OF",)
LINKS = {
    "wikidata": Name("owl", "sameAs"),
    "web_page": Name("foaf", "homepage"),
    "sdg": Name("skos", "relatedMatch"),
    "county_code": Name("dcterms", "spatial"),
    "organisation_number": Name("owl", "sameAs"),
}


def node_statements(kind: NodeType, node: Node) -> Iterator[Statement]:
    """What others' words say of a node, its types first; its own fields say the same in full."""
    special = ACTORS.get(node.facts.get("kind"), ()) if kind.label == "Actor" else ()
    for name in (*CLASSES.get(kind.label, ()), *special):
        yield TYPE, name
    if label := LABELS.get(kind.label):
        yield label, Literal(node.name)
    if kind.label == "Goal":
        yield Name("skos", "inScheme"), Name("scheme", "goals")
    if kind.label in DATED:
        yield from _period(node)
    yield from _identifiers(kind, node)


def relation_statements(edge: Edge) -> Iterator[Statement]:
    """What others' words say of a relation as a thing of its own."""
    for name in CLASSES.get(edge.type, ()):
        yield TYPE, name
    if edge.type == "MEMBER_OF" and edge.facts.get("role") not in NO_MEMBER:
        yield from _membership(edge)
    elif edge.type == "HAS_VALUE":
        yield Name("schema", "observationAbout"), node_name(edge.start)
        yield Name("schema", "variableMeasured"), node_name(edge.end)


def forward(edge: Edge, label: str) -> Name | None:
    """The standard property from a relation's start, which has this label, to its end; one that has ended has none."""
    if edge.type in LASTING and "until" in edge.facts:
        return None
    return FORWARD.get((edge.type, label))


def backward(edge: Edge) -> Name | None:
    """The standard property from a relation's end back to its start."""
    role = edge.facts.get("role")
    return BACKWARD.get((edge.type, str(role) if role else None))


def _membership(edge: Edge) -> Iterator[Statement]:
    yield TYPE, Name("org", "Membership")
    yield Name("org", "member"), node_name(edge.start)
    yield Name("org", "organization"), node_name(edge.end)
    if role := edge.facts.get("role"):
        yield Name("org", "role"), Name("gg", f"MEMBER_OF-role-{role}")
    ends = (("since", "hasBeginning"), ("until", "hasEnd"))
    known = tuple((Name("time", name), _instant(edge.facts[field])) for field, name in ends if field in edge.facts)
    if known:
        yield Name("org", "memberDuring"), Blank(((TYPE, Name("time", "ProperInterval")), *known))


def _instant(date: Value) -> Blank:
    return Blank(((TYPE, Name("time", "Instant")), (TIMES.get(len(str(date)), TIMES[10]), date_literal(str(date)))))


def _period(node: Node) -> Iterator[Statement]:
    for field, name in (("valid_from", "startDate"), ("valid_to", "endDate")):
        if field in node.facts:
            yield Name("schema", name), date_literal(str(node.facts[field]))


def date_literal(text: str) -> Literal:
    """A date at the precision known: a year, a month or a day."""
    named = {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(text))
    return Literal(text, Name("xsd", named) if named else None)


def _identifiers(kind: NodeType, node: Node) -> Iterator[Statement]:
    for name, field in kind.columns.items():
        if not field.kind.scheme or name not in node.facts:
            continue
        if predicate := LINKS.get(field.kind.scheme):
            for uri in uris_of(field.kind, node.facts[name]):
                yield predicate, Iri(uri)
        if field.kind.scheme == "organisation_number":
            yield Name("adms", "identifier"), _organisation_number(str(node.facts[name]))


def _organisation_number(number: str) -> Blank:
    """An ADMS identifier: the number in Sweden's scheme of legal entities, SE-ON, which Bolagsverket and SCB keep."""
    notation = Literal(number, Name("gg", "SE-ON"))
    return Blank(((TYPE, Name("adms", "Identifier")), (Name("skos", "notation"), notation)))
