"""A result in one of its forms: an aligned table, CSV, JSON, JSON lines, Markdown, an HTML page or a workbook."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, zip_longest
from typing import Literal, TypeAlias

from gronagraf.graph import Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.cells import structure
from gronagraf.views.delimited import EXCEL, PLAIN, RAW, Style, delimited
from gronagraf.views.notes import notes
from gronagraf.views.sheet import Sheet, sheet
from gronagraf.views.words import one_line, width_of

Form = Literal["table", "csv", "csv_raw", "csv_excel", "json", "jsonl", "md", "html", "xlsx"]
FORMS: tuple[Form, ...] = ("table", "csv", "json", "jsonl", "md", "html", "xlsx")
"""The forms that one may ask for by name; the two others are CSV in a manner of its own."""
DELIMITED: Mapping[Form, Style] = {"csv": PLAIN, "csv_raw": RAW, "csv_excel": EXCEL}
ONE_TABLE: frozenset[Form] = frozenset({*DELIMITED, "jsonl"})
"""The forms that hold a single table and nothing beside it."""
Rendered: TypeAlias = str | bytes
"""A result in a form: text, but a workbook is bytes."""
GAP = "  "
NARROWEST = 16
LEFT_OUT = Term(
    "Ryms inte i fönstret: {columns}. Allt syns med --as csv eller --as html.",
    "Too wide for the window: {columns}. All is shown with --as csv or --as html.",
)


def render(
    result: Result,
    form: Form,
    language: Language,
    model: Model,
    width: int | None = None,
    title: str = "",
    *,
    prose: bool = False,
) -> Rendered:
    """A result in one of the forms, a text ending in a line feed; only xlsx, a workbook, is bytes.

    table, md, html and xlsx are for people: terms, numbers and names in the language, and what a reader must know (see
    `notes`) below them or, in a workbook, on a sheet of its own. csv, json and jsonl are for programs: stable English
    column names and the data as it is; only in csv a text that a spreadsheet would take for a formula gets an
    apostrophe before it, and csv_raw leaves that out. csv_excel is what a Swedish Excel opens by a double click.
    `width` cuts the lines of a table to so many columns of a terminal; None cuts nothing. With `prose` the texts of a
    terminal's table go on in the next line instead of being cut. Raises GronagrafError for what a workbook cannot hold.
    """
    if style := DELIMITED.get(form):
        return delimited(result, style)
    if form == "xlsx":
        from gronagraf.views.workbook.answers import Table, answer_workbook

        return answer_workbook([Table(title, result)], result, language, model, title)
    if form == "json":
        return _json(result)
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _objects(result))
    if form == "html":
        from gronagraf.views.page import table_page

        return table_page(result, [(title, sheet(result, language, model))], language, title)
    return for_people(result, form, language, model, width, prose=prose)


def for_people(
    result: Result, form: Form, language: Language, model: Model, width: int | None = None, *, prose: bool = False
) -> str:
    """A result as an aligned table, or in Markdown."""
    words = sheet(result, language, model)
    lines = _markdown(words) if form == "md" else _table(words, width, language, prose=prose)
    remarks = [one_line(note) for note in notes(result, language)]
    return "\n".join([*lines, *([""] if remarks and lines else []), *remarks]) + "\n"


def _json(result: Result) -> str:
    whole = {
        "columns": [column.name for column in result.columns],
        "rows": list(_objects(result)),
        "cut": result.cut,
        "seeds": [{"name": s.name, "title": s.title, "fictional": s.fictional} for s in result.seeds],
        "unfinished": list(result.unfinished),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _objects(result: Result) -> Iterator[dict[str, object]]:
    names = [column.name for column in result.columns]
    for row in result.rows:
        yield {name: structure(cell) for name, cell in zip(names, row, strict=True)}


def _markdown(words: Sheet) -> list[str]:
    if not words.rows:
        return []
    rule = ["---:" if numeric else "---" for numeric in words.numeric]
    lines = [[_escaped(text) for text in line] for line in (words.headings, *words.rows)]
    return [f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:])]


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", one_line(text))


def _table(words: Sheet, width: int | None, language: Language, *, prose: bool) -> list[str]:
    """Headings over rows, numbers to the right; on a terminal a rule between them and every line within its width."""
    if not words.rows:
        return []
    headings, *rows = (tuple(map(one_line, line)) for line in (words.headings, *words.rows))
    if width is None:
        widths = [max(map(width_of, column)) for column in zip(headings, *rows, strict=True)]
        return [_line(line, widths, words.numeric) for line in (headings, *rows)]
    needed = [max(map(width_of, column)) for column in zip(map(_longest_word, headings), *rows, strict=True)]
    shown = _fitting(needed, words.numeric, width)
    widths = fit(needed[:shown], words.numeric[:shown], width)
    told = [each for row in rows for each in (_continued(row[:shown], widths) if prose else [row[:shown]])]
    lines = [*_wrapped(headings[:shown], widths), ["─" * w for w in widths], *told]
    left_out = ", ".join(headings[shown:])
    return [
        *(_cut(_line(line, widths, words.numeric[:shown]), width) for line in lines),
        *([LEFT_OUT[language].format(columns=left_out)] if left_out else []),
    ]


def _fitting(needed: Sequence[int], numeric: Sequence[bool], width: int) -> int:
    """How many columns a line holds when texts may be cut to NARROWEST; at least one."""
    least = [w if fixed else min(w, NARROWEST) for w, fixed in zip(needed, numeric, strict=True)]
    ends = accumulate(w + len(GAP) for w in least)
    return max(1, sum(end - len(GAP) <= width for end in ends))


def _longest_word(text: str) -> str:
    return max(text.split() or [""], key=width_of)


def _wrapped(headings: Sequence[str], widths: Sequence[int]) -> list[tuple[str, ...]]:
    """Headings over as many lines as their columns' widths ask for, standing on the last."""
    parts = [textwrap.wrap(text, max(w, 1)) for text, w in zip(headings, widths, strict=True)]
    height = max(map(len, parts))
    raised = [[""] * (height - len(part)) + part for part in parts]
    return list(zip(*raised, strict=True))


def _continued(row: Sequence[str], widths: Sequence[int]) -> list[tuple[str, ...]]:
    """A row over as many lines as its texts ask for, beginning on the first."""
    parts = [
        textwrap.wrap(text, max(w, 1)) if width_of(text) > w else [text] for text, w in zip(row, widths, strict=True)
    ]
    return list(zip_longest(*parts, fillvalue=""))


def fit(widths: Sequence[int], numeric: Sequence[bool], width: int) -> list[int]:
    """Column widths that together fit a line: the widest text columns give way first, numbers stay whole."""
    room = width - len(GAP) * (len(widths) - 1) - sum(w for w, fixed in zip(widths, numeric, strict=True) if fixed)
    texts = sorted(w for w, fixed in zip(widths, numeric, strict=True) if not fixed)
    for place, natural in enumerate(texts):
        share = room // (len(texts) - place)
        if natural > share:
            most = max(share, NARROWEST)
            return [w if fixed else min(w, most) for w, fixed in zip(widths, numeric, strict=True)]
        room -= natural
    return list(widths)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    shown = [_cut(text, width) for text, width in zip(cells, widths, strict=True)]
    padding = [" " * (width - width_of(text)) for text, width in zip(shown, widths, strict=True)]
    padded = (
        blank + text if right else text + blank for text, blank, right in zip(shown, padding, numeric, strict=True)
    )
    return GAP.join(padded).rstrip()


def _cut(text: str, width: int) -> str:
    if width_of(text) <= width:
        return text
    kept = text[: width - 1]
    while width_of(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…"
