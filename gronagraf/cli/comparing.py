"""The command that sets two graphs side by side: `diff`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import click

from gronagraf.changes import Comparison, compare
from gronagraf.cli.command import Call, command, option
from gronagraf.cli.drawing import draw_changes, map_option, refuse_other_than_pages
from gronagraf.cli.named import Named, is_database, read_named
from gronagraf.cli.options import form_options, only_seed_option, store_options
from gronagraf.cli.show import form_of, put, terminal_width
from gronagraf.errors import StoreError
from gronagraf.graph import Graph, Result
from gronagraf.model import MODEL
from gronagraf.schema import Language, Term
from gronagraf.values import quote
from gronagraf.views.differences import EACH, WAYS, Words, amounts, difference_sections, differences, sentence
from gronagraf.views.sections import Report, render_report
from gronagraf.views.tables import ONE_TABLE
from gronagraf.views.words import number

DIFFER = 8
PARTS = ("all", "counts", "differences")
SIDES = Term(
    "A och B är var sitt frö (mapp, arbetsbok eller ett medföljande), en databas mapp eller adressen till en.",
    "A and B are each a seed (a folder, a workbook or a packaged one), the folder of a database or the address of one.",
)
TITLE = Term("Från {old} till {new}", "From {old} to {new}")
ONLY = Term(
    "Av {place} är bara fröet {seed} jämfört: {count} noder och relationer hör inte till det och är utelämnade.",
    "Of {place} only the seed {seed} is compared: {count} nodes and relations are not of it and are left out.",
)


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared, and the whole graph that it was taken from."""

    named: Named
    graph: Graph

    @property
    def left_out(self) -> int:
        whole = self.named.graph
        return len(whole.nodes) + len(whole.edges) - len(self.graph.nodes) - len(self.graph.edges)


def diff_command(language: Language) -> click.Command:
    part = Term(
        "Bara en del av svaret; csv och jsonl ger annars skillnaderna.",
        "One part of the answer only; csv and jsonl else give the differences.",
    )
    strict = Term(f"Sluta med kod {DIFFER} om något skiljer.", f"End with code {DIFFER} when anything differs.")
    params = [
        click.Argument(["old"], metavar="A"),
        click.Argument(["new"], metavar="B"),
        option(language, "--part", part, type=click.Choice(PARTS), default="all", show_default=True),
        map_option(language),
        option(language, "--strict", strict, is_flag=True),
        only_seed_option(language),
        *form_options(language),
        *(each for each in store_options(language) if each.name != "db"),
    ]
    examples = (
        "gronagraf diff kronoberg ./mitt",
        "gronagraf diff .gronagraf ./mitt --map skillnad.html",
        "gronagraf diff ./fjol ./mitt --as csv --out skillnad.csv",
        "gronagraf diff ./mitt bolt://localhost:7687 --strict",
    )
    return command(language, "diff", _diff, params, *examples, more=SIDES)


def _diff(call: Call) -> None:
    refuse_other_than_pages(call)
    old, new = sides = _sides(call)
    comparison = compare(old.graph, new.graph, MODEL)
    report = _report(call, comparison, *sides)
    show_changes(call, report, call.values["part"], same=comparison.same)
    everyone = (*old.named.graph.nodes, *new.named.graph.nodes)
    draw_changes(call, old.graph, new.graph, everyone, report.title)
    if call.values["strict"] and not comparison.same:
        click.get_current_context().exit(DIFFER)


def show_changes(call: Call, report: Report, part: str = "all", *, same: bool) -> None:
    """The report in the form asked for, remarks beside forms that cannot hold them; of no difference one sentence."""
    form = form_of(call)
    if same and part == "all" and form in ("table", "md"):
        report = replace(report, sections=())
    width = None if call.values["out"] else terminal_width()
    put(call, render_report(report, form, call.language, MODEL, width, part))
    if form in ONE_TABLE:
        for remark in report.remarks:
            click.echo(remark[call.language], err=True)


def _sides(call: Call) -> tuple[Side, Side]:
    """Both graphs; of a database only the seed that the other side is, where that is one. Raises GronagrafError."""
    names = (call.values["old"], call.values["new"])
    found: dict[str, Named] = {}
    for name in sorted(set(names), key=is_database, reverse=True):
        beside = next((each.graph for each in found.values()), None)
        found[name] = read_named(call, name, beside=beside)
    one, other = (found[name] for name in names)
    return _side(one, other), _side(other, one)


def _side(named: Named, other: Named) -> Side:
    if not is_database(named.name) or is_database(other.name):
        return Side(named, named.graph)
    (seed,) = other.graph.seeds
    held = [info.name for info in named.graph.seeds]
    if seed.name in held:
        return Side(named, graph_of(named.graph, seed.name))
    if len(held) <= 1:
        return Side(named, named.graph)
    what = f"{named.name} holds the seeds {', '.join(held)}, and none is {quote(seed.name)}"
    raise StoreError(f"{what}; say with --only-seed which one to compare with")


def graph_of(graph: Graph, seed: str) -> Graph:
    """What belongs to one seed."""
    return replace(
        graph,
        nodes=tuple(node for node in graph.nodes if node.seed == seed),
        edges=tuple(edge for edge in graph.edges if edge.seed == seed),
        seeds=tuple(info for info in graph.seeds if info.name == seed),
    )


def _report(call: Call, comparison: Comparison, old: Side, new: Side) -> Report:
    everyone = (*old.named.graph.nodes, *new.named.graph.nodes)
    words = Words(MODEL, {node.id: node.name for node in everyone}, WAYS, EACH)
    seeds = {info.name: info for side in (new, old) for info in side.graph.seeds if info.fictional}
    unfinished = {name for side in (old, new) for name in side.named.unfinished}
    return Report(
        title=TITLE.filled(old=old.named.name, new=new.named.name),
        lead=sentence(comparison),
        sections=difference_sections(differences(comparison), new.graph, words, call.language),
        told=Result((), ((),), seeds=tuple(seeds.values())[:1], unfinished=tuple(sorted(unfinished))),
        first="differences",
        remarks=tuple(_remarks(old, new)),
        facts=facts_of(comparison),
    )


def facts_of(comparison: Comparison) -> dict[str, object]:
    """What programs get beside the tables: whether anything differs, and the amounts."""
    return {"same": comparison.same, "nodes": amounts(comparison.nodes), "edges": amounts(comparison.edges)}


def _remarks(old: Side, new: Side) -> Iterator[Term]:
    for side in (old, new):
        if side.left_out:
            (seed,) = side.graph.seeds
            count = Term(number(side.left_out, "sv"), number(side.left_out, "en"))
            yield ONLY.filled(place=side.named.name, seed=seed.name, count=count)
