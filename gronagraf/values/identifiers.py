"""Identifiers that others know things by too: read into one form each, check digits among them, and their URIs."""

import re
from collections.abc import Callable, Mapping
from itertools import cycle
from urllib.parse import urlsplit

from gronagraf.graph import Value
from gronagraf.schema import Kind, Scheme
from gronagraf.values.unreadable import UnreadableValueError, quote

LONGEST_ADDRESS = 2000
WIKIDATA = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?([Qq][1-9]\d{0,11})", re.ASCII)
SDG = re.compile(r"([1-9]\d?)(?:\.([1-9]\d?|[a-d]))?", re.ASCII)
SDG_TARGETS = (
    (0, ""), (5, "ab"), (5, "abc"), (9, "abcd"), (7, "abc"), (6, "abc"), (6, "ab"), (3, "ab"), (10, "ab"), (5, "abc"),
    (7, "abc"), (7, "abc"), (8, "abc"), (3, "ab"), (7, "abc"), (9, "abc"), (10, "ab"), (19, ""),
)  # fmt: skip
"""For each of the UN's goals from 1 to 17, how many numbered targets it has and which letters (A/RES/71/313)."""
NUTS = {
    "01": "SE110", "03": "SE121", "04": "SE122", "05": "SE123", "06": "SE211", "07": "SE212", "08": "SE213",
    "09": "SE214", "10": "SE221", "12": "SE224", "13": "SE231", "14": "SE232", "17": "SE311", "18": "SE124",
    "19": "SE125", "20": "SE312", "21": "SE313", "22": "SE321", "23": "SE322", "24": "SE331", "25": "SE332",
}  # fmt: skip
"""The county codes of Statistics Sweden (SCB) with Eurostat's codes for the same areas, which have URIs."""


def uris_of(kind: Kind, value: Value) -> tuple[str, ...]:
    """The URIs of what a value of this kind names; none where it is no identifier, or a code that has no URI.

    An organisation number has the URI that Sweden's data portal gives publishers, a county that of its NUTS 3 area; a
    municipality code is a code only. Goals of the UN may be several.
    """
    return URIS[kind.scheme](str(value)) if kind.scheme in URIS else ()


def check_digit(digits: str) -> str:
    """The digit that Luhn's algorithm puts last after these (Skatteverket SKV 709)."""
    doubled = (int(digit) * weight for digit, weight in zip(reversed(digits), cycle((2, 1)), strict=False))
    return str(-sum(sum(divmod(number, 10)) for number in doubled) % 10)


def _organisation_number(text: str) -> str:
    """Ten digits of a legal entity as NNNNNN-NNNN; a person's number, which sole traders have, is not shown again."""
    digits = re.sub(r"[\s\-\u2010-\u2015\u2212]", "", text)
    if re.fullmatch(r"(19|20)\d{10}|\d\d[01]\d{7}", digits, re.ASCII):
        what = "looks like a person's identity number, which is also that of a sole trader"
        raise UnreadableValueError(what, "leave it out: it is personal data and no organisation number")
    digits = digits.removeprefix("16") if len(digits) == 12 else digits
    if not re.fullmatch(r"\d{10}", digits, re.ASCII):
        what = f"{quote(text)} is not an organisation number"
        raise UnreadableValueError(what, "write its ten digits, such as 212000-0142")
    if digits[-1] != (expected := check_digit(digits[:-1])):
        what = f"{quote(text)} has the check digit {digits[-1]}, but the other nine digits give {expected}"
        raise UnreadableValueError(what, "look the number up: one of its digits is wrong")
    return f"{digits[:6]}-{digits[6:]}"


def _county_code(text: str) -> str:
    if text in NUTS:
        return text
    remedy = "write two digits, such as 07; a spreadsheet may have taken the zero away"
    raise UnreadableValueError(f"{quote(text)} is not a county code", remedy)


def _municipality_code(text: str) -> str:
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        remedy = "write four digits, such as 0780; a spreadsheet may have taken the first zero away"
        raise UnreadableValueError(f"{quote(text)} is not a municipality code", remedy)
    if text[:2] not in NUTS:
        what = f"{quote(text)} is not a municipality code: no county has the code {text[:2]}"
        raise UnreadableValueError(what, "look the code up at Statistics Sweden (SCB)")
    return text


def _wikidata(text: str) -> str:
    if not (found := WIKIDATA.fullmatch(text)):
        raise UnreadableValueError(f"{quote(text)} is not an item of Wikidata", "write its Q and number, such as Q34")
    return found[1].upper()


def _web_page(text: str) -> str:
    remedy = "write the whole address, such as https://www.example.se/om"
    try:
        parts = urlsplit(text)
        host, credentials = parts.hostname or "", parts.username is not None
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        raise UnreadableValueError(f"{quote(text)} is not a web address", remedy) from None
    if parts.scheme.lower() not in ("http", "https") or not re.fullmatch(r"[\w-]+(\.[\w-]+)+\.?", host):
        raise UnreadableValueError(f"{quote(text)} is not a web address", remedy)
    if credentials:
        raise UnreadableValueError("holds a user name before the host", "leave it out of the address")
    if len(text) > LONGEST_ADDRESS or re.search(r"[\s<>\"{}|\\^`]", text):
        what = f"{quote(text)} holds a sign that no web address has, or more than {LONGEST_ADDRESS:,} signs"
        raise UnreadableValueError(what, "copy it from the browser's address bar")
    return text


def _sdg(text: str) -> str:
    """Goals and targets of the UN's Agenda 2030, each once, as `7; 11.6`."""
    each = [part.strip().lower() for part in re.split(r"[;,]", text)]
    for part in each:
        found = SDG.fullmatch(part)
        if not found or not 1 <= int(found[1]) < len(SDG_TARGETS):
            remedy = "write a number from 1 to 17, or a target such as 11.6; semicolon between several"
            raise UnreadableValueError(f"{quote(part)} is not one of the UN's goals", remedy)
        numbered, letters = SDG_TARGETS[int(found[1])]
        targets = [*map(str, range(1, numbered + 1)), *letters]
        if found[2] and found[2] not in targets:
            what = f"{quote(part)} is not a target of the UN's goal {found[1]}"
            raise UnreadableValueError(what, f"its targets are {', '.join(f'{found[1]}.{one}' for one in targets)}")
    return "; ".join(dict.fromkeys(each))


IDENTIFIERS: Mapping[Scheme, Callable[[str], str]] = {
    "organisation_number": _organisation_number,
    "municipality_code": _municipality_code,
    "county_code": _county_code,
    "wikidata": _wikidata,
    "web_page": _web_page,
    "sdg": _sdg,
}
URIS: Mapping[Scheme | None, Callable[[str], tuple[str, ...]]] = {
    "organisation_number": lambda value: (f"http://dataportal.se/organisation/SE{value.replace('-', '')}",),
    "county_code": lambda value: (f"http://data.europa.eu/nuts/code/{NUTS[value]}",),
    "wikidata": lambda value: (f"http://www.wikidata.org/entity/{value}",),
    "web_page": lambda value: (value,),
    "sdg": lambda value: tuple(f"http://metadata.un.org/sdg/{each}" for each in value.split("; ")),
}
