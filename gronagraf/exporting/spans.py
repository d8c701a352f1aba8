"""Periods known by year, month or day as spans of whole days."""

import calendar
from collections.abc import Mapping

from gronagraf.graph import Value
from gronagraf.values import DATE_PATTERN


def span(facts: Mapping[str, Value], first: str, last: str) -> tuple[str, str]:
    """The first and the last day of what these two fields date: 2018 begins on 1 January and ends on 31 December.

    An open end is empty; so are both where a field holds no date, or the end comes before the beginning.
    """
    start, end = str(facts.get(first, "")), str(facts.get(last, ""))
    days = _day(start, last=False), _day(end, last=True)
    if (start and not days[0]) or (end and not days[1]) or (all(days) and days[1] < days[0]):
        return "", ""
    return days


def _day(date: str, *, last: bool) -> str:
    if not (found := DATE_PATTERN.fullmatch(date)):
        return ""
    year, month, day = found.groups()
    month = month or ("12" if last else "01")
    if year == "0000" or not 1 <= int(month) <= 12:
        return ""
    length = calendar.monthrange(int(year), int(month))[1]
    day = day or (str(length) if last else "01")
    return f"{year}-{month}-{day}" if 1 <= int(day) <= length else ""
