"""The verdict for people and for programs: first a sentence to read aloud, then threads, gaps and counts."""

import json
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from gronagraf.graph import Result
from gronagraf.schema import Language, Model, Term
from gronagraf.thread import Verdict
from gronagraf.views.cells import structure
from gronagraf.views.notes import notes
from gronagraf.views.sheet import sheet
from gronagraf.views.tables import Form, render
from gronagraf.views.verdict import results
from gronagraf.views.verdict.words import sentence
from gronagraf.views.words import one_line

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
) -> str:
    """The verdict in one of the forms of a result, ending in a line feed.

    csv and jsonl hold one table: the gaps, unless `part` names another. `unknown` lists what the sources do not say
    beside what is broken; `unfinished` names seeds whose load has not ended.
    """
    told = Result((), ((),), seeds=verdict.seeds, unfinished=tuple(unfinished))
    if form in ("csv", "jsonl"):
        return render(_codes(verdict, unknown=unknown)["gaps" if part == "all" else part], form, language, model)
    if form == "json":
        return _json(verdict, told, unknown=unknown)
    tables = {
        name: table
        for name, table in _tables(verdict, language, model, unknown=unknown).items()
        if part in ("all", name)
    }
    if form == "html":
        return _page(verdict, told, tables, language, model)
    marks = ("# ", "## ") if form == "md" else ("", "")
    pieces = [f"{marks[0]}{QUESTION[language]}\n\n{sentence(verdict, language)}"]
    for name, table in tables.items():
        text = render(Result(table.columns, table.rows), form, language, model, width).rstrip("\n")
        if name == "gaps" and not table.rows:
            text = NO_GAPS[language]
        pieces.append(f"{marks[1]}{HEADINGS[name][language]}\n\n{text}")
    pieces.append("\n".join(_remarks(verdict, told, tables, language)))
    return "\n\n".join(pieces) + "\n"


def _tables(verdict: Verdict, language: Language, model: Model, *, unknown: bool) -> Mapping[str, Result]:
    return {
        "threads": results.threads(verdict, language),
        "gaps": results.gaps(verdict, language, model, unknown=unknown),
        "counts": results.counts(verdict, language, model),
    }


def _codes(verdict: Verdict, *, unknown: bool) -> Mapping[str, Result]:
    return {
        "threads": results.link_codes(verdict),
        "gaps": results.gap_codes(verdict, unknown=unknown),
        "counts": results.count_codes(verdict),
    }


def _remarks(verdict: Verdict, told: Result, tables: Mapping[str, Result], language: Language) -> list[str]:
    remarks = [LEGEND[language]] if "threads" in tables else []
    if verdict.since:
        remarks.append(FRESH[language].format(since=verdict.since))
    return [*remarks, *(one_line(note) for note in notes(told, language))]


def _json(verdict: Verdict, told: Result, *, unknown: bool) -> str:
    whole: dict[str, object] = {
        "sentence": {"sv": sentence(verdict, "sv"), "en": sentence(verdict, "en")},
        "goals": verdict.counts(),
        "at": verdict.at,
        "fresh_since": verdict.since,
        "seeds": [{"name": s.name, "title": s.title, "fictional": s.fictional} for s in verdict.seeds],
        "unfinished": list(told.unfinished),
    }
    for name, table in _codes(verdict, unknown=unknown).items():
        names = [column.name for column in table.columns]
        whole[name] = [{key: structure(cell) for key, cell in zip(names, row, strict=True)} for row in table.rows]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _page(verdict: Verdict, told: Result, tables: Mapping[str, Result], language: Language, model: Model) -> str:
    from gronagraf.views.page import table_page

    sections = [(HEADINGS[name][language], sheet(table, language, model)) for name, table in tables.items()]
    return table_page(told, sections, language, QUESTION[language], sentence(verdict, language), LEGEND[language])
