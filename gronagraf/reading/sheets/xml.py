"""XML in a stream: no document type, so no entities and nothing fetched; and no token that fills the memory."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.sheets.container import SAVE_AGAIN

LONGEST_TOKEN = 8_000_000
Start = Callable[[str, dict[str, str]], None]


def xml_parser(start: Start) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    return parser


def parse_xml(parser: expat.XMLParserType, chunks: Iterable[bytes], place: str) -> None:
    """Feed a parser. Raises SeedError for a document type, for what is not XML, and what the handlers raise."""

    def refuse(*_: object) -> None:
        raise one_problem(place, "declares a document type or entities, which no spreadsheet program does", SAVE_AGAIN)

    def declared(_: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.casefold() not in ("utf-8", "us-ascii"):
            raise one_problem(place, f"is in the encoding {shown(encoding[:40])}, not in UTF-8", SAVE_AGAIN)

    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = refuse
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - max(0, parser.CurrentByteIndex) > LONGEST_TOKEN:
                raise one_problem(place, f"holds a value of more than {LONGEST_TOKEN:,} bytes", "shorten it")
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise one_problem(place, f"is not sound XML ({shown(error)})", SAVE_AGAIN) from None


def read_xml(chunks: Iterable[bytes], place: str, start: Start) -> None:
    """Call `start` with each element's name and attributes."""
    parse_xml(xml_parser(start), chunks, place)


def local(tag: str) -> str:
    """A name without its prefix."""
    return tag.rpartition(":")[2]
