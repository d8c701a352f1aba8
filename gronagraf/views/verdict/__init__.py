"""The verdict for people and for programs: first a sentence to read aloud, then threads, gaps and counts."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from gronagraf.graph import Result
from gronagraf.schema import Language, Model, Term
from gronagraf.thread import Verdict
from gronagraf.views.sections import Report, Section, render_report
from gronagraf.views.tables import Form, Rendered
from gronagraf.views.verdict import results
from gronagraf.views.verdict.words import sentence

__all__ = ["PARTS", "Part", "render_verdict", "sentence"]

Part = Literal["all", "threads", "gaps", "counts"]
PARTS: tuple[Part, ...] = get_args(Part)
HEADINGS: Mapping[str, Term] = {
    "threads": Term("Mål för mål, länk för länk", "Goal by goal, link by link"),
    "gaps": Term("Var tråden brister, och vem som kan laga den", "Where the thread breaks, and who can mend it"),
    "counts": Term("Hur många av varje", "How many of each"),
}
QUESTION = Term("Har ni en grön tråd?", "Do you have a green thread?")
LEGEND = Term(
    "● hel: två eller fler bär · ◐ tunn: en enda bär · ✕ bruten: fattas, och fröet säger att det är fullständigt"
    " · ? okänd: källorna säger det inte. 2/3: två av tre projekt, eller av tre mål under målet.",
    "● whole: two or more carry it · ◐ thin: a single one does · ✕ broken: missing, and the seed says that it is"
    " complete · ? unknown: the sources do not say. 2/3: two of three projects, or of three goals below the goal.",
)
NO_GAPS = Term(
    "Inget är belagt som brutet. Vad källorna inte säger visas med --unknown.",
    "Nothing is proven to be broken. What the sources do not say is shown with --unknown.",
)
INFERRED = Term(
    "{inferred} av {links} länkar är härledda; med --stated-only räknas bara det som en källa säger rent ut.",
    "{inferred} of {links} links are inferred; with --stated-only only what a source states counts.",
)
FRESH = Term("Uppföljning och värden räknas från {since}.", "Follow-up and values count from {since} on.")


def render_verdict(
    verdict: Verdict,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    *,
    part: Part = "all",
    unknown: bool = False,
    unfinished: Sequence[str] = (),
) -> Rendered:
    """The verdict in one of the forms of a result, ending in a line feed.

    csv and jsonl hold one table: the gaps, unless `part` names another. `unknown` lists what the sources do not say
    beside what is broken; `unfinished` names seeds whose load has not ended.
    """
    report = Report(
        title=QUESTION,
        lead=Term(sentence(verdict, "sv"), sentence(verdict, "en")),
        sections=_sections(verdict, language, model, unknown=unknown),
        told=Result((), ((),), seeds=verdict.seeds, unfinished=tuple(unfinished)),
        first="gaps",
        remarks=_remarks(verdict, part),
        facts={
            "goals": verdict.counts(),
            "at": verdict.at,
            "fresh_since": verdict.since,
            "links": dict(zip(("counted", "inferred"), verdict.links, strict=True)),
        },
    )
    return render_report(report, form, language, model, width, part)


def _sections(verdict: Verdict, language: Language, model: Model, *, unknown: bool) -> tuple[Section, ...]:
    words = {
        "threads": results.threads(verdict, language),
        "gaps": results.gaps(verdict, language, model, unknown=unknown),
        "counts": results.counts(verdict, language, model),
    }
    codes = {
        "threads": results.link_codes(verdict),
        "gaps": results.gap_codes(verdict, unknown=unknown),
        "counts": results.count_codes(verdict),
    }
    otherwise = {"gaps": NO_GAPS}
    return tuple(
        Section(name, heading, words[name], codes[name], otherwise.get(name)) for name, heading in HEADINGS.items()
    )


def _remarks(verdict: Verdict, part: Part) -> tuple[Term, ...]:
    remarks = [LEGEND] if part in ("all", "threads") else []
    links, inferred = verdict.links
    if inferred:
        remarks.append(INFERRED.filled(links=links, inferred=inferred))
    if verdict.since:
        remarks.append(FRESH.filled(since=verdict.since))
    return tuple(remarks)
