"""Dates as others write them, such as `DD.MM.YYYY` or Excel's day numbers, into ISO dates."""

import datetime as dt
import re
from dataclasses import dataclass

from gronagraf.values import UnreadableValueError, quote

PARTS = {"YYYY": "year", "MM": "month", "DD": "day", "M": "month", "D": "day"}
TOKEN = re.compile(r"YYYY|MM|DD|M|D")
DIGITS = {"YYYY": r"(\d{4})", "MM": r"(\d{1,2})", "DD": r"(\d{1,2})", "M": r"(\d{1,2})", "D": r"(\d{1,2})"}
CLOCK = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)
EXCEL = "excel"
FIRST_DAY = dt.date(1899, 12, 30)
LAST_DAY_NUMBER = 2_958_465
LONGEST = 40


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to write a date: the parts that it names in order, and what its text must look like."""

    text: str
    parts: tuple[str, ...]
    shape: re.Pattern[str]


def date_form(text: str) -> DateForm | None:
    """The form that a text such as `DD.MM.YYYY` or `excel` describes, or None where it describes none."""
    if text == EXCEL:
        return DateForm(text, (), re.compile(r"\d{1,7}(?:\.\d+)?", re.ASCII))
    tokens = TOKEN.findall(text)
    parts = tuple(PARTS[token] for token in tokens)
    rest = TOKEN.sub("", text)
    if "year" not in parts or len(set(parts)) != len(parts) or ("day" in parts and "month" not in parts):
        return None
    if len(text) > LONGEST or any(sign.isalnum() for sign in rest):
        return None
    pieces = TOKEN.split(text)
    shape = re.escape(pieces[0])
    for token, piece in zip(tokens, pieces[1:], strict=True):
        shape += DIGITS[token] + re.escape(piece)
    return DateForm(text, parts, re.compile(shape, re.ASCII))


ISO = tuple(form for text in ("YYYY-MM-DD", "YYYY-MM", "YYYY") if (form := date_form(text)))


def iso_date(text: str, forms: tuple[DateForm, ...]) -> str:
    """The date that a text is in the first of these forms, as precise as it is; a time of day after it is left out.

    Raises UnreadableValueError for a text in none of them and for a day that does not exist.
    """
    day = text.strip()
    if len(day) <= LONGEST and (clock := CLOCK.search(day)) and clock.end() == len(day):
        day = day[: clock.start()]
    for form in forms:
        if len(day) <= LONGEST and (match := form.shape.fullmatch(day)):
            return _excel(day) if form.text == EXCEL else _iso(text, dict(zip(form.parts, match.groups(), strict=True)))
    written = " or ".join(dict.fromkeys(form.text for form in forms))
    raise UnreadableValueError(f"{quote(text)} is not a date", f"the mapping says that dates are written {written}")


def _iso(text: str, parts: dict[str, str]) -> str:
    year, month, day = (int(parts.get(name, 1)) for name in ("year", "month", "day"))
    try:
        whole = dt.date(year, month, day).isoformat()
    except ValueError:
        raise UnreadableValueError(f"{quote(text)} does not exist", "check year, month and day") from None
    return whole[: {1: 4, 2: 7, 3: 10}[len(parts)]]


def _excel(text: str) -> str:
    number = int(float(text))
    if not 1 <= number <= LAST_DAY_NUMBER:
        raise UnreadableValueError(f"{quote(text)} is not one of Excel's day numbers", "check how dates are written")
    return (FIRST_DAY + dt.timedelta(days=number)).isoformat()
