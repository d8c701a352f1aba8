"""Every form of a result: faithful for programs, readable and harmless for people."""

import csv
import io
import json
import re

import pytest

from gronagraf.graph import Column, Edge, Node, Path, Result, SeedInfo
from gronagraf.model import MODEL
from gronagraf.schema import Term
from gronagraf.views.tables import FORMS, fit, render
from gronagraf.views.words import alphabetical, number, width_of

OWNER = Node("Actor", "lst", {"name": "Länsstyrelsen", "sector": "public"}, "s")
NETWORK = Node("Network", "n_1", {"name": "Klimatnätverket"}, "s")
MEMBER = Edge("MEMBER_OF", "lst", "n_1", {"role": "member"}, "s")
COLUMNS = (Column("actor", Term("Aktör", "Actor")), Column("networks", Term("Nätverk", "Networks")))


def result(*rows, columns=COLUMNS, **rest):
    return Result(columns, rows, **rest)


def one(cell, form="csv", language="sv", name="x"):
    return render(Result((Column(name, Term("Rubrik", "Heading")),), ((cell,),)), form, language, MODEL)


def test_table_aligns_words_left_and_numbers_right():
    text = render(result(("Växjö", 12), ("Å", 6600000)), "table", "sv", MODEL)
    assert text.splitlines() == ["Aktör    Nätverk", "Växjö         12", "Å      6\u202f600\u202f000"]


def test_table_in_a_pipe_has_no_rule_no_colour_and_is_never_cut():
    text = render(result(("lång " * 60, 1)), "table", "sv", MODEL)
    assert "─" not in text
    assert "\x1b" not in text
    assert "lång " * 60 in text


def test_table_on_a_terminal_fits_its_width_and_keeps_numbers_whole():
    text = render(result(("x" * 300, 123456)), "table", "en", MODEL, width=40)
    assert max(width_of(line) for line in text.splitlines()) == 40
    assert "123,456" in text
    assert "x…" in text


def test_long_headings_stand_on_several_lines_on_a_terminal():
    column = Column("n", Term("Par som bara aktören knyter ihop", ""))
    text = render(result(("a" * 50, 7), columns=(COLUMNS[0], column)), "table", "sv", MODEL, width=40)
    *headings, rule, row = text.splitlines()
    assert " ".join(line.replace("Aktör", "", 1).strip() for line in headings[:-1]) == "Par som bara aktören knyter"
    assert headings[-1].split() == ["Aktör", "ihop"]
    assert rule.split() == ["─" * 31, "─" * 7]
    assert row.endswith("7")


def test_sentences_go_on_in_the_next_line_of_a_terminal_and_lose_no_word():
    words = "one in between is enough for most of them"
    text = render(result((words, 7), ("short", 12)), "table", "en", MODEL, width=30, prose=True)
    _, _, *rows = text.splitlines()
    assert max(map(width_of, rows)) <= 30
    assert [word for row in rows[:-1] for word in row.split() if word != "7"] == words.split()


def test_columns_that_a_terminal_has_no_room_for_are_named():
    columns = tuple(Column(name, Term(name.upper(), "")) for name in "abc")
    text = render(result(("x" * 30, "y" * 30, "z" * 30), columns=columns), "table", "sv", MODEL, width=40)
    lines = text.splitlines()
    assert lines[0].split() == ["A", "B"]
    assert lines[2].split() == ["x" * 18 + "…", "y" * 18 + "…"]
    assert lines[3].startswith("Ryms inte i fönstret: C.")


def test_wide_letters_and_combining_marks_keep_columns_straight():
    lines = render(result(("日本", 1), ("e\u0301tude", 2)), "table", "en", MODEL).splitlines()
    assert {width_of(line) for line in lines} == {width_of(lines[0])}


def test_headings_follow_the_language():
    assert render(result(("a", 1)), "table", "en", MODEL).startswith("Actor  Networks")
    assert render(result(("a", 1)), "csv", "sv", MODEL).startswith("actor,networks\n")


def test_data_cannot_steer_the_terminal():
    text = one("röd\x1b[31m\x07 text\nrad två\u202e", "table")
    assert text.splitlines()[1] == "röd\ufffd[31m\ufffd text rad två\ufffd"


def test_csv_is_faithful_and_rfc_4180():
    cells = ["=1+1", "@SUM(A1)", 'a "b", c', "två\nrader", "-5", " x "]
    text = render(result(*((cell, 1) for cell in cells)), "csv_raw", "sv", MODEL)
    assert "\r" not in text
    assert [row[0] for row in csv.reader(io.StringIO(text, newline=""))] == ["actor", *cells]


@pytest.mark.parametrize(
    "begins", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "＝", "＠", "\ufeff=", "\u200b @", "\u2060+"]
)
def test_csv_marks_text_that_a_spreadsheet_would_run_and_lets_numbers_be(begins):
    text = render(result((f"{begins}1+1", -1.5), ("a=1", -2)), "csv", "sv", MODEL)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["actor", "networks"], [f"'{begins}1+1", "-1.5"], ["a=1", "-2"]]


def test_a_column_of_csv_cannot_be_run_either():
    text = one("a", "csv", name="=1+1")
    assert text == "'=1+1\na\n"


def test_csv_for_a_swedish_excel_has_its_signs_and_its_guard():
    text = render(result(("=1", -1.5), ("å; ä", 6600000)), "csv_excel", "sv", MODEL)
    assert text == '\ufeffactor;networks\r\n\'=1;-1,5\r\n"å; ä";6600000\r\n'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, '""'),
        (True, "true"),
        (2.5, "2.5"),
        (6600000, "6600000"),
        (OWNER, "lst"),
        (MEMBER, "lst-[MEMBER_OF]->n_1"),
        (Path((NETWORK, OWNER), (MEMBER,)), "n_1<-[MEMBER_OF]-lst"),
        ([OWNER, "b", 3], "lst; b; 3"),
    ],
)
def test_csv_writes_each_kind_of_cell_as_data(cell, expected):
    assert one(cell) == f"x\n{expected}\n"


@pytest.mark.parametrize(
    ("cell", "swedish", "english"),
    [
        (None, "", ""),
        (True, "ja", "yes"),
        (2018, "2018", "2018"),
        (2.5, "2,5", "2.5"),
        (OWNER, "Länsstyrelsen", "Länsstyrelsen"),
        (MEMBER, "lst är medlem i n_1", "lst is a member of n_1"),
        (Path((OWNER, NETWORK), (MEMBER,)), None, "Länsstyrelsen –is a member of→ Klimatnätverket"),
        ([OWNER, NETWORK], "Länsstyrelsen, Klimatnätverket", "Länsstyrelsen, Klimatnätverket"),
        ({"n": 2}, "n: 2", "n: 2"),
    ],
)
def test_people_read_words(cell, swedish, english):
    term = MODEL.types["MEMBER_OF"].term
    for language, expected in (("sv", swedish), ("en", english)):
        if expected is not None:
            shown = one(cell, "table", language).removesuffix("\n").split("\n")[1].lstrip()
            assert shown == expected.replace("är medlem i", term.sv).replace("is a member of", term.en)


def test_choices_become_terms_in_a_column_of_their_name_and_types_in_a_column_of_types():
    assert "offentlig sektor" in one("public", "table", "sv", "sector")
    assert "public sector" in one("public", "table", "en", "sector")
    assert one("public", "csv", "sv", "sector") == "sector\npublic\n"
    assert "Aktör" in one("Actor", "table", "sv", "label")
    mixed = render(result(("Actor", 1), ("Länsstyrelsen", 2)), "table", "sv", MODEL)
    assert "Actor " in mixed


def test_a_choice_that_two_types_word_differently_is_left_alone():
    assert one("other", "table", "sv", "nothing_such").splitlines()[1] == "other"


def test_json_holds_typed_values_nodes_as_objects_and_what_to_know():
    seeds = (SeedInfo("ex", "Exempel", fictional=True),)
    text = render(result((OWNER, 2.5), ([MEMBER], float("nan")), cut=True, seeds=seeds), "json", "sv", MODEL)
    whole = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert whole["columns"] == ["actor", "networks"]
    assert whole["rows"][0]["actor"] == {
        "label": "Actor",
        "id": "lst",
        "seed": "s",
        "name": "Länsstyrelsen",
        "sector": "public",
    }
    assert whole["rows"][1]["networks"] is None
    assert whole["rows"][1]["actor"][0]["from"] == "lst"
    assert (whole["cut"], whole["seeds"][0]["fictional"]) == (True, True)
    assert "Länsstyrelsen" in text


def test_jsonl_is_one_object_a_line_even_when_text_breaks_lines():
    lines = render(result(("a\nb", 1), ("c\u2028d", 2)), "jsonl", "sv", MODEL).split("\n")
    assert [json.loads(line)["actor"] for line in lines[:-1]] == ["a\nb", "c\u2028d"]
    assert lines[-1] == ""


def test_markdown_escapes_what_would_be_markup():
    text = one("a|b <script> *x* [y](z) `w`\nnext", "md")
    assert text.splitlines()[2] == r"| a\|b \<script\> \*x\* \[y\](z) \`w\` next |"
    assert text.splitlines()[1] == "| --- |"


def test_html_escapes_data_marks_fiction_and_allows_nothing_but_its_own_style():
    evil = '<script>alert(1)</script>"{{ 7*7 }}'
    page = render(
        result((evil, 6600000), seeds=(SeedInfo("ex", "Exempel", fictional=True),)), "html", "sv", MODEL, title=evil
    )
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "unsafe-inline" not in page
    assert "style=" not in page
    assert "Påhittad" in page
    assert '<html lang="sv">' in page
    assert "6\u202f600\u202f000" in page


def test_html_style_matches_the_hash_in_its_policy():
    import base64
    import hashlib

    page = one("x", "html")
    style = page.split("<style>")[1].split("</style>")[0]
    allowed = re.search(r"style-src 'sha256-([^']+)'", page)
    assert allowed
    assert base64.b64decode(allowed[1]) == hashlib.sha256(style.encode()).digest()


def test_html_links_web_addresses_and_nothing_else():
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in one("https://example.org/a?b=1&c=2", "html")
    assert "<a " not in one("javascript:alert(1)", "html")
    assert "<a " not in one('https://x.org/" onclick="a', "html")


@pytest.mark.parametrize(("text", "kept"), [("2024-03-15", True), ("2024-03", True), ("2024-03-15 i Lyrköping", False)])
def test_html_keeps_a_date_on_one_line(text, kept):
    page = one(text, "html")
    assert (f'<td class="date">{text}</td>' in page) == kept
    assert re.search(r"td\.date \{\s+white-space: nowrap;", page)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
def test_no_rows_is_an_answer_in_every_form(form):
    text = render(result(), form, "sv", MODEL)
    assert text == "" or text.endswith("\n")
    if form in ("table", "md", "html"):
        assert "Inga rader." in text


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_people_are_told_of_fiction_cuts_unfinished_loads_and_several_seeds(form):
    seeds = (SeedInfo("ex", "Exempel", "Example", fictional=True), SeedInfo("kronoberg", "Kronoberg"))
    text = render(result(("a", 1), cut=True, seeds=seeds, unfinished=("kronoberg",)), form, "en", MODEL)
    for said in ("Example (ex) is a made-up example", "cut at 1", "load of kronoberg", "several seeds"):
        assert said in text


def test_programs_get_rows_and_nothing_else_in_csv():
    seeds = (SeedInfo("ex", "Exempel", fictional=True),)
    assert render(result(("a", 1), cut=True, seeds=seeds), "csv", "sv", MODEL) == "actor,networks\na,1\n"


def test_swedish_letters_sort_last_and_accents_do_not_matter():
    words = ["Öland", "Ale", "ärende", "Zon", "åtgärd", "idé", "idea", "Ystad", "über"]
    assert sorted(words, key=alphabetical) == [
        "Ale",
        "idé",
        "idea",
        "über",
        "Ystad",
        "Zon",
        "åtgärd",
        "ärende",
        "Öland",
    ]


@pytest.mark.parametrize(
    ("value", "swedish"),
    [
        (0, "0"),
        (9999, "9999"),
        (10000, "10\u202f000"),
        (-1.5, "\u22121,5"),
        (1 / 3, "0,333"),
        (0.0001, "0,0001"),
        (2.0, "2"),
    ],
)
def test_numbers_are_written_as_in_swedish(value, swedish):
    assert number(value, "sv") == swedish


def test_column_widths_give_way_only_as_much_as_needed():
    assert fit([5, 50, 50], [False, False, False], 200) == [5, 50, 50]
    assert sum(fit([5, 50, 50], [False, False, False], 60)) + 4 <= 60
    assert fit([100, 12], [False, True], 50)[1] == 12
