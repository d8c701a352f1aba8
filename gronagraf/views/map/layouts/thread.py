"""The thread: challenges, projects, resources, activities, effects by horizon and goals, a column each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gronagraf.graph import Edge, Node
from gronagraf.schema import NO_TERM, Model, Term
from gronagraf.views.columns import Columns, Measures, lay_out
from gronagraf.views.map.layouts.layout import Box, Guide, Layout, Text

TERM = Term("Tråd", "Thread")
MEASURES = Measures(width=200.0, height=84.0, empty=200.0, shape=1.5)
GAP = (92.0, 44.0)
"""Width and height of an empty place."""
MOST = 400
"""With more nodes than this, empty places are too many to say anything; the headings count them."""

HORIZONS = ("short", "medium", "long")
COLUMNS = ("Challenge", "Project", "Resource", "Activity", *HORIZONS, "Effect", "Goal")
"""Effects stand by horizon; those without one in a column of their own."""
CHALLENGE, PROJECT, RESOURCE, ACTIVITY, SHORT, MEDIUM, LONG, UNDATED, GOAL = range(len(COLUMNS))

NOTHING = Term("Inget känt", "None known")
EMPTY_PLACE = Term("Tom ruta: här är ingen länk känd.", "Empty box: no link is known here.")
ENDS = (Term("{count} slutar här", "{count} end here"), Term("1 slutar här", "1 ends here"))
UNMET = (Term("{count} nås inte", "{count} are not reached"), Term("1 nås inte", "1 is not reached"))


@dataclass(frozen=True, slots=True)
class Thread:
    """The nodes of the change logic with their columns, and the ties between them, by number."""

    homes: dict[int, int]
    ties: tuple[tuple[int, int], ...]
    linked: dict[int, set[int]]
    """The columns that a node has a tie to by the relations of the change logic."""
    upper: frozenset[int]
    """Goals that others belong under: what reaches these reaches them."""


LOGIC = frozenset({"ADDRESSES", "USES", "RUNS", "LEADS_TO", "CONTRIBUTES_TO"})
MEANS = frozenset({RESOURCE, ACTIVITY})
EFFECTS = frozenset({SHORT, MEDIUM, LONG, UNDATED})
NEEDS: dict[int, tuple[tuple[frozenset[int], int], ...]] = {
    CHALLENGE: ((frozenset({PROJECT}), PROJECT),),
    PROJECT: (
        (frozenset({CHALLENGE}), CHALLENGE),
        (frozenset({RESOURCE}), RESOURCE),
        (MEANS, ACTIVITY),
    ),
    RESOURCE: ((frozenset({ACTIVITY}), ACTIVITY),),
    ACTIVITY: ((EFFECTS, SHORT),),
    SHORT: ((frozenset({MEDIUM, LONG, UNDATED}), MEDIUM),),
    MEDIUM: ((frozenset({LONG, UNDATED}), LONG),),
    LONG: ((frozenset({GOAL}), GOAL),),
    UNDATED: ((frozenset({GOAL}) | EFFECTS, GOAL),),
    GOAL: ((EFFECTS, LONG),),
}
"""For each column the links that one of its nodes needs: the columns that will do, and where the empty place stands."""


def thread(nodes: Sequence[Node], edges: Iterable[Edge], model: Model) -> Layout | None:
    """The thread of these nodes; None where nothing in them hangs together as one."""
    found = _found(nodes, edges)
    if not any(found.linked.values()):
        return None
    members = sorted(found.homes)
    gaps = list(_gaps(found)) if len(members) <= MOST else []
    number = {node: at for at, node in enumerate(members)}
    homes = [found.homes[node] for node in members] + [column for _, column in gaps]
    ties = [(number[first], number[second]) for first, second in found.ties]
    ties += [(number[node], len(members) + at) for at, (node, _) in enumerate(gaps)]
    shown = [column for column in range(len(COLUMNS)) if column != UNDATED or column in homes]
    laid = lay_out([shown.index(home) for home in homes], len(shown), ties, MEASURES)
    points = dict(zip(members, laid.points, strict=False))
    return Layout("thread", TERM, points, _guide(found, shown, laid, laid.points[len(members) :], model))


def _found(nodes: Sequence[Node], edges: Iterable[Edge]) -> Thread:
    number = {node.id: at for at, node in enumerate(nodes)}
    homes = {at: home for at, node in enumerate(nodes) if (home := _home(node)) is not None}
    ties: dict[tuple[int, int], None] = {}
    linked: defaultdict[int, set[int]] = defaultdict(set)
    upper: set[int] = set()
    for edge in edges:
        start, end = number[edge.start], number[edge.end]
        if start == end or start not in homes or end not in homes:
            continue
        ties[min(start, end), max(start, end)] = None
        if edge.type in LOGIC:
            linked[start].add(homes[end])
            linked[end].add(homes[start])
        elif edge.type == "PART_OF":
            upper.add(end)
    return Thread(homes, tuple(sorted(ties)), linked, frozenset(upper))


def _home(node: Node) -> int | None:
    horizon = node.facts.get("horizon") if node.label == "Effect" else None
    name = horizon if horizon in HORIZONS else node.label
    return COLUMNS.index(str(name)) if name in COLUMNS else None


def _gaps(found: Thread) -> Iterator[tuple[int, int]]:
    """Each node that lacks a link, with the column where it lacks it.

    A column without any node, or with far more places that would be empty than not, says so as a whole.
    """
    lacking: defaultdict[int, list[int]] = defaultdict(list)
    for node, home in sorted(found.homes.items()):
        for will_do, column in NEEDS[home]:
            if _lacks(found, node, will_do):
                lacking[column].append(node)
    filled = Counter(found.homes.values())
    for column, nodes in sorted(lacking.items()):
        if filled[column] and len(nodes) <= 2 * filled[column] + 4:
            yield from ((node, column) for node in nodes)


def _lacks(found: Thread, node: int, will_do: frozenset[int]) -> bool:
    return node not in found.upper and not found.linked.get(node, set()) & will_do


def _guide(
    found: Thread, shown: Sequence[int], laid: Columns, gaps: Sequence[tuple[float, float]], model: Model
) -> Guide:
    counts = Counter(found.homes.values())
    boxes = [_around(point) for point in gaps]
    lines: list[Box] = []
    texts: list[Text] = []
    for column, band in zip(shown, laid.bands, strict=True):
        left, right = band.start + 10, band.end - 10
        lines.append((left, -18, right, -18))
        texts.extend(_headings(column, left, _breaks(found, column), model))
        if not counts[column]:
            boxes.append((left, 0, right - left, laid.height))
            texts.append(Text((left + right) / 2, laid.height / 2, NOTHING, "center"))
    if gaps:
        texts.append(Text(laid.bands[0].start + 10, laid.height + 40, EMPTY_PLACE))
    return Guide(tuple(boxes), tuple(lines), tuple(texts))


def _around(point: tuple[float, float]) -> Box:
    return point[0] - GAP[0] / 2, point[1] - GAP[1] / 2, *GAP


def _headings(column: int, left: float, breaks: Term, model: Model) -> Iterator[Text]:
    """The column's name, an effect's horizon, and how many of its nodes lead no further."""
    effect = column in EFFECTS
    named = model.labels["Effect" if effect else COLUMNS[column]]
    yield Text(left, -108, named.plural, "left", "heading")
    lines = [breaks] if breaks.sv else []
    if column in (SHORT, MEDIUM, LONG):
        choices = named.columns["horizon"].kind.choices
        lines.insert(0, next(_short(each.term) for each in choices if each.value == COLUMNS[column]))
    for at, line in enumerate(lines):
        yield Text(left, -74 + 32 * at, line)


def _short(term: Term) -> Term:
    """Without what stands in brackets after it: a column is narrow."""
    return Term(term.sv.partition(" (")[0], term.en.partition(" (")[0])


def _breaks(found: Thread, column: int) -> Term:
    """How many of a column's nodes lack the last link that they need, in words; nothing where none does."""
    last = NEEDS[column][-1][0]
    count = sum(home == column and _lacks(found, node, last) for node, home in found.homes.items())
    many, one = UNMET if column == GOAL else ENDS
    return (one if count == 1 else many).filled(count=count) if count else NO_TERM
