"""The measures and the structure year by year, in words and in codes."""

from dataclasses import astuple, fields

from gronagraf.analysis.measures import Measure, standing
from gronagraf.analysis.structure import Structure
from gronagraf.analysis.years import Years
from gronagraf.graph import Cell, Column, Node, Result
from gronagraf.schema import NO_TERM, Language, Term
from gronagraf.views.measures.addition import Addition, amount, codes, joined, shown, size_in_words
from gronagraf.views.sections import Section
from gronagraf.views.words import alphabetical

STRUCTURE = Term("Nätet år för år", "The network year by year")
YEARS = Term("Måtten år för år", "The measures year by year")
NOBODY = Term("Ingen nod finns under åren.", "No node exists in these years.")
FIGURES: dict[str, Term] = {
    "nodes": Term("Noder", "Nodes"),
    "ties": Term("Band", "Ties"),
    "density": Term("Täthet", "Density"),
    "components": Term("Delar", "Components"),
    "largest": Term("Största delen", "Largest component"),
    "mean_distance": Term("Medelavstånd", "Mean distance"),
    "efficiency": Term("Effektivitet", "Efficiency"),
}
GREW = Term(
    "{first}–{last}: antalet band går från {before} till {after} och antalet noder från {nodes_before} till"
    " {nodes_after}{far}.",
    "{first}–{last}: the number of ties goes from {before} to {after}, and of nodes from {nodes_before} to"
    " {nodes_after}{far}.",
)
ONE_YEAR = Term("{first}: {size}{far}.", "{first}: {size}{far}.")
FURTHER = Term(
    "; medelavståndet går från {before} till {after} steg", "; the mean distance goes from {before} to {after} steps"
)
FAR = Term(", medelavstånd {before} steg", ", mean distance {before} steps")
UNDATED = Term(
    "{nodes} av {all_nodes} noder och {relations} av {all_relations} relationer är odaterade och räknas i alla år, så"
    " förändringen är underskattad.",
    "{nodes} of {all_nodes} nodes and {relations} of {all_relations} relations are undated and count in every year, so"
    " change is understated.",
)
ONLY_UNDATED = Term(
    "Inget daterat gäller {years}: allt som räknas då är odaterat, så tabellen säger inget om just den tiden.",
    "Nothing dated holds in {years}: all that counts then is undated, so the table says nothing of that very time.",
)
OF = Term("{dated} av {all}", "{dated} of {all}")
ALL_DATED = Term("Alla noder och relationer har datum.", "All nodes and relations are dated.")
DATED = Term(
    "Daterade: hur många av de noder (även det som de möts i) och relationer som gäller det året som har ett datum.",
    "Dated: how many of the nodes (also what they meet in) and relations that hold in that year have a date.",
)
READING = Term(
    "Det som gällde någon dag under året räknas. Medelavståndet är i steg, mellan par som har en väg; tom ruta: noden"
    " fanns inte det året, eller måttet inte för nätet.",
    "What held on any day of the year counts. The mean distance is in steps, between pairs that have a path; an empty"
    " cell: the node did not exist in that year, or the network has no such measure.",
)
SHOWN = Term(
    "Tabellen visar de {top} främsta i varje mått; alla finns med --as csv.",
    "The table shows the top {top} of each measure; --as csv has all.",
)


def years_addition(found: Years, language: Language, top: int) -> Addition:
    """The measures with a column for each year, the structure with a row; programs get a row for each value."""
    steady = Section("structure", STRUCTURE, _structures(found, language), _structure_codes(found))
    measures = Section("years", YEARS, _words(found, language, top), _codes(found), NOBODY)
    undated = found.undated
    told = (UNDATED if undated.nodes or undated.relations else ALL_DATED).filled(
        nodes=undated.nodes,
        all_nodes=undated.all_nodes,
        relations=undated.relations,
        all_relations=undated.all_relations,
    )
    remarks = [READING, DATED, *([SHOWN.filled(top=top)] if len(found.nodes) > top else [])]
    facts = {"undated": {each.name: getattr(undated, each.name) for each in fields(undated)}}
    return Addition(joined([_sentence(found), told, *_unsupported(found)]), (measures, steady), tuple(remarks), facts)


def _unsupported(found: Years) -> list[Term]:
    """The years in which everything that counts is undated, those in a row as one span."""
    spans: list[list[int]] = []
    for year in found.years:
        held = found.undated_in[year]
        if held.dated_nodes or held.dated_relations or not held.all_nodes:
            continue
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    told = ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)
    return [ONLY_UNDATED.filled(years=told)] if spans else []


def _sentence(found: Years) -> Term:
    first, last = found.years[0], found.years[-1]
    before, after = found.structures[first], found.structures[last]
    return (GREW if len(found.years) > 1 else ONE_YEAR).filled(
        first=first,
        last=last,
        size=size_in_words(before.nodes, before.ties),
        before=before.ties,
        after=after.ties,
        nodes_before=before.nodes,
        nodes_after=after.nodes,
        far=_distance(before, after, several=len(found.years) > 1),
    )


def _distance(before: Structure, after: Structure, *, several: bool) -> Term:
    """How the mean distance went, where there is one in both years."""
    if before.mean_distance is None or after.mean_distance is None:
        return NO_TERM
    return (FURTHER if several else FAR).filled(
        before=amount(before.mean_distance, 2), after=amount(after.mean_distance, 2)
    )


def _structures(found: Years, language: Language) -> Result:
    columns = (
        Column("year", Term("År", "Year")),
        *(Column(name, term) for name, term in FIGURES.items()),
        Column("dated_nodes", Term("Daterade noder", "Dated nodes")),
        Column("dated_relations", Term("Daterade relationer", "Dated relations")),
    )
    rows: list[tuple[Cell, ...]] = []
    for year in found.years:
        held = found.undated_in[year]
        nodes = OF.filled(dated=held.dated_nodes, all=held.all_nodes)[language]
        relations = OF.filled(dated=held.dated_relations, all=held.all_relations)[language]
        rows.append((str(year), *astuple(found.structures[year]), nodes, relations))
    return Result(columns, tuple(rows))


def _structure_codes(found: Years) -> Result:
    names = " ".join(("year", *FIGURES, "dated_nodes all_nodes dated_relations all_relations"))
    rows: list[tuple[Cell, ...]] = []
    for year in found.years:
        held = found.undated_in[year]
        dated = (held.dated_nodes, held.all_nodes, held.dated_relations, held.all_relations)
        rows.append((year, *astuple(found.structures[year]), *dated))
    return codes(names, rows)


def _words(found: Years, language: Language, top: int) -> Result:
    columns = (
        Column("measure", Term("Mått", "Measure")),
        Column("name", Term("Namn", "Name")),
        *(Column(str(year), Term(str(year), str(year))) for year in found.years),
        Column("id", Term("Id", "Id")),
    )
    rows = tuple(
        (each.term[language], node.name, *map(shown, _row(found, each, node)), node.id)
        for each in found.measures
        for node in _order(found, each)[:top]
    )
    return Result(columns, rows)


def _row(found: Years, each: Measure, node: Node) -> tuple[float | None, ...]:
    held = found.values[each.name]
    return tuple(held.get(year, {}).get(node.id) for year in found.years)


def _order(found: Years, each: Measure) -> list[Node]:
    """By the last year in which the node has a value, from the measure's central end."""

    def key(node: Node) -> tuple[float, tuple[str, str], str]:
        last = [value for value in standing(each, _row(found, each, node)) if value is not None][-1:]
        return (-float(last[0]) if last else float("inf"), alphabetical(node.name), node.id)

    return sorted(found.nodes, key=key)


def _codes(found: Years) -> Result:
    rows: list[tuple[Cell, ...]] = [
        (each.name, year, node.id, node.name, found.values[each.name][year][node.id])
        for each in found.measures
        for year in found.years
        for node in found.nodes
        if node.id in found.values[each.name].get(year, {})
    ]
    return codes("measure year id name value", rows)
