"""Number formats that change what a person sees: percent, dates without a day, codes with leading zeros."""

import re

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
DAYLESS = {17: "month"}
PERCENT = {9: "%", 10: "%"}
ZEROS = re.compile(r"0{2,}")


def form_of(number: int, code: str) -> str:
    """`%`, `month`, `year`, zeros, or an empty text for a format that shows the value as it is.

    `number` is the format's number in Excel (ECMA-376, part 1, 18.8.30), `code` its own text where it has one.
    """
    if not code:
        return PERCENT.get(number) or DAYLESS.get(number, "")
    plain = QUOTED.sub("", code.partition(";")[0]).casefold()
    if "%" in plain:
        return "%"
    if ZEROS.fullmatch(plain):
        return plain
    if "general" in plain or set(plain) & set("dhs0#?"):
        return ""
    if "y" in plain or "å" in plain:
        return "month" if "m" in plain else "year"
    return ""
