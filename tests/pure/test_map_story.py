"""A story's file: what is read of it, and what is said of each fault."""

import re
from pathlib import Path

import pytest

from gronagraf.data import seed_folder
from gronagraf.errors import GronagrafError
from gronagraf.graph import Edge, Graph, Node
from gronagraf.model import MODEL
from gronagraf.reading import read_seed
from gronagraf.views.map import Embedded, read_story, write_map
from gronagraf.views.map.embedding import frame_of
from gronagraf.views.map.page import HERE
from gronagraf.views.map.story import VIEW
from tests.map_data import data as page_data

SMALL = Graph(
    (Node("Actor", "vaxjo", {"name": "Växjö", "kind": "municipality"}), Node("Network", "natet", {"name": "Nätet"})),
    (Edge("MEMBER_OF", "vaxjo", "natet", {}),),
)
GOOD = """title = "En"
title_en = "One"

[[step]]
title = "Först"
text = "Text"
view = "#node=vaxjo&hide=Network&layout=network&steps=2&size=ties&colour=Actor.kind&years=2020_2022"

[[step]]
title = "Sedan"
title_en = "Then"
view = "tie=vaxjo~MEMBER_OF~natet&without=Actor.kind:municipality&least=ties:1&view=1_-2_0.5"
"""


def problems(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "story.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GronagrafError) as caught:
        write_map(SMALL, MODEL, story=read_story(file))
    return [str(each).removeprefix(f"{file}") for each in caught.value.problems]


def test_a_story_is_read_and_lies_in_the_page(tmp_path: Path) -> None:
    file = tmp_path / "story.toml"
    file.write_text("\ufeff" + GOOD, encoding="utf-8")
    story = read_story(file)
    assert (story.title.sv, story.title.en) == ("En", "One")
    assert story.steps[0].title.en == "Först"
    page = write_map(SMALL, MODEL, story=story)
    told = page_data(page, "about")["story"]
    assert told["steps"][1]["title"] == ["Sedan", "Then"]
    assert told["steps"][0]["view"].startswith("node=vaxjo")
    assert page == write_map(SMALL, MODEL, story=story)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("node=vaxjoo", 'node: there is no node "vaxjoo"; did you mean "vaxjo"?'),
        ("to=xyz", 'to: there is no node "xyz"; name a node by its id, or draw a map that has it'),
        ("hide=Actr", 'hide: there is no type of node on the map "Actr"; did you mean "Actor"?'),
        ("cut=LEADS", 'cut: there is no type of relation on the map "LEADS"; name one that the legend has'),
        ("layot=thread", '"layot" is nothing that a view can say; did you mean "layout"?'),
        ("layout=grid", 'layout: there is no layout of the map "grid"; choose one that the map offers'),
        ("size=degree", 'size: there is no measure or field of the map "degree"; choose one that the map offers, or draw it with --measure'),  # noqa: E501
        ("colour=Actor.kin", 'colour: there is no measure or field of the map "Actor.kin"; did you mean "Actor.kind"?'),
        ("tie=vaxjo~MEMBER_OF~nat", 'tie: there is no node "nat"; did you mean "natet"?'),
        ("steps=9", 'steps: "9" is not 1, 2 or 3; say how many steps around the node'),
        ("years=now", 'years: "now" is no number; write it as the map\'s address has it'),
        ("node", "node has no value; write node=…, as the map's address has it"),
    ],
)  # fmt: skip
def test_a_view_that_does_not_hold_is_told_with_its_line(tmp_path: Path, view: str, said: str) -> None:
    text = f'title = "En"\n\n\n[[step]]\ntitle = "Steg"\nview = "{view}"\n'
    assert problems(tmp_path, text) == [f":4: step 1: view: {said}"]


def test_every_fault_of_the_file_is_told_at_once(tmp_path: Path) -> None:
    text = 'titel = "En"\n\n[[step]]\ntitle = "A"\nvy = "x"\n\n[[step]]\ntitle = 3\nview = ""\n'
    assert problems(tmp_path, text) == [
        ': "titel" is not a key here; did you mean "title"?',
        ': title: is missing; add title = "…"',
        ':3: step 1: "vy" is not a key here; use title, title_en, text, text_en, view',
        ':3: step 1: view: is missing; add view = "…"',
        ':7: step 2: title: is not a text; write it in quotes: "…"',
    ]


@pytest.mark.parametrize("text", ["", 'title = "En"\n', 'title = "En"\nstep = "x"\n', 'title = "En"\nstep = []\n'])
def test_a_story_without_steps_says_how_one_is_written(tmp_path: Path, text: str) -> None:
    assert any("has no steps; write each as [[step]] with title" in each for each in problems(tmp_path, text))


def test_what_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, 'title = "En"\nstep\n')[0].startswith(":2: is not TOML")


def test_the_example_tells_of_its_region() -> None:
    graph = read_seed(seed_folder("exempel"), MODEL)
    story = read_story(seed_folder("exempel") / "story.toml")
    page = write_map(graph, MODEL, story=story)
    assert len(page_data(page, "about")["story"]["steps"]) == 5
    assert all(each.title.en != each.title.sv and each.text.en != each.text.sv for each in story.steps)


def test_the_words_of_a_view_are_those_of_the_page() -> None:
    script = (HERE / "scripts/core/address.js").read_text("utf-8")
    parts = script[script.index("const PARTS") : script.index("const same")]
    assert list(VIEW) == re.findall(r'\w+: \["(\w+)", \w+\]', parts)


def test_a_map_in_a_frame_has_no_way_into_the_page_around_it() -> None:
    shown = Embedded('<p title="x">&</p>', 'A "b" <c>', 300)._repr_html_()
    assert 'srcdoc="&lt;p title=&quot;x&quot;&gt;&amp;&lt;/p&gt;"' in shown
    assert 'title="A &quot;b&quot; &lt;c&gt;" width="100%" height="300"' in shown
    assert "allow-same-origin" not in shown
    assert 'src="a&amp;&quot;b.html" loading="lazy"' in frame_of('a&"b.html', "A")
