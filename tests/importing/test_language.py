"""What a mapping says becomes so: fields, ids, lists, lookups, conditions."""

import gc

import pytest

from gronagraf.errors import SeedError
from gronagraf.graph import Node
from gronagraf.importing.cells.amounts import EXAMPLES, Numbers, plain_number
from gronagraf.importing.cells.dates import ISO, date_form, iso_date
from gronagraf.importing.cells.slugs import shortened, slug
from gronagraf.importing.mapping.patterns import read_pattern, takes_apart
from gronagraf.values import UnreadableValueError
from tests.importing.trying import ACTOR, HEAD, LEADS, PROJECT, Try, facts, left, problems, ties


@pytest.mark.parametrize(
    ("form", "text", "day"),
    [
        ("DD.MM.YYYY", "01.03.2024", "2024-03-01"),
        ("DD.MM.YYYY", "1.3.2024", "2024-03-01"),
        ("MM/DD/YYYY", "03/01/2024", "2024-03-01"),
        ("MM/YYYY", "03/2024", "2024-03"),
        ("D M YYYY", "1 3 2024", "2024-03-01"),
        ("excel", "45352", "2024-03-01"),
        ("DD.MM.YYYY", "2024-03-01", "2024-03-01"),
        ("DD.MM.YYYY", "2024-03-01 12:30:00", "2024-03-01"),
        ("DD.MM.YYYY", "2024-03-01T12:30:00Z", "2024-03-01"),
        ("DD.MM.YYYY", "2024", "2024"),
    ],
)
def test_a_date_is_read_as_the_mapping_says(form, text, day):
    assert iso_date(text, (date_form(form), *ISO)) == day


@pytest.mark.parametrize("text", ["31.02.2024", "03/01/2024", "0.3.2024", "1.3.24", "x", "1" * 5000, "99999999"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UnreadableValueError):
        iso_date(text, (date_form("DD.MM.YYYY"), date_form("excel"), *ISO))


@pytest.mark.parametrize("text", ["DD.MM", "YYYY-DD", "DD.DD.YYYY", "YY-MM-DD", "YYYY-MM-DDx", "", "dd.mm.yyyy"])
def test_what_does_not_say_how_a_date_is_written_is_no_form(text):
    assert date_form(text) is None


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_way_to_write_numbers_reads_its_own_example(example):
    decimal, thousands = EXAMPLES[example]
    assert plain_number(example, Numbers(decimal, thousands)) == "1234.56"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,50 kr", "1234.5"),
        ("kr 12", "12"),
        ("−3,5", "-3.5"),
        ("12.345.678", "12345678"),
        ("0,00", "0"),
        ("1250000.5", "1250000.5"),
    ],
)
def test_units_and_signs_are_taken_away(text, number):
    assert plain_number(text, Numbers(",", ".", ("kr",))) == number


@pytest.mark.parametrize("text", ["12.34.567", "1,2,3", "kr", "1,5e9", "", "١٢", "1 234"])
def test_what_is_not_written_as_said_is_no_number(text):
    with pytest.raises(UnreadableValueError):
        plain_number(text, Numbers(",", ".", ("kr",)))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Växjö kommun", "vaxjo_kommun"),
        ("ÅÄÖ & Søn, Æbleskov", "aao_son_aebleskov"),
        ("Linnéuniversitetet", "linneuniversitetet"),
        ("  --  ", ""),
        ("Straße_1", "strasse_1"),
        ("Київ", "киів"),
    ],
)
def test_an_id_is_made_of_plain_letters(name, made):
    assert slug(name) == made


def test_long_ids_are_cut_and_stay_apart():
    first, second = (shortened(slug(f"{'ord ' * 60}{end}"), end) for end in ("ett", "två"))
    assert first != second
    assert len(first) < 100


@pytest.mark.parametrize(
    ("pattern", "text", "parts"),
    [
        ("{name} = {amount}", "Region Kronoberg = 127 450", ("Region Kronoberg", "127 450")),
        ("{name} = {amount}", "A=B = 5", ("A=B", "5")),
        ("{name} = {amount}", "Region Kronoberg", None),
        ("{name} = {amount}", "= 5", None),
        ("{name} ({role})", "Växjö kommun (part)", ("Växjö kommun", "part")),
        ("{name} ({role})", "Växjö kommun (part", None),
        ("{a}-{b}-{c}", "x-y-z-w", ("x-y", "z", "w")),
        ("{name}", "  allt  ", ("allt",)),
    ],
)
def test_a_part_is_taken_apart_from_the_right(pattern, text, parts):
    assert read_pattern(pattern).taken(text) == parts


@pytest.mark.parametrize("text", ["{a}{b}", "{a} {a}", "plain", "{a", "a}", "{}"])
def test_what_cannot_take_a_text_apart_is_no_pattern(text):
    pattern = read_pattern(text)
    assert pattern is None or not takes_apart(pattern)


def test_a_long_list_takes_the_time_of_reading_it(convert: Try):
    rule = '[nodes.c]\ntype = "Actor"\nfrom = "t"\nid = { slug = "x" }\nfields = { name = "x" }\n'
    split = 'split = { column = "L", by = ["b", "bb"], pattern = ["{x}a{y}a{z}a{w}a{v}a{u}c", "{x}"] }\n'
    made = convert(HEAD + rule.replace("fields", split + "fields"), {"t.csv": f"L\n{'a' * 120_000}\n{'ab' * 60_000}\n"})
    assert len(made.graph.nodes) == 2


def test_fields_come_from_columns_constants_templates_and_words(convert: Try):
    mapping = f"""dates = "DD.MM.YYYY"
    numbers = "1.234,56"
    {HEAD}
    [nodes.p]
    type = "Project"
    from = "t"
    id = {{ slug = ["Namn", "Nr"], prefix = "p_" }}
    [nodes.p.fields]
    name = ["Rubrik", "Namn"]
    programme = {{ constant = "ERUF" }}
    place = {{ template = "{{Ort}}, {{Län}}" }}
    status = {{ column = "Läge", values = {{ "På G" = "ongoing", "klart" = "" }}, otherwise = "planned" }}
    valid_from = "Start"
    total_sek = {{ column = "Budget", unit = "tkr", factor = 1000 }}
    note = {{ column = "Text", empty = "ingen text" }}
    source = {{ template = "{{:file}}, rad {{:row}}" }}
    """
    rows = "Ån;1;;Växjö;;på g;1.2.2024;1.250,5 tkr;\nÅn;2;Bäck;;;KLART;;;x\nÅn;3;;;;kanske;;;x\n"
    made = convert(mapping, {"t.csv": "Namn;Nr;Rubrik;Ort;Län;Läge;Start;Budget;Text\n" + rows})
    assert facts(made, "p_an_1") == {
        "name": "Ån",
        "programme": "ERUF",
        "place": "Växjö",
        "status": "ongoing",
        "valid_from": "2024-02-01",
        "total_sek": 1250500,
        "note": "ingen text",
        "source": "t.csv, rad 2",
    }
    assert facts(made, "p_an_2") == {"name": "Bäck", "programme": "ERUF", "note": "x", "source": "t.csv, rad 3"}
    assert facts(made, "p_an_3")["status"] == "planned"
    assert [(each.row, each.column, each.text) for each in left(made, "value")] == [(4, "Läge", "kanske")]


def test_a_choice_may_be_given_in_the_words_of_the_model(convert: Try):
    mapping = HEAD + ACTOR.replace('{ name = "Ägare" }', '{ name = "Ägare", kind = "Slag" }')
    made = convert(mapping, {"t.csv": "Ägare;Slag\nA;Kommun\nB;foundation\nC;kyrka\n"})
    assert [facts(made, id_).get("kind") for id_ in ("a", "b", "c")] == ["municipality", "foundation", None]
    assert [each.text for each in left(made, "value")] == ["kyrka"]


def test_rows_about_the_same_thing_become_one_node(convert: Try):
    mapping = HEAD + ACTOR.replace('{ name = "Ägare" }', '{ name = "Ägare", place = "Ort" }')
    made = convert(mapping, {"t.csv": "Ägare;Ort\nVäxjö kommun;\nVÄXJÖ  KOMMUN;Växjö\nVäxjö kommun;Lammhult\n"})
    assert facts(made, "vaxjo_kommun") == {"name": "Växjö kommun", "place": "Växjö", "source": "t.csv"}
    assert [(each.row, each.column) for each in left(made, "clash")] == [(3, "name"), (4, "place")]


def test_two_things_that_want_one_id_are_told_apart_in_any_order(convert: Try):
    one = convert(HEAD + ACTOR, {"t.csv": "Ägare\nVäxjö\nVaxjo\nA\n"})
    assert {node.name for node in one.graph.nodes} == {"Växjö", "Vaxjo", "A"}
    (clash,) = left(one, "clash")
    assert (clash.row, clash.text) == (3, "vaxjo")
    other = convert(HEAD + ACTOR, {"t.csv": "Ägare\nB\nVäxjö\nC\nVaxjo\n"})
    ids = [{node.name: node.id for node in each.graph.nodes}["Vaxjo"] for each in (one, other)]
    assert ids[0] == ids[1] != "vaxjo"


@pytest.mark.slow
def test_many_things_of_one_name_and_ids_of_their_own_all_stay(convert: Try):
    actor = ACTOR.replace('"Ägare" }', '"Ägare", own = "Nr" }', 1)
    made = convert(HEAD + actor, {"t.csv": "Nr;Ägare\n" + "".join(f"{number};Okänd\n" for number in range(9000))})
    assert len({node.id for node in made.graph.nodes}) == 9000
    assert made.left.counts["twin"] == 8999


def test_a_list_in_a_cell_makes_nodes_and_relations_of_each_part(convert: Try):
    funder = """[nodes.f]
    type = "Actor"
    from = "t"
    split = { column = "Med", by = "||", pattern = ["{who} = {sum}", "{who} ?"] }
    id = { slug = "who" }
    fields = { name = "who" }
    [relations.funds]
    type = "FUNDS"
    from = "t"
    start = "f"
    end = "p"
    fields = { amount_sek = "sum" }
    """
    made = convert(HEAD + PROJECT + funder, {"t.csv": "Namn;Med\nP;A = 127 450 || B = 3,5 || C ? || D\nQ;\n"})
    assert ties(made) == {("FUNDS", who, "p_p") for who in "abc"}
    assert {edge.start: edge.facts.get("amount_sek") for edge in made.graph.edges} == {"a": 127450, "b": 3.5, "c": None}
    assert [(each.row, each.column, each.text) for each in left(made, "value")] == [(2, "Med", "D")]


def test_ends_are_found_by_key_name_and_other_names_and_what_is_not_found_is_listed(convert: Try):
    mapping = """[seed]
    name = "a"
    title = "A"
    [sources.actors]
    files = ["actors.csv"]
    [sources.ties]
    files = ["ties.csv"]
    [nodes.a]
    type = "Actor"
    from = "actors"
    id = { slug = "Namn" }
    key = "Nr"
    fields = { name = "Namn", also_known_as = "Även" }
    [relations.r]
    type = "COLLABORATES_WITH"
    from = "ties"
    start = { column = "Från", find = ["a"], by = ["key", "name"] }
    end = { column = "Till", find = ["Actor"] }
    """
    actors = "Nr;Namn;Även\n1;Länet;\n2;Högskolan;LNU (förr); Lärosätet\n3;Tvilling;\n4;Tvilling;\n5;tvilling;Dubbel\n"
    actors = actors.replace("LNU (förr); Lärosätet", '"LNU (förr); Lärosätet"')
    ties_ = "Från;Till\n1;lnu\n1;lärosätet\nLänet;HÖGSKOLAN\n1;Okänd\n9;Länet\n1;Länet\n"
    made = convert(mapping, {"actors.csv": actors, "ties.csv": ties_})
    assert ties(made) == {("COLLABORATES_WITH", "hogskolan", "lanet")}
    assert [(each.row, each.column, each.text) for each in left(made, "lookup")] == [
        (5, "Till", "Okänd"),
        (6, "Från", "9"),
    ]
    assert [(each.row, each.text) for each in left(made, "row")] == [(7, "lanet")]


def test_a_name_of_several_is_none(convert: Try):
    rest = '[relations.r]\ntype = "COLLABORATES_WITH"\nfrom = "t"\nstart = "a"\n'
    rest += 'end = { column = "Med", find = ["Actor"] }\n'
    actor = ACTOR.replace('"Ägare" }\nfields', '["Ägare", "Nr"] }\nfields')
    made = convert(HEAD + actor + rest, {"t.csv": "Ägare;Nr;Med\nX;1;\nX;2;\nY;1;X\n"})
    assert made.graph.edges == ()
    (lookup,) = left(made, "lookup")
    assert "x_1" in lookup.what
    assert "x_2" in lookup.what


def test_nodes_of_an_extended_seed_are_met_and_not_made_again(convert: Try):
    others = {
        "lnu": Node("Actor", "lnu", {"name": "Linnéuniversitetet", "also_known_as": "LNU"}, "k"),
        "kommun_vaxjo": Node("Actor", "kommun_vaxjo", {"name": "Växjö kommun"}, "k"),
        "ny": Node("Goal", "ny", {"name": "Ny"}, "k"),
    }
    actor = ACTOR.replace("fields", 'reuse = ["name", "casefold", "also_known_as"]\nfields')
    made = convert(HEAD + PROJECT + actor + LEADS, {"t.csv": "Namn;Ägare\nA;LNU\nB;växjö KOMMUN\nC;Ny\n"}, others)
    owners = {edge.end: edge.start for edge in made.graph.edges}
    assert owners["p_a"] == "lnu"
    assert owners["p_b"] == "kommun_vaxjo"
    assert owners["p_c"] not in others, "an actor is no goal, though it has its name"
    assert made.reused == 2
    assert {node.name for node in made.graph.nodes if node.label == "Actor"} == {"Ny"}


def test_what_a_met_node_lacks_or_says_otherwise_is_listed_once(convert: Try):
    told = {
        "name": "Linnéuniversitetet",
        "also_known_as": "LNU",
        "place": "Växjö",
        "organisation_number": "202100-6271",
    }
    others = {"lnu": Node("Actor", "lnu", told, "k"), "vx": Node("Actor", "vx", {"name": "Växjö kommun"}, "k")}
    fields = '{ name = "Ägare", organisation_number = ["Orgnr", "Nr"], place = "Ort", municipality = "Kommun" }'
    actor = ACTOR.replace('fields = { name = "Ägare" }', f'reuse = ["casefold", "also_known_as"]\nfields = {fields}')
    rows = "LNU;202100-6271;Växjö;vx\nlnu;;Kalmar;vx\nVäxjö Kommun;212000-0662;;\nVäxjö kommun;212000-0662;;\n"
    made = convert(HEAD + actor, {"t.csv": "Ägare;Orgnr;Ort;Kommun\n" + rows + "Annan;;;\n"}, others)
    assert [(each.row, each.column, each.text) for each in left(made, "met")] == [
        (3, "Ort", "Kalmar"),
        (4, "Orgnr", "212000-0662"),
        (2, "Kommun", "vx"),
    ]
    assert left(made, "met")[0].what == 'lnu of the seed k has another place ("Växjö"): not carried over'
    assert left(made, "met")[1].what == "vx of the seed k lacks organisation_number: not carried over"
    assert made.left.lost == 3


def test_fields_may_name_other_nodes(convert: Try):
    actor = ACTOR.replace(
        '{ name = "Ägare" }', '{ name = "Ägare", municipality = { column = "Kommun", find = ["Actor"] } }'
    )
    made = convert(HEAD + actor, {"t.csv": "Ägare;Kommun\nBolaget;Växjö\nVäxjö;\nAnnat;Ingenstans\n"})
    assert facts(made, "bolaget")["municipality"] == "vaxjo"
    assert "municipality" not in facts(made, "annat")
    assert [each.text for each in left(made, "lookup")] == ["Ingenstans"]


def test_conditions_and_otherwise_share_out_the_rows(convert: Try):
    rules = """[nodes.g]
    type = "Goal"
    from = "t"
    when = { column = "Slag", is = ["Mål"] }
    id = { slug = "Namn" }
    fields = { name = "Namn" }
    [nodes.o]
    type = "Challenge"
    from = "t"
    otherwise = true
    when = { column = "Slag", filled = true }
    id = { slug = "Namn" }
    fields = { name = "Namn" }
    """
    head = HEAD + 'skip_rows = { column = "Slag", is = ["bort"] }\nskip = ["X*"]\n'
    made = convert(head + rules, {"t.csv": "Namn;Slag;X1;Y\nA;mål;q;\nB;annat;q;r\nC;;q;\nD;BORT;q;\n"})
    assert {node.id: node.label for node in made.graph.nodes} == {"a": "Goal", "b": "Challenge"}
    assert made.skipped == 1
    assert [each.row for each in left(made, "row")] == [4]
    assert [(each.column, each.what) for each in left(made, "column")] == [("Y", "is not mapped: 1 filled cells")]


def test_rules_that_ask_for_words_and_rules_that_do_not_stay_in_their_order(convert: Try):
    ask = '[nodes.{0}]\ntype = "{1}"\nfrom = "t"\nid = {{ slug = "Namn", prefix = "{0}_" }}\n'
    ask += 'fields = {{ name = "Namn" }}\n'
    both = 'when = [{ column = "Ort", is = ["X"] }, { column = "Slag", is = ["båda"] }]\n'
    rules = ask.format("g", "Goal") + 'when = { column = "Slag", is = ["MÅL", "båda"] }\n'
    rules += ask.format("n", "Network") + both
    rules += ask.format("o", "Actor") + 'otherwise = true\nwhen = { column = "Slag", not = ["inte"] }\n'
    table = "Namn;Slag;Ort\nA;mål;X\nB;Båda;X\nC;båda;Y\nD;annat;X\nE;inte;X\nF;;\n"
    made = convert(HEAD + rules, {"t.csv": table})
    assert {node.id for node in made.graph.nodes} == {"g_a", "g_b", "n_b", "g_c", "o_d", "o_f"}
    assert [each.row for each in left(made, "row")] == [6]


@pytest.mark.parametrize("swept", [True, False])
def test_an_import_leaves_the_sweeping_of_objects_as_it_was(swept, convert: Try):
    was = gc.isenabled()
    try:
        (gc.enable if swept else gc.disable)()
        convert(HEAD + ACTOR, {"t.csv": "Ägare\nA\n"})
        assert gc.isenabled() == swept
        with pytest.raises(SeedError):
            convert(HEAD + ACTOR, {"t.csv": "Annat\nA\n"})
        assert gc.isenabled() == swept
    finally:
        (gc.enable if was else gc.disable)()


def test_a_relation_that_fits_only_the_other_way_is_turned_and_what_fits_no_way_is_listed(convert: Try):
    relation = """[relations.r]
    type = "LEADS"
    from = "t"
    start = { column = "Från", find = ["Actor", "Project"] }
    end = { column = "Till", find = ["Actor", "Project"] }
    either_way = true
    """
    table = "Namn;Ägare;Från;Till\nP;A;P;A\nP;A;A;A\n"
    made = convert(HEAD + PROJECT + ACTOR + relation, {"t.csv": table})
    assert ties(made) == {("LEADS", "a", "p_p")}
    assert [(each.row, each.text) for each in left(made, "row")] == [(3, "a → a")]


def test_a_table_may_be_joined_with_another(convert: Try):
    mapping = """[seed]
    name = "a"
    title = "A"
    [sources.t]
    files = ["t.csv"]
    join = { source = "orter", column = "Kod", key = "Kod" }
    [sources.orter]
    files = ["o.csv"]
    """ + PROJECT.replace('{ name = "Namn" }', '{ name = "Namn", place = "orter.Ort" }')
    made = convert(mapping, {"t.csv": "Namn;Kod\nA;01\nB;99\n", "o.csv": "Kod;Ort\n01;Växjö\n01;Fel\n"})
    assert facts(made, "p_a")["place"] == "Växjö"
    assert [each.text for each in left(made, "lookup")] == ["99"]
    assert [each.text for each in left(made, "clash")] == ["01"]


def test_what_would_go_in_a_circle_is_left_out(convert: Try):
    part = '[relations.r]\ntype = "PART_OF"\nfrom = "t"\nstart = "a"\nend = { column = "Del av", find = ["Actor"] }\n'
    made = convert(HEAD + ACTOR + part, {"t.csv": "Ägare;Del av\nA;B\nB;C\nC;A\nD;A\n"})
    assert len(made.graph.edges) == 3
    (row,) = left(made, "row")
    assert "circle" in row.what


def test_an_end_before_its_beginning_is_left_out(convert: Try):
    project = PROJECT.replace('{ name = "Namn" }', '{ name = "Namn", valid_from = "Från", valid_to = "Till" }')
    made = convert(HEAD + project, {"t.csv": "Namn;Från;Till\nA;2024;2020\n"})
    assert facts(made, "p_a")["valid_from"] == "2024"
    assert [each.text for each in left(made, "value")] == ["2020"]


def test_every_problem_of_a_mapping_is_told_at_once_with_its_line():
    found = problems(
        '[sed]\nname = "a"\n[sources.x]\nfilez = ["*"]\nencoding = "latin"\n'
        '[nodes.n]\ntype = "Aktor"\nfrom = "y"\nid = "a"\n'
        '[nodes.m]\ntype = "Actor"\nfrom = "x"\nid = { slag = "a" }\n[nodes.m.fields]\nnamn = "x"\n'
        'kind = { column = "k", values = { a = "kommun" } }\n'
        '[relations.r]\ntype = "LEADS"\nfrom = "x"\nstart = "m"\nend = "m"\n'
    )
    assert 'm.toml:1: sed: "sed" is not a key here; did you mean "seed"?' in found
    assert 'm.toml:4: sources.x.filez: "filez" is not a key here; did you mean "files"?' in found
    assert 'm.toml:7: nodes.n.type: "Aktor" is not a node type; did you mean "Actor"?' in found
    assert 'm.toml:15: nodes.m.fields.namn: "namn" is not a field of this type; did you mean "name"?' in found
    assert any(each.startswith("m.toml:16: nodes.m.fields.kind.values") for each in found)
    assert any(each.startswith("m.toml:21: relations.r.end: is Actor") for each in found)
    assert any(each.startswith("m.toml:14: nodes.m.fields: lacks name") for each in found)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "lacks the key seed"),
        (HEAD, "maps nothing"),
        ('[seed]\nname = "a"\ntitle = "A"\n' + PROJECT, "not a source"),
        ("a = [", "is not TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, "nested too deep"),
        (HEAD + 'join = { source = "t", column = "a", key = "b" }\n' + PROJECT, "leads in a circle: t → t"),
        (HEAD + PROJECT.replace('"Namn" }\n', '"Namn", status = { constant = "x", column = "y" } }\n'), "once"),
        (HEAD + PROJECT + 'split = { column = "a", by = ";", pattern = "{a}{b}" }\n', "cannot be read as a pattern"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(text, what):
    assert any(what in each for each in problems(text)), problems(text)
