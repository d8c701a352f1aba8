"""What each measure is, before its values are read: definition, normalisation, weight, direction and source."""

import textwrap
from collections.abc import Iterator, Sequence

from gronagraf.analysis import Measure
from gronagraf.graph import Column, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.tables import Form, render

TITLE = Term("Måtten", "The measures")
ASPECTS = (
    Column("definition", Term("Vad", "What")),
    Column("normalisation", Term("Normering", "Normalisation")),
    Column("weight", Term("Vikt", "Weight")),
    Column("direction", Term("Riktning", "Direction")),
    Column("isolates", Term("Utan band", "Isolates")),
    Column("disconnected", Term("Delat nät", "Disconnected")),
    Column("source", Term("Källa", "Source")),
)
MEASURE = Column("measure", Term("Namn i --measures", "Name in --measures"))
TERM = Column("term", Term("Mått", "Measure"))
WIDEST = 100
INDENT = 16


def render_explanation(
    measures: Sequence[Measure], form: Form, language: Language, model: Model, width: int | None = None
) -> str:
    """The measures one after the other in words, or in another form as a table in the language."""
    if form == "table":
        return "\n".join(line for each in measures for line in _lines(each, language, min(width or WIDEST, WIDEST)))
    rows = tuple((each.name, each.term[language], *_aspects(each, language)) for each in measures)
    return render(Result((MEASURE, TERM, *ASPECTS), rows), form, language, model, width, TITLE[language])


def _aspects(each: Measure, language: Language) -> tuple[str, ...]:
    told = each.explanation
    terms = (
        told.definition,
        told.normalisation,
        told.weight,
        told.direction,
        told.isolates,
        told.disconnected,
    )
    return (*(term[language] for term in terms), told.source)


def _lines(each: Measure, language: Language, width: int) -> Iterator[str]:
    yield f"{each.term[language]} ({each.name})"
    for aspect, text in zip(ASPECTS, _aspects(each, language), strict=True):
        heading = f"  {aspect.term[language]}".ljust(INDENT)
        yield from textwrap.wrap(text, width, initial_indent=heading, subsequent_indent=" " * INDENT)
    yield ""
