"""Forms filled in: an analysis by one assessor and projects from challenge to goal, each read as a seed of its own."""

import pytest
from openpyxl import load_workbook

from gronagraf.data import seed_folder
from gronagraf.errors import SeedError
from gronagraf.graph import Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.forms.asked import FIELDS, PARTS, ROLES, SMART
from gronagraf.reading.forms.making import made_id
from gronagraf.thread.judging import judge
from gronagraf.views.workbook.asking import Analysis, write_analysis_form
from gronagraf.views.workbook.projects import write_project_form

KRONOBERG = read_seed(seed_folder("kronoberg"), MODEL)
ISSUE = KRONOBERG.by_id()["mal_klimat"]
ACTORS = tuple(node for node in KRONOBERG.nodes if node.label == "Actor")[:6]
HEADING_ROW = 8


def made(path, assessor="näringschef", date="2026-11-20", language="sv", phase="before"):
    return write_analysis_form(path, Analysis(ISSUE, ACTORS, date, assessor, phase), MODEL, language)


def assess(path, rows, out=None, head=None):
    """Fill in rows by number of the actor: power, relevance, interest, stake, expectations, motive, action."""
    book = load_workbook(path)
    page = book.worksheets[0]
    assert page.cell(HEADING_ROW, 1).value == "Id"
    for number, values in rows.items():
        for column, value in enumerate(values, 3):
            page.cell(HEADING_ROW + 1 + number, column).value = value
    for row, value in (head or {}).items():
        page.cell(row, 2).value = value
    book.save(out or path)
    return out or path


def problems(path):
    with pytest.raises(SeedError) as caught:
        read_seed(path, MODEL)
    return [str(problem).partition(".xlsx: ")[2] for problem in caught.value.problems]


@pytest.mark.parametrize(("language", "stake"), [("sv", "målgrupp"), ("en", "target group")])
def test_an_assessment_is_one_dated_analysis_and_touches_no_actor(language, stake, tmp_path):
    path = assess(made(tmp_path / "a.xlsx", language=language), {1: (5, None, 2, stake, None, "Vill", "Bjud in")})
    graph = read_seed(path, MODEL)
    name = made_id("analys", "mal_klimat", "2026-11-20", "näringschef")
    (seed,) = graph.seeds
    assert (seed.name, seed.extends, seed.fictional) == (name, ("kronoberg",), False)
    facts = {
        "name": "Minskad klimatpåverkan: näringschef, 2026-11-20",
        "date": "2026-11-20",
        "assessor": "näringschef",
        "phase": "before",
    }
    assert graph.nodes == (Node("StakeholderAnalysis", name, facts, name),)
    concerns, assessed = sorted(graph.edges, key=lambda edge: edge.type)[::-1]
    assert (concerns.start, concerns.end) == (name, "mal_klimat")
    by_name = sorted(ACTORS, key=lambda node: node.name)
    assert assessed.end == name
    assert assessed.start in {node.id for node in by_name}
    assert assessed.facts == {"power": 5, "interest": 2, "stake": "target_group", "motive": "Vill", "action": "Bjud in"}


def test_a_form_that_is_left_empty_is_no_analysis_yet(tmp_path):
    (told,) = problems(made(tmp_path / "a.xlsx"))
    assert told.startswith("sheet Bedömning: assesses nobody yet")


def edit(path, change, page=0):
    book = load_workbook(path)
    change(book, book.worksheets[page])
    book.save(path)
    return path


def put(**cells):
    """A change that writes these cells."""
    return lambda _, page: [page[name].__setattr__("value", value) for name, value in cells.items()]


def copied(book, page):
    book.copy_worksheet(page).title = "Bedömning (2)"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (copied, 'sheet Bedömning (2): is a second assessment, beside "Bedömning"'),
        (
            put(J8="Kommentar", J9="x", J10="y"),
            'sheet Bedömning, cell J8: "Kommentar" is not a column of the form, and 2 of its cells are filled in',
        ),
        (put(K11="x"), "sheet Bedömning, cell K11: stands in a column that has no heading"),
        (put(J8="Makt"), 'sheet Bedömning, cell J8: "Makt" means power, as does cell C8'),
        (put(D4="ungefär"), 'sheet Bedömning, cell D4: "ungefär" stands where the form asks nothing'),
        (put(B3="Annat (mal_annat)"), 'sheet Bedömning, cell B3: "Annat (mal_annat)" is not the issue'),
        (put(B9="Någon annan"), 'sheet Bedömning, cell B9: "Någon annan" is not '),
        (lambda _, page: page.merge_cells("C9:C10"), "sheet Bedömning, cell C9: is merged with the cells to C10"),
    ],
)
def test_nothing_on_an_assessment_is_passed_over_in_silence(change, expected, tmp_path):
    path = edit(assess(made(tmp_path / "a.xlsx"), {0: (4,)}), change)
    (told,) = problems(path)
    assert told.startswith(expected)


def test_a_column_that_the_model_has_a_field_for_is_kept(tmp_path):
    path = edit(assess(made(tmp_path / "a.xlsx"), {0: (4,)}), put(J8="Anmärkning", J9="Ring först"))
    (edge,) = (edge for edge in read_seed(path, MODEL).edges if edge.type == "ASSESSED_IN")
    assert edge.facts == {"power": 4, "note": "Ring först"}


def test_columns_and_cells_are_told_of_together(tmp_path):
    path = edit(assess(made(tmp_path / "a.xlsx"), {0: (9,)}), put(J8="Kommentar", J9="x"))
    assert len(problems(path)) == 2


def test_ids_that_were_sorted_away_from_their_names_are_refused(tmp_path):
    def swap(_, page):
        page["A9"].value, page["A10"].value = page["A10"].value, page["A9"].value

    told = problems(edit(assess(made(tmp_path / "a.xlsx"), {0: (4,), 1: (2,)}), swap))
    assert [each.partition(":")[0] for each in told] == ["sheet Bedömning, cell B9", "sheet Bedömning, cell B10"]
    assert "this row may be of another actor" in told[0]


def told_of(path):
    told = []
    read_seed(path, MODEL, tell=told.append)
    return [remark["en"].partition(".xlsx: ")[2] for remark in told]


def test_what_is_hidden_or_no_part_of_a_form_is_told(tmp_path):
    def change(book, page):
        page.row_dimensions[9].hidden = True
        book.create_sheet("Mina anteckningar")["A1"].value = "Ring"
        hidden = book.create_sheet("Utkast")
        hidden["A1"].value = "x"
        hidden.sheet_state = "hidden"
        book.create_sheet("Blad9")

    path = edit(assess(made(tmp_path / "a.xlsx"), {0: (4,)}), change)
    assert told_of(path) == [
        "sheet Bedömning: hidden rows are read like the others: 9",
        "sheet Mina anteckningar: the sheet is no part of the form and is not read",
        "sheet Utkast: the hidden sheet is not read",
    ]


def test_assessors_days_and_issues_are_told_apart_also_where_an_id_cannot_say_so():
    assessors, days = ("Ä", "A", "a b", "a/b", "Å"), ("2026-11-20", "2026-11")
    ids = {made_id("analys", "x", day, who) for day in days for who in assessors}
    assert len(ids) == 10
    assert made_id("analys", "x", "2026", "Ä") == made_id("analys", "x", "2026", "ä")
    assert made_id("p", "Kort Namn") == "p_kort_namn"
    assert len(made_id("x" * 500)) < 200


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ({4: None}, {}, "sheet Bedömning: Datum / Date is empty"),
        ({4: "i går"}, {0: (1,)}, 'sheet Bedömning, cell B4: "i går" is not a date'),
        ({6: None}, {}, "sheet Bedömning: Bedömare / Assessor is empty"),
        ({5: "sen"}, {1: (1,)}, 'sheet Bedömning, cell B5: "sen" is not one of the choices'),
        ({}, {0: (6,)}, 'sheet Bedömning, cell C9: "6" is outside 1 to 5'),
        ({}, {0: (2.5,)}, 'sheet Bedömning, cell C9: "2.5" is not a whole number'),
        ({}, {7: (2,)}, "sheet Bedömning, cell A16: is empty"),
    ],
)
def test_what_is_wrong_on_a_form_is_told_by_its_cell(head, rows, expected, tmp_path):
    path = assess(made(tmp_path / "a.xlsx"), rows, head=head)
    assert problems(path)[0].startswith(expected)


def test_a_form_of_a_seed_that_is_nowhere_says_so(tmp_path):
    issue = Node("Goal", "g", {"name": "G"}, "okänt")
    write_analysis_form(tmp_path / "a.xlsx", Analysis(issue, ACTORS, "2026", "x"), MODEL, "sv")
    assess(tmp_path / "a.xlsx", {0: (1,)})
    assert any('no seed is called "okänt"' in problem for problem in problems(tmp_path / "a.xlsx"))


@pytest.mark.slow
def test_an_assessment_that_libreoffice_saved_is_read_the_same(tmp_path, convert):
    path = assess(made(tmp_path / "a.xlsx"), {1: (5, 1, 2, "målgrupp"), 3: (1, 2, 3, None, "a\nb")})
    assert read_seed(convert(path, "ods"), MODEL) == read_seed(path, MODEL)


def project_form(path, language="sv", sheets=1):
    return write_project_form(path, KRONOBERG, MODEL, language, sheets)


def fill(path, answers, language="sv", page=0):
    """Write answers beside the words of the form, in order; a tuple is answer, kind or role, and numbers onward."""
    terms = {**FIELDS, **SMART, **PARTS}
    book = load_workbook(path)
    sheet = book.worksheets[page]
    for name, values in answers.items():
        word = terms[name][language]
        rows = [row for row in range(3, 80) if str(sheet.cell(row, 1).value or "").strip(" *") == word]
        for row, value in zip(rows, values, strict=False):
            for column, text in enumerate(value if isinstance(value, tuple) else (value,), 3):
                sheet.cell(row, column).value = text
    book.save(path)
    return path


WHOLE = {
    "name": ["Cykla till jobbet"],
    "source": ["Ansökan"],
    "challenge": ["Korta bilresor"],
    "resource": [("Ledare", "människor", "1"), "Cyklar"],
    "activity": ["Kampanj", "Utlåning"],
    "short": ["Fler provar"],
    "medium": ["Fler pendlar"],
    "long": ["Lägre utsläpp"],
    "goal": ["Minskad klimatpåverkan [mal_klimat]"],
    "specific": ["Tusen nya"],
    "stakeholder": [("Växjö kommun", "leder"), ("Cykelklubben", "part")],
}


def test_a_project_form_is_a_chain_in_the_graph(tmp_path):
    path = fill(project_form(tmp_path / "p.xlsx"), WHOLE)
    told = []
    graph = read_seed(path, MODEL, tell=told.append)
    names = {node.id: node.name for node in (*graph.nodes, *KRONOBERG.nodes)}
    ties = {(edge.type, names[edge.start], names[edge.end], edge.facts.get("basis", "")) for edge in graph.edges}
    project, goal = "Cykla till jobbet", "Minskad klimatpåverkan"
    assert ties == {
        ("ADDRESSES", project, "Korta bilresor", ""),
        ("USES", project, "Ledare", ""),
        ("USES", project, "Cyklar", ""),
        ("RUNS", project, "Kampanj", ""),
        ("RUNS", project, "Utlåning", ""),
        ("LEADS_TO", "Ledare", "Kampanj", "stated"),
        ("LEADS_TO", "Cyklar", "Kampanj", "inferred"),
        ("LEADS_TO", "Cyklar", "Utlåning", "inferred"),
        ("LEADS_TO", "Kampanj", "Fler provar", "stated"),
        ("LEADS_TO", "Utlåning", "Fler provar", "stated"),
        ("LEADS_TO", "Fler provar", "Fler pendlar", "stated"),
        ("LEADS_TO", "Fler pendlar", "Lägre utsläpp", "stated"),
        ("LEADS_TO", "Lägre utsläpp", goal, "stated"),
        ("CONTRIBUTES_TO", project, goal, ""),
        ("LEADS", "Växjö kommun", project, ""),
        ("PARTNERS_IN", "Cykelklubben", project, ""),
    }
    (made_project,) = (node for node in graph.nodes if node.label == "Project")
    assert made_project.facts == {"name": project, "specific": "Tusen nya", "source": "Ansökan"}
    assert {node.name: node.facts.get("kind") for node in graph.nodes if node.label == "Resource"} == {
        "Ledare": "people",
        "Cyklar": None,
    }
    assert "mal_klimat" not in graph.by_id()
    assert [remark["en"].partition(": the")[2] for remark in told] == [
        " form leaves open: Measurable, Accepted, Realistic, Time-bound"
    ]


def gaps(graph):
    """The broken links of the form's project in the whole graph, in short."""
    whole = Graph((*KRONOBERG.nodes, *graph.nodes), (*KRONOBERG.edges, *graph.edges), (*KRONOBERG.seeds, *graph.seeds))
    (project,) = (node.id for node in graph.nodes if node.label == "Project")
    return {(gap.check, gap.node.name) for gap in judge(whole, project=project).broken}


def test_what_the_form_leaves_open_comes_back_as_the_gaps_of_the_thread(tmp_path):
    path = fill(project_form(tmp_path / "p.xlsx"), WHOLE)
    assert gaps(read_seed(path, MODEL)) == set()
    parts = {name: answers for name, answers in WHOLE.items() if name not in ("challenge", "medium", "goal")}
    graph = read_seed(fill(project_form(tmp_path / "q.xlsx"), parts), MODEL)
    assert gaps(graph) == {
        ("challenge", "Cykla till jobbet"),
        ("goal", "Cykla till jobbet"),
        ("onward", "Fler provar"),  # what stands beyond the empty part hangs on nothing, until this is mended
    }
    empty = read_seed(fill(project_form(tmp_path / "r.xlsx"), {"name": ["Tomt"]}), MODEL)
    assert gaps(empty) == {("challenge", "Tomt"), ("goal", "Tomt"), ("means", "Tomt")}


def test_a_form_may_hold_several_projects_that_share_what_they_have_in_common(tmp_path):
    path = fill(project_form(tmp_path / "p.xlsx", "en", 2), {"name": ["One"], "challenge": ["Same"]}, "en")
    fill(path, {"name": ["Two"], "challenge": ["Same"], "resource": ["Own"]}, "en", page=1)
    graph = read_seed(path, MODEL)
    assert sorted(node.name for node in graph.nodes) == ["One", "Own", "Same", "Two"]
    assert [edge.type for edge in graph.edges] == ["ADDRESSES", "ADDRESSES", "USES"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "holds no project yet"),
        ({"challenge": ["X"]}, "sheet Projekt 1: Projektets namn / Name of the project is empty"),
        (
            {"name": ["X"], "resource": [("R", None, "3")], "activity": ["A"]},
            'sheet Projekt 1, cell E16: "3" is no number',
        ),
        (
            {"name": ["X"], "stakeholder": [("S", "hejar")]},
            'sheet Projekt 1, cell D44: "hejar" is no role',
        ),
        ({"name": ["X"], "total_sek": [-5]}, 'sheet Projekt 1, cell C9: "-5" is below 0'),
        ({"name": ["X"], "valid_from": ["i höst"]}, 'sheet Projekt 1, cell C7: "i höst" is not a date'),
    ],
)
def test_what_is_wrong_on_a_project_form_is_told_by_its_cell(answers, expected, tmp_path):
    path = fill(project_form(tmp_path / "p.xlsx"), answers)
    with pytest.raises(SeedError) as caught:
        read_seed(path, MODEL)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"G4": "obs"}, 'cell G4: "obs" stands where the form asks nothing'),
        ({"E13": "1"}, 'cell E13: "1" stands where the form asks nothing'),
        ({"D16": "pengar"}, 'cell D16: "pengar" stands beside an answer that is empty'),
        ({"A60": "Anteckning", "C60": "x"}, 'cell C60: "x" stands where the form asks nothing'),
        ({"A60": "Projektets namn", "C60": "X igen"}, 'cell C60: answers "Projektets namn" again, after cell C4'),
    ],
)
def test_nothing_on_a_project_form_is_passed_over_in_silence(cells, expected, tmp_path):
    path = edit(fill(project_form(tmp_path / "p.xlsx"), {"name": ["X"]}), put(**cells))
    (told,) = problems(path)
    assert expected in told


def test_a_sheet_that_is_no_form_is_told_beside_projects(tmp_path):
    path = fill(project_form(tmp_path / "p.xlsx", sheets=2), {"name": ["X"]})
    edit(path, lambda book, _: book.create_sheet("Tankar").__setitem__("A1", "x"))
    assert "sheet Tankar: the sheet is no part of the form and is not read" in told_of(path)
    assert sum("is not read" in each for each in told_of(path)) == 1


def test_every_role_of_the_form_is_one_of_the_model():
    roles = MODEL.types["PARTNERS_IN"].columns["role"].kind.choices
    assert {each.value: each.term for each in roles} == {name: term for name, term in ROLES.items() if name != "leads"}


def test_a_form_of_an_unknown_kind_is_refused(tmp_path):
    path = made(tmp_path / "a.xlsx")
    book = load_workbook(path)
    book["_form"].cell(1, 2).value = "poem"
    book.save(path)
    assert "form of an unknown kind" in problems(path)[0]
