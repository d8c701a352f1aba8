"""Numbers as others write them, such as `1.234,50 kr`, into plain ones."""

import re
from dataclasses import dataclass
from decimal import Decimal

from gronagraf.values import SPACES, UnreadableValueError, quote

EXAMPLES = {
    "1 234,56": (",", " "),
    "1 234.56": (".", " "),
    "1.234,56": (",", "."),
    "1,234.56": (".", ","),
    "1'234.56": (".", "'"),
    "1234,56": (",", ""),
    "1234.56": (".", ""),
}
LONGEST = 60
PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written: the sign before decimals, the one between thousands, units to take away, a factor."""

    decimal: str = ","
    thousands: str = " "
    units: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)


def plain_number(text: str, numbers: Numbers) -> str:
    """The number that a text is, digits with a decimal point. Raises UnreadableValueError.

    What is not written as the mapping says, but is plain digits with a point, is a number too: so a workbook has them.
    """
    bare = SPACES.sub(" ", text).replace("−", "-").replace("’", "'").strip()
    for unit in numbers.units:
        if bare.casefold().endswith(unit.casefold()):
            bare = bare[: len(bare) - len(unit)].strip()
        elif bare.casefold().startswith(unit.casefold()):
            bare = bare[len(unit) :].strip()
    plain = _as_written(bare, numbers) or (bare if len(bare) <= LONGEST and PLAIN.fullmatch(bare) else "")
    if not plain:
        raise UnreadableValueError(
            f"{quote(text)} is not a number", f"the mapping says that they look like {_example(numbers)}"
        )
    value = Decimal(plain) * numbers.factor
    return format(value.normalize() if value else Decimal(0), "f")


def _as_written(bare: str, numbers: Numbers) -> str:
    """The number in plain digits where it is written as the mapping says, else an empty text."""
    sign = "-" if bare.startswith("-") else ""
    whole, point, decimals = bare.removeprefix("-").strip().partition(numbers.decimal)
    digits = _grouped(whole, numbers.thousands)
    if len(bare) > LONGEST or not digits or (point and not (decimals.isdecimal() and decimals.isascii())):
        return ""
    return f"{sign}{digits}.{decimals or 0}"


def _grouped(whole: str, thousands: str) -> str:
    """The digits of a whole number with or without signs between thousands; empty when it is none."""
    groups = whole.split(thousands) if thousands else [whole]
    well = all(group.isdecimal() and group.isascii() for group in groups)
    if not well or (len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]))):
        return ""
    return "".join(groups)


def _example(numbers: Numbers) -> str:
    return f"1{numbers.thousands}234{numbers.decimal}56"
