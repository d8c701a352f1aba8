"""A seed as a workbook, and an empty one to fill in: a sheet a type, one for the seed, and one that says how."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Graph, SeedInfo, Value
from gronagraf.reading.manifest import KEYS
from gronagraf.schema import EdgeType, Language, Model, NodeType
from gronagraf.views.notes import FICTIONAL_MARK
from gronagraf.views.workbook.book import (
    LONGEST_TEXT,
    MOST_ROWS,
    Book,
    Sheet,
    column_width,
    open_book,
    refuse_long,
    too_many,
)
from gronagraf.views.workbook.guiding import add_notes, guide, guide_ends
from gronagraf.views.workbook.telling import write_instructions, write_seed_sheet
from gronagraf.views.workbook.wording import STAR, choice_words, headings, is_required, sheet_title

SAMPLED = 200
WIDEST = 50
PAPER = 220  # characters across a page that can still be read
TYPED = frozenset({"integer", "number", "boolean"})
Row = Mapping[str, Value]


def write_workbook(graph: Graph, path: Path, model: Model, language: Language) -> tuple[Path, ...]:
    """The one seed of a graph as a workbook; the file written.

    A sheet for each type in use, its columns those that a seed folder has, headings and choices in the language, which
    is read back to the same graph. Dates are text, as precise as they are known. Raises GronagrafError for a graph with
    more or less than one seed, for what a workbook cannot hold, and for types that the model lacks.
    """
    if len(graph.seeds) != 1:
        what = f"the graph holds {len(graph.seeds)} seeds, and a workbook holds one; write one seed at a time"
        raise GronagrafError(what)
    info = graph.seeds[0]
    rows = _rows(graph, info.name)
    _refuse_strangers(rows, model)
    kinds = [kind for kind in model.all if kind.name in rows]
    _write(Path(path), info, kinds, rows, model, language)
    return (Path(path),)


def write_blank(path: Path, info: SeedInfo, model: Model, language: Language) -> tuple[Path, ...]:
    """A workbook with every sheet and no rows, to be filled in; the file written."""
    _write(Path(path), info, list(model.all), {}, model, language)
    return (Path(path),)


def _write(
    path: Path,
    info: SeedInfo,
    kinds: Sequence[NodeType | EdgeType],
    rows: Mapping[str, Sequence[Row]],
    model: Model,
    language: Language,
) -> None:
    with open_book(path, big=True, title=info.title) as book:
        titles = {kind.name: sheet_title(kind, language, model) for kind in kinds}
        write_instructions(book, info, kinds, titles, language, blank=not rows)
        write_seed_sheet(book, info, KEYS, language)
        for kind in kinds:
            if isinstance(kind, NodeType):
                _name_ids(book, kind, titles[kind.name])
        mark = FICTIONAL_MARK[language] if info.fictional else ""
        for kind in kinds:
            table = sorted(rows.get(kind.name, ()), key=lambda row, kind=kind: _order(kind, row))  # type: ignore[misc]
            _write_type(book, kind, titles[kind.name], table, model, language, mark)


def _rows(graph: Graph, seed: str) -> dict[str, list[Row]]:
    """What belongs to the seed, by type, as rows by the names of columns."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for node in graph.nodes:
        if node.seed in ("", seed):
            rows[node.label].append({"id": node.id, **node.facts})
    for edge in graph.edges:
        if edge.seed in ("", seed):
            rows[edge.type].append({"from": edge.start, "to": edge.end, **edge.facts})
    return rows


def _refuse_strangers(rows: Mapping[str, object], model: Model) -> None:
    if unknown := sorted(set(rows) - {each.name for each in model.all}):
        remedy = "write with the model that it was made by"
        raise GronagrafError([Problem(name, "is not a type of the model", remedy) for name in unknown])


def _order(kind: NodeType | EdgeType, row: Row) -> list[str]:
    names = ("id",) if isinstance(kind, NodeType) else ("from", "to", *kind.key)
    return [str(row.get(name, "")) for name in names]


def _name_ids(book: Book, kind: NodeType, title: str) -> None:
    """A name for the ids on a sheet, as far down as there are any: drop-downs on other sheets use it."""
    sheet = "'" + title.replace("'", "''") + "'"
    ids = f"OFFSET({sheet}!$A$2,0,0,MAX(1,COUNTA({sheet}!$A$2:$A${MOST_ROWS})),1)"
    book.file.define_name(f"ids_{kind.label}", f"={ids}")
    book.ids.add(kind.label)


def _write_type(
    book: Book, kind: NodeType | EdgeType, title: str, rows: Sequence[Row], model: Model, language: Language, mark: str
) -> None:
    if len(rows) >= MOST_ROWS:
        raise too_many(kind.file, len(rows))
    names = _columns(kind, rows)
    sheet = book.sheet(title)
    texts = {name: text + STAR * is_required(kind, name) for name, text in headings(kind, language).items()}
    width = _head(book, sheet, kind, names, texts, rows)
    add_notes(sheet, kind, names, language, model)
    for column, name in enumerate(names):
        if name in kind.columns:
            guide(book, sheet, column, kind.columns[name].kind, language)
        elif isinstance(kind, EdgeType):
            guide_ends(book, sheet, column, kind.starts if name == "from" else kind.targets, language)
    _fill(book, sheet, kind, names, rows, language)
    sheet.page.autofilter(0, 0, max(1, len(rows)), len(names) - 1)
    sheet.page.set_tab_color("#0b5a4a" if isinstance(kind, NodeType) else "#8aa39b")
    sheet.page.repeat_columns(0, 1)
    sheet.let_text_be()
    sheet.paper(kind.term[language], mark, max(1, round(width / PAPER)))


def _columns(kind: NodeType | EdgeType, rows: Sequence[Row]) -> list[str]:
    """All columns of an empty table; of another those in use."""
    used = {name for row in rows for name in row} if rows else set(kind.header)
    always = ("id", "name") if isinstance(kind, NodeType) else ("from", "to")
    return [name for name in kind.header if name in used or name in always]


def _head(
    book: Book,
    sheet: Sheet,
    kind: NodeType | EdgeType,
    names: Sequence[str],
    texts: Mapping[str, str],
    rows: Sequence[Row],
) -> int:
    """The headings, and the look of the columns below them; how wide these are together."""
    widths = []
    for column, name in enumerate(names):
        sample = [str(row[name]) for row in rows[:SAMPLED] if name in row]
        widths.append(column_width(sample, texts[name], WIDEST if sample else 24))
        typed = name in kind.columns and kind.columns[name].kind.name in TYPED
        sheet.page.set_column(column, column, widths[-1], book.look("plain" if typed else "text"))
    sheet.tall(0, [texts[name] for name in names], [width - 2 for width in widths])
    for column, name in enumerate(names):
        sheet.put(0, column, texts[name], "required" if is_required(kind, name) else "heading")
    sheet.page.freeze_panes(1, 2)
    sheet.page.repeat_rows(0)
    return sum(widths)


def _fill(
    book: Book,
    sheet: Sheet,
    kind: NodeType | EdgeType,
    names: Sequence[str],
    rows: Sequence[Row],
    language: Language,
) -> None:
    words = {name: choice_words(field.kind, language) for name, field in kind.columns.items() if field.kind.choices}
    text, page = book.look("text"), sheet.page
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(names):
            value = row.get(name)
            if isinstance(value, str):
                if name in words:
                    value = words[name].get(value, value)
                if len(value) * 2 > LONGEST_TEXT:
                    _refuse_long(kind, row, name, value)
                page.write_string(number, column, value, text)
            elif value is not None:
                sheet.put(number, column, value, "plain")


def _refuse_long(kind: NodeType | EdgeType, row: Row, name: str, text: str) -> None:
    """Raises GronagrafError that names the node or relation and the field, where no cell can hold the text."""
    who = row["id"] if isinstance(kind, NodeType) else f"{row['from']} → {row['to']}"
    refuse_long(f"{kind.name} {who}: {name}", text)
