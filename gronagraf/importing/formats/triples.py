"""A file of Turtle, N-Triples or JSON-LD as triples: bounded, and nothing is ever fetched to read it."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gronagraf.errors import SeedError
from gronagraf.reading.report import one_problem, place, shown
from gronagraf.values import quote

if TYPE_CHECKING:
    from rdflib import Graph

LARGEST = 100 * 1024 * 1024
FORMS = {".ttl": "turtle", ".turtle": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".json": "json-ld"}
CONTEXTS = ("@context", "@import")
BROKEN = (SyntaxError, ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError)
"""What rdflib's parsers raise over a file that is not what its name says; BadSyntax is a SyntaxError."""


def read_triples(path: Path) -> "Graph":
    """Every triple of a file, whose name says its syntax.

    Raises SeedError where it cannot be read, is larger than 100 MB, is not what its name says, or is JSON-LD that
    needs something from elsewhere.
    """
    from rdflib import Graph, plugins  # noqa: F401 - the plugins must be known before they are looked up

    form = FORMS.get(path.suffix.lower())
    file = shown(path)
    if not form:
        raise one_problem(file, "is not known as linked data by its name", f"name it {', '.join(FORMS)}")
    text = _text(path, file)
    graph = Graph(store="SimpleMemory", bind_namespaces="none")
    with _silent():
        try:
            if form == "json-ld":
                _from_json(graph, text, file)
            else:
                graph.parse(data=text, format=form, publicID="urn:gronagraf:file")
        except BROKEN as error:
            raise _broken(error, file, form) from None
    return graph


def _text(path: Path, file: str) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise one_problem(file, f"is larger than {LARGEST // 1024**2} MB", "export fewer seeds at a time")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise one_problem(file, what, "check the path and your rights to it") from None
    except UnicodeDecodeError:
        raise one_problem(file, "is not UTF-8", "save it as UTF-8") from None


def _from_json(graph: "Graph", text: str, file: str) -> None:
    from rdflib.plugins.parsers.jsonld import to_rdf

    data = json.loads(text)
    if (elsewhere := next(_elsewhere(data), None)) is not None:
        what = f"says that its words are explained in {quote(elsewhere)}, and nothing is fetched"
        raise one_problem(file, what, "put the context itself in the file")
    to_rdf(data, graph, base="urn:gronagraf:file")


def _elsewhere(data: object) -> Iterator[str]:
    """Every context that a document only names; walked without recursion, as deep as the document is."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
            for key in CONTEXTS:
                named = item.get(key)
                yield from (each for each in (named if isinstance(named, list) else [named]) if isinstance(each, str))


@contextmanager
def _silent() -> Iterator[None]:
    """rdflib tells its log of every value that does not fit its datatype, with a traceback; the model checks them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def _broken(error: Exception, file: str, form: str) -> SeedError:
    if isinstance(error, RecursionError):
        return one_problem(file, "has things inside things, too deep to be read", "write it flat, as export does")
    line = getattr(error, "lines", None)
    if isinstance(error, json.JSONDecodeError):
        line = error.lineno - 1
    at = place(file, line + 1) if isinstance(line, int) else file
    named = {"turtle": "Turtle", "nt": "N-Triples"}.get(form, "JSON-LD")
    return one_problem(at, f"is not {named}", "check it with the program that wrote it")
