"""The model itself put in words and code: a glossary, Cypher constraints, a Mermaid diagram and a style sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, get_args

from gronagraf.schema import (
    EDGE_FIELDS,
    NAME,
    NODE_FIELDS,
    EdgeType,
    Field,
    Kind,
    Language,
    Model,
    NodeType,
    Scheme,
    Term,
)

ModelForm = Literal["glossary", "cypher", "mermaid", "grass"]
MODEL_FORMS: tuple[ModelForm, ...] = get_args(ModelForm)

TITLE = Term("Ordlista", "Glossary")
INTRO = Term(
    "Vad som får stå i ett frö och i en graf. Fet stil är det ord som människor läser, `kod` det namn som står i filer "
    "och frågor. Datum skrivs så noga som de är kända: `2018`, `2018-01` eller `2018-01-17`.",
    "What may stand in a seed and in a graph. Bold is the word that people read, `code` the name in files and "
    "questions. Dates are written as exactly as they are known: `2018`, `2018-01` or `2018-01-17`.",
)
NODE_TYPES = Term("Nodtyper", "Node types")
EDGE_TYPES = Term("Relationer", "Relations")
COMMON_NODE = Term("Gemensamt för alla noder", "Common to all nodes")
COMMON_EDGE = Term("Gemensamt för alla relationer", "Common to all relations")
ID_RULE = Term(
    "Varje nod har ett `id` som är unikt i hela grafen, varje relation ändarna `from` och `to`.",
    "Every node has an `id` that is unique in the whole graph, every relation the ends `from` and `to`.",
)
HEADINGS = (Term("Fält", "Field"), Term("Ord", "Word"), Term("Värde", "Value"), Term("Förklaring", "Explanation"))
REQUIRED = Term("måste fyllas i", "must be given")
FILE = Term("Fil", "File")
ENDS = Term("Ändar", "Ends")
BACKWARDS = Term("Läses bakåt", "Reads backwards")
KEY = Term("Skiljer parallella relationer åt", "Tells parallel relations apart")
ONE_ONLY = Term("högst en mellan två noder", "at most one between two nodes")
SYMMETRIC = Term("Ömsesidig: lagras en gång, läses åt båda håll.", "Symmetric: stored once, read both ways.")
ACYCLIC = Term("Får inte leda tillbaka dit den började.", "May not lead back to where it began.")
KINDS: Mapping[str, Term] = {
    "text": Term("text", "text"),
    "integer": Term("heltal", "whole number"),
    "number": Term("tal", "number"),
    "date": Term("datum", "date"),
    "boolean": Term("sant eller falskt", "true or false"),
    "choice": Term("ett av: ", "one of: "),
    "reference": Term("id för ", "id of "),
}
SCHEMES: Mapping[Scheme, Term] = {
    "organisation_number": Term("organisationsnummer, NNNNNN-NNNN", "organisation number, NNNNNN-NNNN"),
    "municipality_code": Term("kommunkod, fyra siffror", "municipality code, four digits"),
    "county_code": Term("länskod, två siffror", "county code, two digits"),
    "wikidata": Term("post i Wikidata", "item of Wikidata"),
    "web_page": Term("webbadress", "web address"),
    "sdg": Term("globala mål och delmål", "goals and targets of the UN"),
}
BROWSER_DEFAULTS = """\
node {
  diameter: 50px;
  color: #757575;
  border-color: #5e5e5e;
  border-width: 2px;
  text-color-internal: #ffffff;
  font-size: 10px;
}
relationship {
  color: #757575;
  shaft-width: 1px;
  font-size: 8px;
  padding: 3px;
  text-color-external: #000000;
  text-color-internal: #ffffff;
  caption: "<type>";
}"""
ENTITY_ENDS = {True: "}o--o{", False: "}o..o{"}


def render_model(model: Model, form: ModelForm, language: Language) -> str:
    """The model in one of the forms, ending in a line feed; the same model always gives the same text.

    glossary is Markdown, cypher the uniqueness constraints (one statement a line), mermaid an erDiagram with each
    type's own fields, grass a style sheet for Neo4j Browser that captions relations in words.
    """
    return "\n".join(FORMS[form](model, language)) + "\n"


# --- glossary -----------------------------------------------------------------------------------------------------


def _glossary(model: Model, language: Language) -> Iterator[str]:
    yield f"# {TITLE[language]}\n\n{INTRO[language]} {ID_RULE[language]}\n\n## {NODE_TYPES[language]}"
    for node in model.nodes:
        yield from _node_section(node, model, language)
    yield f"\n### {COMMON_NODE[language]}\n"
    yield from _field_table(NODE_FIELDS, model, language)
    yield f"\n## {EDGE_TYPES[language]}"
    for edge in model.edges:
        yield from _edge_section(edge, model, language)
    yield f"\n### {COMMON_EDGE[language]}\n"
    yield from _field_table(EDGE_FIELDS, model, language)


def _node_section(node: NodeType, model: Model, language: Language) -> Iterator[str]:
    yield f"\n### {_plain(node.term[language])} (`{node.label}`)\n"
    yield f"{_plain(node.doc[language])}\n"
    yield f"* {FILE[language]}: `{node.file}.csv`\n"
    yield from _field_table(_own(node), model, language)


def _edge_section(edge: EdgeType, model: Model, language: Language) -> Iterator[str]:
    yield f"\n### {_plain(edge.term[language])} (`{edge.type}`)\n"
    yield f"{_plain(edge.doc[language])}\n"
    yield f"* {FILE[language]}: `{edge.file}.csv`"
    yield f"* {ENDS[language]}: {', '.join(_pair(edge, pair, model, language) for pair in edge.ends)}"
    yield f"* {BACKWARDS[language]}: {_plain(edge.inverse[language])}"
    yield f"* {KEY[language]}: {', '.join(f'`{name}`' for name in edge.key) or ONE_ONLY[language]}"
    if edge.symmetric:
        yield f"* {SYMMETRIC[language]}"
    if edge.acyclic:
        yield f"* {ACYCLIC[language]}"
    if edge.fields:
        yield ""
        yield from _field_table(_own(edge), model, language)


def _pair(edge: EdgeType, pair: tuple[str, str], model: Model, language: Language) -> str:
    start, end = (f"{_plain(model.labels[label].term[language])} (`{label}`)" for label in pair)
    return f"{start} {'—' if edge.symmetric else '→'} {end}"


def _own(each: NodeType | EdgeType) -> list[Field]:
    common = {field.name for field in (NODE_FIELDS if isinstance(each, NodeType) else EDGE_FIELDS)}
    return [field for name, field in each.columns.items() if name not in common]


def _field_table(fields: Iterable[Field], model: Model, language: Language) -> Iterator[str]:
    yield f"| {' | '.join(heading[language] for heading in HEADINGS)} |"
    yield "|---|---|---|---|"
    for field in fields:
        explanation = " · ".join(
            part for part in (_plain(field.doc[language]), REQUIRED[language] if field.required else "") if part
        )
        value = _value(field.kind, model, language)
        yield f"| `{field.name}` | **{_plain(field.term[language])}** | {value} | {explanation} |".replace(
            "|  |", "| |"
        )


def _value(kind: Kind, model: Model, language: Language) -> str:
    """What a field may hold, in words: `whole number 1–5`, `one of: municipality (…)`."""
    word = (SCHEMES[kind.scheme] if kind.scheme else KINDS[kind.name])[language]
    if kind.name == "choice":
        return word + ", ".join(f"`{choice.value}` {_plain(choice.term[language])}" for choice in kind.choices)
    if kind.name == "reference":
        return word + ", ".join(f"{_plain(model.labels[label].term[language])} (`{label}`)" for label in kind.labels)
    return word + _bounds(kind)


def _bounds(kind: Kind) -> str:
    low, high = kind.lowest, kind.highest
    if low is not None and high is not None:
        return f" {_signed(low)}\u2013{_signed(high)}" if low >= 0 else f" {_signed(low)} … {_signed(high)}"
    if low is not None:
        return f" ≥ {_signed(low)}"
    return f" ≤ {_signed(high)}" if high is not None else ""


def _signed(number: float) -> str:
    return f"{number:g}".replace("-", "\u2212")


def _plain(text: str) -> str:
    """A term as Markdown text that cannot break a table, become HTML or start emphasis."""
    for character in "\\`*_[]|":
        text = text.replace(character, "\\" + character)
    return " ".join(text.replace("&", "&amp;").replace("<", "&lt;").split())


# --- code ---------------------------------------------------------------------------------------------------------


def _cypher(model: Model, _: Language) -> Iterator[str]:
    from gronagraf.store.constraints import schema_statements

    for statement in schema_statements(model):
        yield f"{statement};"


def _mermaid(model: Model, language: Language) -> Iterator[str]:
    yield "erDiagram"
    for node in model.nodes:
        yield f'    {node.label}["{_quoted(node.term[language])}"] {{'
        yield "        text id PK"
        for field in (NAME, *node.fields):
            key = " FK" if field.kind.name == "reference" else ""
            yield f'        {field.kind.name} {field.name}{key} "{_quoted(field.term[language])}"'
        yield "    }"
    for edge in model.edges:
        for start, end in edge.ends:
            line = ENTITY_ENDS[not edge.symmetric]
            yield f'    {start} {line} {end} : "{_quoted(edge.term[language])}"'


def _quoted(text: str) -> str:
    """A text inside Mermaid's double quotes, which know no escape."""
    return " ".join(text.replace('"', "'").split())


def _grass(model: Model, language: Language) -> Iterator[str]:
    yield BROWSER_DEFAULTS
    for node in model.nodes:
        yield _rule(
            f"node.{node.label}",
            color=node.colour,
            border_color=_darker(node.colour),
            text_color_internal=_readable_on(node.colour),
            diameter="50px",
            caption='"{name}"',
        )
    for edge in model.edges:
        colour = model.labels[edge.starts[0]].colour
        caption = f'"{_literal(edge.term[language])}"'
        yield _rule(f"relationship.{edge.type}", color=colour, shaft_width="2px", caption=caption)


def _literal(text: str) -> str:
    """A caption as it stands: quotes, `;` and `:` would end it for Neo4j Browser, braces would name a property."""
    return " ".join("".join(" " if c in "\"';:{}<>" else c for c in text).split())


def _rule(selector: str, **properties: str) -> str:
    lines = (f"  {name.replace('_', '-')}: {value};" for name, value in properties.items())
    return "\n".join((f"{selector} {{", *lines, "}"))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _darker(colour: str) -> str:
    return "#" + "".join(f"{channel * 4 // 5:02x}" for channel in _channels(colour))


def _readable_on(colour: str) -> str:
    """Black or white, whichever stands out more on a colour (relative luminance of WCAG 2.1)."""
    linear = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "#ffffff" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 else "#000000"


FORMS: Mapping[ModelForm, Callable[[Model, Language], Iterator[str]]] = {
    "glossary": _glossary,
    "cypher": _cypher,
    "mermaid": _mermaid,
    "grass": _grass,
}
