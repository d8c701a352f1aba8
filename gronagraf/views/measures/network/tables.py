"""The tables of a whole network: in words for people, in codes and ids for programs."""

from collections.abc import Sequence

from gronagraf.analysis.whole import Figure, Grouping, Mixing, Whole
from gronagraf.graph import Cell, Column, Node, Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.measures.addition import ID, NAME
from gronagraf.views.measures.network.words import reading, term_of, tested_reading

FIGURE = Column("figure", Term("Mått", "Figure"))
VALUE = Column("value", Term("Värde", "Value"))
SAYS = Column("says", Term("Så läses det", "How to read it"))
HOLDS_FOR = Column("note", Term("Gäller", "Holds for"))
MOST = Column("most", Term("Största möjliga summa", "Largest sum possible"))
REASON = Column("reason", Term("Varför tomt", "Why empty"))
ESTIMATED = Column("estimated", Term("Skattat", "Estimated"))
BY = Column("by", Term("Grupp efter", "Group by"))
EXPECTED = Column("expected", Term("Slumpen ger", "Chance gives"))
P = Column("p", Term("p-värde", "p-value"))
PERMUTATIONS = Column("permutations", Term("Omdelningar", "Permutations"))
NODES = Column("nodes", Term("Noder", "Nodes"))
TIES = Column("ties", Term("Band", "Ties"))
LEFT_OUT = Column("left_out", Term("Utelämnade", "Left out"))
NUMBER = Column("community", Term("Klunga", "Community"))
CUT_OFF = Column("cut_off", Term("Skiljs av", "Cut off"))
UNKNOWN = Term("okänd", "unknown")
NAMED_BY = 3
SMALL = 0.01


def figures(whole: Whole, language: Language, *, central: bool) -> Result:
    """A row for each figure that there is, with what it says."""
    rows = tuple(
        (
            term_of(each.name)[language],
            _rounded(each.value),
            *([each.most] if central else []),
            reading(each, whole)[language],
            each.note[language],
        )
        for each in _of(whole, central=central)
        if each.value is not None
    )
    return Result((FIGURE, VALUE, *([MOST] if central else []), SAYS, HOLDS_FOR), rows)


def figure_codes(whole: Whole, *, central: bool) -> Result:
    """A row for each figure, also those that there is no value of, with the reason in English."""
    rows = tuple(
        (each.name, each.value, each.most, each.estimated, each.note.en or None, each.reason.en or None)
        for each in _of(whole, central=central)
    )
    return Result((FIGURE, VALUE, MOST, ESTIMATED, HOLDS_FOR, REASON), rows)


def _of(whole: Whole, *, central: bool) -> list[Figure]:
    return [each for each in whole.figures.values() if each.name.startswith("centralisation_") == central]


def groups(whole: Whole, language: Language, model: Model) -> Result:
    """A row for each grouping and figure, beside what chance gives."""
    columns = (BY, FIGURE, VALUE, EXPECTED, P, SAYS, NODES, LEFT_OUT, TIES, PERMUTATIONS)
    rows = tuple(
        (
            field_term(model, each.grouping)[language],
            term_of(each.figure.name)[language],
            _rounded(each.figure.value),
            _rounded(each.expected),
            _rounded(each.p),
            tested_reading(each)[language],
            each.nodes,
            each.left_out,
            each.ties,
            each.permutations,
        )
        for each in whole.tested
    )
    return Result(columns, rows if any(each.figure.value is not None for each in whole.tested) else ())


def _rounded(value: float | None) -> float | None:
    """For people: three decimals, of a small number its first two digits."""
    return None if value is None else round(value, 3) if abs(value) >= SMALL else float(f"{value:.2g}")


def group_codes(whole: Whole) -> Result:
    columns = (BY, FIGURE, VALUE, EXPECTED, P, PERMUTATIONS, NODES, LEFT_OUT, TIES, REASON)
    rows = tuple(
        (
            each.grouping,
            each.figure.name,
            each.figure.value,
            each.expected,
            each.p,
            each.permutations,
            each.nodes,
            each.left_out,
            each.ties,
            each.figure.reason.en or None,
        )
        for each in whole.tested
    )
    return Result(columns, rows)


def field_term(model: Model, grouping: Grouping) -> Term:
    """What a grouping field is called."""
    return next((field.term for _, field in model.fields() if field.name == grouping), Term(grouping, grouping))


def mixing(whole: Whole, mixed: Mixing, language: Language, model: Model, *, weight: bool) -> Result:
    """From each group (row) to each (numbered column), with the sum of the row."""
    table: Sequence[Sequence[float]] = mixed.weights if weight else mixed.ties
    columns = (
        Column("number", Term("Nr", "No")),
        Column("group", Term("Grupp", "Group")),
        NODES,
        *(Column(f"to_{number}", Term(str(number), str(number))) for number in range(1, len(table) + 1)),
        Column("sum", Term("Summa", "Sum")),
    )
    rows: list[tuple[Cell, ...]] = []
    for number, (key, nodes, row) in enumerate(zip(mixed.groups, mixed.nodes, table, strict=True), 1):
        named = [_group(whole, model, by, value, language) for by, value in zip(mixed.groupings, key, strict=True)]
        cells = [round(value, 3) for value in row]
        rows.append((number, ", ".join(dict.fromkeys(named)), nodes, *cells, round(sum(row), 3)))
    return Result(columns, tuple(rows))


def _group(whole: Whole, model: Model, grouping: Grouping, value: str, language: Language) -> str:
    if not value:
        return f"{field_term(model, grouping)[language].lower()} {UNKNOWN[language]}"
    if value in whole.projection.places:
        return whole.projection.nodes[whole.projection.places[value]].name
    choices = (choice for _, field in model.fields() if field.name == grouping for choice in field.kind.choices)
    return next((choice.term[language] for choice in choices if choice.value == value), value)


def mixing_codes(mixed: Mixing) -> Result:
    """A row for each ordered pair of groups with ties between them."""
    names = [Column(f"{end}_{by}", Term(by, by)) for end in ("from", "to") for by in mixed.groupings]
    columns = (*names, TIES, Column("weight", Term("Vikt", "Weight")))
    rows = tuple(
        (*(value or None for value in (*start, *end)), mixed.ties[a][b], mixed.weights[a][b])
        for a, start in enumerate(mixed.groups)
        for b, end in enumerate(mixed.groups)
        if mixed.ties[a][b]
    )
    return Result(columns, rows)


def core(whole: Whole) -> Result:
    """The core's members, those with most ties first."""
    degrees = whole.projection.network.degree()
    members = sorted(whole.core.members, key=lambda place: (-degrees[place], place)) if whole.core else []
    rows = tuple((_node(whole, place).name, degrees[place], _node(whole, place).id) for place in members)
    return Result((NAME, TIES, ID), rows)


def communities(whole: Whole, *, ids: bool) -> Result:
    """A row for each community, named by its members with most ties."""
    columns = (
        NUMBER,
        Column("members", Term("Mest knutna i klungan", "Most tied in it")),
        NODES,
        Column("within", Term("Band inom", "Ties within")),
        Column("to_others", Term("Band till andra", "Ties to others")),
    )
    rows = tuple(
        (each.number, _called(whole, each.members, ids=ids), len(each.members), each.within, each.to_others)
        for each in (whole.communities.found if whole.communities else ())
    )
    return Result(columns, rows)


def _called(whole: Whole, members: Sequence[int], *, ids: bool) -> Cell:
    if ids:
        return [_node(whole, place).id for place in members]
    return ", ".join(_node(whole, place).name for place in members[:NAMED_BY])


def members(whole: Whole) -> Result:
    """A row for each node: its community, and whether it is in the core; empty where there is no such."""
    inside = set(whole.core.members) if whole.core else set()
    numbers = whole.communities.membership if whole.communities else [None] * len(whole.projection.nodes)
    columns = (NAME, NUMBER, Column("in_core", Term("I kärnan", "In the core")), ID)
    rows = tuple(
        (node.name, numbers[place], place in inside if whole.core else None, node.id)
        for place, node in enumerate(whole.projection.nodes)
    )
    return Result(columns, rows)


def bridges(whole: Whole, model: Model, language: Language, top: int, *, ids: bool) -> Result:
    """Ties that alone hold two parts together, those that cut off most first, with what carries each."""
    ends = (
        Column("from", Term("Från" if whole.projection.directed else "Den ena", "One end")),
        Column("to", Term("Till" if whole.projection.directed else "Den andra", "Other end")),
    )
    carried = Column("carried_by", Term("Bärs av", "Carried by"))
    found = whole.cuts.bridges[:top] if whole.cuts else ()
    rows = tuple(
        (
            *((node.id if ids else node.name) for node in _ends(whole, each.tie)),
            carriers(whole, each.tie, model, language, ids=ids),
            each.cut_off,
        )
        for each in found
    )
    return Result((*ends, carried, CUT_OFF), rows)


def _ends(whole: Whole, tie: int) -> list[Node]:
    return [_node(whole, place) for place in whole.projection.network.es[tie].tuple]


def carriers(whole: Whole, tie: int, model: Model, language: Language, *, ids: bool) -> Cell:
    """The arenas, or the relations, that a tie rests on."""
    projection = whole.projection
    if projection.arenas:
        arenas = [projection.arenas[place].node for place in projection.carriers[tie]]
        return [arena.id if ids else arena.name for arena in arenas]
    types = dict.fromkeys(projection.links[place].type for place in projection.carriers[tie])
    return [name if ids else model.types[name].term[language] for name in types]


def cut_nodes(whole: Whole, top: int) -> Result:
    """Nodes that alone hold parts together, those that cut off most first."""
    columns = (NAME, CUT_OFF, Column("pieces", Term("Delar av storlek", "Pieces of size")), ID)
    found = whole.cuts.nodes[:top] if whole.cuts else ()
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        node = _node(whole, each.place)
        rows.append((node.name, each.cut_off, [*each.pieces], node.id))
    return Result(columns, tuple(rows))


def minimum_cut(whole: Whole) -> str:
    """The ties of the minimum cut, as pairs of names."""
    ties = whole.cuts.minimum.ties if whole.cuts and whole.cuts.minimum else ()
    return ", ".join(" – ".join(node.name for node in _ends(whole, tie)) for tie in ties)


def _node(whole: Whole, place: int) -> Node:
    return whole.projection.nodes[place]
