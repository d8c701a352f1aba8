"""What looks like a person's number, telephone, e-mail or street address in a text: an aid, never a guarantee."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import unquote

from gronagraf.schema import Term

IDENTITY = re.compile(r"(?<![\d.,])(?:(?:19|20)\d{6}[-+\s]?\d{4}|\d{6}[-+\s]?\d{4})(?![\d])", re.ASCII)
EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(a\)|\[a\]|\(snabel-?a\))\s?"
    r"(?:[\w-]{1,63}\s?(?:\.|\(dot\)|\[dot\]|\(punkt\))\s?){1,5}[a-z]{2,24}(?!\w)",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,/+-])(?:"
    r"(?:\+|00)46[\s-]?(?:\(0\)\s?)?[1-9](?:[\s-]?\d){6,9}"
    r"|\+[1-9]\d{0,2}(?:[\s-]?\d){7,12}"
    r"|\(?0[1-9]\d{0,2}\)?(?:\s?[-/]\s?|\s)\d{2,3}(?:[\s-]?\d{2,3}){1,3}"
    r"|07[02369]\d{7}"
    r")(?!\d)(?![.,/-]\d)",
    re.ASCII,
)
NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?:\.[^\W\d_]+(?:-[^\W\d_]+)?)+@.+")
STREETS = (
    "gatan|gata|vägen|gränd|gränden|stigen|torget|allén|backen|platsen|esplanaden|leden|kajen|stranden"
    "|gårdsvägen|liden|svängen|slingan|promenaden"
)
STREET = re.compile(rf"\b(?=[A-ZÅÄÖÉ])[\w-]{{0,40}}(?i:{STREETS})\s+\d{{1,3}}\s?[A-Za-z]?\b(?![.,]\d|\s?\d)")
POSTAL = re.compile(r"(?<![\d.,])(?:SE?-)?[1-9]\d{2}\s\d{2}\s{1,2}[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]{2,}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that may tell who or where a person is: its stable name, and its words."""

    name: str
    term: Term


IDENTITY_NUMBER = Kind("identity_number", Term("personnummer", "a personal identity number"))
EMAIL_ADDRESS = Kind("email", Term("e-postadress", "an e-mail address"))
PHONE_NUMBER = Kind("phone", Term("telefonnummer", "a telephone number"))
STREET_ADDRESS = Kind("address", Term("gatuadress", "a street address"))


def look(text: str) -> Iterator[tuple[Kind, str]]:
    """What in a text looks like one of these, percent-encoded or not, and as it stands there.

    Swedish identity and coordination numbers count where the date exists and the check digit is right (Skatteverket
    SKV 704 and 707); telephone numbers where they are written as Swedish ones are, or begin with a plus.
    """
    if not any(sign.isdigit() or sign in "@([%" for sign in text):
        return
    plain = unquote(text) if "%" in text else text
    for kind, pattern, holds in SEARCHES:
        for match in pattern.finditer(plain):
            if holds(match[0]):
                yield kind, match[0]


def is_named_after_somebody(address: str) -> bool:
    """Whether an e-mail address is made of names with dots between them, as anna.andersson@; a post's seldom is."""
    return NAMED.fullmatch(address) is not None


def masked(text: str) -> str:
    """What was found, told without being shown: its first and last sign, and how long it is."""
    return text[0] + re.sub(r"\w", "*", text[1:-1]) + text[-1]


def is_identity_number(text: str) -> bool:
    """Whether digits are a Swedish identity or coordination number: the date exists and the check digit is right."""
    digits = re.sub(r"\D", "", text)
    century, ten = (digits[:2], digits[2:]) if len(digits) == 12 else ("20", digits)
    year, month, day = int(century + ten[:2]), int(ten[2:4]), int(ten[4:6])
    try:
        dt.date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return _checks(ten)


def _checks(ten: str) -> bool:
    products = (int(digit) * weight for digit, weight in zip(ten, cycle((2, 1)), strict=False))
    return sum(sum(divmod(product, 10)) for product in products) % 10 == 0


def _is_phone(text: str) -> bool:
    """Whether there are as many digits as a telephone number has, and they are not told as an identity number."""
    digits = re.sub(r"\D", "", text)
    return 7 <= len(digits) <= 15 and not (len(digits) in (10, 12) and is_identity_number(digits))


def _always(_: str) -> bool:
    return True


SEARCHES: tuple[tuple[Kind, re.Pattern[str], Callable[[str], bool]], ...] = (
    (IDENTITY_NUMBER, IDENTITY, is_identity_number),
    (EMAIL_ADDRESS, EMAIL, _always),
    (PHONE_NUMBER, PHONE, _is_phone),
    (STREET_ADDRESS, STREET, _always),
    (STREET_ADDRESS, POSTAL, _always),
)
