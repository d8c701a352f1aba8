"""What a change to the graph would do: to its structure, its goals, its contacts and everybody's measures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gronagraf.analysis.measures import How, Measure, Measured, find, measure
from gronagraf.analysis.measures.measure import DEFAULT, Tell
from gronagraf.analysis.projection import EVERYTHING, Projection, Related, Selection, Shared, project
from gronagraf.analysis.projection.selection import select
from gronagraf.analysis.stability.ranking import ranks
from gronagraf.analysis.structure import Structure, structure
from gronagraf.analysis.whatif.changing import Change, changed, half_closed, merged, refuse
from gronagraf.analysis.whatif.goals import Bereft, bereft
from gronagraf.analysis.whatif.parting import Kept, Lost, Split, kept, lost_contact, splits
from gronagraf.errors import AnalysisError
from gronagraf.graph import Graph, Node
from gronagraf.schema import Model

__all__ = ["Bereft", "Change", "Consequences", "Lost", "Moved", "Split", "after_change", "what_if"]

BROKERAGE = "betweenness"


@dataclass(frozen=True, slots=True)
class Moved:
    """A node's value of a measure before and after, and its rank (1 + how many stand before); None: no value."""

    measure: Measure
    node: Node
    before: float | None
    after: float | None
    rank_before: int | None
    rank_after: int | None

    @property
    def change(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from a change.

    `apart` are pairs that have no path any more, `out_of_reach` those that had one of at most `steps` and have none so
    short. `moved` has every node that is left under each measure, `brokers` those who gain betweenness, most first.
    `half_closed` is what leaves while the same undertaking stays under another id.
    """

    change: Change
    named: tuple[Node, ...]
    before: Projection
    after: Projection
    structures: tuple[Structure, Structure]
    splits: tuple[Split, ...]
    bereft: tuple[Bereft, ...]
    apart: Lost
    out_of_reach: Lost
    steps: int
    moved: tuple[Moved, ...]
    brokers: tuple[Moved, ...]
    measured: Measured
    half_closed: tuple[tuple[Node, Node], ...]


def after_change(
    graph: Graph, model: Model, way: Shared | Related, selection: Selection, change: Change
) -> tuple[Graph, Graph, Projection]:
    """The selected graph, the same after the change, and the network of that.

    The change is made to what the selection leaves, so that both networks are made by the same rule: a network that
    holds all municipalities is not left out only because one of them has gone. Raises AnalysisError for unknown ids,
    for changes that contradict each other, and where nothing is left.
    """
    left, _ = select(graph, selection)
    refuse(change, graph, left)
    then = changed(left, change)
    try:
        network = project(then, model, way, EVERYTHING)
    except AnalysisError:
        project(left, model, way, EVERYTHING)  # where there was nothing before either, that is what is told
        raise AnalysisError("nothing is left to measure after this change; let something stay") from None
    return left, then, network


def what_if(
    graph: Graph,
    model: Model,
    way: Shared | Related,
    selection: Selection,
    change: Change,
    measures: Sequence[Measure],
    how: How = DEFAULT,
    tell: Tell | None = None,
) -> Consequences:
    """All that follows from the change; `how.steps` is within how many steps two are in reach of each other."""
    left, then, after = after_change(graph, model, way, selection, change)
    before = project(graph, model, way, selection)
    same = kept(before, after, merged(change))
    every = {each.name: each for each in (*measures, *find([BROKERAGE]))}
    was, now = _measured(before, after, tuple(every.values()), how, tell)
    moved = {name: _moved(same, each, was, now) for name, each in every.items()}
    return Consequences(
        change,
        tuple(node for node in left.nodes if node.id in change.ids),
        before,
        after,
        (structure(before), structure(after)),
        splits(same),
        bereft(left, then),
        lost_contact(same),
        lost_contact(same, how.steps),
        how.steps,
        tuple(one for each in measures for one in moved[each.name]),
        _gaining(moved[BROKERAGE]),
        replace(now, measures=tuple(measures)),
        half_closed(left, change),
    )


def _measured(
    before: Projection, after: Projection, every: tuple[Measure, ...], how: How, tell: Tell | None
) -> tuple[Measured, Measured]:
    """Both networks measured; the second is told of as the second half of the work."""
    was = measure(before, every, how, None if not tell else lambda done, total: tell(done, 2 * total))
    now = measure(after, every, how, None if not tell else lambda done, total: tell(total + done, 2 * total))
    return was, now


def _moved(same: Kept, each: Measure, was: Measured, now: Measured) -> tuple[Moved, ...]:
    """Every node that is left under its own name."""
    then, later = was.values[each.name], now.values[each.name]
    rank_then, rank_later = ranks(each, then).rank, ranks(each, later).rank
    nodes = same.before.nodes
    return tuple(
        Moved(
            each,
            nodes[place],
            then[place],
            later[at],
            None if then[place] is None else rank_then[place],
            None if later[at] is None else rank_later[at],
        )
        for place, at in same.at.items()
        if same.after.nodes[at].id == nodes[place].id
    )


def _gaining(moved: Sequence[Moved]) -> tuple[Moved, ...]:
    """Those who gain, most first; what is lost in rounding is no gain."""
    gained = [each for each in moved if each.change is not None and each.change > 1e-9]
    return tuple(sorted(gained, key=lambda each: (-(each.change or 0.0), each.node.name, each.node.id)))
