"""RDF/XML, the one syntax in which Sweden's data portal takes a catalogue (https://www.w3.org/TR/rdf-syntax-grammar/)."""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from gronagraf.interchange import XML_FORBIDDEN
from gronagraf.rdf.statements import Blank, Iri, Literal, Name, Resource, Statement


def rdf_xml(resources: Iterable[Resource], namespaces: Mapping[str, str]) -> Iterator[str]:
    """The text of a document, piece by piece. Lists are not written: no catalogue has one."""
    declared = "".join(f"\n  xmlns:{prefix}={quoteattr(address)}" for prefix, address in sorted(namespaces.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for each in resources:
        said = "".join(f"    {_statement(statement, namespaces)}\n" for statement in each.statements)
        about = quoteattr(_address(each.subject, namespaces))
        yield f"  <rdf:Description rdf:about={about}>\n{said}  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _address(name: Name | Iri, namespaces: Mapping[str, str]) -> str:
    return namespaces[name.prefix] + name.local if isinstance(name, Name) else name.text


def _statement(statement: Statement, namespaces: Mapping[str, str]) -> str:
    predicate, thing = statement
    tag = f"{predicate.prefix}:{predicate.local}"
    if isinstance(thing, Name | Iri):
        return f"<{tag} rdf:resource={quoteattr(_address(thing, namespaces))}/>"
    if isinstance(thing, Literal):
        text = escape(XML_FORBIDDEN.sub("\ufffd", thing.text))
        return f"<{tag}{_said_as(thing, namespaces)}>{text}</{tag}>"
    said = "".join(_statement(each, namespaces) for each in thing.statements) if isinstance(thing, Blank) else ""
    return f"<{tag}><rdf:Description>{said}</rdf:Description></{tag}>"


def _said_as(literal: Literal, namespaces: Mapping[str, str]) -> str:
    if literal.datatype:
        return f" rdf:datatype={quoteattr(_address(literal.datatype, namespaces))}"
    return f" xml:lang={quoteattr(literal.language)}" if literal.language else ""
