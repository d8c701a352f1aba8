"""How much room a text takes in a picture that is drawn where no font can be measured."""

import textwrap

from gronagraf.views.words import one_line, width_of

NARROW = frozenset("iljtfrI1.,:;'!|()[]-–· ")
WIDE = frozenset("mwMWÅÄ@%—…")
SHARES = {"narrow": 0.36, "wide": 0.92, "capital": 0.7, "other": 0.58}
"""Of the font's size, for the characters of a common sans serif, on the wide side."""


def text_width(text: str, size: float) -> float:
    """About how wide a line of text is, hardly ever narrower than it is drawn."""
    return size * sum(_share(c) for c in text)


def _share(c: str) -> float:
    if c in NARROW:
        return SHARES["narrow"]
    if c in WIDE:
        return SHARES["wide"]
    if c.isupper():
        return SHARES["capital"]
    return SHARES["other"] * max(1, width_of(c)) if c.isascii() or width_of(c) < 2 else 1.05


def wrapped(text: str, widest: int) -> tuple[str, ...]:
    """A name over as many lines as it needs, none of more characters than `widest`; nothing is cut off."""
    lines = textwrap.wrap(one_line(text), widest, break_on_hyphens=False)
    return tuple(lines) or ("",)
