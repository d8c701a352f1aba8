"""Seeds as workbooks: read back to the same graph, also through LibreOffice, and an empty one that can be filled in."""

import pytest
from openpyxl import load_workbook

from benchmarks.region import region
from gronagraf.data import seed_folder
from gronagraf.errors import GronagrafError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.reading.books.choices import choice_values
from gronagraf.reading.books.headings import column_words, plain, sheet_words
from gronagraf.views.workbook.seeds import write_blank, write_workbook
from gronagraf.views.workbook.wording import choice_words, headings, sheet_title

LANGUAGES = ("sv", pytest.param("en", marks=pytest.mark.slow))
INFO = SeedInfo("x", "X", title_en="The X", description="=1+1\nrad två", date="2026-01", licence="CC0-1.0")
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+46",
    "-1",
    "@a",
    "_x0041_",
    "å\nä",
    "'=1",
    "&<>\"'",
    "007",
    "1e5",
    "#N/A x",
)


def graph_with(number, whole):
    return Graph(
        (
            Node("Actor", "a", {"name": "Å", "kind": "unspecified", "in_region": False, "valid_from": "2018-01"}, "x"),
            *(Node("Actor", f"h{at}", {"name": text, "in_region": True}, "x") for at, text in enumerate(HOSTILE)),
            Node("Indicator", "i", {"name": "I"}, "x"),
            Node("Project", "p", {"name": "P", "total_sek": number, "decided": "2018-01-17"}, "x"),
        ),
        (
            Edge("HAS_VALUE", "a", "i", {"value": -1.5, "date": "1850"}, "x"),
            Edge("HAS_VALUE", "a", "i", {"value": whole, "date": "2018-01-17"}, "x"),
        ),
        (INFO,),
    )


GRAPH = graph_with(0.1 + 0.2, 2**53 - 1)


def same(graph, other):
    """Whether two graphs hold the same, whatever their order."""
    nodes = [{node.id: node for node in each.nodes} for each in (graph, other)]
    edges = [
        sorted(repr((edge.type, edge.start, edge.end, edge.seed, sorted(edge.facts.items()))) for edge in each.edges)
        for each in (graph, other)
    ]
    return nodes[0] == nodes[1] and edges[0] == edges[1] and graph.seeds == other.seeds


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_a_seed_comes_back_the_same(name, language, tmp_path):
    graph = read_seed(seed_folder(name), MODEL)
    write_workbook(graph, tmp_path / "x.xlsx", MODEL, language)
    assert read_seed(tmp_path / "x.xlsx", MODEL) == graph


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_and_every_hostile_text_comes_back_the_same(language, tmp_path):
    for graph in (GRAPH, region(300)):
        write_workbook(graph, tmp_path / "x.xlsx", MODEL, language)
        assert same(read_seed(tmp_path / "x.xlsx", MODEL), graph)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_a_workbook_that_libreoffice_saved_comes_back_the_same(ending, tmp_path, convert):
    digits = graph_with(0.123456789012345, 123456789012345)  # LibreOffice keeps fifteen
    for graph in (digits, read_seed(seed_folder("exempel"), MODEL)):
        write_workbook(graph, tmp_path / "x.xlsx", MODEL, "sv")
        assert same(read_seed(convert(tmp_path / "x.xlsx", ending), MODEL), graph)


def test_nothing_is_a_formula_or_a_link_and_numbers_are_numbers(tmp_path):
    write_workbook(GRAPH, tmp_path / "x.xlsx", MODEL, "sv")
    book = load_workbook(tmp_path / "x.xlsx")
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "b"}
    assert not any(cell.hyperlink for page in book.worksheets[1:] for row in page.iter_rows() for cell in row)
    values = {row[2].value for row in book["har värdet"].iter_rows(min_row=2)}
    assert values == {-1.5, 2**53 - 1}
    assert {row[3].value for row in book["har värdet"].iter_rows(min_row=2)} == {"1850", "2018-01-17"}
    assert [row[0].value for row in book["Aktör"].iter_rows(min_row=2, max_row=3)] == ["a", "h0"]


def test_the_same_graph_gives_the_same_bytes_whatever_its_order(tmp_path):
    write_workbook(GRAPH, tmp_path / "a.xlsx", MODEL, "sv")
    turned = Graph(GRAPH.nodes[::-1], GRAPH.edges[::-1], GRAPH.seeds)
    write_workbook(turned, tmp_path / "b.xlsx", MODEL, "sv")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_text_that_no_cell_holds_names_its_node_and_field_and_leaves_the_old_file(tmp_path):
    (tmp_path / "x.xlsx").write_text("old")
    graph = Graph((Node("Actor", "a", {"name": "A", "note": "x" * 32_768}, "x"),), (), (INFO,))
    with pytest.raises(GronagrafError, match=r"Actor a: note: has 32,768 characters"):
        write_workbook(graph, tmp_path / "x.xlsx", MODEL, "sv")
    assert (tmp_path / "x.xlsx").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["x.xlsx"]


def test_one_workbook_holds_one_seed_of_the_model(tmp_path):
    with pytest.raises(GronagrafError, match="holds 0 seeds"):
        write_workbook(Graph(), tmp_path / "x.xlsx", MODEL, "sv")
    with pytest.raises(GronagrafError, match="Nonsense: is not a type"):
        write_workbook(Graph((Node("Nonsense", "a", {}, "x"),), (), (INFO,)), tmp_path / "x.xlsx", MODEL, "sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_for_a_sheet_a_column_and_a_choice_is_read_back(language):
    for kind in MODEL.all:
        assert sheet_words(MODEL)[plain(sheet_title(kind, language, MODEL))] == (kind.file,)
        words = column_words(kind)
        for name, heading in headings(kind, language).items():
            assert words.get(plain(heading), (plain(heading),)) == (name,)
        for field in kind.columns.values():
            for value, word in choice_words(field.kind, language).items():
                assert choice_values(field.kind)[word.casefold()] == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workbook_asks_for_everything_and_helps(language, tmp_path):
    write_blank(tmp_path / "x.xlsx", SeedInfo("ny", "Ny"), MODEL, language)
    graph = read_seed(tmp_path / "x.xlsx", MODEL)
    assert graph == Graph((), (), (SeedInfo("ny", "Ny"),))
    book = load_workbook(tmp_path / "x.xlsx")
    assert len([page for page in book.worksheets if page.sheet_state == "visible"]) == len(MODEL.all) + 2
    page = book[sheet_title(MODEL.labels["Actor"], language, MODEL)]
    texts = headings(MODEL.labels["Actor"], language)
    assert [cell.value for cell in page[1]][:3] == [f"{texts['id']} *", f"{texts['name']} *", texts["kind"]]
    assert page.freeze_panes == "C2"
    assert all(cell.comment and cell.comment.text for cell in page[1])
    rules = {str(rule.sqref).split(":")[0]: rule for rule in page.data_validations.dataValidation}
    assert rules["C2"].type == "list"
    assert rules["F2"].formula1
    ends = {
        str(r.sqref).split(":")[0]: r
        for r in book[sheet_title(MODEL.types["MEMBER_OF"], language, MODEL)].data_validations.dataValidation
    }
    assert (ends["A2"].formula1, ends["B2"].formula1) == ("ids_Actor", "ids_Network")


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["ods", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workbook_filled_in_and_saved_by_libreoffice_is_a_seed(language, ending, tmp_path, convert):
    write_blank(tmp_path / "x.xlsx", SeedInfo("ny", "Ny"), MODEL, language)
    book = load_workbook(tmp_path / "x.xlsx")
    actors = book[sheet_title(MODEL.labels["Actor"], language, MODEL)]
    words = choice_words(MODEL.labels["Actor"].columns["kind"].kind, language)
    for row, values in enumerate((("a", "Älvby", words["municipality"]), ("b", "B", words["unspecified"])), 2):
        for column, value in enumerate(values, 1):
            actors.cell(row, column).value = value
    ties = book[sheet_title(MODEL.types["COLLABORATES_WITH"], language, MODEL)]
    names = [cell.value.strip(" *") for cell in ties[1]]
    since = headings(MODEL.types["COLLABORATES_WITH"], language)["since"]
    for column, value in ((1, "a"), (2, "b"), (names.index(since) + 1, "2018-01")):
        ties.cell(2, column).value = value
    book.save(tmp_path / "y.xlsx")
    graph = read_seed(convert(tmp_path / "y.xlsx", ending), MODEL)
    assert [dict(node.facts) for node in graph.nodes] == [
        {"name": "Älvby", "kind": "municipality"},
        {"name": "B", "kind": "unspecified"},
    ]
    assert graph.edges == (Edge("COLLABORATES_WITH", "a", "b", {"since": "2018-01"}, "ny"),)
