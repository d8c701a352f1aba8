"""What one more question adds to a report: a sentence, tables, and what must be said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gronagraf.analysis import Measure, Projection
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Term
from gronagraf.views.sections import Section
from gronagraf.views.words import number

NAME = Column("name", Term("Namn", "Name"))
ID = Column("id", Term("Id", "Id"))


@dataclass(frozen=True, slots=True)
class Addition:
    """A sentence to read aloud with the sections that it rests on; `facts` is for programs."""

    sentence: Term
    sections: tuple[Section, ...]
    remarks: tuple[Term, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


def codes(names: str, rows: Sequence[tuple[Cell, ...]]) -> Result:
    """Rows for programs under stable names."""
    return Result(tuple(Column(name, Term(name, name)) for name in names.split()), tuple(rows))


def amount(value: float, decimals: int = 3) -> Term:
    """A number as each language writes it, rounded."""
    rounded = round(value, decimals)
    return Term(number(rounded, "sv"), number(rounded, "en"))


def shown(value: float | None) -> float | None:
    """A value as a table for people holds it: three decimals, of a small one four."""
    return value if value is None or isinstance(value, int) else round(value, 3 if abs(value) >= 0.01 else 4)


def percent(share: float, decimals: int = 0) -> Term:
    """A share as per cent; one that is nearly all or nearly nothing is not rounded to that."""
    text = f"{100 * share:.{decimals}f}"
    if float(text) in (0.0, 100.0) and share not in (0.0, 1.0):
        text = f"{100 * share:.{decimals + 1}f}"
    return Term(text.replace(".", ",") + " %", text + "%")


def listed(names: Sequence[str], most: int = 5) -> Term:
    """Names as they stand in a sentence: with »och«/“and” before the last, or how many more there are."""
    if len(names) > most:
        shown, rest = ", ".join(names[:most]), len(names) - most
        return Term(f"{shown} och {rest} till", f"{shown} and {rest} more")
    if len(names) < 2:
        return Term("".join(names), "".join(names))
    first = ", ".join(names[:-1])
    return Term(f"{first} och {names[-1]}", f"{first} and {names[-1]}")


def joined(terms: Sequence[Term], sign: str = " ") -> Term:
    """Sentences one after the other."""
    kept = [term for term in terms if term.sv]
    return Term(sign.join(term.sv for term in kept), sign.join(term.en for term in kept))


LOW_FIRST = Term(
    "»{measure}« läses nedifrån: den som har lägst är friast och står först i listor och platser.",
    "“{measure}” is read from below: the lowest is the freest, and first in lists and ranks.",
)
NETWORK = Term("Nätet: {network}; {size}.", "The network: {network}; {size}.")


def network_in_a_sentence(projection: Projection) -> Term:
    """What network it is, and how large."""
    size = size_in_words(len(projection.nodes), projection.network.ecount())
    return NETWORK.filled(network=projection.name, size=size)


def size_in_words(nodes: int, ties: int) -> Term:
    """So many nodes and ties, each in its right number."""
    return Term(
        f"{nodes} {'nod' if nodes == 1 else 'noder'}, {ties} band",
        f"{nodes} {'node' if nodes == 1 else 'nodes'}, {ties} {'tie' if ties == 1 else 'ties'}",
    )


def either(count: int, one: str, several: str) -> str:
    """An English word in its right number, where the Swedish one is the same in both."""
    return one if count == 1 else several


def low_first(measures: Sequence[Measure]) -> tuple[Term, ...]:
    """For each measure whose low end is the central one: that it is read from there."""
    return tuple(LOW_FIRST.filled(measure=each.term) for each in measures if each.central == "low")


def made_of(projection: Projection) -> tuple[Term, ...]:
    """What was done to get there, each as a sentence."""
    return tuple(map(as_sentence, projection.remarks))


def as_sentence(term: Term) -> Term:
    """What begins with a small letter and has no end, with a capital and a full stop."""
    return Term(term.sv[:1].upper() + term.sv[1:] + ".", term.en[:1].upper() + term.en[1:] + ".")
