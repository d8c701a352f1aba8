"""Which one new tie, membership or network would bring most together, in words and in codes."""

from gronagraf.analysis.whatif.suggesting import Suggestion, Suggestions
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Term
from gronagraf.views.measures.addition import Addition, amount, codes, either, listed, shown
from gronagraf.views.sections import Section

HEADINGS = {
    "tie": Term("Nya band som skulle göra mest", "New ties that would do most"),
    "membership": Term("Nya deltaganden som skulle göra mest", "New memberships that would do most"),
    "network": Term("Nya nätverk som skulle göra mest", "New networks that would do most"),
}
NOTHING = Term("Inget nytt skulle förbättra detta.", "Nothing new would improve this.")
WOULD = {
    "tie": Term("Ett band mellan {names} skulle göra mest", "A tie between {names} would do most"),
    "membership": Term("Att {names} går med i {arena} skulle göra mest", "{names} joining {arena} would do most"),
    "network": Term("Ett nätverk med {names} skulle göra mest", "A network of {names} would do most"),
}
DIRECTED = Term("Ett band från {first} till {second} skulle göra mest", "A tie from {first} to {second} would do most")
BRINGS = {
    "efficiency": Term(
        "effektiviteten går från {efficiency} till {then}", "efficiency goes from {efficiency} to {then}"
    ),
    "distance": Term(
        "medelavståndet går från {distance} till {far} steg", "the mean distance goes from {distance} to {far} steps"
    ),
    "reach": Term("{new} par till når varandra", "{new} more {pairs} each other"),
}
METHOD = Term(
    "Avstånd räknas i steg, utan vikt. Effektivitet är medelvärdet av 1/steg över alla par, 0 utan väg (Latora &"
    " Marchiori 2001, Physical Review Letters 87: 198701); medelavståndet gäller de par som redan har en väg.",
    "Distances are in steps, without weights. Efficiency is the mean of 1/steps over all pairs, 0 without a path"
    " (Latora & Marchiori 2001, Physical Review Letters 87: 198701); the mean distance is over pairs that have a path"
    " already.",
)
EXACT = Term("Alla möjliga är prövade (antal: {tried}).", "All possible ones were tried (number: {tried}).")
LIMITED = Term(
    "Nätet är stort: {tried} av {possible} möjliga är prövade, bland noderna med flest band. --exact prövar alla.",
    "The network is large: {tried} of {possible} possible ones were tried, among the nodes with most ties. --exact"
    " tries all.",
)
GROWN = Term(
    "Ett nätverk växer fram ur de bästa banden, en i taget; att det är det allra bästa är inte säkert.",
    "A network is grown from the best ties, one at a time; that it is the very best is not certain.",
)
ALIKE = Term("{count} till är lika bra som den sista i listan.", "{count} more {are} as good as the last of the list.")
BLIND = Term(
    "Att ett band vore kort väg säger inte att det vore lämpligt: det vet de som känner aktörerna.",
    "That a tie would be a short cut does not make it a good one: those who know the actors can tell.",
)
CODES = "place node_ids names arena_id arena efficiency efficiency_gain mean_distance distance_saved new_pairs"


def suggestions_addition(found: Suggestions) -> Addition:
    """A row for each suggestion, the best first."""
    section = Section("suggestions", HEADINGS[found.kind], _words(found), _codes(found), NOTHING)
    facts: dict[str, object] = {
        "new": found.kind,
        "aim": found.aim,
        "efficiency": found.now.efficiency,
        "mean_distance": found.now.distance,
        "tried": found.tried,
        "possible": found.possible,
        "as_good_as_the_last": found.alike,
    }
    return Addition(_sentence(found), (section,), _remarks(found), facts)


def _remarks(found: Suggestions) -> tuple[Term, ...]:
    tried = EXACT if found.tried == found.possible else LIMITED
    said = [METHOD, tried.filled(tried=found.tried, possible=found.possible)]
    if found.kind == "network":
        said.append(GROWN)
    if found.alike:
        said.append(ALIKE.filled(count=found.alike, are=either(found.alike, "is", "are")))
    return (*said, BLIND)


def _sentence(found: Suggestions) -> Term:
    if not found.suggestions:
        return NOTHING
    first = found.suggestions[0]
    names = [node.name for node in first.nodes]
    arena = first.arena.name if first.arena else ""
    would = WOULD[found.kind].filled(names=listed(names, 6), arena=arena)
    if found.projection.directed:
        would = DIRECTED.filled(first=names[0], second=names[1])
    brings = BRINGS[found.aim].filled(
        efficiency=amount(found.now.efficiency, 4),
        then=amount(first.then.efficiency, 4),
        distance=amount(found.now.distance or 0.0),
        far=amount(first.then.distance or 0.0),
        new=_new_pairs(found, first),
        pairs=either(_new_pairs(found, first), "pair reaches", "pairs reach"),
    )
    return Term(f"{would.sv}: {brings.sv}.", f"{would.en}: {brings.en}.")


def _new_pairs(found: Suggestions, each: Suggestion) -> int:
    """Pairs that get a path; both ways count as one where ties have no direction."""
    return (each.then.reached - found.now.reached) // (1 if found.projection.directed else 2)


def _words(found: Suggestions) -> Result:
    arenas = (Column("arena", Term("Går med i", "Joins")),) if found.kind == "membership" else ()
    columns = (
        Column("who", Term("Vem", "Who") if arenas else Term("Vilka", "Who")),
        *arenas,
        Column("efficiency", Term("Effektivitet", "Efficiency")),
        Column("gain", Term("Ökning", "Gain")),
        Column("distance", Term("Medelavstånd", "Mean distance")),
        Column("saved", Term("Minskning", "Saved")),
        Column("new", Term("Nya par som når varandra", "New pairs in contact")),
    )
    rows = []
    for each in found.suggestions:
        place: tuple[Cell, ...] = (each.arena.name,) if each.arena else ()
        rows.append((_who(found, each), *place, *map(shown, _figures(found, each)), _new_pairs(found, each)))
    return Result(columns, tuple(rows))


def _who(found: Suggestions, each: Suggestion) -> str:
    sign = " → " if found.projection.directed else " – " if found.kind == "tie" else ", "
    return sign.join(node.name for node in each.nodes)


def _figures(found: Suggestions, each: Suggestion) -> tuple[float | None, ...]:
    """Efficiency and its gain, mean distance and what it saves."""
    before, after = found.now.distance, each.then.distance
    saved = None if before is None or after is None else before - after
    return (each.then.efficiency, each.then.efficiency - found.now.efficiency, after, saved)


def _codes(found: Suggestions) -> Result:
    rows: list[tuple[Cell, ...]] = []
    for place, each in enumerate(found.suggestions, 1):
        ids: list[Cell] = [node.id for node in each.nodes]
        names: list[Cell] = [node.name for node in each.nodes]
        arena = (each.arena.id, each.arena.name) if each.arena else (None, None)
        rows.append((place, ids, names, *arena, *_figures(found, each), _new_pairs(found, each)))
    return codes(CODES, rows)
