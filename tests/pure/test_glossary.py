"""The model as glossary, constraints, diagram and style sheet: all of it is there, in the language asked for."""

import re

import pytest

from gronagraf.model import MODEL
from gronagraf.schema import (
    DATE,
    EDGE_FIELDS,
    INTEGER,
    NODE_FIELDS,
    NUMBER,
    TEXT,
    EdgeType,
    Field,
    Kind,
    Language,
    Model,
    NodeType,
    Term,
    between,
    choice,
    reference,
)
from gronagraf.views.glossary import MODEL_FORMS, ModelForm, render_model

LANGUAGES: tuple[Language, ...] = ("sv", "en")
CHARACTERS = Term(
    'Tecken: | <b> `kod` & *stjärna* "citat"; {namn}', 'Characters: | <b> `code` & *star* "quote"; {name}'
)
SMALL = Model(
    (
        NodeType(
            "Tree",
            Term("Träd", "Tree"),
            Term("Träd", "Trees"),
            Term("Växer i en park.", "Grows in a park."),
            "#ffee99",
            "star",
            (
                Field("kind", choice(("oak", "ek", "oak"), ("ash", "ask", "ash")), Term("Slag", "Kind"), wording=True),
                Field("height", Kind("number", lowest=0), Term("Höjd", "Height"), Term("I meter.", "In metres.")),
                Field("park", reference("Park"), Term("Park", "Park"), required=True),
            ),
        ),
        NodeType("Park", Term("Park", "Park"), Term("Parker", "Parks"), CHARACTERS, "#102030", "dot"),
    ),
    (
        EdgeType(
            "SHADES",
            Term("skuggar", "shades"),
            Term("skuggas av", "is shaded by"),
            Term("Tar ljuset.", "Takes the light."),
            (("Tree", "Tree"), ("Tree", "Park")),
            (Field("strength", between(-3, 3), Term("Styrka", "Strength")), Field("day", DATE, CHARACTERS)),
            key=("day",),
        ),
        EdgeType("TOUCHES", CHARACTERS, CHARACTERS, CHARACTERS, (("Tree", "Tree"),), symmetric=True),
        EdgeType("GREW_FROM", Term("av", "of"), Term("till", "to"), Term("x", "y"), (("Tree", "Tree"),), acyclic=True),
    ),
)


def section(text: str, name: str) -> str:
    """What a glossary says of one type."""
    return next(part for part in re.split(r"\n(?=##)", text) if re.match(rf"### .*\(`{name}`\)\n", part))


def rows(text: str) -> dict[str, list[str]]:
    """The cells of a glossary's tables by the field that they begin with."""
    tables = (re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("| `"))
    return {cells[0].strip().strip("`"): [cell.strip() for cell in cells[1:]] for cells in tables}


def rules(text: str) -> dict[str, dict[str, str]]:
    """The rules of a style sheet, read as Neo4j Browser does: braces outside quotes, then `;` and `:`."""
    found: dict[str, dict[str, str]] = {}
    for selector, body in re.findall(r"([\w.]+) \{\n((?:  .*;\n)*)\}", text):
        pairs = (line.strip().removesuffix(";").partition(": ")[::2] for line in body.splitlines())
        assert selector not in found
        found[selector] = dict(pairs)
    return found


@pytest.mark.parametrize("form", MODEL_FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", [SMALL, MODEL], ids=["small", "region"])
def test_the_same_model_gives_the_same_text(form: ModelForm, language: Language, model: Model) -> None:
    text = render_model(model, form, language)
    assert text == render_model(Model(model.nodes, model.edges), form, language)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not any(line != line.rstrip() for line in text.splitlines())


# --- glossary -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", [SMALL, MODEL], ids=["small", "region"])
def test_glossary_tells_of_every_type_and_field(language: Language, model: Model) -> None:
    text = render_model(model, "glossary", language)
    titles = [line for line in text.splitlines() if line.startswith("### ")]
    named = [match[1] for line in titles if (match := re.search(r"\(`(\w+)`\)$", line))]
    assert named == [each.name for each in model.all]
    for each in model.all:
        common = NODE_FIELDS if isinstance(each, NodeType) else EDGE_FIELDS
        own = [name for name in each.columns if name not in {field.name for field in common}]
        assert list(rows(section(text, each.name))) == own
        assert f"`{each.file}.csv`" in section(text, each.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_glossary_has_the_words_of_the_language(language: Language) -> None:
    text = render_model(MODEL, "glossary", language)
    for each in MODEL.all:
        part = section(text, each.name)
        assert part.startswith(f"### {each.term[language]} (`{each.name}`)\n\n{each.doc[language]}\n")
        for name, (word, value, explanation) in rows(part).items():
            field = each.columns[name]
            assert word == f"**{field.term[language]}**"
            assert explanation.startswith(field.doc[language])
            for option in field.kind.choices:
                assert f"`{option.value}` {option.term[language]}" in value
            for label in field.kind.labels:
                assert f"{MODEL.labels[label].term[language]} (`{label}`)" in value


def test_glossary_tells_what_a_relation_joins_and_how() -> None:
    text = render_model(MODEL, "glossary", "sv")
    for edge in MODEL.edges:
        part = section(text, edge.type)
        arrow = "—" if edge.symmetric else "→"
        for start, end in edge.ends:
            words = [f"{MODEL.labels[label].term.sv} (`{label}`)" for label in (start, end)]
            assert f" {arrow} ".join(words) in part
        assert f"* Läses bakåt: {edge.inverse.sv}\n" in part
        key = ", ".join(f"`{name}`" for name in edge.key) or "högst en mellan två noder"
        assert f"* Skiljer parallella relationer åt: {key}" in part
        assert ("Ömsesidig" in part) is edge.symmetric
        assert ("Får inte leda tillbaka" in part) is edge.acyclic


def test_glossary_tells_common_fields_once() -> None:
    text = render_model(MODEL, "glossary", "en")
    nodes, edges = text.index("### Common to all nodes"), text.index("### Common to all relations")
    assert list(rows(text[nodes : text.index("## Relations")])) == [field.name for field in NODE_FIELDS]
    assert list(rows(text[edges:])) == [field.name for field in EDGE_FIELDS]
    assert text.count("| `valid_from` |") == 1


def test_glossary_of_a_small_model() -> None:
    found = rows(section(render_model(SMALL, "glossary", "sv"), "Tree"))
    assert found == {
        "name": ["**Namn**", "text", "måste fyllas i"],
        "kind": ["**Slag**", "ett av: `oak` ek, `ash` ask", ""],
        "kind_text": ["**Slag, källans ord**", "text", ""],
        "height": ["**Höjd**", "tal ≥ 0", "I meter."],
        "park": ["**Park**", "id för Park (`Park`)", "måste fyllas i"],
    }
    assert rows(section(render_model(SMALL, "glossary", "en"), "SHADES"))["strength"] == [
        "**Strength**",
        "whole number \u22123 … 3",
        "",
    ]
    scores = rows(section(render_model(MODEL, "glossary", "en"), "ASSESSED_IN"))
    assert scores["power"][1] == "whole number 1\u20135"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TEXT, "text"),
        (INTEGER, "whole number"),
        (NUMBER, "number"),
        (DATE, "date"),
        (Kind("boolean"), "true or false"),
        (Kind("integer", highest=9), "whole number ≤ 9"),
        (Kind("number", lowest=-1.5), "number ≥ \u22121.5"),
        (reference("Tree", "Park"), "id of Tree (`Tree`), Park (`Park`)"),
    ],
)
def test_values_in_words(kind: Kind, value: str) -> None:
    tree, park = SMALL.nodes
    field = Field("what", kind, Term("vad", "what"))
    model = Model((NodeType("Tree", tree.term, tree.plural, tree.doc, tree.colour, tree.shape, (field,)), park), ())
    assert rows(section(render_model(model, "glossary", "en"), "Tree"))["what"][1] == value


def test_words_of_a_model_cannot_break_the_glossary() -> None:
    text = render_model(SMALL, "glossary", "sv")
    assert "<b>" not in text
    assert "Tecken: \\| &lt;b> \\`kod\\` &amp; \\*stjärna\\*" in text
    assert all(len(cells) == 3 for cells in rows(text).values())


# --- cypher -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [SMALL, MODEL], ids=["small", "region"])
def test_cypher_has_a_constraint_for_every_label(model: Model) -> None:
    lines = render_model(model, "cypher", "sv").splitlines()
    pattern = r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE;"
    matches = [re.fullmatch(pattern, line) for line in lines]
    assert all(matches)
    unique = [match.groups() for match in matches if match]
    count = len(model.labels)
    assert unique[:count] == [(label, "id") for label in model.labels]
    assert all(label.startswith("Gronagraf") for label, _ in unique[count:]), "only the bookkeeping of loads beside"
    assert render_model(model, "cypher", "en") == render_model(model, "cypher", "sv")


# --- mermaid ------------------------------------------------------------------------------------------------------


def entities(text: str) -> dict[str, list[str]]:
    found = re.findall(r'^    (\w+)\["([^"]*)"\] \{\n((?:        .*\n)*)    \}$', text, re.MULTILINE)
    return {label: body.splitlines() for label, _, body in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_mermaid_has_every_label_with_its_own_fields(language: Language) -> None:
    text = render_model(MODEL, "mermaid", language)
    assert text.startswith("erDiagram\n")
    assert list(entities(text)) == list(MODEL.labels)
    for node in MODEL.nodes:
        assert f'    {node.label}["{node.term[language]}"] {{\n' in text
        names = [line.split()[1] for line in entities(text)[node.label]]
        assert names == ["id", "name", *(field.name for field in node.fields)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_mermaid_has_every_pair_of_ends(language: Language) -> None:
    text = render_model(MODEL, "mermaid", language)
    lines = re.findall(r'^    (\w+) \}o(--|\.\.)o\{ (\w+) : "([^"]+)"$', text, re.MULTILINE)
    assert lines == [
        (start, ".." if edge.symmetric else "--", end, edge.term[language])
        for edge in MODEL.edges
        for start, end in edge.ends
    ]


def test_every_line_of_a_diagram_is_one_that_mermaid_knows() -> None:
    known = (
        r"erDiagram",
        r'    \w+\["[^"]+"\] \{',
        r'        [a-z]+ [a-z_]\w*( PK| FK)?( "[^"]+")?',
        r"    \}",
        r'    \w+ \}o(--|\.\.)o\{ \w+ : "[^"]+"',
    )
    for model in (SMALL, MODEL):
        for line in render_model(model, "mermaid", "sv").splitlines():
            assert any(re.fullmatch(pattern, line) for pattern in known), line


def test_mermaid_of_a_small_model() -> None:
    assert render_model(SMALL, "mermaid", "en").splitlines()[:8] == [
        "erDiagram",
        '    Tree["Tree"] {',
        "        text id PK",
        '        text name "Name"',
        '        choice kind "Kind"',
        '        number height "Height"',
        '        reference park FK "Park"',
        "    }",
    ]


# --- grass --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_style_sheet_has_a_rule_for_every_type(language: Language) -> None:
    found = rules(render_model(MODEL, "grass", language))
    assert list(found) == [
        "node",
        "relationship",
        *(f"node.{node.label}" for node in MODEL.nodes),
        *(f"relationship.{edge.type}" for edge in MODEL.edges),
    ]
    for node in MODEL.nodes:
        rule = found[f"node.{node.label}"]
        assert (rule["color"], rule["caption"]) == (node.colour, '"{name}"')
        assert re.fullmatch(r"\d+px", rule["diameter"])
        assert re.fullmatch(r"#[0-9a-f]{6}", rule["border-color"])
    for edge in MODEL.edges:
        rule = found[f"relationship.{edge.type}"]
        assert rule["color"] == MODEL.labels[edge.starts[0]].colour
        assert rule["caption"] == f'"{edge.term[language]}"'


def test_captions_are_legible_and_cannot_end_a_rule() -> None:
    found = rules(render_model(SMALL, "grass", "sv"))
    assert found["node.Tree"]["text-color-internal"] == "#000000"
    assert found["node.Park"]["text-color-internal"] == "#ffffff"
    assert found["node.Park"]["border-color"] == "#0c1926"
    assert found["relationship.TOUCHES"]["caption"] == '"Tecken | b `kod` & *stjärna* citat namn"'


def test_braces_and_quotes_of_a_style_sheet_are_paired() -> None:
    for model in (SMALL, MODEL):
        text = render_model(model, "grass", "sv")
        bare = re.sub(r'"[^"\n]*"', "", text)
        assert '"' not in bare
        depths = [bare[:at].count("{") - bare[:at].count("}") for at in range(len(bare) + 1)]
        assert (min(depths), max(depths), depths[-1]) == (0, 1, 0)
