"""Cells: their names, and the text that a typed value stands for."""

import datetime as dt
import re
from typing import TypeAlias

Raw: TypeAlias = int | float | str | bool | dt.date | dt.datetime | dt.time | dt.timedelta
WHOLE = 1e15
NO_VALUE = "#NO VALUE!"
ERRORS = frozenset(
    (
        NO_VALUE,
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!"),
        *("#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!"),
        *("#SKÄRNING!", "#DIVISION/0!", "#VÄRDEFEL!", "#REFERENS!", "#NAMN?", "#OGILTIGT!", "#SAKNAS!"),
    )
)
OFFICE_ERROR = re.compile(r"(Err|Fel):\d{3}")
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


def column_letters(index: int) -> str:
    """`A` for the column 0, `AA` for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """0 for the column `A`; -1 for what names none that a workbook may have."""
    index = 0
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        return -1
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1 if index <= LAST_COLUMN else -1


def cell_name(row: int, column: int) -> str:
    """`C7` for row 7, column 2."""
    return f"{column_letters(column)}{row}"


def text_of(value: Raw) -> str:
    """A value as one would write it in a CSV file: ISO dates at their precision, whole numbers without decimals."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < WHOLE else repr(value)
    if isinstance(value, dt.datetime):
        if value.time() == dt.time():
            return value.date().isoformat()
        return value.isoformat(" ", "auto" if value.second or value.microsecond else "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def shown_as(value: Raw, form: str) -> str:
    """A value in the form of its cell: `%`, a date cut to `month` or `year`, zeros that pad it, or an error instead."""
    if form in ERRORS or OFFICE_ERROR.fullmatch(form):
        return form
    if isinstance(value, dt.date) and form in ("month", "year"):
        return value.isoformat()[: 7 if form == "month" else 4]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if form == "%":
            return text_of(float(f"{value * 100:.15g}"))
        if form.startswith("0") and float(value).is_integer() and 0 <= value < WHOLE:
            return str(int(value)).zfill(len(form))
    return text_of(value)
