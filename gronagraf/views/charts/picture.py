"""What a chart is made of before it is written: areas, lines, texts and the marks of the data, in its own units."""

from dataclasses import dataclass, replace
from typing import Literal

from gronagraf.schema import Language, Term
from gronagraf.views.words import number, one_line

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; `look` is its class in the style sheet."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text by its base line; `turned` writes it upwards."""

    x: float
    y: float
    text: str
    look: str
    anchor: Anchor = "start"
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle that stands for data. `name` is what is said of it; its texts show always, or when it is pointed at."""

    x: float
    y: float
    radius: float
    name: str
    texts: tuple[Text, ...]
    look: str = "mark"
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in units of its own: areas below lines below marks below texts. `samples` are marks of the legend."""

    width: float
    height: float
    title: str
    description: str
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]
    marks: tuple[Mark, ...]
    samples: tuple[Mark, ...] = ()


def shifted(text: Text, x: float, y: float) -> Text:
    """The same text so much further to the right and down."""
    return replace(text, x=text.x + x, y=text.y + y)


def writable(text: str) -> str:
    """A text without the characters that no XML may hold; spaces that do not break stay."""
    return one_line(text).translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})


def in_words(value: float | None, language: Language) -> str:
    """A value as it stands in a chart; a dash where there is none."""
    return "–" if value is None else number(value, language)


def listed(parts: list[tuple[Term, float | None]], language: Language) -> str:
    """Terms with their values, with commas between."""
    return ", ".join(f"{term[language].lower()} {in_words(value, language)}" for term, value in parts)
