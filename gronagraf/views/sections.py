"""Several tables under one heading: a sentence to read first, the tables, and what must be said of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gronagraf.graph import Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.cells import structure
from gronagraf.views.notes import notes
from gronagraf.views.sheet import sheet
from gronagraf.views.tables import ONE_TABLE, Form, Rendered, for_people, render
from gronagraf.views.words import one_line


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading: `words` for people, `codes` for programs, `otherwise` what is said of an empty one.

    `prose` says that its texts are sentences, which a narrow terminal wraps rather than cuts.
    """

    name: str
    heading: Term
    words: Result
    codes: Result
    otherwise: Term | None = None
    prose: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Sections under a title. `lead` is a sentence to read aloud, `remarks` stand below the tables.

    `told` is a result without columns that carries the seeds and loads that a reader must know of; `facts` is what
    programs get beside the tables. `first` names the section that csv and jsonl hold where none is asked for.
    """

    title: Term
    lead: Term
    sections: tuple[Section, ...]
    told: Result
    first: str
    remarks: tuple[Term, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


def render_report(
    report: Report, form: Form, language: Language, model: Model, width: int | None = None, part: str = "all"
) -> Rendered:
    """The report in one of the forms of a result; `part` names one section, or `all`.

    csv and jsonl hold one table: `report.first`, unless `part` names another.
    """
    sections = [each for each in report.sections if part in ("all", each.name)]
    if form in ONE_TABLE:
        wanted = report.first if part == "all" else part
        return render(next(each.codes for each in report.sections if each.name == wanted), form, language, model)
    if form == "json":
        return _json(report)
    if form == "html":
        from gronagraf.views.page import table_page

        sheets = [(_caption(each, language), sheet(each.words, language, model)) for each in sections]
        below = " ".join(remark[language] for remark in report.remarks)
        return table_page(report.told, sheets, language, report.title[language], report.lead[language], below)
    if form == "xlsx":
        return _workbook(report, sections, language, model)
    marks = ("# ", "## ") if form == "md" else ("", "")
    pieces = [f"{marks[0]}{report.title[language]}\n\n{report.lead[language]}"]
    pieces.extend(
        f"{marks[1]}{each.heading[language]}\n\n{_text(each, form, language, model, width)}" for each in sections
    )
    pieces.append("\n".join(_remarks(report, language)))
    return "\n\n".join(filter(None, pieces)) + "\n"


def _workbook(report: Report, sections: Sequence[Section], language: Language, model: Model) -> bytes:
    """A sheet for each section; what stands between and below the tables elsewhere stands on the last one."""
    from gronagraf.views.workbook.answers import Table, answer_workbook

    empty = [_caption(each, language) for each in sections if not each.words.rows and each.otherwise]
    said = (report.lead[language], *empty, *(remark[language] for remark in report.remarks))
    tables = [Table(each.heading[language], each.words) for each in sections if each.words.columns]
    return answer_workbook(tables, report.told, language, model, report.title[language], said)


def _caption(section: Section, language: Language) -> str:
    """The heading, and of an empty table what is said of it."""
    empty = section.otherwise if not section.words.rows else None
    return f"{section.heading[language]}: {empty[language]}" if empty else section.heading[language]


def _text(section: Section, form: Form, language: Language, model: Model, width: int | None) -> str:
    if not section.words.rows and section.otherwise:
        return section.otherwise[language]
    table = Result(section.words.columns, section.words.rows)
    return for_people(table, form, language, model, width, prose=section.prose).rstrip("\n")


def _remarks(report: Report, language: Language) -> Sequence[str]:
    return [*(one_line(each[language]) for each in report.remarks), *map(one_line, notes(report.told, language))]


def _json(report: Report) -> str:
    whole: dict[str, object] = {
        "sentence": {"sv": report.lead.sv, "en": report.lead.en},
        **report.facts,
        "seeds": [{"name": s.name, "title": s.title, "fictional": s.fictional} for s in report.told.seeds],
        "unfinished": list(report.told.unfinished),
        "remarks": [{"sv": each.sv, "en": each.en} for each in report.remarks],
    }
    for section in report.sections:
        names = [column.name for column in section.codes.columns]
        whole[section.name] = [
            {key: structure(cell) for key, cell in zip(names, row, strict=True)} for row in section.codes.rows
        ]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
