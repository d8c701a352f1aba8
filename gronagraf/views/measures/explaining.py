"""What each measure and method is, before values are read: definition, normalisation, weight, direction, source."""

import textwrap
from collections.abc import Iterator, Sequence

from gronagraf.analysis import Measure
from gronagraf.graph import Column, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.methods import Method
from gronagraf.views.tables import Form, Rendered, render

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
MEASURE = Column("measure", Term("Namn i kommandot", "Name in the command"))
TERM = Column("term", Term("Mått", "Measure"))
WIDEST = 100
INDENT = 16


def render_explanation(
    measures: Sequence[Measure],
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    methods: Sequence[Method] = (),
) -> Rendered:
    """The measures and then the methods in words, or in another form as a table in the language."""
    told = [
        *((each.name, each.term[language], _aspects(each, language)) for each in measures),
        *((f"--{each.option}", each.term[language], _method(each, language)) for each in methods),
    ]
    if form == "table":
        widest = min(width or WIDEST, WIDEST)
        return "\n".join(line for each in told for line in _lines(*each, language, widest))
    rows = tuple((name, term, *aspects) for name, term, aspects in told)
    return render(Result((MEASURE, TERM, *ASPECTS), rows), form, language, model, width, TITLE[language])


def _method(each: Method, language: Language) -> tuple[str | None, ...]:
    """What is said of a method, in the places of the aspects of a measure."""
    return (each.definition[language], *[None] * (len(ASPECTS) - 2), each.source[language])


def _aspects(each: Measure, language: Language) -> tuple[str | None, ...]:
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


def _lines(name: str, term: str, aspects: Sequence[str | None], language: Language, width: int) -> Iterator[str]:
    yield f"{term} ({name})"
    for aspect, text in zip(ASPECTS, aspects, strict=True):
        if text is None:
            continue
        heading = f"  {aspect.term[language]}".ljust(INDENT)
        yield from textwrap.wrap(text, width, initial_indent=heading, subsequent_indent=" " * INDENT)
    yield ""
