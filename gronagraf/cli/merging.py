"""The command that makes one of what was there twice: `merge`."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, command, option
from gronagraf.cli.options import FILE, form_options
from gronagraf.cli.seeds import SEED_IS, seed_argument, seed_path, teller
from gronagraf.errors import SeedError
from gronagraf.graph import Edge, Node, Result
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.schema import Language, Term
from gronagraf.values import quote

if TYPE_CHECKING:
    from gronagraf.sync.merging import Merge, Told
    from gronagraf.views.sections import Report

RULES = Term(
    "GONE uppgår i KEEP: relationer, källor och andra namn följer med, tomma fält fylls, och där de säger olika gäller "
    "KEEP medan det andra ställs i anmärkningen. Fröet sparas först som det var.",
    "GONE becomes part of KEEP: relations, sources and other names come along, empty fields are filled, and where they "
    "disagree KEEP holds while the other value goes into the note. The seed is first kept as it was.",
)
TITLE = Term("{gone} uppgår i {kept}", "{gone} becomes part of {kept}")
LEAD = Term(
    "Relationer: {moved} byter ände, {joined} blir ett med en annan, {loops} faller bort. Inget är skrivet.",
    "Relations: {moved} get another end, {joined} become one with another, {loops} are dropped. Nothing has been"
    " written.",
)
DONE = Term(
    "{gone} uppgick i {kept}. Relationer: {moved} bytte ände, {joined} blev ett med en annan, {loops} föll bort.",
    "{gone} became part of {kept}. Relations: {moved} got another end, {joined} became one with another, {loops} were"
    " dropped.",
)
DISAGREED = Term(
    "{where}: {field} är {kept}; {other} står nu i anmärkningen.", "{where}: {field} is {kept}; {other} is in the note."
)
EMPTY = Term("tomt", "empty")
LOOP = Term(
    "Bortfallen, för den skulle leda till sig själv: {relation}.", "Dropped, as it would lead to itself: {relation}."
)
NAMED = Term("{path} nämner ett id som är borta; skriv {kept} där.", "{path} names an id that is gone; write {kept}.")
UNREAD = Term(
    "{path} kunde inte läsas eller är för stor: där är inte sökt efter de id:n som är borta.",
    "{path} could not be read, or is too large: it was not searched for the ids that are gone.",
)
KEPT = Term("Fröet som det var ligger i {folder}.", "The seed as it was lies in {folder}.")
WROTE = Term("Det sammanslagna fröet ligger i {folder}.", "The merged seed lies in {folder}.")
NEXT = Term(
    "I en graf som redan är inläst finns det gamla kvar tills:  gronagraf load {seed} --prune",
    "A graph that was loaded before keeps the old until:  gronagraf load {seed} --prune",
)


def merge_command(language: Language) -> click.Command:
    dry = Term("Visa vad som skulle ändras, och skriv inget.", "Show what would change, and write nothing.")
    backup = Term(
        "Mapp för fröet som det var; annars bredvid, med dagens datum.",
        "Folder for the seed as it was; else beside it, with today's date.",
    )
    to = Term("Skriv det sammanslagna fröet hit och lämna SEED orört.", "Write the merged seed here, leave SEED alone.")
    params = [
        seed_argument(),
        click.Argument(["keep"], metavar="KEEP"),
        click.Argument(["gone"], metavar="GONE...", nargs=-1, required=True),
        option(language, "--dry-run", dry, is_flag=True),
        option(language, "--backup", backup, type=FILE, metavar="FOLDER"),
        option(language, "--to", to, type=FILE, metavar="FOLDER"),
        *form_options(language),
    ]
    examples = (
        "gronagraf merge ./mitt kommun_vaxjo vaxjo_kommun --dry-run",
        "gronagraf merge ./mitt kommun_vaxjo vaxjo_kommun",
    )
    more = Term(f"{RULES.sv}\n\n{SEED_IS.sv}", f"{RULES.en}\n\n{SEED_IS.en}")
    return command(language, "merge", _merge, params, *examples, more=more)


def _merge(call: Call) -> None:
    from gronagraf.sync.apart import read_apart
    from gronagraf.sync.merging import merge_nodes
    from gronagraf.sync.rewriting import extended_nodes

    _refuse_options(call)
    path = seed_path(call.values["seed"])
    _refuse_place(call, path)
    graph = read_seed(path, MODEL, tell=teller(call))
    others = extended_nodes(path, graph, MODEL)
    keep, gone = call.values["keep"], call.values["gone"]
    merge = merge_nodes(graph, keep, gone, MODEL, call.language, others)
    _refuse_apart(read_apart(path, {*graph.by_id(), *others}), [keep, *gone])
    if call.values["dry_run"]:
        _show(call, merge, path)
    else:
        _write(call, merge, path, list(others.values()))


def _refuse_options(call: Call) -> None:
    """Raises UsageError for options that do not go together."""
    shown = {"--as": call.values["form"], "--out": call.values["out"], "--excel": call.values["excel"]}
    for name, value in shown.items():
        if value and not call.values["dry_run"]:
            raise click.UsageError(f"{name} belongs to --dry-run, which shows what would change; give both")
    if call.values["to"] and call.values["backup"]:
        raise click.UsageError("--to leaves the seed as it is, so that there is nothing to back up; leave one out")


def _refuse_place(call: Call, path: Path) -> None:
    """Raises SeedError where the seed cannot be written in place."""
    for name in ("to", "backup"):
        if call.values[name] and call.values[name].resolve().is_relative_to(path.resolve()):
            raise SeedError(f"--{name} {call.values[name]} lies in the seed itself; name a folder outside it")
    if call.values["to"] or call.values["dry_run"]:
        return
    remedy = "write the merged seed into a new folder: --to FOLDER"
    if path.is_file():
        raise SeedError(f"{path} is a workbook, and a merge writes folders; {remedy}")
    if not Path(call.values["seed"]).expanduser().exists():
        raise SeedError(f"{quote(call.values['seed'])} is a packaged seed, which stays as it is; {remedy}")


def _refuse_apart(apart: frozenset[frozenset[str]], ids: list[str]) -> None:
    """Raises SeedError where somebody has noted that two of these are not the same."""
    for pair in sorted(sorted(each) for each in apart if each <= set(ids)):
        what = f"not_the_same.csv says that {quote(pair[0])} and {quote(pair[1])} are two"
        raise SeedError(f"{what}; take its row out first, or name others")


def _show(call: Call, merge: "Merge", path: Path) -> None:
    from gronagraf.cli.comparing import show_changes

    show_changes(call, _report(call, merge, path), same=merge.comparison.same)


def _report(call: Call, merge: "Merge", path: Path) -> "Report":
    from gronagraf.views.differences import EACH, WAYS, Words, amounts, difference_sections, differences
    from gronagraf.views.sections import Report

    names = {node.id: node.name for node in merge.before.nodes}
    words = Words(MODEL, names, WAYS, EACH)
    sizes = {"nodes": amounts(merge.comparison.nodes), "edges": amounts(merge.comparison.edges)}
    return Report(
        title=TITLE.filled(**_names(merge)),
        lead=LEAD.filled(**_counts(merge)),
        sections=difference_sections(differences(merge.comparison), merge.after, words, call.language),
        told=Result((), ((),), seeds=merge.before.seeds),
        first="differences",
        remarks=tuple(_remarks(merge, path)),
        facts={**sizes, **_counts(merge)},
    )


def _write(call: Call, merge: "Merge", path: Path, others: list[Node]) -> None:
    from gronagraf.sync.rewriting import rewrite, write_anew

    to = call.values["to"]
    remarks = list(_remarks(merge, path))
    if to:
        write_anew(merge, to, MODEL, lambda _: others)
    else:
        backup = call.values["backup"] or _beside(path)
        rewrite(merge, path, backup, MODEL, lambda _: others)
    click.echo(call.say(DONE, **_names(merge), **_counts(merge)))
    for remark in remarks:
        click.echo(remark[call.language], err=True)
    click.echo(call.say(WROTE, folder=to) if to else call.say(KEPT, folder=backup))
    click.echo(call.say(NEXT, seed=to or call.values["seed"]), err=True)


def _beside(path: Path) -> Path:
    """A folder that does not exist yet, beside the seed and named after it and the day."""
    home = path.resolve()
    name = f"{home.name}-before-merge-{dt.datetime.now(dt.UTC):%Y-%m-%d}"
    number = 1
    while (home.parent / (f"{name}-{number}" if number > 1 else name)).exists():
        number += 1
    return home.parent / (f"{name}-{number}" if number > 1 else name)


def _names(merge: "Merge") -> dict[str, str]:
    gone = ", ".join(f"{node.name} ({node.id})" for node in merge.gone)
    return {"gone": gone, "kept": f"{merge.kept.name} ({merge.kept.id})"}


def _counts(merge: "Merge") -> dict[str, int]:
    return {name: len(getattr(merge.fates, name)) for name in ("moved", "joined", "loops")}


def _remarks(merge: "Merge", path: Path) -> Iterator[Term]:
    """What must be known beside the differences: disagreements, relations dropped, files that name what is gone."""
    from gronagraf.sync.rewriting import naming

    yield from (_told(each) for each in merge.disagreements)
    names = {node.id: node.name for node in merge.before.nodes}
    yield from (LOOP.filled(relation=_relation(edge, names)) for edge in merge.fates.loops)
    if path.is_dir():
        seed = merge.before.seeds[0].name
        searched = naming(path, seed, [node.id for node in merge.gone])
        yield from (NAMED.filled(path=each, kept=merge.kept.id) for each in searched.naming)
        yield from (UNREAD.filled(path=each) for each in searched.unread)


def _told(told: "Told") -> Term:
    item, found = told.item, told.disagreement
    kind = MODEL.labels[item.label] if isinstance(item, Node) else MODEL.types[item.type]
    where = item.id if isinstance(item, Node) else f"{item.start} → {item.end} ({kind.file})"
    field = kind.columns[found.field]
    kept = EMPTY if found.kept is None else field.kind.word(found.kept)
    return DISAGREED.filled(where=where, field=field.term, kept=kept, other=field.kind.word(found.other))


def _relation(edge: Edge, names: dict[str, str]) -> Term:
    term = MODEL.types[edge.type].term
    ends = (names.get(edge.start, edge.start), names.get(edge.end, edge.end))
    return Term(*(f"{ends[0]} {term[language]} {ends[1]}" for language in ("sv", "en")))
