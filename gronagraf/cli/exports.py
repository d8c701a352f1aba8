"""The command `export`: the graph in a format that other programs read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.described import look_at_what_is_described
from gronagraf.cli.linking import base_of, linked_options, publication_of
from gronagraf.cli.opening import EMPTY, whole_graph
from gronagraf.cli.options import FILE, only_seed_option, store_options
from gronagraf.cli.progress import progress_bar
from gronagraf.cli.publishing import made_public, public_options
from gronagraf.cli.show import WROTE, size_of
from gronagraf.errors import GronagrafError
from gronagraf.exporting.export import Export
from gronagraf.exporting.formats import FORMATS, Format, format_named, write_export
from gronagraf.graph import Graph, Node, built_on
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.words import number, one_line

FORMS = Term("Formaten:", "The formats:")
PLACED = Term(
    "GraphML och GEXF har noderna där kartan ställer dem, med y uppåt.",
    "GraphML and GEXF have nodes where the map puts them, with y upwards.",
)
WRITING = Term("Skriver", "Writing")
WROTE_FILES = Term("Skrev {path} ({count} filer, {size}).", "Wrote {path} ({count} files, {size}).")
RUN = Term("Läs in: sh {path} DATABAS", "Import it: sh {path} DATABASE")
UNFINISHED = Term(
    "Inläsningen av {seeds} är inte avslutad: det som skrevs är inte helt.",
    "The load of {seeds} has not ended: what was written is not whole.",
)
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported, and the seeds in it whose load has not ended."""

    graph: Graph
    unfinished: Sequence[str]


def export_command(language: Language) -> click.Command:
    out = Term("Fil eller mapp att skriva till.", "File or folder to write to.")
    source = Term(
        "Ett frö (namn, mapp eller arbetsbok) eller en annan databas, i stället för grafen i --db.",
        "A seed (name, folder or workbook) or another database, instead of the graph in --db.",
    )
    positions = Term(
        "Låt noderna stå som i denna fil, som en karta har sparat.",
        "Keep nodes where this file, saved from a map, has them.",
    )
    nowhere = Term("Räkna inte ut var noderna står.", "Do not work out where nodes stand.")
    params = [
        click.Argument(["form"], metavar="FORMAT", callback=_form),
        option(language, "--out", out, type=FILE),
        option(language, "--from source", source, metavar="SEED|DB"),
        option(language, "--positions", positions, type=FILE, metavar="FILE"),
        option(language, "--no-positions", nowhere, is_flag=True),
        *public_options(language),
        *linked_options(language),
        only_seed_option(language),
        *store_options(language),
    ]
    lines = [f"  {each.name:<12} {each.purpose[language]}" for each in FORMATS]
    more = Term(*("\b\n" + "\n".join([FORMS[language], *lines]) + f"\n\n{PLACED[language]}" for _ in range(2)))
    examples = ("gronagraf export gexf --out kronoberg.gexf", "gronagraf export turtle --from kronoberg --public")
    return command(language, "export", _export, params, *examples, more=more)


def _form(_: click.Context, __: click.Parameter, name: str) -> Format:
    """The format with this name. Raises BadParameter with the name that may be meant."""
    try:
        return format_named(name)
    except KeyError:
        names = [each.name for each in FORMATS]
        remedy = did_you_mean(name, names, f"the formats are {', '.join(names)}")
        raise click.BadParameter(f"there is no format {quote(name)}; {remedy}") from None


def _export(call: Call) -> None:
    form: Format = call.values["form"]
    _refuse_idle(call, form)
    base, publication = base_of(call, form), publication_of(call, form)
    wanted = _wanted(call, form)
    graph = made_public(call, wanted.graph)
    look_at_what_is_described(call, graph, publication)
    names = [seed.name for seed in graph.seeds]
    with progress_bar(WRITING[call.language]) as tell:
        positions = _positions(call, form, graph)
        export = Export(graph, MODEL, call.language, positions, base=base, publication=publication, tell=tell)
        written = write_export(form, export, call.values["out"] or _place(form, names))
    _tell(call, written)
    if wanted.unfinished:
        click.echo(call.say(UNFINISHED, seeds=", ".join(wanted.unfinished)), err=True)


def _refuse_idle(call: Call, form: Format) -> None:
    """Raises UsageError for options that contradict each other or that the format has no use for."""
    placing = [
        name for name, key in (("--positions", "positions"), ("--no-positions", "no_positions")) if call.values[key]
    ]
    if len(placing) == 2:
        raise click.UsageError("give --positions or --no-positions, not both")
    if placing and not form.placed:
        holders = ", ".join(each.name for each in FORMATS if each.placed)
        raise click.UsageError(f"{form.name} does not hold where nodes stand: leave out {placing[0]}; {holders} do")
    out = call.values["out"]
    if out and form.refuses(out):
        right = out.with_suffix(form.suffix)
        raise click.UsageError(f"{form.name} does not go into a file of another format: name it {right}")


def _wanted(call: Call, form: Format) -> Wanted:
    """What is exported; nothing for a format of the model alone. Raises GronagrafError, also for an empty graph."""
    if form.of_model:
        return Wanted(Graph(), ())
    from gronagraf.cli.named import is_database, read_named
    from gronagraf.exporting.ends import open_ends, with_ends, with_names

    source = call.values["source"]
    if source and call.values["only_seed"] and not is_database(source):
        raise click.UsageError(f"--from {source} is one seed already: leave out --only-seed")
    named = read_named(call, source, "--from") if source else None
    wanted = Wanted(named.graph, named.unfinished) if named else Wanted(*whole_graph(call))
    if not wanted.graph.nodes:
        raise GronagrafError(EMPTY)
    if form.closed and open_ends(wanted.graph):
        return replace(wanted, graph=with_ends(wanted.graph, _others(call, wanted.graph)))
    if form.named:
        return replace(wanted, graph=with_names(wanted.graph, _others(call, wanted.graph), MODEL))
    return wanted


def _others(call: Call, graph: Graph) -> Iterator[Node]:
    """The nodes of all that the database holds, or of the seeds that a seed extends, and those in turn."""
    from gronagraf.cli.named import is_database, read_named

    source = call.values["source"]
    if not source or is_database(source):
        everything = Call(call.language, {**call.values, "only_seed": None})
        yield from read_named(everything, source or call.values["db"], "--from").graph.nodes
        return
    read: dict[str, Graph] = {}

    def extended(name: str) -> list[str]:
        beside = Path(source).absolute().parent / name
        read[name] = read_named(call, str(beside) if beside.exists() else name).graph
        return _extended(read[name])

    for name in built_on(_extended(graph), extended):
        yield from read[name].nodes


def _extended(graph: Graph) -> list[str]:
    return [name for seed in graph.seeds for name in seed.extends]


def _positions(call: Call, form: Format, graph: Graph) -> Mapping[str, tuple[float, float]]:
    if not form.placed or call.values["no_positions"]:
        return {}
    from gronagraf.cli.marking import places_of
    from gronagraf.exporting.positions import positions_of

    return positions_of(graph, places_of(call, graph))


def _tell(call: Call, written: Sequence[Path]) -> None:
    """Say what was written: each file, or the folder of many, and how a folder for Neo4j is read in."""
    sizes = [path.stat().st_size for path in written]
    if len(written) <= MOST_NAMED:
        for path, size in zip(written, sizes, strict=True):
            click.echo(call.say(WROTE, path=one_line(str(path)), size=size_of(size)), err=True)
        return
    folder = one_line(str(_folder(written)))
    count = number(len(written), call.language)
    click.echo(call.say(WROTE_FILES, path=folder, count=count, size=size_of(sum(sizes))), err=True)
    for path in written:
        if path.name == "import.sh":
            click.echo(call.say(RUN, path=one_line(str(path))), err=True)


def _folder(written: Sequence[Path]) -> Path:
    """The folder that holds them all."""
    shared = written[0].parent
    while not all(path.is_relative_to(shared) for path in written):
        shared = shared.parent
    return shared


def _place(form: Format, seeds: list[str]) -> Path:
    """Where the export goes when nobody says: named after its seeds, in the working folder."""
    name = "-".join(seeds) or "gronagraf"
    return Path(f"{name}{form.ending}" if form.ending else f"{name}-{form.name}")
