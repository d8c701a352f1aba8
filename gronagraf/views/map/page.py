"""Writes the map page: checks the graph, lets pyvis render our template, and seals it with a content policy."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gronagraf.errors import GronagrafError, Problem
from gronagraf.graph import Edge, Graph, Node
from gronagraf.schema import PERIODS, Language, Model, Term
from gronagraf.values import quote
from gronagraf.views.map.drawing import SMALLEST, WIDEST, Drawing, draw
from gronagraf.views.map.dressing import PLAIN, Dressing, described
from gronagraf.views.map.inwords import MOMENT, in_words
from gronagraf.views.map.layouts.network import WIDEN
from gronagraf.views.map.layouts.packing import Disc
from gronagraf.views.map.marks import NO_MARKS, Marked, Marks, every_item, marked
from gronagraf.views.map.parts import parts
from gronagraf.views.map.places import Places
from gronagraf.views.map.still import measures, tables
from gronagraf.views.map.story import Story, faults, plain
from gronagraf.views.map.vocabulary import both, vocabulary
from gronagraf.views.map.wire import edge_rows, node_rows
from gronagraf.views.map.words import KEYS, WORDS

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).resolve().parent

LINK = re.compile(r"https?://[^\s<>\"']+")
UNSAFE = re.compile("[<>&\u2028\u2029]")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def write_map(
    graph: Graph,
    model: Model,
    *,
    title: Term | None = None,
    language: Language = "sv",
    unfinished: Sequence[str] = (),
    dressing: Dressing = PLAIN,
    marks: Marks = NO_MARKS,
    places: Places | None = None,
    with_assessments: bool = False,
    story: Story | None = None,
) -> str:
    """One self-contained HTML page that draws the graph; write it as UTF-8 with `\\n` as line end.

    The same graph gives the same text. `title` is otherwise that of the seed; `unfinished` names seeds whose load has
    not ended; `dressing` gives size and colour by what was measured, `marks` what has changed and where the thread
    breaks, `places` those of an earlier map, `story` views to be told in order. Assessments stay out unless
    `with_assessments`. Raises GronagrafError with every reason why the graph cannot be drawn: unknown labels, types or
    ends, an id twice, a number that is not finite, a step of the story that names what is not on the map.
    """
    found = marked(graph, model, marks, with_assessments=with_assessments)
    if problems := sorted(set(_faults(found.graph, model))):
        raise GronagrafError(problems)
    drawing = draw(found, model, dressing, places)
    values = {
        "about": _about(found, model, drawing, dressing, story) | {"pinned": _pinned(found.graph, places)},
        "language": language,
        "unfinished": ", ".join(unfinished),
        "fictional": graph.fictional,
        "seeds": graph.seeds,
        "title": title_of(graph, title),
        **_still(found, model, drawing, dressing, language),
        "marks": found,
        "parts": parts(),
    }
    return _rendered(drawing, values)


def _rendered(drawing: Drawing, values: Mapping[str, object]) -> str:
    network = drawing.network
    network.templateEnv = _environment()
    network.templateEnv.globals.update(values)
    network.path = "page.html"
    return LONE_SURROGATE.sub("\ufffd", network.generate_html())


def _still(
    found: Marked, model: Model, drawing: Drawing, dressing: Dressing, language: Language
) -> Mapping[str, object]:
    """What readers without scripts get."""
    return {
        "tables": tables(found, model, language),
        "in_words": in_words(found.graph, model, drawing.layout.blocks, language),
        "measures": measures(dressing, language),
    }


def _faults(graph: Graph, model: Model) -> Iterator[Problem]:
    counts = Counter(node.id for node in graph.nodes)
    for node in graph.nodes:
        for what, remedy in _node_faults(node, model, counts):
            yield Problem(f"node {quote(node.id)}", what, remedy)
    for edge in graph.edges:
        for what, remedy in _edge_faults(edge, model, counts):
            yield Problem(f"relation {quote(edge.start)} to {quote(edge.end)}", what, remedy)


def _node_faults(node: Node, model: Model, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    if node.label not in model.labels:
        yield f"has the label {quote(node.label)}, which the model lacks", "draw the model's own"
    if counts[node.id] > 1:
        yield f"occurs {counts[node.id]} times", "ids are unique in a graph"
    yield from _number_faults(node)


def _edge_faults(edge: Edge, model: Model, counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    if edge.type not in model.types:
        yield f"has the type {quote(edge.type)}, which the model lacks", "draw the model's own"
    for end in (edge.start, edge.end):
        if end not in counts:
            yield f"ends in {quote(end)}, which is not in the graph", "add the node or leave the relation out"
    yield from _number_faults(edge)


def _number_faults(item: Node | Edge) -> Iterator[tuple[str, str]]:
    for name, value in item.facts.items():
        if isinstance(value, float) and not math.isfinite(value):
            yield f"has {name} {value}", "leave out what is not a finite number"


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["sealed_json"] = lambda value: _sealed(_json(value))
    environment.filters["sealed"] = _sealed
    environment.filters["node_rows"] = node_rows
    environment.filters["edge_rows"] = edge_rows
    environment.tests["link"] = lambda text: isinstance(text, str) and bool(LINK.fullmatch(text))
    environment.globals.update(words=WORDS, keys=KEYS)
    return environment


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _sealed(text: str) -> str:
    """JSON that may stand in a script element: nothing in it can end the element or open a comment."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def title_of(graph: Graph, title: Term | None = None) -> Term:
    """The title given, else those of the seeds."""
    if title:
        return title
    swedish = " · ".join(seed.title or seed.name for seed in graph.seeds)
    english = " · ".join(seed.title_en or seed.title or seed.name for seed in graph.seeds)
    return Term(swedish, english) if swedish else WORDS["untitled"]


def _pinned(graph: Graph, places: Places | None) -> list[str]:
    return [node.id for node in graph.nodes if node.id in places.pinned] if places else []


def _about(found: Marked, model: Model, drawing: Drawing, dressing: Dressing, story: Story | None) -> dict[str, object]:
    layout, graph = drawing.layout, found.graph
    about = {
        **vocabulary(every_item(found), model),
        **found.about,
        "words": {key: both(term) for key, term in WORDS.items()},
        "sources": drawing.sources,
        "seeds": [[seed.title or seed.name, seed.title_en or seed.title or seed.name] for seed in graph.seeds],
        "periods": [*PERIODS, MOMENT],
        "radii": [SMALLEST, WIDEST],
        "discs": [_ellipse(disc) for disc in layout.discs],
        "blocks": layout.blocks,
        "tray": None if layout.tray is None else round(layout.tray),
        "fictional": graph.fictional,
        "layouts": [each.plain() for each in drawing.layouts],
        "scales": described(dressing),
        "start": {"size": dressing.size, "colour": dressing.colour},
    }
    return about | _told(story, about, graph)


def _told(story: Story | None, about: Mapping[str, Any], graph: Graph) -> dict[str, object]:
    """The story as the page has it. Raises GronagrafError where its views name what is not on the map."""
    if story is None:
        return {}
    labels, types = about["nodes"], about["edges"]
    fields = {f"{label}.{name}" for label, each in labels.items() for name in each["fields"]}
    names = {
        "nodes": graph.by_id().keys(),
        "labels": labels,
        "types": types,
        "layouts": {"network", *(each["key"] for each in about["layouts"])},
        "scales": {"ties", "block", *fields, *(each["key"] for each in about["scales"])},
    }
    if problems := list(faults(story, names)):
        raise GronagrafError(problems)
    return {"story": plain(story)}


def _ellipse(disc: Disc) -> list[int]:
    """Middle, half width and half height of a block on the map."""
    return [round(disc.x * WIDEN), round(disc.y), round(disc.radius * WIDEN), round(disc.radius)]
