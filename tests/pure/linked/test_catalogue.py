"""The metadata for the open-data portal: what DCAT-AP-SE 3 requires is there, and nothing is made up."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, SH, XSD
from rdflib.compare import to_canonical_graph

from gronagraf.data import seed_folder
from gronagraf.errors import GronagrafError
from gronagraf.exporting import Export, format_named, write_export
from gronagraf.exporting.publication import Publication
from gronagraf.graph import Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

BASE = "https://data.example.se/id/"
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SAID = Publication(
    access_url="https://data.example.se/fröer?a=1&b=/",
    contact="data@example.se",
    publisher_type="RegionalAuthority",
    themes=("REGI", "GOVE"),
    access_rights="PUBLIC",
)
CARDINALITIES = {
    DCAT.Catalog: {
        DCTERMS.title: (1, 9), DCTERMS.description: (1, 9), DCTERMS.publisher: (1, 1), DCTERMS.license: (1, 1),
        DCAT.dataset: (1, 9), DCTERMS.issued: (0, 1), DCTERMS.modified: (0, 1),
    },
    DCAT.Dataset: {
        DCTERMS.title: (1, 9), DCTERMS.description: (1, 9), DCTERMS.publisher: (1, 1), DCTERMS.modified: (0, 1),
        DCTERMS.accessRights: (0, 1),
    },
    DCAT.Distribution: {
        DCAT.accessURL: (1, 1), DCAT.byteSize: (0, 1), DCTERMS.modified: (0, 1), SPDX.checksum: (0, 1),
        DCTERMS.license: (0, 1), DCTERMS.format: (0, 1),
    },
    FOAF.Agent: {FOAF.name: (1, 9), DCTERMS.type: (1, 1)},
    VCARD.Organization: {VCARD.fn: (1, 9), VCARD.hasEmail: (1, 9)},
}  # fmt: skip
"""How often each property stands, as DIGG's own processor of DCAT-AP-SE has it (dcat_specification.properties)."""


def seed(name: str) -> Graph:
    return read_seed(seed_folder(name), MODEL)


def written(graph: Graph, folder: Path, said: Publication = SAID) -> rdflib.Graph:
    export = Export(graph, MODEL, "sv", base=BASE, publication=said)
    (path,) = write_export(format_named("dcat"), export, folder / "katalog.ttl")
    return rdflib.Graph().parse(path, format="turtle")


@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_what_the_swedish_profile_requires_is_there(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.jsonld").write_text("{}", encoding="utf-8")
    data = written(seed(name), tmp_path, replace(SAID, files=(tmp_path / f"{name}.jsonld",)))
    for kind, properties in CARDINALITIES.items():
        subjects = list(data.subjects(RDF.type, kind))
        assert subjects
        for subject in subjects:
            counts = {verb: len(list(data.objects(subject, verb))) for verb in properties}
            wrong = {verb: counts[verb] for verb, (low, high) in properties.items() if not low <= counts[verb] <= high}
            assert wrong == {}
    licence = rdflib.URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
    assert list(data.objects(next(data.subjects(RDF.type, DCAT.Catalog)), DCTERMS.license)) == [licence]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own, in its comparison
def test_the_portal_gets_rdf_xml_that_says_the_same(tmp_path: Path) -> None:
    info = replace(seed("exempel").seeds[0], title='<å> & "ö" ]]>\n')
    export = Export(replace(seed("exempel"), seeds=(info,)), MODEL, "sv", base=BASE, publication=SAID)
    said = []
    for name, form in (("k.rdf", "xml"), ("k.ttl", "turtle"), ("k.jsonld", "json-ld")):
        (path,) = write_export(format_named("dcat"), export, tmp_path / name)
        said.append(to_canonical_graph(rdflib.Graph().parse(path, format=form)))
    assert set(said[0]) == set(said[1]) == set(said[2])
    assert {type(subject) for subject in said[0].subjects(RDF.type, None)} == {rdflib.URIRef, rdflib.BNode}
    kinds = (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent, VCARD.Organization)
    named = [subject for kind in kinds for subject in said[0].subjects(RDF.type, kind)]
    assert all(str(subject).startswith(BASE) for subject in named)  # the portal takes no blank nodes for these


def test_files_are_described_by_what_they_are(tmp_path: Path) -> None:
    files = (tmp_path / "å b.ttl", tmp_path / "okänd.xyz")
    for file in files:
        file.write_bytes(b"x" * 1_500_000)
    data = written(seed("exempel"), tmp_path, replace(SAID, files=files, access_url="https://a.se/d/"))
    first, second = sorted(data.subjects(RDF.type, DCAT.Distribution))
    assert data.value(first, DCAT.downloadURL) == rdflib.URIRef("https://a.se/d/%C3%A5%20b.ttl")
    assert data.value(first, DCAT.byteSize) == rdflib.Literal("1500000", datatype=XSD.nonNegativeInteger)
    assert data.value(first, DCTERMS.format) == rdflib.Literal("text/turtle")
    checksum = data.value(first, SPDX.checksum)
    assert str(data.value(checksum, SPDX.checksumValue)) == hashlib.sha1(b"x" * 1_500_000).hexdigest()
    assert data.value(second, DCTERMS.format) is None
    assert data.value(second, DCTERMS.title) == rdflib.Literal("okänd.xyz")


def test_the_dataset_is_that_of_the_linked_data_and_says_what_it_covers(tmp_path: Path) -> None:
    data = written(seed("kronoberg"), tmp_path)
    dataset = rdflib.URIRef(f"{BASE}seed/kronoberg")
    assert set(data.objects(dataset, DCTERMS.spatial)) == {rdflib.URIRef("http://data.europa.eu/nuts/code/SE212")}
    period = data.value(dataset, DCTERMS.temporal)
    start, end = data.value(period, DCAT.startDate), data.value(period, DCAT.endDate)
    dates = sorted(str(v) for n in seed("kronoberg").nodes for k, v in n.facts.items() if k.startswith("valid_"))
    assert str(start) <= dates[0]
    assert start.datatype in (XSD.date, XSD.gYear, XSD.gYearMonth)
    assert str(end) <= "2026-11-24"


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        (("2024-02", "2024", "2023-12-31"), "2023-12-31", "2024"),
        (("2019-06-01", "2019", "2019-06"), "2019", "2019"),
        (("2019-06-01", "2019-06"), "2019-06", "2019-06"),
    ],
)
def test_the_period_holds_all_dates_however_well_they_are_known(
    dates: tuple[str, ...], first: str, last: str, tmp_path: Path
) -> None:
    nodes = tuple(Node("Actor", f"a{date}", {"name": "A", "valid_from": date}, "s") for date in dates)
    info = SeedInfo("s", "S", description="D", publisher="P", licence="CC0-1.0")
    data = written(Graph(nodes, (), (info,)), tmp_path)
    (start,), (end,) = data.objects(None, DCAT.startDate), data.objects(None, DCAT.endDate)
    assert (str(start), str(end)) == (first, last)


@pytest.mark.parametrize(("titles", "code"), [(("S", ""), "SWE"), (("S", "E"), "SWE"), (("", "E"), "ENG")])
def test_the_dataset_is_in_the_language_that_its_title_is_first_written_in(
    titles: tuple[str, str], code: str, tmp_path: Path
) -> None:
    info = SeedInfo("s", *titles, description="D", description_en="D", publisher="P", licence="CC0-1.0")
    data = written(Graph((Node("Actor", "a", {"name": "A"}, "s"),), (), (info,)), tmp_path)
    dataset = rdflib.URIRef(f"{BASE}seed/s")
    assert [str(each).rpartition("/")[2] for each in data.objects(dataset, DCTERMS.language)] == [code]


def test_what_is_made_up_says_so(tmp_path: Path) -> None:
    data = written(seed("exempel"), tmp_path)
    told = {
        each.language: str(each) for each in data.objects(rdflib.URIRef(f"{BASE}seed/exempel"), DCTERMS.description)
    }
    assert told["sv"].startswith("PÅHITTAD")
    assert told["en"].startswith("FICTIONAL")
    real = written(seed("kronoberg"), tmp_path)
    assert "PÅHITTAD" not in "".join(map(str, real.objects(None, DCTERMS.description)))


def test_everything_that_is_required_and_not_known_is_told_at_once(tmp_path: Path) -> None:
    graph = Graph((Node("Actor", "a", {"name": "A"}, "s"),), (), (SeedInfo("s", "S", licence="fri"),))
    with pytest.raises(GronagrafError) as raised:
        written(graph, tmp_path, Publication())
    asked = ["--access-url", "--publisher", "--publisher-type", "--licence", "seed.toml: description"]
    assert [problem.where for problem in raised.value.problems] == asked
    with pytest.raises(GronagrafError, match="--base: is required"):
        write_export(format_named("dcat"), Export(graph, MODEL, "sv"), tmp_path / "katalog.ttl")
    assert not (tmp_path / "katalog.ttl").exists()


@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_the_packaged_seeds_lack_only_what_a_publisher_knows(name: str, tmp_path: Path) -> None:
    with pytest.raises(GronagrafError) as raised:
        written(seed(name), tmp_path, Publication())
    assert [problem.where for problem in raised.value.problems] == ["--access-url", "--publisher-type"]


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    said = replace(SAID, access_url="data.se", contact="Anna", licence="fri <b>", spatial=("Kronoberg",))
    with pytest.raises(GronagrafError) as raised:
        written(seed("exempel"), tmp_path, said)
    assert [problem.where for problem in raised.value.problems] == [
        "--access-url",
        "--licence",
        "--spatial",
        "--contact",
    ]
    with pytest.raises(GronagrafError, match="cannot be read"):
        written(seed("exempel"), tmp_path, replace(SAID, files=(tmp_path / "ingen.ttl",)))


def test_several_seeds_are_not_one_dataset(tmp_path: Path) -> None:
    both = replace(seed("exempel"), seeds=(*seed("exempel").seeds, *seed("kronoberg").seeds))
    with pytest.raises(GronagrafError, match="exempel, kronoberg; give --only-seed"):
        written(both, tmp_path)


def violations(data: rdflib.Graph, rules: Path) -> Iterator[tuple[str, str]]:
    _, report, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(rules), inference="none")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Violation:
            yield str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultPath))


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("GRONAGRAF_TEST_DCAT"), reason="GRONAGRAF_TEST_DCAT names no folder of shapes")
@pytest.mark.parametrize("rules", ["shapes.ttl", "range.ttl"])
@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_the_european_profile_has_nothing_to_say_but_of_the_form(name: str, rules: str, tmp_path: Path) -> None:
    """DCAT-AP 3.0.1's own shapes, which are not ours to pack; Sweden's profile wants dcterms:format as a text."""
    (tmp_path / "a.ttl").write_text("", encoding="utf-8")
    data = written(seed(name), tmp_path, replace(SAID, files=(tmp_path / "a.ttl",)))
    shapes = Path(os.environ["GRONAGRAF_TEST_DCAT"]) / rules
    assert {path for _, path in violations(data, shapes)} == {str(DCTERMS.format)}
    if rules == "shapes.ttl":
        data.remove((None, DCAT.accessURL, None))
        assert str(DCAT.accessURL) in {path for _, path in violations(data, shapes)}
