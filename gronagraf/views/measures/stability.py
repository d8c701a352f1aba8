"""How far ranks can be trusted, in words and in codes."""

from collections.abc import Sequence

from gronagraf.analysis import Shared
from gronagraf.analysis.stability import FEWEST, SURE, Disturbance, Stability, Stable
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import NO_TERM, Language, Term
from gronagraf.views.measures.addition import Addition, codes, joined, listed, percent, shown
from gronagraf.views.sections import Section

RANKS = Term("Hur säkra platserna är", "How sure the ranks are")
LISTS = Term("Har topplistorna stöd i underlaget?", "Are the top lists supported by the data?")
NOBODY = Term("Inget av måtten finns för nätet.", "None of the measures exists for the network.")
HOLDS = Term(
    "{measure}: topplistan har stöd. {name} är etta i {share} av {runs} körningar, och alla grannar i listan går att"
    " skilja åt.",
    "{measure}: the top list is supported. {name} is number one in {share} of {runs} runs, and all neighbours in the"
    " list can be told apart.",
)
FIRST_HOLDS = Term(
    "{measure}: {name} är etta i {share} av {runs} körningar, så förstaplatsen har stöd; men av listans {pairs}"
    " grannpar går bara {apart} att skilja åt.",
    "{measure}: {name} is number one in {share} of {runs} runs, so first place is supported; but of the list's {pairs}"
    " pairs of neighbours only {apart} can be told apart.",
)
FIRST_FALLS = Term(
    "{measure}: topplistan har inte stöd i underlaget. {name} är etta i {share} av {runs} körningar{mixed}; av listans"
    " {pairs} grannpar går {apart} att skilja åt.",
    "{measure}: the top list is not supported by the data. {name} is number one in {share} of {runs} runs{mixed}; of"
    " the list's {pairs} pairs of neighbours {apart} can be told apart.",
)
SHARED = Term(
    "{measure}: topplistan har inte stöd i underlaget. {tied} noder delar första platsen; av listans {pairs} grannpar"
    " går {apart} att skilja åt.",
    "{measure}: the top list is not supported by the data. {tied} nodes share first place; of the list's {pairs} pairs"
    " of neighbours {apart} can be told apart.",
)
MIXED = Term(" och går inte att skilja från {names}", " and cannot be told from {names}")
TOO_FEW = Term(
    "{measure}: {name} är etta i {share} av körningarna, men {runs} är för få för att säga om topplistan har stöd; ta"
    " minst {fewest}.",
    "{measure}: {name} is number one in {share} of the runs, but {runs} are too few to say whether the top list is"
    " supported; take at least {fewest}.",
)
ALONE = Term(
    "{measure}: {name} är den enda noden, så det finns ingen lista.",
    "{measure}: {name} is the only node, so there is no list.",
)
DROPPED = Term(
    "I varje körning är {drop} av {what} slumpvis bort och {add} nya tillagda bland dem som inte finns; mått och"
    " plats är sedan uträknade på nytt (Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136).",
    "In each run {drop} of the {what} are dropped at random and {add} new ones added among those that are not there;"
    " then measures and ranks are worked out anew (Borgatti, Carley & Krackhardt 2006, Social Networks 28: 124-136).",
)
DRAWN = Term(
    "I varje körning är {what} dragna på nytt med återläggning, lika många som de är (bootstrap; jfr Snijders &"
    " Borgatti 1999, Connections 22(2): 161-170, som drar noder).",
    "In each run the {what} are drawn anew with replacement, as many as there are (bootstrap; cf. Snijders &"
    " Borgatti 1999, Connections 22(2): 161-170, who draw nodes).",
)
ARENAS = Term("nätverk, projekt och lärtillfällen", "networks, projects and learning events")
UNTOUCHED = Term("Inget är stört: --drop och --add är 0.", "Nothing is disturbed: --drop and --add are 0.")
PARTICIPATIONS = Term("deltagandena (inte de vikta banden)", "participations (not the folded ties)")
RELATIONS = Term("relationerna", "relations")
READING = Term(
    "Från och till: de mittersta 95 % av {runs} körningar (frö {seed}). Plats är 1 + antalet som står före. Två grannar"
    " går att skilja åt när den ena står före i minst {sure} av körningarna. Detta säger vad sådana fel gör med"
    " platsen, inte att källorna är fullständiga.",
    "From and to: the middle 95% of {runs} runs (seed {seed}). Rank is 1 + how many stand before. Two neighbours can be"
    " told apart when one stands first in at least {sure} of the runs. This says what such errors do to a rank, not"
    " that the sources are complete.",
)
IN_WORDS = 3
IN_TOP = Term("Bland de {top} främsta i", "In the top {top} in")
FIRST_IN = Term("Etta i", "First in")
LIST_CODES = "measure first_id first_name first_share first_supported supported neighbours told_apart"
RANK_CODES = "measure id name value rank tied rank_low rank_high in_top first mixed_with_next"


def stability_addition(found: Stability, language: Language) -> Addition:
    """The verdict on each top list, and its nodes with their intervals; programs get every node."""
    ranks = Section("stability", RANKS, _rank_words(found, language), _rank_codes(found), NOBODY)
    lists = Section("top_lists", LISTS, _list_words(found, language), _list_codes(found), NOBODY)
    facts = {"runs": found.disturbance.runs, "drop": found.disturbance.drop, "add": found.disturbance.add}
    facts |= {"bootstrap": found.disturbance.bootstrap, "seed": found.disturbance.seed, "top": found.top}
    remarks = (
        *_done(found),
        READING.filled(runs=found.disturbance.runs, seed=found.disturbance.seed, sure=percent(SURE)),
    )
    return Addition(_sentence(found), (lists, ranks), remarks, {"disturbance": facts})


def _done(found: Stability) -> Sequence[Term]:
    how: Disturbance = found.disturbance
    way = found.projection.way
    what = PARTICIPATIONS if isinstance(way, Shared) else RELATIONS
    said = [DRAWN.filled(what=ARENAS)] if how.bootstrap else []
    if how.drop or how.add:
        said.append(DROPPED.filled(drop=percent(how.drop), add=percent(how.add), what=what))
    return said or [UNTOUCHED]


def _sentence(found: Stability) -> Term:
    if not found.measures:
        return NOBODY
    return joined([_verdict(each, found) for each in found.measures[:IN_WORDS]])


def _verdict(each: Stable, found: Stability) -> Term:
    first, *others = each.placed
    mixed = [one.node.name for one in others[: first.mixed or 0]]
    apart, pairs = each.neighbours
    return _template(each, found.disturbance.runs).filled(
        measure=each.measure.term,
        name=first.node.name,
        tied=first.tied,
        share=percent(first.first),
        runs=found.disturbance.runs,
        fewest=FEWEST,
        mixed=MIXED.filled(names=listed(mixed, 4)) if mixed else NO_TERM,
        apart=apart,
        pairs=pairs,
    )


def _template(each: Stable, runs: int) -> Term:
    if len(each.placed) == 1:
        return ALONE
    if each.placed[0].tied > 1:
        return SHARED
    if runs < FEWEST:
        return TOO_FEW
    return HOLDS if each.supported else FIRST_HOLDS if each.first_is_first else FIRST_FALLS


def _is_enough(found: Stability) -> bool:
    return found.disturbance.runs >= FEWEST


def _list_words(found: Stability, language: Language) -> Result:
    columns = (
        Column("measure", Term("Mått", "Measure")),
        Column("first", Term("Etta", "Number one")),
        Column("share", FIRST_IN),
        Column("supported", Term("Ettan har stöd", "First is supported")),
        Column("apart", Term("Grannpar som går att skilja åt", "Neighbours told apart")),
    )
    rows = []
    for each in found.measures:
        first, (apart, pairs) = each.placed[0], each.neighbours
        stands = each.first_is_first if _is_enough(found) else None
        verdict = (percent(first.first)[language], stands, OF.filled(apart=apart, pairs=pairs)[language])
        rows.append((each.measure.term[language], first.node.name, *(verdict if len(each.placed) > 1 else NO_LIST)))
    return Result(columns, tuple(rows))


NO_LIST: tuple[Cell, ...] = (None, None, None)
"""A single node is first of nobody."""

OF = Term("{apart} av {pairs}", "{apart} of {pairs}")


def _list_codes(found: Stability) -> Result:
    rows: list[tuple[Cell, ...]] = []
    for each in found.measures:
        first, (apart, pairs) = each.placed[0], each.neighbours
        told = _is_enough(found) and len(each.placed) > 1
        verdict = (first.first, *((each.first_is_first, each.supported) if told else (None, None)))
        rows.append((each.measure.name, first.node.id, first.node.name, *verdict, pairs, apart))
    return codes(LIST_CODES, rows)


def _rank_words(found: Stability, language: Language) -> Result:
    columns = (
        Column("measure", Term("Mått", "Measure")),
        Column("name", Term("Namn", "Name")),
        Column("value", Term("Värde", "Value")),
        Column("rank", Term("Plats nu", "Rank now")),
        Column("low", Term("från", "from")),
        Column("high", Term("till", "to")),
        Column("in_top", IN_TOP.filled(top=found.top) if found.top > 1 else FIRST_IN),
        Column("mixed", Term("Går inte att skilja från plats", "Cannot be told from place")),
        Column("id", Term("Id", "Id")),
    )
    rows = [
        (
            each.measure.term[language],
            one.node.name,
            shown(one.value),
            one.rank,
            one.low,
            one.high,
            percent(one.in_top)[language],
            _span(number + 1, one.mixed or 0),
            one.node.id,
        )
        for each in found.measures
        for number, one in enumerate(each.placed[: found.top])
    ]
    return Result(columns, tuple(rows))


def _span(place: int, mixed: int) -> str | None:
    """The places in the list next below this one that it is mixed up with."""
    return None if not mixed else f"{place + 1}–{place + mixed}" if mixed > 1 else str(place + 1)


def _rank_codes(found: Stability) -> Result:
    rows: list[tuple[Cell, ...]] = []
    for each in found.measures:
        for one in each.placed:
            now = (one.node.id, one.node.name, one.value, one.rank, one.tied)
            rows.append((each.measure.name, *now, one.low, one.high, one.in_top, one.first, one.mixed))
    return codes(RANK_CODES, rows)
