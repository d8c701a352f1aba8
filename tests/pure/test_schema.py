"""The model checks itself, every fault at once, and what is derived from it has the names that seeds and maps use."""

import itertools
import re
from dataclasses import replace

import pytest

from gronagraf.errors import ModelError
from gronagraf.model import MODEL
from gronagraf.schema import (
    BASIS,
    DATE,
    EDGE_FIELDS,
    INTEGER,
    NODE_FIELDS,
    NUMBER,
    PERIODS,
    SHAPES,
    TEXT,
    EdgeType,
    Field,
    Kind,
    Model,
    NodeType,
    Term,
    between,
    bounded,
    choice,
    reference,
    snake_case,
)
from gronagraf.values import UnreadableValueError, parse

WORD = Term("ord", "word")
LIGHT, DARK = "#ffffff", "#14181b"

PERSON = NodeType("Person", WORD, WORD, WORD, "#0072b2", "dot")
PLACE = NodeType("Place", WORD, WORD, WORD, "#008060", "star")
LIVES_IN = EdgeType("LIVES_IN", WORD, WORD, WORD, (("Person", "Place"),))
KNOWS = EdgeType("KNOWS", WORD, WORD, WORD, (("Person", "Person"),))


def field(name: str, kind: Kind = TEXT, **more: object) -> Field:
    return Field(name, kind, WORD, **more)


def faults(nodes: tuple[NodeType, ...] = (PERSON, PLACE), edges: tuple[EdgeType, ...] = (LIVES_IN, KNOWS)) -> list[str]:
    with pytest.raises(ModelError) as caught:
        Model(nodes, edges)
    return [str(problem) for problem in caught.value.problems]


def fault(node: NodeType = PERSON, edge: EdgeType = LIVES_IN) -> str:
    """The only fault of a small model with this node or edge in it."""
    found = faults((node, PLACE), (edge, KNOWS))
    assert len(found) == 1
    return found[0]


def test_a_small_model_is_sound() -> None:
    model = Model((PERSON, PLACE), (LIVES_IN, KNOWS))
    assert model.labels == {"Person": PERSON, "Place": PLACE}
    assert model.types == {"LIVES_IN": LIVES_IN, "KNOWS": KNOWS}
    assert model.files == {"person": PERSON, "place": PLACE, "lives_in": LIVES_IN, "knows": KNOWS}
    assert model.all == (PERSON, PLACE, LIVES_IN, KNOWS)


# --- one fault each -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["town", "TOWN", "To_wn", "To wn", "Tåwn", "1Town", "Town_"])
def test_labels_are_camel_case(label: str) -> None:
    found = faults((replace(PERSON, label=label), PLACE, PERSON))
    assert found == [f"{label}: is not a label in CamelCase ASCII; rename it"]


@pytest.mark.parametrize("name", ["lives_in", "Lives_In", "LIVES__IN", "LIVES IN", "_LIVES", "LIVES_", "BOR_PÅ"])
def test_relation_types_are_upper_case(name: str) -> None:
    assert fault(edge=replace(LIVES_IN, type=name)) == f"{name}: is not a relation type in UPPER_CASE ASCII; rename it"


def test_a_label_and_a_relation_type_may_not_share_a_file() -> None:
    assert fault(edge=replace(LIVES_IN, type="PERSON")).startswith("person: names 2 types; ")


def test_the_same_type_twice() -> None:
    assert faults((PERSON, PLACE, PERSON))[0].startswith("person: names 2 types")
    assert faults(edges=(LIVES_IN, KNOWS, KNOWS))[0].startswith("knows: names 2 types")


@pytest.mark.parametrize(("of_node", "of_edge"), [("term", "term"), ("doc", "doc"), ("plural", "inverse")])
@pytest.mark.parametrize("words", [Term("", "word"), Term("ord", ""), Term("", "")])
def test_every_type_has_words_in_both_languages(of_node: str, of_edge: str, words: Term) -> None:
    assert fault(node=replace(PERSON, **{of_node: words})).startswith("Person: lacks a term, a doc or its plural")
    assert fault(edge=replace(LIVES_IN, **{of_edge: words})).startswith("LIVES_IN: lacks a term, a doc or its inverse")


@pytest.mark.parametrize("colour", ["red", "#fff", "#FFFFFF", "0072b2", "#0072b2ff", "#00 2b2", ""])
def test_colours_are_written_in_one_way(colour: str) -> None:
    assert fault(node=replace(PERSON, colour=colour)).startswith(f"Person: has the colour {colour!r}")


def test_shapes_are_known() -> None:
    assert fault(node=replace(PERSON, shape="circle")).endswith(f"choose among {', '.join(SHAPES)}")


@pytest.mark.parametrize("name", ["Name2", "två", "with space", "1st", "_x", "", "id", "from", "to", "seed"])
def test_fields_have_free_names(name: str) -> None:
    own = (field(name),)
    assert fault(node=replace(PERSON, fields=own)).startswith(f"Person.{name}: is not a free name")
    assert fault(edge=replace(LIVES_IN, fields=own)).startswith(f"LIVES_IN.{name}: is not a free name")


@pytest.mark.parametrize("name", ["name", *(each.name for each in NODE_FIELDS)])
def test_a_node_may_not_have_a_common_field_twice(name: str) -> None:
    assert fault(node=replace(PERSON, fields=(field(name),))).startswith(f"Person: has 2 fields called {name};")


@pytest.mark.parametrize("name", [each.name for each in EDGE_FIELDS])
def test_an_edge_may_not_have_a_common_field_twice(name: str) -> None:
    assert fault(edge=replace(LIVES_IN, fields=(field(name),))).startswith(f"LIVES_IN: has 2 fields called {name};")


def test_a_twin_takes_a_name() -> None:
    own = (field("role", wording=True, doubt=True), field("role_text"), field("role_basis"))
    found = faults((replace(PERSON, fields=own), PLACE))
    assert [each.split(";")[0] for each in found] == [
        "Person: has 2 fields called role_basis",
        "Person: has 2 fields called role_text",
    ]


@pytest.mark.parametrize("words", [Term("", "word"), Term("ord", "")])
def test_every_field_has_words_in_both_languages(words: Term) -> None:
    own = (Field("role", TEXT, words),)
    assert fault(node=replace(PERSON, fields=own)) == "Person.role: lacks a term; give it in Swedish and in English"


@pytest.mark.parametrize("kind", [choice(), choice(("a", "a", "a"), ("a", "b", "b"))])
def test_choices_are_distinct_and_at_least_one(kind: Kind) -> None:
    expected = "Person.role: has no choices or the same one twice; list each value once"
    assert fault(node=replace(PERSON, fields=(field("role", kind),))) == expected


@pytest.mark.parametrize("words", [("a", "", "a"), ("a", "a", ""), ("", "a", "a")])
def test_choices_have_words(words: tuple[str, str, str]) -> None:
    found = fault(node=replace(PERSON, fields=(field("role", choice(words)),)))
    assert found.startswith(f"Person.role: has the choice {words[0]!r} without words")


def test_bounds_lie_in_order() -> None:
    assert Model((replace(PERSON, fields=(field("age", between(5, 5)),)),), ())
    found = fault(node=replace(PERSON, fields=(field("age", between(5, 1)),)))
    assert found == "Person.age: has a lowest value above its highest; turn them round"


def test_a_reference_refers_to_something() -> None:
    assert fault(node=replace(PERSON, fields=(field("home", reference()),))).startswith(
        "Person.home: refers to no label"
    )


def test_a_reference_names_a_label() -> None:
    own = (field("home", reference("Place", "Planet")),)
    assert fault(node=replace(PERSON, fields=own)).startswith("Person.home: refers to Planet, which is no label")
    assert fault(edge=replace(LIVES_IN, fields=own)).startswith("LIVES_IN.home: refers to Planet, which is no label")


@pytest.mark.parametrize("ends", [(), (("Person", "Place"), ("Person", "Place"))])
def test_ends_are_given_once(ends: tuple[tuple[str, str], ...]) -> None:
    assert fault(edge=replace(LIVES_IN, ends=ends)).startswith("LIVES_IN: has no ends or the same pair twice")


@pytest.mark.parametrize("pair", [("Planet", "Place"), ("Person", "Planet"), ("Planet", "Planet")])
def test_ends_are_labels(pair: tuple[str, str]) -> None:
    assert fault(edge=replace(LIVES_IN, ends=(pair,))).startswith("LIVES_IN: joins Planet, which is no label")


def test_a_key_names_fields() -> None:
    assert fault(edge=replace(LIVES_IN, key=("since", "when"))).startswith("LIVES_IN: has the key field when")


@pytest.mark.parametrize("trait", ["symmetric", "acyclic"])
def test_only_relations_within_a_label_are_symmetric_or_acyclic(trait: str) -> None:
    assert fault(edge=replace(LIVES_IN, **{trait: True})).startswith("LIVES_IN: is symmetric or acyclic between")
    assert Model((PERSON, PLACE), (LIVES_IN, replace(KNOWS, **{trait: True})))


def test_no_relation_is_both_symmetric_and_acyclic() -> None:
    found = faults(edges=(LIVES_IN, replace(KNOWS, symmetric=True, acyclic=True)))
    assert found == ["KNOWS: is both symmetric and acyclic; choose one"]


# --- all at once --------------------------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_and_in_order() -> None:
    broken_node = replace(PERSON, colour="red", shape="circle", fields=(field("id"), field("role", choice())))
    broken_edge = replace(LIVES_IN, ends=(("Person", "Planet"),), key=("when",), symmetric=True)
    found = faults((broken_node, replace(PLACE, term=Term("", ""))), (broken_edge, KNOWS))
    assert [each.split(";")[0] for each in found] == [
        "LIVES_IN: has the key field when, which it lacks",
        "LIVES_IN: is symmetric or acyclic between different labels",
        "LIVES_IN: joins Planet, which is no label",
        "Person: has the colour 'red'",
        "Person: has the shape 'circle'",
        "Person.id: is not a free name in snake_case ASCII",
        "Person.role: has no choices or the same one twice",
        "Place: lacks a term, a doc or its plural",
    ]


def test_model_error_has_the_general_exit_code() -> None:
    with pytest.raises(ModelError) as caught:
        Model((PERSON, PERSON, PLACE), (LIVES_IN,))
    assert caught.value.exit_code == 1
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))


# --- derived ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "file"),
    [("Actor", "actor"), ("LearningEvent", "learning_event"), ("MEMBER_OF", "member_of"), ("LEADS", "leads")],
)
def test_file_names(name: str, file: str) -> None:
    assert snake_case(name) == file


def test_twins_follow_their_field() -> None:
    twins = list(field("role", INTEGER, wording=True, doubt=True, required=True).with_twins())
    assert [twin.name for twin in twins] == ["role", "role_text", "role_basis"]
    assert [twin.kind for twin in twins] == [INTEGER, TEXT, BASIS]
    assert [twin.required for twin in twins] == [True, False, False]
    assert [twin.name for twin in field("role").with_twins()] == ["role"]
    assert all(twin.term.sv and twin.term.en and twin.term.sv != WORD.sv for twin in twins[1:])


def test_headers_begin_with_the_ids_and_end_with_what_all_have() -> None:
    node = replace(PERSON, fields=(field("role", wording=True), field("home", doubt=True)))
    common = tuple(each.name for each in NODE_FIELDS)
    assert node.header == ("id", "name", "role", "role_text", "home", "home_basis", *common)
    edge = replace(LIVES_IN, fields=(field("share", NUMBER, wording=True),))
    assert edge.header == ("from", "to", "share", "share_text", *(each.name for each in EDGE_FIELDS))


@pytest.mark.parametrize("each", MODEL.all, ids=lambda each: each.name)
def test_headers_of_the_model_are_distinct(each: NodeType | EdgeType) -> None:
    assert len(set(each.header)) == len(each.header)
    assert each.header[len(each.header) - len(each.columns) :] == tuple(each.columns)
    assert {name for pair in PERIODS for name in pair} & set(each.columns)
    assert {"note", "source", "source_year", "source_year_text", "basis", "date_text"} <= set(each.columns)


def test_ends_in_the_order_of_the_model() -> None:
    edge = replace(KNOWS, ends=(("Person", "Place"), ("Person", "Person"), ("Place", "Person")))
    assert edge.starts == ("Person", "Place")
    assert edge.targets == ("Place", "Person")


def test_fields_come_with_their_type() -> None:
    model = Model((PERSON, PLACE), (LIVES_IN, KNOWS))
    assert [(each.name, field_.name) for each, field_ in model.fields()] == [
        (each.name, name) for each in model.all for name in each.columns
    ]


def test_a_term_is_read_by_language() -> None:
    assert (Term("Mål", "Goal")["sv"], Term("Mål", "Goal")["en"]) == ("Mål", "Goal")


def test_kinds() -> None:
    assert choice(("a", "å", "ay"), ("b", "be", "bee")).values == ("a", "b")
    assert (between(1, 5).name, between(1, 5).lowest, between(1, 5).highest) == ("integer", 1, 5)
    assert reference("Person", "Place").labels == ("Person", "Place")


# --- the region's model -------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("node", MODEL.nodes, ids=lambda node: node.label)
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_colours_stand_out_on_light_and_dark(node: NodeType, ground: str) -> None:
    assert contrast(node.colour, ground) >= 3


def test_every_type_looks_its_own_way() -> None:
    assert len({(node.colour, node.shape) for node in MODEL.nodes}) == len(MODEL.nodes)
    assert len({node.colour for node in MODEL.nodes}) == len(MODEL.nodes)


def test_types_of_one_shape_differ_in_colour() -> None:
    for one, other in itertools.combinations(MODEL.nodes, 2):
        if one.shape == other.shape:
            apart = sum(abs(int(one.colour[at : at + 2], 16) - int(other.colour[at : at + 2], 16)) for at in (1, 3, 5))
            assert apart >= 90, (one.label, other.label)


def test_the_model_has_the_types_of_the_method() -> None:
    assert len(MODEL.nodes) == 14
    assert len(MODEL.edges) == 30
    assert [edge.type for edge in MODEL.edges if edge.symmetric] == ["COLLABORATES_WITH"]
    assert MODEL.types["COLLABORATES_WITH"].columns["step"].kind.values == (
        "samtal",
        "samsyn",
        "samarbete",
        "samverkan",
    )


MEASURED = {
    "OWNS_SHARE_OF": {"share"},
    "FUNDS": {"amount_sek", "amount_kind", "programme"},
    "COLLABORATES_WITH": {"step", "about"},
    "INFLUENCES": {"strength", "motive"},
    "ASSESSED_IN": {"power", "relevance", "interest", "stake", "expectations", "motive", "action"},
    "HAS_VALUE": {"value", "date"},
    "MEASURED_BY": {"baseline", "target", "target_year"},
    "MEMBER_OF": {"role", "role_text"},
    "PARTNERS_IN": {"role"},
}
EVERY_EDGE = {"since", "until", "source", "source_year", "basis"}
NODES_HAVE = {
    "Actor": {"kind", "sector", "level", "municipality", "in_region", "also_known_as"},
    "Network": {"form", "form_basis", "form_text", "members_known", "governance"},
    "Effect": {"horizon"},
    "LearningEvent": {"kind", "phase", "topic", "place", "participants", "participants_text", "participants_unit"},
    "Goal": {"level", "level_text", "target_text", "target_year"},
    "Indicator": {"unit", "better"},
    "Project": {"programme", "status"},
}
EVERY_NODE = {"name", "note", "valid_from", "valid_to", "source", "source_year", "basis"}


@pytest.mark.parametrize("edge", MODEL.edges, ids=lambda edge: edge.type)
def test_columns_that_relations_of_a_seed_may_have(edge: EdgeType) -> None:
    assert MEASURED.get(edge.type, set()) | EVERY_EDGE <= set(edge.columns)
    assert edge.header[:2] == ("from", "to")


@pytest.mark.parametrize("node", MODEL.nodes, ids=lambda node: node.label)
def test_columns_that_nodes_of_a_seed_may_have(node: NodeType) -> None:
    assert NODES_HAVE.get(node.label, set()) | EVERY_NODE <= set(node.columns)
    assert node.header[:2] == ("id", "name")


@pytest.mark.parametrize(
    ("owner", "name", "kind"),
    [
        ("ASSESSED_IN", "power", between(1, 5)),
        ("ASSESSED_IN", "relevance", between(1, 5)),
        ("ASSESSED_IN", "interest", between(1, 5)),
        ("INFLUENCES", "strength", between(-3, 3)),
        ("FUNDS", "amount_sek", bounded(NUMBER, 0)),
        ("OWNS_SHARE_OF", "share", bounded(NUMBER, 0, 100)),
        ("HAS_VALUE", "value", NUMBER),
        ("HAS_VALUE", "date", DATE),
        ("MEASURED_BY", "baseline", NUMBER),
        ("MEASURED_BY", "target", NUMBER),
        ("MEASURED_BY", "target_year", INTEGER),
        ("COLLABORATES_WITH", "about", reference("Challenge", "Goal")),
        ("Actor", "municipality", reference("Actor")),
    ],
)
def test_kinds_of_the_fields(owner: str, name: str, kind: Kind) -> None:
    types = {each.name: each for each in MODEL.all}
    assert types[owner].columns[name].kind == kind


@pytest.mark.parametrize(
    ("owner", "name", "values"),
    [
        ("FUNDS", "amount_kind", {"granted", "applied", "total", "own", "approximate"}),
        (
            "MEMBER_OF",
            "role",
            {"member", "convenor", "representative", "associate", "applicant", "funder", "supporter"},
        ),
        ("PARTNERS_IN", "role", {"partner", "funder", "receiver"}),
        ("Actor", "sector", {"public", "private", "academia", "civil"}),
        ("Actor", "level", {"local", "regional", "national", "international"}),
        ("Network", "form", {"executive", "assignment", "thematic", "other"}),
        ("Network", "members_known", {"all", "part", "none"}),
        ("Network", "governance", {"shared", "lead_organisation", "administrative_organisation"}),
        ("Effect", "horizon", {"short", "medium", "long"}),
        ("LearningEvent", "phase", {"plan", "apply", "evaluate", "improve"}),
        ("Actor", "basis", {"stated", "inferred"}),
    ],
)
def test_choices_of_the_fields(owner: str, name: str, values: set[str]) -> None:
    types = {each.name: each for each in MODEL.all}
    assert set(types[owner].columns[name].kind.values) == values


def test_kinds_of_actor_in_the_method_are_known() -> None:
    wanted = {"municipality", "region_body", "state_agency", "university", "company", "civil_society", "foundation"}
    assert wanted | {"cluster"} <= set(MODEL.labels["Actor"].columns["kind"].kind.values)


@pytest.mark.parametrize("text", [each.term for each in MODEL.all] + [each.doc for each in MODEL.all])
def test_words_have_no_space_around_them(text: Term) -> None:
    assert (text.sv, text.en) == (text.sv.strip(), text.en.strip())
    assert not re.search(r"\s{2}", text.sv + text.en)


def test_a_new_node_type_is_one_literal() -> None:
    added = Model((*MODEL.nodes, PERSON), MODEL.edges)
    assert added.files["person"].header == ("id", "name", *(each.name for each in NODE_FIELDS))


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("FUNDS", "amount_sek", "-1"),
        ("Project", "total_sek", "-0,5"),
        ("LearningEvent", "participants", "-3"),
        ("OWNS_SHARE_OF", "share", "100,1"),
    ],
)
def test_amounts_counts_and_shares_have_the_bounds_of_what_they_are(kind: str, name: str, text: str) -> None:
    own = next(each for each in MODEL.all if each.name == kind).columns[name]
    assert parse(own.kind, "0") == 0
    with pytest.raises(UnreadableValueError):
        parse(own.kind, text)
