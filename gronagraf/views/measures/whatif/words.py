"""The words of what a change would do: the sentence to read first, and what must be said of the figures."""

from collections.abc import Mapping

from gronagraf.analysis.measures import Measure
from gronagraf.analysis.whatif import Consequences
from gronagraf.schema import Term
from gronagraf.views.measures.addition import amount, either, joined, listed, low_first

LEGS: Mapping[str, Term] = {
    "Project": Term("projekt", "project"),
    "Network": Term("nätverk", "network"),
    "Actor": Term("ägare", "owner"),
}
WITHOUT = Term("{names} försvinner", "without {names}")
MERGED = Term("{second} går upp i {first}", "with {second} merged into {first}")
CLOSED = Term("{names} läggs ned", "with {names} closed")
IF = Term("Tänk om: {change}.", "What if: {change}.")
SPLIT = Term(
    "Nätet faller isär: {count} delar skiljs från resten, störst är {names}.",
    "The network comes apart: {count} parts are cut off from the rest, the largest being {names}.",
)
ONE_SPLIT = Term("Nätet faller isär: {names} skiljs från resten.", "The network comes apart: {names} is cut off.")
WHOLE = Term("Ingen skiljs från resten.", "Nobody is cut off from the rest.")
APART = Term(
    "{count} av {of} par som hade en väg mellan sig mister den, och {far} av {near} par är inte längre inom {steps}"
    " steg.",
    "{count} of {of} {pairs} that had a path {lose} it, and {far} of {near} {others} {are} no longer within {steps}"
    " {step}.",
)
TOGETHER = Term("Alla par som hade en väg mellan sig har det än.", "All pairs that had a path still have one.")
FURTHER = Term(
    "Alla par som hade en väg mellan sig har det än, men {far} av {near} är inte längre inom {steps} steg.",
    "All pairs that had a path still have one, but {far} of {near} {are} no longer within {steps} {step}.",
)
BARE = Term("Utan någon bärare alls står {names}.", "Left without any carrier: {names}.")
BEREFT = Term("{count} mål mister sitt sista {leg}.", "{count} goals lose their last {leg}.")
ONE_BEREFT = Term("Målet {name} mister sitt sista {leg}.", "The goal {name} loses its last {leg}.")
LAST_OWNER = Term("Målet {name} mister sin sista ägare.", "The goal {name} loses its last owner.")
LAST_OWNERS = Term("{count} mål mister sin sista ägare.", "{count} goals lose their last owner.")
NO_BEREFT = Term("Inget mål mister sin enda bärare.", "No goal loses its only carrier.")
TAKES_OVER = Term(
    "{name} vinner mest som mellanhand ({before} till {after}, plats {rank_before} till {rank_after}).",
    "{name} gains most as a broker ({before} to {after}, rank {rank_before} to {rank_after}).",
)
NOBODY = Term("Ingen vinner på det som mellanhand.", "Nobody gains from it as a broker.")
HALF = Term(
    "{one} och {other} är samma insats (CARRIES); {other} finns kvar, så de som möts där gör det än. Lägg ned båda för"
    " att avsluta den.",
    "{one} and {other} are one undertaking (CARRIES); {other} stays, and so do those who meet there. Close both to end"
    " it.",
)
SIZES = Term(
    "Nätet har inte lika många noder före som efter, så normerade mått ändras också av det; --raw jämför som räknat.",
    "The network does not have as many nodes after as before, which in itself changes normalised measures; --raw"
    " compares them as counted.",
)
CARRIED = Term(
    "Ett mål bärs av projekt som bidrar till det, nätverk som arbetar med det och aktörer som äger det, också för målen"
    " under; ett projekt som mister sin enda ledare och ett nätverk som mister sin sista deltagare bär inte längre.",
    "A goal is carried by projects that contribute to it, networks that work on it and actors that own it, for the"
    " goals below it too; a project that loses its only lead and a network that loses its last member no longer carry.",
)
UNMEASURED = Term("Mellanhand går inte att räkna här ({reason}).", "Betweenness cannot be worked out here ({reason}).")
AS_IF = Term(
    "Räknat som om inget annat ändrades: i verkligheten knyts nya band när gamla försvinner.",
    "Worked out as if nothing else changed: in reality new ties form when old ones go.",
)


def in_a_sentence(found: Consequences) -> Term:
    """What is changed, and what follows: parts, contacts, goals, brokers."""
    return joined([IF.filled(change=_change(found)), _splits(found), _contacts(found), *_goals(found), _broker(found)])


def _change(found: Consequences) -> Term:
    names = {node.id: node.name for node in found.named}
    told = []
    if found.change.without:
        told.append(WITHOUT.filled(names=listed([names[id_] for id_ in dict.fromkeys(found.change.without)])))
    told += [MERGED.filled(first=names[first], second=names[second]) for first, second in found.change.merge]
    if found.change.close:
        told.append(CLOSED.filled(names=listed([names[id_] for id_ in dict.fromkeys(found.change.close)])))
    return joined(told, ", ")


def _splits(found: Consequences) -> Term:
    parts = sorted((part for split in found.splits for part in split.parts[1:]), key=lambda part: -len(part))
    if not parts:
        return WHOLE
    names = listed([node.name for node in parts[0]], 3)
    return (SPLIT if len(parts) > 1 else ONE_SPLIT).filled(count=len(parts), names=names)


def _contacts(found: Consequences) -> Term:
    template = APART if found.apart.count else FURTHER if found.out_of_reach.count else TOGETHER
    return template.filled(
        count=found.apart.count,
        of=found.apart.of,
        far=found.out_of_reach.count,
        near=found.out_of_reach.of,
        steps=found.steps,
        pairs=either(found.apart.of, "pair", "pairs"),
        lose=either(found.apart.count, "loses", "lose"),
        others=either(found.out_of_reach.of, "pair", "pairs"),
        are=either(found.out_of_reach.count, "is", "are"),
        step=either(found.steps, "step", "steps"),
    )


def _goals(found: Consequences) -> list[Term]:
    if not found.bereft:
        return [NO_BEREFT]
    bare = list(dict.fromkeys(each.goal.name for each in found.bereft if not each.left))
    told = [BARE.filled(names=listed(bare))] if bare else []
    for leg, term in LEGS.items():
        goals = [each.goal.name for each in found.bereft if each.leg == leg]
        one, several = (LAST_OWNER, LAST_OWNERS) if leg == "Actor" else (ONE_BEREFT, BEREFT)
        if goals:
            told.append((one if len(goals) == 1 else several).filled(count=len(goals), name=goals[0], leg=term))
    return told


def _broker(found: Consequences) -> Term:
    if unmeasured := no_brokerage(found):
        return unmeasured
    if not found.brokers:
        return NOBODY
    first = found.brokers[0]
    return TAKES_OVER.filled(
        name=first.node.name,
        before=amount(first.before or 0.0),
        after=amount(first.after or 0.0),
        rank_before=first.rank_before,
        rank_after=first.rank_after,
    )


def no_brokerage(found: Consequences) -> Term | None:
    """That nobody can be said to gain, where betweenness does not hold for the network."""
    values = found.measured.values["betweenness"]
    if any(value is not None for value in values) or "betweenness" not in found.measured.reasons:
        return None
    return UNMEASURED.filled(reason=found.measured.reasons["betweenness"])


def remarks(found: Consequences) -> tuple[Term, ...]:
    """What must be known before the figures are read."""
    said = [HALF.filled(one=one.name, other=other.name) for one, other in found.half_closed]
    if found.structures[0].nodes != found.structures[1].nodes:
        said.append(SIZES)
    return (*said, *low_first([each for each in found.measured.measures if _has_any(found, each)]), CARRIED, AS_IF)


def _has_any(found: Consequences, each: Measure) -> bool:
    return any(value is not None for value in found.measured.values[each.name])
