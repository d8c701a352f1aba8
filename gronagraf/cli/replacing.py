"""A form that is loaded again: it takes the place of its own answers when that is said, and is never mixed with others.

Whether what is there came from the same person, no file can tell: a form that was forwarded is the same form.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call
from gronagraf.errors import Problem, SeedError
from gronagraf.reading.report import shown
from gronagraf.reading.seeds import Reading
from gronagraf.values import quote

if TYPE_CHECKING:
    from gronagraf.store import Plan, Store

WHOLE = 100.0


def with_share(call: Call, reading: Reading) -> Call:
    """The call with the share of a seed that may be removed: all of a form, where nobody says otherwise."""
    given = click.get_current_context().get_parameter_source("max_share")
    if not reading.is_form or given is click.core.ParameterSource.COMMANDLINE:
        return call
    return Call(call.language, {**call.values, "max_share": WHOLE})


def refuse_mixed(call: Call, store: "Store", readings: Sequence[Reading]) -> None:
    """Raises SeedError for each form whose answers would be mixed with those of an earlier load."""
    if call.values["prune"] or not any(reading.is_form for reading in readings):
        return
    known = {record.info.name for record in store.seeds()}
    forms = [reading for reading in readings if reading.is_form and reading.name in known]
    problems = [problem for form in forms for problem in mixed(form, store.plan(form.graph))]
    if problems:
        raise SeedError(problems)


def mixed(reading: Reading, plan: "Plan") -> Iterator[Problem]:
    """A problem where a form would change or leave behind what an earlier load wrote; adding to it is none."""
    nodes, edges = plan.comparison.nodes, plan.comparison.edges
    changed, left = len(nodes.changed) + len(edges.changed), len(nodes.removed) + len(edges.removed)
    if reading.is_form and (changed or left):
        seed = quote(reading.name)
        what = f"{seed} is in the graph with other answers: {changed} differ and {left} are not in this form"
        same = "if it is the same form, corrected, --prune puts it in their place"
        other = "if somebody else filled it in, give it another assessor or date, a project another name"
        yield Problem(shown(reading.path), what, f"{same}; {other}")
