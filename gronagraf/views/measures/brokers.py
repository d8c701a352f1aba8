"""The roles of brokers by group, as a table and with what must be said of it."""

from collections.abc import Mapping

from gronagraf.analysis import MEASURES, Measured
from gronagraf.analysis.measures import ROLES
from gronagraf.analysis.measures.brokerage import GroupRoles, brokerage, by_group
from gronagraf.graph import Cell, Column, Result
from gronagraf.schema import Term
from gronagraf.views.sections import Section

GROUPS: Mapping[str, Term] = {
    "sector": Term("Sektor", "Sector"),
    "level": Term("Nivå", "Level"),
    "municipality": Term("Kommun", "Municipality"),
    "kind": Term("Slag", "Kind"),
}
HEADING = Term("Förmedlarroller efter {group}", "Roles of brokers by {group}")
NODES = Column("nodes", Term("Noder", "Nodes"))
BROKERS = Column(
    "brokers", Term("Förmedlare", "Brokers"), Term("Noder i minst en öppen triad.", "Nodes in an open triad.")
)
REFUSED = Term("Rollerna finns inte här: {reason}.", "There are no roles here: {reason}.")
NO_GROUPS = Term("Ingen nod har uppgift om {group}.", "The {group} of no node is known.")
LEGEND = Term(
    "En öppen triad är två som är knutna till noden men inte till varandra. Samordnaren förmedlar inom sin egen grupp,"
    " konsulten inom en annan, företrädaren ut ur sin egen, grindvakten in i den och länken mellan två andra.",
    "An open triad is two who are tied to the node but not to each other. A coordinator stands within its own group,"
    " a consultant within another, a representative leads out of its own, a gatekeeper into it, and a liaison"
    " stands between two others.",
)
BOTH = Term(
    "Banden har ingen riktning: en triad ut ur gruppen är också en in i den, så de två rollerna är lika många.",
    "Ties have no direction: a triad out of a group is one into it too, so those two roles are equally many.",
)
UNKNOWN = Term(
    "Noder utan uppgift om {group}: {count} av {total}. Öppna triader med någon av dem är inte räknade (antal:"
    " {triads}).",
    "Nodes whose {group} is not known: {count} of {total}. Open triads with any of them are not counted (number:"
    " {triads}).",
)


def brokerage_section(measured: Measured) -> Section:
    """A row for each group: its nodes, how many of them are brokers, and the open triads they stand in by role."""
    group = measured.how.group
    heading = HEADING.filled(group=_lower(GROUPS[group]))
    columns = (Column(group, GROUPS[group]), NODES, BROKERS, *(_column(role) for role in ROLES))
    if refusal := MEASURES[ROLES[0]].refusal(measured.projection):
        empty = Result(columns, ())
        return Section("brokerage", heading, empty, empty, REFUSED.filled(reason=refusal))
    found = by_group(brokerage(measured.projection, group))
    names = {node.id: node.name for node in measured.projection.nodes} if group == "municipality" else {}
    codes = Result(columns, tuple(_row(each, each.group) for each in found))
    words = Result(columns, tuple(_row(each, names.get(each.group, each.group)) for each in found))
    otherwise = NO_GROUPS.filled(group=_lower(GROUPS[group]))
    return Section("brokerage", heading, words, codes, otherwise)


def _row(each: GroupRoles, name: str) -> tuple[Cell, ...]:
    return (name, each.nodes, each.brokers, *(each.roles[role] for role in ROLES))


def brokerage_remarks(measured: Measured) -> tuple[Term, ...]:
    """What the roles are, and what is not counted since its group is not known."""
    if MEASURES[ROLES[0]].refusal(measured.projection):
        return ()
    found = brokerage(measured.projection, measured.how.group)
    said = [LEGEND] if measured.projection.directed else [LEGEND, BOTH]
    if missing := sum(group is None for group in found.groups):
        total = len(found.groups)
        group = _lower(GROUPS[measured.how.group])
        said.append(UNKNOWN.filled(count=missing, total=total, group=group, triads=found.uncounted))
    return tuple(said)


def _column(role: str) -> Column:
    return Column(role, MEASURES[role].term, MEASURES[role].explanation.definition)


def _lower(term: Term) -> Term:
    return Term(term.sv.lower(), term.en.lower())
