"""What carries each of those at the top, in words and in codes."""

import math

from gronagraf.analysis.carriers import Carried, Carriers, Part
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import Addition, amount, codes, joined, percent, shown
from gronagraf.views.sections import Section

HEADING = Term("Vad som bär dem: {measure}", "What carries them: {measure}")
MOST = Term(
    "{name} förlorar mest på att {part} försvinner: »{measure}« går från {before} till {after} ({change}).",
    "{name} loses most if {part} is gone: “{measure}” goes from {before} to {after} ({change}).",
)
SHAKIEST = Term(
    "Hårdast hänger {name} på en enda: utan {part} går »{measure}« från {before} till {after} ({change}).",
    "{name} hangs most on a single one: without {part}, “{measure}” goes from {before} to {after} ({change}).",
)
WITHOUT = Term(
    "{name} förlorar mest på att {part} försvinner: »{measure}« är {before} och har inget värde utan den.",
    "{name} loses most if {part} is gone: “{measure}” is {before} and has no value without it.",
)
SHAKIEST_WITHOUT = Term(
    "Hårdast hänger {name} på en enda: »{measure}« är {before} och har inget värde utan {part}.",
    "{name} hangs most on a single one: “{measure}” is {before} and has no value without {part}.",
)
NONE = Term(
    "Ingen av de främsta (antal: {count}) förlorar något i »{measure}« på att en enda försvinner.",
    "None of those at the top (number: {count}) loses any of “{measure}” when a single one is gone.",
)
NOBODY = Term("Ingen nod har något värde för »{measure}«.", "No node has a value of “{measure}”.")
TRIED = Term(
    "Det som banden vilar på är borttaget, ett i taget (antal: {count}), och måttet uträknat på nytt; noder står kvar.",
    "What ties rest on was removed, one at a time (number: {count}), and the measure worked out anew; nodes stay.",
)
OWN_ONLY = Term(
    "Nätet är stort: för varje nod är bara det prövat som den själv är med i.",
    "The network is large: for each node only what it takes part in itself was tried.",
)
CODES = "id name measure before after change carrier carrier_id carrier_label relation others no_value_without"


def carriers_addition(found: Carriers, model: Model, language: Language) -> Addition:
    """A row for each of those at the top; the sentence tells what number one and the shakiest hang on."""
    heading = HEADING.filled(measure=found.measure.term)
    section = Section("carriers", heading, _words(found, model, language), _codes(found), _nobody(found))
    remarks = [TRIED.filled(count=found.tried), *([OWN_ONLY] if found.own_only else [])]
    return Addition(_sentence(found, model), (section,), tuple(remarks))


def _nobody(found: Carriers) -> Term:
    return NOBODY.filled(measure=found.measure.term)


def _sentence(found: Carriers, model: Model) -> Term:
    hanging = [each for each in found.carried if each.part]
    if not found.carried:
        return _nobody(found)
    if not hanging:
        return NONE.filled(count=len(found.carried), measure=found.measure.term)
    shakiest = max(hanging, key=_lost)
    told = [_told((MOST, WITHOUT), hanging[0], found, model)]
    if shakiest is not hanging[0]:
        told.append(_told((SHAKIEST, SHAKIEST_WITHOUT), shakiest, found, model))
    return joined(told)


def _lost(each: Carried) -> float:
    """How large a share of its value a node loses; to be left without one is the most."""
    return math.inf if each.after is None else abs(_share(each) or 0.0)


def _told(templates: tuple[Term, Term], each: Carried, found: Carriers, model: Model) -> Term:
    """By the second template where there is no value left."""
    return templates[each.after is None].filled(
        name=each.node.name,
        part=_called(each.part, model) if each.part else "",
        measure=found.measure.term,
        before=amount(each.before),
        after=amount(each.after or 0.0),
        change=_change(each),
    )


def _change(each: Carried) -> Term:
    if each.after is None:
        return NO_VALUE
    share = _share(each)
    if share is None:
        return amount(each.after - each.before)
    text = percent(abs(share))
    sign = "−" if share < 0 else "+"
    return Term(f"{sign}{text.sv}", f"{sign}{text.en}")


def _share(each: Carried) -> float | None:
    """The change as a share of what it was."""
    return (each.after - each.before) / each.before if each.after is not None and each.before > 0 else None


def _called(part: Part, model: Model) -> Term:
    if part.arena:
        return Term(part.arena.name, part.arena.name)
    if not part.start or not part.end:
        return Term("", "")
    verb = model.types[part.type].term
    start, end = part.start.name, part.end.name
    return Term(f"{start} {verb.sv} {end}", f"{start} {verb.en} {end}")


def _words(found: Carriers, model: Model, language: Language) -> Result:
    columns = (
        Column("name", Term("Namn", "Name")),
        Column("before", Term("Nu", "Now")),
        Column("carrier", Term("Kostar mest att mista", "Costs most to lose")),
        Column("kind", Term("Slag", "Type")),
        Column("after", Term("Utan", "Without")),
        Column("change", Term("Förändring", "Change")),
        Column("others", Term("Lika många till", "As much as")),
        Column("id", Term("Id", "Id")),
    )
    rows = tuple(_row(each, model, language) for each in found.carried)
    return Result(columns, rows)


def _row(each: Carried, model: Model, language: Language) -> tuple[Cell, ...]:
    if not each.part:
        return (each.node.name, shown(each.before), NOTHING[language], None, None, None, None, each.node.id)
    kind = model.labels[each.part.arena.label].term if each.part.arena else RELATION
    called = _called(each.part, model)[language]
    change = _change(each)[language]
    values = (kind[language], shown(each.after), change, each.others)
    return (each.node.name, shown(each.before), called, *values, each.node.id)


NO_VALUE = Term("inget värde utan den", "no value without it")
NOTHING = Term("ingen enskild", "no single one")
RELATION = Term("Relation", "Relation")


def _codes(found: Carriers) -> Result:
    rows: list[tuple[Cell, ...]] = []
    for each in found.carried:
        part = each.part or Part()
        node = part.arena or part.start
        change = None if each.after is None else each.after - each.before
        carrier = part.arena.name if part.arena else None
        relation = f"{part.start.id}-[{part.type}]->{part.end.id}" if part.start and part.end else None
        ids = (part.arena.id, part.arena.label) if part.arena and node else (None, None)
        values = (found.measure.name, each.before, each.after, change)
        last = (each.others, each.after is None) if each.part else (None, False)
        rows.append((each.node.id, each.node.name, *values, carrier, *ids, relation, *last))
    return codes(CODES, rows)
