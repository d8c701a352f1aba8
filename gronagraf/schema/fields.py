"""The words of a model: terms, kinds of value, fields with their twins, and the fields that every type has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Language = Literal["sv", "en"]
Scheme = Literal["organisation_number", "municipality_code", "county_code", "wikidata", "web_page", "sdg"]
RESERVED = frozenset({"id", "from", "to", "seed"})
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a sentence that people read, in Swedish and in English."""

    sv: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.sv

    def filled(self, **values: object) -> "Term":
        """The sentence with values in its places; one that is a term itself stands in each language's own words."""
        sv = {name: value.sv if isinstance(value, Term) else value for name, value in values.items()}
        en = {name: value.en if isinstance(value, Term) else value for name, value in values.items()}
        return Term(self.sv.format(**sv), self.en.format(**en))


NO_TERM = Term("", "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value of a field, with the word that people read."""

    value: str
    term: Term


@dataclass(frozen=True, slots=True)
class Kind:
    """What values a field takes: a storage type, narrowed by choices, bounds, the labels that an id may name or, for a
    text, the scheme of an identifier that others use too.
    """

    name: Literal["text", "integer", "number", "date", "boolean", "choice", "reference"]
    choices: tuple[Choice, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    labels: tuple[str, ...] = ()
    scheme: Scheme | None = None

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(choice.value for choice in self.choices)

    def word(self, value: object) -> Term:
        """A value as people read it: the term of a choice, anything else as it is."""
        found = next((choice.term for choice in self.choices if choice.value == value), None)
        return found or Term(str(value), str(value))


TEXT = Kind("text")
INTEGER = Kind("integer")
NUMBER = Kind("number")
DATE = Kind("date")
BOOLEAN = Kind("boolean")


def choice(*choices: tuple[str, str, str]) -> Kind:
    """A kind of the given (value, Swedish, English) and nothing else."""
    return Kind("choice", tuple(Choice(value, Term(sv, en)) for value, sv, en in choices))


def between(lowest: int, highest: int) -> Kind:
    """Whole numbers from lowest to highest, both allowed."""
    return Kind("integer", lowest=lowest, highest=highest)


def bounded(kind: Kind, lowest: float, highest: float | None = None) -> Kind:
    """The same numbers, none below the lowest, nor above the highest where there is one."""
    return replace(kind, lowest=lowest, highest=highest)


def reference(*labels: str) -> Kind:
    """The id of a node with one of these labels."""
    return Kind("reference", labels=labels)


def identifier(scheme: Scheme) -> Kind:
    """A text in one form that others know the thing by too; `values.identifiers` reads it and gives its URI."""
    return Kind("text", scheme=scheme)


BASIS = choice(("stated", "enligt källan", "stated"), ("inferred", "härlett", "inferred"))


@dataclass(frozen=True, slots=True)
class Field:
    """One named value of a node or a relation.

    `wording` adds a twin `<name>_text` for the source's own words, `doubt` a twin `<name>_basis` that says whether this
    one value is stated or inferred. An `assessment` is what somebody judges of somebody, such as a stakeholder's power
    or motive: what is passed on leaves it out unless it is asked for. A `free` text is written in words of one's own,
    with no telling what it says of whom: what is made public leaves it out, as it does notes and assessments.
    """

    name: str
    kind: Kind
    term: Term
    doc: Term = NO_TERM
    required: bool = False
    wording: bool = False
    doubt: bool = False
    assessment: bool = False
    free: bool = False

    def with_twins(self) -> Iterator["Field"]:
        yield self
        if self.wording:
            yield Field(
                f"{self.name}_text",
                TEXT,
                Term(f"{self.term.sv}, källans ord", f"{self.term.en}, in the source's words"),
                assessment=self.assessment,
                free=True,
            )
        if self.doubt:
            basis = Term(f"{self.term.sv}, belägg", f"{self.term.en}, basis")
            yield Field(f"{self.name}_basis", BASIS, basis, assessment=self.assessment)


NAME = Field("name", TEXT, Term("Namn", "Name"), required=True)
NOTE = Field("note", TEXT, Term("Anmärkning", "Note"), free=True)
DATE_TEXT = Field(
    "date_text",
    TEXT,
    Term("Tid, källans ord", "Time, in the source's words"),
    Term("När källan säger mer eller annat än datumen.", "When the source says more than, or other than, the dates."),
    free=True,
)
DATE_BASIS = Field(
    "date_basis",
    BASIS,
    Term("Tid, belägg", "Time, basis"),
    Term("Om källan säger datumen eller om de är härledda.", "Whether the dates are stated or inferred."),
)
SOURCE = Field(
    "source",
    TEXT,
    Term("Källa", "Source"),
    Term("En webbadress eller en källa i ord.", "A web address, or a source in words."),
)
SOURCE_YEAR = Field(
    "source_year",
    INTEGER,
    Term("Källans år", "Year of the source"),
    Term("Det år då uppgiften gällde.", "The year in which the fact held."),
    wording=True,
    doubt=True,
)
BASIS_FIELD = Field(
    "basis",
    BASIS,
    Term("Belägg", "Basis"),
    Term("Om källan säger det eller om det är härlett.", "Whether the source says so or it is inferred."),
)
PROVENANCE = tuple(field for common in (SOURCE, SOURCE_YEAR, BASIS_FIELD) for field in common.with_twins())
NODE_FIELDS = (
    NOTE,
    Field("valid_from", DATE, Term("Från", "From"), Term("Första dag, månad eller år.", "First day, month or year.")),
    Field("valid_to", DATE, Term("Till", "To"), Term("Sista dag, månad eller år.", "Last day, month or year.")),
    DATE_TEXT,
    DATE_BASIS,
    *PROVENANCE,
)
EDGE_FIELDS = (
    Field("since", DATE, Term("Sedan", "Since")),
    Field("until", DATE, Term("Till och med", "Until")),
    DATE_TEXT,
    DATE_BASIS,
    NOTE,
    *PROVENANCE,
)
PERIODS = (("valid_from", "valid_to"), ("since", "until"))
