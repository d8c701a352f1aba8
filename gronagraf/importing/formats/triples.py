"""A file of Turtle, N-Triples or JSON-LD as triples: bounded, and nothing is ever fetched to read it."""

import json
import logging
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from gronagraf.errors import SeedError
from gronagraf.reading.report import one_problem, place, shown
from gronagraf.values import quote

if TYPE_CHECKING:
    from rdflib import Graph

LARGEST = 64 * 1024 * 1024
MOST = 3_000_000
Said: TypeAlias = Mapping[str, Mapping[str, dict[str, None]]]
FORMS = {".ttl": "turtle", ".turtle": "turtle", ".nt": "nt", ".jsonld": "json-ld", ".json": "json-ld"}
CONTEXTS = ("@context", "@import")
BROKEN = (SyntaxError, ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError)
"""What rdflib's parsers raise over a file that is not what its name says; BadSyntax is a SyntaxError."""


def read_triples(path: Path) -> Said:
    """Everything that a file says, by subject and predicate; the file's name says its syntax.

    Names and texts are plain texts; only one with a language is a Literal of rdflib's. Raises SeedError where it cannot
    be read, is larger than 64 MB, says more than three million things, is not what its name says, or is JSON-LD that
    needs something from elsewhere.
    """
    form = FORMS.get(path.suffix.lower())
    file = shown(path)
    if not form:
        raise one_problem(file, "is not known as linked data by its name", f"name it {', '.join(FORMS)}")
    text = read_text(path, file)
    said: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    with _silent():
        try:
            _parse(text, form, file, said)
        except BROKEN as error:
            raise _broken(error, file, form) from None
    return said


def _parse(text: str, form: str, file: str, said: Said) -> None:
    """Parse into a graph that keeps nothing and knows no prefixes: rdflib's own takes a kilobyte for each statement,
    and a time that grows with the square of the prefixes.
    """
    from rdflib import Graph, Literal
    from rdflib.graph import _TripleType

    class Gathering(Graph):
        count = 0

        def add(self, triple: _TripleType) -> "Gathering":
            subject, predicate, thing = triple
            text = thing if isinstance(thing, Literal) and thing.language else str(thing)
            said[str(subject)][str(predicate)][text] = None
            self.count += 1
            if self.count > MOST:
                raise one_problem(file, f"says more than {MOST:,} things", "export fewer seeds at a time")
            return self

        def bind(self, *_: object, **__: object) -> None:
            """No prefix is needed to read on."""

    graph = Gathering(store="SimpleMemory", bind_namespaces="none")
    if form == "json-ld":
        _from_json(graph, text, file)
    else:
        graph.parse(data=text, format=form, publicID="urn:gronagraf:file")


def read_text(path: Path, file: str) -> str:
    """The text of a file that is not too large. Raises SeedError."""
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
    """rdflib tells of every value that does not fit its datatype, some with a traceback; the model checks them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
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
