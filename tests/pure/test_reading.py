"""A good seed becomes a graph: typed, sorted, whole."""

from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.graph import Edge, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from tests.pure.small_seed import FILES, SmallSeed


def test_nodes_come_in_the_order_of_the_model_with_typed_facts(small: SmallSeed) -> None:
    graph = small.read()
    assert graph.nodes == (
        Node("Actor", "alvby", {"name": "Älvby kommun", "kind": "municipality"}, "liten"),
        Node("Actor", "bolaget", {"name": "Bolaget Öst AB", "kind": "company", "municipality": "alvby"}, "liten"),
        Node("Actor", "regionen", {"name": "Region Å", "kind": "region"}, "liten"),
        Node("Network", "kompetens", {"name": "Kompetensforum", "valid_from": "2018", "valid_to": "2019-05"}, "liten"),
        Node("Goal", "gron", {"name": "Grön omställning"}, "liten"),
    )


def test_edges_come_by_type_and_ends_and_symmetric_ones_are_turned(small: SmallSeed) -> None:
    assert small.read().edges == (
        Edge("MEMBER_OF", "alvby", "kompetens", {"role": "member", "since": "2018"}, "liten"),
        Edge("MEMBER_OF", "bolaget", "kompetens", {}, "liten"),
        Edge("PART_OF", "bolaget", "alvby", {}, "liten"),
        Edge(
            "COLLABORATES_WITH",
            "alvby",
            "regionen",
            {"step": "samsyn", "about": "gron", "since": "2018-01"},
            "liten",
        ),
    )


def test_what_a_seed_says_of_itself(small: SmallSeed) -> None:
    small.write(
        "seed.toml",
        'name = "liten"\ntitle = " Liten "\ntitle_en = "Small"\ndescription = """Två\nrader"""\n'
        'description_en = "d"\npublisher = "p"\nlicence = "CC0-1.0"\ndate = 2026-02-28\nfictional = true\n'
        'complete = ["MEMBER_OF", "Actor", "MEMBER_OF"]\n',
    )
    assert small.read().seeds == (
        SeedInfo(
            name="liten",
            title="Liten",
            title_en="Small",
            description="Två\nrader",
            description_en="d",
            publisher="p",
            licence="CC0-1.0",
            date="2026-02-28",
            fictional=True,
            complete=("Actor", "MEMBER_OF"),
        ),
    )


@pytest.mark.parametrize("date", ["2026", "2026-02", "2026-02-28"])
def test_a_date_of_a_seed_may_be_text_at_any_precision(small: SmallSeed, date: str) -> None:
    small.write("seed.toml", f'name = "liten"\ntitle = "x"\ndate = "{date}"\n')
    assert small.read().seeds[0].date == date


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_marks_line_ends_and_delimiters_make_no_difference(
    small: SmallSeed, mark: str, end: str, delimiter: str
) -> None:
    plain = small.read()
    for name, text in FILES.items():
        if name.endswith(".csv"):
            small.write(name, mark + text.replace(",", delimiter).replace("\n", end))
    small.write("seed.toml", mark + FILES["seed.toml"].replace("\n", "\r\n"))
    assert small.read() == plain


def test_a_semicolon_file_may_hold_decimal_commas_and_swedish_thousands(small: SmallSeed) -> None:
    small.write("project.csv", "id;name;total_sek\np1;Ett;6 600 000\np2;Två;1\u00a0250,5\n")
    values = [node.facts["total_sek"] for node in small.read().nodes if node.label == "Project"]
    assert values == [6_600_000, 1250.5]


def test_a_minus_sign_of_print_is_one(small: SmallSeed) -> None:
    small.write("influences.csv", "from,to,strength\nalvby,bolaget,−3\n")
    assert [edge.facts["strength"] for edge in small.read().edges if edge.type == "INFLUENCES"] == [-3]


def test_kinds_are_parsed(small: SmallSeed) -> None:
    small.write("actor.csv", "id,name,in_region,source_year\nalvby,A,ja,2018\nbolaget,B,false,\nregionen,C,,\n")
    facts = [dict(node.facts) for node in small.read().nodes[:3]]
    assert facts == [
        {"name": "A", "in_region": True, "source_year": 2018},
        {"name": "B", "in_region": False},
        {"name": "C"},
    ]


def test_quoted_newlines_quotes_and_delimiters_are_text(small: SmallSeed) -> None:
    small.add("goal.csv", 'g2,"Två ""rader"",\r\noch en till"\ng3, "efter ett blanksteg"\n')
    names = [node.name for node in small.read().nodes if node.label == "Goal"]
    assert names == ['Två "rader",\noch en till', "efter ett blanksteg", "Grön omställning"]


def test_columns_may_come_in_any_order_and_empty_rows_and_columns_are_skipped(small: SmallSeed) -> None:
    plain = small.read()
    small.write("goal.csv", "\n\nname,id,note,,\n,,,,\nGrön omställning ,  gron,,,\n\n , ,,,\n")
    assert small.read() == plain


def test_letters_are_one_however_they_are_composed(small: SmallSeed) -> None:
    small.add("goal.csv", "a\u030abo,A\u030abo\n")
    small.write("works_on.csv", "from,to\nkompetens,åbo\n")
    graph = small.read()
    assert ("åbo", "Åbo") in [(node.id, node.name) for node in graph.nodes]
    assert graph.edges[-1].end == "åbo"


HOSTILE = (
    "'; MATCH (n) DETACH DELETE n; //",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "@SUM(A1)",
    "{{ 7 * 7 }} {% raw %} ${x} $param",
    "`back` \\u0041 \\n %s {0}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_code_is_data(small: SmallSeed, text: str) -> None:
    small.add("goal.csv", 'fara,"' + text.replace('"', '""') + '"\n')
    assert text in [node.name for node in small.read().nodes]


def test_parallel_relations_differ_in_a_key_field(small: SmallSeed) -> None:
    small.add("member_of.csv", "alvby,kompetens,member,2020\nalvby,kompetens,convenor,2018\n")
    keys = [(edge.facts.get("since"), edge.facts.get("role")) for edge in small.read().edges if edge.start == "alvby"]
    assert keys[:3] == [("2018", "convenor"), ("2018", "member"), ("2020", "member")]


def test_equal_texts_are_one_object(small: SmallSeed) -> None:
    graph = small.read()
    ids = {node.id: node.id for node in graph.nodes}
    assert all(edge.start is ids[edge.start] and edge.end is ids[edge.end] for edge in graph.edges)


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "LICENSE", "positions.json", "story_a.toml", ".DS_Store"])
def test_what_may_lie_beside(small: SmallSeed, name: str) -> None:
    small.write(name, b"\xff\x00 anything")
    assert small.problems() == []


def test_a_table_may_be_missing_or_hold_only_its_header(small: SmallSeed) -> None:
    small.remove("goal.csv")
    small.write("collaborates_with.csv", "from,to")
    graph = small.read()
    assert {node.label for node in graph.nodes} == {"Actor", "Network"}
    assert {edge.type for edge in graph.edges} == {"MEMBER_OF", "PART_OF"}


@pytest.mark.parametrize("name", ["exempel", "kronoberg"])
def test_the_packaged_seeds_are_good(name: str) -> None:
    graph = read_seed(seed_folder(name), MODEL)
    assert graph.seeds[0].name == name
    assert {node.seed for node in graph.nodes} == {edge.seed for edge in graph.edges} == {name}


def test_a_path_may_be_relative(small: SmallSeed, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = small.read()
    monkeypatch.chdir(small.folder)
    assert read_seed(Path(), MODEL) == plain
