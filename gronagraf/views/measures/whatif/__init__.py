"""What a change would do, as a report: a sentence first, then who ends up apart, what is lost and who takes over."""

from collections.abc import Sequence
from dataclasses import astuple

from gronagraf.analysis.whatif import Consequences, Lost, Moved
from gronagraf.graph import Cell, Column, Node, Result
from gronagraf.schema import Language, Term
from gronagraf.views.measures.addition import ID, NAME, Addition, codes, shown
from gronagraf.views.measures.whatif.words import LEGS, in_a_sentence, no_brokerage, remarks
from gronagraf.views.measures.years import FIGURES
from gronagraf.views.sections import Section

STRUCTURE = Term("Nätet före och efter", "The network before and after")
SPLITS = Term("Delar som skiljs från resten", "Parts that come apart from the rest")
NO_SPLIT = Term("Ingen del faller isär.", "No component falls apart.")
GOALS = Term("Mål som mister sina bärare", "Goals that lose their carriers")
NO_GOAL = Term("Inget mål mister en bärare som det bara har en av.", "No goal loses its only carrier of a kind.")
PAIRS = Term("Par som tappar kontakten", "Pairs that lose contact")
NO_PAIR = Term("Inget par tappar kontakten.", "No pair loses contact.")
BROKERS = Term("Nya mellanhänder", "New brokers")
NO_BROKER = Term("Ingen får mer mellanhand.", "Nobody gains betweenness.")
MEASURES = Term("Måtten före och efter", "The measures before and after")
NOBODY = Term("Inget mått ändras.", "No measure changes.")
CONTACTS = {
    "apart": Term("ingen väg alls", "no path at all"),
    "out_of_reach": Term("inte längre inom {steps} steg", "no longer within {steps} steps"),
}
MOST_NAMES = 12


def whatif_addition(found: Consequences, language: Language, top: int) -> Addition:
    """Every section of what follows from a change; people see `top` rows of a measure, programs all."""
    nobody = no_brokerage(found) or NO_BROKER
    sections = (
        Section("splits", SPLITS, _split_words(found), _split_codes(found), NO_SPLIT),
        Section("goals", GOALS, _goal_words(found, language), _goal_codes(found), NO_GOAL),
        Section("brokers", BROKERS, _moved_words(found.brokers[:top], language), _moved_codes(found.brokers), nobody),
        Section("pairs", PAIRS, _pair_words(found, language, top), _pair_codes(found), NO_PAIR),
        Section("measures", MEASURES, _most_moved(found, language, top), _moved_codes(found.moved), NOBODY),
        Section("structure", STRUCTURE, _structure(found, language), _structure_codes(found)),
    )
    facts: dict[str, object] = {
        "change": {
            "without": list(found.change.without),
            "merge": [list(pair) for pair in found.change.merge],
            "close": list(found.change.close),
        },
        "pairs_apart": found.apart.count,
        "pairs_out_of_reach": found.out_of_reach.count,
        "within_steps": found.steps,
    }
    return Addition(in_a_sentence(found), sections, remarks(found), facts)


def _structure(found: Consequences, language: Language) -> Result:
    columns = (
        Column("figure", Term("Mått på nätet", "Figure")),
        Column("before", Term("Före", "Before")),
        Column("after", Term("Efter", "After")),
    )
    before, after = map(astuple, found.structures)
    rows = zip((term[language] for term in FIGURES.values()), before, after, strict=True)
    return Result(columns, tuple(rows))


def _structure_codes(found: Consequences) -> Result:
    before, after = map(astuple, found.structures)
    return codes("figure before after", list(zip(FIGURES, before, after, strict=True)))


def _split_words(found: Consequences) -> Result:
    columns = (
        Column("nodes", Term("Noder", "Nodes")),
        Column("who", Term("Vilka som hamnar för sig", "Who ends up apart")),
        Column("rest_nodes", Term("Resten", "The rest")),
        Column("rest", Term("Skiljs bland andra från", "Apart from, among others")),
    )
    ties = dict(zip(found.before.places, found.before.network.degree(), strict=True))
    rows: list[tuple[Cell, ...]] = []
    for split in found.splits:
        largest, *others = split.parts
        best = sorted(largest, key=lambda node: (-ties[node.id], node.name))[:3]
        for part in others:
            names = [node.name for node in part[:MOST_NAMES]]
            more = [f"+ {len(part) - MOST_NAMES}"] if len(part) > MOST_NAMES else []
            rows.append((len(part), [*names, *more], len(largest), [node.name for node in best]))
    return Result(columns, tuple(rows))


def _split_codes(found: Consequences) -> Result:
    rows: list[tuple[Cell, ...]] = [
        (number, split.size, len(part), list[Cell](node.id for node in part))
        for number, split in enumerate(found.splits, 1)
        for part in split.parts
    ]
    return codes("component size part_size ids", rows)


def _goal_words(found: Consequences, language: Language) -> Result:
    columns = (
        Column("goal", Term("Mål", "Goal")),
        Column("leg", Term("Mister sitt sista", "Loses its last")),
        Column("lost", Term("Som var", "Which was")),
        Column("why", Term("Därför att", "Because")),
        Column("left", Term("Bärare kvar av alla slag", "Carriers left of all kinds")),
        ID,
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.goal.name,
            LEGS[each.leg][language],
            list[Cell](node.name for node in each.lost),
            (SILENT[each.leg] if each.silent else GONE)[language],
            each.left,
            each.goal.id,
        )
        for each in found.bereft
    )
    return Result(columns, rows)


GONE = Term("försvinner", "it is gone")
SILENT = {
    "Project": Term("ingen leder det längre", "nobody leads it any more"),
    "Network": Term("ingen är med längre", "nobody is in it any more"),
    "Actor": GONE,
}


def _goal_codes(found: Consequences) -> Result:
    rows: list[tuple[Cell, ...]] = [
        (
            each.goal.id,
            each.goal.name,
            each.leg,
            list[Cell](node.id for node in each.lost),
            list[Cell](node.id for node in each.silent),
            each.left,
        )
        for each in found.bereft
    ]
    return codes("goal_id goal leg lost silent left", rows)


def _pairs(found: Consequences) -> list[tuple[str, Lost]]:
    return [("apart", found.apart), ("out_of_reach", found.out_of_reach)]


def _pair_words(found: Consequences, language: Language, top: int) -> Result:
    columns = (
        Column("contact", Term("Har nu", "Have now")),
        Column(
            "first", Term("Från" if found.before.directed else "Den ena", "From" if found.before.directed else "One")
        ),
        Column(
            "second", Term("Till" if found.before.directed else "Den andra", "To" if found.before.directed else "Other")
        ),
    )
    rows = tuple(
        (CONTACTS[kind].filled(steps=found.steps)[language], first.name, second.name)
        for kind, lost in _pairs(found)
        for first, second in lost.notable[: max(1, top // 2)]
    )
    return Result(columns, rows)


def _pair_codes(found: Consequences) -> Result:
    rows: list[tuple[Cell, ...]] = [
        (kind, first.id, first.name, second.id, second.name)
        for kind, lost in _pairs(found)
        for first, second in lost.notable
    ]
    return codes("contact first_id first second_id second", rows)


def _most_moved(found: Consequences, language: Language, top: int) -> Result:
    """Of each measure the nodes whose value changes most."""
    rows: list[Moved] = []
    for measure in found.measured.measures:
        own = [each for each in found.moved if each.measure is measure and _change(each)]
        rows.extend(sorted(own, key=lambda each: (-abs(_change(each)), each.node.name, each.node.id))[:top])
    return _moved_words(rows, language)


def _change(each: Moved) -> float:
    """How much the value changes; one that comes or goes changes by all of it."""
    change = (each.after or 0.0) - (each.before or 0.0)
    return 0.0 if abs(change) < 1e-12 else change


def _moved_words(rows: Sequence[Moved], language: Language) -> Result:
    columns = (
        Column("measure", Term("Mått", "Measure")),
        NAME,
        Column("before", Term("Före", "Before")),
        Column("after", Term("Efter", "After")),
        Column("change", Term("Förändring", "Change")),
        Column("rank_before", Term("Plats före", "Rank before")),
        Column("rank_after", Term("Plats efter", "Rank after")),
        ID,
    )
    return Result(columns, tuple(_row(each, each.measure.term[language], shorten=True) for each in rows))


def _row(each: Moved, measure: str, *, shorten: bool) -> tuple[Cell, ...]:
    values = [each.before, each.after, each.change]
    node: Node = each.node
    return (
        measure,
        node.name,
        *(map(shown, values) if shorten else values),
        each.rank_before,
        each.rank_after,
        node.id,
    )


def _moved_codes(rows: Sequence[Moved]) -> Result:
    names = "measure name before after change rank_before rank_after id"
    return codes(names, [_row(each, each.measure.name, shorten=False) for each in rows])
