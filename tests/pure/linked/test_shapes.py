"""The shapes made from the model: our seeds follow them, and each way of breaking a graph is found."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH

from gronagraf.data import seed_folder
from gronagraf.exporting import Export
from gronagraf.exporting.ends import with_names
from gronagraf.exporting.linked.resources import everything
from gronagraf.exporting.linked.shapes import PATTERNS, shapes
from gronagraf.exporting.linked.turtle import turtle
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL
from gronagraf.rdf.names import prefixes
from gronagraf.rdf.statements import Name
from gronagraf.reading import read_seed

BASE = "urn:gronagraf:id:"


def triples(graph: Graph) -> rdflib.Graph:
    text = "".join(turtle(everything(Export(graph, MODEL, "sv")), prefixes(BASE)))
    return rdflib.Graph().parse(data=text, format="turtle")


@cache
def rules() -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(turtle(shapes(MODEL), prefixes(BASE))), format="turtle")


def found(data: rdflib.Graph) -> set[tuple[str, str]]:
    """What is violated: which condition, by the field or end that it is about."""
    _, report, _ = pyshacl.validate(data, shacl_graph=rules(), inference="none")
    return {
        (
            str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH)).removesuffix("Component"),
            str(report.value(result, SH.resultPath) or "").rpartition(":")[2].rpartition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.slow
def test_the_shapes_are_shapes() -> None:
    """A type of every sort, against the shapes for shapes: all of them take most of a minute."""
    some = ("Actor-shape", "Goal-shape", "PART_OF-shape", "HAS_VALUE-shape", "INFLUENCES-shape")
    chosen = (shape for shape in shapes(MODEL) if isinstance(shape.subject, Name) and shape.subject.local in some)
    data = rdflib.Graph().parse(data="".join(turtle(chosen, prefixes(BASE))), format="turtle")
    assert len(set(data.subjects(RDF.type, SH.NodeShape))) == len(some)
    _, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=data, meta_shacl=True)
    assert "Conforms: True" in text


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_our_seeds_follow_the_shapes(name: str) -> None:
    assert found(triples(read_seed(seed_folder(name), MODEL))) == set()


GOOD = Graph(
    (
        Node("Actor", "a", {"name": "A", "kind": "company", "municipality": "k", "organisation_number": "556036-0793"}),
        Node("Actor", "k", {"name": "K", "in_region": True, "valid_from": "2019-02"}),
        Node("Network", "n", {"name": "N"}),
        Node("Goal", "g", {"name": "G", "target_year": 2030, "sdg": "7; 11.6"}),
        Node("StakeholderAnalysis", "s", {"name": "S"}),
    ),
    (
        Edge("MEMBER_OF", "a", "n", {"role": "member", "since": "2019"}),
        Edge("PART_OF", "a", "k", {}),
        Edge("OWNS_SHARE_OF", "k", "a", {"share": 33.3}),
        Edge("ASSESSED_IN", "a", "s", {"power": 5}),
        Edge("COLLABORATES_WITH", "a", "k", {"about": "g", "step": "samsyn"}),
    ),
)


def node(id_: str, **facts: object) -> Callable[[], Graph]:
    """The good graph with other facts in one node."""
    changed = (replace(each, facts={**each.facts, **facts}) if each.id == id_ else each for each in GOOD.nodes)
    return lambda: replace(GOOD, nodes=tuple(changed))


def edge(type_: str, start: str = "", end: str = "", **facts: object) -> Callable[[], Graph]:
    """The good graph with other ends or facts in one relation."""
    changed = (
        replace(each, start=start or each.start, end=end or each.end, facts={**each.facts, **facts})
        if each.type == type_
        else each
        for each in GOOD.edges
    )
    return lambda: replace(GOOD, edges=tuple(changed))


BROKEN: dict[str, tuple[Callable[[], Graph], set[tuple[str, str]]]] = {
    "choice": (node("a", kind="kungadöme"), {("InConstraint", "Actor-kind")}),
    "empty name": (node("a", name=""), {("MinLengthConstraint", "label")}),
    "text as number": (node("g", target_year="snart"), {("DatatypeConstraint", "Goal-target_year")}),
    "date": (node("k", valid_from="i fjol"), {("OrConstraint", "valid_from")}),
    "day that is none": (node("k", valid_from="2023-02-30"), {("OrConstraint", "valid_from")}),
    "boolean": (node("k", in_region="kanske"), {("DatatypeConstraint", "Actor-in_region")}),
    "reference to nobody": (node("a", municipality="ingen"), {("ClassConstraint", "Actor-municipality")}),
    "reference to another label": (node("a", municipality="g"), {("ClassConstraint", "Actor-municipality")}),
    "organisation number": (
        node("a", organisation_number="811228-9874"),
        {("PatternConstraint", "Actor-organisation_number")},
    ),
    "goal of the UN": (node("g", sdg="sju"), {("PatternConstraint", "Goal-sdg")}),
    "above the bound": (edge("ASSESSED_IN", power=6), {("MaxInclusiveConstraint", "ASSESSED_IN-power")}),
    "below the bound": (edge("ASSESSED_IN", power=0), {("MinInclusiveConstraint", "ASSESSED_IN-power")}),
    "number": (  # a text is no number, and so within no bound either
        edge("OWNS_SHARE_OF", share="hälften"),
        {(f"{each}Constraint", "OWNS_SHARE_OF-share") for each in ("Or", "MinInclusive", "MaxInclusive")},
    ),
    "end": (edge("MEMBER_OF", end="k"), {("ClassConstraint", "to")}),
    "end that is nowhere": (edge("MEMBER_OF", end="x"), {("ClassConstraint", "to")}),
    "pair": (edge("PART_OF", end="g"), {("OrConstraint", "")}),
    "about": (edge("COLLABORATES_WITH", about="n"), {("OrConstraint", "COLLABORATES_WITH-about")}),
    "required": (
        lambda: replace(GOOD, edges=(*GOOD.edges, Edge("HAS_VALUE", "a", "n", {}))),
        {
            ("MinCountConstraint", "HAS_VALUE-value"),
            ("MinCountConstraint", "HAS_VALUE-date"),
            ("ClassConstraint", "to"),
        },
    ),
}


def test_the_good_graph_is_good() -> None:
    assert found(triples(GOOD)) == set()


@pytest.mark.slow
def test_a_graph_that_names_what_lies_in_another_seed_is_good_with_its_names() -> None:
    """An end, and nodes that only fields name: their types and names go along, and nothing else of theirs."""
    others = [each for each in GOOD.nodes if each.id in ("k", "n", "g")]
    own = replace(GOOD, nodes=tuple(each for each in GOOD.nodes if each not in others))
    assert found(triples(own)) > {("ClassConstraint", "to"), ("ClassConstraint", "Actor-municipality")}
    named = with_names(own, others, MODEL)
    assert found(triples(named)) == set()
    assert [each.facts for each in named.nodes[-3:]] == [{"name": "K"}, {"name": "N"}, {"name": "G"}]
    assert with_names(GOOD, others, MODEL) == GOOD


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_each_way_of_breaking_it_is_found(name: str) -> None:
    make, violated = BROKEN[name]
    assert found(triples(make())) == violated


@pytest.mark.slow
def test_what_is_said_twice_or_left_unsaid_is_found() -> None:
    data = triples(GOOD)
    own = rdflib.Namespace("urn:gronagraf:ns:")
    data.add((rdflib.URIRef(f"{BASE}a"), rdflib.RDFS.label, rdflib.Literal("B")))
    data.remove((rdflib.URIRef(f"{BASE}k"), rdflib.RDFS.label, None))
    member = next(data.subjects(RDF.type, own.MEMBER_OF))
    data.remove((member, own.to, None))
    assert found(data) == {
        ("MaxCountConstraint", "label"),
        ("MinCountConstraint", "label"),
        ("MinCountConstraint", "to"),
    }


def test_every_scheme_of_identifiers_has_a_pattern(tmp_path: Path) -> None:
    assert {field.kind.scheme for _, field in MODEL.fields() if field.kind.scheme} <= set(PATTERNS)
