"""What a change to the graph would do: to its structure, its goals, its contacts and everybody's measures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gronagraf.analysis.measures import How, Measure, Measured, find, measure
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

Tell = Callable[[int, int], None]
DEFAULT = How()
BROKERAGE = "betweenness"


@dataclass(frozen=True, slots=True)
class Moved:
    """A node's value of a measure before and after, and its rank among all (1 + how many have more); None: no value."""

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
    told = tell or (lambda _, __: None)
    every = tuple(dict.fromkeys((*measures, *find([BROKERAGE]))))
    told(1, 5)
    was = measure(before, every, how)
    told(2, 5)
    now = measure(after, every, how)
    told(3, 5)
    moved = tuple(_moved(same, each, was, now) for each in every)
    apart, out_of_reach = lost_contact(same), lost_contact(same, how.steps)
    told(4, 5)
    both = (structure(before), structure(after))
    told(5, 5)
    return Consequences(
        change,
        tuple(node for node in left.nodes if node.id in change.ids),
        before,
        after,
        both,
        splits(same),
        bereft(left, then),
        apart,
        out_of_reach,
        how.steps,
        tuple(one for each, rows in zip(every, moved, strict=True) if each in measures for one in rows),
        _gaining(moved[[each.name for each in every].index(BROKERAGE)]),
        replace(now, measures=tuple(measures)),
        half_closed(left, change),
    )


def _moved(same: Kept, each: Measure, was: Measured, now: Measured) -> tuple[Moved, ...]:
    """Every node that is left under its own name."""
    then, later = was.values[each.name], now.values[each.name]
    rank_then, rank_later = ranks(then).rank, ranks(later).rank
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
