"""Text and attributes of XML, line ends and forbidden characters kept."""

import re

from gronagraf.interchange import NOT_A_TOKEN, SPELT, XML_FORBIDDEN, spelt

SPECIAL = re.compile(r'[&<>"\r\n\t]')
REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
IN_TEXT = re.compile(r"[&<>\r]")


def text(value: str) -> str:
    """As the content of an element: only a carriage return is lost there unless it is written as a reference."""
    return IN_TEXT.sub(lambda found: REFERENCES[found[0]], _allowed(value))


def attribute(value: str) -> str:
    """As the value of an attribute, where line ends and tabs would become spaces, between the quotes."""
    return SPECIAL.sub(lambda found: REFERENCES[found[0]], _allowed(value))


def instruction(json: str) -> str:
    """JSON as the content of a processing instruction, which knows no references and ends at `?>`."""
    return _allowed(json).replace("?>", "?\\u003e").replace("\r", "\\r")


def token(name: str) -> str:
    """An id or a name as an XML name token (NMTOKEN)."""
    return spelt(name, NOT_A_TOKEN) if NOT_A_TOKEN.search(name) or SPELT.search(name) else name


def _allowed(value: str) -> str:
    return spelt(value) if XML_FORBIDDEN.search(value) else value
