"""XML as it comes: starts, ends and texts of elements, in little memory, and nothing from outside the file.

Document type declarations are refused, and with them entities and what they could fetch; so is what is nested deeper
than any graph.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException, DTDForbidden
from defusedxml.sax import make_parser

from gronagraf.errors import SeedError
from gronagraf.reading.lines import unreadable
from gronagraf.reading.report import one_problem, place

CHUNK = 1 << 18
DEEPEST = 100
LONGEST = 1_000_000
LONGEST_SILENCE = 1 << 24
"""So many octets without the end of a tag are no graph, but an attribute that fills the memory."""

DATA = "data"
SAVE = "export it again from the program that made it"


@dataclass(frozen=True, slots=True)
class Start:
    """An element begins on this line: its name and its attributes, without the prefixes of namespaces."""

    name: str
    facts: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """An element ends: its name and its text; of what is inside a `data`, which may be the markup of a drawing, too."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """An instruction to one program, which the others leave alone."""

    name: str
    text: str


def events(path: Path, file: str) -> Iterator[Start | End | Note]:
    """The file from its beginning to its end. Raises SeedError for what is not XML, or not to be trusted."""
    try:
        with path.open("rb") as source:
            parser = make_parser()
            parser.forbid_dtd = True
            handler = _Handler(file, parser.getLineNumber)
            parser.setContentHandler(handler)
            silence = 0
            while chunk := source.read(CHUNK):
                parser.feed(chunk)
                silence = 0 if handler.found else silence + len(chunk)
                if silence > LONGEST_SILENCE:
                    raise one_problem(file, f"holds one tag of more than {LONGEST_SILENCE:,} octets", SAVE)
                yield from handler.taken()
            if not handler.begun:
                raise one_problem(file, "is not XML: it holds no element", SAVE)
            parser.close()
            yield from handler.taken()
    except OSError as error:
        raise unreadable(file, error) from error
    except DTDForbidden:
        raise one_problem(file, "declares a document type, which may fetch or swell", "remove the DOCTYPE") from None
    except DefusedXmlException:
        raise one_problem(file, "declares entities, which may fetch or swell", "remove them") from None
    except SAXParseException as error:
        line = error.getLineNumber() or 0
        raise one_problem(place(file, line), f"is not XML: {error.getMessage()}", SAVE) from None
    except (UnicodeError, LookupError, ValueError) as error:
        raise one_problem(file, f"is not XML that can be read: {error}", SAVE) from None


class _Handler(ContentHandler):
    """Gathers what the parser tells until it is taken."""

    def __init__(self, file: str, line: Callable[[], int | None]) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.found: deque[Start | End | Note] = deque()
        self.names: list[str] = []
        self.texts: list[list[str]] = []
        self.length, self.begun = 0, False

    def taken(self) -> Iterator[Start | End | Note]:
        while self.found:
            yield self.found.popleft()

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - named by the library
        if len(self.texts) == DEEPEST:
            raise self._refused(f"is nested deeper than {DEEPEST} elements")
        self.begun = True
        self.names.append(_local(name))
        self.texts.append([])
        self.length = 0
        facts = {_local(key): value for key, value in attrs.items()}
        self.found.append(Start(self.names[-1], facts, self._line()))

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        text, local = "".join(self.texts.pop()), self.names.pop()
        if text.strip() and DATA in self.names:
            self.texts[-1].append(text)
        self.found.append(End(local, text))

    def characters(self, content: str) -> None:
        self.length += len(content)
        if self.length > LONGEST:
            raise self._refused(f"holds a text of more than {LONGEST:,} characters")
        self.texts[-1].append(content)

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802
        self.found.append(Note(target, data))

    def _line(self) -> int:
        return self.line() or 0

    def _refused(self, what: str) -> SeedError:
        return one_problem(place(self.file, self._line()), what, SAVE)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
