"""A text from a row as a value of a field: their words into ours, dates and numbers as the mapping says."""

from dataclasses import dataclass, field

from gronagraf.graph import Value
from gronagraf.importing.cells.amounts import plain_number
from gronagraf.importing.cells.dates import ISO, iso_date
from gronagraf.importing.mapping.rules import Cell
from gronagraf.reading.columns import clean
from gronagraf.schema import Field, Kind
from gronagraf.values import UnreadableValueError, parse, quote

MOST_REMEMBERED = 20_000
LONGEST_REMEMBERED = 100
NO_WORD = "is not among the words of the mapping"


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a text: a value, None where there is none, and what must be told of it."""

    value: Value | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Converter:
    """Turns texts into values of one field; equal texts are turned once."""

    cell: Cell
    fact: Field
    seen: dict[str, Converted] = field(default_factory=dict)

    def __call__(self, text: str) -> Converted:
        found = self.seen.get(text)
        if found is None:
            found = self._convert(text)
            if len(text) <= LONGEST_REMEMBERED and len(self.seen) < MOST_REMEMBERED:
                self.seen[text] = found
        return found

    def _convert(self, text: str) -> Converted:
        told = ""
        try:
            word = clean(text)
            if self.cell.values:
                ours = self.cell.values.get(word.casefold())
                if ours is None and self.cell.otherwise is None:
                    return Converted(None, f"{NO_WORD}: left out")
                told = "" if ours is not None else f"{NO_WORD}: became {quote(self.cell.otherwise or '')}"
                word = self.cell.otherwise or "" if ours is None else ours
            return Converted(parse(self.fact.kind, self._written(word)), told) if word else Converted(None, told)
        except UnreadableValueError as error:
            return Converted(None, f"{error.what}; {error.remedy}")

    def _written(self, text: str) -> str:
        """The text in the one way that the field takes."""
        kind = self.fact.kind
        if kind.name == "date":
            return iso_date(text, (*self.cell.dates, *ISO))
        if self.cell.numbers and kind.name in ("number", "integer"):
            return plain_number(text, self.cell.numbers)
        return _choice(kind, text) if kind.name == "choice" else text


def _choice(kind: Kind, text: str) -> str:
    """A choice that is given in the model's own words, in either language, as its value."""
    word = text.casefold()
    for each in kind.choices:
        if word in (each.value, each.term.sv.casefold(), each.term.en.casefold()):
            return each.value
    return text
