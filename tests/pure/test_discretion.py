"""What is left out of what is made public, and what looks like a person's particulars."""

from dataclasses import replace

import pytest

from gronagraf.data import seed_folder
from gronagraf.discretion import for_the_public
from gronagraf.discretion.personal import is_identity_number, is_named_after_somebody, look, masked
from gronagraf.errors import ModelError
from gronagraf.graph import Edge, Graph, Node, SeedInfo
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.schema import TEXT, EdgeType, Field, Model, NodeType, Term
from gronagraf.values.identifiers import check_digit

PARTICULARS = {
    "identity_number": (
        "811228-9874",
        "19811228-9874",
        "198112289874",
        "811228+9874",
        "701063-2391",  # a coordination number: the day and sixty
        "nr 811228 9874.",
        "https://a.se/p/811228-9874/x",
        "000229-0005",
    ),
    "email": (
        "anna.andersson@vaxjo.se",
        "Skriv till a_b+c@sub.domain.example.com!",
        "mailto:anna@vaxjo.se?subject=x",
        "anna(at)vaxjo.se",
        "anna [at] vaxjo (dot) se",
        "https://a.se/?to=anna%40vaxjo.se",
        "åsa.öberg@växjö.se",
    ),
    "phone": (
        "0470-58 80 00",
        "0470-588000",
        "08-123 456 78",
        "070-123 45 67",
        "070 123 45 67",
        "0701234567",
        "+46 70 123 45 67",
        "+46(0)470-58 80 00",
        "0046 70 123 45 67",
        "tfn:0372-123 45",
        "https://a.se/?tel=0701234567",
        "+4712345678",
        "(0470) 58 80 00",
    ),
    "address": (
        "Storgatan 12",
        "bor på Norra Esplanaden 3B i stan",
        "Kungsvägen 7 A",
        "352 46 Växjö",
        "SE-352 46 Växjö",
    ),
}
HARMLESS = (
    "",
    "Region Kronoberg",
    "212000-0142",  # an organisation number: its third digit is never below two
    "556036-0793",
    "http://www.mynewsdesk.com/se/pressreleases/stoed-till-regionala-projekt-foer-tillvaext-354822",
    "https://docplayer.se/160659126-Regionala-utvecklingsnamnden.html",
    "2018-01-17",
    "2014-2020",
    "2021–2027",
    "6 600 000 kr",
    "127 450 kronor",
    "0,5 procent",
    "SS 854000:2014",
    "811228-9875",  # the check digit is wrong
    "811328-9874",
    "RUN 2019-05-21 § 45",
    "Agenda 2030, mål 11.6",
    "kl. 08.30-16.00",
    "Väg 25",
    "E4:an",
    "Handlingsplan 25 år",
    "Våning 3",
    "10.1000/182",
    "@vaxjokommun",
    "978-91-7000-150-6",
    "https://www.regionkronoberg.se/globalassets/2019/190521-kallelse.pdf",
    "0780",
    "07",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PARTICULARS.items() for text in texts])
def test_what_may_tell_who_a_person_is_is_found(kind: str, text: str) -> None:
    assert [found.name for found, _ in look(text)] == [kind]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not_is_left_alone(text: str) -> None:
    assert list(look(text)) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("anna.andersson@region.se", True),
        ("a.andersson@region.se", True),
        ("Åsa-Lena.von.Öberg@växjö.se", True),
        ("data@example.se", False),
        ("region.2030@example.se", False),
        ("oppna-data@region.example.se", False),
        ("", False),
    ],
)
def test_an_address_that_is_made_of_names_is_told_from_a_posts(address: str, expected: bool) -> None:
    assert is_named_after_somebody(address) is expected


def test_only_one_in_ten_check_digits_is_right() -> None:
    right = [ten for last in range(10) if is_identity_number(ten := f"811228987{last}")]
    assert right == [f"811228987{check_digit('811228987')}"]


def test_what_was_found_is_not_shown() -> None:
    for texts in PARTICULARS.values():
        for text in texts:
            for _, found in look(text):
                assert found not in masked(found)
                assert sum(sign.isalnum() for sign in masked(found)) <= 2


def seed(name: str) -> Graph:
    return read_seed(seed_folder(name), MODEL)


@pytest.mark.parametrize("name", ["kronoberg", "exempel"])
def test_notes_assessments_and_free_text_are_left_out_whole(name: str) -> None:
    graph = seed(name)
    public = for_the_public(graph, MODEL)
    kinds = {kind.name: kind for kind in MODEL.all}
    private = {
        (kind, field)
        for item in (*public.graph.nodes, *public.graph.edges)
        for kind in [item.label if isinstance(item, Node) else item.type]
        for field in item.facts
        if kinds[kind].columns[field].free or kinds[kind].columns[field].assessment or field == "note"
    }
    assert private == set()
    assert len(public.graph.nodes) == len(graph.nodes)
    judged = [edge for edge in graph.edges if edge.type == "ASSESSED_IN"]
    assert len(public.graph.edges) == len(graph.edges) - len(judged)
    before, after = (sum(len(item.facts) for item in (*g.nodes, *g.edges)) for g in (graph, public.graph))
    values = sum(each.count for each in public.left if each.field)
    assert values == before - after - sum(len(edge.facts) for edge in judged) > 0
    assert [each.count for each in public.left if not each.field] == ([len(judged)] if judged else [])


def test_who_was_assessed_is_left_out_whole_and_nobody_comes_along_for_it() -> None:
    """An analysis of a seed that it extends, with the ends of its relations: only who is named elsewhere stays."""
    nodes = (
        Node("StakeholderAnalysis", "s", {"name": "S", "date": "2024"}, "analys"),
        Node("Actor", "own", {"name": "Egen", "municipality": "k"}, "analys"),
        *(Node("Actor", id_, {"name": id_}, "region") for id_ in ("a", "b", "k")),
    )
    assessed = tuple(Edge("ASSESSED_IN", id_, "s", {"power": 5}, "analys") for id_ in ("a", "b", "k", "own"))
    edges = (*assessed, Edge("PART_OF", "own", "b", {}, "analys"))
    info = SeedInfo("analys", "Analys", extends=("region",), complete=("ASSESSED_IN", "Actor"))
    public = for_the_public(Graph(nodes, edges, (info,)), MODEL)
    assert [node.id for node in public.graph.nodes] == ["s", "own", "b", "k"]
    assert [edge.type for edge in public.graph.edges] == ["PART_OF"]
    assert public.graph.seeds[0].complete == ("Actor",)
    assert [(each.type, each.field, each.count) for each in public.left] == [
        ("Actor", "", 1),
        ("ASSESSED_IN", "", 4),
    ]


def test_all_that_can_be_written_freely_is_free_or_searched() -> None:
    """Who adds a text to the model decides which: what is said in words of one's own is marked as free."""
    kept = {
        f"{kind.name}.{name}"
        for kind, field in MODEL.fields()
        for name in [field.name]
        if field.kind.name == "text" and not field.kind.scheme and name not in kind.private
    }
    own = {each for each in kept if each.partition(".")[2] not in ("name", "source")}
    assert own == {
        "Actor.also_known_as", "Actor.place", "FUNDS.programme", "Indicator.unit", "LearningEvent.place",
        "LearningEvent.topic", "OWNS_SHARE_OF.via", "Project.place", "Project.programme",
    }  # fmt: skip


def test_what_is_found_is_left_out_or_told_where_it_cannot_be() -> None:
    nodes = (
        Node("Actor", "a", {"name": "Ring 070-123 45 67", "place": "Storgatan 1", "note": "811228-9874"}),
        Node("Actor", "811228-9874", {"name": "B", "source": "samtal med b@c.se"}),
        Node("Project", "p", {"name": "P"}),
    )
    edges = (Edge("FUNDS", "811228-9874", "p", {"programme": "a@b.se", "amount_sek": 5}),)
    graph = Graph(nodes, edges, (SeedInfo("s", "T", publisher="a@b.se"),))
    public = for_the_public(graph, MODEL)
    told = [(hit.type, hit.field, hit.kind.name, hit.left_out) for hit in public.hits]
    assert told == [
        ("Actor", "name", "phone", False),
        ("Actor", "place", "address", True),
        ("Actor", "id", "identity_number", False),
        ("Actor", "source", "email", True),
        ("FUNDS", "id", "identity_number", False),
        ("FUNDS", "programme", "email", False),
        ("seed.toml", "publisher", "email", False),
    ]
    assert [hit.field for hit in public.staying] == ["name", "id", "id", "programme", "publisher"]
    assert "811228" not in "".join(hit.id + hit.shown for hit in public.hits)
    assert [node.facts for node in public.graph.nodes] == [{"name": "Ring 070-123 45 67"}, {"name": "B"}, {"name": "P"}]
    assert {(each.type, each.field): each.count for each in public.left} == {
        ("Actor", "place"): 1,
        ("Actor", "note"): 1,
        ("Actor", "source"): 1,
    }


def test_what_the_model_does_not_know_of_is_left_out() -> None:
    graph = Graph((Node("Actor", "a", {"name": "A", "diary": "x"}), Node("Diary", "d", {"name": "D"})))
    public = for_the_public(graph, MODEL)
    assert [node.facts for node in public.graph.nodes] == [{"name": "A"}, {}]
    assert [(each.type, each.field) for each in public.left] == [("Actor", "diary"), ("Diary", "name")]


def test_a_graph_without_anything_private_stays_as_it_is() -> None:
    graph = Graph((Node("Actor", "a", {"name": "A"}),))
    assert for_the_public(graph, MODEL).graph == graph
    assert for_the_public(graph, MODEL).hits == ()


def test_a_model_may_not_need_what_is_never_public() -> None:
    word = Term("ord", "word")
    node = NodeType("Thing", word, word, word, "#000000", "dot")
    edge = EdgeType(
        "SAYS", word, word, word, (("Thing", "Thing"),), (Field("words", TEXT, word, free=True),), ("words",)
    )
    with pytest.raises(ModelError, match="left out of what is made public"):
        Model((node,), (edge,))
    Model((node,), (replace(edge, key=()),))
