"""The command `import`: other people's tables and graph formats into a seed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.imported import show_preview, tell_conversion
from gronagraf.cli.options import FILE
from gronagraf.cli.show import WROTE, save, size_of
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.values import UnreadableValueError, parse_id
from gronagraf.views.words import one_line

if TYPE_CHECKING:
    from gronagraf.importing import Mapping
    from gronagraf.reading.remarks import Remark

LEFT = 9
MORE = Term(
    "MAPPING är en TOML-fil som säger vad tabellerna betyder, eller en medföljande: {names}.\n\n"
    "FILES är tabeller eller grafer i andra format. Det som inte kunde översättas räknas upp, och då är slutkoden 9.",
    "MAPPING is a TOML file that says what the tables mean, or a packaged one: {names}.\n\n"
    "FILES are tables, or graphs in other formats. What could not be mapped is listed, and the exit code is then 9.",
)
OURS = Term(
    "Filerna har skrivits av gronagraf export: {seeds} blir som det var.",
    "The files were written by gronagraf export: {seeds} becomes what it was.",
)
NOTHING = Term("Inget skrevs: detta är en förhandsvisning.", "Nothing was written: this is a preview.")


def import_command(language: Language) -> click.Command:
    from gronagraf.importing.mapping.ready import ready_mappings

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
        show_preview(call, conversion.graph)
    else:
        place_seed(conversion.graph, out, MODEL, over=over)
    tell_conversion(call, conversion, mapping.seed.extends)
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
            show_preview(call, graph)
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
    from gronagraf.importing.mapping.ready import ready_mapping

    if call.values["files"]:
        raise click.UsageError("--show prints a mapping and takes no FILES")
    click.echo(ready_mapping(call.values["mapping"]).read_text(encoding="utf-8"), nl=False)


def _mapping(call: Call) -> "Mapping":
    """The mapping that is asked for, with what the options say instead."""
    from gronagraf.importing import read_mapping
    from gronagraf.importing.mapping import adjusting

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
