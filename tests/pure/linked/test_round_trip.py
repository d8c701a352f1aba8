"""Linked data out and in again: what rdflib reads, every field compared, and the same graph back."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

from gronagraf.changes import compare
from gronagraf.data import seed_folder
from gronagraf.errors import SeedError
from gronagraf.exporting import Export, format_named, write_export
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.importing.exported import is_exported
from gronagraf.importing.formats.linked import read_linked, read_sources
from gronagraf.importing.own import own_positions, own_seeds, read_own
from gronagraf.model import MODEL
from gronagraf.rdf.names import NAMESPACES, STANDARD
from gronagraf.reading import read_seed

FORMATS = {"turtle": "turtle", "jsonld": "json-ld"}
PREFIXES = "\n".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in NAMESPACES.items())
NASTY = 'Ett "citat" \\ och\nny rad\ttabb, <å&ä>, \u2028, 𝄞, {}|^` \'\'\' """ @sv ^^xsd:int \x7f slut'


def seed(name: str) -> Graph:
    return read_seed(seed_folder(name), MODEL)


def nasty() -> Graph:
    """Texts that end a literal or an IRI too soon, parallel relations, an isolate, two seeds, ids of every sign."""
    nodes = (
        Node("Actor", "å.b:c-d_e", {"name": NASTY, "note": NASTY, "source": "http://a.se/en sida?x=<y>"}, "ett"),
        Node("Actor", "-", {"name": "http://a.se", "source": "https://a.se/x/../y", "also_known_as": "@en"}, "ett"),
        Node("Actor", "seed", {"name": ".", "web_page": "https://å.se/räksmörgås", "in_region": False}, "två"),
        Node("Network", "relation", {"name": " ", "valid_from": "2020-02", "valid_to": "2024-02-29"}, "två"),
        Node("Goal", "goals", {"name": "m", "sdg": "7; 11.6", "target_year": 2030}, "två"),
        Node("Project", "1", {"name": "x" * 70_000, "total_sek": 0.1, "source": "https://a.se/?q=1&r=%C3%A5#d"}, "två"),
    )
    member = {"role": "member", "role_text": NASTY, "since": "2019"}
    edges = (
        Edge("MEMBER_OF", "-", "relation", member, "två"),
        Edge("MEMBER_OF", "-", "relation", {"role": "applicant", "since": "2019"}, "två"),
        Edge("MEMBER_OF", "-", "relation", member, "ett"),
        Edge("COLLABORATES_WITH", "seed", "å.b:c-d_e", {"step": "samsyn", "about": "goals"}, "ett"),
        Edge("FUNDS", "-", "1", {"amount_sek": 1.5e300, "programme": NASTY}, "ett"),
        Edge("FUNDS", "-", "1", {"amount_sek": 7, "programme": "annat"}, "ett"),
        Edge("INFLUENCES", "-", "seed", {"strength": -3}, "ett"),
        Edge("PART_OF", "goals", "utanför:x", {"since": "2020"}, "två"),
    )
    seeds = (
        SeedInfo("ett", NASTY, "", NASTY, "en", "P & Q", "egen licens", "2026-01", fictional=True, extends=("två",)),
        SeedInfo("två", "Två", "Two", complete=("MEMBER_OF", "Actor"), extends=("b", "a"), licence="CC0-1.0"),
    )
    return Graph(nodes, edges, seeds)


GRAPHS = {"kronoberg": lambda: seed("kronoberg"), "exempel": lambda: seed("exempel"), "nasty": nasty}


def exported(graph: Graph, form: str, folder: Path, **more: str) -> Path:
    chosen = format_named(form)
    (path,) = write_export(chosen, Export(graph, MODEL, "sv", **more), folder / f"graph{chosen.ending}")
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_comes_back_as_it_was(name: str, form: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    back = read_linked(exported(graph, form, tmp_path), MODEL)
    assert compare(graph, back, MODEL).same
    assert sorted(back.nodes, key=lambda node: node.id) == sorted(graph.nodes, key=lambda node: node.id)
    assert sorted(map(repr, back.edges)) == sorted(map(repr, graph.edges))
    assert back.seeds == graph.seeds


@pytest.mark.parametrize("base", ["https://data.region.se/id/", "https://data.region.se/#", "urn:x:y:"])
def test_a_graph_comes_back_from_under_another_base(base: str, tmp_path: Path) -> None:
    path = exported(nasty(), "turtle", tmp_path, base=base)
    assert compare(nasty(), read_linked(path, MODEL), MODEL).same
    names = {str(name) for name in rdflib.Graph().parse(path).subjects() if isinstance(name, rdflib.URIRef)}
    assert {name for name in names if not name.startswith((base, "urn:gronagraf:ns:"))} == set()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own, in its comparison
@pytest.mark.parametrize("name", GRAPHS)
def test_both_syntaxes_say_the_same(name: str, tmp_path: Path) -> None:
    graphs = [rdflib.Graph().parse(exported(GRAPHS[name](), form, tmp_path), format=FORMATS[form]) for form in FORMATS]
    assert isomorphic(*graphs)


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in FORMATS:
        first = exported(seed("exempel"), form, tmp_path).read_bytes()
        assert exported(seed("exempel"), form, tmp_path).read_bytes() == first


def test_the_tables_of_a_file_are_those_of_its_seed(tmp_path: Path) -> None:
    graph = seed("exempel")
    sources = {each.name: each for each in read_sources(exported(graph, "turtle", tmp_path), MODEL)}
    assert set(sources) == {node.label for node in graph.nodes} | {edge.type for edge in graph.edges}
    actors = [dict(zip(sources["Actor"].columns, cells, strict=True)) for _, cells in sources["Actor"].rows]
    assert {row["id"]: row["name"] for row in actors} == {n.id: n.name for n in graph.nodes if n.label == "Actor"}
    assert {row["in_region"] for row in actors} == {"true", "false"}


def asked(question: str, tmp_path: Path) -> list[tuple[str, ...]]:
    triples = rdflib.Graph().parse(exported(seed("exempel"), "turtle", tmp_path))
    return sorted(tuple(map(str, row)) for row in triples.query(f"{PREFIXES}\n{question}"))


def test_who_knows_only_the_standards_finds_public_bodies_and_memberships(tmp_path: Path) -> None:
    question = """SELECT ?name ?network ?role ?since WHERE {
        ?member a org:Membership ; org:member ?a ; org:organization ?n ; org:role/skos:prefLabel ?role ;
                org:memberDuring/time:hasBeginning/(time:inXSDDate|time:inXSDgYear|time:inXSDgYearMonth) ?since .
        ?a a cpov:PublicOrganisation ; skos:prefLabel ?name . ?n a org:OrganizationalCollaboration ;
           skos:prefLabel ?network . FILTER(lang(?role) = "sv") }"""
    graph = seed("exempel")
    by_id = graph.by_id()
    public = ("municipality", "region", "region_body", "state_agency")
    members = [
        (by_id[edge.start].name, by_id[edge.end].name, str(edge.facts["since"]))
        for edge in graph.edges
        if edge.type == "MEMBER_OF" and by_id[edge.start].facts["kind"] in public and "since" in edge.facts
        if edge.facts.get("role") not in (None, "applicant")
    ]
    assert sorted((name, network, since) for name, network, _, since in asked(question, tmp_path)) == sorted(members)


def test_goals_are_concepts_under_each_other(tmp_path: Path) -> None:
    question = "SELECT ?a ?b WHERE { ?a skos:broader ?b ; skos:inScheme ?s . ?s a skos:ConceptScheme }"
    graph = seed("exempel")
    labels = {node.id: node.label for node in graph.nodes}
    parts = [edge for edge in graph.edges if edge.type == "PART_OF" and labels[edge.start] == "Goal"]
    wanted = sorted((f"urn:gronagraf:id:{edge.start}", f"urn:gronagraf:id:{edge.end}") for edge in parts)
    assert wanted
    assert asked(question, tmp_path) == wanted


def test_identifiers_are_links(tmp_path: Path) -> None:
    facts = {"name": "A", "organisation_number": "212000-0142", "wikidata": "Q34", "county_code": "07"}
    nodes = (Node("Actor", "a", facts), Node("Goal", "g", {"name": "G", "sdg": "7; 11.6"}))
    triples = rdflib.Graph().parse(exported(Graph(nodes), "turtle", tmp_path))
    things = set(map(str, triples.objects()))
    assert {f"http://metadata.un.org/sdg/{number}" for number in ("7", "11.6")} <= things
    assert {"http://www.wikidata.org/entity/Q34", "http://data.europa.eu/nuts/code/SE212"} <= things
    notations = list(triples.objects(None, rdflib.SKOS.notation))
    assert rdflib.Literal("212000-0142", datatype=rdflib.URIRef("urn:gronagraf:ns:SE-ON")) in notations


def test_every_name_of_the_vocabulary_has_words_in_both_languages(tmp_path: Path) -> None:
    triples = rdflib.Graph().parse(exported(seed("exempel"), "turtle", tmp_path))
    own = {name for name in triples.subjects() if str(name).startswith(NAMESPACES["gg"])}
    words = {rdflib.RDFS.label, rdflib.SKOS.prefLabel}
    for name in own:
        languages = {word.language for verb in words for word in triples.objects(name, verb)}
        assert languages == {"sv", "en"}, name
    used = {verb for verb in triples.predicates() if str(verb).startswith(NAMESPACES["gg"])}
    assert used <= own


def test_what_a_standard_says_is_a_field_of_the_model() -> None:
    fields = {(kind.name, name) for kind in MODEL.all for name in kind.columns}
    assert {key for key in STANDARD if key[0] and key not in fields} == set()


BROKEN = {
    "cut.ttl": ("@prefix a: <b> .\na:x a:y 'unended", "is not Turtle"),
    "deep.ttl": ("<a:x> <a:y> " + "[ <a:y> " * 20_000 + "1" + "]" * 20_000 + " .", "too deep"),
    "lists.ttl": ("<a:x> <a:y> " + "( " * 20_000 + ")" * 20_000 + " .", "too deep"),
    "other.ttl": ("<a:x> <a:y> <a:z> .", "holds nothing of a type"),
    "empty.ttl": ("", "holds nothing of a type"),
    "html.ttl": ("<!DOCTYPE html><html></html>", "is not Turtle"),
    "deep.jsonld": ("[" * 100_000 + "]" * 100_000, "too deep"),
    "cut.jsonld": ('{"@graph": [', "is not JSON-LD"),
    "number.jsonld": ("[" + "9" * 10_000 + "]", "is not JSON-LD"),
    "remote.jsonld": ('{"@context": "https://schema.org/", "name": "x"}', "nothing is fetched"),
    "inner.jsonld": ('{"@graph": [{"a": {"@context": ["http://127.0.0.1:9/c"]}}]}', "nothing is fetched"),
    "import.jsonld": ('{"@context": {"@version": 1.1, "@import": "file:///etc/passwd"}}', "nothing is fetched"),
    "list.jsonld": ('{"@context": {"@vocab": 7}, "@id": 5, "@type": {"a": []}}', ""),
    "graf.xml": ("<a/>", "is not known as linked data"),
}


LARGE = {
    "prefixes.ttl": "".join(f"@prefix a{n}: <b{n}:> .\n" for n in range(50_000)),
    "objects.ttl": "<a:x> <a:y> 1" + "".join(f",{n}" for n in range(50_000)) + " .",
    "text.ttl": '<a:x> <a:y> """' + '"x' * 200_000 + '""" .',
    "unended.ttl": '<a:x> <a:y> """' + "x\n" * 200_000,
    "list.jsonld": '{"@context": {"@vocab": "a:"}, "k": {"@list": [' + ",".join("1" * 50_000) + "]}}",
    "keys.jsonld": '{"@context": {"@vocab": "a:"}' + "".join(f', "k{n}": 1' for n in range(50_000)) + "}",
    "loop.ttl": "<a:s> a <http://rdfs.org/ns/void#Dataset>, <urn:gronagraf:ns:Actor> ; "
    "<urn:gronagraf:ns:extends> _:b . _:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b .",
}
"""What takes rdflib a time that grows with the square, or would go on for ever, where it is not kept from it."""


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_a_large_or_endless_file_ends_soon(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(LARGE[name], encoding="utf-8")
    began = time.process_time()
    with pytest.raises(SeedError):
        read_linked(tmp_path / name, MODEL)
    assert time.process_time() - began < 20


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "stor.ttl").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(SeedError, match="larger than 64 MB"):
        read_linked(tmp_path / "stor.ttl", MODEL)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_clear_error(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text, what = BROKEN[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as raised:
        read_linked(tmp_path / name, MODEL)
    assert len(raised.value.problems) == 1
    assert what in str(raised.value)
    assert capfd.readouterr() == ("", "")


def test_every_value_that_does_not_fit_the_model_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = exported(seed("exempel"), "turtle", tmp_path)
    text = path.read_text(encoding="utf-8")
    text = text.replace('gg:valid_from "2022-01-01"^^xsd:date', 'gg:valid_from "2022-02-30"^^xsd:date', 1)
    text = text.replace("gg:Actor-kind gg:Actor-kind-region ", "gg:Actor-kind gg:Actor-kind-kungadome ", 1)
    text = text.replace(
        "gg:to id:ex_princip_larande", "gg:to id:ex_princip_larande , id:ex_region ; gg:basis gg:basis-inferred", 1
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as raised:
        read_linked(path, MODEL)
    told = str(raised.value)
    assert len(raised.value.problems) == 4
    for part in ('"2022-02-30" does not exist', "kungadome", "names 2 nodes", "basis: has 2 values"):
        assert part in told
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_a_file_written_by_another_program_is_read_too(tmp_path: Path) -> None:
    graph = seed("exempel")
    triples = rdflib.Graph().parse(exported(graph, "turtle", tmp_path))
    for form, name in (("turtle", "other.ttl"), ("nt", "other.nt"), ("json-ld", "other.jsonld")):
        triples.serialize(tmp_path / name, format=form, encoding="utf-8")
        back = read_linked(tmp_path / name, MODEL)
        assert compare(graph, back, MODEL).same
        assert back.seeds == graph.seeds


def test_json_ld_holds_its_context_and_one_thing_on_each_line(tmp_path: Path) -> None:
    path = exported(seed("exempel"), "jsonld", tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(data["@context"], dict)
    assert len(data["@graph"]) == path.read_text(encoding="utf-8").count('\n{"@id"')


def test_a_graph_without_seeds_is_written_and_read(tmp_path: Path) -> None:
    graph = seed("exempel")
    bare = Graph(
        tuple(replace(node, seed="") for node in graph.nodes), tuple(replace(edge, seed="") for edge in graph.edges)
    )
    assert read_linked(exported(bare, "turtle", tmp_path), MODEL) == bare


def test_linked_data_is_among_our_own_files(tmp_path: Path) -> None:
    path = exported(seed("exempel"), "jsonld", tmp_path)
    assert read_own(path, MODEL) == seed("exempel")
    assert own_seeds(path) == seed("exempel").seeds
    assert own_positions(path) == {}
    (tmp_path / "other.ttl").write_text("<a:x> <a:y> <a:z> .", encoding="utf-8")
    assert own_seeds(tmp_path / "other.ttl") == ()
    assert [is_exported(each) for each in (path, tmp_path / "other.ttl", tmp_path / "none.ttl")] == [True, False, False]
