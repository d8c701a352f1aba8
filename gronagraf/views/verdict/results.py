"""The verdict as results: in words for people, in codes and ids for programs."""

from collections.abc import Mapping

from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.thread import Gap, Link, Mender, Verdict
from gronagraf.views.verdict.words import GAPS, LINKS, NOBODY, REASONS, SIGNS, STATES, STRANDS

STRAND = Column("strand", Term("Del", "Part"))
TYPE = Column("type", Term("Slag", "Type"))
ID = Column("id", Term("Id", "Id"))
INDENT = "– "
GOAL = Column("goal", Term("Mål", "Goal"))


def threads(verdict: Verdict, language: Language) -> Result:
    """A row for each goal: the state of its thread, and of each link with how many carry it."""
    links = [link.name for link in (*verdict.threads[0].chain, *verdict.threads[0].support)] if verdict.threads else []
    columns = (
        GOAL,
        Column("thread", Term("Tråden", "Thread")),
        *(Column(name, LINKS[name]) for name in links),
        ID,
    )
    depths = _depths(verdict)
    rows = tuple(
        (
            INDENT * depths[thread.goal.id] + thread.goal.name,
            f"{SIGNS[thread.state]}\u00a0{STATES[thread.state][language]}",
            *(_link(link) for link in (*thread.chain, *thread.support)),
            thread.goal.id,
        )
        for thread in verdict.threads
    )
    return Result(columns, rows, seeds=verdict.seeds)


def _depths(verdict: Verdict) -> Mapping[str, int]:
    """How many of the goals above each one are judged too; they stand before it."""
    depths: dict[str, int] = {}
    for thread in verdict.threads:
        depths[thread.goal.id] = depths.get(thread.area.id, -1) + 1 if thread.area else 0
    return depths


def _link(link: Link) -> str | None:
    return f"{SIGNS[link.state]}\u00a0{len(link.carriers)}/{link.total}" if link.state else None


def gaps(verdict: Verdict, language: Language, model: Model, *, unknown: bool = False) -> Result:
    """A row for each break, and where asked for each unknown: what, where, who can mend it and why."""
    columns = (
        STRAND,
        TYPE,
        Column("name", Term("Namn", "Name")),
        Column("gap", Term("Brister", "Gap")),
        *((Column("state", Term("Läge", "State")),) if unknown else ()),
        Column("menders", Term("Kan lagas av", "Can be mended by")),
        Column("recipe", Term("Mer med gronagraf run", "More with gronagraf run")),
        ID,
    )
    rows = tuple(
        (
            STRANDS[gap.strand][language],
            model.labels[gap.node.label].term[language],
            gap.node.name,
            _gap(gap, language),
            *((STATES[gap.state][language],) if unknown else ()),
            [_mender(each, language) for each in gap.menders] or NOBODY[language],
            f"{gap.recipe} --{gap.asks} {gap.node.id}" if gap.asks else gap.recipe,
            gap.node.id,
        )
        for gap in _wanted(verdict, unknown=unknown)
    )
    return Result(columns, rows, seeds=verdict.seeds)


def _wanted(verdict: Verdict, *, unknown: bool) -> tuple[Gap, ...]:
    return verdict.gaps if unknown else verdict.broken


def _gap(gap: Gap, language: Language) -> str:
    text = GAPS[gap.node.label, gap.check][language]
    return f"{text}: {', '.join(node.name for node in gap.missing)}" if gap.missing else text


def _mender(mender: Mender, language: Language) -> str:
    reason = REASONS[mender.reason][language]
    return (
        f"{mender.actor.name} ({reason}: {mender.through.name})"
        if mender.through
        else f"{mender.actor.name} ({reason})"
    )


def counts(verdict: Verdict, language: Language, model: Model) -> Result:
    """A row for each check that applied to something: how many are whole, thin, broken and unknown."""
    columns = (
        STRAND,
        TYPE,
        Column("gap", Term("Brister", "Gap")),
        *(Column(state, Term(term.sv.capitalize(), term.en.capitalize())) for state, term in STATES.items()),
    )
    rows = tuple(
        (
            STRANDS[each.strand][language],
            model.labels[each.label].plural[language],
            GAPS[each.label, each.check][language],
            *(getattr(each, state) for state in STATES),
        )
        for each in verdict.checks
        if any(getattr(each, state) for state in STATES)
    )
    return Result(columns, rows, seeds=verdict.seeds)


def link_codes(verdict: Verdict) -> Result:
    """For programs: a row for each goal and link."""
    names = ("goal_id", "goal", "part_of", "thread", "link", "state", "carriers", "total", "carrier_ids")
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            thread.goal.id,
            thread.goal.name,
            thread.area.id if thread.area else None,
            thread.state,
            link.name,
            link.state,
            len(link.carriers),
            link.total,
            [node.id for node in link.carriers],
        )
        for thread in verdict.threads
        for link in (*thread.chain, *thread.support)
    )
    return Result(_plain(names), rows, seeds=verdict.seeds)


def gap_codes(verdict: Verdict, *, unknown: bool = False) -> Result:
    """For programs: a row for each gap."""
    names = (
        "strand",
        "label",
        "check",
        "state",
        "id",
        "name",
        "missing",
        "menders",
        "reasons",
        "through",
        "recipe",
        "asks",
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            gap.strand,
            gap.node.label,
            gap.check,
            gap.state,
            gap.node.id,
            gap.node.name,
            [node.id for node in gap.missing],
            [each.actor.id for each in gap.menders],
            list(map(str, (each.reason for each in gap.menders))),
            [each.through.id if each.through else None for each in gap.menders],
            gap.recipe,
            gap.asks or None,
        )
        for gap in _wanted(verdict, unknown=unknown)
    )
    return Result(_plain(names), rows, seeds=verdict.seeds)


def count_codes(verdict: Verdict) -> Result:
    """For programs: a row for each check."""
    names = ("strand", "label", "check", *STATES)
    rows = tuple(
        (each.strand, each.label, each.check, *(getattr(each, state) for state in STATES)) for each in verdict.checks
    )
    return Result(_plain(names), rows, seeds=verdict.seeds)


def _plain(names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(name, Term(name, name)) for name in names)
