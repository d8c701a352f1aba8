"""The command `import`: other people's tables and graph formats into a seed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.options import FILE
from gronagraf.cli.show import WROTE, save, size_of, terminal_width
from gronagraf.graph import Column, Edge, Graph, Node, Result, Value
from gronagraf.model import MODEL
from gronagraf.schema import EdgeType, Language, NodeType, Term
from gronagraf.values import UnreadableValueError, parse_id, quote
from gronagraf.views.words import number, one_line

if TYPE_CHECKING:
    from gronagraf.importing import Conversion, Leftover, Mapping
    from gronagraf.reading.remarks import Remark

LEFT = 9
SHOWN_ROWS = 5
SHOWN_LEFT = 10
MORE = Term(
    "MAPPING är en TOML-fil som säger vad tabellerna betyder, eller en medföljande: {names}.\n\n"
    "FILES är tabeller eller grafer i andra format. Det som inte kunde översättas räknas upp, och då är slutkoden 9.",
    "MAPPING is a TOML file that says what the tables mean, or a packaged one: {names}.\n\n"
    "FILES are tables, or graphs in other formats. What could not be mapped is listed, and the exit code is then 9.",
)
MADE = Term(
    "{rows} rader blev {nodes} noder och {edges} relationer.", "{rows} rows became {nodes} nodes and {edges} relations."
)
SKIPPED = Term("{count} rader hoppades över som mappningen säger.", "{count} rows were skipped as the mapping says.")
REUSED = Term("{count} noder fanns redan i {seeds}.", "{count} nodes were there already in {seeds}.")
OURS = Term(
    "Filerna har skrivits av gronagraf export: {seeds} blir som det var.",
    "The files were written by gronagraf export: {seeds} becomes what it was.",
)
NOTHING = Term("Inget skrevs: detta är en förhandsvisning.", "Nothing was written: this is a preview.")
WHOLE = Term("Allt kunde översättas.", "All could be mapped.")
COULD_NOT = Term("Kunde inte översättas:", "Could not be mapped:")
TOLD = Term("Mappningen nämner, men tabellen saknar:", "The mapping names, but the table lacks:")
AND_MORE = Term(
    "  och {count} till; alla skrivs med --report FILE", "  and {count} more; --report FILE writes them all"
)
KINDS = {
    "row": Term("rader", "rows"),
    "value": Term("värden", "values"),
    "lookup": Term("uppslagningar", "lookups"),
    "clash": Term("motsägelser", "clashes"),
    "column": Term("kolumner", "columns"),
    "table": Term("tabeller", "tables"),
    "absent": Term("kolumner", "columns"),
}


def import_command(language: Language) -> click.Command:
    from gronagraf.importing.ready import ready_mappings

    params = [
        click.Argument(["mapping"]),
        click.Argument(["files"], nargs=-1, type=FILE),
        *_outcome_options(language),
        *_seed_options(language),
        *_type_options(language),
    ]
    examples = ("gronagraf import project-bank projekt.csv --preview", "gronagraf import mitt.toml *.xlsx --out ./mitt")
    more = MORE.filled(names=", ".join((*ready_mappings(), "gronagraf")))
    return command(language, "import", _import, params, *examples, more=more)


def _outcome_options(language: Language) -> list[click.Parameter]:
    """What is to come of it."""
    out = Term("Mapp för fröet: ny, tom, eller ett frö med --replace.", "Folder: new, empty, or a seed with --replace.")
    preview = Term("Visa vad det blir; skriv inget.", "Show what it becomes; write nothing.")
    report = Term(
        "Skriv allt som inte kunde översättas till en CSV-fil.", "Write what could not be mapped to a CSV file."
    )
    over = Term("Skriv över fröet i --out.", "Write over the seed in --out.")
    shown = Term("Skriv ut mappningen, att ändra i.", "Print the mapping, to edit.")
    return [
        option(language, "--out", out, type=FILE),
        option(language, "--preview", preview, is_flag=True),
        option(language, "--report", report, type=FILE),
        option(language, "--replace", over, is_flag=True),
        option(language, "--show", shown, is_flag=True),
    ]


def _seed_options(language: Language) -> list[click.Parameter]:
    """What the seed says of itself."""
    name = Term("Fröets namn, i stället för mappningens.", "The seed's name, instead of the mapping's.")
    title = Term("Fröets rubrik.", "The seed's title.")
    extends = Term(
        "Frö vars noder känns igen i stället för att göras om; kan ges flera gånger.",
        "Seed whose nodes are met instead of made anew; may be given several times.",
    )
    return [
        option(language, "--name", name),
        option(language, "--title", title),
        option(language, "--extends", extends, multiple=True, metavar="SEED"),
    ]


def _type_options(language: Language) -> list[click.Parameter]:
    """What is read how, and what becomes of what no rule names."""
    label = Term(
        "Nodtyp för det som inget annat i mappningen tar.", "Node type for what nothing else in the mapping takes."
    )
    relation = Term("Relationstyp för det som inget annat tar.", "Relation type for what nothing else takes.")
    encoding = Term("Teckenkodning för textfiler.", "Encoding of text files.")
    return [
        option(language, "--as-type label", label, type=click.Choice(list(MODEL.labels)), metavar="TYPE"),
        option(language, "--as-relation relation", relation, type=click.Choice(list(MODEL.types)), metavar="TYPE"),
        option(language, "--encoding", encoding, type=click.Choice(("utf-8", "windows-1252"))),
    ]


def _import(call: Call) -> None:
    out, preview = call.values["out"], call.values["preview"]
    if call.values["show"]:
        _show(call)
        return
    if not call.values["files"]:
        raise click.UsageError("no FILES were given: name the tables to import, or give --show")
    if not out and not preview:
        raise click.UsageError("--out is missing: name a folder for the seed, or give --preview")
    if _is_ours(call):
        _import_ours(call)
    else:
        _import_theirs(call)


def _import_theirs(call: Call) -> None:
    """Other people's files by a mapping."""
    from gronagraf.importing import convert_tables, nodes_of_others, place_seed, refuse_used

    out, preview, over = call.values["out"], call.values["preview"], call.values["replace"]
    if out and not preview:
        refuse_used(out, over=over)
    mapping = _mapping(call)
    others = nodes_of_others(mapping, out or Path("seed"), MODEL)
    conversion = convert_tables(mapping, call.values["files"], MODEL, others, lambda remark: _remark(call, remark))
    if preview:
        _preview(call, conversion.graph)
    else:
        place_seed(conversion.graph, out, MODEL, over=over)
    _tell(call, conversion, mapping.seed.extends)
    if call.values["report"]:
        save(call, call.values["report"], conversion.left.text())
    click.echo(call.say(NOTHING) if preview else call.say(WROTE, path=one_line(str(out)), size=_size(out)), err=True)
    if conversion.left.lost:
        click.get_current_context().exit(LEFT)


def _remark(call: Call, remark: "Remark") -> None:
    click.echo(one_line(remark[call.language]), err=True)


def _is_ours(call: Call) -> bool:
    """Whether the files are to be read as what our own export wrote: so asked, or so they say of themselves."""
    from gronagraf.importing import ready_mappings
    from gronagraf.importing.exported import NAME, is_exported

    asked = call.values["mapping"]
    return asked == NAME or (asked in ready_mappings() and all(is_exported(path) for path in call.values["files"]))


def _import_ours(call: Call) -> None:
    """Files of our own export: the same seeds again, each in a folder."""
    from gronagraf.importing import place_seed, refuse_used
    from gronagraf.importing.exported import read_all_exported

    graphs = read_all_exported(call.values["files"], MODEL)
    click.echo(call.say(OURS, seeds=", ".join(graph.seeds[0].name for graph in graphs)))
    if call.values["preview"]:
        for graph in graphs:
            _preview(call, graph)
        click.echo(call.say(NOTHING), err=True)
        return
    out, over = call.values["out"], call.values["replace"]
    folders = {graph.seeds[0].name: out if len(graphs) == 1 else out / graph.seeds[0].name for graph in graphs}
    for folder in folders.values():
        refuse_used(folder, over=over)
    for graph in graphs:
        folder = folders[graph.seeds[0].name]
        place_seed(graph, folder, MODEL, over=over)
        click.echo(call.say(WROTE, path=one_line(str(folder)), size=_size(folder)), err=True)


def _show(call: Call) -> None:
    from gronagraf.importing.ready import ready_mapping

    if call.values["files"]:
        raise click.UsageError("--show prints a mapping and takes no FILES")
    click.echo(ready_mapping(call.values["mapping"]).read_text(encoding="utf-8"), nl=False)


def _mapping(call: Call) -> "Mapping":
    """The mapping that is asked for, with what the options say instead."""
    from gronagraf.importing import adjusting, read_mapping

    mapping = read_mapping(call.values["mapping"], MODEL)
    if call.values["label"]:
        mapping = adjusting.with_type(mapping, MODEL.labels[call.values["label"]])
    if call.values["relation"]:
        mapping = adjusting.with_relation(mapping, MODEL.types[call.values["relation"]])
    if call.values["encoding"]:
        mapping = adjusting.with_encoding(mapping, call.values["encoding"])
    extends = tuple(dict.fromkeys((*mapping.seed.extends, *call.values["extends"])))
    return adjusting.with_seed(mapping, name=_name(call), title=call.values["title"], extends=extends)


def _name(call: Call) -> str:
    """The name that is given. Raises UsageError."""
    given = call.values["name"] or ""
    try:
        return str(parse_id(MODEL.nodes[0].columns["name"].kind, given)) if given else ""
    except UnreadableValueError as error:
        raise click.UsageError(f"--name: {error.what}; {error.remedy}") from None


def _size(folder: Path) -> str:
    return size_of(sum(each.stat().st_size for each in folder.iterdir() if each.is_file()))


def _preview(call: Call, graph: Graph) -> None:
    """The first rows of each type as a table."""
    from gronagraf.views.tables import render

    for kind, rows in _by_type(graph):
        click.echo(f"{kind.name}  {kind.term[call.language]}: {number(len(rows), call.language)}")
        click.echo(render(_table(kind, rows[:SHOWN_ROWS]), "table", call.language, MODEL, terminal_width()))


def _by_type(graph: Graph) -> "Iterator[tuple[NodeType | EdgeType, list[Node | Edge]]]":
    rows: dict[str, list[Node | Edge]] = {}
    for node in graph.nodes:
        rows.setdefault(node.label, []).append(node)
    for edge in graph.edges:
        rows.setdefault(edge.type, []).append(edge)
    for kind in MODEL.all:
        if kind.name in rows:
            yield kind, rows[kind.name]


def _table(kind: NodeType | EdgeType, rows: list[Node | Edge]) -> Result:
    """Some nodes or relations of one type as rows, only the columns in use."""
    cells = [_cells(row) for row in rows]
    names = [name for name in kind.header if any(name in each for each in cells)]
    terms = {name: kind.columns[name].term if name in kind.columns else Term(name, name) for name in names}
    columns = tuple(Column(name, terms[name]) for name in names)
    return Result(columns, tuple(tuple(each.get(name) for name in names) for each in cells))


def _cells(row: Node | Edge) -> dict[str, Value]:
    if isinstance(row, Node):
        return {"id": row.id, **row.facts}
    return {"from": row.start, "to": row.end, **row.facts}


def _tell(call: Call, conversion: "Conversion", seeds: tuple[str, ...]) -> None:
    """What was made, and what could not be."""
    from gronagraf.importing import ready_mappings

    graph, left = conversion.graph, conversion.left

    def n(count: int) -> str:
        return number(count, call.language)

    click.echo(call.say(MADE, rows=n(conversion.rows), nodes=n(len(graph.nodes)), edges=n(len(graph.edges))))
    for kind, rows in _by_type(graph):
        click.echo(f"  {n(len(rows)):>8}  {kind.name}  {kind.term[call.language]}")
    if conversion.skipped:
        click.echo(call.say(SKIPPED, count=n(conversion.skipped)))
    if conversion.reused:
        click.echo(call.say(REUSED, count=n(conversion.reused), seeds=", ".join(seeds)))
    absent = [each for each in left.found if each.kind == "absent"]
    if call.values["mapping"] in ready_mappings():
        absent = []  # a packaged mapping knows more names of columns than any one table has
    _list(call, TOLD, absent, len(absent))
    _list(call, COULD_NOT, [each for each in left.found if each.kind != "absent"], left.lost)
    if not left.lost:
        click.echo(call.say(WHOLE))


def _list(call: Call, heading: Term, found: "list[Leftover]", count: int) -> None:
    """The first of what was left, on standard error, with how many there are of each kind."""
    if not count:
        return
    kinds: dict[str, int] = {}
    for each in found:
        kinds[each.kind] = kinds.get(each.kind, 0) + 1
    counted = ", ".join(f"{KINDS[kind][call.language]} {number(size, call.language)}" for kind, size in kinds.items())
    click.echo(f"{call.say(heading)} {counted}", err=True)
    for each in found[:SHOWN_LEFT]:
        where = ": ".join(filter(None, (f"{each.file}:{each.row}" if each.row else each.file, each.column)))
        text = f" {quote(each.text)}" if each.text and each.text not in each.what else ""
        click.echo(one_line(f"  {where}:{text} {each.what}"), err=True)
    if count > SHOWN_LEFT:
        click.echo(call.say(AND_MORE, count=number(count - SHOWN_LEFT, call.language)), err=True)
