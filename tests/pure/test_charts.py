"""Charts as files: well-formed, without script, hostile names as text, all points in the table, no overlaps."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from gronagraf import MODEL
from gronagraf.analysis.assessment import Rating, Ratings, ratings
from gronagraf.analysis.crossimpact import cross_impact
from gronagraf.analysis.measures import find, measure
from gronagraf.analysis.projection import Selection, Shared, project
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node, Result, SeedInfo
from gronagraf.views import grid
from gronagraf.views.charts import crossimpact_chart, grid_chart, scatter_chart, write_chart
from gronagraf.views.charts import stakeholders as drawn_grid
from gronagraf.views.charts.axes import axis_for
from gronagraf.views.charts.labels import LEADING, SIZE, Box
from gronagraf.views.charts.picture import writable
from gronagraf.views.charts.scatter import Point, scatter
from gronagraf.views.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"
TOLD = Result((), ((),), seeds=(SeedInfo("lyr", "Lyrebygd", fictional=True),))
HOSTILE = (
    "<script>window.x=1</script>",
    '"><svg onload=alert(1)>',
    "]]></title></svg><b>",
    "</style><style>*{display:none}",
    "A & B \x00\x07\ufffe\udcff",
    "{{ 7 * 7 }} {% raw %}",
)  # fmt: skip


def rating(number: int, power: int, interest: int, relevance: int | None = 3, name: str | None = None) -> Rating:
    actor = Node("Actor", f"a{number:02}", {"name": name or f"Aktör nummer {number} med långt namn"})
    return Rating(actor, Node("StakeholderAnalysis", "s", {"name": "S"}), power, relevance, interest)


def chart_of(rated: list[Rating]):
    return grid_chart(Ratings({each.actor.id: each for each in rated}, tuple(rated), ()), "sv", TOLD)


def region(names: tuple[str, ...]) -> Graph:
    """Actors who all meet in one network but the last, each assessed, and goals of the same names in a ring."""
    actors = [Node("Actor", f"a{n}", {"name": name}) for n, name in enumerate(names)]
    goals = [Node("Goal", f"g{n}", {"name": name}) for n, name in enumerate(names)]
    others = [Node("Network", "n", {"name": "Nätet"}), Node("StakeholderAnalysis", "s", {"name": names[0]})]
    scores = {"power": 4, "interest": 4, "relevance": 2}
    edges = [Edge("MEMBER_OF", each.id, "n", {}) for each in actors[:-1]]
    edges += [Edge("ASSESSED_IN", each.id, "s", scores) for each in actors]
    edges += [Edge("INFLUENCES", f"g{n}", f"g{(n + 1) % len(names)}", {"strength": n + 1}) for n in range(len(names))]
    return Graph((*actors, *goals, *others), tuple(edges), TOLD.seeds)


def charts(graph: Graph):
    given = ratings(graph, Selection())
    measured = measure(project(graph, MODEL, Shared()), find(["degree"]))
    yield grid_chart(given, "sv", TOLD)
    yield scatter_chart(measured, given, ("power", "degree"), "sv", TOLD)
    yield crossimpact_chart(cross_impact(graph, MODEL, ["Goal"], Selection()), "sv", TOLD)


@pytest.mark.parametrize("names", [("Växjö kommun", "Älmhult", "LNU"), HOSTILE], ids=["plain", "hostile"])
@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_chart_is_well_formed_and_holds_names_only_as_text(names, form):
    for chart in charts(region(names)):
        text = write_chart(chart, form, "sv", MODEL)
        assert text == write_chart(chart, form, "sv", MODEL)
        svg = ET.fromstring(text if form == "svg" else re.search("<svg.*</svg>", text, re.DOTALL)[0])
        kinds = {"svg", "title", "desc", "style", "rect", "line", "text", "circle", "g"}
        assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= kinds
        assert not [
            name for element in svg.iter() for name in element.attrib if name.startswith("on") or name == "style"
        ]
        assert "<script" not in text.lower()


def test_what_no_xml_may_hold_is_replaced_and_spaces_within_numbers_stay():
    assert writable("A\x00\ufffe\udcff\u202e") == "A" + "\ufffd" * 4
    assert writable("10\u202f000 kr\u00a0") == "10\u202f000 kr\u00a0"


def test_a_page_lets_nothing_in_and_an_svg_asks_for_nothing():
    for chart in charts(region(("A", "B", "C"))):
        page = write_chart(chart, "html", "sv", MODEL)
        policy = re.search('Content-Security-Policy" content="([^"]*)"', page)[1]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script-src" not in policy
        assert "Påhittad" in page
        picture = write_chart(chart, "svg", "sv", MODEL)
        assert "PÅHITTAD" in picture
        addresses = set(re.findall(r"https?://[^\s\"'<]+", page + picture))
        assert addresses == {"http://www.w3.org/2000/svg"}
        assert "url(" not in page + picture


def test_every_mark_has_a_name_and_can_be_reached_by_keyboard():
    for chart in charts(region(("A", "B", "C"))):
        svg = ET.fromstring(write_chart(chart, "svg", "sv", MODEL))
        points = list(svg.iter(f"{SVG}g"))
        assert points
        for point in points:
            assert (point.get("tabindex"), point.get("role")) == ("0", "img")
            assert point.get("aria-label") == point.find(f"{SVG}title").text != ""


def test_every_point_is_in_the_table_also_what_cannot_be_placed():
    rated = [
        rating(1, 5, 4),
        rating(2, 1, 1, None),
        Rating(Node("Actor", "x", {"name": "Utan"}), Node("A", "s", {}), 3, 2, None),
    ]
    chart = chart_of(rated)
    ((_, table),) = chart.tables
    assert {row[-1] for row in table.rows} == {"a01", "a02", "x"}
    assert [mark.look for mark in chart.picture.marks].count("hollow") == 1
    assert len(chart.picture.marks) == 2
    assert any("Utan" in remark.sv for remark in chart.remarks)
    said = write_chart(chart, "html", "en", MODEL)
    assert said.count("<tr>") == 4


def box_of(mark) -> Box:
    """All that a mark takes, its name included."""
    lefts = [text.x for text in mark.texts]
    rights = [text.x + text_width(text.text, SIZE) for text in mark.texts]
    tops = [text.y - 11.5 for text in mark.texts]
    bottoms = [text.y - 11.5 + LEADING for text in mark.texts]
    return Box(
        min(mark.x - mark.radius, *lefts),
        min(mark.y - mark.radius, *tops),
        max(mark.x + mark.radius, *rights),
        max(mark.y + mark.radius, *bottoms),
    )


@pytest.mark.parametrize("count", [1, 2, 3, 7, 30])
def test_no_two_marks_of_the_grid_overlap_and_each_stands_in_its_cell(count):
    crowd = [rating(n, 4, 4, 1 + n % 5) for n in range(count)]
    others = [rating(40 + n, 1 + n // 5, 1 + n % 5, None, "Grannen intill") for n in range(25)]
    picture = chart_of([*crowd, *others]).picture
    boxes = [box_of(mark) for mark in picture.marks]
    assert len(boxes) == count + 25
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    cells = [Box(a.x, a.y, a.x + a.width, a.y + a.height) for a in picture.areas]
    for box in boxes:
        assert sum(cell.holds(box) for cell in cells) == 1
    same = chart_of([*reversed(others), *reversed(crowd)]).picture
    assert same == picture


def test_size_is_relevance_and_place_is_power_and_interest():
    high, low = chart_of([rating(1, 5, 5, 5), rating(2, 1, 1, 1)]).picture.marks
    assert high.radius**2 == pytest.approx(5 * low.radius**2, rel=0.01)
    assert (high.x > low.x, high.y < low.y) == (True, True)


def test_the_grid_of_the_chart_is_the_geometry_that_others_use():
    assert drawn_grid.lay_out is grid.lay_out
    assert grid.lay_out([], 2, 3, (10, 20)).rows[-1].end == 60


def test_names_of_a_scatter_overlap_neither_each_other_nor_marks():
    points = [Point(f"En aktör med nummer {n}", (7 * n) % 23, (11 * n) % 17) for n in range(40)]
    axes = (
        axis_for(MODEL.labels["Actor"].term, [p.x for p in points]),
        axis_for(MODEL.labels["Goal"].term, [p.y for p in points]),
    )
    picture = scatter("T", points, *axes, "sv")
    shown = [mark for mark in picture.marks if mark.shown]
    assert len(shown) > 20
    rooms = [_name_box(mark) for mark in shown]
    assert not [pair for pair in combinations(rooms, 2) if pair[0].meets(pair[1])]
    dots = [Box(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in picture.marks]
    assert not [1 for room in rooms for dot in dots if room.meets(dot)]


def _name_box(mark) -> Box:
    texts = [text for text in mark.texts if text.look == "name"]
    width = max(text_width(text.text, SIZE) for text in texts)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[texts[0].anchor]
    left = texts[0].x - share * width
    return Box(left, texts[0].y - 11.5, left + width, texts[-1].y - 11.5 + LEADING)


def test_points_at_one_place_are_one_mark_that_names_them_all():
    points = [Point("A", 1, 1), Point("B", 1, 1), Point("C", 2, 2)]
    term = MODEL.labels["Actor"].term
    picture = scatter("T", points, axis_for(term, [1, 2]), axis_for(term, [1, 2]), "sv")
    assert len(picture.marks) == 2
    assert any(mark.name.startswith("A, B:") and any(t.text == "2" for t in mark.texts) for mark in picture.marks)


def test_points_that_would_hide_each_other_are_one_mark_that_tells_their_values():
    points = [Point("A", 7, 0), Point("B", 7, 0.0003), Point("C", 8, 0)]
    term = MODEL.labels["Actor"].term
    picture = scatter("T", points, axis_for(term, [0, 50]), axis_for(term, [0, 0.3]), "sv")
    assert [mark.name.split(": ")[1] for mark in picture.marks] == ["aktör 7, aktör 0 till 0,0003", "aktör 8, aktör 0"]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 14], (0, 5, 10, 15)),
        ([0, 0.284], (0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)),
        ([-2, 3], (-2, -1, 0, 1, 2, 3)),
        ([0, 0], (0, 1)),
        ([3], (0, 1, 2, 3)),
    ],
)
def test_ticks_are_round_and_begin_at_zero_or_below_all(values, ticks):
    axis = axis_for(MODEL.labels["Actor"].term, values)
    assert axis.ticks == pytest.approx(ticks)
    assert (axis.low, axis.high) == (axis.ticks[0], axis.ticks[-1])


def test_nothing_to_draw_is_an_error_that_says_so():
    with pytest.raises(AnalysisError, match="no grid to draw"):
        chart_of([])
    empty = Graph((Node("Goal", "g", {"name": "G"}),))
    with pytest.raises(AnalysisError, match="nothing to draw"):
        crossimpact_chart(cross_impact(empty, MODEL, ["Goal"], Selection()), "sv", TOLD)
